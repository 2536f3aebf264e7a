# Generated from openapi/ by `make generate`. Do not edit.
from enum import IntEnum


class CaptionStatus(IntEnum):
    """0: done; -1: failed."""

    VALUE_0 = 0
    VALUE_NEGATIVE_1 = -1

    @classmethod
    def _missing_(cls, value: object) -> "CaptionStatus | None":
        if not isinstance(value, int) or isinstance(value, bool):
            return None
        member = int.__new__(cls, value)
        member._name_ = f"VALUE_{value}"
        member._value_ = value
        return member

    @property
    def is_known(self) -> bool:
        """Whether the spec lists this value; others are kept as they came."""
        return self._value_ in type(self)._value2member_map_

    def __reduce_ex__(self, protocol: object) -> "tuple[type[CaptionStatus], tuple[int]]":
        return type(self), (int(self.value),)

    def __str__(self) -> str:
        return str(self.value)
