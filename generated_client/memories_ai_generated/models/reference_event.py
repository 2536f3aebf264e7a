# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import as_list, as_object, pop_required

if TYPE_CHECKING:
    from ..models.reference import Reference


T = TypeVar("T", bound="ReferenceEvent")


@_attrs_define
class ReferenceEvent:
    """What the answer rests on.

    Attributes:
        type_ (Literal['ref']):
        ref (list[Reference]):
        session_id (str):
    """

    type_: Literal["ref"]
    ref: list[Reference]
    session_id: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        ref = []
        for ref_item_data in self.ref:
            ref_item = ref_item_data.to_dict()
            ref.append(ref_item)

        session_id = self.session_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "type": type_,
                "ref": ref,
                "sessionId": session_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.reference import Reference  # noqa: PLC0415

        d = as_object(src_dict, "ReferenceEvent")
        type_: Literal["ref"] = pop_required(d, "type", "ReferenceEvent")
        if type_ != "ref":
            raise ValueError(f"type must match const 'ref', got '{type_}'")

        ref = []
        _ref = as_list(pop_required(d, "ref", "ReferenceEvent"), "ref", nullable=True)
        for ref_item_data in _ref:
            ref_item = Reference.from_dict(ref_item_data)

            ref.append(ref_item)

        session_id = pop_required(d, "sessionId", "ReferenceEvent")

        reference_event = cls(
            type_=type_,
            ref=ref,
            session_id=session_id,
        )

        reference_event.additional_properties = d
        return reference_event

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
