"""Files that are received: complete or not at all, and gone on with only where that is certain."""

from __future__ import annotations

import hashlib
import json
import os
import re
import secrets
import stat
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, BinaryIO, Final, Self

import attrs

from ._disk import DiskFile
from ._errors import APIError, LocalFileError, NotFoundError, ProtocolError, ValidationError
from ._file_names import name_in, safe_name, shorten
from ._http import httpx
from ._ranges import Version
from ._uploads import Progress, check_progress
from ._validation import flag, shown

if TYPE_CHECKING:
    from memories_ai_generated.operations import Operation

_PIECE: Final = 1024 * 1024
_NO_SUCH_RANGE: Final = 416
# In front of the rest of a hidden name.
_LONGEST_READABLE: Final = 80


class DownloadTarget:
    """Where a file goes: to a path, or into a folder under a name that may have to be learnt from the answer."""

    def __init__(self, path: str | os.PathLike[str], name: str | None, *, otherwise: str = "", overwrite: bool) -> None:
        """Check what can be checked before anything is sent.

        Args:
            name: in a folder; None: the one that the service gives.
            otherwise: if it gives none; a path of whatever kind.

        Raises:
            ValidationError: the target exists (and overwrite is not set), or cannot be.
        """
        self._overwrite = flag("overwrite", overwrite)
        self.otherwise = safe_name(otherwise)
        given = _checked_path(path)
        if _mode(given) == stat.S_IFDIR:
            self.folder, self.name = given, name
        else:
            self.folder, self.name = given.parent, given.name
            self._check_folder(os.fspath(path))
        self._refuse_existing()

    @property
    def path(self) -> Path:
        if self.name is None:
            raise RuntimeError("The name has not been learnt.")
        return self.folder / self.name

    def learn(self, headers: httpx.Headers) -> None:
        """Take the name from an answer, if there is none yet.

        Raises:
            ValidationError: a file of that name exists, and overwrite is not set.
        """
        if self.name is None:
            self.name = safe_name(name_in(headers.get("content-disposition")) or "", self.otherwise)
            self._refuse_existing()

    def publish(self, part: Path) -> None:
        """Give a complete file its name."""
        if self._overwrite:
            part.replace(self.path)
            return
        try:
            os.link(part, self.path)  # fails if a file appeared meanwhile, unlike a rename
        except FileExistsError:
            raise ValidationError(
                f"path: {str(self.path)!r} appeared during the download. Nothing was replaced.", field="path"
            ) from None
        except OSError:
            part.rename(self.path)  # a file system without hard links

    def _check_folder(self, given: str) -> None:
        if _mode(self.folder) != stat.S_IFDIR or given.endswith(("/", os.sep)):
            folder = self.folder if _mode(self.folder) != stat.S_IFDIR else given
            raise ValidationError(f"path: the folder {str(folder)!r} does not exist. Create it first.", field="path")

    def _refuse_existing(self) -> None:
        mode = None if self.name is None else _mode(self.path)
        if mode is None:
            return
        if mode not in {stat.S_IFREG, stat.S_IFLNK}:
            raise ValidationError(f"path: {str(self.path)!r} is not a file. Name another one.", field="path")
        if not self._overwrite:
            raise ValidationError(f"path: {str(self.path)!r} exists. Pass overwrite=True to replace it.", field="path")


@attrs.frozen
class DownloadOptions:
    """How a file is received."""

    resume: bool
    algorithm: str | None
    progress: Progress | None


def download_options(resume: bool, algorithm: str | None, progress: Progress | None) -> DownloadOptions:
    """Check each.

    Raises:
        ValidationError: one that cannot be right.
    """
    check_progress(progress)
    return DownloadOptions(bool(flag("resume", resume)), check_algorithm(algorithm), progress)


class PartFile:
    """Bytes on their way to their name, under a name of their own that nobody else uses.

    A `with` block. If it ends before `publish`, nothing is left behind, unless there is a request by which a later
    call may know what it is, and a version to go on with: then the bytes are kept, and beside them what they are.

    Attributes:
        size: bytes so far.
        version: what they are a part of; None if they cannot be gone on with.

    Raises (from all methods):
        LocalFileError: the disk refuses.
    """

    def __init__(self, target: DownloadTarget, request: str | None, algorithm: str | None) -> None:
        """Create nothing yet.

        Args:
            request: what names the object for good; None: nothing is kept, nor taken over.
            algorithm: of a hash that is computed on the way; see `check_algorithm`.
        """
        self._target, self._request, self._algorithm = target, request, algorithm
        self._path = target.folder / f".{secrets.token_hex(8)}.part"
        name = shorten(safe_name(target.name or target.otherwise), _LONGEST_READABLE)
        digest = hashlib.sha256((request or "").encode()).hexdigest()[:16]
        self._kept = target.folder / f".{name}.{digest}.part"
        self._about = self._kept.with_name(f"{self._kept.name}.json")
        self.size = 0
        self.version: Version | None = None
        self._hash = new_hash(algorithm)

    def __enter__(self) -> Self:
        try:
            self._file = DiskFile(self._taken_over() or self._path.open("xb"))
        except OSError as error:
            raise self._refused(error) from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._request and self.version and self.size and not _spoils(error):
            # What cannot be kept is no second failure.
            with suppress(OSError, ValueError):
                self._keep()
        with suppress(OSError):
            self._file.close()
        with suppress(OSError):
            self._path.unlink(missing_ok=True)

    @property
    def digest(self) -> str | None:
        """Algorithm and hexadecimal digest of the bytes, such as "sha256:9f86d0..."."""
        return f"{self._algorithm}:{self._hash.hexdigest()}" if self._hash else None

    def write(self, data: bytes) -> None:
        try:
            self._file.write(data)
        except OSError as error:
            raise self._refused(error) from error
        self.size += len(data)
        if self._hash:
            self._hash.update(data)

    def restart(self, version: Version | None) -> None:
        """Begin anew, with another version."""
        try:
            self._file.restart()
        except OSError as error:
            raise self._refused(error) from error
        self.size, self.version, self._hash = 0, version, new_hash(self._algorithm)

    def publish(self) -> None:
        """Let the file appear under its name, safe on the disk."""
        try:
            self._file.complete()
            self._target.publish(self._path)
        except OSError as error:
            raise self._refused(error) from error
        self.version = None  # nothing is to be kept any more

    def _taken_over(self) -> BinaryIO | None:
        """What an earlier call kept, if it is for certain what it is said to be."""
        if self._request is None:
            return None
        try:
            # From here on it is nobody else's: of two downloads of the same object one finds it.
            self._kept.rename(self._path)
            return self._continued(json.loads(self._about.read_text(encoding="utf-8")))
        except (OSError, ValueError, KeyError, TypeError):
            self._path.unlink(missing_ok=True)
            return None
        finally:
            self._about.unlink(missing_ok=True)

    def _continued(self, about: dict[str, Any]) -> BinaryIO:
        """The bytes that were kept, to be written on."""
        status = self._path.stat()
        if about["request"] != self._request or about["state"] != [status.st_size, status.st_mtime_ns]:
            raise ValueError("bytes and description do not belong together")
        version = Version(validator=about["validator"], length=about["length"])
        name = safe_name(about["name"])
        file = self._path.open("r+b")
        self._hash_all(file)
        file.seek(0, os.SEEK_END)
        # The rest may come without the name that the first answer gave.
        self.size, self.version, self._target.otherwise = status.st_size, version, name
        return file

    def _keep(self) -> None:
        self._file.complete()
        status = self._path.stat()
        if self.version is None or status.st_size != self.size:
            raise ValueError("not all bytes have reached the disk")
        about = {
            "request": self._request,
            "name": self._target.name or self._target.otherwise,
            "validator": self.version.validator,
            "length": self.version.length,
            # Pairs both files, and tells if somebody has changed the bytes.
            "state": [status.st_size, status.st_mtime_ns],
        }
        self._about.write_text(json.dumps(about), encoding="utf-8")
        self._path.replace(self._kept)

    def _hash_all(self, file: BinaryIO) -> None:
        while self._hash and (piece := file.read(_PIECE)):
            self._hash.update(piece)

    def _refused(self, error: OSError) -> LocalFileError:
        where = self._target.path if self._target.name else self._target.folder
        return LocalFileError(f"Cannot write {str(where)!r}: {error.strerror or error}")


def request_name(address: str, operation: Operation, arguments: Mapping[str, Any]) -> str:
    """What names the object of a request for good: address, operation and arguments; no key."""
    return json.dumps([address, operation.id, arguments.get("json"), arguments.get("params")], sort_keys=True)


def video_name(video_no: str) -> str:
    """A name for the file of a video. Nothing in the id may lead out of the folder."""
    return safe_name(f"{re.sub(r'[^A-Za-z0-9_-]', '_', video_no)}.mp4")


def new_hash(algorithm: str | None) -> hashlib._Hash | None:
    """Raises ValueError for an unknown algorithm."""
    return None if algorithm is None else hashlib.new(algorithm, usedforsecurity=False)


def check_algorithm(name: str | None) -> str | None:
    """The name of a hash of fixed length that `hashlib` knows."""
    try:
        hasher = new_hash(name)
    except (ValueError, TypeError):
        hasher = None
    if name is not None and (hasher is None or not hasher.digest_size):
        raise ValidationError(
            f"hash: {shown(name)} is not an algorithm of hashlib with a fixed length. Pass 'sha256'.",
            field="hash",
        )
    return name


def _spoils(error: BaseException | None) -> bool:
    """Whether an error says that the bytes so far are not to be gone on with."""
    no_range = isinstance(error, APIError) and error.status == _NO_SUCH_RANGE
    return no_range or isinstance(error, ProtocolError | NotFoundError | ValidationError)


def _checked_path(path: str | os.PathLike[str]) -> Path:
    text = os.fspath(path) if isinstance(path, str | os.PathLike) else None
    if not isinstance(text, str) or not text or "\0" in text:
        raise ValidationError(f"path: {shown(path)} is not a path of text. Pass a file or a folder.", field="path")
    return Path(text)


def _mode(path: Path) -> int | None:
    """What stands at a path: a kind of file (links are not followed, but to folders), or None for nothing."""
    try:
        return stat.S_IFDIR if path.is_dir() else stat.S_IFMT(path.lstat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise ValidationError(f"path: {str(path)!r} cannot be written: {reason}. Name another.", field="path") from None
