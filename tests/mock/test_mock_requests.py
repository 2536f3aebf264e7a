"""Authentication, and requests that no client should send: each gets a failure envelope, and soon."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import httpx
import pytest

from memories_ai_mock import Emulator, ManualClock, Settings, SetupError
from memories_ai_mock.media import MediaError
from mock_support import API, KEY, RESET, Api, data, envelope, eventually

JSON = {"Content-Type": "application/json"}
MULTIPART = {"Content-Type": "multipart/form-data; boundary=b"}
FILE_PART = (
    b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.mp4"\r\nContent-Type: video/mp4\r\n\r\nx\r\n'
)
END = b"--b--\r\n"


def text_part(name: bytes, value: bytes, extra: bytes = b"") -> bytes:
    return b'--b\r\nContent-Disposition: form-data; name="' + name + b'"' + extra + b"\r\n\r\n" + value + b"\r\n"


@pytest.mark.parametrize("key", [None, "", "Bearer " + KEY, "bearer " + KEY, "Bearer"])
def test_key_is_sent_raw(emulator: Emulator, key: str | None) -> None:
    headers = {} if key is None else {"Authorization": key}
    body = envelope(httpx.get(emulator.base_url + API + "/list_sessions", headers=headers))
    assert body["code"] == "0401"
    assert KEY not in body["msg"]
    assert "raw" in body["msg"]


def test_accepted_keys(caplog: pytest.LogCaptureFixture) -> None:
    settings = Settings(keys=[KEY, "sk-mavi-second"])
    assert KEY not in repr(settings)
    with Emulator(settings) as emulator, caplog.at_level("DEBUG"):
        codes = {}
        for key in (KEY, "sk-mavi-second", "sk-mavi-wrong"):
            response = httpx.get(emulator.base_url + API + "/list_sessions", headers={"Authorization": key})
            codes[key] = envelope(response)["code"]
            assert key not in response.text
    assert codes == {KEY: "0000", "sk-mavi-second": "0000", "sk-mavi-wrong": "0401"}
    assert "list_sessions: 0401" in caplog.text
    assert not [key for key in codes if key in caplog.text]


@pytest.mark.parametrize("keys", [[""], [" "], ["a b "], ["ключ"], ["Bearer " + KEY], KEY])
def test_unusable_keys_are_refused(keys: list[str]) -> None:
    with pytest.raises(SetupError, match="key") as caught:
        Settings(keys=keys)
    assert KEY not in str(caught.value)


def test_the_key_is_stored_as_a_hash_only(tmp_path: Path, media: Path) -> None:
    with Emulator(Settings(data=tmp_path)) as emulator:
        api = Api(emulator)
        api.upload(media / "text.mp4")
        api.http.close()
    for path in tmp_path.rglob("*"):
        assert path.is_dir() or KEY.encode() not in path.read_bytes()


def test_large_upload_with_a_wrong_key_gets_its_answer() -> None:
    with Emulator(Settings(keys=[KEY])) as emulator:
        files = {"file": ("a.mp4", b"x" * 20_000_000, "video/mp4")}
        response = httpx.post(emulator.base_url + API + "/upload", files=files, headers={"Authorization": "wrong"})
        assert envelope(response)["code"] == "0401"


@pytest.mark.parametrize(
    ("body", "word"),
    [
        (b"", "JSON"),
        (b'{"page":', "JSON"),
        (b"null", "object"),
        (b"[]", "object"),
        (b'{"page": "1"}', "page"),
        (b'{"page": 1.5}', "page"),
        (b'{"page": 0}', "page"),
        (b'{"page": null}', "page"),
        (b'{"page": NaN}', "NaN"),
        (b'{"page": -Infinity}', "Infinity"),
        (b'{"latitude": 1e999, "longitude": 1}', "double"),
        (b'{"page": 9223372036854775808}', "64 bits"),
        (b'{"page": ' + b"9" * 300 + b"}", "64 bits"),
        (b'{"page": ' + b"9" * 301 + b"}", "300 digits"),
        (b"[" * 15_000, "nested"),
        (b"[" * 100_000, "more than 20000 values"),
        (b"[]," * 50_000, "more than 20000 values"),
        (b'"' * 1_000_000, "malformed"),
        (b'{"video_name": "' + b"[{," * 100_000 + b'", "video_no": ' + b'"\\",' * 100_000, "malformed"),
        (b'{"video_name": "\\ud800"}', "surrogate"),
        (b'{"video_name": "\xe9"}', "UTF-8"),
        (b"\xff\xfe{}", "UTF-8"),
        (b'{"video_name": "' + b"a" * 1_050_000 + b'"}', "1048576"),
        (b'{"latitude": 1}', "longitude"),
        (b'{"latitude": 91, "longitude": 0}', "latitude"),
        (b'{"folder_id": 5}', "folder_id"),
        (b'{"unique_id": ""}', "unique_id"),
        (b'{"unique_id": 5}', "unique_id"),
        (b'{"video_nos": "VI1"}', "video_nos"),
        (b'{"video_nos": [1]}', "video_nos[0]"),
    ],
)
def test_unusable_json(api: Api, body: bytes, word: str) -> None:
    answer = envelope(api.http.post("/list_videos", content=body, headers=JSON))
    assert answer["code"] == "0001"
    assert word in answer["msg"]


def test_size_of_a_body_without_a_declared_length(api: Api) -> None:
    chunks = (b" " * 100_000 for _ in range(11))
    answer = envelope(api.http.post("/list_videos", content=chunks, headers=JSON))
    assert "1048576 bytes" in answer["msg"]


def test_unknown_enum_value_lists_the_known_ones(api: Api) -> None:
    body = api.post("/search", {"search_param": "x", "search_type": "BY_SMELL"})
    assert body["code"] == "0003"
    for word in ("search_type", "BY_SMELL", "BY_CLIP", "BY_VIDEO", "BY_AUDIO", "BY_IMAGE", "BY_CAPTION"):
        assert word in body["msg"]
    # Here the enum is one of two alternatives: null is the other.
    body = api.post("/search", {"search_param": "x", "filtering_level": "extreme"})
    assert body["code"] == "0003"
    assert "filtering_level" in body["msg"]
    assert "low, medium, high" in body["msg"]
    body = api.get("/generate_summary", video_no="VI1", type="HAIKU")
    assert body["code"] == "0003"


@pytest.mark.parametrize(
    "body",
    [
        b"{}",
        b'{"zzz": {"unknown": [1]}}',
        b'{"page": 1.0}',
        b'{"page": 9223372036854775807, "size": 9223372036854775807}',
        b'{"video_name": "\\u0000", "video_nos": ["a\\u0000b"], "tag": "\xf0\x9f\x90\x8b"}',
        b'{"a":' * 500 + b"1" + b"}" * 500,
    ],
)
def test_unusual_json_that_is_fine(api: Api, body: bytes) -> None:
    assert data(envelope(api.http.post("/list_videos", content=body, headers=JSON)))["videos"] == []


@pytest.mark.parametrize(
    "content_type", [None, "text/plain", "application/x-www-form-urlencoded", "multipart/form-data"]
)
def test_wrong_content_type(api: Api, content_type: str | None) -> None:
    headers = {"Content-Type": content_type} if content_type else {}
    body = envelope(api.http.post("/list_videos", content=b"{}", headers=headers))
    assert body["code"] == "0001"
    assert "Content-Type" in body["msg"]
    assert "application/json" in body["msg"]


def test_content_type_with_parameters(api: Api) -> None:
    headers = {"Content-Type": "Application/JSON; charset=UTF-8"}
    assert data(envelope(api.http.post("/list_videos", content=b"{}", headers=headers)))


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("", "query: is missing"),
        ("query=", "query"),
        ("query=%ff", "UTF-8"),
        ("query=%ED%A0%80", "UTF-8"),
        ("query=a&query=b", "2 times"),
        ("query=a&page=0", "page"),
        ("query=a&page=x", "page"),
        ("query=a&page=", "page"),
        ("query=a&page_size=501", "page_size"),
        ("query=a&page=99999999999999999999", "page"),
        ("query=a&" + "&".join(f"x{number}=1" for number in range(1001)), "1,000"),
    ],
)
def test_unusable_query(api: Api, query: str, word: str) -> None:
    body = envelope(api.http.get("/search_audio_transcripts?" + query))
    assert body["code"] == "0001"
    assert word in body["msg"]


@pytest.mark.parametrize(
    ("body", "word"),
    [
        (b"", "closing boundary"),
        (b"hello", "multipart"),
        (FILE_PART, "closing boundary"),
        (b"--b\r\nX: y\r\n\r\nz\r\n" + END, "Content-Disposition"),
        (text_part(b"\xff", b"x") + END, "UTF-8"),
        (text_part(b"file", b"x") + END, "file part"),
        (FILE_PART + text_part(b"unique_id", b"\xff") + END, "UTF-8"),
        (FILE_PART + FILE_PART + END, "more than once"),
        (text_part(b"x", b"") * 101 + END, "100 parts"),
        (FILE_PART.replace(b"a.mp4", b"a\xff.mp4") + END, "UTF-8"),
        (FILE_PART.replace(b"a.mp4", b"a" * 6000) + END, "multipart"),
        (FILE_PART + text_part(b"callback", b"a" * 1_050_000) + END, "callback: the text fields exceed 1048576 bytes"),
        (text_part(b"unique_id", b"x") + END, "file: is missing"),
    ],
)
def test_unusable_multipart(api: Api, body: bytes, word: str) -> None:
    answer = envelope(api.http.post("/upload", content=body, headers=MULTIPART))
    assert answer["code"] == "0001"
    assert word in answer["msg"]


def test_multipart_without_a_boundary(api: Api) -> None:
    body = envelope(api.http.post("/upload", content=b"x", headers={"Content-Type": "multipart/form-data"}))
    assert "boundary" in body["msg"]


def test_unknown_parts_are_skipped(api: Api) -> None:
    extra = text_part(b"zzz", b"z" * 2_000_000, b'; filename="z.bin"') + text_part(b"yyy", b"y")
    assert data(envelope(api.http.post("/upload", content=extra + FILE_PART + END, headers=MULTIPART)))


def test_boundary_like_bytes_within_a_file(api: Api) -> None:
    content = b"\r\n--b\r\n--+++\r\n--" + bytes(range(256)) * 40
    files = {"file": ("a.mp4", content, "video/mp4")}
    video_no = data(envelope(api.http.post("/upload", files=files)))["videoNo"]
    assert api.http.post("/download", json={"video_no": video_no}).content == content


def test_size_of_a_file_is_bounded(tmp_path: Path) -> None:
    with Emulator(Settings(max_file_bytes=1000, data=tmp_path)) as emulator:
        api = Api(emulator)
        for size, code in ((1000, "0000"), (1001, "0001"), (10_000_000, "0001")):
            answer = envelope(api.http.post("/upload", files={"file": ("a.mp4", b"x" * size, "video/mp4")}))
            assert answer["code"] == code
        assert "1000 bytes" in envelope(api.http.post("/upload", files={"file": ("a.mp4", b"x" * 1001)}))["msg"]
        assert list((tmp_path / "incoming").iterdir()) == []
        api.http.close()


@pytest.fixture
def raw(emulator: Emulator) -> Iterator[Callable[[bytes], socket.socket]]:
    """Opens connections and sends bytes over them."""
    opened: list[socket.socket] = []

    def connect(start: bytes) -> socket.socket:
        opened.append(socket.create_connection(("127.0.0.1", int(emulator.base_url.rpartition(":")[2])), timeout=5))
        opened[-1].sendall(start)
        return opened[-1]

    yield connect
    for each in opened:
        each.close()


def head(path: str, content_type: str, length: int) -> bytes:
    lines = [f"POST {API}{path} HTTP/1.1", "Host: x", f"Authorization: {KEY}", f"Content-Type: {content_type}"]
    return "\r\n".join([*lines, f"Content-Length: {length}", "", ""]).encode()


def test_client_that_goes_away_during_an_upload(tmp_path: Path) -> None:
    with Emulator(Settings(data=tmp_path)) as emulator:
        port = int(emulator.base_url.rpartition(":")[2])
        with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
            connection.sendall(head("/upload", "multipart/form-data; boundary=b", 10_000_000) + FILE_PART[:-2])
            connection.sendall(b"y" * 2_000_000)
            eventually(lambda: list((tmp_path / "incoming").iterdir()))
        eventually(lambda: not list((tmp_path / "incoming").iterdir()))
        api = Api(emulator)
        assert api.names() == []
        api.http.close()


def test_client_that_pauses_for_ever_is_answered() -> None:
    with Emulator(Settings(read_timeout=0.2)) as emulator:
        port = int(emulator.base_url.rpartition(":")[2])
        with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
            connection.sendall(head("/list_videos", "application/json", 100) + b'{"page"')
            assert b"nothing arrived for 0.2 seconds" in connection.recv(65536)


def test_declared_length_is_checked_before_reading(raw: Callable[[bytes], socket.socket]) -> None:
    connection = raw(head("/list_videos", "application/json", 10**15))
    assert b"larger than 1048576 bytes" in connection.recv(65536)


OFFER = (
    "POST /serve/api/v1/list_videos HTTP/1.1\r\nHost: x\r\nAuthorization: %s\r\nConnection: Upgrade, HTTP2-Settings\r\n"
    "Upgrade: %s\r\nHTTP2-Settings: AAMAAABkAAQA\r\nContent-Type: application/json\r\nContent-Length: 12\r\n\r\n"
)


@pytest.mark.parametrize("protocol", ["h2c", "websocket"])
def test_a_request_that_offers_another_protocol_keeps_its_body(
    raw: Callable[[bytes], socket.socket], protocol: str
) -> None:
    start, body = (OFFER % (KEY, protocol)).encode(), b'{"size": 77}'
    connection = raw(start + body)
    assert b'"page_size":77' in connection.recv(65_536)
    # The connection goes on as before, however the next ones come.
    connection.sendall(start + body[:5])
    time.sleep(0.05)
    connection.sendall(body[5:])
    assert b'"page_size":77' in connection.recv(65_536)
    connection.sendall((start + body) * 400)
    received = b""
    while received.count(b'"page_size":77') < 400:
        received += connection.recv(65_536)


def test_headers_that_do_not_end_are_cut_off(raw: Callable[[bytes], socket.socket]) -> None:
    connection = raw(f"GET {API}/list_sessions HTTP/1.1\r\nHost: x\r\n".encode())
    # One byte more than what is accepted, in the longest of headers.
    connection.sendall(b"X: " + b"x" * 65_536)
    assert connection.recv(65536).startswith(b"HTTP/1.1 431 ")
    # What was sent and is not read any more may make the system reset the connection instead of closing it.
    with suppress(ConnectionResetError):
        assert connection.recv(65536) == b""


@pytest.mark.parametrize("path", ["/", "/api", API + "/upload/", API + "/nothing", "/%ff", "/a%00b", "/" + "x" * 5000])
def test_unknown_path_as_recorded(emulator: Emulator, path: str) -> None:
    body = envelope(httpx.get(emulator.base_url + path))
    assert body["code"] == "0001"
    assert body["msg"].startswith("No static resource ")
    assert body["msg"].endswith(".")
    assert len(body["msg"]) < 300


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("GET", API + "/upload", "POST"),
        ("OPTIONS", API + "/list_sessions", "GET"),
        ("DELETE", "/__mock__/reset", "POST"),
    ],
)
def test_wrong_method(emulator: Emulator, method: str, path: str, allowed: str) -> None:
    response = httpx.request(method, emulator.base_url + path, headers={"Authorization": KEY})
    assert response.status_code == 405
    assert response.headers["allow"] == allowed
    assert response.json()["code"] == "0001"
    assert response.json()["failed"] is True


def test_health(emulator: Emulator) -> None:
    answer = httpx.get(emulator.base_url + "/__mock__/health").json()
    assert answer == {"status": "ok", "operations": 81, "time": emulator.clock.now()}


def test_reset_forgets_everything(emulator: Emulator, api: Api, media: Path) -> None:
    video_no = api.uploaded(media / "whale.mp4")
    data(api.post("/chat", {"video_nos": [video_no], "prompt": "whale"}))
    assert httpx.post(emulator.base_url + "/__mock__/reset", headers=RESET).json() == {"status": "ok"}
    assert api.names() == []
    assert data(api.get("/list_sessions"))["sessions"] == []
    assert data(api.post("/search", {"search_param": "whale"})) == []
    assert envelope(api.http.post("/download", json={"video_no": video_no}))["code"] == "0001"
    # Ids go on: what a client still remembers names nothing new.
    assert data(api.upload(media / "whale.mp4"))["videoNo"] > video_no


@pytest.mark.parametrize("headers", [{}, {"X-Memories-Mock": ""}])
def test_reset_must_be_meant(emulator: Emulator, api: Api, media: Path, headers: dict[str, str]) -> None:
    api.uploaded(media / "whale.mp4")
    refused = httpx.post(emulator.base_url + "/__mock__/reset", headers=headers)
    assert refused.status_code == 403
    assert "X-Memories-Mock: 1" in refused.json()["msg"]
    assert api.names() == ["whale"]


def test_callback_to_the_emulator_itself_resets_nothing(
    api: Api, media: Path, caplog: pytest.LogCaptureFixture
) -> None:
    api.uploaded(media / "whale.mp4", callback=api.emulator.base_url + "/__mock__/reset")
    eventually(lambda: "HTTP status 403" in caplog.text)
    assert api.names() == ["whale"]


def test_one_key_at_a_time(emulator: Emulator) -> None:
    headers = [("Authorization", KEY), ("Authorization", KEY + "x")]
    body = envelope(httpx.get(emulator.base_url + API + "/list_sessions", headers=headers))
    assert body["code"] == "0401"
    assert "more than once" in body["msg"]


@pytest.mark.parametrize(
    ("path", "body", "word"),
    [
        (
            "/chat",
            b'{"prompt": "a", "video_nos": [' + b"1," * 15_000 + b"1]}",
            "video_nos: has more than 1000 entries",
        ),
        ("/delete_videos", b"[" + b"1," * 15_000 + b"1]", "body: has more than 1000 entries"),
    ],
)
def test_many_wrong_entries_are_refused_soon(api: Api, path: str, body: bytes, word: str) -> None:
    answer = envelope(api.http.post(path, content=body, headers=JSON))
    assert answer["code"] == "0001"
    assert word in answer["msg"]


def test_checking_a_body_does_not_hold_up_requests(
    emulator: Emulator, api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    checking, answered = threading.Event(), threading.Event()

    def check_slowly(*_: object) -> None:
        checking.set()
        answered.wait(5)

    monkeypatch.setattr("memories_ai_mock.validation.RequestValidator.check_body", check_slowly)
    with ThreadPoolExecutor(1) as pool:
        # Short bodies are checked at once: that takes less time than going to another thread.
        slow = pool.submit(api.post, "/list_videos", {"video_name": "x" * 20_000})
        assert checking.wait(5)
        assert httpx.get(emulator.base_url + "/__mock__/health", timeout=3).json()["status"] == "ok"
        answered.set()
        assert data(slow.result(5))["videos"] == []


def test_fifty_requests_at_once(api: Api, media: Path) -> None:
    content = (media / "whale.mp4").read_bytes()

    def upload_and_look(number: int) -> bool:
        headers = {"Authorization": f"key-{number % 5}"}
        files = {"file": (f"clip{number}.mp4", content, "video/mp4")}
        with httpx.Client(base_url=api.emulator.base_url + API, headers=headers, timeout=30) as http:
            video_no = data(envelope(http.post("/upload", files=files)))["videoNo"]
            rows = data(envelope(http.post("/list_videos", json={"video_no": video_no})))["videos"]
            return [row["video_name"] for row in rows] == [f"clip{number}"]

    with ThreadPoolExecutor(50) as pool:
        assert all(pool.map(upload_and_look, range(50)))


def test_reading_videos_does_not_hold_up_requests(
    emulator: Emulator, api: Api, media: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading, answered = threading.Event(), threading.Event()

    def wait_and_fail(*_: object) -> None:
        reading.set()
        answered.wait(10)
        raise MediaError("This was only a test.")

    monkeypatch.setattr("memories_ai_mock.indexing.read_media", wait_and_fail)
    video_no = data(api.upload(media / "whale.mp4"))["videoNo"]
    emulator.clock.advance(1)
    assert reading.wait(5)
    assert httpx.get(emulator.base_url + "/__mock__/health", timeout=5).json()["status"] == "ok"
    assert data(api.get("/get_metadata", video_no=video_no))["status"] == "UNPARSE"
    answered.set()
    assert api.wait_for(video_no)["status"] == "FAIL"


def test_emulators_are_independent_and_leave_nothing(
    media: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    threads = threading.active_count()
    with Emulator() as one, Emulator(Settings(clock=ManualClock())) as other:
        api = Api(one)
        api.upload(media / "text.mp4")
        assert list(tmp_path.rglob("VI*"))
        other_api = Api(other)
        assert other_api.names() == []
        api.http.close()
        other_api.http.close()
    one.close()
    eventually(lambda: threading.active_count() <= threads)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(httpx.ConnectError):
        httpx.get(one.base_url)


def test_emulator_starts_soon() -> None:
    def seconds_to_start() -> float:
        started = time.perf_counter()
        with Emulator():
            return time.perf_counter() - started

    # The best of three: the machine may be busy with other things.
    assert min(seconds_to_start() for _ in range(3)) < 1


@pytest.fixture
def stuck_reader(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Reading a video takes until this is set, whatever asks it to stop."""
    release = threading.Event()

    def hang(*_: object) -> None:
        release.wait(10)
        raise MediaError("This was only a test.")

    monkeypatch.setattr("memories_ai_mock.indexing.read_media", hang)
    yield release
    release.set()


def reader_threads() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if "reader-VI" in thread.name]


def test_closing_waits_for_a_reader_only_so_long(
    media: Path, stuck_reader: threading.Event, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("memories_ai_mock.services.STOP_SECONDS", 0.2)
    with Emulator(Settings(parse_seconds=0)) as emulator:
        api = Api(emulator)
        api.upload(media / "whale.mp4")
        [reader] = eventually(reader_threads)
        assert reader.daemon
        started = time.perf_counter()
        api.http.close()
    assert time.perf_counter() - started < 5
    assert reader.is_alive()
    assert "Still reading after 0.2 s" in caplog.text
    stuck_reader.set()
    reader.join(5)
    assert [record for record in caplog.records if record.levelname == "ERROR"] == []


def test_closing_says_that_it_takes_too_long(
    media: Path, stuck_reader: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    emulator = Emulator(Settings(parse_seconds=0))
    api = Api(emulator)
    api.upload(media / "whale.mp4")
    eventually(reader_threads)
    api.http.close()
    with monkeypatch.context() as patch:
        patch.setattr("memories_ai_mock.runner.CLOSE_SECONDS", 0.1)
        with pytest.raises(TimeoutError, match=emulator.base_url):
            emulator.close()
    stuck_reader.set()
    emulator.close()
