"""Whatever the service answers, the SDK returns a value or raises a MemoriesError: nothing else."""

from __future__ import annotations

import copy
import importlib.resources
import json
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from memories_ai import MemoriesAI, MemoriesError, Retries
from sdk_support import KEY


def client_of(http: httpx.Client) -> MemoriesAI:
    # One answer, one outcome.
    return MemoriesAI(KEY, http_client=http, retries=Retries(most=0))


CALLS: dict[str, Callable[[MemoriesAI], Any]] = {
    "upload_url": lambda c: c.videos.upload("https://a.example/b.mp4"),
    "list_videos": lambda c: list(c.videos.list()),
    "get_private_video_details": lambda c: c.videos.details("VI1"),
    "get_metadata": lambda c: c.videos.get("VI1"),
    "generate_summary": lambda c: c.videos.summary("VI1"),
    "delete_videos": lambda c: c.videos.delete("VI1"),
    "search": lambda c: c.search("q"),
    "search_audio_transcripts": lambda c: list(c.search.transcripts("q")),
    "chat": lambda c: c.chat("q", video_nos=["VI1"]),
    "get_video_transcription": lambda c: c.transcriptions.video("VI1"),
    "get_audio_transcription": lambda c: c.transcriptions.audio("VI1"),
    "list_sessions": lambda c: list(c.sessions.list()),
    "get_session_detail": lambda c: c.sessions.get("1"),
}

SPEC = json.loads((importlib.resources.files("memories_ai_generated") / "openapi.json").read_text(encoding="utf-8"))

scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8)
values = scalars | st.sampled_from(["null", "-1", "1e999", "١٢", "9" * 30, "PARSE"]) | st.builds(list) | st.builds(dict)
anything = st.recursive(values, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner))


def resolve(value: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in value:
        node: Any = SPEC
        for name in value["$ref"].removeprefix("#/").split("/"):
            node = node[name]
        value = node
    return value


def examples(operation_id: str) -> list[Any]:
    for path in SPEC["paths"].values():
        for operation in path.values():
            if operation["operationId"] == operation_id:
                content = resolve(operation["responses"]["200"])["content"]["application/json"]
                return [resolve(example)["value"] for example in content["examples"].values()]
    raise KeyError(operation_id)


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of every member and item."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield (*path, key)
        yield from places(inner, (*path, key))


@st.composite
def spoilt(draw: st.DrawFn, operation_id: str) -> Any:
    """An example with one member replaced or removed."""
    answer = copy.deepcopy(draw(st.sampled_from(examples(operation_id))))
    *path, key = draw(st.sampled_from(list(places(answer))))
    holder = answer
    for step in path:
        holder = holder[step]
    if draw(st.booleans()):
        holder[key] = draw(anything)
    else:
        del holder[key]
    return answer


@pytest.mark.parametrize("operation_id", CALLS)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_spoilt_answer_is_read_or_refused(operation_id: str, data: st.DataObject) -> None:
    answer = data.draw(spoilt(operation_id) | anything)
    transport = httpx.MockTransport(lambda _: httpx.Response(200, content=json.dumps(answer)))
    with httpx.Client(transport=transport) as http, client_of(http) as client:
        try:
            CALLS[operation_id](client)
        except MemoriesError as error:
            assert error.operation == operation_id  # noqa: PT017 (either outcome is right)


@settings(max_examples=300, deadline=None)
@given(
    events=st.lists(anything, max_size=4),
    kinds=st.lists(st.sampled_from(["thinking", "ref", "content", "?"]), max_size=4),
)
def test_a_spoilt_stream_is_read_or_refused(events: list[Any], kinds: list[str]) -> None:
    for event, kind in zip(events, kinds, strict=False):
        if isinstance(event, dict):
            event["type"] = kind
    body = "".join(f"data:{json.dumps(event)}\n\n" for event in events)
    headers = {"content-type": "text/event-stream"}
    transport = httpx.MockTransport(lambda _: httpx.Response(200, content=body, headers=headers))
    with httpx.Client(transport=transport) as http, client_of(http) as client:
        try:
            list(client.chat.stream("q", video_nos=["VI1"]))
        except MemoriesError as error:
            assert error.operation == "chat_stream"  # noqa: PT017 (either outcome is right)
