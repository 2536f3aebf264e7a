"""The answers that the canned server gives, by the last part of the path that asks for them."""

from __future__ import annotations

import json

VIDEO_NO = "VI606404158946574336"
SEGMENTS = 2_000

VIDEO = {
    "video_no": VIDEO_NO,
    "video_name": "harbour-at-dawn",
    "duration": "12",
    "size": "3284512",
    "status": "PARSE",
    "cause": "null",
    "create_time": "1754037217992",
    "resolution_label": "720P",
    "fps": 30,
    "width": 1280,
    "height": 720,
    "datetime_taken": "1729388400000",
    "camera_model": "Canon EOS 5D",
    "latitude": 39.9042,
    "longitude": 116.4074,
    "tags": ["holiday", "harbour", "api"],
    "bucket": "mavi-resource",
    "blob": f"{VIDEO_NO}.mp4",
}
WORDS = " then the fishermen pull up their boats in"
# What the other SDKs ask for; `model` for openai's, `index` for twelvelabs'.
MODEL = {"id": "model", "object": "model", "created": 1754037217, "owned_by": "owner"}
INDEX = {
    "_id": "index",
    "created_at": "2025-11-03T10:00:00Z",
    "updated_at": "2025-11-03T10:00:00Z",
    "index_name": "harbour",
    "models": [{"model_name": "model", "model_options": ["visual"]}],
    "video_count": 1,
    "total_duration": 12.5,
}


def envelope(data: object) -> bytes:
    """A successful answer of the platform."""
    answer = {"code": "0000", "msg": "success", "data": data, "success": True, "failed": False}
    return json.dumps(answer, separators=(",", ":")).encode()


def transcript() -> bytes:
    """A transcript of SEGMENTS segments in the spelling of the platform: 210 KB."""
    segments = [
        {"index": n, "content": WORDS, "startTime": str(3 * n), "endTime": str(3 * n + 3)} for n in range(SEGMENTS)
    ]
    return envelope({"videoNo": VIDEO_NO, "transcriptions": segments, "createTime": "1758276264066"})


FIRST_EVENT = b'data: {"type": "content", "content": "The harbour", "sessionId": "606122521255088128"}\n\n'
ANSWERS = {
    "get_metadata": envelope(VIDEO),
    "list_videos": envelope({"videos": [VIDEO] * 10, "current_page": 1, "page_size": 10, "total_count": "10"}),
    "upload": envelope(
        {"videoNo": VIDEO_NO, "videoName": "clip", "videoStatus": "UNPARSE", "uploadTime": "1754037217992"}
    ),
    "get_audio_transcription": transcript(),
    "model": json.dumps(MODEL).encode(),
    "index": json.dumps(INDEX).encode(),
}
