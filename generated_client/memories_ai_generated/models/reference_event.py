# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, as_list, as_object, as_plain, pop_required, short_repr

if TYPE_CHECKING:
    from ..models.reference import Reference


T = TypeVar("T", bound="ReferenceEvent")


@_attrs_define
class ReferenceEvent:
    """What the answer rests on.

    Attributes:
        type_ (Literal['ref']):
        ref (list[Reference] | None):
        session_id (None | str | Unset): Id of the conversation.
    """

    type_: Literal["ref"]
    ref: list[Reference] | None
    session_id: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        ref: list[dict[str, Any]] | None
        if isinstance(self.ref, list):
            ref = []
            for ref_type_0_item_data in self.ref:
                ref_type_0_item = ref_type_0_item_data.to_dict()
                ref.append(ref_type_0_item)

        else:
            ref = self.ref

        session_id: None | str | Unset
        if isinstance(self.session_id, Unset):
            session_id = UNSET
        else:
            session_id = self.session_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "type": type_,
                "ref": ref,
            }
        )
        if session_id is not UNSET:
            field_dict["sessionId"] = session_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.reference import Reference  # noqa: PLC0415

        d = as_object(src_dict, "ReferenceEvent")
        type_: Literal["ref"] = pop_required(d, "type", "ReferenceEvent")
        if type_ != "ref":
            raise ValueError(f"type must match const 'ref', got '{type_}'")

        def _parse_ref(data: object) -> list[Reference] | None:
            if data is None:
                return data
            if isinstance(data, list):
                ref_type_0 = []
                _ref_type_0 = as_list(data, "ref_type_0", nullable=True)
                for ref_type_0_item_data in _ref_type_0:
                    ref_type_0_item = Reference.from_dict(ref_type_0_item_data)

                    ref_type_0.append(ref_type_0_item)

                return ref_type_0
            raise ValueError(f"ref fits no variant of list[Reference] | None: got {type(data).__name__}")

        ref = _parse_ref(pop_required(d, "ref", "ReferenceEvent", nullable=True))

        session_id = as_plain(d.pop("sessionId", UNSET), "sessionId", (str,), nullable=True)

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
