# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, as_number, as_object, as_plain, pop_required, short_repr

T = TypeVar("T", bound="SimilarFrame")


@_attrs_define
class SimilarFrame:
    """A frame of a video that looks like the image sent.

    Attributes:
        video_no (str):
        video_name (None | str):
        start_time (None | str): A position in a video in seconds as decimal text; the text "null" (or null) for a hit
            that covers the whole video.
        score (float | None): Likeness from 0 to 1, higher is better.
        end_time (None | str | Unset): Where the scene ends, in seconds as text. Shown for public videos only; two
            recordings of private ones lack it.
        video_bucket (None | str | Unset):
        video_blob (None | str | Unset):
        keyframe_bucket (None | str | Unset):
        keyframe_blob (None | str | Unset):
    """

    video_no: str
    video_name: None | str
    start_time: None | str
    score: float | None
    end_time: None | str | Unset = UNSET
    video_bucket: None | str | Unset = UNSET
    video_blob: None | str | Unset = UNSET
    keyframe_bucket: None | str | Unset = UNSET
    keyframe_blob: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        video_no = self.video_no

        video_name: None | str
        video_name = self.video_name

        start_time: None | str
        start_time = self.start_time

        score: float | None
        score = self.score

        end_time: None | str | Unset
        if isinstance(self.end_time, Unset):
            end_time = UNSET
        else:
            end_time = self.end_time

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

        keyframe_bucket: None | str | Unset
        if isinstance(self.keyframe_bucket, Unset):
            keyframe_bucket = UNSET
        else:
            keyframe_bucket = self.keyframe_bucket

        keyframe_blob: None | str | Unset
        if isinstance(self.keyframe_blob, Unset):
            keyframe_blob = UNSET
        else:
            keyframe_blob = self.keyframe_blob

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "videoNo": video_no,
                "videoName": video_name,
                "startTime": start_time,
                "score": score,
            }
        )
        if end_time is not UNSET:
            field_dict["endTime"] = end_time
        if video_bucket is not UNSET:
            field_dict["video_bucket"] = video_bucket
        if video_blob is not UNSET:
            field_dict["video_blob"] = video_blob
        if keyframe_bucket is not UNSET:
            field_dict["keyframe_bucket"] = keyframe_bucket
        if keyframe_blob is not UNSET:
            field_dict["keyframe_blob"] = keyframe_blob

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "SimilarFrame")
        video_no = pop_required(d, "videoNo", "SimilarFrame", str)

        video_name = as_plain(
            pop_required(d, "videoName", "SimilarFrame", nullable=True), "videoName", (str,), nullable=True
        )

        start_time = as_plain(
            pop_required(d, "startTime", "SimilarFrame", nullable=True), "startTime", (str,), nullable=True
        )

        score = as_number(pop_required(d, "score", "SimilarFrame", nullable=True), "score", (float, int), nullable=True)

        end_time = as_plain(d.pop("endTime", UNSET), "endTime", (str,), nullable=True)

        video_bucket = as_plain(d.pop("video_bucket", UNSET), "video_bucket", (str,), nullable=True)

        video_blob = as_plain(d.pop("video_blob", UNSET), "video_blob", (str,), nullable=True)

        keyframe_bucket = as_plain(d.pop("keyframe_bucket", UNSET), "keyframe_bucket", (str,), nullable=True)

        keyframe_blob = as_plain(d.pop("keyframe_blob", UNSET), "keyframe_blob", (str,), nullable=True)

        similar_frame = cls(
            video_no=video_no,
            video_name=video_name,
            start_time=start_time,
            score=score,
            end_time=end_time,
            video_bucket=video_bucket,
            video_blob=video_blob,
            keyframe_bucket=keyframe_bucket,
            keyframe_blob=keyframe_blob,
        )

        similar_frame.additional_properties = d
        return similar_frame

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
