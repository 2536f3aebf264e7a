"""Transcriptions of what is said and shown in videos."""

from __future__ import annotations

import math
from typing import Any

from memories_ai_mock import transcribing
from memories_ai_mock.dispatch import Call
from memories_ai_mock.envelope import NOT_PARSED, VIDEO_NOT_FOUND, RequestError
from memories_ai_mock.library import Video
from memories_ai_mock.operations import fields
from memories_ai_mock.operations.videos import blob_of
from memories_ai_mock.text_search import SCENE, SPEECH, Segment


def get_video_transcription(call: Call) -> Any:
    """Scene descriptions; null if there are none."""
    return _dated(call, SCENE)


def get_audio_transcription(call: Call) -> Any:
    """Spoken text; null if there is none."""
    return _dated(call, SPEECH)


def legacy_get_video_transcription(call: Call) -> Any:
    """Scene descriptions as v1.1 was recorded, without a time of creation; null if there are none."""
    return transcription(call, _video(call), SCENE)


def legacy_get_audio_transcription(call: Call) -> Any:
    """The same of spoken text."""
    return transcription(call, _video(call), SPEECH)


def get_video_caption(call: Call) -> Any:
    """Scene descriptions, with bucket and blob of the video; null if there are none."""
    video = _video(call)
    found = _dated(call, SCENE, video)
    if found is None or video is None:
        return None
    blob = blob_of(video)
    return {**found, **{f"video_{name}": value for name, value in blob.items()}}


def update_video_transcription(call: Call) -> Any:
    """Have the scenes described anew."""
    video_no = call.body["video_no"]
    video = call.services.library.get(call.account, call.unique_id, video_no)
    if video is None:
        raise RequestError(VIDEO_NOT_FOUND)
    if video.status != "PARSE":
        raise RequestError(f"{NOT_PARSED} {video_no}")
    if not call.body["prompt"].strip():
        raise RequestError("prompt: is empty; say what to look for")
    request = {"video_no": video_no, "prompt": call.body["prompt"], "callback": fields.callback(call.body)}
    seconds = call.services.settings.parse_seconds
    call.services.tasks.add(call.account, call.unique_id, transcribing.UPDATE, request, seconds)
    call.services.wake()
    return {"video_no": video_no}


def transcription(call: Call, video: Video | None, kind: str) -> dict[str, Any] | None:
    """What is said or shown in a video; None without a video or passages."""
    segments = call.services.search.segments(video.video_no, kind) if video else []
    if video is None or not segments:
        return None
    return {
        "videoNo": video.video_no,
        "transcriptions": [_segment(index, segment) for index, segment in enumerate(segments)],
    }


def _dated(call: Call, kind: str, video: Video | None = None) -> dict[str, Any] | None:
    """A transcription with its time of creation, which newer pages show."""
    video = video or _video(call)
    found = transcription(call, video, kind)
    return found and video and {**found, "createTime": str(video.create_time_ms)}


def as_heard(text: str) -> str:
    """Spoken text as answers carry it: it begins with a space, so that joined segments stay apart."""
    return f" {text.strip()}"


def _video(call: Call) -> Video | None:
    return call.services.library.get(call.account, call.unique_id, call.query["video_no"])


def _segment(index: int, segment: Segment) -> dict[str, Any]:
    return {
        "index": index,
        "content": as_heard(segment.text) if segment.kind == SPEECH else segment.text,
        "startTime": str(int(segment.start)),
        "endTime": str(math.ceil(segment.end)),
    }
