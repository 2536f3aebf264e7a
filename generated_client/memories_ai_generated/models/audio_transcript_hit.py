# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, as_object, pop_required, short_repr

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

        def _parse_video_name(data: object) -> None | str:
            if data is None:
                return data
            if isinstance(data, str):
                return data
            raise ValueError(f"videoName fits no variant of None | str: got {type(data).__name__}")

        video_name = _parse_video_name(pop_required(d, "videoName", "AudioTranscriptHit", nullable=True))

        def _parse_start_time(data: object) -> None | str:
            if data is None:
                return data
            if isinstance(data, str):
                return data
            raise ValueError(f"startTime fits no variant of None | str: got {type(data).__name__}")

        start_time = _parse_start_time(pop_required(d, "startTime", "AudioTranscriptHit", nullable=True))

        def _parse_audio_ts(data: object) -> None | str:
            if data is None:
                return data
            if isinstance(data, str):
                return data
            raise ValueError(f"audio_ts fits no variant of None | str: got {type(data).__name__}")

        audio_ts = _parse_audio_ts(pop_required(d, "audio_ts", "AudioTranscriptHit", nullable=True))

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
