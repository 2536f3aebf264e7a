# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import as_decimal, as_list, as_object, as_plain, pop_required, short_repr

if TYPE_CHECKING:
    from ..models.bare_audio_transcript_hit import BareAudioTranscriptHit


T = TypeVar("T", bound="BareAudioTranscriptSearchResponse")


@_attrs_define
class BareAudioTranscriptSearchResponse:
    """Answer without an envelope, printed by v1.2 documentation only and contradicted by two recordings.

    Attributes:
        results (list[BareAudioTranscriptHit]):
        page (int | str): A figure of a page. A JSON number in every source; that decimal text may come is concluded
            from totals, which were recorded as text and are printed as numbers since.
        page_size (int | str): A figure of a page. A JSON number in every source; that decimal text may come is
            concluded from totals, which were recorded as text and are printed as numbers since.
        total (int | str): A figure of a page. A JSON number in every source; that decimal text may come is concluded
            from totals, which were recorded as text and are printed as numbers since.
    """

    results: list[BareAudioTranscriptHit]
    page: int | str
    page_size: int | str
    total: int | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        results = []
        for results_item_data in self.results:
            results_item = results_item_data.to_dict()
            results.append(results_item)

        page: int | str
        page = self.page

        page_size: int | str
        page_size = self.page_size

        total: int | str
        total = self.total

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "results": results,
                "page": page,
                "page_size": page_size,
                "total": total,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.bare_audio_transcript_hit import BareAudioTranscriptHit  # noqa: PLC0415

        d = as_object(src_dict, "BareAudioTranscriptSearchResponse")
        results = []
        _results = as_list(pop_required(d, "results", "BareAudioTranscriptSearchResponse"), "results", nullable=True)
        for results_item_data in _results:
            results_item = BareAudioTranscriptHit.from_dict(results_item_data)

            results.append(results_item)

        page = as_plain(
            as_decimal(pop_required(d, "page", "BareAudioTranscriptSearchResponse"), "page"), "page", (int, str)
        )

        page_size = as_plain(
            as_decimal(pop_required(d, "page_size", "BareAudioTranscriptSearchResponse"), "page_size"),
            "page_size",
            (int, str),
        )

        total = as_plain(
            as_decimal(pop_required(d, "total", "BareAudioTranscriptSearchResponse"), "total"), "total", (int, str)
        )

        bare_audio_transcript_search_response = cls(
            results=results,
            page=page,
            page_size=page_size,
            total=total,
        )

        bare_audio_transcript_search_response.additional_properties = d
        return bare_audio_transcript_search_response

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
