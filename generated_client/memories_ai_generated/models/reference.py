# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, as_list, as_object, pop_required, short_repr

if TYPE_CHECKING:
    from ..models.reference_item import ReferenceItem
    from ..models.referenced_video import ReferencedVideo


T = TypeVar("T", bound="Reference")


@_attrs_define
class Reference:
    """A video that an answer rests on, with the places in it.

    Attributes:
        ref_items (list[ReferenceItem] | None):
        video (None | ReferencedVideo | Unset):
    """

    ref_items: list[ReferenceItem] | None
    video: None | ReferencedVideo | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        from ..models.referenced_video import ReferencedVideo  # noqa: PLC0415

        ref_items: list[dict[str, Any]] | None
        if isinstance(self.ref_items, list):
            ref_items = []
            for ref_items_type_0_item_data in self.ref_items:
                ref_items_type_0_item = ref_items_type_0_item_data.to_dict()
                ref_items.append(ref_items_type_0_item)

        else:
            ref_items = self.ref_items

        video: dict[str, Any] | None | Unset
        if isinstance(self.video, Unset):
            video = UNSET
        elif isinstance(self.video, ReferencedVideo):
            video = self.video.to_dict()
        else:
            video = self.video

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "refItems": ref_items,
            }
        )
        if video is not UNSET:
            field_dict["video"] = video

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.reference_item import ReferenceItem  # noqa: PLC0415
        from ..models.referenced_video import ReferencedVideo  # noqa: PLC0415

        d = as_object(src_dict, "Reference")

        def _parse_ref_items(data: object) -> list[ReferenceItem] | None:
            if data is None:
                return data
            if isinstance(data, list):
                ref_items_type_0 = []
                _ref_items_type_0 = as_list(data, "refItems_type_0", nullable=True)
                for ref_items_type_0_item_data in _ref_items_type_0:
                    ref_items_type_0_item = ReferenceItem.from_dict(ref_items_type_0_item_data)

                    ref_items_type_0.append(ref_items_type_0_item)

                return ref_items_type_0
            raise ValueError(f"refItems fits no variant of list[ReferenceItem] | None: got {type(data).__name__}")

        ref_items = _parse_ref_items(pop_required(d, "refItems", "Reference", nullable=True))

        def _parse_video(data: object) -> None | ReferencedVideo | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if isinstance(data, dict):
                video_type_0 = ReferencedVideo.from_dict(data)

                return video_type_0
            raise ValueError(f"video fits no variant of None | ReferencedVideo | Unset: got {type(data).__name__}")

        video = _parse_video(d.pop("video", UNSET))

        reference = cls(
            ref_items=ref_items,
            video=video,
        )

        reference.additional_properties = d
        return reference

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
