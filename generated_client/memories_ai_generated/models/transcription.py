# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, as_list, as_object, as_plain, pop_required, short_repr

if TYPE_CHECKING:
    from ..models.transcription_segment import TranscriptionSegment


T = TypeVar("T", bound="Transcription")


@_attrs_define
class Transcription:
    """Segments in order of time. They need not follow each other without a gap.

    Attributes:
        video_no (str):
        transcriptions (list[TranscriptionSegment]):
        create_time (int | None | str | Unset): Milliseconds since 1970.
        video_bucket (None | str | Unset):
        video_blob (None | str | Unset):
    """

    video_no: str
    transcriptions: list[TranscriptionSegment]
    create_time: int | None | str | Unset = UNSET
    video_bucket: None | str | Unset = UNSET
    video_blob: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        video_no = self.video_no

        transcriptions = []
        for transcriptions_item_data in self.transcriptions:
            transcriptions_item = transcriptions_item_data.to_dict()
            transcriptions.append(transcriptions_item)

        create_time: int | None | str | Unset
        if isinstance(self.create_time, Unset):
            create_time = UNSET
        else:
            create_time = self.create_time

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
                "transcriptions": transcriptions,
            }
        )
        if create_time is not UNSET:
            field_dict["createTime"] = create_time
        if video_bucket is not UNSET:
            field_dict["video_bucket"] = video_bucket
        if video_blob is not UNSET:
            field_dict["video_blob"] = video_blob

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.transcription_segment import TranscriptionSegment  # noqa: PLC0415

        d = as_object(src_dict, "Transcription")
        video_no = pop_required(d, "videoNo", "Transcription", str)

        transcriptions = []
        _transcriptions = as_list(pop_required(d, "transcriptions", "Transcription"), "transcriptions", nullable=True)
        for transcriptions_item_data in _transcriptions:
            transcriptions_item = TranscriptionSegment.from_dict(transcriptions_item_data)

            transcriptions.append(transcriptions_item)

        create_time = as_plain(d.pop("createTime", UNSET), "createTime", (int, str), nullable=True)

        video_bucket = as_plain(d.pop("video_bucket", UNSET), "video_bucket", (str,), nullable=True)

        video_blob = as_plain(d.pop("video_blob", UNSET), "video_blob", (str,), nullable=True)

        transcription = cls(
            video_no=video_no,
            transcriptions=transcriptions,
            create_time=create_time,
            video_bucket=video_bucket,
            video_blob=video_blob,
        )

        transcription.additional_properties = d
        return transcription

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
