"""The committed sample film is what the demo needs, and what its script makes."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import av
import pytest

from examples.media import make_sample
from examples.media.canvas import Canvas
from examples.media.scenes import HEIGHT, SCENE_SECONDS, SCENES, WIDTH

SECONDS = SCENE_SECONDS * len(SCENES)


def read_cues(path: Path) -> list[tuple[float, float, str]]:
    """Start, end (seconds) and text of each cue of the first subtitle track."""
    cues = []
    with av.open(path) as film:
        track = film.streams.subtitles[0]
        for packet in film.demux(track):
            # The muxer fills the pauses between cues with empty samples; the last packet only flushes.
            subtitles = track.decode(packet) if packet.size > 2 else []
            for subtitle in subtitles:
                start, end = packet.pts * packet.time_base, (packet.pts + packet.duration) * packet.time_base
                cues.append((float(start), float(end), subtitle.dialogue.decode()))
    return cues


def patches(frame: av.VideoFrame) -> list[int]:
    """Red, green and blue of the picture in 24 x 14 patches: coarse enough to look past traces of compression."""
    plane = frame.reformat(24, 14, "rgb24", interpolation="AREA").planes[0]
    data = bytes(plane)
    return [data[row * plane.line_size + column] for row in range(14) for column in range(3 * 24)]


def test_the_committed_file_is_small() -> None:
    assert 100_000 < make_sample.SAMPLE_PATH.stat().st_size < 400_000


def test_it_holds_h264_aac_and_a_subtitle_track() -> None:
    with av.open(make_sample.SAMPLE_PATH) as film:
        codecs = {stream.type: stream.codec_context.name for stream in film.streams}
        picture = film.streams.video[0].codec_context
        assert codecs == {"video": "h264", "audio": "aac", "subtitle": "mov_text"}
        assert (picture.width, picture.height, picture.pix_fmt) == (384, 216, "yuv420p")
        assert film.duration == SECONDS * 1_000_000


def test_the_index_stands_before_the_media() -> None:
    content = make_sample.SAMPLE_PATH.read_bytes()
    assert 0 < content.index(b"moov") < content.index(b"mdat")


def test_every_picture_decodes_and_shows_what_the_script_draws() -> None:
    per_scene = SCENE_SECONDS * make_sample.FRAME_RATE
    with av.open(make_sample.SAMPLE_PATH) as film:
        pictures = [patches(frame) for frame in film.decode(video=0)]
    assert len(pictures) == per_scene * len(SCENES)
    for number, scene in enumerate(SCENES):
        canvas = Canvas(WIDTH, HEIGHT)
        scene.draw(canvas, 3.0)
        drawn = patches(make_sample._video_frame(canvas))
        shown = pictures[number * per_scene + 3 * make_sample.FRAME_RATE]
        # Compression changes a patch by up to 7 of 255; half a second earlier or later differs by more than 10.
        assert max(abs(a - b) for a, b in zip(drawn, shown, strict=True)) < 10, scene.name


def test_the_sound_decodes_whole_and_is_no_silence() -> None:
    with av.open(make_sample.SAMPLE_PATH) as film:
        frames = list(film.decode(audio=0))
    assert sum(frame.samples for frame in frames) / frames[0].sample_rate == pytest.approx(SECONDS, abs=0.1)
    for number in range(len(SCENES)):
        heard = [bytes(f.planes[0]) for f in frames if number * SCENE_SECONDS < f.time < (number + 1) * SCENE_SECONDS]
        assert len(set(heard)) > 100


def test_the_subtitle_track_says_what_the_scenes_say() -> None:
    expected = [
        (number * SCENE_SECONDS + cue.start, number * SCENE_SECONDS + cue.end, cue.text)
        for number, scene in enumerate(SCENES)
        for cue in scene.cues
    ]
    cues = read_cues(make_sample.SAMPLE_PATH)
    assert cues == [(pytest.approx(start), pytest.approx(end), text) for start, end, text in expected]
    assert 8 <= len(cues) <= 12
    assert all(end <= start for (_, end, _), (start, _, _) in pairwise(cues))
    assert [start for start, _, text in cues if "red balloon" in text] == [pytest.approx(24.3)]


@pytest.fixture
def one_scene(monkeypatch: pytest.MonkeyPatch) -> None:
    """A film of one scene is quicker to make than the whole one."""
    monkeypatch.setattr(make_sample, "SCENES", SCENES[-1:])


@pytest.mark.usefixtures("one_scene")
def test_making_it_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "first.mp4", tmp_path / "second.mp4"
    make_sample.main(["--output", str(first)])
    make_sample.main(["--output", str(second)])
    assert first.read_bytes() == second.read_bytes()
    assert b"Lavf" not in first.read_bytes(), "a version tag would change with each release"
    assert [text for _, _, text in read_cues(first)] == [cue.text for cue in SCENES[-1].cues]


def test_a_failure_leaves_the_old_file_and_nothing_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_canvas: Canvas, _time: float) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(make_sample, "SCENES", (replace(SCENES[0], draw=fail),))
    output = tmp_path / "film.mp4"
    output.write_bytes(b"old")
    with pytest.raises(ZeroDivisionError):
        make_sample.make_sample(output)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"film.mp4": b"old"}


@pytest.mark.parametrize(("name", "remedy"), [("missing/film.mp4", "existing folder"), ("", "is a folder")])
def test_an_output_that_cannot_be_written_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, remedy: str
) -> None:
    output = tmp_path / name
    with pytest.raises(SystemExit) as stopped:
        make_sample.main(["--output", str(output)])
    message = capsys.readouterr().err
    assert stopped.value.code == 2
    assert str(output) in message
    assert remedy in message
