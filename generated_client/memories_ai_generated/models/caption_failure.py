# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, as_decimal, as_object, as_plain, pop_optional, pop_required, short_repr

T = TypeVar("T", bound="CaptionFailure")


@_attrs_define
class CaptionFailure:
    """The caption host refused or failed, with an integer code: -1 in documentation. A text code of the platform is
    declared too, since one document shows the platform's envelope.

        Attributes:
            code (int | str): Anything but a code of success: 0, "0000", and 200 of the second generation.
            msg (str): What went wrong, in the service's words.
            data (None | Unset):
            success (bool | Unset):
            failed (bool | Unset):
    """

    code: int | str
    msg: str
    data: None | Unset = UNSET
    success: bool | Unset = UNSET
    failed: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        code: int | str
        code = self.code

        msg = self.msg

        data = self.data

        success = self.success

        failed = self.failed

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "msg": msg,
            }
        )
        if data is not UNSET:
            field_dict["data"] = data
        if success is not UNSET:
            field_dict["success"] = success
        if failed is not UNSET:
            field_dict["failed"] = failed

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "CaptionFailure")
        code = as_plain(as_decimal(pop_required(d, "code", "CaptionFailure"), "code"), "code", (int, str))

        msg = pop_required(d, "msg", "CaptionFailure", str)

        data = d.pop("data", UNSET)

        success = pop_optional(d, "success", "CaptionFailure", bool)

        failed = pop_optional(d, "failed", "CaptionFailure", bool)

        caption_failure = cls(
            code=code,
            msg=msg,
            data=data,
            success=success,
            failed=failed,
        )

        caption_failure.additional_properties = d
        return caption_failure

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
