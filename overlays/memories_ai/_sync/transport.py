# Generated from overlays/memories_ai/_async/transport.py by `make generate`. Do not edit.
"""The one way every request takes: timeout of its tier, send, read, classify, unwrap; again, if it may be."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack
from datetime import UTC, datetime
from functools import partial
from time import perf_counter
from types import TracebackType
from typing import TYPE_CHECKING, Any, NoReturn, Self, TypeVar

from .. import __version__
from .._config import Config
from .._deadlines import SHORTEST, TIME_IS_UP, Deadline
from .._decoding import ENCODINGS, PLAIN, Plain, Unpacker, unpacker
from .._envelope import PARTIAL_CONTENT, is_json, raise_for_error_status, translate, unwrap
from .._errors import (
    APIError,
    ConfigurationError,
    MemoriesError,
    ProtocolError,
    RequestTimeoutError,
    StreamError,
    ValidationError,
)
from .._functions import Function
from .._http import httpx, parsed, with_query
from .._interruption import Interruption
from .._log_redaction import keep_out_of_logs
from .._reading import Reader, parse
from .._request_hook import RequestRecord, tell
from .._retries import can_be_replayed, has_unread, may_be_repeated
from .._stopping import Pause
from .._validation import positive_seconds

if TYPE_CHECKING:
    from memories_ai_generated.operations import Operation

    from .._rate_limits import RateLimiter

T = TypeVar("T")
# What the generated `_get_kwargs` functions return: arguments for httpx, typed no closer there.
RequestArguments = Mapping[str, Any]

USER_AGENT = f"memories-ai-python/{__version__}"
_HEADERS = {"User-Agent": USER_AGENT, "Accept-Encoding": ENCODINGS}
logger = logging.getLogger("memories_ai")


class Exchange:
    """One request and its answer, as a `with` block around the unread response.

    A class and not a generator: an abandoned generator is finalised behind the back of the one that waits for it.

    Raises (from entering, and in place of what is raised in the block):
        MemoriesError: for whatever the HTTP library raises. Other errors pass through.
    """

    def __init__(
        self,
        transport: Transport,
        operation: Operation,
        request: httpx.Request,
        deadline: Deadline,
        attempt: int,
    ) -> None:
        self._transport, self._operation, self._request = transport, operation, request
        self._deadline, self._attempt = deadline, attempt
        self._response: httpx.Response | None = None
        self._chunks: Iterator[bytes] | None = None
        self._unpacker: Plain | Unpacker = PLAIN
        self._pieces: Iterator[bytes] = iter(())
        # The answer, where it came as JSON in one piece although events were asked for.
        self.whole: Mapping[str, object] | None = None
        self._started_at, self._started = datetime.now(UTC), perf_counter()

    @property
    def response(self) -> httpx.Response:
        """The answer of an exchange that has been entered."""
        if self._response is None:
            raise RuntimeError("The exchange has not been entered.")
        return self._response

    def chunk(self) -> bytes | None:
        """The next piece of the body, unpacked; None at its end.

        Raises:
            ProtocolError: it is not packed as it says.
        """
        try:
            while not (piece := next(self._pieces, b"")):
                if (data := self._received()) is None:
                    self._unpacker.finish()
                    return None
                self._pieces = self._unpacker.feed(data)
        except ValueError as error:
            what = str(error)
        else:
            return piece
        raise ProtocolError(
            f"The body of the answer cannot be read: {what}.",
            operation=self._operation.id,
            status=self.response.status_code,
        )

    def _received(self) -> bytes | None:
        """The next piece as it came over the wire; None at the end."""
        if self._chunks is None:
            self._chunks = self._begin()
        with self._step():
            if not self._deadline.left():
                raise httpx.ReadTimeout(TIME_IS_UP)
            return next(self._chunks, None)

    def _step(self) -> AbstractContextManager[None]:
        """A step of the network, which ends with the deadline."""
        if self._transport.heeds_deadlines:
            return self._deadline.in_force()
        return Interruption(self._deadline)

    def _begin(self) -> Iterator[bytes]:
        response = self.response
        # What a test's transport answers with may be read, and unpacked, from the start.
        if response.is_stream_consumed:
            return response.iter_bytes()
        self._unpacker = unpacker(response.headers.get("content-encoding", ""))
        return response.iter_raw()

    def __enter__(self) -> Self:
        try:
            with self._step():
                self._response = self._transport.send(self._request, self._operation)
        except Exception as error:
            self._end(error)
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        try:
            if self._response is not None:
                self._response.close()
        except Exception as broken:
            self._end(broken)
            raise
        self._end(error)

    def _end(self, error: BaseException | None) -> None:
        """Tell how it went.

        Raises:
            MemoriesError: the one that stands for the error, if that is of the HTTP library.
        """
        status = self._response.status_code if self._response else None
        translated = translate(error, self._operation, status, self._transport.config) if error else None
        if isinstance(translated, RequestTimeoutError) and not self._deadline.left():
            translated.reword(f"The call was not over within {self._deadline.seconds:g} s.")
        if translated:
            # Those who read an answer know neither; what another request within this one met has its own.
            translated.operation = translated.operation or self._operation.id
            translated.status = translated.status or status
            translated.attempts = self._attempt
            if isinstance(translated, StreamError) and isinstance(translated.__cause__, APIError):
                # The error of a code that the stream told.
                translated.__cause__.status, translated.__cause__.attempts = translated.status, self._attempt
            translated.retryable = may_be_repeated(translated, self._operation)
        record = RequestRecord(
            operation=self._operation,
            attempt=self._attempt,
            started_at=self._started_at,
            seconds=perf_counter() - self._started,
            status=status,
            error=translated,
        )
        tell(self._transport.config.on_request, record)
        if translated is not None and translated is not error:
            raise translated from error


class Transport:
    """Sends requests of generated operations and turns every outcome into a value or a MemoriesError.

    The transports that `with_config` makes share the HTTP client and the rate limits; the first one closes them.
    """

    def __init__(self, config: Config, http_client: httpx.Client | None, *, proxy: str | None = None) -> None:
        self.config = config
        keep_out_of_logs(self, config.redact)
        self._limiter = self._own_limiter(config)
        self._owns_client, self._owns_limiter = http_client is None, True
        self._http = http_client or self._own_client(proxy)
        self.heeds_deadlines = http_client is None

    @staticmethod
    def _own_client(proxy: str | None) -> httpx.Client:
        # Its sockets take a while to import; the package is to be cheap to import.
        from .network import make_http_client

        return make_http_client(proxy)

    @staticmethod
    def _own_limiter(config: Config) -> RateLimiter | None:
        if config.rate_limits is None:
            return None
        from .._rate_limits import RateLimiter

        return RateLimiter(config.rate_limits, config.api_key)

    def with_config(self, config: Config) -> Transport:
        """The same connections and rate limits under other settings."""
        other = object.__new__(type(self))
        vars(other).update(vars(self))
        other.config = config
        keep_out_of_logs(other, config.redact)
        other._owns_client = other._owns_limiter = False
        return other

    # Clients and their resources hold it, and so do not copy or pickle either.
    def __reduce__(self) -> NoReturn:
        raise TypeError(
            "A client cannot be copied or pickled: it holds connections and a key. Share it between threads, use "
            "with_options() for other settings, or make one in each process."
        )

    def close(self) -> None:
        if self._limiter is not None and self._owns_limiter:
            self._limiter.close()
        if self._owns_client:
            self._http.close()

    def call(
        self,
        operation: Operation,
        arguments: RequestArguments,
        read: Reader[T],
        *,
        timeout: float | Deadline | None = None,
    ) -> T:
        """Send a request and read its JSON answer.

        Args:
            read: may also raise one of our errors, which then gets operation, status and attempts.
            timeout: seconds for the whole call instead of the usual limits; or the end of a wait that the call is part
                of, which the usual limits are shortened to.

        Raises:
            MemoriesError: in the subclass that tells what went wrong; nothing else.
        """
        return self._repeat(operation, arguments, partial(self._answer, operation, arguments, read), timeout)

    def open(
        self,
        operation: Operation,
        arguments: RequestArguments,
        *,
        timeout: float | None = None,
        may_be_whole: bool = False,
    ) -> Exchange:
        """Send a request whose answer is bytes or events; the exchange is entered, and the caller leaves it.

        Args:
            may_be_whole: whether the answer may come as JSON in one piece; then `exchange.whole` has it.

        Raises:
            MemoriesError: the answer is a failure.
        """
        return self._repeat(operation, arguments, partial(self._entered, operation, may_be_whole), timeout)

    def receive(
        self,
        operation: Operation,
        arguments: RequestArguments,
        use: Function[[Exchange], T],
        *,
        timeout: float | None = None,
    ) -> T:
        """Send a request whose answer is bytes, and let `use` read them. Where it fails, again, if it may be.

        The arguments are read anew for each request: `use` may have them ask for the rest.

        Raises:
            MemoriesError: the answer is a failure, or breaks off.
        """
        return self._repeat(operation, arguments, partial(self._used, operation, use), timeout)

    def _used(self, operation: Operation, use: Function[[Exchange], T], exchange: Exchange) -> T:
        with exchange:
            self._refuse_failure(operation, exchange)
            return use(exchange)

    def _repeat(
        self,
        operation: Operation,
        arguments: RequestArguments,
        use: Function[[Exchange], T],
        timeout: float | Deadline | None,
    ) -> T:
        """Make exchanges until one can be used, or the policy of retries has an end."""
        deadline = self._deadline(operation, timeout)
        attempt = 0
        while True:
            attempt += 1
            self._admit(operation, deadline, attempt)
            exchange = self._exchange(operation, arguments, deadline, attempt, timeout)
            try:
                return use(exchange)
            except MemoriesError as error:
                self._rest(error, operation, arguments, attempt, deadline)

    def _admit(self, operation: Operation, deadline: Deadline, attempt: int) -> None:
        """Wait until the rate limits allow one more attempt, if they were asked for."""
        if self._limiter is None:
            return
        try:
            self._limiter.acquire(operation, deadline)
        except MemoriesError as error:
            error.operation, error.attempts = operation.id, attempt - 1
            error.retryable = may_be_repeated(error, operation)
            raise

    def _answer(self, operation: Operation, arguments: RequestArguments, read: Reader[T], exchange: Exchange) -> T:
        with exchange:
            payload = unwrap(self.body(operation, exchange), operation, exchange.response)
            if has_unread(arguments):
                raise ProtocolError(
                    "The service called the upload good before it had the file.", operation=operation.id
                )
            return parse(operation, read, payload)

    def _entered(self, operation: Operation, may_be_whole: bool, exchange: Exchange) -> Exchange:
        with ExitStack() as stack:
            stack.enter_context(exchange)
            self._refuse_failure(operation, exchange, may_be_whole)
            stack.pop_all()
        return exchange

    def _deadline(self, operation: Operation, timeout: float | Deadline | None) -> Deadline:
        """When a call that begins now has to be over.

        Raises:
            ValidationError: the timeout is not a positive number of seconds; nothing was sent.
        """
        if timeout is not None and not isinstance(timeout, Deadline):
            return Deadline.after(positive_seconds("timeout", timeout))
        usual = self.config.timeout or self.config.timeouts.whole(operation.timeout_tier)
        return Deadline.after(usual) if timeout is None else timeout.part(usual)

    def _silence(self, operation: Operation, timeout: float | Deadline | None) -> float:
        """How long a step of a call may take."""
        if timeout is not None and not isinstance(timeout, Deadline):
            return timeout
        usual = self.config.timeout or self.config.timeouts.silence(operation.timeout_tier)
        return usual if timeout is None else max(SHORTEST, timeout.shorten(usual))

    def _exchange(
        self,
        operation: Operation,
        arguments: RequestArguments,
        deadline: Deadline,
        attempt: int,
        timeout: float | Deadline | None,
    ) -> Exchange:
        """One attempt.

        Raises:
            ConfigurationError: the client is closed.
            ValidationError: an argument that cannot be written.
        """
        limits = self.config.timeouts.steps(self._silence(operation, timeout), deadline.left())
        try:
            request = self._build(operation, arguments, limits)
        except MemoriesError:
            raise
        except (TypeError, ValueError, RecursionError) as error:
            # The resources check what they are given; models of the specification may hold anything.
            raise ValidationError(
                f"The arguments cannot be written ({error}). Pass the types that are named.", operation=operation.id
            ) from None
        return Exchange(self, operation, request, deadline, attempt)

    def _refuse_failure(self, operation: Operation, exchange: Exchange, may_be_whole: bool = False) -> None:
        """Raise unless an answer may hold bytes or events: an error status and JSON stand for failures."""
        response = exchange.response
        is_part = response.status_code == PARTIAL_CONTENT and "range" not in response.request.headers
        if not response.is_success or is_part:
            raise_for_error_status(self.body(operation, exchange), operation, response)
        if is_json(response):
            exchange.whole = unwrap(self.body(operation, exchange), operation, response)
            if may_be_whole:
                return
            raise ProtocolError(
                "The answer is a JSON success without content.", operation=operation.id, status=response.status_code
            )

    def send(self, request: httpx.Request, operation: Operation) -> httpx.Response:
        """The unread response. Redirects are not followed: the key must not travel to another host."""
        # Never that of the HTTP client, which would take the place of the key. None leaves a user in the address the
        # same; a base URL that has one is refused.
        auth = self.config.auth(operation)
        return self._http.send(request, stream=True, follow_redirects=False, auth=auth)

    def _rest(
        self,
        error: MemoriesError,
        operation: Operation,
        arguments: RequestArguments,
        attempt: int,
        deadline: Deadline,
    ) -> None:
        """Pause before the next attempt, or raise the error of the last one."""
        pause = self.config.retries.pause(error, operation, attempt - 1)
        if pause is None or pause >= deadline.left() or not can_be_replayed(arguments):
            raise error
        logger.info("%s: %s; again in %.1f s", operation.id, type(error).__name__, pause)
        Pause.sleep(pause)

    def _build(self, operation: Operation, arguments: RequestArguments, limits: dict[str, float]) -> httpx.Request:
        if self._http.is_closed:
            raise ConfigurationError("The client is closed. Make a new one, or close it later.", operation=operation.id)
        config, http, settings = self.config, self._http, dict(arguments)
        headers = http.headers.copy()
        # One by one: the HTTP library takes far longer to merge them, and its `build_request` copies them twice more.
        for name, value in {**_HEADERS, **config.headers, **settings.pop("headers", {})}.items():
            headers[name] = value
        if (key := config.key(operation)) is not None:
            headers["Authorization"] = key
        url, params = parsed(config.address(operation) + settings.pop("url")), settings.pop("params", None)
        if params or http.params:
            url = with_query(url, http.params.merge(params) if http.params else httpx.QueryParams(params))
        return httpx.Request(
            settings.pop("method").upper(),
            url,
            headers=headers,
            cookies=http.cookies or None,
            extensions={"timeout": limits},
            **settings,
        )

    def body(self, operation: Operation, exchange: Exchange) -> bytes:
        """The rest of a body.

        Raises:
            ProtocolError: it is larger than an answer may be.
        """
        limit = self.config.max_response_bytes
        # Most answers come in one piece, which is not copied. Others go into one buffer: a list of tiny pieces would
        # take many times their size.
        body: bytes | bytearray = b""
        while (chunk := exchange.chunk()) is not None:
            if not body:
                body = chunk
            elif isinstance(body, bytes):
                body = bytearray(body) + chunk
            else:
                body += chunk
            if len(body) > limit:
                raise ProtocolError(
                    f"The answer is larger than {limit} bytes (max_response_bytes).",
                    operation=operation.id,
                    status=exchange.response.status_code,
                )
        return bytes(body)
