# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import as_object, pop_required, short_repr

T = TypeVar("T", bound="ChatStreamEnd")


@_attrs_define
class ChatStreamEnd:
    """The stream ended (object spelling); well, if data is Done. Any other text there is an error.

    Attributes:
        code (Literal['SUCCESS']):
        data (str): The stream ended. Done (in any case, or in brackets) is the only good ending; any other text says
            why the answer is not complete. Documented are Error, No videos found for the provided video numbers., user
            don't login, and Video is not parsed: with what follows it.
    """

    code: Literal["SUCCESS"]
    data: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        data = self.data

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "data": data,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "ChatStreamEnd")
        code: Literal["SUCCESS"] = pop_required(d, "code", "ChatStreamEnd")
        if code != "SUCCESS":
            raise ValueError(f"code must match const 'SUCCESS', got '{code}'")

        data = pop_required(d, "data", "ChatStreamEnd", str)

        chat_stream_end = cls(
            code=code,
            data=data,
        )

        chat_stream_end.additional_properties = d
        return chat_stream_end

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
