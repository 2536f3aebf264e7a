"""Which requests are sent again, and when. No I/O."""

from __future__ import annotations

import random
import time
from collections.abc import Mapping
from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import Any

import attrs

import memories_ai  # for annotations: it imports its names when they are asked for

from ._errors import MemoriesError, RateLimitError, ServerError, TransportError
from ._validation import positive, times

# 2 ** 1000 would overflow, and every max_delay is reached long before.
_MOST_DOUBLINGS = 30


@attrs.frozen(kw_only=True)
class Retries:
    """How often a failed request is sent again, and after what pause.

    Any request is sent again if it surely did not arrive (no connection came about) or was refused for its number
    (0429, HTTP 429). After a broken connection, a timeout or a passing failure of the service ("network abnormal",
    HTTP 5xx) only those are that may be carried out twice (`x-idempotent` in the specification): never an upload, an
    import or a chat. A stream that has begun is not begun again. A file that breaks off is: from there on, if the
    service names its version for certain and sends the rest, else from its beginning.

    Attributes:
        most: how often one request is sent again; 0: never.
        first_delay: seconds; the first pause is a random part of it, the bound doubles each time.
        max_delay: seconds that no such pause exceeds.
        limited_delay: seconds that are waited at least after too many requests, where the service asks for no pause;
            doubled each time. In third-party runs of October 2025 two seconds, doubled each time, were enough.
        max_retry_after: seconds; if the service asks for a longer pause (Retry-After), the error is raised at once.

    Raises:
        ValidationError: a number that cannot be right.
    """

    most: int = attrs.field(default=2, validator=times)
    first_delay: float = attrs.field(default=0.5, validator=positive)
    max_delay: float = attrs.field(default=8.0, validator=positive)
    limited_delay: float = attrs.field(default=2.0, validator=positive)
    max_retry_after: float = attrs.field(default=60.0, validator=positive)

    def pause(self, error: MemoriesError, operation: memories_ai.Operation, retry: int) -> float | None:
        """Seconds to wait before the retry of this number (0-based) after an error; None: raise the error.

        Args:
            error: what the request failed with.
            operation: what was called.
            retry: 0 is the first.
        """
        if retry >= self.most or not may_be_repeated(error, operation):
            return None
        doubled: int = 2 ** min(retry, _MOST_DOUBLINGS)
        pause: float = min(self.max_delay, self.first_delay * doubled) * random.random()  # noqa: S311 (guards nothing)
        asked = error.retry_after
        if asked is None and isinstance(error, RateLimitError):
            asked = min(self.max_retry_after, self.limited_delay * doubled)
        if asked is None:
            return pause
        # A little longer for each client, lest all come back in the same moment.
        return asked + pause if asked <= self.max_retry_after else None


def can_be_replayed(arguments: Mapping[str, Any]) -> bool:
    """Whether the arguments of a request give the same body again: a stream that cannot go back does not."""
    return all(not hasattr(file, "seekable") or file.seekable() for file in _files(arguments))


def has_unread(arguments: Mapping[str, Any]) -> bool:
    """Whether there is more of the files of a request than was read for it."""
    return any(getattr(file, "unread", False) for file in _files(arguments))


def _files(arguments: Mapping[str, Any]) -> list[Any]:
    return [part[1] for _, part in arguments.get("files") or ()]


def seconds_asked_for(retry_after: str | None) -> float | None:
    """The pause that a Retry-After header asks for: seconds, or until a date; None if it says neither."""
    if retry_after is None:
        return None
    text = retry_after.strip()
    if text.isascii() and text.isdigit():
        # Longer numbers of digits are no times, and may be too long to be read at all.
        return float(int(text)) if len(text) <= 15 else float("inf")
    try:
        moment = parsedate_to_datetime(text)
        # Dates of HTTP are in UTC, whether they say so or not.
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        left = moment.timestamp() - time.time()
    except (ValueError, TypeError, IndexError, OverflowError, OSError):
        return None
    return max(0.0, left)


def may_be_repeated(error: MemoriesError, operation: memories_ai.Operation) -> bool:
    """Whether the request may succeed when it is sent again, and cannot be carried out twice to harm."""
    if isinstance(error, RateLimitError):
        return True
    if isinstance(error, TransportError):
        return operation.idempotent or not error.may_have_arrived
    return isinstance(error, ServerError) and operation.idempotent
