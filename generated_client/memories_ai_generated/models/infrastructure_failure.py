# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, as_object, pop_optional, pop_required, short_repr

T = TypeVar("T", bound="InfrastructureFailure")


@_attrs_define
class InfrastructureFailure:
    """Body of the gateway in front of the service, with a real HTTP error status.

    Attributes:
        status (int): HTTP status.
        error (str): Reason phrase.
        timestamp (str | Unset):
        path (str | Unset):
        request_id (str | Unset):
    """

    status: int
    error: str
    timestamp: str | Unset = UNSET
    path: str | Unset = UNSET
    request_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        status = self.status

        error = self.error

        timestamp = self.timestamp

        path = self.path

        request_id = self.request_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "status": status,
                "error": error,
            }
        )
        if timestamp is not UNSET:
            field_dict["timestamp"] = timestamp
        if path is not UNSET:
            field_dict["path"] = path
        if request_id is not UNSET:
            field_dict["requestId"] = request_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "InfrastructureFailure")
        status = pop_required(d, "status", "InfrastructureFailure", int)

        error = pop_required(d, "error", "InfrastructureFailure", str)

        timestamp = pop_optional(d, "timestamp", "InfrastructureFailure", str)

        path = pop_optional(d, "path", "InfrastructureFailure", str)

        request_id = pop_optional(d, "requestId", "InfrastructureFailure", str)

        infrastructure_failure = cls(
            status=status,
            error=error,
            timestamp=timestamp,
            path=path,
            request_id=request_id,
        )

        infrastructure_failure.additional_properties = d
        return infrastructure_failure

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
