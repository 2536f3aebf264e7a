# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, as_object, as_plain, pop_optional, pop_required, short_repr

if TYPE_CHECKING:
    from ..models.chat_answer import ChatAnswer


T = TypeVar("T", bound="ChatResponse")


@_attrs_define
class ChatResponse:
    """The whole answer.

    Attributes:
        code (Literal['0000']):
        msg (str):
        data (ChatAnswer): A language model's answer, and how it got there.
        session_id (None | str | Unset): Id of the conversation, where a client expects it. Recordings carry it within
            data.
        success (bool | Unset):
        failed (bool | Unset):
    """

    code: Literal["0000"]
    msg: str
    data: ChatAnswer
    session_id: None | str | Unset = UNSET
    success: bool | Unset = UNSET
    failed: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        msg = self.msg

        data = self.data.to_dict()

        session_id: None | str | Unset
        if isinstance(self.session_id, Unset):
            session_id = UNSET
        else:
            session_id = self.session_id

        success = self.success

        failed = self.failed

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "msg": msg,
                "data": data,
            }
        )
        if session_id is not UNSET:
            field_dict["session_id"] = session_id
        if success is not UNSET:
            field_dict["success"] = success
        if failed is not UNSET:
            field_dict["failed"] = failed

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.chat_answer import ChatAnswer  # noqa: PLC0415

        d = as_object(src_dict, "ChatResponse")
        code: Literal["0000"] = pop_required(d, "code", "ChatResponse")
        if code != "0000":
            raise ValueError(f"code must match const '0000', got '{code}'")

        msg = pop_required(d, "msg", "ChatResponse", str)

        data = ChatAnswer.from_dict(pop_required(d, "data", "ChatResponse"))

        session_id = as_plain(d.pop("session_id", UNSET), "session_id", (str,), nullable=True)

        success = pop_optional(d, "success", "ChatResponse", bool)

        failed = pop_optional(d, "failed", "ChatResponse", bool)

        chat_response = cls(
            code=code,
            msg=msg,
            data=data,
            session_id=session_id,
            success=success,
            failed=failed,
        )

        chat_response.additional_properties = d
        return chat_response

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
