"""upload_image, list_images."""

from __future__ import annotations

from typing import Any

from memories_ai_mock.dispatch import Call
from memories_ai_mock.envelope import RequestError
from memories_ai_mock.images import Image, NewImage
from memories_ai_mock.operations import fields
from memories_ai_mock.operations.uploads import stem
from memories_ai_mock.receiving import ReceivedFile

MIB = 1024**2
# By the newest pages.
MAX_IMAGE_BYTES = 20 * MIB
JPEG = "image/jpeg"
FORMATS = {"JPEG": JPEG, "PNG": "image/png", "WEBP": "image/webp", "GIF": "image/gif", "BMP": "image/bmp"}
DEFAULT_PAGE_SIZE = 20
MAX_PAGE_SIZE = 1_000
# No source gives a state of images; it is that of indexed videos.
STATUS = "PARSE"


def upload_image(call: Call) -> Any:
    """Store images, all or none of them."""
    latitude, longitude = fields.coordinates(call.body)
    common = {
        "datetime_taken_ms": fields.capture_time_ms(call.body),
        "camera_model": call.body.get("camera_model"),
        "latitude": latitude,
        "longitude": longitude,
        "tags": call.body.get("tags", ()),
    }
    new = [_new(file, common) for file in call.files.get("files", ())]
    return [{"id": image_no} for image_no in call.services.images.add(call.account, call.unique_id, new)]


def list_images(call: Call) -> Any:
    """A page of the images, newest first."""
    page, size = call.body.get("page", 1), min(call.body.get("page_size", DEFAULT_PAGE_SIZE), MAX_PAGE_SIZE)
    found, count = call.services.images.page(call.account, call.unique_id, size, fields.offset(page, size))
    return {
        "images": [_row(image) for image in found],
        "current_page": page,
        "page_size": size,
        "total_count": str(count),
    }


def fingerprint_of(file: ReceivedFile, part: str) -> bytes:
    """The fingerprint of a received picture."""
    # Imported here: starting the emulator should not wait for it.
    from memories_ai_mock import pictures

    try:
        return pictures.fingerprint(pictures.open_image(file.path))
    except pictures.PictureError as error:
        raise RequestError(f"{part}: {error}") from error


def _new(file: ReceivedFile, common: dict[str, Any]) -> NewImage:
    import PIL.Image

    from memories_ai_mock import pictures

    if file.size > MAX_IMAGE_BYTES:
        raise RequestError(f"files: an image is larger than {MAX_IMAGE_BYTES} bytes; send smaller ones")
    try:
        image = pictures.open_image(file.path)
        with PIL.Image.open(file.path) as opened:
            # Telephones put several pictures into one JPEG file, which is then called MPO.
            content_type = FORMATS.get(opened.format or "", JPEG)
    except pictures.PictureError as error:
        raise RequestError(f"files: {error}") from error
    return NewImage(
        name=stem(file.name),
        file=file.path,
        content_type=content_type,
        size=file.size,
        width=image.width,
        height=image.height,
        fingerprint=pictures.fingerprint(image),
        **common,
    )


def _row(image: Image) -> dict[str, str]:
    return {
        "image_no": image.image_no,
        "image_name": image.name,
        "status": STATUS,
        "upload_time": str(image.upload_time_ms),
    }
