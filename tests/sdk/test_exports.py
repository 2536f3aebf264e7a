"""The public names: complete, and imported when they are asked for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import memories_ai as m
from codegen.exports import exports_module
from codegen.findings import CodegenError
from memories_ai._exports import MODULES

PROGRAM = """
import sys
import {what}
print(sorted(name for name in sys.modules if name.startswith(("memories_ai", "httpx", "httpcore", "attr"))))
"""


def loaded(what: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", PROGRAM.format(what=what)], capture_output=True, text=True, timeout=60, check=True
    ).stdout


def test_every_public_name_is_there() -> None:
    assert MODULES.keys() == set(m.__all__)
    values = {name: getattr(m, name) for name in m.__all__}
    # Aliases of types have no name of their own.
    assert all(value.__name__ == name for name, value in values.items() if isinstance(value, type))
    assert set(m.__all__) <= set(dir(m))


def test_public_names_can_be_imported_all_at_once() -> None:
    names: dict[str, object] = {}
    exec("from memories_ai import *", names)  # noqa: S102 (a star import is allowed at module level only)
    assert set(m.__all__) <= names.keys()


def test_unknown_names_are_missed_as_usual() -> None:
    with pytest.raises(AttributeError, match="module 'memories_ai' has no attribute 'Nonsense'"):
        _ = m.Nonsense  # type: ignore[attr-defined]
    with pytest.raises(ImportError, match="Nonsense"):
        from memories_ai import Nonsense  # type: ignore[attr-defined]  # noqa: F401


def test_the_callbacks_are_there_without_an_import_of_their_own() -> None:
    assert "memories_ai.webhooks.events" in loaded("memories_ai; memories_ai.webhooks.parse")
    assert "webhooks" in dir(m)


def test_the_package_alone_imports_next_to_nothing() -> None:
    assert loaded("memories_ai") == "['memories_ai', 'memories_ai._exports']\n"


def test_the_client_imports_no_model_and_no_twin() -> None:
    names = loaded("memories_ai; memories_ai.MemoriesAI")
    assert "memories_ai._sync.client" in names
    for unwanted in (
        "memories_ai._async",
        "memories_ai_generated.models",
        "operations",
        "memories_ai._types",
        "httpcore",
        "'attr'",
    ):
        assert unwanted not in names


def test_generated_models_are_made_when_asked_for() -> None:
    names = loaded("memories_ai_generated.models as models; models.ChatRequest")
    assert "memories_ai_generated.models.chat_request" in names
    assert "video_row" not in names


@pytest.mark.parametrize("text", ["__all__ = ['One']", "if TYPE_CHECKING:\n    from .a import One\n__all__ = []"])
def test_a_name_must_stand_in_both_lists(tmp_path: Path, text: str) -> None:
    (tmp_path / "__init__.py").write_text(text)
    with pytest.raises(CodegenError, match="One"):
        exports_module(tmp_path, "package")


def test_a_submodule_stands_in_itself(tmp_path: Path) -> None:
    (tmp_path / "__init__.py").write_text("if TYPE_CHECKING:\n    from . import one\n__all__ = ['one']")
    assert '"one": ".one",' in exports_module(tmp_path, "package")
