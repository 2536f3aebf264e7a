# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.mavi_transcription_type import MaviTranscriptionType
from ..types import UNSET, Unset, as_object, pop_optional, pop_required, short_repr

T = TypeVar("T", bound="MaviSubmitTranscriptionRequest")


@_attrs_define
class MaviSubmitTranscriptionRequest:
    """Which video to transcribe, and how.

    Attributes:
        video_no (str): Id of an uploaded video.
        type_ (MaviTranscriptionType): AUDIO: what is said; VIDEO: what is seen.
        call_back_uri (str | Unset): Address that receives the finished transcription by POST. No signature is sent with
            it. The vendor's first client calls it callBackUri since April 2025, which can be sent as an additional
            property.
    """

    video_no: str
    type_: MaviTranscriptionType
    call_back_uri: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        video_no = self.video_no

        type_ = self.type_.value

        call_back_uri = self.call_back_uri

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "videoNo": video_no,
                "type": type_,
            }
        )
        if call_back_uri is not UNSET:
            field_dict["callBackURI"] = call_back_uri

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "MaviSubmitTranscriptionRequest")
        video_no = pop_required(d, "videoNo", "MaviSubmitTranscriptionRequest", str)

        type_ = MaviTranscriptionType(pop_required(d, "type", "MaviSubmitTranscriptionRequest"))

        call_back_uri = pop_optional(d, "callBackURI", "MaviSubmitTranscriptionRequest", str)

        mavi_submit_transcription_request = cls(
            video_no=video_no,
            type_=type_,
            call_back_uri=call_back_uri,
        )

        mavi_submit_transcription_request.additional_properties = d
        return mavi_submit_transcription_request

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
