"""Compares what answers are made of, whatever they say: names of members and JSON types."""

from collections import defaultdict
from collections.abc import Mapping

from memories_ai_contract.cut_text import JsonPath, JsonValue
from memories_ai_contract.validation import show

_NAMES = {dict: "object", list: "array", str: "text", bool: "truth value", int: "number", float: "number"}


def shape(value: JsonValue) -> Mapping[JsonPath, set[str]]:
    """The JSON types at each place. The items of an array share the place `*`; null is there, but has no type."""
    types: defaultdict[JsonPath, set[str]] = defaultdict(set)
    _collect(value, (), types)
    return types


def differences(recorded: JsonValue, answered: JsonValue) -> list[str]:
    """Where an answer lacks a member that was recorded, or has it in another type.

    What the answer has in addition is left to the specification.
    """
    found = defaultdict(set, shape(answered))
    problems = []
    for path, kinds in shape(recorded).items():
        if path not in found and path[-1] != "*" and "object" in found[path[:-1]]:
            problems.append(f"{show(path)}: was recorded as {_listed(kinds)}, and is missing")
        elif kinds and not found[path] <= kinds:
            problems.append(f"{show(path)}: was recorded as {_listed(kinds)}, and is {_listed(found[path])}")
    return problems


def _collect(value: JsonValue, path: JsonPath, types: defaultdict[JsonPath, set[str]]) -> None:
    types[path].update([] if value is None else [_NAMES[type(value)]])
    if isinstance(value, dict):
        for name, member in value.items():
            _collect(member, (*path, name), types)
    elif isinstance(value, list):
        for item in value:
            _collect(item, (*path, "*"), types)


def _listed(kinds: set[str]) -> str:
    return " or ".join(sorted(kinds)) or "null"
