"""The specification is not too tight: what the service may well send, although nobody saw it yet, fits it and passes
through the generated models unchanged.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from memories_ai_contract.answers import good_answers, recorded_answers
from memories_ai_contract.models import modelled_objects, through_model
from memories_ai_contract.reasons import entries
from memories_ai_contract.specification import load_specification
from memories_ai_contract.variants import UNKNOWN, is_taken, variants

HERE = Path(__file__).parent
SPECIFICATION = load_specification()
ANSWERS = [*good_answers(SPECIFICATION), *recorded_answers(SPECIFICATION)]


def test_the_specification_is_not_too_tight(summary: list[str]) -> None:
    made: Counter[str] = Counter()
    refused: set[tuple[str, str]] = set()
    for _, schema, value in ANSWERS:
        for variant in variants(SPECIFICATION, schema, value):
            made[variant.change] += 1
            if not is_taken(SPECIFICATION, schema, variant):
                refused.add((variant.change, variant.member))
    summary.append(
        f"{made.total()} plausible answers made from the examples and recordings; "
        "those that are not taken stand in contract_tests/refused/"
    )
    assert made.keys() == {"unknown member", "missing", "null in a row", "empty list"}
    assert refused == set(expected_refusals())


def test_what_may_come_passes_through_the_models() -> None:
    passed = {
        (operation, variant.change, variant.member): through_model(modelled.schema, modelled.value) == modelled.value
        for operation, schema, value in ANSWERS
        for variant in variants(SPECIFICATION, schema, value)
        if is_taken(SPECIFICATION, schema, variant)
        for modelled in modelled_objects(SPECIFICATION, schema, variant.value)
    }
    assert [variant for variant, is_unchanged in passed.items() if not is_unchanged] == []
    assert {operation for operation, _, _ in passed} == SPECIFICATION.operations.keys()


def test_an_unknown_member_is_no_plausible_name() -> None:
    assert UNKNOWN not in str(SPECIFICATION.document)


def expected_refusals() -> Iterator[tuple[str, str]]:
    for entry in entries(HERE / "refused"):
        for schema, members in entry["members"].items():
            yield from ((entry["change"], f"{schema}.{member}") for member in members)
