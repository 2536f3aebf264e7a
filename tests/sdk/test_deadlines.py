"""A call ends in time, however little by little its answer comes."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from anyio.from_thread import BlockingPortal

import memories_ai as m
from memories_ai import AsyncMemoriesAI, Retries, Timeouts
from sdk_support import MakeClient, envelope

SECONDS = 0.6
# The aim is a tenth more; a busy machine may need a while until it has noticed.
AT_MOST = 2.0
JSON_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n"
EVENTS_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
FILE_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\nContent-Length: 100000\r\n\r\n"
THINKING = b'data:{"type":"thinking","title":"t","content":"c","sessionId":"1"}\n\n'
SESSIONS = envelope({"sessions": [], "current_page": 1, "page_size": 20, "total_count": "0"}).content
# What comes at once, and what then comes again and again.
Script = tuple[bytes, bytes]


@contextmanager
def serving(script: Script, pause: float = 0.05) -> Iterator[str]:
    """A server that answers every connection after a script; its base URL."""
    stopped = threading.Event()

    def answer(connection: socket.socket) -> None:
        with connection:
            try:
                connection.recv(65536)
                connection.sendall(script[0])
                while not stopped.wait(pause):
                    connection.sendall(script[1])
            except OSError:
                return

    def accept() -> None:
        while not stopped.is_set():
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=answer, args=(connection,), daemon=True).start()

    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=accept, daemon=True).start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        stopped.set()
        listener.shutdown(socket.SHUT_RDWR)


def read(client: Any, timeout: float | None, _: Path | None = None) -> Any:
    return client.sessions.list(timeout=timeout)


def stream(client: Any, timeout: float | None, _: Path) -> Any:
    return list(client.chat.stream("who?", video_nos=["VI1"], timeout=timeout))


def download(client: Any, timeout: float | None, folder: Path) -> Any:
    return client.videos.download("VI1", folder / "a.mp4", timeout=timeout)


CASES: dict[str, tuple[Callable[[Any, float | None, Path], Any], Script]] = {
    "silence": (read, (b"", b"")),
    "headers in drops": (read, (b"HTTP/1.1 200 OK\r\nX-Drop: ", b"a")),
    "body in drops": (read, (JSON_HEAD, b" ")),
    "body that stops": (read, (JSON_HEAD + b"{", b"")),
    "events in drops": (stream, (EVENTS_HEAD, b"1\r\n \r\n")),
    "events without end": (stream, (EVENTS_HEAD, b"%x\r\n%s\r\n" % (len(THINKING), THINKING))),
    "events that stop": (stream, (EVENTS_HEAD + b"%x\r\n%s\r\n" % (len(THINKING), THINKING), b"")),
    "file in drops": (download, (FILE_HEAD, b"\0")),
}


@pytest.mark.parametrize("how", ["per call", "by tier"])
@pytest.mark.parametrize("name", CASES)
def test_no_call_outlasts_its_time(make_client: MakeClient, tmp_path: Path, name: str, how: str) -> None:
    call, script = CASES[name]
    with serving(script) as base_url:
        timeouts = Timeouts(total=SECONDS, transfer=SECONDS) if how == "by tier" else Timeouts()
        client = make_client(base_url=base_url, timeouts=timeouts, retries=Retries())
        started = time.monotonic()
        with pytest.raises(m.RequestTimeoutError) as caught:
            call(client, SECONDS if how == "per call" else None, tmp_path)
        took = time.monotonic() - started
    assert SECONDS * 0.9 <= took < AT_MOST
    assert caught.value.message == f"The call was not over within {SECONDS:g} s."
    assert list(tmp_path.iterdir()) == []


def test_an_answer_may_be_slow_within_its_time(make_client: MakeClient) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % (len(SESSIONS) + 10)
    with serving((head + SESSIONS, b"  "), pause=0.02) as base_url:
        assert list(read(make_client(base_url=base_url), 20).items) == []


def test_pauses_do_not_outlast_it_either(make_client: MakeClient) -> None:
    def refuse(request: httpx.Request) -> httpx.Response:
        return httpx.Response(429, headers={"retry-after": "30"})

    started = time.monotonic()
    with pytest.raises(m.RateLimitError) as caught:
        read(make_client(refuse, retries=Retries()), 5)
    assert time.monotonic() - started < AT_MOST
    assert caught.value.attempts == 1


def test_an_http_client_of_ones_own_is_heeded_between_pieces(make_client: MakeClient, mode: str) -> None:
    with serving((JSON_HEAD, b" ")) as base_url:
        http: Any = httpx.Client() if mode == "sync" else httpx.AsyncClient()
        started = time.monotonic()
        with pytest.raises(m.RequestTimeoutError):
            read(make_client(base_url=base_url, http_client=http), SECONDS)
        assert time.monotonic() - started < AT_MOST


@pytest.mark.parametrize("name", [name for name, (call, _) in CASES.items() if call is read])
def test_an_asynchronous_one_is_interrupted(portal: BlockingPortal, name: str) -> None:
    async def call(base_url: str) -> float:
        # Patient for ever: nothing but the deadline ends it.
        async with httpx.AsyncClient(transport=Patient()) as http:
            client = AsyncMemoriesAI("k", base_url=base_url, http_client=http, retries=Retries(most=0))
            started = time.monotonic()
            with pytest.raises(m.RequestTimeoutError, match="was not over within"):
                await client.sessions.list(timeout=SECONDS)
            return time.monotonic() - started

    with serving(CASES[name][1]) as base_url:
        assert portal.call(call, base_url) < AT_MOST


class Patient(httpx.AsyncHTTPTransport):
    """Knows no timeouts."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        request.extensions["timeout"] = {}
        return await super().handle_async_request(request)


def test_a_used_connection_has_forgotten_the_deadline_before(make_client: MakeClient) -> None:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(SESSIONS)
    connections = 0

    def serve(listener: socket.socket) -> None:
        nonlocal connections
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            connections += 1
            with connection:
                while connection.recv(65536):
                    connection.sendall(answer + SESSIONS)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=serve, args=(listener,), daemon=True).start()
        client = make_client(base_url=f"http://127.0.0.1:{listener.getsockname()[1]}")
        read(client, 0.3)
        time.sleep(0.4)
        read(client, None)
        assert connections == 1
        listener.shutdown(socket.SHUT_RDWR)


@contextmanager
def reading(at_once: int, pause: float) -> Iterator[str]:
    """A server that reads so many bytes after each pause, over a connection that takes little at a time."""
    stopped = threading.Event()

    def serve(listener: socket.socket) -> None:
        connection, _ = listener.accept()
        with connection:
            while not stopped.wait(pause) and connection.recv(at_once):
                pass

    with socket.socket() as listener:
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_MAXSEG, 536)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        thread = threading.Thread(target=serve, args=(listener,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        stopped.set()
        thread.join(5)


def test_a_request_that_is_read_in_sips_ends_in_time(make_client: MakeClient) -> None:
    with reading(60_000, 1.5) as base_url:
        client = make_client(base_url=base_url)
        started = time.monotonic()
        with pytest.raises(m.RequestTimeoutError):
            client.chat("x" * 3_000_000, video_nos=["VI1"], timeout=2)
        # Given to each part that the socket takes, the time would be up after five seconds.
        assert time.monotonic() - started < 4
