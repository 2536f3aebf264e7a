# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, as_list, as_object, as_plain, pop_optional, pop_required, short_repr

T = TypeVar("T", bound="LegacyChatRequest")


@_attrs_define
class LegacyChatRequest:
    """A question about indexed videos.

    Attributes:
        video_nos (list[str]): Videos to discuss; each must be indexed (status PARSE).
        prompt (str): The question. English only.
        session_id (int | str | Unset): Continues an earlier conversation; leave it out to begin one.
    """

    video_nos: list[str]
    prompt: str
    session_id: int | str | Unset = UNSET
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

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "LegacyChatRequest")
        video_nos = cast(list[str], as_list(pop_required(d, "video_nos", "LegacyChatRequest"), "video_nos", kind=str))

        prompt = pop_required(d, "prompt", "LegacyChatRequest", str)

        session_id = as_plain(pop_optional(d, "session_id", "LegacyChatRequest"), "session_id", (int, str))

        legacy_chat_request = cls(
            video_nos=video_nos,
            prompt=prompt,
            session_id=session_id,
        )

        legacy_chat_request.additional_properties = d
        return legacy_chat_request

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
