# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, as_list, as_object, pop_optional, pop_required, short_repr

if TYPE_CHECKING:
    from ..models.mavi_chat_turn import MaviChatTurn


T = TypeVar("T", bound="MaviChatRequest")


@_attrs_define
class MaviChatRequest:
    """A question about videos, with what was said before.

    Attributes:
        video_nos (list[str]): Ids of the videos to discuss.
        message (str): The question.
        stream (bool): Whether the answer comes in pieces.
        history (list[MaviChatTurn] | Unset): Earlier turns. The client carries them; v1.0 has no sessions.
    """

    video_nos: list[str]
    message: str
    stream: bool
    history: list[MaviChatTurn] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        video_nos = self.video_nos

        message = self.message

        stream = self.stream

        history: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.history, Unset):
            history = []
            for history_item_data in self.history:
                history_item = history_item_data.to_dict()
                history.append(history_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "videoNos": video_nos,
                "message": message,
                "stream": stream,
            }
        )
        if history is not UNSET:
            field_dict["history"] = history

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.mavi_chat_turn import MaviChatTurn  # noqa: PLC0415

        d = as_object(src_dict, "MaviChatRequest")
        video_nos = cast(list[str], as_list(pop_required(d, "videoNos", "MaviChatRequest"), "videoNos", kind=str))

        message = pop_required(d, "message", "MaviChatRequest", str)

        stream = pop_required(d, "stream", "MaviChatRequest", bool)

        _history = pop_optional(d, "history", "MaviChatRequest")
        history: list[MaviChatTurn] | Unset = UNSET
        if _history is not UNSET:
            history = []
            for history_item_data in as_list(_history, "history", nullable=True):
                history_item = MaviChatTurn.from_dict(history_item_data)

                history.append(history_item)

        mavi_chat_request = cls(
            video_nos=video_nos,
            message=message,
            stream=stream,
            history=history,
        )

        mavi_chat_request.additional_properties = d
        return mavi_chat_request

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
