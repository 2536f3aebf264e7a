"""The bodies that the service sends to callback addresses, as typed events. No I/O."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from typing import Final

import attrs

from memories_ai_generated import models as wire
from memories_ai_generated.models.import_status import ImportStatus
from memories_ai_generated.models.mavi_transcription_status import MaviTranscriptionStatus
from memories_ai_generated.models.video_status import VideoStatus

from .._errors import ValidationError
from .._json import STRICT
from .._repr import ShortRepr
from .._types import FAILED, READY, Raw, Segment
from .._values import hash_of_json, integer, known, seconds

MAX_BODY_BYTES: Final = 1024 * 1024


@attrs.frozen(kw_only=True, repr=False)
class VideoCallback(ShortRepr):
    """The indexing of a video has come further.

    Attributes:
        video_no: id of a video.
        status: PARSE (searchable), FAIL, ...; unknown values are kept.
        client_id: id of the account; in documentation up to August 2025 only.
        raw: the body as it came.
    """

    video_no: str
    status: VideoStatus
    client_id: str | None = None
    raw: Raw = attrs.field(repr=False, eq=False, factory=dict)

    @property
    def is_ready(self) -> bool:
        return self.status in READY

    @property
    def is_failed(self) -> bool:
        return self.status in FAILED

    @property
    def key(self) -> str:
        """The same for the same news."""
        return f"video:{self.video_no}:{self.status}"


@attrs.frozen(kw_only=True, repr=False)
class ImportCallback(ShortRepr):
    """An import has come further.

    Attributes:
        task_id: as the import gave it.
        status: SUCCEEDED (everything is downloaded), FAILED, INDEXING_SUCCEEDED (one video is indexed); unknown values
            are kept.
        video_no: the video that is indexed; None for the other states.
        message: for people.
        raw: the body as it came.
    """

    task_id: str
    status: ImportStatus
    video_no: str | None = None
    message: str | None = None
    raw: Raw = attrs.field(repr=False, eq=False, factory=dict)

    @property
    def key(self) -> str:
        """The same for the same news."""
        return f"import:{self.task_id}:{self.status}:{self.video_no or ''}"


@attrs.frozen(kw_only=True, repr=False)
class CaptionCallback(ShortRepr):
    """A description is ready, or failed: the one way to the result of the caption host.

    Attributes:
        status: 0: done, -1: failed; other numbers are kept.
        task_id: as the answer to the request had it; None where the service leaves it out.
        text: the description; None if it failed.
        message: why it failed; no source shows one.
        input_tokens, output_tokens: of the language model; None if it failed.
        raw: the body as it came.
    """

    status: int
    task_id: str | None = None
    text: str | None = None
    message: str | None = None
    input_tokens: int | None = None
    output_tokens: int | None = None
    raw: Raw = attrs.field(repr=False, eq=False, factory=dict)

    @property
    def is_ready(self) -> bool:
        return self.status == 0

    @property
    def key(self) -> str:
        """The same for the same news."""
        # Without an id, only the same words are the same news.
        return f"caption:{self.task_id or _digest(self.raw)}:{self.status}"


@attrs.frozen(kw_only=True, repr=False)
class TranscriptionCallback(ShortRepr):
    """A transcription of v1.0 is finished.

    Attributes:
        task_no: as `client.mavi.submit_transcription` gave it.
        video_no: id of a video.
        status: FINISH or FINISHED: done; unknown values are kept.
        segments: times in seconds.
        raw: the body as it came.
    """

    task_no: str
    video_no: str
    status: MaviTranscriptionStatus
    segments: tuple[Segment, ...] = ()
    raw: Raw = attrs.field(repr=False, eq=False, factory=dict)

    @property
    def key(self) -> str:
        """The same for the same news."""
        return f"transcription:{self.task_no}:{self.status}"


@attrs.frozen(kw_only=True, repr=False)
class UnknownCallback(ShortRepr):
    """A JSON body of a shape that this release does not know.

    Attributes:
        raw: the body as it came, any JSON value.
    """

    raw: object = attrs.field(repr=False)

    def __hash__(self) -> int:
        return hash_of_json(self.raw)

    @property
    def key(self) -> str:
        """The same for the same body."""
        return f"unknown:{_digest(self.raw)}"


CallbackEvent = VideoCallback | ImportCallback | CaptionCallback | TranscriptionCallback | UnknownCallback


# How far indexing is, by status. Of an unknown one it is only known that it is not the first.
_BEFORE: Final = {VideoStatus.UPLOADING: 0, VideoStatus.UNPARSE: 1, VideoStatus.PENDING: 1}
_AT_WORK: Final = 2
_ENDED: Final = 3


def later_status(first: VideoStatus, second: VideoStatus) -> VideoStatus:
    """Which of two statuses of a video is further on: a callback that comes late turns nothing back.

    `first` where neither is. That is so for a success and a failure too: no source tells which of the two can follow
    the other, so ask the service (`client.videos.get`). A video that is described anew may have begun again, which
    statuses alone do not tell.

    Args:
        first, second: in any order.
    """
    return second if _progress(second) > _progress(first) else first


def _progress(status: VideoStatus) -> int:
    return _ENDED if status in READY | FAILED else _BEFORE.get(status, _AT_WORK)


def _digest(value: object) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()


def parse(body: bytes | str | Mapping[str, object]) -> CallbackEvent:
    """The event that a body stands for; its shape decides, since no callback names its kind.

    Args:
        body: as it was received, or what a web framework has made of it.

    Raises:
        ValidationError: no JSON, or more than a megabyte of it. Answer with status 400; it did not come from the
            service.
    """
    value = body if isinstance(body, Mapping) else _decoded(body)
    if isinstance(value, Mapping):
        for fits, read in _SHAPES:
            if fits(value):
                try:
                    return read(value)
                except (AttributeError, KeyError, TypeError, ValueError):
                    break
    return UnknownCallback(raw=value)


def _decoded(body: bytes | str) -> object:
    if not isinstance(body, bytes | bytearray | str):
        raise ValidationError(
            f"body: {type(body).__name__} is neither bytes, text nor a mapping. Pass the body as it was received.",
            field="body",
        )
    if len(body) > MAX_BODY_BYTES:
        raise ValidationError(f"body: larger than {MAX_BODY_BYTES} bytes. No callback is.", field="body")
    try:
        text = body if isinstance(body, str) else body.decode(json.detect_encoding(body))
        return STRICT.decode(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise ValidationError(
            f"body: not JSON ({str(error)[:100]}). Pass the body as it was received.", field="body"
        ) from None


def _transcription(value: Mapping[str, object]) -> TranscriptionCallback:
    read = wire.MaviTranscription.from_dict(value)
    segments = tuple(
        Segment(
            index=integer(each.id), start=seconds(each.start_time), end=seconds(each.end_time), text=known(each.content)
        )
        for each in read.transcriptions or ()
    )
    return TranscriptionCallback(
        task_no=read.task_no, video_no=read.video_no, status=read.status, segments=segments, raw=value
    )


def _video(value: Mapping[str, object]) -> VideoCallback:
    read = wire.VideoCallback.from_dict(value)
    return VideoCallback(video_no=read.video_no, status=read.status, client_id=known(read.client_id), raw=value)


def _import(value: Mapping[str, object]) -> ImportCallback:
    read = wire.ImportCallback.from_dict(value)
    return ImportCallback(
        task_id=read.task_id,
        status=read.status,
        video_no=known(read.video_id) or known(read.video_no),
        message=known(read.message),
        raw=value,
    )


def _caption(value: Mapping[str, object]) -> CaptionCallback:
    read = wire.CaptionReport.from_dict(value)
    data = known(read.data)
    return CaptionCallback(
        status=int(read.status),
        task_id=known(read.task_id),
        text=data.text if data else None,
        message=known(read.msg),
        input_tokens=integer(data.token.input_) if data else None,
        output_tokens=integer(data.token.output) if data else None,
        raw=value,
    )


_Test = Callable[[Mapping[str, object]], bool]
_Read = Callable[[Mapping[str, object]], CallbackEvent]
# The first that fits is taken.
_SHAPES: Final[tuple[tuple[_Test, _Read], ...]] = (
    (lambda value: {"taskNo", "videoNo"} <= value.keys(), _transcription),
    (lambda value: "videoNo" in value and "taskId" not in value, _video),
    (lambda value: "taskId" in value, _import),
    (lambda value: type(value.get("status")) is int, _caption),
)
