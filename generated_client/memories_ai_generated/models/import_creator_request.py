# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, as_object, as_plain, pop_optional, pop_required, short_repr

T = TypeVar("T", bound="ImportCreatorRequest")


@_attrs_define
class ImportCreatorRequest:
    """Whose posts to import, and how many.

    Attributes:
        username (str): Address of the profile page, not a name.
        scraper_cnt (int | Unset): How many of the newest posts. The service assumes 4, by the document of July 2026.
        unique_id (str | Unset): Namespace within the account (a user, a project, a folder). Case-sensitive; a wrong one
            finds nothing, without an error. The service assumes "default" when it is left out.
        folder_id (int | str | Unset): An integer, or the text of one as answers carry it, -1 (or none) for the default
            folder, which is made on first use. The folder to put videos into, in place of unique_id in newer documentation;
            others must exist in the account.
        callback_url (str | Unset): Address that receives a POST when everything is downloaded, and one for each video
            that is indexed. No signature is sent with it.
        callback (str | Unset): Another name of callback_url.
    """

    username: str
    scraper_cnt: int | Unset = UNSET
    unique_id: str | Unset = UNSET
    folder_id: int | str | Unset = UNSET
    callback_url: str | Unset = UNSET
    callback: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        username = self.username

        scraper_cnt = self.scraper_cnt

        unique_id = self.unique_id

        folder_id: int | str | Unset
        if isinstance(self.folder_id, Unset):
            folder_id = UNSET
        else:
            folder_id = self.folder_id

        callback_url = self.callback_url

        callback = self.callback

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "username": username,
            }
        )
        if scraper_cnt is not UNSET:
            field_dict["scraper_cnt"] = scraper_cnt
        if unique_id is not UNSET:
            field_dict["unique_id"] = unique_id
        if folder_id is not UNSET:
            field_dict["folder_id"] = folder_id
        if callback_url is not UNSET:
            field_dict["callback_url"] = callback_url
        if callback is not UNSET:
            field_dict["callback"] = callback

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "ImportCreatorRequest")
        username = pop_required(d, "username", "ImportCreatorRequest", str)

        scraper_cnt = pop_optional(d, "scraper_cnt", "ImportCreatorRequest", int)

        unique_id = pop_optional(d, "unique_id", "ImportCreatorRequest", str)

        folder_id = as_plain(pop_optional(d, "folder_id", "ImportCreatorRequest"), "folder_id", (int, str))

        callback_url = pop_optional(d, "callback_url", "ImportCreatorRequest", str)

        callback = pop_optional(d, "callback", "ImportCreatorRequest", str)

        import_creator_request = cls(
            username=username,
            scraper_cnt=scraper_cnt,
            unique_id=unique_id,
            folder_id=folder_id,
            callback_url=callback_url,
            callback=callback,
        )

        import_creator_request.additional_properties = d
        return import_creator_request

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
