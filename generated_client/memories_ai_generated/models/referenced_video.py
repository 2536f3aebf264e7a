# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, as_number, as_object, as_plain, pop_required, short_repr

T = TypeVar("T", bound="ReferencedVideo")


@_attrs_define
class ReferencedVideo:
    """The video of a reference.

    Attributes:
        video_no (str):
        video_name (None | str | Unset):
        duration (float | None | str | Unset): Seconds. Text in every recording ("0" there); documentation allows a
            number.
    """

    video_no: str
    video_name: None | str | Unset = UNSET
    duration: float | None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        video_no = self.video_no

        video_name: None | str | Unset
        if isinstance(self.video_name, Unset):
            video_name = UNSET
        else:
            video_name = self.video_name

        duration: float | None | str | Unset
        if isinstance(self.duration, Unset):
            duration = UNSET
        else:
            duration = self.duration

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "video_no": video_no,
            }
        )
        if video_name is not UNSET:
            field_dict["video_name"] = video_name
        if duration is not UNSET:
            field_dict["duration"] = duration

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "ReferencedVideo")
        video_no = pop_required(d, "video_no", "ReferencedVideo", str)

        video_name = as_plain(d.pop("video_name", UNSET), "video_name", (str,), nullable=True)

        duration = as_number(d.pop("duration", UNSET), "duration", (float, int, str), nullable=True)

        referenced_video = cls(
            video_no=video_no,
            video_name=video_name,
            duration=duration,
        )

        referenced_video.additional_properties = d
        return referenced_video

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
