"""Every test of the SDK runs twice: on the sync client, and on the async one driven from outside its event loop."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from anyio.from_thread import BlockingPortal, start_blocking_portal

from memories_ai import AsyncMemoriesAI, MemoriesAI, Retries
from memories_ai_mock import Emulator, Settings
from sdk_support import KEY, Handler, MakeClient


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


@pytest.fixture(scope="session", autouse=True)
def emulators_are_content() -> Iterator[None]:
    """Every emulator that the tests of the SDK used says at its end that the client behaved well."""
    verdicts: dict[str, Any] = {}
    close = Emulator.close

    def close_with_verdict(emulator: Emulator) -> None:
        verdicts.setdefault(emulator.base_url, emulator.control.verdict())
        close(emulator)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Emulator, "close", close_with_verdict)
        yield
    assert [finding for verdict in verdicts.values() for finding in verdict["findings"]] == []


@pytest.fixture(scope="session")
def portal() -> Iterator[BlockingPortal]:
    with start_blocking_portal("asyncio") as portal:
        yield portal


@pytest.fixture(params=["sync", "async"])
def mode(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def make_client(mode: str, portal: BlockingPortal) -> Iterator[MakeClient]:
    """Makes a client; with `handler`, its answers come from that function instead of a server."""
    clients: list[Any] = []

    def make(handler: Handler | httpx.BaseTransport | None = None, **settings: Any) -> Any:
        settings.setdefault("api_key", KEY)
        # One answer, one outcome; test_retries.py has its own.
        settings.setdefault("retries", Retries(most=0))
        transport: Any = handler
        if handler is not None and not isinstance(handler, httpx.BaseTransport):
            transport = httpx.MockTransport(handler)
        if mode == "sync":
            if transport:
                # Follows redirects, as a careless caller's might: the SDK must not.
                settings["http_client"] = httpx.Client(transport=transport, follow_redirects=True)
            client: Any = MemoriesAI(**settings)
        else:
            if transport:
                settings["http_client"] = httpx.AsyncClient(transport=transport, follow_redirects=True)
            client = Driven(AsyncMemoriesAI(**settings), portal)
        clients.append(client)
        return client

    yield make
    for client in clients:
        client.close()


@pytest.fixture(scope="session")
def shared_emulator() -> Iterator[Emulator]:
    """One emulator for the tests of resources; each client has a namespace of its own there."""
    with Emulator(Settings(keys=[KEY], parse_seconds=0.05, stream_pause=0)) as emulator:
        yield emulator


@pytest.fixture
def emulated(make_client: MakeClient, shared_emulator: Emulator, request: pytest.FixtureRequest) -> Any:
    """A client of the shared emulator."""
    return make_client(base_url=shared_emulator.base_url, unique_id=request.node.name)
