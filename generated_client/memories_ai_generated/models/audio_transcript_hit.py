# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, as_object, as_plain, pop_required, short_repr

T = TypeVar("T", bound="AudioTranscriptHit")


@_attrs_define
class AudioTranscriptHit:
    """A passage of spoken text.

    Attributes:
        video_no (str):
        video_name (None | str):
        start_time (None | str): A position in a video in seconds as decimal text; the text "null" (or null) for a hit
            that covers the whole video.
        audio_ts (None | str): The matching TEXT (not a time), often with a leading space.
        video_bucket (None | str | Unset):
        video_blob (None | str | Unset):
    """

    video_no: str
    video_name: None | str
    start_time: None | str
    audio_ts: None | str
    video_bucket: None | str | Unset = UNSET
    video_blob: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        video_no = self.video_no

        video_name: None | str
        video_name = self.video_name

        start_time: None | str
        start_time = self.start_time

        audio_ts: None | str
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

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "videoNo": video_no,
                "videoName": video_name,
                "startTime": start_time,
                "audio_ts": audio_ts,
            }
        )
        if video_bucket is not UNSET:
            field_dict["video_bucket"] = video_bucket
        if video_blob is not UNSET:
            field_dict["video_blob"] = video_blob

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "AudioTranscriptHit")
        video_no = pop_required(d, "videoNo", "AudioTranscriptHit", str)

        video_name = as_plain(
            pop_required(d, "videoName", "AudioTranscriptHit", nullable=True), "videoName", (str,), nullable=True
        )

        start_time = as_plain(
            pop_required(d, "startTime", "AudioTranscriptHit", nullable=True), "startTime", (str,), nullable=True
        )

        audio_ts = as_plain(
            pop_required(d, "audio_ts", "AudioTranscriptHit", nullable=True), "audio_ts", (str,), nullable=True
        )

        video_bucket = as_plain(d.pop("video_bucket", UNSET), "video_bucket", (str,), nullable=True)

        video_blob = as_plain(d.pop("video_blob", UNSET), "video_blob", (str,), nullable=True)

        audio_transcript_hit = cls(
            video_no=video_no,
            video_name=video_name,
            start_time=start_time,
            audio_ts=audio_ts,
            video_bucket=video_bucket,
            video_blob=video_blob,
        )

        audio_transcript_hit.additional_properties = d
        return audio_transcript_hit

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
