# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.video_status import VideoStatus
from ..types import UNSET, Unset, as_list, as_number, as_object, as_plain, pop_required, short_repr

T = TypeVar("T", bound="VideoRow")


@_attrs_define
class VideoRow:
    """A video in a list. Numbers are text in every recording; absent metadata is left out.

    Attributes:
        video_no (str): `VI` and 18 digits; older libraries also hold `VEI` ids.
        video_name (None | str): Any Unicode text.
        status (None | VideoStatus):
        duration (int | None | str): Whole seconds; 0 while waiting or failed.
        create_time (int | None | str): Time of upload in milliseconds since 1970.
        size (int | None | str | Unset): Bytes.
        cause (None | str | Unset): Reason of a failure; the text "null" when there is none.
        video_url (None | str | Unset):
        datetime_taken (int | None | str | Unset): Capture time in milliseconds since 1970.
        camera_model (None | str | Unset):
        latitude (float | None | Unset):
        longitude (float | None | Unset):
        tags (list[str] | None | Unset):
        bucket (None | str | Unset):
        blob (None | str | Unset):
        resolution_label (None | str | Unset): Such as 720P; known from rows of imports and from get_metadata.
        fps (float | None | Unset): Frames a second; known from rows of imports and from get_metadata.
        width (int | None | Unset): Pixels; known from rows of imports and from get_metadata.
        height (int | None | Unset): Pixels; known from rows of imports and from get_metadata.
    """

    video_no: str
    video_name: None | str
    status: None | VideoStatus
    duration: int | None | str
    create_time: int | None | str
    size: int | None | str | Unset = UNSET
    cause: None | str | Unset = UNSET
    video_url: None | str | Unset = UNSET
    datetime_taken: int | None | str | Unset = UNSET
    camera_model: None | str | Unset = UNSET
    latitude: float | None | Unset = UNSET
    longitude: float | None | Unset = UNSET
    tags: list[str] | None | Unset = UNSET
    bucket: None | str | Unset = UNSET
    blob: None | str | Unset = UNSET
    resolution_label: None | str | Unset = UNSET
    fps: float | None | Unset = UNSET
    width: int | None | Unset = UNSET
    height: int | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        video_no = self.video_no

        video_name: None | str
        video_name = self.video_name

        status: None | str
        if isinstance(self.status, VideoStatus):
            status = self.status.value
        else:
            status = self.status

        duration: int | None | str
        duration = self.duration

        create_time: int | None | str
        create_time = self.create_time

        size: int | None | str | Unset
        if isinstance(self.size, Unset):
            size = UNSET
        else:
            size = self.size

        cause: None | str | Unset
        if isinstance(self.cause, Unset):
            cause = UNSET
        else:
            cause = self.cause

        video_url: None | str | Unset
        if isinstance(self.video_url, Unset):
            video_url = UNSET
        else:
            video_url = self.video_url

        datetime_taken: int | None | str | Unset
        if isinstance(self.datetime_taken, Unset):
            datetime_taken = UNSET
        else:
            datetime_taken = self.datetime_taken

        camera_model: None | str | Unset
        if isinstance(self.camera_model, Unset):
            camera_model = UNSET
        else:
            camera_model = self.camera_model

        latitude: float | None | Unset
        if isinstance(self.latitude, Unset):
            latitude = UNSET
        else:
            latitude = self.latitude

        longitude: float | None | Unset
        if isinstance(self.longitude, Unset):
            longitude = UNSET
        else:
            longitude = self.longitude

        tags: list[str] | None | Unset
        if isinstance(self.tags, Unset):
            tags = UNSET
        elif isinstance(self.tags, list):
            tags = self.tags

        else:
            tags = self.tags

        bucket: None | str | Unset
        if isinstance(self.bucket, Unset):
            bucket = UNSET
        else:
            bucket = self.bucket

        blob: None | str | Unset
        if isinstance(self.blob, Unset):
            blob = UNSET
        else:
            blob = self.blob

        resolution_label: None | str | Unset
        if isinstance(self.resolution_label, Unset):
            resolution_label = UNSET
        else:
            resolution_label = self.resolution_label

        fps: float | None | Unset
        if isinstance(self.fps, Unset):
            fps = UNSET
        else:
            fps = self.fps

        width: int | None | Unset
        if isinstance(self.width, Unset):
            width = UNSET
        else:
            width = self.width

        height: int | None | Unset
        if isinstance(self.height, Unset):
            height = UNSET
        else:
            height = self.height

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "video_no": video_no,
                "video_name": video_name,
                "status": status,
                "duration": duration,
                "create_time": create_time,
            }
        )
        if size is not UNSET:
            field_dict["size"] = size
        if cause is not UNSET:
            field_dict["cause"] = cause
        if video_url is not UNSET:
            field_dict["video_url"] = video_url
        if datetime_taken is not UNSET:
            field_dict["datetime_taken"] = datetime_taken
        if camera_model is not UNSET:
            field_dict["camera_model"] = camera_model
        if latitude is not UNSET:
            field_dict["latitude"] = latitude
        if longitude is not UNSET:
            field_dict["longitude"] = longitude
        if tags is not UNSET:
            field_dict["tags"] = tags
        if bucket is not UNSET:
            field_dict["bucket"] = bucket
        if blob is not UNSET:
            field_dict["blob"] = blob
        if resolution_label is not UNSET:
            field_dict["resolution_label"] = resolution_label
        if fps is not UNSET:
            field_dict["fps"] = fps
        if width is not UNSET:
            field_dict["width"] = width
        if height is not UNSET:
            field_dict["height"] = height

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "VideoRow")
        video_no = pop_required(d, "video_no", "VideoRow", str)

        video_name = as_plain(
            pop_required(d, "video_name", "VideoRow", nullable=True), "video_name", (str,), nullable=True
        )

        def _parse_status(data: object) -> None | VideoStatus:
            if data is None:
                return data
            if isinstance(data, str):
                status_type_0 = VideoStatus(data)

                return status_type_0
            raise ValueError(f"status fits no variant of None | VideoStatus: got {type(data).__name__}")

        status = _parse_status(pop_required(d, "status", "VideoRow", nullable=True))

        duration = as_plain(
            pop_required(d, "duration", "VideoRow", nullable=True), "duration", (int, str), nullable=True
        )

        create_time = as_plain(
            pop_required(d, "create_time", "VideoRow", nullable=True), "create_time", (int, str), nullable=True
        )

        size = as_plain(d.pop("size", UNSET), "size", (int, str), nullable=True)

        cause = as_plain(d.pop("cause", UNSET), "cause", (str,), nullable=True)

        video_url = as_plain(d.pop("video_url", UNSET), "video_url", (str,), nullable=True)

        datetime_taken = as_plain(d.pop("datetime_taken", UNSET), "datetime_taken", (int, str), nullable=True)

        camera_model = as_plain(d.pop("camera_model", UNSET), "camera_model", (str,), nullable=True)

        latitude = as_number(d.pop("latitude", UNSET), "latitude", (float, int), nullable=True)

        longitude = as_number(d.pop("longitude", UNSET), "longitude", (float, int), nullable=True)

        def _parse_tags(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if isinstance(data, list):
                tags_type_0 = cast(list[str], as_list(data, "tags_type_0", kind=str))

                return tags_type_0
            raise ValueError(f"tags fits no variant of list[str] | None | Unset: got {type(data).__name__}")

        tags = _parse_tags(d.pop("tags", UNSET))

        bucket = as_plain(d.pop("bucket", UNSET), "bucket", (str,), nullable=True)

        blob = as_plain(d.pop("blob", UNSET), "blob", (str,), nullable=True)

        resolution_label = as_plain(d.pop("resolution_label", UNSET), "resolution_label", (str,), nullable=True)

        fps = as_number(d.pop("fps", UNSET), "fps", (float, int), nullable=True)

        width = as_plain(d.pop("width", UNSET), "width", (int,), nullable=True)

        height = as_plain(d.pop("height", UNSET), "height", (int,), nullable=True)

        video_row = cls(
            video_no=video_no,
            video_name=video_name,
            status=status,
            duration=duration,
            create_time=create_time,
            size=size,
            cause=cause,
            video_url=video_url,
            datetime_taken=datetime_taken,
            camera_model=camera_model,
            latitude=latitude,
            longitude=longitude,
            tags=tags,
            bucket=bucket,
            blob=blob,
            resolution_label=resolution_label,
            fps=fps,
            width=width,
            height=height,
        )

        video_row.additional_properties = d
        return video_row

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
