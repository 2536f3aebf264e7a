# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import types
from ..types import UNSET, File, Unset, as_object, pop_optional, pop_required, short_repr

T = TypeVar("T", bound="PublicSimilarImagesForm")


@_attrs_define
class PublicSimilarImagesForm:
    """An image, and how alike a frame of a public video must be, as multipart parts.

    Attributes:
        file (File): The image. .jpg, .jpeg, .png, .gif, .bmp or .webp, at most 20 MB; the part's content type must
            begin with `image/`.
        type_ (str | Unset): Where the videos were posted: TIKTOK, YOUTUBE or INSTAGRAM. A sample sends empty text for
            the default, TIKTOK.
        similarity (float | Unset): Lowest score of a hit, from 0 to 1. The service assumes 0.85.
        unique_id (str | Unset): Without effect, since public videos have no namespace; the vendor's playground sends it
            all the same.
    """

    file: File
    type_: str | Unset = UNSET
    similarity: float | Unset = UNSET
    unique_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        file = self.file.to_tuple()

        type_ = self.type_

        similarity = self.similarity

        unique_id = self.unique_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "file": file,
            }
        )
        if type_ is not UNSET:
            field_dict["type"] = type_
        if similarity is not UNSET:
            field_dict["similarity"] = similarity
        if unique_id is not UNSET:
            field_dict["unique_id"] = unique_id

        return field_dict

    def to_multipart(self) -> types.RequestFiles:
        files: types.RequestFiles = []

        if self.file is None or isinstance(self.file, Unset):
            raise ValueError("PublicSimilarImagesForm.file is required: give it a value")
        files.append(("file", self.file.to_tuple()))

        if self.type_ is not None and not isinstance(self.type_, Unset):
            files.append(("type", (None, types.form_text(self.type_), "text/plain")))

        if self.similarity is not None and not isinstance(self.similarity, Unset):
            files.append(("similarity", (None, str(self.similarity).encode(), "text/plain")))

        if self.unique_id is not None and not isinstance(self.unique_id, Unset):
            files.append(("unique_id", (None, types.form_text(self.unique_id), "text/plain")))

        for prop_name, prop in self.additional_properties.items():
            if prop is not None:
                files.append((prop_name, (None, types.form_text(prop), "text/plain")))

        return files

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "PublicSimilarImagesForm")
        file = File(payload=BytesIO(pop_required(d, "file", "PublicSimilarImagesForm")))

        type_ = pop_optional(d, "type", "PublicSimilarImagesForm", str)

        similarity = pop_optional(d, "similarity", "PublicSimilarImagesForm", float)

        unique_id = pop_optional(d, "unique_id", "PublicSimilarImagesForm", str)

        public_similar_images_form = cls(
            file=file,
            type_=type_,
            similarity=similarity,
            unique_id=unique_id,
        )

        public_similar_images_form.additional_properties = d
        return public_similar_images_form

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
