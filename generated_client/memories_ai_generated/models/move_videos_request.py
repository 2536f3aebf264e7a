# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import as_list, as_object, as_plain, pop_required, short_repr

T = TypeVar("T", bound="MoveVideosRequest")


@_attrs_define
class MoveVideosRequest:
    """Videos, and the folder they shall be in.

    Attributes:
        folder_id (int | str): The folder as a number, or as the text that answers carry; -1 is the default one. It must
            exist.
        video_nos (list[str]): Ids of the videos.
    """

    folder_id: int | str
    video_nos: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        folder_id: int | str
        folder_id = self.folder_id

        video_nos = self.video_nos

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "folder_id": folder_id,
                "video_nos": video_nos,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "MoveVideosRequest")
        folder_id = as_plain(pop_required(d, "folder_id", "MoveVideosRequest"), "folder_id", (int, str))

        video_nos = cast(list[str], as_list(pop_required(d, "video_nos", "MoveVideosRequest"), "video_nos", kind=str))

        move_videos_request = cls(
            folder_id=folder_id,
            video_nos=video_nos,
        )

        move_videos_request.additional_properties = d
        return move_videos_request

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
