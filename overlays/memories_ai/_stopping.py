"""Threads that end when they are told to: what they wait for is broken off. Tasks are cancelled instead."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from contextvars import ContextVar
from functools import partial
from threading import Event, Lock
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    import httpcore

_NOTHING: Final = nullcontext()


class AsyncPause:
    """A pause that ends when the task is cancelled."""

    @staticmethod
    async def sleep(seconds: float) -> None:
        import anyio  # only the asynchronous client needs it

        await anyio.sleep(seconds)


class Pause:
    """A pause that ends when the thread is to end."""

    @staticmethod
    def sleep(seconds: float) -> None:
        stop = _current.get()
        if stop is None:
            time.sleep(seconds)
        else:
            stop.sleep(seconds)


class AsyncClosing:
    """The end of a connection, which ends whatever waits for it. It is closed even where the task is cancelled."""

    @staticmethod
    async def close(stream: httpcore.AsyncNetworkStream) -> None:
        import anyio  # as above

        with anyio.CancelScope(shield=True):
            await stream.aclose()


class Closing:
    """The same for a thread that waits in another call: closing alone does not wake it up."""

    @staticmethod
    def close(stream: httpcore.NetworkStream) -> None:
        if (connection := stream.get_extra_info("socket")) is not None:
            _shut_down(connection)
        stream.close()


class Stopped(BaseException):
    """The call of a thread was broken off; nobody looks at its result any more."""


class Stop:
    """Tells threads that they are to end, and breaks off what they wait for."""

    def __init__(self) -> None:
        self._event, self._lock = Event(), Lock()
        self._breaks: list[Callable[[], None]] = []

    def in_force(self) -> None:
        """Let the current context heed this one.

        Raises:
            Stopped: the thread need not begin.
        """
        self.check()
        _current.set(self)

    def now(self) -> None:
        with self._lock:
            self._event.set()
            for break_off in self._breaks:
                break_off()

    def check(self) -> None:
        if self._event.is_set():
            raise Stopped

    def sleep(self, seconds: float) -> None:
        self._event.wait(seconds)
        self.check()

    @contextmanager
    def watching(self, break_off: Callable[[], None]) -> Iterator[None]:
        """Within, the thread waits for something that this function puts an end to."""
        with self._lock:
            self.check()
            self._breaks.append(break_off)
        try:
            yield
        finally:
            with self._lock:
                self._breaks.remove(break_off)


def _shut_down(connection: socket.socket) -> None:
    """Wake up whoever reads or writes. Of a TLS connection, the socket below is shut down: the layer above belongs to
    its thread."""
    with suppress(OSError):
        socket.socket.shutdown(connection, socket.SHUT_RDWR)


_current: ContextVar[Stop | None] = ContextVar("memories_ai_stop", default=None)


def breakable(stream: httpcore.NetworkStream | httpcore.AsyncNetworkStream) -> AbstractContextManager[None]:
    """Within, waiting for the network ends when the thread is to end."""
    stop = _current.get()
    connection = stream.get_extra_info("socket") if stop else None
    return stop.watching(partial(_shut_down, connection)) if stop and connection else _NOTHING


def comes(event: Event, seconds: float | None) -> bool:
    """Whether an event comes within the time.

    Raises:
        Stopped: the thread is to end.
    """
    if (stop := _current.get()) is None:
        return event.wait(seconds)
    with stop.watching(event.set):
        event.wait(seconds)
    stop.check()
    return event.is_set()
