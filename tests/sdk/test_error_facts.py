"""What an error says of its exchange: operation, status, and how often the request was sent."""

from __future__ import annotations

import socket
from collections.abc import Callable
from typing import Any

import httpx
import pytest

import memories_ai as m
from memories_ai import RateLimits
from sdk_support import MakeClient, envelope

PAGE = {"videos": [], "current_page": 1, "page_size": 200, "total_count": "0"}
BY_ID: list[tuple[str, object, Callable[[Any], Any]]] = [
    ("get_metadata", None, lambda client: client.videos.get("VI1")),
    ("get_private_video_details", None, lambda client: client.videos.details("VI1")),
    ("list_videos", PAGE, lambda client: client.videos.wait("VI1")),
    ("get_session_detail", None, lambda client: client.sessions.get("1")),
    ("get_public_video_detail", None, lambda client: client.public.get("PI-1")),
    ("legacy_get_session_detail", None, lambda client: client.legacy.session("1")),
    ("legacy_list_videos", PAGE, lambda client: client.legacy.wait("VI1")),
    (
        "mavi_search_db",
        {"current": 1, "total": 0, "pageSize": 200, "videoData": []},
        lambda client: client.mavi.wait("mavi_video_1"),
    ),
]


@pytest.mark.parametrize(("operation", "data", "call"), BY_ID, ids=[row[0] for row in BY_ID])
def test_what_is_not_there(make_client: MakeClient, operation: str, data: object, call: Callable[[Any], Any]) -> None:
    told: list[m.RequestRecord] = []
    client = make_client(lambda _: envelope(data), on_request=told.append)
    with pytest.raises(m.NotFoundError, match="Check the id") as caught:
        call(client)
    error = caught.value
    assert (error.operation, error.status, error.attempts, error.code) == (operation, 200, 1, None)
    assert error.retryable is False
    assert [record.error for record in told] == [error]


def test_an_answer_about_another_video(make_client: MakeClient) -> None:
    handler = metadata_of("VI2")
    with pytest.raises(m.ProtocolError, match="describes 'VI2', not 'VI1'") as caught:
        make_client(handler).videos.get("VI1")
    assert (caught.value.operation, caught.value.status, caught.value.attempts) == ("get_metadata", 200, 1)
    assert make_client(handler).videos.get("VI2").video_no == "VI2"


def metadata_of(video_no: str) -> Callable[[httpx.Request], httpx.Response]:
    data = {"video_no": video_no, "video_name": "a", "status": "PARSE", "duration": "1", "create_time": "1755245460412"}
    return lambda _: envelope(data)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b'data:{"type":"content","content":"a"}\n\n',
        b'data:{"type":"content","content":"a"}\n\nevent:error\ndata:no\n\n',
        b'data:{"type":"error","content":"no"}\n\n',
        b'data:"No videos found"\n\n',
        b"data:oops\n\n",
        b"data:\xff\n\n",
    ],
)
def test_a_stream_that_fails(make_client: MakeClient, body: bytes) -> None:
    client = make_client(lambda _: httpx.Response(200, headers={"content-type": "text/event-stream"}, content=body))
    with pytest.raises(m.MemoriesError) as caught:
        list(client.chat.stream("?", video_nos=["VI1"]))
    assert isinstance(caught.value, m.StreamError | m.NotFoundError)
    assert (caught.value.operation, caught.value.status, caught.value.attempts) == ("chat_stream", 200, 1)


def test_rate_limits_that_cannot_be_counted(make_client: MakeClient) -> None:
    pytest.importorskip("redis")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    client = make_client(lambda _: envelope(PAGE), rate_limits=RateLimits(storage=f"redis://127.0.0.1:{port}"))
    with pytest.raises(m.ConnectionFailedError, match="Is Redis up") as caught:
        client.videos.list()
    assert (caught.value.operation, caught.value.attempts, caught.value.retryable) == ("list_videos", 0, True)


def test_an_argument_is_checked_before_there_is_an_operation(make_client: MakeClient) -> None:
    with pytest.raises(m.ValidationError) as caught:
        make_client().videos.get("")
    assert (caught.value.operation, caught.value.status, caught.value.attempts) == (None, None, 0)
