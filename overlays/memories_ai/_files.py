"""Files on this machine: what is sent is read in pieces, what is received appears only when it is complete."""

from __future__ import annotations

import io
import os
import re
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

import attrs

from ._errors import MediaError, MemoriesError, ValidationError
from ._validation import non_empty

Progress = Callable[[int, int | None], None]
"""Called with (bytes so far, bytes in all or None)."""

MAX_UPLOAD_BYTES: Final = 3 * 1024**3
MEDIA_TYPES: Final = {
    ".mp4": "video/mp4",
    ".avi": "video/x-msvideo",
    ".mkv": "video/x-matroska",
    ".mov": "video/quicktime",
}


@attrs.frozen
class UploadFile:
    """An open file with the name and the media type it travels under."""

    stream: BinaryIO
    name: str
    media_type: str

    @property
    def unread(self) -> bool:
        """Whether there is more of it than was read so far."""
        return isinstance(self.stream, UploadReader) and self.stream.unread


class UploadReader(io.RawIOBase):
    """The part of a file from where it stood to its end, as a file of its own; tells how far it has been read.

    It has no file number: httpx would announce the length of the whole file.
    """

    def __init__(self, stream: BinaryIO, name: str, size: int | None, progress: Progress | None) -> None:
        super().__init__()
        self._stream, self._name, self._size, self._progress = stream, name, size, progress
        self._start = 0 if size is None else stream.tell()
        self._position = 0

    def read(self, size: int = -1, /) -> bytes:
        left = -1 if self._size is None else self._size - self._position
        wanted = left if size < 0 else size if left < 0 else min(size, left)
        try:
            data = self._stream.read(wanted)
        except (OSError, ValueError) as error:
            raise MemoriesError(f"Cannot read {self._name!r}: {error}") from error
        if not data and left > 0:
            raise MemoriesError(f"{self._name!r} became shorter while it was sent. Upload it again.")
        self._position += len(data)
        if data and self._progress:
            self._progress(self._position, self._size)
        return data

    @property
    def unread(self) -> bool:
        return self._size is not None and self._position < self._size

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self._size is not None

    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        if self._size is None:
            raise io.UnsupportedOperation("seek")
        self._position = {os.SEEK_SET: 0, os.SEEK_CUR: self._position, os.SEEK_END: self._size}[whence] + offset
        self._stream.seek(self._start + self._position)
        return self._position

    def tell(self) -> int:
        if self._size is None:
            raise io.UnsupportedOperation("tell")
        return self._position


@contextmanager
def open_upload(
    source: str | os.PathLike[str] | BinaryIO, filename: str | None, progress: Progress | None
) -> Iterator[UploadFile]:
    """Open what is to be uploaded; a path is opened here and closed at the end, a file object stays the caller's.

    Raises:
        ValidationError: no such file, empty, too large, or of a type the service refuses.
    """
    if isinstance(source, str | os.PathLike):
        path = Path(source)
        _check_path(path)
        with path.open("rb", buffering=0) as stream:  # it is read in large pieces
            yield _prepare(stream, Path(filename or path.name).name, progress)
    elif hasattr(source, "read"):
        name = filename or getattr(source, "name", None)
        if not isinstance(name, str):
            raise ValidationError("filename: a file object without a name. Pass filename='clip.mp4'.", field="filename")
        yield _prepare(source, Path(name).name, progress)
    else:
        kind = type(source).__name__
        raise ValidationError(
            f"source: {kind} is neither path, URL nor binary file. Wrap bytes in io.BytesIO.", field="source"
        )


@contextmanager
def atomic_download(path: Path, *, overwrite: bool) -> Iterator[BinaryIO]:
    """A file that appears under its name only if the block ends well; otherwise nothing is left behind.

    Raises:
        ValidationError: the target exists (and overwrite is not set), or its folder does not.
        MemoriesError: the disk refuses.
    """
    _check_target(path, overwrite)
    part = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with part.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        _publish(part, path, overwrite)
    except OSError as error:
        raise MemoriesError(f"Cannot write {str(path)!r}: {error.strerror or error}") from error
    finally:
        part.unlink(missing_ok=True)


def download_target(path: str | os.PathLike[str], video_no: str) -> Path:
    """The file to write: the path itself, or `<video_no>.mp4` in it if it is a folder."""
    target = Path(path)
    if target.is_dir():
        # The id becomes a name here: nothing in it may lead out of the folder.
        return target / f"{re.sub(r'[^A-Za-z0-9_-]', '_', video_no)}.mp4"
    return target


def _check_path(path: Path) -> None:
    if not path.exists():
        raise ValidationError(
            f"source: {str(path)!r} does not exist. Check the path (now in {str(Path.cwd())!r}).", field="source"
        )
    if not path.is_file():
        raise ValidationError(f"source: {str(path)!r} is not a file. Pass the path of one video.", field="source")
    if not os.access(path, os.R_OK):
        raise ValidationError(f"source: {str(path)!r} cannot be read. Check its permissions.", field="source")


def _prepare(stream: BinaryIO, name: str, progress: Progress | None) -> UploadFile:
    if isinstance(stream, io.TextIOBase):
        raise ValidationError(f"source: {name!r} is open as text. Open it with mode 'rb'.", field="source")
    non_empty("filename", name)
    media_type = MEDIA_TYPES.get(Path(name).suffix.lower())
    if media_type is None:
        known = " ".join(MEDIA_TYPES)
        raise MediaError(f"source: {name!r} has an extension the service refuses. It takes {known}.", field="source")
    size = _remaining(stream)
    if size == 0:
        raise MediaError(f"source: {name!r} is empty. Pass a video.", field="source")
    if size is not None and size > MAX_UPLOAD_BYTES:
        raise MediaError(
            f"source: {name!r} has {size} bytes; the service takes at most {MAX_UPLOAD_BYTES}.", field="source"
        )
    body = UploadReader(stream, name, size, progress)
    return UploadFile(body, name, media_type)  # type: ignore[arg-type]  # RawIOBase is a BinaryIO in all that is used


def _remaining(stream: BinaryIO) -> int | None:
    """Bytes from here to the end, or None where the file cannot tell."""
    try:
        start = stream.tell()
        end = stream.seek(0, os.SEEK_END)
        stream.seek(start)
    except (OSError, AttributeError, ValueError):
        return None
    return end - start


def _check_target(path: Path, overwrite: bool) -> None:
    if not path.parent.is_dir():
        raise ValidationError(f"path: the folder {str(path.parent)!r} does not exist. Create it first.", field="path")
    if path.is_dir():
        raise ValidationError(f"path: {str(path)!r} is a folder. Name a file.", field="path")
    if path.exists() and not overwrite:
        raise ValidationError(f"path: {str(path)!r} exists. Pass overwrite=True to replace it.", field="path")


def _publish(part: Path, path: Path, overwrite: bool) -> None:
    if overwrite:
        part.replace(path)
        return
    try:
        os.link(part, path)  # fails if a file appeared meanwhile, unlike a rename
    except FileExistsError:
        raise ValidationError(
            f"path: {str(path)!r} appeared during the download. Nothing was replaced.", field="path"
        ) from None
    except OSError:
        part.rename(path)  # a file system without hard links
