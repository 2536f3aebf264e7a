"""Draws pictures for videos that have no file: shapes and colours that depend on a text, the same ones each time."""

from __future__ import annotations

import hashlib
from itertools import cycle, islice
from typing import TYPE_CHECKING

from memories_ai_mock.content import Content

if TYPE_CHECKING:
    from PIL.Image import Image

SIZE = (320, 180)
SHAPES = 8


def draw(text: str) -> Image:
    """A picture of 320x180 pixels."""
    # Imported here: starting the emulator should not wait for it.
    from PIL import Image, ImageDraw

    numbers = islice(cycle(hashlib.sha512(text.encode()).digest()), 3 + 7 * SHAPES)
    values = list(numbers)
    image = Image.new("RGB", SIZE, tuple(values[:3]))
    pen = ImageDraw.Draw(image)
    for start in range(3, len(values), 7):
        left, top, width, height, *colour = values[start : start + 7]
        corner = (left * SIZE[0] // 256, top * SIZE[1] // 256)
        box = (*corner, corner[0] + 20 + width // 2, corner[1] + 15 + height // 3)
        shape = pen.ellipse if start % 2 else pen.rectangle
        shape(box, fill=tuple(colour))
    return image


def drawn_frames(content: Content) -> list[tuple[float, bytes]]:
    """The beginning of each scene in seconds, with the fingerprint of its drawn picture."""
    from memories_ai_mock.pictures import fingerprint

    return [(scene.start, fingerprint(draw(scene.text))) for scene in content.scenes or ()]
