"""Describes scenes from the pixels of sampled frames. It measures; it does not understand."""

from __future__ import annotations

import colorsys
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import av

from memories_ai_mock.text_search import SCENE, Segment

if TYPE_CHECKING:
    from PIL.Image import Image

# Frames are shrunk to this many pixels a side before they are measured.
GRID = 16
# A scene is cut here at the latest.
MAX_SCENE_SECONDS = 8.0
# Mean difference of two samples' channels, 0 to 255.
CUT_DIFFERENCE = 40.0
LIVELY_DIFFERENCE = 12.0
STILL_DIFFERENCE = 2.0
HUES = ((15, "red"), (45, "orange"), (70, "yellow"), (165, "green"), (195, "cyan"), (255, "blue"), (290, "purple"))


@dataclass(slots=True)
class _Scene:
    start: float
    opens_with_cut: bool
    brightness: list[float] = field(default_factory=list)
    differences: list[float] = field(default_factory=list)
    colours: Counter[str] = field(default_factory=Counter)


class SceneBuilder:
    """Collects samples of a video's frames and groups them into scenes."""

    def __init__(self, sample_seconds: float) -> None:
        self.samples = 0
        self.last_time = 0.0
        self._sample_seconds = sample_seconds
        self._previous = b""
        self._scenes: list[_Scene] = []

    def add(self, time: float | None, frame: av.VideoFrame) -> None:
        """Look at a frame, unless the last sample is more recent than the sampling interval. A frame without a time
        is taken for the next sample."""
        if time is None:
            time = self.last_time + self._sample_seconds
        time = max(0.0, time)
        if self.samples and time < self.last_time + self._sample_seconds:
            return
        pixels = _pixels(frame)
        difference = _difference(self._previous, pixels)
        is_cut = bool(self.samples) and difference > CUT_DIFFERENCE
        if is_cut or not self._scenes or time >= self._scenes[-1].start + MAX_SCENE_SECONDS:
            self._scenes.append(_Scene(time if self._scenes else 0.0, is_cut))
        elif self.samples:
            self._scenes[-1].differences.append(difference)
        self._scenes[-1].brightness.append(sum(pixels) / len(pixels))
        self._scenes[-1].colours.update(_colour_names(pixels))
        self._previous = pixels
        self.samples += 1
        self.last_time = time

    def finish(self, duration: float) -> list[Segment]:
        """The scenes, each lasting until the next one begins."""
        starts = [scene.start for scene in self._scenes]
        ends = [*starts[1:], max(duration, self.last_time)]
        return [
            Segment(SCENE, scene.start, end, _description(scene)) for scene, end in zip(self._scenes, ends, strict=True)
        ]


def describe_image(image: Image) -> str:
    """A sentence about an image, measured from its pixels."""
    pixels = image.convert("RGB").resize((GRID, GRID)).tobytes()
    scene = _Scene(0.0, opens_with_cut=False, brightness=[sum(pixels) / len(pixels)])
    scene.colours.update(_colour_names(pixels))
    (first, count), *others = scene.colours.most_common(2)
    second = f", then {others[0][0]}" if others else ""
    return (
        f"A {_brightness(scene)} image of {image.width}x{image.height} pixels, mostly {first} "
        f"({round(100 * count / scene.colours.total())} %){second}."
    )


def _pixels(frame: av.VideoFrame) -> bytes:
    """The frame as GRID x GRID RGB pixels. A plane's lines may be padded."""
    plane = frame.reformat(width=GRID, height=GRID, format="rgb24", threads=1).planes[0]
    data = bytes(plane)
    return b"".join(data[line * plane.line_size :][: GRID * 3] for line in range(GRID))


def _difference(before: bytes, after: bytes) -> float:
    return sum(abs(one - other) for one, other in zip(before, after, strict=False)) / len(after)


def _colour_names(pixels: bytes) -> list[str]:
    return [_colour_name(*pixels[index : index + 3]) for index in range(0, len(pixels), 3)]


def _colour_name(red: int, green: int, blue: int) -> str:
    hue, saturation, value = colorsys.rgb_to_hsv(red / 255, green / 255, blue / 255)
    if value < 0.2:
        return "black"
    if saturation < 0.18:
        return "white" if value > 0.85 else "grey"
    degrees = hue * 360
    if 15 <= degrees < 45 and value < 0.65:
        return "brown"
    return next((name for limit, name in HUES if degrees < limit), "pink" if degrees < 340 else "red")


def _description(scene: _Scene) -> str:
    (first, count), *others = scene.colours.most_common(2)
    share = round(100 * count / scene.colours.total())
    second = f", then {others[0][0]}" if others else ""
    opening = "It opens with a cut. " if scene.opens_with_cut else ""
    return (
        f"A {_brightness(scene)} scene, mostly {first} ({share} %){second}, with {_motion(scene)}. {opening}"
        "Computed from pixels by the emulator."
    )


def _brightness(scene: _Scene) -> str:
    mean = sum(scene.brightness) / len(scene.brightness)
    return next((word for limit, word in ((50, "dark"), (100, "dim"), (170, "well-lit")) if mean < limit), "bright")


def _motion(scene: _Scene) -> str:
    if not scene.differences:
        return "a single look at it"
    mean = sum(scene.differences) / len(scene.differences)
    if mean < STILL_DIFFERENCE:
        return "hardly any motion"
    return "little motion" if mean < LIVELY_DIFFERENCE else "much motion"
