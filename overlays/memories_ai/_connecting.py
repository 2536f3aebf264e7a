"""Connections to a host, within the time of the call, whatever it is called and however many addresses it has."""

from __future__ import annotations

import socket
from collections.abc import Iterable

import httpcore

from ._deadlines import SHORTEST, shortened

_NO_ADDRESS = "the host or port cannot be right"


class AsyncConnecting:
    """The backend tries the addresses at once, and its limit holds for all."""

    @staticmethod
    async def connect(
        backend: httpcore.AsyncNetworkBackend,
        host: str,
        port: int,
        timeout: float | None,  # noqa: ASYNC109 (of the backend)
        local_address: str | None,
        options: Iterable[httpcore.SOCKET_OPTION] | None,
    ) -> httpcore.AsyncNetworkStream:
        """Raises httpcore.ConnectError or httpcore.ConnectTimeout."""
        try:
            return await backend.connect_tcp(host, port, at_least(timeout), local_address, options)
        # What is raised in a task for one of the addresses comes in a group.
        except (UnicodeError, OverflowError, ExceptionGroup):
            raise httpcore.ConnectError(_NO_ADDRESS) from None


class Connecting:
    """The backend tries one address after the other, and would give each of them all of the time."""

    @staticmethod
    def connect(
        backend: httpcore.NetworkBackend,
        host: str,
        port: int,
        timeout: float | None,
        local_address: str | None,
        options: Iterable[httpcore.SOCKET_OPTION] | None,
    ) -> httpcore.NetworkStream:
        """Raises httpcore.ConnectError or httpcore.ConnectTimeout."""
        failure: Exception = httpcore.ConnectError(_NO_ADDRESS)
        for address in _addresses(host, port):
            try:
                return backend.connect_tcp(address, port, at_least(timeout), local_address, options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            if shortened(timeout) == 0:
                break
        raise failure


def _addresses(host: str, port: int) -> list[str]:
    """All addresses of a host."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError, OverflowError) as error:
        raise httpcore.ConnectError(str(error)) from error
    # A number is not looked up again. Of a link-local address it does not say which interface leads there.
    return [host if any(address[3:]) else str(address[0]) for *_, address in found]


def at_least(timeout: float | None) -> float | None:
    """What the deadline leaves of a timeout, as a time that can be waited for."""
    limit = shortened(timeout)
    return None if limit is None else max(limit, SHORTEST)
