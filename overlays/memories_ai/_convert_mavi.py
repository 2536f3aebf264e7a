"""Answers of v1.0."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from memories_ai_generated import models as wire

from . import _convert as convert
from . import _types as types
from ._values import identifier, known, moment, number, rows, seconds, untouched


def uploaded_video(payload: Mapping[str, object]) -> types.UploadedVideo:
    duration = wire.UploadResponse.from_dict(payload).data.duration
    return attrs.evolve(convert.uploaded_video(payload), duration=seconds(duration))


def video_page(payload: Mapping[str, object]) -> types.Page[types.Video]:
    """`page` of the answer is the number of pages, `current` that of this one."""
    data, raw = wire.MaviListVideosResponse.from_dict(payload).data, untouched(payload)
    items = map(_video, data.video_data, rows(raw, "videoData"))
    return convert.page_of(items, page=data.current, size=data.page_size, total=data.total, raw=raw)


def videos(payload: Mapping[str, object]) -> tuple[types.Video, ...]:
    found = wire.MaviSearchResponse.from_dict(payload).data.videos
    return tuple(map(_video, found, rows(untouched(payload), "videos"))) if found else ()


def fragments(payload: Mapping[str, object]) -> tuple[types.Fragment, ...]:
    found = wire.MaviFragmentSearchResponse.from_dict(payload).data.videos
    return tuple(map(_fragment, found, rows(untouched(payload), "videos")))


def transcription_task(payload: Mapping[str, object]) -> types.TranscriptionTask:
    data = wire.MaviSubmitTranscriptionResponse.from_dict(payload).data
    return types.TranscriptionTask(task_no=identifier(data.task_no), raw=untouched(payload))


def transcription(payload: Mapping[str, object]) -> types.MaviTranscription:
    data = wire.MaviTranscriptionResponse.from_dict(payload).data
    return types.MaviTranscription(
        task_no=identifier(data.task_no),
        video_no=identifier(data.video_no),
        type=data.type_,
        status=data.status,
        segments=tuple(_segment(each) for each in data.transcriptions or ()),
        raw=untouched(payload),
    )


def nothing(payload: Mapping[str, object]) -> None:
    wire.MaviDeleteVideosResponse.from_dict(payload)


def _video(row: wire.MaviVideoRow | wire.MaviVideoHit, raw: types.Raw) -> types.Video:
    return types.Video(
        video_no=identifier(row.video_no),
        name=known(row.video_name),
        status=known(row.video_status),
        duration=seconds(row.duration),
        created_at=moment(row.upload_time),
        raw=raw,
    )


def _fragment(row: wire.MaviFragment, raw: types.Raw) -> types.Fragment:
    return types.Fragment(
        video_no=known(row.video_no),
        video_name=known(row.video_name),
        start=seconds(row.fragment_start_time),
        end=seconds(row.fragment_end_time),
        status=known(row.video_status),
        duration=seconds(row.duration),
        uploaded_at=moment(row.upload_time),
        raw=raw,
    )


def _segment(row: wire.MaviTranscriptionSegment) -> types.Segment:
    return types.Segment(
        index=row.id,
        text=row.content,
        start=number(row.start_time),
        end=number(row.end_time),
    )
