# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, as_object, pop_optional, pop_required, short_repr

T = TypeVar("T", bound="Failure")


@_attrs_define
class Failure:
    """The service refused or failed; comes with HTTP 200 as a rule. `x-codes` has the meaning of each known code.

    Attributes:
        code (str): Business code; anything but 0000 and SUCCESS. Known: 0001 and 0003 bad parameter (0001 also "video
            not found" and the transient "network abnormal"), 0401 key missing or wrong, 0402 no credits left, 0403 account
            disabled, 0409 may not be repeated, 0429 rate limit, 9009 key lacks permission.
        msg (str): What went wrong, in the service's words.
        data (None | Unset):
        success (bool | Unset):
        failed (bool | Unset):
    """

    code: str
    msg: str
    data: None | Unset = UNSET
    success: bool | Unset = UNSET
    failed: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
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
        d = as_object(src_dict, "Failure")
        code = pop_required(d, "code", "Failure", str)

        msg = pop_required(d, "msg", "Failure", str)

        data = d.pop("data", UNSET)

        success = pop_optional(d, "success", "Failure", bool)

        failed = pop_optional(d, "failed", "Failure", bool)

        failure = cls(
            code=code,
            msg=msg,
            data=data,
            success=success,
            failed=failed,
        )

        failure.additional_properties = d
        return failure

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
