"""Memory: whether the allocator takes what it is told."""

from __future__ import annotations

import platform
import subprocess
import sys

import pytest

from memories_ai_mock import memory


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc can be told")
def test_the_allocator_takes_what_it_is_told() -> None:
    told = "from memories_ai_mock.memory import keep_memory_small; print(keep_memory_small())"
    # In a process of its own: it cannot be taken back.
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, timeout=30, check=True)
    assert done.stdout == "True\n"


def test_without_such_an_allocator_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise OSError(name)

    monkeypatch.setattr(memory.ctypes, "CDLL", missing)
    assert not memory.keep_memory_small()
    memory.release_memory()
