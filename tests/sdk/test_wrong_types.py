"""Nonsense in any argument of any public method: refused by an error of this package, before anything is sent.

The methods are found by themselves, and valid arguments by their types and by what the errors name.
"""

from __future__ import annotations

import collections.abc
import inspect
import math
import types
import typing
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from enum import Enum
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import attrs
import httpx
import pytest

import memories_ai as m
from memories_ai import webhooks
from memories_ai_generated import models as wire
from memories_ai_generated.types import File
from sdk_support import KEY, MakeClient, envelope

NO_TYPE: list[Any] = [object(), 1j]
"""What no argument takes."""
NONSENSE: list[Any] = [
    *NO_TYPE,
    -1,
    10**30,
    10**5000,
    "",
    "\ud800",
    "\0",
    b"x",
    [],
    {},
    math.nan,
    math.inf,
    True,
    [None],
    ["\ud800"],
    {1: object()},
    lambda *_, **__: 0,
]
WITHIN = [object(), "\ud800", math.nan, [None], 10**5000]
"""For the members of an object that is an argument."""
PICTURE = b"\xff\xd8\xff\xe0 JFIF"
LIKELY: list[Any] = ["VI1", "https://a.example/b.mp4", "1", 1, ["VI1"], ["https://a.example/b.mp4"], PICTURE, [PICTURE]]
"""Tried one after the other where the type does not say enough."""
PLAIN = {str: "VI1", int: 1, float: 1.0, bool: True, bytes: PICTURE, datetime: datetime(2025, 1, 1, tzinfo=UTC)}


class Method(NamedTuple):
    """A public method, by its way from the client."""

    path: str
    function: Any

    @property
    def parameters(self) -> list[inspect.Parameter]:
        return [each for each in inspect.signature(self.function).parameters.values() if each.name != "self"]

    def call(self, client: Any, given: dict[str, Any]) -> None:
        """Call it, and take what it gives to its end."""
        positional, keywords = [], {}
        for parameter in self.parameters:
            if parameter.name not in given:
                continue
            if parameter.kind is parameter.KEYWORD_ONLY:
                keywords[parameter.name] = given[parameter.name]
            elif parameter.kind is parameter.VAR_KEYWORD:
                keywords["nonsense"] = given[parameter.name]
            else:
                positional.append(given[parameter.name])
        target = client
        for step in self.path.split("."):
            target = target if step == "__call__" else getattr(target, step)
        exhaust(target(*positional, **keywords))


def exhaust(result: Any) -> None:
    for item in result if hasattr(result, "__iter__") else ():
        # Of several uploads, each result is a video or an error.
        if isinstance(item, BaseException):
            raise item


def public_methods() -> Iterator[Method]:
    with m.MemoriesAI(KEY) as client:
        yield from methods_of(client, "")


def methods_of(owner: Any, prefix: str) -> Iterator[Method]:
    for name, value in inspect.getmembers(type(owner)):
        if isinstance(value, cached_property):
            yield from methods_of(getattr(owner, name), f"{prefix}{name}.")
        elif inspect.isfunction(value) and (name == "__call__" or not name.startswith("_")):
            yield Method(prefix + name, value)


def example(kind: Any) -> Any:
    """A value of a type."""
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin in {typing.Union, types.UnionType}:
        return example(inner[0])
    if origin in {list, collections.abc.Sequence, collections.abc.Iterable}:
        return [example(inner[0])]
    if kind is File:
        return File(PICTURE, "a.jpg")
    if isinstance(kind, type) and issubclass(kind, Enum):
        return next(iter(kind))
    return made(kind) if attrs.has(kind) else PLAIN.get(kind, LIKELY[0])


def made(kind: Any, **members: Any) -> Any:
    """An object of a class with what it needs at least."""
    needed = [each for each in attrs.fields(kind) if each.init and each.default is attrs.NOTHING]
    return kind(**{**{each.alias: example(meaning(kind, each.type)) for each in needed}, **members})


def meaning(owner: Any, annotation: Any) -> Any:
    """The type that an annotation names."""
    if not isinstance(annotation, str):
        return annotation
    names = {**{name: getattr(wire, name) for name in wire.__all__}, **vars(inspect.getmodule(owner))}
    return eval(annotation, names)  # noqa: S307 (annotations of our own)


class Probe:
    """Calls a method of a client that every request would be refused to."""

    def __init__(self, make_client: MakeClient, method: Method) -> None:
        self.method, self.sent = method, 0
        self._client = make_client(self._answer)

    def _answer(self, _: httpx.Request) -> httpx.Response:
        self.sent += 1
        return envelope(None, code="0401", msg="no")

    def error(self, given: dict[str, Any]) -> m.MemoriesError | None:
        """What the call raised; another error than ours ends the test."""
        self.sent = 0
        try:
            self.method.call(self._client, given)
        except m.MemoriesError as error:
            # NotFoundError and the like come of answers.
            assert not (self.sent and isinstance(error, m.ValidationError | m.ConfigurationError))  # noqa: PT017 (either outcome is right)
            return error
        return None

    def valid(self) -> dict[str, Any]:
        """The least arguments that get sent."""
        needed = [
            each for each in self.method.parameters if each.default is each.empty and each.kind != each.VAR_KEYWORD
        ]
        given = {each.name: example(meaning(self.method.function, each.annotation)) for each in needed}
        likely = {each.name: iter(LIKELY) for each in needed}
        while isinstance(error := self.error(given), m.ValidationError):
            name = named(error, given)
            given[name] = next(likely[name])
        return given


def named(error: m.ValidationError, names: Any) -> str:
    """The argument that an error names; one item of a list may be named by the singular."""
    assert error.field is not None, error
    assert str(error).startswith(f"{error.field}: ")
    (name,) = {error.field, f"{error.field}s"} & set(names)
    return name


# Those that send nothing have tests of their own.
SILENT = {"close", "with_options", "paginate", "captions.wait"}
METHODS = [each for each in public_methods() if each.path not in SILENT]


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nonsense may be the name of a file."""
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("method", METHODS, ids=[each.path for each in METHODS])
def test_nonsense_is_refused_unsent(make_client: MakeClient, method: Method) -> None:
    probe = Probe(make_client, method)
    valid, names = probe.valid(), [each.name for each in method.parameters]
    assert probe.sent
    for name in names:
        for nonsense in NONSENSE:
            error = probe.error({**valid, name: nonsense})
            if isinstance(error, m.ValidationError):
                # A fault may also be that something else is missing now, such as the other coordinate.
                assert named(error, names) == name or nonsense not in NO_TYPE
            else:
                assert nonsense not in NO_TYPE, f"{name} was taken"


@pytest.mark.parametrize("method", METHODS, ids=[each.path for each in METHODS])
def test_nonsense_within_an_argument(make_client: MakeClient, method: Method) -> None:
    """What the caller makes for a call: any error is one of ours."""
    probe = Probe(make_client, method)
    valid = probe.valid()
    for name, value in valid.items():
        item = value[0] if isinstance(value, list) else value
        for member in attrs.fields(type(item)) if attrs.has(type(item)) else ():
            for nonsense in WITHIN if member.init else ():
                spoilt = made(type(item), **{member.alias: nonsense})
                probe.error({**valid, name: [spoilt] if isinstance(value, list) else spoilt})


@pytest.mark.parametrize("name", ["task_id", "receiver", "timeout"])
@pytest.mark.parametrize("nonsense", NO_TYPE)
def test_nonsense_in_a_wait_for_a_description(make_client: MakeClient, mode: str, name: str, nonsense: object) -> None:
    receiver = webhooks.CallbackReceiver() if mode == "sync" else webhooks.AsyncCallbackReceiver()
    with pytest.raises(m.ValidationError, match=f"{name}: ") as caught:
        make_client().captions.wait(**{"task_id": "t", "receiver": receiver, name: nonsense})
    assert caught.value.field == name


SETTINGS: list[Callable[..., Any]] = [
    m.MemoriesAI,
    m.AsyncMemoriesAI,
    m.MemoriesAI(KEY).with_options,
    m.Timeouts,
    m.Retries,
    m.Polling,
    m.RateLimits,
    m.TokenAuth,
    webhooks.CallbackApp,
    webhooks.CallbackReceiver,
    webhooks.AsyncCallbackReceiver,
    webhooks.MemorySeenStore,
    webhooks.parse,
]


@pytest.mark.parametrize("make", SETTINGS, ids=[each.__name__ for each in SETTINGS])
def test_settings_that_cannot_be(make: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """They are refused when they are made, not when they are used."""
    monkeypatch.setenv("MEMORIES_API_KEY", KEY)
    parameters = [each for each in inspect.signature(make).parameters.values() if each.kind != each.VAR_KEYWORD]
    needed = [each.name for each in parameters if each.default is each.empty]
    valid = {name: print if name == "handler" else "text" for name in needed}
    for parameter in parameters:
        for nonsense in NONSENSE:
            problem = refusal(make, parameters, {**valid, parameter.name: nonsense})
            if nonsense in NO_TYPE:
                assert parameter.name in (problem or "nothing was refused")


def refusal(make: Callable[..., Any], parameters: list[inspect.Parameter], given: dict[str, Any]) -> str | None:
    positional = [each.name for each in parameters if each.kind != each.KEYWORD_ONLY and each.name in given]
    keywords = {name: value for name, value in given.items() if name not in positional}
    try:
        make(*(given[name] for name in positional), **keywords)
    except m.ConfigurationError as error:
        return error.message
    except m.ValidationError as error:
        return error.field
    return None


def never(_: httpx.Request) -> httpx.Response:
    raise AssertionError("something was asked")


@pytest.mark.parametrize("method", NONSENSE, ids=lambda value: type(value).__name__)
def test_what_is_no_list_is_not_paginated(make_client: MakeClient, method: Any) -> None:
    with pytest.raises(m.ValidationError) as caught:
        list(make_client(never).paginate(method))
    assert caught.value.field == "method"


@pytest.mark.parametrize("keywords", [{"video_name": "a", "colour": "red"}, {"timeout": object()}, {"page": "1"}])
def test_arguments_of_a_list_are_checked(make_client: MakeClient, keywords: dict[str, Any]) -> None:
    client = make_client(never)
    with pytest.raises(m.ValidationError):
        list(client.paginate(client.videos.list, **keywords))


def test_a_method_without_pages_is_not_paginated(make_client: MakeClient) -> None:
    client = make_client(never)
    with pytest.raises(m.ValidationError, match=r"such as client\.videos\.list"):
        client.paginate(client.videos.get, "VI1")


@pytest.mark.parametrize("wrong", [httpx.Client(), httpx.AsyncClient()])
def test_an_http_client_of_the_other_kind(wrong: Any) -> None:
    kind = m.AsyncMemoriesAI if isinstance(wrong, httpx.Client) else m.MemoriesAI
    with pytest.raises(m.ConfigurationError, match="http_client"):
        kind(KEY, http_client=wrong)


def test_a_receiver_of_the_other_kind(make_client: MakeClient, mode: str) -> None:
    other: Any = webhooks.AsyncCallbackReceiver() if mode == "sync" else webhooks.CallbackReceiver()
    with pytest.raises(m.ValidationError) as caught:
        make_client(never).videos.wait("VI1", receiver=other)
    assert caught.value.field == "receiver"


def test_a_method_of_the_other_kind_of_client(make_client: MakeClient, mode: str) -> None:
    with m.MemoriesAI(KEY, http_client=httpx.Client(transport=httpx.MockTransport(empty_page))) as other:
        method: Any = m.AsyncMemoriesAI(KEY).videos.list if mode == "sync" else other.videos.list
        with pytest.raises(m.ValidationError) as caught:
            list(make_client(never).paginate(method))
    assert caught.value.field == "method"


def empty_page(_: httpx.Request) -> httpx.Response:
    return envelope({"videos": [], "current_page": 1, "page_size": 1, "total_count": "0"})


def test_no_growth_of_pauses_overflows() -> None:
    assert m.Polling(growth=1000, delay=10**9, jitter=0).pause(10**6) == 30
    with pytest.raises(m.ValidationError, match="1000 at most"):
        m.Polling(growth=1e10)
