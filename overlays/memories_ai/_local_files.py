"""Files on this machine, whatever they are sent as: opened, checked, measured and read. Errors name the argument."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO

from ._errors import MemoriesError, ValidationError


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


def check_stream(field: str, stream: BinaryIO, name: str) -> None:
    """Refuse what does not give bytes: text, closed or asynchronous files, files open for writing."""
    try:
        nothing: object = stream.read(0)
    except Exception as error:
        raise ValidationError(
            f"{field}: {name!r} cannot be read: {error}. Open it with mode 'rb'.", field=field
        ) from error
    if isinstance(nothing, bytes | bytearray | memoryview | None):
        return
    if hasattr(nothing, "close"):
        nothing.close()  # a coroutine, which would complain that nobody waits for it
    raise ValidationError(f"{field}: {name!r} gives no bytes when read. Open it with mode 'rb'.", field=field)


def as_bytes(field: str, source: bytes | bytearray | memoryview) -> bytes:
    """Bytes that were passed, whatever holds them."""
    try:
        return bytes(source)
    except ValueError as error:  # a view that was released
        raise ValidationError(f"{field}: these bytes cannot be read: {error}. Pass others.", field=field) from None


def name_of(stream: BinaryIO) -> str | None:
    """The name of a file object, if it has one."""
    name: object = getattr(stream, "name", None)
    if isinstance(name, bytes):
        return os.fsdecode(name)
    # Files that were opened by a number have that for a name.
    return name if isinstance(name, str) else None


def remaining(stream: BinaryIO) -> int | None:
    """Bytes from here to the end, or None where the file cannot tell."""
    try:
        start = stream.tell()
        stream.seek(0, os.SEEK_END)
        end = stream.tell()  # not all that seek say where they are then
        stream.seek(start)
        return end - start
    except Exception:  # as with reading
        return None


def read_bytes(stream: BinaryIO, name: str, size: int) -> bytes:
    """Bytes of a file object, whose own errors may be of any kind."""
    try:
        data: object = stream.read(size)
    except Exception as error:
        raise MemoriesError(f"Cannot read {name!r}: {error}.") from error
    if isinstance(data, bytes | bytearray | memoryview):
        content = bytes(data)
        if 0 <= size < len(content):
            raise MemoriesError(f"Cannot read {name!r}: it gave {len(content)} bytes where {size} were asked for.")
        return content
    raise MemoriesError(f"Cannot read {name!r}: it gave {type(data).__name__}, not bytes.")


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
