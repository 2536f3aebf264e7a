"""Questions about videos."""

from __future__ import annotations

from collections.abc import Sequence

from memories_ai_generated.api.chat import (
    chat,
    chat_personal,
    chat_personal_stream,
    chat_stream,
    marketer_chat,
    marketer_chat_stream,
)
from memories_ai_generated.models import ChatRequest, MarketerChatRequest, PersonalChatRequest, PublicPlatform
from memories_ai_generated.operations import OPERATIONS

from .. import _convert as convert
from .. import _validation as check
from .._chat_events import read_event
from .._convert_chat import personal_answer
from .._options import given
from .._stream_dialects import dialect_of
from .._types import ChatAnswer, ChatEvent
from .resource import AsyncResource
from .streams import AsyncEventStream


class AsyncChat(AsyncResource):
    """Chat: `client.chat(...)` for a whole answer, `client.chat.stream(...)` for its pieces.

    About chosen videos by these two; about the whole private library by `personal` and `personal_stream`; about public
    videos by `marketer` and `marketer_stream`.
    """

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
            prompt: the question.
            video_nos: videos to discuss; each must be indexed.
            session_id: continues an earlier conversation; digits.
            unique_id: namespace; else the client's.
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
        """Ask, and get the answer in pieces as they are made.

        The request is sent when the iteration begins. Leave the loop early inside a `with` block, so that the
        connection is closed at once.

        Args:
            prompt, video_nos, session_id, unique_id: as for `client.chat(...)`.
            timeout: seconds for the whole stream, instead of the limits of its tier.

        Raises:
            ValidationError: an argument that the service would refuse; nothing was sent.
        """
        body = self._body(prompt, video_nos, session_id, unique_id)
        return AsyncEventStream(
            self._transport, OPERATIONS["chat_stream"], chat_stream._get_kwargs(body=body), read_event, timeout
        )

    async def personal(
        self,
        prompt: str,
        *,
        session_id: str | int | None = None,
        unique_id: str | None = None,
        timeout: float | None = None,
    ) -> ChatAnswer:
        """Ask about everything in the namespace and wait for the whole answer (many seconds).

        Documentation shows two forms of the answer; both are read. Thinkings and references come in neither.

        Args:
            prompt: the question.
            session_id: continues an earlier conversation.
            unique_id: namespace; else the client's.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            ValidationError: an argument that the service would refuse; nothing was sent.
            RateLimitError: the documented limit is two questions a minute and account, shared with other chats.
            MemoriesError: anything else.
        """
        body = self._personal_body(prompt, session_id, unique_id)
        return await self._transport.call(
            OPERATIONS["chat_personal"], chat_personal._get_kwargs(body=body), personal_answer, timeout=timeout
        )

    def personal_stream(
        self,
        prompt: str,
        *,
        session_id: str | int | None = None,
        unique_id: str | None = None,
        timeout: float | None = None,
    ) -> AsyncEventStream[ChatEvent]:
        """Ask about everything in the namespace, and get the answer in pieces (ContentEvent) as they are made.

        Whether the id of the conversation comes in any event is not known. An answer that comes in one piece after all
        is yielded as the events that it stands for. Otherwise as `stream`.

        Args:
            prompt, session_id, unique_id: as for `personal`.
            timeout: seconds for the whole stream, instead of the limits of its tier.

        Raises:
            ValidationError: an argument that the service would refuse; nothing was sent.
        """
        operation, dialect = OPERATIONS["chat_personal_stream"], dialect_of("chat_personal_stream")
        arguments = chat_personal_stream._get_kwargs(body=self._personal_body(prompt, session_id, unique_id))
        return AsyncEventStream(self._transport, operation, arguments, dialect.read, timeout, whole=dialect.whole)

    async def marketer(
        self,
        prompt: str,
        *,
        session_id: str | int | None = None,
        platform: PublicPlatform | str | None = None,
        unique_id: str | None = None,
        timeout: float | None = None,
    ) -> ChatAnswer:
        """Ask about the shared library of public videos and wait for the whole answer (many seconds).

        Args:
            prompt: the question; "@creator" or "#hashtag" in it narrows the videos that are looked at.
            session_id: continues an earlier conversation; digits.
            platform: TIKTOK, YOUTUBE or INSTAGRAM; the service assumes TIKTOK.
            unique_id: what it changes for public videos is not known.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            ValidationError: an argument that the service would refuse; nothing was sent.
            RateLimitError: the documented limit is two questions a minute and account.
            MemoriesError: anything else.
        """
        body = self._marketer_body(prompt, session_id, platform, unique_id)
        return await self._transport.call(
            OPERATIONS["marketer_chat"], marketer_chat._get_kwargs(body=body), convert.chat_answer, timeout=timeout
        )

    def marketer_stream(
        self,
        prompt: str,
        *,
        session_id: str | int | None = None,
        platform: PublicPlatform | str | None = None,
        unique_id: str | None = None,
        timeout: float | None = None,
    ) -> AsyncEventStream[ChatEvent]:
        """Ask about public videos, and get the answer in pieces, otherwise as `stream`.

        No source shows an event: what the vendor's sample reads is read, JSON and plain text. A failure that is told in
        plain text amid the stream cannot be told from a piece of the answer.

        Args:
            prompt, session_id, platform, unique_id: as for `marketer`.
            timeout: seconds for the whole stream, instead of the limits of its tier.

        Raises:
            ValidationError: an argument that the service would refuse; nothing was sent.
        """
        body = self._marketer_body(prompt, session_id, platform, unique_id)
        return AsyncEventStream(
            self._transport,
            OPERATIONS["marketer_chat_stream"],
            marketer_chat_stream._get_kwargs(body=body),
            dialect_of("marketer_chat_stream").read,
            timeout,
        )

    def _personal_body(self, prompt: str, session_id: str | int | None, unique_id: str | None) -> PersonalChatRequest:
        return PersonalChatRequest(
            prompt=check.non_empty("prompt", prompt),
            session_id=given(None if session_id is None else check.session("session_id", session_id)),
            unique_id=self._namespace(unique_id),
        )

    def _marketer_body(
        self, prompt: str, session_id: str | int | None, platform: PublicPlatform | str | None, unique_id: str | None
    ) -> MarketerChatRequest:
        known = None if platform is None else check.choice("platform", platform, PublicPlatform)
        return MarketerChatRequest(
            prompt=check.non_empty("prompt", prompt),
            session_id=given(None if session_id is None else check.digits("session_id", session_id)),
            unique_id=self._namespace(unique_id),
            type_=given(known),
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
