"""Good answers to make others from: the examples of the specification, and the recordings."""

import json
from collections.abc import Iterator

from memories_ai_contract.cut_text import JsonPath, JsonValue
from memories_ai_contract.recordings import load_recordings
from memories_ai_contract.specification import Example, Specification
from memories_ai_contract.validation import JSON, STREAM, described_events, json_schema_of


def good_answers(specification: Specification) -> Iterator[tuple[str, JsonPath, JsonValue]]:
    """What the examples of HTTP status 200 say in JSON, with operation and schema: whole bodies, and data of events."""
    for example in specification.examples():
        if example.status != "200":
            continue
        media_type = specification.media_types(specification.responses(example.operation)["200"])[example.media_type]
        if example.media_type == JSON:
            yield example.operation, (*media_type, "schema"), example.value
        elif example.media_type == STREAM:
            for event_schema, value in described_events(specification, media_type, content(example).decode()):
                if event_schema:
                    yield example.operation, event_schema, value


def recorded_answers(specification: Specification) -> Iterator[tuple[str, JsonPath, JsonValue]]:
    """The whole recorded bodies, with every operation that they are held against, and its schema."""
    for recording in load_recordings():
        if not recording.response.open_paths:
            for operation in recording.operations:
                yield operation, json_schema_of(operation, specification), recording.response.body


def content(example: Example) -> bytes:
    """The body of an answer that is this example."""
    if example.media_type == JSON:
        return json.dumps(example.value).encode()
    # A YAML block ends in one line end, so the empty line behind the last event is missing.
    return f"{example.value}\n".encode()
