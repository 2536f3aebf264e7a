# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import as_object, pop_required, short_repr

if TYPE_CHECKING:
    from ..models.caption import Caption


T = TypeVar("T", bound="CaptionResponse")


@_attrs_define
class CaptionResponse:
    """The description, in the dialect of the caption host.

    Attributes:
        code (Literal[0]):
        msg (str):
        data (Caption): What the model saw.
    """

    code: Literal[0]
    msg: str
    data: Caption
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        msg = self.msg

        data = self.data.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "msg": msg,
                "data": data,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.caption import Caption  # noqa: PLC0415

        d = as_object(src_dict, "CaptionResponse")
        code: Literal[0] = pop_required(d, "code", "CaptionResponse")
        if code != 0:
            raise ValueError(f"code must match const 0, got '{code}'")

        msg = pop_required(d, "msg", "CaptionResponse", str)

        data = Caption.from_dict(pop_required(d, "data", "CaptionResponse"))

        caption_response = cls(
            code=code,
            msg=msg,
            data=data,
        )

        caption_response.additional_properties = d
        return caption_response

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
