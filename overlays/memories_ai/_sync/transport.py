# Generated from overlays/memories_ai/_async/transport.py by `make generate`. Do not edit.
"""The one way every request takes: timeout of its tier, send, read, classify, unwrap; again, if it may be."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from time import perf_counter
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from .._config import Config
from .._deadlines import TIME_IS_UP, CallDeadline
from .._envelope import is_json, raise_for_error_status, translate, unwrap
from .._errors import ConfigurationError, MemoriesError, ProtocolError, RequestTimeoutError
from .._http import httpx
from .._reading import Reader, parse
from .._retries import can_be_replayed
from .._validation import positive_seconds

if TYPE_CHECKING:
    from memories_ai_generated.operations import Operation

T = TypeVar("T")
# What the generated `_get_kwargs` functions return: arguments for httpx, typed no closer there.
RequestArguments = Mapping[str, Any]

logger = logging.getLogger("memories_ai")


class Exchange:
    """One request and its answer, as a `with` block around the unread response.

    A class and not a generator: an abandoned generator is finalised behind the back of the one that waits for it.

    Raises (from entering, and in place of what is raised in the block):
        MemoriesError: for whatever the HTTP library raises. Other errors pass through.
    """

    def __init__(
        self, transport: Transport, operation: Operation, request: httpx.Request, deadline: CallDeadline
    ) -> None:
        self._transport, self._operation, self._request = transport, operation, request
        self._deadline = deadline
        self._response: httpx.Response | None = None
        self._chunks: Iterator[bytes] | None = None
        self._started = 0.0

    @property
    def response(self) -> httpx.Response:
        """The answer of an exchange that has been entered."""
        if self._response is None:
            raise RuntimeError("The exchange has not been entered.")
        return self._response

    def chunk(self) -> bytes | None:
        """The next piece of the body; None at its end."""
        if self._chunks is None:
            self._chunks = self.response.iter_bytes()
        with self._deadline.in_force():
            if not self._deadline.left():
                raise httpx.ReadTimeout(TIME_IS_UP)
            return next(self._chunks, None)

    def __enter__(self) -> Self:
        self._started = perf_counter()
        try:
            with self._deadline.in_force():
                self._response = self._transport.send(self._request)
        except Exception as error:
            self._log()
            self._raise_translated(error)
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        try:
            if self._response is not None:
                self._response.close()
        except Exception as broken:
            self._raise_translated(broken)
            raise
        finally:
            self._log()
        if error is not None:
            self._raise_translated(error)

    def _raise_translated(self, error: BaseException) -> None:
        status = self._response.status_code if self._response else None
        translated = translate(error, self._operation, status, self._transport.config)
        if translated is None:
            return
        if isinstance(translated, RequestTimeoutError) and not self._deadline.left():
            translated.message = f"The call was not over within {self._deadline.seconds:g} s."
        raise translated from error

    def _log(self) -> None:
        milliseconds = (perf_counter() - self._started) * 1000
        status = self._response.status_code if self._response else "no answer"
        logger.debug("%s %s -> %s in %.0f ms", self._operation.method, self._operation.path, status, milliseconds)


class Transport:
    """Sends requests of generated operations and turns every outcome into a value or a MemoriesError."""

    def __init__(self, config: Config, http_client: httpx.Client | None) -> None:
        self.config = config
        self._owns_client = http_client is None
        self._http = http_client or self._own_client()

    @staticmethod
    def _own_client() -> httpx.Client:
        # Its sockets take a while to import; the package is to be cheap to import.
        from .network import make_http_client

        return make_http_client()

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
        deadline = self._deadline(operation, timeout)
        attempts = 0
        while True:
            attempts += 1
            exchange = self._exchange(operation, arguments, deadline, timeout)
            try:
                with exchange:
                    payload = unwrap(self._body(operation, exchange), operation, exchange.response)
                    return parse(operation, read, payload)
            except MemoriesError as error:
                self._rest(error, operation, arguments, attempts, deadline)

    def open(self, operation: Operation, arguments: RequestArguments, *, timeout: float | None = None) -> Exchange:
        """Send a request whose answer is bytes or events; the exchange is entered, and the caller leaves it.

        Raises:
            MemoriesError: the answer is a failure.
        """
        deadline = self._deadline(operation, timeout)
        attempts = 0
        while True:
            attempts += 1
            exchange = self._exchange(operation, arguments, deadline, timeout)
            try:
                with ExitStack() as stack:
                    stack.enter_context(exchange)
                    self._refuse_failure(operation, exchange)
                    stack.pop_all()
                    return exchange
            except MemoriesError as error:
                self._rest(error, operation, arguments, attempts, deadline)

    def _deadline(self, operation: Operation, timeout: float | None) -> CallDeadline:
        """When a call that begins now has to be over.

        Raises:
            ValidationError: a timeout that is none; nothing was sent.
        """
        if timeout is None:
            return CallDeadline.after(self.config.timeouts.whole(operation.timeout_tier))
        return CallDeadline.after(positive_seconds("timeout", timeout))

    def _exchange(
        self, operation: Operation, arguments: RequestArguments, deadline: CallDeadline, timeout: float | None
    ) -> Exchange:
        """One attempt.

        Raises:
            ConfigurationError: the client is closed.
        """
        timeouts = self.config.timeouts
        silence = timeouts.silence(operation.timeout_tier) if timeout is None else timeout
        limits = timeouts.steps(silence, deadline.left())
        return Exchange(self, operation, self._build(operation, arguments, limits), deadline)

    def _refuse_failure(self, operation: Operation, exchange: Exchange) -> None:
        """Raise unless an answer may hold bytes or events: an error status and JSON stand for failures."""
        response = exchange.response
        if not response.is_success:
            raise_for_error_status(self._body(operation, exchange), operation, response)
        if is_json(response):
            unwrap(self._body(operation, exchange), operation, response)
            raise ProtocolError(
                "The answer is a JSON success without content.", operation=operation.id, status=response.status_code
            )

    def send(self, request: httpx.Request) -> httpx.Response:
        """The unread response. Redirects are not followed: the key must not travel to another host."""
        return self._http.send(request, stream=True, follow_redirects=False)

    def _rest(
        self,
        error: MemoriesError,
        operation: Operation,
        arguments: RequestArguments,
        attempts: int,
        deadline: CallDeadline,
    ) -> None:
        """Pause before the next attempt, or raise the error of the last one."""
        error.attempts = attempts
        pause = self.config.retries.pause(error, operation, attempts - 1)
        if pause is None or pause >= deadline.left() or not can_be_replayed(arguments):
            raise error
        logger.info("%s: %s; again in %.1f s", operation.id, type(error).__name__, pause)
        time.sleep(pause)

    def _build(self, operation: Operation, arguments: RequestArguments, limits: httpx.Timeout) -> httpx.Request:
        if self._http.is_closed:
            raise ConfigurationError("The client is closed. Make a new one, or close it later.", operation=operation.id)
        settings = dict(arguments)
        headers = {**settings.pop("headers", {}), "Authorization": self.config.api_key}
        url = self.config.base_url + settings.pop("url")
        return self._http.build_request(
            settings.pop("method").upper(), url, headers=headers, timeout=limits, **settings
        )

    def _body(self, operation: Operation, exchange: Exchange) -> bytes:
        limit = self.config.max_response_bytes
        body = bytearray()
        while (chunk := exchange.chunk()) is not None:
            body += chunk
            if len(body) > limit:
                raise ProtocolError(
                    f"The answer is larger than {limit} bytes (max_response_bytes).",
                    operation=operation.id,
                    status=exchange.response.status_code,
                )
        return bytes(body)
