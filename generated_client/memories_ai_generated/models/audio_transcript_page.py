# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import as_decimal, as_list, as_object, as_plain, pop_required, short_repr

if TYPE_CHECKING:
    from ..models.audio_transcript_hit import AudioTranscriptHit


T = TypeVar("T", bound="AudioTranscriptPage")


@_attrs_define
class AudioTranscriptPage:
    """One page of passages. total_count can exceed the rows that ever come (recorded, "3" with one row).

    Attributes:
        videos (list[AudioTranscriptHit]):
        current_page (int | str): 1-based.
        page_size (int | str): A figure of a page. A JSON number in every source; that decimal text may come is
            concluded from totals, which were recorded as text and are printed as numbers since.
        total_count (int | str): A 64-bit integer. Recorded answers carry it as decimal text, newer documentation prints
            a JSON number.
    """

    videos: list[AudioTranscriptHit]
    current_page: int | str
    page_size: int | str
    total_count: int | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        videos = []
        for videos_item_data in self.videos:
            videos_item = videos_item_data.to_dict()
            videos.append(videos_item)

        current_page: int | str
        current_page = self.current_page

        page_size: int | str
        page_size = self.page_size

        total_count: int | str
        total_count = self.total_count

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "videos": videos,
                "current_page": current_page,
                "page_size": page_size,
                "total_count": total_count,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.audio_transcript_hit import AudioTranscriptHit  # noqa: PLC0415

        d = as_object(src_dict, "AudioTranscriptPage")
        videos = []
        _videos = as_list(pop_required(d, "videos", "AudioTranscriptPage"), "videos", nullable=True)
        for videos_item_data in _videos:
            videos_item = AudioTranscriptHit.from_dict(videos_item_data)

            videos.append(videos_item)

        current_page = as_plain(
            as_decimal(pop_required(d, "current_page", "AudioTranscriptPage"), "current_page"),
            "current_page",
            (int, str),
        )

        page_size = as_plain(
            as_decimal(pop_required(d, "page_size", "AudioTranscriptPage"), "page_size"), "page_size", (int, str)
        )

        total_count = as_plain(pop_required(d, "total_count", "AudioTranscriptPage"), "total_count", (int, str))

        audio_transcript_page = cls(
            videos=videos,
            current_page=current_page,
            page_size=page_size,
            total_count=total_count,
        )

        audio_transcript_page.additional_properties = d
        return audio_transcript_page

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
