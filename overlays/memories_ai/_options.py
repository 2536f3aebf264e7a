"""Options of an upload, checked and in the form that the generated bodies take."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final, TypedDict, TypeVar

from memories_ai_generated.types import UNSET, Unset

from . import _validation as check

T = TypeVar("T")
MAX_IMAGE_TAGS: Final = 50


class UploadOptions(TypedDict):
    """Keyword arguments that UploadForm and UploadUrlForm share."""

    unique_id: str | Unset
    folder_id: int | Unset
    callback: str | Unset
    datetime_taken: str | Unset
    camera_model: str | Unset
    latitude: float | Unset
    longitude: float | Unset
    tags: list[str] | Unset
    retain_original_video: bool | Unset
    video_transcription_prompt: str | Unset


class ImageOptions(TypedDict):
    """Keyword arguments of UploadImagesForm besides the files."""

    unique_id: str | Unset
    datetime_taken: str | Unset
    camera_model: str | Unset
    latitude: float | Unset
    longitude: float | Unset
    tags: list[str] | Unset


def given(value: T | None) -> T | Unset:
    """UNSET for None: what was not given is not sent."""
    return UNSET if value is None else value


def upload_options(
    *,
    unique_id: str | Unset,
    folder_id: int | None,
    callback: str | None,
    datetime_taken: datetime | str | None,
    camera_model: str | None,
    latitude: float | None,
    longitude: float | None,
    tags: Sequence[str] | None,
    retain_original_video: bool | None,
    video_transcription_prompt: str | None,
) -> UploadOptions:
    """Check every option.

    Raises:
        ValidationError: one that the service is documented to refuse; names field, value and remedy.
    """
    return UploadOptions(
        unique_id=unique_id,
        folder_id=given(check.folder(folder_id)),
        callback=given(check.callback(callback)),
        datetime_taken=given(check.capture_time(datetime_taken)),
        camera_model=given(check.camera_model(camera_model)),
        latitude=given(check.degrees("latitude", latitude, 90)),
        longitude=given(check.degrees("longitude", longitude, 180)),
        tags=given(check.tags(tags)),
        retain_original_video=given(check.flag("retain_original_video", retain_original_video)),
        video_transcription_prompt=given(check.optional("video_transcription_prompt", video_transcription_prompt)),
    )


def image_options(
    *,
    unique_id: str | Unset,
    datetime_taken: datetime | str | None,
    camera_model: str | None,
    latitude: float | None,
    longitude: float | None,
    tags: Sequence[str] | None,
) -> ImageOptions:
    """Check every option.

    Raises:
        ValidationError: one that the service is documented to refuse; names field, value and remedy.
    """
    return ImageOptions(
        unique_id=unique_id,
        datetime_taken=given(check.capture_time(datetime_taken)),
        camera_model=given(check.camera_model(camera_model)),
        latitude=given(check.degrees("latitude", latitude, 90)),
        longitude=given(check.degrees("longitude", longitude, 180)),
        tags=given(check.tags(tags, MAX_IMAGE_TAGS)),
    )
