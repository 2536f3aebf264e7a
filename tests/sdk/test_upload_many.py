"""Several uploads at once: bounded, each result or error in its place, and nothing left running."""

from __future__ import annotations

import asyncio
import contextvars
import io
import os
import re
import signal
import socket
import ssl
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
import trustme

import memories_ai as m
from memories_ai import AsyncMemoriesAI, MemoriesAI, RateLimits, Retries
from memories_ai_mock import Emulator, Settings
from sdk_support import KEY, MakeClient, envelope

SAMPLE = Path(__file__).parents[2] / "examples" / "media" / "sample.mp4"
VIDEO = b"moving pictures" * 1000


class Service(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Accepts each upload under the name it came with, once so many have come; counts how many are under way."""

    def __init__(self, together: int = 1) -> None:
        self.together, self.now, self.most = together, 0, 0
        self.names: list[str] = []
        self._lock = threading.Lock()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        with self._under_way():
            for _ in self._until_all_have_come():
                time.sleep(0.01)
            return self._answer(request.read())

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        with self._under_way():
            for _ in self._until_all_have_come():
                await asyncio.sleep(0.01)
            return self._answer(await request.aread())

    @contextmanager
    def _under_way(self) -> Iterator[None]:
        with self._lock:
            self.now += 1
            self.most = max(self.most, self.now)
        try:
            yield
        finally:
            with self._lock:
                self.now -= 1

    def _until_all_have_come(self) -> Iterator[None]:
        yield
        for _ in range(3000):
            if self.most >= self.together:
                return
            yield

    def _answer(self, body: bytes) -> httpx.Response:
        found = re.search(rb'filename="(.*?)"', body)
        name = found[1].decode() if found else "url"
        self.names.append(name)
        if name == "limited.mp4":
            return envelope(None, code="0429", msg="Request has exceeded the limit.")
        return envelope({"videoNo": f"VI-{name}", "videoName": name})


@pytest.fixture
def clips(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{number}.mp4" for number in range(12)]
    for path in paths:
        path.write_bytes(VIDEO)
    return paths


def test_each_result_or_error_is_in_its_place(make_client: MakeClient, clips: list[Path], tmp_path: Path) -> None:
    service = Service()
    sources: list[Any] = [clips[0], "nowhere.mp4", VIDEO, VIDEO, 5, "https://a.example/b.mp4", clips[1]]
    names = [None, None, "limited.mp4", "bytes.mov", None, None, "other.mkv"]
    results = make_client(service).videos.upload_many(iter(sources), filenames=names)
    assert [getattr(result, "video_no", type(result)) for result in results] == [
        "VI-0.mp4",
        m.ValidationError,
        m.RateLimitError,
        "VI-bytes.mov",
        m.ValidationError,
        "VI-url",
        "VI-other.mkv",
    ]
    assert results[1].field == "source"
    assert (results[2].operation, results[2].attempts) == ("upload", 1)


@pytest.mark.parametrize("concurrency", [1, 3, 100])
def test_so_many_are_under_way_at_once(make_client: MakeClient, clips: list[Path], concurrency: int) -> None:
    service = Service(together=min(concurrency, len(clips)))
    results = make_client(service).videos.upload_many(clips, concurrency=concurrency)
    assert [result.name for result in results] == [path.name for path in clips]
    assert (service.now, sorted(service.names)) == (0, sorted(path.name for path in clips))
    assert service.most == min(concurrency, len(clips))


def test_no_source_is_no_error(make_client: MakeClient) -> None:
    assert make_client(Service()).videos.upload_many([]) == []


def test_options_go_with_each(make_client: MakeClient, clips: list[Path]) -> None:
    bodies: list[bytes] = []

    def handler(request: httpx.Request) -> httpx.Response:
        bodies.append(request.read())
        return envelope({"videoNo": "VI1", "videoName": "a"})

    make_client(handler, unique_id="mine").videos.upload_many(clips[:3], tags=["t7"], folder_id=-1)
    assert len(bodies) == 3
    assert all(b"mine" in body and b"t7" in body and b"folder_id" in body for body in bodies)


def test_progress_tells_which_source(make_client: MakeClient, clips: list[Path]) -> None:
    steps: list[tuple[int, int, int | None]] = []
    busy = threading.Lock()

    def tell(number: int, sent: int, total: int | None) -> None:
        assert busy.acquire(blocking=False), "two calls at once"
        time.sleep(0.001)
        steps.append((number, sent, total))
        busy.release()

    make_client(Service()).videos.upload_many(clips, on_progress=tell)
    assert {number: (sent, total) for number, sent, total in steps} == {
        number: (len(VIDEO), len(VIDEO)) for number in range(len(clips))
    }


def test_what_the_callback_raises_ends_the_whole(make_client: MakeClient, clips: list[Path]) -> None:
    def stop(number: int, sent: int, total: int | None) -> None:
        if number == 1:
            raise KeyError("mine")

    service = Service()
    with pytest.raises(KeyError, match="mine"):
        make_client(service).videos.upload_many(clips, concurrency=2, on_progress=stop)
    assert service.now == 0, "an upload goes on"
    assert len(service.names) < len(clips)


@pytest.mark.parametrize(
    ("arguments", "field"),
    [
        ({"sources": "clip.mp4"}, "sources"),
        ({"sources": Path("clip.mp4")}, "sources"),
        ({"sources": b"bytes"}, "sources"),
        ({"sources": 5}, "sources"),
        ({"sources": io.BytesIO(VIDEO)}, "sources"),
        ({"sources": [io.BytesIO(VIDEO)] * 2}, "sources"),
        ({"sources": [], "concurrency": 0}, "concurrency"),
        ({"sources": [], "concurrency": True}, "concurrency"),
        ({"sources": [], "concurrency": None}, "concurrency"),
        ({"sources": [], "concurrency": 1.5}, "concurrency"),
        ({"sources": [b"a"], "filenames": []}, "filenames"),
        ({"sources": [b"a"], "filenames": "a"}, "filenames"),
        ({"sources": [b"a"], "filenames": 5}, "filenames"),
    ],
)
def test_what_holds_for_all_is_refused_unsent(make_client: MakeClient, arguments: dict[str, Any], field: str) -> None:
    service = Service()
    with pytest.raises(m.ValidationError) as caught:
        make_client(service).videos.upload_many(**arguments)
    assert (caught.value.field, service.names) == (field, [])


def test_each_is_retried_by_itself(make_client: MakeClient, clips: list[Path]) -> None:
    seen: list[bytes] = []

    def handler(request: httpx.Request) -> httpx.Response:
        seen.append(request.read())
        if len(seen) <= 2:
            raise httpx.ConnectError("refused")
        return envelope({"videoNo": "VI1", "videoName": "a"})

    client = make_client(handler, retries=Retries(most=2, first_delay=0.001))
    results = client.videos.upload_many(clips[:2], concurrency=1)
    assert [result.video_no for result in results] == ["VI1", "VI1"]
    assert len(seen) == 4
    assert all(VIDEO in body for body in seen)


def test_threads_know_the_context_of_their_caller(clips: list[Path]) -> None:
    variable: contextvars.ContextVar[str] = contextvars.ContextVar("variable", default="")
    variable.set("mine")
    seen: list[str] = []

    def handler(_: httpx.Request) -> httpx.Response:
        seen.append(variable.get())
        return envelope({"videoNo": "VI1", "videoName": "a"})

    with MemoriesAI(KEY, http_client=httpx.Client(transport=httpx.MockTransport(handler))) as client:
        client.videos.upload_many(clips)
    assert seen == ["mine"] * len(clips)


def test_the_emulator_takes_several(make_client: MakeClient) -> None:
    with Emulator(Settings(parse_seconds=0)) as emulator:
        client = make_client(base_url=emulator.base_url)
        results = client.videos.upload_many([SAMPLE] * 5, concurrency=3)
        assert len({result.video_no for result in results}) == 5
        assert {row.video_no for row in client.videos.list()} == {result.video_no for result in results}


@contextmanager
def silent_server(tls: ssl.SSLContext | None = None) -> Iterator[tuple[str, list[socket.socket]]]:
    """Reads all that comes, and never answers; its base URL and the connections that have brought something."""
    connections: list[socket.socket] = []

    def swallow(connection: socket.socket) -> None:
        try:
            if tls:
                connection = tls.wrap_socket(connection, server_side=True)
            while connection.recv(65536):
                if connection not in connections:
                    connections.append(connection)
        except OSError:
            return

    def accept() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=swallow, args=(connection,), daemon=True).start()

    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=accept, daemon=True).start()
        yield f"{'https' if tls else 'http'}://127.0.0.1:{listener.getsockname()[1]}", connections
        listener.shutdown(socket.SHUT_RDWR)
    for connection in connections:
        connection.close()


def test_cancelled_uploads_leave_nothing_running(clips: list[Path]) -> None:
    complaints: list[Any] = []

    async def main(address: str, connections: list[socket.socket]) -> None:
        asyncio.get_running_loop().set_exception_handler(lambda _, context: complaints.append(context))
        async with AsyncMemoriesAI(KEY, base_url=address) as client:
            uploads = asyncio.create_task(client.videos.upload_many(clips, concurrency=3))
            while len(connections) < 3:
                await asyncio.sleep(0.01)
                assert not uploads.done()
            uploads.cancel()
            with pytest.raises(asyncio.CancelledError):
                await uploads
            assert asyncio.all_tasks() == {asyncio.current_task()}
            pool: Any = client._transport._http._transport
            assert pool._pool.connections == []

    with silent_server() as (address, connections):
        asyncio.run(main(address, connections))
        assert len(connections) == 3
    assert complaints == []


INTERRUPTED = """
import signal, sys, threading
from memories_ai import MemoriesAI

# A shell that runs the tests in its background has them ignore interrupts.
signal.signal(signal.SIGINT, signal.default_int_handler)
address, *paths = sys.argv[1:]
with MemoriesAI("sk-mavi-test", base_url=address) as client:
    print("begun", flush=True)
    try:
        client.videos.upload_many(paths, concurrency=3)
    except KeyboardInterrupt:
        print("interrupted", threading.active_count(), flush=True)
"""


@pytest.mark.skipif(os.name == "nt", reason="no other program can be interrupted there")
@pytest.mark.parametrize("encrypted", [False, True])
def test_interrupted_uploads_leave_nothing_running(clips: list[Path], tmp_path: Path, encrypted: bool) -> None:
    authority = trustme.CA()
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(tls)
    with silent_server(tls if encrypted else None) as (address, connections):
        command = [sys.executable, "-c", INTERRUPTED, address, *map(str, clips)]
        environment = {**os.environ, "SSL_CERT_FILE": str(tmp_path / "ca.pem")}
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as program:
            _until(lambda: len(connections) == 3)
            program.send_signal(signal.SIGINT)
            try:
                # Far below the 300 seconds that the answer to an upload is waited for.
                out, _ = program.communicate(timeout=60)
            finally:
                program.kill()
    assert out.splitlines() == ["begun", "interrupted 1"]
    assert len(connections) == 3


def test_an_interrupt_ends_pauses_too(clips: list[Path]) -> None:
    """What the callback raises takes the same way as an interrupt, and can be brought about here."""
    began = time.monotonic()

    def handler(request: httpx.Request) -> httpx.Response:
        if b"0.mp4" in request.read():
            # After the others have begun their pauses.
            time.sleep(0.3)
            raise KeyError("mine")
        return httpx.Response(429, headers={"retry-after": "50"})

    with (
        MemoriesAI(KEY, http_client=httpx.Client(transport=httpx.MockTransport(handler))) as client,
        pytest.raises(KeyError),
    ):
        client.videos.upload_many(clips[:3])
    assert time.monotonic() - began < 40


def test_an_interrupt_ends_waits_for_the_rate_limits_too(clips: list[Path]) -> None:
    began = time.monotonic()

    def handler(request: httpx.Request) -> httpx.Response:
        # While the others wait for the next minute.
        time.sleep(0.3)
        raise KeyError("mine")

    transport = httpx.MockTransport(handler)
    with (
        MemoriesAI(KEY, http_client=httpx.Client(transport=transport), rate_limits=RateLimits()) as client,
        pytest.raises(KeyError),
    ):
        client.videos.upload_many(clips[:4])
    assert time.monotonic() - began < 40


def _until(condition: Any) -> None:
    for _ in range(600):
        if condition():
            return
        time.sleep(0.1)
    raise AssertionError("it did not come about within a minute")
