"""Make `sample.mp4`, the small film that the demo and the tests upload.

A video service cannot be shown with random bytes named .mp4: the emulator reads codec, duration, frames and spoken
text from the file. So this is a real film of our own making: half a minute in five scenes, drawn and synthesized in
plain Python (`scenes.py`, `sound.py`) and encoded by PyAV as H.264 pictures, AAC sound and a subtitle track (mov_text)
that holds what is said.

Run it with `python -m examples.media.make_sample [--output PATH]`. The same release of PyAV on the same kind of
machine writes the same bytes again: one encoder thread, no dates, no version tags.
"""

import argparse
from fractions import Fraction
from pathlib import Path

import av
from av.audio.stream import AudioStream
from av.container import OutputContainer
from av.subtitles.stream import SubtitleStream
from av.subtitles.subtitle import SubtitleSet
from av.video.stream import VideoStream

from examples.media.canvas import Canvas
from examples.media.scenes import HEIGHT, SCENE_SECONDS, SCENES, WIDTH, Cue, Scene
from examples.media.sound import SAMPLE_RATE, scene_sound

FRAME_RATE = 12
# The scenes are drawn at twice this size.
FILM_WIDTH, FILM_HEIGHT = WIDTH // 2, HEIGHT // 2
SAMPLE_PATH = Path(__file__).with_name("sample.mp4")

_MILLISECOND = Fraction(1, 1000)
_BITEXACT = {"flags": "+bitexact"}
_X264 = {"preset": "slow", "tune": "animation", "crf": "29", "threads": "1", **_BITEXACT}
# The mov_text encoder takes its default style from an ASS header, and each cue as an ASS event.
_ASS_HEADER = b"""[Script Info]
ScriptType: v4.00+

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, Bold, Italic, Underline, Alignment
Style: Default,Sans,18,&Hffffff,0,0,0,2

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
"""


def make_sample(output: Path) -> None:
    """Write the film to `output`; it appears there whole or not at all.

    Raises:
        OSError: the folder does not exist or cannot be written to.
    """
    unfinished = output.with_name(output.name + ".part")
    try:
        _write_film(unfinished)
        unfinished.replace(output)
    finally:
        unfinished.unlink(missing_ok=True)


def _write_film(path: Path) -> None:
    # faststart puts the index before the pictures, as a file meant for streaming has it.
    options = {"movflags": "+faststart", "fflags": "+bitexact"}
    with av.open(path, "w", format="mp4", options=options) as film:
        pictures, sound, words = _add_pictures(film), _add_sound(film), _add_words(film)
        for number, scene in enumerate(SCENES):
            _write_words(film, words, scene.cues, number)
            _write_sound(film, sound, scene_sound(scene), number)
            _write_pictures(film, pictures, scene, number)
        film.mux(pictures.encode())
        film.mux(sound.encode())


def _add_pictures(film: OutputContainer) -> VideoStream:
    stream = film.add_stream("libx264", rate=FRAME_RATE, options=_X264)
    stream.width, stream.height, stream.pix_fmt = FILM_WIDTH, FILM_HEIGHT, "yuv420p"
    stream.gop_size = 4 * FRAME_RATE
    return stream


def _add_sound(film: OutputContainer) -> AudioStream:
    stream = film.add_stream("aac", rate=SAMPLE_RATE, options=_BITEXACT, layout="mono")
    stream.bit_rate = 24_000
    stream.metadata["language"] = "eng"
    return stream


def _add_words(film: OutputContainer) -> SubtitleStream:
    stream = film.add_stream("mov_text")
    stream.codec_context.subtitle_header = _ASS_HEADER
    stream.codec_context.time_base = stream.time_base = _MILLISECOND
    stream.metadata["language"] = "eng"
    return stream


def _write_words(film: OutputContainer, stream: SubtitleStream, cues: tuple[Cue, ...], scene_number: int) -> None:
    for cue in cues:
        event = f"0,0,Default,,0,0,0,,{cue.text}".encode()
        begin, end = (round(1000 * (scene_number * SCENE_SECONDS + seconds)) for seconds in (cue.start, cue.end))
        packet = stream.codec_context.encode_subtitle(SubtitleSet.create(event, 0, end - begin, pts=begin))
        packet.stream, packet.time_base = stream, _MILLISECOND
        film.mux(packet)


def _write_sound(film: OutputContainer, stream: AudioStream, samples: bytes, scene_number: int) -> None:
    count = SCENE_SECONDS * SAMPLE_RATE
    frame = av.AudioFrame("s16", "mono", count)
    frame.planes[0].update(samples)
    frame.sample_rate, frame.time_base = SAMPLE_RATE, Fraction(1, SAMPLE_RATE)
    frame.pts = scene_number * count
    film.mux(stream.encode(frame))


def _write_pictures(film: OutputContainer, stream: VideoStream, scene: Scene, scene_number: int) -> None:
    frames = SCENE_SECONDS * FRAME_RATE
    for number in range(frames):
        canvas = Canvas(WIDTH, HEIGHT)
        scene.draw(canvas, number / FRAME_RATE)
        frame = _video_frame(canvas)
        frame.pts, frame.time_base = scene_number * frames + number, Fraction(1, FRAME_RATE)
        film.mux(stream.encode(frame))


def _video_frame(canvas: Canvas) -> av.VideoFrame:
    drawn = av.VideoFrame(canvas.width, canvas.height, "gbrp")
    red, green, blue = canvas.planes
    for plane, pixels in zip(drawn.planes, (green, blue, red), strict=True):
        # FFmpeg may keep its rows longer than the picture is wide.
        rows = (pixels[start : start + canvas.width] for start in range(0, len(pixels), canvas.width))
        plane.update(b"".join(row.ljust(plane.line_size, b"\0") for row in rows))
    return drawn.reformat(FILM_WIDTH, FILM_HEIGHT, "yuv420p", interpolation="AREA")


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="make_sample", description="Make the sample film of the demo.")
    parser.add_argument("--output", type=Path, default=SAMPLE_PATH, help="the file to write (default: %(default)s)")
    output: Path = parser.parse_args(arguments).output
    if output.is_dir():
        parser.error(f"--output {output}: is a folder; name a file in it, such as {output / 'sample.mp4'}")
    try:
        make_sample(output)
    except OSError as error:
        parser.error(f"--output {output}: cannot write there ({error.strerror}); name a file in an existing folder")
    print(f"{output}: {output.stat().st_size:,} bytes, {len(SCENES) * SCENE_SECONDS} s")


if __name__ == "__main__":
    main()
