# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, as_object, pop_optional, pop_required, short_repr

if TYPE_CHECKING:
    from ..models.transcription import Transcription


T = TypeVar("T", bound="TranscriptionResponse")


@_attrs_define
class TranscriptionResponse:
    """Timed segments; data is null when there is no text (recorded for speech), or the video is not indexed yet
    (documented for some, assumed for the others).

        Attributes:
            code (Literal['0000']):
            msg (str):
            data (None | Transcription):
            success (bool | Unset):
            failed (bool | Unset):
    """

    code: Literal["0000"]
    msg: str
    data: None | Transcription
    success: bool | Unset = UNSET
    failed: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        from ..models.transcription import Transcription  # noqa: PLC0415

        code = self.code

        msg = self.msg

        data: dict[str, Any] | None
        if isinstance(self.data, Transcription):
            data = self.data.to_dict()
        else:
            data = self.data

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
        if success is not UNSET:
            field_dict["success"] = success
        if failed is not UNSET:
            field_dict["failed"] = failed

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.transcription import Transcription  # noqa: PLC0415

        d = as_object(src_dict, "TranscriptionResponse")
        code: Literal["0000"] = pop_required(d, "code", "TranscriptionResponse")
        if code != "0000":
            raise ValueError(f"code must match const '0000', got '{code}'")

        msg = pop_required(d, "msg", "TranscriptionResponse", str)

        def _parse_data(data: object) -> None | Transcription:
            if data is None:
                return data
            if isinstance(data, dict):
                data_type_0 = Transcription.from_dict(data)

                return data_type_0
            raise ValueError(f"data fits no variant of None | Transcription: got {type(data).__name__}")

        data = _parse_data(pop_required(d, "data", "TranscriptionResponse", nullable=True))

        success = pop_optional(d, "success", "TranscriptionResponse", bool)

        failed = pop_optional(d, "failed", "TranscriptionResponse", bool)

        transcription_response = cls(
            code=code,
            msg=msg,
            data=data,
            success=success,
            failed=failed,
        )

        transcription_response.additional_properties = d
        return transcription_response

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
