# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.public_platform import PublicPlatform
from ..types import UNSET, Unset, as_object, as_plain, pop_optional, pop_required, short_repr

T = TypeVar("T", bound="MarketerChatRequest")


@_attrs_define
class MarketerChatRequest:
    """A question about public videos.

    Attributes:
        prompt (str): The question. "@creator" or "#hashtag" within it narrows the videos that are looked at.
        session_id (int | str | Unset): Continues an earlier conversation; leave it out, or empty, to begin one.
        unique_id (str | Unset): Namespace within the account (a user, a project, a folder). Case-sensitive; a wrong one
            finds nothing, without an error. The service assumes "default" when it is left out.
        type_ (PublicPlatform | Unset): Where a public video was posted. The service assumes TIKTOK where a request
            leaves it out.
    """

    prompt: str
    session_id: int | str | Unset = UNSET
    unique_id: str | Unset = UNSET
    type_: PublicPlatform | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        prompt = self.prompt

        session_id: int | str | Unset
        if isinstance(self.session_id, Unset):
            session_id = UNSET
        else:
            session_id = self.session_id

        unique_id = self.unique_id

        type_: str | Unset = UNSET
        if not isinstance(self.type_, Unset):
            type_ = self.type_.value

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
        if type_ is not UNSET:
            field_dict["type"] = type_

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "MarketerChatRequest")
        prompt = pop_required(d, "prompt", "MarketerChatRequest", str)

        session_id = as_plain(pop_optional(d, "session_id", "MarketerChatRequest"), "session_id", (int, str))

        unique_id = pop_optional(d, "unique_id", "MarketerChatRequest", str)

        _type_ = pop_optional(d, "type", "MarketerChatRequest")
        type_: PublicPlatform | Unset
        if isinstance(_type_, Unset):
            type_ = UNSET
        else:
            type_ = PublicPlatform(_type_)

        marketer_chat_request = cls(
            prompt=prompt,
            session_id=session_id,
            unique_id=unique_id,
            type_=type_,
        )

        marketer_chat_request.additional_properties = d
        return marketer_chat_request

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
