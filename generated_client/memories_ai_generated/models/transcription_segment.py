# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import as_object, pop_required, short_repr

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

        def _parse_index(data: object) -> int | None:
            if data is None:
                return data
            if isinstance(data, int) and not isinstance(data, bool):
                return data
            raise ValueError(f"index fits no variant of int | None: got {type(data).__name__}")

        index = _parse_index(pop_required(d, "index", "TranscriptionSegment", nullable=True))

        def _parse_content(data: object) -> None | str:
            if data is None:
                return data
            if isinstance(data, str):
                return data
            raise ValueError(f"content fits no variant of None | str: got {type(data).__name__}")

        content = _parse_content(pop_required(d, "content", "TranscriptionSegment", nullable=True))

        def _parse_start_time(data: object) -> None | str:
            if data is None:
                return data
            if isinstance(data, str):
                return data
            raise ValueError(f"startTime fits no variant of None | str: got {type(data).__name__}")

        start_time = _parse_start_time(pop_required(d, "startTime", "TranscriptionSegment", nullable=True))

        def _parse_end_time(data: object) -> None | str:
            if data is None:
                return data
            if isinstance(data, str):
                return data
            raise ValueError(f"endTime fits no variant of None | str: got {type(data).__name__}")

        end_time = _parse_end_time(pop_required(d, "endTime", "TranscriptionSegment", nullable=True))

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
