# Generated from openapi/ by `make generate`. Do not edit.
from enum import StrEnum


class ImportStatus(StrEnum):
    """SUCCEEDED: everything is downloaded, and indexing has begun; FAILED: the task was not made, by v1.2;
    INDEXING_SUCCEEDED: one video is indexed."""

    FAILED = "FAILED"
    INDEXING_SUCCEEDED = "INDEXING_SUCCEEDED"
    SUCCEEDED = "SUCCEEDED"

    @classmethod
    def _missing_(cls, value: object) -> "ImportStatus | None":
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

    def __reduce_ex__(self, protocol: object) -> "tuple[type[ImportStatus], tuple[str]]":
        return type(self), (str(self.value),)

    def __str__(self) -> str:
        return str(self.value)
