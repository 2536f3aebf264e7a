"""Makes other good answers out of good ones, as the service may send them one day: a specification that refuses them is
too tight. The counterpart of `mutants`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from memories_ai_contract.cut_text import JsonPath, JsonValue
from memories_ai_contract.mutants import replaced
from memories_ai_contract.specification import Specification
from memories_ai_contract.validation import body_problems
from memories_ai_contract.walk import Part, walk

# A member that no schema declares.
UNKNOWN = "a_member_of_next_year"


@dataclass(frozen=True, slots=True)
class Variant:
    """Another answer: `change` says what is different, `member` at which member of which schema (`Schema.member`)."""

    change: str
    member: str
    value: JsonValue


def variants(specification: Specification, schema: JsonPath, value: JsonValue) -> Iterator[Variant]:
    """All variants of a JSON value that is valid against the schema."""
    for part in walk(specification, schema, value):
        for change, member, other in _otherwise(specification, part):
            yield Variant(change, f"{_name(part)}.{member}", replaced(value, part.path, other))


def is_taken(specification: Specification, schema: JsonPath, variant: Variant) -> bool:
    """Does the specification accept the variant?"""
    if variant.change == "unknown member":
        return specification.is_valid(schema, variant.value)
    return not body_problems(specification, schema, variant.value)


def _otherwise(specification: Specification, part: Part) -> Iterator[tuple[str, str, JsonValue]]:
    if not isinstance(part.value, dict):
        return
    yield "unknown member", "*", {**part.value, UNKNOWN: [1]}
    required = {name for schema in part.schemas for name in specification.value(schema).get("required", ())}
    is_row = bool(part.path) and isinstance(part.path[-1], int)
    for name, member in part.value.items():
        if name not in required:
            yield "missing", name, {key: each for key, each in part.value.items() if key != name}
        if is_row:
            yield "null in a row", name, {**part.value, name: None}
        if isinstance(member, list):
            yield "empty list", name, {**part.value, name: []}


def _name(part: Part) -> str:
    """The innermost named schema of a part; the last step of its path where there is none."""
    names = [str(place[2]) for place in part.schemas if place[:2] == ("components", "schemas") and len(place) == 3]
    return names[-1] if names else str(part.path[-1:])
