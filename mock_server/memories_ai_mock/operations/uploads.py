"""upload, upload_url."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

from memories_ai_mock.dispatch import Call
from memories_ai_mock.envelope import RequestError, shown
from memories_ai_mock.library import LEGACY, NewVideo, Video
from memories_ai_mock.operations import fields
from memories_ai_mock.receiving import ReceivedFile

EXTENSIONS = (".mp4", ".avi", ".mkv", ".mov")
MAX_NAME_CHARACTERS = 255
UNNAMED = "video"


def upload(call: Call) -> Any:
    """Store a video that came as a file."""
    return _answer(store_file(call, received_video(call, "file"), **_options(call)))


def upload_url(call: Call) -> Any:
    """Note a video that is then fetched from its URL."""
    return _answer(store_url(call, **_options(call)))


def legacy_upload(call: Call) -> Any:
    """The same at its older address."""
    return legacy_answer(store_file(call, received_video(call, "file", may_be_untyped=True), **_legacy_options(call)))


def legacy_upload_url(call: Call) -> Any:
    """The same at its older address."""
    return legacy_answer(store_url(call, **_legacy_options(call)))


def received_video(call: Call, part: str, may_be_untyped: bool = False) -> ReceivedFile:
    """The file part that holds a video, as far as its name and type tell. Only newer pages ask for a type."""
    file = call.files[part][0]
    if not file.name.lower().endswith(EXTENSIONS):
        raise RequestError(
            f"{part}: the name {shown(file.name)} must end in {', '.join(EXTENSIONS[:-1])} or {EXTENSIONS[-1]}"
        )
    untyped = may_be_untyped and not file.content_type
    if not untyped and not file.content_type.lower().startswith("video/"):
        raise RequestError(
            f"{part}: the part's Content-Type is {shown(file.content_type)}; send video/mp4 or another video/ type"
        )
    return file


# Options are members of NewVideo.
def store_file(call: Call, file: ReceivedFile, **options: Any) -> Video:
    """Store a video that came as a file."""
    return _store(call, NewVideo(name=stem(file.name), file=file.path, size=file.size, **options))


def store_url(call: Call, **options: Any) -> Video:
    """Note a video that is then fetched from the URL in the body."""
    url = fields.http_url("url", call.body["url"])
    return _store(call, NewVideo(name=stem(unquote(urlsplit(url).path)), source_url=url, **options))


def stem(name: str) -> str:
    """The name of a file or URL path without directories and extension, printable and of bounded length."""
    last = PurePosixPath(name.replace("\\", "/")).name
    before_extension = last.rpartition(".")[0] if "." in last else last
    printable = "".join(character for character in before_extension if character.isprintable())
    return printable.strip()[:MAX_NAME_CHARACTERS] or UNNAMED


def _options(call: Call) -> dict[str, Any]:
    latitude, longitude = fields.coordinates(call.body)
    return {
        "unique_id": call.unique_id,
        "folder_id": fields.upload_folder(call),
        "callback": _callback(call),
        "datetime_taken_ms": fields.capture_time_ms(call.body),
        "camera_model": call.body.get("camera_model"),
        "latitude": latitude,
        "longitude": longitude,
        "tags": call.body.get("tags", ()),
        "retain_original": call.body.get("retain_original_video", True),
        "prompt": call.body.get("video_transcription_prompt"),
    }


def _legacy_options(call: Call) -> dict[str, Any]:
    return {"unique_id": call.unique_id, "callback": _callback(call), "dialect": LEGACY}


def _callback(call: Call) -> str | None:
    """From the form, as samples send it, or from the query, where tables have it."""
    return fields.callback(call.body) or fields.callback(call.query)


def legacy_answer(video: Video) -> dict[str, str]:
    """As recorded: without state and time."""
    return {"videoNo": video.video_no, "videoName": video.name}


def _store(call: Call, new: NewVideo) -> Video:
    settings = call.services.settings
    new = replace(new, polls=settings.parse_polls)
    video = call.services.library.add(call.account, new, settings.parse_seconds)
    call.services.wake()
    return video


def _answer(video: Video) -> dict[str, str]:
    return {
        "videoNo": video.video_no,
        "videoName": video.name,
        "videoStatus": video.status,
        "uploadTime": str(video.create_time_ms),
    }
