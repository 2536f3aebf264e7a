# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, as_list, as_object, as_plain, pop_optional, pop_required, short_repr

T = TypeVar("T", bound="CaptionImageRequest")


@_attrs_define
class CaptionImageRequest:
    """Images to describe by their addresses, and how.

    Attributes:
        user_prompt (str): What to find out.
        url (list[str] | str | Unset): Address of an image (PNG or JPEG), or several by the newest page.
        urls (list[str] | Unset): Addresses of several images.
        system_prompt (str | Unset): Who the model is to be. In every sample of v1.2, optional by newer pages.
        thinking (bool | Unset): Whether the model thinks before it answers. The service assumes false.
        reasoning_effort (int | str | Unset): How hard the model thinks, 1 to 10, with thinking only; -1 leaves it to
            the model, which is assumed. Text in samples.
        qa (bool | Unset): Whether the prompt is a question about what is seen. The service assumes false.
    """

    user_prompt: str
    url: list[str] | str | Unset = UNSET
    urls: list[str] | Unset = UNSET
    system_prompt: str | Unset = UNSET
    thinking: bool | Unset = UNSET
    reasoning_effort: int | str | Unset = UNSET
    qa: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        user_prompt = self.user_prompt

        url: list[str] | str | Unset
        if isinstance(self.url, Unset):
            url = UNSET
        elif isinstance(self.url, list):
            url = self.url

        else:
            url = self.url

        urls: list[str] | Unset = UNSET
        if not isinstance(self.urls, Unset):
            urls = self.urls

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
        if url is not UNSET:
            field_dict["url"] = url
        if urls is not UNSET:
            field_dict["urls"] = urls
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
        d = as_object(src_dict, "CaptionImageRequest")
        user_prompt = pop_required(d, "user_prompt", "CaptionImageRequest", str)

        def _parse_url(data: object) -> list[str] | str | Unset:
            if isinstance(data, Unset):
                return data
            if isinstance(data, list):
                url_type_1 = cast(list[str], as_list(data, "url_type_1", kind=str))

                return url_type_1
            if isinstance(data, str):
                return data
            raise ValueError(f"url fits no variant of list[str] | str | Unset: got {type(data).__name__}")

        url = _parse_url(pop_optional(d, "url", "CaptionImageRequest"))

        urls = cast(list[str] | Unset, as_list(pop_optional(d, "urls", "CaptionImageRequest"), "urls", kind=str))

        system_prompt = pop_optional(d, "system_prompt", "CaptionImageRequest", str)

        thinking = pop_optional(d, "thinking", "CaptionImageRequest", bool)

        reasoning_effort = as_plain(
            pop_optional(d, "reasoning_effort", "CaptionImageRequest"), "reasoning_effort", (int, str)
        )

        qa = pop_optional(d, "qa", "CaptionImageRequest", bool)

        caption_image_request = cls(
            user_prompt=user_prompt,
            url=url,
            urls=urls,
            system_prompt=system_prompt,
            thinking=thinking,
            reasoning_effort=reasoning_effort,
            qa=qa,
        )

        caption_image_request.additional_properties = d
        return caption_image_request

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
