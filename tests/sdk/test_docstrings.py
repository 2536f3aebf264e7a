"""Public docstrings are contracts: they name every argument, nothing else, and say that a call may raise."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any, Final

import attrs
import pytest

import memories_ai as m
from memories_ai import webhooks
from memories_ai.aiohttp import aiohttp_client
from memories_ai.opentelemetry import trace_requests

OWN: Final = "memories_ai."
EXPORTED: Final = {name: getattr(package, name) for package in (m, webhooks) for name in package.__all__}
CLASSES: Final = {
    name: value
    for name, value in EXPORTED.items()
    if isinstance(value, type) and value.__module__.startswith(OWN) and not issubclass(value, BaseException)
}
FUNCTIONS: Final = {
    "aiohttp_client": aiohttp_client,
    "trace_requests": trace_requests,
    **{name: value for name, value in EXPORTED.items() if inspect.isfunction(value)},
}
# Their docstrings come from the specification, which describes arguments in the generated models.
GENERATED: Final = {"AsyncRaw", "Raw"}
# What the client or one of its methods hands out. Nobody else makes them, nor errors, which are left out above.
HANDED_OUT: Final = {"Resource", "Stream", "Pages", "ShortRepr"}
# Plain values that callers make as well: as arguments, for `client.paginate`, to try out a handler of callbacks.
MADE_BY_CALLERS: Final = {"ChatTurn", "MemoryEntry", "Page", "Person", *webhooks.__all__}

SECTION: Final = re.compile(r"(Args|Attributes|Returns|Yields|Raises)(?: \(.+\))?:")
ENTRY: Final = re.compile(r" {4}(\w+(?:, \w+)*): \S")


def sections(docstring: str) -> dict[str, set[str]]:
    """The names that each section of a docstring describes."""
    found: dict[str, set[str]] = {}
    names: set[str] | None = None
    for line in inspect.cleandoc(docstring).splitlines():
        if line and not line.startswith(" "):
            head = SECTION.fullmatch(line)
            names = found.setdefault(head[1], set()) if head else None
        elif names is not None and re.match(r" {4}\S", line):
            entry = ENTRY.match(line)
            names.update(entry[1].split(", ") if entry else [line.strip()])
    return found


def parameters(function: Callable[..., Any]) -> set[str]:
    return {name for name in inspect.signature(function).parameters if name not in {"self", "cls"}}


def complaints(docstring: str | None, wanted: set[str], known: set[str], *sources: str) -> list[str]:
    """What is wrong with the descriptions in these sections."""
    if not docstring or not docstring.strip():
        return ["no docstring"]
    found = sections(docstring)
    named = set[str]().union(*(found.get(source, set()) for source in sources))
    return [f"{name}: not described" for name in sorted(wanted - named)] + [
        f"{name}: described, but not there" for name in sorted(named - known)
    ]


def methods(kind: type) -> Iterator[tuple[str, Any]]:
    """Those that callers call by their name, or as `client.search(...)`; the other special ones are Python's."""
    for name, member in inspect.getmembers_static(kind):
        function = member.__func__ if isinstance(member, classmethod | staticmethod) else member
        is_called = not name.startswith("_") or (name == "__call__" and is_resource(kind))
        if is_called and is_own(function) and not is_of_others(kind, name):
            yield name, function


def is_own(function: object) -> bool:
    return inspect.isfunction(function) and function.__module__.startswith(OWN)


def is_of_others(kind: type, name: str) -> bool:
    """Whether a class from elsewhere says what the method does, such as httpx.Auth."""
    return any(name in vars(base) for base in kind.__mro__ if not base.__module__.startswith(OWN))


def bases(kind: type) -> set[str]:
    return {base.__name__.removeprefix("Async") for base in kind.__mro__}


def is_resource(kind: type) -> bool:
    return "Resource" in bases(kind)


def is_made_by_callers(name: str, kind: type) -> bool:
    if getattr(kind, "_is_protocol", False):
        return False
    return name in MADE_BY_CALLERS or not bases(kind) & HANDED_OUT


METHODS: Final = [
    pytest.param(function, is_resource(kind), id=f"{name}.{method}")
    for name, kind in CLASSES.items()
    if name not in GENERATED
    for method, function in methods(kind)
]


def test_the_walk_finds_the_methods() -> None:
    ids = {str(method.id) for method in METHODS}
    assert {"Videos.get", "AsyncSearch.__call__", "Pages.pages", "TokenAuth.of", "CallbackReceiver.wait_for"} <= ids
    assert len(ids) > 150


@pytest.mark.parametrize(("function", "raises"), METHODS)
def test_methods_describe_their_arguments(function: Callable[..., Any], raises: bool) -> None:
    names = parameters(function)
    assert complaints(function.__doc__, names, names, "Args") == []
    errors = sections(str(function.__doc__)).get("Raises", set())
    assert errors <= EXPORTED.keys()
    assert errors or not raises


@pytest.mark.parametrize("function", [pytest.param(value, id=name) for name, value in FUNCTIONS.items()])
def test_functions_describe_their_arguments(function: Callable[..., Any]) -> None:
    names = parameters(function)
    assert complaints(function.__doc__, names, names, "Args") == []


@pytest.mark.parametrize(("name", "kind"), [pytest.param(*item, id=item[0]) for item in CLASSES.items()])
def test_classes_describe_how_they_are_made(name: str, kind: type) -> None:
    made = parameters(kind) if is_made_by_callers(name, kind) else set()
    fields = {field.name for field in attrs.fields(kind)} if attrs.has(kind) else set()
    known = {key for key, value in inspect.getmembers_static(kind) if isinstance(value, property | cached_property)}
    assert complaints(kind.__doc__, made, made | fields | known, "Args", "Attributes") == []
