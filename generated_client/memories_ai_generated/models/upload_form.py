# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import types
from ..types import UNSET, File, Unset, as_list, as_object, as_plain, pop_optional, pop_required, short_repr

T = TypeVar("T", bound="UploadForm")


@_attrs_define
class UploadForm:
    """One video file with its options, as multipart parts. Booleans and numbers travel as text.

    Attributes:
        file (File): The video, streamed. .mp4, .avi, .mkv or .mov, at most 3 GB, codec h264, h265, hevc or vp9; the
            part's content type must begin with `video/`. Only the transcription of speech needs sound.
        unique_id (str | Unset): Namespace within the account (a user, a project, a folder). Case-sensitive; a wrong one
            finds nothing, without an error. The service assumes "default" when it is left out.
        folder_id (int | str | Unset): An integer, or the text of one as answers carry it, -1 (or none) for the default
            folder, which is made on first use. The folder to put videos into, in place of unique_id in newer documentation;
            others must exist in the account.
        callback (str | Unset): Address that receives a POST once the video's status changes. No signature is sent with
            it.
        datetime_taken (str | Unset): Time of capture as `yyyy-MM-dd HH:mm:ss`, without time zone. Any other form is
            refused.
        camera_model (str | Unset): Name of the camera or device.
        latitude (float | Unset): Place of capture in decimal degrees.
        longitude (float | Unset): Place of capture in decimal degrees.
        tags (list[str] | Unset): Free tags. The service adds the tag `api` to every upload by itself.
        retain_original_video (bool | Unset): Whether the file can be downloaded again. The service assumes true when it
            is left out.
        video_transcription_prompt (str | Unset): What the scene descriptions should pay attention to.
    """

    file: File
    unique_id: str | Unset = UNSET
    folder_id: int | str | Unset = UNSET
    callback: str | Unset = UNSET
    datetime_taken: str | Unset = UNSET
    camera_model: str | Unset = UNSET
    latitude: float | Unset = UNSET
    longitude: float | Unset = UNSET
    tags: list[str] | Unset = UNSET
    retain_original_video: bool | Unset = UNSET
    video_transcription_prompt: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        file = self.file.to_tuple()

        unique_id = self.unique_id

        folder_id: int | str | Unset
        if isinstance(self.folder_id, Unset):
            folder_id = UNSET
        else:
            folder_id = self.folder_id

        callback = self.callback

        datetime_taken = self.datetime_taken

        camera_model = self.camera_model

        latitude = self.latitude

        longitude = self.longitude

        tags: list[str] | Unset = UNSET
        if not isinstance(self.tags, Unset):
            tags = self.tags

        retain_original_video = self.retain_original_video

        video_transcription_prompt = self.video_transcription_prompt

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "file": file,
            }
        )
        if unique_id is not UNSET:
            field_dict["unique_id"] = unique_id
        if folder_id is not UNSET:
            field_dict["folder_id"] = folder_id
        if callback is not UNSET:
            field_dict["callback"] = callback
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
        if retain_original_video is not UNSET:
            field_dict["retain_original_video"] = retain_original_video
        if video_transcription_prompt is not UNSET:
            field_dict["video_transcription_prompt"] = video_transcription_prompt

        return field_dict

    def to_multipart(self) -> types.RequestFiles:
        files: types.RequestFiles = []

        if self.file is None or isinstance(self.file, Unset):
            raise ValueError("UploadForm.file is required: give it a value")
        files.append(("file", self.file.to_tuple()))

        if self.unique_id is not None and not isinstance(self.unique_id, Unset):
            files.append(("unique_id", (None, types.form_text(self.unique_id), "text/plain")))

        if self.folder_id is not None and not isinstance(self.folder_id, Unset):
            if isinstance(self.folder_id, int):
                files.append(("folder_id", (None, str(self.folder_id).encode(), "text/plain")))
            else:
                files.append(("folder_id", (None, types.form_text(self.folder_id), "text/plain")))

        if self.callback is not None and not isinstance(self.callback, Unset):
            files.append(("callback", (None, types.form_text(self.callback), "text/plain")))

        if self.datetime_taken is not None and not isinstance(self.datetime_taken, Unset):
            files.append(("datetime_taken", (None, types.form_text(self.datetime_taken), "text/plain")))

        if self.camera_model is not None and not isinstance(self.camera_model, Unset):
            files.append(("camera_model", (None, types.form_text(self.camera_model), "text/plain")))

        if self.latitude is not None and not isinstance(self.latitude, Unset):
            files.append(("latitude", (None, str(self.latitude).encode(), "text/plain")))

        if self.longitude is not None and not isinstance(self.longitude, Unset):
            files.append(("longitude", (None, str(self.longitude).encode(), "text/plain")))

        if self.tags is not None and not isinstance(self.tags, Unset):
            for componentsschemas_video_tags_item_element in self.tags:
                if componentsschemas_video_tags_item_element is not None:
                    files.append(
                        ("tags", (None, types.form_text(componentsschemas_video_tags_item_element), "text/plain"))
                    )

        if self.retain_original_video is not None and not isinstance(self.retain_original_video, Unset):
            files.append(("retain_original_video", (None, types.form_text(self.retain_original_video), "text/plain")))

        if self.video_transcription_prompt is not None and not isinstance(self.video_transcription_prompt, Unset):
            files.append(
                ("video_transcription_prompt", (None, types.form_text(self.video_transcription_prompt), "text/plain"))
            )

        for prop_name, prop in self.additional_properties.items():
            if prop is not None:
                files.append((prop_name, (None, types.form_text(prop), "text/plain")))

        return files

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "UploadForm")
        file = File(payload=BytesIO(pop_required(d, "file", "UploadForm")))

        unique_id = pop_optional(d, "unique_id", "UploadForm", str)

        folder_id = as_plain(pop_optional(d, "folder_id", "UploadForm"), "folder_id", (int, str))

        callback = pop_optional(d, "callback", "UploadForm", str)

        datetime_taken = pop_optional(d, "datetime_taken", "UploadForm", str)

        camera_model = pop_optional(d, "camera_model", "UploadForm", str)

        latitude = pop_optional(d, "latitude", "UploadForm", float)

        longitude = pop_optional(d, "longitude", "UploadForm", float)

        tags = cast(list[str] | Unset, as_list(pop_optional(d, "tags", "UploadForm"), "tags", kind=str))

        retain_original_video = pop_optional(d, "retain_original_video", "UploadForm", bool)

        video_transcription_prompt = pop_optional(d, "video_transcription_prompt", "UploadForm", str)

        upload_form = cls(
            file=file,
            unique_id=unique_id,
            folder_id=folder_id,
            callback=callback,
            datetime_taken=datetime_taken,
            camera_model=camera_model,
            latitude=latitude,
            longitude=longitude,
            tags=tags,
            retain_original_video=retain_original_video,
            video_transcription_prompt=video_transcription_prompt,
        )

        upload_form.additional_properties = d
        return upload_form

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
