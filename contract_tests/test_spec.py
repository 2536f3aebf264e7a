"""The specification itself: complete, valid, honest about its examples, and tight enough to refuse faulty answers."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from codegen.bundle import load_bundle
from memories_ai_contract.answers import content, good_answers, recorded_answers
from memories_ai_contract.cut_text import JsonPath
from memories_ai_contract.envelope import CAPTION_FAILURE, FAILURE_CODES, SECOND_GENERATION_FAILURES
from memories_ai_contract.mutants import mutants, survives
from memories_ai_contract.reasons import entries
from memories_ai_contract.specification import Example, load_specification
from memories_ai_contract.validation import JSON, ContractError, read_answer
from memories_ai_contract.walk import walk

HERE = Path(__file__).parent
SPECIFICATION = load_specification()
EXAMPLES = list(SPECIFICATION.examples())
LEAST_MUTANTS = 10
LEAST_REFUSED = 0.95


def example_id(example: Example) -> str:
    return f"{example.operation}-{example.status}-{example.media_type.partition('/')[2]}-{example.name}"


def test_the_bundle_is_what_the_sources_say() -> None:
    assert SPECIFICATION.document == load_bundle(HERE.parent / "openapi"), "openapi/ has changed: run `make generate`"


def test_the_operations_of_the_checklist_are_there_and_no_others() -> None:
    listed = [entry for entries in SPECIFICATION.document["x-checklist"].values() for entry in entries]
    expected = {(entry["method"], entry["path"], entry["operation"]) for entry in listed}
    assert len(expected) == len(listed)
    assert {(each.method, each.path, each.id) for each in SPECIFICATION.operations.values()} == expected


def test_the_document_is_valid_openapi() -> None:
    assert [error.message for error in OpenAPIV31SpecValidator(SPECIFICATION.document).iter_errors()] == []


@pytest.mark.parametrize("example", EXAMPLES, ids=example_id)
def test_every_example_fits_its_schema_and_has_no_undeclared_member(example: Example) -> None:
    read_answer(example.operation, int(example.status), example.media_type, content(example))


def test_an_example_with_an_undeclared_member_is_noticed() -> None:
    example = next(each for each in EXAMPLES if each.operation == "get_session_detail" and each.name == "documented")
    body = json.loads(content(example))
    body["data"]["messages"][1]["refs"][0]["refItems"][2]["speaker"] = "A"
    with pytest.raises(ContractError, match="/data/messages/1/refs/0/refItems/2/speaker: is declared nowhere"):
        read_answer(example.operation, 200, JSON, json.dumps(body).encode())


def test_every_known_failure_code_is_shown_in_an_example() -> None:
    bodies = [example.value for example in EXAMPLES if isinstance(example.value, dict)]
    assert FAILURE_CODES.keys() <= {body.get("code") for body in bodies}
    schemas = SPECIFICATION.document["components"]["schemas"]
    assert FAILURE_CODES.keys() == schemas["Failure"]["x-codes"].keys()
    assert {str(CAPTION_FAILURE)} == schemas["CaptionFailure"]["x-codes"].keys()
    assert set(map(str, SECOND_GENERATION_FAILURES)) == schemas["BlobFailure"]["x-codes"].keys()


def test_the_specification_is_not_too_loose(summary: list[str]) -> None:
    made: Counter[str] = Counter()
    survived: defaultdict[tuple[str, str, str], int] = defaultdict(int)
    for operation, schema, value in good_answers(SPECIFICATION):
        for mutant in mutants(SPECIFICATION, schema, value):
            made[operation] += 1
            if survives(SPECIFICATION, schema, mutant):
                survived[operation, mutant.change, mutant.path] += 1
    assert {
        operation: made[operation] for operation in SPECIFICATION.operations if made[operation] < LEAST_MUTANTS
    } == {}
    assert set(survived) == set(excused())
    refused = 1 - sum(survived.values()) / made.total()
    summary.append(
        f"{made.total()} faulty answers made from the examples, {refused:.1%} refused; "
        "for the others see contract_tests/survivors/"
    )
    assert refused >= LEAST_REFUSED


def test_what_no_source_leaves_out_is_required() -> None:
    shown: dict[str, set[str]] = {}
    for _, schema, value in [*good_answers(SPECIFICATION), *recorded_answers(SPECIFICATION)]:
        for part in walk(SPECIFICATION, schema, value):
            if isinstance(part.value, dict):
                for name in filter(None, map(component, part.schemas)):
                    shown[name] = shown.get(name, set(part.value)) & set(part.value)
    schemas = SPECIFICATION.document["components"]["schemas"]
    optional = {name: always - set(schemas[name].get("required", ())) for name, always in shown.items()}
    known: defaultdict[str, set[str]] = defaultdict(set)
    for entry in entries(HERE / "optional_members"):
        for name, members in entry["members"].items():
            known[name].update(members)
    assert {name: members for name, members in optional.items() if members} == known


def component(place: JsonPath) -> str | None:
    """Name of the schema at a place, if it is an object of its own."""
    is_component = place[:2] == ("components", "schemas") and len(place) == 3
    return str(place[2]) if is_component and "properties" in SPECIFICATION.value(place) else None


def excused() -> Iterator[tuple[str, str, str]]:
    for entry in entries(HERE / "survivors"):
        for operation, paths in entry["places"].items():
            yield from ((operation, entry["change"], path) for path in paths)
