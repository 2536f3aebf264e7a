# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

import json
from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import types
from ..types import File, Unset, as_list, as_object, pop_required, short_repr

if TYPE_CHECKING:
    from ..models.image_caption_options import ImageCaptionOptions


T = TypeVar("T", bound="CaptionImageForm")


@_attrs_define
class CaptionImageForm:
    """Image files with their options.

    Attributes:
        req (ImageCaptionOptions): How to describe images that are sent along; travels as a JSON part.
        file (list[File]): Images, PNG or JPEG, each as a part of its own.
    """

    req: ImageCaptionOptions
    file: list[File]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        req = self.req.to_dict()

        file = []
        for file_item_data in self.file:
            file_item = file_item_data.to_tuple()

            file.append(file_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "req": req,
                "file": file,
            }
        )

        return field_dict

    def to_multipart(self) -> types.RequestFiles:
        files: types.RequestFiles = []

        if self.req is None or isinstance(self.req, Unset):
            raise ValueError("CaptionImageForm.req is required: give it a value")
        files.append(("req", (None, json.dumps(self.req.to_dict()).encode(), "application/json")))

        if self.file is None or isinstance(self.file, Unset):
            raise ValueError("CaptionImageForm.file is required: give it a value")
        for file_item_element in self.file:
            if file_item_element is not None:
                files.append(("file", file_item_element.to_tuple()))

        for prop_name, prop in self.additional_properties.items():
            if prop is not None:
                files.append((prop_name, (None, types.form_text(prop), "text/plain")))

        return files

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.image_caption_options import ImageCaptionOptions  # noqa: PLC0415

        d = as_object(src_dict, "CaptionImageForm")
        req = ImageCaptionOptions.from_dict(pop_required(d, "req", "CaptionImageForm"))

        file = []
        _file = as_list(pop_required(d, "file", "CaptionImageForm"), "file", nullable=True)
        for file_item_data in _file:
            file_item = File(payload=BytesIO(file_item_data))

            file.append(file_item)

        caption_image_form = cls(
            req=req,
            file=file,
        )

        caption_image_form.additional_properties = d
        return caption_image_form

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
