"""From an HTTP answer to its payload, or to the error it stands for. No I/O."""

from __future__ import annotations

import json
import re
import ssl
from collections.abc import Mapping
from typing import TYPE_CHECKING, NoReturn

from . import _errors
from ._config import Config
from ._errors import (
    APIError,
    ConnectionFailedError,
    MemoriesError,
    ProtocolError,
    RequestTimeoutError,
    TransportError,
)
from ._http import IDNAError, httpx
from ._json import LENIENT, STRICT
from ._retries import seconds_asked_for

if TYPE_CHECKING:
    from memories_ai_generated.operations import Operation

SUCCESS_CODES = ("0000", "SUCCESS")
# Dialects whose failures have integer codes (the caption host, the second generation's downloads).
_INTEGER_CODES = ("caption", "bytes")
_FAILED_REPORT = -1
_YES, _NO = (True, None), (False, None)
PARTIAL_CONTENT = 206
# The codes of the second generation are those of HTTP.
_STATUS = re.compile(r"[45][0-9]{2}")
# ProxyError: the proxy refused to connect to the host.
_NO_CONNECTION = (httpx.ConnectError, httpx.UnsupportedProtocol, httpx.ProxyError)
# InvalidURL and IDNAError: of a redirect, once the request has been answered. SSLError: anyio lets it through within an
# answer.
_BROKEN = (httpx.HTTPError, httpx.StreamError, httpx.InvalidURL, IDNAError, ssl.SSLError)
# What else httpx raises before the first byte of a request is written.
_NOTHING_SENT = (httpx.ConnectTimeout, httpx.PoolTimeout)
_EXCERPT = 200
# Bytes: answers whose members are all looked at, such answers of many like rows, and an envelope around its data.
_CHECKED, _CHECKED_BULK, _ENVELOPE = 1024 * 1024, 16 * 1024, 2 * 1024
# Whose answers hold thousands of like rows: to look at each member would take as long again as to read them.
_BULK = frozenset(
    {
        "get_audio_transcription",
        "get_public_audio_transcription",
        "get_public_video_transcription",
        "get_video_caption",
        "get_video_transcription",
        "legacy_get_audio_transcription",
        "legacy_get_video_transcription",
    }
)
# Byte order mark and blanks, which may stand before JSON and HTML.
_BLANK = b"\xef\xbb\xbf \t\r\n"
# Cut after redaction, never before: half a key would stay.
_LONGEST = 1000
_MOST_CAUSES = 40


def decode_json(body: bytes, operation: Operation, status: int) -> object:
    """The JSON value of a body.

    Raises:
        ProtocolError: not JSON, or JSON beyond what a parser may be asked to take (NaN, depth, digits).
    """
    try:
        # Left to itself, json.loads lets surrogates pass in the bytes.
        text = body.decode(json.detect_encoding(body))
        return (STRICT if _may_repeat(body, operation) else LENIENT).decode(text)
    except (ValueError, RecursionError) as error:
        what = str(error).split("\n", 1)[0][:_EXCERPT]
    # Not within the handler: the error would keep the body, and a key in it.
    raise ProtocolError(f"The answer is not JSON: {what}", operation=operation.id, status=status)


def unwrap(body: bytes, operation: Operation, response: httpx.Response) -> dict[str, object]:
    """The successful envelope as a dict.

    Raises:
        APIError: the subclass that the code, else the HTTP status, stands for.
        ProtocolError: the answer is none of the documented shapes.
    """
    status = response.status_code
    if not 200 <= status < 300 or status == PARTIAL_CONTENT:
        raise_for_error_status(body, operation, response)
    payload = decode_json(body, operation, status)
    if not isinstance(payload, dict):
        raise ProtocolError(
            f"The answer is a JSON {_kind(payload)}, not an object.", operation=operation.id, status=status
        )
    if "code" not in payload:
        return _without_code(payload, operation, response)
    if not _is_success(payload["code"], operation):
        raise_failure(payload, operation, response)
    if payload.get("success") not in _YES or payload.get("failed") not in _NO:
        raise ProtocolError("The answer says success and failure at once.", operation=operation.id, status=status)
    return payload


def raise_for_error_status(body: bytes, operation: Operation, response: httpx.Response) -> NoReturn:
    """Raise what an answer with an error status (or a redirect) stands for. An envelope in its body wins."""
    status = response.status_code
    if status == PARTIAL_CONTENT:
        raise ProtocolError("A part of the answer, which nobody asked for.", operation=operation.id, status=status)
    if status < 400:
        raise ProtocolError(
            f"HTTP {status}: redirects are not followed, the key must not travel on.",
            operation=operation.id,
            status=status,
        )
    try:
        payload = decode_json(body, operation, status)
    except ProtocolError:
        payload = None
    if isinstance(payload, dict) and _is_code(payload.get("code"), operation):
        raise_failure(payload, operation, response)
    detail = payload.get("error") if isinstance(payload, dict) else None
    message = f"{detail or response.reason_phrase or 'no reason given'}"
    raise _with_hints(_errors.for_status(status)(message, operation=operation.id, status=status), response)


def raise_failure(payload: Mapping[str, object], operation: Operation, response: httpx.Response) -> NoReturn:
    """Raise the failure that an envelope describes."""
    code, message = payload["code"], payload.get("msg")
    if not _is_code(code, operation):
        raise ProtocolError(f"The code of the answer is {code!r}.", operation=operation.id, status=response.status_code)
    text = message if isinstance(message, str) and message else "no message given"
    kind = _errors.for_code(str(code), text)
    if operation.envelope in _INTEGER_CODES and _STATUS.fullmatch(str(code)):
        kind = _errors.for_status(int(str(code)))
    if kind is APIError and response.status_code >= 400:
        kind = _errors.for_status(response.status_code)
    raise _with_hints(kind(text, operation=operation.id, code=str(code), status=response.status_code), response)


def translate(error: BaseException, operation: Operation, status: int | None, config: Config) -> MemoriesError | None:
    """The error of this package that stands for one of the HTTP library or is one of ours; None for any other error.

    Our own errors are redacted: the service may have echoed the key.
    """
    if isinstance(error, MemoriesError):
        redact(error, config)
        return error
    _redact_causes(error, config)
    said = str(error) or type(error).__name__
    if isinstance(error, httpx.TimeoutException):
        kind: type[TransportError] = RequestTimeoutError
        message = f"The request timed out: {said}"
    elif isinstance(error, _NO_CONNECTION):
        kind, message = ConnectionFailedError, f"No connection to {config.address(operation)}: {said}"
    elif isinstance(error, _BROKEN):
        kind, message = TransportError, f"The request failed: {said}"
    else:
        return None
    translated = kind(config.redact(message), operation=operation.id, status=status)
    translated.may_have_arrived = not isinstance(error, _NO_CONNECTION + _NOTHING_SENT)
    return translated


def redact(error: MemoriesError, config: Config) -> None:
    """Take the keys out of an error and the one it stands for, and the length out of their texts."""
    for name, value in vars(error).items():
        if isinstance(value, str):
            setattr(error, name, config.redact(value)[:_LONGEST])
    error.reword(error.message)
    if isinstance(error.__cause__, MemoriesError):
        redact(error.__cause__, config)


def _redact_causes(error: BaseException | None, config: Config) -> None:
    """Take the keys out of what the HTTP libraries say: a broken header is quoted as it came."""
    waiting, seen = [error], set[int]()
    while waiting and len(seen) < _MOST_CAUSES:
        error = waiting.pop()
        if error is None or id(error) in seen:
            continue
        seen.add(id(error))
        waiting += [error.__context__, error.__cause__]
        if any(isinstance(part, str) for part in error.args):
            error.args = tuple(config.redact(part) if isinstance(part, str) else part for part in error.args)


def is_json(response: httpx.Response) -> bool:
    """Whether the answer calls itself JSON: where bytes or events are expected, that means a failure."""
    kind = media_type(response)
    return kind == "application/json" or kind.endswith("+json")


def begins_json(head: bytes) -> bool:
    """Whether the first bytes of a body are those of a JSON object."""
    return head.lstrip(_BLANK).startswith(b"{")


def begins_html(head: bytes) -> bool:
    """Whether the first bytes of a body are those of a page, such as one to sign in."""
    return head.lstrip(_BLANK)[:20].lower().startswith((b"<!doctype html", b"<html"))


def media_type(response: httpx.Response) -> str:
    """The content type without its parameters, in small letters; empty if there is none."""
    header: str = response.headers.get("content-type", "")
    return header.partition(";")[0].strip().lower()


def _with_hints(error: APIError, response: httpx.Response) -> APIError:
    error.retry_after = seconds_asked_for(response.headers.get("retry-after"))
    return error


def _without_code(payload: dict[str, object], operation: Operation, response: httpx.Response) -> dict[str, object]:
    """An answer without an envelope, where one is documented: bare, or the report of a caption."""
    if operation.envelope == "platform-or-bare":
        return payload
    if operation.envelope == "caption" and type(payload.get("status")) is int:
        if payload["status"] == _FAILED_REPORT:
            raise_failure({"code": _FAILED_REPORT, **payload}, operation, response)
        return payload
    raise ProtocolError("The answer is JSON without a code.", operation=operation.id, status=response.status_code)


def _is_success(code: object, operation: Operation) -> bool:
    if operation.envelope == "caption" and type(code) is int:
        return code == 0
    return code in SUCCESS_CODES


def _is_code(code: object, operation: Operation) -> bool:
    """Whether it is a code at all; True and False are integers to Python, but no codes."""
    return isinstance(code, str) or (operation.envelope in _INTEGER_CODES and type(code) is int)


def _may_repeat(body: bytes, operation: Operation) -> bool:
    """Whether to look for members that stand twice: nobody can tell which of two codes, or of two ids, is meant.

    In long transcripts, and in answers beyond a megabyte, only the envelope is looked at, around its data.
    """
    if len(body) <= (_CHECKED_BULK if operation.id in _BULK else _CHECKED):
        return True
    ends = body[:_ENVELOPE] + body[-_ENVELOPE:]
    return ends.count(b'"code"') > 1 or ends.count(b'"data"') > 1


def _kind(value: object) -> str:
    names = {type(None): "null", bool: "boolean", str: "string", list: "array"}
    return names.get(type(value), "number")
