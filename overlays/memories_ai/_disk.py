"""A file that is written to the disk while more of it comes."""

from __future__ import annotations

import os
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from typing import BinaryIO, Final

# After so many bytes, what was written is flushed. Where the disk is slower than the writer, he waits at twice as many.
BEHIND: Final = 32 * 1024 * 1024


class DiskFile:
    """Writes a file. What was written goes to the disk behind the writer's back, so that little is left at the end.

    Raises (from all methods):
        OSError: the disk refuses, now or some time before.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._since = 0
        self._flusher: ThreadPoolExecutor | None = None
        self._flush: Future[None] | None = None

    def write(self, data: bytes) -> None:
        self._file.write(data)
        self._since += len(data)
        is_free = self._flush is None or self._flush.done()
        if self._since >= (BEHIND if is_free else 2 * BEHIND):
            self._flush_behind()

    def restart(self) -> None:
        """Throw away what was written."""
        self._settle()
        self._file.seek(0)
        self._file.truncate()
        self._since = 0

    def complete(self) -> None:
        """Have all of it on the disk, and close."""
        if self._file.closed:
            return
        self._settle()
        self._file.flush()
        os.fsync(self._file.fileno())
        self.close()

    def close(self) -> None:
        # The number of the file must stay its own until the last flush is over.
        if self._flusher:
            self._flusher.shutdown()
        self._file.close()

    def _flush_behind(self) -> None:
        self._settle()
        self._file.flush()
        self._flusher = self._flusher or ThreadPoolExecutor(1, "memories-ai-disk")
        with suppress(RuntimeError):  # no thread to be had: all of it is flushed at the end
            self._flush = self._flusher.submit(os.fsync, self._file.fileno())
        self._since = 0

    def _settle(self) -> None:
        """Wait for the flush that is going on."""
        if self._flush:
            self._flush.result()
            self._flush = None
