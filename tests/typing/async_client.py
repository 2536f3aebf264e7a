"""What type checkers infer of the asynchronous client. Checked by mypy and Pyright, never run."""

from __future__ import annotations

from typing import assert_type

from memories_ai import (
    AsyncByteStream,
    AsyncEventStream,
    AsyncMemoriesAI,
    AsyncPages,
    CaptionHit,
    ChatEvent,
    ImageHit,
    MemoriesError,
    Page,
    SearchHit,
    SearchType,
    Session,
    UploadedVideo,
    Video,
)
from memories_ai_generated.models import DownloadRequest, ListVideosResponse


async def results(client: AsyncMemoriesAI) -> None:
    assert_type(await client.videos.upload("a.mp4"), UploadedVideo)
    assert_type(await client.videos.upload_many(["a.mp4"]), list[UploadedVideo | MemoriesError])
    assert_type((await client.videos.download("VI1", "a.mp4")).digest, str | None)
    assert_type(client.videos.stream("VI1"), AsyncByteStream)
    async for piece in client.videos.stream("VI1"):
        assert_type(piece, bytes)
    assert_type(await client.videos.wait("VI1"), Video)
    assert_type(await client.videos.list(), Page[Video])
    assert_type((await client.videos.list())[0], Video)
    assert_type((await client.videos.list())[:2], tuple[Video, ...])


async def search_depends_on_its_type(client: AsyncMemoriesAI) -> None:
    assert_type(await client.search("a"), tuple[SearchHit, ...])
    assert_type(await client.search("a", SearchType.BY_CAPTION), tuple[CaptionHit, ...])
    assert_type(await client.search("a", "BY_IMAGE"), Page[ImageHit])


async def streams_and_pages(client: AsyncMemoriesAI) -> None:
    async with client.chat.stream("?", video_nos=["VI1"]) as events:
        assert_type(events, AsyncEventStream[ChatEvent])
        async for event in events:
            assert_type(event, ChatEvent)
    assert_type(client.paginate(client.videos.list, tag="a"), AsyncPages[Video])
    async for session in client.paginate(client.sessions.list):
        assert_type(session, Session)
    async for page in client.paginate(client.sessions.list).pages():
        assert_type(page, Page[Session])


async def raw(client: AsyncMemoriesAI) -> None:
    assert_type(await client.raw.list_videos(), ListVideosResponse)
    async with await client.raw.download(body=DownloadRequest(video_no="VI1")) as chunks:
        async for chunk in chunks:
            assert_type(chunk, bytes)


async def mistakes(client: AsyncMemoriesAI) -> None:
    page: Page[Video] = client.videos.list()  # type: ignore[assignment] # pyright: ignore[reportAssignmentType]
    print(page)  # noqa: T201 (what is never used would be reported as well)
