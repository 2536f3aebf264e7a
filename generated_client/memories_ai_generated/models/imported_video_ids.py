# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, as_list, as_object, pop_required

T = TypeVar("T", bound="ImportedVideoIds")


@_attrs_define
class ImportedVideoIds:
    """Ids of the videos of an import, as documented in 2025 and never recorded. None while everything is still being
    downloaded.

        Attributes:
            video_ids (list[str]):
            task_id (None | str | Unset): The task that was asked for.
    """

    video_ids: list[str]
    task_id: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        video_ids = self.video_ids

        task_id: None | str | Unset
        if isinstance(self.task_id, Unset):
            task_id = UNSET
        else:
            task_id = self.task_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "video_ids": video_ids,
            }
        )
        if task_id is not UNSET:
            field_dict["taskId"] = task_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "ImportedVideoIds")
        video_ids = cast(list[str], as_list(pop_required(d, "video_ids", "ImportedVideoIds"), "video_ids"))

        def _parse_task_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if isinstance(data, str):
                return data
            raise ValueError(f"taskId fits no variant of None | str | Unset: got {type(data).__name__}")

        task_id = _parse_task_id(d.pop("taskId", UNSET))

        imported_video_ids = cls(
            video_ids=video_ids,
            task_id=task_id,
        )

        imported_video_ids.additional_properties = d
        return imported_video_ids

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
