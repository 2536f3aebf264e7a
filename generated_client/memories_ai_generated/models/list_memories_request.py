# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, as_object, pop_optional, short_repr

if TYPE_CHECKING:
    from ..models.memory_filters import MemoryFilters


T = TypeVar("T", bound="ListMemoriesRequest")


@_attrs_define
class ListMemoriesRequest:
    """Filters and page. An empty object lists everything.

    Attributes:
        page (int | Unset): 1-based page. The service assumes 1.
        page_size (int | Unset): Rows a page. The service assumes 20.
        filters (MemoryFilters | Unset): Conditions on memories. Their grammar is not documented.
        unique_id (str | Unset): Namespace within the account (a user, a project, a folder). Case-sensitive; a wrong one
            finds nothing, without an error. The service assumes "default" when it is left out.
    """

    page: int | Unset = UNSET
    page_size: int | Unset = UNSET
    filters: MemoryFilters | Unset = UNSET
    unique_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        page = self.page

        page_size = self.page_size

        filters: dict[str, Any] | Unset = UNSET
        if not isinstance(self.filters, Unset):
            filters = self.filters.to_dict()

        unique_id = self.unique_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if page is not UNSET:
            field_dict["page"] = page
        if page_size is not UNSET:
            field_dict["page_size"] = page_size
        if filters is not UNSET:
            field_dict["filters"] = filters
        if unique_id is not UNSET:
            field_dict["unique_id"] = unique_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.memory_filters import MemoryFilters  # noqa: PLC0415

        d = as_object(src_dict, "ListMemoriesRequest")
        page = pop_optional(d, "page", "ListMemoriesRequest", int)

        page_size = pop_optional(d, "page_size", "ListMemoriesRequest", int)

        _filters = pop_optional(d, "filters", "ListMemoriesRequest")
        filters: MemoryFilters | Unset
        if isinstance(_filters, Unset):
            filters = UNSET
        else:
            filters = MemoryFilters.from_dict(_filters)

        unique_id = pop_optional(d, "unique_id", "ListMemoriesRequest", str)

        list_memories_request = cls(
            page=page,
            page_size=page_size,
            filters=filters,
            unique_id=unique_id,
        )

        list_memories_request.additional_properties = d
        return list_memories_request

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
