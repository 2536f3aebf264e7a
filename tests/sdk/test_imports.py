"""Imports of posts: requests, tasks, progress, and waiting for the end."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

import memories_ai as m
from memories_ai_mock import Emulator
from resource_support import FAST, Answers, Refusal, recorded, refuse_unsent
from sdk_support import KEY, MakeClient, envelope

URL = "https://www.tiktok.com/@cutshall73/video/7543017294226558221"
PROFILE = "https://www.tiktok.com/@cutshall73"
HOOK = "https://your.app/" + "x" * 400
TASK = "31b0fccb-d6f9-4135-922d-1e8828499812"
BEGUN = envelope({"taskId": TASK})

# What is called, where it goes, and what is sent.
SENT: list[tuple[Any, str, dict[str, Any]]] = [
    (lambda c: c.imports.posts([URL]), "scraper_url", {"video_urls": [URL], "unique_id": "mine"}),
    (
        lambda c: c.imports.posts((URL,), quality=1080, unique_id="x", folder_id=-1, callback=HOOK),
        "scraper_url",
        {"video_urls": [URL], "unique_id": "x", "folder_id": -1, "quality": "1080", "callback_url": HOOK},
    ),
    (
        lambda c: c.imports.posts([URL], public=True, quality=360, callback=HOOK),
        "scraper_url_public",
        {"video_urls": [URL], "quality": "360", "callback_url": HOOK},
    ),
    (
        lambda c: c.imports.creator(PROFILE, count=4, callback=HOOK),
        "scraper",
        {"username": PROFILE, "scraper_cnt": 4, "unique_id": "mine", "callback_url": HOOK},
    ),
    (lambda c: c.imports.creator(PROFILE, public=True), "scraper_public", {"username": PROFILE}),
    (
        lambda c: c.imports.hashtags(["#LVMH", "Dior"], count=5, folder_id=7, callback=HOOK),
        "scraper_tag",
        {
            "hash_tags": ["LVMH", "Dior"],
            "scraper_cnt": 5,
            "unique_id": "mine",
            "folder_id": 7,
            "callback": HOOK,
        },
    ),
    (lambda c: c.imports.hashtags(["LVMH"], public=True), "scraper_tag_public", {"hash_tags": ["LVMH"]}),
]


@pytest.mark.parametrize(("call", "path", "body"), SENT)
def test_what_is_sent(make_client: MakeClient, call: Any, path: str, body: dict[str, Any]) -> None:
    """The namespace of the client does not go to the public library, which has none."""
    answers = Answers(BEGUN)
    task = call(make_client(answers, unique_id="mine"))
    assert task.task_id == TASK
    assert task.raw == {"taskId": TASK}
    assert answers.path.rsplit("/", 1)[1] == path
    assert answers.json == body


def test_the_recorded_task(make_client: MakeClient) -> None:
    task = make_client(Answers(recorded("import_post_urls.one_post"))).imports.posts([URL])
    assert task == m.ImportTask(task_id="29404cac-5089-4368-ad57-1c938b6f9fb2_99dd20a65c40386649a8781da77392a1")


@pytest.mark.parametrize("data", [{}, {"id": "7"}])
def test_hashtags_may_come_without_a_task(make_client: MakeClient, data: dict[str, Any]) -> None:
    client = make_client(Answers(envelope(data)))
    task = client.imports.hashtags(["LVMH"])
    assert task.task_id is None
    assert task.raw == data
    with pytest.raises(m.ProtocolError, match="taskId"):
        client.imports.posts([URL])
    with pytest.raises(m.ProtocolError, match="taskId"):
        client.imports.creator(PROFILE)


@pytest.mark.parametrize("data", [None, [], {"taskId": 7}, {"taskId": ""}, {"taskId": True}])
def test_other_tasks_are_errors(make_client: MakeClient, data: Any) -> None:
    client = make_client(Answers(envelope(data)))
    for call in (lambda: client.imports.posts([URL]), lambda: client.imports.hashtags(["LVMH"])):
        with pytest.raises(m.ProtocolError):
            call()


def test_the_recorded_progress(make_client: MakeClient) -> None:
    answers = Answers(recorded("get_task_status.one_video"))
    progress = make_client(answers).imports.status("task", unique_id="mine")
    (video,) = progress.videos
    assert (video.video_no, video.status, video.duration) == ("VI625685456915968000", m.VideoStatus.PARSE, 1487)
    assert (video.size, video.fps, video.width, video.height, video.resolution_label) == (None,) * 5
    assert video.created_at == datetime(2025, 9, 23, 13, 30, 37, 659000, tzinfo=UTC)
    assert video.url == "https://www.youtube.com/watch?v=o9vgXOH4ET0"
    assert (progress.ready, progress.failed, progress.task_id) == (progress.videos, (), None)
    assert answers.query == {"task_id": "task", "unique_id": "mine"}


def test_ids_alone(make_client: MakeClient) -> None:
    data = {"taskId": TASK, "video_ids": ["PI-603068775285264430", "PI-603068775285264431"]}
    progress = make_client(Answers(envelope(data))).imports.status(TASK)
    assert progress == m.ImportProgress(
        task_id=TASK,
        videos=(
            m.Video(video_no="PI-603068775285264430", name=None, status=None),
            m.Video(video_no="PI-603068775285264431", name=None, status=None),
        ),
    )
    assert (progress.ready, progress.failed, progress.raw) == ((), (), data)


def test_rows_and_ids(make_client: MakeClient) -> None:
    data = {"videos": [row("PARSE", "VI1")], "video_ids": ["VI1", "VI2"]}
    progress = make_client(Answers(envelope(data))).imports.status(TASK)
    assert [(video.video_no, video.status) for video in progress.videos] == [("VI1", "PARSE"), ("VI2", None)]


def test_short_rows_with_what_nobody_knows(make_client: MakeClient) -> None:
    data = {"videos": [{"video_no": "VI1", "status": "HALF", "videoNo": "VI1"}], "state": "new"}
    progress = make_client(Answers(envelope(data))).imports.status(TASK)
    (video,) = progress.videos
    assert (video.status.value, video.is_ready, video.is_failed) == ("HALF", False, False)
    assert progress.raw == data


@pytest.mark.parametrize(
    "data",
    [
        None,
        {},
        {"videos": {}},
        {"videos": [None]},
        {"videos": [{"status": "PARSE"}]},
        {"videos": [{"video_no": 7, "status": "PARSE"}]},
        {"videos": [{"video_no": "VI1", "status": 7}]},
        {"videos": [{"video_no": "VI1", "status": "PARSE", "duration": "long"}]},
        {"videos": [{"video_no": "VI1", "status": "PARSE", "fps": "25"}]},
        {"videos": [{"video_no": "VI1", "status": "PARSE", "create_time": 1.5}]},
        {"video_ids": [7]},
        {"video_ids": [""]},
        {"video_ids": "VI1"},
        {"videos": [], "taskId": 7},
    ],
)
def test_other_progress_is_an_error(make_client: MakeClient, data: Any) -> None:
    with pytest.raises(m.ProtocolError):
        make_client(Answers(envelope(data))).imports.status(TASK)


def row(status: str | None, video_no: str = "VI1", cause: str | None = None) -> dict[str, Any]:
    return {"video_no": video_no, "status": status, "cause": cause}


def states(*lists: list[dict[str, Any]]) -> Any:
    """Each list of rows once; the last one for ever."""
    left = list(lists)

    def handler(request: httpx.Request) -> httpx.Response:
        assert request.url.params["task_id"] == TASK
        return envelope({"videos": left.pop(0) if len(left) > 1 else left[0]})

    return handler


def test_it_waits_until_every_video_is_indexed(make_client: MakeClient) -> None:
    client = make_client(
        states(
            [],
            [row("UNPARSE")],
            [row("PARSE"), row("SOMETHING_NEW", "VI2")],
            [row("PARSE"), row(None, "VI2")],
            [row("PARSE"), row("DONE", "VI2")],
        )
    )
    progress = client.imports.wait(TASK, timeout=30, polling=FAST)
    assert [video.video_no for video in progress.ready] == ["VI1", "VI2"]


def test_it_waits_for_as_many_videos_as_are_expected(make_client: MakeClient) -> None:
    client = make_client(states([row("PARSE")], [row("FAIL")], [row("PARSE"), row("PARSE", "VI2")]))
    assert len(client.imports.wait(TASK, videos=2, timeout=30, polling=FAST).videos) == 2


def test_some_that_failed_are_named(make_client: MakeClient) -> None:
    client = make_client(states([row("PARSE"), row("FAIL", "VI2", "Indexing failed. ")]))
    progress = client.imports.wait(TASK, timeout=30, polling=FAST)
    assert [(video.video_no, video.cause) for video in progress.failed] == [("VI2", "Indexing failed.")]


def test_an_import_of_which_all_failed(make_client: MakeClient) -> None:
    client = make_client(states([row("UNPARSE")], [row("FAIL", cause=f"no right for {KEY}"), row("ERROR", "VI2")]))
    with pytest.raises(m.TaskFailedError, match=r"failed: no right for \*\*\*") as caught:
        client.imports.wait(TASK, timeout=30, polling=FAST)
    assert (caught.value.task_id, caught.value.cause) == (TASK, "no right for ***")
    assert not isinstance(caught.value, m.VideoFailedError)


@pytest.mark.parametrize(
    ("rows", "seen"), [([], "without videos"), ([row("PARSE"), row("UNPARSE", "VI2")], "at 1 of 2 videos")]
)
def test_the_deadline_is_kept(make_client: MakeClient, rows: list[dict[str, Any]], seen: str) -> None:
    with pytest.raises(m.WaitTimeoutError, match=rf"{TASK} is still {seen} after 0\.1 s; it may yet be finished"):
        make_client(states(rows)).imports.wait(TASK, timeout=0.1, polling=FAST)


def test_a_failed_look_ends_the_wait(make_client: MakeClient) -> None:
    with pytest.raises(m.AuthenticationError):
        make_client(Answers(envelope(None, code="0401", msg="no"))).imports.wait(TASK, timeout=30)


YOUTUBE = "https://youtu.be/o9vgXOH4ET0"
REFUSED: list[Refusal] = [
    ("urls", lambda c: c.imports.posts([]), "empty"),
    ("urls", lambda c: c.imports.posts(URL), "not a list"),
    ("urls", lambda c: c.imports.posts(None), "NoneType, not a list"),
    ("urls", lambda c: c.imports.posts([URL, 7]), "not text"),
    ("urls", lambda c: c.imports.posts([URL] * 51), "at most 50"),
    ("urls", lambda c: c.imports.posts(["@cutshall73"]), r"no http\(s\) scheme"),
    ("urls", lambda c: c.imports.posts([URL, YOUTUBE]), "TikTok and YouTube"),
    ("quality", lambda c: c.imports.posts([URL], quality=260), "360, 480, 720, 1080, 1440, 2160"),
    ("quality", lambda c: c.imports.posts([URL], quality="720"), "'720' is unknown"),
    ("folder_id", lambda c: c.imports.posts([URL], folder_id=0), "not a folder"),
    ("folder_id", lambda c: c.imports.posts([URL], folder_id=-2), "out of range"),
    ("folder_id", lambda c: c.imports.posts([URL], folder_id="7"), "whole number"),
    ("folder_id", lambda c: c.imports.posts([URL], folder_id=7, public=True), "public=True"),
    ("unique_id", lambda c: c.imports.posts([URL], unique_id="x", public=True), "public=True"),
    ("unique_id", lambda c: c.imports.posts([URL], unique_id=" "), "empty"),
    ("callback", lambda c: c.imports.posts([URL], callback="your.app"), r"http\(s\)"),
    ("callback", lambda c: c.imports.posts([URL], callback="https://a.example/\ud800"), "UTF-8"),
    ("public", lambda c: c.imports.posts([URL], public="no"), "neither True nor False"),
    ("public", lambda c: c.imports.creator(PROFILE, public=1), "neither True nor False"),
    ("public", lambda c: c.imports.hashtags(["LVMH"], public=None), "neither True nor False"),
    ("url", lambda c: c.imports.creator("cutshall73"), r"http\(s\)"),
    ("url", lambda c: c.imports.creator(7), "not text"),
    ("count", lambda c: c.imports.creator(PROFILE, count=0), "at least 1"),
    ("count", lambda c: c.imports.creator(PROFILE, count=True), "whole number"),
    ("folder_id", lambda c: c.imports.creator(PROFILE, folder_id=-1, public=True), "public=True"),
    ("unique_id", lambda c: c.imports.creator(PROFILE, unique_id="x", public=True), "public=True"),
    ("hashtags", lambda c: c.imports.hashtags([]), "empty"),
    ("hashtags", lambda c: c.imports.hashtags("LVMH"), "not a list"),
    ("hashtags", lambda c: c.imports.hashtags(["#"]), "empty"),
    ("count", lambda c: c.imports.hashtags(["LVMH"], count=1.5), "whole number"),
    ("callback", lambda c: c.imports.hashtags(["LVMH"], callback=HOOK, public=True), "public=True"),
    ("task_id", lambda c: c.imports.status(""), "empty"),
    ("task_id", lambda c: c.imports.wait(None), "not text"),
    ("videos", lambda c: c.imports.wait(TASK, videos=0), "at least 1"),
    ("timeout", lambda c: c.imports.wait(TASK, timeout=0), "above 0"),
]


@pytest.mark.parametrize(("field", "call", "text"), REFUSED)
def test_refused_unsent(make_client: MakeClient, field: str, call: Any, text: str) -> None:
    refuse_unsent(make_client, field, call, text)


def test_the_limits_themselves(make_client: MakeClient) -> None:
    client = make_client(Answers(BEGUN))
    client.imports.posts([YOUTUBE, "https://www.youtube.com/watch?v=1", "https://unheard.example/1"])
    client.imports.posts([URL, "https://vm.tiktok.com/ZM1/"] * 25)


KITCHEN = "https://www.tiktok.com/@harbourkitchen"
SOUP = f"{KITCHEN}/video/7450001234567890123"


@pytest.mark.parametrize("public", [False, True])
def test_with_the_emulator(emulated: Any, public: bool) -> None:
    prefix = "PI-" if public else "VI"
    begun = [
        (emulated.imports.posts([SOUP], public=public), 1),
        (emulated.imports.creator(KITCHEN, count=2, public=public), 2),
        (emulated.imports.hashtags(["#cooking"], count=3, public=public), 3),
    ]
    for task, count in begun:
        progress = emulated.imports.wait(task.task_id, videos=count, timeout=60, polling=FAST)
        assert len(progress.ready) == count
        assert all(video.video_no.startswith(prefix) and video.duration for video in progress.ready)
        assert emulated.imports.status(task.task_id) == progress


def test_the_emulator_refuses_what_the_sdk_lets_through(emulated: Any, shared_emulator: Emulator) -> None:
    """Addresses of no platform are the service's to judge."""
    with pytest.raises(m.InvalidRequestError, match="is no post of"):
        emulated.imports.posts(["https://unheard.example/1"])
    answer = httpx.post(
        f"{shared_emulator.base_url}/serve/api/v1/scraper_url",
        headers={"Authorization": KEY},
        json={"video_urls": [URL, YOUTUBE]},
    ).json()
    assert (answer["code"], answer["failed"]) == ("0001", True)
    with pytest.raises(m.WaitTimeoutError, match="without videos"):
        emulated.imports.wait("no-such-task", timeout=0.1, polling=FAST)
