"""Answers of lists are kept as long as nothing changes, and no longer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from memories_ai_mock import Emulator
from memories_ai_mock.database import Database
from memories_ai_mock.memo import MAX_ANSWERS, MAX_BYTES, Memo
from mock_support import KEY, Api, data, envelope


def test_an_answer_is_kept_until_something_changes() -> None:
    database = Database(None)
    memo, made = Memo(database), []

    def make() -> bytes:
        made.append(1)
        return b"%d" % len(made)

    assert [memo.get("list", make) for _ in range(3)] == [b"1"] * 3
    assert memo.get("another list", make) == b"2"
    database.new_id(0)
    assert memo.get("list", make) == b"3"
    database.close()


def test_what_changes_while_an_answer_is_made_is_seen_by_the_next() -> None:
    database = Database(None)
    memo = Memo(database)

    def make() -> bytes:
        database.new_id(0)
        return b"old"

    assert memo.get("list", make) == b"old"
    assert memo.get("list", lambda: b"new") == b"new"
    database.close()


def test_few_and_small_answers_are_kept() -> None:
    database = Database(None)
    memo = Memo(database)
    for number in range(MAX_ANSWERS + 1):
        memo.get(number, lambda: b"kept")
    assert memo.get(1, lambda: b"made") == b"kept"
    assert memo.get(0, lambda: b"made") == b"made"
    memo.get("large", lambda: b"x" * (MAX_BYTES + 1))
    assert memo.get("large", lambda: b"made") == b"made"
    database.close()


def test_lists_show_every_change(emulator: Emulator, api: Api, media: Path, connect: Callable[[str], Api]) -> None:
    """Between two equal requests lies one change each."""
    other = connect("another key")
    assert api.names() == []
    video_no = api.uploaded(media / "whale.mp4")
    assert api.names() == ["whale"]
    assert other.names() == []
    [row] = data(api.post("/list_videos", {}))["videos"]
    assert row["status"] == "PARSE"
    data(api.post("/delete_videos", [video_no], unique_id="default"))
    assert api.names() == []
    emulator.control.add_video(KEY, "added")
    assert api.names() == ["added"]
    emulator.control.reset()
    assert api.names() == []


def test_a_kept_answer_lets_no_bad_request_through(api: Api) -> None:
    for _ in range(2):
        assert envelope(api.http.post("/list_videos"))["code"] == "0000"
        refused = envelope(api.http.post("/list_videos", content=b'{"size": 1}'))
        assert (refused["code"], refused["msg"].partition(":")[0]) == ("0001", "Content-Type")
        assert envelope(api.http.post("/list_videos", headers={"Authorization": ""}))["code"] == "0401"
