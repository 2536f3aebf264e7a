"""From what the wire carries to what it means: text "653" to 653, text "null" to None, milliseconds to datetime."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, TypeVar, cast

from memories_ai_generated.types import Unset

if TYPE_CHECKING:
    from ._types import Raw

T = TypeVar("T")

NULL: Final = "null"


def known(value: T | Unset | None) -> T | None:
    """None for a member that was left out."""
    return None if isinstance(value, Unset) else value


def text(value: str | Unset | None) -> str | None:
    """None for the text "null" as well."""
    return None if isinstance(value, Unset) or value in {None, NULL} else value


def integer(value: int | str | Unset | None) -> int | None:
    """An integer that comes as number or as decimal text."""
    if isinstance(value, Unset) or value is None or value == NULL:
        return None
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise TypeError(f"{value!r} is no integer")
    if isinstance(value, str) and not (value.isascii() and value.removeprefix("-").isdecimal()):
        # int() also takes "1_000", blanks, and the digits of every script.
        raise ValueError(f"{value!r} is no integer")
    return int(value)


def count(value: int | str) -> int:
    """A number of things, which must be there."""
    found = integer(value)
    if found is None or found < 0:
        raise ValueError(f"{value!r} is no number of things")
    return found


def number(value: float | Unset | None) -> float | None:
    """A finite number: JSON can spell one that is beyond all floats."""
    if isinstance(value, Unset) or value is None:
        return None
    found = float(value)
    if found - found:  # not 0 for infinity
        raise ValueError(f"{value!r} is no finite number")
    return found


def seconds(value: float | str | Unset | None) -> float | None:
    """A position or a length in seconds that comes as number or as decimal text."""
    if isinstance(value, Unset) or value is None or value == NULL:
        return None
    if isinstance(value, bool) or not isinstance(value, float | int | str):
        raise TypeError(f"{value!r} is no number of seconds")
    found = float(value)
    # Infinity and NaN less themselves are not 0: the fastest way to tell, and a transcript has thousands of times.
    if found - found or (isinstance(value, str) and "_" in value):
        raise ValueError(f"{value!r} is no number of seconds")
    return found


def position(value: float | str) -> float:
    """A position in seconds that must be there."""
    found = seconds(value)
    if found is None:
        raise ValueError(f"{value!r} is no number of seconds")
    return found


def moment(value: int | str | Unset | None) -> datetime | None:
    """A time given in milliseconds since 1970, in UTC."""
    milliseconds = integer(value)
    if milliseconds is None:
        return None
    try:
        return datetime.fromtimestamp(milliseconds / 1000, tz=UTC)
    except (OverflowError, OSError) as error:
        raise ValueError(f"{milliseconds} is no time in milliseconds") from error


# Members that must be of one type: text is never taken for a number, nor a number for text.


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


# Parts of an answer as they came, for `raw`.


def untouched(payload: Mapping[str, object]) -> Raw:
    """The data of an envelope whose shape was checked."""
    return cast("Raw", payload["data"])


def rows(value: Mapping[str, object], name: str) -> Sequence[Raw]:
    """A list of objects in a value whose shape was checked."""
    return cast("Sequence[Raw]", value[name])
