"""Arguments of operations as they are generated, checked by the types that their generated functions name."""

from __future__ import annotations

from collections.abc import Mapping
from types import ModuleType, UnionType
from typing import Any, Union, get_args, get_origin

from ._errors import ValidationError
from ._validation import MAX_INT64, shown


def request_arguments(module: ModuleType, arguments: Mapping[str, object]) -> dict[str, Any]:
    """What the generated module of an operation makes of its arguments.

    Raises:
        ValidationError: one is of another type than the specification has, or holds what is; nothing was sent.
    """
    types = module._get_kwargs.__annotations__
    for name, value in arguments.items():
        if not _fits(value, types[name]):
            raise ValidationError(f"{name}: {shown(value)} is no {_described(types[name])}. Pass one.", field=name)
    try:
        built: dict[str, Any] = module._get_kwargs(**arguments)
    except (AttributeError, TypeError, ValueError, RecursionError) as error:
        raise ValidationError(
            f"body: it holds a value that cannot be sent ({error}). Pass the types that its class names.", field="body"
        ) from None
    return built


# Types of the generated code: classes, unions and lists of them.
def _fits(value: object, kind: Any) -> bool:
    origin = get_origin(kind)
    if origin in {Union, UnionType}:
        return any(_fits(value, each) for each in get_args(kind))
    if origin is list:
        return isinstance(value, list | tuple) and all(_fits(item, get_args(kind)[0]) for item in value)
    if kind is Any:
        return True
    if isinstance(value, bool):
        return kind is bool
    if not _can_be_written(value):
        return False
    return isinstance(value, int | float if kind is float else origin or kind)


def _can_be_written(value: object) -> bool:
    """No number of more than 64 bits, and no text with half a character."""
    if isinstance(value, int):
        return abs(value) <= MAX_INT64
    try:
        if isinstance(value, str):
            value.encode()
    except UnicodeEncodeError:
        return False
    return True


def _described(kind: Any) -> str:
    choices = [each for each in get_args(kind) or (kind,) if getattr(each, "__name__", "") != "Unset"]
    return " or ".join(getattr(each, "__name__", str(each)) for each in choices)
