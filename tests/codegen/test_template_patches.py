"""The mechanism of template patches. What the patches achieve is in test_patched_client.py."""

from __future__ import annotations

from importlib import metadata
from pathlib import Path

import pytest

from codegen import templates
from codegen.findings import CodegenError, Location
from codegen.templates import Patch, load_patches, patched_templates, write_templates

HERE = Location("codegen/template_patches/x.yaml", 3)


def patch(find: str, replace: str, template: str = "str_enum.py.jinja") -> Patch:
    return Patch(HERE, template, find, replace, "Because.")


def test_our_patches_fit_the_installed_generator(tmp_path: Path) -> None:
    patches = load_patches()
    write_templates(tmp_path, patches)
    written = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert written == {patch.template for patch in patches}
    assert "+++" not in (tmp_path / "endpoint_module.py.jinja").read_text(encoding="utf-8")


def test_every_patch_gives_its_reason_in_a_line() -> None:
    assert all(patch.reason.endswith(".") and "\n" not in patch.reason for patch in load_patches())


def test_patches_of_a_template_are_applied_in_order() -> None:
    texts = patched_templates([patch("StrEnum)", "Base)"), patch("Base)", "Other)")])
    assert "Other)" in texts["str_enum.py.jinja"]


@pytest.mark.parametrize(("find", "count"), [("not there at all", 0), ("enum", 4)])
def test_text_that_is_not_found_once_is_refused(find: str, count: int) -> None:
    with pytest.raises(CodegenError) as caught:
        patched_templates([patch(find, "x")])
    message = str(caught.value)
    assert message.startswith("codegen/template_patches/x.yaml:3: the text to find stands ")
    assert message.endswith("in the template str_enum.py.jinja, not once. Adapt the patch (Because).")
    assert count or "stands 0 times" in message


@pytest.mark.parametrize("template", ["no_such.jinja", "../__init__.py", "property_templates"])
def test_a_template_that_does_not_exist_is_refused(template: str) -> None:
    with pytest.raises(CodegenError, match=f"the generator has no template {template}"):
        patched_templates([patch("a", "b", template)])


def test_another_version_of_the_generator_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metadata, "version", lambda _: "0.30.0")
    with pytest.raises(CodegenError, match=r"0\.30\.0 is installed, but the template patches need exactly 0\.29\.1\."):
        patched_templates([])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- {template: a, find: b, replace: c}\n", "x.yaml:1: not a patch. Give find, reason, replace, template"),
        ("- {template: a, find: b, replace: c, reason: d, more: e}\n", "x.yaml:1: not a patch."),
        ("\n- {template: a, find: b, replace: 5, reason: d}\n", "x.yaml:2: not a patch."),
        ("- {template: a, find: b, replace: c, reason: ''}\n", "x.yaml:1: the patch lacks a reason of one line"),
        ("- {template: a, find: '', replace: c, reason: d}\n", "x.yaml:1: the patch lacks a reason of one line, or"),
        ("{template: a, find: b, replace: c, reason: d}\n", "x.yaml:1: not a list of patches. Begin each with '- '"),
        ("just text\n", "x.yaml:1: not a list of patches."),
        ("- just text\n", "x.yaml:1: not a patch."),
        ("- {template: a\n", "x.yaml:2: not valid YAML"),
    ],
)
def test_a_malformed_patch_is_refused(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "x.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(CodegenError) as caught:
        load_patches(tmp_path)
    assert message in str(caught.value)


@pytest.mark.parametrize("files", [{}, {"x.yaml": "[]\n"}])
def test_no_patches_at_all_are_refused(tmp_path: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(CodegenError, match=f"^codegen/{tmp_path.name}/ holds no patches. Restore its files."):
        load_patches(tmp_path)


def test_patches_are_named_from_the_project_root() -> None:
    assert all(patch.location.file.startswith("codegen/template_patches/") for patch in load_patches())


def test_no_copy_of_a_template_is_kept() -> None:
    package = Path(templates.__file__).parent
    assert list(package.rglob("*.jinja")) == []
