# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, as_number, as_object, as_plain, pop_required, short_repr

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
        start_time = as_number(
            pop_required(d, "start_time", "ClipByImage", nullable=True), "start_time", (float, int), nullable=True
        )

        end_time = as_number(
            pop_required(d, "end_time", "ClipByImage", nullable=True), "end_time", (float, int), nullable=True
        )

        score = as_number(pop_required(d, "score", "ClipByImage", nullable=True), "score", (float, int), nullable=True)

        video_bucket = as_plain(d.pop("video_bucket", UNSET), "video_bucket", (str,), nullable=True)

        video_blob = as_plain(d.pop("video_blob", UNSET), "video_blob", (str,), nullable=True)

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
