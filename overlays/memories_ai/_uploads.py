"""Files that are sent: checked before, read in pieces, and again from where they stood."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import BinaryIO, Final, TypeGuard

import attrs

from ._errors import MediaError, MemoriesError, ValidationError
from ._file_names import last_part
from ._local_files import as_bytes, check_stream, name_of, open_path, read_bytes, remaining
from ._validation import non_empty, shown

Progress = Callable[[int, int | None], None]
"""Called with (bytes so far, bytes in all or None)."""
ManyProgress = Callable[[int, int, int | None], None]
"""Called with (number of the source from 0, bytes of it so far, bytes of it in all or None)."""
UploadSource = str | os.PathLike[str] | bytes | bytearray | memoryview | BinaryIO
"""A path, an http(s) URL, bytes, or a binary file object."""

MAX_UPLOAD_BYTES: Final = 3 * 1024**3
MEDIA_TYPES: Final = {
    ".mp4": "video/mp4",
    ".avi": "video/x-msvideo",
    ".mkv": "video/x-matroska",
    ".mov": "video/quicktime",
}
_HEAD, _PIECE = 64 * 1024, 256 * 1024
_NAME_REMEDY = "Pass filename='clip.mp4'."


@attrs.frozen
class UploadFile:
    """An open file with the name and the media type it travels under."""

    stream: BinaryIO
    name: str
    media_type: str


class UploadReader(io.RawIOBase):
    """The part of a file from where it stood to its end, as a file of its own; tells how far it has been read.

    It has no file number: httpx would announce the length of the whole file. Of a file that cannot tell its size, the
    head has been read already. Of any other, it gives more than it is asked for: httpx asks for 64 KB, and each piece
    takes its own way through all layers to the socket.
    """

    def __init__(
        self, stream: BinaryIO, name: str, size: int | None, progress: Progress | None, head: bytes = b""
    ) -> None:
        super().__init__()
        self._stream, self._name, self._size, self._progress = stream, name, size, progress
        self._start = 0 if size is None else stream.tell()
        self._position, self._head = 0, head

    def read(self, size: int = -1, /) -> bytes:
        left = -1 if self._size is None else self._size - self._position
        wanted = size if left < 0 else left if size < 0 else min(max(size, _PIECE), left)
        data = self._taken_head() if self._head else read_bytes(self._stream, self._name, wanted)
        if not data and left > 0:
            raise MemoriesError(f"{self._name!r} became shorter while it was sent. Upload it again.")
        self._position += len(data)
        if self._size is None or self._position == self._size:
            self._refuse_growth()
        if data and self._progress:
            self._progress(self._position, self._size)
        return data

    @property
    def unread(self) -> bool:
        """Whether there is more of it than was read so far; False where nobody knows."""
        return self._size is not None and self._position < self._size

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self._size is not None

    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        if self._size is None:
            raise io.UnsupportedOperation("seek")
        self._position = {os.SEEK_SET: 0, os.SEEK_CUR: self._position, os.SEEK_END: self._size}[whence] + offset
        try:
            self._stream.seek(self._start + self._position)
        except Exception as error:  # as with reading
            raise MemoriesError(f"Cannot read {self._name!r} again: {error}.") from error
        return self._position

    def tell(self) -> int:
        if self._size is None:
            raise io.UnsupportedOperation("tell")
        return self._position

    def _taken_head(self) -> bytes:
        head, self._head = self._head, b""
        return head

    def _refuse_growth(self) -> None:
        """Raise before the last piece is sent if there is more than was announced, or than the service takes."""
        if self._size is None:
            if self._position > MAX_UPLOAD_BYTES:
                raise MemoriesError(f"{self._name!r} is longer than {MAX_UPLOAD_BYTES} bytes. Cut it into parts.")
        elif (remaining(self._stream) or 0) > 0:
            raise MemoriesError(f"{self._name!r} became longer while it was sent. Upload it when it is complete.")


@contextmanager
def open_upload(source: UploadSource, filename: str | None, progress: Progress | None) -> Iterator[UploadFile]:
    """Open what is to be uploaded; a path is opened here and closed at the end, a file object stays the caller's.

    Raises:
        ValidationError: no such file, one that cannot be read, or no file at all.
        MediaError: empty, too large, or of a type the service refuses.
    """
    check_progress(progress)
    if filename is not None:
        non_empty("filename", filename)
    if isinstance(source, bytes | bytearray | memoryview):
        yield _prepare(io.BytesIO(as_bytes("source", source)), filename, None, progress)
    elif isinstance(source, str | os.PathLike):
        with open_path("source", source) as stream:
            yield _prepare(stream, filename, os.fspath(source), progress)
    elif hasattr(source, "read"):
        yield _prepare(source, filename, name_of(source), progress)
    else:
        kind = type(source).__name__
        raise ValidationError(
            f"source: {kind} is neither path, URL, bytes nor binary file. Pass one of these.", field="source"
        )


def is_web_address(source: object) -> TypeGuard[str]:
    """Whether the service is to fetch the source itself."""
    return isinstance(source, str) and source.lower().startswith(("http://", "https://"))


def check_web_source(filename: str | None, progress: Progress | None) -> None:
    """Refuse what does not go with an address."""
    check_progress(progress)
    if filename is not None:
        raise ValidationError(
            f"filename: {shown(filename)} for a URL, whose file keeps its name. Leave it out.", field="filename"
        )


def check_progress(progress: object) -> None:
    """Raise ValidationError for what cannot be called."""
    if progress is not None and not callable(progress):
        raise ValidationError(f"on_progress: {shown(progress)} cannot be called. Pass a function.", field="on_progress")


def check_sources(
    sources: Iterable[UploadSource], filenames: Sequence[str | None] | None
) -> list[tuple[UploadSource, str | None]]:
    """Each source with its name.

    Raises:
        ValidationError: no list, a file object that stands in it twice, or another number of names.
    """
    if isinstance(sources, str | bytes | bytearray | memoryview | os.PathLike) or not isinstance(sources, Iterable):
        raise ValidationError(f"sources: {shown(sources)} is no list. Pass [source, ...].", field="sources")
    if hasattr(sources, "read"):
        raise ValidationError("sources: a file, not a list of them. Pass [file].", field="sources")
    listed = list(sources)
    _refuse_shared_files(listed)
    if filenames is None:
        return [(source, None) for source in listed]
    if isinstance(filenames, str | bytes) or not isinstance(filenames, Sequence):
        raise ValidationError(f"filenames: {shown(filenames)} is no list. Pass [name, ...].", field="filenames")
    if len(filenames) != len(listed):
        raise ValidationError(
            f"filenames: {len(filenames)} names for {len(listed)} sources. Pass one for each, or None in its place.",
            field="filenames",
        )
    return list(zip(listed, filenames, strict=True))


def numbered_progress(progress: ManyProgress | None) -> Callable[[int], Progress | None]:
    """Makes the callback of each source; never are two of them called at the same time."""
    check_progress(progress)
    lock = Lock()

    def of_source(number: int) -> Progress | None:
        if progress is None:
            return None

        def tell(sent: int, total: int | None) -> None:
            with lock:
                progress(number, sent, total)

        return tell

    return of_source


def _refuse_shared_files(sources: list[UploadSource]) -> None:
    seen: dict[int, int] = {}
    for number, source in enumerate(sources):
        if hasattr(source, "read") and seen.setdefault(id(source), number) != number:
            raise ValidationError(
                f"sources: number {number} is the same file object as number {seen[id(source)]}. Open it twice.",
                field="sources",
            )


def _checked_name(filename: str | None, own: str | None) -> tuple[str, str]:
    """The name to send, and its media type."""
    field = "source" if filename is None else "filename"
    path = filename or own
    if not path:
        raise ValidationError(f"filename: the source has no name of its own. {_NAME_REMEDY}", field="filename")
    name = non_empty("filename", last_part(path))
    media_type = MEDIA_TYPES.get(Path(name).suffix.lower())
    if media_type is None:
        known = " ".join(MEDIA_TYPES)
        raise MediaError(f"{field}: {name!r} has an extension the service refuses. It takes {known}.", field=field)
    return name, media_type


def _prepare(stream: BinaryIO, filename: str | None, own: str | None, progress: Progress | None) -> UploadFile:
    name, media_type = _checked_name(filename, own)
    check_stream("source", stream, name)
    size = remaining(stream)
    # An empty pipe is found out by its head; what was read of it is sent first.
    head = _checked_head(stream, name) if size is None else b""
    if size == 0 or (size is None and not head):
        raise MediaError(f"source: {name!r} is empty from where it stands. Pass a video.", field="source")
    if size is not None and size > MAX_UPLOAD_BYTES:
        raise MediaError(
            f"source: {name!r} has {size} bytes; the service takes at most {MAX_UPLOAD_BYTES}.", field="source"
        )
    body = UploadReader(stream, name, size, progress, head)
    return UploadFile(body, name, media_type)  # type: ignore[arg-type]  # RawIOBase is a BinaryIO in all that is used


def _checked_head(stream: BinaryIO, name: str) -> bytes:
    try:
        return read_bytes(stream, name, _HEAD)
    except MemoriesError as error:
        raise ValidationError(f"source: {error.message} Pass a file that can be read.", field="source") from error
