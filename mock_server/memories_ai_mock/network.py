"""Outgoing HTTP: to loopback addresses and to hosts that were allowed, nowhere else."""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import httpx
from starlette.concurrency import run_in_threadpool

MAX_REDIRECTS = 5
CHUNK_BYTES = 256 * 1024
RESOLVE_SECONDS = 3.0


class NetworkError(Exception):
    """A request was refused or failed; the message names the host and the reason, never the whole URL."""


class Network:
    """Sends requests; the address that a name resolves to is the one that was checked."""

    def __init__(self, allowed_hosts: Iterable[str]) -> None:
        self._allowed_hosts = {host.lower().strip("[]") for host in allowed_hosts}

    @cached_property
    def _client(self) -> httpx.AsyncClient:
        # Made at its first use: loading the certificates takes longer than all else at start.
        # Time is bounded in `stream`, as a whole.
        return httpx.AsyncClient(trust_env=False, timeout=None)  # noqa: S113 (see above)

    async def close(self) -> None:
        if "_client" in self.__dict__:
            await self._client.aclose()

    # The arguments are those of httpx's build_request.
    @asynccontextmanager
    async def stream(self, method: str, url: str, seconds: float, **arguments: Any) -> AsyncIterator[httpx.Response]:
        """Send a request, a GET after its redirects; the body of the answer is still to be read.

        Raises:
            NetworkError: see there. Raised while the body is read as well.
        """
        response = None
        try:
            async with asyncio.timeout(seconds):
                response = await self._follow(method, url, arguments)
                yield response
        except UnicodeError as error:
            # httpx looks at a Location by itself, and lets this one through.
            raise NetworkError(f"{_host(url)}: redirects to what is no URL ({error})") from error
        except httpx.HTTPError as error:
            raise NetworkError(f"{_host(url)}: {str(error) or type(error).__name__}") from error
        except TimeoutError as error:
            raise NetworkError(f"{_host(url)}: no complete answer within {seconds:g} s") from error
        finally:
            if response is not None:
                await response.aclose()

    async def _follow(self, method: str, url: str, arguments: dict[str, Any]) -> httpx.Response:
        for _ in range(MAX_REDIRECTS + 1):
            response = await self._send(method, url, arguments)
            if method != "GET" or not response.has_redirect_location:
                return response
            await response.aclose()
            url = _redirected(url, response.headers["location"])
        raise NetworkError(f"{_host(url)}: more than {MAX_REDIRECTS} redirects")

    async def _send(self, method: str, url: str, arguments: dict[str, Any]) -> httpx.Response:
        target = parse_http_url(url)
        if target.host.lower() in self._allowed_hosts:
            return await self._client.send(self._client.build_request(method, target, **arguments), stream=True)
        return await self._send_to_loopback(method, target, arguments)

    async def _send_to_loopback(self, method: str, target: httpx.URL, arguments: dict[str, Any]) -> httpx.Response:
        failed: httpx.ConnectError | None = None
        for address in await _loopback_addresses(target):
            request = self._client.build_request(
                method,
                target.copy_with(host=address),
                extensions={"sni_hostname": target.host},
                headers={"Host": target.netloc.decode("ascii")},
                **arguments,
            )
            try:
                return await self._client.send(request, stream=True)
            except httpx.ConnectError as error:
                failed = error
        raise failed or NetworkError(f"{target.host}: no address found")


async def fetch(network: Network, url: str, path: Path, max_bytes: int, seconds: float) -> int:
    """Stream the file at a URL to `path`; returns its size in bytes.

    Raises:
        NetworkError: it cannot be fetched, or is larger than `max_bytes`.
        OSError: it cannot be stored.
    """
    size = 0
    async with network.stream("GET", url, seconds) as response:
        if response.status_code != 200:
            raise NetworkError(f"the server answered with HTTP status {response.status_code}")
        with await run_in_threadpool(path.open, "wb") as file:
            async for chunk in response.aiter_bytes(CHUNK_BYTES):
                size += len(chunk)
                if size > max_bytes:
                    raise NetworkError(f"the file is larger than {max_bytes} bytes")
                await run_in_threadpool(file.write, chunk)
    return size


def _redirected(url: str, location: str) -> str:
    try:
        return urljoin(url, location)
    except ValueError as error:
        raise NetworkError(f"{_host(url)}: redirects to what is no URL ({error})") from error


def parse_http_url(url: str) -> httpx.URL:
    """An absolute http or https URL.

    Raises:
        NetworkError: it is none.
    """
    try:
        parsed = httpx.URL(url)
        parsed.netloc.decode("ascii")
        # Decodes a name in Punycode, which may be none.
        host = parsed.host
    except (httpx.InvalidURL, ValueError) as error:
        raise NetworkError(f"this is no URL ({error})") from error
    if parsed.scheme not in ("http", "https") or not host:
        raise NetworkError("this is no absolute http or https URL")
    return parsed


async def _loopback_addresses(target: httpx.URL) -> list[str]:
    port = target.port or {"http": 80, "https": 443}[target.scheme]
    try:
        # Without a network some resolvers take half a minute to say so.
        async with asyncio.timeout(RESOLVE_SECONDS):
            found = await asyncio.get_running_loop().getaddrinfo(target.host, port, type=socket.SOCK_STREAM)
    except TimeoutError:
        raise NetworkError(f"{target.host}: the name cannot be resolved within {RESOLVE_SECONDS:g} s") from None
    except (OSError, UnicodeError) as error:
        raise NetworkError(f"{target.host}: the name cannot be resolved ({error})") from error
    addresses = [str(entry[4][0]) for entry in found]
    if not all(ipaddress.ip_address(address.partition("%")[0]).is_loopback for address in addresses):
        raise NetworkError(
            f"{target.host}: is no loopback address; start the emulator with --allow-fetch {target.host} to permit it"
        )
    return addresses


def _host(url: str) -> str:
    try:
        return parse_http_url(url).host
    except NetworkError:
        return "the URL"
