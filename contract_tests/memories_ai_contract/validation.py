"""Holds answers against the specification: status, content type, schema, envelope, order of a stream.

Every answer that the suite sees goes through `validate`, wherever it came from.
"""

import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import httpx
import jsonschema_rs
from jsonschema_rs import ValidationErrorKind

from memories_ai_contract.cut_text import JsonPath, JsonValue
from memories_ai_contract.envelope import SUCCESS_CODES, envelope_problems
from memories_ai_contract.events import event_data
from memories_ai_contract.recordings import errors_beyond_cut
from memories_ai_contract.specification import Specification, load_specification
from memories_ai_contract.walk import walk

JSON = "application/json"
STREAM = "text/event-stream"
_MAX_MESSAGE = 300


class ContractError(AssertionError):
    """An answer breaks the specification; the message names the operation, every place and what is wrong there."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer that fits the specification.

    `body` is the parsed JSON (None for other content), `events` the parsed data of a stream's events (data that is no
    JSON stands there as its text), `content` the bytes as they came.
    """

    operation: str
    status: int
    media_type: str
    content: bytes
    body: JsonValue = None
    events: tuple[JsonValue, ...] = ()

    @property
    def code(self) -> str | int | None:
        """The business code; None for bytes, streams and bare answers."""
        code = self.body.get("code") if isinstance(self.body, dict) else None
        return code if isinstance(code, str | int) else None

    @property
    def data(self) -> JsonValue:
        """What a successful envelope carries.

        Raises:
            ContractError: the answer is no successful envelope.
        """
        if self.code not in SUCCESS_CODES or not isinstance(self.body, dict):
            raise ContractError(f"{self.operation}: no success, but {self.content[:_MAX_MESSAGE]!r}")
        return self.body.get("data")


def validate(operation_id: str, response: httpx.Response, within: float = 60.0) -> Answer:
    """Check an answer of an operation, whose body may still be to be read; it is returned parsed.

    Raises:
        ContractError: an undeclared status or content type, a body that is none of its kind, breaks its schema, has
            undeclared members or contradicts itself, a stream that ends wrongly, or a body that does not end `within`
            that many seconds.
        KeyError: there is no such operation.
    """
    content_type = response.headers.get("content-type", "")
    content = b"".join(_chunks(operation_id, response, within))
    return read_answer(operation_id, response.status_code, content_type, content)


def _chunks(operation_id: str, response: httpx.Response, within: float) -> Iterator[bytes]:
    deadline = time.monotonic() + within
    for chunk in response.iter_bytes():
        yield chunk
        if time.monotonic() > deadline:
            raise ContractError(f"{operation_id}: the answer does not end within {within:g} s")


def read_answer(
    operation_id: str, status: int, content_type: str, content: bytes, specification: Specification | None = None
) -> Answer:
    """The same as `validate`, for an answer from another library or another specification."""
    specification = specification or load_specification()
    media_type = content_type.partition(";")[0].strip().lower()
    responses = specification.responses(operation_id)
    if str(status) not in responses:
        raise ContractError(f"{operation_id}: HTTP status {status} is not declared; declared: {', '.join(responses)}")
    media_types = specification.media_types(responses[str(status)])
    declared = next((name for name in (media_type, _range(media_type)) if name in media_types), None)
    if declared is None:
        known = ", ".join(media_types) or "no content"
        raise ContractError(f"{operation_id}: {status} comes as {content_type!r}, which is not declared: {known}")
    answer = _parsed(Answer(operation_id, status, media_type, content))
    problems = list(_problems(specification, media_types[declared], answer))
    if problems:
        raise ContractError(f"{operation_id}: {status} {media_type}: " + "; ".join(problems))
    return answer


def body_problems(
    specification: Specification, schema: JsonPath, value: JsonValue, open_paths: Sequence[JsonPath] = ()
) -> list[str]:
    """What is wrong with a value: broken schema, undeclared members. `open_paths`: containers that a cut left open."""
    errors = errors_beyond_cut(specification.errors(schema, value), open_paths)
    undeclared = [part.path for part in walk(specification, schema, value, open_paths) if not part.schemas]
    return [*map(_explain, errors), *(f"{show(path)}: is declared nowhere" for path in undeclared)]


def json_schema_of(operation_id: str, specification: Specification) -> JsonPath:
    """Place of the schema of the operation's JSON answers with HTTP status 200."""
    return (*specification.media_types(specification.responses(operation_id)["200"])[JSON], "schema")


def _range(media_type: str) -> str:
    """The media range that a media type is in: video/* of video/mp4."""
    return f"{media_type.partition('/')[0]}/*"


def _parsed(answer: Answer) -> Answer:
    try:
        if answer.media_type == JSON:
            body = _json(answer.content.decode())
            return Answer(answer.operation, answer.status, answer.media_type, answer.content, body)
        if answer.media_type == STREAM:
            events = tuple(_event(data)[0] for data in event_data(answer.content.decode()))
            return Answer(answer.operation, answer.status, answer.media_type, answer.content, events=events)
    except ValueError as error:
        shown = answer.content[:_MAX_MESSAGE]
        raise ContractError(f"{answer.operation}: {answer.media_type} cannot be read ({error}): {shown!r}") from error
    return answer


def _event(data: str) -> tuple[JsonValue, bool]:
    """The data of an event, parsed, and whether it is bare text: no JSON."""
    try:
        return _json(data), False
    except ValueError:
        return data, True


def _json(text: str) -> JsonValue:
    value: JsonValue = json.loads(text, parse_constant=_refuse_constant)
    return value


def _refuse_constant(name: str) -> float:
    raise ValueError(f"{name} is no JSON")


def _problems(specification: Specification, media_type: JsonPath, answer: Answer) -> Iterator[str]:
    if answer.media_type == STREAM:
        yield from _stream_problems(specification, media_type, answer.content.decode())
    elif answer.media_type == JSON:
        yield from body_problems(specification, (*media_type, "schema"), answer.body)
        yield from envelope_problems(answer.body)


def described_events(
    specification: Specification, media_type: JsonPath, text: str
) -> Iterator[tuple[JsonPath | None, JsonValue]]:
    """The data of each event of a stream, after the schema that describes it; None for bare text where none is said."""
    for value, bare in map(_event, event_data(text)):
        yield specification.event_schema(media_type, bare=bare), value


def _stream_problems(specification: Specification, media_type: JsonPath, text: str) -> Iterator[str]:
    events = list(described_events(specification, media_type, text))
    for number, (schema, event) in enumerate(events, start=1):
        problems = [f"is no JSON: {event!r}"] if schema is None else body_problems(specification, schema, event)
        yield from (f"event {number}: {problem[:_MAX_MESSAGE]}" for problem in problems)
    end = specification.end_marker(media_type)
    if end is None:
        yield from _unmarked_end_problems([event for _, event in events])
        return
    ends = [number for number, (_, event) in enumerate(events, start=1) if specification.is_valid(end, event)]
    if ends != [len(events)]:
        yield f"of {len(events)} events the end markers are numbers {ends}; the last one alone must be one"


def _unmarked_end_problems(events: Sequence[JsonValue]) -> Iterator[str]:
    """In a dialect without end marker each event is an envelope, and a failure is the last one."""
    failures = [number for number, event in enumerate(events, start=1) if not _is_success(event)]
    if not events or failures not in ([], [len(events)]):
        yield f"of {len(events)} events the failures are numbers {failures}; the last one alone may be one"


def _is_success(envelope: JsonValue) -> bool:
    return isinstance(envelope, dict) and envelope.get("code") in SUCCESS_CODES


def _explain(error: jsonschema_rs.ValidationError) -> str:
    error = _most_telling(error)
    message = error.message if len(error.message) <= _MAX_MESSAGE else error.message[:_MAX_MESSAGE] + " …"
    return f"{show(tuple(error.instance_path))}: {message}"


def _most_telling(error: jsonschema_rs.ValidationError) -> jsonschema_rs.ValidationError:
    """Of alternatives that all failed, an error of the one that was meant: `code` or `type` fits, and few others."""
    match error.kind:
        case ValidationErrorKind.OneOfNotValid(context=branches) | ValidationErrorKind.AnyOf(context=branches):
            meant = min((branch for branch in branches if branch), key=_strangeness, default=None)
            return _most_telling(meant[0]) if meant else error
        case _:
            return error


def _strangeness(branch: Sequence[jsonschema_rs.ValidationError]) -> tuple[bool, int]:
    tells_apart = any(list(error.instance_path)[-1:] in (["code"], ["type"], []) for error in branch)
    return tells_apart, len(branch)


def show(path: JsonPath) -> str:
    """A place in a value, as messages name it."""
    return "".join(f"/{step}" for step in path) or "the whole"
