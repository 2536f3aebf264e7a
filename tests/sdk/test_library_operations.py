"""Operations that are called through their resources against the emulator: images to memories.

With those of test_video_operations.py they are all that the specification has.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Any, NamedTuple

import pytest

import memories_ai as m
from memories_ai_mock import Emulator
from resource_support import FAST, indexed_sample, picture
from sdk_support import KEY, MakeClient


class Context(NamedTuple):
    """What stands in the library before the calls."""

    video_no: str
    public_video_no: str
    folder_id: int
    folder_name: str
    task_id: str


POST = "https://www.tiktok.com/@harbourkitchen/video/7450001234567890123"
PROFILE = "https://www.tiktok.com/@harbourkitchen"
ENTRY = m.MemoryEntry(role="Tester", content="Starting today")

CALLS: dict[str, Callable[[Any, Context], Any]] = {
    "upload_image": lambda client, _: client.images.upload(picture(), picture("JPEG")),
    "list_images": lambda client, _: client.images.list(),
    "import_post_urls": lambda client, _: client.imports.posts([POST]),
    "import_post_urls_public": lambda client, _: client.imports.posts([POST], public=True),
    "import_creator": lambda client, _: client.imports.creator(PROFILE, count=1),
    "import_creator_public": lambda client, _: client.imports.creator(PROFILE, count=1, public=True),
    "import_hashtag": lambda client, _: client.imports.hashtags(["cooking"], count=1),
    "import_hashtag_public": lambda client, _: client.imports.hashtags(["cooking"], count=1, public=True),
    "get_task_status": lambda client, at: client.imports.status(at.task_id),
    "get_public_video_detail": lambda client, at: client.public.get(at.public_video_no),
    "get_public_video_transcription": lambda client, at: client.public.video_transcription(at.public_video_no),
    "get_public_audio_transcription": lambda client, at: client.public.audio_transcription(at.public_video_no),
    "search_public": lambda client, _: client.search.public("fish soup"),
    "search_public_audio_transcripts": lambda client, _: client.search.public_transcripts("the"),
    "search_similar_images": lambda client, _: client.search.similar_images(picture(), similarity=0),
    "search_public_similar_images": lambda client, _: client.search.public_similar_images(picture(), similarity=0),
    "search_clips_by_image": lambda client, at: client.search.clips_by_image(picture(), at.video_no, "red"),
    "list_folders": lambda client, _: client.folders.list(),
    "create_folder": lambda client, at: client.folders.create(f"{at.folder_name} 2"),
    "rename_folder": lambda client, at: client.folders.rename(at.folder_id, f"{at.folder_name} 3"),
    "delete_folder": lambda client, at: client.folders.delete(at.folder_id),
    "move_videos_to_folder": lambda client, at: client.folders.move([at.video_no], -1),
    "list_folder_videos": lambda client, at: client.folders.videos(at.folder_id),
    "list_unique_ids": lambda client, _: client.folders.unique_ids(),
    "list_memories": lambda client, _: client.memories.list(),
    "add_memory": lambda client, _: client.memories.add([ENTRY]),
    "search_memories": lambda client, _: client.memories.search("today"),
}
_numbers = count(1)


@pytest.fixture(scope="module")
def library(shared_emulator: Emulator) -> Context:
    """What is made once for all calls."""
    with m.MemoriesAI(api_key=KEY, base_url=shared_emulator.base_url, unique_id="table") as client:
        task = client.imports.posts([POST])
        client.imports.wait(task.task_id, timeout=60, polling=FAST)
        return Context(
            video_no=indexed_sample(client),
            public_video_no=client.search.public("fish soup")[0].video_no,
            folder_id=-1,
            folder_name="",
            task_id=task.task_id,
        )


@pytest.fixture
def context(library: Context, emulated: Any) -> Context:
    """The library, and a folder that nobody else uses."""
    name = f"table {next(_numbers)}"
    return library._replace(folder_name=name, folder_id=emulated.folders.create(name).folder_id)


@pytest.mark.parametrize("operation", CALLS)
def test_every_operation_is_called_through_its_resource(
    make_client: MakeClient, shared_emulator: Emulator, context: Context, operation: str
) -> None:
    records: list[m.RequestRecord] = []
    client = make_client(base_url=shared_emulator.base_url, unique_id="table", on_request=records.append)
    assert CALLS[operation](client, context) is not None
    assert [(record.operation.id, record.status, record.error) for record in records] == [(operation, 200, None)]
