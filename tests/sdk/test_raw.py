"""Operations as they are generated, on the way of all calls."""

from __future__ import annotations

import inspect
from typing import Any

import httpx
import pytest

import memories_ai as m
from memories_ai import AsyncMemoriesAI, MemoriesAI, Retries
from memories_ai_generated import models as wire
from memories_ai_generated.operations import OPERATIONS
from sdk_support import KEY, MakeClient, envelope


@pytest.mark.parametrize("kind", [MemoriesAI, AsyncMemoriesAI])
def test_every_operation_is_there(kind: Any) -> None:
    client = kind(KEY)
    methods = {name for name, _ in inspect.getmembers(client.raw, inspect.ismethod) if not name.startswith("_")}
    assert methods == set(OPERATIONS)


def test_arguments_and_result_are_the_generated_ones(make_client: MakeClient) -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        assert request.url.params["query"] == "x"
        return envelope({"videos": [], "current_page": 1, "page_size": 2, "total_count": "0", "new_member": 5})

    answer = make_client(handler).raw.search_audio_transcripts(query="x")
    assert isinstance(answer, wire.AudioTranscriptSearchResponse)
    assert answer.to_dict()["data"]["new_member"] == 5


def test_policies_hold_as_for_all_calls(make_client: MakeClient) -> None:
    answers = [httpx.Response(503), envelope(None, code="0402", msg="no credits")]
    client = make_client(lambda _: answers.pop(0), retries=Retries(most=1, first_delay=0.001))
    with pytest.raises(m.InsufficientCreditsError) as caught:
        client.raw.list_sessions()
    assert (caught.value.operation, caught.value.attempts) == ("list_sessions", 2)


@pytest.mark.parametrize("data", [None, [], {"videos": 5}, "x"])
def test_an_answer_of_another_shape(make_client: MakeClient, data: object) -> None:
    with pytest.raises(m.ProtocolError):
        make_client(lambda _: envelope(data)).raw.list_videos()


def test_bytes(make_client: MakeClient) -> None:
    answer = httpx.Response(200, content=b"\0\1\2", headers={"content-type": "video/mp4"})
    with make_client(lambda _: answer).raw.download(body=wire.DownloadRequest(video_no="VI1")) as stream:
        assert (stream.media_type, stream.size) == ("video/mp4", 3)
        assert b"".join(stream) == b"\0\1\2"


def test_a_failure_instead_of_bytes(make_client: MakeClient) -> None:
    client = make_client(lambda _: httpx.Response(200, json={"code": 404, "msg": "no blob", "data": None}))
    with pytest.raises(m.NotFoundError) as caught:
        client.raw.download_blob_v2(bucket="a", blob="b")
    assert caught.value.code == "404"


def test_events(make_client: MakeClient) -> None:
    body = b'data:{"type":"content","content":"a"}\n\ndata:"Done"\n\n'
    answer = httpx.Response(200, content=body, headers={"content-type": "text/event-stream"})
    body = wire.ChatRequest(video_nos=["VI1"], prompt="?")
    with make_client(lambda _: answer).raw.chat_stream(body=body) as events:
        assert list(events) == [{"type": "content", "content": "a"}]
