"""Short texts that the service remembers."""

from __future__ import annotations

from typing import Any

import pytest

from mock_support import Api
from operation_support import ask, refusal


def add(api: Api, *contents: str, **common: Any) -> None:
    entries = [{"role": "me", "content": content} for content in contents]
    assert ask(api, "add_memory", json={"memories": entries, **common}) is None


def contents(api: Api, operation: str = "list_memories", **body: Any) -> list[str]:
    return [row["content"] for row in ask(api, operation, json=body)["memories"]]


def test_an_account_begins_without_memories(api: Api) -> None:
    nothing = {"memories": [], "current_page": 1, "page_size": 20, "total_count": "0"}
    assert ask(api, "list_memories", json={}) == nothing
    assert ask(api, "search_memories", json={"query": "door"}) == nothing


def test_all_that_was_told_is_kept(api: Api) -> None:
    told = {"tags": ["trip"], "latitude": "48.2", "longitude": "-16", "memories_at": "2025-11-17T17:00:00Z"}
    ask(api, "add_memory", json={"memories": [{"role": "a friend", "content": "The blue door"}], **told})
    [row] = ask(api, "list_memories", json={})["memories"]
    assert row.pop("id").isdigit()
    assert row.pop("create_time").isdigit()
    assert row == {"role": "a friend", "content": "The blue door", **told}


def test_what_was_not_told_is_left_out(api: Api) -> None:
    add(api, "The blue door", tags=[])
    [row] = ask(api, "list_memories", json={})["memories"]
    assert row.keys() == {"id", "role", "content", "create_time"}


def test_the_newest_come_first_in_pages(api: Api) -> None:
    add(api, "one", "two")
    add(api, "three")
    assert contents(api) == ["three", "two", "one"]
    page = ask(api, "list_memories", json={"page": 2, "page_size": 2})
    assert [row["content"] for row in page["memories"]] == ["one"]
    assert (page["current_page"], page["page_size"], page["total_count"]) == (2, 2, "3")
    assert contents(api, page=9) == []


def test_words_are_found_the_best_first(api: Api) -> None:
    add(api, "The BLUE door", "A blue door in the garden", "A red balloon")
    add(api, "Nothing at all", tags=["garden"])
    found = ask(api, "search_memories", json={"query": "blue garden!"})
    assert [(row["content"], row["score"]) for row in found["memories"]] == [
        ("A blue door in the garden", 1.0),
        ("Nothing at all", 0.5),
        ("The BLUE door", 0.5),
    ]
    assert found["total_count"] == "3"
    assert contents(api, "search_memories", query="blue garden", page=2, page_size=2) == ["The BLUE door"]
    assert contents(api, "search_memories", query="...") == []


def test_namespaces_are_apart(api: Api) -> None:
    add(api, "The blue door")
    add(api, "The green door", unique_id="north")
    assert contents(api) == ["The blue door"]
    assert contents(api, unique_id="north") == ["The green door"]
    assert contents(api, "search_memories", query="door", unique_id="north") == ["The green door"]


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"memories": [{"role": "me"}]},
        {"memories": [{"content": "x"}]},
        {"memories": "x"},
        {"memories": [], "latitude": 48.2},
        {"memories": [], "latitude": "north"},
        {"memories": [], "memories_at": "2025-11-17 17:00:00"},
        {"memories": [], "memories_at": "yesterday"},
        {"memories": [], "unique_id": None},
    ],
)
def test_what_does_not_fit_is_refused(api: Api, body: dict[str, Any]) -> None:
    assert refusal(api, "add_memory", json=body)[0] == "0001"
    assert contents(api) == []


def test_several_are_stored_all_or_none(api: Api) -> None:
    entries = [{"role": "me", "content": "one"}, {"role": "me"}]
    assert refusal(api, "add_memory", json={"memories": entries})[0] == "0001"
    assert contents(api) == []
