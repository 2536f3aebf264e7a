# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.video_status import VideoStatus
from ..types import UNSET, Unset, as_object, as_plain, pop_optional, pop_required, short_repr

T = TypeVar("T", bound="UploadedVideo")


@_attrs_define
class UploadedVideo:
    """The new video. Real answers of 2025 carried only videoNo and videoName.

    Attributes:
        video_no (str): Id for every later call (`VI` and 18 digits).
        video_name (str): Stem of the file's or the URL's name.
        video_status (VideoStatus | Unset): State of indexing. UNPARSE: waiting; PARSE: searchable. A failure was
            recorded as FAIL; documentation also prints FAILED and PARSE_ERROR for it, and DONE for success; the vendor's
            poll helper stops at ERROR too. PENDING, PROCESSING and UPLOADING are what public clients guard against; no page
            and no recording has them.
        upload_time (int | str | Unset): Time of upload in milliseconds since 1970.
        duration (None | str | Unset): Length in seconds, as text. Only in answers of v1.0.
    """

    video_no: str
    video_name: str
    video_status: VideoStatus | Unset = UNSET
    upload_time: int | str | Unset = UNSET
    duration: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        video_no = self.video_no

        video_name = self.video_name

        video_status: str | Unset = UNSET
        if not isinstance(self.video_status, Unset):
            video_status = self.video_status.value

        upload_time: int | str | Unset
        if isinstance(self.upload_time, Unset):
            upload_time = UNSET
        else:
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
            }
        )
        if video_status is not UNSET:
            field_dict["videoStatus"] = video_status
        if upload_time is not UNSET:
            field_dict["uploadTime"] = upload_time
        if duration is not UNSET:
            field_dict["duration"] = duration

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "UploadedVideo")
        video_no = pop_required(d, "videoNo", "UploadedVideo", str)

        video_name = pop_required(d, "videoName", "UploadedVideo", str)

        _video_status = pop_optional(d, "videoStatus", "UploadedVideo")
        video_status: VideoStatus | Unset
        if isinstance(_video_status, Unset):
            video_status = UNSET
        else:
            video_status = VideoStatus(_video_status)

        upload_time = as_plain(pop_optional(d, "uploadTime", "UploadedVideo"), "uploadTime", (int, str))

        duration = as_plain(d.pop("duration", UNSET), "duration", (str,), nullable=True)

        uploaded_video = cls(
            video_no=video_no,
            video_name=video_name,
            video_status=video_status,
            upload_time=upload_time,
            duration=duration,
        )

        uploaded_video.additional_properties = d
        return uploaded_video

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
