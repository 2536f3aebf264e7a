"""Files that are sent along with a request of the caption host, v1.1 or v1.0: opened, checked, read in pieces."""

from __future__ import annotations

import io
import mimetypes
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final, TypeAlias

from memories_ai_generated.types import File

from ._errors import MediaError, ValidationError
from ._file_names import last_part
from ._local_files import name_of, open_path, remaining
from ._uploads import MEDIA_TYPES, Progress, UploadReader, check_progress
from ._validation import shown

FileSource: TypeAlias = str | os.PathLike[str] | BinaryIO
PICTURE_TYPES: Final = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}
_SIGNATURES: Final = ((b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg"))


@contextmanager
def open_video(
    field: str, source: FileSource, filename: str | None, progress: Progress | None, *, most: int | None
) -> Iterator[File]:
    """A video of any format whose name tells that it is one. A path is closed at the end, a file object is not.

    Args:
        most: bytes that the service takes; None where no source says.

    Raises:
        ValidationError: no such file, empty, too large, or not named like a video.
    """
    check_progress(progress)
    with _opened(field, source, filename) as (stream, name):
        media_type = MEDIA_TYPES.get(Path(name).suffix.lower()) or mimetypes.guess_type(name)[0] or ""
        if not media_type.startswith("video/"):
            raise MediaError(
                f"{field}: {name!r} is not named like a video. Pass filename= with an extension such as .mp4.",
                field=field,
            )
        yield _attachment(field, stream, name, media_type, progress, most)


@contextmanager
def open_picture(field: str, source: FileSource) -> Iterator[File]:
    """A PNG or JPEG file, told by its name. A path is closed at the end, a file object is not.

    Raises:
        ValidationError: no such file, empty, or not named like a picture of these kinds.
    """
    with _opened(field, source, None) as (stream, name):
        media_type = PICTURE_TYPES.get(Path(name).suffix.lower())
        if media_type is None:
            known = " ".join(PICTURE_TYPES)
            raise MediaError(f"{field}: {name!r} has an extension the service refuses. It takes {known}.", field=field)
        yield _attachment(field, stream, name, media_type, None, None)


def picture_type(field: str, content: bytes) -> str:
    """The media type of a picture by its first bytes.

    Raises:
        MediaError: neither PNG nor JPEG.
    """
    for signature, media_type in _SIGNATURES:
        if content.startswith(signature):
            return media_type
    raise MediaError(f"{field}: the bytes are neither PNG nor JPEG. Convert the picture first.", field=field)


@contextmanager
def _opened(field: str, source: FileSource, filename: str | None) -> Iterator[tuple[BinaryIO, str]]:
    if filename is not None and (not isinstance(filename, str) or not filename.strip()):
        raise ValidationError(f"filename: {shown(filename)} is no name. Pass 'clip.mp4'.", field="filename")
    if isinstance(source, str | os.PathLike):
        with open_path(field, source) as stream:
            yield stream, last_part(filename or os.fspath(source))
        return
    if not hasattr(source, "read") or isinstance(source, io.TextIOBase):
        kind = type(source).__name__
        raise ValidationError(
            f"{field}: {kind} is neither a path nor a binary file. Open it with mode 'rb'.", field=field
        )
    name = filename or name_of(source)
    if not name or not name.strip():
        raise ValidationError(f"{field}: a file object without a name. Give it one, such as 'clip.mp4'.", field=field)
    yield source, last_part(name)


def _attachment(
    field: str, stream: BinaryIO, name: str, media_type: str, progress: Progress | None, most: int | None
) -> File:
    size = remaining(stream)
    if size == 0:
        raise MediaError(f"{field}: {name!r} is empty. Pass a file with content.", field=field)
    if size is not None and most is not None and size > most:
        raise MediaError(f"{field}: {name!r} has {size} bytes; the service takes at most {most}.", field=field)
    reader = UploadReader(stream, name, size, progress)
    return File(reader, name, media_type)  # type: ignore[arg-type]  # RawIOBase is a BinaryIO in all that is used
