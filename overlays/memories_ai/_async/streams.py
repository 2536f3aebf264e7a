"""Answers that come in pieces: events, and bytes."""

from __future__ import annotations

from abc import ABC, abstractmethod
from codecs import BOM_UTF8
from collections import deque
from collections.abc import Callable, Iterable
from contextlib import AsyncExitStack
from types import TracebackType
from typing import Any, Final, Generic, NoReturn, Self, TypeVar

import memories_ai  # for annotations: it imports its names when they are asked for

from .._chat_events import read_failure
from .._envelope import begins_html, begins_json, media_type, unwrap
from .._errors import ConfigurationError, MemoriesError, ProtocolError, StreamError, TransportError
from .._http import httpx
from .._ranges import announced_length
from .._reading import Reader, parse
from .._sse import ServerSentEvent, SSEDecoder
from .._validation import positive_seconds
from .transport import AsyncExchange, AsyncTransport, RequestArguments

E = TypeVar("E")
T = TypeVar("T")

_LARGEST_ENVELOPE: Final = 64 * 1024


class AsyncStream(ABC, Generic[T]):
    """What comes of one answer piece by piece; the connection is closed at the end, and as soon as anything fails."""

    def __init__(self, transport: AsyncTransport, operation: memories_ai.Operation, timeout: float | None) -> None:
        self._transport, self._operation = transport, operation
        self._timeout = None if timeout is None else positive_seconds("timeout", timeout)
        self._stack = AsyncExitStack()
        self._exchange: AsyncExchange | None = None
        self._ended = False

    @abstractmethod
    async def _next(self) -> T | None:
        """The next piece; None at the end."""

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> T:
        if self._ended:
            raise StopAsyncIteration
        try:
            piece = await self._next()
        except BaseException as error:
            if self._ended:
                raise_if_broken_off(error, self._operation)
            self._ended = True
            # Passes the error through the exchange, which closes the connection and may raise it as one of ours.
            await self._stack.__aexit__(type(error), error, error.__traceback__)
            raise
        if piece is None:
            await self.aclose()
            raise StopAsyncIteration
        return piece

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Close the connection, whether or not all has come. Iterating it any further yields nothing."""
        self._ended = True
        await self._stack.aclose()

    def __repr__(self) -> str:
        state = "ended" if self._ended else "not begun" if self._exchange is None else "being read"
        return f"{type(self).__name__}({self._operation.id}, {state})"


class AsyncEventStream(AsyncStream[E]):
    """Typed events of an answer, as they come. Iterate it once; the request is sent when the iteration begins.

    Leave the loop early inside a `with` block, so that the connection is closed at once.

    Raises (while iterating):
        StreamError: the stream ended with an error, or without its end marker: the answer is not complete.
        NotFoundError: the service knows none of the videos.
        MemoriesError: anything else; a refusal before the stream begins comes as its own subclass.
    """

    def __init__(
        self,
        transport: AsyncTransport,
        operation: memories_ai.Operation,
        arguments: RequestArguments,
        read: Callable[[str, memories_ai.Operation], E | None],
        timeout: float | None,
        *,
        whole: Reader[Iterable[E]] | None = None,
        ends_unmarked: bool = False,
        accept: str = "text/event-stream",
    ) -> None:
        """Not for callers of the SDK, who get streams from methods.

        Args:
            read: makes an event of its data; None: the end marker.
            whole: makes events of an answer that comes as JSON in one piece; None: such an answer is a failure.
            ends_unmarked: whether the clean end of the connection is the end of the stream.
        """
        headers = {**arguments["headers"], "Accept": accept}
        super().__init__(transport, operation, timeout)
        self._arguments, self._read = {**arguments, "headers": headers}, read
        self._decoder = SSEDecoder()
        self._pending: deque[ServerSentEvent] = deque()
        self._read_whole, self._ends_unmarked = whole, ends_unmarked
        self._whole: deque[E] | None = None
        self._began = False

    async def _next(self) -> E | None:
        """The next event; None at the end."""
        if self._exchange is None:
            self._exchange = await self._open()
        if self._whole is not None:
            return self._whole.popleft() if self._whole else None
        data = await self._data(self._exchange)
        return None if data is None else self._read(data, self._operation)

    async def _data(self, exchange: AsyncExchange) -> str | None:
        """The data of the next event; None at an end that nothing marks."""
        while not self._pending:
            if self._feed(await exchange.chunk()):
                return None
        self._began = True
        event = self._pending.popleft()
        if event.name == "error":
            raise read_failure(event.data, self._operation)
        return event.data

    def _feed(self, chunk: bytes | None) -> bool:
        """Take the events of a chunk; None: no more come. Whether that is an end which nothing marks.

        Raises:
            StreamError: the stream is broken, or has ended without saying so.
        """
        try:
            if chunk is not None:
                self._pending.extend(self._decoder.feed(chunk))
                return False
            self._decoder.finish()
            if self._ends_unmarked and self._began and not self._decoder.is_within_event:
                return True
            what = "The stream broke off before its end marker; the answer is not complete."
        except ValueError as error:
            # The error of a byte that begins no character would quote the whole chunk.
            reason = error.reason if isinstance(error, UnicodeDecodeError) else error
            what = f"The stream cannot be read: {reason}"
        raise StreamError(what, operation=self._operation.id)

    async def _open(self) -> AsyncExchange:
        exchange = await self._transport.open(
            self._operation, self._arguments, timeout=self._timeout, may_be_whole=self._read_whole is not None
        )
        self._stack.push_async_exit(exchange)
        if exchange.whole is None:
            await self._begin(exchange)
        if self._read_whole is not None and exchange.whole is not None:
            self._whole = deque(parse(self._operation, self._read_whole, exchange.whole))
        return exchange

    async def _begin(self, exchange: AsyncExchange) -> None:
        """Take the first piece; JSON is a failure, or the whole answer, whatever it calls itself."""
        head = await exchange.chunk()
        if head is not None and begins_json(head):
            body = head + await self._transport.body(self._operation, exchange)
            exchange.whole = unwrap(body, self._operation, exchange.response)
            if self._read_whole is None:
                self._refuse(exchange, "JSON")
            return
        if (kind := media_type(exchange.response)) != "text/event-stream":
            self._refuse(exchange, kind or "of no type")
        self._feed(head)

    def _refuse(self, exchange: AsyncExchange, what: str) -> NoReturn:
        raise StreamError(
            f"The answer is {what}, not a stream of events.",
            operation=self._operation.id,
            status=exchange.response.status_code,
        )


class AsyncBody:
    """The body of an answer that is to be a file, piece by piece; what looks like a failure is taken for one.

    Raises (from all methods):
        APIError: the body is the envelope of a failure, whatever it calls itself.
        ProtocolError: text, JSON or nothing at all.
        TransportError: the connection broke, or fewer bytes came than were announced.
    """

    def __init__(
        self, exchange: AsyncExchange, operation: memories_ai.Operation, *, start: int = 0, total: int | None = None
    ) -> None:
        """Take the answer of an exchange that has been entered; with `start`, the rest of an object from there, which
        has `total` bytes."""
        self._exchange, self._operation, self._response = exchange, operation, exchange.response
        self._received, self._is_whole = 0, start == 0
        self._announced = announced_length(self._response.headers) if total is None else total - start
        if self._response.status_code != (200 if self._is_whole else 206):
            raise self._wrong("HTTP status does not belong to a file that was asked for")
        if media_type(self._response).startswith("text/"):
            raise self._wrong(f"The answer is {media_type(self._response)}, not a file")

    async def chunk(self) -> bytes | None:
        """The next piece; None at the end."""
        is_head = self._is_whole and not self._received
        chunk = await self._head() if is_head else await self._exchange.chunk()
        if chunk is None:
            self._check_end()
            return None
        self._received += len(chunk)
        if self._announced is not None and self._received > self._announced:
            raise self._wrong(f"More bytes came than the {self._announced} that were announced")
        return chunk

    async def _head(self) -> bytes | None:
        """The first piece. If it may be an envelope, it is as much as may belong to that."""
        head = await self._exchange.chunk()
        while head is not None and len(head) <= _LARGEST_ENVELOPE and _may_be_json(head):
            more = await self._exchange.chunk()
            if more is None:
                if head:
                    # No video begins so: a failure that came under another content type.
                    unwrap(head, self._operation, self._response)
                    raise self._wrong("The answer is JSON, not a file")
                return None
            head += more
        if head is not None and begins_html(head):
            raise self._wrong("The answer is a page of HTML, not a file")
        return head

    def _check_end(self) -> None:
        if not self._received:
            raise self._wrong("The answer is an empty file")
        if self._announced is not None and self._received < self._announced:
            raise TransportError(
                f"Only {self._received} of {self._announced} bytes came.",
                operation=self._operation.id,
                status=self._response.status_code,
            )

    def _wrong(self, what: str) -> ProtocolError:
        return ProtocolError(f"{what}.", operation=self._operation.id, status=self._response.status_code)


class AsyncByteStream(AsyncStream[bytes]):
    """The bytes of an answer, as they come. A `with` block, which sends the request; iterate it once.

    Raises (from the `with` statement, and while iterating):
        APIError: the service refuses, whatever its answer calls itself.
        ProtocolError: the answer is text, JSON or nothing at all.
        TransportError: the connection broke, or fewer bytes came than were announced.
        MemoriesError: anything else.
    """

    def __init__(
        self,
        transport: AsyncTransport,
        operation: memories_ai.Operation,
        arguments: RequestArguments,
        timeout: float | None,
    ) -> None:
        super().__init__(transport, operation, timeout)
        self._arguments = uncompressed(arguments)
        self._body: AsyncBody | None = None

    async def open(self) -> Self:
        """Send the request, unless that has been done. A `with` block does it."""
        if self._exchange is None and not self._ended:
            self._exchange = await self._transport.open(self._operation, self._arguments, timeout=self._timeout)
            self._stack.push_async_exit(self._exchange)
        return self

    @property
    def media_type(self) -> str:
        """The content type without its parameters; empty if there is none."""
        return media_type(self._response)

    @property
    def size(self) -> int | None:
        """Bytes in all as announced, or None."""
        return announced_length(self._response.headers)

    @property
    def _response(self) -> httpx.Response:
        if self._exchange is None:
            raise ConfigurationError("The request has not been sent. Look at this within the `with` block.")
        return self._exchange.response

    async def __aenter__(self) -> Self:
        return await self.open()

    async def _next(self) -> bytes | None:
        if self._exchange is None:
            await self.open()
        if self._body is None and self._exchange is not None:
            self._body = AsyncBody(self._exchange, self._operation)
        return await self._body.chunk() if self._body else None


def uncompressed(arguments: RequestArguments) -> dict[str, Any]:
    """Arguments that ask for a file as it is: compressed, the announced length would be that of other bytes."""
    return {**arguments, "headers": {**arguments.get("headers", {}), "Accept-Encoding": "identity"}}


def raise_if_broken_off(error: BaseException, operation: memories_ai.Operation) -> None:
    """Raise what an error stands for once another thread or task has closed the stream, and its exchange with it."""
    if isinstance(error, Exception) and not isinstance(error, MemoriesError):
        raise TransportError("The stream was closed while it was read.", operation=operation.id) from error


def _may_be_json(head: bytes) -> bool:
    text = head.removeprefix(BOM_UTF8).lstrip()
    return not text or text.startswith(b"{")
