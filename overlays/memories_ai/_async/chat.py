"""Questions about videos."""

from __future__ import annotations

from collections.abc import Sequence

from memories_ai_generated.api.chat import chat, chat_stream
from memories_ai_generated.models import ChatRequest
from memories_ai_generated.operations import OPERATIONS

from .. import _convert as convert
from .. import _validation as check
from .._chat_events import read_event
from .._options import given
from .._types import ChatAnswer, ChatEvent
from .resource import AsyncResource
from .streams import AsyncEventStream


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
    ) -> AsyncEventStream[ChatEvent]:
        """Ask, and get the answer in pieces as they are made. Arguments as for a whole answer.

        The request is sent when the iteration begins. Leave the loop early inside a `with` block, so that the
        connection is closed at once.

        Raises:
            ValidationError: an argument that the service would refuse; nothing was sent.
        """
        body = self._body(prompt, video_nos, session_id, unique_id)
        return AsyncEventStream(
            self._transport, OPERATIONS["chat_stream"], chat_stream._get_kwargs(body=body), read_event, timeout
        )

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
