# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, as_list, as_object, as_plain, pop_optional, pop_required, short_repr

if TYPE_CHECKING:
    from ..models.person import Person


T = TypeVar("T", bound="CaptionOptions")


@_attrs_define
class CaptionOptions:
    """How to describe a video that is sent along; travels as a JSON part.

    Attributes:
        user_prompt (str): What to find out.
        system_prompt (str): Who the model is to be.
        callback (str | Unset): Address that receives the result by POST. No signature is sent with it.
        persons (list[Person] | Unset): People to recognise, each by one picture.
        thinking (bool | Unset): Whether the model thinks before it answers. The service assumes false.
        reasoning_effort (int | str | Unset): How hard the model thinks, 1 to 10, with thinking only; -1 leaves it to
            the model, which is assumed. Text in samples.
        qa (bool | Unset): Whether the prompt is a question about what is seen. The service assumes false.
    """

    user_prompt: str
    system_prompt: str
    callback: str | Unset = UNSET
    persons: list[Person] | Unset = UNSET
    thinking: bool | Unset = UNSET
    reasoning_effort: int | str | Unset = UNSET
    qa: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        user_prompt = self.user_prompt

        system_prompt = self.system_prompt

        callback = self.callback

        persons: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.persons, Unset):
            persons = []
            for componentsschemas_persons_item_data in self.persons:
                componentsschemas_persons_item = componentsschemas_persons_item_data.to_dict()
                persons.append(componentsschemas_persons_item)

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
                "system_prompt": system_prompt,
            }
        )
        if callback is not UNSET:
            field_dict["callback"] = callback
        if persons is not UNSET:
            field_dict["persons"] = persons
        if thinking is not UNSET:
            field_dict["thinking"] = thinking
        if reasoning_effort is not UNSET:
            field_dict["reasoning_effort"] = reasoning_effort
        if qa is not UNSET:
            field_dict["qa"] = qa

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.person import Person  # noqa: PLC0415

        d = as_object(src_dict, "CaptionOptions")
        user_prompt = pop_required(d, "user_prompt", "CaptionOptions", str)

        system_prompt = pop_required(d, "system_prompt", "CaptionOptions", str)

        callback = pop_optional(d, "callback", "CaptionOptions", str)

        _persons = pop_optional(d, "persons", "CaptionOptions")
        persons: list[Person] | Unset = UNSET
        if _persons is not UNSET:
            persons = []
            for componentsschemas_persons_item_data in as_list(_persons, "persons", nullable=True):
                componentsschemas_persons_item = Person.from_dict(componentsschemas_persons_item_data)

                persons.append(componentsschemas_persons_item)

        thinking = pop_optional(d, "thinking", "CaptionOptions", bool)

        reasoning_effort = as_plain(
            pop_optional(d, "reasoning_effort", "CaptionOptions"), "reasoning_effort", (int, str)
        )

        qa = pop_optional(d, "qa", "CaptionOptions", bool)

        caption_options = cls(
            user_prompt=user_prompt,
            system_prompt=system_prompt,
            callback=callback,
            persons=persons,
            thinking=thinking,
            reasoning_effort=reasoning_effort,
            qa=qa,
        )

        caption_options.additional_properties = d
        return caption_options

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
