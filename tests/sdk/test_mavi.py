"""The operations of v1.0: their own names and types, a stream that nothing ends, and the emulator."""

from __future__ import annotations

import copy
import io
import json
import pickle
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

import memories_ai as m
from memories_ai_generated import models as wire
from memories_ai_mock import Emulator, Settings
from sdk_support import KEY, Handler, MakeClient
from served_files import ServedFiles

SAMPLE = Path(__file__).parents[2] / "examples" / "media" / "sample.mp4"
FAST = m.Polling(delay=0.05, max_delay=0.1)
HOOK = "https://example.com/hook"
ROW = {
    "videoNo": "mavi_video_554046065381212160",
    "videoName": "my_video",
    "videoStatus": "PARSE",
    "uploadTime": "1740995860114",
    "duration": "12",
}
UPLOADED = datetime(2025, 3, 3, 9, 57, 40, 114000, UTC)


def good(data: object) -> dict[str, object]:
    """Documented answers of v1.0 have no flags."""
    return {"code": "0000", "msg": "success", "data": data}


def always(data: object) -> Handler:
    return lambda _: httpx.Response(200, json=good(data))


class Body(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body that may break."""

    def __init__(self, content: bytes, error: Exception | None) -> None:
        self.content, self.error = content, error

    def __iter__(self) -> Iterator[bytes]:
        yield self.content
        if self.error:
            raise self.error

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self:
            yield piece


def stream(*events: object, end: str = "\n\n", error: Exception | None = None) -> Handler:
    lines = (each if isinstance(each, str) else json.dumps(each) for each in events)
    body = "\n\n".join(f"data:{line}" for line in lines) + end
    return lambda _: httpx.Response(
        200, headers={"content-type": "text/event-stream"}, stream=Body(body.encode(), error)
    )


def piece(text: object) -> dict[str, object]:
    return good({"msg": text})


def test_uploads(make_client: MakeClient) -> None:
    video = make_client(always(ROW)).mavi.upload("https://example.com/a.mp4")
    assert video == m.UploadedVideo(
        video_no="mavi_video_554046065381212160",
        name="my_video",
        status=m.VideoStatus.PARSE,
        uploaded_at=UPLOADED,
        duration=12.0,
    )
    bare = make_client(always({"videoNo": "mavi_video_1", "videoName": "a", "later": 1})).mavi.upload(SAMPLE)
    assert (bare.status, bare.uploaded_at, bare.duration, bare.raw["later"]) == (None, None, None, 1)


def test_a_page(make_client: MakeClient) -> None:
    newer = {**ROW, "videoStatus": "MELTED", "duration": None, "uploadTime": None, "videoName": None}
    data = {"page": 7, "current": 2, "total": 13, "pageSize": 2, "videoData": [ROW, newer]}
    page = make_client(always(data)).mavi.list(page=2, page_size=2)
    assert (page.page, page.size, page.total, page.raw) == (2, 2, 13, data)
    first, second = page
    assert (first.name, first.status, first.duration, first.created_at) == (
        "my_video",
        m.VideoStatus.PARSE,
        12.0,
        UPLOADED,
    )
    assert (second.name, str(second.status), second.duration, second.created_at) == (None, "MELTED", None, None)
    assert second.raw == newer


@pytest.mark.parametrize("data", [{"videos": []}, {"videos": None}, {}])
def test_nothing_found(make_client: MakeClient, data: object) -> None:
    assert make_client(always(data)).mavi.search("boat") == ()


def test_videos_and_fragments(make_client: MakeClient) -> None:
    [bare] = make_client(always({"videos": [{"videoNo": "mavi_video_1"}]})).mavi.search("boat")
    assert (bare.video_no, bare.name, bare.status) == ("mavi_video_1", None, None)
    rows = [
        {**ROW, "fragmentStartTime": "1.5", "fragmentEndTime": "3"},
        {"fragmentStartTime": "null", "fragmentEndTime": None},
        {"videoNo": "mavi_video_1"},
    ]
    whole, empty, named = make_client(always({"videos": rows})).mavi.search_fragments("boat")
    assert whole == m.Fragment(
        video_no=ROW["videoNo"],
        video_name="my_video",
        start=1.5,
        end=3.0,
        status=m.VideoStatus.PARSE,
        duration=12.0,
        uploaded_at=UPLOADED,
    )
    assert empty == m.Fragment()
    assert (named.video_no, named.raw) == ("mavi_video_1", rows[2])


SEGMENT = {"id": 0, "startTime": 0, "endTime": 1.5, "content": " Hello"}
TRANSCRIPTION = {"status": "FINISH", "type": "AUDIO", "videoNo": "v", "taskNo": "t", "transcriptions": [SEGMENT]}


def test_transcriptions(make_client: MakeClient) -> None:
    task = make_client(always({"taskNo": "taskNo_0a3f"})).mavi.submit_transcription("v", "VIDEO")
    assert (task.task_no, task.raw) == ("taskNo_0a3f", {"taskNo": "taskNo_0a3f"})
    found = make_client(always(TRANSCRIPTION)).mavi.transcription("t")
    assert found.is_finished
    assert found.segments == (m.Segment(index=0, text=" Hello", start=0.0, end=1.5),)
    newer = {**TRANSCRIPTION, "status": "MELTED", "type": "SMELL", "transcriptions": None}
    found = make_client(always(newer)).mavi.transcription("t")
    assert (str(found.status), str(found.type), found.segments, found.is_finished) == ("MELTED", "SMELL", (), False)


@pytest.mark.parametrize(
    ("call", "data"),
    [
        (lambda c: c.upload(SAMPLE), {**ROW, "duration": 12}),
        (lambda c: c.upload(SAMPLE), {**ROW, "videoNo": 7}),
        (lambda c: c.list(), {"current": "1", "total": 1, "pageSize": 1, "videoData": []}),
        (lambda c: c.list(), {"current": 1, "total": "1", "pageSize": 1, "videoData": []}),
        (lambda c: c.list(), {"current": 1, "total": 1, "pageSize": True, "videoData": []}),
        (lambda c: c.list(), {"current": 1, "total": 1, "pageSize": 1, "videoData": None}),
        (lambda c: c.list(), {"current": 1, "total": 1, "pageSize": 1, "videoData": [{**ROW, "videoName": 7}]}),
        (lambda c: c.list(), {"current": 1, "total": 1, "pageSize": 1, "videoData": [{**ROW, "uploadTime": "x"}]}),
        (lambda c: c.list(), {"current": 1, "total": 1, "pageSize": 1, "videoData": [{**ROW, "duration": "x"}]}),
        (lambda c: c.search("a"), {"videos": [{}]}),
        (lambda c: c.search("a"), {"videos": [{"videoNo": ""}]}),
        (lambda c: c.search("a"), None),
        (lambda c: c.search_fragments("a"), {}),
        (lambda c: c.search_fragments("a"), {"videos": [{"fragmentStartTime": 1, "fragmentEndTime": 2}]}),
        (lambda c: c.submit_transcription("v"), {}),
        (lambda c: c.submit_transcription("v"), {"taskNo": 7}),
        (lambda c: c.transcription("t"), {**TRANSCRIPTION, "status": None}),
        (lambda c: c.transcription("t"), {**TRANSCRIPTION, "videoNo": None}),
        (lambda c: c.transcription("t"), {**TRANSCRIPTION, "transcriptions": [{**SEGMENT, "startTime": "0"}]}),
        (lambda c: c.transcription("t"), {**TRANSCRIPTION, "transcriptions": [{**SEGMENT, "endTime": True}]}),
        (lambda c: c.transcription("t"), {**TRANSCRIPTION, "transcriptions": [{**SEGMENT, "id": "0"}]}),
        (lambda c: c.transcription("t"), {**TRANSCRIPTION, "transcriptions": [{**SEGMENT, "content": 7}]}),
        (lambda c: c.transcription("t"), {**TRANSCRIPTION, "transcriptions": [7]}),
        (lambda c: c.chat("?", video_nos=["v"]), None),
        (lambda c: c.chat("?", video_nos=["v"]), {"msg": 7}),
    ],
)
def test_another_form_is_no_answer(make_client: MakeClient, call: Callable[[Any], Any], data: object) -> None:
    with pytest.raises(m.ProtocolError):
        call(make_client(always(data)).mavi)


def test_a_documented_answer_to_a_delete_has_no_data(make_client: MakeClient) -> None:
    client = make_client(lambda _: httpx.Response(200, json={"code": "0000", "msg": "success"}))
    assert client.mavi.delete("v") is None


def test_failures(make_client: MakeClient) -> None:
    def handler(_: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json={"code": "0409", "msg": "twice"})

    with pytest.raises(m.ConflictError) as caught:
        make_client(handler).mavi.delete("v")
    assert (caught.value.operation, caught.value.code) == ("mavi_delete_videos", "0409")
    with pytest.raises(m.ConflictError):
        list(make_client(handler).mavi.chat_stream("?", video_nos=["v"]))
    with pytest.raises(m.ConflictError):
        make_client(handler).mavi.chat("?", video_nos=["v"])


# The chat.


def test_a_clean_end_of_the_connection_is_the_end(make_client: MakeClient) -> None:
    client = make_client(stream(piece("A boat leaves"), {**piece(" the harbour."), "new": 1}))
    events = list(client.mavi.chat_stream("?", video_nos=["v"]))
    assert [event.text for event in events] == ["A boat leaves", " the harbour."]
    assert events[1].raw["new"] == 1
    assert client.mavi.chat("?", video_nos=["v"]).text == "A boat leaves the harbour."


@pytest.mark.parametrize("end", ["Done", "[DONE]", '"done"'])
def test_a_mark_is_taken_too(make_client: MakeClient, end: str) -> None:
    client = make_client(stream(piece("a"), end, piece("after the end")))
    assert client.mavi.chat("?", video_nos=["v"]).text == "a"


def test_an_answer_in_one_piece(make_client: MakeClient) -> None:
    client = make_client(always({"msg": "A boat."}))
    answer = client.mavi.chat("?", video_nos=["v"])
    assert (answer.text, answer.session_id, answer.raw) == ("A boat.", None, {"msg": "A boat."})
    assert [event.text for event in client.mavi.chat_stream("?", video_nos=["v"])] == ["A boat."]


@pytest.mark.parametrize(
    ("handler", "kind", "code"),
    [
        (stream(piece("a"), {"code": "0429", "msg": "slower"}), m.StreamError, "0429"),
        (stream({"code": "0001", "msg": "no"}, piece("a")), m.StreamError, "0001"),
        (stream(piece("a"), {**piece("b"), "failed": True}), m.StreamError, "0000"),
        (stream(piece("a"), {**piece("b"), "code": 0}), m.StreamError, None),
        (stream(piece("a"), {"msg": "b"}), m.StreamError, None),
        (stream(piece("a"), good(None)), m.StreamError, None),
        (stream(piece("a"), piece(7)), m.StreamError, None),
        (stream(piece("a"), "oops"), m.StreamError, None),
        (stream(piece("a"), "[1]"), m.StreamError, None),
        (stream(piece("a"), piece("b"), end=""), m.StreamError, None),
        (stream(piece("a"), piece("b"), end="\n"), m.StreamError, None),
        (stream(piece("a"), '{"code":"00', end=""), m.StreamError, None),
        (stream(piece("a"), "dat", end=""), m.StreamError, None),
        (stream(end=""), m.StreamError, None),
        (stream(piece("a"), error=httpx.RemoteProtocolError("cut")), m.TransportError, None),
    ],
)
def test_a_stream_that_is_not_complete_raises(
    make_client: MakeClient, handler: Handler, kind: type[m.MemoriesError], code: str | None
) -> None:
    for ask in (
        lambda mavi: list(mavi.chat_stream("?", video_nos=["v"])),
        lambda mavi: mavi.chat("?", video_nos=["v"]),
    ):
        with pytest.raises(kind) as caught:
            ask(make_client(handler).mavi)
        assert (caught.value.code, caught.value.operation) == (code, "mavi_chat")


def test_raw_streams(make_client: MakeClient) -> None:
    body = wire.MaviChatRequest(video_nos=["v"], message="?", stream=True)
    assert list(make_client(stream(piece("a"))).raw.mavi_chat(body=body)) == [piece("a")]
    assert list(make_client(always({"msg": "a"})).raw.mavi_chat(body=body)) == [piece("a")]
    with pytest.raises(m.StreamError):
        list(make_client(stream({"code": "0001", "msg": "no"})).raw.mavi_chat(body=body))


def test_waiting_for_a_transcription(make_client: MakeClient) -> None:
    states = iter(["UNFINISHED", "MELTED", "FINISHED"])
    client = make_client(lambda request: always({**TRANSCRIPTION, "status": next(states)})(request))
    found = client.mavi.wait_for_transcription("t", polling=m.Polling(delay=0.001))
    assert (found.is_finished, len(found.segments)) == (True, 1)
    never = make_client(always({**TRANSCRIPTION, "status": "UNFINISHED"})).mavi
    with pytest.raises(m.WaitTimeoutError, match="still UNFINISHED"):
        never.wait_for_transcription("t", timeout=0.05, polling=m.Polling(delay=0.01))


def test_the_errors_of_a_wait_for_a_transcription(make_client: MakeClient) -> None:
    answers = iter([httpx.Response(503), always({**TRANSCRIPTION, "status": "UNFINISHED"})(None)])
    with pytest.raises(m.WaitTimeoutError) as caught:
        make_client(lambda _: next(answers)).mavi.wait_for_transcription(
            "t", timeout=0.2, polling=m.Polling(delay=0.15)
        )
    error = caught.value
    assert (error.subject, error.state, error.operation, error.attempts) == (
        "t",
        "UNFINISHED",
        "mavi_get_transcription",
        2,
    )


def library(*pages: list[dict[str, Any]]) -> tuple[Handler, list[dict[str, str]]]:
    """A library of pages, each of its own size, and the parameters of the requests to it."""
    asked: list[dict[str, str]] = []

    def handler(request: httpx.Request) -> httpx.Response:
        asked.append(dict(request.url.params))
        number = int(request.url.params.get("page", 1))
        rows = pages[number - 1] if number <= len(pages) else []
        return always(
            {"page": len(pages), "current": number, "total": sum(map(len, pages)), "pageSize": 2, "videoData": rows}
        )(request)

    return handler, asked


def rows(*video_nos: str, status: str = "PARSE") -> list[dict[str, Any]]:
    return [{**ROW, "videoNo": video_no, "videoStatus": status} for video_no in video_nos]


def test_waiting_for_a_video_goes_through_the_pages(make_client: MakeClient) -> None:
    handler, asked = library(rows("a", "b"), rows("c", "d"), rows("e"))
    assert make_client(handler).mavi.wait("d", uploaded_since=UPLOADED).video_no == "d"
    assert asked == [
        {"pageSize": "200", "startTime": "1740995860114"},
        {"pageSize": "200", "startTime": "1740995860114", "page": "2"},
    ]
    asked.clear()
    with pytest.raises(m.NotFoundError, match="No video 'f'") as caught:
        make_client(handler).mavi.wait("f")
    assert (len(asked), caught.value.operation, caught.value.status) == (3, "mavi_search_db", 200)


@pytest.mark.parametrize("end", ["FAIL", "PARSE_ERROR"])
def test_a_video_that_cannot_be_indexed(make_client: MakeClient, end: str) -> None:
    states = iter(["UNPARSE", "MELTED", end])
    client = make_client(lambda request: library(rows("a", status=next(states)))[0](request))
    with pytest.raises(m.VideoFailedError, match="a failed: no cause given") as caught:
        client.mavi.wait("a", polling=FAST)
    assert (caught.value.video_no, caught.value.operation, caught.value.attempts) == ("a", "mavi_search_db", 3)


def test_waiting_for_a_video_ends_with_its_deadline(make_client: MakeClient) -> None:
    handler, _ = library(rows("a", status="UNPARSE"))
    with pytest.raises(m.WaitTimeoutError, match="a is still UNPARSE"):
        make_client(handler).mavi.wait("a", timeout=0.1, polling=FAST)


def test_what_is_sent(make_client: MakeClient) -> None:
    requests: list[httpx.Request] = []
    answers: list[object] = [
        ROW,
        ROW,
        {"current": 1, "total": 0, "pageSize": 9, "videoData": []},
        {},
        {"videos": []},
        {"msg": "a"},
        {"msg": "a"},
        {"taskNo": "t"},
        None,
    ]

    def handler(request: httpx.Request) -> httpx.Response:
        request.read()
        requests.append(request)
        return always(answers[len(requests) - 1])(request)

    mavi = make_client(handler, unique_id="not known to v1.0").mavi
    mavi.upload("https://example.com/a.mp4", callback=HOOK)
    mavi.upload(io.BytesIO(b"film"), filename="a.mp4", callback=HOOK)
    mavi.list(
        page=2,
        page_size=200,
        status="FAIL",
        video_name="a",
        uploaded_since=UPLOADED,
        uploaded_until=datetime(2025, 3, 4, tzinfo=UTC),
    )
    mavi.search("boat", limit=3)
    mavi.search_fragments("boat", video_nos=["v"])
    mavi.chat("?", video_nos=["v"])
    list(mavi.chat_stream("?", video_nos=["v"], history=[m.ChatTurn(user="Hi", robot="Hello")]))
    mavi.submit_transcription("v", callback=HOOK)
    mavi.delete("v", "w")
    assert {request.url.host for request in requests} == {"mavi-backend.memories.ai"}
    assert {request.headers["authorization"] for request in requests} == {KEY}
    assert all(request.url.params["callBackUri"] == HOOK for request in requests[:2])
    assert b'name="file"; filename="a.mp4"\r\nContent-Type: video/mp4' in requests[1].content
    assert dict(requests[2].url.params) == {
        "page": "2",
        "pageSize": "200",
        "videoStatus": "FAIL",
        "videoName": "a",
        "startTime": "1740995860114",
        "endTime": "1741046400000",
    }
    assert [json.loads(requests[index].content) for index in (0, 3, 4, 5, 6, 7, 8)] == [
        {"url": "https://example.com/a.mp4"},
        {"searchValue": "boat", "limit": 3},
        {"searchValue": "boat", "videoNos": ["v"]},
        {"videoNos": ["v"], "message": "?", "stream": False},
        {"videoNos": ["v"], "message": "?", "stream": True, "history": [{"user": "Hi", "robot": "Hello"}]},
        {"videoNo": "v", "type": "AUDIO", "callBackURI": HOOK, "callBackUri": HOOK},
        ["v", "w"],
    ]
    assert requests[8].method == "DELETE"


BAD: list[tuple[str, Callable[[Any], Any], str]] = [
    ("on_progress", lambda c: c.upload(SAMPLE, on_progress="x"), "cannot be called"),
    ("source", lambda c: c.upload("nowhere.mp4"), "does not exist"),
    ("filename", lambda c: c.upload("https://example.com/a.mp4", filename="a"), "Leave it out"),
    ("callback", lambda c: c.upload(SAMPLE, callback="x"), "http"),
    ("page", lambda c: c.list(page=0), "at least 1"),
    ("page_size", lambda c: c.list(page_size=201), "between 1 and 200"),
    ("status", lambda c: c.list(status="DONE"), "PARSE"),
    ("video_name", lambda c: c.list(video_name=""), "empty"),
    ("uploaded_since", lambda c: c.list(uploaded_since="yesterday"), "not a datetime"),
    ("uploaded_until", lambda c: c.list(uploaded_until=1741046400000), "not a datetime"),
    ("query", lambda c: c.search(" "), "empty"),
    ("limit", lambda c: c.search("a", limit=0), "at least 1"),
    ("query", lambda c: c.search_fragments(7), "not text"),
    ("video_nos", lambda c: c.search_fragments("a", video_nos="v"), "not a list"),
    ("video_nos", lambda c: c.search_fragments("a", video_nos=7), "not a list"),
    ("video_nos", lambda c: c.search_fragments("a", video_nos=[""]), "empty"),
    ("limit", lambda c: c.search_fragments("a", limit="5"), "whole number"),
    ("message", lambda c: c.chat("", video_nos=["v"]), "empty"),
    ("video_nos", lambda c: c.chat("?", video_nos=[]), "empty"),
    ("history", lambda c: c.chat("?", video_nos=["v"], history=["Hi"]), "ChatTurn"),
    ("history", lambda c: c.chat_stream("?", video_nos=["v"], history="Hi"), "list"),
    ("history", lambda c: c.chat_stream("?", video_nos=["v"], history=[m.ChatTurn(user="a", robot=None)]), "not text"),
    ("video_no", lambda c: c.submit_transcription(""), "empty"),
    ("type", lambda c: c.submit_transcription("v", "AUDIO/VIDEO"), "AUDIO, VIDEO"),
    ("callback", lambda c: c.submit_transcription("v", callback="x"), "http"),
    ("task_no", lambda c: c.transcription(""), "empty"),
    ("task_no", lambda c: c.wait_for_transcription(""), "empty"),
    ("receiver", lambda c: c.wait_for_transcription("t", receiver=7), "int does not go"),
    ("video_no", lambda c: c.wait(""), "empty"),
    ("timeout", lambda c: c.wait("v", timeout=0), "above 0"),
    ("uploaded_since", lambda c: c.wait("v", uploaded_since="now"), "datetime"),
    ("timeout", lambda c: c.wait_for_transcription("t", timeout=0), "above 0"),
    ("video_nos", lambda c: c.delete(), "empty"),
    ("video_nos", lambda c: c.delete(*["v"] * 501), "at most 500"),
]


@pytest.mark.parametrize(("field", "call", "told"), BAD)
def test_what_would_be_refused_is_not_sent(
    make_client: MakeClient, field: str, call: Callable[[Any], Any], told: str
) -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        raise AssertionError("a request was sent")

    with pytest.raises(m.ValidationError, match=told) as caught:
        call(make_client(handler).mavi)
    assert caught.value.field == field


@pytest.mark.parametrize(
    "value",
    [
        m.AccessTokens(access_token="a", type="b", expires_in=1),
        m.Caption(text="a", input_tokens=1, output_tokens=2, total_tokens=3),
        m.CaptionTask(task_id="a"),
        m.ChatTurn(user="a", robot="b"),
        m.Fragment(status=m.VideoStatus("MELTED")),
        m.LegacyFolder(id=1, name="a"),
        m.MaviTranscription(
            task_no="t",
            video_no="v",
            type=m.MaviTranscriptionType("SMELL"),
            status=m.MaviTranscriptionStatus("MELTED"),
            segments=(m.Segment(index=0, text="a", start=0.0, end=1.0),),
        ),
        m.Person(name="a"),
        m.TranscriptionTask(task_no="t"),
        m.UpdatedTranscription(video_no="v"),
    ],
)
def test_values_are_copied_and_pickled(value: object) -> None:
    assert pickle.loads(pickle.dumps(value)) == copy.deepcopy(value) == value


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
    client = make_client(base_url=emulator.base_url)
    mavi = client.mavi
    fetched = mavi.upload(films.add("/film.mp4", SAMPLE.read_bytes()))
    accepted = mavi.upload(SAMPLE)
    for video in (fetched, accepted):
        client.legacy.wait(video.video_no, timeout=30, polling=FAST)
    assert {accepted.video_no, fetched.video_no} <= {row.video_no for row in mavi.list(status="PARSE")}
    assert mavi.list(video_name="sample", page_size=1).items[0].duration == 30.0
    assert mavi.list(uploaded_until=accepted.uploaded_at, uploaded_since=accepted.uploaded_at).total == 1
    assert accepted.video_no in {video.video_no for video in mavi.search("red balloon")}
    fragment = mavi.search_fragments("red balloon", video_nos=[accepted.video_no])[0]
    assert fragment.video_no == accepted.video_no
    assert 0 <= fragment.start < fragment.end <= 30

    answer = mavi.chat("Where is the red balloon?", video_nos=[accepted.video_no])
    assert "red balloon" in answer.text
    with mavi.chat_stream("Where is the red balloon?", video_nos=[accepted.video_no]) as events:
        assert "".join(event.text for event in events) == answer.text
    with pytest.raises(m.NotFoundError):
        list(mavi.chat_stream("?", video_nos=["VI1"]))

    for kind in m.MaviTranscriptionType:
        task = mavi.submit_transcription(accepted.video_no, kind)
        done = mavi.wait_for_transcription(task.task_no, timeout=30, polling=FAST)
        assert (done.type, done.video_no, done.segments[0].index) == (kind, accepted.video_no, 0)
    with pytest.raises(m.NotFoundError):
        mavi.submit_transcription("VI000000000000000000")
    mavi.delete(accepted.video_no, fetched.video_no)
    assert accepted.video_no not in {row.video_no for row in mavi.list()}
