"""Imports of public posts: what comes, when it comes, and who is told."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from memories_ai_mock import Emulator, Settings
from memories_ai_mock.clock import Clock
from memories_ai_mock.settings import SetupError
from mock_support import Api, Receiver, data, eventually
from operation_support import ask, imported, refusal, started

SOUP = "https://www.tiktok.com/@harbourkitchen/video/7450001234567890123"
KITCHEN = "https://www.tiktok.com/@harbourkitchen"
UNKNOWN = "https://www.instagram.com/reel/Cx1/"
Connect = Callable[[str], Api]

OPERATIONS = ["import_post_urls", "import_creator", "import_hashtag"]
BODIES: dict[str, dict[str, Any]] = {
    "import_post_urls": {"video_urls": [SOUP, "https://m.tiktok.com/@somebody/video/1"]},
    "import_creator": {"username": KITCHEN, "scraper_cnt": 2},
    "import_hashtag": {"hash_tags": ["#Cooking"], "scraper_cnt": 2},
}


def rows_of(api: Api, task: str, **query: Any) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = ask(api, "get_task_status", query={"task_id": task, **query})["videos"]
    return rows


def told(receiver: Receiver) -> list[dict[str, Any]]:
    return [json.loads(body) for _, body in receiver.received]


@pytest.mark.parametrize("operation", OPERATIONS)
def test_a_task_goes_from_nothing_over_unparse_to_parse(api: Api, operation: str) -> None:
    task = ask(api, operation, json=BODIES[operation])["taskId"]
    assert rows_of(api, task) == []
    assert api.names() == []
    api.emulator.clock.advance(1)
    rows = eventually(lambda: rows_of(api, task))
    assert [row["status"] for row in rows] == ["UNPARSE", "UNPARSE"]
    assert [row["duration"] for row in rows] == ["0", "0"]
    api.emulator.clock.advance(1)
    rows = eventually(lambda: [row for row in rows_of(api, task) if row["status"] == "PARSE"])
    assert {row["video_no"] for row in rows} <= {row["video_no"] for row in rows_of(api, task)}
    for row in rows_of(api, task):
        assert row["video_no"].startswith("VI")
        assert [row[name] for name in ("size", "fps", "width", "height", "resolution_label")] == [None] * 5
    assert sorted(api.names()) == sorted(row["video_name"] for row in rows_of(api, task))


@pytest.mark.parametrize("operation", OPERATIONS)
def test_public_imports_go_into_the_public_library(api: Api, connect: Connect, operation: str) -> None:
    rows = imported(api, f"{operation}_public", BODIES[operation])
    assert len(rows) == 2
    assert all(row["video_no"].startswith("PI-") for row in rows)
    assert api.names() == []
    other = connect("sk-mavi-another")
    for row in rows:
        detail = ask(other, "get_public_video_detail", query={"video_no": row["video_no"]})
        assert (detail["video_name"], detail["video_url"]) == (row["video_name"], row["video_url"])


def test_posts_of_the_catalogue_bring_what_is_said_and_shown(api: Api) -> None:
    [row] = imported(api, "import_post_urls", {"video_urls": [f"{SOUP}/"]})
    assert row["video_name"] == "Five-minute fish soup from the harbour market"
    assert row["video_url"] == SOUP
    assert row["duration"] == "42"
    [hit, *_] = data(api.post("/search", {"search_param": "saffron", "search_type": "BY_AUDIO"}))
    assert (hit["videoNo"], hit["startTime"]) == (row["video_no"], "22")


def test_an_unknown_post_is_made_up_and_says_so(api: Api) -> None:
    [row] = imported(api, "import_post_urls", {"video_urls": [UNKNOWN]})
    assert "made up by the emulator" in row["video_name"]
    spoken = ask(api, "get_audio_transcription", query={"video_no": row["video_no"]})["transcriptions"]
    assert "was made up" in spoken[0]["content"]
    [again] = imported(api, "import_post_urls", {"video_urls": [UNKNOWN]})
    assert again["video_no"] != row["video_no"]
    assert again["video_name"] == row["video_name"]


def test_posts_of_an_unknown_creator_are_made_up_in_number(api: Api) -> None:
    rows = imported(api, "import_creator", {"username": "https://www.youtube.com/@nobody-known", "scraper_cnt": 3})
    assert len({row["video_url"] for row in rows}) == 3
    assert all("of @nobody-known" in row["video_name"] for row in rows)
    assert len(imported(api, "import_hashtag", {"hash_tags": ["never-heard-of"], "scraper_cnt": 1000})) == 50


def test_the_newest_posts_of_a_creator_come_first(api: Api) -> None:
    [newest] = imported(api, "import_creator", {"username": KITCHEN, "scraper_cnt": 1})
    rows = imported(api, "import_creator", {"username": KITCHEN, "scraper_cnt": 100})
    assert rows[0]["video_url"] == newest["video_url"]
    assert SOUP in {row["video_url"] for row in rows}
    assert len(rows) == len({row["video_url"] for row in rows}) > 2


def test_how_many_posts_come_unasked(api: Api) -> None:
    assert len(imported(api, "import_creator", {"username": "https://www.tiktok.com/@somebody"})) == 4
    assert len(imported(api, "import_hashtag", {"hash_tags": ["never-heard-of", "nor-of-this"]})) == 4


def test_a_post_with_several_of_the_hashtags_comes_once(api: Api) -> None:
    rows = imported(api, "import_hashtag", {"hash_tags": ["soup", "seafood", "#soup"], "scraper_cnt": 50})
    assert [row["video_url"] for row in rows].count(SOUP) == 1


def test_a_private_post_is_stored_as_often_as_it_is_imported(api: Api) -> None:
    imported(api, "import_post_urls", {"video_urls": [SOUP, SOUP]})
    imported(api, "import_post_urls", {"video_urls": [SOUP]})
    assert len(api.names()) == 2


def test_a_public_post_that_is_there_is_not_stored_twice(api: Api, connect: Connect) -> None:
    [hit] = data(api.post("/search_public", {"search_param": "saffron", "top_k": 1}))
    [row] = imported(api, "import_post_urls_public", {"video_urls": [SOUP]})
    assert row["video_no"] == hit["videoNo"]
    [first] = imported(api, "import_post_urls_public", {"video_urls": [UNKNOWN]})
    other = connect("sk-mavi-another")
    [second] = imported(other, "import_post_urls_public", {"video_urls": [UNKNOWN]})
    assert first == second


def test_the_older_name_of_the_posts_is_read(api: Api) -> None:
    [row] = imported(api, "import_post_urls", {"tiktok_post_urls": [SOUP], "quality": 720})
    assert row["video_url"] == SOUP


@pytest.mark.parametrize("name", ["callback_url", "callback"])
@pytest.mark.parametrize("operation", OPERATIONS)
def test_the_address_is_told_of_the_download_and_of_each_video(
    api: Api, receiver: Receiver, operation: str, name: str
) -> None:
    body = {**BODIES[operation], name: f"{receiver.url}/told"}
    task = ask(api, operation, json=body)["taskId"]
    api.emulator.clock.advance(1)
    eventually(lambda: receiver.received)
    assert told(receiver) == [{"message": "Video has been downloaded...", "taskId": task, "status": "SUCCEEDED"}]
    rows = rows_of(api, task)
    assert len(rows) == 2
    api.emulator.clock.advance(1)
    eventually(lambda: len(receiver.received) == 3)
    assert sorted(told(receiver)[1:], key=lambda each: each["videoId"]) == [
        {
            "videoId": row["video_no"],
            "message": "Video indexing succeed",
            "taskId": task,
            "status": "INDEXING_SUCCEEDED",
        }
        for row in sorted(rows, key=lambda row: str(row["video_no"]))
    ]
    assert {path for path, _ in receiver.received} == {"/told"}


def test_whoever_imports_what_is_there_is_told_as_well(api: Api, receiver: Receiver) -> None:
    body = {"video_urls": [SOUP], "callback_url": receiver.url}
    [row] = imported(api, "import_post_urls_public", body)
    eventually(lambda: len(receiver.received) == 2)
    assert [each["status"] for each in told(receiver)] == ["SUCCEEDED", "INDEXING_SUCCEEDED"]
    assert told(receiver)[1]["videoId"] == row["video_no"]


def test_whoever_is_told_finds_the_videos(receiver: Receiver) -> None:
    """Even if indexing takes no time."""
    with started(clock=Clock(), parse_seconds=0) as api:
        body = {"username": KITCHEN, "scraper_cnt": 8, "callback_url": receiver.url}
        receiver.post_gate.clear()
        task = ask(api, "import_creator", json=body)["taskId"]
        eventually(lambda: receiver.received)
        count = len(rows_of(api, task))
        receiver.post_gate.set()
        eventually(lambda: len(receiver.received) == count + 1)
    assert count > 2
    assert [each["status"] for each in told(receiver)] == ["SUCCEEDED"] + ["INDEXING_SUCCEEDED"] * count


@pytest.mark.parametrize(
    ("operation", "body"),
    [
        ("import_post_urls", {"video_urls": [SOUP, UNKNOWN.replace("instagram", "example")]}),
        ("import_post_urls", {"video_urls": ["www.tiktok.com/@x/video/1"]}),
        ("import_post_urls", {"video_urls": [SOUP], "quality": "144"}),
        ("import_post_urls", {"video_urls": [SOUP] * 51}),
        ("import_post_urls", {"video_urls": []}),
        ("import_post_urls", {}),
        ("import_post_urls", {"video_urls": [SOUP], "callback": "nowhere"}),
        ("import_creator", {"username": "harbourkitchen"}),
        ("import_creator", {"username": "https://example.com/@harbourkitchen"}),
        ("import_creator", {"username": "https://faketiktok.com/@harbourkitchen"}),
        ("import_creator", {"username": KITCHEN, "scraper_cnt": 0}),
        ("import_hashtag", {"hash_tags": []}),
        ("import_hashtag", {"hash_tags": ["#", " "]}),
    ],
)
@pytest.mark.parametrize("library", ["", "_public"])
def test_what_cannot_be_imported_is_refused(api: Api, operation: str, body: dict[str, Any], library: str) -> None:
    assert refusal(api, operation + library, json=body)[0] == "0001"


def test_posts_of_several_platforms_are_refused(api: Api) -> None:
    mixed = {"video_urls": [SOUP, "https://youtu.be/o9vgXOH4ET0"]}
    for operation in ("import_post_urls", "import_post_urls_public"):
        code, message = refusal(api, operation, json=mixed)
        assert code == "0001"
        assert "different platforms" in message


def test_an_unknown_task_has_no_videos(api: Api, connect: Connect) -> None:
    assert rows_of(api, "7") == []
    task = ask(api, "import_post_urls", json={"video_urls": [SOUP], "unique_id": "north"})["taskId"]
    api.emulator.clock.advance(1)
    assert eventually(lambda: rows_of(api, task, unique_id="north"))
    assert rows_of(api, task) == []
    assert rows_of(connect("sk-mavi-another"), task, unique_id="north") == []


def test_deleted_videos_leave_their_task(api: Api) -> None:
    task = ask(api, "import_creator", json=BODIES["import_creator"])["taskId"]
    api.emulator.clock.advance(1)
    first, second = eventually(lambda: rows_of(api, task))
    api.post("/delete_videos", [first["video_no"]])
    assert rows_of(api, task) == [second]


@pytest.fixture
def with_catalogue(tmp_path: Path) -> Iterator[Api]:
    posts = [
        {
            "platform": "YOUTUBE",
            "url": "https://www.youtube.com/watch?v=o9vgXOH4ET0",
            "creator": "tower",
            "title": "The lighthouse keeper",
            "publish_time": 1_750_000_000,
            "content": {"duration": 9, "speech": [{"start": 1, "end": 4, "text": "The lamp burns all night"}]},
        },
        {"platform": "TIKTOK", "url": SOUP, "creator": "harbourkitchen", "title": "Another soup", "public": True},
        {
            "platform": "TIKTOK",
            "url": "https://www.tiktok.com/@wreck/video/1",
            "creator": "wreck",
            "title": "Broken",
            "content": {"cause": "The post is gone."},
        },
    ]
    path = tmp_path / "posts.json"
    path.write_text(json.dumps({"posts": posts}))
    with started(catalogue=path) as api:
        yield api


def test_a_catalogue_adds_posts_and_replaces_them(with_catalogue: Api) -> None:
    api = with_catalogue
    [lighthouse] = imported(api, "import_post_urls", {"video_urls": ["https://www.youtube.com/watch?v=o9vgXOH4ET0"]})
    assert (lighthouse["video_name"], lighthouse["duration"]) == ("The lighthouse keeper", "9")
    [soup] = imported(api, "import_post_urls", {"video_urls": [SOUP]})
    assert soup["video_name"] == "Another soup"
    names = {hit["videoName"] for hit in data(api.post("/search_public", {"search_param": "soup"}))}
    assert "Another soup" in names
    assert not any(name.startswith("Five-minute") for name in names)


def test_a_post_may_fail(with_catalogue: Api) -> None:
    [row] = imported(with_catalogue, "import_creator", {"username": "https://www.tiktok.com/@wreck"})
    assert (row["status"], row["cause"]) == ("FAIL", "Indexing failed. The post is gone.")


@pytest.mark.parametrize("text", ["", "[]", '{"posts": [{}]}', '{"posts": [{"platform": "OTHER"}]}'])
def test_a_broken_catalogue_keeps_the_emulator_from_starting(tmp_path: Path, text: str) -> None:
    path = tmp_path / "posts.json"
    path.write_text(text)
    with pytest.raises(SetupError, match="catalogue"):
        Emulator(Settings(catalogue=path))


def test_imported_videos_may_wait_for_looks() -> None:
    with started(parse_polls=2) as api:
        task = ask(api, "import_post_urls", json={"video_urls": [SOUP]})["taskId"]
        api.emulator.clock.advance(1)
        [first] = eventually(lambda: rows_of(api, task))
        [second] = rows_of(api, task)
        assert [first["status"], second["status"]] == ["UNPARSE", "UNPARSE"]
        # The clock stands still.
        eventually(lambda: rows_of(api, task)[0]["status"] == "PARSE")


def test_imports_cost_credits() -> None:
    with started(credits=15) as api:
        assert ask(api, "import_post_urls", json={"video_urls": [SOUP]})
        assert refusal(api, "import_post_urls", json={"video_urls": [SOUP]})[0] == "0402"
