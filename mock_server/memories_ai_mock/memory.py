"""Keeps the process small where glibc is what allocates; elsewhere nothing happens."""

from __future__ import annotations

import ctypes
from contextlib import suppress

# Numbers of glibc's mallopt, and what it is told.
TRIM_THRESHOLD, MMAP_THRESHOLD, ARENA_MAX = -1, -3, -8
LARGE_BYTES = 128 * 1024


def keep_memory_small() -> bool:
    """Have large pieces go back to the system as soon as they are free; False where that cannot be had.

    glibc begins so, but after the first large piece it keeps all, in a heap for each thread: megabytes of a received
    document then leave gaps that nothing else fills.
    """
    with suppress(OSError, AttributeError):
        mallopt = ctypes.CDLL("libc.so.6").mallopt
        options = ((MMAP_THRESHOLD, LARGE_BYTES), (TRIM_THRESHOLD, LARGE_BYTES), (ARENA_MAX, 1))
        return all(mallopt(option, value) for option, value in options)
    return False


def release_memory() -> None:
    """Give what is free back to the system."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL("libc.so.6").malloc_trim(0)
