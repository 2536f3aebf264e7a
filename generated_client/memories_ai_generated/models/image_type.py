# Generated from openapi/ by `make generate`. Do not edit.
from enum import StrEnum


class ImageType(StrEnum):
    """What an image is."""

    IMAGEJPEG = "image/jpeg"
    IMAGEPNG = "image/png"

    @classmethod
    def _missing_(cls, value: object) -> "ImageType | None":
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = value
        member._value_ = value
        return member

    @property
    def is_known(self) -> bool:
        """Whether the spec lists this value; others are kept as they came."""
        return self._value_ in type(self)._value2member_map_

    def __reduce_ex__(self, protocol: object) -> "tuple[type[ImageType], tuple[str]]":
        return type(self), (str(self.value),)

    def __str__(self) -> str:
        return str(self.value)
