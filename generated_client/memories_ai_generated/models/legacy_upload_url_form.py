# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, as_object, pop_optional, pop_required, short_repr

T = TypeVar("T", bound="LegacyUploadUrlForm")


@_attrs_define
class LegacyUploadUrlForm:
    """Address of a video, as form fields.

    Attributes:
        url (str): Direct link to the file, reachable by GET without authentication.
        callback (str | Unset): Address that receives a POST once the video's status changes. No signature is sent with
            it.
    """

    url: str
    callback: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        url = self.url

        callback = self.callback

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "url": url,
            }
        )
        if callback is not UNSET:
            field_dict["callback"] = callback

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "LegacyUploadUrlForm")
        url = pop_required(d, "url", "LegacyUploadUrlForm", str)

        callback = pop_optional(d, "callback", "LegacyUploadUrlForm", str)

        legacy_upload_url_form = cls(
            url=url,
            callback=callback,
        )

        legacy_upload_url_form.additional_properties = d
        return legacy_upload_url_form

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
