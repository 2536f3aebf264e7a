"""Answers of v1.0."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from memories_ai_generated import models as wire
from memories_ai_generated.types import Unset

from . import _convert as convert
from . import _types as types
from ._values import known, moment, optional_number, optional_words, rows, seconds, untouched, whole, words


def uploaded_video(payload: Mapping[str, object]) -> types.UploadedVideo:
    duration = wire.UploadResponse.from_dict(payload).data.duration
    return attrs.evolve(convert.uploaded_video(payload), duration=_text_seconds(duration))


def video_page(payload: Mapping[str, object]) -> types.Page[types.Video]:
    """`page` of the answer is the number of pages, `current` that of this one."""
    data, raw = wire.MaviListVideosResponse.from_dict(payload).data, untouched(payload)
    return types.Page(
        items=tuple(map(_video, data.video_data, rows(raw, "videoData"))),
        page=whole(data.current),
        size=whole(data.page_size),
        total=whole(data.total),
        raw=raw,
    )


def videos(payload: Mapping[str, object]) -> tuple[types.Video, ...]:
    found = wire.MaviSearchResponse.from_dict(payload).data.videos
    return tuple(map(_video, found, rows(untouched(payload), "videos"))) if found else ()


def fragments(payload: Mapping[str, object]) -> tuple[types.Fragment, ...]:
    found = wire.MaviFragmentSearchResponse.from_dict(payload).data.videos
    return tuple(map(_fragment, found, rows(untouched(payload), "videos")))


def transcription_task(payload: Mapping[str, object]) -> types.TranscriptionTask:
    data = wire.MaviSubmitTranscriptionResponse.from_dict(payload).data
    return types.TranscriptionTask(task_no=_id(data.task_no), raw=untouched(payload))


def transcription(payload: Mapping[str, object]) -> types.MaviTranscription:
    data = wire.MaviTranscriptionResponse.from_dict(payload).data
    return types.MaviTranscription(
        task_no=_id(data.task_no),
        video_no=_id(data.video_no),
        type=data.type_,
        status=data.status,
        segments=tuple(_segment(each) for each in data.transcriptions or ()),
        raw=untouched(payload),
    )


def nothing(payload: Mapping[str, object]) -> None:
    wire.MaviDeleteVideosResponse.from_dict(payload)


def _video(row: wire.MaviVideoRow | wire.MaviVideoHit, raw: types.Raw) -> types.Video:
    return types.Video(
        video_no=_id(row.video_no),
        name=optional_words(row.video_name),
        status=known(row.video_status),
        duration=_text_seconds(row.duration),
        created_at=moment(row.upload_time),
        raw=raw,
    )


def _fragment(row: wire.MaviFragment, raw: types.Raw) -> types.Fragment:
    return types.Fragment(
        video_no=optional_words(row.video_no),
        video_name=optional_words(row.video_name),
        start=_text_seconds(row.fragment_start_time),
        end=_text_seconds(row.fragment_end_time),
        status=known(row.video_status),
        duration=_text_seconds(row.duration),
        uploaded_at=moment(row.upload_time),
        raw=raw,
    )


def _segment(row: wire.MaviTranscriptionSegment) -> types.Segment:
    return types.Segment(
        index=whole(row.id),
        text=optional_words(row.content),
        start=optional_number(row.start_time),
        end=optional_number(row.end_time),
    )


def _text_seconds(value: str | Unset | None) -> float | None:
    """Seconds as decimal text; a number there is none of the specified forms."""
    return seconds(optional_words(value))


def _id(value: object) -> str:
    if not (text := words(value)):
        raise ValueError("an id is empty")
    return text
