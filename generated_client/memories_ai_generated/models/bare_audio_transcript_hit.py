# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import as_object, as_plain, pop_required, short_repr

T = TypeVar("T", bound="BareAudioTranscriptHit")


@_attrs_define
class BareAudioTranscriptHit:
    """A passage as v1.2 documentation prints it.

    Attributes:
        id (str):
        audio_id (str):
        snippet (None | str): The matching text.
        timestamp (None | str): `HH:MM:SS` within the recording.
    """

    id: str
    audio_id: str
    snippet: None | str
    timestamp: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        audio_id = self.audio_id

        snippet: None | str
        snippet = self.snippet

        timestamp: None | str
        timestamp = self.timestamp

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "audio_id": audio_id,
                "snippet": snippet,
                "timestamp": timestamp,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "BareAudioTranscriptHit")
        id = pop_required(d, "id", "BareAudioTranscriptHit", str)

        audio_id = pop_required(d, "audio_id", "BareAudioTranscriptHit", str)

        snippet = as_plain(
            pop_required(d, "snippet", "BareAudioTranscriptHit", nullable=True), "snippet", (str,), nullable=True
        )

        timestamp = as_plain(
            pop_required(d, "timestamp", "BareAudioTranscriptHit", nullable=True), "timestamp", (str,), nullable=True
        )

        bare_audio_transcript_hit = cls(
            id=id,
            audio_id=audio_id,
            snippet=snippet,
            timestamp=timestamp,
        )

        bare_audio_transcript_hit.additional_properties = d
        return bare_audio_transcript_hit

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
