"""What the service is documented to refuse, refused before anything is sent."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Final, TypeVar

import attrs

from ._errors import ValidationError
from ._http import httpx

MAX_TAGS: Final = 20
MAX_CALLBACK: Final = 299
MAX_CAMERA_MODEL: Final = 200
MAX_VIDEOS: Final = 100
MAX_INT64: Final = 2**63 - 1
MAX_ID: Final = 10**18 - 1
# Thirty years; clocks and sockets cannot count much further.
MAX_SECONDS: Final = 10**9
CAPTURE_TIME: Final = "%Y-%m-%d %H:%M:%S"

# Its hundredth power still is a number of floating point.
MAX_GROWTH: Final = 1000
_LONGEST_SHOWN: Final = 200

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")

_CAPTURE_TIME_SHAPE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}")


def _refuse(field: str, problem: str, remedy: str) -> ValidationError:
    return ValidationError(f"{field}: {problem}. {remedy}", field=field)


def shown(value: object) -> str:
    """A value as it stands in a message: what is long is cut, and what cannot show itself is named by its type."""
    try:
        text = repr(value)
    except Exception:  # a number of too many digits, or a class of somebody else's
        return f"a value of type {type(value).__name__}"
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}..."


def non_empty(field: str, value: str) -> str:
    """Text with at least one character that is not blank."""
    if not isinstance(value, str):
        remedy = "Pass its items, each by itself." if isinstance(value, list | tuple) else "Pass a str."
        raise _refuse(field, f"{shown(value)} is {type(value).__name__}, not text", remedy)
    if not value.strip():
        raise _refuse(field, f"{shown(value)} is empty", "Pass text, or leave the argument out if it is optional.")
    try:
        value.encode()
    except UnicodeEncodeError:
        raise _refuse(field, f"{shown(value)} cannot be written as UTF-8", "Remove the lone surrogates.") from None
    return value


def optional(field: str, value: str | None) -> str | None:
    """Text that may be left out, but not empty."""
    return None if value is None else non_empty(field, value)


def any_text(field: str, value: str) -> str:
    """Text, which may be empty."""
    return value if value == "" else non_empty(field, value)


def address(field: str, value: str | None) -> str | None:
    """An http(s) address that may be left out; no limit of its length is documented."""
    return None if value is None else web_address(field, non_empty(field, value))


def ids(field: str, values: Sequence[str], *, most: int | None = MAX_VIDEOS, least: int = 1) -> list[str]:
    """Ids of videos. A bare str is refused: it would be read as one id a character."""
    result = [non_empty(field, value) for value in as_list(field, values)]
    if len(result) < least:
        raise _refuse(field, "the list is empty", "Name at least one video.")
    if most is not None and len(result) > most:
        raise _refuse(field, f"{len(result)} ids", f"The service takes at most {most} a request; split the list.")
    return result


def as_list(field: str, values: Iterable[T]) -> list[T]:
    """The items of a list; text is refused, which would be read as one item a character."""
    if isinstance(values, str | bytes | bytearray):
        raise _refuse(field, f"{shown(values)} is one text, not a list", f"Pass [{shown(values)}].")
    if not isinstance(values, Iterable):
        raise _refuse(field, f"{shown(values)} is {type(values).__name__}, not a list", "Pass a list.")
    return list(values)


def some(field: str, values: Sequence[T]) -> Sequence[T]:
    """At least one."""
    if not values:
        raise _refuse(field, "it is empty", "Pass at least one.")
    return values


def texts(field: str, values: Sequence[str], *, most: int | None = None, least: int = 1) -> list[str]:
    """So many texts, none of them empty."""
    result = [non_empty(field, value) for value in as_list(field, values)]
    if len(result) < least:
        raise _refuse(field, "the list is empty", "Pass at least one, or leave the argument out if it is optional.")
    if most is not None and len(result) > most:
        raise _refuse(field, f"{len(result)} {field}", f"The service takes at most {most} a request.")
    return result


def tags(values: Sequence[str] | None, most: int | None = MAX_TAGS) -> list[str] | None:
    """So many texts at most."""
    return None if values is None else texts("tags", values, most=most, least=0)


def capture_time(value: datetime | str | None) -> str | None:
    """A time as `yyyy-MM-dd HH:mm:ss`. The service keeps no time zone: a datetime's own clock time is sent."""
    if value is None:
        return None
    if isinstance(value, datetime):
        return value.strftime(CAPTURE_TIME)
    remedy = "Pass a datetime, or text such as '2025-10-20 11:00:00'."
    if not isinstance(value, str) or not _CAPTURE_TIME_SHAPE.fullmatch(value):
        raise _refuse("datetime_taken", f"{shown(value)} is not yyyy-MM-dd HH:mm:ss", remedy)
    try:
        datetime.strptime(value, CAPTURE_TIME)  # noqa: DTZ007 (the service knows no time zone)
    except ValueError:
        raise _refuse("datetime_taken", f"{shown(value)} does not exist", remedy) from None
    return value


def callback(value: str | None) -> str | None:
    """An http(s) address of at most MAX_CALLBACK characters."""
    if value is None:
        return None
    non_empty("callback", value)
    if len(value) > MAX_CALLBACK:
        raise _refuse("callback", f"{len(value)} characters", f"The service takes at most {MAX_CALLBACK}.")
    return web_address("callback", value)


def web_address(field: str, value: str) -> str:
    """A URL with scheme http or https and a host."""
    try:
        url = httpx.URL(value)
    except (httpx.InvalidURL, TypeError, ValueError) as error:
        raise _refuse(
            field, f"{shown(value)} is not a URL ({error})", "Pass an address such as https://example.com/path."
        ) from None
    if url.scheme not in {"http", "https"} or not url.host:
        raise _refuse(
            field,
            f"{shown(value)} has no http(s) scheme or no host",
            "Pass an address such as https://example.com/path.",
        )
    return value


def camera_model(value: str | None) -> str | None:
    """At most MAX_CAMERA_MODEL characters."""
    if value is not None and len(non_empty("camera_model", value)) > MAX_CAMERA_MODEL:
        raise _refuse("camera_model", f"{len(value)} characters", f"The service takes at most {MAX_CAMERA_MODEL}.")
    return value


def place(latitude: float | None, longitude: float | None) -> tuple[float | None, float | None]:
    """Both coordinates or none, in decimal degrees."""
    latitude, longitude = degrees("latitude", latitude, 90), degrees("longitude", longitude, 180)
    if (latitude is None) != (longitude is None):
        missing = "latitude" if latitude is None else "longitude"
        raise _refuse(missing, "given without the other coordinate", "Pass latitude and longitude, or neither.")
    return latitude, longitude


def between(field: str, value: int | None, least: int, most: int | None = None) -> int | None:
    """A whole number within limits; without an upper one, of 64 bits."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int):
        raise _refuse(field, f"{shown(value)} is not a whole number", "Pass an int.")
    if not least <= value <= (MAX_INT64 if most is None else most):
        limits = f"at least {least}" if most is None else f"between {least} and {most}"
        raise _refuse(field, f"{shown(value)} is out of range", f"It must be {limits}.")
    return value


def required(field: str, value: int, least: int, most: int | None = None) -> int:
    """A whole number within limits that may not be left out."""
    if between(field, value, least, most) is None:
        raise _refuse(field, "None is not a whole number", "Pass an int.")
    return value


def required_count(field: str, value: int) -> int:
    """How many, at least one."""
    return required(field, value, 1)


def boolean(field: str, value: bool) -> bool:
    """True or False, and nothing that only counts as one of them."""
    if not isinstance(value, bool):
        raise _refuse(field, f"{shown(value)} is neither True nor False", "Pass a bool.")
    return value


def flag(field: str, value: bool | None) -> bool | None:
    """The same where it may be left out."""
    return None if value is None else boolean(field, value)


def folder(value: int | None) -> int | None:
    """A folder to put something into: -1 (the default one), or an id."""
    return None if value is None else folder_number("folder_id", value, -1, MAX_ID)


def any_folder(value: int | None) -> int | None:
    """A folder to look into: -2 (that of the old API), -1 (the default one), or an id."""
    return None if value is None else folder_number("folder_id", value, -2)


def one_of(field: str, value: str, choices: Sequence[str]) -> str:
    """One of the values that the specification names."""
    if value not in choices:
        raise _refuse(field, f"{shown(value)} is unknown", f"Known: {', '.join(choices)}.")
    return value


def positive_seconds(field: str, value: float) -> float:
    """A number of seconds above zero, MAX_SECONDS at most."""
    # NaN lies nowhere.
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= MAX_SECONDS:
        raise _refuse(
            field,
            f"{shown(value)} is not a positive number of seconds",
            f"Pass a number above 0, {MAX_SECONDS} at most.",
        )
    return float(value)


def positive(_: object, field: attrs.Attribute[float], value: float) -> None:
    """Validator of attrs fields that hold seconds."""
    positive_seconds(field.name, value)


def times(_: object, field: attrs.Attribute[int], value: int) -> None:
    """Validator of attrs fields that count: 0 or more."""
    required(field.name, value, 0)


def at_least_one(_: object, field: attrs.Attribute[float], value: float) -> None:
    """Validator of attrs fields that multiply: 1 or more, up to MAX_GROWTH."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 1 <= value <= MAX_GROWTH:
        raise _refuse(
            field.name, f"{shown(value)} is not a number of at least 1", f"Pass 1 or more, {MAX_GROWTH} at most."
        )


def share(_: object, field: attrs.Attribute[float], value: float) -> None:
    """Validator of attrs fields that hold a part of something: 0 or more, less than 1."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 1:
        raise _refuse(field.name, f"{shown(value)} is not a fraction", "Pass a number from 0 to less than 1.")


def degrees(field: str, value: float | None, limit: float) -> float | None:
    """A finite angle within the limit."""
    if value is None:
        return None
    # NaN lies nowhere.
    if isinstance(value, bool) or not isinstance(value, int | float) or not -limit <= value <= limit:
        raise _refuse(
            field, f"{shown(value)} is not an angle", f"It must be a number between -{limit} and {limit} degrees."
        )
    return float(value)


def milliseconds(field: str, value: datetime | None) -> int | None:
    """A time in milliseconds since 1970; without time zone it is read as local time."""
    if value is None:
        return None
    if not isinstance(value, datetime):
        raise _refuse(field, f"{shown(value)} is not a datetime", "Pass a datetime.")
    try:
        return int(value.timestamp() * 1000)
    except (OverflowError, OSError, ValueError):
        raise _refuse(field, f"{shown(value)} is out of range", "Pass a time since 1970.") from None


def session(field: str, value: str | int) -> str:
    """The id of a conversation where documentation shows one that is not made of digits."""
    return non_empty(field, value) if isinstance(value, str) else digits(field, value)


def digits(field: str, value: str | int) -> str:
    """A 64-bit id as decimal text; the service is reported to fail on other text."""
    text = shown(value) if isinstance(value, int) else value
    if isinstance(value, bool) or not isinstance(text, str) or not (text.isascii() and text.isdecimal()):
        raise _refuse(field, f"{shown(value)} is not made of digits", "Pass the id as the service gave it.")
    return text


def choice(field: str, value: E | str, kind: type[E]) -> E:
    """One of the values of an enumeration that the specification names."""
    return kind(one_of(field, value, [known.value for known in kind]))


def short_text(field: str, value: str, most: int) -> str:
    """Text of at most so many characters."""
    if len(non_empty(field, value)) > most:
        raise _refuse(field, f"{len(value)} characters", f"The service takes at most {most}.")
    return value


def fraction(field: str, value: float | None) -> float | None:
    """A number from 0 to 1."""
    if value is None:
        return None
    # NaN lies nowhere.
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise _refuse(field, f"{shown(value)} is out of range", "It must be a number between 0 and 1.")
    return float(value)


def folder_number(field: str, value: int, least: int, most: int = MAX_INT64) -> int:
    """The number of a folder; 0 is not one."""
    number = between(field, value, least, most)
    if not number:
        raise _refuse(
            field, f"{shown(value)} is not a folder", "Pass the folder_id of a folder; -1 is the default one."
        )
    return number


def decimal(value: float | None) -> str | None:
    """A number as text without an exponent."""
    if value is None:
        return None
    # Numbers near 0 print with an exponent.
    return f"{value:.20f}" if "e" in repr(value) else repr(value)


def instant(field: str, value: datetime | None) -> datetime | None:
    """A time with its time zone."""
    if value is None:
        return None
    if not isinstance(value, datetime) or value.utcoffset() is None:
        raise _refuse(
            field, f"{shown(value)} is not a time with a time zone", "Pass a datetime with tzinfo, such as UTC."
        )
    return value


def json_object(field: str, value: Mapping[str, object] | None) -> dict[str, object] | None:
    """What can be written as a JSON object."""
    if value is None:
        return None
    if not isinstance(value, Mapping) or not all(isinstance(name, str) for name in value):
        raise _refuse(field, f"{shown(value)} is not a mapping with text as keys", "Pass a dict whose keys are text.")
    try:
        json.dumps(dict(value), allow_nan=False).encode()
    except (TypeError, ValueError, RecursionError) as error:
        raise _refuse(field, f"it cannot be written as JSON ({error})", "Pass what JSON can hold.") from None
    return dict(value)
