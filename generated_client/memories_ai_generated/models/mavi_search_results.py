# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, as_list, as_object, short_repr

if TYPE_CHECKING:
    from ..models.mavi_video_hit import MaviVideoHit


T = TypeVar("T", bound="MaviSearchResults")


@_attrs_define
class MaviSearchResults:
    """Videos that fit the question. The list may be missing, says the table.

    Attributes:
        videos (list[MaviVideoHit] | None | Unset):
    """

    videos: list[MaviVideoHit] | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        videos: list[dict[str, Any]] | None | Unset
        if isinstance(self.videos, Unset):
            videos = UNSET
        elif isinstance(self.videos, list):
            videos = []
            for videos_type_0_item_data in self.videos:
                videos_type_0_item = videos_type_0_item_data.to_dict()
                videos.append(videos_type_0_item)

        else:
            videos = self.videos

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if videos is not UNSET:
            field_dict["videos"] = videos

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.mavi_video_hit import MaviVideoHit  # noqa: PLC0415

        d = as_object(src_dict, "MaviSearchResults")

        def _parse_videos(data: object) -> list[MaviVideoHit] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if isinstance(data, list):
                videos_type_0 = []
                _videos_type_0 = as_list(data, "videos_type_0", nullable=True)
                for videos_type_0_item_data in _videos_type_0:
                    videos_type_0_item = MaviVideoHit.from_dict(videos_type_0_item_data)

                    videos_type_0.append(videos_type_0_item)

                return videos_type_0
            raise ValueError(f"videos fits no variant of list[MaviVideoHit] | None | Unset: got {type(data).__name__}")

        videos = _parse_videos(d.pop("videos", UNSET))

        mavi_search_results = cls(
            videos=videos,
        )

        mavi_search_results.additional_properties = d
        return mavi_search_results

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
