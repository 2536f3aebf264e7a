"""Promises that the repository as a whole makes."""

from __future__ import annotations

import re
import subprocess
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def tracked_files() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S607
    if listed.returncode:
        pytest.skip("not a git checkout: what is committed cannot be told")
    return [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]


def texts() -> list[tuple[Path, str]]:
    found = []
    for path in tracked_files():
        content = path.read_bytes()
        if b"\0" not in content:
            found.append((path, content.decode()))
    return found


def test_no_committed_file_holds_a_key() -> None:
    # Made-up keys of tests and documents are short or spelled out; a real one is a long run of letters and digits.
    key = re.compile(r"sk-mavi-[A-Za-z0-9]{16,}|\bsk-[0-9a-f]{32}\b")
    assert [path.name for path, text in texts() if key.search(text)] == []


def test_recordings_hold_no_authorization() -> None:
    for path in (ROOT / "contract_tests" / "recorded").glob("*.json"):
        text = path.read_text(encoding="utf-8").lower()
        assert "sk-" not in text, path
        assert "authorization" not in text, path


def test_the_lock_carries_hashes_and_no_addresses() -> None:
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in text
    pinned = re.findall(r"^[a-z0-9][a-z0-9._-]*==", text, flags=re.MULTILINE)
    assert len(pinned) > 50
    assert text.count("--hash=sha256:") >= len(pinned)


def test_every_generated_file_says_so() -> None:
    generated = [
        *(ROOT / "generated_client").rglob("*.py"),
        *(ROOT / "overlays" / "memories_ai" / "_sync").rglob("*.py"),
    ]
    assert len(generated) > 80
    for path in generated:
        label = path.read_text(encoding="utf-8").split("\n", 1)[0].lower()
        assert "generated" in label, path
        assert "do not edit" in label, path


def test_no_copy_of_the_generators_templates_is_kept() -> None:
    assert [path for path in tracked_files() if path.suffix == ".jinja"] == []


def test_every_module_of_the_sdk_stands_in_the_map() -> None:
    """`overlays/README.md` tells a newcomer where a thing lives."""
    package = ROOT / "overlays" / "memories_ai"
    named = set(re.findall(r"`([^`]+\.py)`", (ROOT / "overlays" / "README.md").read_text(encoding="utf-8")))
    client = (package / "_async" / "client.py").read_text(encoding="utf-8")
    modules = {path.relative_to(package).as_posix() for path in package.rglob("*.py") if path.name != "__init__.py"}
    missing = {
        module
        for module in modules
        if not module.startswith("_sync/")
        and not any(fnmatch(module.removeprefix("webhooks/"), name) for name in named)
        # `_async/<resource>.py` stands for each of them.
        and f"    def {Path(module).stem}(self) -> " not in client
    }
    assert missing == set()
    gone = {name for name in named if "<" not in name and not any(fnmatch(each, f"*{name}") for each in modules)}
    assert gone == set()
