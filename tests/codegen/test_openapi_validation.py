from __future__ import annotations

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from codegen.bundle import bundle_spec
from codegen.lint import lint
from codegen.validate import validate
from codegen_support import Project

GET = "openapi/paths/videos/get_video.yaml"
VIDEO = "openapi/schemas/Video.yaml"


def test_a_good_spec_is_valid(project: Project) -> None:
    assert validate(bundle_spec(project.root)) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("openapi/memories.yaml", "3.1.1", "3.2.0", "openapi/memories.yaml:1: "),
        (
            GET,
            "      description: The video, or a failure.\n",
            "",
            f'{GET}:17: "description" is a required property. See',
        ),
        (GET, "summary: Get a video", "summary: [1]", f'{GET}:4: [1] is not of type "string". See'),
        (VIDEO, "video_no: {type: string}", "video_no: {type: text}", f'{VIDEO}:5: "text" is not valid'),
        (VIDEO, "video_no: {type: string}", "video_no: {pattern: '('}", f'{VIDEO}:5: "(" is not a "regex". See'),
        ("openapi/parameters/video_no.yaml", "{type: string}", "{type: text}", "openapi/parameters/video_no.yaml:5: "),
        ("openapi/parameters/video_no.yaml", "name: video_no", "name: other", f"{GET}:1: Path parameter"),
    ],
)
def test_a_fault_is_told_with_its_line(project: Project, file: str, old: str, new: str, message: str) -> None:
    project.edit(file, old, new)
    found = [str(finding) for finding in validate(bundle_spec(project.root))]
    assert found
    assert found[0].startswith(message)
    assert all("\n" not in text and len(text) < 400 for text in found)


@pytest.mark.parametrize("text", ["hello\n", "- a\n", "5\n", "get: hello\n", "get: {responses: [a]}\n"])
def test_a_path_file_of_another_shape_is_told(project: Project, text: str) -> None:
    project.write(GET, text)
    found = [str(finding) for finding in validate(bundle_spec(project.root))]
    assert found
    assert all(message.startswith(f"{GET}:1: ") for message in found)


def test_a_parameter_file_of_another_shape_is_told(project: Project) -> None:
    project.write("openapi/parameters/video_no.yaml", "a: 1\n")
    found = [str(finding) for finding in validate(bundle_spec(project.root))]
    assert found
    assert all(message.startswith("openapi/parameters/video_no.yaml:1: ") for message in found)


def test_a_reference_to_an_object_of_another_kind_is_told(project: Project) -> None:
    line = project.edit(GET, "../../parameters/video_no.yaml", "../../schemas/Video.yaml")
    (finding,) = validate(bundle_spec(project.root))
    assert str(finding) == (
        f"{GET}:{line}: $ref '#/components/schemas/Video' of the bundle does not lead to a parameter. "
        "Refer to a parameter."
    )


@pytest.mark.parametrize(
    ("schema", "message"),
    [
        ("[]", "{file}:24: x-itemSchema is not a mapping. Write the schema of one event."),
        ("{}", "openapi/schemas/ChatEvent.yaml:1: nothing refers to this file."),
    ],
)
def test_a_schema_of_events_that_tells_nothing(project: Project, schema: str, message: str) -> None:
    file = "openapi/paths/chat/chat_stream.yaml"
    text = (project.root / file).read_text(encoding="utf-8")
    start, end = text.index("x-itemSchema:"), text.index("          example: |")
    project.edit(file, text[start:end], f"x-itemSchema: {schema}\n")
    bundle = bundle_spec(project.root)
    (finding,) = validate(bundle) or lint(bundle)
    assert str(finding).startswith(message.format(file=file))


def test_a_validator_that_breaks_is_told(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> None:
        raise KeyError("name")

    monkeypatch.setattr(OpenAPIV31SpecValidator, "iter_errors", fail)
    (finding,) = validate(bundle_spec(project.root))
    assert str(finding).startswith("openapi/memories.yaml:5: the spec cannot be checked further (KeyError: 'name').")


def test_faults_of_several_files_are_told_at_once(project: Project) -> None:
    project.edit(GET, "summary: Get a video", "summary: [1]")
    project.edit(VIDEO, "video_no: {type: string}", "video_no: {type: text}")
    files = {finding.location.file for finding in validate(bundle_spec(project.root))}
    assert files == {GET, VIDEO}
