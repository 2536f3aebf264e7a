# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.chat_event_type import ChatEventType
from ..types import UNSET, Unset, as_list, as_object, as_plain, pop_optional, short_repr

if TYPE_CHECKING:
    from ..models.reference import Reference


T = TypeVar("T", bound="MarketerStreamEvent")


@_attrs_define
class MarketerStreamEvent:
    """One event of the answer about public videos. No source shows one: the vendor's sample prints the text under content,
    text, delta or message, whichever is there. The members of chat_stream's events are assumed.

        Attributes:
            type_ (ChatEventType | Unset): thinking: a step of the model's work; ref: what the answer rests on; content: a
                piece of the answer.
            content (str | Unset): A piece of the answer or of the model's work.
            text (str | Unset): A piece of the answer.
            delta (str | Unset): A piece of the answer.
            message (str | Unset): A piece of the answer.
            title (None | str | Unset): With thinking.
            role (str | Unset): With content.
            ref (list[Reference] | Unset): With ref: what the answer rests on.
            session_id (None | str | Unset): Id of the conversation.
    """

    type_: ChatEventType | Unset = UNSET
    content: str | Unset = UNSET
    text: str | Unset = UNSET
    delta: str | Unset = UNSET
    message: str | Unset = UNSET
    title: None | str | Unset = UNSET
    role: str | Unset = UNSET
    ref: list[Reference] | Unset = UNSET
    session_id: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        type_: str | Unset = UNSET
        if not isinstance(self.type_, Unset):
            type_ = self.type_.value

        content = self.content

        text = self.text

        delta = self.delta

        message = self.message

        title: None | str | Unset
        if isinstance(self.title, Unset):
            title = UNSET
        else:
            title = self.title

        role = self.role

        ref: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.ref, Unset):
            ref = []
            for ref_item_data in self.ref:
                ref_item = ref_item_data.to_dict()
                ref.append(ref_item)

        session_id: None | str | Unset
        if isinstance(self.session_id, Unset):
            session_id = UNSET
        else:
            session_id = self.session_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if type_ is not UNSET:
            field_dict["type"] = type_
        if content is not UNSET:
            field_dict["content"] = content
        if text is not UNSET:
            field_dict["text"] = text
        if delta is not UNSET:
            field_dict["delta"] = delta
        if message is not UNSET:
            field_dict["message"] = message
        if title is not UNSET:
            field_dict["title"] = title
        if role is not UNSET:
            field_dict["role"] = role
        if ref is not UNSET:
            field_dict["ref"] = ref
        if session_id is not UNSET:
            field_dict["sessionId"] = session_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.reference import Reference  # noqa: PLC0415

        d = as_object(src_dict, "MarketerStreamEvent")
        _type_ = pop_optional(d, "type", "MarketerStreamEvent")
        type_: ChatEventType | Unset
        if isinstance(_type_, Unset):
            type_ = UNSET
        else:
            type_ = ChatEventType(_type_)

        content = pop_optional(d, "content", "MarketerStreamEvent", str)

        text = pop_optional(d, "text", "MarketerStreamEvent", str)

        delta = pop_optional(d, "delta", "MarketerStreamEvent", str)

        message = pop_optional(d, "message", "MarketerStreamEvent", str)

        title = as_plain(d.pop("title", UNSET), "title", (str,), nullable=True)

        role = pop_optional(d, "role", "MarketerStreamEvent", str)

        _ref = pop_optional(d, "ref", "MarketerStreamEvent")
        ref: list[Reference] | Unset = UNSET
        if _ref is not UNSET:
            ref = []
            for ref_item_data in as_list(_ref, "ref", nullable=True):
                ref_item = Reference.from_dict(ref_item_data)

                ref.append(ref_item)

        session_id = as_plain(d.pop("sessionId", UNSET), "sessionId", (str,), nullable=True)

        marketer_stream_event = cls(
            type_=type_,
            content=content,
            text=text,
            delta=delta,
            message=message,
            title=title,
            role=role,
            ref=ref,
            session_id=session_id,
        )

        marketer_stream_event.additional_properties = d
        return marketer_stream_event

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
