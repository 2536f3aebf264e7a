"""Long lists of like rows, read member by member: row by row takes several times as long as reading their JSON."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import repeat
from typing import Any, TypeVar, overload

from ._values import NULL, seconds

T = TypeVar("T")


def column(rows: Sequence[Mapping[str, object]], name: str, kind: type[T]) -> list[T | None]:
    """A member of every row.

    Raises:
        KeyError: a row has no such member.
        TypeError: a row is no object, or the member neither null nor of exactly this type.
    """
    # A text has items as well, but none with a name: TypeError.
    values = [row[name] for row in rows]
    if strange := set(map(type, values)) - {kind, type(None)}:
        raise TypeError(f"{name} is {strange.pop().__name__}, not {kind.__name__}")
    return values  # type: ignore[return-value]  # checked just now, all at once


def seconds_column(rows: Sequence[Mapping[str, object]], name: str) -> list[float | None]:
    """Positions in seconds that come as decimal text; None for null, and for the text "null".

    Raises:
        KeyError, TypeError: as for any column.
        ValueError: a text that is no finite number.
    """
    texts: list[Any] = [row[name] for row in rows]
    try:
        found, all_texts = list(map(float, texts)), "".join(texts)
    except (TypeError, ValueError):
        # Rare: null, or what is no text or no number, which is named then.
        return [None if text == NULL else seconds(text) for text in column(rows, name, str)]
    total = sum(found)
    # With infinity or NaN in it, the sum less itself is not 0. And float() takes "1_0" for ten.
    if total - total or "_" in all_texts:
        raise ValueError(f"{name} holds what is no number of seconds")
    return found  # type: ignore[return-value]  # a list of numbers is read as one of numbers and None


class LazyTuple(Sequence[T]):
    """A tuple in all but name, whose items are made when it is first looked into; equal to one of the same items."""

    __slots__ = ("_items", "_length", "_make")

    def __init__(self, length: int, make: Callable[[], tuple[T, ...]]) -> None:
        self._length, self._make = length, make
        self._items: tuple[T, ...] | None = None

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, index: int) -> T: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[T, ...]: ...

    def __getitem__(self, index: int | slice) -> T | tuple[T, ...]:
        return self._made()[index]

    def __iter__(self) -> Iterator[T]:
        return iter(self._made())

    def __eq__(self, other: object) -> bool:
        if isinstance(other, LazyTuple):
            other = other._made()
        return self._made() == other if isinstance(other, tuple) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._made())

    def __repr__(self) -> str:
        return f"<{self._length} items>"

    def _made(self) -> tuple[T, ...]:
        if self._items is None:
            self._items = self._make()
        return self._items


def make_all(kind: type[T], **members: Sequence[object]) -> tuple[T, ...]:
    """A value of a frozen attrs class, without converters and validators, for each row of the columns.

    The constructor of a frozen class takes three times as long: it looks up how to set each member anew.
    """
    made = tuple(map(object.__new__, repeat(kind, min(map(len, members.values())))))
    for name, values in members.items():
        deque(map(getattr(kind, name).__set__, made, values), maxlen=0)
    return made
