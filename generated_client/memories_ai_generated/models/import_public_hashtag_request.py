# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, as_list, as_object, pop_optional, pop_required, short_repr

T = TypeVar("T", bound="ImportPublicHashtagRequest")


@_attrs_define
class ImportPublicHashtagRequest:
    """Hashtags whose posts to import into the public library, and how many of each.

    Attributes:
        hash_tags (list[str]): Without the leading #.
        scraper_cnt (int | Unset): How many of the newest posts of each hashtag.
        unique_id (str | Unset): Taken, and ignored; the public library has no namespaces.
    """

    hash_tags: list[str]
    scraper_cnt: int | Unset = UNSET
    unique_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        hash_tags = self.hash_tags

        scraper_cnt = self.scraper_cnt

        unique_id = self.unique_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "hash_tags": hash_tags,
            }
        )
        if scraper_cnt is not UNSET:
            field_dict["scraper_cnt"] = scraper_cnt
        if unique_id is not UNSET:
            field_dict["unique_id"] = unique_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "ImportPublicHashtagRequest")
        hash_tags = cast(
            list[str], as_list(pop_required(d, "hash_tags", "ImportPublicHashtagRequest"), "hash_tags", kind=str)
        )

        scraper_cnt = pop_optional(d, "scraper_cnt", "ImportPublicHashtagRequest", int)

        unique_id = pop_optional(d, "unique_id", "ImportPublicHashtagRequest", str)

        import_public_hashtag_request = cls(
            hash_tags=hash_tags,
            scraper_cnt=scraper_cnt,
            unique_id=unique_id,
        )

        import_public_hashtag_request.additional_properties = d
        return import_public_hashtag_request

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
