"""Files that are sent: checked before, read in pieces, and again from where they stood."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from threading import Lock
from typing import BinaryIO, TypeGuard

from memories_ai_generated.types import File

from ._errors import LocalFileError, MediaError, ValidationError
from ._file_kinds import LONGEST_SIGNATURE, FileKind
from ._file_names import last_part
from ._local_files import FileSource, Span, check_stream, go_to, open_source, read_bytes, span_of
from ._validation import non_empty, shown

Progress = Callable[[int, int | None], None]
"""Called with (bytes so far, bytes in all or None)."""
ManyProgress = Callable[[int, int, int | None], None]
"""Called with (number of the source from 0, bytes of it so far, bytes of it in all or None)."""
UploadSource = FileSource
"""A path, an http(s) URL, bytes, or a binary file object (read from where it stands, not closed)."""
ImageSource = FileSource
"""The same without the URL: a path, bytes, or a binary file object."""

_HEAD, _PIECE = 64 * 1024, 256 * 1024


class UploadReader(io.RawIOBase):
    """The part of a file from where it stood to its end, as a file of its own; tells how far it has been read.

    It has no file number: httpx would announce the length of the whole file. Of a file that cannot tell its size, the
    head has been read already. Of any other, it gives more than it is asked for: httpx asks for 64 KB, and each piece
    takes its own way through all layers to the socket.
    """

    def __init__(
        self,
        stream: BinaryIO,
        name: str,
        span: Span | None,
        *,
        most: int | None,
        progress: Progress | None,
        head: bytes = b"",
    ) -> None:
        """Read nothing yet.

        Args:
            span: the part to send; None: to the end, wherever that is.
            most: bytes that the service takes; None where no source says.
        """
        super().__init__()
        self._stream, self._name, self._span, self._most, self._progress = stream, name, span, most, progress
        self._size = span.size if span else None
        self._position, self._head = 0, head

    def read(self, size: int = -1, /) -> bytes:
        left = -1 if self._size is None else self._size - self._position
        wanted = size if left < 0 else left if size < 0 else min(max(size, _PIECE), left)
        data = self._taken_head() if self._head else read_bytes(self._stream, self._name, wanted)
        if not data and left > 0:
            raise LocalFileError(f"{self._name!r} became shorter while it was sent. Upload it again.")
        self._position += len(data)
        if self._size is None or self._position >= self._size:
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
        if self._span is None:
            raise io.UnsupportedOperation("seek")
        self._position = {os.SEEK_SET: 0, os.SEEK_CUR: self._position, os.SEEK_END: self._span.size}[whence] + offset
        go_to(self._stream, self._name, self._span.start + self._position)
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
        if self._span is None:
            if self._most is not None and self._position > self._most:
                raise LocalFileError(f"{self._name!r} is longer than {self._most} bytes, the most the service takes.")
        elif self._position > self._span.size or ((now := span_of(self._stream)) and now.end > self._span.end):
            raise LocalFileError(f"{self._name!r} became longer while it was sent. Upload it when it is complete.")


@contextmanager
def open_upload(
    field: str,
    source: FileSource,
    kind: FileKind,
    filename: str | None = None,
    progress: Progress | None = None,
) -> Iterator[File]:
    """Open what is to be uploaded; a path is opened here and closed at the end, a file object stays the caller's.

    Args:
        field: the argument that errors name.
        filename: the name to send instead of the file's own.

    Raises:
        ValidationError: no such file, one that cannot be read, no name for it, or no file at all.
        MediaError: empty, too large, or of a type the service refuses.
    """
    check_progress(progress)
    if filename is not None:
        non_empty("filename", filename)
    if is_web_address(source):
        raise ValidationError(f"{field}: {source!r} is an address. Pass a file on this machine.", field=field)
    with open_source(field, source) as (stream, own):
        yield _prepare(field, stream, kind, filename, own, progress)


@contextmanager
def open_uploads(
    field: str,
    sources: Sequence[tuple[FileSource, str | None]],
    kind: FileKind,
    progress_of: Callable[[int], Progress | None] = lambda _: None,
) -> Iterator[list[File]]:
    """Several files of one request, each with the name to send or None; see `open_upload`."""
    files: list[File] = []
    with ExitStack() as stack:
        for number, (source, filename) in enumerate(sources):
            _refuse_shared_pipe(field, source, sources, files)
            upload = open_upload(field, source, kind, filename, progress_of(number))
            files.append(stack.enter_context(upload))
        yield files


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
    field: str, sources: Iterable[FileSource], filenames: Sequence[str | None] | None
) -> list[tuple[FileSource, str | None]]:
    """Each source with its name.

    Raises:
        ValidationError: no list, a file object that stands in it twice, or another number of names.
    """
    if isinstance(sources, str | bytes | bytearray | memoryview | os.PathLike) or not isinstance(sources, Iterable):
        raise ValidationError(f"{field}: {shown(sources)} is not a list. Pass [source, ...].", field=field)
    if hasattr(sources, "read"):
        raise ValidationError(f"{field}: a file, not a list of them. Pass [file].", field=field)
    listed = list(sources)
    _refuse_shared_files(field, listed)
    return list(zip(listed, check_filenames(filenames, len(listed)), strict=True))


def check_filenames(filenames: Sequence[str | None] | None, count: int) -> list[str | None]:
    """One name for each file, or None in its place.

    Raises:
        ValidationError: no list, or another number of names.
    """
    if filenames is None:
        return [None] * count
    if isinstance(filenames, str | bytes | bytearray | memoryview) or not isinstance(filenames, Sequence):
        raise ValidationError(f"filenames: {shown(filenames)} is not a list. Pass [name, ...].", field="filenames")
    if len(filenames) != count:
        raise ValidationError(
            f"filenames: {len(filenames)} for {count} files. Pass one for each, or None in its place.",
            field="filenames",
        )
    return list(filenames)


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


def _refuse_shared_files(field: str, sources: Sequence[object]) -> None:
    """Raise ValidationError for a file object that stands there twice: two requests would move it about."""
    seen: dict[int, int] = {}
    for number, source in enumerate(sources):
        if hasattr(source, "read") and seen.setdefault(id(source), number) != number:
            raise ValidationError(
                f"{field}: number {number} is the same file object as number {seen[id(source)]}. Open it twice.",
                field=field,
            )


def _refuse_shared_pipe(
    field: str, source: FileSource, sources: Sequence[tuple[FileSource, str | None]], opened: Sequence[File]
) -> None:
    """Within one request a file may stand twice, if it can go back."""
    for number, ((earlier, _), file) in enumerate(zip(sources, opened, strict=False)):
        if earlier is source and not file.payload.seekable():
            raise ValidationError(
                f"{field}: number {len(opened)} is the same pipe as number {number}. Name it once.", field=field
            )


def _prepare(
    field: str, stream: BinaryIO, kind: FileKind, filename: str | None, own: str | None, progress: Progress | None
) -> File:
    label = last_part(filename or own or "") or kind.word
    span = span_of(stream)
    begun = check_stream(field, stream, label)
    if begun and span:
        go_to(stream, label, span.start)
    given = _given_name(field, kind, filename, own)
    # An empty pipe is found out by its head; what was read of it is sent first.
    head = _head(field, stream, label, span, begun) if span is None or given is None else b""
    _check_size(field, label, span, head, kind.most)
    name = given or _made_up_name(field, kind, head)
    reader = UploadReader(stream, name, span, most=kind.most, progress=progress, head=b"" if span else head)
    return File(reader, name, kind.media_type(name))  # type: ignore[arg-type]  # RawIOBase is a BinaryIO in all that is used


def _given_name(field: str, kind: FileKind, filename: str | None, own: str | None) -> str | None:
    """The name that was given, else the file's own; None if the content is to tell."""
    path = filename or own
    if not path:
        if kind.has_signatures:
            return None
        raise ValidationError(
            f"filename: the source has no name of its own. Pass filename={kind.example!r}.", field="filename"
        )
    name = non_empty("filename", last_part(path))
    if kind.media_type(name) is None:
        where = field if filename is None else "filename"
        raise MediaError(f"{where}: {_no_media_type(name, kind)}", field=where)
    return name


def _no_media_type(name: str, kind: FileKind) -> str:
    if kind.refuses_others:
        return f"{name!r} has an extension the service refuses. It takes {kind.extensions}."
    return f"{name!r} is not named like a {kind.word}. Pass filename={kind.example!r}."


def _made_up_name(field: str, kind: FileKind, head: bytes) -> str:
    extension = kind.extension(head)
    if extension is None:
        raise MediaError(
            f"{field}: no format that the service takes ({kind.extensions}). Give the file a name if it is one.",
            field=field,
        )
    return f"{kind.word}{extension}"


def _check_size(field: str, label: str, span: Span | None, head: bytes, most: int | None) -> None:
    if not (span.size if span else head):
        raise MediaError(f"{field}: {label!r} is empty from where it stands. Pass a file with content.", field=field)
    if span and most is not None and span.size > most:
        raise MediaError(f"{field}: {label!r} has {span.size} bytes; the service takes at most {most}.", field=field)


def _head(field: str, stream: BinaryIO, label: str, span: Span | None, begun: bytes) -> bytes:
    """The first bytes; a file that can go back stands before them again."""
    wanted, head = (_HEAD, begun) if span is None else (LONGEST_SIGNATURE, b"")
    try:
        # Pipes give what has come so far.
        while len(head) < LONGEST_SIGNATURE and (piece := read_bytes(stream, label, wanted)):
            head += piece
        if span:
            go_to(stream, label, span.start)
    except LocalFileError as error:
        raise ValidationError(f"{field}: {error.message} Pass a file that can be read.", field=field) from error
    return head
