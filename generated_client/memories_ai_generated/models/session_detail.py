# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import as_list, as_object, as_plain, pop_required, short_repr

if TYPE_CHECKING:
    from ..models.session_message import SessionMessage


T = TypeVar("T", bound="SessionDetail")


@_attrs_define
class SessionDetail:
    """A conversation with its messages, oldest first.

    Attributes:
        title (None | str):
        messages (list[SessionMessage]):
        session_id (str): The id that list_sessions calls sessionId.
    """

    title: None | str
    messages: list[SessionMessage]
    session_id: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        title: None | str
        title = self.title

        messages = []
        for messages_item_data in self.messages:
            messages_item = messages_item_data.to_dict()
            messages.append(messages_item)

        session_id = self.session_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "title": title,
                "messages": messages,
                "session_id": session_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.session_message import SessionMessage  # noqa: PLC0415

        d = as_object(src_dict, "SessionDetail")
        title = as_plain(pop_required(d, "title", "SessionDetail", nullable=True), "title", (str,), nullable=True)

        messages = []
        _messages = as_list(pop_required(d, "messages", "SessionDetail"), "messages", nullable=True)
        for messages_item_data in _messages:
            messages_item = SessionMessage.from_dict(messages_item_data)

            messages.append(messages_item)

        session_id = pop_required(d, "session_id", "SessionDetail", str)

        session_detail = cls(
            title=title,
            messages=messages,
            session_id=session_id,
        )

        session_detail.additional_properties = d
        return session_detail

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
