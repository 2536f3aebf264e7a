"""From the data of an event to a typed event, or to the end of the stream. No I/O."""

from __future__ import annotations

from memories_ai_generated import models as wire
from memories_ai_generated.operations import Operation

from . import _convert as convert
from . import _types as types
from ._envelope import SUCCESS_CODES
from ._errors import APIError, MemoriesError, NotFoundError, StreamError, for_code
from ._json import STRICT
from ._reading import UNREADABLE
from ._values import known, rows

_END = "done"
_NO_VIDEOS = "no videos found"
# Where a failure says what went wrong; the last is that of a closing object whose code is one of success.
_COMPLAINTS = ("error", "message", "content", "msg", "data")


def read_event(data: str, operation: Operation) -> types.ChatEvent | None:
    """A typed event, or None for the end marker.

    Raises:
        NotFoundError: the stream says that it knows none of the videos.
        StreamError: the stream ended with an error, or the event is not what the specification describes.
    """
    value = decode_event(data, operation)
    if value is None:
        return None
    try:
        return _typed(value)
    except UNREADABLE as error:
        detail = f"{type(error).__name__}: {error}"
    raise StreamError(f"An event of the stream has another shape than specified ({detail}).", operation=operation.id)


def decode_event(data: str, operation: Operation) -> dict[str, object] | None:
    """The object that an event carries, or None for the end marker.

    Raises:
        NotFoundError: the stream says that it knows none of the videos.
        StreamError: the stream ended with an error, or the event is no object.
    """
    value = _decode(data, operation)
    if isinstance(value, str):
        _check_marker(value, operation)
        return None
    if not isinstance(value, dict):
        raise StreamError(f"An event of the stream is neither object nor text: {data!r}", operation=operation.id)
    if value.get("type") == "error" or ("type" not in value and value.get("error")):
        raise failure(value, operation)
    if "code" in value and "type" not in value:
        _check_closing_object(value, operation)
        return None
    return value


def read_failure(data: str, operation: Operation) -> StreamError:
    """The error of an event that is named `error`; no source shows one."""
    try:
        value = STRICT.decode(data)
    except (ValueError, RecursionError):
        value = data
    return failure(value, operation)


def failure(told: object, operation: Operation) -> StreamError:
    """The error that a stream ended with, as it tells it: an object, or text.

    A documented code is kept, and the cause of the error is the one that this code stands for elsewhere.
    """
    text, code = _complaint(told)
    error = StreamError(f"The stream ended with an error: {text}", operation=operation.id, code=code)
    kind = for_code(code, text) if code else APIError
    if kind is not APIError:
        error.__cause__ = kind(text, operation=operation.id, code=code)
    return error


def refusal(error: StreamError) -> MemoriesError:
    """What to raise for a failure before the first event: nothing of an answer has come, so it is a plain refusal."""
    cause = error.__cause__
    return cause if isinstance(cause, APIError) else error


def _decode(data: str, operation: Operation) -> object:
    # Clients were seen to guard for the bare words as well as for JSON text.
    if data.strip().lower() in {_END, "[done]"}:
        return _END
    try:
        return STRICT.decode(data)
    except (ValueError, RecursionError):
        pass  # the error would keep the text, and a key in it
    raise StreamError(f"An event of the stream is not JSON: {data!r}", operation=operation.id)


def _check_marker(text: str, operation: Operation) -> None:
    if text.strip().lower() == _END:
        return
    if text.lower().startswith(_NO_VIDEOS):
        raise NotFoundError(text, operation=operation.id)
    raise failure(text, operation)


def _check_closing_object(value: dict[str, object], operation: Operation) -> None:
    code, end = value["code"], value.get("data")
    if code in SUCCESS_CODES and isinstance(end, str):
        _check_marker(end, operation)
        return
    raise failure(value, operation)


def _complaint(told: object) -> tuple[str, str | None]:
    """What went wrong, and its code. No source shows a failure that is an object; these are the usual places."""
    code: str | None = None
    while isinstance(told, dict):
        code = _code_of(told) or code
        found = (told.get(name) for name in _COMPLAINTS)
        told = next((each for each in found if each and each is not True), None)
    return str(told or "no reason given"), code


def _code_of(value: dict[str, object]) -> str | None:
    code = value.get("code")
    is_code = isinstance(code, str | int) and not isinstance(code, bool) and code != ""
    return str(code) if is_code else None


def _typed(value: dict[str, object]) -> types.ChatEvent:
    match value.get("type"):
        case "thinking":
            step = wire.ThinkingEvent.from_dict(value)
            return types.ThinkingEvent(
                title=step.title, text=step.content, session_id=known(step.session_id), raw=value
            )
        case "ref":
            refs = wire.ReferenceEvent.from_dict(value)
            return types.ReferenceEvent(
                references=convert.references(refs.ref, rows(value, "ref")),
                session_id=known(refs.session_id),
                raw=value,
            )
        case "content":
            piece = wire.ContentEvent.from_dict(value)
            return types.ContentEvent(text=piece.content, session_id=known(piece.session_id), raw=value)
        case other:
            return types.UnknownEvent(type=other if isinstance(other, str) else None, raw=value)
