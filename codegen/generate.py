"""The whole way from ``openapi/`` to the generated client."""

from __future__ import annotations

import contextlib
import json
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from codegen.bundle import LABEL, Bundle, bundle_spec
from codegen.exports import exports_module
from codegen.findings import CodegenError, SpecError
from codegen.formatting import format_code, label_code
from codegen.generator import run_generator
from codegen.generator_view import generator_view
from codegen.lint import lint
from codegen.operations import PACKAGE, module_of, operations_module
from codegen.raw_client import raw_module
from codegen.spec import Spec
from codegen.swap import swap
from codegen.sync_code import make_sync
from codegen.templates import load_patches
from codegen.validate import validate

CONFIG = "generator-config.yaml"
CLIENT = Path("generated_client") / PACKAGE
ASYNC_CODE = Path("overlays/memories_ai/_async")
RAW = ASYNC_CODE / "raw.py"
SYNC_CODE = ASYNC_CODE.with_name("_sync")
EXPORTS = ASYNC_CODE.with_name("_exports.py")
_STAGING = ".generate-"
_STALE_AFTER = 3600.0  # seconds; no run takes that long

# Imports every module, from a directory that is not yet in place; a SyntaxWarning is a fault too.
_IMPORT_CHECK = """
import importlib, pkgutil, sys
sys.path.insert(0, sys.argv[1])
package = importlib.import_module(sys.argv[2])
assert package.__file__.startswith(sys.argv[1]), package.__file__
for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
    importlib.import_module(module.name)
operations = importlib.import_module(sys.argv[2] + ".operations").OPERATIONS
for operation in operations.values():
    importlib.import_module(operation.module)._get_kwargs
"""


def checked_bundle(root: Path) -> Bundle:
    """Bundle, validate and lint the spec of the project at ``root``. Raises SpecError with all that is wrong."""
    bundle = bundle_spec(root)
    # The rules rely on the shape that OpenAPI prescribes.
    findings = validate(bundle) or lint(bundle)
    if findings:
        raise SpecError(findings)
    return bundle


def generate(root: Path) -> list[Path]:
    """Regenerate the client, and what follows from it if there is an SDK: its raw operations, its synchronous half, its
    table of exports.

    Returns what was replaced. Raises CodegenError (SpecError for faults of the spec); then, and when
    interrupted, what was generated before is untouched.
    """
    bundle = checked_bundle(root)
    with tempfile.TemporaryDirectory(prefix=_STAGING, dir=root) as directory:
        staging = Path(directory).resolve()
        replacements = {root / CLIENT: generate_client(bundle, root / CONFIG, staging)}
        if (root / ASYNC_CODE).is_dir():
            raw = raw_module(Spec(bundle), staging / PACKAGE)
            (staging / "raw").mkdir()
            _write(staging / "raw" / RAW.name, raw)
            format_code(staging / "raw")
            replacements[root / RAW] = staging / "raw" / RAW.name
            make_sync(root / ASYNC_CODE, staging / "_sync", ASYNC_CODE.as_posix(), staging / "raw")
            replacements[root / SYNC_CODE] = staging / "_sync"
        if (root / EXPORTS).with_name("__init__.py").is_file():
            _write(staging / EXPORTS.name, exports_module(root / EXPORTS.parent, EXPORTS.parent.as_posix()))
            replacements[root / EXPORTS] = staging / EXPORTS.name
        swap(replacements, staging)
    # Not before: of a run that was killed in the middle of the swap, the old client is in there.
    _sweep(root)
    return list(replacements)


def generate_client(bundle: Bundle, config: Path, staging: Path) -> Path:
    """Generate the client package below ``staging``, complete it, format it and import it once."""
    if not config.is_file():
        raise CodegenError(f"{config.name} does not exist. Restore it: it holds the settings of openapi-python-client.")
    package = staging / PACKAGE
    view = staging / "openapi.json"
    _write(view, json_text(generator_view(bundle)))
    run_generator(view, config, package, load_patches())
    spec = Spec(bundle)
    _check_modules(spec, package)
    _write(package / "openapi.json", json_text(bundle.document))
    _write(package / "operations.py", operations_module(spec))
    _write(package / "py.typed", f"# {LABEL}\n")
    label_code(package, LABEL)
    format_code(package)
    _check_imports(staging)
    return package


def json_text(document: dict[str, Any]) -> str:
    """A document as JSON, in its own order."""
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _sweep(root: Path) -> None:
    """Remove what killed runs left behind."""
    for path in root.glob(f"{_STAGING}*"):
        with contextlib.suppress(FileNotFoundError):  # its own run has just removed it
            if path.is_dir() and time.time() - path.stat().st_mtime > _STALE_AFTER:
                shutil.rmtree(path, ignore_errors=True)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _check_modules(spec: Spec, package: Path) -> None:
    """The generator drops what it does not understand, and overwrites what has equal names."""
    expected = {module_of(node) for node in spec.operations()}
    paths = [path for path in (package / "api").rglob("*.py") if path.name != "__init__.py"]
    found = {".".join((PACKAGE, *path.relative_to(package).with_suffix("").parts)) for path in paths}
    if expected != found:
        different = ", ".join(sorted(expected ^ found))
        raise CodegenError(f"operations and generated modules differ: {different}. Compare the operationIds and tags.")


def _check_imports(staging: Path) -> None:
    command = [sys.executable, "-B", "-W", "error", "-c", _IMPORT_CHECK, str(staging), PACKAGE]
    result = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)  # noqa: S603 (our own command line)
    if result.returncode:
        lines = result.stderr.strip().splitlines()
        place = next((line.strip() for line in reversed(lines) if line.startswith('  File "')), "no place known")
        raise CodegenError(f"the generated client cannot be imported: {lines[-1]} ({place}). Look at the templates.")
