# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, as_decimal, as_list, as_object, as_plain, pop_required, short_repr

if TYPE_CHECKING:
    from ..models.mavi_video_row import MaviVideoRow


T = TypeVar("T", bound="MaviVideoPage")


@_attrs_define
class MaviVideoPage:
    """One page of videos. All counts are JSON numbers in the one example.

    Attributes:
        current (int | str): Number of this page.
        total (int | str): How many videos there are.
        page_size (int | str): Rows a page.
        video_data (list[MaviVideoRow]):
        page (int | None | str | Unset): How many pages there are, despite its name. Decimal text as in the other
            counts.
    """

    current: int | str
    total: int | str
    page_size: int | str
    video_data: list[MaviVideoRow]
    page: int | None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        current: int | str
        current = self.current

        total: int | str
        total = self.total

        page_size: int | str
        page_size = self.page_size

        video_data = []
        for video_data_item_data in self.video_data:
            video_data_item = video_data_item_data.to_dict()
            video_data.append(video_data_item)

        page: int | None | str | Unset
        if isinstance(self.page, Unset):
            page = UNSET
        else:
            page = self.page

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "current": current,
                "total": total,
                "pageSize": page_size,
                "videoData": video_data,
            }
        )
        if page is not UNSET:
            field_dict["page"] = page

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.mavi_video_row import MaviVideoRow  # noqa: PLC0415

        d = as_object(src_dict, "MaviVideoPage")
        current = as_plain(as_decimal(pop_required(d, "current", "MaviVideoPage"), "current"), "current", (int, str))

        total = as_plain(as_decimal(pop_required(d, "total", "MaviVideoPage"), "total"), "total", (int, str))

        page_size = as_plain(
            as_decimal(pop_required(d, "pageSize", "MaviVideoPage"), "pageSize"), "pageSize", (int, str)
        )

        video_data = []
        _video_data = as_list(pop_required(d, "videoData", "MaviVideoPage"), "videoData", nullable=True)
        for video_data_item_data in _video_data:
            video_data_item = MaviVideoRow.from_dict(video_data_item_data)

            video_data.append(video_data_item)

        page = as_plain(d.pop("page", UNSET), "page", (int, str), nullable=True)

        mavi_video_page = cls(
            current=current,
            total=total,
            page_size=page_size,
            video_data=video_data,
            page=page,
        )

        mavi_video_page.additional_properties = d
        return mavi_video_page

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
