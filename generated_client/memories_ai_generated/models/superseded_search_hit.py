# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.video_status import VideoStatus
from ..types import UNSET, Unset, as_object, as_plain, pop_required, short_repr

T = TypeVar("T", bound="SupersededSearchHit")


@_attrs_define
class SupersededSearchHit:
    """A video found, as documentation up to August 2025 prints it. Its table calls all but the id optional.

    Attributes:
        video_no (str):
        video_name (None | str | Unset):
        video_status (None | Unset | VideoStatus):
        upload_time (int | None | str | Unset): Time of upload in milliseconds since 1970.
    """

    video_no: str
    video_name: None | str | Unset = UNSET
    video_status: None | Unset | VideoStatus = UNSET
    upload_time: int | None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        video_no = self.video_no

        video_name: None | str | Unset
        if isinstance(self.video_name, Unset):
            video_name = UNSET
        else:
            video_name = self.video_name

        video_status: None | str | Unset
        if isinstance(self.video_status, Unset):
            video_status = UNSET
        elif isinstance(self.video_status, VideoStatus):
            video_status = self.video_status.value
        else:
            video_status = self.video_status

        upload_time: int | None | str | Unset
        if isinstance(self.upload_time, Unset):
            upload_time = UNSET
        else:
            upload_time = self.upload_time

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "videoNo": video_no,
            }
        )
        if video_name is not UNSET:
            field_dict["videoName"] = video_name
        if video_status is not UNSET:
            field_dict["videoStatus"] = video_status
        if upload_time is not UNSET:
            field_dict["uploadTime"] = upload_time

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "SupersededSearchHit")
        video_no = pop_required(d, "videoNo", "SupersededSearchHit", str)

        video_name = as_plain(d.pop("videoName", UNSET), "videoName", (str,), nullable=True)

        def _parse_video_status(data: object) -> None | Unset | VideoStatus:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if isinstance(data, str):
                video_status_type_0 = VideoStatus(data)

                return video_status_type_0
            raise ValueError(f"videoStatus fits no variant of None | Unset | VideoStatus: got {type(data).__name__}")

        video_status = _parse_video_status(d.pop("videoStatus", UNSET))

        upload_time = as_plain(d.pop("uploadTime", UNSET), "uploadTime", (int, str), nullable=True)

        superseded_search_hit = cls(
            video_no=video_no,
            video_name=video_name,
            video_status=video_status,
            upload_time=upload_time,
        )

        superseded_search_hit.additional_properties = d
        return superseded_search_hit

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
