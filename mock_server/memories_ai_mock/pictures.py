"""What pictures look like, in a few bytes each, and how alike two of them are."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy
import PIL.Image

if TYPE_CHECKING:
    import av
    from numpy.typing import NDArray

SIDE = 16
STEP_SECONDS = 1.0
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP")


class PictureError(Exception):
    """The file is no picture that can be used; the message says why."""


def fingerprint(image: PIL.Image.Image) -> bytes:
    """The mean colours of a picture's parts."""
    return image.convert("RGB").resize((SIDE, SIDE), PIL.Image.Resampling.BOX).tobytes()


def fingerprint_of_frame(frame: av.VideoFrame) -> bytes:
    """The same of a video's frame."""
    return fingerprint(PIL.Image.fromarray(frame.to_ndarray(format="rgb24")))


class FrameSampler:
    """Keeps one frame a second."""

    def __init__(self) -> None:
        self.frames: list[tuple[float, bytes]] = []

    def add(self, seconds: float | None, frame: av.VideoFrame) -> None:
        """Look at a frame; one without a time is taken for the next second."""
        last = self.frames[-1][0] if self.frames else -STEP_SECONDS
        moment = last + STEP_SECONDS if seconds is None else seconds
        if moment >= last + STEP_SECONDS:
            self.frames.append((moment, fingerprint_of_frame(frame)))


def similarities(query: bytes, fingerprints: Sequence[bytes]) -> NDArray[numpy.float64]:
    """How alike a picture is to each of others: 1 is the same, 0 the opposite."""
    others = numpy.frombuffer(b"".join(fingerprints), numpy.uint8).reshape(len(fingerprints), -1)
    differences = numpy.abs(others.astype(numpy.int16) - numpy.frombuffer(query, numpy.uint8))
    scores: NDArray[numpy.float64] = 1.0 - differences.mean(axis=1, dtype=numpy.float64) / 255.0
    return scores


def open_image(path: Path) -> PIL.Image.Image:
    """A picture file of a usual format.

    Raises:
        PictureError: it is none.
    """
    try:
        with PIL.Image.open(path, formats=FORMATS) as image:
            return image.convert("RGB")
    except (OSError, ValueError, SyntaxError, PIL.Image.DecompressionBombError) as error:
        raise PictureError(f"the file cannot be read as {', '.join(FORMATS)} ({error})") from error


def thumbnail(image: PIL.Image.Image, width: int = 160) -> bytes:
    """A picture of at most this width, as JPEG."""
    small = image.convert("RGB")
    small.thumbnail((width, width * 4))
    buffer = io.BytesIO()
    small.save(buffer, "JPEG")
    return buffer.getvalue()
