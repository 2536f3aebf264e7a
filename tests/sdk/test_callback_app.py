"""The ASGI app for callbacks: alone and mounted, fed with sense and nonsense."""

from __future__ import annotations

import asyncio
import json
import logging
import socket
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Mount, Route

import memories_ai as m
from memories_ai import webhooks

SECRET = "a-secret-path_0123456789"
NEWS = {"videoNo": "VI1", "status": "PARSE"}
PATIENCE = 20.0


class Inbox:
    """A handler that remembers, and fails when told to."""

    def __init__(self) -> None:
        self.events: list[webhooks.CallbackEvent] = []
        self.failures = 0

    async def __call__(self, event: webhooks.CallbackEvent) -> None:
        if self.failures:
            self.failures -= 1
            raise RuntimeError("the database is away")
        self.events.append(event)


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


def ask(app: Any, method: str = "POST", path: str = f"/{SECRET}", **more: Any) -> httpx.Response:
    """One request to an app without a server."""

    async def send() -> httpx.Response:
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://app.test") as client:
            return await client.request(method, path, **more)

    return asyncio.run(send())


def feed(app: Any, *messages: dict[str, Any], headers: Any = (), stay: bool = False) -> list[Any]:
    """What the app sends for messages as a server passes them; with `stay`, the sender goes silent after them."""

    async def run() -> list[Any]:
        left, sent = list(messages), []

        async def receive() -> Any:
            if left:
                return left.pop(0)
            await asyncio.sleep(PATIENCE if stay else 0)
            return {"type": "http.disconnect"}

        async def send(message: Any) -> None:
            sent.append(message)

        scope = {"type": "http", "method": "POST", "path": f"/{SECRET}", "headers": list(headers)}
        await app(scope, receive, send)
        return sent

    return asyncio.run(run())


def piece(body: bytes, *, more: bool) -> dict[str, Any]:
    return {"type": "http.request", "body": body, "more_body": more}


def test_a_callback_is_handed_over(inbox: Inbox) -> None:
    answer = ask(webhooks.CallbackApp(inbox, secret=SECRET), json=NEWS)
    assert (answer.status_code, answer.content) == (200, b"")
    assert inbox.events == [webhooks.parse(NEWS)]


@pytest.mark.parametrize(
    "path",
    ["/", f"/{SECRET[:-1]}", f"/{SECRET}x", f"/{SECRET}/", f"//{SECRET}", f"/x/{SECRET}", f"/{SECRET.upper()}", "/ä"],
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_every_other_path_is_answered_alike(inbox: Inbox, path: str, method: str) -> None:
    answer = ask(webhooks.CallbackApp(inbox, secret=SECRET), method, path)
    assert (answer.status_code, answer.content, dict(answer.headers)) == (404, b"", {"content-length": "0"})
    assert inbox.events == []


def test_only_post_is_served(inbox: Inbox) -> None:
    for method in ("GET", "HEAD", "PUT", "DELETE", "OPTIONS"):
        answer = ask(webhooks.CallbackApp(inbox, secret=SECRET), method)
        assert (answer.status_code, answer.headers["allow"]) == (405, "POST")


@pytest.mark.parametrize("body", [b"", b"<html>", b"{", b"\xff\xfe", b"[" * 100_000, b'{"a":NaN}'])
def test_what_is_no_json_is_refused(inbox: Inbox, body: bytes) -> None:
    assert ask(webhooks.CallbackApp(inbox, secret=SECRET), content=body).status_code == 400
    assert inbox.events == []


def test_unknown_events_are_handed_over(inbox: Inbox) -> None:
    app = webhooks.CallbackApp(inbox, secret=SECRET)
    bodies: list[Any] = [{"something": "new"}, [1], None, {"text": "\ud800"}, {"long": "x" * 10_000}]
    for body in bodies:
        assert ask(app, content=json.dumps(body)).status_code == 200
    assert inbox.events == [webhooks.UnknownCallback(raw=body) for body in bodies]


def test_a_body_is_bounded(inbox: Inbox) -> None:
    app = webhooks.CallbackApp(inbox, secret=SECRET)
    exactly = b'{"a":"' + b"x" * (webhooks.MAX_BODY_BYTES - 8) + b'"}'
    assert ask(app, content=exactly).status_code == 200
    assert ask(app, content=exactly + b" ").status_code == 413
    # Without a length, or with a false one, what counts is what comes.
    endless = feed(app, *[piece(b" " * 65_536, more=True)] * 17, stay=True)
    assert endless[0]["status"] == 413
    for length in (b"1048577", b"9" * 5_000):
        assert feed(app, headers=[(b"content-length", length)], stay=True)[0]["status"] == 413


def test_a_slow_body_is_bounded(inbox: Inbox) -> None:
    app = webhooks.CallbackApp(inbox, secret=SECRET, body_seconds=0.05)
    started = time.monotonic()
    assert feed(app, piece(b"{", more=True), stay=True)[0]["status"] == 408
    assert time.monotonic() - started < PATIENCE / 2


def test_a_body_that_is_cut_is_forgotten(inbox: Inbox) -> None:
    assert feed(webhooks.CallbackApp(inbox, secret=SECRET), piece(b'{"videoNo":"VI1"', more=True)) == []
    assert inbox.events == []


def test_repetitions_are_acknowledged_and_not_handed_over(inbox: Inbox) -> None:
    app = webhooks.CallbackApp(inbox, secret=SECRET)
    bodies = [NEWS, {**NEWS, "status": "UNPARSE"}, NEWS, {"status": 0, "data": None}, {"status": 0, "data": None}]
    assert [ask(app, json=body).status_code for body in bodies] == [200] * 5
    assert [event.key for event in inbox.events] == [webhooks.parse(bodies[i]).key for i in (0, 1, 3)]


def test_results_without_an_id_are_no_repetitions_of_each_other(inbox: Inbox) -> None:
    app = webhooks.CallbackApp(inbox, secret=SECRET)
    for text in ("a cat", "a dog", "a cat"):
        body = {"status": 0, "data": {"text": text, "token": {"input": 1, "output": 1, "total": 2}}}
        assert ask(app, json=body).status_code == 200
    assert [event.text for event in inbox.events if isinstance(event, webhooks.CaptionCallback)] == ["a cat", "a dog"]


def test_news_whose_handler_failed_count_as_new(inbox: Inbox, caplog: pytest.LogCaptureFixture) -> None:
    app = webhooks.CallbackApp(inbox, secret=SECRET)
    inbox.failures = 1
    assert [ask(app, json=NEWS).status_code for _ in range(3)] == [500, 200, 200]
    assert inbox.events == [webhooks.parse(NEWS)]
    assert "failed on a VideoCallback" in caplog.text
    assert SECRET not in caplog.text


def test_a_repetition_waits_for_the_first_one() -> None:
    """Were it answered before, a failure of the first would be lost."""
    calls: list[str] = []

    async def slow(event: webhooks.CallbackEvent) -> None:
        calls.append(event.key)
        await asyncio.sleep(0.05)
        if len(calls) == 1:
            raise RuntimeError

    async def main() -> list[int]:
        transport = httpx.ASGITransport(app=webhooks.CallbackApp(slow, secret=SECRET))
        async with httpx.AsyncClient(transport=transport, base_url="http://app.test") as client:
            answers = await asyncio.gather(*(client.post(f"/{SECRET}", json=NEWS) for _ in range(5)))
            return [answer.status_code for answer in answers]

    assert sorted(asyncio.run(main())) == [200, 200, 200, 200, 500]
    assert len(calls) == 2


def test_handlers_of_all_kinds() -> None:
    threads: list[threading.Thread] = []

    def plain(_: webhooks.CallbackEvent) -> None:
        threads.append(threading.current_thread())

    async def coroutine(_: webhooks.CallbackEvent) -> None:
        threads.append(threading.current_thread())

    for handler in (plain, coroutine, lambda event: coroutine(event)):
        assert ask(webhooks.CallbackApp(handler, secret=SECRET), json=NEWS).status_code == 200
    assert [thread is threading.main_thread() for thread in threads] == [False, True, True]


class DiskLikeStore:
    """A store that does I/O; fails when told to."""

    def __init__(self) -> None:
        self.keys: set[str] = set()
        self.broken = False

    async def add(self, key: str) -> bool:
        await asyncio.sleep(0)
        if self.broken:
            raise OSError("disk full")
        assert len(key) <= 200
        key.encode()
        new = key not in self.keys
        self.keys.add(key)
        return new

    async def discard(self, key: str) -> None:
        await asyncio.sleep(0)
        self.keys.discard(key)


def test_a_store_of_ones_own(inbox: Inbox) -> None:
    store = DiskLikeStore()
    app = webhooks.CallbackApp(inbox, secret=SECRET, store=store)
    store.broken = True
    assert ask(app, json=NEWS).status_code == 500
    store.broken, inbox.failures = False, 1
    assert [ask(app, json=NEWS).status_code for _ in range(3)] == [500, 200, 200]
    assert store.keys == {"video:VI1:PARSE"}
    for awkward in ("x" * 300, "\ud800", "a\nb"):
        assert ask(app, content=json.dumps({"videoNo": awkward, "status": "PARSE"})).status_code == 200
    assert len(store.keys) == len(inbox.events) == 4


def test_memory_is_bounded_in_number_and_age() -> None:
    now = [0.0]
    store = webhooks.MemorySeenStore(capacity=2, age=10, clock=lambda: now[0])
    assert [store.add(key) for key in ("a", "a", "b", "c", "b", "a")] == [True, False, True, True, False, True]
    now[0] = 10.0
    assert store.add("a")
    store.discard("a")
    store.discard("never")
    assert store.add("a")
    for bad in ({"capacity": 0}, {"age": 0}):
        with pytest.raises(m.ValidationError):
            webhooks.MemorySeenStore(**bad)


@pytest.mark.parametrize("secret", ["", "short", "x" * 129, "with/slash-0123456789", "ümlaut-0123456789", 5])
def test_a_secret_that_is_none(secret: Any) -> None:
    with pytest.raises(m.ConfigurationError, match="token_urlsafe") as caught:
        webhooks.CallbackApp(print, secret=secret)
    assert len(str(secret)) < 6 or str(secret) not in str(caught.value)


def test_the_secret_stands_in_no_repr() -> None:
    app = webhooks.CallbackApp(print, secret=SECRET)
    assert app.path == f"/{SECRET}"
    assert SECRET not in repr(app)
    assert webhooks.CallbackApp(print).path != webhooks.CallbackApp(print).path
    assert len(webhooks.CallbackApp(print).path) > 40


async def hello(_: Request) -> PlainTextResponse:
    return PlainTextResponse("hello")


Serve = Callable[[Any], str]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Runs apps under uvicorn on loopback ports, and gives their addresses."""
    running: list[tuple[uvicorn.Server, threading.Thread, socket.socket]] = []

    def start(app: Any) -> str:
        listener = socket.create_server(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(app, log_config=None, ws="none"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        running.append((server, thread, listener))
        while not server.started:
            assert thread.is_alive()
            time.sleep(0.01)
        return f"http://127.0.0.1:{listener.getsockname()[1]}"

    yield start
    for server, thread, listener in running:
        server.should_exit = True
        thread.join(PATIENCE)
        listener.close()


def test_mounted_in_starlette(inbox: Inbox, serve: Serve) -> None:
    app = webhooks.CallbackApp(inbox, secret=SECRET, body_seconds=0.3)
    base = serve(Starlette(routes=[Route("/", hello), Mount("/hooks", app)]))
    with httpx.Client(base_url=base, timeout=PATIENCE) as client:
        assert client.get("/").text == "hello"
        assert client.post(f"/hooks/{SECRET}", json=NEWS).status_code == 200
        assert client.post(f"/{SECRET}", json=NEWS).status_code == 404
        assert client.post("/hooks/guess", json=NEWS).status_code == 404
        assert client.get(f"/hooks/{SECRET}").status_code == 405
        assert client.post(f"/hooks/{SECRET}", content=b"x" * 3_000_000).status_code == 413
        assert client.post(f"/hooks/{SECRET}", content=slow()).status_code == 408
    assert inbox.events == [webhooks.parse(NEWS)]


def test_alone_under_a_server(inbox: Inbox, serve: Serve, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)
    base = serve(webhooks.CallbackApp(inbox, secret=SECRET))
    assert httpx.post(f"{base}/{SECRET}", json=NEWS).status_code == 200
    assert inbox.events == [webhooks.parse(NEWS)]
    assert caplog.text == ""


def slow() -> Iterator[bytes]:
    yield b"{"
    time.sleep(1.0)
    yield b"}"


def test_web_sockets_are_closed() -> None:
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        return {"type": "websocket.connect"}

    app = webhooks.CallbackApp(print, secret=SECRET)
    asyncio.run(app({"type": "websocket", "path": f"/{SECRET}", "headers": []}, receive, send))
    assert sent == [{"type": "websocket.close"}]
