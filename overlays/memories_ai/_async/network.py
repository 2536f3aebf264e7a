"""Sockets that heed the deadline of the call: without it, each single piece of an answer may take a whole timeout."""

from __future__ import annotations

import ssl
from collections.abc import Iterable
from typing import Any

import httpcore

from .._connecting import AsyncConnecting, at_least
from .._deadlines import TIME_IS_UP, shortened
from .._errors import ConfigurationError
from .._event_loops import AsyncHome
from .._http import httpx
from .._leftovers import Leftovers, read_ahead
from .._stopping import breakable
from .._writing import AsyncWriting

# Bytes that are asked for at once where an answer is long: each piece takes its own way through all layers, and the
# HTTP library asks for 64 KB.
LONG_PIECE = 256 * 1024


class AsyncDeadlineStream(httpcore.AsyncNetworkStream):
    """A connection whose every step ends with the deadline."""

    def __init__(self, stream: httpcore.AsyncNetworkStream, pool: httpcore.AsyncConnectionPool) -> None:
        self._stream, self._pool, self._home = stream, pool, AsyncHome()
        self._leftovers: Leftovers | None = None
        self._is_clean = False
        self._is_long = False

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        limit = shortened(timeout)
        if limit == 0:
            raise httpcore.ReadTimeout(TIME_IS_UP)
        self._is_clean = False
        with breakable(self._stream):
            data = await self._stream.read(LONG_PIECE if self._is_long else max_bytes, limit)
        self._is_long = len(data) >= max_bytes
        return data

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        # The HTTP library writes nothing at all for the end of a request whose length is known.
        if not buffer:
            return
        with breakable(self._stream):
            await AsyncWriting.write(self._stream, buffer, timeout)

    async def aclose(self) -> None:
        await self._home.close(self._stream)

    async def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.AsyncNetworkStream:
        try:
            with breakable(self._stream):
                stream = await self._stream.start_tls(ssl_context, server_hostname, at_least(timeout))
        except BaseException:
            # The backend leaves it open where the call is cancelled or interrupted.
            await self.aclose()
            raise
        return AsyncDeadlineStream(stream, self._pool)

    # What it gives depends on what is asked for.
    def get_extra_info(self, info: str) -> Any:
        # What the pool asks before it uses a connection again; one that can be read is closed instead.
        if info == "is_readable" and (self._home.is_left() or self._has_leftovers()):
            return True
        return self._stream.get_extra_info(info)

    def _has_leftovers(self) -> bool:
        # The pool asks all idle connections whenever it needs one; only a read can change the answer.
        if not self._is_clean:
            if self._leftovers is None:
                self._leftovers = Leftovers(self, self._pool.connections)
            self._is_clean = not (self._leftovers or read_ahead(self._stream))
        return not self._is_clean


class AsyncDeadlineBackend(httpcore.AsyncNetworkBackend):
    """Makes such connections."""

    def __init__(self, backend: httpcore.AsyncNetworkBackend, pool: httpcore.AsyncConnectionPool) -> None:
        self._backend, self._pool = backend, pool

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        stream = await AsyncConnecting.connect(self._backend, host, port, timeout, local_address, socket_options)
        return AsyncDeadlineStream(stream, self._pool)

    async def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None
    ) -> httpcore.AsyncNetworkStream:
        stream = await self._backend.connect_unix_socket(path, at_least(timeout), socket_options)
        return AsyncDeadlineStream(stream, self._pool)

    async def sleep(self, seconds: float) -> None:
        await self._backend.sleep(seconds)


def make_http_client(proxy: str | None) -> httpx.AsyncClient:
    """An HTTP client of our own: one pool, no redirects; a proxy, else those of the environment as httpx has it.

    Raises:
        ConfigurationError: the proxy or the environment cannot be used.
    """
    try:
        client = httpx.AsyncClient(follow_redirects=False, proxy=proxy)
    except (AttributeError, ImportError, OSError, ValueError, TypeError, httpx.InvalidURL) as error:
        # A proxy may carry a password; what httpx says of it may quote it.
        raise ConfigurationError(
            f"The HTTP client cannot be made ({type(error).__name__}). Check proxy=, and the environment variables "
            "HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, SSL_CERT_FILE and SSL_CERT_DIR; SOCKS needs the package socksio."
        ) from None
    for transport in (client._transport, *client._mounts.values()):
        # httpx has no argument for it; its version is bounded, and a test says if this no longer takes hold.
        if isinstance(transport, httpx.AsyncHTTPTransport):
            pool = transport._pool
            pool._network_backend = AsyncDeadlineBackend(pool._network_backend, pool)
    return client
