"""SDK and emulator together, over a real socket: the whole path, and what goes wrong on it."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

import memories_ai as m
from memories_ai_generated.api.videos import get_metadata, upload
from memories_ai_generated.client import AuthenticatedClient
from memories_ai_generated.models import Failure, MetadataResponse, UploadForm, UploadResponse
from memories_ai_generated.types import File
from memories_ai_mock import Emulator, Settings
from sdk_support import KEY, MakeClient

SAMPLE = Path(__file__).parents[2] / "examples" / "media" / "sample.mp4"
FAST = m.Polling(delay=0.05, max_delay=0.1)


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    with Emulator(Settings(keys=[KEY], parse_seconds=0.1)) as emulator:
        yield emulator


@pytest.fixture
def client(make_client: MakeClient, emulator: Emulator, request: pytest.FixtureRequest) -> Any:
    """A client with a namespace of its own, so that tests do not see each other's videos."""
    return make_client(base_url=emulator.base_url, unique_id=request.node.name)


def test_the_whole_path(client: Any, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    accepted = client.videos.upload(SAMPLE, tags=["story"], camera_model="Canon", datetime_taken="2025-10-20 11:00:00")
    assert (accepted.name, accepted.status) == ("sample", m.VideoStatus.UNPARSE)

    video = client.videos.wait(accepted.video_no, timeout=30, polling=FAST)
    assert (video.is_ready, video.duration, video.size) == (True, 30.0, SAMPLE.stat().st_size)
    assert [row.video_no for row in client.videos.list(tag="story")] == [accepted.video_no]
    details = client.videos.get(accepted.video_no)
    assert (details.width, details.height, details.fps, details.camera_model) == (384, 216, 12.0, "Canon")
    assert details.tags == ("story", "api")
    assert client.videos.details(accepted.video_no).width == 384

    best = client.search("red balloon", "BY_AUDIO")[0]
    assert (best.video_no, best.start) == (accepted.video_no, 24.0)
    assert "red balloon" in (best.text or "")
    assert client.search("red balloon", top_k=1)[0].video_no == accepted.video_no
    assert client.search.transcripts("RED BALLOON").items[0].start == 24.0
    assert client.search("red balloon", "BY_IMAGE").items == ()

    spoken = client.transcriptions.audio(accepted.video_no)
    assert len(spoken.segments) == 11
    assert client.transcriptions.video(accepted.video_no).segments
    assert client.videos.summary(accepted.video_no, "CHAPTER").items[0].start == 0.0
    assert client.videos.summary(accepted.video_no, "TOPIC").items[0].start is None

    answer = client.chat("Where is the red balloon?", video_nos=[accepted.video_no])
    assert "red balloon" in answer.text
    assert answer.references[0].video_no == accepted.video_no
    with client.chat.stream("And then?", video_nos=[accepted.video_no], session_id=answer.session_id) as events:
        got = list(events)
    assert {type(event) for event in got} >= {m.ThinkingEvent, m.ContentEvent}
    assert {event.session_id for event in got} == {answer.session_id}
    assert [message.role for message in client.sessions.get(answer.session_id).messages] == ["user", "assistant"] * 2
    assert [session.session_id for session in client.sessions.list()] == [answer.session_id]

    copy = client.videos.download(accepted.video_no, tmp_path)
    assert copy.path.read_bytes() == SAMPLE.read_bytes()
    client.videos.delete(accepted.video_no)
    assert client.videos.list().items == ()
    assert KEY not in caplog.text, "the key stands in a log line of the SDK, httpx, httpcore, uvicorn or the emulator"


def test_a_wrong_key(make_client: MakeClient, emulator: Emulator) -> None:
    wrong = "sk-mavi-wrong-0815"
    with pytest.raises(m.AuthenticationError) as caught:
        make_client(api_key=wrong, base_url=emulator.base_url).videos.list()
    assert caught.value.code == "0401"
    assert wrong not in str(caught.value)


def test_an_unknown_video(client: Any, tmp_path: Path) -> None:
    with pytest.raises(m.NotFoundError):
        client.videos.get("VI000000000000000000")
    with pytest.raises(m.NotFoundError):
        client.videos.wait("VI000000000000000000")
    with pytest.raises(m.NotFoundError, match="video not found"):
        client.videos.download("VI000000000000000000", tmp_path / "x.mp4")
    with pytest.raises(m.MemoriesError, match="No videos found"):
        client.chat("?", video_nos=["VI000000000000000000"])
    with pytest.raises(m.NotFoundError, match="No videos found"):
        list(client.chat.stream("?", video_nos=["VI000000000000000000"]))
    assert client.transcriptions.audio("VI000000000000000000") is None
    client.videos.delete("VI000000000000000000")


def test_a_text_file_in_disguise_fails_with_a_cause(client: Any) -> None:
    accepted = client.videos.upload(io.BytesIO(b"no video at all\n" * 100), filename="disguise.mp4")
    with pytest.raises(m.VideoFailedError) as caught:
        client.videos.wait(accepted.video_no, timeout=30, polling=FAST)
    assert caught.value.video_no == accepted.video_no
    assert (caught.value.cause or "").startswith("Indexing failed")
    assert client.videos.list().items[0].is_failed


def test_a_callback_that_nobody_answers_disturbs_nothing(client: Any) -> None:
    accepted = client.videos.upload(SAMPLE, callback="http://127.0.0.1:9/nobody")
    assert client.videos.wait(accepted.video_no, timeout=30, polling=FAST).is_ready


def test_namespaces_do_not_see_each_other(make_client: MakeClient, client: Any, emulator: Emulator) -> None:
    accepted = client.videos.upload(SAMPLE)
    client.videos.wait(accepted.video_no, timeout=30, polling=FAST)
    other = make_client(base_url=emulator.base_url, unique_id="somebody else")
    assert other.videos.list().items == ()
    assert other.search("red balloon") == ()
    with pytest.raises(m.NotFoundError):
        other.videos.get(accepted.video_no)


def test_nobody_listens(make_client: MakeClient) -> None:
    with pytest.raises(m.TransportError):
        make_client(base_url="http://127.0.0.1:9").videos.list()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("tags", ["t"] * 21),
        ("datetime_taken", "20.10.2025"),
        ("callback", "https://a.example/" + "x" * 300),
        ("camera_model", "x" * 201),
    ],
)
def test_the_emulator_refuses_what_the_sdk_would_not_send(emulator: Emulator, field: str, value: Any) -> None:
    """Past the SDK's own checks: through plain httpx, as other programs would."""
    answer = httpx.post(
        f"{emulator.base_url}/serve/api/v1/upload",
        headers={"Authorization": KEY},
        files={"file": ("a.mp4", b"x", "video/mp4")},
        data={field: value},
    ).json()
    assert (answer["code"], answer["failed"]) == ("0001", True)
    assert field in answer["msg"]


def test_the_generated_client_works_by_itself(emulator: Emulator) -> None:
    with AuthenticatedClient(base_url=emulator.base_url, token=KEY) as client, SAMPLE.open("rb") as file:
        body = UploadForm(file=File(file, "sample.mp4", "video/mp4"), unique_id="raw", retain_original_video=True)
        accepted = upload.sync(client=client, body=body)
        assert isinstance(accepted, UploadResponse)
        found = get_metadata.sync(client=client, video_no=accepted.data.video_no, unique_id="raw")
        assert isinstance(found, MetadataResponse)
        assert found.data
        assert found.data.video_no == accepted.data.video_no
    with AuthenticatedClient(base_url=emulator.base_url, token="wrong") as client:
        refused = get_metadata.sync(client=client, video_no="VI1")
        assert isinstance(refused, Failure)
        assert refused.code == "0401"
