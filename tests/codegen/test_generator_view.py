from __future__ import annotations

import copy
from typing import Any

import pytest

from codegen.bundle import bundle_spec
from codegen.generator_view import generator_view
from codegen_support import Project

VIDEO = "openapi/schemas/Video.yaml"


def view(project: Project) -> dict[str, Any]:
    return generator_view(bundle_spec(project.root))


def test_a_description_beside_a_reference_to_a_plain_schema_is_kept(project: Project) -> None:
    project.write("openapi/schemas/Int64.yaml", "description: A number.\ntype: [string, integer]\n")
    project.edit(VIDEO, "type: [string, integer]", "$ref: Int64.yaml\n    description: Whole seconds.")
    duration = view(project)["components"]["schemas"]["Video"]["properties"]["duration"]
    assert duration["description"] == "Whole seconds."
    assert duration["type"] == ["string", "integer"]
    assert "$ref" not in duration


def test_a_pattern_stands_in_the_property_itself(project: Project) -> None:
    project.write("openapi/schemas/Figure.yaml", "type: [string, integer]\npattern: ^[0-9]+$\n")
    project.edit(VIDEO, "type: [string, integer]", "$ref: Figure.yaml")
    duration = view(project)["components"]["schemas"]["Video"]["properties"]["duration"]
    assert duration["pattern"] == "^[0-9]+$"


@pytest.mark.parametrize("name", ["Status", "Failure", "ChatEvent"])
def test_a_schema_that_becomes_a_class_stays_a_reference(project: Project, name: str) -> None:
    project.edit(VIDEO, "type: [string, integer]", f"$ref: {name}.yaml\n    description: Other.")
    duration = view(project)["components"]["schemas"]["Video"]["properties"]["duration"]
    assert duration["$ref"] == f"#/components/schemas/{name}"


def test_the_description_of_a_parameter_is_handed_to_its_schema(project: Project) -> None:
    assert view(project)["components"]["parameters"]["video_no"]["schema"]["description"] == "Which video."


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("one\ntwo", "one two"),
        ("one\n\ntwo\nthree", "one\n\ntwo three"),
        ("one:\n- a\n- b", "one:\n- a\n- b"),
        ("one:\n* a", "one:\n* a"),
        ("one\n  two", "one\n  two"),
        (" one \n", "one"),
    ],
)
def test_paragraphs_become_one_line(project: Project, text: str, shown: str) -> None:
    bundle = bundle_spec(project.root)
    bundle.document["components"]["schemas"]["Video"]["description"] = text
    assert generator_view(bundle)["components"]["schemas"]["Video"]["description"] == shown


def test_the_bundle_itself_is_left_alone(project: Project) -> None:
    bundle = bundle_spec(project.root)
    before = copy.deepcopy(bundle.document)
    generator_view(bundle)
    assert bundle.document == before


def test_a_secret_is_told_by_its_description(project: Project) -> None:
    project.edit(VIDEO, "video_no: {type: string}", "video_no: {type: string, format: password, description: A key.}")
    properties = view(project)["components"]["schemas"]["Video"]["properties"]
    assert properties["video_no"]["description"] == "Secret, left out of the repr. A key."
