"""search, search_audio_transcripts."""

from __future__ import annotations

import hashlib
import math
from typing import Any

from memories_ai_mock.dispatch import Call
from memories_ai_mock.library import VideoFilter
from memories_ai_mock.operations import fields
from memories_ai_mock.text_search import ABOUT, SCENE, SPEECH, Hit

BY_CLIP, BY_AUDIO, BY_IMAGE, BY_CAPTION = "BY_CLIP", "BY_AUDIO", "BY_IMAGE", "BY_CAPTION"
KINDS = {BY_AUDIO: (SPEECH,), BY_CAPTION: (SCENE,)}
EVERY_KIND = (ABOUT, SPEECH, SCENE)

LOWEST_SCORES = {"low": 0.15, "medium": 0.225, "high": 0.4}
USUAL_TOP_K = 100
DEFAULT_TOP_K = {BY_CAPTION: 10, BY_IMAGE: 20}
MAX_CAPTION_TOP_K = 200
DEFAULT_PAGE_SIZE = 100
ALL_VIDEOS = 1_000_000


def search(call: Call) -> Any:
    """The passages that fit best, in the shape that `search_type` asks for."""
    search_type = call.body.get("search_type", BY_CLIP)
    names = _searched_videos(call)
    if search_type == BY_IMAGE:
        return {"item": [], "current_page": 0, "page_size": _top_k(call, search_type), "total_count": "0"}
    kinds = KINDS.get(search_type, EVERY_KIND)
    hits = call.services.search.search(call.body["search_param"], names, kinds, _top_k(call, search_type))
    lowest = LOWEST_SCORES.get(call.body.get("filtering_level"), 0.0)
    kept = [hit for hit in hits if hit.score >= lowest]
    if search_type == BY_CAPTION:
        return [_caption(call, hit) for hit in kept]
    return [_moment(names[hit.video_no], hit, search_type) for hit in kept]


def search_audio_transcripts(call: Call) -> Any:
    """A page of the spoken passages that hold the query literally, but for case."""
    query = call.query["query"]
    page, size = call.query.get("page", 1), call.query.get("page_size", DEFAULT_PAGE_SIZE)
    text_search = call.services.search
    found = text_search.select_containing(call.account, call.unique_id, query, size, fields.offset(page, size))
    return {
        "videos": [
            {
                "videoNo": video_no,
                "videoName": name,
                "startTime": str(int(segment.start)),
                "audio_ts": segment.text,
            }
            for video_no, name, segment in found
        ],
        "current_page": page,
        "page_size": size,
        "total_count": str(text_search.count_containing(call.account, call.unique_id, query)),
    }


def _searched_videos(call: Call) -> dict[str, str]:
    """Names of the videos that the filters leave, by video_no."""
    body = call.body
    latitude, longitude = fields.coordinates(body)
    conditions = VideoFilter(
        unique_id=call.unique_id,
        folder_id=fields.folder_filter(body),
        video_nos=body.get("video_nos"),
        camera_model=body.get("camera_tag"),
        tag=body.get("tag"),
        taken_since_ms=fields.capture_time_ms(body),
        latitude=latitude,
        longitude=longitude,
    )
    videos = call.services.library.select(call.account, conditions, ALL_VIDEOS)
    return {video.video_no: video.name for video in videos}


def _top_k(call: Call, search_type: str) -> int:
    top_k: int = call.body.get("top_k", DEFAULT_TOP_K.get(search_type, USUAL_TOP_K))
    return min(top_k, MAX_CAPTION_TOP_K) if search_type == BY_CAPTION else top_k


def _moment(name: str, hit: Hit, search_type: str) -> dict[str, Any]:
    text = {"audio_ts": hit.segment.text} if search_type == BY_AUDIO else {}
    return {
        "videoNo": hit.video_no,
        "videoName": name,
        "startTime": str(int(hit.segment.start)),
        "endTime": str(math.ceil(hit.segment.end)),
        **text,
        "score": hit.score,
    }


def _caption(call: Call, hit: Hit) -> dict[str, Any]:
    namespace = f"{call.account}:{call.unique_id}".encode()
    return {
        "video_no": hit.video_no,
        "text": hit.segment.text,
        "user_id": hashlib.md5(namespace, usedforsecurity=False).hexdigest(),
        "start_time": hit.segment.start,
        "end_time": hit.segment.end,
        "score": hit.score,
    }
