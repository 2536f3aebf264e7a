"""Requests on their way into a socket, within the time of the call, however slowly the other side reads."""

from __future__ import annotations

import socket
import ssl

import httpcore

from ._deadlines import TIME_IS_UP, shortened


class AsyncWriting:
    """The backend bounds the time of a whole piece."""

    @staticmethod
    async def write(
        stream: httpcore.AsyncNetworkStream,
        data: bytes,
        timeout: float | None,  # noqa: ASYNC109 (of the backend)
    ) -> None:
        """Raises httpcore.WriteError or httpcore.WriteTimeout."""
        await stream.write(data, _limit(timeout))


class Writing:
    """The backend would give all of the time to each part of a piece that the socket takes."""

    @staticmethod
    def write(stream: httpcore.NetworkStream, data: bytes, timeout: float | None) -> None:
        """Raises httpcore.WriteError or httpcore.WriteTimeout."""
        connection = stream.get_extra_info("socket")
        # TLS takes a piece as a whole, within its time; nothing may go past it.
        is_tls = isinstance(connection, ssl.SSLSocket) or stream.get_extra_info("ssl_object") is not None
        if isinstance(connection, socket.socket) and not is_tls:
            _send(connection, data, timeout)
        else:
            stream.write(data, _limit(timeout))


def _send(connection: socket.socket, data: bytes, timeout: float | None) -> None:
    left = memoryview(data)
    try:
        while left:
            connection.settimeout(_limit(timeout))
            left = left[connection.send(left) :]
    except TimeoutError as error:
        raise httpcore.WriteTimeout(str(error)) from error
    except OSError as error:
        raise httpcore.WriteError(str(error)) from error


def _limit(timeout: float | None) -> float | None:
    limit = shortened(timeout)
    if limit == 0:
        raise httpcore.WriteTimeout(TIME_IS_UP)
    return limit
