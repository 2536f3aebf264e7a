"""A picture one can draw on with plain Python: filled shapes, blending, gradients.

Rows are filled by slice assignment and blended by `bytes.translate`, which is quick enough to draw a short film
without numpy or Pillow. Coordinates are pixels from the top left corner; what lies outside is clipped.
"""

from collections.abc import Sequence
from functools import cache
from math import cos, pi, sin, sqrt

Color = tuple[int, int, int]
Point = tuple[float, float]


class Canvas:
    """A picture of `width` x `height` pixels; `planes` holds red, green and blue, a byte a pixel each."""

    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self.height = height
        self.planes = tuple(bytearray(width * height) for _ in range(3))

    def rectangle(
        self, left: float, top: float, right: float, bottom: float, color: Color, opacity: float = 1.0
    ) -> None:
        for row in range(max(0, round(top)), min(self.height, round(bottom))):
            self._span(row, left, right, color, opacity)

    def ellipse(self, x: float, y: float, x_radius: float, y_radius: float, color: Color, opacity: float = 1.0) -> None:
        for row in range(max(0, round(y - y_radius)), min(self.height, round(y + y_radius))):
            # The span is measured through the middle of the row.
            height = (row + 0.5 - y) / y_radius
            half = x_radius * sqrt(max(0.0, 1 - height * height))
            self._span(row, x - half, x + half, color, opacity)

    def polygon(self, points: Sequence[Point], color: Color, opacity: float = 1.0) -> None:
        """Fill the area inside a closed outline (even-odd rule)."""
        top = max(0, round(min(y for _, y in points)))
        bottom = min(self.height, round(max(y for _, y in points)))
        for row in range(top, bottom):
            crossings = _crossings(points, row + 0.5)
            for left, right in zip(crossings[::2], crossings[1::2], strict=True):
                self._span(row, left, right, color, opacity)

    def line(self, start: Point, end: Point, thickness: float, color: Color, opacity: float = 1.0) -> None:
        (x1, y1), (x2, y2) = start, end
        length = sqrt((x2 - x1) ** 2 + (y2 - y1) ** 2) or 1.0
        dx, dy = (y2 - y1) * thickness / length / 2, (x1 - x2) * thickness / length / 2
        self.polygon([(x1 + dx, y1 + dy), (x2 + dx, y2 + dy), (x2 - dx, y2 - dy), (x1 - dx, y1 - dy)], color, opacity)

    def gradient(self, top: int, bottom: int, first: Color, last: Color) -> None:
        """Fill the rows from `top` up to `bottom` with a smooth change of colour."""
        for row in range(max(0, top), min(self.height, bottom)):
            self._span(row, 0, self.width, mix(first, last, (row - top) / (bottom - top)), 1.0)

    def glow(self, x: float, y: float, radius: float, color: Color, opacity: float) -> None:
        """Light around a point that fades out towards `radius`."""
        steps = 12
        for step in range(steps):
            reach = radius * (1 - step / steps)
            self.ellipse(x, y, reach, reach, color, opacity / steps)

    def _span(self, row: int, left: float, right: float, color: Color, opacity: float) -> None:
        first, last = max(0, round(left)), min(self.width, round(right))
        if first >= last:
            return
        cells = slice(row * self.width + first, row * self.width + last)
        for plane, value in zip(self.planes, color, strict=True):
            if opacity >= 1:
                plane[cells] = bytes((value,)) * (last - first)
            else:
                plane[cells] = plane[cells].translate(_blend_table(value, round(opacity * 255)))


def mix(first: Color, last: Color, share: float) -> Color:
    """The colour that lies `share` (0 to 1) of the way from `first` to `last`."""
    share = min(1.0, max(0.0, share))
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, last, strict=True))
    return red, green, blue


def arc(x: float, y: float, x_radius: float, y_radius: float, start: float, end: float) -> list[Point]:
    """Points along an ellipse; angles in half turns, clockwise on the screen, 0 points right."""
    steps = 24
    angles = [pi * (start + (end - start) * step / steps) for step in range(steps + 1)]
    return [(x + x_radius * cos(angle), y + y_radius * sin(angle)) for angle in angles]


def _crossings(points: Sequence[Point], y: float) -> list[float]:
    found = []
    for (x1, y1), (x2, y2) in zip(points, [*points[1:], points[0]], strict=True):
        if (y1 <= y) != (y2 <= y):
            found.append(x1 + (y - y1) * (x2 - x1) / (y2 - y1))
    return sorted(found)


@cache
def _blend_table(value: int, opacity: int) -> bytes:
    return bytes((old * (255 - opacity) + value * opacity + 127) // 255 for old in range(256))
