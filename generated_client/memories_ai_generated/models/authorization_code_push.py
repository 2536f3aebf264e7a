# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import as_object, pop_required, short_repr

T = TypeVar("T", bound="AuthorizationCodePush")


@_attrs_define
class AuthorizationCodePush:
    """What the service appends to the address registered in the console, every ten minutes.

    Attributes:
        code (str): Secret, left out of the repr. To be exchanged by get_access_token; valid until the next push.
        client_id (str): Id of the account.
        state (str): MD5 of the API key: compare it, to know that the service sent the code.
    """

    code: str = _attrs_field(repr=False)
    client_id: str
    state: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        client_id = self.client_id

        state = self.state

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "clientId": client_id,
                "state": state,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "AuthorizationCodePush")
        code = pop_required(d, "code", "AuthorizationCodePush", str)

        client_id = pop_required(d, "clientId", "AuthorizationCodePush", str)

        state = pop_required(d, "state", "AuthorizationCodePush", str)

        authorization_code_push = cls(
            code=code,
            client_id=client_id,
            state=state,
        )

        authorization_code_push.additional_properties = d
        return authorization_code_push

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
