"""What the service would refuse is refused unsent, naming field, value and remedy."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import datetime
from typing import Any

import httpx
import pytest

import memories_ai as m
from memories_ai import _validation as check
from sdk_support import MakeClient, envelope

URL = "https://example.com/a.mp4"

BAD: list[tuple[str, Callable[[Any], Any], str]] = [
    ("tags", lambda c: c.videos.upload(URL, tags=["t"] * 21), "21 tags"),
    ("tags", lambda c: c.videos.upload(URL, tags="holiday"), r"Pass \['holiday'\]"),
    ("tags", lambda c: c.videos.upload(URL, tags=[""]), "empty"),
    ("datetime_taken", lambda c: c.videos.upload(URL, datetime_taken="20.10.2025"), "yyyy-MM-dd HH:mm:ss"),
    ("datetime_taken", lambda c: c.videos.upload(URL, datetime_taken="2025-10-20T11:00:00"), "yyyy-MM-dd HH:mm:ss"),
    ("datetime_taken", lambda c: c.videos.upload(URL, datetime_taken="2025-02-30 11:00:00"), "does not exist"),
    ("callback", lambda c: c.videos.upload(URL, callback="https://a.example/" + "x" * 300), "299"),
    ("callback", lambda c: c.videos.upload(URL, callback="a.example/hook"), "http"),
    ("callback", lambda c: c.videos.upload(URL, callback="http://[::1"), "not a URL"),
    ("camera_model", lambda c: c.videos.upload(URL, camera_model="x" * 201), "200"),
    ("longitude", lambda c: c.search("q", latitude=1.0), "or neither"),
    ("latitude", lambda c: c.videos.list(longitude=1.0), "or neither"),
    ("latitude", lambda c: c.videos.upload(URL, latitude=91, longitude=0), "between -90 and 90"),
    ("longitude", lambda c: c.videos.upload(URL, latitude=0, longitude=math.nan), "between -180 and 180"),
    ("unique_id", lambda c: c.videos.upload(URL, unique_id=" "), "empty"),
    ("source", lambda c: c.videos.upload("https://"), "no host"),
    ("page", lambda c: c.videos.list(page=0), "at least 1"),
    ("size", lambda c: c.videos.list(size=True), "whole number"),
    ("video_nos", lambda c: c.videos.list(video_nos="VI1"), "not a list"),
    ("video_no", lambda c: c.videos.get(""), "empty"),
    ("video_no", lambda c: c.videos.get(7), "not text"),
    ("video_no", lambda c: c.videos.wait(""), "empty"),
    ("timeout", lambda c: c.videos.wait("VI1", timeout=0), "above 0"),
    ("timeout", lambda c: c.videos.wait("VI1", timeout=math.inf), "above 0"),
    ("type", lambda c: c.videos.summary("VI1", "CHAPTERS"), "CHAPTER, TOPIC|TOPIC, CHAPTER"),
    ("video_nos", lambda c: c.videos.delete(), "empty"),
    ("video_nos", lambda c: c.videos.delete(*["VI1"] * 101), "at most 100"),
    ("query", lambda c: c.search(""), "empty"),
    ("query", lambda c: c.search("\ud800"), "UTF-8"),
    ("search_type", lambda c: c.search("q", "BY_SMELL"), "BY_CLIP"),
    ("filtering_level", lambda c: c.search("q", filtering_level="extreme"), "high, low, medium"),
    ("top_k", lambda c: c.search("q", top_k=1001), "1000"),
    ("top_k", lambda c: c.search("q", "BY_CAPTION", top_k=201), "200"),
    ("page_size", lambda c: c.search.transcripts("q", page_size=501), "500"),
    ("prompt", lambda c: c.chat("", video_nos=["VI1"]), "empty"),
    ("video_nos", lambda c: c.chat("q", video_nos=[]), "empty"),
    ("session_id", lambda c: c.chat("q", video_nos=["VI1"], session_id="session-123"), "digits"),
    ("session_id", lambda c: c.chat.stream("q", video_nos=["VI1"], session_id=""), "digits"),
    ("session_id", lambda c: c.sessions.get("abc"), "digits"),
]


@pytest.mark.parametrize(("field", "call", "text"), BAD)
def test_refused_unsent(make_client: MakeClient, field: str, call: Callable[[Any], Any], text: str) -> None:
    def never(request: httpx.Request) -> httpx.Response:
        raise AssertionError(f"{request.url} was asked")

    with pytest.raises(m.ValidationError, match=text) as caught:
        call(make_client(never))
    assert caught.value.field == field
    assert str(caught.value).startswith(f"{field}: ")


def test_limits_themselves_are_allowed(make_client: MakeClient) -> None:
    client = make_client(lambda _: envelope({"videoNo": "VI1", "videoName": "a"}))
    client.videos.upload(
        URL,
        tags=["t"] * 20,
        callback="https://a.example/" + "x" * (299 - 18),
        camera_model="x" * 200,
        latitude=-90,
        longitude=180.0,
        datetime_taken=datetime(2025, 10, 20, 11),  # noqa: DTZ001 (the service knows no time zone)
    )


def test_a_datetime_is_sent_as_its_own_clock_time() -> None:
    assert check.capture_time(datetime(2025, 1, 2, 3, 4, 5, 678)) == "2025-01-02 03:04:05"  # noqa: DTZ001


def test_ids_beyond_2_to_the_53_stay_exact(make_client: MakeClient) -> None:
    seen: list[str] = []

    def handler(request: httpx.Request) -> httpx.Response:
        seen.append(request.url.params["sessionId"])
        return envelope(None)

    with pytest.raises(m.NotFoundError):
        make_client(handler).sessions.get(553235038557175811)
    assert seen == ["553235038557175811"]


def test_a_list_where_its_items_belong(make_client: MakeClient) -> None:
    with pytest.raises(m.ValidationError, match=r"video_nos: \['VI1'\] is list, not text\. Pass its items"):
        make_client().videos.delete(["VI1"])
