"""From answers to values and errors: envelopes, statuses, shapes."""

from __future__ import annotations

import json
import pickle
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

import memories_ai as m
from memories_ai._values import integer, moment, seconds, text
from memories_ai_generated import models as wire
from sdk_support import KEY, MakeClient, envelope

Answer = Callable[[httpx.Request], httpx.Response]


def failing(client: Any) -> m.MemoriesError:
    with pytest.raises(m.MemoriesError) as caught:
        client.transcriptions.audio("VI1")
    return caught.value


@pytest.mark.parametrize(
    ("code", "msg", "kind"),
    [
        ("0001", "The parameter is wrong.", m.InvalidRequestError),
        ("0001", "video not found", m.NotFoundError),
        ("0001", "No static resource api.", m.NotFoundError),
        ("0001", "network abnormal", m.ServerError),
        ("0003", "unknown value", m.InvalidRequestError),
        ("0401", "Authorization invalid", m.AuthenticationError),
        ("0402", "no credits", m.InsufficientCreditsError),
        ("0403", "disabled", m.PermissionDeniedError),
        ("0409", "repeated", m.ConflictError),
        ("0429", "Request has exceeded the limit.", m.RateLimitError),
        ("9009", "permission denied", m.PermissionDeniedError),
        ("4711", "something new", m.APIError),
    ],
)
def test_each_business_code_has_its_error(make_client: MakeClient, code: str, msg: str, kind: type[Exception]) -> None:
    error = failing(make_client(lambda _: envelope(None, code=code, msg=msg)))
    assert type(error) is kind
    assert (error.operation, error.code, error.status, error.message) == ("get_audio_transcription", code, 200, msg)
    assert str(error) == f"{msg} (operation get_audio_transcription, code {code}, HTTP status 200)"


def test_the_documented_rate_limit_answer_lacks_the_flags(make_client: MakeClient) -> None:
    body = {"code": "0429", "msg": "Request has exceeded the limit."}
    error = failing(make_client(lambda _: httpx.Response(200, json=body, headers={"retry-after": "7"})))
    assert isinstance(error, m.RateLimitError)
    assert error.retry_after == 7


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, m.InvalidRequestError),
        (401, m.AuthenticationError),
        (402, m.InsufficientCreditsError),
        (403, m.PermissionDeniedError),
        (404, m.NotFoundError),
        (409, m.ConflictError),
        (418, m.APIError),
        (429, m.RateLimitError),
        (503, m.ServerError),
        (520, m.ServerError),
        (999, m.ServerError),
        (302, m.ProtocolError),
        (304, m.ProtocolError),
    ],
)
@pytest.mark.parametrize("body", [b"", b"<html>sorry</html>", b'{"status":1,"error":"Sorry"}', b"[1]", b'{"code":5}'])
def test_each_error_status_has_its_error(
    make_client: MakeClient, status: int, kind: type[Exception], body: bytes
) -> None:
    error = failing(make_client(lambda _: httpx.Response(status, content=body)))
    assert type(error) is kind
    assert error.status == status
    assert error.message


def test_an_envelope_wins_over_the_status(make_client: MakeClient) -> None:
    body = {"code": "0402", "msg": "no credits", "data": None}
    assert type(failing(make_client(lambda _: httpx.Response(403, json=body)))) is m.InsufficientCreditsError


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>",
        b"null",
        b"[]",
        b'"Done"',
        b"42",
        b"{}",
        b'{"data":null}',
        b'{"code":0,"data":null}',
        b'{"code":null}',
        b'{"code":"0000"}',
        b'{"code":"0000","msg":"","data":null,"success":false}',
        b'{"code":"0000","msg":"","data":null,"failed":true}',
        b'{"code":"0000","msg":"","data":[]}',
        b'{"code":"0000","msg":"","data":{}}',
        b'{"code":"0000","msg":"","data":{"videoNo":"VI1"}}',
        b'{"code":"0000","msg":"","data":{"videoNo":"VI1","transcriptions":null}}',
        b'{"code":"0000","msg":"","data":{"videoNo":"VI1","transcriptions":["a"]}}',
        b'{"code":"0000","msg":"","data":{"videoNo":7,"transcriptions":[]}}',
        b'{"code":"0000","msg":"","data":{"videoNo":"VI1","transcriptions":[{"index":0,"content":"","startTime":"x","endTime":"1"}]}}',
        b'{"code":"0000","msg":"","data":{"videoNo":"VI1","transcriptions":[],"createTime":"99999999999999999999"}}',
        b'{"code":"0000","data":NaN}',
        b'{"code":"0000","data":Infinity}',
        b'{"code":"0000","data":' + b"9" * 5000 + b"}",
        b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
        b'{"code":"0000","msg":"\xff"}',
        b'{"code":"0000","msg":"cut',
    ],
)
def test_an_answer_of_no_known_shape_is_a_protocol_error(make_client: MakeClient, body: bytes) -> None:
    assert type(failing(make_client(lambda _: httpx.Response(200, content=body)))) is m.ProtocolError


def test_an_answer_beyond_the_limit_is_not_read_to_its_end(make_client: MakeClient) -> None:
    error = failing(make_client(lambda _: httpx.Response(200, content=b" " * 2000), max_response_bytes=1000))
    assert "max_response_bytes" in error.message


class TinyPieces(httpx.SyncByteStream):
    """A body in pieces of two bytes, as a hostile server may send its chunks."""

    def __init__(self, body: bytes) -> None:
        self.body = body

    def __iter__(self) -> Iterator[bytes]:
        return (self.body[i : i + 2] for i in range(0, len(self.body), 2))


# One half alone: an event loop that is never left keeps the timers of all steps.
def test_tiny_pieces_take_no_more_memory_than_large_ones() -> None:
    sessions = envelope({"sessions": [], "current_page": 1, "page_size": 20, "total_count": "0"}).content
    body = sessions + b"\t\n" * 60_000
    answers = httpx.MockTransport(lambda _: httpx.Response(200, stream=TinyPieces(body)))
    with httpx.Client(transport=answers) as http, m.MemoriesAI(KEY, http_client=http) as client:
        client.sessions.list()  # what is imported by a first call takes far more
        tracemalloc.start()
        try:
            client.sessions.list()
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert peak < 10 * len(body)


def test_errors_survive_pickling(make_client: MakeClient) -> None:
    error = failing(make_client(lambda _: envelope(None, code="0429", msg="slow down")))
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is type(error)
    assert vars(copy) == vars(error)
    assert str(copy) == str(error)


@pytest.mark.parametrize(
    ("raised", "kind"),
    [
        (httpx.ConnectTimeout("t"), m.RequestTimeoutError),
        (httpx.ReadTimeout(""), m.RequestTimeoutError),
        (httpx.ConnectError("c"), m.ConnectionFailedError),
        (httpx.RemoteProtocolError("r"), m.TransportError),
        (httpx.ReadError(""), m.TransportError),
        (httpx.DecodingError("gzip"), m.TransportError),
        (httpx.UnsupportedProtocol("u"), m.ConnectionFailedError),
    ],
)
def test_errors_of_the_connection_are_wrapped(
    make_client: MakeClient, raised: Exception, kind: type[Exception]
) -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        raise raised

    error = failing(make_client(handler))
    assert type(error) is kind
    assert error.__cause__ is raised
    assert ("https://api.memories.ai" in str(error)) is (kind is m.ConnectionFailedError)


def test_the_values_of_a_transcript(make_client: MakeClient) -> None:
    data = {
        "videoNo": "VI1",
        "createTime": "1758276264066",
        "transcriptions": [{"index": 0, "content": " hello", "startTime": "26", "endTime": "26.5", "new": 1}],
        "speaker": "later",
    }
    transcript = make_client(lambda _: envelope(data)).transcriptions.audio("VI1")
    assert transcript.segments == (m.Segment(index=0, text=" hello", start=26.0, end=26.5),)
    assert transcript.created_at == datetime(2025, 9, 19, 10, 4, 24, 66000, tzinfo=UTC)
    assert transcript.raw == data


def test_a_segment_may_have_neither_text_nor_times(make_client: MakeClient) -> None:
    segment = {"index": 0, "content": None, "startTime": None, "endTime": None}
    data = {"videoNo": "VI1", "transcriptions": [segment]}
    transcript = make_client(lambda _: envelope(data)).transcriptions.audio("VI1")
    assert transcript.segments == (m.Segment(index=0, text=None, start=None, end=None),)


def test_the_values_of_a_list(make_client: MakeClient) -> None:
    row = {
        "duration": "653",
        "size": 169612362,
        "status": "QUEUED_BY_A_LATER_RELEASE",
        "cause": "null",
        "video_no": "VI1",
        "video_name": "null",
        "create_time": "1755245460412",
        "camera_model": None,
        "tags": None,
    }
    failed = {**row, "status": "FAIL", "cause": "Indexing failed. ", "video_name": "足球"}
    page = make_client(
        lambda _: envelope({"videos": [row, failed], "current_page": 1, "page_size": 200, "total_count": "25"})
    ).videos.list()
    first, second = page
    assert (page.page, page.size, page.total, len(page)) == (1, 200, 25, 2)
    assert (first.duration, first.size, first.cause, first.name, first.tags) == (653.0, 169612362, None, "null", ())
    assert first.status.value == "QUEUED_BY_A_LATER_RELEASE"
    assert not first.is_ready
    assert not first.is_failed
    assert (second.cause, second.is_failed, second.name) == ("Indexing failed.", True, "足球")
    assert first.raw == row


def test_an_unknown_video_is_not_found(make_client: MakeClient) -> None:
    client = make_client(lambda _: envelope(None))
    for ask in (client.videos.get, client.videos.details, client.sessions.get):
        with pytest.raises(m.NotFoundError, match="123"):
            ask("123")


def test_an_upload_reads_numbers_and_absences(make_client: MakeClient) -> None:
    client = make_client(lambda _: envelope({"videoNo": "VI1", "videoName": "DOG-YT"}))
    video = client.videos.upload("https://example.com/a.mp4")
    assert (video.video_no, video.name, video.status, video.uploaded_at) == ("VI1", "DOG-YT", None, None)


CLIP = {"videoNo": "VI1", "videoName": "a", "startTime": "13", "endTime": "18", "score": 0.5, "audio_ts": ""}
CAPTION = {"video_no": "VI1", "text": "a boat", "start_time": 13, "end_time": 18.5, "score": 0.4, "vector": [1, 2]}
IMAGE = {"id": "619915496901337088", "name": "x", "datetime_taken": "1757285520000"}


def test_search_results_by_type(make_client: MakeClient) -> None:
    answers: list[Any] = [
        [CLIP, {**CLIP, "startTime": "null", "endTime": None, "audio_ts": "words"}],
        [CAPTION],
        {"item": [IMAGE], "current_page": 0, "page_size": 20, "total_count": "5"},
        [],
    ]
    client = make_client(lambda _: envelope(answers.pop(0)))
    clip, whole = client.search("boat")
    assert (clip.start, clip.end, clip.score, clip.text) == (13.0, 18.0, 0.5, None)
    assert (whole.start, whole.end, whole.text) == (None, None, "words")
    (caption,) = client.search("boat", "BY_CAPTION")
    assert (caption.text, caption.start, caption.end, caption.vector) == ("a boat", 13.0, 18.5, (1, 2))
    images = client.search("boat", "BY_IMAGE")
    assert (images.items[0].id, images.page, images.total) == ("619915496901337088", 0, 5)
    assert client.search("boat", "BY_CAPTION") == ()


CLIPS: dict[str, Any] = {"code": "0000", "msg": "", "data": [CLIP]}
CAPTIONS: dict[str, Any] = {"code": "0000", "msg": "", "data": [CAPTION]}
IMAGES: dict[str, Any] = {
    "code": "0000",
    "msg": "",
    "data": {"item": [IMAGE], "current_page": 0, "page_size": 20, "total_count": "5"},
}
SUPERSEDED = {"code": "SUCCESS", "msg": "", "data": {"videos": [{"videoNo": "VI1", "videoName": "o.mp4"}]}}
MOMENTS = ["BY_CLIP", "BY_VIDEO", "BY_AUDIO"]


@pytest.mark.parametrize(
    ("search_type", "body"),
    [
        *((each, body) for each in MOMENTS for body in (CAPTIONS, IMAGES)),
        *(("BY_CAPTION", body) for body in (CLIPS, IMAGES, SUPERSEDED)),
        *(("BY_IMAGE", body) for body in (CLIPS, CAPTIONS, SUPERSEDED)),
    ],
)
def test_hits_of_another_kind_than_asked_for_are_refused(
    make_client: MakeClient, search_type: str, body: dict[str, Any]
) -> None:
    with pytest.raises(m.ProtocolError):
        make_client(lambda _: httpx.Response(200, json=body)).search("boat", search_type)


@pytest.mark.parametrize("search_type", MOMENTS)
@pytest.mark.parametrize("body", [CLIPS, SUPERSEDED])
def test_all_documented_forms_of_moments_are_read(make_client: MakeClient, search_type: str, body: Any) -> None:
    (hit,) = make_client(lambda _: httpx.Response(200, json=body)).search("boat", search_type)
    assert type(hit) is m.SearchHit


def test_no_images_are_a_page_too(make_client: MakeClient) -> None:
    page = make_client(lambda _: envelope([])).search("boat", "BY_IMAGE")
    assert (page.items, page.page, page.size, page.total, page.raw["data"]) == ((), 0, 0, 0, [])


def test_the_older_search_knows_moments_alone(make_client: MakeClient) -> None:
    for body in (CAPTIONS, IMAGES):
        with pytest.raises(m.ProtocolError):
            make_client(lambda _, body=body: httpx.Response(200, json=body)).legacy.search("boat")


BEYOND = "1e999"
FLOATS: list[tuple[str, Callable[[Any], Any], str]] = [
    (
        "similar_images",
        lambda client: client.search.similar_images(PNG)[0].score,
        '[{"videoNo":"VI1","videoName":"n","startTime":"1","endTime":"2","score":%s}]',
    ),
    (
        "clips_by_image",
        lambda client: client.search.clips_by_image(PNG, "VI1", "?")[0].start,
        '[{"start_time":%s,"end_time":2,"score":0.5}]',
    ),
    (
        "clips_by_image, score",
        lambda client: client.search.clips_by_image(PNG, "VI1", "?")[0].score,
        '[{"start_time":1,"end_time":2,"score":%s}]',
    ),
    (
        "images.list",
        lambda client: client.images.list().items[0].latitude,
        '{"item":[{"id":"1","name":"n","latitude":%s}],"current_page":1,"page_size":1,"total_count":1}',
    ),
    (
        "captions",
        lambda client: client.search("boat", "BY_CAPTION")[0].vector[1],
        '[{"video_no":"VI1","text":"t","start_time":1,"end_time":2,"vector":[0.5,%s]}]',
    ),
    (
        "captions, start",
        lambda client: client.search("boat", "BY_CAPTION")[0].start,
        '[{"video_no":"VI1","text":"t","start_time":%s,"end_time":2}]',
    ),
    (
        "references",
        lambda client: client.chat("?", video_nos=["VI1"]).references[0].items[0].start,
        '{"role":"A","content":"a","refs":[{"refItems":[{"videoNo":"VI1","type":"keyframe","startTime":%s}]}]}',
    ),
    (
        "raw",
        lambda client: float(client.raw.search(body=wire.SearchRequest("boat", wire.SearchType.BY_CLIP)).data[0].score),
        '[{"videoNo":"VI1","videoName":"n","startTime":"1","endTime":"2","score":%s}]',
    ),
    (
        "raw, a list",
        lambda client: float(
            client.raw.search(body=wire.SearchRequest("boat", wire.SearchType.BY_CAPTION)).data[0].vector[0]
        ),
        '[{"video_no":"VI1","text":"t","start_time":1,"end_time":2,"vector":[%s]}]',
    ),
]
PNG = b"\x89PNG\r\n\x1a\n0000"


@pytest.mark.parametrize(("ask", "data"), [each[1:] for each in FLOATS], ids=[each[0] for each in FLOATS])
def test_floats_are_finite_floats(make_client: MakeClient, ask: Callable[[Any], Any], data: str) -> None:
    def answering(number: str) -> Any:
        content = '{"code":"0000","msg":"","data":%s}' % (data % number)
        return make_client(lambda _: httpx.Response(200, content=content.encode()))

    for number in ("3", "3.0"):
        found = ask(answering(number))
        assert (found, type(found)) == (3.0, float)
    for number in (BEYOND, f"-{BEYOND}", "true", '"3"'):
        with pytest.raises(m.ProtocolError):
            ask(answering(number))


PAGES: list[tuple[str, Callable[[Any], Any], dict[str, str], dict[str, Any]]] = [
    ("videos", lambda client: client.videos.list(), {}, {"videos": []}),
    ("folders", lambda client: client.folders.videos(1), {}, {"videos": []}),
    ("sessions", lambda client: client.sessions.list(), {}, {"sessions": []}),
    ("images", lambda client: client.images.list(), {}, {"images": []}),
    ("images found", lambda client: client.images.list(), {}, {"item": []}),
    ("passages", lambda client: client.search.transcripts("x"), {}, {"videos": []}),
    ("image hits", lambda client: client.search("x", "BY_IMAGE"), {}, {"item": []}),
    (
        "mavi",
        lambda client: client.mavi.list(),
        {"current_page": "current", "page_size": "pageSize", "total_count": "total"},
        {"videoData": []},
    ),
]


@pytest.mark.parametrize(("ask", "names", "rows"), [each[1:] for each in PAGES], ids=[each[0] for each in PAGES])
def test_figures_of_pages_are_numbers_or_decimal_text(
    make_client: MakeClient, ask: Callable[[Any], Any], names: dict[str, str], rows: dict[str, Any]
) -> None:
    def answered(**figures: Any) -> Any:
        figures = {"current_page": 2, "page_size": 5, "total_count": 3, **figures}
        told = {names.get(name, name): value for name, value in figures.items()}
        return ask(make_client(lambda _: envelope({**rows, **told})))

    page = answered(current_page="2", page_size="5", total_count="3")
    assert [page.page, page.size, page.total] == [2, 5, 3]
    assert {type(each) for each in (page.page, page.size, page.total)} == {int}
    for name in ("current_page", "page_size", "total_count"):
        for wrong in (-1, "-5", "one", "1_0", "", "null", 1.5, True, None):
            with pytest.raises(m.ProtocolError):
                answered(**{name: wrong})


ROWS = "".join('{"videoNo":"VI%d","videoName":"n","startTime":"1","endTime":"2"},' % i for i in range(400))  # noqa: UP031 (braces)
TWICE = '{"videoNo":"VI1","videoNo":"VI2","videoName":"n","startTime":"1","endTime":"2"}'


@pytest.mark.parametrize("rows", [TWICE, ROWS + TWICE, f"{TWICE},{ROWS}"[:-1]])
def test_a_member_that_stands_twice_is_noticed_in_large_answers_too(make_client: MakeClient, rows: str) -> None:
    body = '{"code":"0000","msg":"","data":[' + rows + "]}"
    with pytest.raises(m.ProtocolError, match="twice"):
        make_client(lambda _: httpx.Response(200, content=body.encode())).search("boat")
    good = body.replace('"videoNo":"VI1","videoNo"', '"videoNo"')
    assert make_client(lambda _: httpx.Response(200, content=good.encode())).search("boat")


def test_a_member_that_stands_twice_in_a_failure_of_http(make_client: MakeClient) -> None:
    body = b'{"code":"0402","code":"0401","msg":"none left"}'
    error = failing(make_client(lambda _: httpx.Response(503, content=body)))
    assert (type(error), error.code) == (m.ServerError, None)


def test_raw_is_the_row_as_it_came(make_client: MakeClient) -> None:
    """In its own order of members, and of each part."""
    item = {"text": None, "type": "keyframe", "videoNo": "VI1", "startTime": 1}
    ref = {"refItems": [item], "new": 1, "video": {"duration": "1", "video_no": "VI1"}}
    step = {"new": 2, "content": "c", "title": "t", "refs": [ref]}
    message = {"thinkings": [step], "content": "a", "role": "assistant", "refs": [ref]}
    session = {"title": "t", "new": 3, "sessionId": "6"}
    chapter = {"start": "1", "new": 4, "description": "d", "title": "t"}
    answers: list[Any] = [
        {"total_count": "1", "page_size": 20, "current_page": 1, "sessions": [session]},
        {"messages": [message], "session_id": "6", "title": "t"},
        {"items": [chapter], "summary": "s"},
        {"refs": [ref], "thinkings": [step], "content": "a", "role": "ASSISTANT"},
        [dict(reversed(CLIP.items()))],
    ]
    sent = list(answers)
    client = make_client(lambda _: envelope(answers.pop(0)))
    sessions, detail, summary, answer, hits = (
        client.sessions.list(),
        client.sessions.get("6"),
        client.videos.summary("VI1"),
        client.chat("?", video_nos=["VI1"]),
        client.search("boat"),
    )
    (reply,) = detail.messages
    pairs = [
        *zip([each.raw for each in (sessions, detail, summary, answer)], sent, strict=False),
        (hits[0].raw, sent[4][0]),
        (sessions.items[0].raw, session),
        (reply.raw, message),
        (reply.thinkings[0].raw, step),
        (reply.references[0].raw, ref),
        (reply.references[0].items[0].raw, item),
        (summary.items[0].raw, chapter),
        (answer.thinkings[0].raw, step),
        (answer.thinkings[0].references[0].raw, ref),
        (answer.references[0].raw, ref),
    ]
    for raw, row in pairs:
        assert json.dumps(raw) == json.dumps(row)


def test_the_superseded_search_answer_is_read_too(make_client: MakeClient) -> None:
    body = {"code": "SUCCESS", "msg": "ok", "data": {"videos": [{"videoNo": "mavi_video_001", "videoName": "o.mp4"}]}}
    (hit,) = make_client(lambda _: httpx.Response(200, json=body)).search("boat")
    assert (hit.video_no, hit.video_name, hit.start) == ("mavi_video_001", "o.mp4", None)


def test_transcript_search_reads_both_documented_shapes(make_client: MakeClient) -> None:
    hit = {"videoNo": "VI1", "videoName": "a", "startTime": "34", "audio_ts": " And welcome"}
    bare = {
        "results": [{"id": "1", "audio_id": "VI2", "snippet": "text", "timestamp": "01:05:23"}],
        "page": 1,
        "page_size": 100,
        "total": 250,
    }
    answers = [
        envelope({"videos": [hit], "current_page": 1, "page_size": 100, "total_count": "3"}),
        httpx.Response(200, json=bare),
    ]
    client = make_client(lambda _: answers.pop(0))
    page = client.search.transcripts("welcome")
    assert (page.total, page.items[0].start, page.items[0].text) == (3, 34.0, " And welcome")
    page = client.search.transcripts("welcome")
    assert (page.total, page.items[0].start, page.items[0].text, page.items[0].video_no) == (250, 3923.0, "text", "VI2")


def test_a_chat_answer_gathers_references_from_both_places(make_client: MakeClient) -> None:
    ref = {
        "video": {"duration": "10", "video_no": "VI1", "video_name": "a"},
        "refItems": [{"videoNo": "VI1", "startTime": 30, "endTime": 36, "type": "visual_ts", "text": "scene"}],
    }
    meta = {"video": None, "refItems": [{"videoNo": "PI-1", "type": "video_meta", "startTime": 0, "view_count": 5}]}
    data = {
        "role": "ASSISTANT",
        "content": "It is.",
        "thinkings": [{"title": "t", "content": "c", "refs": [ref]}, {"title": "u", "content": None}],
        "refs": [meta],
        "session_id": "611587302624489472",
    }
    answer = make_client(lambda _: envelope(data)).chat("is it?", video_nos=["VI1"])
    assert (answer.text, answer.session_id) == ("It is.", "611587302624489472")
    meta_ref, scene = answer.references
    assert (meta_ref.video_no, meta_ref.items[0].raw["view_count"]) == (None, 5)
    assert (scene.duration, scene.items[0].start, scene.items[0].end, scene.items[0].text) == (
        10.0,
        30.0,
        36.0,
        "scene",
    )
    assert scene.items[0].type is m.ReferenceType.VISUAL_TS


def test_a_summary_and_its_absence(make_client: MakeClient) -> None:
    items = [{"title": "t", "description": "d", "start": "10"}, {"title": "u", "description": "e"}]
    answers = [{"summary": "s", "items": items, "totalInput": "13773", "totalOutput": None}, None]
    client = make_client(lambda _: envelope(answers.pop(0)))
    summary = client.videos.summary("VI1", "TOPIC")
    assert (summary.text, summary.input_tokens, summary.output_tokens) == ("s", 13773, None)
    assert [item.start for item in summary.items] == [10.0, None]
    assert client.videos.summary("VI1") is None


def test_sessions(make_client: MakeClient) -> None:
    messages = [{"role": "user", "content": "q"}, {"role": "assistant", "content": "a", "thinkings": None}]
    answers = [
        {"sessions": [{"sessionId": "6", "title": None}], "current_page": 1, "page_size": 20, "total_count": "11"},
        {"title": "t", "messages": messages, "session_id": "6"},
    ]
    client = make_client(lambda _: envelope(answers.pop(0)))
    assert client.sessions.list().items == (m.Session(session_id="6", title=None),)
    assert [message.text for message in client.sessions.get(6).messages] == ["q", "a"]


def test_deleting_reads_the_empty_answer(make_client: MakeClient) -> None:
    bodies: list[Any] = []

    def handler(request: httpx.Request) -> httpx.Response:
        bodies.append(json.loads(request.read()))
        return envelope(None)

    assert make_client(handler).videos.delete("VI1", "VI2") is None
    assert bodies == [["VI1", "VI2"]]


@pytest.mark.parametrize("value", [True, 1.5, [], {}])
def test_what_is_no_integer_is_refused(value: Any) -> None:
    with pytest.raises(TypeError):
        integer(value)


def test_values() -> None:
    assert (integer("653"), integer(7), integer("null"), integer(None)) == (653, 7, None, None)
    assert (seconds("1.5"), seconds(2), seconds("null")) == (1.5, 2.0, None)
    assert (text("null"), text("x"), text(None)) == (None, "x", None)
    assert moment("0") == datetime(1970, 1, 1, tzinfo=UTC)
    with pytest.raises(ValueError, match="milliseconds"):
        moment(10**25)
