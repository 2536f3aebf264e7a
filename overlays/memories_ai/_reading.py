"""Reads a successful answer with a function that knows its type."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final, TypeVar

from ._errors import ProtocolError

if TYPE_CHECKING:
    from memories_ai_generated.operations import Operation

T = TypeVar("T")
# What reading raises for a member that is missing or of another type. Arithmetic: a whole number beyond all floats.
UNREADABLE: Final = (ArithmeticError, AttributeError, KeyError, RecursionError, TypeError, ValueError)
Reader = Callable[[Mapping[str, object]], T]
"""Makes a public value of a successful envelope."""


def parse(operation: Operation, read: Reader[T], payload: Mapping[str, object]) -> T:
    """Read a successful answer.

    Raises:
        ProtocolError: a member is missing or of another type than the specification says.
    """
    try:
        return read(payload)
    except UNREADABLE as error:
        detail = f"{type(error).__name__}: {error}"
    # Not within the handler: the error would keep what it was raised during, and a key in that.
    raise ProtocolError(f"The answer has another shape than specified ({detail}).", operation=operation.id, status=200)
