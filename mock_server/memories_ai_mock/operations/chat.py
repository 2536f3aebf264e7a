"""Questions and answers: about chosen videos, about the whole private library, about the public one."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response, StreamingResponse

from memories_ai_mock import conversation
from memories_ai_mock.conversation import MAX_NAMED, RELEVANT, SELECTED, Answer
from memories_ai_mock.dispatch import Call
from memories_ai_mock.envelope import NOT_PARSED, SUCCESS, RequestError
from memories_ai_mock.journal import MAX_KEPT
from memories_ai_mock.library import PUBLIC, Brief, VideoFilter
from memories_ai_mock.operations.sessions import existing_session
from memories_ai_mock.text_search import Hit

# Texts as documented; in a stream they end it.
NO_VIDEOS = "No videos found for the provided video numbers."
DONE = "Done"
LAST_TOKEN = "[DONE]"  # noqa: S105 (no secret: the last event of a stream)
DEFAULT_PLATFORM = "TIKTOK"


class VideosNotUsableError(RequestError):
    """The question is about videos that are unknown or not indexed; the message is a documented one."""


@dataclass(frozen=True, slots=True)
class Conversation:
    """A question with what it is about."""

    call: Call
    session_id: str
    videos: Sequence[Brief]
    titles: Sequence[str] = SELECTED
    with_posts: bool = False

    @property
    def question(self) -> str:
        question: str = self.call.body["prompt"]
        return question

    def find(self) -> list[Hit]:
        """The passages that answer best."""
        return conversation.find_passages(self.call.services.search, self.videos, self.question)

    def compose(self, hits: Sequence[Hit]) -> Answer:
        """The answer that rests on them."""
        posts = self._posts(hits) if self.with_posts else None
        return conversation.compose(self.call.services.search, self.videos, self.question, hits, self.titles, posts)

    def store(self, answer: Answer) -> None:
        """Make question and answer part of the session."""
        call = self.call
        call.services.sessions.add_exchange(call.account, call.unique_id, self.session_id, self.question, answer)

    def _posts(self, hits: Sequence[Hit]) -> dict[str, Mapping[str, Any]]:
        # Without hits the answer says how videos begin.
        named = [hit.video_no for hit in hits] or [video.video_no for video in self.videos[:MAX_NAMED]]
        found = {video_no: self.call.services.library.post(video_no) for video_no in named}
        return {video_no: post for video_no, post in found.items() if post is not None}


def chat(call: Call) -> Any:
    """Answer a question about chosen videos in one piece."""
    session_id = _session_id(call)
    return _whole(Conversation(call, session_id, usable_videos(call, call.body["video_nos"])))


def chat_stream(call: Call) -> Response:
    """The same, piece by piece. Videos that cannot be used end the stream at once."""
    session_id = _session_id(call)
    try:
        videos = usable_videos(call, call.body["video_nos"])
    except VideosNotUsableError as error:
        call.entry.problem = error.message
        return _stream(call, _only(error.message))
    return _stream(call, _events(Conversation(call, session_id, videos)))


def chat_personal(call: Call) -> Any:
    """Answer a question about everything in the namespace."""
    return _whole(_personal(call))


def chat_personal_stream(call: Call) -> Response:
    """The same, as tokens."""
    talk = _personal(call)

    async def lines() -> AsyncIterator[bytes]:
        answer = await run_in_threadpool(lambda: talk.compose(talk.find()))
        for piece in answer.pieces():
            yield f"data: {_json({'token': piece})}\n\n".encode()
            await asyncio.sleep(call.services.settings.stream_pause)
        await run_in_threadpool(talk.store, answer)
        yield f"data: {LAST_TOKEN}\n\n".encode()

    call.entry.code = SUCCESS
    return _event_stream(lines())


def marketer_chat(call: Call) -> Any:
    """Answer a question about the public videos of a platform."""
    return _whole(_marketer(call))


def marketer_chat_stream(call: Call) -> Response:
    """The same, piece by piece."""
    return _stream(call, _events(_marketer(call)))


def usable_videos(call: Call, video_nos: Sequence[str]) -> list[Brief]:
    """The named videos.

    Raises:
        VideosNotUsableError: one is unknown or not indexed.
    """
    wanted = list(dict.fromkeys(video_nos))
    conditions = VideoFilter(unique_id=call.unique_id, video_nos=wanted)
    # No numbers at all would be no condition.
    found = call.services.library.briefs(call.account, conditions) if wanted else {}
    if not wanted or len(found) < len(wanted):
        raise VideosNotUsableError(NO_VIDEOS)
    unparsed = [video_no for video_no in wanted if found[video_no].status != "PARSE"]
    if unparsed:
        raise VideosNotUsableError(f"{NOT_PARSED} {', '.join(unparsed)}")
    return [found[video_no] for video_no in wanted]


def _personal(call: Call) -> Conversation:
    session_id = _session_id(call)
    conditions = VideoFilter(unique_id=call.unique_id, status="PARSE")
    return Conversation(call, session_id, list(call.services.library.briefs(call.account, conditions).values()))


def _marketer(call: Call) -> Conversation:
    session_id = _session_id(call)
    platform = call.body.get("type", DEFAULT_PLATFORM)
    conditions = VideoFilter(unique_id=None, status="PARSE", platform=platform)
    videos = call.services.library.briefs(PUBLIC, conditions)
    return Conversation(call, session_id, list(videos.values()), RELEVANT, with_posts=True)


def _session_id(call: Call) -> str:
    """The session to continue, or the id of a new one."""
    if not call.body["prompt"].strip():
        raise RequestError("prompt: is empty; send a question")
    given = call.body.get("session_id")
    # An empty text is the default that one document of the vendor declares.
    is_new = given in (None, "")
    session_id = call.services.sessions.new_id() if is_new else str(given)
    call.entry.session_id = session_id[:MAX_KEPT]
    return session_id if is_new else existing_session(call, session_id).session_id


def _whole(talk: Conversation) -> dict[str, Any]:
    answer = talk.compose(talk.find())
    talk.store(answer)
    return {
        "role": "ASSISTANT",
        "content": answer.content,
        "thinkings": answer.thinkings,
        "session_id": talk.session_id,
    }


async def _events(talk: Conversation) -> AsyncIterator[Any]:
    """The data of each event. Each step is taken when the one before has been sent: nobody there, nothing done."""
    session_id = talk.session_id
    first = conversation.first_thinking(talk.videos, talk.question, talk.titles)
    yield {"type": "thinking", **first, "sessionId": session_id}
    hits = await run_in_threadpool(talk.find)
    answer = await run_in_threadpool(talk.compose, hits)
    for thinking in answer.thinkings[1:]:
        shown = {name: value for name, value in thinking.items() if name != "refs"}
        yield {"type": "thinking", **shown, "sessionId": session_id}
    yield {"type": "ref", "sessionId": session_id, "ref": answer.refs}
    for piece in answer.pieces():
        yield {"type": "content", "role": "assistant", "content": piece, "sessionId": session_id}
        await asyncio.sleep(talk.call.services.settings.stream_pause)
    await run_in_threadpool(talk.store, answer)
    yield DONE


async def _only(data: str) -> AsyncIterator[Any]:
    yield data


def _stream(call: Call, events: AsyncIterator[Any]) -> Response:
    async def lines() -> AsyncIterator[bytes]:
        async for data in events:
            yield f"data:{_json(data)}\n\n".encode()

    if call.entry.problem is None:
        call.entry.code = SUCCESS
    return _event_stream(lines())


def _event_stream(lines: AsyncIterator[bytes]) -> Response:
    return StreamingResponse(lines, media_type="text/event-stream", headers={"Cache-Control": "no-cache"})


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
