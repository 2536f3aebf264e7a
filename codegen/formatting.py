"""Bring generated code into its fixed form. Other rules or another ruff would change thousands of lines."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

from codegen.findings import CodegenError

_COMMON = ("--isolated", "--no-cache", "--quiet", "--target-version", "py311", "--line-length", "120")
# Imports that were too long for a line before the unused names went are put on one again.
_SHORT_IMPORTS = ("--config", "lint.isort.split-on-trailing-comma=false")
_COMMANDS = (
    ("check", ".", "--fix-only", "--select", "F,I,UP", *_SHORT_IMPORTS, *_COMMON),
    ("format", ".", *_COMMON),
)


def format_code(directory: Path) -> None:
    """Format all Python files below a directory. Raises CodegenError if one is not Python, or if ruff fails."""
    for path in sorted(directory.rglob("*.py")):
        try:
            ast.parse(path.read_text(encoding="utf-8"))
        except SyntaxError as error:
            place = f"{path.relative_to(directory).as_posix()}:{error.lineno}"
            raise CodegenError(f"generated code is not Python: {place}: {error.msg}. Look at the templates.") from error
    for arguments in _COMMANDS:
        # -P: the generated types.py in the current directory would hide the standard library's.
        command = [sys.executable, "-P", "-m", "ruff", *arguments]
        result = subprocess.run(command, cwd=directory, capture_output=True, text=True, encoding="utf-8", check=False)  # noqa: S603 (our own command line)
        if result.returncode:
            raise CodegenError(f"ruff {arguments[0]} failed on generated code:\n{result.stdout}{result.stderr}".strip())


def label_code(directory: Path, label: str) -> None:
    """Let every Python file below a directory begin with a comment."""
    for path in sorted(directory.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        path.write_text(f"# {label}\n{text}", encoding="utf-8", newline="\n")
