from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from codegen.findings import CodegenError
from codegen.sync_code import make_sync

ASYNC = '''\
"""The asynchronous client."""

from __future__ import annotations

import anyio
from collections.abc import AsyncIterable, AsyncIterator
from contextlib import AsyncExitStack, aclosing, asynccontextmanager

import httpx

from .._async import other


class AsyncMemoriesAI:
    """A client; use it as ``async with AsyncMemoriesAI() as client: await client.close()``."""

    def __init__(self, transport: httpx.AsyncBaseTransport | None = None) -> None:
        # An AsyncClient keeps connections; aclose() frees them.
        self._client = httpx.AsyncClient(transport=transport or httpx.AsyncHTTPTransport())

    async def __aenter__(self) -> "AsyncMemoriesAI":
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self._client.aclose()

    async def parts(self, source: AsyncIterable[bytes]) -> AsyncIterator[bytes]:
        async for part in source:
            yield part
        async with self._client.stream("GET", "/") as response:
            await response.aread()
            async for part in response.aiter_bytes():
                yield part

    def __aiter__(self) -> AsyncIterator[bytes]:
        return _AsyncParts()

    @asynccontextmanager
    async def opened(self) -> AsyncIterator[list[int]]:
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(aclosing(other.parts()))
            await anyio.sleep(1)
            yield [number async for number in self.numbers()]


class _AsyncParts:
    async def __anext__(self) -> bytes:
        raise StopAsyncIteration
'''
SYNC = '''\
# Generated from overlays/x/_async/client.py by `make generate`. Do not edit.
"""The synchronous client."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager

import httpx

from .._sync import other


class MemoriesAI:
    """A client; use it as ``with MemoriesAI() as client: client.close()``."""

    def __init__(self, transport: httpx.BaseTransport | None = None) -> None:
        # An Client keeps connections; close() frees them.
        self._client = httpx.Client(transport=transport or httpx.HTTPTransport())

    def __enter__(self) -> "MemoriesAI":
        return self

    def __exit__(self, *exc: object) -> None:
        self._client.close()

    def parts(self, source: Iterable[bytes]) -> Iterator[bytes]:
        for part in source:
            yield part
        with self._client.stream("GET", "/") as response:
            response.read()
            for part in response.iter_bytes():
                yield part

    def __iter__(self) -> Iterator[bytes]:
        return _Parts()

    @contextmanager
    def opened(self) -> Iterator[list[int]]:
        with ExitStack() as stack:
            stack.enter_context(closing(other.parts()))
            time.sleep(1)
            yield [number for number in self.numbers()]


class _Parts:
    def __next__(self) -> bytes:
        raise StopIteration
'''


def made(tmp_path: Path, text: str) -> str:
    source = tmp_path / "source" / "_async"
    (source / "deep").mkdir(parents=True)
    (source / "__init__.py").write_text("", encoding="utf-8")
    (source / "deep" / "__init__.py").write_text("from .. import client  # noqa: F401\n", encoding="utf-8")
    (source / "client.py").write_text(text, encoding="utf-8")
    target = tmp_path / "staging" / "_sync"
    target.parent.mkdir()
    make_sync(source, target, "overlays/x/_async")
    assert [path.name for path in target.parent.iterdir()] == ["_sync"]
    assert (source / "client.py").read_text(encoding="utf-8") == text
    assert (target / "deep" / "__init__.py").is_file()
    return (target / "client.py").read_text(encoding="utf-8")


def test_the_twin_says_the_same_without_waiting(tmp_path: Path) -> None:
    # UP037: ruff takes the quotes off the annotation.
    assert made(tmp_path, ASYNC) == SYNC.replace('-> "MemoriesAI"', "-> MemoriesAI")


def test_every_file_says_where_it_comes_from(tmp_path: Path) -> None:
    made(tmp_path, ASYNC)
    for path in (tmp_path / "staging" / "_sync").rglob("*.py"):
        first = path.read_text(encoding="utf-8").splitlines()[0]
        name = path.relative_to(tmp_path / "staging" / "_sync").as_posix()
        assert first == f"# Generated from overlays/x/_async/{name} by `make generate`. Do not edit."


@pytest.mark.parametrize(
    "text",
    [
        "import asyncio\n\n\nasync def f() -> None:\n    await asyncio.sleep(1)\n",
        "from asyncio import sleep\n\n\nasync def f() -> None:\n    await sleep(1)\n",
    ],
)
def test_what_stays_asynchronous_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(CodegenError, match=r"^overlays/x/_async/client.py: asynchronous code is left"):
        made(tmp_path, dedent(text))
