"""What is said and shown in a video, where a file beside it says so: the sidecar `name.json` or `name.srt`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from memories_ai_mock.envelope import shown
from memories_ai_mock.json_files import read_json_file
from memories_ai_mock.media import MediaError, read_subtitles
from memories_ai_mock.text_search import SCENE, SPEECH, Segment

MAX_SIDECAR_BYTES = 8 * 1024**2
MAX_SEGMENTS = 20_000
MAX_TEXT = 2_000


class ContentError(ValueError):
    """The description has the wrong form; the message names the member and the remedy."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a sidecar says; None: it says nothing about it. Times in seconds."""

    speech: Sequence[Segment] | None = None
    scenes: Sequence[Segment] | None = None
    duration: float = 0.0
    width: int | None = None
    height: int | None = None
    fps: float | None = None
    # Cause of a failure, for a video that is to become FAIL.
    cause: str | None = None


@dataclass(frozen=True, slots=True)
class Sidecars:
    """The sidecars in a directory; None: there are none."""

    directory: Path | None = field(default=None)

    def find(self, video_name: str) -> Content | None:
        """What lies beside a video of this name.

        Raises:
            ContentError: the file cannot be read.
        """
        if self.directory is None:
            return None
        document = self._existing(f"{video_name}.json")
        if document is not None:
            return read_document(document)
        subtitles = self._existing(f"{video_name}.srt")
        if subtitles is not None:
            return Content(speech=_subtitles(subtitles))
        return None

    def _existing(self, name: str) -> Path | None:
        try:
            path = (self.directory or Path()) / name
            return path if path.is_file() else None
        except OSError:
            # The name is longer than a file's can be.
            return None


def _subtitles(path: Path) -> Sequence[Segment]:
    try:
        speech = read_subtitles(path)
    except MediaError as error:
        raise ContentError(f"{path.name}: {error}") from error
    if not speech:
        # FFmpeg passes over what it does not understand.
        raise ContentError(f"{path.name}: no subtitle can be read in it; say that nothing is said with a JSON file")
    return speech


def read_document(path: Path) -> Content:
    """The content of a JSON file.

    Raises:
        ContentError: see there.
    """
    try:
        if path.stat().st_size > MAX_SIDECAR_BYTES:
            raise ContentError(f"{path.name}: is larger than {MAX_SIDECAR_BYTES} bytes")
        return parse_content(read_json_file(path))
    except (OSError, ValueError) as error:
        raise ContentError(f"{path.name}: {error}") from error


# Any JSON, checked here.
def parse_content(document: Any) -> Content:
    """`{"speech": [{"start", "end", "text"}], "scenes": [...], "duration", "width", "height", "fps", "cause"}`; each
    member may be missing.

    Raises:
        ContentError: see there.
    """
    if not isinstance(document, Mapping):
        raise ContentError('must be an object such as {"speech": [{"start": 0, "end": 2, "text": "Hello"}]}')
    unknown = sorted(document.keys() - {"speech", "scenes", "duration", "width", "height", "fps", "cause"})
    if unknown:
        raise ContentError(f"{unknown[0]}: is unknown; known: speech, scenes, duration, width, height, fps, cause")
    cause = document.get("cause")
    if cause is not None and not isinstance(cause, str):
        raise ContentError("cause: must be a text")
    return Content(
        speech=_segments(document, "speech", SPEECH),
        scenes=_segments(document, "scenes", SCENE),
        duration=_number(document, "duration") or 0.0,
        width=_pixels(document, "width"),
        height=_pixels(document, "height"),
        fps=_number(document, "fps"),
        cause=cause,
    )


def _segments(document: Mapping[str, Any], name: str, kind: str) -> list[Segment] | None:
    entries = document.get(name)
    if entries is None:
        return None
    if not isinstance(entries, list) or len(entries) > MAX_SEGMENTS:
        raise ContentError(f"{name}: must be a list of at most {MAX_SEGMENTS} entries")
    return sorted((_segment(entry, f"{name}[{index}]", kind) for index, entry in enumerate(entries)), key=_start)


def _start(segment: Segment) -> float:
    return segment.start


def _segment(entry: Any, where: str, kind: str) -> Segment:
    if not isinstance(entry, Mapping) or not isinstance(entry.get("text"), str):
        raise ContentError(f"{where}: must be an object with start, end and text")
    try:
        start, end = _number(entry, "start"), _number(entry, "end")
    except ContentError as error:
        raise ContentError(f"{where}.{error}") from None
    if start is None or end is None or end < start:
        raise ContentError(f"{where}: needs start and end in seconds, end not before start")
    return Segment(kind, start, end, " ".join(entry["text"].split())[:MAX_TEXT])


def _number(entry: Mapping[str, Any], name: str) -> float | None:
    value = entry.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1e7:
        raise ContentError(f"{name}: {shown(value)} must be a number from 0 to 10,000,000")
    return float(value)


def _pixels(entry: Mapping[str, Any], name: str) -> int | None:
    value = _number(entry, name)
    return None if value is None else int(value)
