"""chat, chat_stream."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response, StreamingResponse

from memories_ai_mock import conversation
from memories_ai_mock.conversation import Answer
from memories_ai_mock.dispatch import Call
from memories_ai_mock.envelope import RequestError
from memories_ai_mock.library import Video, VideoFilter
from memories_ai_mock.operations.sessions import existing_session

# Texts as documented; in a stream they end it.
NO_VIDEOS = "No videos found for the provided video numbers."
NOT_PARSED = "Video is not parsed:"
DONE = "Done"


class VideosNotUsableError(RequestError):
    """The question is about videos that are unknown or not indexed; the message is a documented one."""


def chat(call: Call) -> Any:
    """Answer a question in one piece."""
    session_id = _session_id(call)
    videos = _videos(call)
    question = call.body["prompt"]
    hits = conversation.find_passages(call.services.search, videos, question)
    answer = conversation.compose(call.services.search, videos, question, hits)
    _store(call, session_id, answer)
    return {
        "role": "ASSISTANT",
        "content": answer.content,
        "thinkings": answer.thinkings,
        "session_id": session_id,
    }


def chat_stream(call: Call) -> Response:
    """Answer a question piece by piece. Videos that cannot be used end the stream at once."""
    session_id = _session_id(call)
    try:
        events = _events(call, session_id, _videos(call))
    except VideosNotUsableError as error:
        events = _only(error.message)
    return StreamingResponse(_lines(events), media_type="text/event-stream", headers={"Cache-Control": "no-cache"})


def _session_id(call: Call) -> str:
    """The session to continue, or the id of a new one."""
    if not call.body["prompt"].strip():
        raise RequestError("prompt: is empty; send a question")
    given = call.body.get("session_id")
    # An empty text is the default that one document of the vendor declares.
    if given in (None, ""):
        return call.services.sessions.new_id()
    return existing_session(call, given).session_id


def _videos(call: Call) -> list[Video]:
    wanted = list(dict.fromkeys(call.body["video_nos"]))
    conditions = VideoFilter(unique_id=call.unique_id, video_nos=wanted)
    found = {video.video_no: video for video in call.services.library.select(call.account, conditions, len(wanted))}
    if not wanted or len(found) < len(wanted):
        raise VideosNotUsableError(NO_VIDEOS)
    unparsed = [video_no for video_no in wanted if found[video_no].status != "PARSE"]
    if unparsed:
        raise VideosNotUsableError(f"{NOT_PARSED} {', '.join(unparsed)}")
    return [found[video_no] for video_no in wanted]


def _store(call: Call, session_id: str, answer: Answer) -> None:
    question = call.body["prompt"]
    call.services.sessions.add_exchange(call.account, call.unique_id, session_id, question, answer)


async def _events(call: Call, session_id: str, videos: list[Video]) -> AsyncIterator[Any]:
    """The data of each event. Each step is taken when the one before has been sent: nobody there, nothing done."""
    search, question = call.services.search, call.body["prompt"]
    yield {"type": "thinking", **conversation.first_thinking(videos, question), "sessionId": session_id}
    hits = await run_in_threadpool(conversation.find_passages, search, videos, question)
    answer = await run_in_threadpool(conversation.compose, search, videos, question, hits)
    second = {name: value for name, value in answer.thinkings[1].items() if name != "refs"}
    yield {"type": "thinking", **second, "sessionId": session_id}
    yield {"type": "ref", "sessionId": session_id, "ref": answer.refs}
    for piece in answer.pieces():
        yield {"type": "content", "role": "assistant", "content": piece, "sessionId": session_id}
        await asyncio.sleep(call.services.settings.stream_pause)
    await run_in_threadpool(_store, call, session_id, answer)
    yield DONE


async def _only(data: str) -> AsyncIterator[Any]:
    yield data


async def _lines(events: AsyncIterator[Any]) -> AsyncIterator[bytes]:
    async for data in events:
        yield f"data:{json.dumps(data, ensure_ascii=False, separators=(',', ':'))}\n\n".encode()
