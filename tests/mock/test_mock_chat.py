"""chat, chat_stream and the sessions they make."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest

from memories_ai_mock import Emulator, Settings
from mock_support import KEY, Api, data, envelope, eventually
from operation_support import seed

NO_VIDEOS = "No videos found for the provided video numbers."


def chat(api: Api, video_nos: list[str], prompt: str, **options: Any) -> dict[str, Any]:
    return api.post("/chat", {"video_nos": video_nos, "prompt": prompt, **options})


def stream(api: Api, video_nos: list[str], prompt: str, **options: Any) -> list[Any]:
    """The data of a stream's events, which is framed as documented."""
    response = api.http.post("/chat_stream", json={"video_nos": video_nos, "prompt": prompt, **options})
    assert response.headers["content-type"].startswith("text/event-stream")
    *events, rest = response.content.decode().split("\n\n")
    assert rest == ""
    assert all(event.startswith("data:") and event[5] != " " and "\n" not in event for event in events)
    return [json.loads(event[5:]) for event in events]


def test_answer_rests_on_what_search_finds(api: Api, media: Path) -> None:
    video_no = api.uploaded(media / "whale.mp4")
    answer = data(chat(api, [video_no], "What does the whale do?"))
    assert answer["role"] == "ASSISTANT"
    assert '[00:01-00:03] **whale**: "The blue whale sings at 100% volume"' in answer["content"]
    assert "harbour" not in answer["content"]
    assert "emulator" in answer["content"]
    assert len(answer["session_id"]) == 18
    titles = [thinking["title"] for thinking in answer["thinkings"]]
    assert titles == ["Based on selected videos, fetch detailed information", "Rerank detailed information"]
    text = "The blue whale sings at 100% volume"
    item = {"videoNo": video_no, "startTime": 1, "type": "audio_ts", "endTime": 3, "text": text}
    video = {"duration": "3", "video_no": video_no, "video_name": "whale"}
    assert answer["thinkings"][1]["refs"] == [{"video": video, "refItems": [item]}]


def test_answer_is_deterministic(api: Api, media: Path) -> None:
    video_no = api.uploaded(media / "whale.mp4")
    one, other = (data(chat(api, [video_no], "whale or harbour?")) for _ in range(2))
    assert one.pop("session_id") < other.pop("session_id")
    assert one == other


def test_question_without_a_match_gets_an_overview(api: Api, media: Path) -> None:
    speaking, silent = api.uploaded(media / "whale.mp4"), api.uploaded(media / "silent.mp4")
    answer = data(chat(api, [speaking, silent], "Which zebras?"))
    assert "No passage matches" in answer["content"]
    assert "Hello from the harbour" in answer["content"]
    assert "mostly red" in answer["content"]
    kinds = {item["type"] for ref in answer["thinkings"][1]["refs"] for item in ref["refItems"]}
    assert kinds == {"audio_ts", "visual_ts"}


def test_only_the_given_videos_are_discussed(api: Api, media: Path) -> None:
    one = api.uploaded(media / "whale.mp4")
    api.uploaded(media / "whale.mp4", name="other.mp4")
    assert "other" not in data(chat(api, [one], "whale"))["content"]


def test_unusable_videos(api: Api, media: Path) -> None:
    parsed = api.uploaded(media / "whale.mp4")
    failed = api.uploaded(media / "old.mp4")
    waiting = data(api.upload(media / "whale.mp4"))["videoNo"]
    cases = [
        (["VI1"], NO_VIDEOS),
        ([parsed, "VI1"], NO_VIDEOS),
        ([], NO_VIDEOS),
        ([parsed, waiting, failed], f"Video is not parsed: {waiting}, {failed}"),
    ]
    for video_nos, message in cases:
        answer = chat(api, video_nos, "whale")
        assert (answer["code"], answer["msg"]) == ("0001", message)
        assert stream(api, video_nos, "whale") == [message]
    assert data(api.get("/list_sessions"))["sessions"] == []


def test_unusable_questions_get_an_envelope_instead_of_a_stream(api: Api, media: Path) -> None:
    video_no = api.uploaded(media / "whale.mp4")
    bodies: list[tuple[dict[str, Any], str]] = [
        ({"video_nos": [video_no]}, "prompt"),
        ({"video_nos": [video_no], "prompt": " "}, "prompt"),
        ({"video_nos": video_no, "prompt": "x"}, "video_nos"),
        ({"video_nos": [video_no], "prompt": "x", "session_id": "123456789012345678"}, "session_id"),
        ({"video_nos": [video_no], "prompt": "x", "session_id": 1.5}, "session_id"),
    ]
    for path in ("/chat", "/chat_stream"):
        for body, word in bodies:
            answer = api.post(path, body)
            assert answer["code"] == "0001"
            assert answer["msg"].startswith(word)
    unauthorized = api.http.post("/chat_stream", json=bodies[0][0], headers={"Authorization": ""})
    assert envelope(unauthorized)["code"] == "0401"


def test_stream_says_the_same_in_pieces(api: Api, media: Path) -> None:
    video_no = api.uploaded(media / "whale.mp4")
    events = stream(api, [video_no], "What does the whale do?")
    assert events.pop() == "Done"
    kinds = [event["type"] for event in events]
    contents = kinds.count("content")
    assert kinds == ["thinking", "thinking", "ref"] + ["content"] * contents
    assert contents > 2
    assert len({event["sessionId"] for event in events}) == 1
    whole = data(chat(api, [video_no], "What does the whale do?"))
    assert "".join(event["content"] for event in events if event["type"] == "content") == whole["content"]
    assert events[2]["ref"] == whole["thinkings"][1]["refs"]
    assert [event["title"] for event in events[:2]] == [thinking["title"] for thinking in whole["thinkings"]]
    assert {event.get("role") for event in events if event["type"] == "content"} == {"assistant"}


def test_sessions_continue(api: Api, media: Path) -> None:
    video_no = api.uploaded(media / "whale.mp4")
    session_id = data(chat(api, [video_no], "Where is the\nharbour?"))["session_id"]
    assert data(chat(api, [video_no], "And the whale?", session_id=session_id))["session_id"] == session_id
    assert stream(api, [video_no], "And the sea?", session_id=int(session_id))[0]["sessionId"] == session_id
    assert data(chat(api, [video_no], "Something new", session_id=""))["session_id"] != session_id
    detail = data(api.get("/get_session_detail", sessionId=session_id))
    assert (detail["title"], detail["session_id"]) == ("Where is the harbour?", session_id)
    assert [message["role"] for message in detail["messages"]] == ["user", "assistant"] * 3
    assert [message["content"] for message in detail["messages"][::2]] == [
        "Where is the\nharbour?",
        "And the whale?",
        "And the sea?",
    ]
    question, answer = detail["messages"][:2]
    assert set(question) == {"role", "content"}
    assert set(answer) == {"role", "content", "thinkings", "refs"}
    assert answer["refs"] == answer["thinkings"][1]["refs"]


def test_sessions_are_listed_newest_first(api: Api, media: Path) -> None:
    video_no = api.uploaded(media / "whale.mp4")
    for number in range(21):
        data(chat(api, [video_no], f"Question {number}"))
    first, second = (data(api.get("/list_sessions", page=page)) for page in (1, 2))
    assert [session["title"] for session in first["sessions"]] == [f"Question {number}" for number in range(20, 0, -1)]
    assert [session["title"] for session in second["sessions"]] == ["Question 0"]
    assert (second["current_page"], second["page_size"], second["total_count"]) == (2, 20, "21")


@pytest.mark.parametrize("session_id", ["123456789012345678", "x", "9" * 500, "\0"])
def test_unknown_session(api: Api, session_id: str) -> None:
    answer = api.get("/get_session_detail", sessionId=session_id)
    assert (answer["code"], answer["data"]) == ("0000", None)


def test_stream_stops_when_the_client_goes_away(media: Path) -> None:
    with Emulator(Settings(parse_seconds=0, stream_pause=0.2)) as emulator:
        api = Api(emulator)
        video_no = data(api.upload(media / "whale.mp4"))["videoNo"]
        eventually(lambda: api.names(status="PARSE"))
        body = {"video_nos": [video_no], "prompt": "whale"}
        with api.http.stream("POST", "/chat_stream", json=body) as response:
            next(response.iter_raw())
        # Long enough for the whole answer, had anybody listened.
        time.sleep(1.5)
        assert data(api.get("/list_sessions"))["sessions"] == []
        assert stream(api, [video_no], "whale")[-1] == "Done"
        assert len(data(api.get("/list_sessions"))["sessions"]) == 1
        api.http.close()


def test_stream_arrives_piece_by_piece(media: Path) -> None:
    with Emulator(Settings(parse_seconds=0, stream_pause=0.1)) as emulator:
        api = Api(emulator)
        video_no = data(api.upload(media / "whale.mp4"))["videoNo"]
        eventually(lambda: api.names(status="PARSE"))
        with api.http.stream("POST", "/chat_stream", json={"video_nos": [video_no], "prompt": "whale"}) as response:
            arrivals = [time.perf_counter() for _ in response.iter_raw()]
        assert arrivals[-1] - arrivals[0] > 0.3
        api.http.close()


def test_text_stays_intact(api: Api, media: Path) -> None:
    video_no = api.uploaded(media / "whale.mp4", name="鲸 🐋 \u2028 line.mp4")
    prompt = 'Zebra "quoted" \u2028 🐋\n\r\0 end'
    events = stream(api, [video_no], prompt)
    assert prompt in events[0]["content"]
    session_id = events[0]["sessionId"]
    assert data(api.get("/get_session_detail", sessionId=session_id))["messages"][0]["content"] == prompt


def test_long_texts_are_cut_where_they_are_quoted(api: Api) -> None:
    content = {"speech": [{"start": 0, "end": 2, "text": "whale " * 400}]}
    made = {"key": KEY, "video_name": "name" * 400, "video_no": "VI100", "content": content}
    seed(api.emulator, videos=[made])
    answer = data(chat(api, ["VI100"], "whale"))
    assert f'**{"name" * 50}…**: "{("whale " * 100)[:500]}…"' in answer["content"]
    thinking, ranked = answer["thinkings"]
    assert thinking["content"] == f'Looking for "whale" in: {"name" * 50}… (VI100).'
    (reference,) = ranked["refs"]
    assert reference["video"]["video_name"] == "name" * 125 + "…"
    assert reference["refItems"][0]["text"] == ("whale " * 100)[:500] + "…"


def test_only_the_beginning_of_a_question_is_looked_for(api: Api, media: Path) -> None:
    video_no = api.uploaded(media / "whale.mp4")
    assert "No passage matches" not in data(chat(api, [video_no], "sea " * 2_490 + "whale"))["content"]
    assert "No passage matches" in data(chat(api, [video_no], "sea " * 2_500 + "whale"))["content"]


def test_long_sessions_forget_their_beginning(api: Api, media: Path) -> None:
    video_no = api.uploaded(media / "whale.mp4")
    session_id = data(chat(api, [video_no], "0" * 400_000))["session_id"]

    def told() -> list[str]:
        messages = data(api.get("/get_session_detail", sessionId=session_id))["messages"]
        assert [message["role"] for message in messages] == ["user", "assistant"] * (len(messages) // 2)
        return [message["content"][0] for message in messages[::2]]

    for number in range(1, 4):
        data(chat(api, [video_no], str(number) * 400_000, session_id=session_id))
    assert told() == ["2", "3"]
    # An exchange that is too long by itself (each of these takes six characters) is told all the same.
    data(chat(api, [video_no], "\1" * 170_000, session_id=session_id))
    assert told() == ["\1"]


def test_seeded_sessions_are_told_as_they_are(api: Api, media: Path) -> None:
    messages = [
        {"role": "user", "content": 'null "quoted" \0 \u2028 鲸'},
        {"role": "assistant", "content": "", "thinkings": [{"title": "null"}], "refs": [{"video": {}, "refItems": []}]},
        {"role": "user", "content": "unanswered"},
    ]
    session = {"key": KEY, "title": 'null "x"', "session_id": "55", "messages": messages}
    seed(api.emulator, sessions=[session, {"key": KEY, "title": "empty", "session_id": "56"}])
    assert data(api.get("/get_session_detail", sessionId="55")) == {
        "title": 'null "x"',
        "messages": messages,
        "session_id": "55",
    }
    assert data(api.get("/get_session_detail", sessionId="56"))["messages"] == []
    data(chat(api, [api.uploaded(media / "whale.mp4")], "Which whale?", session_id="55"))
    assert data(api.get("/get_session_detail", sessionId="55"))["messages"][:3] == messages
