# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, as_object, pop_optional, pop_required, short_repr

if TYPE_CHECKING:
    from ..models.mavi_video_page import MaviVideoPage


T = TypeVar("T", bound="MaviListVideosResponse")


@_attrs_define
class MaviListVideosResponse:
    """One page of the library of v1.0.

    Attributes:
        code (Literal['0000']):
        msg (str):
        data (MaviVideoPage): One page of videos. All counts are JSON numbers in the one example.
        success (bool | Unset):
        failed (bool | Unset):
    """

    code: Literal["0000"]
    msg: str
    data: MaviVideoPage
    success: bool | Unset = UNSET
    failed: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        msg = self.msg

        data = self.data.to_dict()

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
        from ..models.mavi_video_page import MaviVideoPage  # noqa: PLC0415

        d = as_object(src_dict, "MaviListVideosResponse")
        code: Literal["0000"] = pop_required(d, "code", "MaviListVideosResponse")
        if code != "0000":
            raise ValueError(f"code must match const '0000', got '{code}'")

        msg = pop_required(d, "msg", "MaviListVideosResponse", str)

        data = MaviVideoPage.from_dict(pop_required(d, "data", "MaviListVideosResponse"))

        success = pop_optional(d, "success", "MaviListVideosResponse", bool)

        failed = pop_optional(d, "failed", "MaviListVideosResponse", bool)

        mavi_list_videos_response = cls(
            code=code,
            msg=msg,
            data=data,
            success=success,
            failed=failed,
        )

        mavi_list_videos_response.additional_properties = d
        return mavi_list_videos_response

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
