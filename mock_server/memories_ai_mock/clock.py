"""The emulator's time: real, or standing still until it is turned."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable


class Clock:
    """Real time, which `advance` can put forward. Safe to use from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._listeners: list[Callable[[], None]] = []
        self._advanced = 0.0

    def now(self) -> float:
        """Seconds since 1970."""
        return time.time() + self._advanced

    def advance(self, seconds: float) -> None:
        """Put the clock forward and wake whatever waits for it.

        Raises:
            ValueError: `seconds` is negative.
        """
        if seconds < 0:
            raise ValueError(f"seconds: {seconds} is negative; a clock only goes forward")
        with self._lock:
            self._advanced += seconds
            listeners = list(self._listeners)
        for listener in listeners:
            listener()

    def real_seconds_until(self, moment: float) -> float | None:
        """Real seconds until `moment`, at least 0; None if only `advance` can bring it."""
        return max(0.0, moment - self.now())

    def on_advance(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call `listener` after each `advance`; returns what ends the subscription."""
        with self._lock:
            self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)


class ManualClock(Clock):
    """A clock that stands still at `start` (seconds since 1970) until `advance` moves it."""

    def __init__(self, start: float = 1_790_000_000.0) -> None:
        super().__init__()
        self._start = start

    def now(self) -> float:
        return self._start + self._advanced

    def real_seconds_until(self, moment: float) -> float | None:
        return 0.0 if moment <= self.now() else None
