"""The table that says how everything is known."""

from __future__ import annotations

from pathlib import Path

import pytest

from codegen import evidence
from codegen.__main__ import main
from codegen.bundle import bundle_spec
from codegen.spec import Spec
from codegen_support import Project

ROOT = Path(__file__).parents[2]
QUIRKS = 'x-quirks: ["duration: text or number"]'


def spec_of(root: Path) -> Spec:
    return Spec(bundle_spec(root))


def test_the_committed_table_is_current() -> None:
    table = (ROOT / evidence.DOCUMENT).read_text(encoding="utf-8")
    assert table == evidence.document(spec_of(ROOT)), "openapi/ has changed: run `make evidence`"


def test_every_operation_has_a_row_in_the_order_of_the_tags(project: Project) -> None:
    questions = "x-open-questions: ['Which unit?', 'Why?']"
    project.edit("openapi/paths/videos/get_video.yaml", QUIRKS, f"{QUIRKS}\n  {questions}")
    video, chat = evidence.rows(spec_of(project.root))
    assert video == evidence.Row(
        "get_video",
        "GET /videos/{video_no}",
        "documented",
        ("docs (2025-10)",),
        ("duration: text or number",),
        ("Which unit?", "Why?"),
    )
    assert (chat.operation, chat.grade, chat.quirks, chat.questions) == ("chat_stream", "recorded", (), ())


def test_totals_count_grades_and_lines(project: Project) -> None:
    assert evidence.totals(spec_of(project.root)) == [
        "2 operations: 1 recorded, 1 documented, 0 inferred",
        "1 parts with evidence of their own: 0 recorded, 1 documented, 0 inferred",
        "1 quirks, 0 open questions",
    ]


def test_the_document_keeps_its_columns_whatever_a_quirk_says(project: Project) -> None:
    project.edit("openapi/paths/videos/get_video.yaml", QUIRKS, 'x-quirks: ["a | b <i>"]')
    project.edit("openapi/schemas/Failure.yaml", "meaning: Wrong.", 'meaning: "Wrong,\\nvery."')
    text = evidence.document(spec_of(project.root))
    row = next(line for line in text.splitlines() if "**get_video**" in line)
    assert row == (
        "| **get_video**<br>`GET /videos/{video_no}` | documented | docs (2025-10) | • a \\| b &lt;i&gt; |  |"
    )
    assert "| `Video.duration` | documented | docs (2025-10) |" in text
    assert "| 0001 | Wrong, very. | 200, 401 | docs (2025-10) |" in text
    assert "| docs | documentation | 2025-10 | 2 | The documentation |" in text


def test_the_command_writes_the_document_and_prints_the_facts(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(project.root), "evidence"]) == 0
    printed = capsys.readouterr().out
    assert (
        "get_video  [documented]  GET /videos/{video_no}\n    sources: docs (2025-10)\n    quirk: duration" in printed
    )
    assert "2 operations: 1 recorded, 1 documented, 0 inferred\n" in printed
    written = (project.root / "docs/evidence.md").read_text(encoding="utf-8")
    assert written == evidence.document(spec_of(project.root))
