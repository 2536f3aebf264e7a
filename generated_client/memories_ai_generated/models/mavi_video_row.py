# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.video_status import VideoStatus
from ..types import UNSET, Unset, as_object, as_plain, pop_required, short_repr

T = TypeVar("T", bound="MaviVideoRow")


@_attrs_define
class MaviVideoRow:
    """A video in a list of v1.0.

    Attributes:
        video_no (str): `mavi_video_` and 18 digits in samples of the time.
        video_name (None | str):
        video_status (None | VideoStatus):
        upload_time (int | None | str): Time of upload in milliseconds since 1970.
        duration (None | str | Unset): Length in seconds, as text.
    """

    video_no: str
    video_name: None | str
    video_status: None | VideoStatus
    upload_time: int | None | str
    duration: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        video_no = self.video_no

        video_name: None | str
        video_name = self.video_name

        video_status: None | str
        if isinstance(self.video_status, VideoStatus):
            video_status = self.video_status.value
        else:
            video_status = self.video_status

        upload_time: int | None | str
        upload_time = self.upload_time

        duration: None | str | Unset
        if isinstance(self.duration, Unset):
            duration = UNSET
        else:
            duration = self.duration

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "videoNo": video_no,
                "videoName": video_name,
                "videoStatus": video_status,
                "uploadTime": upload_time,
            }
        )
        if duration is not UNSET:
            field_dict["duration"] = duration

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "MaviVideoRow")
        video_no = pop_required(d, "videoNo", "MaviVideoRow", str)

        video_name = as_plain(
            pop_required(d, "videoName", "MaviVideoRow", nullable=True), "videoName", (str,), nullable=True
        )

        def _parse_video_status(data: object) -> None | VideoStatus:
            if data is None:
                return data
            if isinstance(data, str):
                video_status_type_0 = VideoStatus(data)

                return video_status_type_0
            raise ValueError(f"videoStatus fits no variant of None | VideoStatus: got {type(data).__name__}")

        video_status = _parse_video_status(pop_required(d, "videoStatus", "MaviVideoRow", nullable=True))

        upload_time = as_plain(
            pop_required(d, "uploadTime", "MaviVideoRow", nullable=True), "uploadTime", (int, str), nullable=True
        )

        duration = as_plain(d.pop("duration", UNSET), "duration", (str,), nullable=True)

        mavi_video_row = cls(
            video_no=video_no,
            video_name=video_name,
            video_status=video_status,
            upload_time=upload_time,
            duration=duration,
        )

        mavi_video_row.additional_properties = d
        return mavi_video_row

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
