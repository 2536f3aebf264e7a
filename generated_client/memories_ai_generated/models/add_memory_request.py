# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, as_list, as_object, pop_optional, pop_required, short_repr

if TYPE_CHECKING:
    from ..models.memory_entry import MemoryEntry


T = TypeVar("T", bound="AddMemoryRequest")


@_attrs_define
class AddMemoryRequest:
    """Texts to remember, with when and where they belong.

    Attributes:
        memories (list[MemoryEntry]):
        unique_id (str | Unset): Namespace within the account (a user, a project, a folder). Case-sensitive; a wrong one
            finds nothing, without an error. The service assumes "default" when it is left out.
        tags (list[str] | Unset): Free tags.
        latitude (str | Unset): Decimal degrees, as text.
        longitude (str | Unset): Decimal degrees, as text.
        memories_at (datetime.datetime | Unset): When it was: ISO 8601 with a time zone, such as 2025-11-17T17:00:00Z.
    """

    memories: list[MemoryEntry]
    unique_id: str | Unset = UNSET
    tags: list[str] | Unset = UNSET
    latitude: str | Unset = UNSET
    longitude: str | Unset = UNSET
    memories_at: datetime.datetime | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        memories = []
        for memories_item_data in self.memories:
            memories_item = memories_item_data.to_dict()
            memories.append(memories_item)

        unique_id = self.unique_id

        tags: list[str] | Unset = UNSET
        if not isinstance(self.tags, Unset):
            tags = self.tags

        latitude = self.latitude

        longitude = self.longitude

        memories_at: str | Unset = UNSET
        if not isinstance(self.memories_at, Unset):
            memories_at = self.memories_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "memories": memories,
            }
        )
        if unique_id is not UNSET:
            field_dict["unique_id"] = unique_id
        if tags is not UNSET:
            field_dict["tags"] = tags
        if latitude is not UNSET:
            field_dict["latitude"] = latitude
        if longitude is not UNSET:
            field_dict["longitude"] = longitude
        if memories_at is not UNSET:
            field_dict["memories_at"] = memories_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.memory_entry import MemoryEntry  # noqa: PLC0415

        d = as_object(src_dict, "AddMemoryRequest")
        memories = []
        _memories = as_list(pop_required(d, "memories", "AddMemoryRequest"), "memories", nullable=True)
        for memories_item_data in _memories:
            memories_item = MemoryEntry.from_dict(memories_item_data)

            memories.append(memories_item)

        unique_id = pop_optional(d, "unique_id", "AddMemoryRequest", str)

        tags = cast(list[str] | Unset, as_list(pop_optional(d, "tags", "AddMemoryRequest"), "tags", kind=str))

        latitude = pop_optional(d, "latitude", "AddMemoryRequest", str)

        longitude = pop_optional(d, "longitude", "AddMemoryRequest", str)

        _memories_at = pop_optional(d, "memories_at", "AddMemoryRequest")
        memories_at: datetime.datetime | Unset
        if isinstance(_memories_at, Unset):
            memories_at = UNSET
        else:
            memories_at = datetime.datetime.fromisoformat(_memories_at)

        add_memory_request = cls(
            memories=memories,
            unique_id=unique_id,
            tags=tags,
            latitude=latitude,
            longitude=longitude,
            memories_at=memories_at,
        )

        add_memory_request.additional_properties = d
        return add_memory_request

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
