"""The five scenes of the sample film: what is drawn, what is heard, what is said.

A scene lasts `SCENE_SECONDS`. It is drawn at twice the size of the film, so that scaling it down smooths the edges.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from math import cos, pi, sin
from random import Random

from examples.media.canvas import Canvas, Color, Point, arc, mix

SCENE_SECONDS = 6
WIDTH, HEIGHT = 768, 432

WHITE: Color = (255, 255, 255)
RED: Color = (206, 32, 41)
WARM: Color = (255, 226, 140)


@dataclass(frozen=True, slots=True)
class Cue:
    """A spoken sentence; times in seconds from the start of its scene."""

    start: float
    end: float
    text: str


@dataclass(frozen=True, slots=True)
class Scene:
    """`draw` paints the picture at a time in seconds; `chord` holds tones in Hz, `noise` (0 to 1) is rain or wind."""

    name: str
    draw: Callable[[Canvas, float], None]
    chord: tuple[float, ...]
    noise: float
    cues: tuple[Cue, ...]


def _fixed_pattern(seed: int) -> Random:
    """Numbers that look random and are the same in every frame."""
    return Random(seed)  # noqa: S311 -- a picture, not a secret


def draw_lighthouse(canvas: Canvas, time: float) -> None:
    canvas.gradient(0, 300, (6, 9, 32), (34, 42, 92))
    canvas.gradient(300, HEIGHT, (10, 24, 54), (4, 10, 26))
    _stars(canvas, time)
    canvas.glow(640, 80, 90, (200, 210, 255), 0.5)
    canvas.ellipse(640, 80, 30, 30, (238, 240, 226))
    for index in range(14):
        x = (index * 197 + time * (9 + index % 4 * 5)) % (WIDTH + 120) - 60
        canvas.rectangle(x - 45, 312 + index * 8, x + 45, 314 + index * 8, (96, 118, 170), 0.5)
    canvas.polygon([(90, 360), (150, 310), (215, 288), (300, 286), (370, 322), (440, 362)], (20, 20, 30))
    _beam(canvas, time)
    _tower(canvas)


def _stars(canvas: Canvas, time: float) -> None:
    places = _fixed_pattern(7)
    for index in range(60):
        x, y = places.uniform(0, WIDTH), places.uniform(0, 260)
        canvas.ellipse(x, y, 2, 2, WHITE, 0.5 + 0.4 * sin(time * 2 + index))


def _beam(canvas: Canvas, time: float) -> None:
    # Seen from the side, a turning beam grows long and short as its cosine.
    turn = time * 2 * pi / 4
    for direction in (1, -1):
        reach = direction * cos(turn) * 780
        spread = 26 + 46 * abs(cos(turn))
        canvas.polygon([(258, 112), (258 + reach, 112 - spread), (258 + reach, 112 + spread)], WARM, 0.30)
    canvas.glow(258, 112, 36 + 34 * abs(sin(turn)), WARM, 0.95)


def _tower(canvas: Canvas) -> None:
    def side(y: float) -> float:
        return 20 + (y - 130) * 0.09

    for band in range(5):
        top, bottom = 130 + band * 32, 130 + (band + 1) * 32
        outline = [
            (258 - side(top), top),
            (258 + side(top), top),
            (258 + side(bottom), bottom),
            (258 - side(bottom), bottom),
        ]
        canvas.polygon(outline, RED if band % 2 else (226, 226, 220))
    canvas.rectangle(230, 126, 286, 132, (40, 40, 52))
    canvas.rectangle(242, 98, 274, 126, WARM)
    canvas.polygon([(236, 98), (258, 76), (280, 98)], RED)


def draw_rain(canvas: Canvas, time: float) -> None:
    canvas.gradient(0, HEIGHT, (82, 96, 108), (44, 54, 66))
    lights = _fixed_pattern(3)
    for _ in range(12):
        color = mix((255, 190, 90), (140, 190, 220), lights.random())
        canvas.glow(lights.uniform(0, WIDTH), lights.uniform(180, 380), lights.uniform(24, 56), color, 0.55)
    _falling_rain(canvas, time)
    _drops_on_glass(canvas, time)
    _window_frame(canvas)
    _candle(canvas, time)


def _falling_rain(canvas: Canvas, time: float) -> None:
    places = _fixed_pattern(11)
    for _ in range(64):
        x, offset, speed = places.uniform(0, WIDTH), places.uniform(0, HEIGHT), places.uniform(420, 560)
        y = (offset + time * speed) % (HEIGHT + 60) - 60
        canvas.line((x, y), (x - 7, y + 40), 2.2, (206, 220, 232), 0.42)


def _drops_on_glass(canvas: Canvas, time: float) -> None:
    places = _fixed_pattern(5)
    for _ in range(34):
        x, offset, speed = places.uniform(60, 708), places.uniform(0, HEIGHT), places.choice((0, 0, 26, 44))
        size = places.uniform(3, 6)
        y = (offset + time * speed) % HEIGHT
        canvas.rectangle(x - 1, y - speed * 1.2, x + 1, y, (196, 212, 224), 0.35)
        canvas.ellipse(x, y, size, size * 1.3, (214, 228, 238), 0.75)
        canvas.ellipse(x - 1, y - 2, size / 3, size / 3, WHITE)


def _window_frame(canvas: Canvas) -> None:
    wood, edge = (92, 58, 36), (62, 38, 24)
    for left, top, right, bottom in ((0, 0, 768, 26), (0, 0, 40, 432), (728, 0, 768, 432), (372, 0, 396, 432)):
        canvas.rectangle(left, top, right, bottom, wood)
    canvas.rectangle(40, 176, 728, 194, wood)
    canvas.rectangle(40, 192, 728, 196, edge)
    canvas.rectangle(0, 372, 768, 432, (112, 74, 46))
    canvas.rectangle(0, 372, 768, 378, (146, 100, 64))


def _candle(canvas: Canvas, time: float) -> None:
    flicker = sin(time * 9) * 2 + sin(time * 23)
    canvas.glow(560, 292, 130 + flicker * 4, (255, 176, 72), 0.7)
    canvas.rectangle(546, 318, 574, 392, (238, 226, 200))
    canvas.ellipse(560, 394, 40, 10, (70, 70, 78))
    canvas.rectangle(559, 308, 561, 320, (40, 30, 24))
    canvas.polygon(
        [(552, 304), (556, 290), (560 + flicker, 272 - flicker), (565, 290), (568, 304), (560, 312)], (255, 214, 92)
    )
    canvas.ellipse(560, 302, 4, 7, (255, 246, 214))


def draw_sunrise(canvas: Canvas, time: float) -> None:
    dawn = time / SCENE_SECONDS
    canvas.gradient(0, 250, mix((46, 34, 88), (112, 172, 226), dawn), mix((214, 96, 72), (255, 214, 140), dawn))
    sun = 282 - 150 * dawn
    canvas.glow(400, sun, 190, (255, 214, 120), 0.75)
    canvas.ellipse(400, sun, 54, 54, mix((255, 116, 56), (255, 232, 150), dawn))
    canvas.gradient(250, HEIGHT, mix((150, 74, 84), (226, 170, 110), dawn), mix((28, 30, 70), (30, 92, 140), dawn))
    _glitter(canvas, time)
    _boat(canvas, 90 + 46 * time, 296 + 4 * sin(time * 2.2))
    for index in range(4):
        _bird(canvas, 560 - 30 * time + index * 46, 96 + index % 2 * 26 + time * 2, sin(time * 7 + index))


def _glitter(canvas: Canvas, time: float) -> None:
    for row in range(20):
        y = 254 + row * 9
        half = 30 + row * 5 + 16 * sin(time * 3 + row * 1.9)
        x = 400 + 12 * sin(time * 1.7 + row * 2.3)
        canvas.rectangle(x - half, y, x + half, y + 4, (255, 220, 140), 0.62)


def _boat(canvas: Canvas, x: float, y: float) -> None:
    canvas.polygon([(x - 44, y), (x + 46, y), (x + 28, y + 20), (x - 32, y + 20)], (66, 38, 34))
    canvas.rectangle(x - 2, y - 92, x + 2, y, (56, 34, 30))
    canvas.polygon([(x + 5, y - 90), (x + 42, y - 10), (x + 5, y - 10)], (250, 240, 222))
    canvas.polygon([(x - 5, y - 74), (x - 5, y - 10), (x - 32, y - 10)], (232, 216, 196))


def _bird(canvas: Canvas, x: float, y: float, wings: float) -> None:
    for side in (1, -1):
        canvas.line((x, y), (x + side * 15, y - 5 - wings * 7), 3, (44, 34, 50))


def draw_train(canvas: Canvas, time: float) -> None:
    canvas.gradient(0, 300, (196, 214, 206), (240, 234, 206))
    canvas.polygon(
        [(0, 240), (130, 132), (250, 216), (400, 116), (560, 212), (660, 150), (768, 230), (768, 432), (0, 432)],
        (140, 168, 160),
    )
    for hill in (160, 580):
        canvas.ellipse(hill, 400, 330, 162, (98, 146, 84))
    canvas.rectangle(0, 392, WIDTH, HEIGHT, (74, 130, 160))
    for index in range(8):
        x = (index * 131 + time * 30) % (WIDTH + 80) - 40
        canvas.rectangle(x, 402 + index % 3 * 10, x + 50, 404 + index % 3 * 10, (170, 208, 222))
    _bridge(canvas)
    front = 120 + 130 * time
    _smoke(canvas, front - 36, time)
    _train(canvas, front)


def _bridge(canvas: Canvas) -> None:
    outline: list[Point] = [(0, 252), (WIDTH, 252), (WIDTH, 432)]
    for middle in (672, 480, 288, 96):
        outline += [(middle + 78, 432), *arc(middle, 350, 78, 66, 2, 1), (middle - 78, 432)]
    canvas.polygon([*outline, (0, 432)], (166, 142, 116))
    canvas.rectangle(0, 246, WIDTH, 256, (124, 102, 82))
    for x in range(0, WIDTH, 32):
        canvas.rectangle(x, 262, x + 2, 276, (140, 118, 96))
    canvas.rectangle(0, 276, WIDTH, 278, (140, 118, 96))


def _smoke(canvas: Canvas, x: float, time: float) -> None:
    for puff in range(9):
        age = (time * 1.6 + puff) % 9
        canvas.ellipse(x - age * 34, 166 - age * 9, 10 + age * 5, 9 + age * 4, (250, 250, 250), 0.75 - age * 0.07)


def _train(canvas: Canvas, front: float) -> None:
    black = (34, 36, 44)
    for car in range(3):
        left = front - 250 - car * 142
        canvas.rectangle(left, 186, left + 132, 236, (150, 34, 44) if car % 2 else (28, 84, 116))
        canvas.rectangle(left - 4, 180, left + 136, 188, black)
        canvas.rectangle(left - 10, 226, left + 142, 232, black)
        for window in range(4):
            canvas.rectangle(left + 10 + window * 30, 198, left + 32 + window * 30, 216, (250, 232, 168))
        _wheels(canvas, (left + 26, left + 106), 10, front)
    canvas.rectangle(front - 102, 192, front - 4, 230, (40, 96, 60))
    canvas.rectangle(front - 110, 166, front - 66, 230, (40, 96, 60))
    canvas.rectangle(front - 116, 160, front - 60, 168, black)
    canvas.rectangle(front - 100, 176, front - 78, 194, (250, 232, 168))
    canvas.rectangle(front - 44, 170, front - 28, 194, black)
    canvas.polygon([(front - 6, 222), (front + 20, 242), (front - 6, 242)], black)
    canvas.ellipse(front - 4, 204, 7, 7, WARM)
    _wheels(canvas, (front - 90, front - 56, front - 22), 13, front)


def _wheels(canvas: Canvas, middles: tuple[float, ...], radius: float, travelled: float) -> None:
    angle = travelled / radius
    for x in middles:
        y = 246 - radius
        canvas.ellipse(x, y, radius, radius, (34, 36, 44))
        canvas.line(
            (x - radius * cos(angle), y - radius * sin(angle)),
            (x + radius * cos(angle), y + radius * sin(angle)),
            3,
            (190, 190, 190),
        )


def draw_balloon(canvas: Canvas, time: float) -> None:
    canvas.gradient(0, HEIGHT, (44, 120, 212), (176, 222, 250))
    for index, (x, y, size) in enumerate(((120, 60, 1.0), (600, 150, 1.3), (330, -60, 0.8), (690, -150, 1.1))):
        _cloud(canvas, (x + time * 7) % (WIDTH + 200) - 60, y + time * (26 + index * 5), size)
    ground = 330 + 34 * time
    canvas.polygon([(0, HEIGHT), *arc(150, ground + 70, 330, 80, 1, 2), (WIDTH, HEIGHT)], (96, 168, 72))
    canvas.polygon([(0, HEIGHT), *arc(640, ground + 90, 360, 90, 1, 2), (WIDTH, HEIGHT)], (66, 140, 62))
    _balloon(canvas, 384 + 60 * sin(time * 0.9), 250 - 24 * time, time)


def _cloud(canvas: Canvas, x: float, y: float, size: float) -> None:
    for dx, dy, radius in ((-46, 8, 26), (-16, -8, 36), (22, -2, 32), (52, 10, 22)):
        canvas.ellipse(x + dx * size, y + dy * size, radius * size, radius * size * 0.8, (250, 252, 255), 0.92)


def _balloon(canvas: Canvas, x: float, y: float, time: float) -> None:
    string = [(x + 7 * sin(time * 3 + step * 0.7) * step / 10, y + 84 + step * 10) for step in range(11)]
    for start, end in pairwise(string):
        canvas.line(start, end, 2.5, (70, 60, 60))
    note_x, note_y = string[-1]
    canvas.rectangle(note_x - 14, note_y, note_x + 14, note_y + 20, (255, 252, 236))
    for row in (5, 10, 15):
        canvas.rectangle(note_x - 9, note_y + row, note_x + 9, note_y + row + 1.5, (120, 120, 140))
    canvas.polygon([(x - 9, y + 86), (x, y + 74), (x + 9, y + 86)], (168, 16, 28))
    canvas.ellipse(x, y, 64, 78, (214, 24, 36))
    canvas.ellipse(x - 6, y - 8, 50, 62, (232, 44, 52), 0.7)
    canvas.ellipse(x - 24, y - 32, 13, 20, (255, 190, 186), 0.8)


SCENES = (
    Scene(
        "lighthouse",
        draw_lighthouse,
        (220.0, 261.63, 329.63, 392.0),
        0.10,
        (
            Cue(0.4, 2.9, "Every night the lighthouse sweeps its beam across the dark sea."),
            Cue(3.1, 5.7, "Mara keeps the lamp, and waits for word from her sister."),
        ),
    ),
    Scene(
        "rain",
        draw_rain,
        (174.61, 220.0, 261.63, 329.63),
        0.55,
        (
            Cue(0.4, 2.8, "Then it rains for a week, and drops race down the window."),
            Cue(3.0, 5.6, "No boat will bring the mail in weather like this."),
        ),
    ),
    Scene(
        "sunrise",
        draw_sunrise,
        (196.0, 246.94, 293.66, 392.0),
        0.16,
        (
            Cue(0.5, 3.0, "One morning the sun rises, and the sea turns to gold."),
            Cue(3.3, 5.5, "Listen, the storm is over!"),
        ),
    ),
    Scene(
        "train",
        draw_train,
        (146.83, 220.0, 293.66, 369.99),
        0.24,
        (
            Cue(0.3, 2.7, "Far inland, a train crosses the old stone bridge."),
            Cue(2.9, 5.6, "Her sister leans out, and ties a note to a string."),
        ),
    ),
    Scene(
        "balloon",
        draw_balloon,
        (261.63, 329.63, 392.0, 523.25),
        0.06,
        (
            Cue(0.3, 2.3, "Up goes a red balloon into the wide blue sky."),
            Cue(2.5, 4.2, "The wind carries it over the hills to the coast."),
            Cue(4.4, 5.8, "The note says: I am coming home."),
        ),
    ),
)
