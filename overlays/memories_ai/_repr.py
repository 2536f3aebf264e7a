"""Reprs that stay short, whatever came."""

from __future__ import annotations

import reprlib
from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

import attrs

_LONGEST: Final = 1000
_SHORT: Final = reprlib.Repr()
_SHORT.maxlevel, _SHORT.maxdict, _SHORT.maxlist, _SHORT.maxtuple, _SHORT.maxset = 3, 4, 2, 2, 2
_SHORT.maxstring, _SHORT.maxother = 80, 200


class ShortRepr:
    """Base of attrs classes (with `repr=False`): long texts, tuples and nested values are cut, None is left out."""

    __slots__ = ()

    def __repr__(self) -> str:
        # The classes below are attrs classes; this one alone is not.
        fields: tuple[attrs.Attribute[object], ...] = attrs.fields(type(self))  # type: ignore[arg-type]
        shown = {field.name: getattr(self, field.name) for field in fields if field.repr}
        members = (f"{name}={_SHORT.repr(value)}" for name, value in shown.items() if value is not None)
        text = f"{type(self).__name__}({', '.join(members)})"
        return text if len(text) <= _LONGEST else text[: _LONGEST - 3] + "..."


def shown_call(call: Callable[..., object], keywords: Mapping[str, object]) -> str:
    """A method and the arguments that it is to be called with."""
    function, arguments = (call.func, call.args) if isinstance(call, partial) else (call, ())
    name = getattr(function, "__qualname__", type(function).__name__)
    named = (f"{keyword}={_SHORT.repr(value)}" for keyword, value in keywords.items())
    return ", ".join([name, *map(_SHORT.repr, arguments), *named])
