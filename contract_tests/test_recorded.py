"""Target `recorded`: what the real service was seen to answer, held against the specification and the client."""

from collections.abc import Iterator

import pytest

from memories_ai_contract.models import Modelled, modelled_objects, through_model
from memories_ai_contract.recordings import Recording, load_recordings
from memories_ai_contract.specification import Example, load_specification
from memories_ai_contract.validation import JSON, body_problems, json_schema_of, show
from memories_ai_contract.wire import MULTIPART, URLENCODED

SPECIFICATION = load_specification()
RECORDINGS = load_recordings()
# Those of the operation itself or its predecessor, whose requests are alike.
OWN = [each for each in RECORDINGS if each.is_own]
MEDIA_TYPES = {"json": JSON, "form": URLENCODED, "multipart": MULTIPART}


def objects_of(recording: Recording) -> Iterator[Modelled]:
    schema = json_schema_of(recording.operation, SPECIFICATION)
    return modelled_objects(SPECIFICATION, schema, recording.response.body, recording.response.open_paths)


@pytest.mark.parametrize("recording", RECORDINGS, ids=lambda recording: f"recorded-{recording.name}")
def test_the_specification_describes_it(recording: Recording) -> None:
    schema = json_schema_of(recording.operation, SPECIFICATION)
    assert body_problems(SPECIFICATION, schema, recording.response.body, recording.response.open_paths) == []


@pytest.mark.parametrize("recording", RECORDINGS, ids=lambda recording: f"recorded-{recording.name}")
def test_it_names_a_source_and_an_operation_of_the_specification(recording: Recording) -> None:
    source = SPECIFICATION.document["x-sources"][recording.provenance.source]
    assert source["kind"] == "recording"
    assert recording.provenance.recorded == source["date"]
    assert recording.request.method == SPECIFICATION.operations[recording.operation].method
    assert recording.response.status in (None, 200)


@pytest.mark.parametrize("recording", OWN, ids=lambda recording: f"recorded-{recording.name}")
def test_the_specification_takes_its_request(recording: Recording) -> None:
    request = recording.request
    if request.encoding == "query":
        parameters = SPECIFICATION.parameters(recording.operation)
        assert isinstance(request.content, dict)
        assert (
            {name for name, required in parameters.items() if required} <= request.content.keys() <= parameters.keys()
        )
    else:
        schema = SPECIFICATION.request_schema(recording.operation, MEDIA_TYPES[request.encoding])
        assert schema is not None
        assert body_problems(SPECIFICATION, schema, request.content) == []


@pytest.mark.parametrize(
    ("recording", "modelled"),
    [
        pytest.param(recording, modelled, id=f"recorded-{recording.name}-{modelled.schema}{show(modelled.path)}")
        for recording in RECORDINGS
        for modelled in objects_of(recording)
    ],
)
def test_nothing_is_lost_in_the_models(recording: Recording, modelled: Modelled) -> None:
    assert through_model(modelled.schema, modelled.value) == modelled.value, recording.name


def test_every_recording_that_shows_a_complete_object_goes_through_the_models() -> None:
    schemas = {recording.name: [modelled.schema for modelled in objects_of(recording)] for recording in RECORDINGS}
    cut = {recording.name for recording in RECORDINGS if not recording.provenance.complete}
    assert {name: found for name, found in schemas.items() if name in cut} == {
        # Both end within their first object.
        "chat.highlights": [],
        "chat.marketer": [],
        "generate_summary.topic": ["SummaryItem"],
        "get_session_detail.sushi": ["SessionDetail"],
        "get_video_transcription.elephants_dream": ["TranscriptionSegment"] * 3,
        "list_sessions.first_page": ["SessionPage"],
        "list_videos.first_page": ["VideoRow"] * 5,
    }
    assert [name for name, found in schemas.items() if name not in cut and len(found) != 1] == []


@pytest.mark.parametrize(
    "example",
    [each for each in SPECIFICATION.examples() if each.status == "200" and each.media_type == JSON],
    ids=lambda example: f"{example.operation}-{example.name}",
)
def test_no_example_is_lost_in_the_models(example: Example) -> None:
    schema = json_schema_of(example.operation, SPECIFICATION)
    (modelled,) = modelled_objects(SPECIFICATION, schema, example.value)
    assert modelled.path == ()
    assert through_model(modelled.schema, modelled.value) == example.value
