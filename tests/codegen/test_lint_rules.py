"""For every rule a spec that breaks it, and one spec that keeps them all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pytest
from codegen_support import Project

from codegen.bundle import Bundle, bundle_spec
from codegen.findings import Location
from codegen.lint import RULES, lint
from codegen.rules.examples import sse_events
from codegen.rules.files import references_are_internal
from codegen.spec import Spec
from codegen.validate import validate

GET = "openapi/paths/videos/get_video.yaml"
CHAT = "openapi/paths/chat/chat_stream.yaml"
ROOT = "openapi/memories.yaml"
SOURCES = "openapi/sources.yaml"
VIDEO = "openapi/schemas/Video.yaml"
FAILURE = "openapi/schemas/Failure.yaml"
RESPONSE = "openapi/schemas/VideoResponse.yaml"
EVENT = "openapi/schemas/ChatEvent.yaml"
STATUS = "openapi/schemas/Status.yaml"
PARAMETER = "openapi/parameters/video_no.yaml"
EXAMPLE = "openapi/examples/failed.yaml"


class Breach(NamedTuple):
    """Text to replace in a file of the good spec, and the beginning of what lint must say then."""

    file: str
    old: str
    new: str
    message: str


BREACHES: dict[str, list[Breach]] = {
    "operation_ids_are_unique_snake_case_stems": [
        Breach(CHAT, "operationId: chat_stream", "operationId: get_video", f"{CHAT}:2: operationId 'get_video' is taken by {GET}:2."),
        Breach(CHAT, "operationId: chat_stream", "operationId: chatStream", f"{CHAT}:2: operationId 'chatStream' is not snake_case."),
        Breach(CHAT, "operationId: chat_stream", "operationId: chat", f"{CHAT}:2: operationId 'chat' stands in chat_stream.yaml."),
        Breach(CHAT, "  operationId: chat_stream\n", "", f"{CHAT}:1: operationId None is not snake_case. Call it chat_stream"),
    ],
    "first_tag_is_declared_and_names_the_directory": [
        Breach(CHAT, "tags: [chat]", "tags: [talk]", f"{CHAT}:3: the first tag is 'talk'. Use one of the root's tags: videos, chat."),
        Breach(CHAT, "tags: [chat]", "tags: [videos]", f"{CHAT}:3: the tag 'videos' stands in directory 'chat'."),
        Breach(CHAT, "  tags: [chat]\n", "", f"{CHAT}:1: the first tag is None."),
    ],
    "summary_and_description_are_given": [
        Breach(GET, "  summary: Get a video\n", "", f"{GET}:1: the operation has no summary."),
        Breach(GET, "description: Tells what is known.", "description: ' '", f"{GET}:5: the operation has no description."),
    ],
    "security_is_given": [
        Breach(GET, "  security: [{apiKey: []}]\n", "", f"{GET}:1: the operation has no security."),
        Breach(GET, "security: [{apiKey: []}]", "security: [{key: []}]", f"{GET}:6: unknown security scheme 'key'."),
    ],
    "evidence_is_given": [
        Breach(GET, "  x-evidence: {grade: documented, sources: [docs]}\n", "", f"{GET}:1: x-evidence has no known grade."),
        Breach(GET, "grade: documented", "grade: guessed", f"{GET}:7: x-evidence has no known grade."),
        Breach(GET, "{grade: documented, sources: [docs]}", "{grade: documented, sources: []}", f"{GET}:7: x-evidence names no sources."),
        Breach(GET, "{grade: documented, sources: [docs]}", "{grade: documented, sources: [doc]}", f"{GET}:7: x-evidence names the unknown source 'doc'."),
    ],
    "idempotency_is_given": [
        Breach(GET, "x-idempotent: true", "x-idempotent: yes", f"{GET}:8: x-idempotent is not true or false."),
        Breach(GET, "  x-idempotent: true\n", "", f"{GET}:1: x-idempotent is not true or false."),
    ],
    "rate_limits_are_well_formed": [
        Breach(CHAT, "  x-rate-limit: []\n", "", f"{CHAT}:1: x-rate-limit is not a list."),
        Breach(GET, "requests: 5", "requests: 0", f"{GET}:9: the rate limit "),
        Breach(GET, "requests: 5", "requests: true", f"{GET}:9: the rate limit "),
        Breach(GET, "per: second", "per: fortnight", f"{GET}:9: the rate limit "),
        Breach(GET, "group: list, ", "", f"{GET}:9: the rate limit "),
        Breach(GET, "source: docs}]", "source: doc}]", f"{GET}:9: the rate limit "),
    ],
    "host_envelope_and_timeout_are_known": [
        Breach(GET, "x-host: platform", "x-host: moon", f"{GET}:10: x-host is 'moon'. Use one of platform, security, backend."),
        Breach(GET, "x-envelope: platform", "x-envelope: paper", f"{GET}:11: x-envelope is 'paper'."),
        Breach(GET, "  x-timeout-tier: short\n", "", f"{GET}:1: x-timeout-tier is None."),
    ],
    "quirks_are_lines": [
        Breach(GET, 'x-quirks: ["duration: text or number"]', "x-quirks: [{duration: text}]", f"{GET}:13: x-quirks is not a list of lines."),
    ],
    "every_file_is_reached": [
        Breach(GET, "$ref: ../../examples/failed.yaml", 'value: {code: "0001", msg: x}', f"{EXAMPLE}:1: nothing refers to this file."),
    ],
    "sources_are_well_formed": [
        Breach(SOURCES, "kind: documentation", "kind: rumour", f"{SOURCES}:1: source 'docs' is of no known kind."),
        Breach(SOURCES, ", date: 2025-10", "", f"{SOURCES}:1: source 'docs' is incomplete."),
    ],
    "property_names_are_usable": [
        Breach(VIDEO, "video_no: {type: string}", "video_no: {type: string}\n  videoNo: {type: string}", f"{VIDEO}:6: properties 'video_no' and 'videoNo' would both become 'video_no' in Python."),
        Breach(VIDEO, "duration:", "to_dict:", f"{VIDEO}:9: property 'to_dict' takes a name that the generated code needs"),
        Breach(VIDEO, "duration:", "fromDict:", f"{VIDEO}:9: property 'fromDict' takes a name that the generated code needs ('from_dict')."),
        Breach(VIDEO, "duration:", "additional_properties:", f"{VIDEO}:9: property 'additional_properties' takes"),
        Breach(VIDEO, "duration:", "additional_keys:", f"{VIDEO}:9: property 'additional_keys' takes"),
        Breach(VIDEO, "duration:", "d:", f"{VIDEO}:9: property 'd' takes"),
    ],
    "parameter_names_are_usable": [
        Breach(GET, "    - $ref: ../../parameters/video_no.yaml\n", "    - $ref: ../../parameters/video_no.yaml\n    - {name: client, in: query, schema: {type: string}, example: x}\n", f"{GET}:16: parameter 'client' takes a name that the generated code needs."),
    ],
    "schema_names_do_not_collide": [
        Breach(VIDEO, "video_no: {type: string}", "video_no: {$ref: chat_request.yaml}", "openapi/schemas/chat_request.yaml:1: schemas 'ChatRequest' and 'chat_request' collide in Python."),
        Breach(VIDEO, "video_no: {type: string}", "video_no: {$ref: CHATRequest.yaml}", "openapi/schemas/ChatRequest.yaml:1: schemas 'CHATRequest' and 'ChatRequest' collide in Python."),
    ],
    "variants_can_be_told_apart": [
        Breach(FAILURE, "{type: string, not: {const: \"0000\"}}", "{type: string}", f"{GET}:22: 'VideoResponse' and 'Failure' cannot be told apart."),
        Breach(FAILURE, "not: {const: \"0000\"}", "not: {enum: [\"0001\"]}", f"{GET}:22: 'VideoResponse' and 'Failure' cannot be told apart."),
        Breach(EVENT, "- type: string\n    const: Done", "- type: object", f"{EVENT}:1: variant 0 and variant 1 cannot be told apart."),
        Breach(EVENT, "const: Done", "description: text\n  - {type: string, description: other}", f"{EVENT}:1: variant 1 and variant 2 cannot be told apart."),
        Breach(EVENT, "- type: string\n    const: Done", "- type: object\n    required: [type]\n    properties: {type: {type: string, const: content}}", f"{EVENT}:1: variant 0 and variant 1 cannot be told apart."),
        Breach(EVENT, "- type: string\n    const: Done", "- {type: array, items: {type: string}}\n  - {type: array, items: {type: integer}}", f"{EVENT}:1: variant 1 and variant 2 cannot be told apart."),
        Breach(VIDEO, "type: [string, integer]", "anyOf: [{type: number}, {type: integer}]", f"{VIDEO}:10: variant 0 and variant 1 cannot be told apart."),
        Breach(VIDEO, "type: [string, integer]", "anyOf: [{$ref: Video.yaml}, {oneOf: [{type: object}, {type: string}]}]", f"{VIDEO}:10: 'Video' and variant 0 cannot be told apart."),
    ],
    "single_values_are_const": [
        Breach(STATUS, "enum: [PARSE, FAIL]", "enum: [PARSE]", f"{STATUS}:3: an enum of one value. Write const"),
    ],
    "nullable_enums_are_named": [
        Breach(STATUS, "enum: [PARSE, FAIL]", "enum: [PARSE, FAIL, null]", f"{STATUS}:3: the enum is nullable."),
        Breach(STATUS, "type: string", "type: [string, 'null']", f"{STATUS}:3: the enum is nullable."),
        Breach(STATUS, "type: string", "type: string\nnullable: true", f"{STATUS}:3: nullable is no keyword of OpenAPI 3.1."),
        Breach(VIDEO, "oneOf: [{$ref: Status.yaml}, {type: \"null\"}]", "oneOf: [{type: string, enum: [a, b]}, {type: \"null\"}]", f"{VIDEO}:8: an inline enum is combined with null."),
    ],
    "defaults_are_sent_on_purpose": [
        Breach(PARAMETER, "schema: {type: string}", "schema: {type: string, default: x}", f"{PARAMETER}:5: the default would always be sent."),
        Breach(VIDEO, "video_no: {type: string}", "video_no: {type: string, default: x}", f"{VIDEO}:5: the default would always be sent."),
    ],
    "property_evidence_is_known": [
        Breach(VIDEO, "sources: [docs]", "sources: [doc]", f"{VIDEO}:11: x-evidence names the unknown source 'doc'."),
    ],
    "responses_have_an_example": [
        Breach(CHAT, 'example: |', "x-example: |", f"{CHAT}:18: no response has an example."),
    ],
    "requests_have_an_example": [
        Breach(CHAT, "        example: {prompt: What happens}\n", "", f"{CHAT}:12: the request body has no example."),
        Breach(PARAMETER, "example: VI1\n", "", f"{PARAMETER}:1: parameter 'video_no' has no example."),
    ],
    "examples_fit_their_schema": [
        Breach(CHAT, "{prompt: What happens}", "{prompt: 5}", f'{CHAT}:17: the example breaks its schema at /prompt: 5 is not of type "string".'),
        Breach(GET, "status: PARSE", "status: DONE", f"{GET}:26: the example breaks its schema at /data/status: "),
        Breach(EXAMPLE, "msg: unknown", "msg: 5", f"{EXAMPLE}:2: the example breaks its schema at /msg: "),
        Breach(EXAMPLE, '"0001"', '"0000"', f"{EXAMPLE}:2: the example breaks its schema"),
        Breach(PARAMETER, "example: VI1", "example: 5", f"{PARAMETER}:6: the example breaks its schema: 5 is not"),
        Breach(STATUS, "type: string", "type: string\nexamples: [PARSE, LOST]", f"{STATUS}:3: the example breaks its schema: "),
        Breach(STATUS, "type: string", "type: string\nexample: LOST", f"{STATUS}:3: the example breaks its schema: "),
        Breach(VIDEO, "video_no: {type: string}", "video_no: {type: string, format: uri, example: 'no uri'}", f"{VIDEO}:5: the example breaks its schema: "),
        Breach(CHAT, '"content": "A"', '"content": 5', f"{CHAT}:32: the example breaks its schema in the data of event 1 at /content: "),
        Breach(CHAT, 'data: "Done"', 'data: "Over"', f"{CHAT}:32: the example breaks its schema in the data of event 2: "),
        Breach(CHAT, 'data: "Done"', "data: [DONE]", f"{CHAT}:32: the data of event 2 is not JSON "),
        Breach(CHAT, 'data: "Done"', 'event: "Done"', f"{CHAT}:32: the example breaks its schema in event 2: "),
        Breach(CHAT, "example: |", "example: [5]\n            x-example: |", f"{CHAT}:32: the example of a stream is not text."),
        Breach(CHAT, "example: |", "example: ''\n            x-example: |", f"{CHAT}:32: the example of a stream holds no event."),
    ],
}  # fmt: skip
CASES = [(rule, breach) for rule, breaches in BREACHES.items() for breach in breaches]


def found(project: Project) -> Sequence[str]:
    bundle = bundle_spec(project.root)
    assert validate(bundle) == []
    return [str(finding) for finding in lint(bundle)]


def test_a_good_spec_keeps_every_rule(project: Project) -> None:
    assert found(project) == []


@pytest.mark.parametrize(("rule", "breach"), CASES, ids=[f"{rule}-{breach.new[:30]!r}" for rule, breach in CASES])
def test_a_breach_is_told_with_its_line(project: Project, rule: str, breach: Breach) -> None:
    project.write("openapi/schemas/chat_request.yaml", "type: string\n")
    project.write("openapi/schemas/CHATRequest.yaml", "type: string\n")
    project.edit(breach.file, breach.old, breach.new)
    messages = found(project)
    assert any(message.startswith(breach.message) for message in messages), "\n".join(messages)
    spec = Spec(bundle_spec(project.root))
    by_rule = [str(finding) for candidate in RULES if candidate.__name__ == rule for finding in candidate(spec)]
    assert any(message.startswith(breach.message) for message in by_rule)


def test_every_rule_has_a_breach() -> None:
    # An external reference never comes out of the bundler: that rule has a test of its own below.
    assert {rule.__name__ for rule in RULES} == {*BREACHES, "references_are_internal"}


def test_an_external_reference_left_in_the_bundle_is_told() -> None:
    bundle = Bundle({"paths": {"/x": {"$ref": "x.yaml"}}}, {(): Location(ROOT, 1)})
    (finding,) = references_are_internal(Spec(bundle))
    assert str(finding).startswith(f"{ROOT}:1: the external $ref 'x.yaml' is left in the bundle.")


def test_all_breaches_are_told_at_once(project: Project) -> None:
    breaches = [breaches[0] for rule, breaches in BREACHES.items() if rule != "schema_names_do_not_collide"]
    done = set()
    for breach in breaches:
        if (breach.file, breach.old) not in done and breach.file not in {VIDEO, FAILURE}:
            done.add((breach.file, breach.old))
            project.edit(breach.file, breach.old, breach.new)
    messages = found(project)
    assert len(messages) >= 10
    assert messages == sorted(set(messages), key=messages.index)


@pytest.mark.parametrize(
    "variants",
    [
        '[{type: string}, {type: integer}, {type: "null"}]',
        "[{type: string, const: a}, {type: string, const: b}]",
        "[{$ref: Status.yaml}, {type: integer}]",
        "[{type: array, items: {$ref: Failure.yaml}}, {type: array, items: {$ref: ChatRequest.yaml}}]",
        "[{$ref: Failure.yaml}, {$ref: ChatRequest.yaml}]",
        "[{allOf: [{$ref: VideoResponse.yaml}]}, {$ref: Failure.yaml}]",
        "[{oneOf: [{$ref: VideoResponse.yaml}, {type: string}]}, {$ref: Failure.yaml}]",
    ],
)
def test_variants_that_can_be_told_apart_are_accepted(project: Project, variants: str) -> None:
    project.edit(VIDEO, "type: [string, integer]", f"anyOf: {variants}")
    assert found(project) == []


def test_a_boolean_const_does_not_tell_variants_apart(project: Project) -> None:
    """The generator does not see a const beside ``type: boolean``."""
    for name, value in (("Yes", "true"), ("No", "false")):
        text = f"type: object\nrequired: [ok]\nproperties: {{ok: {{type: boolean, const: {value}}}}}\n"
        project.write(f"openapi/schemas/{name}.yaml", text)
    project.edit(VIDEO, "type: [string, integer]", "oneOf: [{$ref: Yes.yaml}, {$ref: No.yaml}]")
    assert found(project) == [finding for finding in found(project) if "'Yes' and 'No' cannot be told apart" in finding]
    assert len(found(project)) == 1


def test_a_default_may_be_sent_on_purpose(project: Project) -> None:
    project.edit(PARAMETER, "{type: string}", "{type: string, default: x, x-send-default: true}")
    assert found(project) == []


def test_a_second_operation_of_a_file_has_a_name_of_its_own(project: Project) -> None:
    path = project.root / GET
    text = path.read_text(encoding="utf-8")
    path.write_text(text + text.replace("get:", "delete:").replace("get_video", "delete_video"), encoding="utf-8")
    assert found(project) == []


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("data: a\n\ndata:b\n\n", [{"data": "a"}, {"data": "b"}]),
        ("data:  a\n\n", [{"data": " a"}]),
        ("data: a\ndata: b\n\n", [{"data": "a\nb"}]),
        ("event: x\r\nid: 1\r\ndata: a\r\n\r\n", [{"event": "x", "id": "1", "data": "a"}]),
        (": a comment\n\ndata\n\n", [{"data": ""}]),
        ("", []),
    ],
)
def test_events_of_a_stream(text: str, events: list[dict[str, str]]) -> None:
    assert sse_events(text) == events
