"""Videos of the public library: what is told of them, and their text."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

import memories_ai as m
from resource_support import Answers, Refusal, refuse_unsent
from sdk_support import MakeClient, envelope

# As recorded in August 2025, with a shorter name.
RECORDED = {
    "duration": "45",
    "status": "PARSE",
    "video_no": "PI-603521765934764187",
    "video_name": "Mike Shinoda talks about …",
    "create_time": "1753350037295",
    "video_url": "https://www.tiktok.com/player/v1/7450672956881030430",
    "blogger_id": "complex",
}
# What documentation shows besides.
DOCUMENTED = {
    **RECORDED,
    "like_count": "1460",
    "share_count": "6",
    "comment_count": 29,
    "view_count": "14200",
    "collect_count": "50",
    "text_language": "en",
    "music_name": "original sound",
    "hash_tag": "#nba#minnesota #timberwolves",
    "publish_time": "1730947213",
    "mood": ["new"],
}


def read(make_client: MakeClient, data: Any) -> Any:
    return make_client(Answers(envelope(data)), unique_id="mine").public.get("PI-603521765934764187")


def test_the_recorded_video(make_client: MakeClient) -> None:
    video = read(make_client, RECORDED)
    assert video == m.PublicVideo(
        video_no="PI-603521765934764187",
        name="Mike Shinoda talks about …",
        status=m.VideoStatus.PARSE,
        duration=45.0,
        created_at=datetime(2025, 7, 24, 9, 40, 37, 295000, tzinfo=UTC),
        url="https://www.tiktok.com/player/v1/7450672956881030430",
        creator="complex",
    )
    assert type(video.duration) is float


def test_the_documented_video(make_client: MakeClient) -> None:
    video = read(make_client, DOCUMENTED)
    counts = (video.like_count, video.share_count, video.comment_count, video.view_count, video.collect_count)
    assert counts == (1460, 6, 29, 14200, 50)
    assert video.published_at == datetime(2024, 11, 7, 2, 40, 13, tzinfo=UTC), "it comes in seconds"
    assert video.hashtags == ("nba", "minnesota", "timberwolves")
    assert (video.language, video.music_name) == ("en", "original sound")
    assert video.raw == DOCUMENTED


def test_nulls(make_client: MakeClient) -> None:
    nulls = dict.fromkeys(DOCUMENTED.keys() - {"video_no", "status"})
    video = read(make_client, {**DOCUMENTED, **nulls, "status": "SLEEPS", "like_count": "null"})
    assert video == m.PublicVideo(video_no=RECORDED["video_no"], name=None, status=m.VideoStatus("SLEEPS"))


@pytest.mark.parametrize(
    "changes",
    [
        {"video_no": None},
        {"video_no": ""},
        {"video_no": 7},
        {"status": None},
        {"status": 7},
        {"duration": "long"},
        {"duration": 1.5},
        {"duration": True},
        {"view_count": "14k"},
        {"view_count": 1.5},
        {"like_count": False},
        {"publish_time": "1730947213000000"},
        {"publish_time": "2024-11-07"},
        {"create_time": []},
        {"video_name": 7},
        {"hash_tag": ["nba"]},
        {"blogger_id": 7},
    ],
)
def test_other_videos_are_errors(make_client: MakeClient, changes: dict[str, Any]) -> None:
    with pytest.raises(m.ProtocolError):
        read(make_client, {**DOCUMENTED, **changes})


def test_an_unknown_video(make_client: MakeClient) -> None:
    with pytest.raises(m.NotFoundError, match="PI-603521765934764187") as caught:
        read(make_client, None)
    assert caught.value.operation == "get_public_video_detail"


def test_too_many_calls(make_client: MakeClient) -> None:
    client = make_client(Answers(envelope(None, code="0429", msg="Request has exceeded the limit.")))
    with pytest.raises(m.RateLimitError):
        client.public.get("PI-1")


SEGMENTS = {
    "videoNo": "PI-603521765934764187",
    "transcriptions": [
        {"index": 0, "content": " I heard things that were bridges.", "startTime": "0", "endTime": "3"},
        {"index": 8, "content": " Do you remember that?", "startTime": "26", "endTime": "26"},
    ],
}


@pytest.mark.parametrize("kind", ["audio_transcription", "video_transcription"])
def test_the_recorded_segments(make_client: MakeClient, kind: str) -> None:
    answers = Answers(envelope(SEGMENTS))
    client = make_client(answers, unique_id="mine")
    transcript = getattr(client.public, kind)("PI-603521765934764187")
    assert [(segment.index, segment.start, segment.end) for segment in transcript.segments] == [(0, 0, 3), (8, 26, 26)]
    assert transcript.segments[1].text == " Do you remember that?"
    assert answers.path == f"/serve/api/v1/get_public_{kind}"
    assert answers.query == {"video_no": "PI-603521765934764187"}, "there are no namespaces"


@pytest.mark.parametrize("kind", ["audio_transcription", "video_transcription"])
def test_no_segments(make_client: MakeClient, kind: str) -> None:
    assert getattr(make_client(Answers(envelope(None))).public, kind)("PI-1") is None


REFUSED: list[Refusal] = [
    ("video_no", lambda c: c.public.get(""), "empty"),
    ("video_no", lambda c: c.public.get(7), "not text"),
    ("video_no", lambda c: c.public.audio_transcription(" "), "empty"),
    ("video_no", lambda c: c.public.video_transcription(None), "not text"),
    ("timeout", lambda c: c.public.get("PI-1", timeout=-1), "above 0"),
]


@pytest.mark.parametrize(("field", "call", "text"), REFUSED)
def test_refused_unsent(make_client: MakeClient, field: str, call: Any, text: str) -> None:
    refuse_unsent(make_client, field, call, text)


def test_with_the_emulator(emulated: Any) -> None:
    video_no = emulated.search.public("fish soup")[0].video_no
    video = emulated.public.get(video_no)
    assert (video.creator, video.status, video.view_count) == ("harbourkitchen", m.VideoStatus.PARSE, 14200)
    assert video.published_at == datetime.fromtimestamp(1748000000, UTC)
    assert set(video.hashtags) == {"cooking", "soup", "seafood"}
    spoken = emulated.public.audio_transcription(video_no)
    assert spoken.segments
    assert emulated.public.video_transcription(video_no).segments[0].start == 0.0
    with pytest.raises(m.NotFoundError):
        emulated.public.get("PI-000000000000000000")
    assert emulated.public.audio_transcription("PI-000000000000000000") is None
