"""The operations of v1.0."""

from __future__ import annotations

import json
import math
from collections.abc import AsyncIterator
from typing import Any

from starlette.responses import Response, StreamingResponse

from memories_ai_mock import conversation, transcribing
from memories_ai_mock.conversation import Answer
from memories_ai_mock.dispatch import Call
from memories_ai_mock.envelope import SUCCESS, VIDEO_NOT_FOUND, RequestError
from memories_ai_mock.library import LEGACY, Brief, Video, VideoFilter
from memories_ai_mock.operations import fields, uploads
from memories_ai_mock.operations.chat import usable_videos
from memories_ai_mock.operations.search import EVERY_KIND
from memories_ai_mock.tasks import DONE
from memories_ai_mock.text_search import Hit

DEFAULT_PAGE_SIZE = 20
USUAL_LIMIT = 20
MAX_LIMIT = 1_000

Json = dict[str, Any]


def mavi_upload(call: Call) -> Any:
    """Store a video that came as a file."""
    file = uploads.received_video(call, "file", may_be_untyped=True)
    return _video(uploads.store_file(call, file, **_options(call)))


def mavi_upload_url(call: Call) -> Any:
    """Note a video that is then fetched from its URL."""
    return _video(uploads.store_url(call, **_options(call)))


def mavi_search_db(call: Call) -> Any:
    """A page of the library."""
    query = call.query
    size = query.get("pageSize", DEFAULT_PAGE_SIZE)
    page = query.get("page", 1)
    for name, value in (("page", page), ("pageSize", size)):
        if value < 1:
            raise RequestError(f"{name}: {value} is too small; send 1 or more")
    conditions = VideoFilter(
        unique_id=call.unique_id,
        status=query.get("videoStatus"),
        name=query.get("videoName"),
        created_since_ms=query.get("startTime"),
        created_until_ms=query.get("endTime"),
    )
    library = call.services.library
    total = library.count(call.account, conditions)
    videos = library.select(call.account, conditions, size, fields.offset(page, size))
    library.polled(videos)
    return {
        "page": math.ceil(total / size),
        "current": page,
        "total": total,
        "pageSize": size,
        "videoData": [_video(video) for video in videos],
    }


def mavi_search_ai(call: Call) -> Any:
    """Whole videos, the best first."""
    videos = _all_videos(call)
    found = dict.fromkeys(hit.video_no for hit in _hits(call, videos))
    return {"videos": [_video(videos[video_no]) for video_no in list(found)[: _limit(call)]]}


def mavi_search_fragments(call: Call) -> Any:
    """Moments of the given videos, or of all where none is given."""
    videos = _all_videos(call)
    wanted = call.body["videoNos"]
    chosen = {video_no: video for video_no, video in videos.items() if not wanted or video_no in wanted}
    return {
        "videos": [
            {
                **_video(chosen[hit.video_no]),
                "fragmentStartTime": str(int(hit.segment.start)),
                "fragmentEndTime": str(math.ceil(hit.segment.end)),
            }
            for hit in _hits(call, chosen)[: _limit(call)]
        ]
    }


def mavi_chat(call: Call) -> Any:
    """An answer in one piece, or as a stream."""
    question = call.body["message"]
    if not question.strip():
        raise RequestError("message: is empty; send a question")
    videos = usable_videos(call, call.body["videoNos"])
    search = call.services.search
    answer = conversation.compose(search, videos, question, conversation.find_passages(search, videos, question))
    if not call.body["stream"]:
        return {"msg": answer.content}
    call.entry.code = SUCCESS
    return _stream(answer)


def mavi_submit_transcription(call: Call) -> Any:
    """Have a transcription made."""
    video_no = call.body["videoNo"]
    if call.services.library.get(call.account, call.unique_id, video_no) is None:
        raise RequestError(VIDEO_NOT_FOUND)
    callback = fields.callback(call.body, "callBackURI", "callBackUri")
    request = {"video_no": video_no, "type": call.body["type"], "callback": callback}
    seconds = call.services.settings.parse_seconds
    task_no = call.services.tasks.add(call.account, call.unique_id, transcribing.SUBMIT, request, seconds)
    call.services.wake()
    return {"taskNo": task_no}


def mavi_get_transcription(call: Call) -> Any:
    """A transcription; without passages until it is finished."""
    task = call.services.tasks.get(call.account, call.query["taskNo"])
    if task is None or task.kind != transcribing.SUBMIT:
        raise RequestError("taskNo: there is no such task; mavi_submit_transcription gives one")
    return transcribing.transcription(call.services.search, task, finished=task.status == DONE)


def mavi_delete_videos(call: Call) -> Any:
    """Delete videos; unknown ones are no error."""
    call.services.library.delete(call.account, call.unique_id, call.body)
    return None


def _options(call: Call) -> Json:
    return {
        "unique_id": call.unique_id,
        "callback": fields.callback(call.query, "callBackUri"),
        "dialect": LEGACY,
    }


def _all_videos(call: Call) -> dict[str, Brief]:
    if not call.body["searchValue"].strip():
        raise RequestError("searchValue: is empty; send words to look for")
    conditions = VideoFilter(unique_id=call.unique_id, status="PARSE")
    return call.services.library.briefs(call.account, conditions)


def _hits(call: Call, videos: dict[str, Brief]) -> list[Hit]:
    return call.services.search.search(call.body["searchValue"], videos, EVERY_KIND, MAX_LIMIT)


def _limit(call: Call) -> int:
    limit = call.body.get("limit")
    return USUAL_LIMIT if limit is None else max(0, min(limit, MAX_LIMIT))


def _video(video: Video | Brief) -> Json:
    return {
        "videoNo": video.video_no,
        "videoName": video.name,
        "videoStatus": video.status,
        "uploadTime": str(video.create_time_ms),
        "duration": str(int(video.duration)),
    }


def _stream(answer: Answer) -> Response:
    async def lines() -> AsyncIterator[bytes]:
        for piece in answer.pieces():
            event = {"code": SUCCESS, "msg": "success", "data": {"msg": piece}}
            yield f"data:{json.dumps(event, ensure_ascii=False)}\n\n".encode()

    return StreamingResponse(lines(), media_type="text/event-stream", headers={"Cache-Control": "no-cache"})
