# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, as_list, as_object, as_plain, pop_required, short_repr

if TYPE_CHECKING:
    from ..models.summary_item import SummaryItem


T = TypeVar("T", bound="VideoSummary")


@_attrs_define
class VideoSummary:
    """A summary as one text, and its parts.

    Attributes:
        summary (str):
        items (list[SummaryItem]):
        total_input (int | None | str | Unset): Tokens read.
        total_output (int | None | str | Unset): Tokens written.
    """

    summary: str
    items: list[SummaryItem]
    total_input: int | None | str | Unset = UNSET
    total_output: int | None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        summary = self.summary

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        total_input: int | None | str | Unset
        if isinstance(self.total_input, Unset):
            total_input = UNSET
        else:
            total_input = self.total_input

        total_output: int | None | str | Unset
        if isinstance(self.total_output, Unset):
            total_output = UNSET
        else:
            total_output = self.total_output

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "summary": summary,
                "items": items,
            }
        )
        if total_input is not UNSET:
            field_dict["totalInput"] = total_input
        if total_output is not UNSET:
            field_dict["totalOutput"] = total_output

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.summary_item import SummaryItem  # noqa: PLC0415

        d = as_object(src_dict, "VideoSummary")
        summary = pop_required(d, "summary", "VideoSummary", str)

        items = []
        _items = as_list(pop_required(d, "items", "VideoSummary"), "items", nullable=True)
        for items_item_data in _items:
            items_item = SummaryItem.from_dict(items_item_data)

            items.append(items_item)

        total_input = as_plain(d.pop("totalInput", UNSET), "totalInput", (int, str), nullable=True)

        total_output = as_plain(d.pop("totalOutput", UNSET), "totalOutput", (int, str), nullable=True)

        video_summary = cls(
            summary=summary,
            items=items,
            total_input=total_input,
            total_output=total_output,
        )

        video_summary.additional_properties = d
        return video_summary

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
