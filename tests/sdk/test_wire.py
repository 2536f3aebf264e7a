"""What goes over the wire, whole: every argument under its name, nothing that was not given."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

import memories_ai as m
from sdk_support import MakeClient, envelope

MOMENT = datetime(2025, 10, 20, 11, tzinfo=UTC)

REQUESTS: list[tuple[Callable[[Any], Any], dict[str, Any]]] = [
    (
        lambda c: c.videos.list(
            page=2,
            size=50,
            unique_id="u",
            folder_id=-1,
            video_name="n",
            video_nos=["VI1"],
            status="FAIL",
            camera_model="Canon",
            tag="t",
            taken_since=MOMENT,
            latitude=1.5,
            longitude=-2.5,
        ),
        {
            "page": 2,
            "size": 50,
            "unique_id": "u",
            "folder_id": -1,
            "video_name": "n",
            "video_nos": ["VI1"],
            "status": "FAIL",
            "camera_model": "Canon",
            "tag": "t",
            "datetime_taken": 1760958000000,
            "latitude": 1.5,
            "longitude": -2.5,
        },
    ),
    (lambda c: c.videos.list(), {}),
    (
        lambda c: c.search(
            "q",
            "BY_AUDIO",
            video_nos=["VI1"],
            unique_id="u",
            folder_id=7,
            top_k=3,
            filtering_level="low",
            tag="t",
            camera_tag="Canon",
            datetime_taken="2025-10-20 11:00:00",
            latitude=1.5,
            longitude=-2.5,
        ),
        {
            "search_param": "q",
            "search_type": "BY_AUDIO",
            "video_nos": ["VI1"],
            "unique_id": "u",
            "folder_id": 7,
            "top_k": 3,
            "filtering_level": "low",
            "tag": "t",
            "camera_tag": "Canon",
            "datetime_taken": "2025-10-20 11:00:00",
            "latitude": 1.5,
            "longitude": -2.5,
        },
    ),
    (lambda c: c.search("q"), {"search_param": "q", "search_type": "BY_CLIP"}),
    (
        lambda c: c.search.transcripts("q", page=2, page_size=5, unique_id="u"),
        {"query": "q", "page": "2", "page_size": "5", "unique_id": "u"},
    ),
    (
        lambda c: c.chat("p", video_nos=["VI1"], session_id=6, unique_id="u"),
        {"prompt": "p", "video_nos": ["VI1"], "session_id": "6", "unique_id": "u"},
    ),
    (lambda c: list(c.chat.stream("p", video_nos=["VI1"])), {"prompt": "p", "video_nos": ["VI1"]}),
    (lambda c: c.sessions.list(page=2, unique_id="u"), {"page": "2", "unique_id": "u"}),
    (lambda c: c.sessions.get(6, unique_id="u"), {"sessionId": "6", "unique_id": "u"}),
    (lambda c: c.videos.get("VI1", unique_id="u"), {"video_no": "VI1", "unique_id": "u"}),
    (lambda c: c.videos.details("VI1"), {"video_no": "VI1"}),
    (lambda c: c.videos.summary("VI1", "TOPIC"), {"video_no": "VI1", "type": "TOPIC"}),
    (lambda c: c.videos.delete("VI1", unique_id="u"), {"unique_id": "u"}),
    (lambda c: c.transcriptions.video("VI1", unique_id="u"), {"video_no": "VI1", "unique_id": "u"}),
]


@pytest.mark.parametrize(("call", "expected"), REQUESTS)
def test_every_argument_is_sent_under_its_name(
    make_client: MakeClient, call: Callable[[Any], Any], expected: dict[str, Any]
) -> None:
    sent: list[dict[str, Any]] = []

    def handler(request: httpx.Request) -> httpx.Response:
        body = json.loads(request.read() or b"{}")
        sent.append(dict(request.url.params) | (body if isinstance(body, dict) else {}))
        return envelope(None, code="0402", msg="enough seen")

    with pytest.raises(m.InsufficientCreditsError):
        call(make_client(handler))
    assert sent == [expected]
