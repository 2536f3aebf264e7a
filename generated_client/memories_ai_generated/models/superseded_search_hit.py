# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.video_status import VideoStatus
from ..types import UNSET, Unset, as_object, pop_optional, pop_required

T = TypeVar("T", bound="SupersededSearchHit")


@_attrs_define
class SupersededSearchHit:
    """A video found, as documentation up to August 2025 prints it. Its table calls all but the id optional.

    Attributes:
        video_no (str):
        video_name (None | str | Unset):
        video_status (VideoStatus | Unset): State of indexing. UNPARSE: waiting; PARSE: searchable. A failure was
            recorded as FAIL; documentation also prints FAILED and PARSE_ERROR for it, and DONE for success; the vendor's
            poll helper stops at ERROR too.
        upload_time (int | None | str | Unset): Time of upload in milliseconds since 1970.
    """

    video_no: str
    video_name: None | str | Unset = UNSET
    video_status: VideoStatus | Unset = UNSET
    upload_time: int | None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        video_no = self.video_no

        video_name: None | str | Unset
        if isinstance(self.video_name, Unset):
            video_name = UNSET
        else:
            video_name = self.video_name

        video_status: str | Unset = UNSET
        if not isinstance(self.video_status, Unset):
            video_status = self.video_status.value

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
        video_no = pop_required(d, "videoNo", "SupersededSearchHit")

        def _parse_video_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if isinstance(data, str):
                return data
            raise ValueError(f"videoName fits no variant of None | str | Unset: got {type(data).__name__}")

        video_name = _parse_video_name(d.pop("videoName", UNSET))

        _video_status = pop_optional(d, "videoStatus")
        video_status: VideoStatus | Unset
        if isinstance(_video_status, Unset):
            video_status = UNSET
        else:
            video_status = VideoStatus(_video_status)

        def _parse_upload_time(data: object) -> int | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if isinstance(data, str | int) and not isinstance(data, bool):
                return data
            raise ValueError(f"uploadTime fits no variant of int | None | str | Unset: got {type(data).__name__}")

        upload_time = _parse_upload_time(d.pop("uploadTime", UNSET))

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
