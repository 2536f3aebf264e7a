# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.filtering_level import FilteringLevel
from ..models.public_search_type import PublicSearchType
from ..types import UNSET, Unset, as_object, pop_optional, pop_required, short_repr

T = TypeVar("T", bound="PublicSearchRequest")


@_attrs_define
class PublicSearchRequest:
    """A question in English about public videos, and what narrows it.

    Attributes:
        search_param (str): What to look for.
        search_type (PublicSearchType | Unset): What is searched in public videos. BY_VIDEO: scenes; BY_AUDIO: spoken
            text; BY_CLIP: another name of BY_VIDEO, which other pages refuse.
        type_ (str | Unset): Where the videos were posted: TIKTOK, YOUTUBE or INSTAGRAM. No enumeration: any other word
            is taken for the default, TIKTOK.
        top_k (int | Unset): Most hits; the service assumes 100.
        filtering_level (FilteringLevel | None | Unset):
        unique_id (str | Unset): Without effect, since public videos have no namespace; some pages send it all the same.
    """

    search_param: str
    search_type: PublicSearchType | Unset = UNSET
    type_: str | Unset = UNSET
    top_k: int | Unset = UNSET
    filtering_level: FilteringLevel | None | Unset = UNSET
    unique_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        search_param = self.search_param

        search_type: str | Unset = UNSET
        if not isinstance(self.search_type, Unset):
            search_type = self.search_type.value

        type_ = self.type_

        top_k = self.top_k

        filtering_level: None | str | Unset
        if isinstance(self.filtering_level, Unset):
            filtering_level = UNSET
        elif isinstance(self.filtering_level, FilteringLevel):
            filtering_level = self.filtering_level.value
        else:
            filtering_level = self.filtering_level

        unique_id = self.unique_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "search_param": search_param,
            }
        )
        if search_type is not UNSET:
            field_dict["search_type"] = search_type
        if type_ is not UNSET:
            field_dict["type"] = type_
        if top_k is not UNSET:
            field_dict["top_k"] = top_k
        if filtering_level is not UNSET:
            field_dict["filtering_level"] = filtering_level
        if unique_id is not UNSET:
            field_dict["unique_id"] = unique_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "PublicSearchRequest")
        search_param = pop_required(d, "search_param", "PublicSearchRequest", str)

        _search_type = pop_optional(d, "search_type", "PublicSearchRequest")
        search_type: PublicSearchType | Unset
        if isinstance(_search_type, Unset):
            search_type = UNSET
        else:
            search_type = PublicSearchType(_search_type)

        type_ = pop_optional(d, "type", "PublicSearchRequest", str)

        top_k = pop_optional(d, "top_k", "PublicSearchRequest", int)

        def _parse_filtering_level(data: object) -> FilteringLevel | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if isinstance(data, str):
                filtering_level_type_0 = FilteringLevel(data)

                return filtering_level_type_0
            raise ValueError(
                f"filtering_level fits no variant of FilteringLevel | None | Unset: got {type(data).__name__}"
            )

        filtering_level = _parse_filtering_level(d.pop("filtering_level", UNSET))

        unique_id = pop_optional(d, "unique_id", "PublicSearchRequest", str)

        public_search_request = cls(
            search_param=search_param,
            search_type=search_type,
            type_=type_,
            top_k=top_k,
            filtering_level=filtering_level,
            unique_id=unique_id,
        )

        public_search_request.additional_properties = d
        return public_search_request

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
