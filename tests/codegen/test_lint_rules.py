"""For every rule a spec that breaks it, and one spec that keeps them all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from codegen.bundle import Bundle, bundle_spec
from codegen.findings import Location
from codegen.lint import RULES, lint
from codegen.rules.examples import sse_events
from codegen.rules.files import references_are_internal
from codegen.source import read_yaml
from codegen.spec import Spec
from codegen.validate import validate
from codegen_support import Project

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


BREACHES: dict[str, list[dict[str, str]]] = read_yaml(Path(__file__).with_name("lint_breaches.yaml"), "").data
CASES = [(rule, breach) for rule, breaches in BREACHES.items() for breach in breaches]


def found(project: Project) -> Sequence[str]:
    bundle = bundle_spec(project.root)
    assert validate(bundle) == []
    return [str(finding) for finding in lint(bundle)]


def test_a_good_spec_keeps_every_rule(project: Project) -> None:
    assert found(project) == []


@pytest.mark.parametrize(("rule", "breach"), CASES, ids=[f"{rule}-{breach['new'][:30]!r}" for rule, breach in CASES])
def test_a_breach_is_told_with_its_line(project: Project, rule: str, breach: dict[str, str]) -> None:
    project.write("openapi/schemas/chat_request.yaml", "type: string\n")
    project.write("openapi/schemas/CHATRequest.yaml", "type: string\n")
    project.edit(breach["file"], breach["old"], breach["new"])
    messages = found(project)
    assert any(message.startswith(breach["says"]) for message in messages), "\n".join(messages)
    spec = Spec(bundle_spec(project.root))
    by_rule = [str(finding) for candidate in RULES if candidate.__name__ == rule for finding in candidate(spec)]
    assert any(message.startswith(breach["says"]) for message in by_rule)


def test_every_rule_has_a_breach() -> None:
    # An external reference never comes out of the bundler: that rule has a test of its own below.
    assert {rule.__name__ for rule in RULES} == {*BREACHES, "references_are_internal"}


def test_an_external_reference_left_in_the_bundle_is_told() -> None:
    bundle = Bundle({"paths": {"/x": {"$ref": "x.yaml"}}}, {(): Location(ROOT, 1)})
    (finding,) = references_are_internal(Spec(bundle))
    assert str(finding).startswith(f"{ROOT}:1: the external $ref 'x.yaml' is left in the bundle.")


def test_all_breaches_are_told_at_once(project: Project) -> None:
    rules = (
        "summary_and_description_are_given",
        "evidence_is_given",
        "single_values_are_const",
        "idempotency_is_given",
    )
    for breach in (BREACHES[rule][0] for rule in rules):
        project.edit(breach["file"], breach["old"], breach["new"])
    assert [message.split(": ")[0] for message in found(project)] == [
        *(f"{GET}:1", f"{GET}:1", f"{GET}:6"),
        *(f"{STATUS}:3",),
    ]


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
    entry = '- {method: DELETE, host: platform, path: "/videos/{video_no}", operation: delete_video}\n'
    project.edit("openapi/checklist.yaml", "- {method: POST", f"{entry}- {{method: POST")
    assert found(project) == []


@pytest.mark.parametrize("end", ["[DONE]", '"[DONE]"'])
def test_the_end_of_a_stream_may_be_bare_text_or_json(project: Project, end: str) -> None:
    schema = "contentSchema: {$ref: ../../schemas/ChatEvent.yaml}\n"
    marker = '{type: string, const: "[DONE]"}'
    stream = f"anyOf: [{{$ref: ../../schemas/ChatEvent.yaml}}, {marker}]"
    project.edit(CHAT, schema, f"contentSchema: {{{stream}}}\n                x-bare-text: {marker}\n")
    project.edit(CHAT, "          example: |\n", f"          x-end-marker: {marker}\n          example: |\n")
    project.edit(CHAT, 'data: "Done"', f"data: {end}")
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
