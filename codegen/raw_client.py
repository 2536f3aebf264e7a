"""The class through which the SDK offers every operation as it is generated."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from codegen.findings import CodegenError
from codegen.operations import PACKAGE, module_of
from codegen.spec import Node, Spec

LABEL = "Generated from openapi/ by `make generate`. Do not edit."
# What a call raises, or what a stream of bytes stands for, is no result.
_NO_RESULT = frozenset(
    {"Any", "BlobFailure", "CaptionFailure", "Failure", "File", "InfrastructureFailure", "None", "Response"}
)
_NAME = re.compile(r"\b\w+\b")
_HEAD = '''\
# {label}
"""Every operation of the specification, as it is generated."""

from __future__ import annotations

# It imports each model when it is first asked for.
from memories_ai_generated import models
from memories_ai_generated.types import UNSET, Unset

from .raw_operations import AsyncRawOperations
from .streams import AsyncByteStream, AsyncEventStream


class AsyncRaw(AsyncRawOperations):
    """Operations by their ids: `client.raw.list_videos(...)`. Arguments and results are the generated ones.

    Retries, deadlines and errors are those of all calls. `timeout`: seconds for the whole call with its retries.

    Raises:
        MemoriesError: the answer is a failure, or none came.
    """

'''


def raw_module(spec: Spec, client: Path) -> str:
    """The text of `_async/raw.py` for the client package that was generated at ``client``."""
    methods = [_method(node, _parse(node, client)) for node in spec.operations()]
    return _HEAD.format(label=LABEL) + "\n".join(methods)


def _parse(node: Node, client: Path) -> ast.Module:
    module = module_of(node).removeprefix(f"{PACKAGE}.")
    return ast.parse((client / f"{module.replace('.', '/')}.py").read_text(encoding="utf-8"))


def _method(node: Node, module: ast.Module) -> str:
    name, envelope = node.value["operationId"], node.value["x-envelope"]
    parameters = _function(module, "_get_kwargs").args
    models = _models(module)
    signature = "".join(f", {_parameter(argument, default, models)}" for argument, default in _keywords(parameters))
    arguments = "".join(f", {argument.arg}={argument.arg}" for argument, _ in _keywords(parameters))
    result = _qualified(_result(module, envelope), models)
    call = f'self._{_KINDS.get(envelope, "json")}("{name}", timeout{arguments})'
    head = f"self, *{signature}, timeout: float | None = None"
    docs = f'"""{node.value["summary"]}.\n\n        {str(node.at[2]).upper()} {node.at[1]}\n        """'
    if envelope == "stream":
        return f"    def {name}({head}) -> {result}:\n        {docs}\n        return {call}\n"
    body = f"result: {result} = await {call}\n        return result"
    return f"    async def {name}({head}) -> {result}:\n        {docs}\n        {body}\n"


_KINDS = {"bytes": "bytes", "stream": "events"}
_STREAMS = {"bytes": "AsyncByteStream", "stream": "AsyncEventStream[object]"}


def _result(module: ast.Module, envelope: str) -> str:
    if envelope in _STREAMS:
        return _STREAMS[envelope]
    names = [ast.unparse(part) for part in _members(_function(module, "_parse_response").returns)]
    return " | ".join(name for name in names if name not in _NO_RESULT)


def _members(annotation: ast.expr | None) -> list[ast.expr]:
    """The members of a union."""
    if isinstance(annotation, ast.BinOp):
        return _members(annotation.left) + _members(annotation.right)
    return [annotation] if annotation else []


def _keywords(arguments: ast.arguments) -> list[tuple[ast.arg, ast.expr | None]]:
    """The parameters with their defaults; those of the path come first, and have none."""
    in_path = [(argument, None) for argument in arguments.args]
    return [*in_path, *zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)]


def _parameter(argument: ast.arg, default: ast.expr | None, models: set[str]) -> str:
    annotation = _qualified(ast.unparse(argument.annotation), models) if argument.annotation else "object"
    return f"{argument.arg}: {annotation}" + (f" = {ast.unparse(default)}" if default else "")


def _models(module: ast.Module) -> set[str]:
    """The models that a generated module imports."""
    imports = [node for node in module.body if isinstance(node, ast.ImportFrom)]
    return {alias.name for node in imports if (node.module or "").startswith("models.") for alias in node.names}


def _qualified(annotation: str, models: set[str]) -> str:
    """An annotation with the names of models as they are where the SDK writes it."""
    return _NAME.sub(lambda found: f"models.{found[0]}" if found[0] in models else found[0], annotation)


def _function(module: ast.Module, name: str) -> ast.FunctionDef:
    for statement in module.body:
        if isinstance(statement, ast.FunctionDef) and statement.name == name:
            return statement
    raise CodegenError(f"A generated module has no {name}. Check the pin of openapi-python-client.")
