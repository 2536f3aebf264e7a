"""The asynchronous client, driven by tests that are written for both."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Any

from anyio.from_thread import BlockingPortal


class Driven:
    """An async object whose coroutines and iterations are run by a portal: it looks like its sync twin."""

    def __init__(self, target: Any, portal: BlockingPortal) -> None:
        self._target, self._portal = target, portal

    def __getattr__(self, name: str) -> Any:
        name = {"close": "aclose"}.get(name, name)
        return self._wrap(getattr(self._target, name))

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._run(self._target, *args, **kwargs)

    def __repr__(self) -> str:
        return repr(self._target)

    def __iter__(self) -> Iterator[Any]:
        events = aiter(self._target)
        while True:
            try:
                yield self._portal.call(anext, events)
            except StopAsyncIteration:
                return

    def __enter__(self) -> Any:
        self._portal.call(self._target.__aenter__)
        return self

    def __exit__(self, *error: Any) -> None:
        self._portal.call(self._target.__aexit__, *error)

    def _wrap(self, value: Any) -> Any:
        if inspect.isroutine(value):
            return DrivenMethod(value, self)
        is_ours = type(value).__module__.startswith("memories_ai._async") or inspect.isasyncgen(value)
        return Driven(value, self._portal) if is_ours else value

    def _run(self, function: Any, *args: Any, **kwargs: Any) -> Any:
        # A method that is an argument (of paginate) is called within the event loop.
        args = tuple(argument.method if isinstance(argument, DrivenMethod) else argument for argument in args)

        async def call() -> Any:
            result = function(*args, **kwargs)
            return await result if inspect.isawaitable(result) else result

        return self._wrap(self._portal.call(call))


class DrivenMethod:
    """A method of a driven object."""

    def __init__(self, method: Any, owner: Driven) -> None:
        self.method, self._owner = method, owner

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._owner._run(self.method, *args, **kwargs)
