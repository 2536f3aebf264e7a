# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.legacy_search_type import LegacySearchType
from ..types import UNSET, Unset, as_object, as_plain, pop_optional, pop_required, short_repr

T = TypeVar("T", bound="LegacySearchRequest")


@_attrs_define
class LegacySearchRequest:
    """A question in English, and where to look for the answer.

    Attributes:
        search_param (str): What to look for. English only.
        search_type (LegacySearchType | Unset): What is searched. BY_VIDEO: scenes, a hit names a whole video; BY_CLIP:
            scenes, a hit has times; BY_AUDIO: spoken text.
        folder_id (int | str | Unset): Search this folder only: -1 the default folder, -2 that of API uploads, or one of
            one's own. The service assumes -1.
    """

    search_param: str
    search_type: LegacySearchType | Unset = UNSET
    folder_id: int | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        search_param = self.search_param

        search_type: str | Unset = UNSET
        if not isinstance(self.search_type, Unset):
            search_type = self.search_type.value

        folder_id: int | str | Unset
        if isinstance(self.folder_id, Unset):
            folder_id = UNSET
        else:
            folder_id = self.folder_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "search_param": search_param,
            }
        )
        if search_type is not UNSET:
            field_dict["search_type"] = search_type
        if folder_id is not UNSET:
            field_dict["folder_id"] = folder_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "LegacySearchRequest")
        search_param = pop_required(d, "search_param", "LegacySearchRequest", str)

        _search_type = pop_optional(d, "search_type", "LegacySearchRequest")
        search_type: LegacySearchType | Unset
        if isinstance(_search_type, Unset):
            search_type = UNSET
        else:
            search_type = LegacySearchType(_search_type)

        folder_id = as_plain(pop_optional(d, "folder_id", "LegacySearchRequest"), "folder_id", (int, str))

        legacy_search_request = cls(
            search_param=search_param,
            search_type=search_type,
            folder_id=folder_id,
        )

        legacy_search_request.additional_properties = d
        return legacy_search_request

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
