# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, as_object, as_plain, pop_optional, pop_required, short_repr

T = TypeVar("T", bound="ContentEvent")


@_attrs_define
class ContentEvent:
    """A piece of the answer; the pieces are joined as they come.

    Attributes:
        type_ (Literal['content']):
        content (str):
        role (str | Unset): assistant, in small letters.
        session_id (None | str | Unset): Id of the conversation.
    """

    type_: Literal["content"]
    content: str
    role: str | Unset = UNSET
    session_id: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        content = self.content

        role = self.role

        session_id: None | str | Unset
        if isinstance(self.session_id, Unset):
            session_id = UNSET
        else:
            session_id = self.session_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "type": type_,
                "content": content,
            }
        )
        if role is not UNSET:
            field_dict["role"] = role
        if session_id is not UNSET:
            field_dict["sessionId"] = session_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "ContentEvent")
        type_: Literal["content"] = pop_required(d, "type", "ContentEvent")
        if type_ != "content":
            raise ValueError(f"type must match const 'content', got '{type_}'")

        content = pop_required(d, "content", "ContentEvent", str)

        role = pop_optional(d, "role", "ContentEvent", str)

        session_id = as_plain(d.pop("sessionId", UNSET), "sessionId", (str,), nullable=True)

        content_event = cls(
            type_=type_,
            content=content,
            role=role,
            session_id=session_id,
        )

        content_event.additional_properties = d
        return content_event

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
