from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from codegen.bundle import bundle_spec, load_bundle, references
from codegen.findings import Location, SpecError
from codegen_support import Project


def findings(project: Project) -> list[str]:
    with pytest.raises(SpecError) as caught:
        bundle_spec(project.root)
    return [str(finding) for finding in caught.value.findings]


def test_files_become_components_named_by_their_stems(project: Project) -> None:
    document = load_bundle(project.root)
    assert list(document["components"]["schemas"]) == sorted(document["components"]["schemas"])
    assert set(document["components"]) == {"securitySchemes", "schemas", "parameters", "responses", "examples"}
    assert document["components"]["schemas"]["VideoResponse"]["properties"]["data"] == {
        "$ref": "#/components/schemas/Video"
    }
    operation = document["paths"]["/videos/{video_no}"]["get"]
    assert operation["parameters"] == [{"$ref": "#/components/parameters/video_no"}]


def test_other_files_are_put_in_place(project: Project) -> None:
    document = load_bundle(project.root)
    assert list(document["paths"]) == ["/videos/{video_no}", "/chat"]
    assert document["x-sources"]["docs"]["date"] == "2025-10"


def test_references_below_x_keys_are_followed(project: Project) -> None:
    content = load_bundle(project.root)["paths"]["/chat"]["post"]["responses"]["200"]["content"]
    data = content["text/event-stream"]["x-itemSchema"]["properties"]["data"]
    assert data["contentSchema"] == {"$ref": "#/components/schemas/ChatEvent"}


def test_all_references_are_internal(project: Project) -> None:
    assert all(reference.startswith("#/") for _, reference in references(load_bundle(project.root)))


def test_a_reference_may_point_into_a_file(project: Project) -> None:
    project.edit(
        "openapi/schemas/Failure.yaml", "msg: {type: string}", "msg: {$ref: 'Video.yaml#/properties/video_no'}"
    )
    schemas = load_bundle(project.root)["components"]["schemas"]
    assert schemas["Failure"]["properties"]["msg"] == {"$ref": "#/components/schemas/Video/properties/video_no"}


def test_a_reference_may_point_into_its_own_file(project: Project) -> None:
    project.edit("openapi/schemas/Video.yaml", "video_no: {type: string}", "video_no: {$ref: '#/properties/status'}")
    project.edit("openapi/paths/videos/get_video.yaml", "x-host: platform", "x-host: {$ref: '#/get/x-envelope'}")
    document = load_bundle(project.root)
    assert document["components"]["schemas"]["Video"]["properties"]["video_no"] == {
        "$ref": "#/components/schemas/Video/properties/status"
    }
    assert document["paths"]["/videos/{video_no}"]["get"]["x-host"] == "platform"


def test_what_stands_beside_a_reference_to_a_component_is_kept(project: Project) -> None:
    project.edit(
        "openapi/schemas/VideoResponse.yaml", "{$ref: Video.yaml}", "{$ref: Video.yaml, description: The one.}"
    )
    data = load_bundle(project.root)["components"]["schemas"]["VideoResponse"]["properties"]["data"]
    assert data == {"$ref": "#/components/schemas/Video", "description": "The one."}


def test_a_schema_may_refer_to_itself(project: Project) -> None:
    project.edit("openapi/schemas/Video.yaml", "video_no: {type: string}", "video_no: {$ref: Video.yaml}")
    video = load_bundle(project.root)["components"]["schemas"]["Video"]
    assert video["properties"]["video_no"] == {"$ref": "#/components/schemas/Video"}


def test_every_place_is_traced_to_its_line(project: Project) -> None:
    bundle = bundle_spec(project.root)
    place = ("paths", "/videos/{video_no}", "get", "operationId")
    assert bundle.locate(place) == Location("openapi/paths/videos/get_video.yaml", 2)
    assert bundle.locate(("components", "schemas", "Video", "properties", "status")).line == 6
    assert bundle.locate((*place[:-1], "not there")) == Location("openapi/paths/videos/get_video.yaml", 1)


def test_the_result_depends_on_the_content_alone(project: Project, tmp_path: Path) -> None:
    first = json.dumps(load_bundle(project.root))
    moved = tmp_path / "elsewhere"
    (project.root / "openapi").rename(moved)
    assert json.dumps(load_bundle(moved)) == first
    assert str(tmp_path) not in first


def test_files_that_nothing_refers_to_are_told(project: Project) -> None:
    project.write("openapi/schemas/Lost.yaml", "type: string\n")
    assert bundle_spec(project.root).unreachable == (Location("openapi/schemas/Lost.yaml", 1),)


@pytest.mark.parametrize(
    ("reference", "message"),
    [
        ("../schemas/Vidoe.yaml", "names a file that does not exist. Did you mean Video.yaml?"),
        ("Qqq.yaml", "names a file that does not exist. Create openapi/schemas/Qqq.yaml, or correct the reference."),
        ("video.yaml", "names a file that does not exist. Did you mean Video.yaml?"),
        ("../sources/Video.yaml", "names a file that does not exist. Create openapi/sources/Video.yaml, or correct"),
        ("Video%00.yaml", "names a file that does not exist."),
        ("../../generator-config.yaml", "leaves openapi/. Refer to a file below openapi/ only."),
        ("/etc/hostname", "leaves openapi/."),
        ("%2e%2e/%2e%2e/generator-config.yaml", "leaves openapi/."),
        ("https://example.com/Video.yaml", "is remote. Copy the file below openapi/ and refer to that."),
    ],
)
def test_a_reference_to_no_file_of_ours_is_refused(project: Project, reference: str, message: str) -> None:
    line = project.edit("openapi/schemas/VideoResponse.yaml", "$ref: Video.yaml", f'$ref: "{reference}"')
    (finding,) = findings(project)
    assert finding.startswith(f"openapi/schemas/VideoResponse.yaml:{line}: $ref '{reference}' {message}")


def test_a_symbolic_link_must_not_lead_outside(project: Project) -> None:
    (project.root / "openapi/schemas/Link.yaml").symlink_to(project.root / "generator-config.yaml")
    project.edit("openapi/schemas/VideoResponse.yaml", "Video.yaml", "Link.yaml")
    assert "leaves openapi/" in findings(project)[0]


@pytest.mark.parametrize("pointer", ["/properties/nothing", "/required/7", "/type/x", "nowhere"])
def test_a_pointer_to_nothing_is_refused(project: Project, pointer: str) -> None:
    line = project.edit("openapi/schemas/VideoResponse.yaml", "Video.yaml", f"'Video.yaml#{pointer}'")
    (message,) = findings(project)
    assert message.startswith(f"openapi/schemas/VideoResponse.yaml:{line}: $ref points to nothing at ")


def test_a_pointer_to_nothing_in_a_file_put_in_place_is_refused(project: Project) -> None:
    project.edit("openapi/memories.yaml", "get_video.yaml", "get_video.yaml#/nothing")
    assert findings(project) == [
        "openapi/memories.yaml:6: $ref points to nothing at '#/nothing'. Correct the part behind the #."
    ]


def test_a_cycle_of_files_is_refused(project: Project) -> None:
    project.write("openapi/paths/videos/get_video.yaml", "get: {$ref: other.yaml}\n")
    project.write("openapi/paths/videos/other.yaml", "x-more: {$ref: get_video.yaml}\n")
    (finding,) = findings(project)
    assert finding == (
        "openapi/paths/videos/other.yaml:1: cyclic $ref: openapi/paths/videos/get_video.yaml -> "
        "openapi/paths/videos/other.yaml -> openapi/paths/videos/get_video.yaml. "
        "Break the cycle; only components may refer to themselves."
    )


def test_a_component_that_is_only_itself_is_refused(project: Project) -> None:
    project.write("openapi/schemas/Video.yaml", "# Nothing else.\n$ref: Video.yaml\n")
    (finding,) = findings(project)
    assert finding == (
        "openapi/schemas/Video.yaml:2: cyclic $ref: #/components/schemas/Video -> #/components/schemas/Video. "
        "Break the cycle; a component may refer to itself only further in, below properties or items."
    )


@pytest.mark.parametrize(
    ("video", "page"),
    [
        ("$ref: Page.yaml", "$ref: Video.yaml"),
        ("{$ref: Page.yaml, description: Two.}", "$ref: Video.yaml"),
        ("allOf: [{type: object}, {$ref: Page.yaml}]", "oneOf: [{$ref: Video.yaml}, {type: string}]"),
        ("not: {$ref: '#/not'}", "$ref: Video.yaml"),
    ],
)
def test_components_that_are_only_each_other_are_refused(project: Project, video: str, page: str) -> None:
    project.write("openapi/schemas/Video.yaml", f"{video}\n")
    project.write("openapi/schemas/Page.yaml", f"{page}\n")
    (finding,) = findings(project)
    assert re.match(r"openapi/schemas/(Video|Page).yaml:1: cyclic \$ref: #/components/schemas/", finding)


def test_a_parameter_that_is_only_itself_is_refused(project: Project) -> None:
    project.write("openapi/parameters/video_no.yaml", "$ref: video_no.yaml\n")
    assert findings(project)[0].startswith("openapi/parameters/video_no.yaml:1: cyclic $ref: #/components/parameters/")


def test_one_name_in_two_files_is_refused(project: Project) -> None:
    project.write("openapi/schemas/more/Video.yaml", "type: string\n")
    project.edit("openapi/schemas/Failure.yaml", "msg: {type: string}", "msg: {$ref: more/Video.yaml}")
    (message,) = findings(project)
    assert message.endswith("define the same component. Rename one of them.")


def test_a_component_of_the_root_and_of_a_file_is_refused(project: Project) -> None:
    project.edit("openapi/memories.yaml", "components:\n", "components:\n  schemas: {Video: {type: string}}\n")
    assert findings(project) == [
        "openapi/schemas/Video.yaml:1: memories.yaml defines components.schemas.Video too. Keep one of them."
    ]


def test_a_key_beside_a_reference_that_is_replaced_is_refused(project: Project) -> None:
    project.edit("openapi/memories.yaml", "{$ref: sources.yaml}", "{$ref: sources.yaml, more: 1}")
    assert findings(project) == [
        "openapi/memories.yaml:4: 'more' stands beside a $ref to a file that replaces it. Move it into that file."
    ]


def test_all_faults_are_told_at_once(project: Project) -> None:
    project.write("openapi/schemas/Failure.yaml", "a: 1\na: 2\n")
    project.write("openapi/schemas/Video.yaml", "a: [\n")
    project.edit("openapi/paths/chat/chat_stream.yaml", "ChatEvent.yaml", "Nothing.yaml")
    assert [message.split(": ")[0] for message in findings(project)] == [
        "openapi/paths/chat/chat_stream.yaml:31",
        "openapi/schemas/Failure.yaml:2",
        "openapi/schemas/Video.yaml:2",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- 1\n", "openapi/memories.yaml:1: is not a mapping. Write an OpenAPI document."),
        ("openapi: 3.1.1\ncomponents: 5\n", "openapi/memories.yaml:2: components is malformed. Map kinds to names."),
    ],
)
def test_a_root_of_another_shape_is_refused(project: Project, text: str, message: str) -> None:
    project.write("openapi/memories.yaml", text)
    assert findings(project) == [message]


def test_a_project_without_a_spec_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SpecError, match=r"^openapi/memories.yaml:1: the file does not exist\. Create it, or run in"):
        load_bundle(tmp_path)
