"""The operations of v1.1: recorded answers, an answer whole or in pieces, and the emulator."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

import memories_ai as m
from memories_ai_generated import models as wire
from memories_ai_mock import Emulator, Settings
from sdk_support import KEY, Handler, MakeClient, envelope
from served_files import ServedFiles

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "examples" / "media" / "sample.mp4"
RECORDED = ROOT / "contract_tests" / "recorded"
FAST = m.Polling(delay=0.05, max_delay=0.1)


def recorded(name: str) -> Handler:
    body = json.loads((RECORDED / f"{name}.json").read_text())["response"]["body"]
    return lambda _: httpx.Response(200, json=body)


def always(data: object, **facts: Any) -> Handler:
    return lambda _: envelope(data, **facts)


def stream(*data: str) -> Handler:
    body = "".join(f"data:{each}\n\n" for each in data)
    return lambda _: httpx.Response(200, headers={"content-type": "text/event-stream"}, content=body.encode())


def test_a_recorded_row(make_client: MakeClient) -> None:
    page = make_client(recorded("legacy_list_videos.elephants_dream")).legacy.list(video_no="VI611471886560694272")
    [video] = page
    assert (page.page, page.size, page.total) == (1, 200, 1)
    assert (video.name, video.duration, video.size, video.cause, video.is_ready) == (
        "ElephantsDream",
        653.0,
        169612362,
        None,
        True,
    )
    assert video.created_at == datetime(2025, 8, 15, 8, 11, 0, 412000, UTC)
    assert video.raw["duration"] == "653"


def test_recorded_hits(make_client: MakeClient) -> None:
    hits = make_client(recorded("legacy_search.by_video")).legacy.search("Proog and Emo")
    assert [hit.video_name for hit in hits] == ["ElephantsDream", "ElephantsDream", "足球"]
    assert {(hit.start, hit.end, hit.score) for hit in hits} == {(None, None, None)}


def test_documented_hits_in_their_older_form(make_client: MakeClient) -> None:
    videos = [{"videoNo": "mavi_video_001", "videoName": "sprint", "videoStatus": "PARSE", "uploadTime": "174"}]
    body = {"code": "SUCCESS", "msg": "Search completed successfully", "data": {"videos": videos}}
    [hit] = make_client(lambda _: httpx.Response(200, json=body)).legacy.search("sprint")
    assert (hit.video_no, hit.raw["uploadTime"]) == ("mavi_video_001", "174")


def test_a_recorded_upload_and_delete(make_client: MakeClient) -> None:
    client = make_client(recorded("legacy_upload_url.elephants_dream"))
    assert client.legacy.upload("https://example.com/a.mp4") == m.UploadedVideo(
        video_no="VI611471886560694272", name="ElephantsDream"
    )
    assert make_client(recorded("legacy_delete_videos.two")).legacy.delete("VI1", "VI2") is None


def test_documented_folders(make_client: MakeClient) -> None:
    rows = [
        {"account": "x@example.com", "foldersName": "Default folder", "parentId": None, "level": 1, "id": "-1"},
        {"account": None, "foldersName": None, "parentId": "-1", "level": "2", "id": 590235112738787328, "new": []},
    ]
    default, own = make_client(always(rows)).legacy.folders()
    assert default == m.LegacyFolder(id=-1, name="Default folder", account="x@example.com", level=1)
    assert (own.id, own.parent_id, own.level, own.raw) == (590235112738787328, -1, 2, rows[1])
    assert "x@example.com" not in repr(default)


@pytest.mark.parametrize(
    "row",
    [
        {"account": "a", "foldersName": "b", "parentId": None, "level": 1},
        {"account": "a", "foldersName": "b", "parentId": None, "level": 1, "id": None},
        {"account": "a", "foldersName": "b", "parentId": None, "level": 1, "id": "x"},
        {"account": "a", "foldersName": 7, "parentId": None, "level": 1, "id": "1"},
        {"account": 7, "foldersName": "b", "parentId": None, "level": 1, "id": "1"},
        {"account": "a", "foldersName": "b", "parentId": True, "level": 1, "id": "1"},
    ],
)
def test_another_form_is_no_folder(make_client: MakeClient, row: dict[str, Any]) -> None:
    with pytest.raises(m.ProtocolError):
        make_client(always([row])).legacy.folders()


def test_hits_of_another_kind_are_refused(make_client: MakeClient) -> None:
    caption = {"video_no": "VI1", "text": "t", "start_time": 0, "end_time": 1}
    hit = {"videoNo": "VI1", "videoName": "a", "startTime": "0", "endTime": "1"}
    for rows in ([caption], [caption, hit], [{**hit, "startTime": []}]):
        with pytest.raises(m.ProtocolError):
            make_client(always(rows)).legacy.search("x")


THINKING = '{"type":"thinking","title":"t","content":"c","sessionId":"6"}'
REF = '{"type":"ref","sessionId":"6","ref":[{"video":{"video_no":"VI1"},"refItems":[]}]}'


def test_an_answer_in_pieces(make_client: MakeClient) -> None:
    accepted: list[str] = []

    def handler(request: httpx.Request) -> httpx.Response:
        accepted.append(request.headers["accept"])
        piece = '{"type":"content","content":"%s","sessionId":"6"}'
        return stream(THINKING, REF, piece % "a", piece % "b", '{"type":"later"}', '"Done"')(request)

    client = make_client(handler)
    events = list(client.legacy.chat_stream("?", video_nos=["VI1"]))
    assert [type(event).__name__ for event in events] == [
        "ThinkingEvent",
        "ReferenceEvent",
        "ContentEvent",
        "ContentEvent",
        "UnknownEvent",
    ]
    answer = client.legacy.chat("?", video_nos=["VI1"])
    assert (answer.text, answer.session_id, answer.thinkings) == ("ab", "6", (m.Thinking(title="t", text="c"),))
    assert [reference.video_no for reference in answer.references] == ["VI1"]
    assert len(answer.raw["events"]) == 5
    assert accepted == ["text/event-stream", "*/*"]


def test_an_answer_in_one_piece(make_client: MakeClient) -> None:
    data = {
        "role": "ASSISTANT",
        "content": "Here.",
        "thinkings": [{"title": "t", "content": "c", "refs": [{"video": {"video_no": "VI1"}, "refItems": []}]}],
        "session_id": "611587302624489472",
    }
    client = make_client(always(data))
    answer = client.legacy.chat("?", video_nos=["VI1"])
    assert (answer.text, answer.session_id, answer.raw) == ("Here.", "611587302624489472", data)
    assert [reference.video_no for reference in answer.references] == ["VI1"]
    with client.legacy.chat_stream("?", video_nos=["VI1"]) as events:
        assert [type(event).__name__ for event in events] == ["ThinkingEvent", "ReferenceEvent", "ContentEvent"]


@pytest.mark.parametrize(
    ("handler", "kind"),
    [
        (stream('"No videos found for the provided video numbers."'), m.NotFoundError),
        (stream('"Video is not parsed:"'), m.StreamError),
        (stream('{"type":"content","content":"a"}'), m.StreamError),
        (stream('{"type":"content","content":7}', '"Done"'), m.StreamError),
        (stream(), m.StreamError),
        (always(None, code="0402"), m.InsufficientCreditsError),
        (always(None), m.ProtocolError),
        (always({"content": "x"}), m.ProtocolError),
    ],
)
def test_no_answer(make_client: MakeClient, handler: Handler, kind: type[Exception]) -> None:
    for ask in (
        make_client(handler).legacy.chat,
        lambda *a, **k: list(make_client(handler).legacy.chat_stream(*a, **k)),
    ):
        with pytest.raises(kind):
            ask("?", video_nos=["VI1"])


def test_raw_streams_may_be_whole(make_client: MakeClient) -> None:
    body = wire.LegacyChatRequest(video_nos=["VI1"], prompt="?")
    assert list(make_client(stream(THINKING, '"Done"')).raw.legacy_chat(body=body)) == [json.loads(THINKING)]
    [whole] = make_client(always({"role": "A", "content": "x"})).raw.legacy_chat(body=body)
    assert whole["data"]["content"] == "x"


def test_what_is_sent(make_client: MakeClient) -> None:
    requests: list[httpx.Request] = []

    def handler(request: httpx.Request) -> httpx.Response:
        request.read()
        requests.append(request)
        rows = {"videos": [], "current_page": 1, "page_size": 2, "total_count": "0"}
        return envelope(rows if "list" in request.url.path else [] if "search" in request.url.path else VIDEO)

    legacy = make_client(handler, unique_id="not known to v1.1").legacy
    legacy.list(page=2, size=5, video_name="a", folder_id=-2, status="PARSE", unique="u")
    legacy.list()
    legacy.search("balloon", "BY_CLIP", folder_id=590235112738787328)
    legacy.upload("https://example.com/a.mp4", callback="https://example.com/hook")
    legacy.upload(io.BytesIO(b"film"), filename="a.mov", callback="https://example.com/hook")
    assert json.loads(requests[0].content) == {
        "page": 2,
        "size": 5,
        "video_name": "a",
        "folder_id": -2,
        "status": "PARSE",
        "unique": "u",
    }
    assert json.loads(requests[1].content) == {}
    assert json.loads(requests[2].content) == {
        "search_param": "balloon",
        "search_type": "BY_CLIP",
        "folder_id": 590235112738787328,
    }
    for request in requests[3:]:
        assert request.url.params["callback"] == "https://example.com/hook"
        assert b"callback" in request.content
    assert b'filename="a.mov"\r\nContent-Type: video/quicktime' in requests[4].content


VIDEO = {"videoNo": "VI1", "videoName": "a"}

BAD: list[tuple[str, Callable[[Any], Any], str]] = [
    ("on_progress", lambda c: c.upload(SAMPLE, on_progress="x"), "cannot be called"),
    ("callback", lambda c: c.upload("https://example.com/a.mp4", callback="https://a.example/" + "x" * 300), "299"),
    ("filename", lambda c: c.upload("https://example.com/a.mp4", filename="b.mp4"), "Leave it out"),
    ("source", lambda c: c.upload("nowhere.mp4"), "does not exist"),
    ("source", lambda c: c.upload(Path(__file__)), "not named like a video"),
    ("page", lambda c: c.list(page=0), "at least 1"),
    ("size", lambda c: c.list(size="5"), "whole number"),
    ("folder_id", lambda c: c.list(folder_id=-3), "between -2"),
    ("folder_id", lambda c: c.search("x", folder_id="7"), "whole number"),
    ("status", lambda c: c.list(status=""), "empty"),
    ("unique", lambda c: c.list(unique=""), "empty"),
    ("video_no", lambda c: c.list(video_no=7), "not text"),
    ("video_no", lambda c: c.wait(""), "empty"),
    ("timeout", lambda c: c.wait("VI1", timeout=-1), "above 0"),
    ("receiver", lambda c: c.wait("VI1", receiver=7), "int does not go"),
    ("query", lambda c: c.search(""), "empty"),
    ("search_type", lambda c: c.search("x", "BY_IMAGE"), "BY_VIDEO"),
    ("prompt", lambda c: c.chat("", video_nos=["VI1"]), "empty"),
    ("video_nos", lambda c: c.chat("?", video_nos="VI1"), "not a list"),
    ("video_nos", lambda c: c.chat_stream("?", video_nos=[]), "empty"),
    ("session_id", lambda c: c.chat_stream("?", video_nos=["VI1"], session_id="x"), "digits"),
    ("video_no", lambda c: c.video_transcription(""), "empty"),
    ("video_no", lambda c: c.audio_transcription(None), "not text"),
    ("video_no", lambda c: c.summary(""), "empty"),
    ("type", lambda c: c.summary("VI1", "CHAPTERS"), "CHAPTER"),
    ("page", lambda c: c.sessions(page=True), "whole number"),
    ("session_id", lambda c: c.session("abc"), "digits"),
    ("video_nos", lambda c: c.delete(), "empty"),
    ("video_nos", lambda c: c.delete(*["VI1"] * 101), "at most 100"),
]


@pytest.mark.parametrize(("field", "call", "told"), BAD)
def test_what_would_be_refused_is_not_sent(
    make_client: MakeClient, field: str, call: Callable[[Any], Any], told: str
) -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        raise AssertionError("a request was sent")

    with pytest.raises(m.ValidationError, match=told) as caught:
        call(make_client(handler).legacy)
    assert caught.value.field == field


# Against the emulator.


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    with Emulator(Settings(keys=[KEY], parse_seconds=0, stream_pause=0)) as emulator:
        yield emulator


@pytest.fixture(scope="module")
def films() -> Iterator[ServedFiles]:
    served = ServedFiles()
    yield served
    served.close()


def test_the_whole_path(make_client: MakeClient, emulator: Emulator, films: ServedFiles) -> None:
    legacy = make_client(base_url=emulator.base_url).legacy
    fetched = legacy.upload(films.add("/film.mp4", SAMPLE.read_bytes()))
    assert legacy.wait(fetched.video_no, timeout=30, polling=FAST).duration == 30.0
    accepted = legacy.upload(SAMPLE)
    assert legacy.wait(accepted.video_no, timeout=30, polling=FAST).is_ready
    video_no = accepted.video_no
    assert {video_no, fetched.video_no} <= {row.video_no for row in legacy.list(folder_id=-1)}
    assert legacy.search("red balloon")[0].start is None
    assert legacy.search("red balloon", "BY_AUDIO")[0].start == 24.0
    spoken = legacy.audio_transcription(video_no).segments
    assert any("red balloon" in segment.text for segment in spoken)
    assert legacy.video_transcription(video_no).segments
    assert legacy.summary(video_no).items[0].start == 0.0
    assert legacy.summary(video_no, "TOPIC").items[0].start is None
    answer = legacy.chat("Where is the red balloon?", video_nos=[video_no])
    assert "red balloon" in answer.text
    events = legacy.chat_stream("And then?", video_nos=[video_no], session_id=answer.session_id)
    assert {event.session_id for event in events} == {answer.session_id}
    assert len(legacy.session(answer.session_id).messages) == 4
    assert answer.session_id in {row.session_id for row in legacy.sessions()}
    assert {folder.id for folder in legacy.folders()} >= {-1, -2}
    legacy.delete(video_no, fetched.video_no)
    with pytest.raises(m.NotFoundError):
        legacy.wait(video_no)
    with pytest.raises(m.NotFoundError):
        legacy.chat("?", video_nos=[video_no])
    assert legacy.audio_transcription(video_no) is None
