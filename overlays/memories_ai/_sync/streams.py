# Generated from overlays/memories_ai/_async/streams.py by `make generate`. Do not edit.
"""Answers that come in pieces: events, and bytes."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from contextlib import ExitStack
from types import TracebackType
from typing import TYPE_CHECKING, Generic, NoReturn, Self, TypeVar

from .._chat_events import read_failure
from .._envelope import begins_json, media_type, unwrap
from .._errors import StreamError
from .._sse import ServerSentEvent, SSEDecoder
from .._validation import positive_seconds
from .transport import Exchange, RequestArguments, Transport

if TYPE_CHECKING:
    from memories_ai_generated.operations import Operation

E = TypeVar("E")


class EventStream(Generic[E]):
    """Typed events of an answer, as they come. Iterate it once; the request is sent when the iteration begins.

    Leave the loop early inside a `with` block, so that the connection is closed at once.

    Raises (while iterating):
        StreamError: the stream ended with an error, or without its end marker: the answer is not complete.
        NotFoundError: the service knows none of the videos.
        MemoriesError: anything else; a refusal before the stream begins comes as its own subclass.
    """

    def __init__(
        self,
        transport: Transport,
        operation: Operation,
        arguments: RequestArguments,
        read: Callable[[str, Operation], E | None],
        timeout: float | None,
    ) -> None:
        headers = {**arguments["headers"], "Accept": "text/event-stream"}
        self._transport, self._operation, self._read = transport, operation, read
        self._arguments = {**arguments, "headers": headers}
        self._timeout = None if timeout is None else positive_seconds("timeout", timeout)
        self._stack = ExitStack()
        self._exchange: Exchange | None = None
        self._decoder = SSEDecoder()
        self._pending: deque[ServerSentEvent] = deque()
        self._ended = False

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> E:
        if self._ended:
            raise StopIteration
        try:
            data = self._data()
            event = self._read(data, self._operation)
        except BaseException as error:
            self._ended = True
            # Passes the error through the exchange, which closes the connection and may raise it as one of ours.
            self._stack.__exit__(type(error), error, error.__traceback__)
            raise
        if event is None:
            self.close()
            raise StopIteration
        return event

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection, whether or not the stream has ended. Iterating it any further yields nothing."""
        self._ended = True
        self._stack.close()

    def _data(self) -> str:
        """The data of the next event."""
        if self._exchange is None:
            self._exchange = self._open()
        while not self._pending:
            self._feed(self._exchange.chunk())
        event = self._pending.popleft()
        if event.name == "error":
            raise read_failure(event.data, self._operation)
        return event.data

    def _feed(self, chunk: bytes | None) -> None:
        """Take the events of a chunk; None: no more come.

        Raises:
            StreamError: the stream is broken, or has ended without saying so.
        """
        try:
            if chunk is not None:
                self._pending.extend(self._decoder.feed(chunk))
                return
            self._decoder.finish()
            what = "The stream broke off before its end marker; the answer is not complete."
        except ValueError as error:
            # A character that is none would be quoted with the whole chunk.
            reason = error.reason if isinstance(error, UnicodeDecodeError) else error
            what = f"The stream cannot be read: {reason}"
        raise StreamError(what, operation=self._operation.id)

    def _open(self) -> Exchange:
        exchange = self._transport.open(self._operation, self._arguments, timeout=self._timeout)
        self._stack.push(exchange)
        head = exchange.chunk()
        if head is not None and begins_json(head):
            # A failure, whatever it calls itself: no stream of events begins so.
            unwrap(head + self._transport.body(self._operation, exchange), self._operation, exchange.response)
            self._refuse(exchange, "JSON")
        if (kind := media_type(exchange.response)) != "text/event-stream":
            self._refuse(exchange, kind or "of no type")
        self._feed(head)
        return exchange

    def _refuse(self, exchange: Exchange, what: str) -> NoReturn:
        raise StreamError(
            f"The answer is {what}, not a stream of events.",
            operation=self._operation.id,
            status=exchange.response.status_code,
        )


class ByteStream:
    """The bytes of an answer, as they come. A `with` block; iterate it once.

    Raises (while iterating):
        TransportError: the connection broke, or fewer bytes came than were announced.
    """

    def __init__(self, exchange: Exchange) -> None:
        self._exchange = exchange
        self._stack = ExitStack()
        self._stack.push(exchange)
        self._ended = False

    @property
    def media_type(self) -> str:
        """The content type without its parameters; empty if there is none."""
        return media_type(self._exchange.response)

    @property
    def size(self) -> int | None:
        """Bytes in all as announced, or None."""
        announced = self._exchange.response.headers.get("content-length", "")
        return int(announced) if announced.isascii() and announced.isdecimal() else None

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> bytes:
        if self._ended:
            raise StopIteration
        try:
            chunk = self._exchange.chunk()
        except BaseException as error:
            self._ended = True
            self._stack.__exit__(type(error), error, error.__traceback__)
            raise
        if chunk is None:
            self.close()
            raise StopIteration
        return chunk

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection, whether or not the bytes have ended."""
        self._ended = True
        self._stack.close()
