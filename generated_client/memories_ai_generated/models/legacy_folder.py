# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import as_object, as_plain, pop_required, short_repr

T = TypeVar("T", bound="LegacyFolder")


@_attrs_define
class LegacyFolder:
    """A folder of the account.

    Attributes:
        id (int | str): -1 is the default folder, -2 that of API uploads; one's own have 18 digits, beyond 2^53.
        account (None | str): E-mail address of the account.
        folders_name (None | str):
        parent_id (int | None | str): Folder that it lies in; null at the top.
        level (int | None | str): Depth, 1 at the top.
    """

    id: int | str
    account: None | str
    folders_name: None | str
    parent_id: int | None | str
    level: int | None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        id: int | str
        id = self.id

        account: None | str
        account = self.account

        folders_name: None | str
        folders_name = self.folders_name

        parent_id: int | None | str
        parent_id = self.parent_id

        level: int | None | str
        level = self.level

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "account": account,
                "foldersName": folders_name,
                "parentId": parent_id,
                "level": level,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "LegacyFolder")
        id = as_plain(pop_required(d, "id", "LegacyFolder"), "id", (int, str))

        account = as_plain(pop_required(d, "account", "LegacyFolder", nullable=True), "account", (str,), nullable=True)

        folders_name = as_plain(
            pop_required(d, "foldersName", "LegacyFolder", nullable=True), "foldersName", (str,), nullable=True
        )

        parent_id = as_plain(
            pop_required(d, "parentId", "LegacyFolder", nullable=True), "parentId", (int, str), nullable=True
        )

        level = as_plain(pop_required(d, "level", "LegacyFolder", nullable=True), "level", (int, str), nullable=True)

        legacy_folder = cls(
            id=id,
            account=account,
            folders_name=folders_name,
            parent_id=parent_id,
            level=level,
        )

        legacy_folder.additional_properties = d
        return legacy_folder

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
