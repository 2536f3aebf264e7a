# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

import json
from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import types
from ..types import UNSET, File, FileTypes, Unset, as_list, as_object, pop_optional, pop_required, short_repr

if TYPE_CHECKING:
    from ..models.caption_options import CaptionOptions


T = TypeVar("T", bound="CaptionVideoForm")


@_attrs_define
class CaptionVideoForm:
    """A video file with its options.

    Attributes:
        req (CaptionOptions): How to describe a video that is sent along; travels as a JSON part.
        files (File): The video, streamed, with a content type such as video/mp4: up to 8 GB and 2 hours by the pages of
            2026, up to 20 MB and 20 to 300 seconds by v1.2.
        file (list[File] | Unset): Pictures of people. How they belong to persons is not explained.
    """

    req: CaptionOptions
    files: File
    file: list[File] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        req = self.req.to_dict()

        files = self.files.to_tuple()

        file: list[FileTypes] | Unset = UNSET
        if not isinstance(self.file, Unset):
            file = []
            for file_item_data in self.file:
                file_item = file_item_data.to_tuple()

                file.append(file_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "req": req,
                "files": files,
            }
        )
        if file is not UNSET:
            field_dict["file"] = file

        return field_dict

    def to_multipart(self) -> types.RequestFiles:
        files: types.RequestFiles = []

        if self.req is None or isinstance(self.req, Unset):
            raise ValueError("CaptionVideoForm.req is required: give it a value")
        files.append(("req", (None, json.dumps(self.req.to_dict()).encode(), "application/json")))

        if self.files is None or isinstance(self.files, Unset):
            raise ValueError("CaptionVideoForm.files is required: give it a value")
        files.append(("files", self.files.to_tuple()))

        if self.file is not None and not isinstance(self.file, Unset):
            for file_item_element in self.file:
                if file_item_element is not None:
                    files.append(("file", file_item_element.to_tuple()))

        for prop_name, prop in self.additional_properties.items():
            if prop is not None:
                files.append((prop_name, (None, types.form_text(prop), "text/plain")))

        return files

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.caption_options import CaptionOptions  # noqa: PLC0415

        d = as_object(src_dict, "CaptionVideoForm")
        req = CaptionOptions.from_dict(pop_required(d, "req", "CaptionVideoForm"))

        files = File(payload=BytesIO(pop_required(d, "files", "CaptionVideoForm")))

        _file = pop_optional(d, "file", "CaptionVideoForm")
        file: list[File] | Unset = UNSET
        if _file is not UNSET:
            file = []
            for file_item_data in as_list(_file, "file", nullable=True):
                file_item = File(payload=BytesIO(file_item_data))

                file.append(file_item)

        caption_video_form = cls(
            req=req,
            files=files,
            file=file,
        )

        caption_video_form.additional_properties = d
        return caption_video_form

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
