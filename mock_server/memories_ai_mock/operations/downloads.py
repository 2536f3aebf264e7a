"""download_blob, download_blob_v2: objects by bucket and blob."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from starlette.responses import Response

from memories_ai_mock.dispatch import Call
from memories_ai_mock.envelope import RequestError
from memories_ai_mock.keyframes import keyframe
from memories_ai_mock.library import PUBLIC, Video
from memories_ai_mock.operations import public, videos

# As documented.
NO_BUCKET = "Bucket cannot be null or empty"
NO_BLOB = "Blob cannot be null or empty"
MISSING = "Resource does not exist"

IMAGE_BUCKET = "mavi-image"
VIDEO_BLOB = re.compile(r"((?:VI|PI-)[0-9]{1,20})\.mp4")
KEYFRAME_BLOB = re.compile(r"((?:VI|PI-)[0-9]{1,20})/keyframe-([0-9]{6})\.jpg")
KEYFRAME_WIDTH = 1280


def download_blob(call: Call) -> Response:
    """The file of a video, a keyframe, or an image."""
    return _named(call, _object(call, videos.BINARY))


def download_blob_v2(call: Call) -> Response:
    """The same; this page promises the type of the file."""
    return _named(call, _object(call, "video/mp4"))


def _named(call: Call, response: Response) -> Response:
    name = PurePosixPath(call.query["blob"]).name
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _object(call: Call, video_type: str) -> Response:
    bucket, blob = call.query["bucket"], call.query["blob"]
    if not bucket.strip():
        raise RequestError(NO_BUCKET)
    if not blob.strip():
        raise RequestError(NO_BLOB)
    if bucket == IMAGE_BUCKET:
        return _image(call, blob)
    pattern = KEYFRAME_BLOB if bucket in (videos.KEYFRAME_BUCKET, public.KEYFRAME_BUCKET) else VIDEO_BLOB
    match = pattern.fullmatch(blob)
    video = _video(call, bucket, match[1]) if match else None
    if match is None or video is None:
        raise RequestError(MISSING)
    if pattern is VIDEO_BLOB:
        return videos.send_file(call, video, MISSING, video_type)
    return _keyframe(call, video, int(match[2]))


def _video(call: Call, bucket: str, video_no: str) -> Video | None:
    owners = {
        videos.VIDEO_BUCKET: call.account,
        videos.KEYFRAME_BUCKET: call.account,
        public.VIDEO_BUCKET: PUBLIC,
        public.KEYFRAME_BUCKET: PUBLIC,
    }
    video = call.services.library.find(video_no)
    return video if video is not None and video.account == owners.get(bucket) else None


def _keyframe(call: Call, video: Video, seconds: int) -> Response:
    # Imported here: starting the emulator should not wait for it.
    from memories_ai_mock.pictures import thumbnail

    picture = keyframe(call.services.files, video, seconds)
    if picture is None:
        raise RequestError(MISSING)
    return Response(thumbnail(picture, KEYFRAME_WIDTH), media_type="image/jpeg")


def _image(call: Call, image_no: str) -> Response:
    image = call.services.images.find(call.account, image_no)
    if image is None:
        raise RequestError(MISSING)
    size = call.services.files.path(image.media).stat().st_size
    return videos.stream_file(call, image.media, size, image.content_type, MISSING)
