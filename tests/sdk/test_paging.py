"""Iterating over all pages of a list, whatever the pages say of themselves."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest

import memories_ai as m
from memories_ai import _paging
from sdk_support import MakeClient, envelope


class Library:
    """Sessions in pages; `total` is what it claims, `lies` changes what it says of a page."""

    def __init__(self, count: int, size: int = 2, total: int | str | None = None, **lies: Any) -> None:
        self.ids = [str(number) for number in range(count)]
        self.size, self.total, self.lies = size, count if total is None else total, lies
        self.asked: list[str | None] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        page = request.url.params.get("page")
        self.asked.append(page)
        start = (int(page or 1) - 1) * self.size
        return self.answer(int(page or 1), self.ids[start : start + self.size])

    def answer(self, page: int, ids: list[str]) -> httpx.Response:
        rows = [{"sessionId": session, "title": "t"} for session in ids]
        data = {"current_page": page, "page_size": self.size, "total_count": self.total, "sessions": rows}
        return envelope({**data, **self.lies})


def everything(make_client: MakeClient, library: Any, **arguments: Any) -> list[str]:
    client = make_client(library)
    return [session.session_id for session in client.paginate(client.sessions.list, **arguments)]


@pytest.mark.parametrize(
    ("library", "requests"),
    [
        (Library(5), 3),
        (Library(5, total="5"), 3),
        (Library(4), 3),  # the last page is full: only an empty one tells
        (Library(5, total=99), 4),
        (Library(5, total=1), 3),  # a full page is followed, whatever the count
        (Library(0), 1),
        (Library(5, current_page=1), 3),
    ],
)
def test_every_item_comes_once(make_client: MakeClient, library: Library, requests: int) -> None:
    library.asked.clear()
    assert everything(make_client, library) == library.ids
    assert len(library.asked) == requests


def test_the_first_page_is_the_services_own(make_client: MakeClient) -> None:
    library = Library(3)
    everything(make_client, library)
    assert library.asked == [None, "2"]


def test_the_first_page_may_be_chosen(make_client: MakeClient) -> None:
    library = Library(5)
    assert everything(make_client, library, page=2) == ["2", "3", "4"]
    assert library.asked == ["2", "3", "4"]


def test_a_service_that_knows_no_pages_ends_it(make_client: MakeClient) -> None:
    """It answers everything again and again, and counts more than it has (recorded: "3" with one row)."""
    library = Library(2, total="3")
    library.__class__ = type("Deaf", (Library,), {"__call__": lambda self, _: self.answer(1, self.ids)})
    assert everything(make_client, library) == ["0", "1"]


def test_an_item_that_moves_to_the_next_page_comes_once(make_client: MakeClient) -> None:
    pages = iter([["3", "2"], ["2", "1"], ["0"]])
    library = Library(4)
    assert everything(make_client, lambda _: library.answer(1, next(pages))) == ["3", "2", "1", "0"]


def test_a_whole_page_of_items_that_were_added_meanwhile_is_no_end(make_client: MakeClient) -> None:
    pages = iter([["3", "2"], ["3", "2"], ["1", "0"], []])
    library = Library(4, total=6)
    assert everything(make_client, lambda _: library.answer(1, next(pages))) == ["3", "2", "1", "0"]


def test_pages_that_never_end_are_ended(make_client: MakeClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_paging, "MAX_PAGES", 7)
    library = Library(1000, total=0)
    with pytest.raises(m.ProtocolError, match="more than 7 pages"):
        everything(make_client, library)
    assert len(library.asked) == 8


def test_pages(make_client: MakeClient) -> None:
    client = make_client(Library(3))
    listed = client.paginate(client.sessions.list)
    assert [[row.session_id for row in page] for page in listed.pages()] == [["0", "1"], ["2"]]
    assert len(list(listed)) == 3, "it can be iterated anew"


def test_what_came_before_an_error_was_yielded(make_client: MakeClient) -> None:
    library = Library(4)

    def handler(request: httpx.Request) -> httpx.Response:
        return envelope(None, code="0401", msg="no") if request.url.params.get("page") == "2" else library(request)

    client = make_client(handler)
    came: list[str] = []
    with pytest.raises(m.AuthenticationError):
        came.extend(row.session_id for row in client.paginate(client.sessions.list))
    assert came == ["0", "1"]


def test_other_arguments_go_with_every_page(make_client: MakeClient) -> None:
    bodies = []

    def handler(request: httpx.Request) -> httpx.Response:
        bodies.append(json.loads(request.content))
        page = len(bodies)
        rows = [{"video_no": f"VI{page}", "video_name": "a", "status": "PARSE", "create_time": "1", "duration": "1"}]
        return envelope({"videos": rows if page < 3 else [], "current_page": page, "page_size": 1, "total_count": "9"})

    client = make_client(handler)
    assert len(list(client.paginate(client.videos.list, tag="beach", size=1))) == 2
    assert bodies == [
        {"size": 1, "tag": "beach"},
        {"page": 2, "size": 1, "tag": "beach"},
        {"page": 3, "size": 1, "tag": "beach"},
    ]


def test_a_page_is_read_like_a_sequence(make_client: MakeClient) -> None:
    page = make_client(Library(3, size=3)).sessions.list()
    assert page[0] is page.items[0]
    assert page[-1].session_id == "2"
    assert page[1:] == page.items[1:]
    with pytest.raises(IndexError):
        page[3]
