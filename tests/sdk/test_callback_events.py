"""Callbacks: every documented payload is understood, and nothing else is lost or believed."""

from __future__ import annotations

import copy
import json
import pickle
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import memories_ai as m
from memories_ai import webhooks

OPENAPI = Path(__file__).parents[2] / "openapi"
KINDS = {
    "caption_result": webhooks.CaptionCallback,
    "import_progress": webhooks.ImportCallback,
    "legacy_video_status": webhooks.VideoCallback,
    "mavi_transcription": webhooks.TranscriptionCallback,
    "transcription_updated": webhooks.VideoCallback,
    "video_status": webhooks.VideoCallback,
}


def examples() -> list[tuple[str, Any]]:
    """Every example of the specification, with the name of its callback."""
    found = []
    for path in sorted([*OPENAPI.glob("callbacks/*.yaml"), *OPENAPI.glob("webhooks/*.yaml")]):
        described = yaml.safe_load(path.read_text(encoding="utf-8"))
        if "post" in described:
            content = described["post"]["requestBody"]["content"]["application/json"]
            found += [(path.stem, example["value"]) for example in content["examples"].values()]
    return found


def test_every_callback_of_the_specification_is_covered() -> None:
    assert {name for name, _ in examples()} == KINDS.keys()


@pytest.mark.parametrize(("name", "value"), examples())
def test_every_example_has_its_type(name: str, value: dict[str, Any]) -> None:
    event = webhooks.parse(json.dumps(value).encode())
    assert type(event) is KINDS[name]
    assert event.raw == value
    assert webhooks.parse(value) == webhooks.parse(json.dumps(value)) == event
    assert pickle.loads(pickle.dumps(event)) == copy.deepcopy(event) == event
    assert len(repr(event)) < 500


def test_what_events_tell() -> None:
    assert webhooks.parse('{"videoNo":"VI1","status":"PARSE","clientId":"c"}') == webhooks.VideoCallback(
        video_no="VI1", status=m.VideoStatus.PARSE, client_id="c"
    )
    indexed = webhooks.parse('{"taskId":"t","status":"INDEXING_SUCCEEDED","videoId":"VI1","message":"done"}')
    assert indexed == webhooks.ImportCallback(
        task_id="t", status=webhooks.ImportStatus("INDEXING_SUCCEEDED"), video_no="VI1", message="done"
    )
    caption = '{"status":0,"task_id":"t","data":{"text":"a cat","token":{"input":1,"output":2,"total":3}}}'
    assert webhooks.parse(caption) == webhooks.CaptionCallback(
        status=0, task_id="t", text="a cat", input_tokens=1, output_tokens=2
    )
    failed = webhooks.parse('{"status":-1,"task_id":"t","msg":"no","data":null}')
    assert failed == webhooks.CaptionCallback(status=-1, task_id="t", message="no")
    body = {"taskNo": "T", "videoNo": "VI1", "status": "FINISH", "type": "AUDIO"}
    segment = {"id": 0, "startTime": 1, "endTime": 2.5, "content": "hello"}
    told = webhooks.parse({**body, "transcriptions": [segment]})
    assert isinstance(told, webhooks.TranscriptionCallback)
    assert told.segments == (m.Segment(index=0, start=1.0, end=2.5, text="hello"),)
    empty = webhooks.parse({**body, "transcriptions": None})
    assert isinstance(empty, webhooks.TranscriptionCallback)
    assert empty.segments == ()


def test_states() -> None:
    ready, failed, waiting = (
        webhooks.parse({"videoNo": "VI1", "status": each}) for each in ("DONE", "FAIL", "UNPARSE")
    )
    assert isinstance(ready, webhooks.VideoCallback)
    assert isinstance(failed, webhooks.VideoCallback)
    assert isinstance(waiting, webhooks.VideoCallback)
    states = [(each.is_ready, each.is_failed) for each in (ready, failed, waiting)]
    assert states == [(True, False), (False, True), (False, False)]


def test_unknown_values_are_kept() -> None:
    event = webhooks.parse('{"videoNo":"VI1","status":"SOMETHING_NEW","more":[1]}')
    assert isinstance(event, webhooks.VideoCallback)
    assert (str(event.status), event.raw["more"]) == ("SOMETHING_NEW", [1])
    caption = webhooks.parse('{"status":7,"task_id":"t","data":null}')
    assert isinstance(caption, webhooks.CaptionCallback)
    assert (caption.status, caption.is_ready) == (7, False)


@pytest.mark.parametrize(
    "value",
    [
        {},
        [],
        None,
        "PARSE",
        3,
        {"status": "PARSE"},
        {"status": True},
        {"videoNo": 5, "status": "PARSE"},
        {"videoNo": "VI1"},
        {"videoNo": "VI1", "status": 1},
        {"taskId": "t", "status": None},
        {"status": 0, "data": "text"},
        {"taskNo": "T", "videoNo": "VI1"},
        {"something": "new"},
    ],
)
def test_other_shapes_are_kept_whole(value: Any) -> None:
    event = webhooks.parse(json.dumps(value))
    assert event == webhooks.UnknownCallback(raw=value)


@pytest.mark.parametrize(
    "body",
    [
        b'{"videoNo":"A","videoNo":"B","status":"PARSE"}',
        b"\xed\xa0\x80",
        b"",
        b"<html>",
        b"{",
        b"\xff",
        b'{"a":NaN}',
        "9" * 5_000,
        "[" * 100_000,
        b" " * 1_100_000 + b"{}",
        5,
        None,
    ],
)
def test_what_is_no_json_is_refused(body: Any) -> None:
    with pytest.raises(m.ValidationError, match="body") as caught:
        webhooks.parse(body)
    assert caught.value.field == "body"


def test_keys_tell_news_from_repetitions() -> None:
    bodies = [
        {"videoNo": "VI1", "status": "UNPARSE"},
        {"videoNo": "VI1", "status": "PARSE"},
        {"videoNo": "VI2", "status": "PARSE"},
        {"taskId": "VI1", "status": "SUCCEEDED"},
        {"taskId": "VI1", "status": "INDEXING_SUCCEEDED", "videoId": "VI1"},
        {"taskId": "VI1", "status": "INDEXING_SUCCEEDED", "videoId": "VI2"},
        {"task_id": "VI1", "status": 0, "data": {"text": "a", "token": {"input": 1, "output": 1, "total": 2}}},
        {"task_id": "VI1", "status": -1},
        {"something": "new"},
        {"something": "newer"},
    ]
    keys = [webhooks.parse(body).key for body in bodies]
    assert len(set(keys)) == len(bodies)
    assert keys == [webhooks.parse(json.dumps(body)).key for body in bodies]


NAMES = ["videoNo", "taskId", "taskNo", "status", "data", "task_id", "transcriptions", "token", "text"]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(NAMES) | st.text(), inner),
    max_leaves=8,
)


@given(JSON)
def test_no_json_breaks_it(value: Any) -> None:
    event = webhooks.parse(json.dumps(value))
    assert event.raw == value
    assert isinstance(event.key, str)
