# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import types
from ..types import UNSET, File, Unset, as_list, as_object, pop_optional, pop_required, short_repr

T = TypeVar("T", bound="UploadImagesForm")


@_attrs_define
class UploadImagesForm:
    """Image files with options that hold for all of them, as multipart parts. Numbers travel as text.

    Attributes:
        files (list[File]): The images, a part each. .jpg, .jpeg, .png, .gif, .bmp or .webp, at most 20 MB each; the
            content type of each part must begin with `image/`. The service also limits their number, and names the limit
            when it refuses.
        unique_id (str | Unset): Namespace within the account (a user, a project, a folder). Case-sensitive; a wrong one
            finds nothing, without an error. The service assumes "default" when it is left out.
        datetime_taken (str | Unset): Time of capture as `yyyy-MM-dd HH:mm:ss`, without time zone. Any other form is
            refused.
        camera_model (str | Unset): Name of the camera or device.
        latitude (float | Unset): Place of capture in decimal degrees.
        longitude (float | Unset): Place of capture in decimal degrees.
        tags (list[str] | Unset): Free tags, of every image sent. The service adds the tag `api` by itself.
    """

    files: list[File]
    unique_id: str | Unset = UNSET
    datetime_taken: str | Unset = UNSET
    camera_model: str | Unset = UNSET
    latitude: float | Unset = UNSET
    longitude: float | Unset = UNSET
    tags: list[str] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        files = []
        for files_item_data in self.files:
            files_item = files_item_data.to_tuple()

            files.append(files_item)

        unique_id = self.unique_id

        datetime_taken = self.datetime_taken

        camera_model = self.camera_model

        latitude = self.latitude

        longitude = self.longitude

        tags: list[str] | Unset = UNSET
        if not isinstance(self.tags, Unset):
            tags = self.tags

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "files": files,
            }
        )
        if unique_id is not UNSET:
            field_dict["unique_id"] = unique_id
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

        return field_dict

    def to_multipart(self) -> types.RequestFiles:
        files: types.RequestFiles = []

        if self.files is None or isinstance(self.files, Unset):
            raise ValueError("UploadImagesForm.files is required: give it a value")
        for files_item_element in self.files:
            if files_item_element is not None:
                files.append(("files", files_item_element.to_tuple()))

        if self.unique_id is not None and not isinstance(self.unique_id, Unset):
            files.append(("unique_id", (None, types.form_text(self.unique_id), "text/plain")))

        if self.datetime_taken is not None and not isinstance(self.datetime_taken, Unset):
            files.append(("datetime_taken", (None, types.form_text(self.datetime_taken), "text/plain")))

        if self.camera_model is not None and not isinstance(self.camera_model, Unset):
            files.append(("camera_model", (None, types.form_text(self.camera_model), "text/plain")))

        if self.latitude is not None and not isinstance(self.latitude, Unset):
            files.append(("latitude", (None, str(self.latitude).encode(), "text/plain")))

        if self.longitude is not None and not isinstance(self.longitude, Unset):
            files.append(("longitude", (None, str(self.longitude).encode(), "text/plain")))

        if self.tags is not None and not isinstance(self.tags, Unset):
            for componentsschemas_image_tags_item_element in self.tags:
                if componentsschemas_image_tags_item_element is not None:
                    files.append(
                        ("tags", (None, types.form_text(componentsschemas_image_tags_item_element), "text/plain"))
                    )

        for prop_name, prop in self.additional_properties.items():
            if prop is not None:
                files.append((prop_name, (None, types.form_text(prop), "text/plain")))

        return files

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "UploadImagesForm")
        files = []
        _files = as_list(pop_required(d, "files", "UploadImagesForm"), "files", nullable=True)
        for files_item_data in _files:
            files_item = File(payload=BytesIO(files_item_data))

            files.append(files_item)

        unique_id = pop_optional(d, "unique_id", "UploadImagesForm", str)

        datetime_taken = pop_optional(d, "datetime_taken", "UploadImagesForm", str)

        camera_model = pop_optional(d, "camera_model", "UploadImagesForm", str)

        latitude = pop_optional(d, "latitude", "UploadImagesForm", float)

        longitude = pop_optional(d, "longitude", "UploadImagesForm", float)

        tags = cast(list[str] | Unset, as_list(pop_optional(d, "tags", "UploadImagesForm"), "tags", kind=str))

        upload_images_form = cls(
            files=files,
            unique_id=unique_id,
            datetime_taken=datetime_taken,
            camera_model=camera_model,
            latitude=latitude,
            longitude=longitude,
            tags=tags,
        )

        upload_images_form.additional_properties = d
        return upload_images_form

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
