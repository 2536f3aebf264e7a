"""upload, upload_url, and the way from UNPARSE to PARSE or FAIL."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import av
import httpx
import pytest

from memories_ai_mock import Emulator, ManualClock, Settings
from memories_ai_mock.media import Media, MediaError, read_media
from memories_ai_mock.network import Network, NetworkError
from mock_support import RED, Api, Receiver, data, envelope, eventually, frame, make_video, silence


def test_upload_is_acknowledged_before_it_is_indexed(api: Api, media: Path) -> None:
    answer = data(api.upload(media / "whale.mp4"))
    assert answer["videoNo"].startswith("VI")
    assert answer["videoNo"][2:].isdigit()
    assert len(answer["videoNo"]) == 20
    assert {name: answer[name] for name in ("videoName", "videoStatus")} == {
        "videoName": "whale",
        "videoStatus": "UNPARSE",
    }
    assert answer["uploadTime"] == str(int(api.emulator.clock.now() * 1000))
    [row] = data(api.post("/list_videos", {}))["videos"]
    assert (row["status"], row["duration"], row["cause"]) == ("UNPARSE", "0", "null")


def test_ids_increase(api: Api, media: Path) -> None:
    numbers = [data(api.upload(media / "text.mp4"))["videoNo"] for _ in range(5)]
    assert numbers == sorted(set(numbers))


def test_the_clock_decides_when_a_video_is_indexed(api: Api, media: Path) -> None:
    video_no = data(api.upload(media / "whale.mp4"))["videoNo"]
    api.emulator.clock.advance(0.99)
    time.sleep(0.2)
    assert data(api.get("/get_metadata", video_no=video_no))["status"] == "UNPARSE"
    api.emulator.clock.advance(0.01)
    assert api.wait_for(video_no)["status"] == "PARSE"


def test_indexing_needs_no_polling_with_real_time(media: Path, receiver: Receiver) -> None:
    with Emulator(Settings(parse_seconds=0.05)) as emulator:
        api = Api(emulator)
        api.upload(media / "whale.mp4", callback=receiver.url)
        eventually(lambda: receiver.received)
        api.http.close()


def test_the_file_is_read_for_real(api: Api, media: Path) -> None:
    video_no = api.uploaded(media / "whale.mp4")
    found = data(api.get("/get_metadata", video_no=video_no))
    expected = {"duration": "3", "fps": 10, "width": 64, "height": 64, "resolution_label": "64P", "status": "PARSE"}
    assert found | expected == found
    assert found["size"] == str((media / "whale.mp4").stat().st_size)


@pytest.mark.parametrize(("codec", "name"), [("libx265", "a.mov"), ("libvpx-vp9", "a.mkv"), ("libx264", "a.avi")])
def test_other_accepted_codecs_and_containers(api: Api, tmp_path: Path, codec: str, name: str) -> None:
    video_no = api.uploaded(make_video(tmp_path / name, codec, seconds=1, subtitles=()))
    assert data(api.get("/get_metadata", video_no=video_no))["status"] == "PARSE"


def test_capture_data_appears_once_parsed(api: Api, media: Path) -> None:
    fields = {
        "datetime_taken": "2025-10-20 11:00:00",
        "camera_model": "Canon EOS 5D",
        "latitude": "39.9042",
        "longitude": "116.4074",
        "tags": ["holiday", "beijing"],
    }
    video_no = data(api.upload(media / "whale.mp4", **fields))["videoNo"]
    assert "tags" not in data(api.get("/get_metadata", video_no=video_no))
    api.emulator.clock.advance(1)
    found = api.wait_for(video_no)
    assert found["datetime_taken"] == "1760958000000"
    assert (found["camera_model"], found["latitude"], found["longitude"]) == ("Canon EOS 5D", 39.9042, 116.4074)
    assert found["tags"] == ["holiday", "beijing", "api"]


def test_tags_may_be_numbered(api: Api, media: Path) -> None:
    video_no = api.uploaded(media / "whale.mp4", **{"tags[1]": "second", "tags[0]": "first"})
    assert data(api.get("/get_metadata", video_no=video_no))["tags"] == ["first", "second", "api"]


def test_twenty_tags_are_accepted(api: Api, media: Path) -> None:
    assert data(api.upload(media / "text.mp4", tags=[f"tag{number}" for number in range(20)]))


@pytest.mark.parametrize(
    ("fields", "code", "words"),
    [
        ({"tags": [f"tag{number}" for number in range(21)]}, "0001", ["tags", "20"]),
        ({"datetime_taken": "20.10.2025"}, "0001", ["datetime_taken", "20.10.2025", "yyyy-MM-dd HH:mm:ss"]),
        ({"datetime_taken": "2025-02-30 10:00:00"}, "0001", ["datetime_taken", "2025-02-30", "real"]),
        ({"retain_original_video": "1"}, "0001", ["retain_original_video", "boolean"]),
        ({"latitude": "north", "longitude": "1"}, "0001", ["latitude", "north", "number"]),
        ({"latitude": "90.1", "longitude": "1"}, "0001", ["latitude", "90.1", "-90 to 90"]),
        ({"latitude": "1", "longitude": "-181"}, "0001", ["longitude", "-180 to 180"]),
        ({"latitude": "nan", "longitude": "1"}, "0001", ["latitude", "number"]),
        ({"camera_model": "x" * 201}, "0001", ["camera_model", "200"]),
        ({"callback": "http://127.0.0.1/" + "x" * 300}, "0001", ["callback", "299"]),
        ({"callback": "test.beeceptor.com"}, "0001", ["callback", "test.beeceptor.com", "http"]),
        ({"callback": "ftp://127.0.0.1/x"}, "0001", ["callback", "ftp", "http"]),
        ({"folder_id": "7"}, "0001", ["folder_id", "7", "does not exist"]),
        ({"folder_id": "-2"}, "0001", ["folder_id", "-1"]),
        ({"folder_id": "home"}, "0001", ["folder_id", "home", "integer"]),
        ({"retain_original_video": "perhaps"}, "0001", ["retain_original_video", "perhaps", "boolean"]),
        ({"unique_id": ""}, "0001", ["unique_id", "short"]),
        ({"unique_id": ["a", "b"]}, "0001", ["unique_id", "2 times"]),
    ],
)
def test_documented_limits(api: Api, media: Path, fields: dict[str, Any], code: str, words: list[str]) -> None:
    body = api.upload(media / "whale.mp4", **fields)
    assert body["code"] == code
    for word in words:
        assert word in body["msg"]
    assert api.names() == []


@pytest.mark.parametrize(
    ("name", "content_type", "words"),
    [
        ("notes.txt", "video/mp4", ["file", "notes.txt", ".mp4"]),
        ("video", "video/mp4", ["file", ".mkv"]),
        ("whale.mp4", "text/plain", ["file", "text/plain", "video/"]),
    ],
)
def test_name_and_type_of_the_file(api: Api, name: str, content_type: str, words: list[str]) -> None:
    body = envelope(api.http.post("/upload", files={"file": (name, b"x", content_type)}))
    assert body["code"] == "0001"
    for word in words:
        assert word in body["msg"]


def test_extension_is_not_case_sensitive(api: Api, media: Path) -> None:
    assert data(api.upload(media / "whale.mp4", name="WHALE.MP4"))["videoName"] == "WHALE"


@pytest.mark.parametrize(
    ("given", "stored"),
    [
        ("../../../etc/passwd.mp4", "passwd"),
        ("C:\\videos\\cat.mp4", "cat"),
        ("...mp4", ".."),
        (".mp4", "video"),
        ("足球 ⚽.mp4", "足球 ⚽"),
        ("a" * 300 + ".mp4", "a" * 255),
    ],
)
def test_names_never_become_paths(api: Api, given: str, stored: str) -> None:
    body = envelope(api.http.post("/upload", files={"file": (given, b"x", "video/mp4")}))
    assert data(body)["videoName"] == stored


@pytest.mark.parametrize(
    ("name", "cause"),
    [
        ("old.mp4", "Indexing failed. The video codec is mpeg4; h264, h265 (hevc) and vp9 are accepted."),
        ("text.mp4", "Indexing failed. The file cannot be read as MP4, MOV, AVI or MKV"),
    ],
)
def test_what_cannot_be_indexed_fails_with_its_cause(api: Api, media: Path, name: str, cause: str) -> None:
    api.uploaded(media / name)
    [row] = data(api.post("/list_videos", {"status": "FAIL"}))["videos"]
    assert row["cause"].startswith(cause)
    assert (row["status"], row["duration"]) == ("FAIL", "0")


def test_cause_names_the_codec_and_not_its_decoder(api: Api, tmp_path: Path) -> None:
    video_no = api.uploaded(make_video(tmp_path / "new.mp4", "libsvtav1", seconds=1, subtitles=()))
    cause = data(api.get("/get_metadata", video_no=video_no))["cause"]
    assert cause.startswith("Indexing failed. The video codec is av1;")


def transport_stream(directory: Path) -> bytes:
    """Pictures that could be decoded, in a container that is not accepted."""
    with av.open(str(directory / "x.ts"), "w", format="mpegts") as container:
        picture = container.add_stream("libx264", rate=10)
        picture.width = picture.height = 64
        for index in range(10):
            container.mux(picture.encode(frame(index, RED)))
        container.mux(picture.encode())
    return (directory / "x.ts").read_bytes()


def test_more_files_that_cannot_be_indexed(api: Api, media: Path, tmp_path: Path) -> None:
    whole = (media / "whale.mp4").read_bytes()
    # The box with the compressed pictures, sound and text.
    start = whole.index(b"mdat") + 4
    end = start - 8 + int.from_bytes(whole[start - 8 : start - 4], "big")
    samples = {
        "empty.mp4": (b"", "The file is empty."),
        "playlist.mp4": (b"#EXTM3U\n#EXTINF:3,\nfile:///etc/hostname\n#EXT-X-ENDLIST\n", "cannot be read"),
        "half.mp4": (whole[: len(whole) // 2], "cannot be read"),
        "stream.mp4": (transport_stream(tmp_path), "cannot be read"),
        "foreign.mp4": (whole.replace(b"avc1", b"zzzz"), "The video codec is unknown"),
        "blank.mp4": (whole[:start] + bytes(end - start) + whole[end:], "Not one picture"),
    }
    for name, (content, cause) in samples.items():
        (tmp_path / name).write_bytes(content)
        video_no = api.uploaded(tmp_path / name)
        assert cause in data(api.get("/get_metadata", video_no=video_no))["cause"]


def test_sound_without_pictures_fails(api: Api, tmp_path: Path) -> None:
    with av.open(str(tmp_path / "song.mp4"), "w") as container:
        sound = container.add_stream("aac", rate=16000, layout="mono")
        for index in range(10):
            container.mux(sound.encode(silence(index)))
        container.mux(sound.encode())
    video_no = api.uploaded(tmp_path / "song.mp4")
    assert "no video stream" in data(api.get("/get_metadata", video_no=video_no))["cause"]


def test_url_upload_fetches_and_indexes(api: Api, media: Path, receiver: Receiver) -> None:
    receiver.files["/clips/whale.mp4"] = (media / "whale.mp4").read_bytes()
    receiver.redirects["/moved.mp4"] = "/clips/whale.mp4"
    answer = data(envelope(api.http.post("/upload_url", data={"url": receiver.url + "/moved.mp4", "tags": ["a", "b"]})))
    assert (answer["videoName"], answer["videoStatus"]) == ("moved", "UNPARSE")
    api.emulator.clock.advance(1)
    assert api.wait_for(answer["videoNo"])["tags"] == ["a", "b", "api"]
    download = api.http.post("/download", json={"video_no": answer["videoNo"]})
    assert download.content == receiver.files["/clips/whale.mp4"]


@pytest.mark.parametrize(
    "url",
    ["whale.mp4", "file:///etc/passwd", "ftp://127.0.0.1/a.mp4", "http://", "http://[::1", "http://xn--/x.mp4"],
)
def test_url_must_be_http(api: Api, url: str) -> None:
    body = envelope(api.http.post("/upload_url", data={"url": url}))
    assert body["code"] == "0001"
    assert body["msg"].startswith(f'url: "{url}"')


@pytest.mark.parametrize("callback", ["http://xn--a/x", "hook"])
def test_callback_must_be_http(api: Api, media: Path, callback: str) -> None:
    body = api.upload(media / "whale.mp4", callback=callback)
    assert body["code"] == "0001"
    assert body["msg"].startswith(f'callback: "{callback}"')


def url_cause(api: Api, url: str) -> str:
    answer = data(envelope(api.http.post("/upload_url", data={"url": url})))
    api.emulator.clock.advance(1)
    found = api.wait_for(answer["videoNo"])
    assert found["status"] == "FAIL"
    return str(found["cause"])


def test_url_that_leads_nowhere_fails(api: Api, receiver: Receiver) -> None:
    assert "HTTP status 404" in url_cause(api, receiver.url + "/nothing.mp4")
    receiver.redirects["/round.mp4"] = "/round.mp4"
    assert "redirects" in url_cause(api, receiver.url + "/round.mp4")
    for number, location in enumerate(("http://[bad/x", "http://xn--/x.mp4", "file:///etc/passwd")):
        receiver.redirects[f"/bad{number}.mp4"] = location
        assert "URL" in url_cause(api, f"{receiver.url}/bad{number}.mp4")


def test_fetching_that_breaks_fails(api: Api, receiver: Receiver, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("memories_ai_mock.indexing.Network.stream", break_down)
    assert "ZeroDivisionError" in url_cause(api, receiver.url + "/whale.mp4")


def test_time_of_fetching_is_bounded_as_a_whole(receiver: Receiver) -> None:
    receiver.gate.clear()
    with Emulator(Settings(clock=ManualClock(), fetch_timeout=0.3)) as emulator:
        api = Api(emulator)
        assert "no complete answer within 0.3 s" in url_cause(api, receiver.url + "/slow.mp4")
        api.http.close()
    receiver.gate.set()
    # No shorter limit of the HTTP library's own applies.
    assert Network([])._client.timeout == httpx.Timeout(None)


def test_only_loopback_is_fetched_from(api: Api, receiver: Receiver) -> None:
    assert "--allow-fetch 192.0.2.7" in url_cause(api, "http://192.0.2.7/a.mp4")
    receiver.redirects["/away.mp4"] = "http://192.0.2.8/a.mp4"
    assert "--allow-fetch 192.0.2.8" in url_cause(api, receiver.url + "/away.mp4")


def test_allowed_host_is_fetched_from(media: Path, receiver: Receiver, monkeypatch: pytest.MonkeyPatch) -> None:
    async def refuse(target: object) -> list[str]:
        raise NetworkError(f"{target} would be refused")

    # Here every name leads to a loopback address: let none be found so.
    monkeypatch.setattr("memories_ai_mock.network._loopback_addresses", refuse)
    receiver.files["/whale.mp4"] = (media / "whale.mp4").read_bytes()
    with Emulator(Settings(parse_seconds=0, allow_fetch=["LOCALHOST"])) as emulator:
        api = Api(emulator)
        url = receiver.url.replace("127.0.0.1", "localhost") + "/whale.mp4"
        answer = data(envelope(api.http.post("/upload_url", data={"url": url})))
        assert api.wait_for(answer["videoNo"])["status"] == "PARSE"
        api.http.close()


def test_fetched_file_is_bounded(receiver: Receiver) -> None:
    receiver.files["/big.mp4"] = b"x" * 5000
    with Emulator(Settings(clock=ManualClock(), max_fetch_bytes=4999)) as emulator:
        api = Api(emulator)
        assert "larger than 4999 bytes" in url_cause(api, receiver.url + "/big.mp4")
        api.http.close()


def test_original_is_dropped_on_demand(media: Path, tmp_path: Path) -> None:
    with Emulator(Settings(clock=ManualClock(), data=tmp_path)) as emulator:
        api = Api(emulator)
        video_no = api.uploaded(media / "whale.mp4", retain_original_video="false")
        assert data(api.get("/get_metadata", video_no=video_no))["status"] == "PARSE"
        body = envelope(api.http.post("/download", json={"video_no": video_no}))
        assert (body["code"], body["msg"]) == ("0001", "video not found")
        eventually(lambda: not list((tmp_path / "videos").iterdir()))
        api.http.close()


@pytest.fixture
def stored(tmp_path: Path) -> Callable[[], tuple[dict[str, int], list[str]]]:
    """Counts the rows and lists the files of the emulator whose data lie in tmp_path / "data"."""

    def look() -> tuple[dict[str, int], list[str]]:
        # A copy: the emulator holds the lock of the original.
        for suffix in ("", "-wal"):
            source = tmp_path / "data" / f"emulator.sqlite3{suffix}"
            (tmp_path / f"copy.sqlite3{suffix}").write_bytes(source.read_bytes() if source.exists() else b"")
        database = sqlite3.connect(tmp_path / "copy.sqlite3")
        # The public library is there from the beginning.
        database.execute("PRAGMA foreign_keys = ON")
        database.execute("DELETE FROM videos WHERE account = 'public'")
        tables = ("videos", "segments", "search_index", "frames", "callbacks", "sessions", "messages")
        counts = {table: database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables}  # noqa: S608 (constants)
        database.close()
        files = [path.name for path in (tmp_path / "data").rglob("*") if path.is_file() and "sqlite" not in path.name]
        return counts, files

    return look


def test_deleting_leaves_nothing_behind(
    tmp_path: Path, media: Path, receiver: Receiver, stored: Callable[[], tuple[dict[str, int], list[str]]]
) -> None:
    clock = ManualClock()
    with Emulator(Settings(clock=clock, data=tmp_path / "data")) as emulator:
        api = Api(emulator)
        indexed = api.uploaded(media / "whale.mp4", tags=["a"], callback=receiver.url)
        waiting = data(api.upload(media / "whale.mp4", callback=receiver.url))["videoNo"]
        counts, files = stored()
        assert counts["videos"] == 2
        assert counts["segments"] == counts["search_index"] > 3
        assert sorted(files) == sorted([indexed, waiting])
        data(api.post("/delete_videos", [indexed, waiting]))
        clock.advance(100)
        time.sleep(0.3)
        counts, files = stored()
        assert set(counts.values()) == {0}
        assert files == []
        assert len(receiver.received) == 1
        api.http.close()


def test_refused_uploads_leave_no_files(
    tmp_path: Path, media: Path, stored: Callable[[], tuple[dict[str, int], list[str]]]
) -> None:
    with Emulator(Settings(data=tmp_path / "data")) as emulator:
        api = Api(emulator)
        assert api.upload(media / "whale.mp4", tags=["a"] * 21)["code"] == "0001"
        assert api.upload(media / "whale.mp4", name="whale.gif")["code"] == "0001"
        assert stored()[1] == []
        api.http.close()


def test_deletion_while_the_file_is_fetched(
    tmp_path: Path, media: Path, receiver: Receiver, stored: Callable[[], tuple[dict[str, int], list[str]]]
) -> None:
    receiver.files["/whale.mp4"] = (media / "whale.mp4").read_bytes()
    receiver.gate.clear()
    with Emulator(Settings(parse_seconds=0, data=tmp_path / "data")) as emulator:
        api = Api(emulator)
        form = {"url": receiver.url + "/whale.mp4", "callback": receiver.url}
        video_no = data(envelope(api.http.post("/upload_url", data=form)))["videoNo"]
        eventually(lambda: receiver.hosts)
        data(api.post("/delete_videos", [video_no]))
        receiver.gate.set()
        time.sleep(0.3)
        counts, files = stored()
        assert (set(counts.values()), files, receiver.received) == ({0}, [], [])
        api.http.close()


def test_deletion_while_the_video_is_read(
    tmp_path: Path,
    media: Path,
    stored: Callable[[], tuple[dict[str, int], list[str]]],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    reading, deleted = threading.Event(), threading.Event()

    def read_slowly(path: Path, stopped: Callable[[], bool]) -> Media:
        reading.set()
        found = read_media(path, stopped)
        deleted.wait(5)
        return found

    monkeypatch.setattr("memories_ai_mock.indexing.read_media", read_slowly)
    with Emulator(Settings(parse_seconds=0, data=tmp_path / "data")) as emulator:
        api = Api(emulator)
        video_no = data(api.upload(media / "whale.mp4"))["videoNo"]
        assert reading.wait(5)
        data(api.post("/delete_videos", [video_no]))
        deleted.set()
        time.sleep(0.3)
        counts, files = stored()
        assert (set(counts.values()), files) == ({0}, [])
        api.http.close()
    assert [record for record in caplog.records if record.levelname == "ERROR"] == []


def test_video_whose_reading_breaks_fails(api: Api, media: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(*_: object) -> Media:
        raise ZeroDivisionError

    monkeypatch.setattr("memories_ai_mock.indexing.read_media", break_down)
    video_no = api.uploaded(media / "whale.mp4")
    found = data(api.get("/get_metadata", video_no=video_no))
    assert found["status"] == "FAIL"
    assert "ZeroDivisionError" in found["cause"]


def test_video_that_cannot_be_stored_fails(api: Api, media: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("memories_ai_mock.library.add_segments", break_down)
    video_no = api.uploaded(media / "whale.mp4")
    found = data(api.get("/get_metadata", video_no=video_no))
    assert found["status"] == "FAIL"
    assert "ZeroDivisionError" in found["cause"]


def test_host_of_a_url_is_told_to_its_server(api: Api, media: Path, receiver: Receiver) -> None:
    receiver.files["/whale.mp4"] = (media / "whale.mp4").read_bytes()
    url = receiver.url.replace("127.0.0.1", "localhost")
    data(envelope(api.http.post("/upload_url", data={"url": url + "/whale.mp4"})))
    eventually(lambda: receiver.hosts)
    assert receiver.hosts == [url.removeprefix("http://")]


def test_long_videos_are_looked_at_in_their_key_frames(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("memories_ai_mock.media.MAX_DECODED_PIXELS", 64 * 64 * 69)
    path = tmp_path / "long.mp4"
    with av.open(str(path), "w") as container:
        picture = container.add_stream("libx264", rate=1)
        picture.width = picture.height = 64
        for index in range(70):
            container.mux(picture.encode(frame(index, RED)))
        container.mux(picture.encode())
    found = read_media(path, lambda: False)
    assert found.duration == 70
    assert [scene.text.count("a single look") for scene in found.scenes] == [1]


def test_reading_is_bounded_and_can_be_stopped(media: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_media(media / "whale.mp4", lambda: False).scenes
    with pytest.raises(MediaError):
        read_media(media / "whale.mp4", lambda: True)
    monkeypatch.setattr("memories_ai_mock.media.READ_SECONDS", -1.0)
    with pytest.raises(MediaError):
        read_media(media / "whale.mp4", lambda: False)
