# Generated from openapi/ by `make generate`. Do not edit.
from enum import StrEnum


class VideoStatus(StrEnum):
    """State of indexing. UNPARSE: waiting; PARSE: searchable. A failure was recorded as FAIL; documentation also
    prints FAILED and PARSE_ERROR for it, and DONE for success; the vendor's poll helper stops at ERROR too.
    PENDING, PROCESSING and UPLOADING are what public clients guard against; no page and no recording has them."""

    DONE = "DONE"
    ERROR = "ERROR"
    FAIL = "FAIL"
    FAILED = "FAILED"
    PARSE = "PARSE"
    PARSE_ERROR = "PARSE_ERROR"
    PENDING = "PENDING"
    PROCESSING = "PROCESSING"
    UNPARSE = "UNPARSE"
    UPLOADING = "UPLOADING"

    @classmethod
    def _missing_(cls, value: object) -> "VideoStatus | None":
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

    def __reduce_ex__(self, protocol: object) -> "tuple[type[VideoStatus], tuple[str]]":
        return type(self), (str(self.value),)

    def __str__(self) -> str:
        return str(self.value)
