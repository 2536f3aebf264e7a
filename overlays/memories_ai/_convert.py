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
from ._values import count, integer, known, moment, number, rows, seconds, text, untouched, words

T = TypeVar("T")


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
    return types.Page(
        items=tuple(map(_row, data.videos, rows(raw, "videos"))),
        page=count(data.current_page),
        size=count(data.page_size),
        total=count(data.total_count),
        raw=raw,
    )


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


def imported_video(row: wire.ImportedVideo) -> types.Video:
    facts = _facts(row, row.video_no)
    return types.Video(**facts, **_capture(row), **_picture(row), url=known(row.video_url), raw=row.to_dict())


def search_result(
    payload: Mapping[str, object],
) -> tuple[types.SearchHit, ...] | tuple[types.CaptionHit, ...] | types.Page[types.ImageHit]:
    if payload.get("code") == "SUCCESS":
        videos = wire.SupersededSearchResponse.from_dict(payload).data.videos
        return tuple(
            types.SearchHit(video_no=identifier(v.video_no), video_name=known(v.video_name), raw=v.to_dict())
            for v in videos
        )
    data = wire.SearchResponse.from_dict(payload).data
    if isinstance(data, wire.ImagePage):
        return _image_page(data)
    captions = [_caption(hit) for hit in data if isinstance(hit, wire.CaptionHit)]
    return tuple(captions) if captions else tuple(hit_of(hit) for hit in data if isinstance(hit, wire.SearchHit))


def transcript_hits(payload: Mapping[str, object]) -> types.Page[types.SearchHit]:
    if "code" not in payload:
        return _bare_transcript_hits(wire.BareAudioTranscriptSearchResponse.from_dict(payload))
    data = wire.AudioTranscriptSearchResponse.from_dict(payload).data
    hits = (
        types.SearchHit(
            video_no=identifier(hit.video_no),
            video_name=known(hit.video_name),
            start=seconds(hit.start_time),
            text=hit.audio_ts,
            video_bucket=known(hit.video_bucket),
            video_blob=known(hit.video_blob),
            raw=hit.to_dict(),
        )
        for hit in data.videos
    )
    return types.Page(
        items=tuple(hits),
        page=count(data.current_page),
        size=count(data.page_size),
        total=count(data.total_count),
        raw=data.to_dict(),
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
    return types.UpdatedTranscription(video_no=words(data.video_no), raw=untouched(payload))


def summary(payload: Mapping[str, object]) -> types.Summary | None:
    data = wire.SummaryResponse.from_dict(payload).data
    if data is None:
        return None
    return types.Summary(
        text=data.summary,
        items=tuple(
            types.SummaryItem(title=item.title, description=item.description, start=seconds(item.start))
            for item in data.items
        ),
        input_tokens=integer(data.total_input),
        output_tokens=integer(data.total_output),
        raw=data.to_dict(),
    )


def chat_answer(payload: Mapping[str, object]) -> types.ChatAnswer:
    data = wire.ChatResponse.from_dict(payload).data
    steps = thinkings(data.thinkings)
    return types.ChatAnswer(
        text=data.content,
        session_id=known(data.session_id),
        thinkings=steps,
        references=references(data.refs) + tuple(ref for step in steps for ref in step.references),
        raw=data.to_dict(),
    )


def session_page(payload: Mapping[str, object]) -> types.Page[types.Session]:
    data = wire.ListSessionsResponse.from_dict(payload).data
    return types.Page(
        items=tuple(
            types.Session(session_id=identifier(row.session_id), title=known(row.title)) for row in data.sessions
        ),
        page=data.current_page,
        size=data.page_size,
        total=count(data.total_count),
        raw=data.to_dict(),
    )


def session_detail(payload: Mapping[str, object]) -> types.SessionDetail | None:
    data = wire.SessionDetailResponse.from_dict(payload).data
    if data is None:
        return None
    return types.SessionDetail(
        session_id=identifier(data.session_id),
        title=known(data.title),
        messages=tuple(
            types.Message(
                role=message.role,
                text=message.content,
                thinkings=thinkings(message.thinkings),
                references=references(message.refs),
            )
            for message in data.messages
        ),
        raw=data.to_dict(),
    )


def nothing(payload: Mapping[str, object]) -> None:
    wire.EmptyResponse.from_dict(payload)


def thinkings(steps: Iterable[wire.Thinking] | Unset | None) -> tuple[types.Thinking, ...]:
    return tuple(
        types.Thinking(title=step.title, text=step.content, references=references(step.refs))
        for step in known(steps) or ()
    )


def references(refs: Iterable[wire.Reference] | Unset | None) -> tuple[types.Reference, ...]:
    return tuple(_reference(ref) for ref in known(refs) or ())


def _reference(ref: wire.Reference) -> types.Reference:
    video = known(ref.video)
    return types.Reference(
        video_no=video.video_no if video else None,
        video_name=known(video.video_name) if video else None,
        duration=seconds(video.duration) if video else None,
        items=tuple(
            types.ReferenceItem(
                video_no=item.video_no,
                type=item.type_,
                start=seconds(item.start_time),
                end=seconds(item.end_time),
                text=known(item.text),
                raw=item.to_dict(),
            )
            for item in ref.ref_items or ()
        ),
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
        "tags": tuple(words(tag) for tag in known(data.tags) or ()),
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


def hit_of(hit: wire.SearchHit) -> types.SearchHit:
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
        raw=hit.to_dict(),
    )


def _caption(hit: wire.CaptionHit) -> types.CaptionHit:
    return types.CaptionHit(
        video_no=identifier(hit.video_no),
        text=known(hit.text),
        start=seconds(hit.start_time),
        end=seconds(hit.end_time),
        score=number(hit.score),
        vector=tuple(known(hit.vector) or ()),
        raw=hit.to_dict(),
    )


def _image_page(data: wire.ImagePage) -> types.Page[types.ImageHit]:
    images = (
        types.ImageHit(
            id=str(image.id),
            name=known(image.name),
            url=known(image.img_url),
            taken_at=moment(image.datetime_taken),
            camera_model=known(image.camera_model),
            latitude=number(image.latitude),
            longitude=number(image.longitude),
            score=number(image.score),
            bucket=known(image.bucket),
            blob=known(image.blob),
            raw=image.to_dict(),
        )
        for image in data.item
    )
    return types.Page(
        items=tuple(images),
        page=data.current_page,
        size=data.page_size,
        total=count(data.total_count),
        raw=data.to_dict(),
    )


def _bare_transcript_hits(data: wire.BareAudioTranscriptSearchResponse) -> types.Page[types.SearchHit]:
    hits = (
        types.SearchHit(
            video_no=identifier(hit.audio_id),
            video_name=None,
            start=_clock(hit.timestamp),
            text=hit.snippet,
            raw=hit.to_dict(),
        )
        for hit in data.results
    )
    return types.Page(
        items=tuple(hits),
        page=count(data.page),
        size=count(data.page_size),
        total=count(data.total),
        raw=data.to_dict(),
    )


def _clock(timestamp: str | None) -> float | None:
    if timestamp is None:
        return None
    hours, minutes, secs = (int(part) for part in timestamp.split(":"))
    return float(hours * 3600 + minutes * 60 + secs)


def identifier(value: object) -> str:
    """An id must be text: everything later is addressed with it."""
    if not isinstance(value, str) or not value:
        raise TypeError(f"{value!r} is no id")
    return value


def _cause(value: str | Unset | None) -> str | None:
    """The reason of a failure without the recorded trailing space."""
    cause = text(value)
    return cause.strip() or None if cause else None
