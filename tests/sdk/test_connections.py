"""One pool of connections, large enough for many calls at once."""

from __future__ import annotations

import asyncio
import contextlib
import json

from memories_ai import AsyncMemoriesAI
from sdk_support import KEY

BODY = json.dumps({"code": "0000", "msg": "success", "data": None, "success": True, "failed": False}).encode()
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s" % (len(BODY), BODY)
AT_ONCE = 50


def test_a_second_burst_of_calls_opens_no_connections() -> None:
    async def run() -> int:
        served: list[asyncio.Task[None] | None] = []
        together = asyncio.Barrier(AT_ONCE)

        async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            served.append(asyncio.current_task())
            with contextlib.suppress(asyncio.IncompleteReadError):
                while True:
                    await reader.readuntil(b"\r\n\r\n")
                    await together.wait()  # each call needs a connection of its own
                    writer.write(ANSWER)
            writer.close()
            await writer.wait_closed()

        server = await asyncio.start_server(serve, "127.0.0.1", 0, backlog=AT_ONCE)
        url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        async with server, AsyncMemoriesAI(KEY, base_url=url) as client:
            for _ in range(3):
                await asyncio.gather(*(client.transcriptions.audio("VI1") for _ in range(AT_ONCE)))
        await asyncio.gather(*filter(None, served))
        return len(served)

    assert asyncio.run(run()) == AT_ONCE
