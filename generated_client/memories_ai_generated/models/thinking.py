# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, as_list, as_object, as_plain, pop_required, short_repr

if TYPE_CHECKING:
    from ..models.reference import Reference


T = TypeVar("T", bound="Thinking")


@_attrs_define
class Thinking:
    """One step of the model's work.

    Attributes:
        title (None | str):
        content (None | str):
        refs (list[Reference] | None | Unset):
    """

    title: None | str
    content: None | str
    refs: list[Reference] | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        title: None | str
        title = self.title

        content: None | str
        content = self.content

        refs: list[dict[str, Any]] | None | Unset
        if isinstance(self.refs, Unset):
            refs = UNSET
        elif isinstance(self.refs, list):
            refs = []
            for refs_type_0_item_data in self.refs:
                refs_type_0_item = refs_type_0_item_data.to_dict()
                refs.append(refs_type_0_item)

        else:
            refs = self.refs

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "title": title,
                "content": content,
            }
        )
        if refs is not UNSET:
            field_dict["refs"] = refs

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.reference import Reference  # noqa: PLC0415

        d = as_object(src_dict, "Thinking")
        title = as_plain(pop_required(d, "title", "Thinking", nullable=True), "title", (str,), nullable=True)

        content = as_plain(pop_required(d, "content", "Thinking", nullable=True), "content", (str,), nullable=True)

        def _parse_refs(data: object) -> list[Reference] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if isinstance(data, list):
                refs_type_0 = []
                _refs_type_0 = as_list(data, "refs_type_0", nullable=True)
                for refs_type_0_item_data in _refs_type_0:
                    refs_type_0_item = Reference.from_dict(refs_type_0_item_data)

                    refs_type_0.append(refs_type_0_item)

                return refs_type_0
            raise ValueError(f"refs fits no variant of list[Reference] | None | Unset: got {type(data).__name__}")

        refs = _parse_refs(d.pop("refs", UNSET))

        thinking = cls(
            title=title,
            content=content,
            refs=refs,
        )

        thinking.additional_properties = d
        return thinking

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
