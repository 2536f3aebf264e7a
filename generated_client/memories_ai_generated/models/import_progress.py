# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, as_list, as_object, as_plain, pop_optional, short_repr

if TYPE_CHECKING:
    from ..models.imported_video import ImportedVideo


T = TypeVar("T", bound="ImportProgress")


@_attrs_define
class ImportProgress:
    """The videos of an import so far, as rows (recorded) or as bare ids (documented in 2025). None as a rule means that
    posts are still being downloaded.

        Attributes:
            videos (list[ImportedVideo] | Unset):
            video_ids (list[str] | Unset): Ids alone: `VI…`, or `PI-…` in the public library.
            task_id (None | str | Unset): The task that was asked for.
    """

    videos: list[ImportedVideo] | Unset = UNSET
    video_ids: list[str] | Unset = UNSET
    task_id: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        videos: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.videos, Unset):
            videos = []
            for videos_item_data in self.videos:
                videos_item = videos_item_data.to_dict()
                videos.append(videos_item)

        video_ids: list[str] | Unset = UNSET
        if not isinstance(self.video_ids, Unset):
            video_ids = self.video_ids

        task_id: None | str | Unset
        if isinstance(self.task_id, Unset):
            task_id = UNSET
        else:
            task_id = self.task_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if videos is not UNSET:
            field_dict["videos"] = videos
        if video_ids is not UNSET:
            field_dict["video_ids"] = video_ids
        if task_id is not UNSET:
            field_dict["taskId"] = task_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.imported_video import ImportedVideo  # noqa: PLC0415

        d = as_object(src_dict, "ImportProgress")
        _videos = pop_optional(d, "videos", "ImportProgress")
        videos: list[ImportedVideo] | Unset = UNSET
        if _videos is not UNSET:
            videos = []
            for videos_item_data in as_list(_videos, "videos", nullable=True):
                videos_item = ImportedVideo.from_dict(videos_item_data)

                videos.append(videos_item)

        video_ids = cast(
            list[str] | Unset, as_list(pop_optional(d, "video_ids", "ImportProgress"), "video_ids", kind=str)
        )

        task_id = as_plain(d.pop("taskId", UNSET), "taskId", (str,), nullable=True)

        import_progress = cls(
            videos=videos,
            video_ids=video_ids,
            task_id=task_id,
        )

        import_progress.additional_properties = d
        return import_progress

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
