# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, as_list, as_object, as_plain, pop_optional, short_repr

T = TypeVar("T", bound="ImportPublicPostUrlsRequest")


@_attrs_define
class ImportPublicPostUrlsRequest:
    """Posts to import into the public library, at most 50 in both lists together.

    Attributes:
        video_urls (list[str] | Unset): Addresses of posts, all of one platform (TikTok, YouTube or Instagram).
        tiktok_post_urls (list[str] | Unset): Addresses of posts, all of one platform (TikTok, YouTube or Instagram).
        unique_id (str | Unset): Taken, and ignored; the public library has no namespaces.
        callback_url (str | Unset): Address that receives a POST when everything is downloaded, and one for each video
            that is indexed. No signature is sent with it.
        callback (str | Unset): Another name of callback_url.
        quality (int | str | Unset): Most lines of the picture to fetch; YouTube only, and the result may have fewer.
            Text in newer documentation, a number in v1.2 and in clients. The service assumes 720, or 360 by the document of
            July 2026. v1.2 lists the number 260, perhaps for 360.
    """

    video_urls: list[str] | Unset = UNSET
    tiktok_post_urls: list[str] | Unset = UNSET
    unique_id: str | Unset = UNSET
    callback_url: str | Unset = UNSET
    callback: str | Unset = UNSET
    quality: int | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        video_urls: list[str] | Unset = UNSET
        if not isinstance(self.video_urls, Unset):
            video_urls = self.video_urls

        tiktok_post_urls: list[str] | Unset = UNSET
        if not isinstance(self.tiktok_post_urls, Unset):
            tiktok_post_urls = self.tiktok_post_urls

        unique_id = self.unique_id

        callback_url = self.callback_url

        callback = self.callback

        quality: int | str | Unset
        if isinstance(self.quality, Unset):
            quality = UNSET
        else:
            quality = self.quality

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if video_urls is not UNSET:
            field_dict["video_urls"] = video_urls
        if tiktok_post_urls is not UNSET:
            field_dict["tiktok_post_urls"] = tiktok_post_urls
        if unique_id is not UNSET:
            field_dict["unique_id"] = unique_id
        if callback_url is not UNSET:
            field_dict["callback_url"] = callback_url
        if callback is not UNSET:
            field_dict["callback"] = callback
        if quality is not UNSET:
            field_dict["quality"] = quality

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "ImportPublicPostUrlsRequest")
        video_urls = cast(
            list[str] | Unset,
            as_list(pop_optional(d, "video_urls", "ImportPublicPostUrlsRequest"), "video_urls", kind=str),
        )

        tiktok_post_urls = cast(
            list[str] | Unset,
            as_list(pop_optional(d, "tiktok_post_urls", "ImportPublicPostUrlsRequest"), "tiktok_post_urls", kind=str),
        )

        unique_id = pop_optional(d, "unique_id", "ImportPublicPostUrlsRequest", str)

        callback_url = pop_optional(d, "callback_url", "ImportPublicPostUrlsRequest", str)

        callback = pop_optional(d, "callback", "ImportPublicPostUrlsRequest", str)

        quality = as_plain(pop_optional(d, "quality", "ImportPublicPostUrlsRequest"), "quality", (int, str))

        import_public_post_urls_request = cls(
            video_urls=video_urls,
            tiktok_post_urls=tiktok_post_urls,
            unique_id=unique_id,
            callback_url=callback_url,
            callback=callback,
            quality=quality,
        )

        import_public_post_urls_request.additional_properties = d
        return import_public_post_urls_request

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
