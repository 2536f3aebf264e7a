"""A small HTTP server for one ASGI app: one request a connection, all of it bounded in size and time. asyncio only."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Final
from urllib.parse import unquote

import h11

from .app import Message, Receive, Scope, Send

MOST_CONNECTIONS: Final = 64
SECONDS: Final = 15.0
MAX_HEAD_BYTES: Final = 16 * 1024
# What is read of a refused body: a sender that is cut off while it sends may never see the answer.
MAX_DISCARDED_BYTES: Final = 16 * 1024 * 1024
_PIECE: Final = 64 * 1024

App = Callable[[Scope, Receive, Send], Awaitable[None]]


class LocalServer:
    """Serves an app on one address, from `start` to `close`, both on the same event loop.

    Connections beyond MOST_CONNECTIONS are cut at once, and each one after SECONDS.
    """

    def __init__(self, app: App) -> None:
        self._app = app
        self._server: asyncio.Server | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._is_closed = False

    async def start(self, host: str, port: int) -> int:
        """Listen, and return the port.

        Raises:
            OSError: the address cannot be had.
        """
        self._is_closed = False
        self._server = await asyncio.start_server(self._begin, host, port, limit=_PIECE)
        return int(self._server.sockets[0].getsockname()[1])

    async def close(self) -> None:
        """Stop listening, and cut what is still connected."""
        self._is_closed = True
        if self._server is not None:
            self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _begin(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        # One that was being accepted while the server was closed comes after it.
        if self._is_closed or len(self._tasks) >= MOST_CONNECTIONS:
            writer.transport.abort()
            return
        task = asyncio.get_running_loop().create_task(self._serve(reader, writer))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        # Not at the end of the task itself: one that is cancelled before its first step has none.
        task.add_done_callback(lambda _: writer.transport.abort())

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        # Whatever a stranger sends, or does not send, ends nothing but its own connection.
        with suppress(OSError, TimeoutError, h11.ProtocolError):
            async with asyncio.timeout(SECONDS):
                await _Exchange(reader, writer).run(self._app)


class _Exchange:
    """One request, given to the app, and its answer."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer
        self._http = h11.Connection(h11.SERVER, max_incomplete_event_size=MAX_HEAD_BYTES)

    async def run(self, app: App) -> None:
        try:
            request = await self._next()
        except h11.RemoteProtocolError as error:
            await self._refuse(error.error_status_hint)
            return
        if isinstance(request, h11.Request):
            await app(_scope(request), self._receive, self._send)
            await self._finish()

    async def _next(self) -> h11.Event:
        while (event := self._http.next_event()) is h11.NEED_DATA:
            if self._http.they_are_waiting_for_100_continue:
                await self._write(h11.InformationalResponse(status_code=100, headers=[]))
            self._http.receive_data(await self._reader.read(_PIECE))
        # PAUSED is for a second request, which is not read.
        return event if isinstance(event, h11.Event) else h11.ConnectionClosed()

    async def _receive(self) -> Message:
        try:
            event = await self._next()
        except (h11.RemoteProtocolError, ConnectionError):
            return {"type": "http.disconnect"}
        if isinstance(event, h11.Data):
            return {"type": "http.request", "body": bytes(event.data), "more_body": True}
        if isinstance(event, h11.EndOfMessage):
            return {"type": "http.request", "body": b"", "more_body": False}
        return {"type": "http.disconnect"}

    async def _send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = [*message["headers"], (b"connection", b"close")]
            await self._write(h11.Response(status_code=message["status"], headers=headers))
            return
        if body := message.get("body", b""):
            await self._write(h11.Data(data=body))
        if not message.get("more_body", False):
            await self._write(h11.EndOfMessage())

    async def _write(self, event: h11.Event) -> None:
        self._writer.write(self._http.send(event) or b"")
        await self._writer.drain()

    async def _refuse(self, status: int) -> None:
        await self._send(
            {"type": "http.response.start", "status": status, "headers": [(b"content-length", b"0")]},
        )
        await self._send({"type": "http.response.body"})
        await self._finish()

    async def _finish(self) -> None:
        """Let the sender read the answer before the connection goes."""
        self._writer.write_eof()
        left = MAX_DISCARDED_BYTES
        while left > 0 and (piece := await self._reader.read(_PIECE)):
            left -= len(piece)


def _scope(request: h11.Request) -> Scope:
    return {
        "type": "http",
        "method": request.method.decode(),
        "path": unquote(request.target.partition(b"?")[0]),
        "headers": list(request.headers),
    }
