"""Connections to a host, within the time of the call, whatever it is called and however many addresses it has."""

from __future__ import annotations

import socket
from collections.abc import Iterable
from ipaddress import ip_address
from threading import Event, Thread

import httpcore

from ._deadlines import SHORTEST, shortened
from ._stopping import comes

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
        for address in _addresses(host, port, timeout):
            try:
                return backend.connect_tcp(address, port, at_least(timeout), local_address, options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            if shortened(timeout) == 0:
                break
        raise failure


def _addresses(host: str, port: int, timeout: float | None) -> list[str]:
    """All addresses of a host."""
    return _look_up(host, port) if _is_number(host) else _Lookup(host, port).result(timeout)


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _look_up(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError, OverflowError) as error:
        raise httpcore.ConnectError(str(error)) from error
    # A number is not looked up again. Of a link-local address it does not say which interface leads there.
    return [host if any(address[3:]) else str(address[0]) for *_, address in found]


class _Lookup:
    """A lookup in a thread of its own: the system gives it no time limit. One that comes too late is forgotten."""

    def __init__(self, host: str, port: int) -> None:
        self._host, self._port = host, port
        self._done = Event()
        self._found: list[str] = []
        self._failure: Exception | None = None

    def result(self, timeout: float | None) -> list[str]:
        try:
            Thread(target=self._run, name="memories-ai-lookup", daemon=True).start()
        except RuntimeError:  # no more threads, as at the end of the interpreter
            self._run()
        if not comes(self._done, at_least(timeout)):
            raise httpcore.ConnectTimeout(f"the address of {self._host} was not found in time")
        if self._failure is not None:
            raise self._failure
        return self._found

    def _run(self) -> None:
        try:
            self._found = _look_up(self._host, self._port)
        except Exception as error:
            self._failure = error
        finally:
            self._done.set()


def at_least(timeout: float | None) -> float | None:
    """What the deadline leaves of a timeout, as a time that can be waited for."""
    limit = shortened(timeout)
    return None if limit is None else max(limit, SHORTEST)
