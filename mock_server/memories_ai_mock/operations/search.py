"""Searches: by words, by what is said, by an image; in the private library and in the public one."""

from __future__ import annotations

import hashlib
import math
from typing import Any

from memories_ai_mock.catalogue import INSTAGRAM, TIKTOK, YOUTUBE
from memories_ai_mock.dispatch import Call
from memories_ai_mock.envelope import VIDEO_NOT_FOUND, RequestError
from memories_ai_mock.image_search import Moment
from memories_ai_mock.images import ImageFilter, address_signature
from memories_ai_mock.library import PUBLIC, Brief, VideoFilter
from memories_ai_mock.operations import fields, public
from memories_ai_mock.operations.images import fingerprint_of
from memories_ai_mock.operations.transcriptions import as_heard
from memories_ai_mock.operations.videos import KEYFRAME_BUCKET, VIDEO_BUCKET
from memories_ai_mock.public_library import draw_missing_frames
from memories_ai_mock.text_search import ABOUT, SCENE, SPEECH, Hit

BY_VIDEO, BY_CLIP, BY_AUDIO = "BY_VIDEO", "BY_CLIP", "BY_AUDIO"
BY_IMAGE, BY_CAPTION = "BY_IMAGE", "BY_CAPTION"
KINDS = {BY_AUDIO: (SPEECH,), BY_CAPTION: (SCENE,)}
EVERY_KIND = (ABOUT, SPEECH, SCENE)

LOWEST_SCORES = {"low": 0.15, "medium": 0.225, "high": 0.4}
USUAL_TOP_K = 100
DEFAULT_TOP_K = {BY_CAPTION: 10, BY_IMAGE: 20}
DEFAULT_PAGE_SIZE = 100
PLATFORMS = (TIKTOK, YOUTUBE, INSTAGRAM)
DEFAULT_PLATFORM = TIKTOK
# By the newest pages; no recorded score lies below.
DEFAULT_SIMILARITY = 0.85
MAX_MOMENTS = 1_000
# How long a moment lasts that was found by its picture.
MOMENT_SECONDS = 3
# As documented.
EMPTY_PROMPT = "The prompt parameter cannot be empty!"
NULL = "null"

Json = dict[str, Any]


def search(call: Call) -> Any:
    """The passages that fit best, in the shape that `search_type` asks for."""
    search_type = call.body.get("search_type", BY_CLIP)
    if search_type == BY_IMAGE:
        return _images(call)
    videos = _searched_videos(call)
    hits = _hits(call, videos, search_type)
    if search_type == BY_CAPTION:
        return [_caption(call, hit) for hit in hits]
    return [{**_moment(videos[hit.video_no].name, hit, search_type), **_blobs(hit)} for hit in hits]


def search_public(call: Call) -> Any:
    """The passages of public videos of one platform that fit best."""
    search_type = call.body.get("search_type", BY_VIDEO)
    videos = _public_videos(_platform(call), call)
    return [_moment(videos[hit.video_no].name, hit, search_type) for hit in _hits(call, videos, search_type)]


def legacy_search(call: Call) -> Any:
    """Like `search`, but BY_VIDEO finds whole videos, without times and scores."""
    search_type = call.body.get("search_type", BY_VIDEO)
    videos = _searched_videos(call)
    hits = _hits(call, videos, search_type)
    if search_type != BY_VIDEO:
        return [_moment(videos[hit.video_no].name, hit, search_type) for hit in hits]
    return [
        {"videoNo": video_no, "videoName": videos[video_no].name, "startTime": NULL, "endTime": NULL}
        for video_no in dict.fromkeys(hit.video_no for hit in hits)
    ]


def search_audio_transcripts(call: Call) -> Any:
    """A page of the spoken passages that hold the query literally, but for case."""
    return _transcripts(call, call.account, call.unique_id)


def search_public_audio_transcripts(call: Call) -> Any:
    """The same in the public library."""
    return _transcripts(call, PUBLIC, fields.PUBLIC_NAMESPACE)


def search_similar_images(call: Call) -> Any:
    """The moments of private videos that look like a picture."""
    conditions = VideoFilter(unique_id=call.unique_id, status="PARSE")
    videos = call.services.library.briefs(call.account, conditions)
    return [
        {
            "videoNo": moment.video_no,
            "videoName": videos[moment.video_no].name,
            "startTime": str(int(moment.seconds)),
            "score": moment.score,
        }
        for moment in _similar(call, videos)
    ]


def search_public_similar_images(call: Call) -> Any:
    """The moments of public videos that look like a picture."""
    draw_missing_frames(call.services.database)
    videos = _public_videos(_platform(call), call)
    return [
        {
            "videoNo": moment.video_no,
            "videoName": videos[moment.video_no].name,
            "startTime": str(int(moment.seconds)),
            "endTime": str(max(int(moment.end), int(moment.seconds)) + MOMENT_SECONDS),
            "score": moment.score,
            "video_bucket": public.VIDEO_BUCKET,
            "video_blob": f"{moment.video_no}.mp4",
            "keyframe_bucket": public.KEYFRAME_BUCKET,
            "keyframe_blob": f"{moment.video_no}/keyframe-{int(moment.seconds):06d}.jpg",
        }
        for moment in _similar(call, videos)
    ]


def search_clips_by_image(call: Call) -> Any:
    """The moments of one video that look like a picture, the best first. The prompt changes nothing."""
    if not call.body["prompt"].strip():
        raise RequestError(EMPTY_PROMPT)
    video = call.services.library.get(call.account, call.unique_id, call.body["video_no"])
    if video is None:
        raise RequestError(VIDEO_NOT_FOUND)
    fingerprint = fingerprint_of(call.files["file"][0], "file")
    moments = call.services.image_search.moments(fingerprint, [video.video_no], 0.0, USUAL_TOP_K)
    return [
        {
            "start_time": round(moment.start, 3),
            "end_time": round(max(moment.end, min(video.duration, moment.start + MOMENT_SECONDS)), 3),
            "score": moment.score,
            "video_bucket": VIDEO_BUCKET,
            "video_blob": f"{video.video_no}.mp4",
        }
        for moment in moments
    ]


def _hits(call: Call, videos: dict[str, Brief], search_type: str) -> list[Hit]:
    top_k: int = call.body.get("top_k") or DEFAULT_TOP_K.get(search_type, USUAL_TOP_K)
    kinds = KINDS.get(search_type, EVERY_KIND)
    hits = call.services.search.search(call.body["search_param"], videos, kinds, top_k)
    lowest = LOWEST_SCORES.get(call.body.get("filtering_level"), 0.0)
    return [hit for hit in hits if hit.score >= lowest]


def _similar(call: Call, videos: dict[str, Brief]) -> list[Moment]:
    fingerprint = fingerprint_of(call.files["file"][0], "file")
    lowest = call.body.get("similarity", DEFAULT_SIMILARITY)
    return call.services.image_search.moments(fingerprint, videos, lowest, MAX_MOMENTS)


def _transcripts(call: Call, account: str, unique_id: str) -> Json:
    query = call.query["query"]
    page, size = call.query.get("page", 1), call.query.get("page_size", DEFAULT_PAGE_SIZE)
    text_search = call.services.search
    found = text_search.select_containing(account, unique_id, query, size, fields.offset(page, size))
    return {
        "videos": [
            {
                "videoNo": video_no,
                "videoName": name,
                "startTime": str(int(segment.start)),
                "audio_ts": as_heard(segment.text),
            }
            for video_no, name, segment in found
        ],
        "current_page": page,
        "page_size": size,
        "total_count": str(text_search.count_containing(account, unique_id, query)),
    }


def _searched_videos(call: Call) -> dict[str, Brief]:
    """The videos that the filters leave, by video_no."""
    body = call.body
    latitude, longitude = fields.coordinates(body)
    conditions = VideoFilter(
        unique_id=call.unique_id,
        folder_id=fields.folder_filter(call, body),
        video_nos=body.get("video_nos"),
        camera_model=body.get("camera_tag"),
        tag=body.get("tag"),
        taken_since_ms=fields.capture_time_ms(body),
        latitude=latitude,
        longitude=longitude,
    )
    return call.services.library.briefs(call.account, conditions)


def _public_videos(platform: str, call: Call) -> dict[str, Brief]:
    conditions = VideoFilter(unique_id=None, status="PARSE", platform=platform)
    return call.services.library.briefs(PUBLIC, conditions)


def _platform(call: Call) -> str:
    """The platform to look at; an unknown one is not refused but taken for the usual one."""
    asked = call.body.get("type")
    return asked if asked in PLATFORMS else DEFAULT_PLATFORM


def _images(call: Call) -> Json:
    """Images whose name and tags hold words of the query; the share of words held is the score."""
    top_k: int = call.body.get("top_k") or DEFAULT_TOP_K[BY_IMAGE]
    lowest = LOWEST_SCORES.get(call.body.get("filtering_level"), 0.0)
    found = call.services.images.search(
        call.account, call.unique_id, call.body["search_param"], _image_conditions(call.body)
    )
    kept = [(image, score) for image, score in found if score >= lowest][:top_k]
    rows = []
    for image, score in kept:
        signature = address_signature(call.account, image.image_no)
        row = {
            "id": image.image_no,
            "name": image.name,
            "img_url": f"{call.base_url}/__mock__/images/{image.image_no}?signature={signature}",
            "datetime_taken": None if image.datetime_taken_ms is None else str(image.datetime_taken_ms),
            "camera_model": image.camera_model,
            "latitude": image.latitude,
            "longitude": image.longitude,
            "score": round(score, 6),
        }
        rows.append({name: value for name, value in row.items() if value is not None})
    return {"item": rows, "current_page": 0, "page_size": top_k, "total_count": str(len(rows))}


def _image_conditions(body: fields.Fields) -> ImageFilter:
    latitude, longitude = fields.coordinates(body)
    return ImageFilter(
        camera_model=body.get("camera_tag"),
        tag=body.get("tag"),
        taken_since_ms=fields.capture_time_ms(body),
        latitude=latitude,
        longitude=longitude,
    )


def _moment(name: str, hit: Hit, search_type: str) -> Json:
    text = {"audio_ts": as_heard(hit.segment.text)} if search_type == BY_AUDIO else {}
    return {
        "videoNo": hit.video_no,
        "videoName": name,
        "startTime": str(int(hit.segment.start)),
        "endTime": str(math.ceil(hit.segment.end)),
        **text,
        "score": hit.score,
    }


def _blobs(hit: Hit) -> Json:
    """Where video and keyframe can be downloaded, as the newest pages name it."""
    seconds = int(hit.segment.start)
    return {
        "video_bucket": VIDEO_BUCKET,
        "video_blob": f"{hit.video_no}.mp4",
        "keyframe_bucket": KEYFRAME_BUCKET,
        "keyframe_blob": f"{hit.video_no}/keyframe-{seconds:06d}.jpg",
    }


def _caption(call: Call, hit: Hit) -> Json:
    namespace = f"{call.account}:{call.unique_id}".encode()
    return {
        "video_no": hit.video_no,
        "text": hit.segment.text,
        "user_id": hashlib.md5(namespace, usedforsecurity=False).hexdigest(),
        "start_time": hit.segment.start,
        "end_time": hit.segment.end,
        "score": hit.score,
    }
