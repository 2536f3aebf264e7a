"""The table by which the SDK imports its public names when they are first asked for."""

from __future__ import annotations

import ast
from pathlib import Path

from codegen.findings import CodegenError

LABEL = "Generated from {source} by `make generate`. Do not edit."


def exports_module(package: Path, name: str) -> str:
    """The text of `_exports.py`: what the package's `__init__.py` imports for type checkers, by name, with its module.

    ``name`` is what labels and messages call the package. Raises CodegenError if `__all__` names other things.
    """
    source = f"{name}/__init__.py"
    tree = ast.parse((package / "__init__.py").read_text(encoding="utf-8"))
    modules = _imported_for_type_checkers(tree)
    listed = _listed(tree)
    if wrong := sorted(modules.keys() ^ listed):
        raise CodegenError(
            f"{source}: __all__ and the imports under TYPE_CHECKING differ in {', '.join(wrong)}. Name them in both."
        )
    entries = "".join(f'    "{key}": "{value}",\n' for key, value in sorted(modules.items()))
    return f'# {LABEL.format(source=source)}\n"""Where each public name stands."""\n\nMODULES = {{\n{entries}}}\n'


def _imported_for_type_checkers(tree: ast.Module) -> dict[str, str]:
    blocks = [node for node in tree.body if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"]
    imports = [node for block in blocks for node in block.body if isinstance(node, ast.ImportFrom)]
    # A submodule (`from . import name`) stands in itself.
    return {alias.name: "." * node.level + (node.module or alias.name) for node in imports for alias in node.names}


def _listed(tree: ast.Module) -> set[str]:
    for node in tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            return set(ast.literal_eval(node.value))
    return set()
