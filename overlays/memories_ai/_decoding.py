"""Bodies that come packed: unpacked in small pieces, whatever they unpack to, and to their true end. No I/O."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Final

PIECE: Final = 256 * 1024
ENCODINGS: Final = "gzip, deflate"
_WINDOWS: Final = {"gzip": 16 + zlib.MAX_WBITS, "x-gzip": 16 + zlib.MAX_WBITS, "deflate": zlib.MAX_WBITS}


def unpacker(encoding: str) -> Plain | Unpacker:
    """What takes this content encoding off a body.

    Raises:
        ValueError: the encoding is not known.
    """
    names = [name for part in encoding.split(",") if (name := part.strip().lower()) not in {"", "identity"}]
    if not names:
        return PLAIN
    if len(names) > 1 or names[0] not in _WINDOWS:
        raise ValueError(f"its encoding {encoding!r} was not asked for")
    return Unpacker(names[0])


class Plain:
    """Leaves a body that is not packed as it is."""

    def feed(self, data: bytes) -> Iterator[bytes]:
        return iter((data,))

    def finish(self) -> None:
        """Nothing can be missing."""


PLAIN: Final = Plain()


class Unpacker:
    """Takes the content encoding off a body that comes in chunks.

    The HTTP library unpacks a whole chunk at once, a thousand times its size; and it lets pass what is cut, what
    follows the end, and encodings that it does not know.

    Raises (from all methods):
        ValueError: the bytes are not what the encoding says.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._state = self._begin()
        self._begun = False

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Yield what a chunk unpacks to, in pieces of at most PIECE bytes."""
        while data:
            if self._state.eof:
                self._next_member(data)
            self._begun = True
            yield from self._unpack(data)
            data = self._state.unused_data

    def finish(self) -> None:
        """Say that no more bytes come."""
        if self._begun and not self._state.eof:
            raise ValueError(f"its {self._name} data is cut off")

    def _begin(self) -> zlib._Decompress:
        return zlib.decompressobj(_WINDOWS[self._name])

    def _next_member(self, data: bytes) -> None:
        """Gzip data may follow gzip data (RFC 1952); anything else may not."""
        if self._name == "deflate" or not data.startswith(b"\x1f"):
            raise ValueError(f"bytes follow the end of its {self._name} data")
        self._state = self._begin()

    def _unpack(self, data: bytes) -> Iterator[bytes]:
        piece = b""
        # A full piece may have left more within the state, even where no input is left.
        while data or len(piece) == PIECE:
            try:
                piece = self._state.decompress(data, PIECE)
            except zlib.error as error:
                raise ValueError(f"its {self._name} data is broken: {error}") from None
            yield piece
            data = self._state.unconsumed_tail
