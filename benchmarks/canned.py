"""A server that costs next to nothing: it swallows what it is sent and gives canned bytes. `python -m benchmarks.canned
PORT`.

The last part of a path says what is given: `download` as many bytes as the number of the video, `chat_stream` one event
and then nothing more, anything else the JSON that `benchmarks.answers` has under that name.
"""

from __future__ import annotations

import asyncio
import json
import sys

from benchmarks.answers import ANSWERS, FIRST_EVENT
from benchmarks.servers import HOST

PIECE = bytes(256 * 1024)
# Larger bodies are dropped unread.
READ = 4096
# Most that one call of the event loop takes from a socket.
BUFFER = 1024 * 1024
HEAD_END = b"\r\n\r\n"


class Canned(asyncio.BufferedProtocol):
    """One connection. Bodies of announced length are counted and dropped."""

    def __init__(self) -> None:
        self._buffer = memoryview(bytearray(BUFFER))
        self._head = b""
        self._body = b""
        self._left = 0
        self._name = ""
        self._writable = asyncio.Event()
        self._gift: asyncio.Task[None] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)  # noqa: S101 (what a TCP server of asyncio gives)
        self._transport = transport
        self._writable.set()

    def connection_lost(self, _: Exception | None) -> None:
        if self._gift:
            self._gift.cancel()

    def get_buffer(self, _: int) -> memoryview:
        return self._buffer

    def buffer_updated(self, count: int) -> None:
        if self._left:
            self._swallow(self._buffer[:count])
            return
        self._head += self._buffer[:count]
        head, end, body = self._head.partition(HEAD_END)
        if end:
            self._head = b""
            self._begin(head.decode("latin-1"))
            self._swallow(memoryview(body))

    def pause_writing(self) -> None:
        self._writable.clear()

    def resume_writing(self) -> None:
        self._writable.set()

    def _begin(self, head: str) -> None:
        first, *lines = head.split("\r\n")
        self._name = first.split(" ")[1].partition("?")[0].rpartition("/")[2]
        headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
        self._left = int(headers.get("content-length", 0))
        self._body = b""

    def _swallow(self, piece: memoryview) -> None:
        if len(self._body) < READ:
            self._body += piece[:READ]
        self._left -= len(piece)
        if self._left == 0:
            self._answer()

    def _answer(self) -> None:
        if self._name == "download":
            size = int(json.loads(self._body)["video_no"])
            self._transport.write(_head("video/mp4", size))
            self._gift = asyncio.get_running_loop().create_task(self._give(size))
        elif self._name == "chat_stream":
            self._transport.write(_head("text/event-stream", None) + FIRST_EVENT)
        else:
            body = ANSWERS.get(self._name, b"{}")
            self._transport.write(_head("application/json", len(body)) + body)

    async def _give(self, size: int) -> None:
        for start in range(0, size, len(PIECE)):
            await self._writable.wait()
            self._transport.write(PIECE[: size - start])


def _head(kind: str, length: int | None) -> bytes:
    framing = "Connection: close" if length is None else f"Content-Length: {length}"
    return f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n{framing}\r\n\r\n".encode()


async def serve(port: int) -> None:
    server = await asyncio.get_running_loop().create_server(Canned, HOST, port, backlog=256)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1])))
