"""From what the wire carries to what it means: text "653" to 653, text "null" to None, milliseconds to datetime."""

from __future__ import annotations

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


def required_integer(value: int | str) -> int:
    """One that must be there."""
    found = integer(value)
    if found is None:
        raise ValueError(f"{value!r} is no integer")
    return found


def count(value: int | str) -> int:
    """A number of things, which must be there."""
    found = required_integer(value)
    if found < 0:
        raise ValueError(f"{value!r} is no number of things")
    return found


def number(value: float | Unset | None) -> float | None:
    """A float, of a whole number too. Infinity came no further than the generated models."""
    return None if isinstance(value, Unset) or value is None else float(value)


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


# Text of what no generated model has read; those check every type by themselves.


def words(value: object) -> str:
    """Text that must be there, empty or not."""
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value


def optional_words(value: object) -> str | None:
    """Text that may be null or left out."""
    return None if value is None or isinstance(value, Unset) else words(value)


# Ids: everything later is addressed with them.


def identifier(value: str) -> str:
    """Text that is not empty."""
    if not value:
        raise ValueError("an id is empty")
    return value


def number_as_text(value: int | str) -> str:
    """A 64-bit id, which comes as number or as text."""
    required_integer(value)
    return str(value)


# Parts of an answer as they came, for `raw`.


def untouched(payload: Mapping[str, object]) -> Raw:
    """The data of an envelope whose shape was checked."""
    return cast("Raw", payload["data"])


def rows(value: Mapping[str, object], name: str) -> Sequence[Raw]:
    """A list of objects in a value whose shape was checked; empty for null, and where it was left out."""
    return cast("Sequence[Raw]", value.get(name) or ())


# JSON in values that compare: lists and dicts have no hash of their own.

_HASHED_DEPTH: Final = 4


def hash_of_json(value: object, depth: int = _HASHED_DEPTH) -> int:
    """Equal for equal JSON values. What lies deeper than a few levels does not count, so that no value is too deep."""
    if not depth:
        return 0
    if isinstance(value, Mapping):
        return hash(frozenset((name, hash_of_json(item, depth - 1)) for name, item in value.items()))
    if isinstance(value, list | tuple):
        return hash(tuple(hash_of_json(item, depth - 1) for item in value))
    return hash(value)
