"""Sends what was sent to the real service when it was recorded, and holds the answers against the recorded ones."""

from collections.abc import Callable
from typing import Any

import pytest

from memories_ai_contract.cut_text import JsonValue
from memories_ai_contract.film import CUT_NAME, Sample, short_cut
from memories_ai_contract.recordings import Recording, load_recordings
from memories_ai_contract.shapes import differences
from memories_ai_contract.specification import load_specification
from memories_ai_contract.targets import Target, text_at
from memories_ai_mock.operations import HANDLERS

SPECIFICATION = load_specification()
# Each with the operations that take its request, as far as the emulator answers them.
EXCHANGES = [
    (recording, operation)
    for recording in load_recordings()
    for operation in recording.operations
    if operation in HANDLERS and recording.fits_request_at(SPECIFICATION.operations[operation].path)
]

pytestmark = pytest.mark.live_writes


def asked_again(recording: Recording, target: Target, sample: Sample, film_url: str) -> dict[str, Any]:
    """The arguments of `Target.call`: the recorded request, about videos and sessions of this run."""
    encoding, content = recording.request.encoding, recording.request.content
    if encoding == "multipart":
        return {"file": (CUT_NAME, short_cut())}
    if encoding == "form" and target.name == "mock":
        # The emulator stays on this machine.
        return {"form": {"url": film_url}}
    return {encoding: replaced(content, target, sample)}


def replaced(content: Any, target: Target, sample: Sample) -> Any:
    if isinstance(content, list):
        return [target.upload(CUT_NAME, short_cut()) for _ in content]
    own: dict[str, Callable[[], Any]] = {
        "video_no": lambda: sample.video_no,
        "video_nos": lambda: [sample.video_no],
        "sessionId": lambda: session_about(target, sample),
        "search_param": lambda: "lighthouse",
        "query": lambda: "lighthouse",
    }
    asked = {name: own[name]() if name in own else value for name, value in content.items()}
    return asked if "url" in asked else {**asked, "unique_id": sample.unique_id}


def session_about(target: Target, sample: Sample) -> str:
    question = {"video_nos": [sample.video_no], "prompt": "What is this video about", "unique_id": sample.unique_id}
    return text_at(target.call("chat", json=question).data, "session_id")


@pytest.mark.parametrize(("recording", "operation"), EXCHANGES, ids=[f"{each.name}-{name}" for each, name in EXCHANGES])
def test_the_answer_is_made_of_what_was_recorded(
    target: Target, sample: Sample, film_url: str, recording: Recording, operation: str
) -> None:
    answer = target.call(operation, **asked_again(recording, target, sample, film_url))
    assert differences(recording.response.body, answer.body) == []


def test_a_difference_is_noticed() -> None:
    recorded: JsonValue = {"data": {"rows": [{"id": "1", "size": None}], "total": "1"}}
    assert differences(recorded, {"data": {"rows": [], "total": "0", "more": 1}}) == []
    assert differences(recorded, {"data": {"rows": [{"id": 1}], "total": None}}) == [
        "/data/rows/*/id: was recorded as text, and is number",
        "/data/rows/*/size: was recorded as null, and is missing",
    ]
