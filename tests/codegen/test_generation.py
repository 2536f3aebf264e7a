"""The whole way, from a spec to a client in its place, and everything that must stop it."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import FrozenInstanceError
from pathlib import Path
from types import ModuleType

import pytest

from codegen import generate as pipeline
from codegen.__main__ import main
from codegen.bundle import load_bundle
from codegen.findings import CodegenError
from codegen.generate import CLIENT, RAW, SYNC_CODE, generate
from codegen.templates import Patch
from codegen_support import GOOD_SPEC, Project

GET = "openapi/paths/videos/get_video.yaml"
CHAT = "openapi/paths/chat/chat_stream.yaml"


def content(directory: Path) -> dict[str, str]:
    """The digest of every file below a directory."""
    files = (path for path in directory.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(directory).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project whose client and synchronous half were generated once. Only to be read."""
    made = Project(tmp_path_factory.mktemp("generated"))
    for name, text in GOOD_SPEC.items():
        made.write(name, text)
    made.write("overlays/memories_ai/_async/__init__.py", "async def ping() -> None:\n    await ping()\n")
    assert generate(made.root) == [made.root / CLIENT, made.root / RAW, made.root / SYNC_CODE]
    return made


@pytest.fixture(scope="module")
def operations(generated: Project) -> Iterator[ModuleType]:
    """The generated table, imported alone under a name of its own."""
    path = generated.root / CLIENT / "operations.py"
    specification = importlib.util.spec_from_file_location("small_operations", path)
    assert specification
    assert specification.loader
    module = importlib.util.module_from_spec(specification)
    sys.modules["small_operations"] = module
    specification.loader.exec_module(module)
    yield module
    del sys.modules["small_operations"]


@pytest.fixture
def old_client(project: Project) -> dict[str, str]:
    """What stands in the client's place before a run that must fail."""
    project.write((CLIENT / "__init__.py").as_posix(), "# the old client\n")
    return content(project.root / "generated_client")


def run(project: Project, command: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    status = main(["--root", str(project.root), command])
    return status, capsys.readouterr().err


def test_a_client_is_generated_whole(generated: Project) -> None:
    names = set(content(generated.root / CLIENT))
    assert {"__init__.py", "client.py", "errors.py", "types.py", "operations.py", "openapi.json", "py.typed"} <= names
    assert {name for name in names if name.startswith("api/") and not name.endswith("__init__.py")} == {
        "api/videos/get_video.py",
        "api/chat/chat_stream.py",
    }
    assert "models/video_response.py" in names


def test_every_file_says_that_it_is_generated(generated: Project) -> None:
    for path in (generated.root / CLIENT).rglob("*"):
        if path.is_file():
            head = path.read_text(encoding="utf-8").splitlines()[:2]
            assert "Do not edit." in "".join(head), path.name
    sync = generated.root / "overlays/memories_ai/_sync/__init__.py"
    assert sync.read_text(encoding="utf-8") == (
        "# Generated from overlays/memories_ai/_async/__init__.py by `make generate`. Do not edit.\n"
        "def ping() -> None:\n    ping()\n"
    )


def test_the_bundle_is_shipped(generated: Project) -> None:
    text = (generated.root / CLIENT / "openapi.json").read_text(encoding="utf-8")
    assert json.loads(text) == load_bundle(generated.root)
    assert text == json.dumps(load_bundle(generated.root), indent=2, ensure_ascii=False) + "\n"
    assert "x-evidence" in text


def test_a_second_run_changes_no_byte(generated: Project) -> None:
    before = content(generated.root)
    generate(generated.root)
    assert content(generated.root) == before
    assert not [path.name for path in generated.root.iterdir() if path.name.startswith(".generate-")]


def test_docstrings_come_from_the_spec(generated: Project) -> None:
    operation = (generated.root / CLIENT / "api/videos/get_video.py").read_text(encoding="utf-8")
    assert "Tells what is known." in operation
    assert "video_no (str): Which video." in operation
    model = (generated.root / CLIENT / "models/video.py").read_text(encoding="utf-8")
    assert '"""A video.' in model


def test_ruff_finds_nothing_to_change(generated: Project) -> None:
    command = [
        sys.executable,
        "-P",
        "-m",
        "ruff",
        "format",
        "--check",
        "--isolated",
        "--line-length",
        "120",
        str(CLIENT),
    ]
    result = subprocess.run(command, cwd=generated.root, capture_output=True, text=True, check=False, timeout=60)
    assert result.returncode == 0, result.stdout


def test_the_table_states_the_behaviour_of_every_operation(operations: ModuleType) -> None:
    assert list(operations.OPERATIONS) == ["get_video", "chat_stream"]
    assert operations.OPERATIONS["get_video"] == operations.Operation(
        id="get_video",
        module="memories_ai_generated.api.videos.get_video",
        method="GET",
        path="/videos/{video_no}",
        host="platform",
        envelope="platform",
        idempotent=True,
        timeout_tier="short",
        security="apiKey",
        rate_limits=(operations.RateLimit(requests=5, per="second", group="list", source="docs"),),
        evidence=operations.Evidence(grade="documented", sources=("docs",)),
        quirks=("duration: text or number",),
    )
    chat = operations.OPERATIONS["chat_stream"]
    assert (chat.method, chat.idempotent, chat.rate_limits, chat.quirks) == ("POST", False, (), ())


def test_every_operation_can_be_called_as_it_is(generated: Project) -> None:
    text = (generated.root / RAW).read_text(encoding="utf-8")
    assert "    async def get_video(self, *, video_no: str, timeout: float | None = None) -> " in text
    assert (
        "    def chat_stream(self, *, body: models.ChatRequest, timeout: float | None = None) -> AsyncEventStream["
        in text
    )
    twin = (generated.root / SYNC_CODE / RAW.name).read_text(encoding="utf-8")
    assert twin.startswith("# Generated from overlays/memories_ai/_async/raw.py by `make generate`. Do not edit.\n")
    assert "    def get_video(self, *, video_no: str, timeout: float | None = None) -> " in twin


def test_the_table_cannot_be_changed(operations: ModuleType) -> None:
    with pytest.raises(TypeError):
        operations.OPERATIONS["other"] = None
    with pytest.raises(FrozenInstanceError):
        operations.OPERATIONS["get_video"].idempotent = False


def test_two_equal_operation_ids_stop_it(
    project: Project, old_client: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    project.edit(CHAT, "operationId: chat_stream", "operationId: get_video")
    status, errors = run(project, "generate", capsys)
    assert status == 1
    assert f"{CHAT}:2: operationId 'get_video' is taken by {GET}:2. Give each operation its own.\n" in errors
    assert errors.endswith("fault(s) in the spec. What was generated before is untouched.\n")
    assert content(project.root / "generated_client") == old_client


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (GET, "tags: [videos]", "tags: [videos", f"{GET}:4: not valid YAML: "),
        (GET, "VideoResponse.yaml", "VideoRespons.yaml", f"{GET}:23: $ref '../../schemas/VideoRespons.yaml' names"),
        (GET, "tags: [videos]", "tags: 5", f'{GET}:3: 5 is not of type "array".'),
        (GET, "x-idempotent: true", "x-idempotent: maybe", f"{GET}:8: x-idempotent is not true or false."),
        # Only the generator cannot make sense of these.
        ("openapi/schemas/Status.yaml", "enum: [PARSE, FAIL]", "enum: [PARSE, 5]", "openapi-python-client refused"),
        (
            "openapi/schemas/Video.yaml",
            "duration:",
            "response: {type: object}\n  duration:",
            "openapi-python-client refused",
        ),
        ("generator-config.yaml", "post_hooks: []", "post_hooks: 5", "openapi-python-client refused"),
    ],
)
def test_a_fault_stops_it(
    project: Project,
    old_client: dict[str, str],
    capsys: pytest.CaptureFixture[str],
    file: str,
    old: str,
    new: str,
    message: str,
) -> None:
    project.edit(file, old, new)
    status, errors = run(project, "generate", capsys)
    assert status == 1
    assert errors.startswith(message), errors
    assert errors.endswith("What was generated before is untouched.\n")
    assert "Traceback" not in errors
    assert content(project.root / "generated_client") == old_client
    assert not list(project.root.glob(".generate-*"))


def test_faults_of_one_kind_are_told_at_once(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    project.edit(GET, "x-idempotent: true", "x-idempotent: maybe")
    project.edit(CHAT, "  summary: Chat\n", "")
    status, errors = run(project, "lint", capsys)
    assert status == 1
    assert [line.split(": ")[0] for line in errors.splitlines()] == [f"{CHAT}:1", f"{GET}:8", "2 fault(s) in the spec."]


def test_an_operation_that_the_generator_drops_stops_it(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    generator = pipeline.run_generator

    def drop_one(spec: Path, config: Path, target: Path, patches: list[Patch]) -> None:
        generator(spec, config, target, patches)
        (target / "api/chat/chat_stream.py").unlink()

    monkeypatch.setattr(pipeline, "run_generator", drop_one)
    with pytest.raises(CodegenError, match=r"differ: memories_ai_generated\.api\.chat\.chat_stream\."):
        generate(project.root)


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("import no_such\n\nno_such.call()\n", "cannot be imported: ModuleNotFoundError: No module named 'no_such'"),
        ("raise Warning('no')\n", r'cannot be imported: Warning: no \(File ".*/api/chat/chat_stream.py", line 2'),
        ("def f(:\n", r"generated code is not Python: api/chat/chat_stream.py:2: "),
        ("_get_kwargs = 1\ndel _get_kwargs\n", "cannot be imported: AttributeError: .*_get_kwargs"),
    ],
)
def test_a_client_that_does_not_work_stops_it(
    project: Project, monkeypatch: pytest.MonkeyPatch, old_client: dict[str, str], code: str, message: str
) -> None:
    generator = pipeline.run_generator

    def spoil(spec: Path, config: Path, target: Path, patches: list[Patch]) -> None:
        generator(spec, config, target, patches)
        (target / "api/chat/chat_stream.py").write_text(code, encoding="utf-8")

    monkeypatch.setattr(pipeline, "run_generator", spoil)
    with pytest.raises(CodegenError, match=f"(?s){message}"):
        generate(project.root)
    assert content(project.root / "generated_client") == old_client


def test_an_interruption_leaves_the_old_client(
    project: Project, monkeypatch: pytest.MonkeyPatch, old_client: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "format_code", interrupt)
    status, errors = run(project, "generate", capsys)
    assert (status, errors) == (130, "Interrupted. What was generated before is untouched.\n")
    assert content(project.root / "generated_client") == old_client
    assert not list(project.root.glob(".generate-*"))


def test_a_full_disk_is_told(
    project: Project, monkeypatch: pytest.MonkeyPatch, old_client: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pipeline, "label_code", fail)
    status, errors = run(project, "generate", capsys)
    assert status == 1
    assert errors.startswith("A file cannot be read or written: [Errno 28] No space left on device. What was")
    assert content(project.root / "generated_client") == old_client


def test_a_termination_leaves_the_old_client(project: Project, old_client: dict[str, str]) -> None:
    root = Path(pipeline.__file__).parents[1]
    command = [sys.executable, "-m", "codegen", "--root", str(project.root), "generate"]
    with subprocess.Popen(command, cwd=root, stderr=subprocess.PIPE, text=True) as process:
        deadline = time.monotonic() + 30
        while not list(project.root.glob(".generate-*/openapi.json")) and time.monotonic() < deadline:
            time.sleep(0.01)
        process.terminate()
        _, errors = process.communicate(timeout=30)
    assert (process.returncode, errors) == (130, "Interrupted. What was generated before is untouched.\n")
    assert content(project.root / "generated_client") == old_client
    assert not list(project.root.glob(".generate-*"))


def test_what_killed_runs_left_is_removed(project: Project) -> None:
    for name, age in ((".generate-old", 4000), (".generate-running", 60)):
        project.write(f"{name}/old-0/x.py", "")
        os.utime(project.root / name, (time.time() - age,) * 2)
    generate(project.root)
    assert [path.name for path in project.root.glob(".generate-*")] == [".generate-running"]


def test_a_missing_configuration_is_named(
    project: Project, old_client: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    (project.root / "generator-config.yaml").unlink()
    status, errors = run(project, "generate", capsys)
    assert status == 1
    assert errors.startswith("generator-config.yaml does not exist. Restore it: ")
    assert content(project.root / "generated_client") == old_client


def test_a_fault_of_our_own_is_told_in_a_line(
    project: Project, monkeypatch: pytest.MonkeyPatch, old_client: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise KeyError("a\nb")

    monkeypatch.setattr(pipeline, "label_code", fail)
    status, errors = run(project, "generate", capsys)
    assert status == 1
    assert errors == (
        "codegen broke: KeyError: 'a\\nb'. This is a fault of codegen; run with --traceback to see where. "
        "What was generated before is untouched.\n"
    )
    assert content(project.root / "generated_client") == old_client
    for arguments in (["--traceback", "generate"], ["generate", "--traceback"]):
        with pytest.raises(KeyError):
            main(["--root", str(project.root), *arguments])


def test_the_command_lines(generated: Project) -> None:
    def call(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "codegen", "--root", str(generated.root), *arguments]
        root = Path(pipeline.__file__).parents[1]
        return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False, timeout=60)

    told = "2 of 2 operations of the first generation, each with its evidence.\nThe spec keeps every rule.\n"
    assert (call("lint").returncode, call("lint").stdout) == (0, told)
    assert json.loads(call("bundle").stdout) == load_bundle(generated.root)
    assert call("nonsense").returncode == 2
    assert call().returncode == 2
