# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import as_object, pop_required, short_repr

T = TypeVar("T", bound="CaptionTokens")


@_attrs_define
class CaptionTokens:
    """Tokens of the language model.

    Attributes:
        input_ (int): Tokens read.
        output (int): Tokens written.
        total (int): Both together.
    """

    input_: int
    output: int
    total: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        input_ = self.input_

        output = self.output

        total = self.total

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "input": input_,
                "output": output,
                "total": total,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "CaptionTokens")
        input_ = pop_required(d, "input", "CaptionTokens", int)

        output = pop_required(d, "output", "CaptionTokens", int)

        total = pop_required(d, "total", "CaptionTokens", int)

        caption_tokens = cls(
            input_=input_,
            output=output,
            total=total,
        )

        caption_tokens.additional_properties = d
        return caption_tokens

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
