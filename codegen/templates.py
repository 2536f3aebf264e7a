"""The generator's templates with our patches: small changes to the installed, exactly pinned generator."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import metadata, resources
from pathlib import Path
from typing import Any

from codegen.findings import CodegenError, Location
from codegen.source import Document, read_yaml

GENERATOR = "openapi-python-client"
GENERATOR_VERSION = "0.29.1"
PATCHES = Path(__file__).parent / "template_patches"
_FIELDS = {"template", "find", "replace", "reason"}


@dataclass(frozen=True, slots=True)
class Patch:
    """One change to one template: ``find``, which must stand there exactly once, becomes ``replace``."""

    location: Location
    template: str
    find: str
    replace: str
    reason: str


def load_patches(directory: Path = PATCHES) -> list[Patch]:
    """All patches, by file name and in the order of each file.

    Raises CodegenError for a malformed one, and if there is none at all: the SDK needs the patched client.
    """
    patches = [patch for path in sorted(directory.glob("*.yaml")) for patch in _read_patches(path)]
    if not patches:
        raise CodegenError(f"codegen/{directory.name}/ holds no patches. Restore its files.")
    return patches


def patched_templates(patches: list[Patch]) -> dict[str, str]:
    """The text of every template that the patches change, by its path.

    Raises CodegenError if another version of the generator is installed than the patches were written for, or if the
    text of a patch is not found exactly once.
    """
    check_version()
    texts: dict[str, str] = {}
    for patch in patches:
        text = texts.get(patch.template) or _upstream(patch)
        found = text.count(patch.find)
        if found != 1:
            reason = patch.reason.strip().rstrip(".")
            raise CodegenError(
                f"{patch.location}: the text to find stands {found} times in the template {patch.template}, not once. "
                f"Adapt the patch ({reason})."
            )
        texts[patch.template] = text.replace(patch.find, patch.replace)
    return texts


def write_templates(directory: Path, patches: list[Patch]) -> None:
    """Write the patched templates below ``directory``; the generator takes all others from its own."""
    for template, text in patched_templates(patches).items():
        path = directory / template
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def check_version() -> None:
    """Raise CodegenError unless exactly the generator is installed that the patches were written for."""
    installed = metadata.version(GENERATOR)
    if installed != GENERATOR_VERSION:
        raise CodegenError(
            f"{GENERATOR} {installed} is installed, but the template patches need exactly {GENERATOR_VERSION}. "
            "Install that version, or adapt the patches as codegen/README.md says."
        )


def _read_patches(path: Path) -> list[Patch]:
    document = read_yaml(path, f"codegen/{path.parent.name}/{path.name}")
    if not isinstance(document.data, list):
        fields = ", ".join(sorted(_FIELDS))
        raise CodegenError(f"{document.location(())}: not a list of patches. Begin each with '- ', and give {fields}.")
    return [_patch(document, index, entry) for index, entry in enumerate(document.data)]


def _patch(document: Document, index: int, entry: Any) -> Patch:
    location = document.location((index,))
    if not isinstance(entry, dict) or entry.keys() != _FIELDS or not all(isinstance(v, str) for v in entry.values()):
        raise CodegenError(f"{location}: not a patch. Give {', '.join(sorted(_FIELDS))}, each as text.")
    if "\n" in entry["reason"].strip() or not entry["reason"].strip() or not entry["find"]:
        raise CodegenError(f"{location}: the patch lacks a reason of one line, or text to find. Write it.")
    return Patch(location, **entry)


def _upstream(patch: Patch) -> str:
    root = resources.files("openapi_python_client") / "templates"
    template = root.joinpath(*patch.template.split("/"))
    if ".." in patch.template.split("/") or not template.is_file():
        raise CodegenError(f"{patch.location}: the generator has no template {patch.template}. Correct the name.")
    return template.read_text(encoding="utf-8")
