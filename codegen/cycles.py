"""Find schemas that are defined by nothing but themselves: every step after this would follow them forever."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

from codegen.pointers import Pointer, follow, parse_fragment

_IN_PLACE = ("allOf", "anyOf", "oneOf", "not", "if", "then", "else")


def cycles(document: dict[str, Any]) -> list[tuple[Pointer, ...]]:
    """The places of each cycle of references, of which each says something of the same value as the one before.

    A cycle through ``properties`` or ``items`` is none of these: it ends where the value ends.
    """
    found: list[tuple[Pointer, ...]] = []
    done: set[Pointer] = set()
    for start in _references(document, ()):
        if start in done:
            continue
        chain = [start]
        branches = [iter(_in_place(document, start))]
        while branches:
            place = next(branches[-1], None)
            if place is None:
                branches.pop()
                done.add(chain.pop())
            elif place in chain:
                found.append(tuple(chain[chain.index(place) :]))
            elif place not in done:
                chain.append(place)
                branches.append(iter(_in_place(document, place)))
    return found


def _references(node: Any, at: Pointer) -> Iterator[Pointer]:
    """The places of all objects that hold a reference."""
    if isinstance(node, dict) and isinstance(node.get("$ref"), str):
        yield at
    for key, value in node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ():
        yield from _references(value, (*at, key))


def _in_place(document: Any, place: Pointer) -> list[Pointer]:
    """The places that say something of the same value as the schema at a place."""
    _, schema = follow(document, place)
    if not isinstance(schema, dict):
        return []
    found = [(*place, keyword, *step) for keyword in _IN_PLACE for step in _steps(schema.get(keyword))]
    if isinstance(schema.get("$ref"), str):
        with contextlib.suppress(LookupError):  # reported as such
            found.append(follow(document, parse_fragment(schema["$ref"].removeprefix("#")))[0])
    return found


def _steps(member: Any) -> list[Pointer]:
    if isinstance(member, list):
        return [(index,) for index in range(len(member))]
    return [()] if isinstance(member, dict) else []
