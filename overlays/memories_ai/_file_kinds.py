"""Which files the service takes where: under which names, how large, and how they begin."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import attrs

# How files of these formats begin; the size of a WebP file stands between its two marks.
_SIGNATURES: Final = {
    ".jpg": re.compile(rb"\xff\xd8\xff"),
    ".png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    ".gif": re.compile(rb"GIF8"),
    ".bmp": re.compile(rb"BM"),
    ".webp": re.compile(rb"RIFF.{4}WEBP", re.DOTALL),
}
LONGEST_SIGNATURE: Final = 12


@attrs.frozen
class FileKind:
    """What the service takes in one place.

    Attributes:
        word: what such a file is called, also under a name that is made up.
        media_types: by the extension of the name, in lower case.
        most: bytes; None where no source says.
        has_signatures: whether files without a name are known by their first bytes.
        refuses_others: whether the service is documented to refuse all others; else they only need such a name.
    """

    word: str
    media_types: Mapping[str, str]
    most: int | None = None
    has_signatures: bool = False
    refuses_others: bool = True

    @property
    def extensions(self) -> str:
        return " ".join(self.media_types)

    @property
    def example(self) -> str:
        """A name that such a file may have."""
        return f"{self.word}{next(iter(self.media_types))}"

    def media_type(self, name: str) -> str | None:
        """What a file of this name is sent as; None: the service does not take it."""
        return self.media_types.get(Path(name).suffix.lower())

    def extension(self, head: bytes) -> str | None:
        """Of a file that begins so, if the service takes it."""
        known = (extension for extension, signature in _SIGNATURES.items() if signature.match(head))
        return next((extension for extension in known if extension in self.media_types), None)


VIDEO: Final = FileKind(
    "video",
    {".mp4": "video/mp4", ".avi": "video/x-msvideo", ".mkv": "video/x-matroska", ".mov": "video/quicktime"},
    most=3 * 1024**3,
)
# v1.1 and v1.0: no source names a limit, and one page accepts whatever FFmpeg reads. A fixed table: that of the system
# says something else on each.
OLD_VIDEO: Final = FileKind(
    "video",
    {
        **VIDEO.media_types,
        ".m4v": "video/x-m4v",
        ".webm": "video/webm",
        ".flv": "video/x-flv",
        ".wmv": "video/x-ms-wmv",
        ".mpg": "video/mpeg",
        ".mpeg": "video/mpeg",
        ".ts": "video/mp2t",
        ".mts": "video/mp2t",
        ".m2ts": "video/mp2t",
        ".3gp": "video/3gpp",
        ".ogv": "video/ogg",
        ".vob": "video/mpeg",
    },
    refuses_others=False,
)
CAPTION_VIDEO: Final = attrs.evolve(OLD_VIDEO, most=8 * 1024**3)
IMAGE: Final = FileKind(
    "image",
    {
        ".jpg": "image/jpeg",
        ".jpeg": "image/jpeg",
        ".png": "image/png",
        ".gif": "image/gif",
        ".bmp": "image/bmp",
        ".webp": "image/webp",
    },
    most=20 * 1024**2,
    has_signatures=True,
)
CAPTION_IMAGE: Final = FileKind(
    "image",
    {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"},
    has_signatures=True,
)
