# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import as_object, pop_required, short_repr

T = TypeVar("T", bound="RenameFolderForm")


@_attrs_define
class RenameFolderForm:
    """Which folder, and its new name.

    Attributes:
        folder_id (int): A folder of one's own; neither the default folder (-1) nor that of the old API (-2).
        new_name (str): Name of a folder; no two folders of an account have the same.
    """

    folder_id: int
    new_name: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        folder_id = self.folder_id

        new_name = self.new_name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "folder_id": folder_id,
                "new_name": new_name,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "RenameFolderForm")
        folder_id = pop_required(d, "folder_id", "RenameFolderForm", int)

        new_name = pop_required(d, "new_name", "RenameFolderForm", str)

        rename_folder_form = cls(
            folder_id=folder_id,
            new_name=new_name,
        )

        rename_folder_form.additional_properties = d
        return rename_folder_form

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
