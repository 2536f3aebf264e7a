"""The command line, as a process of its own."""

from __future__ import annotations

import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from _thread import interrupt_main
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import httpx
import pytest

from memories_ai_mock import Settings, SetupError, cli
from memories_ai_mock.cli import main
from memories_ai_mock.database import Database
from memories_ai_mock.services import Services
from mock_support import KEY, Api, data, envelope, eventually


class Process:
    """`python -m memories_ai_mock` on a free port."""

    def __init__(self, directory: Path, *arguments: str) -> None:
        self.ready_file = directory / f"ready-{time.monotonic_ns()}"
        command = [sys.executable, "-m", "memories_ai_mock", "--port", "0", "--ready-file", str(self.ready_file)]
        self.process = subprocess.Popen(
            [*command, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        eventually(lambda: self.ready_file.exists() or self.process.poll() is not None, 10)
        self.base_url = self.ready_file.read_text().strip()

    def api(self) -> Api:
        return Api(SimpleNamespace(base_url=self.base_url))  # type: ignore[arg-type]

    def stop(self, number: int = signal.SIGTERM) -> tuple[int, str, str]:
        """Send a signal; returns the exit code and what was written."""
        self.process.send_signal(number)
        output, errors = self.process.communicate(timeout=10)
        return self.process.returncode, output, errors


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Process]]:
    started: list[Process] = []

    def make(*arguments: str) -> Process:
        started.append(Process(tmp_path, *arguments))
        return started[-1]

    yield make
    for each in started:
        if each.process.poll() is None:
            each.stop()
        each.process.communicate(timeout=10)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_signals_stop_it_cleanly(start: Callable[..., Process], number: int) -> None:
    running = start()
    assert httpx.get(running.base_url + "/__mock__/health").json()["status"] == "ok"
    code, output, errors = running.stop(number)
    assert code == 0
    assert f"Memories.ai emulator at {running.base_url} " in output
    assert errors == ""
    assert not running.ready_file.exists()


def test_it_stops_soon_while_a_stream_is_open(start: Callable[..., Process]) -> None:
    running = start()
    with socket.create_connection(("127.0.0.1", int(running.base_url.rpartition(":")[2])), timeout=5) as connection:
        request = "POST /serve/api/v1/list_videos HTTP/1.1\r\nHost: x\r\nAuthorization: k\r\n"
        connection.sendall(f"{request}Content-Type: application/json\r\nContent-Length: 10\r\n\r\n".encode())
        time.sleep(0.1)
        started = time.monotonic()
        code, _, errors = running.stop()
        assert code == 0
        assert time.monotonic() - started < 5
        assert "Traceback" not in errors


def test_log_names_operations_and_no_key(start: Callable[..., Process], media: Path) -> None:
    running = start("--key", KEY, "--parse-seconds", "0")
    api = running.api()
    api.upload(media / "whale.mp4")
    eventually(lambda: api.names(status="PARSE"))
    httpx.get(running.base_url + "/serve/api/v1/list_sessions", headers={"Authorization": KEY + "x"})
    api.http.close()
    code, output, errors = running.stop()
    assert code == 0
    assert "upload: 0000" in errors
    assert "is PARSE: h264" in errors
    assert "list_sessions: 0401" in errors
    assert KEY not in output + errors


def test_data_survive_a_kill(start: Callable[..., Process], media: Path, tmp_path: Path) -> None:
    arguments = ("--data", str(tmp_path / "state" / "deep"), "--parse-seconds", "0.5")
    running = start(*arguments)
    api = running.api()
    video_nos = [data(api.upload(media / "whale.mp4", tags=["kept"]))["videoNo"] for _ in range(3)]
    running.stop(signal.SIGKILL)
    api.http.close()
    assert len(list((tmp_path / "state" / "deep" / "videos").iterdir())) == 3
    (tmp_path / "state" / "deep" / "incoming" / "left-over").write_bytes(b"x")
    again = start(*arguments).api()
    eventually(lambda: len(again.names(status="PARSE")) == 3)
    assert again.names(tag="kept", video_nos=video_nos) == ["whale"] * 3
    assert again.http.post("/download", json={"video_no": video_nos[0]}).content == (media / "whale.mp4").read_bytes()
    assert data(again.upload(media / "whale.mp4"))["videoNo"] > max(video_nos)
    assert list((tmp_path / "state" / "deep" / "incoming").iterdir()) == []
    again.http.close()


def failure(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What the program says when it cannot start: one line."""
    # Should it start after all, it is stopped.
    limit = threading.Timer(5, interrupt_main)
    limit.start()
    assert main(["--port", "0", *arguments]) == 1
    limit.cancel()
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("memories-ai mock: ")
    assert captured.err.count("\n") == 1
    return captured.err


def test_port_that_is_taken(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        message = failure(capsys, "--port", port)
    assert f"127.0.0.1:{port}" in message
    assert "another --port" in message


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--port", "70000"], ["70000", "65535"]),
        (["--port", "-1"], ["-1", "65535"]),
        (["--host", "no-such-host.invalid"], ["no-such-host.invalid", "127.0.0.1"]),
        (["--host", "192.0.2.1"], ["192.0.2.1"]),
        (["--parse-seconds", "-1"], ["parse seconds", "-1", "0 or more"]),
        (["--parse-seconds", "nan"], ["parse seconds", "nan"]),
        (["--key", ""], ["key", "any key"]),
        (["--key", "Bearer sk-mavi-x"], ["key", "Bearer"]),
        (["--credits", "9" * 20], ["credits", "9" * 20, "no end"]),
        (["--allow-fetch", "http://media.example.org/"], ["allow fetch", "http://media.example.org/", "a.example.org"]),
        (["--allow-fetch", "media.example.org:8080"], ["allow fetch", "media.example.org:8080"]),
        (["--ready-file", "/no/such/directory/ready"], ["/no/such/directory/ready", "--ready-file"]),
    ],
)
def test_unusable_values(capsys: pytest.CaptureFixture[str], arguments: list[str], words: list[str]) -> None:
    message = failure(capsys, *arguments)
    for word in words:
        assert word in message
    assert "sk-mavi-x" not in message


@pytest.mark.parametrize("option", ["--seed", "--catalogue", "--rate-limits"])
def test_unusable_files(capsys: pytest.CaptureFixture[str], tmp_path: Path, option: str) -> None:
    file = tmp_path / "given.json"
    for text, words in (("[" * 100_000, "nested too deeply"), ("{", "line 1"), ("[]", "given.json")):
        file.write_text(text)
        message = failure(capsys, option, str(file))
        assert words in message
        assert str(file) in message


def test_unusable_data_directories(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert "--data" in failure(capsys, "--data", str(tmp_path / "file"))
    (tmp_path / "foreign").mkdir()
    (tmp_path / "foreign" / "emulator.sqlite3").write_text("This is no database." * 100)
    assert "no database" in failure(capsys, "--data", str(tmp_path / "foreign"))


def test_seed_that_was_refused_can_be_corrected(
    start: Callable[..., Process], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    seed, directory = tmp_path / "seed.json", tmp_path / "data"
    arguments = ("--data", str(directory), "--seed", str(seed))
    seed.write_text('{"videos": [{"key": "k"}]}')
    assert "video_name" in failure(capsys, *arguments)
    seed.write_text('{"videos": [{"key": "k", "video_name": "beach"}]}')
    running = start(*arguments)
    found = envelope(
        httpx.post(running.base_url + "/serve/api/v1/list_videos", headers={"Authorization": "k"}, json={})
    )
    assert [each["video_name"] for each in found["data"]["videos"]] == ["beach"]
    seed.unlink()
    reset = httpx.post(running.base_url + "/__mock__/reset", headers={"X-Memories-Mock": "1"})
    assert reset.status_code == 400
    assert "seed.json" in reset.json()["msg"]


def test_data_directory_in_use(
    start: Callable[..., Process], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    start("--data", str(tmp_path / "state"))
    assert "another emulator uses this data directory" in failure(capsys, "--data", str(tmp_path / "state"))


def test_data_of_another_release(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    database = sqlite3.connect(tmp_path / "emulator.sqlite3")
    database.execute("PRAGMA user_version = 99")
    database.close()
    assert "layout 99" in failure(capsys, "--data", str(tmp_path))


def test_what_was_opened_before_the_data_were_refused_is_closed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened: list[Database] = []
    prepare = Database.__init__

    def note(self: Database, path: Path | None) -> None:
        prepare(self, path)
        opened.append(self)

    monkeypatch.setattr(Database, "__init__", note)
    (tmp_path / "emulator.sqlite3").write_bytes(b"no database at all" * 100)
    with pytest.raises(SetupError, match="no database"):
        Services(Settings(data=tmp_path))
    assert len(opened) == 1
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        opened[0].rows("SELECT 1", {})


@pytest.mark.parametrize("arguments", [["--port", "x"], ["--nonsense"], ["--log-level", "loud"], ["extra"]])
def test_unreadable_arguments(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert "usage: memories-ai mock" in capsys.readouterr().err


def test_help_names_every_option(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--help"])
    assert caught.value.code == 0
    output = capsys.readouterr().out
    for option in ("host", "port", "ready-file", "data", "key", "parse-seconds", "allow-fetch", "log-level"):
        assert f"--{option}" in output


def test_ready_file_is_whole_when_it_appears(start: Callable[..., Process]) -> None:
    running = start()
    assert running.base_url.startswith("http://127.0.0.1:")
    response = httpx.get(running.base_url + "/serve/api/v1/list_sessions", headers={"Authorization": "any"})
    assert envelope(response)["code"] == "0000"


def test_stale_ready_file_is_removed_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    stale = tmp_path / "ready"
    stale.write_text("http://127.0.0.1:1\n")

    def look(_: Settings) -> None:
        raise SetupError(f"stale: {stale.exists()}")

    monkeypatch.setattr(cli, "create_app", look)
    assert "stale: False" in failure(capsys, "--ready-file", str(stale))


def test_it_runs_outside_the_main_thread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    servers = []
    original = cli.Server.serve_until_stopped

    def remember(server: cli.Server) -> None:
        servers.append(server)
        original(server)

    monkeypatch.setattr(cli.Server, "serve_until_stopped", remember)
    ready = tmp_path / "ready"
    thread = threading.Thread(target=main, args=(["--port", "0", "--ready-file", str(ready)],))
    thread.start()
    eventually(ready.exists)
    servers[0].should_exit = True
    thread.join(5)
    assert not thread.is_alive()
