# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, as_object, pop_required, short_repr

T = TypeVar("T", bound="ImageHit")


@_attrs_define
class ImageHit:
    """An image of the private image library.

    Attributes:
        id (int | str): 18 digits, beyond 2^53; documentation that prints a number rounds it.
        name (None | str):
        img_url (None | str | Unset): Signed link to the image.
        datetime_taken (int | None | str | Unset): Capture time in milliseconds since 1970.
        camera_model (None | str | Unset):
        latitude (float | None | Unset):
        longitude (float | None | Unset):
        score (float | None | Unset):
        bucket (None | str | Unset):
        blob (None | str | Unset):
    """

    id: int | str
    name: None | str
    img_url: None | str | Unset = UNSET
    datetime_taken: int | None | str | Unset = UNSET
    camera_model: None | str | Unset = UNSET
    latitude: float | None | Unset = UNSET
    longitude: float | None | Unset = UNSET
    score: float | None | Unset = UNSET
    bucket: None | str | Unset = UNSET
    blob: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return short_repr(self)

    def to_dict(self) -> dict[str, Any]:
        id: int | str
        id = self.id

        name: None | str
        name = self.name

        img_url: None | str | Unset
        if isinstance(self.img_url, Unset):
            img_url = UNSET
        else:
            img_url = self.img_url

        datetime_taken: int | None | str | Unset
        if isinstance(self.datetime_taken, Unset):
            datetime_taken = UNSET
        else:
            datetime_taken = self.datetime_taken

        camera_model: None | str | Unset
        if isinstance(self.camera_model, Unset):
            camera_model = UNSET
        else:
            camera_model = self.camera_model

        latitude: float | None | Unset
        if isinstance(self.latitude, Unset):
            latitude = UNSET
        else:
            latitude = self.latitude

        longitude: float | None | Unset
        if isinstance(self.longitude, Unset):
            longitude = UNSET
        else:
            longitude = self.longitude

        score: float | None | Unset
        if isinstance(self.score, Unset):
            score = UNSET
        else:
            score = self.score

        bucket: None | str | Unset
        if isinstance(self.bucket, Unset):
            bucket = UNSET
        else:
            bucket = self.bucket

        blob: None | str | Unset
        if isinstance(self.blob, Unset):
            blob = UNSET
        else:
            blob = self.blob

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
            }
        )
        if img_url is not UNSET:
            field_dict["img_url"] = img_url
        if datetime_taken is not UNSET:
            field_dict["datetime_taken"] = datetime_taken
        if camera_model is not UNSET:
            field_dict["camera_model"] = camera_model
        if latitude is not UNSET:
            field_dict["latitude"] = latitude
        if longitude is not UNSET:
            field_dict["longitude"] = longitude
        if score is not UNSET:
            field_dict["score"] = score
        if bucket is not UNSET:
            field_dict["bucket"] = bucket
        if blob is not UNSET:
            field_dict["blob"] = blob

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = as_object(src_dict, "ImageHit")

        def _parse_id(data: object) -> int | str:
            if isinstance(data, str | int) and not isinstance(data, bool):
                return data
            raise ValueError(f"id fits no variant of int | str: got {type(data).__name__}")

        id = _parse_id(pop_required(d, "id", "ImageHit"))

        def _parse_name(data: object) -> None | str:
            if data is None:
                return data
            if isinstance(data, str):
                return data
            raise ValueError(f"name fits no variant of None | str: got {type(data).__name__}")

        name = _parse_name(pop_required(d, "name", "ImageHit", nullable=True))

        def _parse_img_url(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if isinstance(data, str):
                return data
            raise ValueError(f"img_url fits no variant of None | str | Unset: got {type(data).__name__}")

        img_url = _parse_img_url(d.pop("img_url", UNSET))

        def _parse_datetime_taken(data: object) -> int | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if isinstance(data, str | int) and not isinstance(data, bool):
                return data
            raise ValueError(f"datetime_taken fits no variant of int | None | str | Unset: got {type(data).__name__}")

        datetime_taken = _parse_datetime_taken(d.pop("datetime_taken", UNSET))

        def _parse_camera_model(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if isinstance(data, str):
                return data
            raise ValueError(f"camera_model fits no variant of None | str | Unset: got {type(data).__name__}")

        camera_model = _parse_camera_model(d.pop("camera_model", UNSET))

        def _parse_latitude(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if isinstance(data, int | float) and not isinstance(data, bool):
                return data
            raise ValueError(f"latitude fits no variant of float | None | Unset: got {type(data).__name__}")

        latitude = _parse_latitude(d.pop("latitude", UNSET))

        def _parse_longitude(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if isinstance(data, int | float) and not isinstance(data, bool):
                return data
            raise ValueError(f"longitude fits no variant of float | None | Unset: got {type(data).__name__}")

        longitude = _parse_longitude(d.pop("longitude", UNSET))

        def _parse_score(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if isinstance(data, int | float) and not isinstance(data, bool):
                return data
            raise ValueError(f"score fits no variant of float | None | Unset: got {type(data).__name__}")

        score = _parse_score(d.pop("score", UNSET))

        def _parse_bucket(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if isinstance(data, str):
                return data
            raise ValueError(f"bucket fits no variant of None | str | Unset: got {type(data).__name__}")

        bucket = _parse_bucket(d.pop("bucket", UNSET))

        def _parse_blob(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            if isinstance(data, str):
                return data
            raise ValueError(f"blob fits no variant of None | str | Unset: got {type(data).__name__}")

        blob = _parse_blob(d.pop("blob", UNSET))

        image_hit = cls(
            id=id,
            name=name,
            img_url=img_url,
            datetime_taken=datetime_taken,
            camera_model=camera_model,
            latitude=latitude,
            longitude=longitude,
            score=score,
            bucket=bucket,
            blob=blob,
        )

        image_hit.additional_properties = d
        return image_hit

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
