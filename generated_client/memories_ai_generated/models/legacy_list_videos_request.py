# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.video_status import VideoStatus
from ..types import UNSET, Unset, as_object, as_plain, pop_optional, short_repr

T = TypeVar("T", bound="LegacyListVideosRequest")


@_attrs_define
class LegacyListVideosRequest:
    """Filters and page; conditions are ANDed. An empty object lists everything.

    Attributes:
        page (int | Unset): 1-based page. The service assumes 1.
        size (int | Unset): Rows a page. The service assumes 200 (recorded); documentation says 20.
        video_name (str | Unset): Name of the video.
        video_no (str | Unset): One video.
        folder_id (int | str | Unset): Folder: -1 the default folder, -2 that of API uploads, or one of one's own.
        status (VideoStatus | Unset): State of indexing. UNPARSE: waiting; PARSE: searchable. A failure was recorded as
            FAIL; documentation also prints FAILED and PARSE_ERROR for it, and DONE for success; the vendor's poll helper
            stops at ERROR too. PENDING, PROCESSING and UPLOADING are what public clients guard against; no page and no
            recording has them.
        unique (str | Unset): Namespace, as a remark in the vendor's notebook spells it; it was never seen in use.
    """

    page: int | Unset = UNSET
    size: int | Unset = UNSET
    video_name: str | Unset = UNSET
    video_no: str | Unset = UNSET
    folder_id: int | str | Unset = UNSET
    status: VideoStatus | Unset = UNSET
    unique: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        page = self.page

        size = self.size

        video_name = self.video_name

        video_no = self.video_no

        folder_id: int | str | Unset
        if isinstance(self.folder_id, Unset):
            folder_id = UNSET
        else:
            folder_id = self.folder_id

        status: str | Unset = UNSET
        if not isinstance(self.status, Unset):
            status = self.status.value

        unique = self.unique

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if page is not UNSET:
            field_dict["page"] = page
        if size is not UNSET:
            field_dict["size"] = size
        if video_name is not UNSET:
            field_dict["video_name"] = video_name
        if video_no is not UNSET:
            field_dict["video_no"] = video_no
        if folder_id is not UNSET:
            field_dict["folder_id"] = folder_id
        if status is not UNSET:
            field_dict["status"] = status
        if unique is not UNSET:
            field_dict["unique"] = unique

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "LegacyListVideosRequest")
        page = pop_optional(d, "page", "LegacyListVideosRequest", int)

        size = pop_optional(d, "size", "LegacyListVideosRequest", int)

        video_name = pop_optional(d, "video_name", "LegacyListVideosRequest", str)

        video_no = pop_optional(d, "video_no", "LegacyListVideosRequest", str)

        folder_id = as_plain(pop_optional(d, "folder_id", "LegacyListVideosRequest"), "folder_id", (int, str))

        _status = pop_optional(d, "status", "LegacyListVideosRequest")
        status: VideoStatus | Unset
        if isinstance(_status, Unset):
            status = UNSET
        else:
            status = VideoStatus(_status)

        unique = pop_optional(d, "unique", "LegacyListVideosRequest", str)

        legacy_list_videos_request = cls(
            page=page,
            size=size,
            video_name=video_name,
            video_no=video_no,
            folder_id=folder_id,
            status=status,
            unique=unique,
        )

        legacy_list_videos_request.additional_properties = d
        return legacy_list_videos_request

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
