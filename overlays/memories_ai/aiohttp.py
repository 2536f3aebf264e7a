"""Asynchronous calls on the sockets of aiohttp; needs the extra: `pip install "memories-ai[aiohttp]"`.

    from memories_ai.aiohttp import aiohttp_client

    async with aiohttp_client() as http, AsyncMemoriesAI(http_client=http) as client:
        ...

Worth it with dozens of calls at once, each of which costs a fraction of what it costs on httpx's own sockets.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any
from weakref import WeakSet

from ._errors import ConfigurationError
from ._event_loops import AsyncHome
from ._http import httpx

try:
    import aiohttp
    from aiohttp.connector import Connection
    from httpx_aiohttp import AiohttpTransport
except ModuleNotFoundError as error:
    raise ConfigurationError(f"{error.name} is missing. Install it with: pip install 'memories-ai[aiohttp]'") from None

__all__ = ["aiohttp_client"]

_ERRORS = (httpx.HTTPError, aiohttp.ClientError)


def aiohttp_client(*, proxy: str | None = None, max_connections: int = 100) -> httpx.AsyncClient:
    """An HTTP client for `AsyncMemoriesAI(http_client=...)`; yours to close (or use it in an `async with` block).

    Args:
        proxy: address of a proxy for all requests. Those of the environment are not looked at.
        max_connections: open at once; further calls wait.
    """
    limits = httpx.Limits(max_connections=max_connections, max_keepalive_connections=max_connections)
    transport = _Transport(limits=limits, proxy=None if proxy is None else httpx.Proxy(proxy))
    return httpx.AsyncClient(transport=transport, follow_redirects=False)


class _Transport(AiohttpTransport):
    """Tells a connection that broke from one that never stood: only then may any request be sent again."""

    _home: AsyncHome | None = None

    def get_client(self) -> aiohttp.ClientSession:
        connector = _Connector(
            ssl=self.ssl_context,
            limit=self.limits.max_connections or 0,
            keepalive_timeout=self.limits.keepalive_expiry,
        )
        return aiohttp.ClientSession(connector=connector)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self._home = self._home or AsyncHome()
        if self._home.is_left():
            raise ConfigurationError(
                "The connections of aiohttp belong to the event loop of their first request. Make an aiohttp_client() "
                "in each."
            )
        try:
            response = await super().handle_async_request(request)
        except _ERRORS as error:
            failure = _of_httpx(error)
        else:
            if isinstance(response.stream, httpx.AsyncByteStream):
                response.stream = _Stream(response.stream)
            return response
        raise failure  # not within the handler, see _of_httpx


class _Connector(aiohttp.TCPConnector):
    """Uses no connection again over which more came than its last answer had: it would pass for the next answer."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self._used: WeakSet[object] = WeakSet()

    async def connect(
        self,
        req: aiohttp.ClientRequest,
        traces: list[Any],
        timeout: aiohttp.ClientTimeout,  # noqa: ASYNC109 (of the base class)
    ) -> Connection:
        while (connection := await super().connect(req, traces, timeout)).protocol in self._used:
            if await _is_clean(connection):
                break
            connection.close()
        self._used.add(connection.protocol)
        return connection


async def _is_clean(connection: Connection) -> bool:
    try:
        # Twice round the event loop: what has arrived meanwhile is taken from the socket, and handed over.
        await asyncio.sleep(0)
        await asyncio.sleep(0)
    except BaseException:
        connection.close()
        raise
    protocol = connection.protocol
    return protocol is not None and protocol.is_connected() and not protocol.should_close


class _Stream(httpx.AsyncByteStream):
    def __init__(self, stream: httpx.AsyncByteStream) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            async for chunk in self._stream:
                yield chunk
        except _ERRORS as error:
            failure = _of_httpx(error)
        else:
            return
        raise failure

    async def aclose(self) -> None:
        try:
            await self._stream.aclose()
        except _ERRORS as error:
            failure = _of_httpx(error)
        else:
            return
        raise failure


def _of_httpx(error: Exception) -> Exception:
    """What httpx itself would raise; the transport below calls every broken connection a timeout of connecting.

    Errors of aiohttp show the headers of the request and the password of a proxy: nothing is to be raised from them.
    """
    cause = error.__cause__ if isinstance(error, httpx.HTTPError) else error
    if not isinstance(cause, aiohttp.ClientError):
        return error
    return _kind(cause)(str(cause) or type(cause).__name__)


def _kind(error: aiohttp.ClientError) -> type[httpx.TransportError]:
    kinds: dict[type[Exception], type[httpx.TransportError]] = {
        aiohttp.ConnectionTimeoutError: httpx.ConnectTimeout,
        aiohttp.ServerTimeoutError: httpx.ReadTimeout,
        aiohttp.ClientProxyConnectionError: httpx.ProxyError,
        aiohttp.ClientHttpProxyError: httpx.ProxyError,
        aiohttp.ClientConnectorError: httpx.ConnectError,
        aiohttp.ClientSSLError: httpx.ConnectError,
        aiohttp.InvalidURL: httpx.UnsupportedProtocol,
        aiohttp.ClientPayloadError: httpx.RemoteProtocolError,
        aiohttp.ClientResponseError: httpx.RemoteProtocolError,
    }
    return next((kind for known, kind in kinds.items() if isinstance(error, known)), httpx.ReadError)
