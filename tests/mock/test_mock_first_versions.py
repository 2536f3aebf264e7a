"""The operations of v1.0 and v1.1, at their older addresses."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import httpx
import pytest

from mock_support import KEY, Api, Receiver, data, eventually
from operation_support import ask, call, events, operations, refusal, seed, started

WHALE = "The blue whale sings at 100% volume"


@pytest.fixture
def whale(api: Api, media: Path) -> str:
    """An indexed video with speech."""
    return api.uploaded(media / "whale.mp4")


def part(media: Path, name: str = "whale.mp4") -> Any:
    return ("file", (name, (media / name).read_bytes(), "video/mp4"))


def told(receiver: Receiver) -> list[Any]:
    return [json.loads(body) for _, body in receiver.received]


# v1.1


@pytest.mark.parametrize("place", ["form", "query"])
def test_v11_uploads_and_calls_back(api: Api, receiver: Receiver, media: Path, place: str) -> None:
    callback = {place: {"callback": f"{receiver.url}/told"}}
    uploaded = ask(api, "legacy_upload", parts=[part(media)], **callback)
    assert uploaded.keys() == {"videoNo", "videoName"}
    assert uploaded["videoName"] == "whale"
    api.emulator.clock.advance(1)
    eventually(lambda: receiver.received)
    [body] = told(receiver)
    assert body.keys() == {"videoNo", "clientId", "status"}
    assert (body["videoNo"], body["status"], len(body["clientId"])) == (uploaded["videoNo"], "PARSE", 32)


@pytest.mark.parametrize("place", ["form", "query"])
def test_v11_fetches_and_calls_back(api: Api, receiver: Receiver, media: Path, place: str) -> None:
    receiver.files["/a%20whale.mp4"] = (media / "whale.mp4").read_bytes()
    request: dict[str, Any] = {"form": {"url": f"{receiver.url}/a%20whale.mp4"}, "query": {}}
    request[place]["callback"] = receiver.url
    uploaded = ask(api, "legacy_upload_url", **request)
    assert uploaded["videoName"] == "a whale"
    api.emulator.clock.advance(1)
    eventually(lambda: receiver.received)
    assert told(receiver)[0]["status"] == "PARSE"


def test_v11_lists_without_what_an_upload_told(api: Api, media: Path) -> None:
    api.uploaded(media / "whale.mp4", tags=["sea"], camera_model="Box")
    [row] = ask(api, "legacy_list_videos", json={"status": "PARSE", "video_name": "whale", "folder_id": -1})["videos"]
    assert row.keys() == {"duration", "size", "status", "cause", "video_no", "video_name", "create_time"}
    assert ask(api, "legacy_list_videos", json={"folder_id": -2})["videos"] == []
    assert ask(api, "legacy_list_videos", json={"page": 2, "size": 1})["videos"] == []


@pytest.mark.parametrize("body", [{"latitude": "x"}, {"video_nos": 7}, {"unique_id": None}, {"unique_id": {}}])
def test_v11_does_not_look_at_what_it_does_not_know(api: Api, whale: str, body: dict[str, Any]) -> None:
    [row] = ask(api, "legacy_list_videos", json=body)["videos"]
    assert row["video_no"] == whale
    [hit, *_] = ask(api, "legacy_search", json={"search_param": "whale", "top_k": "many", **body})
    assert hit["videoNo"] == whale


def test_v11_finds_each_video_once_or_its_moments(api: Api, whale: str) -> None:
    question = {"search_param": "the blue whale sings"}
    whole = [{"videoNo": whale, "videoName": "whale", "startTime": "null", "endTime": "null"}]
    assert ask(api, "legacy_search", json=question) == whole
    assert ask(api, "legacy_search", json={**question, "search_type": "BY_VIDEO", "folder_id": -1}) == whole
    clips = ask(api, "legacy_search", json={**question, "search_type": "BY_CLIP"})
    assert clips[0].keys() == {"videoNo", "videoName", "startTime", "endTime", "score"}
    [spoken, *_] = ask(api, "legacy_search", json={**question, "search_type": "BY_AUDIO"})
    assert spoken["audio_ts"] == f" {WHALE}"
    assert ask(api, "legacy_search", json={**question, "folder_id": -2}) == []


def test_v11_answers_as_a_stream(api: Api, whale: str) -> None:
    found = [json.loads(each) for each in events(call(api, "legacy_chat", json=about(whale)))]
    assert found[-1] == "Done"
    assert [each["type"] for each in found[:3]] == ["thinking", "thinking", "ref"]
    session = found[0]["sessionId"]
    assert {each["sessionId"] for each in found[:-1]} == {session}
    more = {**about(whale), "session_id": int(session)}
    assert json.loads(events(call(api, "legacy_chat", json=more))[0])["sessionId"] == session
    detail = ask(api, "legacy_get_session_detail", query={"sessionId": session})
    content = "".join(each["content"] for each in found if isinstance(each, dict) and each["type"] == "content")
    assert [each["content"] for each in detail["messages"][:2]] == [about(whale)["prompt"], content]
    assert len(detail["messages"]) == 4
    assert [each["sessionId"] for each in ask(api, "legacy_list_sessions")["sessions"]] == [session]


def about(*video_nos: str) -> dict[str, Any]:
    return {"video_nos": list(video_nos), "prompt": "What does the whale do?"}


def test_v11_ends_a_stream_with_what_is_wrong(api: Api, media: Path) -> None:
    waiting = data(api.upload(media / "whale.mp4"))["videoNo"]
    nothing = ['"No videos found for the provided video numbers."']
    assert events(call(api, "legacy_chat", json=about("VI1"))) == nothing
    assert events(call(api, "legacy_chat", json=about())) == nothing
    assert events(call(api, "legacy_chat", json=about(waiting))) == [f'"Video is not parsed: {waiting}"']
    assert refusal(api, "legacy_chat", json={**about(waiting), "session_id": "7"})[0] == "0001"


def without_time(transcription: dict[str, Any]) -> dict[str, Any]:
    """What the recordings of v1.1 have of a transcription."""
    assert transcription.pop("createTime").isdigit()
    return transcription


def test_v11_transcribes_and_sums_up(api: Api, whale: str) -> None:
    query = {"video_no": whale}
    spoken = ask(api, "legacy_get_audio_transcription", query=query)
    assert [each["content"] for each in spoken["transcriptions"]] == [" Hello from the harbour", f" {WHALE}"]
    assert without_time(data(api.get("/get_audio_transcription", **query))) == spoken
    shown = ask(api, "legacy_get_video_transcription", query=query)
    assert without_time(data(api.get("/get_video_transcription", **query))) == shown
    for kind in ("TOPIC", "CHAPTER"):
        summary = ask(api, "legacy_generate_summary", query={**query, "type": kind})
        read, written = summary.pop("totalInput"), summary.pop("totalOutput")
        assert summary == data(api.get("/generate_summary", **query, type=kind))
        assert int(read) == len(["Hello from the harbour", *WHALE.split()]) + 3
        assert int(written) > len(summary["summary"].split())
    for operation in ("legacy_get_audio_transcription", "legacy_get_video_transcription"):
        assert ask(api, operation, query={"video_no": "VI1"}) is None
    assert ask(api, "legacy_generate_summary", query={"video_no": "VI1", "type": "TOPIC"}) is None


def test_v11_deletes(api: Api, whale: str) -> None:
    assert ask(api, "legacy_delete_videos", json=[whale, "VI1"]) is None
    assert ask(api, "legacy_delete_videos", json=[whale]) is None
    assert api.names() == []
    assert refusal(api, "legacy_delete_videos", json=["VI1"] * 101)[0] == "0001"


# v1.0


def test_v10_uploads_and_calls_back(api: Api, receiver: Receiver, media: Path) -> None:
    query = {"callBackUri": f"{receiver.url}/told"}
    uploaded = ask(api, "mavi_upload", parts=[part(media)], query=query)
    assert uploaded.keys() == {"videoNo", "videoName", "videoStatus", "uploadTime", "duration"}
    assert (uploaded["videoName"], uploaded["videoStatus"]) == ("whale", "UNPARSE")
    api.emulator.clock.advance(1)
    eventually(lambda: receiver.received)
    [body] = told(receiver)
    assert body.keys() == {"videoNo", "clientId", "status"}
    assert (body["videoNo"], body["status"]) == (uploaded["videoNo"], "PARSE")


def test_v10_fetches_and_calls_back(api: Api, receiver: Receiver) -> None:
    body, query = {"url": f"{receiver.url}/missing.mp4"}, {"callBackUri": receiver.url}
    uploaded = ask(api, "mavi_upload_url", json=body, query=query)
    api.emulator.clock.advance(1)
    eventually(lambda: receiver.received)
    assert told(receiver)[0]["status"] == "FAIL"
    [row] = ask(api, "mavi_search_db", query={"videoStatus": "FAIL"})["videoData"]
    assert row["videoNo"] == uploaded["videoNo"]
    assert refusal(api, "mavi_upload_url", json={"url": "nowhere"})[0] == "0001"
    assert refusal(api, "mavi_upload_url", json=body, query={"callBackUri": "nowhere"})[0] == "0001"


def test_v10_lists_in_pages(api: Api, media: Path) -> None:
    api.uploaded(media / "whale.mp4")
    for name in ("one", "two"):
        api.upload(media / "silent.mp4", name=f"{name}.mp4")
    page = ask(api, "mavi_search_db", query={"page": 2, "pageSize": 2})
    assert {name: page[name] for name in ("page", "current", "total", "pageSize")} == {
        "page": 2,
        "current": 2,
        "total": 3,
        "pageSize": 2,
    }
    assert [row["videoName"] for row in page["videoData"]] == ["whale"]
    assert names(api, videoStatus="UNPARSE") == ["two", "one"]
    assert names(api, videoName="one") == ["one"]
    created = int(page["videoData"][0]["uploadTime"])
    assert names(api, endTime=created) == ["whale"]
    assert names(api, startTime=created + 1) == ["two", "one"]
    assert ask(api, "mavi_search_db", query={"videoName": "none"})["page"] == 0


def names(api: Api, **query: Any) -> list[str]:
    return [row["videoName"] for row in ask(api, "mavi_search_db", query=query)["videoData"]]


@pytest.mark.parametrize("query", [{"page": 0}, {"pageSize": 0}, {"pageSize": 201}, {"videoStatus": "DONE"}])
def test_v10_refuses_lists(api: Api, query: dict[str, Any]) -> None:
    assert refusal(api, "mavi_search_db", query=query)[0] in ("0001", "0003")


def test_v10_finds_videos_and_moments(api: Api, whale: str, media: Path) -> None:
    silent = api.uploaded(media / "silent.mp4")
    found = ask(api, "mavi_search_ai", json={"searchValue": "blue whale sings"})["videos"]
    assert found[0]["videoNo"] == whale
    assert len({each["videoNo"] for each in found}) == len(found)
    assert ask(api, "mavi_search_ai", json={"searchValue": "blue", "limit": 1})["videos"]
    moments = ask(api, "mavi_search_fragments", json={"searchValue": "whale sings", "videoNos": []})["videos"]
    assert (moments[0]["videoNo"], moments[0]["fragmentStartTime"], moments[0]["fragmentEndTime"]) == (whale, "1", "3")
    elsewhere = ask(api, "mavi_search_fragments", json={"searchValue": "whale sings", "videoNos": [silent]})
    assert whale not in {each["videoNo"] for each in elsewhere["videos"]}
    for limit, count in ((0, 0), (1, 1), (None, len(moments))):
        body = {"searchValue": "whale sings", "videoNos": [whale], "limit": limit}
        assert len(ask(api, "mavi_search_fragments", json=body)["videos"]) == min(count, len(moments))
    assert refusal(api, "mavi_search_ai", json={"searchValue": " "})[0] == "0001"


def question(*video_nos: str, stream: bool) -> dict[str, Any]:
    history = [{"robot": "Hello", "user": "Good morning"}]
    return {"videoNos": list(video_nos), "message": "What does the whale do?", "stream": stream, "history": history}


def test_v10_answers_whole_or_as_a_stream(api: Api, whale: str) -> None:
    whole = ask(api, "mavi_chat", json=question(whale, stream=False))
    assert whole.keys() == {"msg"}
    assert WHALE in whole["msg"]
    found = [json.loads(each) for each in events(call(api, "mavi_chat", json=question(whale, stream=True)))]
    assert {each["code"] for each in found} == {"0000"}
    assert "".join(each["data"]["msg"] for each in found) == whole["msg"]
    assert len(found) > 1
    assert ask(api, "list_sessions")["sessions"] == []


@pytest.mark.parametrize("stream", [True, False])
def test_v10_refuses_questions_with_the_documented_texts(api: Api, media: Path, stream: bool) -> None:
    waiting = data(api.upload(media / "whale.mp4"))["videoNo"]
    nothing = "No videos found for the provided video numbers."
    assert refusal(api, "mavi_chat", json=question("VI1", stream=stream)) == ("0001", nothing)
    not_parsed = ("0001", f"Video is not parsed: {waiting}")
    assert refusal(api, "mavi_chat", json=question(waiting, stream=stream)) == not_parsed
    assert refusal(api, "mavi_chat", json={**question(waiting, stream=stream), "message": " "})[0] == "0001"


@pytest.mark.parametrize(
    ("kind", "member"), [("AUDIO", "callBackURI"), ("VIDEO", "callBackURI"), ("AUDIO", "callBackUri")]
)
def test_v10_transcribes_and_calls_back(api: Api, receiver: Receiver, whale: str, kind: str, member: str) -> None:
    body = {"videoNo": whale, "type": kind, member: f"{receiver.url}/told"}
    task = ask(api, "mavi_submit_transcription", json=body)["taskNo"]
    before = ask(api, "mavi_get_transcription", query={"taskNo": task})
    known = {"type": kind, "videoNo": whale, "taskNo": task}
    assert before == {"status": "UNFINISHED", "transcriptions": [], **known}
    api.emulator.clock.advance(1)
    eventually(lambda: receiver.received)
    finished = eventually(lambda: (found := transcription(api, task))["status"] == "FINISH" and found)
    assert told(receiver) == [finished]
    assert {name: finished[name] for name in known} == known
    first = finished["transcriptions"][0]
    assert (first["id"], type(first["startTime"]), type(first["endTime"])) == (0, float, float)
    if kind == "AUDIO":
        assert [each["content"] for each in finished["transcriptions"]] == ["Hello from the harbour", WHALE]


def transcription(api: Api, task: str) -> Any:
    return ask(api, "mavi_get_transcription", query={"taskNo": task})


@pytest.mark.parametrize(
    "more", [{"videoNo": "VI1"}, {"type": "AUDIO/VIDEO"}, {"callBackURI": "nowhere"}, {"callBackUri": 7}]
)
def test_v10_refuses_transcriptions(api: Api, whale: str, more: dict[str, Any]) -> None:
    body = {"videoNo": whale, "type": "AUDIO", **more}
    assert refusal(api, "mavi_submit_transcription", json=body)[0] in ("0001", "0003")
    assert refusal(api, "mavi_get_transcription", query={"taskNo": "7"})[0] == "0001"


def test_v10_deletes(api: Api, whale: str) -> None:
    assert ask(api, "mavi_delete_videos", json=[whale, "VI1"]) is None
    assert names(api) == []
    assert ask(api, "mavi_delete_videos", json=["VI1"] * 500) is None
    assert refusal(api, "mavi_delete_videos", json=["VI1"] * 501)[0] == "0001"


# The exchange of tokens.


def pushed(api: Api) -> dict[str, str]:
    """Register the inbox for codes, and wait for the newest code."""
    address = f"{api.emulator.base_url}/__mock__/inbox/codes"
    seed(api.emulator, accounts=[{"key": KEY, "code_address": address}])

    def entries() -> Any:
        found = httpx.get(f"{api.emulator.base_url}/__mock__/inbox", params={"name": "codes"}).json()
        return found["entries"]

    query = parse_qs(eventually(entries)[0]["body"])
    assert query.keys() == {"code", "clientId", "state"}
    return {"clientId": query["clientId"][0], "code": query["code"][0]}


def listed(api: Api, authorization: str) -> str:
    """The code that a list of v1.0 answers with."""
    url = api.emulator.base_url + operations()["mavi_search_db"].path
    code: str = httpx.get(url, headers={"Authorization": authorization}).json()["code"]
    return code


def test_a_code_brings_tokens_once(api: Api) -> None:
    body = pushed(api)
    assert refusal(api, "get_access_token", json={**body, "code": "x"})[0] == "0401"
    assert refusal(api, "get_access_token", json={**body, "clientId": "x"})[0] == "0401"
    tokens = ask(api, "get_access_token", json=body)
    assert tokens.keys() == {"accessToken", "type", "expiresIn", "refreshToken", "refreshExpiresIn"}
    assert refusal(api, "get_access_token", json=body)[0] == "0401"
    for authorization in (tokens["accessToken"], f"Bearer {tokens['accessToken']}", KEY):
        assert listed(api, authorization) == "0000"
    assert listed(api, tokens["refreshToken"]) == "0401"


def test_tokens_are_good_for_v10_alone() -> None:
    with started(keys=[KEY]) as api:
        token = ask(api, "get_access_token", json=pushed(api))["accessToken"]
        assert listed(api, token) == "0000"
        url = api.emulator.base_url + operations()["list_sessions"].path
        assert httpx.get(url, headers={"Authorization": token}).json()["code"] == "0401"


def test_tokens_expire_and_are_renewed(api: Api) -> None:
    tokens = ask(api, "get_access_token", json=pushed(api))
    api.emulator.clock.advance(tokens["expiresIn"])
    assert listed(api, tokens["accessToken"]) == "0401"
    renewed = ask(api, "refresh_access_token", json={"refreshToken": tokens["refreshToken"]})
    assert renewed.keys() == {"accessToken", "expiresIn", "type"}
    assert listed(api, renewed["accessToken"]) == "0000"
    api.emulator.clock.advance(tokens["refreshExpiresIn"])
    assert refusal(api, "refresh_access_token", json={"refreshToken": tokens["refreshToken"]})[0] == "0401"
    assert refusal(api, "refresh_access_token", json={"refreshToken": tokens["accessToken"]})[0] == "0401"
