# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.import_status import ImportStatus
from ..types import UNSET, Unset, as_object, as_plain, pop_optional, pop_required, short_repr

T = TypeVar("T", bound="ImportCallback")


@_attrs_define
class ImportCallback:
    """Sent to the callback address when all posts of an import are downloaded, and since 2026 once more for each of its
    videos that is indexed. Unsigned.

        Attributes:
            task_id (str):
            status (ImportStatus): SUCCEEDED: everything is downloaded, and indexing has begun; FAILED: the task was not
                made, by v1.2; INDEXING_SUCCEEDED: one video is indexed.
            video_id (str | Unset): Id of the video that is indexed; video_no elsewhere.
            video_no (None | str | Unset): Named by the table below one payload, and in no payload.
            message (None | str | Unset): For people.
    """

    task_id: str
    status: ImportStatus
    video_id: str | Unset = UNSET
    video_no: None | str | Unset = UNSET
    message: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        task_id = self.task_id

        status = self.status.value

        video_id = self.video_id

        video_no: None | str | Unset
        if isinstance(self.video_no, Unset):
            video_no = UNSET
        else:
            video_no = self.video_no

        message: None | str | Unset
        if isinstance(self.message, Unset):
            message = UNSET
        else:
            message = self.message

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "taskId": task_id,
                "status": status,
            }
        )
        if video_id is not UNSET:
            field_dict["videoId"] = video_id
        if video_no is not UNSET:
            field_dict["videoNo"] = video_no
        if message is not UNSET:
            field_dict["message"] = message

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "ImportCallback")
        task_id = pop_required(d, "taskId", "ImportCallback", str)

        status = ImportStatus(pop_required(d, "status", "ImportCallback"))

        video_id = pop_optional(d, "videoId", "ImportCallback", str)

        video_no = as_plain(d.pop("videoNo", UNSET), "videoNo", (str,), nullable=True)

        message = as_plain(d.pop("message", UNSET), "message", (str,), nullable=True)

        import_callback = cls(
            task_id=task_id,
            status=status,
            video_id=video_id,
            video_no=video_no,
            message=message,
        )

        import_callback.additional_properties = d
        return import_callback

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
