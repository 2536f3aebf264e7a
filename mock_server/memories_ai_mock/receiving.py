"""Reads the body of a request: bounded in size and time, files straight to disk."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import parse_qsl

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request

from memories_ai_mock.envelope import RequestError, shown

MAX_PARTS = 100
# Room for the part headers and boundaries of MAX_PARTS parts.
FRAMING_BYTES = 4 * 1024**2
BLOCK_BYTES = 512 * 1024
SHORT_BYTES = 16 * 1024
# More than any request needs: its lists have 1,000 entries at most.
MAX_VALUES = 20_000
# Its pieces give nothing back and an open end counts as an end, so that it never starts over.
STRING = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)', re.DOTALL)

Pairs = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a body may be, in bytes, and how long a client may pause, in seconds."""

    file_bytes: int
    text_bytes: int
    pause: float


class PartKind(Enum):
    """What a part of a form holds: plain text, a JSON document (which may come as a file), or a file."""

    TEXT = "text"
    DOCUMENT = "document"
    FILE = "file"


@dataclass(slots=True)
class ReceivedFile:
    """A file part, written to `path`, which goes away with the request unless it is moved."""

    name: str
    content_type: str
    path: Path
    size: int = 0


@dataclass(slots=True)
class Form:
    """The parts of a multipart body."""

    pairs: Pairs = field(default_factory=list)
    files: dict[str, list[ReceivedFile]] = field(default_factory=dict)

    def discard(self) -> None:
        """Remove the files that nobody moved away."""
        for files in self.files.values():
            for file in files:
                file.path.unlink(missing_ok=True)


async def read_text(request: Request, limits: Limits) -> str:
    """The body of a request.

    Raises:
        RequestError: too large, too slow, or not UTF-8.
    """
    blocks = [block async for block in _blocks(request, limits, limits.text_bytes)]
    return utf8_text(b"".join(blocks), "body")


def is_short(request: Request) -> bool:
    """Whether the body is so short that working on it takes less time than going to another thread."""
    return 0 <= _declared_length(request) <= SHORT_BYTES and "content-length" in request.headers


def parse_json(text: str, where: str = "body") -> Any:
    """JSON as RFC 8259 has it: no NaN, no number beyond a double, no half surrogate pairs. `where` names it in errors.

    Raises:
        RequestError: it is none.
    """
    # A megabyte of "[],[],[]" becomes a hundred when it is parsed.
    if len(text) > SHORT_BYTES and sum(map(STRING.sub("", text).count, ",[{")) > MAX_VALUES:
        raise RequestError(f"{where}: holds more than {MAX_VALUES} values; send fewer")
    try:
        value = json.loads(text, parse_constant=_refuse_constant, parse_float=_finite, parse_int=_bounded)
        # Only an escape can hold half a surrogate pair.
        if "\\u" in text:
            json.dumps(value, ensure_ascii=False).encode()
    except RecursionError:
        raise RequestError(f"{where}: nested too deeply; send a flatter document") from None
    except UnicodeEncodeError:
        raise RequestError(f"{where}: holds half of a surrogate pair; send complete characters") from None
    except ValueError as error:
        raise RequestError(f"{where}: malformed JSON ({error}); send a JSON document") from error
    return value


async def read_urlencoded(request: Request, limits: Limits) -> Pairs:
    """The fields of an urlencoded body, in their order."""
    return parse_pairs(await read_text(request, limits), "body")


def parse_pairs(text: str, where: str) -> Pairs:
    """The name-value pairs of an urlencoded text.

    Raises:
        RequestError: broken UTF-8, or more than 1,000 pairs.
    """
    try:
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=1000)
    except ValueError as error:
        raise RequestError(f"{where}: malformed form text ({error}); send at most 1,000 fields in UTF-8") from error


async def read_multipart(
    request: Request, limits: Limits, new_file: Callable[[], Path], members: Mapping[str, PartKind]
) -> Form:
    """The parts of a multipart body. `members` tells of each known name what it holds; files are written to
    `new_file()`, those of other names are skipped.

    Raises:
        RequestError: too large, too slow, malformed or cut short. Nothing stays on disk then.
    """
    collector = _PartCollector(limits, new_file, members)
    try:
        parser = MultipartParser(_boundary(request), collector.callbacks())
        async for block in _blocks(request, limits, limits.file_bytes + limits.text_bytes + FRAMING_BYTES):
            await run_in_threadpool(parser.write, block)
        collector.check_complete()
    except FormParserError as error:
        collector.abandon()
        raise RequestError(f"body: malformed multipart ({shown(str(error), 200)[1:-1]})") from error
    except OSError as error:
        collector.abandon()
        raise RequestError(f"file: the emulator cannot store it ({error.strerror}); free some disk space") from error
    except BaseException:
        collector.abandon()
        raise
    return collector.form


class _PartCollector:
    """Callbacks of the parser; sorts what it finds into a `Form`."""

    def __init__(self, limits: Limits, new_file: Callable[[], Path], members: Mapping[str, PartKind]) -> None:
        self.form = Form()
        self._limits = limits
        self._new_file = new_file
        self._members = members
        self._parts = 0
        self._text_bytes = 0
        self._complete = False
        self._header = (bytearray(), bytearray())
        self._headers: dict[str, bytes] = {}
        self._name = ""
        self._text: bytearray | None = None
        self._sink: BinaryIO | None = None

    def callbacks(self) -> Any:
        """As `MultipartParser` wants them."""
        return {
            "on_part_begin": self._begin_part,
            "on_header_field": lambda data, start, end: self._header[0].extend(data[start:end]),
            "on_header_value": lambda data, start, end: self._header[1].extend(data[start:end]),
            "on_header_end": self._end_header,
            "on_headers_finished": self._open_part,
            "on_part_data": lambda data, start, end: self._take(data[start:end]),
            "on_part_end": self._end_part,
            "on_end": self._end,
        }

    def check_complete(self) -> None:
        if not self._complete:
            raise RequestError("body: the multipart data ends before its closing boundary; send it whole")

    def abandon(self) -> None:
        self._close_sink()
        self.form.discard()

    def _begin_part(self) -> None:
        self._parts += 1
        if self._parts > MAX_PARTS:
            raise RequestError(f"body: has more than {MAX_PARTS} parts; send fewer")
        self._headers = {}

    def _end_header(self) -> None:
        name, value = self._header
        self._headers[name.decode("latin-1").lower()] = bytes(value)
        self._header = (bytearray(), bytearray())

    def _open_part(self) -> None:
        disposition, options = parse_options_header(self._headers.get("content-disposition"))
        if disposition != b"form-data" or b"name" not in options:
            raise RequestError('body: a part has no Content-Disposition of the form: form-data; name="…"')
        self._name = utf8_text(options[b"name"], "part name")
        has_file_name = b"filename" in options
        if has_file_name and self._members.get(self._name) is PartKind.FILE:
            self._open_file(utf8_text(options[b"filename"], "file name"))
        elif not has_file_name or self._name in self._members:
            self._text = bytearray()

    def _open_file(self, file_name: str) -> None:
        content_type = self._headers.get("content-type", b"").decode("latin-1")
        file = ReceivedFile(file_name, content_type, self._new_file())
        self.form.files.setdefault(self._name, []).append(file)
        self._sink = file.path.open("wb")

    def _take(self, data: bytes) -> None:
        if self._sink is not None:
            self._take_file(self._sink, data)
        elif self._text is not None:
            self._text_bytes += len(data)
            if self._text_bytes > self._limits.text_bytes:
                raise RequestError(
                    f"{shown(self._name)[1:-1]}: the text fields exceed {self._limits.text_bytes} bytes; "
                    "send a video as a file part, that is with a filename"
                )
            self._text.extend(data)

    def _take_file(self, sink: BinaryIO, data: bytes) -> None:
        file = self.form.files[self._name][-1]
        file.size += len(data)
        if file.size > self._limits.file_bytes:
            raise RequestError(f"{self._name}: larger than {self._limits.file_bytes} bytes; send a smaller file")
        sink.write(data)

    def _end_part(self) -> None:
        if self._text is not None:
            self.form.pairs.append((self._name, utf8_text(bytes(self._text), shown(self._name)[1:-1])))
        self._text = None
        self._close_sink()

    def _close_sink(self) -> None:
        if self._sink is not None:
            self._sink.close()
        self._sink = None

    def _end(self) -> None:
        self._complete = True


async def _blocks(request: Request, limits: Limits, max_bytes: int) -> AsyncIterator[bytes]:
    """The body in blocks worth a trip to another thread, at most `max_bytes` in all."""
    if _declared_length(request) > max_bytes:
        raise RequestError(f"body: larger than {max_bytes} bytes; send less")
    total, block = 0, bytearray()
    # A generator must not hold a timeout while its caller works: each chunk has one of its own.
    async for chunk in _chunks(request, limits.pause):
        total += len(chunk)
        if total > max_bytes:
            raise RequestError(f"body: larger than {max_bytes} bytes; send less")
        block.extend(chunk)
        if len(block) >= BLOCK_BYTES:
            yield bytes(block)
            block.clear()
    if block:
        yield bytes(block)


async def _chunks(request: Request, pause: float) -> AsyncIterator[bytes]:
    more = True
    while more:
        try:
            async with asyncio.timeout(pause):
                message = await request.receive()
        except TimeoutError:
            raise RequestError(f"body: nothing arrived for {pause:g} seconds; send it without a pause") from None
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        more = message.get("more_body", False)
        if message.get("body"):
            yield message["body"]


def _declared_length(request: Request) -> int:
    # The HTTP parser has refused anything but digits.
    return int(request.headers.get("content-length", 0))


def _boundary(request: Request) -> bytes:
    _, options = parse_options_header(request.headers.get("content-type"))
    if not options.get(b"boundary"):
        raise RequestError("Content-Type: has no boundary; let the HTTP library set this header")
    return options[b"boundary"]


def utf8_text(data: bytes, where: str) -> str:
    """Received bytes as text; `where` names them in the `RequestError` for broken UTF-8."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        raise RequestError(f"{where}: is not UTF-8; send UTF-8 text") from None


def _refuse_constant(name: str) -> float:
    raise ValueError(f"{name} is not a JSON number")


def _bounded(text: str) -> int:
    if len(text) > 300:
        raise ValueError("an integer has more than 300 digits")
    return int(text)


def _finite(text: str) -> int | float:
    number = float(text)
    if number in (float("inf"), float("-inf")):
        raise ValueError("a number exceeds the range of a double")
    # 2.0 is an integer to JSON Schema, so it is one to the handlers; 1e308 is one as well, which others refuse.
    return int(number) if number.is_integer() else number
