"""Places in a JSON document."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

Pointer = tuple[str | int, ...]
"""The keys and indexes that lead from the root of a document to a value in it."""


def follow(document: Any, steps: tuple[str | int, ...]) -> tuple[Pointer, Any]:
    """Walk ``steps`` (indexes may be text) and return the exact place with its value.

    Raises LookupError if there is no such place.
    """
    place: Pointer = ()
    for step in steps:
        if isinstance(document, list) and str(step).isdecimal():
            step = int(step)
        elif isinstance(document, dict):
            step = str(step)
        else:
            raise LookupError(step)
        document = document[step]
        place = (*place, step)
    return place, document


def parse_fragment(fragment: str) -> tuple[str, ...]:
    """Split the ``/a/b~1c`` behind the ``#`` of a reference into its steps.

    Raises LookupError if it is neither empty nor begins with a slash.
    """
    if fragment and not fragment.startswith("/"):
        raise LookupError(fragment)
    steps = unquote(fragment).split("/")[1:]
    return tuple(step.replace("~1", "/").replace("~0", "~") for step in steps)


def format_fragment(pointer: Pointer) -> str:
    """The reverse of parse_fragment."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in pointer)
