# Generated from openapi/ by `make generate`. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, as_number, as_object, as_plain, pop_required, short_repr

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
        id = as_plain(pop_required(d, "id", "ImageHit"), "id", (int, str))

        name = as_plain(pop_required(d, "name", "ImageHit", nullable=True), "name", (str,), nullable=True)

        img_url = as_plain(d.pop("img_url", UNSET), "img_url", (str,), nullable=True)

        datetime_taken = as_plain(d.pop("datetime_taken", UNSET), "datetime_taken", (int, str), nullable=True)

        camera_model = as_plain(d.pop("camera_model", UNSET), "camera_model", (str,), nullable=True)

        latitude = as_number(d.pop("latitude", UNSET), "latitude", (float, int), nullable=True)

        longitude = as_number(d.pop("longitude", UNSET), "longitude", (float, int), nullable=True)

        score = as_number(d.pop("score", UNSET), "score", (float, int), nullable=True)

        bucket = as_plain(d.pop("bucket", UNSET), "bucket", (str,), nullable=True)

        blob = as_plain(d.pop("blob", UNSET), "blob", (str,), nullable=True)

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
