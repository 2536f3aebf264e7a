# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import as_object, pop_required, short_repr

if TYPE_CHECKING:
    from ..models.personal_chat_metadata import PersonalChatMetadata


T = TypeVar("T", bound="BarePersonalChatAnswer")


@_attrs_define
class BarePersonalChatAnswer:
    """Answer without an envelope, printed by v1.2 documentation only; newer pages show the envelope.

    Attributes:
        session_id (str): Id of the conversation.
        response (str): The answer.
        metadata (PersonalChatMetadata): Not described; the one documented example is empty.
    """

    session_id: str
    response: str
    metadata: PersonalChatMetadata
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        session_id = self.session_id

        response = self.response

        metadata = self.metadata.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "session_id": session_id,
                "response": response,
                "metadata": metadata,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.personal_chat_metadata import PersonalChatMetadata  # noqa: PLC0415

        d = as_object(src_dict, "BarePersonalChatAnswer")
        session_id = pop_required(d, "session_id", "BarePersonalChatAnswer", str)

        response = pop_required(d, "response", "BarePersonalChatAnswer", str)

        metadata = PersonalChatMetadata.from_dict(pop_required(d, "metadata", "BarePersonalChatAnswer"))

        bare_personal_chat_answer = cls(
            session_id=session_id,
            response=response,
            metadata=metadata,
        )

        bare_personal_chat_answer.additional_properties = d
        return bare_personal_chat_answer

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
