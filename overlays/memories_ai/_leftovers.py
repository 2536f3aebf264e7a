"""Bytes on a kept connection that belong to no request. No I/O."""

from __future__ import annotations

import ssl
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import httpcore


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


def read_ahead(stream: httpcore.NetworkStream | httpcore.AsyncNetworkStream) -> bool:
    """Whether more was taken from a socket than anybody has read: TLS in an event loop does so, and the loop itself.

    The socket does not show it any more. What is read here is lost: the connection is to be closed.
    """
    return _has_records(stream.get_extra_info("ssl_object")) or _is_queued(getattr(stream, "_stream", None))


def _has_records(tls: object) -> bool:
    # That of a blocking socket is of another type: it takes one record at a time, and reading it might block.
    if not isinstance(tls, ssl.SSLObject):
        return False
    try:
        tls.read(1)
    except ssl.SSLWantReadError:
        return False
    except ssl.SSLError:
        pass
    return True


def _is_queued(stream: object) -> bool:
    """Whether anyio has pieces that it did not hand out. It is asked behind its interface, as above."""
    carrier = getattr(stream, "transport_stream", stream)
    return bool(getattr(getattr(carrier, "_protocol", None), "read_queue", None))


def _innermost(connection: Any) -> Any:
    while (inner := getattr(connection, "_connection", None)) is not None:
        connection = inner
    return connection


def _carries(connection: Any, stream: object) -> bool:
    return getattr(connection, "_network_stream", None) is stream and hasattr(connection, "_h11_state")
