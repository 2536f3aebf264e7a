"""From the generated models to the public types: the image library, and frames that look like an image."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from memories_ai_generated import models as wire
from memories_ai_generated.types import Unset

from . import _types as types
from ._convert import identifier
from ._reading import Reader
from ._values import count, integer, known, moment, seconds


def uploaded_images(payload: Mapping[str, object]) -> tuple[types.UploadedImage, ...]:
    return tuple(
        types.UploadedImage(
            id=_number_as_text(image.id),
            name=known(image.image_name),
            status=known(image.upload_status),
            uploaded_at=moment(image.upload_time),
            raw=image.to_dict(),
        )
        for image in wire.UploadImagesResponse.from_dict(payload).data
    )


def image_list(payload: Mapping[str, object]) -> types.Page[types.Image]:
    data = wire.ListImagesResponse.from_dict(payload).data
    if isinstance(data, wire.ImagePage):
        items = tuple(_found_image(image) for image in data.item)
    else:
        items = tuple(_listed_image(image) for image in data.images)
    return types.Page(
        items=items,
        # Pages are asked for from 1 on, and one form of the answer counts from 0.
        page=max(1, count(data.current_page)),
        size=count(data.page_size),
        total=count(data.total_count),
        raw=data.to_dict(),
    )


def similar_frames(payload: Mapping[str, object]) -> tuple[types.FrameHit, ...]:
    if "code" not in payload:
        return tuple(_bare_frame(image) for image in wire.BareSimilarImagesResponse.from_dict(payload).results)
    return tuple(
        types.FrameHit(
            video_no=identifier(frame.video_no),
            video_name=known(frame.video_name),
            start=seconds(frame.start_time),
            end=seconds(frame.end_time),
            score=known(frame.score),
            video_bucket=known(frame.video_bucket),
            video_blob=known(frame.video_blob),
            keyframe_bucket=known(frame.keyframe_bucket),
            keyframe_blob=known(frame.keyframe_blob),
            raw=frame.to_dict(),
        )
        for frame in wire.SimilarImagesResponse.from_dict(payload).data
    )


def clips(video_no: str) -> Reader[tuple[types.SearchHit, ...]]:
    """Reader of the clips of one video; the answer does not repeat its id."""

    def read(payload: Mapping[str, object]) -> tuple[types.SearchHit, ...]:
        return tuple(
            types.SearchHit(
                video_no=video_no,
                video_name=None,
                start=seconds(clip.start_time),
                end=seconds(clip.end_time),
                score=known(clip.score),
                video_bucket=known(clip.video_bucket),
                video_blob=known(clip.video_blob),
                raw=clip.to_dict(),
            )
            for clip in wire.ClipsByImageResponse.from_dict(payload).data
        )

    return read


def _bare_frame(image: wire.BareSimilarImage) -> types.FrameHit:
    return types.FrameHit(
        video_no=identifier(image.id),
        score=image.similarity_score,
        url=image.image_url,
        platform=image.source,
        raw=image.to_dict(),
    )


def _listed_image(image: wire.ImageRow) -> types.Image:
    return types.Image(
        id=_number_as_text(image.image_no),
        name=known(image.image_name),
        status=known(image.status),
        uploaded_at=_time_if_any(image.upload_time),
        raw=image.to_dict(),
    )


def _found_image(image: wire.ImageHit) -> types.Image:
    return types.Image(
        id=_number_as_text(image.id),
        name=known(image.name),
        url=known(image.img_url),
        taken_at=moment(image.datetime_taken),
        camera_model=known(image.camera_model),
        latitude=known(image.latitude),
        longitude=known(image.longitude),
        bucket=known(image.bucket),
        blob=known(image.blob),
        raw=image.to_dict(),
    )


def _number_as_text(value: int | str) -> str:
    """A 64-bit id, which comes as number or as text."""
    if integer(value) is None:
        raise ValueError(f"{value!r} is no id")
    return str(value)


def _time_if_any(value: int | str | Unset | None) -> datetime | None:
    """A time whose form no source gives: milliseconds are read, as everywhere else."""
    is_other = isinstance(value, str) and not value.isdecimal()
    return None if is_other else moment(value)
