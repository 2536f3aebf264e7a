"""Server-sent events from bytes, however the bytes are cut. No I/O."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import NamedTuple

MAX_EVENT_CHARACTERS = 4 * 1024 * 1024


class ServerSentEvent(NamedTuple):
    """Name and data of an event; `message` is the name of those that have none."""

    data: str
    name: str = "message"


class SSEDecoder:
    """Incremental decoder of server-sent events, after the WHATWG rules.

    Lines end with LF, CR or CRLF and nothing else: U+2028 and the like belong to the data. `id` and `retry` fields are
    read over, since no stream of this service carries them. An event that is not closed by a blank line
    is not delivered.

    Raises (from feed and finish):
        ValueError: bytes that are not UTF-8, or an event beyond MAX_EVENT_CHARACTERS.
    """

    def __init__(self) -> None:
        self._decode = codecs.getincrementaldecoder("utf-8")().decode
        # Pieces of a line that has not ended: joined once, however small they come.
        self._line: list[str] = []
        self._line_size = 0
        self._data: list[str] = []
        self._name = ""
        self._size = 0
        self._at_start = True
        self._after_cr = False

    def feed(self, chunk: bytes) -> Iterator[ServerSentEvent]:
        """Yield each event that the chunk completes."""
        yield from self._events(self._decode(chunk))

    def finish(self) -> None:
        """Say that no more bytes come; raises if they end within a character."""
        self._decode(b"", final=True)

    @property
    def is_within_event(self) -> bool:
        """Whether an event has begun that no blank line has closed."""
        return bool(self._data or self._line)

    def _events(self, text: str) -> Iterator[ServerSentEvent]:
        for line in self._lines(text):
            if line:
                self._field(line)
                continue
            data, name = self._data, self._name
            self._data, self._name, self._size = [], "", 0
            if data:
                yield ServerSentEvent("\n".join(data), name or "message")

    def _lines(self, text: str) -> Iterator[str]:
        if not text:
            return
        if self._at_start:
            self._at_start = False
            text = text.removeprefix("\ufeff")
        if self._after_cr:  # the LF of a CRLF that was cut in two
            self._after_cr = False
            text = text.removeprefix("\n")
        # A chunk that ends with CR ends a line now; a stream must not wait for an LF that may never come.
        self._after_cr = text.endswith("\r")
        *lines, rest = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        for line in lines:
            complete = "".join((*self._line, line))
            self._line, self._line_size = [], 0
            yield complete
        if rest:
            self._line.append(rest)
            self._line_size += len(rest)
            self._bound(self._line_size)

    def _field(self, line: str) -> None:
        name, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if name == "event":
            self._name = value
        if name == "data":
            self._data.append(value)
            self._size += len(value) + 1  # of its line end: lines without end may be empty
            self._bound(self._size)

    def _bound(self, size: int) -> None:
        if size > MAX_EVENT_CHARACTERS:
            raise ValueError(f"an event is longer than {MAX_EVENT_CHARACTERS} characters")
