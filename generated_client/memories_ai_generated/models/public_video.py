# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.video_status import VideoStatus
from ..types import UNSET, Unset, as_object, as_plain, pop_required, short_repr

T = TypeVar("T", bound="PublicVideo")


@_attrs_define
class PublicVideo:
    """A public video. Counters and texts of the platform are documented, and absent from the recording of 2025-08.

    Attributes:
        video_no (str): `PI-` and 18 digits.
        video_name (None | str): Often the whole caption of the post, with line ends and emoji.
        status (VideoStatus): State of indexing. UNPARSE: waiting; PARSE: searchable. A failure was recorded as FAIL;
            documentation also prints FAILED and PARSE_ERROR for it, and DONE for success; the vendor's poll helper stops at
            ERROR too. PENDING, PROCESSING and UPLOADING are what public clients guard against; no page and no recording has
            them.
        duration (int | None | str): Whole seconds.
        create_time (int | None | str): When it entered the library, in milliseconds since 1970.
        video_url (None | str): Page of the post or its player, no video file.
        blogger_id (None | str): Name of the account that posted it.
        like_count (int | None | str | Unset): A 64-bit integer as decimal text or JSON number, or null where the
            service has no value yet.
        share_count (int | None | str | Unset): A 64-bit integer as decimal text or JSON number, or null where the
            service has no value yet.
        comment_count (int | None | str | Unset): A 64-bit integer as decimal text or JSON number, or null where the
            service has no value yet.
        view_count (int | None | str | Unset): A 64-bit integer as decimal text or JSON number, or null where the
            service has no value yet.
        collect_count (int | None | str | Unset): A 64-bit integer as decimal text or JSON number, or null where the
            service has no value yet.
        text_language (None | str | Unset): Language of the caption, such as en.
        music_name (None | str | Unset):
        hash_tag (None | str | Unset): All hashtags in one text, such as `#nba#minnesota`.
        publish_time (int | None | str | Unset): When it was posted, in SECONDS since 1970, unlike create_time.
    """

    video_no: str
    video_name: None | str
    status: VideoStatus
    duration: int | None | str
    create_time: int | None | str
    video_url: None | str
    blogger_id: None | str
    like_count: int | None | str | Unset = UNSET
    share_count: int | None | str | Unset = UNSET
    comment_count: int | None | str | Unset = UNSET
    view_count: int | None | str | Unset = UNSET
    collect_count: int | None | str | Unset = UNSET
    text_language: None | str | Unset = UNSET
    music_name: None | str | Unset = UNSET
    hash_tag: None | str | Unset = UNSET
    publish_time: int | None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        video_no = self.video_no

        video_name: None | str
        video_name = self.video_name

        status = self.status.value

        duration: int | None | str
        duration = self.duration

        create_time: int | None | str
        create_time = self.create_time

        video_url: None | str
        video_url = self.video_url

        blogger_id: None | str
        blogger_id = self.blogger_id

        like_count: int | None | str | Unset
        if isinstance(self.like_count, Unset):
            like_count = UNSET
        else:
            like_count = self.like_count

        share_count: int | None | str | Unset
        if isinstance(self.share_count, Unset):
            share_count = UNSET
        else:
            share_count = self.share_count

        comment_count: int | None | str | Unset
        if isinstance(self.comment_count, Unset):
            comment_count = UNSET
        else:
            comment_count = self.comment_count

        view_count: int | None | str | Unset
        if isinstance(self.view_count, Unset):
            view_count = UNSET
        else:
            view_count = self.view_count

        collect_count: int | None | str | Unset
        if isinstance(self.collect_count, Unset):
            collect_count = UNSET
        else:
            collect_count = self.collect_count

        text_language: None | str | Unset
        if isinstance(self.text_language, Unset):
            text_language = UNSET
        else:
            text_language = self.text_language

        music_name: None | str | Unset
        if isinstance(self.music_name, Unset):
            music_name = UNSET
        else:
            music_name = self.music_name

        hash_tag: None | str | Unset
        if isinstance(self.hash_tag, Unset):
            hash_tag = UNSET
        else:
            hash_tag = self.hash_tag

        publish_time: int | None | str | Unset
        if isinstance(self.publish_time, Unset):
            publish_time = UNSET
        else:
            publish_time = self.publish_time

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "video_no": video_no,
                "video_name": video_name,
                "status": status,
                "duration": duration,
                "create_time": create_time,
                "video_url": video_url,
                "blogger_id": blogger_id,
            }
        )
        if like_count is not UNSET:
            field_dict["like_count"] = like_count
        if share_count is not UNSET:
            field_dict["share_count"] = share_count
        if comment_count is not UNSET:
            field_dict["comment_count"] = comment_count
        if view_count is not UNSET:
            field_dict["view_count"] = view_count
        if collect_count is not UNSET:
            field_dict["collect_count"] = collect_count
        if text_language is not UNSET:
            field_dict["text_language"] = text_language
        if music_name is not UNSET:
            field_dict["music_name"] = music_name
        if hash_tag is not UNSET:
            field_dict["hash_tag"] = hash_tag
        if publish_time is not UNSET:
            field_dict["publish_time"] = publish_time

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "PublicVideo")
        video_no = pop_required(d, "video_no", "PublicVideo", str)

        video_name = as_plain(
            pop_required(d, "video_name", "PublicVideo", nullable=True), "video_name", (str,), nullable=True
        )

        status = VideoStatus(pop_required(d, "status", "PublicVideo"))

        duration = as_plain(
            pop_required(d, "duration", "PublicVideo", nullable=True), "duration", (int, str), nullable=True
        )

        create_time = as_plain(
            pop_required(d, "create_time", "PublicVideo", nullable=True), "create_time", (int, str), nullable=True
        )

        video_url = as_plain(
            pop_required(d, "video_url", "PublicVideo", nullable=True), "video_url", (str,), nullable=True
        )

        blogger_id = as_plain(
            pop_required(d, "blogger_id", "PublicVideo", nullable=True), "blogger_id", (str,), nullable=True
        )

        like_count = as_plain(d.pop("like_count", UNSET), "like_count", (int, str), nullable=True)

        share_count = as_plain(d.pop("share_count", UNSET), "share_count", (int, str), nullable=True)

        comment_count = as_plain(d.pop("comment_count", UNSET), "comment_count", (int, str), nullable=True)

        view_count = as_plain(d.pop("view_count", UNSET), "view_count", (int, str), nullable=True)

        collect_count = as_plain(d.pop("collect_count", UNSET), "collect_count", (int, str), nullable=True)

        text_language = as_plain(d.pop("text_language", UNSET), "text_language", (str,), nullable=True)

        music_name = as_plain(d.pop("music_name", UNSET), "music_name", (str,), nullable=True)

        hash_tag = as_plain(d.pop("hash_tag", UNSET), "hash_tag", (str,), nullable=True)

        publish_time = as_plain(d.pop("publish_time", UNSET), "publish_time", (int, str), nullable=True)

        public_video = cls(
            video_no=video_no,
            video_name=video_name,
            status=status,
            duration=duration,
            create_time=create_time,
            video_url=video_url,
            blogger_id=blogger_id,
            like_count=like_count,
            share_count=share_count,
            comment_count=comment_count,
            view_count=view_count,
            collect_count=collect_count,
            text_language=text_language,
            music_name=music_name,
            hash_tag=hash_tag,
            publish_time=publish_time,
        )

        public_video.additional_properties = d
        return public_video

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
