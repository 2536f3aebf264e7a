"""Everything that the client hands out copies, pickles, compares, and has a short repr without secrets."""

from __future__ import annotations

import copy
import enum
import pickle
import types
import typing
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

import attrs
import pytest

import memories_ai as m
import memories_ai_generated.models as wire
from memories_ai import RequestRecord, webhooks
from memories_ai._repr import ShortRepr
from memories_ai_generated.operations import OPERATIONS

PUBLIC = [getattr(module, name) for module in (m, webhooks) for name in module.__all__]
VALUES = sorted(
    {kind for kind in PUBLIC if isinstance(kind, type) and issubclass(kind, ShortRepr)}, key=lambda kind: kind.__name__
)
ERRORS = sorted(
    {kind for kind in PUBLIC if isinstance(kind, type) and issubclass(kind, m.MemoriesError)},
    key=lambda kind: kind.__name__,
)
SETTINGS = [m.Timeouts(), m.Retries(), m.Polling(), m.RateLimits()]
ENUMS = [kind for name in wire.__all__ if issubclass(kind := getattr(wire, name), enum.Enum)]


def made_up(hint: Any) -> Any:
    """A value of a type, as long as such a value can well be."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in {typing.Union, types.UnionType}:
        return made_up(next(each for each in arguments if each is not type(None)))
    if origin in {tuple, Sequence}:
        return (made_up(arguments[0]),) * 50
    if origin is Mapping or hint is Mapping:
        return {"member": ["x" * 100] * 100}
    if isinstance(hint, TypeVar):
        return "x" * 5000
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return hint("SOMETHING_NEW") if issubclass(hint, str) else next(iter(hint))
    if isinstance(hint, type) and attrs.has(hint):
        return instance(hint)
    simple = {str: "x" * 5000, int: 2**62, float: 0.1, bool: True, datetime: datetime(2026, 1, 1, tzinfo=UTC)}
    return {**simple, Path: Path("x" * 200), object: {"any": "x" * 5000}, bytes: b"x" * 5000}[hint]


def instance(kind: Any) -> Any:
    hints = get_type_hints(kind)
    return kind(**{field.alias: made_up(hints[field.name]) for field in attrs.fields(kind) if field.init})


def test_these_are_all() -> None:
    handed_out = {kind for kind in PUBLIC if isinstance(kind, type) and attrs.has(kind)}
    assert handed_out == {*VALUES, RequestRecord, *map(type, SETTINGS)}
    assert len(VALUES) > 40
    assert len(ENUMS) > 5


@pytest.mark.parametrize("kind", VALUES)
def test_a_value_copies_pickles_and_compares(kind: Any) -> None:
    value = instance(kind)
    for twin in (copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value)), instance(kind)):
        assert twin == value
        assert repr(twin) == repr(value)
        assert getattr(twin, "raw", None) == getattr(value, "raw", None)
    for field in attrs.fields(kind):
        if field.eq and field.init:
            assert attrs.evolve(value, **{field.alias: None}) != value


@pytest.mark.parametrize("kind", VALUES)
def test_a_value_cannot_be_changed(kind: Any) -> None:
    value = instance(kind)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(value, attrs.fields(kind)[0].name, None)


@pytest.mark.parametrize("kind", VALUES)
def test_a_repr_is_short(kind: Any) -> None:
    text = repr(instance(kind))
    assert text.startswith(f"{kind.__name__}(")
    assert len(text) <= 1000
    assert "member" not in text, "the raw answer is not in it"


def test_a_repr_holds_no_token() -> None:
    text = repr(m.AccessTokens(access_token="secret-1", refresh_token="secret-2", type="Bearer", expires_in=1))
    assert text.startswith("AccessTokens(")
    assert "secret" not in text


@pytest.mark.parametrize("kind", VALUES)
def test_the_untouched_answer_is_at_hand(kind: Any) -> None:
    """In the value itself, or in the one that holds it; what the caller makes, and files, have none."""
    others = {"ChatTurn", "DownloadedFile", "MemoryEntry", "Person"}
    has_raw = "raw" in {field.name for field in attrs.fields(kind)}
    assert has_raw is (kind.__name__ not in {"Segment"} | others)


@pytest.mark.parametrize("kind", VALUES)
def test_equal_values_are_one_in_a_set(kind: Any) -> None:
    assert len({instance(kind), instance(kind)}) == 1


@pytest.mark.parametrize(
    ("value", "twin"),
    [({"a": [1, {"b": None}], "c": 2}, {"c": 2.0, "a": [True, {"b": None}]}), ([], []), (None, None), ("x", "x")],
)
def test_any_json_can_be_hashed(value: Any, twin: Any) -> None:
    for make in (lambda data: m.UnspecifiedAnswer(data=data), lambda data: webhooks.UnknownCallback(raw=data)):
        assert len({make(value), make(twin), make(["other"])}) == 2


def test_json_of_any_depth_can_be_hashed() -> None:
    deep: list[Any] = []
    for _ in range(100_000):
        deep = [deep]
    assert hash(webhooks.UnknownCallback(raw=deep)) == hash(webhooks.UnknownCallback(raw=deep))


@pytest.mark.parametrize("kind", ERRORS)
def test_an_error_copies_and_pickles(kind: Any) -> None:
    error = kind("x" * 50, operation="upload")
    error.code, error.status, error.attempts, error.retry_after = "0429", 200, 2, 1.5
    for twin in (copy.copy(error), copy.deepcopy(error), pickle.loads(pickle.dumps(error))):
        assert type(twin) is kind
        assert (str(twin), vars(twin)) == (str(error), vars(error))


@pytest.mark.parametrize("value", SETTINGS, ids=lambda value: type(value).__name__)
def test_settings_copy_pickle_and_compare(value: Any) -> None:
    for twin in (copy.deepcopy(value), pickle.loads(pickle.dumps(value)), type(value)()):
        assert twin == value
        assert len(repr(twin)) < 500


def test_a_record_pickles() -> None:
    record = RequestRecord(
        operation=OPERATIONS["upload"], attempt=1, started_at=datetime.now(UTC), seconds=1, status=200, error=None
    )
    assert pickle.loads(pickle.dumps(record)) == record


@pytest.mark.parametrize("kind", ENUMS)
def test_an_unknown_value_of_an_enum_survives(kind: Any) -> None:
    unknown: Any = "SOMETHING_NEW" if issubclass(kind, str) else 987
    value = kind(unknown)
    assert value.value == unknown
    for twin in (copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value)), kind(unknown)):
        assert twin == value
        assert type(twin) is kind
    assert unknown not in [known.value for known in kind]
