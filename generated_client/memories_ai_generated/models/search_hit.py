# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, as_number, as_object, as_plain, pop_required, short_repr

T = TypeVar("T", bound="SearchHit")


@_attrs_define
class SearchHit:
    """A moment found by BY_CLIP, BY_VIDEO or BY_AUDIO. Recordings of 2025-08 (BY_VIDEO) name the video only, times being
    the text "null".

        Attributes:
            video_no (str):
            video_name (None | str):
            start_time (None | str): A position in a video in seconds as decimal text; the text "null" (or null) for a hit
                that covers the whole video.
            end_time (None | str): A position in a video in seconds as decimal text; the text "null" (or null) for a hit
                that covers the whole video.
            score (float | None | Unset): Likeness, higher is better; 0.15, 0.225 and 0.4 are the thresholds of
                filtering_level.
            audio_ts (None | str | Unset): The spoken TEXT that matched (not a time). BY_AUDIO only; may be present and
                empty otherwise.
            video_bucket (None | str | Unset):
            video_blob (None | str | Unset):
            keyframe_bucket (None | str | Unset):
            keyframe_blob (None | str | Unset):
    """

    video_no: str
    video_name: None | str
    start_time: None | str
    end_time: None | str
    score: float | None | Unset = UNSET
    audio_ts: None | str | Unset = UNSET
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

        end_time: None | str
        end_time = self.end_time

        score: float | None | Unset
        if isinstance(self.score, Unset):
            score = UNSET
        else:
            score = self.score

        audio_ts: None | str | Unset
        if isinstance(self.audio_ts, Unset):
            audio_ts = UNSET
        else:
            audio_ts = self.audio_ts

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
                "endTime": end_time,
            }
        )
        if score is not UNSET:
            field_dict["score"] = score
        if audio_ts is not UNSET:
            field_dict["audio_ts"] = audio_ts
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
        d = as_object(src_dict, "SearchHit")
        video_no = pop_required(d, "videoNo", "SearchHit", str)

        video_name = as_plain(
            pop_required(d, "videoName", "SearchHit", nullable=True), "videoName", (str,), nullable=True
        )

        start_time = as_plain(
            pop_required(d, "startTime", "SearchHit", nullable=True), "startTime", (str,), nullable=True
        )

        end_time = as_plain(pop_required(d, "endTime", "SearchHit", nullable=True), "endTime", (str,), nullable=True)

        score = as_number(d.pop("score", UNSET), "score", (float, int), nullable=True)

        audio_ts = as_plain(d.pop("audio_ts", UNSET), "audio_ts", (str,), nullable=True)

        video_bucket = as_plain(d.pop("video_bucket", UNSET), "video_bucket", (str,), nullable=True)

        video_blob = as_plain(d.pop("video_blob", UNSET), "video_blob", (str,), nullable=True)

        keyframe_bucket = as_plain(d.pop("keyframe_bucket", UNSET), "keyframe_bucket", (str,), nullable=True)

        keyframe_blob = as_plain(d.pop("keyframe_blob", UNSET), "keyframe_blob", (str,), nullable=True)

        search_hit = cls(
            video_no=video_no,
            video_name=video_name,
            start_time=start_time,
            end_time=end_time,
            score=score,
            audio_ts=audio_ts,
            video_bucket=video_bucket,
            video_blob=video_blob,
            keyframe_bucket=keyframe_bucket,
            keyframe_blob=keyframe_blob,
        )

        search_hit.additional_properties = d
        return search_hit

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
