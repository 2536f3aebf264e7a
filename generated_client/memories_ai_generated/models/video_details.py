# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.video_status import VideoStatus
from ..types import UNSET, Unset, as_list, as_object, pop_required, short_repr

T = TypeVar("T", bound="VideoDetails")


@_attrs_define
class VideoDetails:
    """Technical details of a video. The names are those of a recorded row of an import task; capture data and the place of
    the file are those of get_metadata, its successor.

        Attributes:
            status (VideoStatus): State of indexing. UNPARSE: waiting; PARSE: searchable. A failure was recorded as FAIL;
                documentation also prints FAILED and PARSE_ERROR for it, and DONE for success; the vendor's poll helper stops at
                ERROR too. PENDING, PROCESSING and UPLOADING are what public clients guard against; no page and no recording has
                them.
            video_no (None | str | Unset):
            video_name (None | str | Unset):
            cause (None | str | Unset): Reason of a failure.
            duration (int | None | str | Unset): Whole seconds.
            size (int | None | str | Unset): Bytes.
            create_time (int | None | str | Unset): Time of upload in milliseconds since 1970.
            fps (float | None | Unset): Frames a second.
            width (int | None | Unset): Pixels.
            height (int | None | Unset): Pixels.
            video_url (None | str | Unset):
            resolution_label (None | str | Unset): Such as 720P.
            datetime_taken (int | None | str | Unset): Capture time in milliseconds since 1970.
            camera_model (None | str | Unset):
            latitude (float | None | Unset):
            longitude (float | None | Unset):
            tags (list[str] | None | Unset):
            bucket (None | str | Unset):
            blob (None | str | Unset):
    """

    status: VideoStatus
    video_no: None | str | Unset = UNSET
    video_name: None | str | Unset = UNSET
    cause: None | str | Unset = UNSET
    duration: int | None | str | Unset = UNSET
    size: int | None | str | Unset = UNSET
    create_time: int | None | str | Unset = UNSET
    fps: float | None | Unset = UNSET
    width: int | None | Unset = UNSET
    height: int | None | Unset = UNSET
    video_url: None | str | Unset = UNSET
    resolution_label: None | str | Unset = UNSET
    datetime_taken: int | None | str | Unset = UNSET
    camera_model: None | str | Unset = UNSET
    latitude: float | None | Unset = UNSET
    longitude: float | None | Unset = UNSET
    tags: list[str] | None | Unset = UNSET
    bucket: None | str | Unset = UNSET
    blob: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        status = self.status.value

        video_no: None | str | Unset
        if isinstance(self.video_no, Unset):
            video_no = UNSET
        else:
            video_no = self.video_no

        video_name: None | str | Unset
        if isinstance(self.video_name, Unset):
            video_name = UNSET
        else:
            video_name = self.video_name

        cause: None | str | Unset
        if isinstance(self.cause, Unset):
            cause = UNSET
        else:
            cause = self.cause

        duration: int | None | str | Unset
        if isinstance(self.duration, Unset):
            duration = UNSET
        else:
            duration = self.duration

        size: int | None | str | Unset
        if isinstance(self.size, Unset):
            size = UNSET
        else:
            size = self.size

        create_time: int | None | str | Unset
        if isinstance(self.create_time, Unset):
            create_time = UNSET
        else:
            create_time = self.create_time

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

        video_url: None | str | Unset
        if isinstance(self.video_url, Unset):
            video_url = UNSET
        else:
            video_url = self.video_url

        resolution_label: None | str | Unset
        if isinstance(self.resolution_label, Unset):
            resolution_label = UNSET
        else:
            resolution_label = self.resolution_label

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

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "status": status,
            }
        )
        if video_no is not UNSET:
            field_dict["video_no"] = video_no
        if video_name is not UNSET:
            field_dict["video_name"] = video_name
        if cause is not UNSET:
            field_dict["cause"] = cause
        if duration is not UNSET:
            field_dict["duration"] = duration
        if size is not UNSET:
            field_dict["size"] = size
        if create_time is not UNSET:
            field_dict["create_time"] = create_time
        if fps is not UNSET:
            field_dict["fps"] = fps
        if width is not UNSET:
            field_dict["width"] = width
        if height is not UNSET:
            field_dict["height"] = height
        if video_url is not UNSET:
            field_dict["video_url"] = video_url
        if resolution_label is not UNSET:
            field_dict["resolution_label"] = resolution_label
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

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "VideoDetails")
        status = VideoStatus(pop_required(d, "status", "VideoDetails"))

        def _parse_video_no(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if isinstance(data, str):
                return data
            raise ValueError(f"video_no fits no variant of None | str | Unset: got {type(data).__name__}")

        video_no = _parse_video_no(d.pop("video_no", UNSET))

        def _parse_video_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if isinstance(data, str):
                return data
            raise ValueError(f"video_name fits no variant of None | str | Unset: got {type(data).__name__}")

        video_name = _parse_video_name(d.pop("video_name", UNSET))

        def _parse_cause(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if isinstance(data, str):
                return data
            raise ValueError(f"cause fits no variant of None | str | Unset: got {type(data).__name__}")

        cause = _parse_cause(d.pop("cause", UNSET))

        def _parse_duration(data: object) -> int | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if isinstance(data, str | int) and not isinstance(data, bool):
                return data
            raise ValueError(f"duration fits no variant of int | None | str | Unset: got {type(data).__name__}")

        duration = _parse_duration(d.pop("duration", UNSET))

        def _parse_size(data: object) -> int | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if isinstance(data, str | int) and not isinstance(data, bool):
                return data
            raise ValueError(f"size fits no variant of int | None | str | Unset: got {type(data).__name__}")

        size = _parse_size(d.pop("size", UNSET))

        def _parse_create_time(data: object) -> int | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if isinstance(data, str | int) and not isinstance(data, bool):
                return data
            raise ValueError(f"create_time fits no variant of int | None | str | Unset: got {type(data).__name__}")

        create_time = _parse_create_time(d.pop("create_time", UNSET))

        def _parse_fps(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if isinstance(data, int | float) and not isinstance(data, bool):
                return data
            raise ValueError(f"fps fits no variant of float | None | Unset: got {type(data).__name__}")

        fps = _parse_fps(d.pop("fps", UNSET))

        def _parse_width(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if isinstance(data, int) and not isinstance(data, bool):
                return data
            raise ValueError(f"width fits no variant of int | None | Unset: got {type(data).__name__}")

        width = _parse_width(d.pop("width", UNSET))

        def _parse_height(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if isinstance(data, int) and not isinstance(data, bool):
                return data
            raise ValueError(f"height fits no variant of int | None | Unset: got {type(data).__name__}")

        height = _parse_height(d.pop("height", UNSET))

        def _parse_video_url(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if isinstance(data, str):
                return data
            raise ValueError(f"video_url fits no variant of None | str | Unset: got {type(data).__name__}")

        video_url = _parse_video_url(d.pop("video_url", UNSET))

        def _parse_resolution_label(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if isinstance(data, str):
                return data
            raise ValueError(f"resolution_label fits no variant of None | str | Unset: got {type(data).__name__}")

        resolution_label = _parse_resolution_label(d.pop("resolution_label", UNSET))

        def _parse_datetime_taken(data: object) -> int | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if isinstance(data, str | int) and not isinstance(data, bool):
                return data
            raise ValueError(f"datetime_taken fits no variant of int | None | str | Unset: got {type(data).__name__}")

        datetime_taken = _parse_datetime_taken(d.pop("datetime_taken", UNSET))

        def _parse_camera_model(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if isinstance(data, str):
                return data
            raise ValueError(f"camera_model fits no variant of None | str | Unset: got {type(data).__name__}")

        camera_model = _parse_camera_model(d.pop("camera_model", UNSET))

        def _parse_latitude(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if isinstance(data, int | float) and not isinstance(data, bool):
                return data
            raise ValueError(f"latitude fits no variant of float | None | Unset: got {type(data).__name__}")

        latitude = _parse_latitude(d.pop("latitude", UNSET))

        def _parse_longitude(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if isinstance(data, int | float) and not isinstance(data, bool):
                return data
            raise ValueError(f"longitude fits no variant of float | None | Unset: got {type(data).__name__}")

        longitude = _parse_longitude(d.pop("longitude", UNSET))

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

        def _parse_bucket(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if isinstance(data, str):
                return data
            raise ValueError(f"bucket fits no variant of None | str | Unset: got {type(data).__name__}")

        bucket = _parse_bucket(d.pop("bucket", UNSET))

        def _parse_blob(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if isinstance(data, str):
                return data
            raise ValueError(f"blob fits no variant of None | str | Unset: got {type(data).__name__}")

        blob = _parse_blob(d.pop("blob", UNSET))

        video_details = cls(
            status=status,
            video_no=video_no,
            video_name=video_name,
            cause=cause,
            duration=duration,
            size=size,
            create_time=create_time,
            fps=fps,
            width=width,
            height=height,
            video_url=video_url,
            resolution_label=resolution_label,
            datetime_taken=datetime_taken,
            camera_model=camera_model,
            latitude=latitude,
            longitude=longitude,
            tags=tags,
            bucket=bucket,
            blob=blob,
        )

        video_details.additional_properties = d
        return video_details

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
