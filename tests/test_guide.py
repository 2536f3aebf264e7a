"""The examples of docs/guide, run as they stand: the blocks of a page one after another, against one emulator.

A block marked ``python`` is run; a block marked ``text`` right after it is what it printed (``...`` stands for
anything). A block marked ``py`` needs what is not there in a test, such as Redis: it is compiled, not run.
"""

from __future__ import annotations

import logging
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from memories_ai import MemoriesAI, Polling
from memories_ai_mock import Emulator, Settings

ROOT = Path(__file__).parent.parent
GUIDE = ROOT / "docs" / "guide"
INDEX = GUIDE / "README.md"
PAGES = sorted(set(GUIDE.glob("*.md")) - {INDEX})
MEDIA = ROOT / "examples" / "media"
KEY = "sk-mavi-guide"
_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")


class Block(NamedTuple):
    """`line` is that of the fence: code begins with the next one. `adjoins`: no text since the block before."""

    language: str
    code: str
    line: int
    adjoins: bool


def blocks(page: Path) -> list[Block]:
    text = page.read_text(encoding="utf-8")
    found, end = [], 0
    for match in _BLOCK.finditer(text):
        line = text.count("\n", 0, match.start(2))
        found.append(Block(match[1], match[2], line, not text[end : match.start()].strip()))
        end = match.end()
    return found


def expected(block: Block, after: Block | None) -> str | None:
    """What a block is to print; None: the page does not say."""
    return after.code if after and after.language == "text" and after.adjoins else None


@pytest.fixture
def logger() -> Iterator[logging.Logger]:
    """The logger of the SDK, whose settings do not outlive a page."""
    logger = logging.getLogger("memories_ai")
    handlers, level = logger.handlers[:], logger.level
    yield logger
    logger.handlers[:] = handlers
    logger.setLevel(level)


@pytest.fixture
def prepared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, logger: logging.Logger) -> Iterator[Emulator]:
    """A folder with videos and a picture, and an emulator that a client finds by itself, with an indexed video."""
    for name in ("holiday.mp4", "birthday.mp4"):
        shutil.copy(MEDIA / "sample.mp4", tmp_path / name)
    shutil.copy(MEDIA / "balloon.jpg", tmp_path / "balloon.jpg")
    monkeypatch.chdir(tmp_path)
    # The emulator indexes within a second: pauses of five are the service's measure.
    monkeypatch.setattr(Polling, "pause", lambda polling, _poll: min(0.05, polling.delay))
    with Emulator(Settings(keys=[KEY], parse_seconds=0, stream_pause=0)) as emulator:
        monkeypatch.setenv("MEMORIES_BASE_URL", emulator.base_url)
        monkeypatch.setenv("MEMORIES_API_KEY", KEY)
        monkeypatch.delenv("MEMORIES_CAPTION_KEY", raising=False)
        with MemoriesAI() as client:
            client.videos.upload("holiday.mp4")
        emulator.control.settle()
        yield emulator


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_runs(page: Path, prepared: Emulator, capsys: pytest.CaptureFixture[str]) -> None:
    names: dict[str, object] = {"__name__": page.stem}
    found = blocks(page)
    try:
        for block, after in zip(found, [*found[1:], None], strict=True):
            if block.language == "python":
                check(page, block, expected(block, after), names, capsys)
    finally:
        # Scripts leave that to their end.
        if isinstance(client := names.get("client"), MemoriesAI):
            client.close()
    assert prepared.control.verdict()["findings"] == []


def check(
    page: Path, block: Block, printed: str | None, names: dict[str, object], capsys: pytest.CaptureFixture[str]
) -> None:
    """Run a block, and compare what it prints."""
    # With its line numbers, so that a failure is found.
    exec(compile("\n" * block.line + block.code, str(page), "exec"), names)  # noqa: S102 (it is our own guide)
    out = capsys.readouterr().out
    if printed is not None:
        pattern = re.escape(printed.strip()).replace(r"\.\.\.", ".*")
        assert re.fullmatch(pattern, out.strip(), re.DOTALL), f"{page.name}, line {block.line}: it printed\n{out}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_is_whole(page: Path) -> None:
    found = blocks(page)
    assert any(block.language == "python" for block in found), "no example"
    for block, before in zip(found, [None, *found[:-1]], strict=True):
        assert block.language in {"python", "py", "text", "sh"}, f"line {block.line}: {block.language!r}"
        if block.language == "py":
            compile(block.code, str(page), "exec", dont_inherit=True)
        if block.language == "text":
            assert block.adjoins, f"line {block.line}: of what?"
            assert before is not None
            assert before.language == "python", f"line {block.line}: of what?"


def test_every_page_is_in_the_index() -> None:
    linked = _LINK.findall(INDEX.read_text(encoding="utf-8"))
    assert sorted(name for name in linked if "/" not in name) == [page.name for page in PAGES]


@pytest.mark.parametrize("page", [INDEX, *PAGES], ids=lambda page: page.stem)
def test_its_links_lead_somewhere(page: Path) -> None:
    for target in _LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target
