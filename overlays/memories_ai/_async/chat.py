"""Questions about videos."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from contextlib import AsyncExitStack
from types import TracebackType
from typing import Self

from memories_ai_generated.api.chat import chat, chat_stream
from memories_ai_generated.models import ChatRequest
from memories_ai_generated.operations import OPERATIONS

from .. import _convert as convert
from .. import _validation as check
from .._chat_events import read_event
from .._envelope import media_type
from .._errors import StreamError
from .._options import given
from .._sse import SSEDecoder
from .._types import ChatAnswer, ChatEvent
from .resource import AsyncResource
from .transport import AsyncExchange, AsyncTransport, RequestArguments

STREAM = OPERATIONS["chat_stream"]


class AsyncChat(AsyncResource):
    """Chat: `client.chat(...)` for a whole answer, `client.chat.stream(...)` for its pieces."""

    async def __call__(
        self,
        prompt: str,
        *,
        video_nos: Sequence[str],
        session_id: str | int | None = None,
        unique_id: str | None = None,
        timeout: float | None = None,
    ) -> ChatAnswer:
        """Ask a language model about indexed videos and wait for the whole answer (many seconds).

        Args:
            video_nos: videos to discuss; each must be indexed.
            session_id: continues an earlier conversation; digits.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            ValidationError: an argument that the service would refuse; nothing was sent.
            RateLimitError: the documented limit is two questions a minute and account.
            MemoriesError: anything else.
        """
        body = self._body(prompt, video_nos, session_id, unique_id)
        return await self._transport.call(
            OPERATIONS["chat"], chat._get_kwargs(body=body), convert.chat_answer, timeout=timeout
        )

    def stream(
        self,
        prompt: str,
        *,
        video_nos: Sequence[str],
        session_id: str | int | None = None,
        unique_id: str | None = None,
        timeout: float | None = None,
    ) -> AsyncChatStream:
        """Ask, and get the answer in pieces as they are made. Arguments as for a whole answer.

        The request is sent when the iteration begins. Leave the loop early inside a `with` block, so that the
        connection is closed at once.

        Raises:
            ValidationError: an argument that the service would refuse; nothing was sent.
        """
        body = self._body(prompt, video_nos, session_id, unique_id)
        return AsyncChatStream(self._transport, chat_stream._get_kwargs(body=body), timeout)

    def _body(
        self, prompt: str, video_nos: Sequence[str], session_id: str | int | None, unique_id: str | None
    ) -> ChatRequest:
        session = None if session_id is None else check.digits("session_id", session_id)
        return ChatRequest(
            video_nos=check.ids("video_nos", video_nos, most=None),
            prompt=check.non_empty("prompt", prompt),
            session_id=given(session),
            unique_id=self._namespace(unique_id),
        )


class AsyncChatStream:
    """Typed events of an answer: thinking, references, content. Iterate it once.

    Raises (while iterating):
        StreamError: the stream ended with an error, or without its end marker: the answer is not complete.
        NotFoundError: the service knows none of the videos.
        MemoriesError: anything else; a refusal before the stream begins comes as its own subclass.
    """

    def __init__(self, transport: AsyncTransport, arguments: RequestArguments, timeout: float | None) -> None:
        headers = {**arguments["headers"], "Accept": "text/event-stream"}
        self._transport = transport
        self._arguments = {**arguments, "headers": headers}
        self._timeout = None if timeout is None else check.positive_seconds("timeout", timeout)
        self._stack = AsyncExitStack()
        self._exchange: AsyncExchange | None = None
        self._decoder = SSEDecoder()
        self._pending: deque[str] = deque()
        self._ended = False

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> ChatEvent:
        if self._ended:
            raise StopAsyncIteration
        try:
            event = read_event(await self._data(), STREAM)
        except BaseException as error:
            self._ended = True
            # Passes the error through the exchange, which closes the connection and may raise it as one of ours.
            await self._stack.__aexit__(type(error), error, error.__traceback__)
            raise
        if event is None:
            await self.aclose()
            raise StopAsyncIteration
        return event

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Close the connection, whether or not the stream has ended. Iterating it any further yields nothing."""
        self._ended = True
        await self._stack.aclose()

    async def _data(self) -> str:
        """The data of the next event."""
        if self._exchange is None:
            self._exchange = await self._open()
        while not self._pending:
            chunk = await self._exchange.chunk()
            try:
                if chunk is None:
                    self._decoder.finish()
                    raise StreamError(
                        "The stream broke off before its end marker; the answer is not complete.", operation=STREAM.id
                    )
                self._pending.extend(self._decoder.feed(chunk))
            except ValueError as error:
                raise StreamError(f"The stream cannot be read: {error}", operation=STREAM.id) from error
        return self._pending.popleft()

    async def _open(self) -> AsyncExchange:
        exchange = await self._transport.open(STREAM, self._arguments, timeout=self._timeout)
        self._stack.push_async_exit(exchange)
        response = exchange.response
        kind = media_type(response)
        if kind != "text/event-stream":
            raise StreamError(
                f"The answer is {kind or 'of no type'}, not a stream of events.",
                operation=STREAM.id,
                status=response.status_code,
            )
        return exchange
