"""Search in the public library, and search for an image."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx
import pytest

import memories_ai as m
from resource_support import Answers, Refusal, frame_of_sample, indexed_sample, picture, recorded, refuse_unsent
from sdk_support import MakeClient, envelope

PNG = picture()
PUBLIC_ID = "PI-600947902470296459"

# As recorded in August 2025, and as documented since.
WHOLE = {"videoNo": PUBLIC_ID, "videoName": '"Go Mom!"\n…', "startTime": "null", "endTime": "null"}
SCENE = {
    **WHOLE,
    "startTime": "23",
    "endTime": "27.5",
    "audio_ts": "...",
    "score": 0.7350679636001586,
    "video_bucket": "mavi-public-video",
    "video_blob": "7434361641896103211.mp4",
    "keyframe_bucket": "mavi-public-keyframe",
    "keyframe_blob": "5f2c1b7a/keyframe-000023.jpg",
    "news": {"x": 1},
}


def test_public_hits(make_client: MakeClient) -> None:
    answers = Answers(envelope([WHOLE, SCENE, {**SCENE, "audio_ts": "", "startTime": None, "score": 1}]))
    whole, scene, other = make_client(answers, unique_id="mine").search.public("rock star")
    assert whole == m.SearchHit(video_no=PUBLIC_ID, video_name=WHOLE["videoName"])
    assert (scene.start, scene.end, scene.score, scene.text) == (23.0, 27.5, 0.7350679636001586, "...")
    assert (scene.keyframe_bucket, scene.keyframe_blob) == ("mavi-public-keyframe", "5f2c1b7a/keyframe-000023.jpg")
    assert scene.raw == SCENE
    assert (other.text, other.start, other.score) == (None, None, 1)
    assert answers.path == "/serve/api/v1/search_public"
    assert answers.json == {"search_param": "rock star", "search_type": "BY_VIDEO"}, "there are no namespaces"


@pytest.mark.parametrize("platform", ["YOUTUBE", m.PublicPlatform.YOUTUBE])
def test_what_narrows_a_public_search(make_client: MakeClient, platform: Any) -> None:
    answers = Answers(envelope([]))
    client = make_client(answers)
    hits = client.search.public("q", "BY_AUDIO", platform=platform, top_k=1000, filtering_level="low", timeout=9)
    assert hits == ()
    assert answers.json == {
        "search_param": "q",
        "search_type": "BY_AUDIO",
        "type": "YOUTUBE",
        "top_k": 1000,
        "filtering_level": "low",
    }
    client.search.public("q", m.PublicSearchType.BY_CLIP)
    assert answers.json["search_type"] == "BY_CLIP"


@pytest.mark.parametrize(
    "row",
    [
        {**SCENE, "videoNo": None},
        {**SCENE, "videoNo": 7},
        {**SCENE, "videoNo": ""},
        {**SCENE, "startTime": 23},
        {**SCENE, "endTime": "soon"},
        {**SCENE, "score": "0.7"},
        {**SCENE, "score": True},
        {**SCENE, "audio_ts": 23},
        {**SCENE, "video_blob": 7},
        {"videoNo": PUBLIC_ID},
        None,
        "hit",
    ],
)
def test_other_hits_are_errors(make_client: MakeClient, row: Any) -> None:
    with pytest.raises(m.ProtocolError):
        make_client(Answers(envelope([row]))).search.public("q")


def test_public_passages(make_client: MakeClient) -> None:
    row = {"videoNo": PUBLIC_ID, "videoName": "Sample", "startTime": "23", "audio_ts": " I don't know what"}
    data = {"current_page": 1, "page_size": 100, "total_count": "5", "videos": [row]}
    answers = Answers(envelope(data))
    page = make_client(answers, unique_id="mine").search.public_transcripts("I don't", page=1, page_size=500)
    assert page.items == (m.SearchHit(video_no=PUBLIC_ID, video_name="Sample", start=23.0, text=" I don't know what"),)
    assert (page.page, page.size, page.total) == (1, 100, 5)
    assert answers.query == {"query": "I don't", "page": "1", "page_size": "500"}


def test_the_recorded_frames(make_client: MakeClient) -> None:
    answers = Answers(recorded("search_similar_images.ronaldo"))
    hits = make_client(answers).search.similar_images(PNG, filename="siu.png", similarity=1, unique_id="default")
    assert [hit.start for hit in hits] == [4.0, 0.0, 3.0]
    assert hits[0] == m.FrameHit(
        video_no="VI622833405991641088", video_name="ronaldo-YT", start=4.0, score=0.9230037331581116
    )
    assert answers.fields == {"unique_id": "default", "similarity": "1.0"}
    (part,) = (part for part in answers.parts if part.filename)
    assert part == ("file", "siu.png", "image/png", PNG)


FRAME = {key: value for key, value in SCENE.items() if key != "audio_ts"}
BARE = {
    "results": [
        {
            "id": "abc123",
            "image_url": "https://cdn.example.com/abc123.png",
            "similarity_score": 0.92,
            "source": "TIKTOK",
        },
        {"id": "abc124", "image_url": None, "similarity_score": None, "source": "FORUM"},
    ],
    "total": 50,
}


def test_public_frames(make_client: MakeClient) -> None:
    answers = Answers(envelope([FRAME, {**FRAME, "score": None, "startTime": "null"}]))
    client = make_client(answers, unique_id="mine")
    frame, empty = client.search.public_similar_images(PNG, platform="INSTAGRAM", similarity=0.8)
    assert (frame.video_no, frame.start, frame.end, frame.score) == (PUBLIC_ID, 23.0, 27.5, FRAME["score"])
    assert frame.raw == FRAME
    assert (empty.start, empty.score) == (None, None)
    assert answers.fields == {"type": "INSTAGRAM", "similarity": "0.8"}


@pytest.mark.parametrize("method", ["similar_images", "public_similar_images"])
def test_frames_without_an_envelope(make_client: MakeClient, method: str) -> None:
    client = make_client(Answers(httpx.Response(200, json=BARE)))
    first, second = getattr(client.search, method)(PNG)
    assert first == m.FrameHit(
        video_no="abc123",
        score=0.92,
        url="https://cdn.example.com/abc123.png",
        platform=m.PublicPlatform.TIKTOK,
    )
    assert (second.platform.value, second.score, second.url) == ("FORUM", None, None)
    assert second.raw == BARE["results"][1]


@pytest.mark.parametrize(
    "row",
    [
        {**FRAME, "videoNo": None},
        {**FRAME, "score": "0.9"},
        {**FRAME, "startTime": 4},
        {**FRAME, "videoName": 7},
        {"videoNo": PUBLIC_ID},
    ],
)
def test_other_frames_are_errors(make_client: MakeClient, row: dict[str, Any]) -> None:
    with pytest.raises(m.ProtocolError):
        make_client(Answers(envelope([row]))).search.similar_images(PNG)


CLIP = {"start_time": 12.5, "end_time": 18, "score": 0.8631, "video_bucket": "b", "video_blob": "VI.mp4", "new": None}


def test_clips(make_client: MakeClient, tmp_path: Path) -> None:
    path = tmp_path / "query.webp"
    path.write_bytes(picture("WEBP"))
    answers = Answers(envelope([CLIP, {"start_time": None, "end_time": None, "score": None}]))
    first, second = make_client(answers, unique_id="mine").search.clips_by_image(path, "VI7", "the red shirt")
    assert first == m.SearchHit(
        video_no="VI7", video_name=None, start=12.5, end=18.0, score=0.8631, video_bucket="b", video_blob="VI.mp4"
    )
    assert first.raw == CLIP
    assert (second.start, second.end, second.score) == (None, None, None)
    assert answers.fields == {"video_no": "VI7", "prompt": "the red shirt", "unique_id": "mine"}
    assert [part[:3] for part in answers.parts if part.filename] == [("file", "query.webp", "image/webp")]


@pytest.mark.parametrize("changes", [{"start_time": "12.5"}, {"end_time": True}, {"score": "high"}])
def test_other_clips_are_errors(make_client: MakeClient, changes: dict[str, Any]) -> None:
    with pytest.raises(m.ProtocolError):
        make_client(Answers(envelope([{**CLIP, **changes}]))).search.clips_by_image(PNG, "VI7", "q")


def test_a_search_by_image_is_sent_again_whole(make_client: MakeClient) -> None:
    """It is a read, although it sends a file."""
    bodies = []

    def handler(request: httpx.Request) -> httpx.Response:
        bodies.append(request.content.count(PNG))
        if len(bodies) == 1:
            raise httpx.ReadError("broken", request=request)
        return envelope([])

    client = make_client(handler, retries=m.Retries(most=1, first_delay=0.001))
    assert client.search.similar_images(PNG) == ()
    assert bodies == [1, 1]


REFUSED: list[Refusal] = [
    ("query", lambda c: c.search.public(""), "empty"),
    ("search_type", lambda c: c.search.public("q", "BY_IMAGE"), "BY_AUDIO, BY_CLIP, BY_VIDEO"),
    ("search_type", lambda c: c.search.public("q", 7), "BY_VIDEO"),
    ("platform", lambda c: c.search.public("q", platform="tiktok"), "INSTAGRAM, TIKTOK, YOUTUBE"),
    ("platform", lambda c: c.search.public("q", platform=""), "unknown"),
    ("top_k", lambda c: c.search.public("q", top_k=1001), "1000"),
    ("filtering_level", lambda c: c.search.public("q", filtering_level="extreme"), "high, low, medium"),
    ("query", lambda c: c.search.public_transcripts(7), "not text"),
    ("page", lambda c: c.search.public_transcripts("q", page=0), "at least 1"),
    ("page_size", lambda c: c.search.public_transcripts("q", page_size=501), "500"),
    ("image", lambda c: c.search.similar_images("nowhere.png"), "does not exist"),
    ("image", lambda c: c.search.similar_images(None), "NoneType is neither"),
    ("image", lambda c: c.search.similar_images(b""), "no format|empty"),
    ("filename", lambda c: c.search.similar_images(PNG, filename="a.tiff"), "extension"),
    ("filename", lambda c: c.search.similar_images(PNG, filename=""), "empty"),
    ("filename", lambda c: c.search.similar_images(PNG, filename=7), "not text"),
    ("similarity", lambda c: c.search.similar_images(PNG, similarity=1.01), "between 0 and 1"),
    ("similarity", lambda c: c.search.similar_images(PNG, similarity=float("nan")), "between 0 and 1"),
    ("similarity", lambda c: c.search.similar_images(PNG, similarity="0.8"), "between 0 and 1"),
    ("similarity", lambda c: c.search.public_similar_images(PNG, similarity=-0.1), "between 0 and 1"),
    ("platform", lambda c: c.search.public_similar_images(PNG, platform="FORUM"), "TIKTOK"),
    ("video_no", lambda c: c.search.clips_by_image(PNG, "", "q"), "empty"),
    ("prompt", lambda c: c.search.clips_by_image(PNG, "VI1", " "), "empty"),
    ("image", lambda c: c.search.clips_by_image(b"x", "VI1", "q"), "no format"),
]


@pytest.mark.parametrize(("field", "call", "text"), REFUSED)
def test_refused_unsent(make_client: MakeClient, field: str, call: Any, text: str) -> None:
    refuse_unsent(make_client, field, call, text)


def test_public_search_with_the_emulator(emulated: Any) -> None:
    best = emulated.search.public("fish soup", platform="TIKTOK")[0]
    assert best.video_no.startswith("PI-")
    assert 0 <= best.start <= best.end
    spoken = emulated.public.audio_transcription(best.video_no).segments[0]
    passages = emulated.paginate(emulated.search.public_transcripts, spoken.text.strip(), page_size=1)
    assert (best.video_no, spoken.start) in {(hit.video_no, hit.start) for hit in passages}
    assert all(hit.video_no != best.video_no for hit in emulated.search.public("fish soup", platform="YOUTUBE"))


def test_search_by_image_with_the_emulator(emulated: Any, tmp_path: Path) -> None:
    video_no = indexed_sample(emulated)
    path = frame_of_sample(tmp_path, 24.0)
    best = emulated.search.similar_images(path)[0]
    assert best.video_no == video_no
    assert best.score > 0.95
    assert abs(best.start - 24) <= 3
    clips = emulated.search.clips_by_image(path, video_no, "the balloon")
    assert any(clip.start <= 25 and clip.end >= 23 for clip in clips)
    assert emulated.search.public_similar_images(path.read_bytes(), similarity=0.999) == ()
    frames = emulated.search.public_similar_images(path, similarity=0, platform="TIKTOK")
    assert all(frame.video_no.startswith("PI-") for frame in frames)
    assert frames
