"""What only async code can do to a client: cancel it, share it between tasks, forget a stream."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from memories_ai import AsyncMemoriesAI, Polling
from memories_ai_mock import Emulator, Settings
from sdk_support import KEY

SAMPLE = Path(__file__).parents[2] / "examples" / "media" / "sample.mp4"


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    with Emulator(Settings(parse_seconds=0)) as emulator:
        yield emulator


def connections(client: AsyncMemoriesAI) -> tuple[int, int]:
    """Requests under way, and connections that are not idle."""
    pool: Any = client._transport._http._transport
    pool = pool._pool
    return len(pool._requests), sum(not connection.is_idle() for connection in pool.connections)


def run(emulator: Emulator, scenario: Any) -> list[str]:
    """Run a scenario with a client and an indexed video; returns what the event loop complained about."""
    complaints: list[str] = []

    async def main() -> None:
        asyncio.get_running_loop().set_exception_handler(lambda _, context: complaints.append(str(context)))
        async with AsyncMemoriesAI(KEY, base_url=emulator.base_url) as client:
            video = await client.videos.upload(SAMPLE)
            await client.videos.wait(video.video_no, polling=Polling(delay=0.05))
            await scenario(client, video.video_no)
            gc.collect()
            async with asyncio.timeout(10):
                while connections(client) != (0, 0):  # noqa: ASYNC110 (the pool tells nobody when it is done)
                    await asyncio.sleep(0.01)

    asyncio.run(main())
    return complaints


def test_a_stream_that_is_left_in_a_with_block_frees_its_connection(emulator: Emulator) -> None:
    async def scenario(client: AsyncMemoriesAI, video_no: str) -> None:
        async with client.chat.stream("red balloon", video_nos=[video_no]) as events:
            async for _ in events:
                break

    assert run(emulator, scenario) == []


@pytest.mark.parametrize("seconds", [0.0, 0.01, 0.03, 0.05])
def test_a_cancelled_stream_frees_its_connection(emulator: Emulator, seconds: float) -> None:
    async def scenario(client: AsyncMemoriesAI, video_no: str) -> None:
        async def for_ever() -> None:
            while True:
                async for _ in client.chat.stream("red balloon", video_nos=[video_no]):
                    pass

        with pytest.raises(TimeoutError):
            await asyncio.wait_for(for_ever(), seconds)

    assert run(emulator, scenario) == []


@pytest.mark.parametrize("seconds", [0.0, 0.002, 0.01])
def test_a_cancelled_download_leaves_nothing(emulator: Emulator, tmp_path: Path, seconds: float) -> None:
    async def scenario(client: AsyncMemoriesAI, video_no: str) -> None:
        async def for_ever() -> None:
            while True:
                await client.videos.download(video_no, tmp_path / "copy.mp4", overwrite=True)

        with pytest.raises(TimeoutError):
            await asyncio.wait_for(for_ever(), seconds)

    assert run(emulator, scenario) == []
    assert {path.name for path in tmp_path.iterdir()} <= {"copy.mp4"}


def test_a_cancelled_wait_ends_at_once(emulator: Emulator) -> None:
    async def scenario(client: AsyncMemoriesAI, video_no: str) -> None:
        emulator_sleeps = Polling(delay=30, jitter=0)
        await client.videos.delete(video_no)
        waiting = await client.videos.upload(SAMPLE)
        task = asyncio.create_task(client.videos.wait(waiting.video_no, polling=emulator_sleeps))
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    assert run(emulator, scenario) == []


def test_many_tasks_share_a_client(emulator: Emulator) -> None:
    async def scenario(client: AsyncMemoriesAI, video_no: str) -> None:
        pages = await asyncio.gather(*(client.videos.list(video_nos=[video_no]) for _ in range(60)))
        assert {page.items[0].video_no for page in pages} == {video_no}

    assert run(emulator, scenario) == []


def test_a_forgotten_stream_makes_no_noise(emulator: Emulator) -> None:
    complaints: list[str] = []

    async def main() -> None:
        asyncio.get_running_loop().set_exception_handler(lambda _, context: complaints.append(str(context)))
        async with AsyncMemoriesAI(KEY, base_url=emulator.base_url) as client:
            video = await client.videos.upload(SAMPLE)
            await client.videos.wait(video.video_no, polling=Polling(delay=0.05))
            async for _ in client.chat.stream("red balloon", video_nos=[video.video_no]):
                break
            gc.collect()
            await asyncio.sleep(0.05)

    asyncio.run(main())
    assert complaints == []


def test_a_call_that_is_cancelled_within_the_handshake_closes_its_connection() -> None:
    async def main() -> None:
        closed = asyncio.Event()

        async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            while await reader.read(1000):
                pass
            writer.close()
            closed.set()

        async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
            port = server.sockets[0].getsockname()[1]
            async with AsyncMemoriesAI(KEY, base_url=f"https://127.0.0.1:{port}") as client:
                with pytest.raises(TimeoutError):
                    async with asyncio.timeout(0.2):
                        await client.videos.list()
                async with asyncio.timeout(10):
                    await closed.wait()

    asyncio.run(main())


# Nobody closed the connections of the first loops while these ran; Python says so when they are forgotten.
@pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning")
def test_a_client_may_be_used_in_one_event_loop_after_the_other(emulator: Emulator) -> None:
    client = AsyncMemoriesAI(KEY, base_url=emulator.base_url)
    pages = [asyncio.run(client.videos.list()) for _ in range(3)]
    assert pages[0] == pages[1] == pages[2]
    asyncio.run(client.aclose())
    gc.collect()
