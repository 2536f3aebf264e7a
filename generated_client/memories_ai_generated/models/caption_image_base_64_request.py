# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.image_type import ImageType
from ..types import UNSET, Unset, as_object, as_plain, pop_optional, pop_required, short_repr

T = TypeVar("T", bound="CaptionImageBase64Request")


@_attrs_define
class CaptionImageBase64Request:
    """An image to describe, within the JSON, and how.

    Attributes:
        user_prompt (str): What to find out.
        image_base64 (str | Unset): The image, with img_type.
        img_type (ImageType | Unset): What an image is.
        system_prompt (str | Unset): Who the model is to be. In every sample of v1.2, optional by newer pages.
        thinking (bool | Unset): Whether the model thinks before it answers. The service assumes false.
        reasoning_effort (int | str | Unset): How hard the model thinks, 1 to 10, with thinking only; -1 leaves it to
            the model, which is assumed. Text in samples.
        qa (bool | Unset): Whether the prompt is a question about what is seen. The service assumes false.
    """

    user_prompt: str
    image_base64: str | Unset = UNSET
    img_type: ImageType | Unset = UNSET
    system_prompt: str | Unset = UNSET
    thinking: bool | Unset = UNSET
    reasoning_effort: int | str | Unset = UNSET
    qa: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        user_prompt = self.user_prompt

        image_base64 = self.image_base64

        img_type: str | Unset = UNSET
        if not isinstance(self.img_type, Unset):
            img_type = self.img_type.value

        system_prompt = self.system_prompt

        thinking = self.thinking

        reasoning_effort: int | str | Unset
        if isinstance(self.reasoning_effort, Unset):
            reasoning_effort = UNSET
        else:
            reasoning_effort = self.reasoning_effort

        qa = self.qa

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "user_prompt": user_prompt,
            }
        )
        if image_base64 is not UNSET:
            field_dict["image_base64"] = image_base64
        if img_type is not UNSET:
            field_dict["img_type"] = img_type
        if system_prompt is not UNSET:
            field_dict["system_prompt"] = system_prompt
        if thinking is not UNSET:
            field_dict["thinking"] = thinking
        if reasoning_effort is not UNSET:
            field_dict["reasoning_effort"] = reasoning_effort
        if qa is not UNSET:
            field_dict["qa"] = qa

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "CaptionImageBase64Request")
        user_prompt = pop_required(d, "user_prompt", "CaptionImageBase64Request", str)

        image_base64 = pop_optional(d, "image_base64", "CaptionImageBase64Request", str)

        _img_type = pop_optional(d, "img_type", "CaptionImageBase64Request")
        img_type: ImageType | Unset
        if isinstance(_img_type, Unset):
            img_type = UNSET
        else:
            img_type = ImageType(_img_type)

        system_prompt = pop_optional(d, "system_prompt", "CaptionImageBase64Request", str)

        thinking = pop_optional(d, "thinking", "CaptionImageBase64Request", bool)

        reasoning_effort = as_plain(
            pop_optional(d, "reasoning_effort", "CaptionImageBase64Request"), "reasoning_effort", (int, str)
        )

        qa = pop_optional(d, "qa", "CaptionImageBase64Request", bool)

        caption_image_base_64_request = cls(
            user_prompt=user_prompt,
            image_base64=image_base64,
            img_type=img_type,
            system_prompt=system_prompt,
            thinking=thinking,
            reasoning_effort=reasoning_effort,
            qa=qa,
        )

        caption_image_base_64_request.additional_properties = d
        return caption_image_base_64_request

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
