# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.video_status import VideoStatus
from ..types import UNSET, Unset, as_object, pop_optional, pop_required, short_repr

T = TypeVar("T", bound="VideoCallback")


@_attrs_define
class VideoCallback:
    """Sent to the callback address when a video was uploaded or indexed. Unsigned.

    Attributes:
        video_no (str):
        status (VideoStatus): State of indexing. UNPARSE: waiting; PARSE: searchable. A failure was recorded as FAIL;
            documentation also prints FAILED and PARSE_ERROR for it, and DONE for success; the vendor's poll helper stops at
            ERROR too. PENDING, PROCESSING and UPLOADING are what public clients guard against; no page and no recording has
            them.
        client_id (str | Unset): Account id; only in payloads of documentation up to August 2025.
    """

    video_no: str
    status: VideoStatus
    client_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        video_no = self.video_no

        status = self.status.value

        client_id = self.client_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "videoNo": video_no,
                "status": status,
            }
        )
        if client_id is not UNSET:
            field_dict["clientId"] = client_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "VideoCallback")
        video_no = pop_required(d, "videoNo", "VideoCallback", str)

        status = VideoStatus(pop_required(d, "status", "VideoCallback"))

        client_id = pop_optional(d, "clientId", "VideoCallback", str)

        video_callback = cls(
            video_no=video_no,
            status=status,
            client_id=client_id,
        )

        video_callback.additional_properties = d
        return video_callback

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
