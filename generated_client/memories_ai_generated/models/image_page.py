# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import as_decimal, as_list, as_object, as_plain, pop_required, short_repr

if TYPE_CHECKING:
    from ..models.image_hit import ImageHit


T = TypeVar("T", bound="ImagePage")


@_attrs_define
class ImagePage:
    """Images found by BY_IMAGE. The list is called item; current_page is 0 in the documented example.

    Attributes:
        item (list[ImageHit]):
        current_page (int | str): A figure of a page. A JSON number in every source; that decimal text may come is
            concluded from totals, which were recorded as text and are printed as numbers since.
        page_size (int | str): A figure of a page. A JSON number in every source; that decimal text may come is
            concluded from totals, which were recorded as text and are printed as numbers since.
        total_count (int | str): A 64-bit integer. Recorded answers carry it as decimal text, newer documentation prints
            a JSON number.
    """

    item: list[ImageHit]
    current_page: int | str
    page_size: int | str
    total_count: int | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        item = []
        for item_item_data in self.item:
            item_item = item_item_data.to_dict()
            item.append(item_item)

        current_page: int | str
        current_page = self.current_page

        page_size: int | str
        page_size = self.page_size

        total_count: int | str
        total_count = self.total_count

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "item": item,
                "current_page": current_page,
                "page_size": page_size,
                "total_count": total_count,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.image_hit import ImageHit  # noqa: PLC0415

        d = as_object(src_dict, "ImagePage")
        item = []
        _item = as_list(pop_required(d, "item", "ImagePage"), "item", nullable=True)
        for item_item_data in _item:
            item_item = ImageHit.from_dict(item_item_data)

            item.append(item_item)

        current_page = as_plain(
            as_decimal(pop_required(d, "current_page", "ImagePage"), "current_page"), "current_page", (int, str)
        )

        page_size = as_plain(
            as_decimal(pop_required(d, "page_size", "ImagePage"), "page_size"), "page_size", (int, str)
        )

        total_count = as_plain(pop_required(d, "total_count", "ImagePage"), "total_count", (int, str))

        image_page = cls(
            item=item,
            current_page=current_page,
            page_size=page_size,
            total_count=total_count,
        )

        image_page.additional_properties = d
        return image_page

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
