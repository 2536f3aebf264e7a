"""Texts to remember. What the service answers is not known: it comes as it is."""

from __future__ import annotations

import datetime as dt
import math
from typing import Any

import pytest

import memories_ai as m
from resource_support import Answers, Refusal, refuse_unsent
from sdk_support import MakeClient, envelope

ENTRY = m.MemoryEntry(role="Tester", content="Starting testing today")
MOMENT = dt.datetime(2025, 11, 17, 17, tzinfo=dt.UTC)


def test_everything_that_is_told(make_client: MakeClient) -> None:
    answers = Answers(envelope(None))
    client = make_client(answers, unique_id="mine")
    client.memories.add([ENTRY], tags=["test-tag"], latitude=3.2028, longitude=-1e-7, memories_at=MOMENT)
    body = answers.json
    longitude = body.pop("longitude")
    assert body == {
        "unique_id": "mine",
        "memories": [{"role": "Tester", "content": "Starting testing today"}],
        "tags": ["test-tag"],
        "latitude": "3.2028",
        "memories_at": "2025-11-17T17:00:00+00:00",
    }
    assert longitude.startswith("-0.0000001"), "the service takes no exponents"
    assert float(longitude) == pytest.approx(-1e-7)


def test_the_shortest(make_client: MakeClient) -> None:
    answers = Answers(envelope(None))
    client = make_client(answers)
    client.memories.add((ENTRY,))
    assert answers.json == {"memories": [{"role": "Tester", "content": "Starting testing today"}]}
    client.memories.list()
    assert answers.json == {}
    client.memories.search("Technology")
    assert answers.json == {"query": "Technology"}


def test_pages_and_filters(make_client: MakeClient) -> None:
    answers = Answers(envelope(None))
    client = make_client(answers)
    conditions = {"page": 2, "page_size": 20, "filters": {"role": {"in": ["Tester", None]}}, "unique_id": "x"}
    client.memories.list(**conditions)
    assert answers.json == conditions
    client.memories.search("q", **conditions)
    assert answers.json == {"query": "q", **conditions}


@pytest.mark.parametrize("data", [None, [], "ok", {"memories": [{"id": 7}], "total_count": "1"}])
def test_what_nobody_knows_comes_as_it_is(make_client: MakeClient, data: Any) -> None:
    client = make_client(Answers(envelope(data)))
    for call in (
        lambda: client.memories.add([ENTRY]),
        lambda: client.memories.list(),
        lambda: client.memories.search("q"),
    ):
        answer = call()
        assert answer == m.UnspecifiedAnswer(data=data)
        assert answer.raw == {"code": "0000", "msg": "success", "data": data, "success": True, "failed": False}


def test_a_failure(make_client: MakeClient) -> None:
    client = make_client(Answers(envelope(None, code="0401", msg="no")))
    with pytest.raises(m.AuthenticationError):
        client.memories.list()


REFUSED: list[Refusal] = [
    ("entries", lambda c: c.memories.add([]), "empty"),
    ("entries", lambda c: c.memories.add(ENTRY), "MemoryEntry, not a list"),
    ("entries", lambda c: c.memories.add("text"), "not a list"),
    ("entries", lambda c: c.memories.add(["text"]), "not a MemoryEntry"),
    ("role", lambda c: c.memories.add([m.MemoryEntry(role="", content="x")]), "empty"),
    ("content", lambda c: c.memories.add([ENTRY, m.MemoryEntry(role="x", content=7)]), "not text"),  # type: ignore[arg-type]
    ("content", lambda c: c.memories.add([m.MemoryEntry(role="x", content="\ud800")]), "UTF-8"),
    ("tags", lambda c: c.memories.add([ENTRY], tags="tag"), "not a list"),
    ("tags", lambda c: c.memories.add([ENTRY], tags=[""]), "empty"),
    ("longitude", lambda c: c.memories.add([ENTRY], latitude=1), "or neither"),
    ("latitude", lambda c: c.memories.add([ENTRY], latitude=91, longitude=1), "90"),
    ("longitude", lambda c: c.memories.add([ENTRY], latitude=1, longitude=math.inf), "180"),
    ("memories_at", lambda c: c.memories.add([ENTRY], memories_at=MOMENT.replace(tzinfo=None)), "tzinfo"),
    ("memories_at", lambda c: c.memories.add([ENTRY], memories_at="2025-11-17T17:00:00Z"), "tzinfo"),
    ("page", lambda c: c.memories.list(page=0), "at least 1"),
    ("page_size", lambda c: c.memories.list(page_size=0), "at least 1"),
    ("filters", lambda c: c.memories.list(filters=["role"]), "not a mapping"),
    ("filters", lambda c: c.memories.list(filters={7: "x"}), "not a mapping"),
    ("filters", lambda c: c.memories.search("q", filters={"x": object()}), "as JSON"),
    ("filters", lambda c: c.memories.search("q", filters={"x": math.nan}), "as JSON"),
    ("query", lambda c: c.memories.search(""), "empty"),
    ("unique_id", lambda c: c.memories.list(unique_id=""), "empty"),
]


@pytest.mark.parametrize(("field", "call", "text"), REFUSED)
def test_refused_unsent(make_client: MakeClient, field: str, call: Any, text: str) -> None:
    refuse_unsent(make_client, field, call, text)


def test_with_the_emulator(emulated: Any) -> None:
    emulated.memories.add(
        [ENTRY, m.MemoryEntry(role="Guest", content="The lighthouse is closed")],
        tags=["a"],
        latitude=1e-9,
        longitude=73.2207,
        memories_at=MOMENT,
    )
    assert emulated.memories.list(page=1, page_size=1).data["total_count"] == "2"
    found = emulated.memories.search("lighthouse", filters={}).data["memories"]
    assert [text["content"] for text in found] == ["The lighthouse is closed"]
