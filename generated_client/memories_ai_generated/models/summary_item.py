# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, as_object, as_plain, pop_required, short_repr

T = TypeVar("T", bound="SummaryItem")


@_attrs_define
class SummaryItem:
    """A chapter or a topic.

    Attributes:
        title (None | str):
        description (None | str): Sentences, or bullet lines joined by line feeds.
        start (None | str | Unset): Where a chapter begins, in seconds as text. Absent for topics.
    """

    title: None | str
    description: None | str
    start: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        title: None | str
        title = self.title

        description: None | str
        description = self.description

        start: None | str | Unset
        if isinstance(self.start, Unset):
            start = UNSET
        else:
            start = self.start

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "title": title,
                "description": description,
            }
        )
        if start is not UNSET:
            field_dict["start"] = start

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "SummaryItem")
        title = as_plain(pop_required(d, "title", "SummaryItem", nullable=True), "title", (str,), nullable=True)

        description = as_plain(
            pop_required(d, "description", "SummaryItem", nullable=True), "description", (str,), nullable=True
        )

        start = as_plain(d.pop("start", UNSET), "start", (str,), nullable=True)

        summary_item = cls(
            title=title,
            description=description,
            start=start,
        )

        summary_item.additional_properties = d
        return summary_item

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
