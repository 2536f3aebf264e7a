# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, as_object, pop_required, short_repr

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

        def _parse_id(data: object) -> int | str:
            if isinstance(data, str | int) and not isinstance(data, bool):
                return data
            raise ValueError(f"id fits no variant of int | str: got {type(data).__name__}")

        id = _parse_id(pop_required(d, "id", "UploadedImage"))

        def _parse_image_no(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if isinstance(data, str):
                return data
            raise ValueError(f"imageNo fits no variant of None | str | Unset: got {type(data).__name__}")

        image_no = _parse_image_no(d.pop("imageNo", UNSET))

        def _parse_image_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if isinstance(data, str):
                return data
            raise ValueError(f"imageName fits no variant of None | str | Unset: got {type(data).__name__}")

        image_name = _parse_image_name(d.pop("imageName", UNSET))

        def _parse_upload_status(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if isinstance(data, str):
                return data
            raise ValueError(f"uploadStatus fits no variant of None | str | Unset: got {type(data).__name__}")

        upload_status = _parse_upload_status(d.pop("uploadStatus", UNSET))

        def _parse_upload_time(data: object) -> int | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if isinstance(data, str | int) and not isinstance(data, bool):
                return data
            raise ValueError(f"uploadTime fits no variant of int | None | str | Unset: got {type(data).__name__}")

        upload_time = _parse_upload_time(d.pop("uploadTime", UNSET))

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
