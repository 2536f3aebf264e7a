"""list_videos, details, download, delete_videos; what one account and namespace sees of another."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from memories_ai_mock import Emulator, Settings
from mock_support import Api, Receiver, data, envelope


def test_rows_as_recorded_with_the_blobs_of_newer_pages(api: Api, media: Path) -> None:
    video_no = api.uploaded(media / "whale.mp4")
    page = data(api.post("/list_videos", {"video_no": video_no}))
    size = str((media / "whale.mp4").stat().st_size)
    created = str(int((api.emulator.clock.now() - 1) * 1000))
    expected = {"duration": "3", "size": size, "status": "PARSE", "cause": "null", "video_no": video_no}
    blob = {"bucket": "mavi-resource", "blob": f"{video_no}.mp4"}
    assert page == {
        "videos": [{**expected, "video_name": "whale", "create_time": created, "tags": ["api"], **blob}],
        "current_page": 1,
        "page_size": 200,
        "total_count": "1",
    }


def test_pages_newest_first(api: Api, media: Path) -> None:
    for number in range(5):
        api.upload(media / "text.mp4", name=f"clip{number}.mp4")
    pages = [data(api.post("/list_videos", {"page": page, "size": 2})) for page in (1, 2, 3, 4)]
    names = [[row["video_name"] for row in page["videos"]] for page in pages]
    assert names == [["clip4", "clip3"], ["clip2", "clip1"], ["clip0"], []]
    assert {(page["page_size"], page["total_count"]) for page in pages} == {(2, "5")}
    assert [page["current_page"] for page in pages] == [1, 2, 3, 4]


BEIJING = {"latitude": "39.9042", "longitude": "116.4074"}


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ({"video_name": "whale"}, ["whale"]),
        ({"video_name": "wha"}, []),
        ({"status": "PARSE"}, ["silent", "whale"]),
        ({"status": "DONE"}, ["silent", "whale"]),
        ({"status": "FAIL"}, ["text"]),
        ({"status": "FAILED"}, ["text"]),
        ({"status": "PARSE_ERROR"}, ["text"]),
        ({"status": "UNPARSE"}, ["waiting"]),
        ({"camera_model": "Canon EOS 5D"}, ["whale"]),
        ({"camera_model": "Canon"}, []),
        ({"tag": "sea"}, ["whale"]),
        ({"tag": "api"}, ["silent", "whale"]),
        ({"datetime_taken": 1760958000000}, ["whale"]),
        ({"datetime_taken": 1760958000001}, []),
        # 18 and 22 km to the north.
        ({"latitude": 40.07, "longitude": 116.4074}, ["whale"]),
        ({"latitude": 40.10, "longitude": 116.4074}, []),
        ({"folder_id": -1}, ["waiting", "text", "silent", "whale"]),
        ({"folder_id": -2}, []),
        ({"video_nos": []}, ["waiting", "text", "silent", "whale"]),
        ({"tag": "sea", "status": "FAIL"}, []),
        ({"unique_id": "nobody"}, []),
        ({"unique_id": "DEFAULT"}, []),
    ],
)
def test_filters(api: Api, media: Path, conditions: dict[str, Any], expected: list[str]) -> None:
    shared = {"datetime_taken": "2025-10-20 11:00:00", "camera_model": "Canon EOS 5D", **BEIJING}
    api.uploaded(media / "whale.mp4", tags=["sea", "sky"], **shared)
    api.uploaded(media / "silent.mp4")
    api.uploaded(media / "text.mp4", tags=["sea"])
    api.upload(media / "whale.mp4", name="waiting.mp4", tags=["sea"], **shared)
    assert api.names(**conditions) == expected


def test_several_ids_are_anded_with_the_rest(api: Api, media: Path) -> None:
    one = api.uploaded(media / "whale.mp4")
    other = api.uploaded(media / "text.mp4")
    assert api.names(video_nos=[one, other]) == ["text", "whale"]
    assert api.names(video_nos=[one, other], status="FAIL") == ["text"]
    assert api.names(video_nos=[one], video_no=other) == []


def test_unknown_video_is_no_error(api: Api) -> None:
    for path in ("/get_metadata", "/get_private_video_details"):
        assert data(api.get(path, video_no="VI000000000000000000")) is None


def test_private_details(api: Api, media: Path, receiver: Receiver) -> None:
    video_no = api.uploaded(media / "whale.mp4")
    found = data(api.get("/get_private_video_details", video_no=video_no))
    assert (found["status"], found["duration"], found["fps"]) == ("PARSE", "3", 10)
    assert (found["width"], found["height"], found["video_url"]) == (64, 64, None)
    url = receiver.url + "/x.mp4"
    by_url = data(envelope(api.http.post("/upload_url", data={"url": url})))["videoNo"]
    waiting = data(api.get("/get_private_video_details", video_no=by_url))
    assert (waiting["video_url"], waiting["fps"], waiting["resolution_label"]) == (url, None, None)


def test_download_gives_the_same_bytes(api: Api, media: Path) -> None:
    content = (media / "whale.mp4").read_bytes()
    video_no = data(api.upload(media / "whale.mp4"))["videoNo"]
    for _ in range(2):
        response = api.http.post("/download", json={"video_no": video_no})
        assert response.content == content
        assert response.headers["content-type"] == "application/octet-stream"
        assert response.headers["content-length"] == str(len(content))
        api.emulator.clock.advance(1)
        api.wait_for(video_no)


def test_download_of_what_is_not_there(api: Api, media: Path) -> None:
    video_no = data(api.upload(media / "text.mp4", unique_id="mine"))["videoNo"]
    for body in ({"video_no": "VI1"}, {"video_no": "../emulator.sqlite3"}, {"video_no": video_no}):
        answer = api.post("/download", body)
        assert (answer["code"], answer["msg"]) == ("0001", "video not found")
    assert api.http.post("/download", json={"video_no": video_no, "unique_id": "mine"}).content


def test_download_of_a_file_that_was_removed_by_hand(tmp_path: Path, media: Path) -> None:
    with Emulator(Settings(data=tmp_path)) as emulator:
        api = Api(emulator)
        video_no = data(api.upload(media / "whale.mp4"))["videoNo"]
        (tmp_path / "videos" / video_no).unlink()
        assert api.post("/download", {"video_no": video_no})["msg"] == "video not found"
        api.http.close()


def test_delete_is_idempotent(api: Api, media: Path) -> None:
    video_no = api.uploaded(media / "whale.mp4")
    kept = api.uploaded(media / "whale.mp4", name="kept.mp4")
    for _ in range(2):
        assert data(api.post("/delete_videos", [video_no, "VI1", video_no])) is None
    assert api.names() == ["kept"]
    assert data(api.get("/get_metadata", video_no=video_no)) is None
    assert data(api.get("/get_audio_transcription", video_no=video_no)) is None
    assert {hit["videoNo"] for hit in data(api.post("/search", {"search_param": "whale"}))} == {kept}
    assert data(api.get("/search_audio_transcripts", query="whale"))["total_count"] == "1"
    assert api.post("/chat", {"video_nos": [video_no], "prompt": "whale"})["code"] == "0001"
    assert api.post("/download", {"video_no": video_no})["code"] == "0001"


def test_delete_takes_a_hundred_ids(api: Api) -> None:
    assert data(api.post("/delete_videos", ["VI1"] * 100)) is None
    answer = api.post("/delete_videos", ["VI1"] * 101)
    assert answer["code"] == "0001"
    assert "100" in answer["msg"]


def test_a_lone_coordinate_is_kept_and_never_near(api: Api, media: Path) -> None:
    video_no = api.uploaded(media / "whale.mp4", latitude="39.9042")
    found = data(api.get("/get_metadata", video_no=video_no))
    assert (found["latitude"], found.get("longitude")) == (39.9042, None)
    assert api.names(latitude=39.9042, longitude=0) == []


def test_namespaces_and_accounts_see_nothing_of_each_other(
    api: Api, connect: Callable[[str], Api], media: Path
) -> None:
    video_no = api.uploaded(media / "whale.mp4", unique_id="mine")
    session = data(api.post("/chat", {"video_nos": [video_no], "prompt": "whale", "unique_id": "mine"}))["session_id"]
    other = connect("sk-mavi-other")
    for client, unique_id in ((api, "default"), (api, "Mine"), (other, "mine")):
        assert client.names(unique_id=unique_id) == []
        assert client.names(unique_id=unique_id, video_no=video_no) == []
        for path in (
            "/get_metadata",
            "/get_private_video_details",
            "/get_audio_transcription",
            "/get_video_transcription",
        ):
            assert data(client.get(path, video_no=video_no, unique_id=unique_id)) is None
        assert data(client.get("/generate_summary", video_no=video_no, type="TOPIC", unique_id=unique_id)) is None
        for search_type in ("BY_CLIP", "BY_AUDIO", "BY_CAPTION"):
            body = {"search_param": "whale blue", "search_type": search_type, "unique_id": unique_id}
            assert data(client.post("/search", body | {"video_nos": [video_no]})) == []
        assert data(client.get("/search_audio_transcripts", query="whale", unique_id=unique_id))["videos"] == []
        question = {"video_nos": [video_no], "prompt": "whale", "unique_id": unique_id}
        assert client.post("/chat", question)["msg"] == "No videos found for the provided video numbers."
        assert client.post("/download", {"video_no": video_no, "unique_id": unique_id})["code"] == "0001"
        assert data(client.get("/list_sessions", unique_id=unique_id))["sessions"] == []
        assert data(client.get("/get_session_detail", sessionId=session, unique_id=unique_id)) is None
        assert data(client.post("/delete_videos", [video_no], unique_id=unique_id)) is None
    assert api.names(unique_id="mine") == ["whale"]


def test_scores_do_not_depend_on_other_accounts(api: Api, connect: Callable[[str], Api], media: Path) -> None:
    api.uploaded(media / "whale.mp4")
    before = data(api.post("/search", {"search_param": "blue whale"}))
    other = connect("sk-mavi-other")
    for _ in range(3):
        other.uploaded(media / "whale.mp4")
    assert data(api.post("/search", {"search_param": "blue whale"})) == before
