# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import as_number, as_object, as_plain, pop_required, short_repr

T = TypeVar("T", bound="MaviTranscriptionSegment")


@_attrs_define
class MaviTranscriptionSegment:
    """A stretch of speech or a scene. Unlike in later versions the times are JSON numbers, and the position is called id.

    Attributes:
        id (int): 0-based.
        start_time (float | None): Seconds, as in later versions; no page of v1.0 states the unit.
        end_time (float | None): Seconds, as in later versions; no page of v1.0 states the unit.
        content (None | str): Text.
    """

    id: int
    start_time: float | None
    end_time: float | None
    content: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        start_time: float | None
        start_time = self.start_time

        end_time: float | None
        end_time = self.end_time

        content: None | str
        content = self.content

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "startTime": start_time,
                "endTime": end_time,
                "content": content,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "MaviTranscriptionSegment")
        id = pop_required(d, "id", "MaviTranscriptionSegment", int)

        start_time = as_number(
            pop_required(d, "startTime", "MaviTranscriptionSegment", nullable=True),
            "startTime",
            (float, int),
            nullable=True,
        )

        end_time = as_number(
            pop_required(d, "endTime", "MaviTranscriptionSegment", nullable=True),
            "endTime",
            (float, int),
            nullable=True,
        )

        content = as_plain(
            pop_required(d, "content", "MaviTranscriptionSegment", nullable=True), "content", (str,), nullable=True
        )

        mavi_transcription_segment = cls(
            id=id,
            start_time=start_time,
            end_time=end_time,
            content=content,
        )

        mavi_transcription_segment.additional_properties = d
        return mavi_transcription_segment

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
