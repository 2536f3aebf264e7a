"""How each chat streams: what its events look like, how it ends, and whether it may answer in one piece. No I/O."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, NoReturn

import attrs

from memories_ai_generated import models as wire
from memories_ai_generated.operations import Operation

from . import _convert as convert
from . import _types as types
from ._chat_events import decode_event, failure, read_event
from ._convert_chat import mavi_answer, personal_answer, pieces
from ._envelope import SUCCESS_CODES
from ._errors import StreamError
from ._json import STRICT
from ._reading import UNREADABLE, Reader
from ._values import optional_words, words

_ENDS = frozenset({"done", "[done]"})
# Where the vendor's sample looks for the text of an event, in its order.
_TEXT_MEMBERS = ("content", "text", "delta", "message")


@attrs.frozen(kw_only=True)
class StreamDialect:
    """How a stream is read.

    Attributes:
        decode: what an event carries, or None for the end marker.
        read: the typed event, or None for the end marker.
        whole: events of an answer that came as JSON in one piece; None: no source shows one.
        ends_unmarked: whether nothing but the end of the connection ends the stream.

    Both functions raise StreamError: the stream ended with an error, or the event is none of the dialect.
    """

    decode: Callable[[str, Operation], object | None]
    read: Callable[[str, Operation], types.ChatEvent | None]
    whole: Reader[Iterable[types.ChatEvent]] | None = None
    ends_unmarked: bool = False


def dialect_of(operation_id: str) -> StreamDialect:
    """The dialect of an operation that streams; typed events where none of its own is known."""
    return _DIALECTS.get(operation_id, _TYPED)


def _decode_token(data: str, operation: Operation) -> dict[str, object] | None:
    """An object as typed events are; the end is also taken as `[DONE]` in JSON text."""
    return None if _is_end(data) else decode_event(data, operation)


def _read_token(data: str, operation: Operation) -> types.ChatEvent | None:
    value = _decode_token(data, operation)
    if value is None:
        return None
    if "token" in value:
        return types.ContentEvent(text=_text(value["token"], operation), raw=value)
    return read_event(data, operation) if "type" in value else types.UnknownEvent(type=None, raw=value)


def _decode_marketer(data: str, operation: Operation) -> object | None:
    """An object, or text: that of a JSON text, else the data as it is."""
    if _is_end(data):
        return None
    if data.lstrip().startswith("{"):
        return decode_event(data, operation)
    text = _json(data)
    return text if isinstance(text, str) else data


def _read_marketer(data: str, operation: Operation) -> types.ChatEvent | None:
    value = _decode_marketer(data, operation)
    if value is None:
        return None
    if not isinstance(value, dict):
        return types.ContentEvent(text=_text(value, operation), raw={"data": data})
    if "type" in value:
        return read_event(data, operation)
    name = next((name for name in _TEXT_MEMBERS if value.get(name) is not None), None)
    if name is None:
        return types.UnknownEvent(type=None, raw=value)
    try:
        session = optional_words(value.get("sessionId"))
    except TypeError as error:
        _refuse(str(error), operation)
    return types.ContentEvent(text=_text(value[name], operation), session_id=session, raw=value)


def _decode_mavi(data: str, operation: Operation) -> dict[str, object] | None:
    """An envelope of its own; another code than that of success ends the stream with an error."""
    if _is_end(data):
        return None
    value = _json(data)
    if not isinstance(value, dict) or not isinstance(value.get("code"), str):
        _refuse(f"{data!r} is no envelope", operation)
    if value["code"] not in SUCCESS_CODES or value.get("success") is False or value.get("failed") is True:
        raise failure(value, operation)
    return value


def _read_mavi(data: str, operation: Operation) -> types.ChatEvent | None:
    value = _decode_mavi(data, operation)
    if value is None:
        return None
    try:
        return types.ContentEvent(text=wire.MaviChatResponse.from_dict(value).data.msg, raw=value)
    except UNREADABLE as error:
        _refuse(f"{type(error).__name__}: {error}", operation)


def _is_end(data: str) -> bool:
    """Bare or as JSON text, in any case, as clients take it."""
    text = data.strip().lower()
    return text in _ENDS or text.strip('"') in _ENDS


def _json(data: str) -> object:
    """The JSON value of the data; None if it is none."""
    try:
        value: object = STRICT.decode(data)
    except (ValueError, RecursionError):
        return None
    return value


def _text(value: object, operation: Operation) -> str:
    try:
        return words(value)
    except TypeError as error:
        _refuse(str(error), operation)


def _refuse(what: str, operation: Operation) -> NoReturn:
    raise StreamError(f"An event of the stream has another shape than specified ({what}).", operation=operation.id)


_TYPED: Final = StreamDialect(decode=decode_event, read=read_event)
_DIALECTS: Final = {
    "legacy_chat": attrs.evolve(_TYPED, whole=lambda payload: pieces(convert.chat_answer(payload))),
    "chat_personal_stream": StreamDialect(
        decode=_decode_token, read=_read_token, whole=lambda payload: pieces(personal_answer(payload))
    ),
    "marketer_chat_stream": StreamDialect(decode=_decode_marketer, read=_read_marketer),
    "mavi_chat": StreamDialect(
        decode=_decode_mavi,
        read=_read_mavi,
        whole=lambda payload: pieces(mavi_answer(payload)),
        ends_unmarked=True,
    ),
}
