"""What an observer of requests is told."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime

import attrs

import memories_ai  # for annotations: it imports its names when they are asked for

from ._errors import MemoriesError

logger = logging.getLogger("memories_ai")


@attrs.frozen(kw_only=True)
class RequestRecord:
    """One request that is over: each attempt of a call is one. Holds no key, no body and no header.

    Attributes:
        operation: what was called; its `id`, `method` and `path` name it.
        attempt: 1 for the first request of a call, 2 for the first retry.
        started_at: UTC.
        seconds: until the answer was read whole or given up; a stream or download lasts until it is closed.
        status: HTTP status; None if no answer came.
        error: what the request failed with; None if it did not.
    """

    operation: memories_ai.Operation
    attempt: int
    started_at: datetime
    seconds: float
    status: int | None
    error: MemoriesError | None


RequestHook = Callable[[RequestRecord], None]
"""Called after each request, in the thread or task that made it; it should be quick. What it raises is logged."""


def tell(hook: RequestHook | None, record: RequestRecord) -> None:
    """Log a request, and pass it to the hook of the client."""
    outcome: object = "no answer" if record.status is None else record.status
    operation, milliseconds = record.operation, record.seconds * 1000
    logger.debug("%s %s -> %s in %.0f ms", operation.method, operation.path, outcome, milliseconds)
    if hook is None:
        return
    try:
        hook(record)
    except Exception:
        logger.exception("on_request raised")
