# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import as_object, pop_required, short_repr

if TYPE_CHECKING:
    from ..models.caption_tokens import CaptionTokens


T = TypeVar("T", bound="Caption")


@_attrs_define
class Caption:
    """What the model saw.

    Attributes:
        text (str): The description.
        token (CaptionTokens): Tokens of the language model.
    """

    text: str
    token: CaptionTokens
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        text = self.text

        token = self.token.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "text": text,
                "token": token,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.caption_tokens import CaptionTokens  # noqa: PLC0415

        d = as_object(src_dict, "Caption")
        text = pop_required(d, "text", "Caption", str)

        token = CaptionTokens.from_dict(pop_required(d, "token", "Caption"))

        caption = cls(
            text=text,
            token=token,
        )

        caption.additional_properties = d
        return caption

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
