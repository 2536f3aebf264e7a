"""Lists from their first page to their last."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any, Generic, TypeVar

from .._functions import AsyncFunction
from .._paging import AsyncFetched, PageCount
from .._repr import shown_call
from .._types import Page

T = TypeVar("T")


class AsyncPages(Generic[T]):
    """Iterates over the items of all pages of a list, or with `pages()` over the pages. Each iteration begins anew.

    The end is an empty page, a second one in a row with nothing but what came before, or a page that is not full once
    as many items have come as the service counts. Its count alone is not believed: it was recorded to exceed what ever
    comes. An item that comes again, since others were added meanwhile, is yielded once.

    Raises (while iterating):
        MemoriesError: a page cannot be had; what came before it has been yielded.
    """

    def __init__(self, fetch: AsyncFunction[..., Page[T]], arguments: dict[str, Any]) -> None:
        self._fetch, self._arguments = fetch, arguments

    def __repr__(self) -> str:
        return f"{type(self).__name__}({shown_call(self._fetch, self._arguments)})"

    def __aiter__(self) -> AsyncIterator[T]:
        return self._items()

    async def pages(self) -> AsyncIterator[Page[T]]:
        """The pages as the service makes them; repeated items are not taken out."""
        async for page, _ in self._fetched():
            yield page

    async def _items(self) -> AsyncIterator[T]:
        async for _, fresh in self._fetched():
            for item in fresh:
                yield item

    async def _fetched(self) -> AsyncIterator[tuple[Page[T], tuple[T, ...]]]:
        """Each page with those of its items that are new."""
        count = PageCount[T](self._arguments.get("page"))
        while not count.ended:
            page = await AsyncFetched.of(self._fetch(**{**self._arguments, "page": count.number}))
            fresh = count.add(page)
            if fresh:
                yield page, fresh
