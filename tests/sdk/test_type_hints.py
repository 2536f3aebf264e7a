"""The types in public signatures: importable from the package, and known at run time."""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterator
from functools import cached_property
from typing import Any, ParamSpec, TypeVar, get_type_hints

import attrs
import pytest

import memories_ai as m
from memories_ai import webhooks
from memories_ai_generated import models

EXPORTED = {name: getattr(package, name) for package in (m, webhooks) for name in package.__all__}
# Those of the generated client are exported as they are.
CLASSES = {
    name: value
    for name, value in EXPORTED.items()
    if isinstance(value, type) and value.__module__.startswith("memories_ai.")
}
# Where types of others come from.
OTHERS = ("builtins", "collections", "datetime", "os", "pathlib", "types", "typing", "httpx")
# What public signatures mention and nobody needs to import.
NOT_EXPORTED = {
    "AsyncFunction": "an asynchronous Callable; a name of its own since the clients differ in it",
    "Function": "likewise",
    "Raw": "a Mapping[str, object]; the public name is that of the resource",
    "Unset": "of the generated client, as its models are",
    "models": "the generated client's own package",
    "Scope": "of ASGI, which has no types",
    "Receive": "likewise",
    "Send": "likewise",
}
# What the clients hand out: nobody else calls these classes.
HANDED_OUT = ("Resource", "Stream", "Pages")


def is_handed_out(kind: type) -> bool:
    return any(base.__name__.removeprefix("Async") in HANDED_OUT for base in kind.__mro__)


def functions(kind: type) -> Iterator[tuple[str, Any]]:
    """The public methods and properties of a class, and how it is made."""
    for name, member in inspect.getmembers_static(kind):
        if name.startswith("_") and (name not in {"__init__", "__call__", "__getitem__"} or is_handed_out(kind)):
            continue
        inner = member
        if isinstance(member, property):
            inner = member.fget
        elif isinstance(member, cached_property):
            inner = member.func
        elif isinstance(member, classmethod | staticmethod):
            inner = member.__func__
        if inspect.isfunction(inner) and inner.__module__.startswith("memories_ai"):
            yield name, inner


def mentioned() -> Iterator[tuple[str, str, object]]:
    """Where, the name, and what it stands for there."""
    for name, value in EXPORTED.items():
        if inspect.isfunction(value):
            yield from names_in(name, value.__annotations__, value.__globals__)
    for name, kind in CLASSES.items():
        if attrs.has(kind):
            annotations = {field.name: field.type for field in attrs.fields(kind) if not field.name.startswith("_")}
            yield from names_in(name, annotations, vars(sys.modules[kind.__module__]))
        for method, function in functions(kind):
            yield from names_in(f"{name}.{method}", function.__annotations__, function.__globals__)


def names_in(where: str, annotations: dict[str, Any], scope: dict[str, Any]) -> Iterator[tuple[str, str, object]]:
    for annotation in annotations.values():
        for node in ast.walk(ast.parse(annotation)) if isinstance(annotation, str) else ():
            if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "memories_ai":
                yield where, node.attr, getattr(m, node.attr)
            elif isinstance(node, ast.Name) and node.id != "memories_ai" and node.id in scope:
                yield where, node.id, scope[node.id]


def is_of_others(name: str, value: object) -> bool:
    """Whether it comes from elsewhere under its own name: an alias made here belongs to its module only."""
    if isinstance(value, TypeVar | ParamSpec):
        return True
    whole = value.__name__ if inspect.ismodule(value) else f"{getattr(value, '__module__', '')}.{name}"
    return whole.partition(".")[0] in OTHERS and not hasattr(value, "__args__")


def test_whatever_a_public_signature_mentions_can_be_imported() -> None:
    found = list(mentioned())
    private = {
        f"{name} (in {where})"
        for where, name, value in found
        if not (name in NOT_EXPORTED or is_of_others(name, value) or EXPORTED.get(name) == value)
    }
    assert private == set()
    assert len(found) > 500
    assert NOT_EXPORTED.keys() <= {name for _, name, _ in found}


@pytest.mark.parametrize("name", sorted(CLASSES))
def test_type_hints_are_known_at_run_time(name: str) -> None:
    """Tools that make calls from signatures ask for them, those that inject dependencies too."""
    kind = CLASSES[name]
    get_type_hints(kind)
    for method, function in functions(kind):
        hints = get_type_hints(function)
        parameters = [key for key in inspect.signature(function).parameters if key not in {"self", "cls"}]
        assert set(parameters) <= hints.keys(), method


def test_type_hints_name_what_is_exported() -> None:
    assert get_type_hints(m.MemoriesAI.__init__)["timeouts"] == m.Timeouts | None
    assert get_type_hints(m.Videos.wait)["receiver"] == webhooks.CallbackReceiver | None
    assert get_type_hints(m.AsyncVideos.wait)["receiver"] == webhooks.AsyncCallbackReceiver | None
    assert get_type_hints(m.AsyncRaw.search)["body"] == models.SearchRequest
    videos = inspect.getattr_static(m.AsyncMemoriesAI, "videos")
    assert get_type_hints(videos.func) == {"return": m.AsyncVideos}
