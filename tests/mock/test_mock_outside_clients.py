"""Clients as other people write them: no SDK, no shared helper, the samples of the documentation as they stand."""

from __future__ import annotations

import http.client
import json
import shutil
import socket
import subprocess
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from memories_ai_mock import Emulator
from mock_support import API, KEY, Api, Receiver, eventually
from operation_support import encoded, patchwork

FLAGS = {"code", "msg", "data", "success", "failed"}
WHALE = "The blue whale sings at 100% volume"
JSON = {"Content-Type": "application/json", "Accept": "text/event-stream"}


def good(text: str | bytes) -> Any:
    """The data of an envelope as every recording has it."""
    body = json.loads(text)
    assert body.keys() == FLAGS, body
    assert (body["code"], body["msg"], body["success"], body["failed"]) == ("0000", "success", True, False), body
    return body["data"]


def tool(name: str) -> str:
    path = shutil.which(name)
    if path is None:
        pytest.skip(f"{name} is not installed")
    return path


def run(*command: str) -> bytes:
    return subprocess.run(command, check=True, capture_output=True, timeout=30).stdout


def address(emulator: Emulator) -> tuple[str, int]:
    parts = urlsplit(emulator.base_url)
    assert parts.hostname is not None
    assert parts.port is not None
    return parts.hostname, parts.port


@pytest.fixture
def whale(api: Api, media: Path) -> str:
    return api.uploaded(media / "whale.mp4")


# The standard library of Python.


def opened(url: str, body: bytes | None = None, **headers: str) -> bytes:
    request = urllib.request.Request(url, body, {"authorization": KEY, **headers})  # noqa: S310 (an address of ours)
    with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310 (the same)
        content: bytes = answer.read()
        return content


def test_urllib_sends_json_forms_and_queries(api: Api, emulator: Emulator, receiver: Receiver, whale: str) -> None:
    base = emulator.base_url + API
    rows = good(opened(f"{base}/list_videos", b'{"page": 1}', **{"Content-Type": "application/json; charset=UTF-8"}))
    assert [row["video_no"] for row in rows["videos"]] == [whale]
    query = urllib.parse.urlencode({"video_no": whale})
    assert good(opened(f"{base}/get_metadata?{query}"))["status"] == "PARSE"
    # Its own Content-Type for bytes is that of a form.
    form = urllib.parse.urlencode({"url": f"{receiver.url}/film.mp4", "tags": ["a", "b"]}, doseq=True)
    assert good(opened(f"{base}/upload_url", form.encode()))["videoName"] == "film"


def test_a_multipart_body_made_by_hand(emulator: Emulator, media: Path) -> None:
    film = (media / "whale.mp4").read_bytes()
    head = '--b\r\nContent-Disposition: form-data; name="file"; filename="足球.mp4"\r\ncontent-type: video/MP4\r\n\r\n'
    body = head.encode() + film + b"\r\n--b--"
    found = good(
        opened(f"{emulator.base_url}{API}/upload", body, **{"Content-Type": 'multipart/form-data; boundary="b"'})
    )
    assert found["videoName"] == "足球"


def test_http_client_keeps_its_connection_and_sends_chunks(emulator: Emulator, media: Path) -> None:
    connection = http.client.HTTPConnection(*address(emulator), timeout=10)

    def chunks() -> Iterator[bytes]:
        yield b'--b\r\nContent-Disposition: form-data; name="file"; filename="w.mp4"\r\nContent-Type: video/mp4\r\n\r\n'
        yield (media / "whale.mp4").read_bytes()
        yield b"\r\n--b--\r\n"

    headers = {"AUTHORIZATION": KEY, "Content-Type": "multipart/form-data; boundary=b"}
    connection.request("POST", f"{API}/upload", chunks(), headers, encode_chunked=True)
    video_no = good(connection.getresponse().read())["videoNo"]
    kept = connection.sock
    json_headers = {"AUTHORIZATION": KEY, "Content-Type": "application/json"}
    connection.request("POST", f"{API}/list_videos", '{"size": 1}', json_headers)
    assert good(connection.getresponse().read())["videos"][0]["video_no"] == video_no
    assert connection.sock is kept is not None
    connection.request("GET", f"{API}/list_unique_ids", headers={"AUTHORIZATION": KEY, "Connection": "close"})
    answer = connection.getresponse()
    assert good(answer.read()) == {"unique_ids": ["default"]}
    assert answer.getheader("Connection") == "close"


def test_http_1_0_and_100_continue(emulator: Emulator, whale: str) -> None:
    asked = f"GET {API}/get_metadata?video_no={whale} HTTP/1.0\r\nAuthorization: {KEY}\r\n\r\n"
    old = exchange(emulator, asked)
    assert good(old.partition(b"\r\n\r\n")[2])["video_no"] == whale
    asked = (
        f"POST {API}/list_videos HTTP/1.1\r\nHost: x\r\nAuthorization: {KEY}\r\nContent-Type: application/json\r\n"
        "Content-Length: 2\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n{}"
    )
    first, _, rest = exchange(emulator, asked).partition(b"\r\n\r\n")
    assert b" 100 " in first
    assert good(rest.partition(b"\r\n\r\n")[2])["total_count"] == "1"


def exchange(emulator: Emulator, request: str) -> bytes:
    with socket.create_connection(address(emulator), timeout=10) as connection:
        connection.sendall(request.encode())
        return b"".join(iter(lambda: connection.recv(65536), b""))


# Samples of the documentation.


def test_a_part_without_a_type_is_refused_by_the_newest_pages_alone(api: Api, emulator: Emulator, media: Path) -> None:
    """As `files={"file": open(...)}` of requests sends it."""
    head = b'--b\r\nContent-Disposition: form-data; name="file"; filename="whale.mp4"\r\n\r\n'
    body = head + (media / "whale.mp4").read_bytes() + b"\r\n--b--\r\n"
    headers = {"Content-Type": "multipart/form-data; boundary=b"}
    for path in ("/serve/api/video/upload", "/api/serve/video/upload"):
        assert good(opened(emulator.base_url + path, body, **headers))["videoName"] == "whale"
    assert json.loads(opened(f"{emulator.base_url}{API}/upload", body, **headers))["code"] == "0001"


def test_the_callback_of_an_upload_may_stand_in_the_query(api: Api, receiver: Receiver, media: Path) -> None:
    receiver.files["/film.mp4"] = film = (media / "whale.mp4").read_bytes()
    files = {"file": ("whale.mp4", film, "video/mp4")}
    sent = [
        api.http.post("/upload", params={"callback": f"{receiver.url}/file"}, files=files),
        api.http.post(
            "/upload_url", params={"callback": f"{receiver.url}/url"}, data={"url": f"{receiver.url}/film.mp4"}
        ),
    ]
    expected = {(path, good(answer.text)["videoNo"]) for path, answer in zip(("/file", "/url"), sent, strict=True)}
    api.emulator.clock.advance(1)

    def told() -> set[tuple[str, str]]:
        return {(path, json.loads(body)["videoNo"]) for path, body in receiver.received}

    assert eventually(lambda: told() if len(receiver.received) == 2 else None) == expected


@pytest.mark.parametrize("path", [f"{API}/list_videos", "/serve/api/video/list_videos"])
def test_the_filters_of_a_list_may_stand_in_the_query(api: Api, emulator: Emulator, whale: str, path: str) -> None:
    """As tables of v1.1 and v1.2 have them: a POST without a body."""
    url = emulator.base_url + path
    found = good(api.http.post(url, params={"page": 1, "size": "5", "video_no": whale, "status": "PARSE"}).text)
    assert [row["video_no"] for row in found["videos"]] == [whale]
    assert (found["current_page"], found["page_size"], found["total_count"]) == (1, 5, "1")
    assert good(api.http.post(url, params={"status": "FAIL"}).text)["total_count"] == "0"
    assert good(api.http.post(url).text)["total_count"] == "1"
    assert good(api.http.post(url, params={"status": "FAIL"}, json={"status": "PARSE"}).text)["total_count"] == "1"
    assert api.http.post(url, params={"page": "0"}).json()["code"] == "0001"


def test_an_id_of_a_folder_goes_back_as_it_came(api: Api, whale: str) -> None:
    folder = good(api.http.post("/folders/create", data={"name": "my-project"}).text)["folder_id"]
    assert isinstance(folder, str)
    for folder_id in (folder, int(folder)):
        good(api.http.post("/folders/move", json={"folder_id": folder_id, "video_nos": [whale]}).text)
        assert api.names(folder_id=folder_id) == ["whale"]
        [hit, *_] = good(api.http.post("/search", json={"search_param": WHALE, "folder_id": folder_id}).text)
        assert hit["videoNo"] == whale
    form = {"url": "http://127.0.0.1:9/film.mp4", "folder_id": folder}
    good(api.http.post("/upload_url", data=form).text)
    assert sorted(api.names(folder_id=folder)) == ["film", "whale"]
    wrong = api.http.post("/list_videos", json={"folder_id": "holidays"}).json()
    assert wrong["code"] == "0001"
    assert "holidays" in wrong["msg"]


def test_joined_segments_of_speech_read_as_a_text(api: Api, whale: str) -> None:
    spoken = good(api.http.get("/get_audio_transcription", params={"video_no": whale}).text)
    assert "".join(each["content"] for each in spoken["transcriptions"]) == f" Hello from the harbour {WHALE}"
    [row] = good(api.http.get("/search_audio_transcripts", params={"query": "WHALE"}).text)["videos"]
    assert row["audio_ts"] == f" {WHALE}"


def test_an_empty_platform_and_null_stand_for_the_default(api: Api, whale: str) -> None:
    files = {"file": ("q.png", encoded(patchwork(0)), "image/png")}
    good(api.http.post("/search_public_similar_images", data={"type": "", "similarity": "0.8"}, files=files).text)
    body = {"search_param": WHALE, "search_type": "BY_AUDIO", "top_k": None, "filtering_level": None}
    assert good(api.http.post("/search", json=body).text)[0]["videoNo"] == whale


def test_a_page_of_v1_0_has_20_rows_unless_told_otherwise(api: Api, emulator: Emulator) -> None:
    url = f"{emulator.base_url}/api/serve/video/searchDB"
    assert api.http.get(url).json()["data"]["pageSize"] == 20


def test_a_download_by_bucket_and_blob_has_a_name_and_a_type(
    api: Api, emulator: Emulator, whale: str, media: Path
) -> None:
    place = {"bucket": "mavi-resource", "blob": f"{whale}.mp4"}
    types = {API: "application/octet-stream", "/serve/api/v2": "video/mp4"}
    for version, media_type in types.items():
        answer = api.http.get(f"{emulator.base_url}{version}/download", params=place)
        assert answer.content == (media / "whale.mp4").read_bytes()
        assert answer.headers["content-disposition"] == f'attachment; filename="{whale}.mp4"'
        assert answer.headers["content-type"] == media_type


def test_the_marketer_names_videos_as_recorded(api: Api) -> None:
    found = good(api.http.post("/marketer_chat", content=json.dumps({"prompt": "fish soup"}), headers=JSON).text)
    items = [item for ref in found["thinkings"][-1]["refs"] for item in ref["refItems"]]
    [meta, *_] = [item for item in items if item["type"] == "video_meta"]
    assert (meta["startTime"], meta["title"], meta["summary"]) == (0, None, None)
    assert all(isinstance(item["startTime"], int) for item in items)


def test_a_stream_reads_the_same_in_the_usual_ways(api: Api, whale: str) -> None:
    question = {"video_nos": [whale], "prompt": "What does the whale do?"}
    with api.http.stream("POST", "/chat_stream", json=question, headers=JSON) as answer:
        by_line = [line.removeprefix("data:") for line in answer.iter_lines() if line]
    text = api.http.post("/chat_stream", json=question, headers=JSON).text
    by_blank_line = [event.removeprefix("data:") for event in text.split("\n\n") if event]
    assert "\r" not in text
    assert by_line[-1] == by_blank_line[-1] == '"Done"'
    for events in (by_line, by_blank_line):
        said = [json.loads(event) for event in events[:-1]]
        content = "".join(event["content"] for event in said if event["type"] == "content")
        assert WHALE in content


# Other programs.


def test_curl_uploads_asks_and_downloads(emulator: Emulator, media: Path, tmp_path: Path, api: Api) -> None:
    curl, base = tool("curl"), emulator.base_url.replace("127.0.0.1", "localhost") + API
    common = (curl, "-sS", "--noproxy", "*", "--max-time", "20", "-H", f"authorization: {KEY}")
    big = tmp_path / "big.mp4"
    big.write_bytes((media / "whale.mp4").read_bytes() + bytes(3_000_000))
    part = f"file=@{big};type=video/mp4"
    sent = run(*common, "-H", "Expect: 100-continue", "-F", part, "-F", "tags=a", "-F", "tags=b", f"{base}/upload")
    video_no = good(sent)["videoNo"]
    api.emulator.clock.advance(1)
    assert api.wait_for(video_no)["tags"] == ["a", "b", "api"]
    chunked = run(*common, "-0", "-F", part, f"{base}/upload")
    assert good(chunked)["videoName"] == "big"
    form = ["--data", "url=http://127.0.0.1:9/f.mp4", "--data", "tags%5B0%5D=x", "--data", "tags%5B1%5D=y"]
    assert good(run(*common, *form, f"{base}/upload_url"))["videoName"] == "f"
    question = json.dumps({"video_nos": [video_no], "prompt": "whale?"})
    stream = run(*common, "-N", "-H", "Content-Type: application/json", "-d", question, f"{base}/chat_stream")
    assert stream.endswith(b'data:"Done"\n\n')
    place = urllib.parse.urlencode({"bucket": "mavi-resource", "blob": f"{video_no}.mp4"})
    run(*common, "-OJ", "--output-dir", str(tmp_path), f"{base}/download?{place}")
    assert (tmp_path / f"{video_no}.mp4").read_bytes() == big.read_bytes()


NODE = """
const [base, key, film] = process.argv.slice(1), headers = {Authorization: key};
const json = {...headers, 'Content-Type': 'application/json'};
const form = new FormData();
form.append('file', new Blob([require('fs').readFileSync(film)], {type: 'video/mp4'}), '足球 😀.mp4');
(async () => {
  const sent = await (await fetch(base + '/upload', {method: 'POST', headers, body: form})).json();
  const body = JSON.stringify({video_no: sent.data.videoNo, unique_id: undefined});
  const got = await fetch(base + '/download', {method: 'POST', headers: json, body});
  const bytes = (await got.arrayBuffer()).byteLength;
  console.log(JSON.stringify([sent.data.videoName, got.headers.get('content-type'), bytes]));
})();
"""


def test_fetch_of_node_uploads_and_downloads(emulator: Emulator, media: Path) -> None:
    node, film = tool("node"), media / "whale.mp4"
    if int(run(node, "-p", "process.versions.node.split('.')[0]")) < 18:
        pytest.skip("this Node has no fetch")
    said = json.loads(run(node, "-e", NODE, emulator.base_url + API, KEY, str(film)))
    assert said == ["足球 😀", "application/octet-stream", film.stat().st_size]
