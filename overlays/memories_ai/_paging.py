"""When a list has ended. No I/O."""

from __future__ import annotations

from typing import Final, Generic, TypeVar

from ._errors import ProtocolError
from ._types import Page

T = TypeVar("T")

# A library of millions of videos, 200 a page, has fewer.
MAX_PAGES: Final = 100_000


class PageCount(Generic[T]):
    """Counts what has come, and tells whether there can be more.

    Attributes:
        number: the page to ask for; None: the one that the service takes for the first.
        ended: nothing more is to come.
    """

    def __init__(self, first: int | None) -> None:
        self.number = first
        self.ended = False
        self._pages = 0
        self._seen: set[T] = set()

    def add(self, page: Page[T]) -> tuple[T, ...]:
        """Count a page; returns those of its items that did not come before.

        Raises:
            ProtocolError: there is no end.
        """
        # A dict, since a page may hold an item twice.
        fresh = tuple(dict.fromkeys(item for item in page if item not in self._seen))
        self._seen.update(fresh)
        self._pages += 1
        if self._pages > MAX_PAGES:
            raise ProtocolError(f"The list has no end: more than {MAX_PAGES} pages came.")
        # Only the first number is the service's, who may begin with 0; one that stays the same would end the list.
        self.number = (page.page if self.number is None else self.number) + 1
        self.ended = not fresh or (len(page) < page.size and len(self._seen) >= page.total)
        return fresh
