# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.public_platform import PublicPlatform
from ..types import as_number, as_object, as_plain, pop_required, short_repr

T = TypeVar("T", bound="BareSimilarImage")


@_attrs_define
class BareSimilarImage:
    """An image as v1.2 documentation prints it.

    Attributes:
        id (str):
        image_url (None | str):
        similarity_score (float | None): From 0 to 1.
        source (None | PublicPlatform): Where the video was posted.
    """

    id: str
    image_url: None | str
    similarity_score: float | None
    source: None | PublicPlatform
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        image_url: None | str
        image_url = self.image_url

        similarity_score: float | None
        similarity_score = self.similarity_score

        source: None | str
        if isinstance(self.source, PublicPlatform):
            source = self.source.value
        else:
            source = self.source

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "image_url": image_url,
                "similarity_score": similarity_score,
                "source": source,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "BareSimilarImage")
        id = pop_required(d, "id", "BareSimilarImage", str)

        image_url = as_plain(
            pop_required(d, "image_url", "BareSimilarImage", nullable=True), "image_url", (str,), nullable=True
        )

        similarity_score = as_number(
            pop_required(d, "similarity_score", "BareSimilarImage", nullable=True),
            "similarity_score",
            (float, int),
            nullable=True,
        )

        def _parse_source(data: object) -> None | PublicPlatform:
            if data is None:
                return data
            if isinstance(data, str):
                source_type_0 = PublicPlatform(data)

                return source_type_0
            raise ValueError(f"source fits no variant of None | PublicPlatform: got {type(data).__name__}")

        source = _parse_source(pop_required(d, "source", "BareSimilarImage", nullable=True))

        bare_similar_image = cls(
            id=id,
            image_url=image_url,
            similarity_score=similarity_score,
            source=source,
        )

        bare_similar_image.additional_properties = d
        return bare_similar_image

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
