"""The command `memories-ai`, as a user runs it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from memories_ai import _cli

COMMAND = [sys.executable, "-m", "memories_ai._cli"]


def test_mock_starts_answers_and_stops(tmp_path: Path) -> None:
    ready = tmp_path / "ready"
    process = subprocess.Popen(
        [*COMMAND, "mock", "--port", "0", "--ready-file", str(ready)], stdout=subprocess.PIPE, text=True
    )
    try:
        deadline = time.monotonic() + 20
        while not ready.exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        url = ready.read_text(encoding="utf-8").strip()
        assert httpx.get(f"{url}/__mock__/health").status_code == 200
        process.send_signal(signal.SIGINT if os.name == "posix" else signal.SIGTERM)
        output, _ = process.communicate(timeout=20)
    finally:
        process.kill()
        process.wait()
    assert process.returncode == 0
    assert url in output


def test_a_port_that_is_taken_is_said_in_a_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = subprocess.run(
            [*COMMAND, "mock", "--port", str(port)], capture_output=True, text=True, timeout=20, check=False
        )
    assert result.returncode == 1
    assert str(port) in result.stderr
    assert "--port" in result.stderr
    assert "Traceback" not in result.stderr


def test_no_command_shows_the_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        _cli.main([])
    assert caught.value.code == 2
    assert "usage: memories-ai" in capsys.readouterr().err


def test_without_the_extra_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "memories_ai_mock", None)
    monkeypatch.setitem(sys.modules, "memories_ai_mock.cli", None)
    assert _cli.main(["mock"]) == 1
    assert "pip install 'memories-ai[mock]'" in capsys.readouterr().err
