"""Makes faulty answers out of good ones: a specification that accepts them is too loose.

Mutants are structural: no mutant is a mere other text or number. They are made blindly from the value; only which
members may be missing is taken from the schema.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from memories_ai_contract.cut_text import JsonPath, JsonValue
from memories_ai_contract.envelope import SUCCESS_CODES
from memories_ai_contract.specification import Specification
from memories_ai_contract.validation import body_problems
from memories_ai_contract.walk import Part, walk

# What stands in for a value: other types, and for numbers a text that no number comes as.
_STRANGERS: dict[type, dict[str, JsonValue]] = {
    str: {"a number": 12.5, "an object": {}, "null": None},
    int: {"a text": "twelve", "an array": [12], "null": None},
    float: {"a text": "twelve", "an array": [12.5], "null": None},
    bool: {"a text": "true", "a number": 1, "null": None},
    type(None): {"a number": 12.5, "an object": {"text": "x"}},
    list: {"an object": {}, "a text": "[]", "null": None},
    dict: {"an array": [], "a text": "{}", "null": None},
}


@dataclass(frozen=True, slots=True)
class Mutant:
    """A faulty value: `change` says what was done, and `path` where (array positions as `*`)."""

    path: str
    change: str
    value: JsonValue


def mutants(specification: Specification, schema: JsonPath, value: JsonValue) -> Iterator[Mutant]:
    """All mutants of a JSON value that is valid against the schema."""
    for part in walk(specification, schema, value):
        for change, faulty in _faulty(specification, part):
            yield Mutant(_show(part.path), change, replaced(value, part.path, faulty))
    if isinstance(value, dict) and "code" in value:
        for change, members in _contradictions(value, value["code"] in SUCCESS_CODES).items():
            faulty = {**value, **members}
            if faulty != value:
                yield Mutant("", change, faulty)


def survives(specification: Specification, schema: JsonPath, mutant: Mutant) -> bool:
    """Does the specification accept the mutant?"""
    return not body_problems(specification, schema, mutant.value)


def _faulty(specification: Specification, part: Part) -> Iterator[tuple[str, JsonValue]]:
    for name, stranger in _STRANGERS[type(part.value)].items():
        yield f"{name} in its place", stranger
    if isinstance(part.value, dict | list):
        yield "wrapped in an array", [part.value]
    if isinstance(part.value, dict):
        required = {name for schema in part.schemas for name in specification.value(schema).get("required", ())}
        for name in part.value:
            if name in required:
                yield f"{name} missing", {key: member for key, member in part.value.items() if key != name}
            renamed = {f"{key}_x" if key == name else key: member for key, member in part.value.items()}
            yield f"{name} under another name", renamed


def _contradictions(envelope: dict[str, JsonValue], good: bool) -> dict[str, dict[str, JsonValue]]:
    return {
        "unknown code with data": {"code": "7777", "data": envelope.get("data") or {"x": 1}},
        "unknown code beside the flags of success": {"code": "7777", "success": True, "failed": False},
        "code of the opposite": {"code": "0001" if good else "0000"},
        "success flipped": {"success": not good},
        "failed flipped": {"failed": good},
        "code as a number": {"code": 0},
        "empty code": {"code": ""},
    }


def replaced(value: JsonValue, path: JsonPath, new: JsonValue) -> JsonValue:
    """A copy of `value` with another part at `path`."""
    if not path:
        return new
    if isinstance(value, dict):
        return {name: replaced(part, path[1:], new) if name == path[0] else part for name, part in value.items()}
    if isinstance(value, list):
        return [replaced(part, path[1:], new) if index == path[0] else part for index, part in enumerate(value)]
    raise LookupError(path[0])


def _show(path: JsonPath) -> str:
    return "".join(f"/{'*' if isinstance(step, int) else step}" for step in path)
