"""list_videos, get_private_video_details, get_metadata, generate_summary, download, delete_videos."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any, BinaryIO

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response, StreamingResponse

from memories_ai_mock.dispatch import Call
from memories_ai_mock.envelope import VIDEO_NOT_FOUND, RequestError
from memories_ai_mock.library import Video, VideoFilter
from memories_ai_mock.operations import fields
from memories_ai_mock.summary import summarize
from memories_ai_mock.text_search import SCENE, SPEECH

DEFAULT_SIZE = 200
# Several spellings of two states are documented; the store knows the recorded ones.
STATUSES = {"FAILED": "FAIL", "PARSE_ERROR": "FAIL", "DONE": "PARSE"}
# In recorded rows, the text for "no cause".
NO_CAUSE = "null"
DOWNLOAD_CHUNK = 256 * 1024


def list_videos(call: Call) -> Any:
    """A page of the namespace's videos."""
    body = call.body
    page, size = body.get("page", 1), body.get("size", DEFAULT_SIZE)
    latitude, longitude = fields.coordinates(body)
    conditions = VideoFilter(
        unique_id=call.unique_id,
        folder_id=fields.folder_filter(body),
        name=body.get("video_name"),
        video_no=body.get("video_no"),
        video_nos=body.get("video_nos"),
        status=STATUSES.get(body.get("status"), body.get("status")),
        camera_model=body.get("camera_model"),
        tag=body.get("tag"),
        taken_since_ms=body.get("datetime_taken"),
        latitude=latitude,
        longitude=longitude,
    )
    library = call.services.library
    return {
        "videos": [_row(video) for video in library.select(call.account, conditions, size, fields.offset(page, size))],
        "current_page": page,
        "page_size": size,
        "total_count": str(library.count(call.account, conditions)),
    }


def get_private_video_details(call: Call) -> Any:
    """Technical details; null for an unknown video."""
    video = _find(call, call.query["video_no"])
    return video and {**_common(video), **_technical(video), "video_url": video.source_url}


def get_metadata(call: Call) -> Any:
    """All that is kept about a video; null for an unknown one."""
    video = _find(call, call.query["video_no"])
    return video and {**_common(video), **_technical(video), **_capture(video)}


def generate_summary(call: Call) -> Any:
    """A summary of the spoken text, else of the scenes; null without either."""
    video = _find(call, call.query["video_no"])
    if video is None:
        return None
    search = call.services.search
    segments = search.segments(video.video_no, SPEECH) or search.segments(video.video_no, SCENE)
    return summarize(segments, call.query["type"]) if segments else None


def download(call: Call) -> Response:
    """The bytes that were uploaded."""
    video = _find(call, call.body["video_no"])
    if video is None or video.media is None:
        raise RequestError(VIDEO_NOT_FOUND)
    try:
        file = call.services.files.path(video.media).open("rb")
    except FileNotFoundError:
        # Deleted since the look-up.
        raise RequestError(VIDEO_NOT_FOUND) from None
    return StreamingResponse(
        _chunks(file), media_type="application/octet-stream", headers={"Content-Length": str(video.size)}
    )


def delete_videos(call: Call) -> Any:
    """Delete videos; unknown ones are no error."""
    call.services.library.delete(call.account, call.unique_id, call.body)
    return None


def _find(call: Call, video_no: str) -> Video | None:
    return call.services.library.get(call.account, call.unique_id, video_no)


async def _chunks(file: BinaryIO) -> AsyncIterator[bytes]:
    with file:
        while chunk := await run_in_threadpool(file.read, DOWNLOAD_CHUNK):
            yield chunk


def _row(video: Video) -> dict[str, Any]:
    url = {"video_url": video.source_url} if video.source_url else {}
    return {**_common(video), **url, **_capture(video)}


def _common(video: Video) -> dict[str, str]:
    # 64-bit integers travel as text, as recorded.
    return {
        "duration": str(int(video.duration)),
        "size": str(video.size),
        "status": video.status,
        "cause": video.cause or NO_CAUSE,
        "video_no": video.video_no,
        "video_name": video.name,
        "create_time": str(video.create_time_ms),
    }


def _technical(video: Video) -> dict[str, Any]:
    label = f"{min(video.width, video.height)}P" if video.width and video.height else None
    return {
        "resolution_label": label,
        "fps": None if video.fps is None else round(video.fps),
        "width": video.width,
        "height": video.height,
    }


def _capture(video: Video) -> dict[str, Any]:
    """What the upload told about the recording; there from PARSE on, and only what was given."""
    if video.status != "PARSE":
        return {}
    given = {
        "datetime_taken": None if video.datetime_taken_ms is None else str(video.datetime_taken_ms),
        "camera_model": video.camera_model,
        "latitude": video.latitude,
        "longitude": video.longitude,
        "tags": list(video.tags),
    }
    return {name: value for name, value in given.items() if value is not None}
