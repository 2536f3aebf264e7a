# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, as_object, as_plain, pop_required, short_repr

T = TypeVar("T", bound="RefreshedAccessToken")


@_attrs_define
class RefreshedAccessToken:
    """A new access token; the refresh token stays the same, for all that is documented.

    Attributes:
        access_token (str): Secret, left out of the repr. Goes into the Authorization header of the v1.0 operations.
        expires_in (int): Lifetime of the access token, in a unit that no page states.
        type_ (str): Kind of the access token; no page shows a value.
        refresh_token (None | str | Unset): Secret, left out of the repr. Documented for the first exchange only;
            inferred for this one, should the service renew it.
        refresh_expires_in (int | None | Unset): Documented for the first exchange only; inferred for this one.
    """

    access_token: str = _attrs_field(repr=False)
    expires_in: int
    type_: str
    refresh_token: None | str | Unset = _attrs_field(default=UNSET, repr=False)
    refresh_expires_in: int | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        access_token = self.access_token

        expires_in = self.expires_in

        type_ = self.type_

        refresh_token: None | str | Unset
        if isinstance(self.refresh_token, Unset):
            refresh_token = UNSET
        else:
            refresh_token = self.refresh_token

        refresh_expires_in: int | None | Unset
        if isinstance(self.refresh_expires_in, Unset):
            refresh_expires_in = UNSET
        else:
            refresh_expires_in = self.refresh_expires_in

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "accessToken": access_token,
                "expiresIn": expires_in,
                "type": type_,
            }
        )
        if refresh_token is not UNSET:
            field_dict["refreshToken"] = refresh_token
        if refresh_expires_in is not UNSET:
            field_dict["refreshExpiresIn"] = refresh_expires_in

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "RefreshedAccessToken")
        access_token = pop_required(d, "accessToken", "RefreshedAccessToken", str)

        expires_in = pop_required(d, "expiresIn", "RefreshedAccessToken", int)

        type_ = pop_required(d, "type", "RefreshedAccessToken", str)

        refresh_token = as_plain(d.pop("refreshToken", UNSET), "refreshToken", (str,), nullable=True)

        refresh_expires_in = as_plain(d.pop("refreshExpiresIn", UNSET), "refreshExpiresIn", (int,), nullable=True)

        refreshed_access_token = cls(
            access_token=access_token,
            expires_in=expires_in,
            type_=type_,
            refresh_token=refresh_token,
            refresh_expires_in=refresh_expires_in,
        )

        refreshed_access_token.additional_properties = d
        return refreshed_access_token

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
