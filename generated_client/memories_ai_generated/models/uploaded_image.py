# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, as_object, as_plain, pop_required, short_repr

T = TypeVar("T", bound="UploadedImage")


@_attrs_define
class UploadedImage:
    """A new image. Every example shows its id alone.

    Attributes:
        id (int | str): 18 digits, beyond 2^53; documentation that prints a number rounds it.
        image_no (None | str | Unset): Promised by a table and shown by no example.
        image_name (None | str | Unset): Promised by a table and shown by no example.
        upload_status (None | str | Unset): Promised by a table and shown by no example.
        upload_time (int | None | str | Unset): Promised by a table and shown by no example; taken for milliseconds
            since 1970, as for videos.
    """

    id: int | str
    image_no: None | str | Unset = UNSET
    image_name: None | str | Unset = UNSET
    upload_status: None | str | Unset = UNSET
    upload_time: int | None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        id: int | str
        id = self.id

        image_no: None | str | Unset
        if isinstance(self.image_no, Unset):
            image_no = UNSET
        else:
            image_no = self.image_no

        image_name: None | str | Unset
        if isinstance(self.image_name, Unset):
            image_name = UNSET
        else:
            image_name = self.image_name

        upload_status: None | str | Unset
        if isinstance(self.upload_status, Unset):
            upload_status = UNSET
        else:
            upload_status = self.upload_status

        upload_time: int | None | str | Unset
        if isinstance(self.upload_time, Unset):
            upload_time = UNSET
        else:
            upload_time = self.upload_time

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
            }
        )
        if image_no is not UNSET:
            field_dict["imageNo"] = image_no
        if image_name is not UNSET:
            field_dict["imageName"] = image_name
        if upload_status is not UNSET:
            field_dict["uploadStatus"] = upload_status
        if upload_time is not UNSET:
            field_dict["uploadTime"] = upload_time

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "UploadedImage")
        id = as_plain(pop_required(d, "id", "UploadedImage"), "id", (int, str))

        image_no = as_plain(d.pop("imageNo", UNSET), "imageNo", (str,), nullable=True)

        image_name = as_plain(d.pop("imageName", UNSET), "imageName", (str,), nullable=True)

        upload_status = as_plain(d.pop("uploadStatus", UNSET), "uploadStatus", (str,), nullable=True)

        upload_time = as_plain(d.pop("uploadTime", UNSET), "uploadTime", (int, str), nullable=True)

        uploaded_image = cls(
            id=id,
            image_no=image_no,
            image_name=image_name,
            upload_status=upload_status,
            upload_time=upload_time,
        )

        uploaded_image.additional_properties = d
        return uploaded_image

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
