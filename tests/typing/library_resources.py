"""What type checkers infer of images, imports, public videos, folders and texts. Checked, never run."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import assert_type

from memories_ai import (
    AsyncMemoriesAI,
    AsyncPages,
    Folder,
    FrameHit,
    HashtagImportTask,
    Image,
    ImportProgress,
    ImportTask,
    MemoriesAI,
    MemoryEntry,
    Page,
    Pages,
    PublicPlatform,
    PublicVideo,
    SearchHit,
    Transcript,
    UnspecifiedAnswer,
    UploadedImage,
    Video,
    VideoStatus,
)


def results(client: MemoriesAI) -> None:
    assert_type(client.images.upload("a.png", Path("b.png"), b"", BytesIO()), tuple[UploadedImage, ...])
    assert_type(client.images.list(), Page[Image])
    assert_type(client.imports.posts(["https://a.example"]), ImportTask)
    assert_type(client.imports.creator("https://a.example", public=True).task_id, str)
    assert_type(client.imports.hashtags(["a"]), HashtagImportTask)
    assert_type(client.imports.hashtags(["a"]).task_id, str | None)
    assert_type(client.imports.wait("7", videos=2), ImportProgress)
    assert_type(client.imports.status("7").failed, tuple[Video, ...])
    assert_type(client.public.get("PI-1"), PublicVideo)
    assert_type(client.public.get("PI-1").status, VideoStatus)
    assert_type(client.public.get("PI-1").like_count, int | None)
    assert_type(client.public.audio_transcription("PI-1"), Transcript | None)
    assert_type(client.search.public("a", "BY_AUDIO", platform=PublicPlatform.TIKTOK), tuple[SearchHit, ...])
    assert_type(client.search.similar_images(b""), tuple[FrameHit, ...])
    assert_type(client.search.public_similar_images("a.png"), tuple[FrameHit, ...])
    assert_type(client.search.clips_by_image("a.png", "VI1", "red"), tuple[SearchHit, ...])
    assert_type(client.folders.list(), tuple[Folder, ...])
    assert_type(client.folders.create("a").folder_id, int)
    assert_type(client.folders.unique_ids(), tuple[str, ...])
    assert_type(client.memories.add([MemoryEntry(role="a", content="b")]), UnspecifiedAnswer)
    assert_type(client.memories.list(filters={"a": 1}).data, object)


def pages(client: MemoriesAI) -> None:
    assert_type(client.paginate(client.images.list), Pages[Image])
    assert_type(client.paginate(client.folders.videos, -1, page_size=5), Pages[Video])
    assert_type(client.paginate(client.search.public_transcripts, "a"), Pages[SearchHit])
    client.paginate(client.folders.list)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]


async def asynchronous(client: AsyncMemoriesAI) -> None:
    assert_type(await client.images.upload(b""), tuple[UploadedImage, ...])
    assert_type(await client.imports.wait("7"), ImportProgress)
    assert_type(client.paginate(client.images.list), AsyncPages[Image])


def sources(client: MemoriesAI, told: list[tuple[int, int, int | None]]) -> None:
    with open("a.png", "rb") as file:  # noqa: PTH123 (what it gives is meant)
        client.images.upload(file, b"", "a.png", filenames=["a.png", None, "b.png"])
        client.captions.image([file, b"", Path("a.png")], "?")
        client.captions.image(bytearray(), "?", filename="a.png")
        client.captions.video(memoryview(b""), "?", system_prompt="", filename="a.mp4", pictures=[file, b""])
        client.mavi.upload(file)
        client.legacy.upload(b"", filename="a.mp4")
    client.images.upload_batches(["a.png"], on_progress=lambda number, sent, total: told.append((number, sent, total)))


def mistakes(client: MemoriesAI) -> None:
    client.images.upload(5)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    client.folders.rename("7", "a")  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    client.memories.add("text")  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
