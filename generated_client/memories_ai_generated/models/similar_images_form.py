# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import types
from ..types import UNSET, File, Unset, as_object, pop_optional, pop_required, short_repr

T = TypeVar("T", bound="SimilarImagesForm")


@_attrs_define
class SimilarImagesForm:
    """An image, and how alike a frame of a private video must be, as multipart parts.

    Attributes:
        file (File): The image. .jpg, .jpeg, .png, .gif, .bmp or .webp, at most 20 MB; the part's content type must
            begin with `image/`.
        unique_id (str | Unset): Namespace within the account (a user, a project, a folder). Case-sensitive; a wrong one
            finds nothing, without an error. The service assumes "default" when it is left out.
        similarity (float | Unset): Lowest score of a hit, from 0 to 1. The service assumes 0.85.
    """

    file: File
    unique_id: str | Unset = UNSET
    similarity: float | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        file = self.file.to_tuple()

        unique_id = self.unique_id

        similarity = self.similarity

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "file": file,
            }
        )
        if unique_id is not UNSET:
            field_dict["unique_id"] = unique_id
        if similarity is not UNSET:
            field_dict["similarity"] = similarity

        return field_dict

    def to_multipart(self) -> types.RequestFiles:
        files: types.RequestFiles = []

        if self.file is None or isinstance(self.file, Unset):
            raise ValueError("SimilarImagesForm.file is required: give it a value")
        files.append(("file", self.file.to_tuple()))

        if self.unique_id is not None and not isinstance(self.unique_id, Unset):
            files.append(("unique_id", (None, types.form_text(self.unique_id), "text/plain")))

        if self.similarity is not None and not isinstance(self.similarity, Unset):
            files.append(("similarity", (None, str(self.similarity).encode(), "text/plain")))

        for prop_name, prop in self.additional_properties.items():
            if prop is not None:
                files.append((prop_name, (None, types.form_text(prop), "text/plain")))

        return files

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "SimilarImagesForm")
        file = File(payload=BytesIO(pop_required(d, "file", "SimilarImagesForm")))

        unique_id = pop_optional(d, "unique_id", "SimilarImagesForm", str)

        similarity = pop_optional(d, "similarity", "SimilarImagesForm", float)

        similar_images_form = cls(
            file=file,
            unique_id=unique_id,
            similarity=similarity,
        )

        similar_images_form.additional_properties = d
        return similar_images_form

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
