# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.filtering_level import FilteringLevel
from ..models.search_type import SearchType
from ..types import UNSET, Unset, as_list, as_object, as_plain, pop_optional, pop_required, short_repr

T = TypeVar("T", bound="SearchRequest")


@_attrs_define
class SearchRequest:
    """A question in English, and what narrows it.

    Attributes:
        search_param (str): What to look for. English only. Must not be empty by the pages; by a text of the vendor's
            examples an empty one lists all that carries the tag.
        search_type (SearchType | Unset): What is searched. BY_CLIP and BY_VIDEO (an alias in newer documentation):
            scenes; BY_AUDIO: spoken text; BY_IMAGE: the private image library; BY_CAPTION: captions.
        unique_id (str | Unset): Namespace within the account (a user, a project, a folder). Case-sensitive; a wrong one
            finds nothing, without an error. The service assumes "default" when it is left out.
        folder_id (int | str | Unset): An integer, or the text of one as answers carry it. The folder to look in, in
            place of unique_id in newer documentation; without it the whole account. -1 is the default folder, -2 the read-
            only folder of the old API.
        top_k (int | None | Unset): Most hits; the service assumes 100. BY_CAPTION takes at most 200 and assumes 10.
        filtering_level (FilteringLevel | None | Unset):
        video_nos (list[str] | Unset): Search these videos only.
        tag (str | Unset): A tag the video must carry.
        camera_tag (str | Unset): The camera_model given at upload.
        datetime_taken (str | Unset): Earliest capture time, `yyyy-MM-dd HH:mm:ss`; there is no latest.
        latitude (float | Unset): Place of capture, with longitude.
        longitude (float | Unset): Place of capture, with latitude.
    """

    search_param: str
    search_type: SearchType | Unset = UNSET
    unique_id: str | Unset = UNSET
    folder_id: int | str | Unset = UNSET
    top_k: int | None | Unset = UNSET
    filtering_level: FilteringLevel | None | Unset = UNSET
    video_nos: list[str] | Unset = UNSET
    tag: str | Unset = UNSET
    camera_tag: str | Unset = UNSET
    datetime_taken: str | Unset = UNSET
    latitude: float | Unset = UNSET
    longitude: float | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        search_param = self.search_param

        search_type: str | Unset = UNSET
        if not isinstance(self.search_type, Unset):
            search_type = self.search_type.value

        unique_id = self.unique_id

        folder_id: int | str | Unset
        if isinstance(self.folder_id, Unset):
            folder_id = UNSET
        else:
            folder_id = self.folder_id

        top_k: int | None | Unset
        if isinstance(self.top_k, Unset):
            top_k = UNSET
        else:
            top_k = self.top_k

        filtering_level: None | str | Unset
        if isinstance(self.filtering_level, Unset):
            filtering_level = UNSET
        elif isinstance(self.filtering_level, FilteringLevel):
            filtering_level = self.filtering_level.value
        else:
            filtering_level = self.filtering_level

        video_nos: list[str] | Unset = UNSET
        if not isinstance(self.video_nos, Unset):
            video_nos = self.video_nos

        tag = self.tag

        camera_tag = self.camera_tag

        datetime_taken = self.datetime_taken

        latitude = self.latitude

        longitude = self.longitude

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "search_param": search_param,
            }
        )
        if search_type is not UNSET:
            field_dict["search_type"] = search_type
        if unique_id is not UNSET:
            field_dict["unique_id"] = unique_id
        if folder_id is not UNSET:
            field_dict["folder_id"] = folder_id
        if top_k is not UNSET:
            field_dict["top_k"] = top_k
        if filtering_level is not UNSET:
            field_dict["filtering_level"] = filtering_level
        if video_nos is not UNSET:
            field_dict["video_nos"] = video_nos
        if tag is not UNSET:
            field_dict["tag"] = tag
        if camera_tag is not UNSET:
            field_dict["camera_tag"] = camera_tag
        if datetime_taken is not UNSET:
            field_dict["datetime_taken"] = datetime_taken
        if latitude is not UNSET:
            field_dict["latitude"] = latitude
        if longitude is not UNSET:
            field_dict["longitude"] = longitude

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "SearchRequest")
        search_param = pop_required(d, "search_param", "SearchRequest", str)

        _search_type = pop_optional(d, "search_type", "SearchRequest")
        search_type: SearchType | Unset
        if isinstance(_search_type, Unset):
            search_type = UNSET
        else:
            search_type = SearchType(_search_type)

        unique_id = pop_optional(d, "unique_id", "SearchRequest", str)

        folder_id = as_plain(pop_optional(d, "folder_id", "SearchRequest"), "folder_id", (int, str))

        top_k = as_plain(d.pop("top_k", UNSET), "top_k", (int,), nullable=True)

        def _parse_filtering_level(data: object) -> FilteringLevel | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if isinstance(data, str):
                filtering_level_type_0 = FilteringLevel(data)

                return filtering_level_type_0
            raise ValueError(
                f"filtering_level fits no variant of FilteringLevel | None | Unset: got {type(data).__name__}"
            )

        filtering_level = _parse_filtering_level(d.pop("filtering_level", UNSET))

        video_nos = cast(
            list[str] | Unset, as_list(pop_optional(d, "video_nos", "SearchRequest"), "video_nos", kind=str)
        )

        tag = pop_optional(d, "tag", "SearchRequest", str)

        camera_tag = pop_optional(d, "camera_tag", "SearchRequest", str)

        datetime_taken = pop_optional(d, "datetime_taken", "SearchRequest", str)

        latitude = pop_optional(d, "latitude", "SearchRequest", float)

        longitude = pop_optional(d, "longitude", "SearchRequest", float)

        search_request = cls(
            search_param=search_param,
            search_type=search_type,
            unique_id=unique_id,
            folder_id=folder_id,
            top_k=top_k,
            filtering_level=filtering_level,
            video_nos=video_nos,
            tag=tag,
            camera_tag=camera_tag,
            datetime_taken=datetime_taken,
            latitude=latitude,
            longitude=longitude,
        )

        search_request.additional_properties = d
        return search_request

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
