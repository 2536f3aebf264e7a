# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.mavi_transcription_status import MaviTranscriptionStatus
from ..models.mavi_transcription_type import MaviTranscriptionType
from ..types import as_list, as_object, pop_required, short_repr

if TYPE_CHECKING:
    from ..models.mavi_transcription_segment import MaviTranscriptionSegment


T = TypeVar("T", bound="MaviTranscription")


@_attrs_define
class MaviTranscription:
    """A transcription task with its segments; also what its callback carries.

    Attributes:
        status (MaviTranscriptionStatus): UNFINISHED: still at work; FINISH: done. The vendor's first client calls the
            latter FINISHED.
        type_ (MaviTranscriptionType): AUDIO: what is said; VIDEO: what is seen.
        video_no (str):
        task_no (str):
        transcriptions (list[MaviTranscriptionSegment] | None): Segments. No page shows what stands here before the end,
            so null is allowed beside an empty list.
    """

    status: MaviTranscriptionStatus
    type_: MaviTranscriptionType
    video_no: str
    task_no: str
    transcriptions: list[MaviTranscriptionSegment] | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        status = self.status.value

        type_ = self.type_.value

        video_no = self.video_no

        task_no = self.task_no

        transcriptions: list[dict[str, Any]] | None
        if isinstance(self.transcriptions, list):
            transcriptions = []
            for transcriptions_type_0_item_data in self.transcriptions:
                transcriptions_type_0_item = transcriptions_type_0_item_data.to_dict()
                transcriptions.append(transcriptions_type_0_item)

        else:
            transcriptions = self.transcriptions

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "status": status,
                "type": type_,
                "videoNo": video_no,
                "taskNo": task_no,
                "transcriptions": transcriptions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.mavi_transcription_segment import MaviTranscriptionSegment  # noqa: PLC0415

        d = as_object(src_dict, "MaviTranscription")
        status = MaviTranscriptionStatus(pop_required(d, "status", "MaviTranscription"))

        type_ = MaviTranscriptionType(pop_required(d, "type", "MaviTranscription"))

        video_no = pop_required(d, "videoNo", "MaviTranscription", str)

        task_no = pop_required(d, "taskNo", "MaviTranscription", str)

        def _parse_transcriptions(data: object) -> list[MaviTranscriptionSegment] | None:
            if data is None:
                return data
            if isinstance(data, list):
                transcriptions_type_0 = []
                _transcriptions_type_0 = as_list(data, "transcriptions_type_0", nullable=True)
                for transcriptions_type_0_item_data in _transcriptions_type_0:
                    transcriptions_type_0_item = MaviTranscriptionSegment.from_dict(transcriptions_type_0_item_data)

                    transcriptions_type_0.append(transcriptions_type_0_item)

                return transcriptions_type_0
            raise ValueError(
                f"transcriptions fits no variant of list[MaviTranscriptionSegment] | None: got {type(data).__name__}"
            )

        transcriptions = _parse_transcriptions(pop_required(d, "transcriptions", "MaviTranscription", nullable=True))

        mavi_transcription = cls(
            status=status,
            type_=type_,
            video_no=video_no,
            task_no=task_no,
            transcriptions=transcriptions,
        )

        mavi_transcription.additional_properties = d
        return mavi_transcription

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
