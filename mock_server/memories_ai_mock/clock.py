"""The emulator's time: real, or standing still until it is turned."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

# More than any clock is put forward: about three hundred years, in seconds.
FOREVER = 1e10


class Clock:
    """Real time, which `advance` can put forward and `freeze` can stop. Safe to use from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._listeners: list[Callable[[], None]] = []
        self._advanced = 0.0
        self._frozen_at: float | None = None

    @property
    def frozen(self) -> bool:
        """Whether time stands still until `advance`."""
        return self._frozen_at is not None

    def now(self) -> float:
        """Seconds since 1970."""
        with self._lock:
            return (time.time() if self._frozen_at is None else self._frozen_at) + self._advanced

    def freeze(self) -> None:
        """Have time stand still from now on."""
        with self._lock:
            if self._frozen_at is None:
                self._frozen_at = time.time()

    def unfreeze(self) -> None:
        """Have time go on from where it stands."""
        with self._lock:
            if self._frozen_at is None:
                return
            self._advanced -= time.time() - self._frozen_at
            self._frozen_at = None
            listeners = list(self._listeners)
        for listener in listeners:
            listener()

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
        if self.frozen:
            return 0.0 if moment <= self.now() else None
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
        self._frozen_at = start
