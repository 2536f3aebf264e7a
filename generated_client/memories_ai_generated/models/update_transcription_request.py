# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, as_object, pop_optional, pop_required, short_repr

T = TypeVar("T", bound="UpdateTranscriptionRequest")


@_attrs_define
class UpdateTranscriptionRequest:
    """Which video to describe anew, and what to pay attention to.

    Attributes:
        video_no (str): Id of a private video.
        prompt (str): What the scene descriptions should pay attention to.
        unique_id (str | Unset): Namespace within the account (a user, a project, a folder). Case-sensitive; a wrong one
            finds nothing, without an error. The service assumes "default" when it is left out.
        callback (str | Unset): Address that receives a POST. When it comes, and what it carries, is not known.
    """

    video_no: str
    prompt: str
    unique_id: str | Unset = UNSET
    callback: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        video_no = self.video_no

        prompt = self.prompt

        unique_id = self.unique_id

        callback = self.callback

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "video_no": video_no,
                "prompt": prompt,
            }
        )
        if unique_id is not UNSET:
            field_dict["unique_id"] = unique_id
        if callback is not UNSET:
            field_dict["callback"] = callback

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "UpdateTranscriptionRequest")
        video_no = pop_required(d, "video_no", "UpdateTranscriptionRequest", str)

        prompt = pop_required(d, "prompt", "UpdateTranscriptionRequest", str)

        unique_id = pop_optional(d, "unique_id", "UpdateTranscriptionRequest", str)

        callback = pop_optional(d, "callback", "UpdateTranscriptionRequest", str)

        update_transcription_request = cls(
            video_no=video_no,
            prompt=prompt,
            unique_id=unique_id,
            callback=callback,
        )

        update_transcription_request.additional_properties = d
        return update_transcription_request

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
