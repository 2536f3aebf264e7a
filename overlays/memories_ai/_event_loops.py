"""The event loop of a connection: in another one, as of a second `asyncio.run`, it can neither be used nor closed."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from ._stopping import AsyncClosing, Closing

if TYPE_CHECKING:
    import httpcore


class AsyncHome:
    """Where a connection was made."""

    def __init__(self) -> None:
        self._loop = self._current()

    def is_left(self) -> bool:
        """Whether another event loop runs now."""
        return self._loop != self._current()

    async def close(self, stream: httpcore.AsyncNetworkStream) -> None:
        """Close a connection. One of an event loop that is closed went with it; the system gets it back in time."""
        if not self.is_left():
            await AsyncClosing.close(stream)
            return
        with suppress(RuntimeError):
            await AsyncClosing.close(stream)

    @staticmethod
    def _current() -> object:
        import asyncio  # only the asynchronous client needs it

        try:
            # Asked for every idle connection at every request: anyio's own token takes twenty times as long.
            return asyncio.get_running_loop()
        except RuntimeError:
            return None  # trio


class Home:
    """The same without event loops."""

    def is_left(self) -> bool:
        return False

    def close(self, stream: httpcore.NetworkStream) -> None:
        Closing.close(stream)
