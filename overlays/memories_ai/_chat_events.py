"""From the data of an event to a typed event, or to the end of the stream. No I/O."""

from __future__ import annotations

import json

from memories_ai_generated import models as wire
from memories_ai_generated.operations import Operation

from . import _convert as convert
from . import _types as types
from ._envelope import SUCCESS_CODES, refuse_constant
from ._errors import NotFoundError, StreamError
from ._reading import UNREADABLE
from ._values import known

_END = "done"
_NO_VIDEOS = "no videos found"


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
        raise StreamError(f"The stream ended with an error: {_complaint(value)}", operation=operation.id)
    if "code" in value and "type" not in value:
        _check_closing_object(value, operation)
        return None
    return value


def read_failure(data: str, operation: Operation) -> StreamError:
    """The error of an event that is named `error`; no source shows one."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        value = data
    told = _complaint(value) if isinstance(value, dict) else value
    return StreamError(f"The stream ended with an error: {told}", operation=operation.id)


def _decode(data: str, operation: Operation) -> object:
    # Clients were seen to guard for the bare words as well as for JSON text.
    if data.strip().lower() in {_END, "[done]"}:
        return _END
    try:
        return json.loads(data, parse_constant=refuse_constant)
    except (ValueError, RecursionError):
        pass  # the error would keep the text, and a key in it
    raise StreamError(f"An event of the stream is not JSON: {data!r}", operation=operation.id)


def _check_marker(text: str, operation: Operation) -> None:
    if text.strip().lower() == _END:
        return
    if text.lower().startswith(_NO_VIDEOS):
        raise NotFoundError(text, operation=operation.id)
    raise StreamError(f"The stream ended with an error: {text}", operation=operation.id)


def _check_closing_object(value: dict[str, object], operation: Operation) -> None:
    code, end = str(value["code"]), value.get("data")
    if code in SUCCESS_CODES and isinstance(end, str):
        _check_marker(end, operation)
        return
    raise StreamError(f"The stream ended with an error: {value.get('msg') or end}", operation=operation.id, code=code)


def _complaint(value: dict[str, object]) -> object:
    """What an event says went wrong. No source shows one that is an object; these are the usual places."""
    told: object = value
    while isinstance(told, dict):
        told = told.get("error") or told.get("message") or told.get("content") or told.get("msg")
    return told or "no reason given"


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
                references=convert.references(refs.ref), session_id=known(refs.session_id), raw=value
            )
        case "content":
            piece = wire.ContentEvent.from_dict(value)
            return types.ContentEvent(text=piece.content, session_id=known(piece.session_id), raw=value)
        case other:
            return types.UnknownEvent(type=other if isinstance(other, str) else None, raw=value)
