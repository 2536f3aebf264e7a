# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, as_list, as_number, as_object, as_plain, pop_required, short_repr

T = TypeVar("T", bound="CaptionHit")


@_attrs_define
class CaptionHit:
    """A caption found by BY_CAPTION. Unlike other hits in snake_case, with times as numbers.

    Attributes:
        video_no (str):
        text (None | str): The caption.
        start_time (float | None): Seconds.
        end_time (float | None): Seconds.
        score (float | None | Unset): 1 minus the distance.
        vector (list[float] | None | Unset): Embedding of the caption.
        user_id (None | str | Unset): Internal id of the namespace.
        video_bucket (None | str | Unset): Shown for other hits; that captions have it too is an assumption.
        video_blob (None | str | Unset): Shown for other hits; that captions have it too is an assumption.
    """

    video_no: str
    text: None | str
    start_time: float | None
    end_time: float | None
    score: float | None | Unset = UNSET
    vector: list[float] | None | Unset = UNSET
    user_id: None | str | Unset = UNSET
    video_bucket: None | str | Unset = UNSET
    video_blob: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        video_no = self.video_no

        text: None | str
        text = self.text

        start_time: float | None
        start_time = self.start_time

        end_time: float | None
        end_time = self.end_time

        score: float | None | Unset
        if isinstance(self.score, Unset):
            score = UNSET
        else:
            score = self.score

        vector: list[float] | None | Unset
        if isinstance(self.vector, Unset):
            vector = UNSET
        elif isinstance(self.vector, list):
            vector = self.vector

        else:
            vector = self.vector

        user_id: None | str | Unset
        if isinstance(self.user_id, Unset):
            user_id = UNSET
        else:
            user_id = self.user_id

        video_bucket: None | str | Unset
        if isinstance(self.video_bucket, Unset):
            video_bucket = UNSET
        else:
            video_bucket = self.video_bucket

        video_blob: None | str | Unset
        if isinstance(self.video_blob, Unset):
            video_blob = UNSET
        else:
            video_blob = self.video_blob

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "video_no": video_no,
                "text": text,
                "start_time": start_time,
                "end_time": end_time,
            }
        )
        if score is not UNSET:
            field_dict["score"] = score
        if vector is not UNSET:
            field_dict["vector"] = vector
        if user_id is not UNSET:
            field_dict["user_id"] = user_id
        if video_bucket is not UNSET:
            field_dict["video_bucket"] = video_bucket
        if video_blob is not UNSET:
            field_dict["video_blob"] = video_blob

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "CaptionHit")
        video_no = pop_required(d, "video_no", "CaptionHit", str)

        text = as_plain(pop_required(d, "text", "CaptionHit", nullable=True), "text", (str,), nullable=True)

        start_time = as_number(
            pop_required(d, "start_time", "CaptionHit", nullable=True), "start_time", (float, int), nullable=True
        )

        end_time = as_number(
            pop_required(d, "end_time", "CaptionHit", nullable=True), "end_time", (float, int), nullable=True
        )

        score = as_number(d.pop("score", UNSET), "score", (float, int), nullable=True)

        def _parse_vector(data: object) -> list[float] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if isinstance(data, list):
                vector_type_0 = cast(list[float], as_list(data, "vector_type_0", kind=float))

                return vector_type_0
            raise ValueError(f"vector fits no variant of list[float] | None | Unset: got {type(data).__name__}")

        vector = _parse_vector(d.pop("vector", UNSET))

        user_id = as_plain(d.pop("user_id", UNSET), "user_id", (str,), nullable=True)

        video_bucket = as_plain(d.pop("video_bucket", UNSET), "video_bucket", (str,), nullable=True)

        video_blob = as_plain(d.pop("video_blob", UNSET), "video_blob", (str,), nullable=True)

        caption_hit = cls(
            video_no=video_no,
            text=text,
            start_time=start_time,
            end_time=end_time,
            score=score,
            vector=vector,
            user_id=user_id,
            video_bucket=video_bucket,
            video_blob=video_blob,
        )

        caption_hit.additional_properties = d
        return caption_hit

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
