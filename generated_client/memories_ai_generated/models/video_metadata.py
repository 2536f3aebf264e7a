# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.video_status import VideoStatus
from ..types import UNSET, Unset, as_list, as_number, as_object, as_plain, pop_required, short_repr

T = TypeVar("T", bound="VideoMetadata")


@_attrs_define
class VideoMetadata:
    """Everything the service keeps about a video. Capture data exists only if given at upload, after indexing.

    Attributes:
        video_no (str):
        status (VideoStatus): State of indexing. UNPARSE: waiting; PARSE: searchable. A failure was recorded as FAIL;
            documentation also prints FAILED and PARSE_ERROR for it, and DONE for success; the vendor's poll helper stops at
            ERROR too. PENDING, PROCESSING and UPLOADING are what public clients guard against; no page and no recording has
            them.
        video_name (None | str | Unset):
        video_status (None | Unset | VideoStatus): Another name of status, which the vendor's poll helper reads too.
        duration (int | None | str | Unset): Whole seconds.
        size (int | None | str | Unset): Bytes.
        create_time (int | None | str | Unset): Time of upload in milliseconds since 1970.
        cause (None | str | Unset): Reason of a failure.
        resolution_label (None | str | Unset): Such as 720P.
        fps (float | None | Unset): Frames a second.
        width (int | None | Unset): Pixels.
        height (int | None | Unset): Pixels.
        video_url (None | str | Unset): Not on the page; list_videos and rows of imports have it.
        datetime_taken (int | None | str | Unset): Capture time in milliseconds since 1970.
        camera_model (None | str | Unset):
        latitude (float | None | Unset):
        longitude (float | None | Unset):
        tags (list[str] | None | Unset):
        bucket (None | str | Unset):
        blob (None | str | Unset):
    """

    video_no: str
    status: VideoStatus
    video_name: None | str | Unset = UNSET
    video_status: None | Unset | VideoStatus = UNSET
    duration: int | None | str | Unset = UNSET
    size: int | None | str | Unset = UNSET
    create_time: int | None | str | Unset = UNSET
    cause: None | str | Unset = UNSET
    resolution_label: None | str | Unset = UNSET
    fps: float | None | Unset = UNSET
    width: int | None | Unset = UNSET
    height: int | None | Unset = UNSET
    video_url: None | str | Unset = UNSET
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
        video_no = self.video_no

        status = self.status.value

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

        cause: None | str | Unset
        if isinstance(self.cause, Unset):
            cause = UNSET
        else:
            cause = self.cause

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

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "video_no": video_no,
                "status": status,
            }
        )
        if video_name is not UNSET:
            field_dict["video_name"] = video_name
        if video_status is not UNSET:
            field_dict["videoStatus"] = video_status
        if duration is not UNSET:
            field_dict["duration"] = duration
        if size is not UNSET:
            field_dict["size"] = size
        if create_time is not UNSET:
            field_dict["create_time"] = create_time
        if cause is not UNSET:
            field_dict["cause"] = cause
        if resolution_label is not UNSET:
            field_dict["resolution_label"] = resolution_label
        if fps is not UNSET:
            field_dict["fps"] = fps
        if width is not UNSET:
            field_dict["width"] = width
        if height is not UNSET:
            field_dict["height"] = height
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

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "VideoMetadata")
        video_no = pop_required(d, "video_no", "VideoMetadata", str)

        status = VideoStatus(pop_required(d, "status", "VideoMetadata"))

        video_name = as_plain(d.pop("video_name", UNSET), "video_name", (str,), nullable=True)

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

        duration = as_plain(d.pop("duration", UNSET), "duration", (int, str), nullable=True)

        size = as_plain(d.pop("size", UNSET), "size", (int, str), nullable=True)

        create_time = as_plain(d.pop("create_time", UNSET), "create_time", (int, str), nullable=True)

        cause = as_plain(d.pop("cause", UNSET), "cause", (str,), nullable=True)

        resolution_label = as_plain(d.pop("resolution_label", UNSET), "resolution_label", (str,), nullable=True)

        fps = as_number(d.pop("fps", UNSET), "fps", (float, int), nullable=True)

        width = as_plain(d.pop("width", UNSET), "width", (int,), nullable=True)

        height = as_plain(d.pop("height", UNSET), "height", (int,), nullable=True)

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

        video_metadata = cls(
            video_no=video_no,
            status=status,
            video_name=video_name,
            video_status=video_status,
            duration=duration,
            size=size,
            create_time=create_time,
            cause=cause,
            resolution_label=resolution_label,
            fps=fps,
            width=width,
            height=height,
            video_url=video_url,
            datetime_taken=datetime_taken,
            camera_model=camera_model,
            latitude=latitude,
            longitude=longitude,
            tags=tags,
            bucket=bucket,
            blob=blob,
        )

        video_metadata.additional_properties = d
        return video_metadata

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
