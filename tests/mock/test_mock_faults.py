"""Each fault as a client without any cleverness sees it."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

from fault_support import SEED, control, fault, look, stream
from mock_support import KEY, Api, Receiver, data, eventually

GONE = (httpx.RemoteProtocolError, httpx.ReadError)


@pytest.fixture(autouse=True)
def quiet(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """No fault lets the emulator or its server complain."""
    yield
    records = caplog.get_records("call")
    complaints = [record for record in records if record.levelname in ("ERROR", "CRITICAL") or record.exc_info]
    assert [record.getMessage() for record in complaints] == []


@pytest.fixture
def seeded(api: Api) -> Api:
    control(api.emulator, "seed", SEED)
    return api


def struck(api: Api) -> list[str]:
    """The faults in the journal."""
    return [row["fault"] for row in look(api.emulator, "journal")["entries"] if row["fault"]]


def cut_body(api: Api, path: str, body: Any) -> tuple[httpx.Headers, bytes]:
    """Headers and body of an answer whose connection breaks within the body."""
    received = bytearray()
    with api.http.stream("POST", path, json=body) as answer:
        try:
            for piece in answer.iter_raw():
                received.extend(piece)
        except GONE:
            return answer.headers, bytes(received)
    raise AssertionError("it was whole")


def folders(api: Api) -> str:
    return json.dumps(data(api.get("/folders")))


def create_folder(api: Api) -> httpx.Response:
    return api.http.post("/folders/create", data={"name": "fresh"})


def test_latency(api: Api) -> None:
    fault(api, "latency", seconds=0.3)
    started = time.monotonic()
    data(api.post("/list_videos", {}))
    assert 0.3 <= time.monotonic() - started < 3
    assert struck(api) == ["latency"]


def test_stall(api: Api) -> None:
    fault(api, "stall", seconds=0.3)
    started = time.monotonic()
    with pytest.raises(GONE):
        create_folder(api)
    assert 0.3 <= time.monotonic() - started < 3
    assert "fresh" not in folders(api)
    assert struck(api) == ["stall"]


def test_drip(api: Api) -> None:
    whole = api.http.post("/list_videos", json={}).content
    fault(api, "drip", seconds=0.02)
    started = time.monotonic()
    with api.http.stream("POST", "/list_videos", json={}) as answer:
        pieces = list(answer.iter_raw())
    assert b"".join(pieces) == whole
    assert time.monotonic() - started >= 0.02 * (len(whole) // 16)
    assert len(pieces) > 3


def test_drip_ends_when_nobody_reads(api: Api) -> None:
    fault(api, "drip", seconds=0.1)
    with pytest.raises(httpx.ReadTimeout), api.http.stream("POST", "/list_videos", json={}, timeout=0.05) as answer:
        answer.read()
    eventually(lambda: struck(api) == ["drip"], 0.6)


def test_drop_before(api: Api) -> None:
    fault(api, "drop_before")
    with pytest.raises(GONE):
        create_folder(api)
    assert "fresh" not in folders(api)
    [entry] = [row for row in look(api.emulator, "journal")["entries"] if row["fault"]]
    assert (entry["status"], entry["fault"]) == (0, "drop_before")
    usage = {row["operation"]: row["failures"] for row in look(api.emulator, "overview")["usage"]}
    assert usage == {"create_folder": 1, "list_folders": 0}


def test_drop_before_an_upload_is_read(api: Api, media: Path) -> None:
    fault(api, "drop_before", operation="upload")
    with pytest.raises((*GONE, httpx.WriteError)):
        api.upload(media / "whale.mp4")
    assert api.names() == []


def test_drop_after(api: Api) -> None:
    fault(api, "drop_after")
    with pytest.raises(GONE):
        create_folder(api)
    # It was done nevertheless.
    assert "fresh" in folders(api)
    assert struck(api) == ["drop_after"]


def test_drop_in_body(api: Api) -> None:
    whole = api.http.post("/list_videos", json={}).content
    fault(api, "drop_in_body")
    headers, received = cut_body(api, "/list_videos", {})
    assert headers["content-length"] == str(len(whole))
    assert received == whole[: len(whole) // 2]


def test_drop_in_body_of_a_download(api: Api, media: Path) -> None:
    video_no = api.uploaded(media / "whale.mp4")
    fault(api, "drop_in_body")
    _, received = cut_body(api, "/download", {"video_no": video_no})
    whole = (media / "whale.mp4").read_bytes()
    assert received == whole[: len(whole) // 2]


def test_truncated_json(api: Api) -> None:
    whole = api.http.post("/list_videos", json={}).content
    fault(api, "truncated_json")
    answer = api.http.post("/list_videos", json={})
    assert (answer.status_code, answer.content) == (200, whole[: len(whole) // 2])
    data(api.post("/list_videos", {}))


def test_wrong_content_type(api: Api) -> None:
    fault(api, "wrong_content_type")
    answer = api.http.post("/list_videos", json={})
    assert answer.headers.get_list("content-type") == ["text/html; charset=utf-8"]
    assert answer.json()["code"] == "0000"


@pytest.mark.parametrize("status", [500, 503, 599])
def test_server_error(api: Api, status: int) -> None:
    fault(api, "server_error", status=status)
    answer = create_folder(api)
    assert (answer.status_code, answer.headers["content-type"][:9]) == (status, "text/html")
    assert "<html>" in answer.text
    assert "fresh" not in folders(api)


def test_too_many_requests(api: Api) -> None:
    fault(api, "too_many_requests", seconds=3)
    answer = create_folder(api)
    assert (answer.status_code, answer.headers["retry-after"], answer.json()["code"]) == (429, "3", "0429")
    assert "fresh" not in folders(api)


def test_limit_exceeded(api: Api) -> None:
    fault(api, "limit_exceeded")
    answer = create_folder(api)
    assert (answer.status_code, answer.json()["code"]) == (200, "0429")
    assert answer.json()["msg"] == "Request has exceeded the limit."
    assert "fresh" not in folders(api)


@pytest.mark.parametrize(("used", "other"), [("127.0.0.1", "localhost"), ("localhost", "127.0.0.1")])
@pytest.mark.parametrize("with_key", [True, False])
def test_redirect(api: Api, used: str, other: str, with_key: bool) -> None:
    fault(api, "redirect")
    port = urlsplit(api.emulator.base_url).port
    path = "/serve/api/v1/get_metadata"
    headers = {"Authorization": KEY}
    answer = httpx.get(f"http://{used}:{port}{path}?video_no=a%26b", headers=headers)
    assert answer.status_code == 307
    assert answer.headers["location"] == f"http://{other}:{port}/__mock__/other-host{path}?video_no=a%26b"
    httpx.get(answer.headers["location"], headers=headers if with_key else {})
    told = look(api.emulator, "verdict")
    assert [each["rule"] for each in told["findings"]] == (["sent its key to another host"] if with_key else [])


def test_sse_cut_event(seeded: Api) -> None:
    good = stream(seeded)
    assert good[-2:] == [b'data:"Done"', b""]
    fault(seeded, "sse_cut_event", event=2)
    first, second = stream(seeded)
    json.loads(first.removeprefix(b"data:"))
    assert second.endswith(b"\0")
    with pytest.raises(ValueError, match=r"Unterminated|Expecting"):
        json.loads(second.removeprefix(b"data:").removesuffix(b"\0"))


@pytest.mark.parametrize("event", range(1, 6))
def test_sse_cut_character(seeded: Api, event: int) -> None:
    fault(seeded, "sse_cut_character", event=event)
    events = stream(seeded)
    assert len(events) == event
    cut = events[-1].removesuffix(b"\0")
    assert cut != events[-1]
    with pytest.raises(UnicodeDecodeError, match="unexpected end of data"):
        cut.decode()
    # All before the one character is whole.
    cut[:-2].decode()


def test_sse_no_end(seeded: Api) -> None:
    fault(seeded, "sse_no_end", event=2)
    events = stream(seeded)
    assert len(events) == 3
    assert events[-1] == b""
    assert b"Done" not in events[1]


def test_refusals_are_not_cut(seeded: Api) -> None:
    for kind in ("sse_cut_event", "sse_cut_character", "sse_no_end"):
        fault(seeded, kind)
        assert seeded.post("/chat_stream", {"prompt": 7})["code"] == "0001"
    assert look(seeded.emulator, "faults")["faults"] == []


def test_stream_faults_wait_for_streams(seeded: Api) -> None:
    fault(seeded, "sse_no_end")
    data(seeded.post("/list_videos", {}))
    assert len(look(seeded.emulator, "faults")["faults"]) == 1
    assert len(stream(seeded)) == 2


def test_duplicate_callback(api: Api, media: Path, receiver: Receiver) -> None:
    fault(api, "duplicate_callback")
    api.uploaded(media / "whale.mp4", callback=receiver.url)
    eventually(lambda: len(receiver.received) == 2)
    assert receiver.received[0] == receiver.received[1]


def test_reorder_callback(api: Api, media: Path, receiver: Receiver) -> None:
    fault(api, "reorder_callback", seconds=5)
    api.uploaded(media / "whale.mp4", callback=receiver.url + "/first")
    time.sleep(0.2)
    assert receiver.received == []
    api.uploaded(media / "silent.mp4", callback=receiver.url + "/second")
    eventually(lambda: receiver.received)
    api.emulator.clock.advance(5)
    eventually(lambda: len(receiver.received) == 2)
    assert [path for path, _ in receiver.received] == ["/second", "/first"]


def test_queue_of_faults(api: Api) -> None:
    fault(api, "server_error", status=501, operation="list_folders")
    fault(api, "server_error", status=502, times=2)
    fault(api, "server_error", status=503)
    fault(api, "duplicate_callback")
    statuses = [api.http.post("/list_videos", json={}).status_code for _ in range(2)]
    statuses += [api.http.get("/folders").status_code for _ in range(3)]
    assert statuses == [502, 502, 501, 503, 200]
    [left] = look(api.emulator, "faults")["faults"]
    assert left["kind"] == "duplicate_callback"


def test_fault_without_end(api: Api) -> None:
    fault(api, "server_error", times=None)
    assert {api.http.get("/folders").status_code for _ in range(5)} == {503}


def test_client_that_reads_nothing_is_dropped(api: Api, media: Path) -> None:
    video_no = api.uploaded(media / "whale.mp4")
    fault(api, "drop_in_body")
    address = urlsplit(api.emulator.base_url)
    body = json.dumps({"video_no": video_no}).encode()
    head = (
        f"POST /serve/api/v1/download HTTP/1.1\r\nHost: x\r\nAuthorization: {KEY}\r\nContent-Type: application/json\r\n"
    )
    with socket.create_connection((address.hostname, address.port)) as raw:
        raw.sendall(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body)
        eventually(lambda: struck(api) == ["drop_in_body"])
