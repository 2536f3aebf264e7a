"""What the service sends by itself: every operation that takes an address says what arrives there, and every payload
has a model.
"""

from collections.abc import Iterator

import pytest

from memories_ai_contract.cut_text import JsonPath, JsonValue
from memories_ai_contract.models import modelled_objects, through_model
from memories_ai_contract.specification import METHODS, load_specification
from memories_ai_contract.validation import JSON, body_problems

SPECIFICATION = load_specification()
# In lower case; sources disagree about the rest.
ADDRESSES = ("callback", "callback_url", "callbackuri")
# They answer at once; their sample carries the address of the sibling that does not, and nothing says that it is used.
AT_ONCE = ("caption_video_url_sync", "caption_video_file_sync")


def callback_requests() -> Iterator[tuple[str, JsonPath]]:
    """Every request of the service: a name for it, and the place of its body's media type."""
    for operation in SPECIFICATION.operations.values():
        for name, expressions in SPECIFICATION.value(operation.at).get("callbacks", {}).items():
            for expression in expressions:
                yield from bodies(f"{operation.id}-{name}", (*operation.at, "callbacks", name, expression))
    for name in SPECIFICATION.document["webhooks"]:
        yield from bodies(name, ("webhooks", name))


def bodies(name: str, path_item: JsonPath) -> Iterator[tuple[str, JsonPath]]:
    for method in METHODS:
        if method in SPECIFICATION.value(path_item) and "requestBody" in SPECIFICATION.value((*path_item, method)):
            yield name, (*path_item, method, "requestBody", "content", JSON)


def payloads() -> Iterator[tuple[str, JsonPath, JsonValue]]:
    for name, media_type in callback_requests():
        for example, holder in SPECIFICATION.value(media_type)["examples"].items():
            yield f"{name}-{example}", (*media_type, "schema"), holder["value"]


PAYLOADS = list(payloads())


@pytest.mark.parametrize(("schema", "value"), [each[1:] for each in PAYLOADS], ids=[each[0] for each in PAYLOADS])
def test_a_payload_fits_its_schema_and_passes_through_its_model(schema: JsonPath, value: JsonValue) -> None:
    assert body_problems(SPECIFICATION, schema, value) == []
    for modelled in modelled_objects(SPECIFICATION, schema, value):
        assert through_model(modelled.schema, modelled.value) == modelled.value


def test_every_documented_payload_has_a_named_schema() -> None:
    named = {
        modelled.schema for _, schema, value in PAYLOADS for modelled in modelled_objects(SPECIFICATION, schema, value)
    }
    assert named == {"CaptionReport", "ImportCallback", "MaviTranscription", "VideoCallback"}


@pytest.mark.parametrize("operation", SPECIFICATION.operations)
def test_an_operation_that_takes_an_address_says_what_arrives_there(operation: str) -> None:
    takes_one = operation not in AT_ONCE and any(name.lower() in ADDRESSES for name in names_of_inputs(operation))
    assert takes_one == ("callbacks" in SPECIFICATION.value(SPECIFICATION.operations[operation].at))


def names_of_inputs(operation: str) -> Iterator[str]:
    yield from SPECIFICATION.parameters(operation)
    at = SPECIFICATION.operations[operation].at
    if "requestBody" in SPECIFICATION.value(at):
        for media_type in SPECIFICATION.value((*at, "requestBody", "content")):
            schema = SPECIFICATION.request_schema(operation, media_type)
            yield from nested_names(schema) if schema else ()


def nested_names(schema: JsonPath) -> Iterator[str]:
    """The names of an object's members, and of those within them (the options beside a file)."""
    for name in SPECIFICATION.value(schema).get("properties", {}):
        yield name
        yield from nested_names(SPECIFICATION.resolve((*schema, "properties", name)))
