"""Hostile requests, a few thousand of them, and whether the harness would notice what they are to find."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from random import Random
from types import SimpleNamespace
from typing import Any, cast

import pytest

from hostile import Campaign, Connection, Outcome, Report, judge, run, tells
from hostile_attacks import HALF_CLOSE, MAKERS, Attack, Attacks, control_paths_of
from hostile_data import BROKEN_JSON, NAUGHTY_STRINGS
from hostile_requests import Kit
from memories_ai_mock.operations import HANDLERS

ATTACKS = 6_000
SEED = 1


@pytest.fixture(scope="module")
def kit() -> Kit:
    return Kit("key", {"videono": "VI1"}, b"no video", "127.0.0.1:1")


def test_hostile_requests_are_answered_and_leave_no_harm() -> None:
    report = run(ATTACKS, SEED)
    assert report.faults == [], report.table()
    assert report.rows.keys() == MAKERS.keys()
    assert sum(row.count for row in report.rows.values()) == ATTACKS


def test_the_lists_are_long() -> None:
    assert len(set(BROKEN_JSON)) >= 150
    assert len(set(NAUGHTY_STRINGS)) >= 100


def test_every_served_operation_and_slot_has_its_turn(kit: Kit) -> None:
    assert {operation.id for operation in kit.operations} == set(HANDLERS)
    assert {slot.operation.id for slot in kit.slots} == set(HANDLERS)
    seen = [MAKERS["naughty strings"][1](turn, Random(turn), kit) for turn in range(len(kit.slots))]  # noqa: S311
    assert len({attack.blocks for attack in seen}) > len(kit.slots) * 0.9


def test_the_same_seed_gives_the_same_attacks(kit: Kit) -> None:
    numbers = range(0, 3_000, 7)
    first, again, other = (Attacks(kit, seed) for seed in (1, 1, 2))
    assert all(first[number] == again[number] for number in numbers)
    assert any(first[number] != other[number] for number in numbers)
    assert {first[number].kind for number in range(300)} == MAKERS.keys()


def test_control_paths_come_from_the_guide() -> None:
    assert "/__mock__/scenarios/load" in control_paths_of("see `POST /__mock__/scenarios/load`.")


@contextlib.asynccontextmanager
async def serving(answer: bytes, *, closing: bool) -> AsyncIterator[int]:
    """A server that gives the same bytes to whatever comes first; its port."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1000)
        writer.write(answer)
        if not closing:
            await reader.read()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        yield server.sockets[0].getsockname()[1]


async def outcome_of(answer: bytes, attack: Attack, *, closing: bool = False) -> Outcome:
    async with serving(answer, closing=closing) as port:
        connection = Connection(*await asyncio.open_connection("127.0.0.1", port))
        try:
            return await connection.attack(attack)
        finally:
            await connection.close()


OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"
BROKEN = b"HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n"
GET = Attack("test", (b"GET / HTTP/1.1\r\n\r\n",))


@pytest.mark.parametrize(
    ("answer", "attack", "closing", "words"),
    [
        (OK, GET, False, None),
        (BROKEN, GET, False, "status 500"),
        (OK, Attack("test", GET.blocks, status=403), False, "status 200"),
        (b"", GET, True, "closed after 0 of 1"),
        (OK[:-1], GET, True, "closed after 0 of 1"),
        (OK, Attack("test", GET.blocks * 2, answers=2), True, "closed after 1 of 2"),
        (b"", Attack("test", (b"\0",), answers=0, end=HALF_CLOSE), True, None),
        (BROKEN, Attack("test", (b"\0",), answers=0, end=HALF_CLOSE), True, "status 500"),
    ],
)
def test_what_counts_as_a_fault(answer: bytes, attack: Attack, closing: bool, words: str | None) -> None:
    found = judge(attack, asyncio.run(outcome_of(answer, attack, closing=closing)))
    assert (found is None) if words is None else (found is not None and words in found)


def test_silence_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hostile.ANSWER_SECONDS", 0.1)
    found = judge(GET, asyncio.run(outcome_of(OK[:-1], GET)))
    assert found is not None
    assert "silent after 0 of 1" in found


def test_what_a_log_tells() -> None:
    assert tells("Traceback (most recent call last):")
    assert not tells("WARNING uvicorn.error: Invalid HTTP request received.")


@pytest.mark.parametrize(
    ("answers", "repeated", "faults"),
    [
        ((b"HTTP/1.1 500 Oops",), 0, ["status 500"]),
        ((b"HTTP/1.1 400 Bad Request",), 1, []),
        ((), 0, []),
    ],
)
def test_a_spoiled_connection_is_no_fault_but_a_broken_server_is(
    answers: tuple[bytes, ...], repeated: int, faults: list[str]
) -> None:
    """On a used connection these answers come instead of two; on a new one all is well."""
    connections = 0

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal connections
        connections += 1
        first = connections == 1
        while await reader.read(1000):
            heads = [b"HTTP/1.1 200 OK"] * (1 if first else 2)
            writer.writelines(head + b"\r\nContent-Length: 0\r\n\r\n" for head in heads)
            if first and await reader.read(1000):
                writer.writelines(head + b"\r\nContent-Length: 0\r\n\r\n" for head in answers)
                break
        writer.close()

    async def attacked() -> Report:
        report = Report()
        server = await asyncio.start_server(serve, "127.0.0.1", 0)
        async with server:
            port = server.sockets[0].getsockname()[1]
            one = b"GET / HTTP/1.1\r\n\r\n"
            attacks = [Attack("one", (one,)), Attack("two", (one * 2,), answers=2)]
            target = SimpleNamespace(host="127.0.0.1", port=port)
            await asyncio.wait_for(Campaign(cast("Any", target), cast("Any", attacks), report)._work(iter([0, 1])), 20)
        return report

    report = asyncio.run(attacked())
    assert [fault.split(": ")[1].split(";")[0] for fault in report.faults] == faults
    assert report.rows["two"].repeated == repeated
