"""Reads a successful answer with a function that knows its type."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final, TypeVar

from ._errors import NotFoundError, ProtocolError

if TYPE_CHECKING:
    from memories_ai_generated.operations import Operation

    from ._types import Page, Video

T = TypeVar("T")
# What reading raises for a member that is missing or of another type. Arithmetic: a whole number beyond all floats.
UNREADABLE: Final = (ArithmeticError, AttributeError, KeyError, RecursionError, TypeError, ValueError)
Reader = Callable[[Mapping[str, object]], T]
"""Makes a public value of a successful envelope."""


def existing(read: Reader[T | None], message: str) -> Reader[T]:
    """The same reader, where None stands for something that the service does not know.

    It raises NotFoundError with the message. So does the call then: the error has the facts of its exchange.
    """

    def read_existing(payload: Mapping[str, object]) -> T:
        if (value := read(payload)) is None:
            raise NotFoundError(message)
        return value

    return read_existing


def row_of(read: Reader[Page[Video]], video_no: str) -> Reader[Video | None]:
    """Reads the video of a page that has this number; None: none has."""
    return lambda payload: next((row for row in read(payload) if row.video_no == video_no), None)


def parse(operation: Operation, read: Reader[T], payload: Mapping[str, object]) -> T:
    """Read a successful answer.

    Raises:
        ProtocolError: a member is missing or of another type than the specification says.
        MemoriesError: what the reader raises of its own accord.
    """
    try:
        return read(payload)
    except UNREADABLE as error:
        detail = f"{type(error).__name__}: {error}"
    # Not within the handler: the error would keep what it was raised during, and a key in that.
    raise ProtocolError(f"The answer has another shape than specified ({detail}).", operation=operation.id, status=200)
