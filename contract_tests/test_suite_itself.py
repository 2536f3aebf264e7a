"""The suite's own promises: it notices broken answers, keeps the key to itself, and spares a real server."""

import json
import logging
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest

from memories_ai_contract.cut_text import JsonValue
from memories_ai_contract.envelope import is_good_end
from memories_ai_contract.events import event_data
from memories_ai_contract.film import SAMPLE
from memories_ai_contract.specification import Specification, load_specification
from memories_ai_contract.targets import ApiKey, Pacer, Target, TargetError, check_url, open_target
from memories_ai_contract.validation import JSON, STREAM, ContractError, read_answer, validate
from memories_ai_mock import Emulator, Settings

HERE = Path(__file__).parent
SECRET = "sk-mavi-kept-to-itself-1234"
GOOD = {
    "code": "0000",
    "msg": "success",
    "data": {"videoNo": "VI1", "videoName": "a"},
    "success": True,
    "failed": False,
}
FAILED = {"code": "0001", "msg": "no", "data": None, "success": False, "failed": True}
# Events of the dialect that has no end marker.
PIECE = b'data:{"code":"0000","msg":"","data":{"msg":"a"}}\n\n'
FAILED_PIECE = b'data:{"code":"0429","msg":"no"}\n\n'


@pytest.mark.parametrize(
    ("operation", "status", "content_type", "content", "message"),
    [
        ("upload", 200, JSON, GOOD, None),
        ("upload", 200, "Application/JSON; charset=utf-8", FAILED, None),
        ("upload", 201, JSON, GOOD, "HTTP status 201 is not declared; declared: 200, 401"),
        ("upload", 200, "text/html", GOOD, "comes as 'text/html', which is not declared: application/json"),
        ("upload", 200, "", GOOD, "comes as ''"),
        ("upload", 200, JSON, b"{", "cannot be read"),
        ("upload", 200, JSON, b'{"code": NaN}', "NaN is no JSON"),
        ("upload", 200, JSON, b"\xff", "cannot be read"),
        ("upload", 200, JSON, {**GOOD, "data": {"videoNo": "VI1"}}, '/data: "videoName" is a required property'),
        ("upload", 200, JSON, {**GOOD, "trace": 1}, "/trace: is declared nowhere"),
        ("upload", 200, JSON, {**GOOD, "success": False}, "/success"),
        ("upload", 200, JSON, {**GOOD, "code": "0001"}, "/data"),
        ("upload", 200, JSON, {**FAILED, "code": "7777"}, "'7777' is no documented code"),
        ("upload", 200, JSON, {"code": "0001", "msg": "no", "success": True}, "/success"),
        ("download", 200, "application/octet-stream", b"\0\xff", None),
        ("chat_stream", 200, STREAM, b'data:{"code":"SUCCESS","data":"Done"}\n\n', None),
        ("chat_stream", 200, STREAM, b'data:"Done"\n', "of 0 events"),
        (
            "chat_stream",
            200,
            STREAM,
            b'data:{"type":"content","content":"a","sessionId":"1"}\n\n',
            "end markers are numbers []",
        ),
        ("chat_stream", 200, STREAM, b'data:"Done"\n\ndata:"Done"\n\n', "end markers are numbers [1, 2]"),
        (
            "chat_stream",
            200,
            STREAM,
            b'data:{"type":"content","sessionId":"1"}\n\ndata:"Done"\n\n',
            'event 1: the whole: "content"',
        ),
        ("download_blob", 200, "video/mp4", b"film", None),
        ("download_blob", 200, "image/jpeg", b"picture", None),
        ("download_blob", 200, "text/html", b"<html>", "which is not declared"),
        ("mavi_chat", 200, STREAM, PIECE + PIECE, None),
        ("mavi_chat", 200, STREAM, PIECE + FAILED_PIECE, None),
        ("mavi_chat", 200, STREAM, FAILED_PIECE + PIECE, "the failures are numbers [1]"),
        ("mavi_chat", 200, STREAM, b"", "of 0 events"),
        ("chat_stream", 200, STREAM, b'data:{"type":"content","content":"a"}\n\ndata:[DONE]\n\n', None),
        ("chat_stream", 200, STREAM, b'data:"Out of memory"\n\n', None),
        ("chat_stream", 200, STREAM, b'data:"Out of memory"\n\ndata:"Done"\n\n', "end markers are numbers [1, 2]"),
        ("chat_stream", 200, STREAM, b'data:{"type":"later"}\n\ndata:"Done"\n\n', "event 1: "),
        ("chat_stream", 200, STREAM, b'data:{"content":"a"}\n\ndata:"Done"\n\n', "event 1: "),
        ("chat_stream", 200, STREAM, b'data:{"token":"a"}\n\ndata:"Done"\n\n', "event 1: "),
        ("chat_stream", 200, STREAM, b'data:5\n\ndata:"Done"\n\n', "event 1: "),
        ("chat_stream", 200, STREAM, b'data:{"type":\n\ndata:"Done"\n\n', "event 1: "),
        ("chat_personal_stream", 200, STREAM, b'data: {"token": "a"}\n\ndata: [DONE]\n\n', None),
        ("chat_personal_stream", 200, STREAM, b'data: {"token": "a"}\n\n', "end markers are numbers []"),
        ("chat_personal_stream", 200, STREAM, b"data: [DONE]\n\ndata: [DONE]\n\n", "end markers are numbers [1, 2]"),
        ("chat_personal_stream", 200, STREAM, b"data: [OVER]\n\ndata: [DONE]\n\n", "event 1: "),
        ("chat_personal_stream", 200, STREAM, b"data: NaN\n\ndata: [DONE]\n\n", "event 1: "),
        ("chat_personal_stream", 200, STREAM, b'data: {"token": 5}\n\ndata: [DONE]\n\n', "event 1: /token"),
        ("chat_personal_stream", 200, STREAM, b'data: "Done"\n\n', "event 1: "),
        ("marketer_chat_stream", 200, STREAM, b'data:A\n\ndata:{"delta":"b"}\n\ndata:[Done]\n\n', None),
        ("marketer_chat_stream", 200, STREAM, b"data:A\n\n", "end markers are numbers []"),
        ("marketer_chat_stream", 200, STREAM, b'data:{"token":"a"}\n\ndata:done\n\n', "event 1: "),
        ("marketer_chat_stream", 200, STREAM, b'data:{"text":"a\n\ndata:done\n\n', "event 1: "),
        ("add_memory", 200, JSON, {**GOOD, "data": [{"a": [{"b": 1}]}]}, None),
        ("chat_personal", 200, JSON, {"session_id": "1", "response": "a", "metadata": {"b": {"c": []}}}, None),
        ("chat_personal", 200, JSON, {"session_id": "1", "response": "a"}, '"metadata" is a required property'),
    ],
)
def test_broken_answers_are_noticed(
    operation: str, status: int, content_type: str, content: object, message: str | None
) -> None:
    body = content if isinstance(content, bytes) else json.dumps(content).encode()
    if message is None:
        assert read_answer(operation, status, content_type, body).content == body
        return
    with pytest.raises(ContractError) as noticed:
        read_answer(operation, status, content_type, body)
    assert str(noticed.value).startswith(f"{operation}: ")
    assert message in str(noticed.value)


def test_data_of_an_event_that_is_no_json_stands_for_itself() -> None:
    answer = read_answer("marketer_chat_stream", 200, STREAM, b'data:[a\n\ndata:"b"\n\ndata:[Done]\n\n')
    assert answer.events == ("[a", "b", "[Done]")


def test_bare_text_needs_a_schema_of_its_own_and_an_end_marker_is_looked_for_where_it_is_stated() -> None:
    data = {"type": "string", "contentSchema": {"type": "object"}}
    stream = {"content": {STREAM: {"x-itemSchema": {"type": "object", "properties": {"data": data}}}}}
    operation = {"operationId": "watch", "tags": ["x"], "responses": {"200": stream}}
    specification = Specification({"openapi": "3.1.1", "paths": {"/watch": {"get": operation}}})
    assert read_answer("watch", 200, STREAM, b"data: {}\n\n", specification).events == ({},)
    with pytest.raises(ContractError, match=r"event 2: is no JSON: '\[DONE\]'"):
        read_answer("watch", 200, STREAM, b"data: {}\n\ndata: [DONE]\n\n", specification)


@pytest.mark.parametrize(
    ("data", "good"),
    [
        *(("Done", True), ("done", True), ("[DONE]", True), ("Error", False), ("", False), (None, False)),
        *(({"code": "SUCCESS", "data": "Done"}, True), ({"code": "SUCCESS", "data": "Error"}, False)),
        *(({"code": "0429", "data": "Done"}, False), ({"type": "content", "content": "Done"}, False)),
    ],
)
def test_a_good_end_is_told_from_a_bad_one(data: JsonValue, good: bool) -> None:
    assert is_good_end(data) is good


def test_events_are_read_as_the_standard_has_it() -> None:
    text = '\ufeffdata: 1\r\n\r\n: comment\rid: 7\rdata:2\ndata\ndata:  3\n\nevent: empty\n\ndata:"\u2028"\n\ndata:lost'
    assert event_data(text) == ["1", "2\n\n 3", '"\u2028"']


def target_with(handler: Callable[[httpx.Request], httpx.Response], patience: float = 5.0) -> Target:
    http = httpx.Client(transport=httpx.MockTransport(handler))
    return Target("live", "https://example.com", ApiKey(SECRET), load_specification(), None, patience, 0.0, http)


@pytest.mark.parametrize("place", ["body", "header"])
def test_an_answer_with_the_key_is_refused(place: str) -> None:
    def leak(request: httpx.Request) -> httpx.Response:
        key = request.headers["Authorization"]
        headers = {"X-Debug": key} if place == "header" else {}
        return httpx.Response(200, json={**FAILED, "msg": key if place == "body" else "no"}, headers=headers)

    with pytest.raises(ContractError, match="the answer holds the API key"):
        target_with(leak).call("list_sessions")


def test_an_answer_that_does_not_end_is_given_up() -> None:
    class Endless(httpx.SyncByteStream):
        def __iter__(self) -> Iterator[bytes]:
            while True:
                yield b": waiting\n"

    endless = httpx.Response(200, headers={"Content-Type": STREAM}, stream=Endless())
    with pytest.raises(ContractError, match="the answer does not end within"):
        validate("chat_stream", endless, within=0.05)


@pytest.mark.parametrize("operation", ["delete_videos", "legacy_delete_videos"])
def test_only_what_the_run_uploaded_is_deleted(operation: str) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        deleted = request.url.path.endswith("delete_videos")
        return httpx.Response(200, json={**GOOD, "data": None} if deleted else GOOD)

    target = target_with(answer)
    with pytest.raises(TargetError, match=r"\['VI1'\] was not uploaded by this run"):
        target.call(operation, json=["VI1"])
    assert target.upload("a.mp4", b"film") == "VI1"
    assert target.call(operation, json=["VI1"]).data is None
    with pytest.raises(TargetError, match=r"\['VI2'\] was not uploaded"):
        target.call(operation, json=["VI1", "VI2"])


def test_the_newest_rate_limit_is_kept_for_each_group() -> None:
    now, slept = 100.0, []

    def sleep(seconds: float) -> None:
        nonlocal now
        slept.append(seconds)
        now += seconds

    pacer = Pacer(load_specification(), clock=lambda: now, sleep=sleep)
    for operation in ("upload", "chat", "get_metadata", "get_metadata", "chat_stream", "upload_url", "list_videos"):
        pacer.wait(operation)
    # Two chats a minute; one upload a minute, of which 30 s have passed; nothing is known of get_metadata.
    assert slept == [30.0, 30.0]
    pacer.wait("list_sessions")
    assert slept[2] == pytest.approx(0.2)


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("ftp://example.com", "is none of the form"),
        ("example.com", "is none of the form"),
        ("https://key@example.com", "is none of the form"),
        ("http://example.com", "would send the key in the clear"),
        ("https://example.com:port", "is no URL"),
    ],
)
def test_a_bad_url_is_refused(url: str, message: str) -> None:
    with pytest.raises(TargetError, match=message):
        check_url(url)


@pytest.mark.parametrize(
    "url", ["https://example.com/", "http://127.0.0.1:8765", "http://localhost:1", "http://[::1]:1"]
)
def test_a_good_url_is_taken(url: str) -> None:
    assert check_url(url) == url.rstrip("/")


@pytest.mark.parametrize("key", ["", " sk-mavi-1", "sk-mavi-\n1", "sk-mavi-ß"])
def test_a_bad_key_is_refused_without_showing_it(key: str) -> None:
    with pytest.raises(TargetError) as refused:
        ApiKey(key)
    assert str(refused.value) == "MEMORIES_CONTRACT_KEY: is empty or holds blanks or odd characters; set the raw key"


def run_suite(*arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("MEMORIES_", "PYTEST_"))}
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *arguments],
        cwd=HERE.parent,
        env={**environment, **settings},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_url_without_a_key_ends_the_run_at_once() -> None:
    run = run_suite("contract_tests", MEMORIES_CONTRACT_URL="https://example.com")
    assert run.returncode == pytest.ExitCode.USAGE_ERROR
    assert "MEMORIES_CONTRACT_KEY: is empty" in run.stderr


def test_a_real_server_is_only_read_unless_asked_otherwise(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, logger="memories_ai_mock")
    with Emulator(Settings(keys=[SECRET], parse_seconds=0)) as emulator:
        upload_one(emulator.base_url)
        caplog.clear()
        server = {"MEMORIES_CONTRACT_URL": emulator.base_url, "MEMORIES_CONTRACT_KEY": SECRET}
        run = run_suite("contract_tests/test_behaviour_reading.py", **server)
    assert run.returncode == pytest.ExitCode.OK, run.stdout
    assert "skipped" not in run.stdout
    # As the emulator logs them: operation, code and duration.
    asked = {tuple(line.split(", ")[0].split(": ")) for line in caplog.messages if ", " in line and ": " in line}
    assert {operation for operation, code in asked if code != "0401"} == {
        "list_videos", "get_metadata", "get_private_video_details", "get_video_transcription",
        "get_audio_transcription", "list_sessions", "download", "search", "generate_summary",
    }  # fmt: skip
    assert SECRET not in run.stdout + run.stderr


def upload_one(base_url: str) -> None:
    with open_target("mock", base_url, ApiKey(SECRET), load_specification(), patience=10, poll=0.01) as target:
        target.wait_until_indexed(target.upload(SAMPLE.name, SAMPLE.read_bytes()))


def test_what_costs_or_writes_is_no_part_of_a_read_only_run() -> None:
    server = {"MEMORIES_CONTRACT_URL": "https://example.com", "MEMORIES_CONTRACT_KEY": SECRET}
    careful = run_suite("contract_tests", "--collect-only", "-q", **server).stdout
    asked_for = run_suite("contract_tests", "--collect-only", "-q", "--live-writes", **server).stdout
    assert "test_behaviour_writing" not in careful
    assert "test_an_unknown_video_is_no_error_but_not_there[live]" in careful
    assert "test_a_download_brings_the_same_bytes[live]" in asked_for
    for collected in (careful, asked_for):
        assert "[mock" not in collected
        assert "test_generated_requests" not in collected


def test_the_key_shows_nowhere_even_if_the_server_repeats_it() -> None:
    with hostile_server() as url:
        server = {"MEMORIES_CONTRACT_URL": url, "MEMORIES_CONTRACT_KEY": SECRET}
        chatty = ("-vv", "--showlocals", "--tb=long", "-k", "unknown_video or empty")
        run = run_suite("contract_tests/test_behaviour_reading.py", *chatty, **server)
    assert run.returncode == pytest.ExitCode.TESTS_FAILED, run.stdout
    assert "[key]" in run.stdout, "the server's answer is shown, but for the key"
    assert SECRET not in run.stdout + run.stderr


@contextmanager
def hostile_server() -> Iterator[str]:
    """Answers every request with the key that it carried."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            content = json.dumps({**FAILED, "msg": self.headers["Authorization"]}).encode()
            self.send_response(200)
            self.send_header("Content-Type", JSON)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.do_GET()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the name is the base class's)
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
