# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import types
from ..types import UNSET, File, Unset, as_object, pop_optional, pop_required, short_repr

T = TypeVar("T", bound="LegacyUploadForm")


@_attrs_define
class LegacyUploadForm:
    """One video file, as multipart parts.

    Attributes:
        file (File): The video, streamed. Codec h264, h265, hevc or vp9; the part's content type must begin with
            `video/`. Without an audio track there will be no audio transcription.
        callback (str | Unset): Address that receives a POST once the video's status changes. No signature is sent with
            it.
    """

    file: File
    callback: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        file = self.file.to_tuple()

        callback = self.callback

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "file": file,
            }
        )
        if callback is not UNSET:
            field_dict["callback"] = callback

        return field_dict

    def to_multipart(self) -> types.RequestFiles:
        files: types.RequestFiles = []

        if self.file is None or isinstance(self.file, Unset):
            raise ValueError("LegacyUploadForm.file is required: give it a value")
        files.append(("file", self.file.to_tuple()))

        if self.callback is not None and not isinstance(self.callback, Unset):
            files.append(("callback", (None, types.form_text(self.callback), "text/plain")))

        for prop_name, prop in self.additional_properties.items():
            if prop is not None:
                files.append((prop_name, (None, types.form_text(prop), "text/plain")))

        return files

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "LegacyUploadForm")
        file = File(payload=BytesIO(pop_required(d, "file", "LegacyUploadForm")))

        callback = pop_optional(d, "callback", "LegacyUploadForm", str)

        legacy_upload_form = cls(
            file=file,
            callback=callback,
        )

        legacy_upload_form.additional_properties = d
        return legacy_upload_form

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
