"""What a user gets from the wheel."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_holds_the_three_packages_and_their_data(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {name.split("/")[0] for name in names} == {
        "memories_ai",
        "memories_ai_generated",
        "memories_ai_mock",
        "memories_ai-0.1.0.dist-info",
    }
    assert {
        "memories_ai/py.typed",
        "memories_ai/_sync/client.py",
        "memories_ai_generated/py.typed",
        "memories_ai_generated/openapi.json",
        "memories_ai_generated/operations.py",
        "memories_ai_mock/py.typed",
        "memories_ai_mock/schema.sql",
        "memories_ai-0.1.0.dist-info/licenses/LICENSE",
    } <= names


def test_the_metadata_names_extras_and_ranges(wheel: Path) -> None:
    text = zipfile.ZipFile(wheel).read("memories_ai-0.1.0.dist-info/METADATA").decode()
    metadata = Parser().parsestr(text)
    assert metadata["Name"] == "memories-ai"
    assert metadata.get_all("Provides-Extra") == ["aiohttp", "cli", "mock", "opentelemetry", "redis"]
    for requirement in metadata.get_all("Requires-Dist") or []:
        assert "<" in requirement.partition(";")[0], f"{requirement} has no upper bound"


def test_it_works_from_the_wheel_alone(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path)
    check = (
        "import memories_ai, memories_ai_mock, pathlib, sys;"
        "assert pathlib.Path(memories_ai.__file__).is_relative_to(sys.argv[1]), memories_ai.__file__;"
        "emulator = memories_ai_mock.Emulator();"
        "client = memories_ai.MemoriesAI('sk-mavi-x', base_url=emulator.base_url);"
        "assert client.videos.list().total == 0; client.close(); emulator.close()"
    )
    command = [sys.executable, "-c", check, str(tmp_path)]
    subprocess.run(command, cwd=tmp_path, check=True, env={**os.environ, "PYTHONPATH": str(tmp_path)}, timeout=60)
