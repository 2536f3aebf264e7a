"""When a list has ended. No I/O."""

from __future__ import annotations

from collections.abc import Awaitable, Mapping, Sequence
from inspect import isawaitable, iscoroutine, signature
from typing import Final, Generic, TypeVar

from ._errors import NotFoundError, ProtocolError, ValidationError
from ._reading import Reader
from ._types import Page, Video
from ._validation import shown

T = TypeVar("T")

# A library of millions of videos, 200 a page, has fewer.
MAX_PAGES: Final = 100_000
# Pages in a row that bring nothing new: the service gives the same for ever.
MAX_STALE: Final = 2

_REMEDY: Final = "Pass a method that takes `page` and gives a Page, such as client.videos.list."


def check_listing(method: object, arguments: Sequence[object], keywords: Mapping[str, object]) -> None:
    """Refuse what cannot be called with these arguments and a page.

    Raises:
        ValidationError: names `method`.
    """
    if not callable(method):
        raise ValidationError(f"method: {shown(method)} cannot be called. {_REMEDY}", field="method")
    try:
        signature(method).bind(*arguments, **{"page": None, **keywords})
    except TypeError as error:
        raise ValidationError(f"method: it cannot be called so ({error}). {_REMEDY}", field="method") from None
    except ValueError:
        return  # written in C, without a signature


class AsyncFetched:
    """What a method of an asynchronous client gave, once it is there."""

    @staticmethod
    async def of(given: Awaitable[T]) -> T:
        if not isawaitable(given):
            raise ValidationError(f"method: it is not asynchronous. {_REMEDY}", field="method")
        return await given


class Fetched:
    """The same of a synchronous one."""

    @staticmethod
    def of(given: T) -> T:
        if iscoroutine(given):
            given.close()  # it would complain that nobody waits for it
        return given


class PageCount(Generic[T]):
    """Counts what has come, and tells whether there can be more.

    Attributes:
        number: the page to ask for; None: the one that the service takes for the first.
        ended: nothing more is to come.
    """

    def __init__(self, first: int | None) -> None:
        self.number = first
        self.ended = False
        self._pages = self._stale = 0
        self._seen: set[T] = set()

    def add(self, page: Page[T]) -> tuple[T, ...]:
        """Count a page; returns those of its items that did not come before.

        Raises:
            ProtocolError: the list does not end.
            ValidationError: it is not a Page.
        """
        if not isinstance(page, Page):
            raise ValidationError(
                f"method: it gave {type(page).__name__}, not a Page. {_REMEDY}",
                field="method",
            )
        # A dict, since a page may hold an item twice.
        fresh = tuple(dict.fromkeys(item for item in page if item not in self._seen))
        self._seen.update(fresh)
        self._pages += 1
        if self._pages > MAX_PAGES:
            raise ProtocolError(f"The list has no end: more than {MAX_PAGES} pages came.")
        # Only the first number is the service's, who may begin with 0; one that stays the same would end the list.
        self.number = (page.page if self.number is None else self.number) + 1
        # What is added meanwhile moves a whole page to the next number: one page of old items is no end yet.
        self._stale = 0 if fresh else self._stale + 1
        all_came = len(page) < page.size and len(self._seen) >= page.total
        self.ended = not len(page) or all_came or self._stale == MAX_STALE
        return fresh


def row_of_pages(read: Reader[Page[Video]], video_no: str, pages: PageCount[Video]) -> Reader[Video | None]:
    """Reads the video with this number from one page after another, which it counts; None: go on with the next.

    It raises NotFoundError once the last page has come without it.
    """

    def read_page(payload: Mapping[str, object]) -> Video | None:
        page = read(payload)
        pages.add(page)
        video = next((row for row in page if row.video_no == video_no), None)
        if video is None and pages.ended:
            raise NotFoundError(f"No video {video_no!r}. Check the id.")
        return video

    return read_page
