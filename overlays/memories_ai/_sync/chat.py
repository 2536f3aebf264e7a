# Generated from overlays/memories_ai/_async/chat.py by `make generate`. Do not edit.
"""Questions about videos."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
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
from .._http import httpx
from .._options import given
from .._sse import SSEDecoder
from .._types import ChatAnswer, ChatEvent
from .resource import Resource
from .transport import RequestArguments, Transport

STREAM = OPERATIONS["chat_stream"]


class Chat(Resource):
    """Chat: `client.chat(...)` for a whole answer, `client.chat.stream(...)` for its pieces."""

    def __call__(
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
            timeout: seconds of silence to bear, instead of the tier's.

        Raises:
            ValidationError: an argument that the service would refuse; nothing was sent.
            RateLimitError: the documented limit is two questions a minute and account.
            MemoriesError: anything else.
        """
        body = self._body(prompt, video_nos, session_id, unique_id)
        return self._transport.call(
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
    ) -> ChatStream:
        """Ask, and get the answer in pieces as they are made. Arguments as for a whole answer.

        The request is sent when the iteration begins. Leave the loop early inside a `with` block, so that the
        connection is closed at once.

        Raises:
            ValidationError: an argument that the service would refuse; nothing was sent.
        """
        body = self._body(prompt, video_nos, session_id, unique_id)
        return ChatStream(self._transport, chat_stream._get_kwargs(body=body), timeout)

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


class ChatStream:
    """Typed events of an answer: thinking, references, content. Iterate it once.

    Raises (while iterating):
        StreamError: the stream ended with an error, or without its end marker: the answer is not complete.
        NotFoundError: the service knows none of the videos.
        MemoriesError: anything else; a refusal before the stream begins comes as its own subclass.
    """

    def __init__(self, transport: Transport, arguments: RequestArguments, timeout: float | None) -> None:
        self._events = self._read(transport, arguments, timeout)

    def __iter__(self) -> Iterator[ChatEvent]:
        return self._events

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection, whether or not the stream has ended."""
        self._events.close()

    def _read(
        self, transport: Transport, arguments: RequestArguments, timeout: float | None
    ) -> Generator[ChatEvent, None]:
        headers = {**arguments["headers"], "Accept": "text/event-stream"}
        with (
            transport.stream(STREAM, {**arguments, "headers": headers}, timeout=timeout) as response,
            closing(_data(response)) as events,
        ):
            for data in events:
                event = read_event(data, STREAM)
                if event is None:
                    return
                yield event
        raise StreamError(
            "The stream broke off before its end marker; the answer is not complete.", operation=STREAM.id
        )


def _data(response: httpx.Response) -> Generator[str, None]:
    """The data of each event.

    Raises:
        StreamError: bytes that are no server-sent events.
    """
    kind = media_type(response)
    if kind != "text/event-stream":
        raise StreamError(
            f"The answer is {kind or 'of no type'}, not a stream of events.",
            operation=STREAM.id,
            status=response.status_code,
        )
    decoder = SSEDecoder()
    try:
        for chunk in response.iter_bytes():
            for data in decoder.feed(chunk):
                yield data
        decoder.finish()
    except ValueError as error:
        raise StreamError(f"The stream cannot be read: {error}", operation=STREAM.id) from error
