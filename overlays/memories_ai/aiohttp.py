"""Asynchronous calls on the sockets of aiohttp; needs the extra: `pip install "memories-ai[aiohttp]"`.

    from memories_ai.aiohttp import aiohttp_client

    async with aiohttp_client() as http, AsyncMemoriesAI(http_client=http) as client:
        ...

Worth it with dozens of calls at once, each of which costs a fraction of what it costs on httpx's own sockets.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager

from ._errors import ConfigurationError
from ._http import httpx

try:
    import aiohttp
    from httpx_aiohttp import AiohttpTransport
except ModuleNotFoundError as error:
    raise ConfigurationError(f"{error.name} is missing. Install it with: pip install 'memories-ai[aiohttp]'") from None

__all__ = ["aiohttp_client"]


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

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        with _errors_of_httpx():
            response = await super().handle_async_request(request)
        if isinstance(response.stream, httpx.AsyncByteStream):
            response.stream = _Stream(response.stream)
        return response


class _Stream(httpx.AsyncByteStream):
    def __init__(self, stream: httpx.AsyncByteStream) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with _errors_of_httpx():
            async for chunk in self._stream:
                yield chunk

    async def aclose(self) -> None:
        with _errors_of_httpx():
            await self._stream.aclose()


@contextmanager
def _errors_of_httpx() -> Iterator[None]:
    """Raise what httpx itself would; the transport below calls every broken connection a timeout of connecting."""
    try:
        yield
    except (httpx.HTTPError, aiohttp.ClientError) as error:
        cause = error.__cause__ if isinstance(error, httpx.HTTPError) else error
        if not isinstance(cause, aiohttp.ClientError):
            raise
        raise _kind(cause)(str(cause) or type(cause).__name__) from cause


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
