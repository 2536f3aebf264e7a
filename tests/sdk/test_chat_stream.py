"""Streams of chat: typed events, both endings, and every way to end badly."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import httpx
import pytest

import memories_ai as m
from sdk_support import KEY, MakeClient, envelope

THINKING = 'data:{"type":"thinking","title":"t","content":"c","sessionId":"6"}\n\n'
REF = (
    'data:{"type":"ref","sessionId":"6","ref":[{"video":{"duration":"10","video_no":"VI1","video_name":"a"},'
    '"refItems":[{"videoNo":"VI1","startTime":23,"type":"keyframe"}]}]}\n\n'
)
CONTENT = 'data:{"type":"content","role":"assistant","content":"grö\u2028ßer","sessionId":"6"}\n\n'
DONE = 'data:"Done"\n\n'


class Body(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body in pieces that tells whether it was closed, and may break."""

    def __init__(self, *pieces: bytes, error: Exception | None = None) -> None:
        self.pieces, self.error, self.closed = pieces, error, False

    def __iter__(self) -> Iterator[bytes]:
        yield from self.pieces
        if self.error:
            raise self.error

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self:
            yield piece

    def close(self) -> None:
        self.closed = True

    async def aclose(self) -> None:
        self.closed = True


def events(body: Body, content_type: str = "text/event-stream;charset=UTF-8") -> httpx.Response:
    return httpx.Response(200, headers={"content-type": content_type}, stream=body)


def test_events_are_typed_and_the_marker_is_swallowed(make_client: MakeClient) -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        assert request.headers["accept"] == "text/event-stream"
        return events(Body((THINKING + REF + CONTENT + 'data:{"type":"later","x":1}\n\n' + DONE).encode()))

    thinking, ref, content, unknown = make_client(handler).chat.stream("q", video_nos=["VI1"])
    assert thinking == m.ThinkingEvent(title="t", text="c", session_id="6")
    assert isinstance(ref, m.ReferenceEvent)
    assert (ref.references[0].video_name, ref.references[0].items[0].start) == ("a", 23.0)
    assert content == m.ContentEvent(text="grö\u2028ßer", session_id="6")
    assert unknown == m.UnknownEvent(type="later")
    assert unknown.raw == {"type": "later", "x": 1}


def test_events_may_lack_the_session_and_their_references(make_client: MakeClient) -> None:
    body = (
        'data:{"type":"thinking","title":"t","content":"c"}\n\n'
        'data:{"type":"ref","ref":null}\n\n'
        'data:{"type":"ref","ref":[{"refItems":null}],"sessionId":null}\n\n'
        'data:{"type":"content","content":"a"}\n\n'
    )
    thinking, bare, empty, content = make_client(lambda _: events(Body((body + DONE).encode()))).chat.stream(
        "q", video_nos=["VI1"]
    )
    assert thinking == m.ThinkingEvent(title="t", text="c")
    assert bare == m.ReferenceEvent(references=())
    assert isinstance(empty, m.ReferenceEvent)
    assert empty.references[0].items == ()
    assert content == m.ContentEvent(text="a")


@pytest.mark.parametrize(
    "end", ['"Done"', '"done"', "Done", "[DONE]", '{"code":"SUCCESS","data":"Done"}', '{"code":"0000","data":"Done"}']
)
def test_every_known_end_marker_ends_the_stream(make_client: MakeClient, end: str) -> None:
    body = Body(CONTENT.encode(), f"data:{end}\n\n".encode(), b"data:after the end\n\n")
    assert len(list(make_client(lambda _: events(body)).chat.stream("q", video_nos=["VI1"]))) == 1
    assert body.closed


def test_any_cut_gives_the_same_events(make_client: MakeClient) -> None:
    stream = (THINKING + CONTENT + DONE).encode()
    for step in (1, 2, 7):
        body = Body(*(stream[i : i + step] for i in range(0, len(stream), step)))
        assert len(list(make_client(lambda _, body=body: events(body)).chat.stream("q", video_nos=["VI1"]))) == 2


@pytest.mark.parametrize("cut", [CONTENT, CONTENT + 'data:"Do', CONTENT + 'data:"Done"', CONTENT + 'data:"Done"\n', ""])
def test_a_missing_end_marker_is_an_error(make_client: MakeClient, cut: str) -> None:
    body = Body(cut.encode())
    stream = make_client(lambda _: events(body)).chat.stream("q", video_nos=["VI1"])
    got: list[m.ChatEvent] = []
    with pytest.raises(m.StreamError, match="before its end marker"):
        got.extend(stream)
    assert body.closed


@pytest.mark.parametrize(
    ("data", "kind", "text"),
    [
        ('"Error"', m.StreamError, "Error"),
        ('"user don\'t login"', m.StreamError, "login"),
        ('"Video is not parsed:VI1"', m.StreamError, "not parsed:VI1"),
        ('"No videos found for the provided video numbers."', m.NotFoundError, "No videos"),
        ('{"code":"0429","msg":"Request has exceeded the limit."}', m.StreamError, "exceeded"),
        ("{bad json", m.StreamError, "not JSON"),
        ("[1]", m.StreamError, "neither"),
        ('{"type":"content","sessionId":"6"}', m.StreamError, "another shape"),
        ('{"type":"content","sessionId":"6","content":null}', m.StreamError, "another shape"),
        ('{"type":"ref","sessionId":"6","ref":[1]}', m.StreamError, "another shape"),
    ],
)
def test_a_bad_event_is_an_error(make_client: MakeClient, data: str, kind: type[Exception], text: str) -> None:
    body = Body((CONTENT + f"data:{data}\n\n" + DONE).encode())
    with pytest.raises(m.MemoriesError, match=text) as caught:
        list(make_client(lambda _: events(body)).chat.stream("q", video_nos=["VI1"]))
    assert type(caught.value) is kind
    assert caught.value.operation == "chat_stream"
    assert body.closed


TOLD = [
    ('data:{"code":"0429","msg":"told"}', "0429", m.RateLimitError),
    ('data:{"code":"0402","msg":"told"}', "0402", m.InsufficientCreditsError),
    ('data:{"code":"0001","msg":"told: network abnormal"}', "0001", m.ServerError),
    ('data:{"type":"error","code":"0402","content":"told"}', "0402", m.InsufficientCreditsError),
    ('data:{"error":{"code":"0401","message":"told"}}', "0401", m.AuthenticationError),
    ('data:{"error":true,"code":"9009","message":"told"}', "9009", m.PermissionDeniedError),
    ('event:error\ndata:{"code":"0403","msg":"told"}', "0403", m.PermissionDeniedError),
    ('data:{"code":"4711","msg":"told"}', "4711", None),
    ('data:{"error":{"code":500,"message":"told"}}', "500", None),
    ('data:{"error":{"code":true,"message":"told"}}', None, None),
    ('data:{"type":"error","message":"told"}', None, None),
]


@pytest.mark.parametrize(("told", "code", "kind"), TOLD)
def test_a_failure_after_events_keeps_its_code(
    make_client: MakeClient, told: str, code: str | None, kind: type[m.APIError] | None
) -> None:
    body = Body((CONTENT + told + "\n\n").encode())
    got: list[m.ChatEvent] = []
    with pytest.raises(m.StreamError, match="told") as caught:
        got.extend(make_client(lambda _: events(body)).chat.stream("q", video_nos=["VI1"]))
    error = caught.value
    assert (error.code, error.status, error.operation, error.attempts) == (code, 200, "chat_stream", 1)
    cause = error.__cause__
    assert type(cause) is (kind or type(None))
    if isinstance(cause, m.APIError):
        assert (cause.code, cause.status, cause.operation, cause.attempts) == (code, 200, "chat_stream", 1)
    assert body.closed


@pytest.mark.parametrize(("told", "code", "kind"), TOLD)
def test_a_failure_before_the_first_event_is_that_of_its_code(
    make_client: MakeClient, told: str, code: str | None, kind: type[m.APIError] | None
) -> None:
    body = Body(f": hello\n\n{told}\n\n".encode())
    with pytest.raises(m.MemoriesError, match="told") as caught:
        list(make_client(lambda _: events(body)).chat.stream("q", video_nos=["VI1"]))
    assert type(caught.value) is (kind or m.StreamError)
    assert (caught.value.code, caught.value.status, caught.value.attempts) == (code, 200, 1)
    assert caught.value.__context__ is None
    assert body.closed


def test_the_key_is_in_no_cause_of_a_failure(make_client: MakeClient) -> None:
    body = Body((CONTENT + f'data:{{"code":"0401","msg":"no {KEY}"}}\n\n').encode())
    with pytest.raises(m.StreamError) as caught:
        list(make_client(lambda _: events(body)).chat.stream("q", video_nos=["VI1"]))
    cause = caught.value.__cause__
    assert isinstance(cause, m.AuthenticationError)
    assert KEY not in str(cause) + repr(vars(cause)) + repr(cause.args)


def test_a_member_of_an_event_that_stands_twice(make_client: MakeClient) -> None:
    body = Body((CONTENT + 'data:{"type":"content","content":"a","content":"b"}\n\n' + DONE).encode())
    with pytest.raises(m.StreamError, match="not JSON"):
        list(make_client(lambda _: events(body)).chat.stream("q", video_nos=["VI1"]))


@pytest.mark.parametrize(
    ("error", "kind"),
    [(httpx.ReadError("reset"), m.TransportError), (httpx.ReadTimeout("slow"), m.RequestTimeoutError)],
)
def test_errors_in_mid_stream_are_wrapped(make_client: MakeClient, error: Exception, kind: type[Exception]) -> None:
    body = Body(CONTENT.encode(), error=error)
    with pytest.raises(m.TransportError) as caught:
        list(make_client(lambda _: events(body)).chat.stream("q", video_nos=["VI1"]))
    assert type(caught.value) is kind


@pytest.mark.parametrize("end", [b"data:\xff\n\n", "data:🎬".encode()[:-1]])
def test_bytes_that_are_no_text_are_an_error(make_client: MakeClient, end: bytes) -> None:
    body = Body(CONTENT.encode(), end)
    with pytest.raises(m.StreamError, match="cannot be read"):
        list(make_client(lambda _: events(body)).chat.stream("q", video_nos=["VI1"]))


def test_json_instead_of_a_stream_is_the_failure_it_says(make_client: MakeClient) -> None:
    client = make_client(lambda _: envelope(None, code="0402", msg="no credits"))
    with pytest.raises(m.InsufficientCreditsError):
        list(client.chat.stream("q", video_nos=["VI1"]))


def test_another_content_type_is_no_stream(make_client: MakeClient) -> None:
    client = make_client(lambda _: events(Body(b"<html>"), "text/html"))
    with pytest.raises(m.StreamError, match="text/html"):
        list(client.chat.stream("q", video_nos=["VI1"]))


def test_leaving_early_closes_the_connection(make_client: MakeClient) -> None:
    body = Body(*[CONTENT.encode()] * 50)
    with make_client(lambda _: events(body)).chat.stream("q", video_nos=["VI1"]) as stream:
        for _ in stream:
            break
        assert not body.closed
    assert body.closed


def test_nothing_is_sent_before_the_iteration(make_client: MakeClient) -> None:
    def never(request: httpx.Request) -> httpx.Response:
        raise AssertionError(f"{request.url} was asked")

    with make_client(never).chat.stream("q", video_nos=["VI1"]):
        pass
