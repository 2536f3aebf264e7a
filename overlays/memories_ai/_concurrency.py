"""Several calls at once: tasks in the asynchronous client, threads in the other one."""

from __future__ import annotations

from contextvars import copy_context
from typing import TYPE_CHECKING, Final, TypeVar

from ._errors import MemoriesError
from ._functions import AsyncFunction, Function
from ._stopping import Stop

if TYPE_CHECKING:
    from concurrent.futures import Future

T = TypeVar("T")

_SLICE: Final = 0.5


class AsyncConcurrency:
    """So many calls at once, in tasks.

    If one raises anything but a MemoriesError, or the whole is cancelled, the others are cancelled, and it is raised
    when they are over.
    """

    def __init__(self, most: int) -> None:
        self._most = most

    async def map(self, call: AsyncFunction[[int], T], count: int) -> list[T | MemoriesError]:
        """What the call of each number below `count` returns or fails with, in its place."""
        import anyio  # only the asynchronous client needs it

        limiter = anyio.CapacityLimiter(self._most)
        results: dict[int, T | MemoriesError] = {}

        async def one(number: int) -> None:
            async with limiter:
                try:
                    results[number] = await call(number)
                except MemoriesError as error:
                    results[number] = error

        try:
            async with anyio.create_task_group() as group:
                for number in range(count):
                    group.start_soon(one, number)
        except BaseExceptionGroup as errors:
            raise _first(errors) from None
        return [results[number] for number in range(count)]


class Concurrency:
    """So many calls at once, in threads.

    If one raises anything but a MemoriesError, or the caller is interrupted, those that wait are not begun, the others
    are broken off, and it is raised when they are over.
    """

    def __init__(self, most: int) -> None:
        self._most = most

    def map(self, call: Function[[int], T], count: int) -> list[T | MemoriesError]:
        """What the call of each number below `count` returns or fails with, in its place."""
        from concurrent.futures import ThreadPoolExecutor  # takes a while to import

        stop = Stop()

        def one(number: int) -> T | MemoriesError:
            stop.in_force()
            try:
                return call(number)
            except MemoriesError as error:
                return error

        with ThreadPoolExecutor(self._most, thread_name_prefix="memories-ai") as threads:
            try:
                # Each in a copy of the caller's context: traces and the like go by it.
                futures = [threads.submit(copy_context().run, one, number) for number in range(count)]
                return _results(futures)
            except BaseException:
                stop.now()
                raise


def _results(futures: list[Future[T]]) -> list[T]:
    """What all of them return, or the first error."""
    from concurrent.futures import FIRST_EXCEPTION, wait

    # In slices: on some systems an interrupt does not end a wait.
    while (state := wait(futures, _SLICE, FIRST_EXCEPTION)).not_done:
        for future in state.done:
            future.result()
    return [future.result() for future in futures]


def _first(errors: BaseExceptionGroup[BaseException]) -> BaseException:
    """The caller passed no group in, and is to get none out."""
    first: BaseException = errors
    while isinstance(first, BaseExceptionGroup):
        first = first.exceptions[0]
    return first
