# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, as_list, as_object, pop_optional, pop_required, short_repr

if TYPE_CHECKING:
    from ..models.caption_hit import CaptionHit
    from ..models.image_page import ImagePage
    from ..models.search_hit import SearchHit


T = TypeVar("T", bound="SearchResponse")


@_attrs_define
class SearchResponse:
    """Hits, best first. The shape of data follows search_type.

    Attributes:
        code (Literal['0000']):
        msg (str):
        data (ImagePage | list[CaptionHit] | list[SearchHit]):
        success (bool | Unset):
        failed (bool | Unset):
    """

    code: Literal["0000"]
    msg: str
    data: ImagePage | list[CaptionHit] | list[SearchHit]
    success: bool | Unset = UNSET
    failed: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        msg = self.msg

        data: dict[str, Any] | list[dict[str, Any]]
        if isinstance(self.data, list):
            data = []
            for data_type_0_item_data in self.data:
                data_type_0_item = data_type_0_item_data.to_dict()
                data.append(data_type_0_item)

        elif isinstance(self.data, list):
            data = []
            for data_type_1_item_data in self.data:
                data_type_1_item = data_type_1_item_data.to_dict()
                data.append(data_type_1_item)

        else:
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
        from ..models.caption_hit import CaptionHit  # noqa: PLC0415
        from ..models.image_page import ImagePage  # noqa: PLC0415
        from ..models.search_hit import SearchHit  # noqa: PLC0415

        d = as_object(src_dict, "SearchResponse")
        code: Literal["0000"] = pop_required(d, "code", "SearchResponse")
        if code != "0000":
            raise ValueError(f"code must match const '0000', got '{code}'")

        msg = pop_required(d, "msg", "SearchResponse", str)

        def _parse_data(data: object) -> ImagePage | list[CaptionHit] | list[SearchHit]:
            if isinstance(data, list) and all(
                isinstance(item, dict)
                and "videoNo" in item
                and "videoName" in item
                and "startTime" in item
                and "endTime" in item
                for item in data
            ):
                data_type_0 = []
                _data_type_0 = as_list(data, "data_type_0", nullable=True)
                for data_type_0_item_data in _data_type_0:
                    data_type_0_item = SearchHit.from_dict(data_type_0_item_data)

                    data_type_0.append(data_type_0_item)

                return data_type_0
            if isinstance(data, list) and all(
                isinstance(item, dict)
                and "video_no" in item
                and "text" in item
                and "start_time" in item
                and "end_time" in item
                for item in data
            ):
                data_type_1 = []
                _data_type_1 = as_list(data, "data_type_1", nullable=True)
                for data_type_1_item_data in _data_type_1:
                    data_type_1_item = CaptionHit.from_dict(data_type_1_item_data)

                    data_type_1.append(data_type_1_item)

                return data_type_1
            if isinstance(data, dict):
                data_type_2 = ImagePage.from_dict(data)

                return data_type_2
            raise ValueError(
                f"data fits no variant of ImagePage | list[CaptionHit] | list[SearchHit]: got {type(data).__name__}"
            )

        data = _parse_data(pop_required(d, "data", "SearchResponse"))

        success = pop_optional(d, "success", "SearchResponse", bool)

        failed = pop_optional(d, "failed", "SearchResponse", bool)

        search_response = cls(
            code=code,
            msg=msg,
            data=data,
            success=success,
            failed=failed,
        )

        search_response.additional_properties = d
        return search_response

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
