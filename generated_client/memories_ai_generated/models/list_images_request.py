# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, as_object, pop_optional, short_repr

T = TypeVar("T", bound="ListImagesRequest")


@_attrs_define
class ListImagesRequest:
    """Which page of the private image library to list.

    Attributes:
        page (int | Unset): 1-based. The service assumes 1.
        page_size (int | Unset): Rows a page. The service assumes 20.
        unique_id (str | Unset): Namespace within the account (a user, a project, a folder). Case-sensitive; a wrong one
            finds nothing, without an error. The service assumes "default" when it is left out.
    """

    page: int | Unset = UNSET
    page_size: int | Unset = UNSET
    unique_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        page = self.page

        page_size = self.page_size

        unique_id = self.unique_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if page is not UNSET:
            field_dict["page"] = page
        if page_size is not UNSET:
            field_dict["page_size"] = page_size
        if unique_id is not UNSET:
            field_dict["unique_id"] = unique_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "ListImagesRequest")
        page = pop_optional(d, "page", "ListImagesRequest", int)

        page_size = pop_optional(d, "page_size", "ListImagesRequest", int)

        unique_id = pop_optional(d, "unique_id", "ListImagesRequest", str)

        list_images_request = cls(
            page=page,
            page_size=page_size,
            unique_id=unique_id,
        )

        list_images_request.additional_properties = d
        return list_images_request

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
