"""Which version of an object an answer carries, and whether another answer is the rest of it. No I/O."""

from __future__ import annotations

import re
from email.utils import parsedate_to_datetime
from typing import Final

import attrs

from ._http import httpx

# The standard calls a date strong that is a second older than the answer; clocks of several servers may differ.
_SURELY_OLDER: Final = 60.0
_STRONG_ETAG: Final = re.compile(r'"[\x21\x23-\x7e]*"')
_CONTENT_RANGE: Final = re.compile(r"bytes ([0-9]{1,18})-([0-9]{1,18})/([0-9]{1,18})", re.I)


@attrs.frozen(kw_only=True)
class Version:
    """What tells a version of an object from any other.

    Attributes:
        validator: a strong one, for If-Range: an ETag, or the time of the last change.
        length: bytes in all; None if they were not announced.
    """

    validator: str
    length: int | None


def version(headers: httpx.Headers) -> Version | None:
    """The version that an answer carries whole; None if nothing tells it for certain."""
    validator = _strong_etag(headers) or _strong_date(headers)
    if validator is None or _is_encoded(headers):
        return None
    return Version(validator=validator, length=announced_length(headers))


def announced_length(headers: httpx.Headers) -> int | None:
    """Bytes of the body as it will be read, or None where that is not told."""
    announced: str = headers.get("content-length", "")
    if _is_encoded(headers) or not re.fullmatch(r"[0-9]{1,18}", announced):
        return None
    return int(announced)


def rest(headers: httpx.Headers, start: int, of: Version) -> int:
    """Bytes in all of an object of whose version an answer (206) carries the rest from `start`.

    Raises:
        ValueError: it carries anything else.
    """
    content_range: str = headers.get("content-range", "")
    match = _CONTENT_RANGE.fullmatch(content_range.strip())
    if match is None:
        raise ValueError(f"its Content-Range is {content_range!r}")
    first, last, total = map(int, match.groups())
    if (first, last) != (start, total - 1) or of.length not in {None, total}:
        raise ValueError(f"it carries {match[0]}, not the rest from byte {start}")
    if _is_encoded(headers) or announced_length(headers) not in {None, total - start}:
        raise ValueError("its length is not that of its range")
    # Other headers than these two need not come with a part.
    name = "etag" if of.validator.startswith('"') else "last-modified"
    if headers.get(name, of.validator) != of.validator:
        raise ValueError("it is of another version")
    return total


def _strong_etag(headers: httpx.Headers) -> str | None:
    etag: str = headers.get("etag", "").strip()
    return etag if _STRONG_ETAG.fullmatch(etag) else None


def _strong_date(headers: httpx.Headers) -> str | None:
    """The time of the last change, if the object cannot have changed again in the same second."""
    modified: str = headers.get("last-modified", "")
    try:
        age = parsedate_to_datetime(headers.get("date", "")) - parsedate_to_datetime(modified)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return modified if modified.isascii() and age.total_seconds() >= _SURELY_OLDER else None


def _is_encoded(headers: httpx.Headers) -> bool:
    return headers.get("content-encoding", "identity").strip().lower() not in {"", "identity"}
