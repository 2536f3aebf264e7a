"""Faults that a test asks for: answers that come late, broken, cut short or not at all."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import quote

from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from memories_ai_mock import envelope
from memories_ai_mock.journal import Entry
from memories_ai_mock.spec import Operation

# The connection of a request, in its ASGI scope: only a server of ours puts it there.
TRANSPORT = "memories_ai_mock.transport"
MAX_SECONDS = 600.0
MAX_WAITING = 1_000
DRIP_BYTES = 16
# How long a connection may take to close in good order.
CLOSE_SECONDS = 2.0
# How often it is looked whether a client still waits.
LOOK_SECONDS = 0.02
# A character of three bytes, to be cut in two.
WIDE = "…".encode()

# As documented.
EXCEEDED = "Request has exceeded the limit."

HTML = "<!DOCTYPE html><html><head><title>{status}</title></head><body><h1>{status} Service Error</h1></body></html>"

KINDS: Mapping[str, str] = {
    "latency": "answers `seconds` later; handles the request at once when the client stops waiting",
    "stall": "answers nothing for `seconds`, then closes the connection; the request is not handled",
    "drip": f"sends the body {DRIP_BYTES} bytes at a time, `seconds` apart",
    "drop_before": "closes the connection; the request is not handled",
    "drop_after": "handles the request, then closes the connection without an answer",
    "drop_in_body": "handles the request, and closes the connection in the middle of the body",
    "truncated_json": "sends the first half of the body as if it were all",
    "wrong_content_type": "calls the body text/html",
    "server_error": "answers with `status` (503) and a page of HTML; the request is not handled",
    "too_many_requests": "answers with HTTP 429 and Retry-After: `seconds`; the request is not handled",
    "limit_exceeded": "answers with HTTP 200 and code 0429; the request is not handled",
    "redirect": "redirects to another name of this machine, whose path notes whether the key came along",
    "sse_cut_event": "cuts a stream in the middle of its event number `event` (1)",
    "sse_cut_character": "cuts a stream inside a character of its event number `event` (1)",
    "sse_no_end": "ends a stream in good order after `event` (1) events, without its last one",
    "duplicate_callback": "delivers the next callback twice",
    "reorder_callback": "delivers the next callback `seconds` later, after those that follow",
}
STREAM_KINDS = ("sse_cut_event", "sse_cut_character", "sse_no_end")
MEMBERS = ("kind", "operation", "times", "seconds", "status", "event")
# Dialect of the operations whose answers are streams.
STREAM = "stream"
CALLBACK_KINDS = ("duplicate_callback", "reorder_callback")
# What a client cannot tell from a request that was handled.
UNCERTAIN = ("stall", "drop_before", "drop_after", "drop_in_body", "truncated_json", "server_error")
FAILING = (*UNCERTAIN, "too_many_requests", "limit_exceeded")


class FaultError(ValueError):
    """What was asked for is no fault; the message names the member and the remedy."""


@dataclass(slots=True)
class Fault:
    """A fault that waits for its request.

    Attributes:
        kind: One of `KINDS`.
        operation: The operation that it waits for; None: any.
        times: How often it strikes; None: always.
        seconds: See `KINDS`.
        status: HTTP status of a `server_error`.
        event: See `KINDS`.
    """

    kind: str
    operation: str | None = None
    times: int | None = 1
    seconds: float = 1.0
    status: int = 503
    event: int = 1

    def __post_init__(self) -> None:
        if not isinstance(self.kind, str) or self.kind not in KINDS:
            raise FaultError(f"kind: {envelope.shown(self.kind)} is unknown; known: {', '.join(KINDS)}")
        if self.operation is not None and not isinstance(self.operation, str):
            raise FaultError(f"operation: {envelope.shown(self.operation)} must be an operationId, or be left out")
        if self.operation is not None and self.kind in CALLBACK_KINDS:
            raise FaultError(f"operation: callbacks belong to none; leave it out of a {self.kind}")
        for name, low, high in (("times", 1, 10**6), ("status", 400, 599), ("event", 1, 10**6)):
            value = getattr(self, name)
            if value is None and name == "times":
                continue
            if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
                raise FaultError(f"{name}: {envelope.shown(value)} must be a whole number from {low} to {high}")
        if isinstance(self.seconds, bool) or not isinstance(self.seconds, int | float):
            raise FaultError(f"seconds: {envelope.shown(self.seconds)} must be a number")
        if not 0 <= self.seconds <= MAX_SECONDS:
            raise FaultError(f"seconds: {self.seconds} must lie between 0 and {MAX_SECONDS:g}")
        if self.kind == "too_many_requests" and self.seconds % 1:
            raise FaultError(f"seconds: {self.seconds} must be a whole number: Retry-After knows no parts of a second")

    def fits(self, operation: Operation) -> bool:
        """Whether it can strike a request of an operation."""
        if self.kind in CALLBACK_KINDS or self.operation not in (None, operation.id):
            return False
        return self.kind not in STREAM_KINDS or operation.envelope == STREAM


class Faults:
    """The faults that wait, in the order of their coming. Safe to use from any thread."""

    def __init__(self, operations: Mapping[str, Operation]) -> None:
        self._operations = operations
        self._waiting: list[Fault] = []
        self._lock = threading.Lock()

    # Entries are JSON, checked here.
    def add(self, *entries: Any) -> None:
        """Make faults of their JSON, all or none of them.

        Raises:
            FaultError: see there.
        """
        faults = [self._fault(entry) for entry in entries]
        with self._lock:
            if len(self._waiting) + len(faults) > MAX_WAITING:
                raise FaultError(f"faults: more than {MAX_WAITING} would wait; clear them first")
            self._waiting.extend(faults)

    def _fault(self, entry: Any) -> Fault:
        if not isinstance(entry, Mapping):
            raise FaultError(f"fault: {envelope.shown(entry)} must be an object with a kind")
        unknown = sorted(entry.keys() - MEMBERS)
        if unknown:
            raise FaultError(f"{envelope.shown(unknown[0])[1:-1]}: is unknown; known: {', '.join(MEMBERS)}")
        if "kind" not in entry:
            raise FaultError(f"kind: is missing; give one of {', '.join(KINDS)}")
        fault = Fault(**entry)
        if fault.operation is not None:
            operation = self._operations.get(fault.operation)
            if operation is None:
                raise FaultError(f"operation: {envelope.shown(fault.operation)} is no operationId of the spec")
            if not fault.fits(operation):
                raise FaultError(f"operation: {operation.id} answers with no stream, which a {fault.kind} could cut")
        return fault

    def take(self, operation: Operation) -> Fault | None:
        """The first fault that waits for an operation; it is gone once it has struck as often as it should."""
        return self._take(lambda each: each.fits(operation))

    def take_callback(self) -> Fault | None:
        """The first fault that waits for a callback."""
        return self._take(lambda each: each.kind in CALLBACK_KINDS)

    def _take(self, fits: Callable[[Fault], bool]) -> Fault | None:
        # Without a lock first: nearly always there is none.
        if not self._waiting:
            return None
        with self._lock:
            found = next((each for each in self._waiting if fits(each)), None)
            if found is not None and found.times is not None:
                found.times -= 1
                if not found.times:
                    self._waiting.remove(found)
            return found

    def waiting(self) -> list[dict[str, Any]]:
        """The faults as JSON."""
        with self._lock:
            return [asdict(each) for each in self._waiting]

    def clear(self) -> None:
        with self._lock:
            self._waiting.clear()


async def strike(fault: Fault, app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
    """Answer a request with a fault."""
    scope["memories_ai_mock.entry"].fault = fault.kind
    await STRIKES[fault.kind](fault, app, scope, receive, send)


Strike = Callable[[Fault, ASGIApp, Scope, Receive, Send], Awaitable[None]]


async def _late(fault: Fault, app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
    end = time.monotonic() + fault.seconds
    while (left := end - (seen := time.monotonic())) > 0:
        await asyncio.sleep(min(left, LOOK_SECONDS))
        if _has_left(scope, seen):
            # The request came: it is handled, as by a service that is slow to answer.
            break
    await app(scope, receive, send)


async def _stall(fault: Fault, _: ASGIApp, scope: Scope, receive: Receive, __: Send) -> None:
    # Nobody is left to be kept waiting once the client has gone.
    with suppress(TimeoutError):
        async with asyncio.timeout(fault.seconds):
            await _disconnected(receive)
            return
    await _close(scope, receive)


async def _drip(fault: Fault, app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
    seen = time.monotonic()

    async def slowly(message: Message) -> None:
        nonlocal seen
        body = message.get("body", b"")
        for start in range(0, len(body), DRIP_BYTES):
            if _has_left(scope, seen):
                return
            seen = time.monotonic()
            await send({**message, "body": body[start : start + DRIP_BYTES], "more_body": True})
            await asyncio.sleep(fault.seconds)
        await send({**message, "body": b""} if "body" in message else message)

    await app(scope, receive, slowly)


async def _drop_before(_: Fault, __: ASGIApp, scope: Scope, receive: Receive, ___: Send) -> None:
    await _close(scope, receive)


async def _drop_after(_: Fault, app: ASGIApp, scope: Scope, receive: Receive, __: Send) -> None:
    async def nowhere(_: Message) -> None:
        return None

    await app(scope, receive, nowhere)
    await _close(scope, receive)


async def _drop_in_body(_: Fault, app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
    await _first_half(app, scope, receive, send)
    await _close(scope, receive)


async def _truncated(_: Fault, app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
    async def shortened(message: Message) -> None:
        length = _content_length(message)
        if length is not None:
            message = _with_header(message, b"content-length", str(length // 2).encode())
        await send(message)

    await _first_half(app, scope, receive, shortened)
    await send({"type": "http.response.body", "body": b""})


async def _wrong_type(_: Fault, app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
    async def renamed(message: Message) -> None:
        if message["type"] == "http.response.start":
            message = _with_header(message, b"content-type", b"text/html; charset=utf-8")
        await send(message)

    await app(scope, receive, renamed)


async def _server_error(fault: Fault, _: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
    await Response(HTML.format(status=fault.status), fault.status, media_type="text/html")(scope, receive, send)


async def _too_many(fault: Fault, _: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
    seconds = f"{fault.seconds:g}"
    entry: Entry = scope["memories_ai_mock.entry"]
    entry.retry_after = fault.seconds
    entry.code, entry.problem = envelope.LIMIT_EXCEEDED, "Too Many Requests"
    answer = envelope.failure(envelope.LIMIT_EXCEEDED, "Too Many Requests", 429, {"Retry-After": seconds})
    await answer(scope, receive, send)


async def _limit(_: Fault, __: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
    entry: Entry = scope["memories_ai_mock.entry"]
    entry.code, entry.problem = envelope.LIMIT_EXCEEDED, EXCEEDED
    await envelope.failure(envelope.LIMIT_EXCEEDED, EXCEEDED)(scope, receive, send)


async def _redirect(_: Fault, __: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
    asked = dict(scope["headers"]).get(b"host", b"").decode("latin-1")
    # Another name than the client used, not than the socket has.
    other = "127.0.0.1" if asked.lower().startswith("localhost") else "localhost"
    query = f"?{scope['query_string'].decode('latin-1')}" if scope["query_string"] else ""
    location = f"http://{other}:{scope['server'][1]}/__mock__/other-host{quote(scope['path'])}{query}"
    await Response(b"", 307, {"Location": location})(scope, receive, send)


async def _cut_stream(fault: Fault, app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
    """Count the events that go out (each is one message), and cut at the one that is asked for."""
    count = 0
    finished = False
    # A refusal is no stream: it goes out whole.
    is_stream = True
    entry: Entry = scope["memories_ai_mock.entry"]

    async def cut(message: Message) -> None:
        nonlocal count, finished, is_stream
        if message["type"] == "http.response.start":
            is_stream = dict(message["headers"]).get(b"content-type", b"").startswith(b"text/event-stream")
        body = message.get("body", b"")
        if finished or not is_stream or not body:
            if not finished:
                await send(message)
            return
        count += 1
        if count < fault.event or (fault.kind == "sse_no_end" and count == fault.event):
            await send(message)
            return
        finished = True
        entry.cut_session = entry.session_id
        if fault.kind == "sse_no_end":
            await send({**message, "body": b"", "more_body": False})
            return
        part = body[: len(body) // 2]
        if fault.kind == "sse_cut_character":
            part = part.decode(errors="ignore").encode() + WIDE[:2]
        await send({**message, "body": part, "more_body": True})
        await _close(scope, receive)

    await app(scope, receive, cut)


STRIKES: Mapping[str, Strike] = {
    "latency": _late,
    "stall": _stall,
    "drip": _drip,
    "drop_before": _drop_before,
    "drop_after": _drop_after,
    "drop_in_body": _drop_in_body,
    "truncated_json": _truncated,
    "wrong_content_type": _wrong_type,
    "server_error": _server_error,
    "too_many_requests": _too_many,
    "limit_exceeded": _limit,
    "redirect": _redirect,
    "sse_cut_event": _cut_stream,
    "sse_cut_character": _cut_stream,
    "sse_no_end": _cut_stream,
}


async def _first_half(app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
    """Send the first half of a body, that is of its declared length or, of a stream, of its first piece."""
    left: int | None = None

    async def half(message: Message) -> None:
        nonlocal left
        if message["type"] == "http.response.start":
            length = _content_length(message)
            left = None if length is None else length // 2
            await send(message)
            return
        body = message.get("body", b"")
        part = body[: len(body) // 2 if left is None else left]
        left = (left or len(part)) - len(part)
        if part:
            await send({**message, "body": part, "more_body": True})

    await app(scope, receive, half)


def _content_length(message: Message) -> int | None:
    value = dict(message.get("headers", ())).get(b"content-length")
    return None if value is None else int(value)


def _with_header(message: Message, name: bytes, value: bytes) -> Message:
    others = [each for each in message["headers"] if each[0] != name]
    return {**message, "headers": [*others, (name, value)]}


def _is_closing(scope: Scope) -> bool:
    transport: asyncio.Transport | None = scope.get(TRANSPORT)
    return transport is not None and transport.is_closing()


def _has_left(scope: Scope, seen: float) -> bool:
    """Whether the client has closed the connection, since it was last `seen`: that is noted."""
    if not _is_closing(scope):
        return False
    entry: Entry = scope["memories_ai_mock.entry"]
    if entry.last_seen is None:
        entry.last_seen = seen
    return True


async def _close(scope: Scope, receive: Receive) -> None:
    """Close the connection of a request at once; what was sent before goes out first."""
    transport: asyncio.Transport | None = scope.get(TRANSPORT)
    if transport is None:
        raise ConnectionAbortedError("this fault needs the emulator's own server; start it by Emulator or the command")
    transport.close()
    # Until the server has seen it: it would else complain of an answer that is not complete.
    try:
        async with asyncio.timeout(CLOSE_SECONDS):
            await _disconnected(receive)
    except TimeoutError:
        # A client that reads nothing keeps what was sent before from going out.
        transport.abort()
        await _disconnected(receive)


async def _disconnected(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
