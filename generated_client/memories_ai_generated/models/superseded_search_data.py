# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import as_list, as_object, pop_required, short_repr

if TYPE_CHECKING:
    from ..models.superseded_search_hit import SupersededSearchHit


T = TypeVar("T", bound="SupersededSearchData")


@_attrs_define
class SupersededSearchData:
    """Videos found, as documentation up to August 2025 prints them.

    Attributes:
        videos (list[SupersededSearchHit]):
    """

    videos: list[SupersededSearchHit]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        videos = []
        for videos_item_data in self.videos:
            videos_item = videos_item_data.to_dict()
            videos.append(videos_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "videos": videos,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.superseded_search_hit import SupersededSearchHit  # noqa: PLC0415

        d = as_object(src_dict, "SupersededSearchData")
        videos = []
        _videos = as_list(pop_required(d, "videos", "SupersededSearchData"), "videos", nullable=True)
        for videos_item_data in _videos:
            videos_item = SupersededSearchHit.from_dict(videos_item_data)

            videos.append(videos_item)

        superseded_search_data = cls(
            videos=videos,
        )

        superseded_search_data.additional_properties = d
        return superseded_search_data

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
