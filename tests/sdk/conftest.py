"""Every test of the SDK runs twice: on the sync client, and on the async one driven from outside its event loop."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from anyio.from_thread import BlockingPortal, start_blocking_portal

from driven import Driven
from memories_ai import AsyncMemoriesAI, MemoriesAI, Retries
from memories_ai_mock import Emulator, Settings
from sdk_support import KEY, Handler, MakeClient


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
