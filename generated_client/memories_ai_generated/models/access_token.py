# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import as_object, pop_required, short_repr

T = TypeVar("T", bound="AccessToken")


@_attrs_define
class AccessToken:
    """Both tokens of the exchange of v1.0. No page states the unit of the two lifetimes.

    Attributes:
        access_token (str): Secret, left out of the repr. Goes into the Authorization header of the v1.0 operations.
        type_ (str): Kind of the access token; no page shows a value.
        expires_in (int): Lifetime of the access token: 2 or 4 hours by the pages, in a unit that none states.
        refresh_token (str): Secret, left out of the repr. Brings further access tokens.
        refresh_expires_in (int): Lifetime of the refresh token: 2 months by the pages, in a unit that none states.
    """

    access_token: str = _attrs_field(repr=False)
    type_: str
    expires_in: int
    refresh_token: str = _attrs_field(repr=False)
    refresh_expires_in: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        access_token = self.access_token

        type_ = self.type_

        expires_in = self.expires_in

        refresh_token = self.refresh_token

        refresh_expires_in = self.refresh_expires_in

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "accessToken": access_token,
                "type": type_,
                "expiresIn": expires_in,
                "refreshToken": refresh_token,
                "refreshExpiresIn": refresh_expires_in,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "AccessToken")
        access_token = pop_required(d, "accessToken", "AccessToken", str)

        type_ = pop_required(d, "type", "AccessToken", str)

        expires_in = pop_required(d, "expiresIn", "AccessToken", int)

        refresh_token = pop_required(d, "refreshToken", "AccessToken", str)

        refresh_expires_in = pop_required(d, "refreshExpiresIn", "AccessToken", int)

        access_token = cls(
            access_token=access_token,
            type_=type_,
            expires_in=expires_in,
            refresh_token=refresh_token,
            refresh_expires_in=refresh_expires_in,
        )

        access_token.additional_properties = d
        return access_token

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
