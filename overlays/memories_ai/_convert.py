"""From the generated models (what the wire carries) to the public types (what it means)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import TypedDict, TypeVar

from memories_ai_generated import models as wire
from memories_ai_generated.types import Unset

from . import _types as types
from ._columns import LazyTuple, column, make_all, seconds_column
from ._reading import Reader
from ._values import (
    count,
    identifier,
    integer,
    known,
    moment,
    number,
    number_as_text,
    rows,
    seconds,
    text,
    untouched,
)

T = TypeVar("T")


def page_of(items: Iterable[T], *, page: int | str, size: int | str, total: int | str, raw: types.Raw) -> types.Page[T]:
    """A page, whose figures come as numbers or as decimal text."""
    return types.Page(items=tuple(items), page=count(page), size=count(size), total=count(total), raw=raw)


def uploaded_video(payload: Mapping[str, object]) -> types.UploadedVideo:
    data = wire.UploadResponse.from_dict(payload).data
    return types.UploadedVideo(
        video_no=identifier(data.video_no),
        name=data.video_name,
        status=known(data.video_status),
        uploaded_at=moment(data.upload_time),
        raw=untouched(payload),
    )


def video_page(payload: Mapping[str, object]) -> types.Page[types.Video]:
    data, raw = wire.ListVideosResponse.from_dict(payload).data, untouched(payload)
    items = map(_row, data.videos, rows(raw, "videos"))
    return page_of(items, page=data.current_page, size=data.page_size, total=data.total_count, raw=raw)


def metadata(payload: Mapping[str, object]) -> types.Video | None:
    data = wire.MetadataResponse.from_dict(payload).data
    if data is None:
        return None
    return types.Video(**_facts(data, data.video_no), **_capture(data), **_picture(data), raw=untouched(payload))


def details(video_no: str) -> Reader[types.Video | None]:
    """Reader of details; the answer need not repeat the id that was asked for."""

    def read(payload: Mapping[str, object]) -> types.Video | None:
        data = wire.VideoDetailsResponse.from_dict(payload).data
        if data is None:
            return None
        facts = _facts(data, known(data.video_no) or video_no)
        return types.Video(**facts, **_picture(data), url=known(data.video_url), raw=untouched(payload))

    return read


def imported_video(row: wire.ImportedVideo, raw: types.Raw) -> types.Video:
    facts = _facts(row, row.video_no)
    return types.Video(**facts, **_capture(row), **_picture(row), url=known(row.video_url), raw=raw)


def search_result(
    kind: wire.SearchType,
) -> Reader[tuple[types.SearchHit, ...] | tuple[types.CaptionHit, ...] | types.Page[types.ImageHit]]:
    """Reader of hits of the kind that was asked for; those of another kind are refused."""
    if kind == wire.SearchType.BY_IMAGE:
        return images
    return captions if kind == wire.SearchType.BY_CAPTION else moments


def moments(payload: Mapping[str, object]) -> tuple[types.SearchHit, ...]:
    """Scenes, speech, or whole videos."""
    if payload["code"] == "SUCCESS":
        found = wire.SupersededSearchResponse.from_dict(payload).data.videos
        return tuple(map(_superseded_hit, found, rows(untouched(payload), "videos")))
    hits = _hits_of(wire.SearchHit, payload)
    return tuple(map(hit_of, hits, rows(payload, "data")))


def captions(payload: Mapping[str, object]) -> tuple[types.CaptionHit, ...]:
    return tuple(map(_caption, _hits_of(wire.CaptionHit, payload), rows(payload, "data")))


def images(payload: Mapping[str, object]) -> types.Page[types.ImageHit]:
    """A page; an empty list, as the other kinds answer where nothing is found, stands for an empty one."""
    data = wire.SearchResponse.from_dict(payload).data
    if isinstance(data, list):
        _check_kind(wire.ImagePage, data)
        return page_of((), page=0, size=0, total=0, raw=payload)
    raw = untouched(payload)
    found = map(_image, data.item, rows(raw, "item"))
    return page_of(found, page=data.current_page, size=data.page_size, total=data.total_count, raw=raw)


def _hits_of(kind: type[T], payload: Mapping[str, object]) -> list[T]:
    data = wire.SearchResponse.from_dict(payload).data
    hits = data if isinstance(data, list) else [data]
    return _check_kind(kind, hits)


def _check_kind(kind: type[T], hits: Sequence[object]) -> list[T]:
    fitting = [hit for hit in hits if isinstance(hit, kind)]
    if len(fitting) < len(hits):
        raise ValueError("hits of another kind than asked for")
    return fitting


def transcript_hits(payload: Mapping[str, object]) -> types.Page[types.SearchHit]:
    if "code" not in payload:
        return _bare_transcript_hits(payload)
    data, raw = wire.AudioTranscriptSearchResponse.from_dict(payload).data, untouched(payload)
    hits = map(_transcript_hit, data.videos, rows(raw, "videos"))
    return page_of(hits, page=data.current_page, size=data.page_size, total=data.total_count, raw=raw)


def _transcript_hit(hit: wire.AudioTranscriptHit, raw: types.Raw) -> types.SearchHit:
    return types.SearchHit(
        video_no=identifier(hit.video_no),
        video_name=known(hit.video_name),
        start=seconds(hit.start_time),
        text=hit.audio_ts,
        video_bucket=known(hit.video_bucket),
        video_blob=known(hit.video_blob),
        raw=raw,
    )


def transcript(payload: Mapping[str, object]) -> types.Transcript | None:
    bare, rows = _without_segments(payload)
    data = wire.TranscriptionResponse.from_dict(bare).data
    if data is None:
        return None
    return types.Transcript(
        video_no=identifier(data.video_no),
        segments=_segments(rows),
        created_at=moment(data.create_time),
        raw=untouched(payload),
    )


def _segments(rows: Sequence[Mapping[str, object]]) -> Sequence[types.Segment]:
    """Checked at once, made when they are asked for."""
    make = partial(
        make_all,
        types.Segment,
        index=column(rows, "index", int),
        text=column(rows, "content", str),
        start=seconds_column(rows, "startTime"),
        end=seconds_column(rows, "endTime"),
    )
    return LazyTuple(len(rows), make)


def _without_segments(payload: Mapping[str, object]) -> tuple[Mapping[str, object], list[Mapping[str, object]]]:
    """A transcript without its segments, and these: there may be thousands."""
    data = payload.get("data")
    rows = data.get("transcriptions") if isinstance(data, dict) else None
    if not isinstance(data, dict) or not isinstance(rows, list):
        return payload, []
    return {**payload, "data": {**data, "transcriptions": []}}, rows


def updated_transcription(payload: Mapping[str, object]) -> types.UpdatedTranscription:
    data = wire.UpdateTranscriptionResponse.from_dict(payload).data
    return types.UpdatedTranscription(video_no=data.video_no, raw=untouched(payload))


def summary(payload: Mapping[str, object]) -> types.Summary | None:
    data = wire.SummaryResponse.from_dict(payload).data
    if data is None:
        return None
    raw = untouched(payload)
    return types.Summary(
        text=data.summary,
        items=tuple(map(_summary_item, data.items, rows(raw, "items"))),
        input_tokens=integer(data.total_input),
        output_tokens=integer(data.total_output),
        raw=raw,
    )


def _summary_item(item: wire.SummaryItem, raw: types.Raw) -> types.SummaryItem:
    return types.SummaryItem(title=item.title, description=item.description, start=seconds(item.start), raw=raw)


def chat_answer(payload: Mapping[str, object]) -> types.ChatAnswer:
    data, raw = wire.ChatResponse.from_dict(payload).data, untouched(payload)
    steps = thinkings(data.thinkings, raw)
    return types.ChatAnswer(
        text=data.content,
        session_id=known(data.session_id),
        thinkings=steps,
        references=references(data.refs, rows(raw, "refs")) + tuple(ref for step in steps for ref in step.references),
        raw=raw,
    )


def session_page(payload: Mapping[str, object]) -> types.Page[types.Session]:
    data, raw = wire.ListSessionsResponse.from_dict(payload).data, untouched(payload)
    items = map(_session, data.sessions, rows(raw, "sessions"))
    return page_of(items, page=data.current_page, size=data.page_size, total=data.total_count, raw=raw)


def _session(row: wire.SessionRow, raw: types.Raw) -> types.Session:
    return types.Session(session_id=identifier(row.session_id), title=row.title, raw=raw)


def session_detail(payload: Mapping[str, object]) -> types.SessionDetail | None:
    data = wire.SessionDetailResponse.from_dict(payload).data
    if data is None:
        return None
    raw = untouched(payload)
    return types.SessionDetail(
        session_id=identifier(data.session_id),
        title=data.title,
        messages=tuple(map(_message, data.messages, rows(raw, "messages"))),
        raw=raw,
    )


def _message(message: wire.SessionMessage, raw: types.Raw) -> types.Message:
    return types.Message(
        role=message.role,
        text=message.content,
        thinkings=thinkings(message.thinkings, raw),
        references=references(message.refs, rows(raw, "refs")),
        raw=raw,
    )


def nothing(payload: Mapping[str, object]) -> None:
    wire.EmptyResponse.from_dict(payload)


def thinkings(steps: Iterable[wire.Thinking] | Unset | None, raw: types.Raw) -> tuple[types.Thinking, ...]:
    """The steps of an answer, of which `raw` is the whole."""
    return tuple(map(_thinking, known(steps) or (), rows(raw, "thinkings")))


def _thinking(step: wire.Thinking, raw: types.Raw) -> types.Thinking:
    return types.Thinking(
        title=step.title, text=step.content, references=references(step.refs, rows(raw, "refs")), raw=raw
    )


def references(
    refs: Iterable[wire.Reference] | Unset | None, raw_refs: Iterable[types.Raw]
) -> tuple[types.Reference, ...]:
    return tuple(map(_reference, known(refs) or (), raw_refs))


def _reference(ref: wire.Reference, raw: types.Raw) -> types.Reference:
    video = known(ref.video)
    return types.Reference(
        video_no=video.video_no if video else None,
        video_name=known(video.video_name) if video else None,
        duration=seconds(video.duration) if video else None,
        items=tuple(map(_reference_item, ref.ref_items or (), rows(raw, "refItems"))),
        raw=raw,
    )


def _reference_item(item: wire.ReferenceItem, raw: types.Raw) -> types.ReferenceItem:
    return types.ReferenceItem(
        video_no=item.video_no,
        type=item.type_,
        start=number(item.start_time),
        end=number(item.end_time),
        text=known(item.text),
        raw=raw,
    )


def _row(row: wire.VideoRow, raw: types.Raw) -> types.Video:
    return types.Video(**_facts(row, row.video_no), **_capture(row), url=known(row.video_url), raw=raw)


class _Facts(TypedDict):
    """What every description of a video tells."""

    video_no: str
    name: str | None
    status: wire.VideoStatus | None
    duration: float | None
    size: int | None
    cause: str | None
    created_at: datetime | None


class _Capture(TypedDict):
    """What was told at upload, and where the file lies."""

    taken_at: datetime | None
    camera_model: str | None
    latitude: float | None
    longitude: float | None
    tags: tuple[str, ...]
    bucket: str | None
    blob: str | None


class _Picture(TypedDict):
    """What indexing measured."""

    fps: float | None
    width: int | None
    height: int | None
    resolution_label: str | None


def _facts(data: wire.VideoRow | wire.VideoMetadata | wire.VideoDetails | wire.ImportedVideo, video_no: str) -> _Facts:
    return {
        "video_no": identifier(video_no),
        "name": known(data.video_name),
        "status": data.status,
        "duration": seconds(data.duration),
        "size": integer(data.size),
        "cause": _cause(data.cause),
        "created_at": moment(data.create_time),
    }


def _capture(data: wire.VideoRow | wire.VideoMetadata | wire.ImportedVideo) -> _Capture:
    return {
        "taken_at": moment(data.datetime_taken),
        "camera_model": known(data.camera_model),
        "latitude": number(data.latitude),
        "longitude": number(data.longitude),
        "tags": tuple(known(data.tags) or ()),
        "bucket": known(data.bucket),
        "blob": known(data.blob),
    }


def _picture(data: wire.VideoMetadata | wire.VideoDetails | wire.ImportedVideo) -> _Picture:
    return {
        "fps": number(data.fps),
        "width": known(data.width),
        "height": known(data.height),
        "resolution_label": known(data.resolution_label),
    }


def _superseded_hit(video: wire.SupersededSearchHit, raw: types.Raw) -> types.SearchHit:
    return types.SearchHit(video_no=identifier(video.video_no), video_name=known(video.video_name), raw=raw)


def hit_of(hit: wire.SearchHit, raw: types.Raw) -> types.SearchHit:
    return types.SearchHit(
        video_no=identifier(hit.video_no),
        video_name=known(hit.video_name),
        start=seconds(hit.start_time),
        end=seconds(hit.end_time),
        score=number(hit.score),
        text=known(hit.audio_ts) or None,
        video_bucket=known(hit.video_bucket),
        video_blob=known(hit.video_blob),
        keyframe_bucket=known(hit.keyframe_bucket),
        keyframe_blob=known(hit.keyframe_blob),
        raw=raw,
    )


def _caption(hit: wire.CaptionHit, raw: types.Raw) -> types.CaptionHit:
    return types.CaptionHit(
        video_no=identifier(hit.video_no),
        text=hit.text,
        start=number(hit.start_time),
        end=number(hit.end_time),
        score=number(hit.score),
        vector=tuple(map(float, known(hit.vector) or ())),
        raw=raw,
    )


def _image(image: wire.ImageHit, raw: types.Raw) -> types.ImageHit:
    return types.ImageHit(
        id=number_as_text(image.id),
        name=image.name,
        url=known(image.img_url),
        taken_at=moment(image.datetime_taken),
        camera_model=known(image.camera_model),
        latitude=number(image.latitude),
        longitude=number(image.longitude),
        score=number(image.score),
        bucket=known(image.bucket),
        blob=known(image.blob),
        raw=raw,
    )


def _bare_transcript_hits(payload: types.Raw) -> types.Page[types.SearchHit]:
    data = wire.BareAudioTranscriptSearchResponse.from_dict(payload)
    hits = map(_bare_transcript_hit, data.results, rows(payload, "results"))
    return page_of(hits, page=data.page, size=data.page_size, total=data.total, raw=payload)


def _bare_transcript_hit(hit: wire.BareAudioTranscriptHit, raw: types.Raw) -> types.SearchHit:
    return types.SearchHit(
        video_no=identifier(hit.audio_id),
        video_name=None,
        start=_clock(hit.timestamp),
        text=hit.snippet,
        raw=raw,
    )


def _clock(timestamp: str | None) -> float | None:
    if timestamp is None:
        return None
    hours, minutes, secs = (int(part) for part in timestamp.split(":"))
    return float(hours * 3600 + minutes * 60 + secs)


def _cause(value: str | Unset | None) -> str | None:
    """The reason of a failure without the recorded trailing space."""
    cause = text(value)
    return cause.strip() or None if cause else None
