"""Gives the text of forms and query strings the types that the schemas ask for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from memories_ai_mock.envelope import RequestError, shown
from memories_ai_mock.spec import Schema, Spec

INTEGER = re.compile(r"-?[0-9]{1,300}")
DECIMAL = re.compile(r"-?[0-9]{1,300}(\.[0-9]{1,300})?([eE][+-]?[0-9]{1,3})?")
INDEXED_NAME = re.compile(r"(.+)\[([0-9]{1,4})\]")
BOOLEANS = {"true": True, "false": False}


def typed_members(pairs: Iterable[tuple[str, str]], members: Mapping[str, Schema], spec: Spec) -> dict[str, Any]:
    """Turn name-value pairs of text into the members that `members` describes; others are dropped.

    An array is a repeated name, or numbered names (`tags[0]`). Text that is not of the asked type stays text, for
    the validator to refuse.

    Raises:
        RequestError: a name that takes one value was given several times.
    """
    texts = _texts_by_name(pairs, {name for name, schema in members.items() if "array" in spec.types(schema)})
    return {name: _typed(name, texts[name], members[name], spec) for name in members if name in texts}


def _texts_by_name(pairs: Iterable[tuple[str, str]], arrays: set[str]) -> Mapping[str, list[str]]:
    numbered: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for name, text in pairs:
        match = INDEXED_NAME.fullmatch(name)
        if match and match[1] in arrays:
            numbered[match[1]].append((int(match[2]), text))
        else:
            numbered[name].append((0, text))
    # Sorting is stable: repeated names keep their order.
    return {
        name: [text for _, text in sorted(entries, key=lambda entry: entry[0])] for name, entries in numbered.items()
    }


def _typed(name: str, texts: list[str], schema: Schema, spec: Spec) -> Any:
    if "array" in spec.types(schema):
        return [_typed_text(text, spec.types(spec.items(schema))) for text in texts]
    if len(texts) > 1:
        raise RequestError(f"{shown(name)[1:-1]}: given {len(texts)} times; send it once")
    return _typed_text(texts[0], spec.types(schema))


def _typed_text(text: str, types: frozenset[str]) -> str | int | float | bool:
    if not types or "string" in types:
        return text
    if "boolean" in types and text.lower() in BOOLEANS:
        return BOOLEANS[text.lower()]
    if "integer" in types and INTEGER.fullmatch(text):
        return int(text)
    if "number" in types and DECIMAL.fullmatch(text):
        return float(text) if float(text) not in (float("inf"), float("-inf")) else text
    return text
