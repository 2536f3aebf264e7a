"""From the generated models (what the wire carries) to the public types (what it means)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

import attrs

from memories_ai_generated import models as wire
from memories_ai_generated.types import Unset

from . import _types as types
from ._reading import Reader
from ._values import count, integer, known, moment, number, seconds, text

T = TypeVar("T")


def uploaded_video(payload: Mapping[str, object]) -> types.UploadedVideo:
    data = wire.UploadResponse.from_dict(payload).data
    return types.UploadedVideo(
        video_no=_id(data.video_no),
        name=data.video_name,
        status=known(data.video_status),
        uploaded_at=moment(data.upload_time),
        raw=data.to_dict(),
    )


def video_page(payload: Mapping[str, object]) -> types.Page[types.Video]:
    data = wire.ListVideosResponse.from_dict(payload).data
    return types.Page(
        items=tuple(_row(row) for row in data.videos),
        page=data.current_page,
        size=data.page_size,
        total=count(data.total_count),
        raw=data.to_dict(),
    )


def metadata(payload: Mapping[str, object]) -> types.Video | None:
    data = wire.MetadataResponse.from_dict(payload).data
    return None if data is None else _with_picture(_with_capture(_video(data, data.video_no), data), data)


def details(video_no: str) -> Reader[types.Video | None]:
    """Reader of details; the answer need not repeat the id that was asked for."""

    def read(payload: Mapping[str, object]) -> types.Video | None:
        data = wire.VideoDetailsResponse.from_dict(payload).data
        if data is None:
            return None
        video = _with_picture(_video(data, known(data.video_no) or video_no), data)
        return attrs.evolve(video, url=known(data.video_url))

    return read


def search_result(
    payload: Mapping[str, object],
) -> tuple[types.SearchHit, ...] | tuple[types.CaptionHit, ...] | types.Page[types.ImageHit]:
    if payload.get("code") == "SUCCESS":
        videos = wire.SupersededSearchResponse.from_dict(payload).data.videos
        return tuple(
            types.SearchHit(video_no=_id(v.video_no), video_name=known(v.video_name), raw=v.to_dict()) for v in videos
        )
    data = wire.SearchResponse.from_dict(payload).data
    if isinstance(data, wire.ImagePage):
        return _image_page(data)
    captions = [_caption(hit) for hit in data if isinstance(hit, wire.CaptionHit)]
    return tuple(captions) if captions else tuple(_hit(hit) for hit in data if isinstance(hit, wire.SearchHit))


def transcript_hits(payload: Mapping[str, object]) -> types.Page[types.SearchHit]:
    if "code" not in payload:
        return _bare_transcript_hits(wire.BareAudioTranscriptSearchResponse.from_dict(payload))
    data = wire.AudioTranscriptSearchResponse.from_dict(payload).data
    hits = (
        types.SearchHit(
            video_no=_id(hit.video_no),
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
        page=data.current_page,
        size=data.page_size,
        total=count(data.total_count),
        raw=data.to_dict(),
    )


def transcript(payload: Mapping[str, object]) -> types.Transcript | None:
    data = wire.TranscriptionResponse.from_dict(payload).data
    if data is None:
        return None
    return types.Transcript(
        video_no=_id(data.video_no),
        segments=tuple(
            types.Segment(index=s.index, text=s.content, start=seconds(s.start_time), end=seconds(s.end_time))
            for s in data.transcriptions
        ),
        created_at=moment(data.create_time),
        raw=data.to_dict(),
    )


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
        items=tuple(types.Session(session_id=_id(row.session_id), title=known(row.title)) for row in data.sessions),
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
        session_id=_id(data.session_id),
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


def _row(row: wire.VideoRow) -> types.Video:
    return attrs.evolve(_with_capture(_video(row, row.video_no), row), url=known(row.video_url))


def _video(data: wire.VideoRow | wire.VideoMetadata | wire.VideoDetails, video_no: str) -> types.Video:
    """What every description of a video tells."""
    return types.Video(
        video_no=_id(video_no),
        name=known(data.video_name),
        status=data.status,
        duration=seconds(data.duration),
        size=integer(data.size),
        cause=_cause(data.cause),
        created_at=moment(data.create_time),
        raw=data.to_dict(),
    )


def _with_capture(video: types.Video, data: wire.VideoRow | wire.VideoMetadata) -> types.Video:
    """What was told at upload, and where the file lies."""
    return attrs.evolve(
        video,
        taken_at=moment(data.datetime_taken),
        camera_model=known(data.camera_model),
        latitude=number(data.latitude),
        longitude=number(data.longitude),
        tags=tuple(known(data.tags) or ()),
        bucket=known(data.bucket),
        blob=known(data.blob),
    )


def _with_picture(video: types.Video, data: wire.VideoMetadata | wire.VideoDetails) -> types.Video:
    """What indexing measured."""
    return attrs.evolve(
        video,
        fps=number(data.fps),
        width=known(data.width),
        height=known(data.height),
        resolution_label=known(data.resolution_label),
    )


def _hit(hit: wire.SearchHit) -> types.SearchHit:
    return types.SearchHit(
        video_no=_id(hit.video_no),
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
        video_no=_id(hit.video_no),
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
            video_no=hit.audio_id, video_name=None, start=_clock(hit.timestamp), text=hit.snippet, raw=hit.to_dict()
        )
        for hit in data.results
    )
    return types.Page(
        items=tuple(hits), page=data.page, size=data.page_size, total=count(data.total), raw=data.to_dict()
    )


def _clock(timestamp: str | None) -> float | None:
    if timestamp is None:
        return None
    hours, minutes, secs = (int(part) for part in timestamp.split(":"))
    return float(hours * 3600 + minutes * 60 + secs)


def _id(value: object) -> str:
    """An id must be text: everything later is addressed with it."""
    if not isinstance(value, str) or not value:
        raise TypeError(f"{value!r} is no id")
    return value


def _cause(value: str | Unset | None) -> str | None:
    """The reason of a failure without the recorded trailing space."""
    cause = text(value)
    return cause.strip() or None if cause else None
