"""get_video_transcription, get_audio_transcription."""

from __future__ import annotations

import math
from typing import Any

from memories_ai_mock.dispatch import Call
from memories_ai_mock.text_search import SCENE, SPEECH, Segment


def get_video_transcription(call: Call) -> Any:
    """Scene descriptions; null if there are none."""
    return _transcription(call, SCENE)


def get_audio_transcription(call: Call) -> Any:
    """Spoken text; null if there is none."""
    return _transcription(call, SPEECH)


def _transcription(call: Call, kind: str) -> dict[str, Any] | None:
    video = call.services.library.get(call.account, call.unique_id, call.query["video_no"])
    segments = call.services.search.segments(video.video_no, kind) if video else []
    if video is None or not segments:
        return None
    return {
        "videoNo": video.video_no,
        "transcriptions": [_segment(index, segment) for index, segment in enumerate(segments)],
        "createTime": str(video.create_time_ms),
    }


def _segment(index: int, segment: Segment) -> dict[str, Any]:
    return {
        "index": index,
        "content": segment.text,
        "startTime": str(int(segment.start)),
        "endTime": str(math.ceil(segment.end)),
    }
