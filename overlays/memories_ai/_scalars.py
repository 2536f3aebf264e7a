"""Members that must be of one type: text is never taken for a number, nor a number for text."""

from __future__ import annotations

import math

from memories_ai_generated.types import Unset


def words(value: object) -> str:
    """Text that must be there, empty or not."""
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value


def optional_words(value: object) -> str | None:
    """Text that may be null or left out."""
    return None if value is None or isinstance(value, Unset) else words(value)


def whole(value: object) -> int:
    """A number of JSON without a fraction, that must be there."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"{value!r} is no whole number")
    return value


def optional_number(value: object) -> float | None:
    """A finite number of JSON that may be null."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise TypeError(f"{value!r} is no number")
    return float(value)
