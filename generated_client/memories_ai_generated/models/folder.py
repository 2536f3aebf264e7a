# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import as_object, as_plain, pop_required, short_repr

T = TypeVar("T", bound="Folder")


@_attrs_define
class Folder:
    """A folder of the account.

    Attributes:
        folder_id (int | str): -1 is the default folder, -2 the read-only folder of the old API; one's own have 18
            digits. A number in the document, like others that were recorded as text.
        folder_name (None | str):
    """

    folder_id: int | str
    folder_name: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        folder_id: int | str
        folder_id = self.folder_id

        folder_name: None | str
        folder_name = self.folder_name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "folder_id": folder_id,
                "folder_name": folder_name,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "Folder")
        folder_id = as_plain(pop_required(d, "folder_id", "Folder"), "folder_id", (int, str))

        folder_name = as_plain(
            pop_required(d, "folder_name", "Folder", nullable=True), "folder_name", (str,), nullable=True
        )

        folder = cls(
            folder_id=folder_id,
            folder_name=folder_name,
        )

        folder.additional_properties = d
        return folder

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
