"""One pool of connections, large enough for many calls at once; what each request carries."""

from __future__ import annotations

import asyncio
import contextlib
import json

import httpx
import pytest

from memories_ai import AsyncMemoriesAI, MemoriesAI
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


@pytest.mark.parametrize("params", [{}, {"tenant": "7"}])
def test_parameters_are_sent_as_they_are_and_beside_those_of_an_http_client_of_your_own(params: dict[str, str]) -> None:
    sent: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return httpx.Response(200, content=BODY)

    namespace = "a&b=c d+e%20f/é?#\u2028"
    with httpx.Client(params=params, transport=httpx.MockTransport(answer)) as http:
        MemoriesAI(KEY, http_client=http).transcriptions.audio("VI 1", unique_id=namespace)
    assert dict(sent[0].url.params) == {**params, "video_no": "VI 1", "unique_id": namespace}
    assert sent[0].url.fragment == ""


def test_headers_are_sent_once_and_the_narrowest_wins() -> None:
    sent: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return httpx.Response(200, content=BODY)

    ours = {"X-Trace": "client", "accept": "application/json"}
    theirs = {"authorization": "theirs", "x-trace": "theirs", "X-Own": "kept"}
    with httpx.Client(headers=theirs, transport=httpx.MockTransport(answer)) as http:
        client = MemoriesAI(KEY, http_client=http, headers=ours)
        client.with_options(headers={"X-TRACE": "call"}).videos.delete("VI1")
    names = [name.decode().lower() for name, _ in sent[0].headers.raw]
    assert sorted(set(names)) == sorted(names)
    chosen = {"authorization": KEY, "x-trace": "call", "x-own": "kept", "accept": "application/json"}
    assert chosen.items() <= dict(sent[0].headers).items()
