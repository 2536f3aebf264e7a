"""`make demo`: what it prints, and how it ends when something goes wrong."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

ROOT = Path(__file__).parents[2]
DEMO = [sys.executable, "-m", "examples.demo"]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "COLUMNS": "120"}
    return subprocess.run(
        [*DEMO, *arguments], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False, env=environment
    )


def test_it_does_all_steps() -> None:
    result = run()
    assert result.returncode == 0, result.stdout + result.stderr
    for line in (
        "accepted as VI",
        "'status': 'PARSE'",
        "Up goes a red balloon into the wide blue sky.",
        "384x216, 12 fps",
        "the same as the original",
        "the library holds 0 videos",
        "All steps done.",
    ):
        assert line in result.stdout
    assert result.stderr == ""


def test_a_step_that_fails_says_which_and_why(tmp_path: Path) -> None:
    disguise = tmp_path / "disguise.mp4"
    disguise.write_text("no video at all")
    result = run("--video", str(disguise))
    assert result.returncode == 1
    assert "Step 3 (Receive the callback, and wait for PARSE) failed: Indexing of VI" in result.stdout
    assert "Traceback" not in result.stdout + result.stderr


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (["--video", "missing.mp4"], "Step 2 (Upload missing.mp4) failed: source: 'missing.mp4' does not exist"),
        (["--phrase", "zeppelin xylophone"], "failed: nothing was found for 'zeppelin xylophone'"),
    ],
)
def test_bad_arguments_are_explained(arguments: list[str], text: str) -> None:
    result = run(*arguments)
    assert result.returncode == 1
    assert text in " ".join(result.stdout.split())


def heed_interrupts() -> None:
    """Shells have their background jobs ignore Ctrl-C, and all that these start; the tests may be such a job."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(os.name != "posix", reason="signals of this kind exist on POSIX systems only")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_ends_it_with_everything_it_started(number: signal.Signals) -> None:
    process = subprocess.Popen(
        DEMO, cwd=ROOT, stdout=subprocess.PIPE, text=True, start_new_session=True, preexec_fn=heed_interrupts
    )
    try:
        assert process.stdout
        while not (line := process.stdout.readline()).strip().startswith("http://"):
            assert line, "the demo ended before the emulator was up"
        url = line.strip()
        time.sleep(0.1)
        process.send_signal(number)
        output, _ = process.communicate(timeout=20)
    finally:
        process.kill()
        process.wait()
    assert process.returncode == 130
    assert "Interrupted" in output
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)
    with pytest.raises(httpx.ConnectError):
        httpx.get(url)
