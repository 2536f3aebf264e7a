"""Files that are received: under safe names, complete or not at all, to be gone on with where that is certain."""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from ._errors import MemoriesError, ValidationError


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
