"""The public library: details and transcriptions of its videos."""

from __future__ import annotations

from typing import Any

from memories_ai_mock.dispatch import Call
from memories_ai_mock.library import PUBLIC, Video
from memories_ai_mock.operations.transcriptions import transcription
from memories_ai_mock.text_search import SCENE, SPEECH

VIDEO_BUCKET, KEYFRAME_BUCKET = "mavi-public-video", "mavi-public-keyframe"


def get_public_video_detail(call: Call) -> Any:
    """A public video with what its platform tells; null for an unknown one."""
    video = find_public(call, call.query["video_no"])
    if video is None:
        return None
    post = call.services.library.post(video.video_no) or {}
    return {
        "duration": str(int(video.duration)),
        "status": video.status,
        "video_no": video.video_no,
        "video_name": video.name,
        "create_time": str(video.create_time_ms),
        "video_url": video.source_url,
        "blogger_id": post.get("creator"),
        **_figures(post),
    }


def get_public_video_transcription(call: Call) -> Any:
    """Scene descriptions of a public video; null if there are none."""
    return transcription(call, find_public(call, call.query["video_no"]), SCENE)


def get_public_audio_transcription(call: Call) -> Any:
    """Spoken text of a public video; null if there is none."""
    return transcription(call, find_public(call, call.query["video_no"]), SPEECH)


def find_public(call: Call, video_no: str) -> Video | None:
    """A public video."""
    video = call.services.library.find(video_no)
    return video if video is not None and video.account == PUBLIC else None


def _figures(post: Any) -> dict[str, str]:
    """What the platform tells; numbers travel as text."""
    counters = {
        "like_count": "likes",
        "share_count": "shares",
        "comment_count": "comments",
        "view_count": "views",
        "collect_count": "collects",
        "publish_time": "publish_time",
    }
    texts = {"text_language": "language", "music_name": "music"}
    found = {name: str(post[source]) for name, source in (counters | texts).items() if source in post}
    hashtags = "".join(f"#{tag}" for tag in post.get("hashtags", ()))
    return {**found, **({"hash_tag": hashtags} if hashtags else {})}
