"""What the real service was recorded to answer: the fixtures in `contract_tests/recorded/`.

A fixture is one exchange, with where it comes from. A whole answer stands there as `body`; an answer that was cut off
stands there as the exact text up to its cut, and is read no further than that (see `cut_text`).
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jsonschema_rs
from jsonschema_rs import ValidationErrorKind

from memories_ai_contract.cut_text import CutTextError, CutValue, JsonPath, JsonValue, read_cut_text

RECORDED = Path(__file__).parents[1] / "recorded"
MAX_BYTES = 1_000_000

_TEXT = {"type": "string", "minLength": 1}
_FIXTURE_SCHEMA: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["provenance", "operation", "request", "response"],
    "properties": {
        "provenance": {
            "type": "object",
            "additionalProperties": False,
            "required": ["source", "where", "recorded", "recorded_path", "form", "complete", "note"],
            "properties": {
                "source": _TEXT,
                "where": _TEXT,
                "recorded": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}$"},
                "recorded_path": {"type": "string", "pattern": "^/"},
                "form": {"enum": ["python-repr", "json-text", "compiled"]},
                "complete": {"type": "boolean"},
                "note": _TEXT,
            },
        },
        "operation": _TEXT,
        "also": {"type": "array", "minItems": 1, "uniqueItems": True, "items": _TEXT},
        "request": {
            "type": "object",
            "additionalProperties": False,
            "required": ["method"],
            # The method and one kind of content.
            "minProperties": 2,
            "maxProperties": 2,
            "properties": {
                "method": {"enum": ["GET", "POST"]},
                "query": {"type": "object"},
                "form": {"type": "object"},
                "multipart": {"type": "object"},
                "json": {"type": ["object", "array"]},
            },
        },
        "response": {
            "type": "object",
            "additionalProperties": False,
            "required": ["status"],
            "minProperties": 2,
            "maxProperties": 2,
            "properties": {"status": {"type": ["integer", "null"]}, "body": {"type": "object"}, "cut_text": _TEXT},
        },
    },
    "if": {"properties": {"provenance": {"properties": {"complete": {"const": True}}}}},
    "then": {"properties": {"response": {"required": ["body"]}}},
    "else": {"properties": {"response": {"required": ["cut_text"]}}},
}


class RecordingError(ValueError):
    """A fixture cannot be used; the message names the file, the place in it and the remedy."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a recording comes from.

    `source` is an id of `openapi/sources.yaml`; `recorded` a month (YYYY-MM); `recorded_path` the path that was really
    called; `form` is "python-repr" or "json-text" (as printed), or "compiled" (taken from a list of recorded answers).
    """

    source: str
    where: str
    recorded: str
    recorded_path: str
    form: str
    complete: bool
    note: str


@dataclass(frozen=True, slots=True)
class RecordedRequest:
    """What was sent: `content` went out as `encoding` says ("query", "form", "multipart" or "json")."""

    method: str
    encoding: str
    content: JsonValue


@dataclass(frozen=True, slots=True)
class RecordedResponse:
    """What came back.

    `status` is None where it was not printed. `body` holds only what was printed whole. `open_paths` names the
    containers in it that the cut left open, outermost first: empty for a complete recording. `cut_text` is the exact
    text of a cut one.
    """

    status: int | None
    body: JsonValue
    open_paths: tuple[JsonPath, ...] = ()
    cut_text: str | None = None


@dataclass(frozen=True, slots=True)
class Recording:
    """One exchange with the real service.

    `operation` is the operationId at which it was recorded; `also` names others that answer alike, such as its
    successor on a newer path: the recording is held against these as well.
    """

    name: str
    provenance: Provenance
    operation: str
    request: RecordedRequest
    response: RecordedResponse
    also: tuple[str, ...] = ()

    @property
    def operations(self) -> tuple[str, ...]:
        """The operationIds of everything whose schema describes the answer."""
        return (self.operation, *self.also)

    def fits_request_at(self, path: str) -> bool:
        """Is the request one for the operation at this path: that of the recording, or a successor of the same name?"""
        return path.rpartition("/")[2] == self.provenance.recorded_path.rpartition("/")[2]


def load_recordings(directory: Path = RECORDED) -> list[Recording]:
    """All fixtures (`*.json`) of a folder, ordered by name.

    Raises:
        RecordingError: the folder holds none, or one of them is not in the format of this module.
    """
    paths = sorted(directory.glob("*.json"))
    if not paths:
        raise RecordingError(f"{directory}: holds no *.json recordings; check the path of the folder")
    return [load_recording(path) for path in paths]


def load_recording(path: Path) -> Recording:
    """Read one fixture.

    Raises:
        RecordingError: the file cannot be read, or is not in the format of this module.
    """
    fixture = _read_fixture(path)
    provenance = Provenance(**fixture["provenance"])
    return Recording(
        name=path.stem,
        provenance=provenance,
        operation=fixture["operation"],
        request=_request(fixture["request"]),
        response=_response(path, fixture["response"], provenance.form),
        also=tuple(fixture.get("also", ())),
    )


def errors_beyond_cut(
    errors: Iterable[jsonschema_rs.ValidationError], open_paths: Sequence[JsonPath]
) -> list[jsonschema_rs.ValidationError]:
    """The errors that a cut does not explain.

    A cut explains that a required member is missing from a container it left open, and nothing else: a wrong type, an
    unknown member or a gap in a closed container stays an error. A failed oneOf or anyOf is explained when one of its
    branches would hold but for such members.
    """
    return [error for error in errors if not _explained_by_cut(error, open_paths)]


def _explained_by_cut(error: jsonschema_rs.ValidationError, open_paths: Sequence[JsonPath]) -> bool:
    match error.kind:
        case ValidationErrorKind.Required():
            return tuple(error.instance_path) in open_paths
        case ValidationErrorKind.OneOfNotValid(context=branches) | ValidationErrorKind.AnyOf(context=branches):
            return any(not errors_beyond_cut(branch, open_paths) for branch in branches)
        case _:
            return False


def _read_fixture(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise RecordingError(f"{path}: is larger than {MAX_BYTES:,} bytes; keep one exchange a file")
        fixture = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise RecordingError(f"{path}: cannot be read ({error.strerror}); check the path") from error
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise RecordingError(f"{path}: is no JSON in UTF-8 ({error}); correct it there") from error
    for problem in jsonschema_rs.Draft202012Validator(_FIXTURE_SCHEMA).iter_errors(fixture):
        place = "/".join(str(step) for step in problem.instance_path) or "the whole file"
        raise RecordingError(f"{path}: {place}: {problem.message}; see the format in {Path(__file__).name}")
    return dict(fixture)


def _request(request: Mapping[str, Any]) -> RecordedRequest:
    (encoding,) = request.keys() - {"method"}
    return RecordedRequest(request["method"], encoding, request[encoding])


def _response(path: Path, response: Mapping[str, Any], form: str) -> RecordedResponse:
    if "body" in response:
        return RecordedResponse(response["status"], response["body"])
    cut = _read_cut(path, response["cut_text"], form)
    return RecordedResponse(response["status"], cut.value, cut.open_paths, response["cut_text"])


def _read_cut(path: Path, text: str, form: str) -> CutValue:
    try:
        cut = read_cut_text(text, form)
    except CutTextError as error:
        raise RecordingError(f"{path}: response/cut_text: {error}") from error
    if not cut.open_paths:
        raise RecordingError(f"{path}: response/cut_text: is not cut; put it into body and say complete: true")
    return cut
