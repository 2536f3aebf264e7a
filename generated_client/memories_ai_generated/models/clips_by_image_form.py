# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import types
from ..types import UNSET, File, Unset, as_object, pop_optional, pop_required, short_repr

T = TypeVar("T", bound="ClipsByImageForm")


@_attrs_define
class ClipsByImageForm:
    """An image and words, to be found together in one video, as multipart parts.

    Attributes:
        file (File): The image. .jpg, .jpeg, .png, .gif, .bmp or .webp, at most 20 MB; the part's content type must
            begin with `image/`.
        video_no (str): The private video to look into.
        prompt (str): What in the image matters; English is recommended.
        unique_id (str | Unset): Namespace within the account (a user, a project, a folder). Case-sensitive; a wrong one
            finds nothing, without an error. The service assumes "default" when it is left out.
    """

    file: File
    video_no: str
    prompt: str
    unique_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        file = self.file.to_tuple()

        video_no = self.video_no

        prompt = self.prompt

        unique_id = self.unique_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "file": file,
                "video_no": video_no,
                "prompt": prompt,
            }
        )
        if unique_id is not UNSET:
            field_dict["unique_id"] = unique_id

        return field_dict

    def to_multipart(self) -> types.RequestFiles:
        files: types.RequestFiles = []

        if self.file is None or isinstance(self.file, Unset):
            raise ValueError("ClipsByImageForm.file is required: give it a value")
        files.append(("file", self.file.to_tuple()))

        if self.video_no is None or isinstance(self.video_no, Unset):
            raise ValueError("ClipsByImageForm.video_no is required: give it a value")
        files.append(("video_no", (None, types.form_text(self.video_no), "text/plain")))

        if self.prompt is None or isinstance(self.prompt, Unset):
            raise ValueError("ClipsByImageForm.prompt is required: give it a value")
        files.append(("prompt", (None, types.form_text(self.prompt), "text/plain")))

        if self.unique_id is not None and not isinstance(self.unique_id, Unset):
            files.append(("unique_id", (None, types.form_text(self.unique_id), "text/plain")))

        for prop_name, prop in self.additional_properties.items():
            if prop is not None:
                files.append((prop_name, (None, types.form_text(prop), "text/plain")))

        return files

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "ClipsByImageForm")
        file = File(payload=BytesIO(pop_required(d, "file", "ClipsByImageForm")))

        video_no = pop_required(d, "video_no", "ClipsByImageForm", str)

        prompt = pop_required(d, "prompt", "ClipsByImageForm", str)

        unique_id = pop_optional(d, "unique_id", "ClipsByImageForm", str)

        clips_by_image_form = cls(
            file=file,
            video_no=video_no,
            prompt=prompt,
            unique_id=unique_id,
        )

        clips_by_image_form.additional_properties = d
        return clips_by_image_form

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
