# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import as_list, as_object, pop_required, short_repr

if TYPE_CHECKING:
    from ..models.bare_similar_image import BareSimilarImage


T = TypeVar("T", bound="BareSimilarImagesResponse")


@_attrs_define
class BareSimilarImagesResponse:
    """Answer without an envelope, printed by v1.2 documentation only and contradicted by two recordings.

    Attributes:
        results (list[BareSimilarImage]):
        total (int):
    """

    results: list[BareSimilarImage]
    total: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        results = []
        for results_item_data in self.results:
            results_item = results_item_data.to_dict()
            results.append(results_item)

        total = self.total

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "results": results,
                "total": total,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.bare_similar_image import BareSimilarImage  # noqa: PLC0415

        d = as_object(src_dict, "BareSimilarImagesResponse")
        results = []
        _results = as_list(pop_required(d, "results", "BareSimilarImagesResponse"), "results", nullable=True)
        for results_item_data in _results:
            results_item = BareSimilarImage.from_dict(results_item_data)

            results.append(results_item)

        total = pop_required(d, "total", "BareSimilarImagesResponse", int)

        bare_similar_images_response = cls(
            results=results,
            total=total,
        )

        bare_similar_images_response.additional_properties = d
        return bare_similar_images_response

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
