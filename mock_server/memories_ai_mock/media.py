"""Reads a video file for real: what it is, what its subtitles say, what its pictures look like."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import av
import av.error
from av.container import InputContainer
from av.packet import Packet
from av.stream import Stream
from av.subtitles.subtitle import AssSubtitle
from av.video.stream import VideoStream

from memories_ai_mock.scenes import SceneBuilder
from memories_ai_mock.text_search import SPEECH, Segment

if TYPE_CHECKING:
    from PIL.Image import Image

    from memories_ai_mock.pictures import FrameSampler

# As documented; h265 is another name of hevc.
ACCEPTED_CODECS = ("h264", "hevc", "vp9")
SUBTITLE_CODECS = ("mov_text", "subrip", "srt", "ass", "ssa", "webvtt", "text")
# The containers of the accepted extensions, and no others: a playlist would make FFmpeg open further files.
FORMATS = "mov,mp4,m4a,3gp,3g2,mj2,avi,matroska,webm"
# Of videos with more than these, only the key frames are looked at: about five minutes of 1280x720 at 25 a second,
# which take some twenty seconds.
MAX_DECODED_PIXELS = 7e9
ASSUMED_FPS = 25.0
SAMPLE_SECONDS = 0.5
# A reading that takes longer describes what it has seen so far.
READ_SECONDS = 60.0
MAX_PIXELS = 8192 * 8192
MAX_SUBTITLES = 20_000
MAX_SUBTITLE_LENGTH = 2_000

ASS_COMMANDS = re.compile(r"\{\\[^}]*\}")
ASS_BREAKS = re.compile(r"\\[Nnh]")


class MediaError(Exception):
    """The file is no video that can be indexed; the message says why."""


@dataclass(slots=True)
class Media:
    """What a file holds. `duration` in seconds; `speech` are its subtitles, `scenes` described from its pictures, of
    which `frames` has moments (seconds) and fingerprints."""

    container: str | None
    codec: str | None
    duration: float
    fps: float | None
    width: int
    height: int
    has_audio: bool
    speech: list[Segment] = field(default_factory=list)
    scenes: list[Segment] = field(default_factory=list)
    frames: list[tuple[float, bytes]] = field(default_factory=list)


def read_media(path: Path, stopped: Callable[[], bool]) -> Media:
    """Read a file; takes a minute at most, and ends soon after `stopped` answers true.

    Raises:
        MediaError: see there.
    """
    if not path.stat().st_size:
        raise MediaError("The file is empty.")
    try:
        with av.open(str(path), options={"format_whitelist": FORMATS}, timeout=READ_SECONDS) as container:
            return _read(container, stopped)
    except (av.error.FFmpegError, ValueError) as error:
        raise MediaError(
            f"The file cannot be read as MP4, MOV, AVI or MKV ({_reason(error)}); it is damaged or no video."
        ) from error


def _read(container: InputContainer, stopped: Callable[[], bool]) -> Media:
    # Not simply the first one, which may be a cover picture.
    stream = container.streams.best("video")
    if not isinstance(stream, VideoStream):
        raise MediaError("The file has no video stream.")
    # Imported here: starting the emulator should not wait for it.
    from memories_ai_mock.pictures import FrameSampler

    media = _describe(container, stream)
    scenes, frames = SceneBuilder(SAMPLE_SECONDS), FrameSampler()
    # Two files are read at a time: threads of FFmpeg's own would only add to that.
    stream.codec_context.thread_count = 1
    _look_at_key_frames_only_if_long(stream, media)
    subtitles = [each for each in container.streams.subtitles if _codec(each) in SUBTITLE_CODECS][:1]
    deadline = time.monotonic() + READ_SECONDS
    for packet in container.demux(stream, *subtitles):
        if stopped() or time.monotonic() > deadline:
            break
        if packet.stream.type == "subtitle":
            _add_subtitles(media.speech, packet)
        else:
            _add_frames(scenes, frames, packet)
    if not scenes.samples:
        raise MediaError("Not one picture of the video stream can be decoded; the file is damaged.")
    media.duration = media.duration or scenes.last_time
    media.speech.sort(key=lambda segment: segment.start)
    media.scenes = scenes.finish(media.duration)
    media.frames = list(frames.frames)
    return media


def picture_at(path: Path, seconds: float) -> Image | None:
    """The first picture at or after a time; None: the video ends before.

    Raises:
        MediaError: the file cannot be read.
    """
    # Imported here: starting the emulator should not wait for it.
    import PIL.Image

    try:
        with av.open(str(path), options={"format_whitelist": FORMATS}, timeout=READ_SECONDS) as container:
            stream = container.streams.best("video")
            if not isinstance(stream, VideoStream) or stream.time_base is None:
                return None
            container.seek(int(seconds / stream.time_base), stream=stream)
            for frame in container.decode(stream):
                if frame.time is None or frame.time >= seconds - 0.001:
                    return PIL.Image.fromarray(frame.to_ndarray(format="rgb24"))
    except (av.error.FFmpegError, ValueError) as error:
        raise MediaError(f"The file cannot be read ({_reason(error)}).") from error
    return None


def read_subtitles(path: Path) -> list[Segment]:
    """The texts of a subtitle file (SubRip), in order of time.

    Raises:
        MediaError: it cannot be read.
    """
    speech: list[Segment] = []
    try:
        with av.open(str(path), format="srt") as container:
            for packet in container.demux(container.streams.subtitles[0]):
                _add_subtitles(speech, packet)
    except (av.error.FFmpegError, IndexError, ValueError) as error:
        raise MediaError(f"The subtitles cannot be read ({_reason(error)}).") from error
    return sorted(speech, key=lambda segment: segment.start)


def _describe(container: InputContainer, stream: VideoStream) -> Media:
    codec = _codec(stream)
    if codec not in ACCEPTED_CODECS:
        raise MediaError(f"The video codec is {codec}; h264, h265 (hevc) and vp9 are accepted.")
    if stream.width * stream.height > MAX_PIXELS:
        raise MediaError(f"The pictures are too large ({stream.width}x{stream.height}).")
    rate = stream.average_rate or stream.guessed_rate
    return Media(
        container=container.format.name,
        codec=codec,
        duration=max(0.0, (container.duration or 0) / av.time_base),
        fps=float(rate) if rate else None,
        width=stream.width,
        height=stream.height,
        has_audio=bool(container.streams.audio),
    )


def _codec(stream: Stream) -> str:
    # Not the name of its decoder: libdav1d reads av1. A codec that FFmpeg does not know has no context, whatever the
    # type says.
    return stream.codec_context.codec.canonical_name if stream.codec_context else "unknown"


def _look_at_key_frames_only_if_long(stream: VideoStream, media: Media) -> None:
    if media.width * media.height * media.duration * (media.fps or ASSUMED_FPS) > MAX_DECODED_PIXELS:
        stream.codec_context.skip_frame = "NONKEY"


def _add_frames(scenes: SceneBuilder, sampler: FrameSampler, packet: Packet[Any]) -> None:
    try:
        frames = packet.decode()
    except av.error.FFmpegError:
        # A damaged picture among good ones costs nothing but itself.
        return
    for frame in frames:
        if isinstance(frame, av.VideoFrame):
            scenes.add(frame.time, frame)
            sampler.add(frame.time, frame)


def _add_subtitles(speech: list[Segment], packet: Packet[Any]) -> None:
    if packet.pts is None or packet.time_base is None or len(speech) >= MAX_SUBTITLES:
        return
    try:
        subtitles = packet.decode()
    except av.error.FFmpegError:
        return
    start = max(0.0, float(packet.pts * packet.time_base))
    end = start + float((packet.duration or 0) * packet.time_base)
    for subtitle in subtitles:
        text = _spoken_text(subtitle.dialogue) if isinstance(subtitle, AssSubtitle) else ""
        if text:
            speech.append(Segment(SPEECH, start, end, text))


def _spoken_text(dialogue: bytes) -> str:
    text = ASS_BREAKS.sub(" ", ASS_COMMANDS.sub("", dialogue.decode(errors="replace")))
    return " ".join(text.split())[:MAX_SUBTITLE_LENGTH]


def _reason(error: Exception) -> str:
    return str(getattr(error, "strerror", None) or type(error).__name__)
