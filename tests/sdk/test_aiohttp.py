"""The asynchronous client on the sockets of aiohttp."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import memories_ai as m
from memories_ai import AsyncMemoriesAI, ContentEvent, Polling, RequestRecord, Retries
from memories_ai.aiohttp import aiohttp_client
from memories_ai_mock import Emulator, Settings
from sdk_support import KEY, envelope

SAMPLE = Path(__file__).parents[2] / "examples" / "media" / "sample.mp4"


pytestmark = pytest.mark.anyio


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    with Emulator(Settings(keys=[KEY], parse_seconds=0, stream_pause=0)) as emulator:
        yield emulator


async def test_everything(emulator: Emulator, tmp_path: Path) -> None:
    async with aiohttp_client() as http, AsyncMemoriesAI(KEY, base_url=emulator.base_url, http_client=http) as client:
        video = await client.videos.upload(SAMPLE)
        await client.videos.wait(video.video_no, polling=Polling(delay=0.05))
        async with client.chat.stream("What happens?", video_nos=[video.video_no]) as events:
            assert any([isinstance(event, ContentEvent) async for event in events])
        await client.videos.download(video.video_no, tmp_path / "copy.mp4")
        pages = await asyncio.gather(*[client.videos.list() for _ in range(100)])
    assert (tmp_path / "copy.mp4").read_bytes() == SAMPLE.read_bytes()
    assert {page.items[0].video_no for page in pages} == {video.video_no}


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (b"", m.TransportError),  # closed without an answer
        (b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{", m.TransportError),
        (b"nonsense\r\n\r\n", m.TransportError),
        (b"HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n", m.ServerError),
        (b"HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n", m.ProtocolError),
    ],
)
@pytest.mark.parametrize("idempotent", [True, False])
async def test_only_what_is_harmless_is_sent_again(answer: bytes, kind: type[Exception], idempotent: bool) -> None:
    """The transport below says of every broken connection that it never stood."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(answer)
        writer.close()

    records: list[RequestRecord] = []
    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server, aiohttp_client() as http:
        address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        retries = Retries(most=1, first_delay=0.001)
        client = AsyncMemoriesAI(KEY, base_url=address, http_client=http, retries=retries, on_request=records.append)
        with pytest.raises(m.MemoriesError) as caught:
            await (client.videos.list() if idempotent else client.chat("?", video_nos=["VI1"]))
    assert type(caught.value) is kind
    again = idempotent and kind is not m.ProtocolError
    assert len(records) == (2 if again else 1)


LATER = envelope({"videos": [], "current_page": 1, "page_size": 9, "total_count": "0", "pad": "x" * 300_000}).content
JUNK = envelope({"videos": [], "current_page": 1, "page_size": 9, "total_count": "666"}).content
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"


@pytest.mark.parametrize("pause", [0.0, 0.05])
async def test_bytes_that_nobody_asked_for_are_no_answer(pause: float) -> None:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while await reader.read(65536):
            writer.write(HEAD % len(LATER) + LATER)
            if pause:
                await writer.drain()
                await asyncio.sleep(pause)
            writer.write(HEAD % len(JUNK) + JUNK)
        writer.close()

    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server, aiohttp_client() as http:
        address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        client = AsyncMemoriesAI(KEY, base_url=address, http_client=http, retries=Retries(most=0))
        for _ in range(5):
            assert (await client.videos.list()).total == 0
            await asyncio.sleep(2 * pause)


async def test_no_key_stays_in_what_an_error_came_of() -> None:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"nonsense\r\n\r\n")
        writer.close()

    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server, aiohttp_client() as http:
        address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        client = AsyncMemoriesAI(KEY, base_url=address, http_client=http, retries=Retries(most=0))
        with pytest.raises(m.TransportError) as caught:
            await client.videos.list()
    error: BaseException | None = caught.value
    while error is not None:
        assert KEY not in repr(error) + repr(error.args)
        error = error.__cause__ or error.__context__


async def test_no_connection() -> None:
    records: list[RequestRecord] = []
    retries = Retries(most=1, first_delay=0.001)
    async with aiohttp_client() as http:
        client = AsyncMemoriesAI(
            KEY, base_url="http://127.0.0.1:9", http_client=http, retries=retries, on_request=records.append
        )
        with pytest.raises(m.ConnectionFailedError):
            await client.chat("?", video_nos=["VI1"])
    assert len(records) == 2, "nothing was sent: it may be tried again"


async def test_a_silent_server() -> None:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server, aiohttp_client() as http:
        address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        client = AsyncMemoriesAI(KEY, base_url=address, http_client=http, retries=Retries(most=0))
        with pytest.raises(m.RequestTimeoutError):
            await client.videos.list(timeout=0.2)


LOOPS = """
import asyncio, sys
from memories_ai import AsyncMemoriesAI
from memories_ai.aiohttp import aiohttp_client

client = AsyncMemoriesAI("KEY", base_url=sys.argv[1], http_client=aiohttp_client())

async def call():
    return await client.videos.list()

print(len(asyncio.run(call())))
asyncio.run(call())
"""


# In a process of its own: Python complains of the connections of a loop that is over, which nobody can close.
def test_a_second_event_loop_is_refused(emulator: Emulator) -> None:
    command = [sys.executable, "-W", "ignore::ResourceWarning", "-c", LOOPS.replace("KEY", KEY), emulator.base_url]
    result = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert result.stdout.strip().isdigit()
    assert "ConfigurationError: The connections of aiohttp belong to the event loop" in result.stderr


def test_the_extra_that_is_missing_is_named() -> None:
    program = "import sys; sys.modules['httpx_aiohttp'] = None; import memories_ai.aiohttp"
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert "ConfigurationError: httpx_aiohttp is missing. Install it with: pip install" in result.stderr
