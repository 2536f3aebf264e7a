# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, as_list, as_object, as_plain, pop_required, short_repr

if TYPE_CHECKING:
    from ..models.reference import Reference
    from ..models.thinking import Thinking


T = TypeVar("T", bound="ChatAnswer")


@_attrs_define
class ChatAnswer:
    """A language model's answer, and how it got there.

    Attributes:
        role (str): ASSISTANT, in capitals.
        content (str): Markdown.
        thinkings (list[Thinking] | None | Unset):
        refs (list[Reference] | None | Unset):
        session_id (None | str | Unset): Id of the conversation, beyond 2^53.
    """

    role: str
    content: str
    thinkings: list[Thinking] | None | Unset = UNSET
    refs: list[Reference] | None | Unset = UNSET
    session_id: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        role = self.role

        content = self.content

        thinkings: list[dict[str, Any]] | None | Unset
        if isinstance(self.thinkings, Unset):
            thinkings = UNSET
        elif isinstance(self.thinkings, list):
            thinkings = []
            for thinkings_type_0_item_data in self.thinkings:
                thinkings_type_0_item = thinkings_type_0_item_data.to_dict()
                thinkings.append(thinkings_type_0_item)

        else:
            thinkings = self.thinkings

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

        session_id: None | str | Unset
        if isinstance(self.session_id, Unset):
            session_id = UNSET
        else:
            session_id = self.session_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "role": role,
                "content": content,
            }
        )
        if thinkings is not UNSET:
            field_dict["thinkings"] = thinkings
        if refs is not UNSET:
            field_dict["refs"] = refs
        if session_id is not UNSET:
            field_dict["session_id"] = session_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.reference import Reference  # noqa: PLC0415
        from ..models.thinking import Thinking  # noqa: PLC0415

        d = as_object(src_dict, "ChatAnswer")
        role = pop_required(d, "role", "ChatAnswer", str)

        content = pop_required(d, "content", "ChatAnswer", str)

        def _parse_thinkings(data: object) -> list[Thinking] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if isinstance(data, list):
                thinkings_type_0 = []
                _thinkings_type_0 = as_list(data, "thinkings_type_0", nullable=True)
                for thinkings_type_0_item_data in _thinkings_type_0:
                    thinkings_type_0_item = Thinking.from_dict(thinkings_type_0_item_data)

                    thinkings_type_0.append(thinkings_type_0_item)

                return thinkings_type_0
            raise ValueError(f"thinkings fits no variant of list[Thinking] | None | Unset: got {type(data).__name__}")

        thinkings = _parse_thinkings(d.pop("thinkings", UNSET))

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

        session_id = as_plain(d.pop("session_id", UNSET), "session_id", (str,), nullable=True)

        chat_answer = cls(
            role=role,
            content=content,
            thinkings=thinkings,
            refs=refs,
            session_id=session_id,
        )

        chat_answer.additional_properties = d
        return chat_answer

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
