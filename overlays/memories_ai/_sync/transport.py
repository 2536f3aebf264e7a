# Generated from overlays/memories_ai/_async/transport.py by `make generate`. Do not edit.
"""The one way every request takes: timeout of its tier, send, read, classify, unwrap."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
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


class Transport:
    """Sends requests of generated operations and turns every outcome into a value or a MemoriesError."""

    def __init__(self, config: Config, http_client: httpx.Client | None) -> None:
        self.config = config
        self._owns_client = http_client is None
        self._http = http_client or httpx.Client(follow_redirects=False)

    def close(self) -> None:
        if self._owns_client:
            self._http.close()

    def call(
        self, operation: Operation, arguments: RequestArguments, read: Reader[T], *, timeout: float | None = None
    ) -> T:
        """Send a request and read its JSON answer.

        Raises:
            MemoriesError: in the subclass that tells what went wrong; nothing else.
        """
        with self._exchange(operation, arguments, timeout) as response:
            payload = unwrap(self._body(operation, response), operation, response)
            return parse(operation, read, payload)

    @contextmanager
    def stream(
        self, operation: Operation, arguments: RequestArguments, *, timeout: float | None = None
    ) -> Iterator[httpx.Response]:
        """Send a request and hand out its answer unread, once it is known to be no failure.

        Errors of reading it inside the block come out as MemoriesError too.
        """
        with self._exchange(operation, arguments, timeout) as response:
            if not response.is_success:
                raise_for_error_status(self._body(operation, response), operation, response)
            if is_json(response):
                unwrap(self._body(operation, response), operation, response)
                raise ProtocolError(
                    "The answer is a JSON success without content.", operation=operation.id, status=response.status_code
                )
            yield response

    @contextmanager
    def _exchange(
        self, operation: Operation, arguments: RequestArguments, timeout: float | None
    ) -> Iterator[httpx.Response]:
        started = time.perf_counter()
        status: int | None = None
        try:
            response = self._http.send(
                self._request(operation, arguments, timeout), stream=True, follow_redirects=False
            )
            status = response.status_code
            try:
                yield response
            finally:
                response.close()
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

    def _body(self, operation: Operation, response: httpx.Response) -> bytes:
        limit = self.config.max_response_bytes
        body = bytearray()
        for chunk in response.iter_bytes():
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
