# Generated from openapi/ by `make generate`. Do not edit.
"""Contains some shared types for properties"""

import json
import reprlib
from collections.abc import Mapping, MutableMapping
from http import HTTPStatus
from typing import IO, Any, BinaryIO, Generic, Literal, TypeVar

from attrs import define, fields


class Unset:
    """The type of UNSET, the value of a property that did not come, or is not sent."""

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "UNSET"

    def __reduce__(self) -> str:
        return "UNSET"


UNSET: Unset = Unset()

_short = reprlib.Repr()
_short.maxlevel, _short.maxdict, _short.maxlist, _short.maxstring, _short.maxother = 3, 4, 2, 80, 200


def short_repr(model: Any) -> str:
    """A model in a line: long texts, lists and nested models are cut, what is unset or secret is left out."""
    shown = {field.name: getattr(model, field.name) for field in fields(type(model)) if field.repr}
    members = (f"{name}={_short.repr(value)}" for name, value in shown.items() if value is not UNSET)
    text = f"{type(model).__name__}({', '.join(members)})"
    return text if len(text) <= 1000 else text[:997] + "..."


def as_object(value: Any, model: str) -> dict[str, Any]:
    """A copy of a JSON object on its way into a model. Raises ValueError for anything else."""
    if not isinstance(value, Mapping):
        raise ValueError(f"{model} must be an object, got {type(value).__name__}")
    return dict(value)


def as_list(value: Any, name: str, nullable: bool = False, kind: type | None = None) -> Any:
    """A JSON array (or UNSET) unchanged.

    Raises ValueError for anything else, for null among its items, and for items that are not of the kind.
    """
    if not isinstance(value, list | Unset):
        raise ValueError(f"{name} must be an array, got {type(value).__name__}")
    if not nullable and not isinstance(value, Unset) and None in value:
        raise ValueError(f"{name} holds null at index {value.index(None)}")
    if kind is not None and not isinstance(value, Unset):
        for item in value:
            if type(item) is not kind or kind is float:
                check_kind(item, kind, f"an item of {name}")
    return value


def pop_required(data: dict[str, Any], name: str, model: str, kind: type | None = None, nullable: bool = False) -> Any:
    """Take a member that must be there.

    Raises ValueError if it is missing, null without being nullable, or not of the kind (where one is given).
    """
    value = data.pop(name, UNSET)
    if value is UNSET:
        raise ValueError(f"{model}: the required property {name!r} is missing")
    if value is None and not nullable:
        raise ValueError(f"{model}: the required property {name!r} is null")
    if kind is not None and (type(value) is not kind or kind is float):
        check_kind(value, kind, f"{model}: {name!r}")
    return value


def pop_optional(data: dict[str, Any], name: str, model: str, kind: type | None = None) -> Any:
    """Take a member that may be missing. Undeclared null counts as missing too.

    Raises ValueError if it is there and not of the kind (where one is given).
    """
    value = data.pop(name, UNSET)
    if value is None or value is UNSET:
        return UNSET
    if kind is not None and (type(value) is not kind or kind is float):
        check_kind(value, kind, f"{model}: {name!r}")
    return value


def as_plain(value: Any, name: str, kinds: tuple[type, ...], nullable: bool = False) -> Any:
    """A plain value (or UNSET) unchanged. Raises ValueError for one that is of none of these kinds."""
    kind = type(value)
    if kind in kinds or kind is Unset or (nullable and value is None):
        return value
    if kind is bool or not isinstance(value, kinds):
        wanted = [kind.__name__ for kind in kinds] + ["None"] * nullable
        raise ValueError(f"{name} fits no variant of {' | '.join(wanted)}: got {kind.__name__}")
    return value


def as_number(value: Any, name: str, kinds: tuple[type, ...], nullable: bool = False) -> Any:
    """The same where a float is among the kinds: it must be finite, but JSON can spell one beyond all floats."""
    if type(value) is float:
        check_finite(value, name)
    return as_plain(value, name, kinds, nullable)


def as_decimal(value: Any, name: str) -> Any:
    """A figure unchanged. Raises ValueError for text that is no decimal number."""
    if isinstance(value, str) and not (value.isascii() and value.isdecimal()):
        raise ValueError(f"{name} must be a number, got other text")
    return value


def check_kind(value: Any, kind: type, place: str) -> None:
    """Raises ValueError for a plain value of another type, and for a float that is not finite.

    A whole number is a float too; true is no number.
    """
    fits = isinstance(value, int | float) if kind is float else isinstance(value, kind)
    if not fits or isinstance(value, bool):
        raise ValueError(f"{place} must be {kind.__name__}, got {type(value).__name__}")
    if type(value) is float:
        check_finite(value, place)


def check_finite(value: float, place: str) -> None:
    """Raises ValueError for infinity and NaN."""
    if value - value:  # of these two alone it is not 0
        raise ValueError(f"{place} must be a finite number, got {value}")


# The types that `httpx.Client(files=)` can accept, copied from that library.
FileContent = IO[bytes] | bytes | str
FileTypes = (
    # (filename, file (or bytes), content_type)
    tuple[str | None, FileContent, str | None]
    # (filename, file (or bytes), content_type, headers)
    | tuple[str | None, FileContent, str | None, Mapping[str, str]]
)
RequestFiles = list[tuple[str, FileTypes]]


@define
class File:
    """Contains information for file uploads"""

    payload: BinaryIO
    file_name: str | None = None
    mime_type: str | None = None

    def to_tuple(self) -> FileTypes:
        """Return a tuple representation that httpx will accept for multipart/form-data"""
        return self.file_name, self.payload, self.mime_type


def form_text(value: object) -> bytes:
    """A value as the text of a form field: booleans and structures as JSON spells them, the rest as it prints."""
    if isinstance(value, bool | dict | list):
        return json.dumps(value, ensure_ascii=False).encode()
    return str(value).encode()


T = TypeVar("T")


def to_status(code: int) -> HTTPStatus | int:
    """The status by its name if it has one; others, such as 520, stay plain numbers."""
    try:
        return HTTPStatus(code)
    except ValueError:
        return code


@define
class Response(Generic[T]):
    """A response from an endpoint"""

    status_code: HTTPStatus | int
    content: bytes
    headers: MutableMapping[str, str]
    parsed: T | None


__all__ = ["UNSET", "File", "FileTypes", "RequestFiles", "Response", "Unset"]
