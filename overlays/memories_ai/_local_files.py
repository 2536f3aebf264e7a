"""Files on this machine, whatever they are sent as: opened, checked, measured and read. Errors name the argument."""

from __future__ import annotations

import io
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NamedTuple

from ._errors import LocalFileError, ValidationError

FileSource = str | os.PathLike[str] | bytes | bytearray | memoryview | BinaryIO


class Span(NamedTuple):
    """Where a file stands, and where it ends."""

    start: int
    end: int

    @property
    def size(self) -> int:
        return self.end - self.start


@contextmanager
def open_source(field: str, source: FileSource) -> Iterator[tuple[BinaryIO, str | None]]:
    """A file with the name of its own, if it has one. A path is closed at the end, a file object is not.

    Raises:
        ValidationError: no such file, one that cannot be read, or no file at all.
    """
    if isinstance(source, bytes | bytearray | memoryview):
        yield io.BytesIO(copy_of(field, source)), None
    elif isinstance(source, str | os.PathLike):
        with open_path(field, source) as stream:
            yield stream, os.fspath(source)
    elif hasattr(source, "read"):
        yield source, name_of(source)
    else:
        kind = type(source).__name__
        remedy = "Pass its items, each by itself." if isinstance(source, list | tuple) else "Pass one of these."
        raise ValidationError(f"{field}: {kind} is neither path, bytes nor binary file. {remedy}", field=field)


def copy_of(field: str, source: bytes | bytearray | memoryview) -> bytes:
    """The same bytes, which nobody changes."""
    try:
        return bytes(source)
    except ValueError as error:  # a view that was released
        raise ValidationError(f"{field}: these bytes cannot be read: {error}. Pass others.", field=field) from None


def open_path(field: str, source: str | os.PathLike[str]) -> BinaryIO:
    """Open a file; it is the caller's to close.

    Raises:
        ValidationError: no such file, or one that cannot be read.
    """
    path = _checked_path(field, source)
    try:
        return path.open("rb", buffering=0)  # it is read in large pieces
    except OSError as error:
        reason = error.strerror or error
        raise ValidationError(
            f"{field}: {str(path)!r} cannot be read: {reason}. Check its permissions.", field=field
        ) from error


def check_stream(field: str, stream: BinaryIO, name: str) -> bytes:
    """Refuse what does not give bytes: text, closed or asynchronous files, files open for writing.

    Returns:
        Nothing, but of streams that give what they have however little they are asked for.
    """
    try:
        nothing: object = stream.read(0)
    except Exception as error:
        raise ValidationError(
            f"{field}: {name!r} cannot be read: {error}. Open it with mode 'rb'.", field=field
        ) from error
    if isinstance(nothing, bytes | bytearray | memoryview | None):
        return bytes(nothing or b"")
    if hasattr(nothing, "close"):
        nothing.close()  # a coroutine, which would complain that nobody waits for it
    raise ValidationError(f"{field}: {name!r} gives no bytes when read. Open it with mode 'rb'.", field=field)


def name_of(stream: BinaryIO) -> str | None:
    """The name of a file object, if it has one."""
    try:
        name: object = getattr(stream, "name", None)
    except Exception:  # a property of somebody else's class
        return None
    if isinstance(name, bytes):
        return os.fsdecode(name)
    # Files that were opened by a number have that for a name.
    return name if isinstance(name, str) else None


def span_of(stream: BinaryIO) -> Span | None:
    """The part from here to the end, or None where the file cannot tell."""
    try:
        start: object = stream.tell()
        if not isinstance(start, int):
            return None
        stream.seek(0, os.SEEK_END)
        end: object = stream.tell()  # not all that seek say where they are then
        stream.seek(start)
    except Exception:  # of any kind, as with reading
        return None
    return Span(start, max(start, end)) if isinstance(end, int) else None  # a file may stand behind its end


def read_bytes(stream: BinaryIO, name: str, size: int) -> bytes:
    """Bytes of a file object, whose own errors may be of any kind.

    Raises:
        LocalFileError: it gives none.
    """
    try:
        data: object = stream.read(size)
    except Exception as error:
        raise LocalFileError(f"Cannot read {name!r}: {error}.") from error
    if isinstance(data, bytes):
        return data
    if isinstance(data, bytearray | memoryview):
        return bytes(data)
    raise LocalFileError(f"Cannot read {name!r}: it gave {type(data).__name__}, not bytes.")


def go_to(stream: BinaryIO, name: str, position: int) -> None:
    """Read from there on.

    Raises:
        LocalFileError: the file cannot go there.
    """
    try:
        stream.seek(position)
    except Exception as error:  # as with reading
        raise LocalFileError(f"Cannot read {name!r} again: {error}.") from error


def _checked_path(field: str, source: str | os.PathLike[str]) -> Path:
    """The path of a file, if it is one that can be read."""
    text = os.fspath(source)
    if not isinstance(text, str):
        raise ValidationError(f"{field}: {text!r} is a path of bytes. Pass os.fsdecode(path).", field=field)
    path = Path(text)
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        raise ValidationError(_no_path(field, text, error), field=field) from None
    if not stat.S_ISREG(mode):
        what = "a folder" if stat.S_ISDIR(mode) else "a pipe or a device"
        raise ValidationError(f"{field}: {text!r} is {what}, not a file. Pass the path of one.", field=field)
    return path


def _no_path(field: str, text: str, error: OSError | ValueError) -> str:
    if "://" in text:
        return f"{field}: {text!r} is no address that the service fetches. Pass one with http:// or https://."
    if text.startswith("~"):
        return f"{field}: {text!r} does not exist; ~ is not expanded. Pass Path(...).expanduser()."
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return f"{field}: {text!r} does not exist. Check the path (now in {str(Path.cwd())!r})."
    reason = error.strerror if isinstance(error, OSError) else error
    return f"{field}: {text!r} cannot be a file: {reason}. Check the path."
