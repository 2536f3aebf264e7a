"""Both type checkers infer what the files beside this one say, and refuse the mistakes in them."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PYRIGHT = ROOT / "node_modules/.bin/pyright"
FILES = sorted(path for path in HERE.glob("*.py") if not path.name.startswith("test_"))


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(list(map(str, command)), cwd=ROOT, capture_output=True, text=True, check=False, timeout=300)


def mypy(*files: Path) -> subprocess.CompletedProcess[str]:
    return run(sys.executable, "-m", "mypy", "--warn-unused-ignores", "--cache-dir", ROOT / ".mypy_cache", *files)


def pyright(folder: Path) -> list[str]:
    if not PYRIGHT.is_file() or not shutil.which("node"):
        pytest.skip("Pyright is not installed: run `make redocly-install` (needs Node)")
    result = run(PYRIGHT, "--project", folder, "--pythonpath", sys.executable, "--outputjson")
    found = json.loads(result.stdout)
    assert found["summary"]["filesAnalyzed"] >= len(FILES)
    return [f"{Path(one['file']).name}:{one['range']['start']['line'] + 1}: {one['message']}" for one in
            found["generalDiagnostics"]]  # fmt: skip


def test_mypy_infers_what_is_said() -> None:
    result = mypy(*FILES)
    assert result.returncode == 0, result.stdout + result.stderr


def test_pyright_infers_what_is_said() -> None:
    assert pyright(HERE) == []


@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_a_wrong_statement_is_found(checker: str, tmp_path: Path) -> None:
    """The checkers see the types of the package, and not Any for everything."""
    for path in FILES:
        shutil.copy(path, tmp_path)
    wrong = tmp_path / "sync_client.py"
    text = wrong.read_text(encoding="utf-8")
    wrong.write_text(text.replace("client.videos.list(), Page[Video]", "client.videos.list(), Page[Session]"), "utf-8")
    settings = json.loads((HERE / "pyrightconfig.json").read_text(encoding="utf-8"))
    settings["extraPaths"] = [str(ROOT / "overlays"), str(ROOT / "generated_client")]
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    if checker == "mypy":
        result = mypy(*sorted(tmp_path.glob("*.py")))
        assert result.stdout.count("error:") == 1
        assert 'Expression is of type "Page[Video]", not "Page[Session]"' in result.stdout
    else:
        (finding,) = pyright(tmp_path)
        assert 'expected "Page[Session]" but received "Page[Video]"' in finding
