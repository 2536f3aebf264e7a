"""Compares pictures: stills and frames of videos, by small fingerprints. It sees copies, not meanings.

Takes a tenth of a second to import (NumPy, Pillow): import it where it is needed.
"""

from __future__ import annotations

import io
import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np
from av.video.reformatter import Interpolation
from numpy.typing import NDArray
from PIL import Image, ImageOps, UnidentifiedImageError

# A picture is averaged down to this many cells a side; its two colour planes to fewer, as the eye and JPEG do.
CELLS = 48
COLOUR_CELLS = 8
LUMA_BYTES = CELLS * CELLS
FINGERPRINT_BYTES = LUMA_BYTES + 2 * COLOUR_CELLS * COLOUR_CELLS

FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP")
MAX_PIXELS = 50_000_000
THUMBNAIL_QUALITY = 80
# Of a picture that is higher than wide, a thumbnail is at most this many times as high as its width.
MAX_THUMBNAIL_RATIO = 4

# Frames a video keeps at most: 7 MB of fingerprints, and every frame of 100 seconds with 30 a second.
MAX_FRAMES = 3_000
KEEP_SECONDS = 1.0
# Root of the mean square, and of any one cell, in grey levels. Compression alone mostly stays below.
NOTICEABLE_DIFFERENCE = 0.4
NOTICEABLE_CELL_DIFFERENCE = 3
FIRST_GAP_SECONDS = 1 / 64
# Between frames that carry no time.
ASSUMED_FRAME_SECONDS = 1 / 25

# How much of a difference counts that a change of brightness or contrast explains.
BRIGHTNESS_SHARE = 0.25
CONTRAST_CHANGES = (-0.3, 0.5)
# Distance at which a score is one half: this many grey levels, and a share of the contrast of the picture searched for.
HALF_LEVELS = 2.0
HALF_SHARE = 0.2
MOMENT_SECONDS = 2.0
# By how much the squared distance of alike frames differs.
ALIKE_FACTOR, ALIKE_MARGIN = 1.2, 0.003
# So few at a time stay in the processor's cache: twice as fast as thousands.
CHUNK = 64

# ITU-R BT.601, full range, as in JPEG files.
_YCBCR = np.array([[0.299, 0.587, 0.114], [-0.168736, -0.331264, 0.5], [0.5, -0.418688, -0.081312]], dtype=np.float32).T
# Without the other flags swscale gives half the columns of the colours, and rounds unevenly.
_SCALING = (
    Interpolation.BILINEAR | Interpolation.FULL_CHR_H_INT | Interpolation.FULL_CHR_H_INP | Interpolation.ACCURATE_RND
)


class PictureError(Exception):
    """The file is no picture that can be used; the message says why."""


def open_image(path: Path) -> Image.Image:
    """The picture in a file that anybody may have made: RGB, upright as its EXIF data says, transparency on white.
    Of an animation the first picture.

    Raises:
        PictureError: it is not one of `FORMATS`, has more than MAX_PIXELS pixels, or is damaged or truncated.
        OSError: the file cannot be opened.
    """
    with path.open("rb") as file:
        try:
            # Reads the header only.
            image = Image.open(file, formats=FORMATS)
            _check_size(image)
            return _upright_rgb(image)
        except PictureError:
            raise
        except UnidentifiedImageError as error:
            raise PictureError(f"The file is not a picture in one of the formats {', '.join(FORMATS)}.") from error
        except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
            raise PictureError(f"The picture is too large; {MAX_PIXELS} pixels are accepted.") from error
        except Exception as error:
            # Pillow's decoders raise nearly anything when a file is damaged.
            raise PictureError(f"The picture is damaged or truncated ({error or type(error).__name__}).") from error


def _check_size(image: Image.Image) -> None:
    if image.width * image.height > MAX_PIXELS:
        size = f"{image.width}x{image.height}"
        raise PictureError(f"The picture is too large ({size}); {MAX_PIXELS} pixels are accepted.")


def _upright_rgb(image: Image.Image) -> Image.Image:
    image.load()
    image = ImageOps.exif_transpose(image)
    if image.mode.startswith("I"):
        # 16 bits a pixel, which Pillow would cut off at 255.
        image = Image.fromarray((np.asarray(image).clip(0, 65_535) // 256).astype(np.uint8))
    if not image.has_transparency_data:
        return image.convert("RGB")
    image = image.convert("RGBA")
    on_white = Image.new("RGB", image.size, "white")
    on_white.paste(image, mask=image.getchannel("A"))
    return on_white


def thumbnail(image: Image.Image, width: int = 160) -> bytes:
    """A small copy as a JPEG file, `width` pixels wide, less if the picture has less or is very high."""
    small = image.convert("RGB")
    small.thumbnail((width, width * MAX_THUMBNAIL_RATIO))
    file = io.BytesIO()
    small.save(file, "JPEG", quality=THUMBNAIL_QUALITY)
    return file.getvalue()


def fingerprint(image: Image.Image) -> bytes:
    """FINGERPRINT_BYTES bytes that similar pictures of any size have nearly in common: brightness in CELLS x CELLS
    cells, then blue and red differences in COLOUR_CELLS x COLOUR_CELLS cells each."""
    cells = image.convert("RGB").resize((CELLS, CELLS), Image.Resampling.BILINEAR)
    return _packed(np.asarray(cells))


def fingerprint_of_frame(frame: av.VideoFrame) -> bytes:
    """The same for a frame of a video, as its file says it is to be shown (colours, rotation)."""
    plane = frame.reformat(width=CELLS, height=CELLS, format="rgb24", interpolation=_SCALING, threads=1).planes[0]
    lines = np.frombuffer(bytes(plane), np.uint8).reshape(-1, plane.line_size)
    cells = lines[:CELLS, : 3 * CELLS].reshape(CELLS, CELLS, 3)
    return _packed(np.rot90(cells, frame.rotation // 90))


def _packed(cells: NDArray[np.uint8]) -> bytes:
    """A fingerprint from CELLS x CELLS x RGB."""
    planes = cells.reshape(-1, 3) @ _YCBCR
    side = CELLS // COLOUR_CELLS
    colours = planes[:, 1:].reshape(COLOUR_CELLS, side, COLOUR_CELLS, side, 2).mean(axis=(1, 3)) + 128
    values = np.concatenate((planes[:, 0], colours[..., 0].ravel(), colours[..., 1].ravel()))
    return (values + 0.5).clip(0, 255).astype(np.uint8).tobytes()


class FrameSampler:
    """Chooses the frames of a video that make it findable.

    Attributes:
        frames: Seconds and fingerprint of each, in the order of the video; never more than MAX_FRAMES.
    """

    def __init__(self) -> None:
        self.frames: list[tuple[float, bytes]] = []
        self._seen = -ASSUMED_FRAME_SECONDS
        self._gap = 0.0
        self._last: NDArray[np.int16] = np.empty(0, np.int16)

    def add(self, seconds: float | None, frame: av.VideoFrame) -> None:
        """Look at the next frame, and keep it if it differs noticeably from the last kept one, or that is a second
        older. A video with too many such frames keeps fewer of them, evenly spaced in time.

        Args:
            seconds: Time of the frame within its video; None: unknown, taken for the time that follows.
        """
        if seconds is None or not math.isfinite(seconds):
            seconds = self._seen + ASSUMED_FRAME_SECONDS
        self._seen = seconds
        if self.frames and abs(seconds - self.frames[-1][0]) < self._gap:
            return
        found = fingerprint_of_frame(frame)
        values = np.frombuffer(found, np.uint8).astype(np.int16)
        if self._is_wanted(seconds, values):
            self.frames.append((seconds, found))
            self._last = values
            self._thin_out()

    def _is_wanted(self, seconds: float, values: NDArray[np.int16]) -> bool:
        if not self.frames or abs(seconds - self.frames[-1][0]) >= KEEP_SECONDS:
            return True
        difference = np.abs(values - self._last)
        if difference.max() >= NOTICEABLE_CELL_DIFFERENCE:
            return True
        # So small that their sum of squares fits.
        return int(difference @ difference) > FINGERPRINT_BYTES * NOTICEABLE_DIFFERENCE**2

    def _thin_out(self) -> None:
        while len(self.frames) > MAX_FRAMES:
            self._gap = 2 * self._gap or FIRST_GAP_SECONDS
            self.frames = _spaced(self.frames, self._gap)


def _spaced(frames: list[tuple[float, bytes]], gap: float) -> list[tuple[float, bytes]]:
    spaced = frames[:1]
    for frame in frames:
        if abs(frame[0] - spaced[-1][0]) >= gap:
            spaced.append(frame)
    return spaced


def similarities(query: bytes, fingerprints: Sequence[bytes]) -> NDArray[np.float64]:
    """How much each picture looks like the one searched for, by their fingerprints.

    A score compares pictures cell by cell. 1: no difference at all. Above 0.9: as good as certainly the same picture,
    scaled or compressed again. Around 0.5: the same picture changed, or one that resembles it, as frames of one scene
    do. Below 0.2: another picture. What a change of brightness or contrast explains counts for little. The less
    contrast the picture searched for has, the smaller the differences that matter; so scores of one search can be
    compared with each other, and those of different searches only roughly.

    Returns:
        A score from 0 to 1 for each of `fingerprints`, in their order.
    """
    wanted = _weighted(np.frombuffer(query, np.uint8)[np.newaxis])
    half = HALF_LEVELS + HALF_SHARE * _contrast(wanted)
    scores = np.empty(len(fingerprints))
    for start in range(0, len(fingerprints), CHUNK):
        chunk = fingerprints[start : start + CHUNK]
        found = np.frombuffer(b"".join(chunk), np.uint8).reshape(len(chunk), FINGERPRINT_BYTES)
        squares = _squared_distances(wanted, found)
        scores[start : start + CHUNK] = 1 / (1 + squares / half**2)
    return scores


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch of a video that looks alike: first, best and last second, and the best score within it. Where nothing
    moves, the best second is the middle."""

    start: float
    seconds: float
    end: float
    score: float


def best_moments(seconds: Sequence[float], scores: NDArray[np.float64], limit: int) -> list[Moment]:
    """Where one video looks most like the picture searched for, best first; moments are MOMENT_SECONDS apart at least.

    Args:
        seconds: Times of the video's frames, ascending.
        scores: Theirs, from `similarities`.
    """
    left = scores.copy()
    moments: list[Moment] = []
    while len(moments) < limit and left.any():
        best = int(left.argmax())
        first, last = _alike(left, best)
        start, end = seconds[first], seconds[last]
        moments.append(Moment(start, (start + end) / 2, end, float(left[best])))
        near = slice(bisect_left(seconds, start - MOMENT_SECONDS), bisect_right(seconds, end + MOMENT_SECONDS))
        left[near] = left[first : last + 1] = 0
    return moments


def _alike(scores: NDArray[np.float64], best: int) -> tuple[int, int]:
    """The first and the last of the frames around the best one that are hardly worse."""
    least = 1 / (1 + ALIKE_FACTOR * (1 / scores[best] - 1) + ALIKE_MARGIN)
    worse = np.flatnonzero(scores < least)
    after = int(np.searchsorted(worse, best))
    first = int(worse[after - 1]) + 1 if after else 0
    last = int(worse[after]) - 1 if after < worse.size else scores.size - 1
    return first, last


# A cell of a colour covers more of the picture than one of brightness.
_COLOUR_WEIGHT = np.float32(CELLS / COLOUR_CELLS)


def _weighted(found: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Rows of fingerprints as numbers around 0."""
    values = np.subtract(found, 128, dtype=np.float32)
    values[:, LUMA_BYTES:] *= _COLOUR_WEIGHT
    return values


def _dots(ones: NDArray[np.float32], others: NDArray[np.float32]) -> NDArray[np.float32]:
    """Dot products row by row."""
    products: NDArray[np.float32] = np.einsum("ij,ij->i", ones, others)
    return products


def _means(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    """Mean brightness, row by row."""
    # Not by a matrix product, which would take all processors for it.
    sums: NDArray[np.float32] = np.einsum("ij->i", rows[:, :LUMA_BYTES]) / np.float32(LUMA_BYTES)
    return sums


def _contrast(wanted: NDArray[np.float32]) -> float:
    """Of one picture, colours included; in grey levels."""
    square = _dots(wanted, wanted) / LUMA_BYTES - np.square(_means(wanted))
    return math.sqrt(max(0.0, float(square[0])))


def _squared_distances(wanted: NDArray[np.float32], found: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Mean squares of the differences, in grey levels, with changes of brightness and contrast counted less."""
    pictures = _weighted(found)
    differences = wanted - pictures
    # Everything below is about the values without their mean brightness.
    mean, mean_difference = _means(pictures), _means(differences)
    apart = _dots(differences, differences) / LUMA_BYTES - mean_difference * mean_difference
    along = _dots(differences, pictures) / LUMA_BYTES - mean_difference * mean
    length = _dots(pictures, pictures) / LUMA_BYTES - mean * mean
    # The change of contrast that brings each picture nearest, within bounds: else a plain one would be near to any.
    cost = 1 + BRIGHTNESS_SHARE**2
    gain = (along / np.maximum(cost * length, 0.01)).clip(*CONTRAST_CHANGES)
    squares = apart - 2 * gain * along + cost * gain * gain * length
    distances: NDArray[np.float32] = np.maximum(squares, 0) + np.square(BRIGHTNESS_SHARE * mean_difference)
    return distances
