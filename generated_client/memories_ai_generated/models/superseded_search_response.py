# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, as_object, pop_optional, pop_required, short_repr

if TYPE_CHECKING:
    from ..models.superseded_search_data import SupersededSearchData


T = TypeVar("T", bound="SupersededSearchResponse")


@_attrs_define
class SupersededSearchResponse:
    """Answer printed by documentation up to August 2025 only; no recording shows it.

    Attributes:
        code (Literal['SUCCESS']):
        data (SupersededSearchData): Videos found, as documentation up to August 2025 prints them.
        msg (str | Unset):
        success (bool | Unset):
        failed (bool | Unset):
    """

    code: Literal["SUCCESS"]
    data: SupersededSearchData
    msg: str | Unset = UNSET
    success: bool | Unset = UNSET
    failed: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        data = self.data.to_dict()

        msg = self.msg

        success = self.success

        failed = self.failed

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "data": data,
            }
        )
        if msg is not UNSET:
            field_dict["msg"] = msg
        if success is not UNSET:
            field_dict["success"] = success
        if failed is not UNSET:
            field_dict["failed"] = failed

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.superseded_search_data import SupersededSearchData  # noqa: PLC0415

        d = as_object(src_dict, "SupersededSearchResponse")
        code: Literal["SUCCESS"] = pop_required(d, "code", "SupersededSearchResponse")
        if code != "SUCCESS":
            raise ValueError(f"code must match const 'SUCCESS', got '{code}'")

        data = SupersededSearchData.from_dict(pop_required(d, "data", "SupersededSearchResponse"))

        msg = pop_optional(d, "msg", "SupersededSearchResponse", str)

        success = pop_optional(d, "success", "SupersededSearchResponse", bool)

        failed = pop_optional(d, "failed", "SupersededSearchResponse", bool)

        superseded_search_response = cls(
            code=code,
            data=data,
            msg=msg,
            success=success,
            failed=failed,
        )

        superseded_search_response.additional_properties = d
        return superseded_search_response

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
