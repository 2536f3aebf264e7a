from __future__ import annotations

import pytest

from codegen.bundle import bundle_spec
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


def test_faults_of_several_files_are_told_at_once(project: Project) -> None:
    project.edit(GET, "summary: Get a video", "summary: [1]")
    project.edit(VIDEO, "video_no: {type: string}", "video_no: {type: text}")
    files = {finding.location.file for finding in validate(bundle_spec(project.root))}
    assert files == {GET, VIDEO}
