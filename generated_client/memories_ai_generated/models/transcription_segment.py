# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import as_object, as_plain, pop_required, short_repr

T = TypeVar("T", bound="TranscriptionSegment")


@_attrs_define
class TranscriptionSegment:
    """A stretch of speech or a scene. Start and end may be equal.

    Attributes:
        index (int | None): 0-based.
        content (None | str): Text; speech often begins with a space.
        start_time (None | str):
        end_time (None | str):
    """

    index: int | None
    content: None | str
    start_time: None | str
    end_time: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        index: int | None
        index = self.index

        content: None | str
        content = self.content

        start_time: None | str
        start_time = self.start_time

        end_time: None | str
        end_time = self.end_time

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "index": index,
                "content": content,
                "startTime": start_time,
                "endTime": end_time,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "TranscriptionSegment")
        index = as_plain(
            pop_required(d, "index", "TranscriptionSegment", nullable=True), "index", (int,), nullable=True
        )

        content = as_plain(
            pop_required(d, "content", "TranscriptionSegment", nullable=True), "content", (str,), nullable=True
        )

        start_time = as_plain(
            pop_required(d, "startTime", "TranscriptionSegment", nullable=True), "startTime", (str,), nullable=True
        )

        end_time = as_plain(
            pop_required(d, "endTime", "TranscriptionSegment", nullable=True), "endTime", (str,), nullable=True
        )

        transcription_segment = cls(
            index=index,
            content=content,
            start_time=start_time,
            end_time=end_time,
        )

        transcription_segment.additional_properties = d
        return transcription_segment

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
