"""Operations that are called through their resources against the emulator: videos, chats, captions, v1.0 and v1.1.

With those of test_library_operations.py they are all that the specification has.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qs

import httpx
import pytest

import memories_ai as m
import test_library_operations
from memories_ai_generated.operations import OPERATIONS
from memories_ai_mock import Emulator, ManualClock, Settings
from sdk_support import KEY, MakeClient
from served_files import ServedFiles

SAMPLE = Path(__file__).parents[2] / "examples" / "media" / "sample.mp4"
FAST = m.Polling(delay=0.02, max_delay=0.05)
NOWHERE = "http://127.0.0.1:9/nobody"


class Context(NamedTuple):
    """What stands ready before each call. video_no is indexed; spare_no may be deleted."""

    video_no: str
    bucket: str
    blob: str
    spare_no: str
    session_id: str
    task_no: str
    film_url: str
    picture_url: str
    picture: Path
    folder: Path
    push: dict[str, str]
    refresh_token: str


def whole(events: Any) -> list[Any]:
    """A stream to its end, which must have brought something."""
    found = list(events)
    assert found
    return found


def caption_video(client: Any, source: object, begin: bool = False) -> Any:
    if begin:
        return client.captions.start_video(source, "What?", system_prompt="You watch.", callback=NOWHERE)
    return client.captions.video(source, "What?", system_prompt="You watch.")


CALLS: dict[str, Callable[[Any, Context], Any]] = {
    "upload": lambda client, _: client.videos.upload(SAMPLE),
    "upload_url": lambda client, at: client.videos.upload(at.film_url),
    "list_videos": lambda client, _: client.videos.list(),
    "get_private_video_details": lambda client, at: client.videos.details(at.video_no),
    "get_metadata": lambda client, at: client.videos.get(at.video_no),
    "generate_summary": lambda client, at: client.videos.summary(at.video_no),
    "download": lambda client, at: client.videos.download(at.video_no, at.folder),
    "download_blob": lambda client, at: client.videos.download_blob(at.bucket, at.blob, at.folder),
    "download_blob_v2": lambda client, at: client.videos.download_blob(at.bucket, at.blob, at.folder, version=2),
    "delete_videos": lambda client, at: client.videos.delete(at.spare_no),
    "search": lambda client, _: client.search("red balloon"),
    "search_audio_transcripts": lambda client, _: client.search.transcripts("red balloon"),
    "chat": lambda client, at: client.chat("Where?", video_nos=[at.video_no]),
    "chat_stream": lambda client, at: whole(client.chat.stream("Where?", video_nos=[at.video_no])),
    "chat_personal": lambda client, _: client.chat.personal("Where?"),
    "chat_personal_stream": lambda client, _: whole(client.chat.personal_stream("Where?")),
    "marketer_chat": lambda client, _: client.chat.marketer("What is posted?"),
    "marketer_chat_stream": lambda client, _: whole(client.chat.marketer_stream("What is posted?")),
    "get_video_transcription": lambda client, at: client.transcriptions.video(at.video_no),
    "get_audio_transcription": lambda client, at: client.transcriptions.audio(at.video_no),
    "get_video_caption": lambda client, at: client.transcriptions.captions(at.video_no),
    "update_video_transcription": lambda client, at: client.transcriptions.update(at.video_no, "Colours"),
    "list_sessions": lambda client, _: client.sessions.list(),
    "get_session_detail": lambda client, at: client.sessions.get(at.session_id),
    "caption_video_url": lambda client, at: caption_video(client, at.film_url, begin=True),
    "caption_video_file": lambda client, _: caption_video(client, SAMPLE, begin=True),
    "caption_video_url_sync": lambda client, at: caption_video(client, at.film_url),
    "caption_video_file_sync": lambda client, _: caption_video(client, SAMPLE),
    "caption_image_url": lambda client, at: client.captions.image(at.picture_url, "What?"),
    "caption_image_file": lambda client, at: client.captions.image(at.picture, "What?"),
    "caption_image_base64": lambda client, at: client.captions.image(at.picture.read_bytes(), "What?"),
    "legacy_upload": lambda client, _: client.legacy.upload(SAMPLE),
    "legacy_upload_url": lambda client, at: client.legacy.upload(at.film_url),
    "legacy_list_videos": lambda client, _: client.legacy.list(),
    "legacy_search": lambda client, _: client.legacy.search("red balloon"),
    "legacy_chat": lambda client, at: client.legacy.chat("Where?", video_nos=[at.video_no]),
    "legacy_get_video_transcription": lambda client, at: client.legacy.video_transcription(at.video_no),
    "legacy_get_audio_transcription": lambda client, at: client.legacy.audio_transcription(at.video_no),
    "legacy_generate_summary": lambda client, at: client.legacy.summary(at.video_no),
    "legacy_list_sessions": lambda client, _: client.legacy.sessions(),
    "legacy_get_session_detail": lambda client, at: client.legacy.session(at.session_id),
    "legacy_delete_videos": lambda client, at: client.legacy.delete(at.spare_no),
    "legacy_get_folder": lambda client, _: client.legacy.folders(),
    "mavi_upload": lambda client, _: client.mavi.upload(SAMPLE),
    "mavi_upload_url": lambda client, at: client.mavi.upload(at.film_url),
    "mavi_search_db": lambda client, _: client.mavi.list(),
    "mavi_search_ai": lambda client, _: client.mavi.search("red balloon"),
    "mavi_search_fragments": lambda client, _: client.mavi.search_fragments("red balloon"),
    "mavi_chat": lambda client, at: client.mavi.chat("Where?", video_nos=[at.video_no]),
    "mavi_submit_transcription": lambda client, at: client.mavi.submit_transcription(at.video_no),
    "mavi_get_transcription": lambda client, at: client.mavi.transcription(at.task_no),
    "mavi_delete_videos": lambda client, at: client.mavi.delete(at.spare_no),
    "get_access_token": lambda client, at: client.tokens.exchange(at.push["clientId"], at.push["code"]),
    "refresh_access_token": lambda client, at: client.tokens.refresh(at.refresh_token),
}
NOTHING = {"delete_videos", "legacy_delete_videos", "mavi_delete_videos"}
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c636060f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
)


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    with Emulator(Settings(keys=[KEY], parse_seconds=0, stream_pause=0, clock=ManualClock())) as emulator:
        yield emulator


@pytest.fixture(scope="module")
def films() -> Iterator[ServedFiles]:
    served = ServedFiles()
    yield served
    served.close()


@pytest.fixture(scope="module")
def pushes(emulator: Emulator) -> Callable[[], dict[str, str]]:
    """Gives a code that nobody has used, each time it is called."""
    headers, seen = {"X-Memories-Mock": "1"}, count()
    account = {"key": KEY, "code_address": f"{emulator.base_url}/__mock__/inbox/codes"}

    def push() -> dict[str, str]:
        number = next(seen)
        if number == 0:
            url = f"{emulator.base_url}/__mock__/seed"
            httpx.post(url, json={"accounts": [account]}, headers=headers).raise_for_status()
        else:
            emulator.clock.advance(600)
        for _ in range(1000):
            entries = httpx.get(f"{emulator.base_url}/__mock__/inbox?name=codes").json()["entries"]
            if len(entries) > number:
                return {name: values[0] for name, values in parse_qs(entries[0]["body"]).items()}
            time.sleep(0.02)
        raise AssertionError("no code was pushed")

    return push


@pytest.fixture(scope="module")
def library(
    emulator: Emulator,
    films: ServedFiles,
    pushes: Callable[[], dict[str, str]],
    tmp_path_factory: pytest.TempPathFactory,
) -> Context:
    """What is made once for all calls, in the one namespace that v1.0 and v1.1 know."""
    picture = tmp_path_factory.mktemp("pictures") / "picture.png"
    picture.write_bytes(PICTURE)
    push = pushes()
    with m.MemoriesAI(KEY, base_url=emulator.base_url) as client:
        video_no = client.videos.upload(SAMPLE).video_no
        video = client.videos.wait(video_no, timeout=60, polling=FAST)
        return Context(
            video_no=video_no,
            bucket=video.bucket or "",
            blob=video.blob or "",
            spare_no="",
            session_id=client.chat("Where?", video_nos=[video_no]).session_id or "",
            task_no=client.mavi.submit_transcription(video_no).task_no,
            film_url=films.add("/film.mp4", SAMPLE.read_bytes()),
            picture_url=films.add("/picture.png", PICTURE),
            picture=picture,
            folder=picture.parent,
            push={},
            refresh_token=client.tokens.exchange(push["clientId"], push["code"]).refresh_token or "",
        )


@pytest.fixture
def context(
    library: Context,
    emulator: Emulator,
    pushes: Callable[[], dict[str, str]],
    tmp_path: Path,
    request: pytest.FixtureRequest,
) -> Context:
    """The library, and what a call uses up."""
    operation = request.node.callspec.params["operation"]
    spare_no = ""
    if operation in NOTHING:
        with m.MemoriesAI(KEY, base_url=emulator.base_url) as client:
            spare_no = client.videos.upload(SAMPLE).video_no
    push = pushes() if operation == "get_access_token" else {}
    return library._replace(folder=tmp_path, spare_no=spare_no, push=push)


def test_every_operation_has_a_resource() -> None:
    """With the calls of the other file, which make their requests just so, the list is complete."""
    assert not CALLS.keys() & test_library_operations.CALLS.keys()
    assert CALLS.keys() | test_library_operations.CALLS.keys() == OPERATIONS.keys()


@pytest.mark.parametrize("operation", CALLS)
def test_each_operation_is_called_through_its_resource(
    make_client: MakeClient, emulator: Emulator, context: Context, operation: str
) -> None:
    called: list[str] = []
    client = make_client(base_url=emulator.base_url, on_request=lambda record: called.append(record.operation.id))
    answer = CALLS[operation](client, context)
    assert called == [operation]
    assert (answer is None) is (operation in NOTHING)


def test_the_emulator_found_no_fault_with_the_client(emulator: Emulator) -> None:
    """After all of the calls above."""
    verdict = httpx.get(f"{emulator.base_url}/__mock__/verdict").json()
    assert verdict["findings"] == []
