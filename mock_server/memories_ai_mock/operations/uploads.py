"""upload, upload_url."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

from memories_ai_mock.dispatch import Call
from memories_ai_mock.envelope import RequestError, shown
from memories_ai_mock.library import NewVideo, Video
from memories_ai_mock.operations import fields

EXTENSIONS = (".mp4", ".avi", ".mkv", ".mov")
MAX_NAME_CHARACTERS = 255
UNNAMED = "video"


def upload(call: Call) -> Any:
    """Store a video that came as a file."""
    file = call.files["file"]
    if not file.name.lower().endswith(EXTENSIONS):
        raise RequestError(
            f"file: the name {shown(file.name)} must end in {', '.join(EXTENSIONS[:-1])} or {EXTENSIONS[-1]}"
        )
    if not file.content_type.lower().startswith("video/"):
        raise RequestError(
            f"file: the part's Content-Type is {shown(file.content_type)}; send video/mp4 or another video/ type"
        )
    return _add(call, NewVideo(name=stem(file.name), file=file.path, size=file.size, **_options(call)))


def upload_url(call: Call) -> Any:
    """Note a video that is then fetched from its URL."""
    url = fields.http_url("url", call.body["url"])
    return _add(call, NewVideo(name=stem(unquote(urlsplit(url).path)), source_url=url, **_options(call)))


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
        "folder_id": fields.upload_folder(call.body),
        "callback": fields.callback(call.body),
        "datetime_taken_ms": fields.capture_time_ms(call.body),
        "camera_model": call.body.get("camera_model"),
        "latitude": latitude,
        "longitude": longitude,
        "tags": call.body.get("tags", ()),
        "retain_original": call.body.get("retain_original_video", True),
        "prompt": call.body.get("video_transcription_prompt"),
    }


def _add(call: Call, new: NewVideo) -> dict[str, str]:
    video: Video = call.services.library.add(call.account, new, call.services.settings.parse_seconds)
    call.services.wake()
    return {
        "videoNo": video.video_no,
        "videoName": video.name,
        "videoStatus": video.status,
        "uploadTime": str(video.create_time_ms),
    }
