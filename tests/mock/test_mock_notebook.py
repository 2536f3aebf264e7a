"""The calls of the vendor's founding notebook, in their order, give answers of the recorded shape."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import httpx
import pytest

from memories_ai_contract.recordings import Recording, load_recordings
from memories_ai_contract.shapes import differences
from mock_support import Api, Receiver, eventually, make_video
from operation_support import started

RECORDINGS = {recording.name: recording for recording in load_recordings()}
TEXT, NUMBER = "text", 1
ENVELOPE = {"code": TEXT, "msg": TEXT, "success": True, "failed": True}
QUESTION = "Find the highlights of this video and give timestamps"


@dataclass(frozen=True)
class Notebook:
    """A client as the notebook has it, and the two films that it uploads: one with speech, one without."""

    http: httpx.Client
    spoken: str
    silent: str
    session_id: str


@pytest.fixture(scope="module")
def notebook(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Notebook]:
    directory = tmp_path_factory.mktemp("films")
    receiver = Receiver()
    receiver.files["/ElephantsDream.mp4"] = make_video(directory / "spoken.mp4").read_bytes()
    receiver.files["/Sintel.mp4"] = make_video(directory / "silent.mp4", subtitles=()).read_bytes()
    with started() as api:
        http = api.http
        http.base_url = httpx.URL(api.emulator.base_url + "/serve/api")
        numbers = [uploaded(api, f"{receiver.url}/{name}.mp4") for name in ("ElephantsDream", "Sintel")]
        body = {"video_nos": numbers[:1], "prompt": QUESTION}
        session_id = http.post("/v1/chat", json=body).json()["data"]["session_id"]
        yield Notebook(http, *numbers, session_id)
    receiver.close()


def uploaded(api: Api, url: str) -> str:
    """What the notebook uploads; waited for as it waits, by looking at the list."""
    answer = api.http.post("/video/upload_url", data={"url": url}).json()
    exact(answer, {**ENVELOPE, "data": {"videoNo": TEXT, "videoName": TEXT}})
    same_as_recorded(answer, "legacy_upload_url.elephants_dream")
    video_no: str = answer["data"]["videoNo"]

    def parsed() -> bool:
        api.emulator.clock.advance(1)
        found = api.http.post("/video/list_videos", json={"video_no": video_no}).json()["data"]["videos"]
        return bool(found[0]["status"] == "PARSE")

    eventually(parsed)
    return video_no


def exact(value: Any, pattern: Any, place: str = "answer") -> None:
    """The value has the members of the pattern and no others, each of the same JSON type; a list in the pattern shows
    its only kind of item."""
    assert type(value) is type(pattern), f"{place}: {value!r}"
    if isinstance(pattern, dict):
        assert value.keys() == pattern.keys(), place
        for name, each in pattern.items():
            exact(value[name], each, f"{place}.{name}")
    elif isinstance(pattern, list):
        assert value, f"{place}: is empty"
        for index, each in enumerate(value):
            exact(each, pattern[0], f"{place}[{index}]")


def same_as_recorded(answer: Any, name: str) -> None:
    """All that was recorded is there; nothing else is, where the recording is whole."""
    recording: Recording = RECORDINGS[name]
    assert differences(recording.response.body, answer) == []
    if recording.provenance.complete:
        assert differences(answer, recording.response.body) == []


def test_the_list_of_one_video(notebook: Notebook) -> None:
    answer = notebook.http.post("/video/list_videos", json={"video_no": notebook.spoken}).json()
    names = ("duration", "size", "status", "cause", "video_no", "video_name", "create_time")
    page = {"current_page": NUMBER, "page_size": NUMBER, "total_count": TEXT}
    exact(answer, {**ENVELOPE, "data": {"videos": [dict.fromkeys(names, TEXT)], **page}})
    same_as_recorded(answer, "legacy_list_videos.elephants_dream")
    [row] = answer["data"]["videos"]
    assert (row["video_name"], row["status"], row["cause"]) == ("ElephantsDream", "PARSE", "null")
    assert {name: answer["data"][name] for name in page} == {"current_page": 1, "page_size": 200, "total_count": "1"}


def test_the_search_for_whole_videos(notebook: Notebook) -> None:
    body = {"search_param": "the blue whale sings", "search_type": "BY_VIDEO"}
    answer = notebook.http.post("/video/search", json=body).json()
    names = ("videoNo", "videoName", "startTime", "endTime")
    exact(answer, {**ENVELOPE, "data": [dict.fromkeys(names, TEXT)]})
    same_as_recorded(answer, "legacy_search.by_video")
    assert answer["data"][0] == {
        "videoNo": notebook.spoken,
        "videoName": "ElephantsDream",
        "startTime": "null",
        "endTime": "null",
    }


def refs_pattern(item: dict[str, Any]) -> list[Any]:
    return [{"video": {"duration": TEXT, "video_no": TEXT, "video_name": TEXT}, "refItems": [item]}]


def test_the_chat_about_a_video(notebook: Notebook) -> None:
    answer = notebook.http.post("/v1/chat", json={"video_nos": [notebook.spoken], "prompt": QUESTION}).json()
    same_as_recorded(answer, "chat.highlights")
    exact_thinkings(answer, refs_pattern({**PASSAGE}))


PASSAGE = {"videoNo": TEXT, "startTime": NUMBER, "type": TEXT, "endTime": NUMBER, "text": TEXT}


def exact_thinkings(answer: Any, refs: list[Any] | None) -> None:
    """References hang on the last step alone."""
    thinkings = answer["data"].pop("thinkings")
    exact(answer, {**ENVELOPE, "data": {"role": TEXT, "content": TEXT, "session_id": TEXT}})
    step = {"title": TEXT, "content": TEXT}
    exact(thinkings[:-1], [step])
    if refs is not None:
        exact(thinkings[-1], {**step, "refs": refs})
    assert answer["data"]["role"] == "ASSISTANT"


def test_the_chat_about_public_videos(notebook: Notebook) -> None:
    answer = notebook.http.post("/v1/marketer_chat", json={"prompt": "where is the war?"}).json()
    same_as_recorded(answer, "marketer_chat.where_is_the_war")
    refs = answer["data"]["thinkings"][-1]["refs"]
    exact_thinkings(answer, None)
    counters = dict.fromkeys(("view_count", "like_count", "share_count", "comment_count"), NUMBER)
    meta = {"videoNo": TEXT, "startTime": NUMBER, "type": TEXT, "title": None, "summary": None, **counters}
    exact([ref["video"] for ref in refs], [refs_pattern({})[0]["video"]])
    exact([ref["refItems"][0] for ref in refs], [meta])
    exact([item for ref in refs for item in ref["refItems"][1:]], [PASSAGE])
    assert {ref["refItems"][0]["type"] for ref in refs} == {"video_meta"}


@pytest.mark.parametrize("version", ["video", "v1"])
def test_what_is_shown(notebook: Notebook, version: str) -> None:
    answer = notebook.http.get(f"/{version}/get_video_transcription", params={"video_no": notebook.spoken}).json()
    same_as_recorded(answer, "legacy_get_video_transcription.elephants_dream")
    exact(answer, transcription_pattern(**({} if version == "video" else {"createTime": TEXT})))


def transcription_pattern(**more: Any) -> Any:
    segment = {"index": NUMBER, "content": TEXT, "startTime": TEXT, "endTime": TEXT}
    return {**ENVELOPE, "data": {"videoNo": TEXT, "transcriptions": [segment], **more}}


def test_what_is_said(notebook: Notebook) -> None:
    answer = notebook.http.get("/v1/get_audio_transcription", params={"video_no": notebook.silent}).json()
    recording = RECORDINGS["get_audio_transcription.elephants_dream"]
    assert answer == recording.response.body
    spoken = notebook.http.get("/v1/get_audio_transcription", params={"video_no": notebook.spoken}).json()
    exact(spoken, transcription_pattern(createTime=TEXT))


def test_the_summary(notebook: Notebook) -> None:
    query = {"video_no": notebook.spoken, "type": "TOPIC"}
    answer = notebook.http.get("/v1/generate_summary", params=query).json()
    recorded = RECORDINGS["legacy_generate_summary.topic"]
    assert differences(recorded.response.body, answer) == []
    optional = {name: TEXT for name in ("totalInput", "totalOutput") if name in answer["data"]}
    items = [{"title": TEXT, "description": TEXT}]
    exact(answer, {**ENVELOPE, "data": {"summary": TEXT, "items": items, **optional}})


def test_all_videos(notebook: Notebook) -> None:
    answer = notebook.http.post("/video/list_videos", json={"page": 1, "size": 200}).json()
    same_as_recorded(answer, "legacy_list_videos.first_page")
    assert [row["video_no"] for row in answer["data"]["videos"]] == [notebook.silent, notebook.spoken]


def test_the_sessions(notebook: Notebook) -> None:
    answer = notebook.http.get("/video/list_sessions", params={"page": "1"}).json()
    same_as_recorded(answer, "legacy_list_sessions.first_page")
    rows = [{"sessionId": TEXT, "title": TEXT}]
    page = {"current_page": NUMBER, "page_size": NUMBER, "total_count": TEXT}
    exact(answer, {**ENVELOPE, "data": {"sessions": rows, **page}})
    assert notebook.session_id in {row["sessionId"] for row in answer["data"]["sessions"]}


def test_one_session(notebook: Notebook) -> None:
    # The notebook sends a number.
    query = {"sessionId": int(notebook.session_id)}
    answer = notebook.http.get("/video/get_session_detail", params=query).json()
    same_as_recorded(answer, "legacy_get_session_detail.sushi")
    assert answer["data"].keys() == {"title", "messages", "session_id"}
    assert answer["data"]["session_id"] == notebook.session_id
    assert [message["role"] for message in answer["data"]["messages"]][:2] == ["user", "assistant"]
    assert answer["data"]["messages"][0] == {"role": "user", "content": QUESTION}


# Last: nothing is left.
def test_the_deletion(notebook: Notebook) -> None:
    answer = notebook.http.post("/video/delete_videos", json=[notebook.spoken, notebook.silent]).json()
    assert answer == RECORDINGS["legacy_delete_videos.two"].response.body
    left = notebook.http.post("/video/list_videos", json={}).json()["data"]
    assert (left["videos"], left["total_count"]) == ([], "0")


def test_recordings_are_whole_where_they_are_said_to_be() -> None:
    whole = [name for name, recording in RECORDINGS.items() if recording.provenance.complete]
    assert {"legacy_upload_url.elephants_dream", "legacy_list_videos.elephants_dream"} <= set(whole)


BREAKS: list[Callable[[dict[str, Any]], object]] = [
    lambda answer: answer["data"].pop("videoNo"),
    lambda answer: answer["data"].update(videoNo=7),
    lambda answer: answer["data"].update(more="x"),
    lambda answer: answer.pop("failed"),
    lambda answer: answer.update(data=[]),
]


@pytest.mark.parametrize("spoil", BREAKS)
def test_the_comparison_sees_differences(spoil: Callable[[dict[str, Any]], object]) -> None:
    answer = {**ENVELOPE, "data": {"videoNo": TEXT, "videoName": TEXT}}
    exact(answer, {**ENVELOPE, "data": {"videoNo": TEXT, "videoName": TEXT}})
    same_as_recorded(answer, "legacy_upload_url.elephants_dream")
    spoil(answer)
    with pytest.raises(AssertionError):
        exact(answer, {**ENVELOPE, "data": {"videoNo": TEXT, "videoName": TEXT}})
    with pytest.raises(AssertionError):
        same_as_recorded(answer, "legacy_upload_url.elephants_dream")
