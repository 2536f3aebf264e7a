"""The end of a call on an HTTP client of the caller's own, whose sockets do not know of it."""

from __future__ import annotations

from types import TracebackType

import anyio

from ._deadlines import TIME_IS_UP, Deadline
from ._http import httpx


class AsyncInterruption:
    """A `with` block that is cancelled at the deadline.

    Raises:
        httpx.ReadTimeout: it was.
    """

    def __init__(self, deadline: Deadline) -> None:
        self._scope = anyio.fail_after(deadline.left())

    def __enter__(self) -> None:
        self._scope.__enter__()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> bool | None:
        try:
            return self._scope.__exit__(kind, error, traceback)
        except TimeoutError:
            raise httpx.ReadTimeout(TIME_IS_UP) from None


class Interruption:
    """Nothing can interrupt a blocking call from without; only what heeds the deadline by itself ends within it."""

    def __init__(self, deadline: Deadline) -> None:
        self._in_force = deadline.in_force()

    def __enter__(self) -> None:
        self._in_force.__enter__()

    def __exit__(self, *_: object) -> None:
        self._in_force.__exit__()
