"""The reference page: whole, and drawn by a real browser without anything from outside."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from codegen import reference_page
from codegen.bundle import bundle_spec, load_bundle
from codegen.findings import CodegenError
from codegen.reference_page import write_reference
from codegen.spec import Spec
from codegen_support import Project

ROOT = Path(__file__).parents[2]
BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
needs_browser = pytest.mark.skipif(BROWSER is None, reason="needs Chromium on the PATH (apt-get install chromium)")
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=30000", "--enable-logging=stderr")


def drawn(index: Path, profile: Path) -> tuple[str, list[str]]:
    """The document as the browser has it once the page is drawn, and what the page wrote to the console."""
    command = [str(BROWSER), *FLAGS, f"--user-data-dir={profile}", "--dump-dom", index.as_uri()]
    run = subprocess.run(command, capture_output=True, text=True, check=True, timeout=100)
    return run.stdout, [line for line in run.stderr.splitlines() if ":CONSOLE" in line]


def shown(page: str) -> str:
    """What a reader sees; not the document that the page holds."""
    without_scripts = re.sub(r"<script\b.*?</script>", "", page, flags=re.DOTALL)
    return html.unescape(re.sub(r"<[^>]+>", "", without_scripts))


def embedded(index: Path) -> dict[str, object]:
    found = re.search(r'<script id="document"[^>]*>(.*?)</script>', index.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    document: dict[str, object] = json.loads(found[1])
    return document


def test_the_page_holds_the_spec_with_its_evidence_in_words(project: Project) -> None:
    project.edit("openapi/paths/videos/get_video.yaml", "Tells what is known.", "'Ends </script> early.'")
    project.edit("openapi/paths/videos/get_video.yaml", "text or number", "text or <b>")
    index = write_reference(load_bundle(project.root), project.root)
    paths = embedded(index)["paths"]
    assert isinstance(paths, dict)
    assert paths["/videos/{video_no}"]["get"]["description"] == (
        "Ends </script> early.\n\n_Documented: docs._"
        "\n\nLimit, counted together with all of `list`: 5 a second (docs)."
        "\n\n**Quirks**\n\n- duration: text or &lt;b>\n"
    )
    stream = paths["/chat"]["post"]["responses"]["200"]["content"]["text/event-stream"]
    assert stream["schema"] == {"$ref": "#/components/schemas/ChatEvent"}


def test_nothing_on_the_page_comes_from_outside(project: Project) -> None:
    index = write_reference(load_bundle(project.root), project.root)
    text = index.read_text(encoding="utf-8")
    assert re.findall(r'(?:src|href)="([^"]*)"', text) == ["redoc.standalone.js"]
    assert "default-src 'none'" in text
    assert "cdn." not in (index.parent / "redoc.standalone.js").read_text(encoding="utf-8")


def test_another_version_of_redoc_is_noticed(project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "redoc.standalone.js").write_text("/* newer */", encoding="utf-8")
    monkeypatch.setattr(reference_page, "_REDOC", tmp_path)
    with pytest.raises(CodegenError, match="does not name"):
        write_reference(load_bundle(project.root), project.root)


@needs_browser
def test_a_browser_draws_every_operation_without_an_error(tmp_path: Path) -> None:
    bundle = bundle_spec(ROOT)
    page, console = drawn(write_reference(bundle.document, tmp_path), tmp_path / "profile")
    assert console == []
    assert 'data-rendered="whole"' in page
    text = shown(page)
    assert [node.value["summary"] for node in Spec(bundle).operations() if node.value["summary"] not in text] == []


@needs_browser
def test_a_page_that_cannot_be_drawn_is_noticed(project: Project, tmp_path: Path) -> None:
    index = write_reference(load_bundle(project.root), project.root)
    text = index.read_text(encoding="utf-8").replace('"openapi": "3.1.1"', '"openapi": "0"')
    index.write_text(f'{text}<img src="https://example.com/x.png">', encoding="utf-8")
    page, console = drawn(index, tmp_path / "profile")
    assert 'data-rendered="failed"' in page
    assert "Get a video" in page
    assert "Get a video" not in shown(page)
    assert any("Content Security Policy" in line for line in console)
