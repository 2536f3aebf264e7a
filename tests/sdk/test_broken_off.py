"""Calls that end from without, or whose host cannot be reached in time: always with one of our errors, and soon."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import httpcore
import pytest

import memories_ai as m
from memories_ai import _connecting
from memories_ai._connecting import Connecting
from memories_ai._stopping import Stop, Stopped
from sdk_support import MakeClient, envelope

SILENT = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"
EVENTS = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"
    b'data:{"type":"thinking","title":"t","content":"c","sessionId":"1"}\n\n'
)
SESSIONS = {"sessions": [], "current_page": 1, "page_size": 20, "total_count": "0"}
# What a call would last if nothing ended it.
LONG = 15.0
SOON = 6.0


@contextmanager
def silent_after(head: bytes) -> Iterator[tuple[str, threading.Event]]:
    """A server that sends the beginning of an answer and no more; its address, and whether it has done so."""
    sent = threading.Event()
    with ExitStack() as stack:
        listener = stack.enter_context(socket.create_server(("127.0.0.1", 0)))

        def serve() -> None:
            connection, _ = listener.accept()
            stack.enter_context(connection)
            connection.recv(65536)
            connection.sendall(head)
            sent.set()

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}", sent
        thread.join(SOON)


def once(ready: threading.Event, act: Callable[[], object]) -> None:
    """Do something in another thread as soon as the main one surely waits."""

    def run() -> None:
        ready.wait(SOON)
        time.sleep(0.3)
        act()

    threading.Thread(target=run, daemon=True).start()


def test_a_call_ends_when_its_client_is_closed(make_client: MakeClient) -> None:
    with silent_after(SILENT) as (url, sent):
        client = make_client(base_url=url)
        once(sent, client.close)
        start = time.monotonic()
        with pytest.raises(m.TransportError):
            client.sessions.list(timeout=LONG)
    assert time.monotonic() - start < SOON


def test_a_stream_that_is_closed_while_it_is_read_says_so(make_client: MakeClient) -> None:
    with silent_after(EVENTS) as (url, sent):
        stream = make_client(base_url=url).chat.stream("?", video_nos=["VI1"], timeout=LONG)
        once(sent, stream.close)
        start, events = time.monotonic(), iter(stream)
        assert next(events)
        with pytest.raises(m.TransportError, match="closed while it was read"):
            next(events)
    assert time.monotonic() - start < SOON


@pytest.fixture
def many_addresses(monkeypatch: pytest.MonkeyPatch) -> Callable[[list[str]], None]:
    """Gives the host many.example addresses."""
    found = socket.getaddrinfo

    def name(addresses: list[str]) -> None:
        def look_up(host: Any, port: Any, *more: Any, **named: Any) -> Any:
            hosts = addresses if host in {"many.example", b"many.example"} else [host]
            return [entry for each in hosts for entry in found(each, port, *more, **named)]

        monkeypatch.setattr(socket, "getaddrinfo", look_up)

    return name


@pytest.fixture
def hanging_lookup(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[threading.Thread]]:
    """The lookup of silent.example lasts until the test is over; the threads that wait for it."""
    found, over, waiting = socket.getaddrinfo, threading.Event(), list[threading.Thread]()

    def look_up(host: Any, *more: Any, **named: Any) -> Any:
        if host in {"silent.example", b"silent.example"}:
            waiting.append(threading.current_thread())
            over.wait(LONG)
            raise socket.gaierror("too late")
        return found(host, *more, **named)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    yield waiting
    over.set()


@contextmanager
def full_port() -> Iterator[int]:
    """A port at 127.0.0.1 that no connection to comes about."""
    with ExitStack() as stack:
        listener = stack.enter_context(socket.socket())
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        for _ in range(4):
            waiting = stack.enter_context(socket.socket())
            waiting.setblocking(False)
            waiting.connect_ex(listener.getsockname())
        yield listener.getsockname()[1]


def test_dead_addresses_of_a_host_share_the_time_of_the_call(
    make_client: MakeClient, many_addresses: Callable[[list[str]], None]
) -> None:
    many_addresses(["127.0.0.1"] * 12)
    with full_port() as port:
        start = time.monotonic()
        with pytest.raises(m.RequestTimeoutError):
            make_client(base_url=f"http://many.example:{port}").sessions.list(timeout=0.8)
    assert time.monotonic() - start < SOON


def test_a_dead_address_does_not_hide_a_living_one(
    make_client: MakeClient, many_addresses: Callable[[list[str]], None]
) -> None:
    answer = envelope(SESSIONS).content
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(answer)
    with silent_after(head + answer) as (url, _):
        # Nobody listens at the first one.
        many_addresses(["127.0.0.9", "127.0.0.1"])
        client = make_client(base_url=url.replace("127.0.0.1", "many.example"))
        assert client.sessions.list(timeout=LONG).total == 0


def test_a_proxy_that_cannot_be_is_one_of_our_errors(make_client: MakeClient) -> None:
    client = make_client(base_url="https://api.example", proxy="http://a..b:80")
    with pytest.raises(m.MemoriesError):
        client.sessions.list(timeout=LONG)


def test_a_proxy_that_refuses_has_sent_nothing_on(make_client: MakeClient) -> None:
    with silent_after(b"HTTP/1.1 407 Who are you\r\nContent-Length: 0\r\n\r\n") as (url, _):
        client = make_client(base_url="https://api.example", proxy=url.replace("//", "//user:secret@"))
        with pytest.raises(m.ConnectionFailedError, match="407") as caught:
            client.sessions.list(timeout=LONG)
    assert not caught.value.may_have_arrived
    assert "secret" not in f"{caught.value!r} {caught.value.__cause__!r}"


@pytest.mark.parametrize("seconds", [3e6, 1e9])
def test_a_timeout_without_end_is_none_to_the_system(make_client: MakeClient, seconds: float) -> None:
    answer = envelope(SESSIONS).content
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(answer)
    timeouts = m.Timeouts(connect=seconds, short=seconds, total=seconds)
    with silent_after(head + answer) as (url, _):
        assert make_client(base_url=url, timeouts=timeouts).sessions.list(timeout=seconds).total == 0


@pytest.mark.parametrize("limits", [{"connect": 0.4}, {"total": 0.4}])
def test_a_lookup_that_hangs_ends_with_the_time_to_connect_and_with_that_of_the_call(
    make_client: MakeClient, hanging_lookup: list[threading.Thread], limits: dict[str, float]
) -> None:
    client = make_client(base_url="http://silent.example", timeouts=m.Timeouts(**limits))
    start = time.monotonic()
    with pytest.raises(m.RequestTimeoutError) as caught:
        client.sessions.list()
    assert 0.3 < time.monotonic() - start < SOON
    assert caught.value.retryable  # nothing was sent
    assert len(hanging_lookup) == 1


def test_a_lookup_that_hangs_ends_when_its_thread_is_to_end(hanging_lookup: list[threading.Thread]) -> None:
    stop, ended, started = Stop(), list[BaseException](), threading.Event()

    def connect() -> None:
        stop.in_force()
        started.set()
        try:
            Connecting.connect(httpcore.SyncBackend(), "silent.example", 80, LONG, None, None)
        except BaseException as error:
            ended.append(error)

    thread = threading.Thread(target=connect, daemon=True)
    thread.start()
    once(started, stop.now)
    start = time.monotonic()
    thread.join(SOON)
    assert time.monotonic() - start < SOON
    assert [type(error) for error in ended] == [Stopped]


def test_a_number_is_looked_up_without_a_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_connecting, "Thread", None)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        Connecting.connect(httpcore.SyncBackend(), "127.0.0.1", listener.getsockname()[1], LONG, None, None).close()


def test_a_lookup_needs_no_thread_where_none_can_be_started(monkeypatch: pytest.MonkeyPatch) -> None:
    """As at the end of the interpreter."""

    def refuse(_: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", refuse)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        Connecting.connect(httpcore.SyncBackend(), "localhost", listener.getsockname()[1], LONG, None, None).close()
