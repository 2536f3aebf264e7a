# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.reference_type import ReferenceType
from ..types import UNSET, Unset, as_number, as_object, as_plain, pop_required, short_repr

T = TypeVar("T", bound="ReferenceItem")


@_attrs_define
class ReferenceItem:
    """A place in a video; times are seconds as numbers.

    Attributes:
        video_no (str):
        type_ (ReferenceType): keyframe: a frame; visual_ts: a described scene; audio_ts: spoken text; video_meta:
            figures of a public video.
        start_time (float | None | Unset): Seconds.
        end_time (float | None | Unset): Seconds. Not with keyframe.
        text (None | str | Unset): Spoken text or scene description.
        title (None | str | Unset): With video_meta.
        summary (None | str | Unset): With video_meta.
        view_count (int | None | Unset): With video_meta.
        like_count (int | None | Unset): With video_meta.
        share_count (int | None | Unset): With video_meta.
        comment_count (int | None | Unset): With video_meta.
    """

    video_no: str
    type_: ReferenceType
    start_time: float | None | Unset = UNSET
    end_time: float | None | Unset = UNSET
    text: None | str | Unset = UNSET
    title: None | str | Unset = UNSET
    summary: None | str | Unset = UNSET
    view_count: int | None | Unset = UNSET
    like_count: int | None | Unset = UNSET
    share_count: int | None | Unset = UNSET
    comment_count: int | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        video_no = self.video_no

        type_ = self.type_.value

        start_time: float | None | Unset
        if isinstance(self.start_time, Unset):
            start_time = UNSET
        else:
            start_time = self.start_time

        end_time: float | None | Unset
        if isinstance(self.end_time, Unset):
            end_time = UNSET
        else:
            end_time = self.end_time

        text: None | str | Unset
        if isinstance(self.text, Unset):
            text = UNSET
        else:
            text = self.text

        title: None | str | Unset
        if isinstance(self.title, Unset):
            title = UNSET
        else:
            title = self.title

        summary: None | str | Unset
        if isinstance(self.summary, Unset):
            summary = UNSET
        else:
            summary = self.summary

        view_count: int | None | Unset
        if isinstance(self.view_count, Unset):
            view_count = UNSET
        else:
            view_count = self.view_count

        like_count: int | None | Unset
        if isinstance(self.like_count, Unset):
            like_count = UNSET
        else:
            like_count = self.like_count

        share_count: int | None | Unset
        if isinstance(self.share_count, Unset):
            share_count = UNSET
        else:
            share_count = self.share_count

        comment_count: int | None | Unset
        if isinstance(self.comment_count, Unset):
            comment_count = UNSET
        else:
            comment_count = self.comment_count

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "videoNo": video_no,
                "type": type_,
            }
        )
        if start_time is not UNSET:
            field_dict["startTime"] = start_time
        if end_time is not UNSET:
            field_dict["endTime"] = end_time
        if text is not UNSET:
            field_dict["text"] = text
        if title is not UNSET:
            field_dict["title"] = title
        if summary is not UNSET:
            field_dict["summary"] = summary
        if view_count is not UNSET:
            field_dict["view_count"] = view_count
        if like_count is not UNSET:
            field_dict["like_count"] = like_count
        if share_count is not UNSET:
            field_dict["share_count"] = share_count
        if comment_count is not UNSET:
            field_dict["comment_count"] = comment_count

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "ReferenceItem")
        video_no = pop_required(d, "videoNo", "ReferenceItem", str)

        type_ = ReferenceType(pop_required(d, "type", "ReferenceItem"))

        start_time = as_number(d.pop("startTime", UNSET), "startTime", (float, int), nullable=True)

        end_time = as_number(d.pop("endTime", UNSET), "endTime", (float, int), nullable=True)

        text = as_plain(d.pop("text", UNSET), "text", (str,), nullable=True)

        title = as_plain(d.pop("title", UNSET), "title", (str,), nullable=True)

        summary = as_plain(d.pop("summary", UNSET), "summary", (str,), nullable=True)

        view_count = as_plain(d.pop("view_count", UNSET), "view_count", (int,), nullable=True)

        like_count = as_plain(d.pop("like_count", UNSET), "like_count", (int,), nullable=True)

        share_count = as_plain(d.pop("share_count", UNSET), "share_count", (int,), nullable=True)

        comment_count = as_plain(d.pop("comment_count", UNSET), "comment_count", (int,), nullable=True)

        reference_item = cls(
            video_no=video_no,
            type_=type_,
            start_time=start_time,
            end_time=end_time,
            text=text,
            title=title,
            summary=summary,
            view_count=view_count,
            like_count=like_count,
            share_count=share_count,
            comment_count=comment_count,
        )

        reference_item.additional_properties = d
        return reference_item

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
