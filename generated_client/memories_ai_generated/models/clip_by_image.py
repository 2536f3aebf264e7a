# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, as_object, pop_required, short_repr

T = TypeVar("T", bound="ClipByImage")


@_attrs_define
class ClipByImage:
    """A stretch of the video that was asked about. Unlike other hits in snake_case, with times as numbers and without a
    video id.

        Attributes:
            start_time (float | None): Seconds.
            end_time (float | None): Seconds.
            score (float | None): Likeness, higher is better.
            video_bucket (None | str | Unset):
            video_blob (None | str | Unset):
    """

    start_time: float | None
    end_time: float | None
    score: float | None
    video_bucket: None | str | Unset = UNSET
    video_blob: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        start_time: float | None
        start_time = self.start_time

        end_time: float | None
        end_time = self.end_time

        score: float | None
        score = self.score

        video_bucket: None | str | Unset
        if isinstance(self.video_bucket, Unset):
            video_bucket = UNSET
        else:
            video_bucket = self.video_bucket

        video_blob: None | str | Unset
        if isinstance(self.video_blob, Unset):
            video_blob = UNSET
        else:
            video_blob = self.video_blob

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "start_time": start_time,
                "end_time": end_time,
                "score": score,
            }
        )
        if video_bucket is not UNSET:
            field_dict["video_bucket"] = video_bucket
        if video_blob is not UNSET:
            field_dict["video_blob"] = video_blob

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "ClipByImage")

        def _parse_start_time(data: object) -> float | None:
            if data is None:
                return data
            if isinstance(data, int | float) and not isinstance(data, bool):
                return data
            raise ValueError(f"start_time fits no variant of float | None: got {type(data).__name__}")

        start_time = _parse_start_time(pop_required(d, "start_time", "ClipByImage", nullable=True))

        def _parse_end_time(data: object) -> float | None:
            if data is None:
                return data
            if isinstance(data, int | float) and not isinstance(data, bool):
                return data
            raise ValueError(f"end_time fits no variant of float | None: got {type(data).__name__}")

        end_time = _parse_end_time(pop_required(d, "end_time", "ClipByImage", nullable=True))

        def _parse_score(data: object) -> float | None:
            if data is None:
                return data
            if isinstance(data, int | float) and not isinstance(data, bool):
                return data
            raise ValueError(f"score fits no variant of float | None: got {type(data).__name__}")

        score = _parse_score(pop_required(d, "score", "ClipByImage", nullable=True))

        def _parse_video_bucket(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if isinstance(data, str):
                return data
            raise ValueError(f"video_bucket fits no variant of None | str | Unset: got {type(data).__name__}")

        video_bucket = _parse_video_bucket(d.pop("video_bucket", UNSET))

        def _parse_video_blob(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if isinstance(data, str):
                return data
            raise ValueError(f"video_blob fits no variant of None | str | Unset: got {type(data).__name__}")

        video_blob = _parse_video_blob(d.pop("video_blob", UNSET))

        clip_by_image = cls(
            start_time=start_time,
            end_time=end_time,
            score=score,
            video_bucket=video_bucket,
            video_blob=video_blob,
        )

        clip_by_image.additional_properties = d
        return clip_by_image

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
