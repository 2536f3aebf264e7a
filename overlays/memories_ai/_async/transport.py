"""The one way every request takes: timeout of its tier, send, read, classify, unwrap."""

from __future__ import annotations

import logging
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any, TypeVar

from memories_ai_generated.operations import Operation

from .._config import Config
from .._convert import Reader, parse
from .._envelope import is_json, raise_for_error_status, unwrap
from .._errors import ConfigurationError, MemoriesError, ProtocolError, RequestTimeoutError, TransportError
from .._http import httpx
from .._validation import positive_seconds

T = TypeVar("T")
# What the generated `_get_kwargs` functions return: arguments for httpx, typed no closer there.
RequestArguments = Mapping[str, Any]

logger = logging.getLogger("memories_ai")


class AsyncTransport:
    """Sends requests of generated operations and turns every outcome into a value or a MemoriesError."""

    def __init__(self, config: Config, http_client: httpx.AsyncClient | None) -> None:
        self.config = config
        self._owns_client = http_client is None
        self._http = http_client or httpx.AsyncClient(follow_redirects=False)

    async def aclose(self) -> None:
        if self._owns_client:
            await self._http.aclose()

    async def call(
        self, operation: Operation, arguments: RequestArguments, read: Reader[T], *, timeout: float | None = None
    ) -> T:
        """Send a request and read its JSON answer.

        Raises:
            MemoriesError: in the subclass that tells what went wrong; nothing else.
        """
        async with self._exchange(operation, arguments, timeout) as response:
            payload = unwrap(await self._body(operation, response), operation, response)
            return parse(operation, read, payload)

    @asynccontextmanager
    async def stream(
        self, operation: Operation, arguments: RequestArguments, *, timeout: float | None = None
    ) -> AsyncIterator[httpx.Response]:
        """Send a request and hand out its answer unread, once it is known to be no failure.

        Errors of reading it inside the block come out as MemoriesError too.
        """
        async with self._exchange(operation, arguments, timeout) as response:
            if not response.is_success:
                raise_for_error_status(await self._body(operation, response), operation, response)
            if is_json(response):
                unwrap(await self._body(operation, response), operation, response)
                raise ProtocolError(
                    "The answer is a JSON success without content.", operation=operation.id, status=response.status_code
                )
            yield response

    @asynccontextmanager
    async def _exchange(
        self, operation: Operation, arguments: RequestArguments, timeout: float | None
    ) -> AsyncIterator[httpx.Response]:
        started = time.perf_counter()
        status: int | None = None
        try:
            response = await self._http.send(
                self._request(operation, arguments, timeout), stream=True, follow_redirects=False
            )
            status = response.status_code
            try:
                yield response
            finally:
                await response.aclose()
        except MemoriesError as error:
            self._redact(error)
            raise
        except httpx.TimeoutException as error:
            raise RequestTimeoutError(
                self._reason(error, "timed out"), operation=operation.id, status=status
            ) from error
        except (httpx.HTTPError, httpx.StreamError, httpx.InvalidURL) as error:
            raise TransportError(self._reason(error, "failed"), operation=operation.id, status=status) from error
        finally:
            milliseconds = (time.perf_counter() - started) * 1000
            logger.debug("%s %s -> %s in %.0f ms", operation.method, operation.path, status, milliseconds)

    def _request(self, operation: Operation, arguments: RequestArguments, timeout: float | None) -> httpx.Request:
        if self._http.is_closed:
            raise ConfigurationError("The client is closed. Make a new one, or close it later.", operation=operation.id)
        tier = self.config.timeouts.for_tier(operation.timeout_tier)
        limits = tier if timeout is None else httpx.Timeout(positive_seconds("timeout", timeout))
        settings = dict(arguments)
        headers = {**settings.pop("headers", {}), "Authorization": self.config.api_key}
        url = self.config.base_url + settings.pop("url")
        return self._http.build_request(
            settings.pop("method").upper(), url, headers=headers, timeout=limits, **settings
        )

    async def _body(self, operation: Operation, response: httpx.Response) -> bytes:
        limit = self.config.max_response_bytes
        body = bytearray()
        async for chunk in response.aiter_bytes():
            body += chunk
            if len(body) > limit:
                raise ProtocolError(
                    f"The answer is larger than {limit} bytes (max_response_bytes).",
                    operation=operation.id,
                    status=response.status_code,
                )
        return bytes(body)

    def _reason(self, error: Exception, what: str) -> str:
        return self.config.redact(f"The request {what}: {str(error) or type(error).__name__}")

    def _redact(self, error: MemoriesError) -> None:
        error.message = self.config.redact(error.message)
        error.args = (error.message,)
