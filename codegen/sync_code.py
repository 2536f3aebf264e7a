"""Make the synchronous half of the SDK from the asynchronous one."""

from __future__ import annotations

import ast
import io
import re
import shutil
import tokenize
from pathlib import Path

import unasync  # type: ignore[import-untyped]  # ships no types

from codegen.findings import CodegenError
from codegen.formatting import format_code

# What the asynchronous code says, and what the synchronous code says instead. Names that begin with Async and a
# capital need no entry: they lose their Async.
REPLACEMENTS = {
    "_async": "_sync",
    "aclose": "close",
    "aclosing": "closing",
    "aiter": "iter",
    "aiter_bytes": "iter_bytes",
    "aiter_lines": "iter_lines",
    "aiter_raw": "iter_raw",
    "aiter_text": "iter_text",
    "anext": "next",
    "anyio": "time",  # anyio.sleep, nothing else
    "aread": "read",
    "asynccontextmanager": "contextmanager",
    "asynchronous": "synchronous",  # in docstrings and comments
    "enter_async_context": "enter_context",
    "push_async_exit": "push",
    "get_async_httpx_client": "get_httpx_client",
    "set_async_httpx_client": "set_httpx_client",
    "StopAsyncIteration": "StopIteration",
    "__aenter__": "__enter__",
    "__aexit__": "__exit__",
    "__aiter__": "__iter__",
    "__anext__": "__next__",
}
LABEL = "Generated from {source} by `make generate`. Do not edit."

_ASYNC_NAME = re.compile(r"(_?)Async([A-Z]\w*)")
_WORD = re.compile(r"\b\w+\b")
_KEYWORD = re.compile(r"\b(?:async|await) +")


def make_sync(source: Path, target: Path, name: str, *more: Path) -> None:
    """Write the synchronous twin of the package ``source`` to ``target``, which must not exist.

    Modules in the directories ``more`` take the place of those in ``source``. ``name`` is what labels and messages call
    the source. Raises CodegenError if something asynchronous is left over.
    """
    copied = target.with_name(f"{target.name}-source")
    shutil.copytree(source, copied, ignore=shutil.ignore_patterns("__pycache__", "*.pyc"))
    for directory in more:
        shutil.copytree(directory, copied, dirs_exist_ok=True)
    files = sorted(copied.rglob("*.py"))
    for path in files:
        _read_docs_as_sync(path)
    rule = unasync.Rule(f"{copied}/", f"{target}/", {**REPLACEMENTS, **_prefixed_names(files)})
    unasync.unasync_files([str(path) for path in files], [rule])
    shutil.rmtree(copied)
    for path in sorted(target.rglob("*.py")):
        original = f"{name}/{path.relative_to(target).as_posix()}"
        text = path.read_text(encoding="utf-8")
        _refuse_leftovers(text, original)
        path.write_text(f"# {LABEL.format(source=original)}\n{text}", encoding="utf-8", newline="\n")
    format_code(target)


def _prefixed_names(files: list[Path]) -> dict[str, str]:
    """The names that lose their Async; the library by itself would call them Sync."""
    names = {match for path in files for match in _WORD.findall(path.read_text(encoding="utf-8"))}
    return {name: found[1] + found[2] for name in sorted(names) if (found := _ASYNC_NAME.fullmatch(name))}


def _read_docs_as_sync(path: Path) -> None:
    """Apply the table to comments and docstrings too, which the library leaves alone."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    for token in reversed(list(tokenize.generate_tokens(io.StringIO("".join(lines)).readline))):
        is_docs = token.type == tokenize.STRING and token.string.lstrip("rR").startswith('"""')
        if token.type == tokenize.COMMENT or is_docs:
            (first, start), (last, end) = token.start, token.end
            before, after = lines[first - 1][:start], lines[last - 1][end:]
            text = before + _as_sync(token.string) + after
            lines[first - 1 : last] = text.splitlines(keepends=True)
    path.write_text("".join(lines), encoding="utf-8", newline="\n")


def _as_sync(text: str) -> str:
    return _WORD.sub(_replace_word, _KEYWORD.sub("", text))


def _replace_word(match: re.Match[str]) -> str:
    word = match.group()
    return REPLACEMENTS.get(word) or _ASYNC_NAME.sub(r"\1\2", word)


def _refuse_leftovers(text: str, name: str) -> None:
    """The library does not look into every f-string (it depends on the version of Python)."""
    for node in ast.walk(ast.parse(text)):
        if _is_asynchronous(node):
            raise CodegenError(
                f"{name}: asynchronous code is left in the synchronous twin ({ast.unparse(node)[:60]!r}). "
                "Move it out of the f-string, add the name to REPLACEMENTS, or use a module outside _async."
            )


def _is_asynchronous(node: ast.AST) -> bool:
    if isinstance(node, ast.Import):
        return any(alias.name.partition(".")[0] == "asyncio" for alias in node.names)
    if isinstance(node, ast.ImportFrom):
        return (node.module or "").partition(".")[0] == "asyncio"
    if isinstance(node, ast.comprehension):
        return bool(node.is_async)
    return isinstance(node, ast.AsyncFunctionDef | ast.AsyncFor | ast.AsyncWith | ast.Await)
