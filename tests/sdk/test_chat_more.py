"""Chats about the whole library and about public videos, and scenes described anew."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml

import memories_ai as m
from memories_ai_generated import models as wire
from memories_ai_mock import Emulator, Settings
from sdk_support import KEY, Handler, MakeClient, envelope

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "examples" / "media" / "sample.mp4"
FAST = m.Polling(delay=0.05, max_delay=0.1)


def stream(*data: str, end: str = "\n\n", content_type: str = "text/event-stream") -> Handler:
    body = "\n\n".join(f"data:{each}" for each in data) + end
    return lambda _: httpx.Response(200, headers={"content-type": content_type}, content=body.encode())


def always(response: httpx.Response) -> Handler:
    return lambda _: httpx.Response(200, json=response.json())


def text_of(events: Any) -> str:
    return "".join(event.text for event in events if isinstance(event, m.ContentEvent))


# The whole private library.


@pytest.mark.parametrize(
    ("body", "session"),
    [
        ({"code": "0000", "msg": "success", "data": {"role": "ASSISTANT", "content": "Quite active."}}, None),
        ({"code": "0000", "msg": "", "data": {"role": "A", "content": "Quite active.", "session_id": "61"}}, "61"),
        ({"code": "0000", "msg": "", "data": {"role": "A", "content": "Quite active."}, "session_id": "61"}, "61"),
        ({"session_id": "sess_12345", "response": "Quite active.", "metadata": {}}, "sess_12345"),
    ],
)
def test_both_forms_of_a_personal_answer(make_client: MakeClient, body: dict[str, Any], session: str | None) -> None:
    answer = make_client(always(httpx.Response(200, json=body))).chat.personal("?")
    assert (answer.text, answer.session_id) == ("Quite active.", session)
    assert answer.raw == (body if "response" in body else body["data"])


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"session_id": "s", "response": 7, "metadata": {}},
        {"session_id": 7, "response": "a", "metadata": {}},
        {"session_id": "s", "response": "a", "metadata": None},
        {"response": "a"},
        {"code": "0000", "msg": "", "data": None},
        {"code": "0000", "msg": "", "data": {"role": "A", "content": "x"}, "session_id": 61},
    ],
)
def test_another_form_is_no_personal_answer(make_client: MakeClient, body: dict[str, Any]) -> None:
    with pytest.raises(m.ProtocolError):
        make_client(always(httpx.Response(200, json=body))).chat.personal("?")


def test_what_is_sent_for_a_personal_chat(make_client: MakeClient) -> None:
    bodies: list[Any] = []

    def handler(request: httpx.Request) -> httpx.Response:
        bodies.append(json.loads(request.content))
        return httpx.Response(200, json={"session_id": "sess_1", "response": "a", "metadata": {}})

    client = make_client(handler, unique_id="family")
    client.chat.personal("Where?", session_id="sess_1")
    client.chat.personal("Where?", session_id=61, unique_id="work")
    assert bodies == [
        {"prompt": "Where?", "session_id": "sess_1", "unique_id": "family"},
        {"prompt": "Where?", "session_id": "61", "unique_id": "work"},
    ]


@pytest.mark.parametrize("end", ["[DONE]", "[done]", '"[DONE]"', "Done", '"done"', '{"code":"SUCCESS","data":"Done"}'])
def test_tokens_make_the_answer(make_client: MakeClient, end: str) -> None:
    response = stream('{"token": "This is "}', '{"token": "\u2028it", "new": 1}', '{"token": ""}', end)
    events = list(make_client(response).chat.personal_stream("?"))
    assert text_of(events) == "This is \u2028it"
    assert events[1].raw == {"token": "\u2028it", "new": 1}


def test_odd_events_are_kept(make_client: MakeClient) -> None:
    thinking = '{"type":"thinking","title":"t","content":"c"}'
    response = stream(thinking, '{"usage": 7}', '{"type":"later"}', '{"token": "a"}', "[DONE]")
    events = list(make_client(response).chat.personal_stream("?"))
    assert events == [
        m.ThinkingEvent(title="t", text="c"),
        m.UnknownEvent(type=None),
        m.UnknownEvent(type="later"),
        m.ContentEvent(text="a"),
    ]
    assert events[1].raw == {"usage": 7}


@pytest.mark.parametrize(
    "response",
    [
        stream('{"token": "a"}'),
        stream('{"token": "a"}', "[DONE]", end=""),
        stream('{"token": "a"}', '{"token": 7}', "[DONE]"),
        stream('{"token": "a"}', '{"token": null}', "[DONE]"),
        stream('{"token": "a"}', '{"code":"0402","msg":"no credits"}'),
        stream('{"token": "a"}', '"Error"'),
        stream('{"token": "a"}', "oops"),
        stream('{"token": "a"}', "7", "[DONE]"),
        stream('{"token": "a"}', "[DONE]", content_type="text/html"),
        stream(),
    ],
)
def test_a_personal_stream_that_is_not_complete_raises(make_client: MakeClient, response: Handler) -> None:
    with pytest.raises(m.StreamError) as caught:
        list(make_client(response).chat.personal_stream("?"))
    assert caught.value.operation == "chat_personal_stream"


def test_a_personal_stream_may_be_refused_or_answered_in_json(make_client: MakeClient) -> None:
    client = make_client(always(envelope(None, code="0402", msg="no credits")))
    with pytest.raises(m.InsufficientCreditsError):
        list(client.chat.personal_stream("?"))
    whole = {"role": "A", "content": "Here.", "thinkings": [{"title": "t", "content": "c"}], "session_id": "6"}
    with make_client(always(envelope(whole))).chat.personal_stream("?") as events:
        got = list(events)
    assert got == [
        m.ThinkingEvent(title="t", text="c", session_id="6"),
        m.ContentEvent(text="Here.", session_id="6"),
    ]
    assert got[1].raw == whole
    for data in (None, {"role": "A", "content": None}):
        with pytest.raises(m.ProtocolError):
            list(make_client(always(envelope(data))).chat.personal_stream("?"))


# Public videos.


def test_the_recorded_answer_about_public_videos(make_client: MakeClient) -> None:
    operation = yaml.safe_load((ROOT / "openapi/paths/chat/marketer_chat.yaml").read_text())["post"]
    body = operation["responses"]["200"]["content"]["application/json"]["examples"]["recorded"]["value"]
    answer = make_client(always(httpx.Response(200, json=body))).chat.marketer("where is the war?")
    assert answer.session_id == body["data"]["session_id"]
    assert answer.text == body["data"]["content"]
    items = [item for reference in answer.references for item in reference.items]
    assert {item.type for item in items} == {"video_meta", "keyframe"}
    assert items[0].raw["view_count"] == 331400
    assert {reference.duration for reference in answer.references} == {0.0}
    assert answer.raw == body["data"]


def test_what_is_sent_about_public_videos(make_client: MakeClient) -> None:
    bodies: list[Any] = []

    def handler(request: httpx.Request) -> httpx.Response:
        bodies.append(json.loads(request.content))
        return envelope({"role": "A", "content": "x"})

    chat = make_client(handler).chat
    chat.marketer("@nike?")
    chat.marketer("@nike?", session_id="61", platform="INSTAGRAM", unique_id="a")
    chat.marketer("@nike?", session_id=61, platform=m.PublicPlatform.YOUTUBE)
    assert bodies == [
        {"prompt": "@nike?"},
        {"prompt": "@nike?", "session_id": "61", "type": "INSTAGRAM", "unique_id": "a"},
        {"prompt": "@nike?", "session_id": "61", "type": "YOUTUBE"},
    ]


@pytest.mark.parametrize("end", ['"Done"', "[done]", "done", '"[DONE]"'])
def test_each_form_of_text_about_public_videos(make_client: MakeClient, end: str) -> None:
    response = stream(
        '{"content":"Nike "}',
        '{"text":"posted "}',
        '{"delta":"a "}',
        '{"message":"shoe","sessionId":"6"}',
        ". Plain",
        '" text."',
        " 42",
        "null",
        '"unclosed',
        end,
    )
    events = list(make_client(response).chat.marketer_stream("?"))
    assert text_of(events) == 'Nike posted a shoe. Plain text.42null"unclosed'
    assert events[3].session_id == "6"
    assert events[4].raw == {"data": ". Plain"}


def test_typed_events_about_public_videos(make_client: MakeClient) -> None:
    response = stream(
        '{"type":"thinking","title":"t","content":"c"}',
        '{"type":"content","content":"a"}',
        '{"type":"later","content":"b"}',
        '{"usage":1}',
        "done",
    )
    assert list(make_client(response).chat.marketer_stream("?")) == [
        m.ThinkingEvent(title="t", text="c"),
        m.ContentEvent(text="a"),
        m.UnknownEvent(type="later"),
        m.UnknownEvent(type=None),
    ]


@pytest.mark.parametrize(
    "response",
    [
        stream('{"content":"a"}'),
        stream('{"content":7}', "done"),
        stream('{"content":', "done"),
        stream('{"content":"a","sessionId":7}', "done"),
        stream('{"content":"a"}', '{"code":"0429","msg":"slower"}', "done"),
    ],
)
def test_a_public_stream_that_is_not_complete_raises(make_client: MakeClient, response: Handler) -> None:
    with pytest.raises(m.StreamError):
        list(make_client(response).chat.marketer_stream("?"))


def test_a_refusal_of_a_public_stream_comes_as_json(make_client: MakeClient) -> None:
    with pytest.raises(m.RateLimitError):
        list(make_client(always(envelope(None, code="0429", msg="slower"))).chat.marketer_stream("?"))
    with pytest.raises(m.ProtocolError):
        list(make_client(always(envelope({"role": "A", "content": "x"}))).chat.marketer_stream("?"))


def test_raw_streams_speak_their_dialect(make_client: MakeClient) -> None:
    body = wire.PersonalChatRequest(prompt="?")
    tokens = make_client(stream('{"token":"a"}', '"[DONE]"')).raw.chat_personal_stream(body=body)
    assert list(tokens) == [{"token": "a"}]
    whole = {"code": "0000", "msg": "", "data": {"role": "A", "content": "x"}}
    client = make_client(always(httpx.Response(200, json=whole)))
    assert list(client.raw.chat_personal_stream(body=body)) == [whole]
    plain = make_client(stream("Nike", '{"text":"!"}', "done")).raw
    assert list(plain.marketer_chat_stream(body=wire.MarketerChatRequest(prompt="?"))) == ["Nike", {"text": "!"}]


# Scenes.


def test_scenes_under_their_newer_name(make_client: MakeClient) -> None:
    rows = [{"index": 0, "content": "A person.", "startTime": "0", "endTime": "4"}]
    data = {"videoNo": "VI1", "transcriptions": rows, "createTime": "1777047288621", "video_blob": "VI1.mp4"}
    transcript = make_client(always(envelope(data))).transcriptions.captions("VI1")
    assert [(each.start, each.end, each.text) for each in transcript.segments] == [(0.0, 4.0, "A person.")]
    assert transcript.raw["video_blob"] == "VI1.mp4"
    assert make_client(always(envelope(None))).transcriptions.captions("VI1") is None


def test_an_update_is_begun(make_client: MakeClient) -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        assert json.loads(request.content) == {
            "video_no": "VI1",
            "prompt": "Machines",
            "callback": "https://example.com/hook",
        }
        return envelope({"video_no": "VI1", "job": 5})

    updated = make_client(handler).transcriptions.update("VI1", "Machines", callback="https://example.com/hook")
    assert updated == m.UpdatedTranscription(video_no="VI1")
    assert updated.raw == {"video_no": "VI1", "job": 5}


@pytest.mark.parametrize("data", [None, {}, {"video_no": 7}])
def test_another_form_is_no_update(make_client: MakeClient, data: object) -> None:
    with pytest.raises(m.ProtocolError):
        make_client(always(envelope(data))).transcriptions.update("VI1", "Machines")


BAD: list[tuple[str, Callable[[Any], Any], str]] = [
    ("prompt", lambda c: c.chat.personal(" "), "empty"),
    ("prompt", lambda c: c.chat.personal_stream(7), "not text"),
    ("session_id", lambda c: c.chat.personal("?", session_id=""), "empty"),
    ("session_id", lambda c: c.chat.personal_stream("?", session_id=True), "digits"),
    ("unique_id", lambda c: c.chat.personal("?", unique_id=""), "empty"),
    ("timeout", lambda c: c.chat.personal_stream("?", timeout=0), "above 0"),
    ("prompt", lambda c: c.chat.marketer(""), "empty"),
    ("session_id", lambda c: c.chat.marketer("?", session_id="abc"), "digits"),
    ("platform", lambda c: c.chat.marketer("?", platform="MYSPACE"), "TIKTOK"),
    ("platform", lambda c: c.chat.marketer_stream("?", platform=7), "TIKTOK"),
    ("video_no", lambda c: c.transcriptions.captions(""), "empty"),
    ("video_no", lambda c: c.transcriptions.update("", "x"), "empty"),
    ("prompt", lambda c: c.transcriptions.update("VI1", ""), "empty"),
    ("callback", lambda c: c.transcriptions.update("VI1", "x", callback="x"), "http"),
    ("callback", lambda c: c.transcriptions.update("VI1", "x", callback=""), "empty"),
]


@pytest.mark.parametrize(("field", "call", "told"), BAD)
def test_what_would_be_refused_is_not_sent(
    make_client: MakeClient, field: str, call: Callable[[Any], Any], told: str
) -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        raise AssertionError("a request was sent")

    with pytest.raises(m.ValidationError, match=told) as caught:
        call(make_client(handler))
    assert caught.value.field == field


# Against the emulator.


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    with Emulator(Settings(keys=[KEY], parse_seconds=0, stream_pause=0)) as emulator:
        yield emulator


def test_the_emulator_answers_in_these_dialects(
    make_client: MakeClient, emulator: Emulator, request: pytest.FixtureRequest
) -> None:
    client = make_client(base_url=emulator.base_url, unique_id=request.node.name)
    video_no = client.videos.upload(SAMPLE).video_no
    client.videos.wait(video_no, timeout=30, polling=FAST)
    answer = client.chat.personal("Where is the red balloon?")
    assert "red balloon" in answer.text
    again = client.chat.personal_stream("Where is the red balloon?", session_id=answer.session_id)
    assert text_of(again) == answer.text

    public = client.chat.marketer("What is posted?")
    assert public.references
    events = list(client.chat.marketer_stream("What is posted?", session_id=public.session_id, platform="TIKTOK"))
    assert text_of(events) == public.text

    before = client.transcriptions.captions(video_no)
    assert before == client.transcriptions.video(video_no)
    assert client.transcriptions.update(video_no, "Look at the colours").video_no == video_no
    with pytest.raises(m.NotFoundError):
        client.transcriptions.update("VI000000000000000000", "Look at the colours")
    assert client.transcriptions.captions("VI000000000000000000") is None
