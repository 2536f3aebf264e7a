# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, as_object, pop_optional, pop_required, short_repr

if TYPE_CHECKING:
    from ..models.image_list_page import ImageListPage
    from ..models.image_page import ImagePage


T = TypeVar("T", bound="ListImagesResponse")


@_attrs_define
class ListImagesResponse:
    """One page of images, in the form that a client expects, or in that of a search BY_IMAGE.

    Attributes:
        code (Literal['0000']):
        msg (str):
        data (ImageListPage | ImagePage):
        success (bool | Unset):
        failed (bool | Unset):
    """

    code: Literal["0000"]
    msg: str
    data: ImageListPage | ImagePage
    success: bool | Unset = UNSET
    failed: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        from ..models.image_list_page import ImageListPage  # noqa: PLC0415

        code = self.code

        msg = self.msg

        data: dict[str, Any]
        if isinstance(self.data, ImageListPage):
            data = self.data.to_dict()
        else:
            data = self.data.to_dict()

        success = self.success

        failed = self.failed

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "msg": msg,
                "data": data,
            }
        )
        if success is not UNSET:
            field_dict["success"] = success
        if failed is not UNSET:
            field_dict["failed"] = failed

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.image_list_page import ImageListPage  # noqa: PLC0415
        from ..models.image_page import ImagePage  # noqa: PLC0415

        d = as_object(src_dict, "ListImagesResponse")
        code: Literal["0000"] = pop_required(d, "code", "ListImagesResponse")
        if code != "0000":
            raise ValueError(f"code must match const '0000', got '{code}'")

        msg = pop_required(d, "msg", "ListImagesResponse", str)

        def _parse_data(data: object) -> ImageListPage | ImagePage:
            if (
                isinstance(data, dict)
                and "images" in data
                and "current_page" in data
                and "page_size" in data
                and "total_count" in data
            ):
                data_type_0 = ImageListPage.from_dict(data)

                return data_type_0
            if (
                isinstance(data, dict)
                and "item" in data
                and "current_page" in data
                and "page_size" in data
                and "total_count" in data
            ):
                data_type_1 = ImagePage.from_dict(data)

                return data_type_1
            raise ValueError(f"data fits no variant of ImageListPage | ImagePage: got {type(data).__name__}")

        data = _parse_data(pop_required(d, "data", "ListImagesResponse"))

        success = pop_optional(d, "success", "ListImagesResponse", bool)

        failed = pop_optional(d, "failed", "ListImagesResponse", bool)

        list_images_response = cls(
            code=code,
            msg=msg,
            data=data,
            success=success,
            failed=failed,
        )

        list_images_response.additional_properties = d
        return list_images_response

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
