"""The sound of the sample film: soft tones over a bed of noise, computed sample by sample."""

from array import array
from math import exp, pi, sin
from random import Random

from examples.media.scenes import SCENE_SECONDS, Scene

SAMPLE_RATE = 22_050
BEAT_SECONDS = 0.75

_LOUDEST = 32_767


def scene_sound(scene: Scene) -> bytes:
    """The sound of a whole scene: mono, signed 16 bit in the machine's byte order, `SAMPLE_RATE` samples a second."""
    count = SCENE_SECONDS * SAMPLE_RATE
    mixed = [0.0] * count
    _add_pad(mixed, scene.chord)
    _add_melody(mixed, scene.chord)
    _add_noise(mixed, scene)
    return array("h", (round(_LOUDEST * value * _fade(index, count)) for index, value in enumerate(mixed))).tobytes()


def _add_pad(mixed: list[float], chord: tuple[float, ...]) -> None:
    for tone in chord:
        step = 2 * pi * tone / 2 / SAMPLE_RATE
        for index in range(len(mixed)):
            mixed[index] += 0.045 * sin(step * index)


def _add_melody(mixed: list[float], chord: tuple[float, ...]) -> None:
    beats = int(SCENE_SECONDS / BEAT_SECONDS)
    for beat in range(beats):
        # Up the chord and down again.
        position = beat % (2 * len(chord) - 2)
        tone = chord[min(position, 2 * len(chord) - 2 - position)]
        _add_pluck(mixed, round(beat * BEAT_SECONDS * SAMPLE_RATE), tone)


def _add_pluck(mixed: list[float], start: int, tone: float) -> None:
    step = 2 * pi * tone / SAMPLE_RATE
    for index in range(min(2 * SAMPLE_RATE, len(mixed) - start)):
        seconds = index / SAMPLE_RATE
        # A soft start of 20 ms, then it dies away; a second, quieter tone an octave up.
        loudness = 0.22 * min(1.0, seconds / 0.02) * exp(-2.4 * seconds)
        mixed[start + index] += loudness * (sin(step * index) + 0.25 * sin(2 * step * index))


def _add_noise(mixed: list[float], scene: Scene) -> None:
    numbers = Random(scene.name)  # noqa: S311 -- the same noise each time, not a secret
    level = 0.0
    for index in range(len(mixed)):
        # A moving average takes the hiss out and leaves a murmur.
        level += 0.15 * (numbers.uniform(-1, 1) - level)
        swell = 0.7 + 0.3 * sin(2 * pi * index / SAMPLE_RATE / 3)
        mixed[index] += 0.35 * scene.noise * swell * level


def _fade(index: int, count: int) -> float:
    """Loudness of a sample: scenes fade in and out within 150 ms, so that cuts do not click."""
    return min(1.0, index / (0.15 * SAMPLE_RATE), (count - index) / (0.15 * SAMPLE_RATE))
