"""A project to bend, and a tiny client generated once with and once without the template patches."""

from __future__ import annotations

import importlib
import json
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from codegen.generator import run_generator
from codegen.source import read_yaml
from codegen.templates import load_patches
from codegen_support import GOOD_SPEC, Project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project whose spec keeps every rule."""
    made = Project(tmp_path)
    for name, text in GOOD_SPEC.items():
        made.write(name, text)
    return made


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A directory with the packages ``patched`` and ``unpatched``, generated from ``tiny_spec.yaml``."""
    directory = tmp_path_factory.mktemp("tiny")
    source = Path(__file__).with_name("tiny_spec.yaml")
    spec = directory / "openapi.json"
    spec.write_text(json.dumps(read_yaml(source, source.name).data), encoding="utf-8")
    (directory / "config.yaml").write_text("post_hooks: []\n", encoding="utf-8")
    run_generator(spec, directory / "config.yaml", directory / "patched", load_patches())
    run_generator(spec, directory / "config.yaml", directory / "unpatched", [])
    # Without patches this module is not even Python, and the package could not be imported.
    models = directory / "unpatched" / "models" / "__init__.py"
    lines = models.read_text(encoding="utf-8").splitlines(keepends=True)
    models.write_text("".join(line for line in lines if "Flagged" not in line), encoding="utf-8")
    sys.path.insert(0, str(directory))
    yield directory
    sys.path.remove(str(directory))
    for name in [name for name in sys.modules if name.partition(".")[0] in {"patched", "unpatched"}]:
        del sys.modules[name]


@pytest.fixture(scope="session")
def patched(tiny: Path) -> ModuleType:
    return _load("patched")


@pytest.fixture(scope="session")
def unpatched(tiny: Path) -> ModuleType:
    return _load("unpatched")


def _load(name: str) -> ModuleType:
    with warnings.catch_warnings(action="ignore"):
        package = importlib.import_module(name)
        importlib.import_module(f"{name}.models")
    return package
