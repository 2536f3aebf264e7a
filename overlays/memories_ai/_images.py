"""Images on this machine, on their way to the service: named, checked, and read in pieces."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from memories_ai_generated.types import File

from ._errors import MediaError, ValidationError
from ._file_names import last_part
from ._local_files import as_bytes, name_of, open_path, read_bytes, remaining
from ._uploads import UploadReader, is_web_address
from ._validation import non_empty

ImageSource = str | os.PathLike[str] | BinaryIO | bytes | bytearray | memoryview
"""Path, binary file object (read from where it stands, not closed), or the bytes of an image."""

MAX_IMAGE_BYTES: Final = 20 * 1024**2
IMAGE_TYPES: Final = {
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".gif": "image/gif",
    ".bmp": "image/bmp",
    ".webp": "image/webp",
}
# How files of these formats begin; the size of a WebP file stands between its two marks.
_SIGNATURES: Final = {b"\xff\xd8\xff": ".jpg", b"\x89PNG\r\n\x1a\n": ".png", b"GIF8": ".gif", b"BM": ".bmp"}
_LONGEST_SIGNATURE: Final = 12


@contextmanager
def open_images(sources: Sequence[ImageSource], filenames: Sequence[str] | None, field: str) -> Iterator[list[File]]:
    """Open what is to be sent, and close at the end what was opened here.

    Args:
        filenames: names to send instead of the files' own, one for each.
        field: the argument that errors name.

    Raises:
        ValidationError: no such file, or no name for it.
        MediaError: empty, too large, or of a type the service refuses.
    """
    names = [None] * len(sources) if filenames is None else filenames
    with ExitStack() as stack:
        yield [
            _prepare(_opened(source, field, stack), name, field) for source, name in zip(sources, names, strict=True)
        ]


@contextmanager
def open_image(source: ImageSource, filename: str | None, field: str) -> Iterator[File]:
    """One image; see open_images."""
    with open_images([source], None if filename is None else [filename], field) as (file,):
        yield file


def _opened(source: ImageSource, field: str, stack: ExitStack) -> BinaryIO:
    if isinstance(source, bytes | bytearray | memoryview):
        return io.BytesIO(as_bytes(field, source))
    if is_web_address(source):
        remedy = "Pass the path of an image on this machine."
        raise ValidationError(f"{field}: {source!r} is an address. {remedy}", field=field)
    if isinstance(source, str | os.PathLike):
        return stack.enter_context(open_path(field, source))
    if isinstance(source, io.TextIOBase):
        raise ValidationError(f"{field}: the file is open as text. Open it with mode 'rb'.", field=field)
    if hasattr(source, "read"):
        return source
    kind = type(source).__name__
    raise ValidationError(f"{field}: {kind} is neither path, binary file nor bytes. Pass one of these.", field=field)


def _prepare(stream: BinaryIO, filename: str | None, field: str) -> File:
    size = remaining(stream)
    name = _name(stream, filename, field, can_go_back=size is not None)
    media_type = IMAGE_TYPES.get(Path(name).suffix.lower())
    if media_type is None:
        known = " ".join(IMAGE_TYPES)
        where = field if filename is None else "filename"
        raise MediaError(f"{where}: {name!r} has an extension the service refuses. It takes {known}.", field=where)
    if size == 0:
        raise MediaError(f"{field}: {name!r} is empty. Pass an image.", field=field)
    if size is not None and size > MAX_IMAGE_BYTES:
        raise MediaError(f"{field}: {name!r} has {size} bytes; the service takes {MAX_IMAGE_BYTES}.", field=field)
    body = UploadReader(stream, name, size, None)
    return File(body, name, media_type)  # type: ignore[arg-type]  # RawIOBase is a BinaryIO in all that is used


def _name(stream: BinaryIO, filename: str | None, field: str, *, can_go_back: bool) -> str:
    """The name that was given, else the file's own, else one that says what the content is."""
    name = name_of(stream) if filename is None else filename
    if name is not None:
        return non_empty("filename", last_part(non_empty("filename", name)))
    extension = _extension(stream) if can_go_back else None
    if extension is None:
        raise MediaError(f"{field}: no format that the service takes. Pass a filename if it is one.", field=field)
    return f"image{extension}"


def _extension(stream: BinaryIO) -> str | None:
    start = stream.tell()
    head = read_bytes(stream, "the image", _LONGEST_SIGNATURE)
    stream.seek(start)
    if head[:4] == b"RIFF" and head[8:] == b"WEBP":
        return ".webp"
    return next((extension for mark, extension in _SIGNATURES.items() if head.startswith(mark)), None)
