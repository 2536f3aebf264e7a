# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, as_list, as_object, as_plain, pop_optional, pop_required, short_repr

T = TypeVar("T", bound="ChatRequest")


@_attrs_define
class ChatRequest:
    """A question about indexed videos.

    Attributes:
        video_nos (list[str]): Videos to discuss; each must be indexed (status PARSE).
        prompt (str): The question.
        session_id (int | str | Unset): Continues an earlier conversation; leave it out to begin one. Digits: the
            service is reported to fail on other text, although a documented example shows some.
        unique_id (str | Unset): Namespace within the account (a user, a project, a folder). Case-sensitive; a wrong one
            finds nothing, without an error. The service assumes "default" when it is left out.
    """

    video_nos: list[str]
    prompt: str
    session_id: int | str | Unset = UNSET
    unique_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        video_nos = self.video_nos

        prompt = self.prompt

        session_id: int | str | Unset
        if isinstance(self.session_id, Unset):
            session_id = UNSET
        else:
            session_id = self.session_id

        unique_id = self.unique_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "video_nos": video_nos,
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
        d = as_object(src_dict, "ChatRequest")
        video_nos = cast(list[str], as_list(pop_required(d, "video_nos", "ChatRequest"), "video_nos", kind=str))

        prompt = pop_required(d, "prompt", "ChatRequest", str)

        session_id = as_plain(pop_optional(d, "session_id", "ChatRequest"), "session_id", (int, str))

        unique_id = pop_optional(d, "unique_id", "ChatRequest", str)

        chat_request = cls(
            video_nos=video_nos,
            prompt=prompt,
            session_id=session_id,
            unique_id=unique_id,
        )

        chat_request.additional_properties = d
        return chat_request

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
