"""From the generated models to the public types: imports, public videos, folders, and texts to remember."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from memories_ai_generated import models as wire
from memories_ai_generated.types import Unset

from . import _types as types
from ._convert import hit_of, imported_video
from ._values import identifier, integer, known, moment, required_integer, rows, seconds, untouched


def import_task(payload: Mapping[str, object]) -> types.ImportTask:
    data = wire.ImportTaskResponse.from_dict(payload).data
    return types.ImportTask(task_id=identifier(data.task_id), raw=untouched(payload))


def hashtag_import_task(payload: Mapping[str, object]) -> types.HashtagImportTask:
    data = wire.HashtagImportResponse.from_dict(payload).data
    task_id = known(data.task_id)
    return types.HashtagImportTask(task_id=None if task_id is None else identifier(task_id), raw=untouched(payload))


def import_progress(payload: Mapping[str, object]) -> types.ImportProgress:
    data, raw = wire.TaskStatusResponse.from_dict(payload).data, untouched(payload)
    found, ids = known(data.videos), known(data.video_ids)
    if found is None and ids is None:
        raise ValueError("videos are missing")
    videos = list(map(imported_video, found or (), rows(raw, "videos")))
    told = {video.video_no for video in videos}
    videos += [_bare_video(video_no) for video_no in ids or () if video_no not in told]
    return types.ImportProgress(task_id=known(data.task_id), videos=tuple(videos), raw=raw)


def public_video(payload: Mapping[str, object]) -> types.PublicVideo | None:
    data = wire.PublicVideoResponse.from_dict(payload).data
    if data is None:
        return None
    return types.PublicVideo(
        video_no=identifier(data.video_no),
        name=known(data.video_name),
        status=data.status,
        duration=seconds(data.duration),
        created_at=moment(data.create_time),
        published_at=_moment_in_seconds(data.publish_time),
        url=known(data.video_url),
        creator=known(data.blogger_id),
        like_count=integer(data.like_count),
        share_count=integer(data.share_count),
        comment_count=integer(data.comment_count),
        view_count=integer(data.view_count),
        collect_count=integer(data.collect_count),
        language=known(data.text_language),
        music_name=known(data.music_name),
        hashtags=_hashtags(known(data.hash_tag)),
        raw=untouched(payload),
    )


def public_hits(payload: Mapping[str, object]) -> tuple[types.SearchHit, ...]:
    return tuple(map(hit_of, wire.PublicSearchResponse.from_dict(payload).data, rows(payload, "data")))


def folders(payload: Mapping[str, object]) -> tuple[types.Folder, ...]:
    found = wire.ListFoldersResponse.from_dict(payload).data.folders
    return tuple(map(_folder, found, rows(untouched(payload), "folders")))


def folder(payload: Mapping[str, object]) -> types.Folder:
    return _folder(wire.FolderResponse.from_dict(payload).data, untouched(payload))


def unique_ids(payload: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(identifier(name) for name in wire.ListUniqueIdsResponse.from_dict(payload).data.unique_ids)


def unspecified(payload: Mapping[str, object]) -> types.UnspecifiedAnswer:
    return types.UnspecifiedAnswer(data=wire.UnspecifiedResponse.from_dict(payload).data, raw=payload)


def _bare_video(video_no: str) -> types.Video:
    return types.Video(video_no=identifier(video_no), name=None, status=None)


def _folder(data: wire.Folder, raw: types.Raw) -> types.Folder:
    return types.Folder(folder_id=required_integer(data.folder_id), name=data.folder_name, raw=raw)


def _moment_in_seconds(value: int | str | Unset | None) -> datetime | None:
    """The one time that comes in seconds."""
    found = integer(value)
    return None if found is None else moment(found * 1000)


def _hashtags(joined: str | None) -> tuple[str, ...]:
    """`#nba#minnesota` as texts without #."""
    return tuple(tag for part in (joined or "").split("#") if (tag := part.strip()))
