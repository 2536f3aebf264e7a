# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import as_list, as_object, pop_required, short_repr

T = TypeVar("T", bound="UniqueIdList")


@_attrs_define
class UniqueIdList:
    """All namespaces; there are no pages, and there may be hundreds.

    Attributes:
        unique_ids (list[str]): Each name once; case matters.
    """

    unique_ids: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        unique_ids = self.unique_ids

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "unique_ids": unique_ids,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "UniqueIdList")
        unique_ids = cast(list[str], as_list(pop_required(d, "unique_ids", "UniqueIdList"), "unique_ids", kind=str))

        unique_id_list = cls(
            unique_ids=unique_ids,
        )

        unique_id_list.additional_properties = d
        return unique_id_list

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
