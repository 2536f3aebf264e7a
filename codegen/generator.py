"""Run openapi-python-client on the bundle, with our templates."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from codegen.findings import CodegenError
from codegen.templates import Patch, write_templates


def run_generator(spec: Path, config: Path, target: Path, patches: list[Patch]) -> None:
    """Generate the package ``target`` from a bundled spec, with patched templates.

    Raises CodegenError, with what the generator said, if it fails or warns.
    """
    with tempfile.TemporaryDirectory(prefix="templates-") as directory:
        templates = Path(directory)
        write_templates(templates, patches)
        command = [
            *(sys.executable, "-m", "openapi_python_client", "generate", "--meta", "none", "--fail-on-warning"),
            *("--path", str(spec), "--config", str(config), "--output-path", str(target)),
            *("--custom-template-path", str(templates)),
        ]
        # Sets of strings would come out in another order each time.
        environment = {
            **os.environ,
            "PYTHONHASHSEED": "0",
            "PYTHONUTF8": "1",
            "NO_COLOR": "1",
            "_TYPER_STANDARD_TRACEBACK": "1",
        }
        result = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=environment, check=False)  # noqa: S603 (our own command line)
    if result.returncode or not target.is_dir():
        raise CodegenError(
            f"openapi-python-client refused the bundled spec (exit {result.returncode}):\n"
            f"{_reason(result.stderr)}\nChange the part of openapi/ that it names, or the template patch."
        )


def _reason(errors: str) -> str:
    """What the generator printed; of a crash, its last line."""
    text = errors.strip()
    return text.splitlines()[-1] if "Traceback (most recent call last)" in text else text
