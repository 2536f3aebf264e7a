"""From the generated models to the public types: the image library, and frames that look like an image."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from memories_ai_generated import models as wire
from memories_ai_generated.types import Unset

from . import _types as types
from ._convert import page_of
from ._reading import Reader
from ._values import count, identifier, known, moment, number, number_as_text, rows, seconds, untouched


def uploaded_images(payload: Mapping[str, object]) -> tuple[types.UploadedImage, ...]:
    return tuple(map(_uploaded_image, wire.UploadImagesResponse.from_dict(payload).data, rows(payload, "data")))


def _uploaded_image(image: wire.UploadedImage, raw: types.Raw) -> types.UploadedImage:
    return types.UploadedImage(
        id=number_as_text(image.id),
        name=known(image.image_name),
        status=known(image.upload_status),
        uploaded_at=moment(image.upload_time),
        raw=raw,
    )


def image_list(payload: Mapping[str, object]) -> types.Page[types.Image]:
    data, raw = wire.ListImagesResponse.from_dict(payload).data, untouched(payload)
    if isinstance(data, wire.ImagePage):
        items = map(_found_image, data.item, rows(raw, "item"))
    else:
        items = map(_listed_image, data.images, rows(raw, "images"))
    # Pages are asked for from 1 on, and one form of the answer counts from 0.
    page = max(1, count(data.current_page))
    return page_of(items, page=page, size=data.page_size, total=data.total_count, raw=raw)


def similar_frames(payload: Mapping[str, object]) -> tuple[types.FrameHit, ...]:
    if "code" not in payload:
        bare = wire.BareSimilarImagesResponse.from_dict(payload).results
        return tuple(map(_bare_frame, bare, rows(payload, "results")))
    return tuple(map(_frame, wire.SimilarImagesResponse.from_dict(payload).data, rows(payload, "data")))


def _frame(frame: wire.SimilarFrame, raw: types.Raw) -> types.FrameHit:
    return types.FrameHit(
        video_no=identifier(frame.video_no),
        video_name=known(frame.video_name),
        start=seconds(frame.start_time),
        end=seconds(frame.end_time),
        score=number(frame.score),
        video_bucket=known(frame.video_bucket),
        video_blob=known(frame.video_blob),
        keyframe_bucket=known(frame.keyframe_bucket),
        keyframe_blob=known(frame.keyframe_blob),
        raw=raw,
    )


def clips(video_no: str) -> Reader[tuple[types.SearchHit, ...]]:
    """Reader of the clips of one video; the answer does not repeat its id."""

    def read(payload: Mapping[str, object]) -> tuple[types.SearchHit, ...]:
        found = wire.ClipsByImageResponse.from_dict(payload).data
        return tuple(_clip(video_no, clip, raw) for clip, raw in zip(found, rows(payload, "data"), strict=True))

    return read


def _clip(video_no: str, clip: wire.ClipByImage, raw: types.Raw) -> types.SearchHit:
    return types.SearchHit(
        video_no=video_no,
        video_name=None,
        start=number(clip.start_time),
        end=number(clip.end_time),
        score=number(clip.score),
        video_bucket=known(clip.video_bucket),
        video_blob=known(clip.video_blob),
        raw=raw,
    )


def _bare_frame(image: wire.BareSimilarImage, raw: types.Raw) -> types.FrameHit:
    return types.FrameHit(
        video_no=identifier(image.id),
        score=number(image.similarity_score),
        url=image.image_url,
        platform=image.source,
        raw=raw,
    )


def _listed_image(image: wire.ImageRow, raw: types.Raw) -> types.Image:
    return types.Image(
        id=number_as_text(image.image_no),
        name=known(image.image_name),
        status=known(image.status),
        uploaded_at=_time_if_any(image.upload_time),
        raw=raw,
    )


def _found_image(image: wire.ImageHit, raw: types.Raw) -> types.Image:
    return types.Image(
        id=number_as_text(image.id),
        name=known(image.name),
        url=known(image.img_url),
        taken_at=moment(image.datetime_taken),
        camera_model=known(image.camera_model),
        latitude=number(image.latitude),
        longitude=number(image.longitude),
        bucket=known(image.bucket),
        blob=known(image.blob),
        raw=raw,
    )


def _time_if_any(value: int | str | Unset | None) -> datetime | None:
    """A time whose form no source gives: milliseconds are read, as everywhere else."""
    is_other = isinstance(value, str) and not value.isdecimal()
    return None if is_other else moment(value)
