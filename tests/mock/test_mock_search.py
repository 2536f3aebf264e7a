"""search, search_audio_transcripts, transcriptions and summaries."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from memories_ai_mock.database import Database
from memories_ai_mock.text_search import SPEECH, Segment, TextSearch, add_segments
from mock_support import Api, data, make_video

HARD_QUERIES = [
    *(
        '"',
        "'",
        "*",
        "-",
        "--",
        ";",
        "%",
        "_",
        "\\",
        " ",
        "\n",
        "\0",
        "wh\0ale",
        "whale*",
        "^whale",
        "terms:whale",
        "AND",
    ),
    *(
        "a OR b",
        "NEAR(a b, 2)",
        "{a b}: c",
        "x'; DROP TABLE videos; --",
        "🐋",
        "鲸鱼",
        "é" * 50,
        "a" * 10_000,
        "whale " * 1_700,
    ),
]


def search(api: Api, words: str, **options: Any) -> Any:
    return data(api.post("/search", {"search_param": words, **options}))


@pytest.mark.parametrize("search_type", ["BY_CLIP", "BY_VIDEO", None])
def test_clips_are_found_by_speech_name_tag_and_scene(api: Api, media: Path, search_type: str | None) -> None:
    options = {"search_type": search_type} if search_type else {}
    video_no = api.uploaded(media / "whale.mp4", name="orca.mp4", tags=["documentary"])
    speech = search(api, "hello harbour", **options)[0]
    assert speech.pop("score") > 0.4
    assert speech == {
        "videoNo": video_no,
        "videoName": "orca",
        "startTime": "0",
        "endTime": "2",
        "video_bucket": "mavi-resource",
        "video_blob": f"{video_no}.mp4",
        "keyframe_bucket": "mavi-keyframe",
        "keyframe_blob": f"{video_no}/keyframe-000000.jpg",
    }
    for words in ("orca", "documentary"):
        assert [(hit["startTime"], hit["endTime"]) for hit in search(api, words, **options)] == [("0", "3")]
    assert search(api, "a red scene", **options)[0]["startTime"] == "0"
    assert search(api, "zebra", **options) == []


def test_speech_carries_its_text(api: Api, media: Path) -> None:
    api.uploaded(media / "whale.mp4")
    [hit] = search(api, "singing whales", search_type="BY_AUDIO")
    assert hit["audio_ts"] == " The blue whale sings at 100% volume"
    assert (hit["startTime"], hit["endTime"]) == ("1", "3")
    assert search(api, "red", search_type="BY_AUDIO") == []


def test_captions_are_scenes_with_numbers(api: Api, media: Path) -> None:
    video_no = api.uploaded(media / "whale.mp4")
    [hit] = search(api, "blue", search_type="BY_CAPTION")
    assert hit["video_no"] == video_no
    assert "blue" in hit["text"]
    assert "emulator" in hit["text"]
    assert (hit["start_time"], hit["end_time"]) == (1.5, 3.0)
    assert len(hit["user_id"]) == 32
    assert len(search(api, "scene", search_type="BY_CAPTION", top_k=1)) == 1


def test_image_library_is_empty(api: Api, media: Path) -> None:
    api.uploaded(media / "whale.mp4")
    found = search(api, "whale", search_type="BY_IMAGE", top_k=7)
    assert found == {"item": [], "current_page": 0, "page_size": 7, "total_count": "0"}


def test_scores_order_and_thresholds(api: Api, media: Path) -> None:
    api.uploaded(media / "whale.mp4")
    hits = search(api, "the blue whale sings loudly")
    scores = [hit["score"] for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score < 1 for score in scores)
    assert len(scores) > 2
    for level, lowest in (("low", 0.15), ("medium", 0.225), ("high", 0.4)):
        kept = [hit["score"] for hit in search(api, "the blue whale sings loudly", filtering_level=level)]
        assert kept == [score for score in scores if score >= lowest]
    assert search(api, "the blue whale sings loudly", filtering_level=None) == hits
    assert len(search(api, "blue zebras eat purple lemons", filtering_level="high")) < len(hits)
    assert search(api, "the blue whale sings loudly", top_k=1) == hits[:1]


def test_search_is_deterministic(api: Api, media: Path) -> None:
    api.uploaded(media / "whale.mp4")
    assert search(api, "whale scene") == search(api, "whale scene")


@pytest.mark.parametrize(
    ("conditions", "found"),
    [
        ({"tag": "sea"}, True),
        ({"tag": "land"}, False),
        ({"camera_tag": "Canon"}, True),
        ({"camera_tag": "Nikon"}, False),
        ({"datetime_taken": "2025-10-20 11:00:00"}, True),
        ({"datetime_taken": "2025-10-20 11:00:01"}, False),
        ({"latitude": 10.0, "longitude": 20.1}, True),
        ({"latitude": 10.0, "longitude": 21.0}, False),
        ({"folder_id": -1}, True),
        ({"folder_id": -2}, False),
        ({"video_nos": []}, True),
        ({"video_nos": ["VI1"]}, False),
    ],
)
def test_filters(api: Api, media: Path, conditions: dict[str, Any], found: bool) -> None:
    capture = {"camera_model": "Canon", "datetime_taken": "2025-10-20 11:00:00", "latitude": "10", "longitude": "20"}
    api.uploaded(media / "whale.mp4", tags=["sea"], **capture)
    assert bool(search(api, "whale", **conditions)) is found


@pytest.mark.parametrize("words", HARD_QUERIES, ids=range(len(HARD_QUERIES)))
def test_any_text_can_be_searched(api: Api, media: Path, words: str) -> None:
    api.uploaded(media / "whale.mp4")
    for search_type in ("BY_CLIP", "BY_AUDIO", "BY_CAPTION"):
        assert isinstance(search(api, words, search_type=search_type), list)
    assert data(api.get("/search_audio_transcripts", query=words))["current_page"] == 1


def test_chinese_is_searched_by_character() -> None:
    database = Database(None)
    with database.transaction() as connection:
        connection.execute(
            "INSERT INTO videos (video_no, account, unique_id, folder_id, video_name, create_time_ms, parse_due,"
            " fetch_state, retain_original, tags) VALUES ('VI1', 'a', 'default', -1, 'x', 0, 0, 'none', 1, '[]')"
        )
        add_segments(
            connection, "VI1", [Segment(SPEECH, 0, 1, "今天我们看足球比赛"), Segment(SPEECH, 1, 2, "蓝色的鲸鱼")]
        )
    hits = TextSearch(database).search("足球", ["VI1"], [SPEECH], 10)
    database.close()
    assert [hit.segment.text for hit in hits] == ["今天我们看足球比赛"]


@pytest.mark.parametrize(
    ("query", "texts"),
    [
        ("BLUE WHALE", ["The blue whale sings at 100% volume"]),
        ("hale si", ["The blue whale sings at 100% volume"]),
        ("100%", ["The blue whale sings at 100% volume"]),
        ("1%0", []),
        ("b_ue", []),
        ("blue  whale", []),
        ("whale blue", []),
        ("h", ["Hello from the harbour", "The blue whale sings at 100% volume"]),
    ],
)
def test_literal_search_of_speech(api: Api, media: Path, query: str, texts: list[str]) -> None:
    video_no = api.uploaded(media / "whale.mp4")
    found = data(api.get("/search_audio_transcripts", query=query))
    assert [hit["audio_ts"] for hit in found["videos"]] == [f" {text}" for text in texts]
    assert found["total_count"] == str(len(texts))
    assert all(hit["videoNo"] == video_no and hit["videoName"] == "whale" for hit in found["videos"])


def test_literal_search_is_paged(api: Api, media: Path) -> None:
    api.uploaded(media / "whale.mp4")
    pages = [data(api.get("/search_audio_transcripts", query="h", page=page, page_size=1)) for page in (1, 2, 3)]
    assert [[hit["startTime"] for hit in page["videos"]] for page in pages] == [["0"], ["1"], []]
    assert {(page["page_size"], page["total_count"]) for page in pages} == {(1, "2")}
    assert data(api.get("/search_audio_transcripts", query="h"))["page_size"] == 100


def test_spoken_text(api: Api, media: Path) -> None:
    video_no = api.uploaded(media / "whale.mp4")
    found = data(api.get("/get_audio_transcription", video_no=video_no))
    assert found["videoNo"] == video_no
    assert found["transcriptions"] == [
        {"index": 0, "content": " Hello from the harbour", "startTime": "0", "endTime": "2"},
        {"index": 1, "content": " The blue whale sings at 100% volume", "startTime": "1", "endTime": "3"},
    ]
    silent = api.uploaded(media / "silent.mp4")
    assert data(api.get("/get_audio_transcription", video_no=silent)) is None


def test_scenes_are_measured_and_say_so(api: Api, media: Path) -> None:
    video_no = api.uploaded(media / "silent.mp4")
    scenes = data(api.get("/get_video_transcription", video_no=video_no))["transcriptions"]
    assert [(scene["index"], scene["startTime"], scene["endTime"]) for scene in scenes] == [
        (0, "0", "2"),
        (1, "1", "3"),
    ]
    assert "mostly red (100 %)" in scenes[0]["content"]
    assert "mostly blue (100 %)" in scenes[1]["content"]
    assert "opens with a cut" in scenes[1]["content"]
    assert "hardly any motion" in scenes[0]["content"]
    assert all("Computed from pixels by the emulator" in scene["content"] for scene in scenes)


def test_nothing_is_known_before_a_video_is_parsed(api: Api, media: Path) -> None:
    waiting = data(api.upload(media / "whale.mp4"))["videoNo"]
    failed = api.uploaded(media / "old.mp4")
    api.wait_for(waiting)
    later = data(api.upload(media / "whale.mp4"))["videoNo"]
    for video_no in (failed, later, "VI1"):
        assert data(api.get("/get_audio_transcription", video_no=video_no)) is None
        assert data(api.get("/get_video_transcription", video_no=video_no)) is None
        assert data(api.get("/generate_summary", video_no=video_no, type="CHAPTER")) is None


def test_chapters_have_a_start_and_topics_none(api: Api, tmp_path: Path) -> None:
    lines = ["Whales live in the sea", "Whales sing at night", "Boats wait in the harbour", "A boat sails home"]
    spoken = tuple((float(index), index + 0.9, text) for index, text in enumerate(lines))
    video_no = api.uploaded(make_video(tmp_path / "sea.mp4", seconds=4, subtitles=spoken))
    chapters = data(api.get("/generate_summary", video_no=video_no, type="CHAPTER"))
    assert [item["start"] for item in chapters["items"]] == ["0", "1", "2", "3"]
    assert chapters["items"][0]["description"] == "• Whales live in the sea"
    topics = data(api.get("/generate_summary", video_no=video_no, type="TOPIC"))
    assert topics["items"][0] == {"description": "• Whales live in the sea\n• Whales sing at night", "title": "Whales"}
    assert sorted(line for item in topics["items"] for line in item["description"].split("\n")) == sorted(
        f"• {line}" for line in lines
    )
    for found in (chapters, topics):
        assert "emulator" in found["summary"]
        assert "Whales live in the sea" in found["summary"]
    assert "start" not in json.dumps(topics)


def test_summary_of_a_silent_video_is_made_of_its_scenes(api: Api, media: Path) -> None:
    video_no = api.uploaded(media / "silent.mp4")
    found = data(api.get("/generate_summary", video_no=video_no, type="CHAPTER"))
    assert "mostly red" in found["items"][0]["description"]
