"""Bytes on a kept connection that belong to no request. No I/O."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


class Leftovers:
    """Tells whether more came over a connection than its last answer had: it would pass for the next answer.

    The HTTP library keeps such bytes to itself. It is asked behind its interface; its version is bounded, and a row
    of the fault table says if this no longer takes hold.
    """

    def __init__(self, stream: object, connections: Iterable[Any]) -> None:
        self._parser = next(
            (inner._h11_state for inner in map(_innermost, connections) if _carries(inner, stream)), None
        )

    def __bool__(self) -> bool:
        return self._parser is not None and bool(self._parser.trailing_data[0])


def _innermost(connection: Any) -> Any:
    while (inner := getattr(connection, "_connection", None)) is not None:
        connection = inner
    return connection


def _carries(connection: Any, stream: object) -> bool:
    return getattr(connection, "_network_stream", None) is stream and hasattr(connection, "_h11_state")
