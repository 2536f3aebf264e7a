"""Questions about everything in a namespace, and scenes that are described anew."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from mock_support import Api, Receiver, data, eventually
from operation_support import ask, call, events, refusal

QUESTION = {"prompt": "What does the whale do?"}
WHALE = "The blue whale sings at 100% volume"


@pytest.fixture
def whale(api: Api, media: Path) -> str:
    """An indexed video with speech."""
    return api.uploaded(media / "whale.mp4")


def questions(api: Api, session_id: str, **query: Any) -> list[str]:
    detail = ask(api, "get_session_detail", query={"sessionId": session_id, **query})
    return [message["content"] for message in detail["messages"] if message["role"] == "user"]


def test_a_question_is_answered_from_all_videos(api: Api, whale: str, media: Path) -> None:
    api.upload(media / "silent.mp4")
    answer = ask(api, "chat_personal", json=QUESTION)
    assert answer.keys() == {"role", "content", "thinkings", "session_id"}
    assert WHALE in answer["content"]
    assert answer["role"] == "ASSISTANT"
    assert whale in {ref["video"]["video_no"] for ref in answer["thinkings"][-1]["refs"]}
    assert all("refs" not in thinking for thinking in answer["thinkings"][:-1])


def test_an_empty_library_is_no_error(api: Api) -> None:
    answer = ask(api, "chat_personal", json=QUESTION)
    assert answer["thinkings"][-1]["refs"] == []
    assert "no videos" in answer["content"]


def test_a_stream_brings_tokens_and_an_end(api: Api, whale: str) -> None:
    whole = ask(api, "chat_personal", json=QUESTION)
    response = call(api, "chat_personal_stream", json=QUESTION)
    *tokens, end = events(response)
    assert end == "[DONE]"
    assert response.text.endswith("data: [DONE]\n\n")
    assert all(line.startswith("data: ") for line in response.text.split("\n\n") if line)
    assert all(json.loads(token).keys() == {"token"} for token in tokens)
    assert "".join(json.loads(token)["token"] for token in tokens) == whole["content"]
    assert len(tokens) > 1
    assert whale in str(whole)


def test_a_conversation_continues(api: Api, whale: str) -> None:
    session = ask(api, "chat_personal", json={**QUESTION, "session_id": ""})["session_id"]
    more = {"prompt": "And then?", "session_id": session}
    assert ask(api, "chat_personal", json=more)["session_id"] == session
    assert events(call(api, "chat_personal_stream", json={**more, "prompt": "At last?"}))[-1] == "[DONE]"
    assert questions(api, session) == [QUESTION["prompt"], "And then?", "At last?"]
    assert [each["sessionId"] for each in ask(api, "list_sessions")["sessions"]] == [session]
    assert whale


def test_a_stream_begins_a_conversation(api: Api) -> None:
    assert events(call(api, "chat_personal_stream", json=QUESTION))[-1] == "[DONE]"
    [session] = ask(api, "list_sessions")["sessions"]
    assert questions(api, session["sessionId"]) == [QUESTION["prompt"]]


@pytest.mark.parametrize("operation", ["chat_personal", "chat_personal_stream"])
@pytest.mark.parametrize("more", [{"session_id": "7"}, {"prompt": " "}, {"session_id": 7}, {"unique_id": ""}])
def test_what_cannot_be_asked_is_refused(api: Api, operation: str, more: dict[str, Any]) -> None:
    assert refusal(api, operation, json={**QUESTION, **more})[0] == "0001"
    assert ask(api, "list_sessions")["sessions"] == []


@pytest.mark.parametrize("operation", ["chat_personal", "marketer_chat"])
def test_a_conversation_stays_in_its_namespace(api: Api, operation: str) -> None:
    session = ask(api, operation, json={**QUESTION, "unique_id": "north"})["session_id"]
    assert refusal(api, operation, json={**QUESTION, "session_id": session})[0] == "0001"
    assert questions(api, session, unique_id="north") == [QUESTION["prompt"]]


# Scenes described anew.


def scenes(api: Api, video_no: str) -> list[str]:
    found = data(api.get("/get_video_transcription", video_no=video_no))["transcriptions"]
    return [each["content"] for each in found]


def update(api: Api, video_no: str, prompt: str, **more: Any) -> Any:
    return ask(api, "update_video_transcription", json={"video_no": video_no, "prompt": prompt, **more})


def test_scenes_are_described_as_asked(api: Api, receiver: Receiver, whale: str) -> None:
    before = scenes(api, whale)
    assert update(api, whale, "Look for boats", callback=f"{receiver.url}/told") == {"video_no": whale}
    assert scenes(api, whale) == before
    assert receiver.received == []
    api.emulator.clock.advance(1)
    eventually(lambda: receiver.received)
    [(path, body)] = receiver.received
    assert (path, json.loads(body)) == ("/told", {"videoNo": whale, "status": "PARSE"})
    assert scenes(api, whale) == [f'As asked: "Look for boats". {each}' for each in before]
    caption = data(api.get("/get_video_caption", video_no=whale))
    assert [each["content"] for each in caption["transcriptions"]] == scenes(api, whale)
    assert (caption["video_bucket"], caption["video_blob"]) == ("mavi-resource", f"{whale}.mp4")
    [hit, *_] = data(api.post("/search", {"search_param": "boats", "search_type": "BY_CAPTION"}))
    assert hit["video_no"] == whale


def test_the_last_prompt_counts(api: Api, whale: str) -> None:
    before = scenes(api, whale)
    for prompt in ('Say "boats". Then count', "Look for gulls"):
        update(api, whale, prompt)
        api.emulator.clock.advance(1)
        last = prompt.replace('"', "'")
        eventually(lambda last=last: last in scenes(api, whale)[0])
    assert scenes(api, whale) == [f'As asked: "Look for gulls". {each}' for each in before]


def test_speech_stays_as_it_is(api: Api, whale: str) -> None:
    spoken = data(api.get("/get_audio_transcription", video_no=whale))
    update(api, whale, "Look for boats")
    api.emulator.clock.advance(1)
    eventually(lambda: "boats" in scenes(api, whale)[0])
    assert data(api.get("/get_audio_transcription", video_no=whale)) == spoken


def test_a_video_deleted_meanwhile_is_forgotten(api: Api, receiver: Receiver, whale: str) -> None:
    update(api, whale, "Look for boats", callback=receiver.url)
    api.post("/delete_videos", [whale])
    api.emulator.clock.advance(1)
    assert data(api.get("/get_video_transcription", video_no=whale)) is None
    assert receiver.received == []


def test_updates_that_make_no_sense_are_refused(api: Api, whale: str, media: Path) -> None:
    waiting = data(api.upload(media / "whale.mp4"))["videoNo"]

    def refused(**more: Any) -> tuple[str, str]:
        body = {"video_no": whale, "prompt": "x", **more}
        return refusal(api, "update_video_transcription", json=body)

    assert refused(video_no="VI1") == ("0001", "video not found")
    assert refused(unique_id="north") == ("0001", "video not found")
    assert refused(video_no=waiting) == ("0001", f"Video is not parsed: {waiting}")
    assert refused(prompt=" ")[0] == "0001"
    assert refused(callback="nowhere")[0] == "0001"
