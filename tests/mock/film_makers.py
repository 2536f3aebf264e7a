"""Films of many kinds, made in code, the same at every run. Each is a function from seconds to a picture."""

from __future__ import annotations

import io
import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 320, 180

Pixels = NDArray[np.uint8]
# Seconds into the film -> HEIGHT x WIDTH x RGB.
Painter = Callable[[float], Pixels]

ACROSS, DOWN = np.meshgrid(np.arange(WIDTH, dtype=np.float32), np.arange(HEIGHT, dtype=np.float32))


@dataclass(frozen=True, slots=True)
class Film:
    name: str
    paint: Painter
    seconds: int = 20
    rate: int = 10
    size: tuple[int, int] = (WIDTH, HEIGHT)


def make_film(film: Film, path: Path) -> None:
    """Write a film as h264 in the container that the file's extension says."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=film.rate, options={"preset": "veryfast", "crf": "26"})
        stream.width, stream.height = film.size
        stream.pix_fmt = "yuv420p"
        stream.codec_context.thread_count = 1
        for index in range(film.seconds * film.rate):
            frame = av.VideoFrame.from_ndarray(film.paint(index / film.rate), format="rgb24")
            frame.pts = index
            container.mux(stream.encode(frame))
        container.mux(stream.encode())


def jpeg_copy(image: Image.Image, scale: float = 0.5, quality: int = 60) -> Image.Image:
    """A picture, made smaller and saved as JPEG."""
    file = io.BytesIO()
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    image.resize(size, Image.Resampling.BICUBIC).save(file, "JPEG", quality=quality)
    return Image.open(io.BytesIO(file.getvalue()), formats=["JPEG"])


@lru_cache(maxsize=64)
def texture(seed: int, grain: int = 12, width: int = WIDTH, height: int = HEIGHT) -> Pixels:
    """A picture of soft coloured spots, about `grain` pixels wide."""
    spots = np.random.default_rng(seed).integers(0, 256, (height // grain + 2, width // grain + 2, 3), dtype=np.uint8)
    return np.asarray(Image.fromarray(spots).resize((width, height), Image.Resampling.BICUBIC))


def canvas(colour: str | tuple[int, int, int] = "black") -> tuple[Image.Image, ImageDraw.ImageDraw]:
    image = Image.new("RGB", (WIDTH, HEIGHT), colour)
    return image, ImageDraw.Draw(image)


def disc(draw: ImageDraw.ImageDraw, x: float, y: float, radius: float, colour: str) -> None:
    draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=colour)


def test_pattern(seconds: float) -> Pixels:
    image, draw = canvas()
    for index, colour in enumerate(("white", "yellow", "cyan", "lime", "magenta", "red", "blue")):
        draw.rectangle((index * WIDTH / 7, 0, (index + 1) * WIDTH / 7, 130), fill=colour)
    draw.rectangle((seconds * WIDTH / 20, 130, seconds * WIDTH / 20 + 24, 160), fill="white")
    draw.text((130, 100), f"{seconds:06.2f}", fill="black", font=ImageFont.load_default(24))
    return np.asarray(image)


def turning_gradient(seconds: float) -> Pixels:
    angle = seconds * 0.3
    ramp = (ACROSS - 160) / 320 * math.cos(angle) + (DOWN - 90) / 180 * math.sin(angle)
    planes = [127 + 127 * np.sin(ramp * 3 + phase + seconds * 0.1) for phase in (0.0, 2.0, 4.0)]
    return np.stack(planes, axis=2).astype(np.uint8)


def moving_shapes(seconds: float) -> Pixels:
    image, draw = canvas((40, 60, 90))
    for index, colour in enumerate(("red", "yellow", "green", "white", "orange")):
        x = 160 + 130 * math.sin(seconds * (0.31 + 0.13 * index) + index)
        y = 90 + 70 * math.cos(seconds * (0.23 + 0.11 * index) + 2 * index)
        disc(draw, x, y, 12 + 3 * index, colour)
    return np.asarray(image)


def noise(seconds: float) -> Pixels:
    return np.random.default_rng(round(seconds * 100)).integers(0, 256, (HEIGHT, WIDTH, 3), dtype=np.uint8)


def grey_noise(seconds: float) -> Pixels:
    grains = np.random.default_rng(7_000_000 + round(seconds * 100)).normal(110, 25, (HEIGHT, WIDTH, 1))
    return np.repeat(grains.clip(0, 255).astype(np.uint8), 3, axis=2)


def slide_show(seconds: float) -> Pixels:
    number = int(seconds // 2.5)
    image, draw = canvas("white")
    draw.text((20, 15), f"Chapter {number + 1}", fill="navy", font=ImageFont.load_default(28))
    words = np.random.default_rng(number).choice(["whale", "harbour", "wind", "evening", "boat", "light", "old"], 24)
    for line in range(4):
        text = " ".join(str(word) for word in words[6 * line : 6 * line + 6])
        draw.text((20, 65 + 26 * line), text, fill="black", font=ImageFont.load_default(13))
    return np.asarray(image)


def dark_slide_show(seconds: float) -> Pixels:
    image, draw = canvas()
    draw.text((60, 70), f"Part {int(seconds // 3) * 37 % 100:02}", fill="grey", font=ImageFont.load_default(40))
    return np.asarray(image)


def mostly_black(seconds: float) -> Pixels:
    image, draw = canvas()
    disc(draw, 20 + 14 * seconds, 90 + 60 * math.sin(seconds * 0.9), 7, "white")
    return np.asarray(image)


def mostly_black_too(seconds: float) -> Pixels:
    image, draw = canvas()
    disc(draw, 300 - 14 * seconds, 90 + 60 * math.sin(seconds * 0.7), 7, "lightgrey")
    return np.asarray(image)


def pan(seconds: float) -> Pixels:
    wide = texture(11, 14, 3 * WIDTH, HEIGHT)
    left = round(seconds * 30)
    return np.ascontiguousarray(wide[:, left : left + WIDTH])


def pan_with_mark(seconds: float) -> Pixels:
    """Differs from `pan` by a small mark only."""
    pixels = pan(seconds).copy()
    pixels[150:166, 290:306] = (255, 255, 255)
    return pixels


def fine_pan(seconds: float) -> Pixels:
    wide = texture(12, 4, 3 * WIDTH, HEIGHT)
    left = round(320 + 300 * math.sin(seconds * 0.15))
    return np.ascontiguousarray(wide[:, left : left + WIDTH])


def zoom(seconds: float) -> Pixels:
    width = 320 - 11 * seconds
    box = (160 - width / 2, 90 - width * 9 / 32, 160 + width / 2, 90 + width * 9 / 32)
    return np.asarray(Image.fromarray(texture(13, 20)).resize((WIDTH, HEIGHT), Image.Resampling.BILINEAR, box))


def cartoon(seconds: float) -> Pixels:
    image, draw = canvas("skyblue")
    draw.rectangle((0, 120, WIDTH, HEIGHT), fill="forestgreen")
    for index in range(4):
        disc(draw, (index * 110 - seconds * 9) % 420 - 50, 35 + 8 * (index % 2), 18, "white")
    x, y = 20 + seconds * 14, 110 - 22 * abs(math.sin(seconds * 2.3))
    draw.rectangle((x - 10, y - 20, x + 10, y + 20), fill="crimson", outline="black", width=2)
    disc(draw, x, y - 30, 11, "peachpuff")
    draw.line((x, y + 20, x + 9 * math.sin(seconds * 6), y + 36), fill="black", width=3)
    return np.asarray(image)


def fades(seconds: float) -> Pixels:
    number, within = divmod(seconds, 4.0)
    share = math.sin(math.pi * min(within + 0.3, 3.7) / 4)
    return (texture(20 + int(number), 40) * share).astype(np.uint8)


def cross_fades(seconds: float) -> Pixels:
    number, within = divmod(seconds, 3.0)
    share = within / 3
    return (texture(40 + int(number), 30) * (1 - share) + texture(41 + int(number), 30) * share).astype(np.uint8)


def quick_cuts(seconds: float) -> Pixels:
    return texture(100 + int(seconds * 2.5), 24)


def credit_titles(seconds: float) -> Pixels:
    image, draw = canvas()
    for line in range(30):
        y = 180 + line * 22 - seconds * 30
        if -20 < y < HEIGHT:
            draw.text((60 + line * 53 % 70, y), f"{line * 7919 % 10007} by {line * 31 % 97}", fill="white")
    return np.asarray(image)


def plasma(seconds: float) -> Pixels:
    waves = np.sin(ACROSS / 31 + seconds) + np.sin(DOWN / 23 - seconds * 0.7)
    waves += np.sin(np.hypot(ACROSS - 160 - 60 * math.sin(seconds * 0.37), DOWN - 90) / 17)
    planes = [127 + 127 * np.sin(waves * 1.4 + phase) for phase in (0.0, 1.2, 2.9)]
    return np.stack(planes, axis=2).astype(np.uint8)


def counter(seconds: float) -> Pixels:
    """A still picture with a running clock."""
    image = Image.fromarray(texture(60, 36))
    ImageDraw.Draw(image).text((200, 140), f"{seconds:05.1f}", fill="white", font=ImageFont.load_default(30))
    return np.asarray(image)


def brightening(seconds: float) -> Pixels:
    return np.full((HEIGHT, WIDTH, 3), (30 + seconds * 10, 40 + seconds * 7, 200 - seconds * 6), np.uint8)


def large_pan(seconds: float) -> Pixels:
    wide = texture(70, 50, 1280, 720)
    left, top = round(320 + 300 * math.sin(seconds * 0.21)), round(180 + 150 * math.cos(seconds * 0.13))
    return np.ascontiguousarray(wide[top : top + 360, left : left + 640])


FILMS = (
    Film("test pattern", test_pattern),
    Film("turning gradient", turning_gradient, rate=25),
    Film("moving shapes", moving_shapes, seconds=40),
    Film("noise", noise),
    Film("grey noise", grey_noise),
    Film("slide show", slide_show, seconds=30),
    Film("dark slide show", dark_slide_show, seconds=30),
    Film("mostly black", mostly_black),
    Film("mostly black too", mostly_black_too),
    Film("pan", pan),
    Film("pan with a mark", pan_with_mark),
    Film("fine pan", fine_pan),
    Film("zoom", zoom),
    Film("cartoon", cartoon, rate=15),
    Film("fades", fades),
    Film("cross fades", cross_fades),
    Film("quick cuts", quick_cuts, seconds=30),
    Film("credit titles", credit_titles),
    Film("plasma", plasma),
    Film("counter", counter),
    Film("brightening", brightening),
    Film("large pan", large_pan, rate=12, size=(640, 360)),
)
