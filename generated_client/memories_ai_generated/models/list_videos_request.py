# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.video_status import VideoStatus
from ..types import UNSET, Unset, as_list, as_object, as_plain, pop_optional, short_repr

T = TypeVar("T", bound="ListVideosRequest")


@_attrs_define
class ListVideosRequest:
    """Filters and page; conditions are ANDed. An empty object lists everything.

    Attributes:
        page (int | Unset): 1-based page. The service assumes 1.
        size (int | Unset): Rows a page. The service assumes 200 (recorded); v1.2 documentation says 20.
        unique_id (str | Unset): Namespace within the account (a user, a project, a folder). Case-sensitive; a wrong one
            finds nothing, without an error. The service assumes "default" when it is left out.
        folder_id (int | str | Unset): An integer, or the text of one as answers carry it. The folder to look in, in
            place of unique_id in newer documentation; without it the whole account. -1 is the default folder, -2 the read-
            only folder of the old API.
        video_name (str | Unset): Exact name; v1.2 documentation also promises partial matches.
        video_no (str | Unset): One video.
        video_nos (list[str] | Unset): Several videos.
        status (VideoStatus | Unset): State of indexing. UNPARSE: waiting; PARSE: searchable. A failure was recorded as
            FAIL; documentation also prints FAILED and PARSE_ERROR for it, and DONE for success; the vendor's poll helper
            stops at ERROR too. PENDING, PROCESSING and UPLOADING are what public clients guard against; no page and no
            recording has them.
        camera_model (str | Unset): Exact camera name; indexed videos only.
        tag (str | Unset): A tag the video must carry; indexed videos only.
        datetime_taken (int | Unset): Earliest capture time, in milliseconds since 1970.
        latitude (float | Unset): Centre of a circle of about 20 km, with longitude.
        longitude (float | Unset): Centre of a circle of about 20 km, with latitude.
    """

    page: int | Unset = UNSET
    size: int | Unset = UNSET
    unique_id: str | Unset = UNSET
    folder_id: int | str | Unset = UNSET
    video_name: str | Unset = UNSET
    video_no: str | Unset = UNSET
    video_nos: list[str] | Unset = UNSET
    status: VideoStatus | Unset = UNSET
    camera_model: str | Unset = UNSET
    tag: str | Unset = UNSET
    datetime_taken: int | Unset = UNSET
    latitude: float | Unset = UNSET
    longitude: float | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        page = self.page

        size = self.size

        unique_id = self.unique_id

        folder_id: int | str | Unset
        if isinstance(self.folder_id, Unset):
            folder_id = UNSET
        else:
            folder_id = self.folder_id

        video_name = self.video_name

        video_no = self.video_no

        video_nos: list[str] | Unset = UNSET
        if not isinstance(self.video_nos, Unset):
            video_nos = self.video_nos

        status: str | Unset = UNSET
        if not isinstance(self.status, Unset):
            status = self.status.value

        camera_model = self.camera_model

        tag = self.tag

        datetime_taken = self.datetime_taken

        latitude = self.latitude

        longitude = self.longitude

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if page is not UNSET:
            field_dict["page"] = page
        if size is not UNSET:
            field_dict["size"] = size
        if unique_id is not UNSET:
            field_dict["unique_id"] = unique_id
        if folder_id is not UNSET:
            field_dict["folder_id"] = folder_id
        if video_name is not UNSET:
            field_dict["video_name"] = video_name
        if video_no is not UNSET:
            field_dict["video_no"] = video_no
        if video_nos is not UNSET:
            field_dict["video_nos"] = video_nos
        if status is not UNSET:
            field_dict["status"] = status
        if camera_model is not UNSET:
            field_dict["camera_model"] = camera_model
        if tag is not UNSET:
            field_dict["tag"] = tag
        if datetime_taken is not UNSET:
            field_dict["datetime_taken"] = datetime_taken
        if latitude is not UNSET:
            field_dict["latitude"] = latitude
        if longitude is not UNSET:
            field_dict["longitude"] = longitude

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "ListVideosRequest")
        page = pop_optional(d, "page", "ListVideosRequest", int)

        size = pop_optional(d, "size", "ListVideosRequest", int)

        unique_id = pop_optional(d, "unique_id", "ListVideosRequest", str)

        folder_id = as_plain(pop_optional(d, "folder_id", "ListVideosRequest"), "folder_id", (int, str))

        video_name = pop_optional(d, "video_name", "ListVideosRequest", str)

        video_no = pop_optional(d, "video_no", "ListVideosRequest", str)

        video_nos = cast(
            list[str] | Unset, as_list(pop_optional(d, "video_nos", "ListVideosRequest"), "video_nos", kind=str)
        )

        _status = pop_optional(d, "status", "ListVideosRequest")
        status: VideoStatus | Unset
        if isinstance(_status, Unset):
            status = UNSET
        else:
            status = VideoStatus(_status)

        camera_model = pop_optional(d, "camera_model", "ListVideosRequest", str)

        tag = pop_optional(d, "tag", "ListVideosRequest", str)

        datetime_taken = pop_optional(d, "datetime_taken", "ListVideosRequest", int)

        latitude = pop_optional(d, "latitude", "ListVideosRequest", float)

        longitude = pop_optional(d, "longitude", "ListVideosRequest", float)

        list_videos_request = cls(
            page=page,
            size=size,
            unique_id=unique_id,
            folder_id=folder_id,
            video_name=video_name,
            video_no=video_no,
            video_nos=video_nos,
            status=status,
            camera_model=camera_model,
            tag=tag,
            datetime_taken=datetime_taken,
            latitude=latitude,
            longitude=longitude,
        )

        list_videos_request.additional_properties = d
        return list_videos_request

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
