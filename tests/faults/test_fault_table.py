"""Every fault of the table, on both clients: what it ends with, by when, and that nothing is left behind.

The rows are data; README.md beside this module tells how to write one.
"""

from __future__ import annotations

import asyncio
import inspect
import json
import logging
import socket
import ssl
import tracemalloc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from operator import attrgetter
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import attrs
import pytest
import trustme

import memories_ai as m
from fault_rows import UNGIVEN, CallbackRow, Row, callback_rows, wire_rows
from memories_ai import webhooks
from pieces import piece
from raw_server import RawServer, full_port, refusing_port

KEY = "sk-mavi-fault-9d27c41e60ab"
# A machine under load may be late by this much; a hang lasts several times as long.
BUSY = 6.0
LOOKUP = 5.0
WIRE = wire_rows()
CALLBACKS = callback_rows()


@attrs.define
class Outcome:
    """What became of a call."""

    value: Any = None
    error: BaseException | None = None
    events: list[Any] = attrs.field(factory=list)
    seconds: float = 0.0


@contextmanager
def measured(outcome: Outcome) -> Iterator[None]:
    start = monotonic()
    try:
        yield
    except Exception as error:
        outcome.error = error
    outcome.seconds = monotonic() - start


def settings(row: Row) -> dict[str, Any]:
    """Arguments of a client: no retries, and short pauses, unless the row has its own."""
    given = dict(row.client)
    retries = given.pop("retries", 0)
    retries = retries if isinstance(retries, Mapping) else {"most": retries}
    given["retries"] = m.Retries(**{"first_delay": 0.01, "max_delay": 0.05, "limited_delay": 0.05, **retries})
    if "timeouts" in given:
        given["timeouts"] = m.Timeouts(**given["timeouts"])
    return {"api_key": KEY, **given}


def arguments(row: Row, folder: Path, words: Mapping[str, str]) -> dict[str, Any]:
    """Arguments of a call: $FILE is a video to upload, $FOLDER an empty folder."""
    args: dict[str, Any] = {name: value for name, value in row.args.items() if isinstance(name, str)}
    for name, value in args.items():
        if value == "$FILE":
            args[name] = folder.parent / "clip.mp4"
            args[name].write_bytes(b"v" * row.file_bytes)
        elif value == "$FOLDER":
            args[name] = folder
        elif isinstance(value, str):
            args[name] = piece(value, words).decode("latin-1")
    if "polling" in args:
        args["polling"] = m.Polling(**args["polling"])
    return args


def positional(row: Row) -> list[Any]:
    """Arguments without a name: those that are numbered 0, 1, ..."""
    return [value for name, value in row.args.items() if isinstance(name, int)]


def run_sync(row: Row, args: Mapping[str, Any], url: str, server: RawServer) -> Outcome:
    with m.MemoriesAI(base_url=url, **settings(row)) as client:
        for _ in range(row.times):
            outcome = Outcome()
            with measured(outcome):
                result = attrgetter(row.call)(client)(*positional(row), **args)
                if hasattr(result, "__next__"):
                    with result:
                        for event in result:
                            outcome.events.append(event)
                            if len(outcome.events) == row.take:
                                break
                else:
                    outcome.value = result
            sleep(row.rest)
        assert server.settled(BUSY), "a connection is still held after the call"
    return outcome


async def run_async(row: Row, args: Mapping[str, Any], url: str, server: RawServer) -> Outcome:
    async with m.AsyncMemoriesAI(base_url=url, **settings(row)) as client:
        for _ in range(row.times):
            outcome = Outcome()
            with measured(outcome):
                result = attrgetter(row.call)(client)(*positional(row), **args)
                if inspect.isawaitable(result):
                    outcome.value = await result
                else:
                    async with result:
                        async for event in result:
                            outcome.events.append(event)
                            if len(outcome.events) == row.take:
                                break
            await asyncio.sleep(row.rest)
        assert await asyncio.to_thread(server.settled, BUSY), "a connection is still held after the call"
    return outcome


@contextmanager
def listening(row: Row, certificates: Certificates, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, Any, Any]]:
    """The servers of a row, and the address of the first."""
    words = {"KEY": KEY}
    with ExitStack() as stack:
        elsewhere = stack.enter_context(RawServer(row.elsewhere or [["close"]], words))
        words["ELSEWHERE"] = f"127.0.0.1:{elsewhere.port}"
        kind, _, name = row.listen.partition(" ")
        tls = certificates.context(name) if kind == "tls" and name else None
        server = RawServer(row.server or [["close"]], words, tls=tls)
        server.words["HERE"] = f"127.0.0.1:{server.port}"
        stack.enter_context(server)
        monkeypatch.setenv("SSL_CERT_FILE", str(certificates.trusted))
        match kind:
            case "refused":
                url = f"http://127.0.0.1:{stack.enter_context(refusing_port())}"
            case "full":
                url = f"http://127.0.0.1:{stack.enter_context(full_port())}"
            case "unknown-host":
                url = "http://no-such-host.invalid"
            case "silent-dns":
                monkeypatch.setattr(socket, "getaddrinfo", hanging_lookup(socket.getaddrinfo))
                url = "http://silent.example"
            case "tls":
                url = f"https://localhost:{server.port}"
            case _:
                url = f"http://127.0.0.1:{server.port}"
        yield url, server, elsewhere


def hanging_lookup(look_up: Callable[..., Any]) -> Callable[..., Any]:
    """A lookup that takes long to fail for one host."""

    def hang(host: str | bytes, *more: Any, **named: Any) -> Any:
        if host in {"silent.example", b"silent.example"}:
            # The event loop waits for it at its end.
            sleep(LOOKUP)
            raise socket.gaierror("no answer of a name server")
        return look_up(host, *more, **named)

    return hang


class Certificates:
    """One authority that clients trust, and certificates that are wrong in every way."""

    def __init__(self, folder: Path) -> None:
        self.trusted = folder / "trusted.pem"
        now = datetime.now(UTC)
        authority = trustme.CA()
        authority.cert_pem.write_to_path(str(self.trusted))
        issue = partial(authority.issue_cert, not_before=now - timedelta(days=9))
        self.leaves = {
            "good": issue("localhost"),
            "wrong-host": issue("elsewhere.example"),
            "expired": issue("localhost", not_after=now - timedelta(days=1)),
            "unknown-issuer": trustme.CA().issue_cert("localhost"),
        }

    def context(self, name: str) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.leaves[name].configure_cert(context)
        return context


@pytest.fixture(scope="session")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return Certificates(tmp_path_factory.mktemp("certificates"))


@pytest.mark.parametrize("mode", ["sync", "async"])
@pytest.mark.parametrize("row", WIRE, ids=[row.name for row in WIRE])
def test_fault(
    row: Row,
    mode: str,
    certificates: Certificates,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    caplog.set_level(logging.DEBUG)
    folder = tmp_path / "downloads"
    folder.mkdir()
    with listening(row, certificates, monkeypatch) as (url, server, elsewhere):
        args = arguments(row, folder, server.words)
        if row.expect.memory:
            tracemalloc.start()
        try:
            if mode == "sync":
                outcome = run_sync(row, args, url, server)
            else:
                outcome = asyncio.run(run_async(row, args, url, server))
            peak = tracemalloc.get_traced_memory()[1] if row.expect.memory else 0
        finally:
            tracemalloc.stop()
        assert server.left(BUSY), "a connection is open after the client was closed"
        assert KEY.encode() not in elsewhere.received(), "the key was sent to another host"
        assert elsewhere.requests == 0, "another host was asked"
        check_outcome(row, outcome, server)
    assert peak <= (row.expect.memory or 0) * 1e6, f"{peak / 1e6:.0f} MB were needed"
    check_files(row, folder, outcome, server.words)
    check_secrecy(outcome, folder, caplog)


def check_outcome(row: Row, outcome: Outcome, server: RawServer) -> None:
    expected, error = row.expect, outcome.error
    if error is not None and not isinstance(error, m.MemoriesError):
        raise AssertionError(f"a foreign exception: {error!r}") from error
    if expected.error is None and error is not None:
        raise AssertionError(f"refused what is right: {error!r}") from error
    told = f"{type(error).__name__}: {error}" if error else f"{outcome.value!r}, events {outcome.events!r}"
    if expected.error is not None:
        assert error is not None, f"a silent wrong result: {told}"
        allowed = [expected.error] if isinstance(expected.error, str) else expected.error
        assert type(error).__name__ in allowed, told
    for name in ("code", "status", "attempts"):
        if (wanted := getattr(expected, name)) is not None:
            assert getattr(error, name) == wanted, f"{name}: {told}"
    assert expected.message is None or expected.message in str(error), told
    assert outcome.seconds <= expected.within * 1.1 + BUSY, f"{outcome.seconds:.1f} s: {told}"
    assert expected.requests in {None, server.requests}, f"{server.requests} requests: {told}"
    if expected.value is not UNGIVEN:
        assert_like(outcome.value, expected.value, "value")
    if expected.events is not None:
        assert_like(outcome.events, expected.events, "events")


def check_files(row: Row, folder: Path, outcome: Outcome, words: Mapping[str, str]) -> None:
    """A failed call leaves no file; what a good one leaves is what was sent."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    if outcome.error is not None or row.expect.file is None:
        assert files == []
    else:
        assert [path.read_bytes() for path in files] == [piece(row.expect.file, words)]


def check_secrecy(outcome: Outcome, folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    """The key is in no error (nor in what it came of), no log, no file."""
    for error in family(outcome.error):
        said = [str(error), repr(error), repr(error.args)]
        assert not any(KEY in text for text in said), f"the key is in a {type(error).__name__}"
        if isinstance(error, m.MemoriesError):
            assert KEY not in repr(vars(error))
    for record in caplog.records:
        assert KEY not in record.getMessage() + repr(record.args), f"the key is in a log of {record.name}"
    assert not any(KEY.encode() in path.read_bytes() for path in folder.rglob("*") if path.is_file())


def family(error: BaseException | None) -> Iterator[BaseException]:
    """An error, what caused it, and what it came up during."""
    waiting, seen = [error], set[int]()
    while waiting:
        each = waiting.pop()
        if each is not None and id(each) not in seen:
            seen.add(id(each))
            waiting += [each.__cause__, each.__context__]
            yield each


def assert_like(actual: Any, expected: Any, where: str) -> None:
    """Compare what a row names; numbers must be of the same type, and everything else may be written as text."""
    if isinstance(expected, Mapping):
        for name, value in expected.items():
            if name == "type" and value in {"ContentEvent", "ThinkingEvent", "ReferenceEvent", "UnknownEvent"}:
                assert type(actual).__name__ == value, where
            else:
                member = actual.get(name) if isinstance(actual, Mapping) else getattr(actual, name)
                assert_like(member, value, f"{where}.{name}")
    elif isinstance(expected, list):
        assert isinstance(actual, Sequence), f"{where}: {actual!r}"
        assert len(actual) == len(expected), f"{where}: {actual!r}"
        for number, (one, other) in enumerate(zip(actual, expected, strict=True)):
            assert_like(one, other, f"{where}[{number}]")
    elif isinstance(expected, str):
        text = actual.isoformat() if isinstance(actual, datetime) else actual
        assert isinstance(text, str), f"{where}: {actual!r}"
        assert text == expected, f"{where}: {actual!r}"
    else:
        assert type(actual) is type(expected), f"{where}: {actual!r}"
        assert actual == expected, f"{where}: {actual!r}"


@pytest.mark.parametrize("row", CALLBACKS, ids=[row.name for row in CALLBACKS])
def test_callback_fault(row: CallbackRow) -> None:
    bodies = [piece(body, {"KEY": KEY}) if isinstance(body, str) else body_of(body) for body in row.bodies]
    if row.error is not None:
        with pytest.raises(m.MemoriesError) as caught:
            [webhooks.parse(body) for body in bodies]
        assert type(caught.value).__name__ == row.error
        return
    events = [webhooks.parse(body) for body in bodies]
    for number, (event, expected) in enumerate(zip(events, row.events, strict=True)):
        expected = dict(expected)
        assert type(event).__name__ == expected.pop("kind", type(event).__name__)
        assert_like(event, expected, f"event {number}")
    if row.news is not None:
        assert len({event.key for event in events}) == row.news


def body_of(body: Any) -> bytes:
    """A body: a piece of bytes, or the JSON value as it stands."""
    if isinstance(body, Mapping) and len(body) == 1 and "json" in body:
        return json.dumps(body["json"]).encode()
    return piece(body, {"KEY": KEY})


KINDS: Sequence[tuple[str, Callable[[Row], bool]]] = (
    ("calls", lambda row: row.call != "chat.stream"),
    ("streams", lambda row: row.call == "chat.stream"),
    ("retries", lambda row: (row.expect.requests or 0) > 1),
    ("recoveries", lambda row: row.expect.error is None),
)


def test_the_table_is_large_and_has_every_kind() -> None:
    names = [row.name for row in WIRE] + [row.name for row in CALLBACKS]
    assert len(names) == len(set(names))
    assert len(names) >= 80
    for kind, fits in KINDS:
        assert sum(map(fits, WIRE)) >= 5, kind
