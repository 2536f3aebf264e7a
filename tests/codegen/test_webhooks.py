"""Webhooks and callbacks: requests of the service, with schemas and examples, but no operationId."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from codegen.bundle import bundle_spec
from codegen.generate import CLIENT, generate
from codegen.lint import lint
from codegen.spec import Spec
from codegen.validate import validate
from codegen_support import Project

ROOT = "openapi/memories.yaml"
GET = "openapi/paths/videos/get_video.yaml"
WEBHOOK = "openapi/webhooks/import_done.yaml"
CALLBACK = "openapi/callbacks/import_done.yaml"
IMPORTED = "openapi/schemas/Imported.yaml"
REQUEST = """\
post:
  summary: The import is done
  requestBody:
    required: true
    content:
      application/json:
        schema: {$ref: ../schemas/ImportNotice.yaml}
        examples:
          done: {value: {taskId: a, status: DONE}}
  responses:
    "200": {description: Received.}
"""
SCHEMAS = {
    "openapi/schemas/ImportNotice.yaml": """\
        description: What comes.
        oneOf: [{$ref: Imported.yaml}, {$ref: ImportBroken.yaml}]
        """,
    IMPORTED: """\
        type: object
        description: All went well.
        required: [taskId, status]
        properties:
          taskId: {type: string}
          status: {type: string, const: DONE}
          message: {type: string, x-evidence: {grade: inferred, sources: [docs]}}
        """,
    "openapi/schemas/ImportBroken.yaml": """\
        type: object
        description: It did not.
        required: [taskId, status]
        properties:
          taskId: {type: string}
          status: {type: string, const: BROKEN}
        """,
}


def with_webhook(project: Project) -> str:
    project.write(WEBHOOK, REQUEST)
    project.edit(ROOT, "components:", "webhooks:\n  import_done: {$ref: webhooks/import_done.yaml}\ncomponents:")
    return WEBHOOK


def with_callback(project: Project) -> str:
    project.write(CALLBACK, REQUEST)
    callback = '  callbacks:\n    done:\n      "{$request.query.url}": {$ref: ../../callbacks/import_done.yaml}\n'
    project.edit(GET, "  responses:\n", f"{callback}  responses:\n")
    return CALLBACK


@pytest.fixture(params=[with_webhook, with_callback])
def file(project: Project, request: pytest.FixtureRequest) -> str:
    """The file of a request of the service, in a project that has one."""
    for name, text in SCHEMAS.items():
        project.write(name, text)
    add: Callable[[Project], str] = request.param
    return add(project)


def test_it_needs_nothing_of_what_an_operation_needs(project: Project, file: str) -> None:
    bundle = bundle_spec(project.root)
    assert validate(bundle) == []
    assert list(OpenAPIV31SpecValidator(bundle.document).iter_errors()) == []
    assert lint(bundle) == []
    assert bundle.unreachable == ()
    assert {node.value["operationId"] for node in Spec(bundle).operations()} == {"get_video", "chat_stream"}


@pytest.mark.parametrize(
    ("place", "old", "new", "message"),
    [
        (None, "status: DONE", "status: LOST", "the example breaks its schema"),
        (IMPORTED, "grade: inferred", "grade: guessed", "x-evidence has no known grade"),
        (IMPORTED, "const: DONE", "const: BROKEN", "'Imported' and 'ImportBroken' cannot be told apart"),
        (IMPORTED, "taskId: {type: string}", "taskId: {type: string, default: x}", "the default would always be sent"),
    ],
)
def test_its_schemas_and_examples_are_held_to_the_rules(
    project: Project, file: str, place: str | None, old: str, new: str, message: str
) -> None:
    project.edit(place or file, old, new)
    assert any(message in str(finding) for finding in lint(bundle_spec(project.root)))


def test_a_fault_is_told_with_its_line(project: Project, file: str) -> None:
    line = project.edit(file, "  summary: The import is done", "  summary: [1]")
    (found,) = map(str, validate(bundle_spec(project.root)))
    assert found.startswith(f"{file}:{line}: ")


def test_its_payloads_become_models_and_it_no_operation(project: Project, file: str) -> None:
    generate(project.root)
    client = project.root / CLIENT
    assert {"imported.py", "import_broken.py"} <= {path.name for path in (client / "models").iterdir()}
    assert {path.stem for path in client.glob("api/*/*.py")} == {"__init__", "get_video", "chat_stream"}
    assert "import_done" not in (client / "operations.py").read_text(encoding="utf-8")
