"""Whatever the service answers to images, imports, public videos, folders and texts: a value of the types that are
promised, or a MemoriesError that names the operation."""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import attrs
import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import memories_ai as m
from test_library_operations import CALLS, Context
from test_nonsense import anything, client_of, examples, spoilt

PLACE = Context(video_no="VI1", public_video_no="PI-1", folder_id=7, folder_name="a", task_id="7")


def violations(value: Any, kind: Any, place: str) -> list[str]:
    """Where a value, or one within it, is not of the type that is promised."""
    origin, parts = typing.get_origin(kind), typing.get_args(kind)
    if origin in {types.UnionType, typing.Union}:
        found = [violations(value, part, place) for part in parts]
        return [] if [] in found else found[0]
    if origin in {tuple, Sequence}:
        if not isinstance(value, origin) or isinstance(value, str):
            return [f"{place}: {value!r} is no {origin.__name__}"]
        return [problem for item in value for problem in violations(item, parts[0], place)]
    if kind is float:
        return [] if type(value) in {float, int} else [f"{place}: {value!r} is no number"]
    if kind in {int, str, bool, type(None)}:
        return [] if type(value) is kind else [f"{place}: {value!r} is no {kind.__name__}"]
    if isinstance(kind, type) and origin is None and not isinstance(value, kind):
        return [f"{place}: {value!r} is no {kind.__name__}"]
    return inner_violations(value)


def inner_violations(value: Any) -> list[str]:
    """The violations among the members of a public value."""
    if isinstance(value, tuple):
        return [problem for item in value for problem in inner_violations(item)]
    if not attrs.has(type(value)):
        return []
    hints = typing.get_type_hints(type(value))
    return [
        problem
        for field in attrs.fields(type(value))
        if field.name not in {"raw", "data", "items"}
        for problem in violations(getattr(value, field.name), hints[field.name], f"{type(value).__name__}.{field.name}")
    ] + (inner_violations(value.items) if isinstance(value, m.Page) else [])


@pytest.mark.parametrize("operation_id", CALLS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_spoilt_answer_is_refused_or_has_its_types(operation_id: str, data: st.DataObject) -> None:
    answer = data.draw(spoilt(operation_id) | anything)
    transport = httpx.MockTransport(lambda _: httpx.Response(200, content=json.dumps(answer)))
    with httpx.Client(transport=transport) as http, client_of(http) as client:
        try:
            result = CALLS[operation_id](client, PLACE)
        except m.MemoriesError as error:
            assert error.operation == operation_id  # noqa: PT017 (either outcome is right)
        else:
            assert inner_violations(result) == []


@pytest.mark.parametrize("operation_id", CALLS)
def test_every_example_is_read(operation_id: str) -> None:
    """Successes become values, failures errors."""
    for answer in examples(operation_id):
        transport = httpx.MockTransport(lambda _, answer=answer: httpx.Response(200, json=answer))
        with httpx.Client(transport=transport) as http, client_of(http) as client:
            if answer.get("code", "0000") == "0000" and not (answer.get("data", 0) is None and operation_id == DETAIL):
                assert inner_violations(CALLS[operation_id](client, PLACE)) == []
            else:
                with pytest.raises(m.APIError):
                    CALLS[operation_id](client, PLACE)


DETAIL = "get_public_video_detail"


def test_violations_are_found() -> None:
    wrong = m.FrameHit(video_no=7, start="4", platform="TIKTOK")  # type: ignore[arg-type]
    page = m.Page(items=(wrong,), page=True, size=1, total=1)
    assert [problem.split(":")[0] for problem in inner_violations((page,))] == [
        "Page.page",
        "FrameHit.video_no",
        "FrameHit.start",
        "FrameHit.platform",
    ]
    progress = m.ImportProgress(task_id="7", videos=[])  # type: ignore[arg-type]
    assert inner_violations(progress) == ["ImportProgress.videos: [] is no tuple"]
    assert inner_violations(m.Image(id="1", uploaded_at=datetime.now(UTC), latitude=1)) == []
