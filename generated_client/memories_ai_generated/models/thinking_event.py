# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, as_object, as_plain, pop_required, short_repr

T = TypeVar("T", bound="ThinkingEvent")


@_attrs_define
class ThinkingEvent:
    """A step of the model's work.

    Attributes:
        type_ (Literal['thinking']):
        title (None | str):
        content (None | str):
        session_id (None | str | Unset): Id of the conversation.
    """

    type_: Literal["thinking"]
    title: None | str
    content: None | str
    session_id: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        title: None | str
        title = self.title

        content: None | str
        content = self.content

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
                "title": title,
                "content": content,
            }
        )
        if session_id is not UNSET:
            field_dict["sessionId"] = session_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "ThinkingEvent")
        type_: Literal["thinking"] = pop_required(d, "type", "ThinkingEvent")
        if type_ != "thinking":
            raise ValueError(f"type must match const 'thinking', got '{type_}'")

        title = as_plain(pop_required(d, "title", "ThinkingEvent", nullable=True), "title", (str,), nullable=True)

        content = as_plain(pop_required(d, "content", "ThinkingEvent", nullable=True), "content", (str,), nullable=True)

        session_id = as_plain(d.pop("sessionId", UNSET), "sessionId", (str,), nullable=True)

        thinking_event = cls(
            type_=type_,
            title=title,
            content=content,
            session_id=session_id,
        )

        thinking_event.additional_properties = d
        return thinking_event

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
