"""list_videos, get_private_video_details, get_metadata, generate_summary, download, delete_videos."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterable
from typing import Any, BinaryIO

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response, StreamingResponse

from memories_ai_mock.dispatch import Call
from memories_ai_mock.envelope import VIDEO_NOT_FOUND, RequestError
from memories_ai_mock.library import Video, VideoFilter
from memories_ai_mock.operations import fields
from memories_ai_mock.summary import summarize
from memories_ai_mock.text_search import SCENE, SPEECH, Segment

DEFAULT_SIZE = 200
# Several spellings of two states are documented; the store knows the recorded ones.
STATUSES = {"FAILED": "FAIL", "PARSE_ERROR": "FAIL", "DONE": "PARSE"}
# In recorded rows, the text for "no cause".
NO_CAUSE = "null"
VIDEO_BUCKET, KEYFRAME_BUCKET = "mavi-resource", "mavi-keyframe"
BINARY = "application/octet-stream"
DOWNLOAD_CHUNK = 256 * 1024


def list_videos(call: Call) -> Any:
    """A page of the namespace's videos."""
    conditions, page, size = _asked(call)
    return page_of(call, conditions, page, size)


def legacy_list_videos(call: Call) -> Any:
    """The same without what an upload told about the recording, as recorded."""
    conditions, page, size = _asked(call)
    return page_of(call, conditions, page, size, row=_common)


def _asked(call: Call) -> tuple[VideoFilter, int, int]:
    """The conditions, the page and its size that a list is asked for."""
    # Tables have the filters in the query, samples and recordings in the body.
    body = {**call.query, **(call.body or {})}
    latitude, longitude = fields.coordinates(body)
    status: str | None = body.get("status")
    conditions = VideoFilter(
        unique_id=call.unique_id,
        folder_id=fields.folder_filter(call, body),
        name=body.get("video_name"),
        video_no=body.get("video_no"),
        video_nos=body.get("video_nos"),
        status=STATUSES.get(status or "", status),
        camera_model=body.get("camera_model"),
        tag=body.get("tag"),
        taken_since_ms=body.get("datetime_taken"),
        latitude=latitude,
        longitude=longitude,
    )
    return conditions, body.get("page", 1), body.get("size", DEFAULT_SIZE)


def page_of(
    call: Call, conditions: VideoFilter, page: int, size: int, row: Callable[[Video], dict[str, Any]] | None = None
) -> dict[str, Any]:
    """A page of videos, each as `row` shows it."""
    library = call.services.library
    videos = library.select(call.account, conditions, size, fields.offset(page, size))
    library.polled(videos)
    return {
        "videos": [(row or video_row)(video) for video in videos],
        "current_page": page,
        "page_size": size,
        "total_count": str(library.count(call.account, conditions)),
    }


def get_private_video_details(call: Call) -> Any:
    """Technical details; null for an unknown video."""
    video = _find(call, call.query["video_no"])
    return video and {**_common(video), **technical(video), "video_url": video.source_url}


def get_metadata(call: Call) -> Any:
    """All that is kept about a video; null for an unknown one."""
    video = _find(call, call.query["video_no"])
    return video and {**_common(video), **technical(video), **_capture(video), **blob_of(video)}


def generate_summary(call: Call) -> Any:
    """A summary of the spoken text, else of the scenes; null without either."""
    segments = _summarized(call)
    return summarize(segments, call.query["type"]) if segments else None


def legacy_generate_summary(call: Call) -> Any:
    """The same with the tokens that were read and written, as v1.1 was recorded."""
    segments = _summarized(call)
    if not segments:
        return None
    found = summarize(segments, call.query["type"])
    written = [found["summary"], *(f"{item['title']} {item['description']}" for item in found["items"])]
    return {**found, "totalInput": _tokens(segment.text for segment in segments), "totalOutput": _tokens(written)}


def download(call: Call) -> Response:
    """The bytes that were uploaded."""
    return send_file(call, _find(call, call.body["video_no"]), VIDEO_NOT_FOUND)


def send_file(call: Call, video: Video | None, missing: str, media_type: str = BINARY) -> Response:
    """The kept file of a video; `missing` says that there is none."""
    if video is None or video.media is None:
        raise RequestError(missing)
    return stream_file(call, video.media, video.size, media_type, missing)


def stream_file(call: Call, name: str, size: int, media_type: str, missing: str) -> Response:
    """A kept file."""
    try:
        file = call.services.files.path(name).open("rb")
    except FileNotFoundError:
        # Deleted since the look-up.
        raise RequestError(missing) from None
    return StreamingResponse(_chunks(file), media_type=media_type, headers={"Content-Length": str(size)})


def delete_videos(call: Call) -> Any:
    """Delete videos; unknown ones are no error."""
    call.services.library.delete(call.account, call.unique_id, call.body)
    return None


def _find(call: Call, video_no: str) -> Video | None:
    video = call.services.library.get(call.account, call.unique_id, video_no)
    call.services.library.polled([video] if video else [])
    return video


def blob_of(video: Video) -> dict[str, str]:
    """Where the file of a video can be downloaded, as the newest pages name it; nothing where none is kept."""
    return {} if video.media is None else {"bucket": VIDEO_BUCKET, "blob": f"{video.video_no}.mp4"}


def _summarized(call: Call) -> list[Segment]:
    """The passages that the summary of a video rests on."""
    video = _find(call, call.query["video_no"])
    if video is None:
        return []
    search = call.services.search
    return search.segments(video.video_no, SPEECH) or search.segments(video.video_no, SCENE)


def _tokens(texts: Iterable[str]) -> str:
    """Words, as text, like all 64-bit integers."""
    return str(sum(len(text.split()) for text in texts))


async def _chunks(file: BinaryIO) -> AsyncIterator[bytes]:
    with file:
        while chunk := await run_in_threadpool(file.read, DOWNLOAD_CHUNK):
            yield chunk


def video_row(video: Video) -> dict[str, Any]:
    url = {"video_url": video.source_url} if video.source_url else {}
    return {**_common(video), **url, **_capture(video), **blob_of(video)}


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


def technical(video: Video) -> dict[str, Any]:
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
