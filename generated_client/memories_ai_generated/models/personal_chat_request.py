# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, as_object, pop_optional, pop_required, short_repr

T = TypeVar("T", bound="PersonalChatRequest")


@_attrs_define
class PersonalChatRequest:
    """A question about everything in the private library.

    Attributes:
        prompt (str): The question.
        session_id (str | Unset): Continues an earlier conversation; leave it out, or empty, to begin one.
        unique_id (str | Unset): Namespace within the account (a user, a project, a folder). Case-sensitive; a wrong one
            finds nothing, without an error. The service assumes "default" when it is left out.
    """

    prompt: str
    session_id: str | Unset = UNSET
    unique_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        prompt = self.prompt

        session_id = self.session_id

        unique_id = self.unique_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "prompt": prompt,
            }
        )
        if session_id is not UNSET:
            field_dict["session_id"] = session_id
        if unique_id is not UNSET:
            field_dict["unique_id"] = unique_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "PersonalChatRequest")
        prompt = pop_required(d, "prompt", "PersonalChatRequest", str)

        session_id = pop_optional(d, "session_id", "PersonalChatRequest", str)

        unique_id = pop_optional(d, "unique_id", "PersonalChatRequest", str)

        personal_chat_request = cls(
            prompt=prompt,
            session_id=session_id,
            unique_id=unique_id,
        )

        personal_chat_request.additional_properties = d
        return personal_chat_request

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
