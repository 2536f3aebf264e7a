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
# Each with every operation that it is held against, and those whose requests are alike too.
HELD = [(recording, operation) for recording in RECORDINGS for operation in recording.operations]
ASKED = [each for each in HELD if each[0].fits_request_at(SPECIFICATION.operations[each[1]].path)]
MEDIA_TYPES = {"json": JSON, "form": URLENCODED, "multipart": MULTIPART}


def held_id(held: tuple[Recording, str]) -> str:
    recording, operation = held
    return f"recorded-{recording.name}" + (f"-as-{operation}" if operation != recording.operation else "")


def objects_of(recording: Recording, operation: str) -> Iterator[Modelled]:
    schema = json_schema_of(operation, SPECIFICATION)
    return modelled_objects(SPECIFICATION, schema, recording.response.body, recording.response.open_paths)


@pytest.mark.parametrize("held", HELD, ids=held_id)
def test_the_specification_describes_it(held: tuple[Recording, str]) -> None:
    recording, operation = held
    schema = json_schema_of(operation, SPECIFICATION)
    assert body_problems(SPECIFICATION, schema, recording.response.body, recording.response.open_paths) == []


@pytest.mark.parametrize("held", HELD, ids=held_id)
def test_it_names_a_source_and_an_operation_of_the_specification(held: tuple[Recording, str]) -> None:
    recording, operation = held
    source = SPECIFICATION.document["x-sources"][recording.provenance.source]
    assert source["kind"] == "recording"
    assert recording.provenance.recorded == source["date"]
    assert recording.request.method == SPECIFICATION.operations[operation].method
    assert recording.response.status in (None, 200)


@pytest.mark.parametrize("held", ASKED, ids=held_id)
def test_the_specification_takes_its_request(held: tuple[Recording, str]) -> None:
    recording, operation = held
    request = recording.request
    if request.encoding == "query":
        parameters = SPECIFICATION.parameters(operation)
        assert isinstance(request.content, dict)
        assert (
            {name for name, required in parameters.items() if required} <= request.content.keys() <= parameters.keys()
        )
    else:
        schema = SPECIFICATION.request_schema(operation, MEDIA_TYPES[request.encoding])
        assert schema is not None
        assert body_problems(SPECIFICATION, schema, request.content) == []


@pytest.mark.parametrize(
    ("recording", "modelled"),
    [
        pytest.param(held[0], modelled, id=f"{held_id(held)}-{modelled.schema}{show(modelled.path)}")
        for held in HELD
        for modelled in objects_of(*held)
    ],
)
def test_nothing_is_lost_in_the_models(recording: Recording, modelled: Modelled) -> None:
    assert through_model(modelled.schema, modelled.value) == modelled.value, recording.name


def test_every_recording_that_shows_a_complete_object_goes_through_the_models() -> None:
    schemas = {each.name: [modelled.schema for modelled in objects_of(each, each.operation)] for each in RECORDINGS}
    cut = {recording.name for recording in RECORDINGS if not recording.provenance.complete}
    assert {name: found for name, found in schemas.items() if name in cut} == {
        # Both end within their first object.
        "chat.highlights": [],
        "marketer_chat.where_is_the_war": [],
        "legacy_generate_summary.topic": ["SummaryItem"],
        "legacy_get_session_detail.sushi": ["SessionDetail"],
        "legacy_get_video_transcription.elephants_dream": ["TranscriptionSegment"] * 3,
        "legacy_list_sessions.first_page": ["SessionPage"],
        "legacy_list_videos.first_page": ["VideoRow"] * 5,
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
