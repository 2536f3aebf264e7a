"""What a fault table says instead of bytes, made into bytes. See README.md beside it for the words."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Callable, Mapping
from string import Template
from typing import Any, Final

JSON: Final = "application/json"


def piece(value: Any, words: Mapping[str, str]) -> bytes:
    """The bytes that a piece stands for. In text, $NAME is replaced by a word; text is Latin-1, a byte a character."""
    if isinstance(value, list):
        return b"".join(piece(each, words) for each in value)
    if isinstance(value, str):
        return filled(value, words).encode("latin-1")
    name = next(name for name in PIECES if name in value)
    return PIECES[name](value, words)


def filled(text: str, words: Mapping[str, str]) -> str:
    return Template(text).safe_substitute(words)


def plain_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _success(value: Any, words: Mapping[str, str]) -> bytes:
    data = value["ok"] if isinstance(value["ok"], str) else plain_json(value["ok"])
    return filled('{"code":"0000","msg":"success","data":' + data + ',"success":true,"failed":false}', words).encode()


def _failure(value: Any, words: Mapping[str, str]) -> bytes:
    code, message = value["fail"]
    envelope = {"code": code, "msg": message, "data": None, "success": False, "failed": True}
    return filled(plain_json(envelope), words).encode()


def _answer(value: Any, words: Mapping[str, str]) -> bytes:
    what = value["answer"]
    body = piece(what.get("body", ""), words)
    kind = what.get("type", JSON)
    lines = [f"HTTP/1.1 {what.get('status', '200 OK')}"]
    if kind is not None:
        lines.append(f"Content-Type: {kind}")
    lines += [filled(line, words) for line in what.get("headers", ())]
    length = what.get("length", "chunked" if what.get("chunked") else len(body))
    if what.get("chunked"):
        lines.append("Transfer-Encoding: chunked")
        body = b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body)
    elif length is not None:
        lines.append(f"Content-Length: {length}")
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body


def _stream(value: Any, words: Mapping[str, str]) -> bytes:
    """The head of a stream and its first events; what ends it is the end of the connection."""
    return _answer({"answer": {"type": "text/event-stream", "length": None, "body": value["stream"]}}, words)


def _events(value: Any, words: Mapping[str, str]) -> bytes:
    return b"".join(b"data:" + filled(plain_json(each), words).encode() + b"\n\n" for each in value["events"])


def _first(value: Any, words: Mapping[str, str]) -> bytes:
    return piece(value["of"], words)[: value["first"]]


PIECES: Final[Mapping[str, Callable[[Any, Mapping[str, str]], bytes]]] = {
    "times": lambda value, words: piece(value["of"], words) * value["times"],
    "first": _first,
    "utf8": lambda value, words: filled(value["utf8"], words).encode(),
    "utf16": lambda value, words: filled(value["utf16"], words).encode("utf-16"),
    "gzip": lambda value, words: gzip.compress(piece(value["gzip"], words), mtime=0),
    "deflate": lambda value, words: zlib.compress(piece(value["deflate"], words)),
    "ok": _success,
    "fail": _failure,
    "events": _events,
    "answer": _answer,
    "stream": _stream,
}
