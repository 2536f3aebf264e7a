# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, as_object, as_plain, pop_required, short_repr

T = TypeVar("T", bound="ImageRow")


@_attrs_define
class ImageRow:
    """An image in a list, with the members that a public client expects; no page or recording shows them.

    Attributes:
        image_no (int | str): Id of the image; other answers call it id, and have 18 digits.
        image_name (None | str | Unset):
        status (None | str | Unset): State of indexing; no source gives its values.
        upload_time (int | None | str | Unset): Time of upload; no source gives its form.
    """

    image_no: int | str
    image_name: None | str | Unset = UNSET
    status: None | str | Unset = UNSET
    upload_time: int | None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        image_no: int | str
        image_no = self.image_no

        image_name: None | str | Unset
        if isinstance(self.image_name, Unset):
            image_name = UNSET
        else:
            image_name = self.image_name

        status: None | str | Unset
        if isinstance(self.status, Unset):
            status = UNSET
        else:
            status = self.status

        upload_time: int | None | str | Unset
        if isinstance(self.upload_time, Unset):
            upload_time = UNSET
        else:
            upload_time = self.upload_time

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "image_no": image_no,
            }
        )
        if image_name is not UNSET:
            field_dict["image_name"] = image_name
        if status is not UNSET:
            field_dict["status"] = status
        if upload_time is not UNSET:
            field_dict["upload_time"] = upload_time

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "ImageRow")
        image_no = as_plain(pop_required(d, "image_no", "ImageRow"), "image_no", (int, str))

        image_name = as_plain(d.pop("image_name", UNSET), "image_name", (str,), nullable=True)

        status = as_plain(d.pop("status", UNSET), "status", (str,), nullable=True)

        upload_time = as_plain(d.pop("upload_time", UNSET), "upload_time", (int, str), nullable=True)

        image_row = cls(
            image_no=image_no,
            image_name=image_name,
            status=status,
            upload_time=upload_time,
        )

        image_row.additional_properties = d
        return image_row

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
