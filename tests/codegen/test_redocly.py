"""A second opinion: Redocly, of another maker and another language, finds nothing in the sources or in the bundle."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
REDOCLY = ROOT / "node_modules/.bin/redocly"
QUIET = {"REDOCLY_TELEMETRY": "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true"}

IS_THERE = REDOCLY.exists() and shutil.which("node")
needs_redocly = pytest.mark.skipif(not IS_THERE, reason="needs Redocly: install Node >= 20.19, run `make redocly` once")


def lint(*arguments: str) -> tuple[int, dict[str, int], list[str]]:
    """Redocly's exit status, its totals, and its messages."""
    command = [str(REDOCLY), "lint", "--format", "json", *arguments]
    run = subprocess.run(command, cwd=ROOT, env={**os.environ, **QUIET}, capture_output=True, text=True, timeout=100)
    assert run.stdout, run.stderr
    report = json.loads(run.stdout)
    return run.returncode, report["totals"], [problem["message"] for problem in report["problems"]]


@needs_redocly
@pytest.mark.parametrize("api", ["sources", "bundle"])
def test_redocly_finds_nothing(api: str) -> None:
    status, totals, messages = lint(api)
    assert messages == []
    assert (status, totals["errors"], totals["warnings"]) == (0, 0, 0)


@needs_redocly
def test_redocly_would_find_something(tmp_path: Path) -> None:
    document = json.loads((ROOT / "generated_client/memories_ai_generated/openapi.json").read_text(encoding="utf-8"))
    document["components"]["schemas"]["Failure"]["or so"] = None
    broken = tmp_path / "broken.json"
    broken.write_text(json.dumps(document), encoding="utf-8")
    status, totals, _ = lint(str(broken))
    assert (status, totals["errors"]) == (1, 1)
