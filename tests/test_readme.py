"""The example in the README, run as it stands."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from memories_ai_mock import Emulator, Settings

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "examples" / "media" / "sample.mp4"


def example() -> str:
    match = re.search(r"## Fifteen lines\n\n```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert match
    return match[1]


def test_it_is_about_fifteen_lines() -> None:
    assert 13 <= len([line for line in example().splitlines() if line.strip()]) <= 17


def test_it_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(SAMPLE, tmp_path / "holiday.mp4")
    monkeypatch.chdir(tmp_path)
    with Emulator(Settings(keys=["sk-mavi-readme"], parse_seconds=0)) as emulator:
        monkeypatch.setenv("MEMORIES_BASE_URL", emulator.base_url)
        monkeypatch.setenv("MEMORIES_API_KEY", "sk-mavi-readme")
        exec(compile(example(), "README.md", "exec"), {})  # noqa: S102 (it is our own README)
    printed = capsys.readouterr().out
    assert "holiday" in printed
    assert "red balloon" in printed
    assert (tmp_path / "copy.mp4").read_bytes() == SAMPLE.read_bytes()
