"""What type checkers infer of the synchronous client. Checked by mypy and Pyright, never run."""

from __future__ import annotations

from pathlib import Path
from typing import assert_type

import memories_ai
from memories_ai import (
    ByteStream,
    CaptionHit,
    ChatAnswer,
    ChatEvent,
    ContentEvent,
    DownloadedFile,
    EventStream,
    ImageHit,
    MemoriesAI,
    MemoriesError,
    Page,
    Pages,
    ReferenceEvent,
    SearchHit,
    SearchType,
    Session,
    Summary,
    ThinkingEvent,
    Transcript,
    UnknownEvent,
    UploadedVideo,
    Video,
    Videos,
    VideoStatus,
)
from memories_ai_generated.models import DownloadRequest, ListVideosResponse


def results(client: MemoriesAI) -> None:
    assert_type(client.videos.upload("a.mp4"), UploadedVideo)
    assert_type(client.videos.upload(b"bytes", filename="a.mp4"), UploadedVideo)
    assert_type(client.videos.upload_many([Path("a.mp4")]), list[UploadedVideo | MemoriesError])
    results = client.videos.upload_many(["a.mp4", b"bytes"], filenames=[None, "b.mp4"])
    assert_type(results[0], UploadedVideo | MemoriesError)
    assert_type(client.videos.download("VI1", "a.mp4", hash="sha256").digest, str | None)
    assert_type(client.videos.download_blob("bucket", "blob", Path("a"), version=2), DownloadedFile)
    assert_type(client.videos.stream("VI1"), ByteStream)
    with client.videos.stream("VI1") as pieces:
        assert_type(next(pieces), bytes)
    assert_type(client.videos.wait("VI1"), Video)
    assert_type(client.videos.get("VI1").duration, float | None)
    assert_type(client.videos.get("VI1").status, VideoStatus | None)
    assert_type(client.videos, Videos)
    assert_type(client.videos.list(), Page[Video])
    assert_type(memories_ai.webhooks.parse(b"{}"), memories_ai.webhooks.CallbackEvent)
    assert_type(client.videos.summary("VI1"), Summary | None)
    assert_type(client.transcriptions.audio("VI1"), Transcript | None)
    assert_type(client.chat("?", video_nos=["VI1"]), ChatAnswer)


def search_depends_on_its_type(client: MemoriesAI, kind: str) -> None:
    assert_type(client.search("a"), tuple[SearchHit, ...])
    assert_type(client.search("a", "BY_AUDIO"), tuple[SearchHit, ...])
    assert_type(client.search("a", SearchType.BY_VIDEO), tuple[SearchHit, ...])
    assert_type(client.search("a", "BY_CAPTION"), tuple[CaptionHit, ...])
    assert_type(client.search("a", search_type="BY_IMAGE"), Page[ImageHit])
    assert_type(client.search("a", kind), tuple[SearchHit, ...] | tuple[CaptionHit, ...] | Page[ImageHit])
    assert_type(client.search.transcripts("a"), Page[SearchHit])


def events_can_be_told_apart(client: MemoriesAI) -> None:
    with client.chat.stream("?", video_nos=["VI1"]) as events:
        assert_type(events, EventStream[ChatEvent])
        for event in events:
            match event:
                case ContentEvent():
                    assert_type(event.text, str)
                case ThinkingEvent() | ReferenceEvent():
                    assert_type(event.session_id, str | None)
                case UnknownEvent():
                    assert_type(event.type, str | None)


def pages(client: MemoriesAI) -> None:
    assert_type(client.paginate(client.videos.list, tag="a"), Pages[Video])
    assert_type(client.paginate(client.search.transcripts, "a", page_size=5), Pages[SearchHit])
    for session in client.paginate(client.sessions.list):
        assert_type(session, Session)
    for page in client.paginate(client.sessions.list).pages():
        assert_type(page, Page[Session])
    client.paginate(client.videos.list, tags="a")  # type: ignore[call-arg] # pyright: ignore[reportCallIssue]
    client.paginate(client.videos.get, "VI1")  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]


def options(client: MemoriesAI) -> None:
    assert_type(client.with_options(timeout=5), MemoriesAI)
    with client as same:
        assert_type(same, MemoriesAI)


def raw(client: MemoriesAI) -> None:
    assert_type(client.raw.list_videos(), ListVideosResponse)
    with client.raw.download(body=DownloadRequest(video_no="VI1")) as chunks:
        for chunk in chunks:
            assert_type(chunk, bytes)


def mistakes(client: MemoriesAI) -> None:
    client.videos.upload(5)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    client.videos.list(sise=5)  # type: ignore[call-arg] # pyright: ignore[reportCallIssue]
    client.search(query=b"a")  # type: ignore[call-overload] # pyright: ignore[reportArgumentType, reportCallIssue]
    client.videos.get("VI1").duration = 5  # type: ignore[misc] # pyright: ignore[reportAttributeAccessIssue]
