"""What was asked of the emulator: the last requests, and counts by operation. Kept in memory alone."""

from __future__ import annotations

import threading
import time
from collections import deque
from dataclasses import asdict, dataclass, field
from typing import Any

MAX_ENTRIES = 5_000
# Characters of a text that a request brought.
MAX_KEPT = 300


@dataclass(slots=True)
class Entry:
    """One request. `problem` says what was wrong with it; `fault` names what the emulator did to its answer.

    Attributes:
        time: Seconds since 1970, by the emulator's clock; `real_time` by a clock that nobody turns.
        account: Hash of the API key.
        sender: Hash of the Authorization header, whatever became of the request; None: there was none.
        length: The Content-Length header.
        digest: Tells whether two requests are the same: operation, query and body.
        last_seen: When the client was still there (as `real_time`), if it left while a fault kept it waiting.
    """

    time: float
    real_time: float
    method: str
    path: str
    id: int = 0
    host: str = ""
    sender: str | None = None
    length: bytes | None = None
    operation: str | None = None
    account: str | None = None
    status: int = 0
    code: str | None = None
    milliseconds: float = 0.0
    problem: str | None = None
    fault: str | None = None
    digest: str | None = None
    idempotent: bool = True
    retry_after: float | None = None
    session_id: str | None = None
    cut_session: str | None = None
    last_seen: float | None = None

    def as_json(self) -> dict[str, Any]:
        """What the control interface shows."""
        shown = ("id", "time", "method", "path", "operation", "status", "code", "milliseconds", "problem", "fault")
        values = {name: getattr(self, name) for name in shown}
        values["account"] = self.account and self.account[:12]
        return values


@dataclass(slots=True)
class Usage:
    """How often an operation was asked for."""

    requests: int = 0
    failures: int = 0
    last_time: float = 0.0


@dataclass(slots=True)
class Journal:
    """The last requests, oldest first. Safe to use from any thread."""

    entries: deque[Entry] = field(default_factory=lambda: deque(maxlen=MAX_ENTRIES))
    usage: dict[str, Usage] = field(default_factory=dict)
    last_id: int = 0
    _cleared: float = 0.0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, entry: Entry) -> None:
        """Note a request that was answered, and give it its id: in the order of the answers, never one twice. One that
        began before the journal was cleared is left out.
        """
        with self._lock:
            if entry.real_time < self._cleared:
                return
            self.last_id += 1
            entry.id = self.last_id
            self.entries.append(entry)
            if entry.operation is None:
                return
            usage = self.usage.setdefault(entry.operation, Usage())
            usage.requests += 1
            # Status 0: no answer went out.
            usage.failures += entry.problem is not None or entry.status >= 400 or not entry.status
            usage.last_time = entry.time

    def after(self, entry_id: int, limit: int) -> list[Entry]:
        """The oldest entries after an id."""
        with self._lock:
            found = [entry for entry in self.entries if entry.id > entry_id]
        return found[:limit]

    def usage_rows(self) -> list[dict[str, Any]]:
        """Usage by operation, the last used first."""
        with self._lock:
            rows = [{"operation": name, **asdict(usage)} for name, usage in self.usage.items()]
        return sorted(rows, key=lambda row: -row["last_time"])

    def clear(self) -> None:
        """Forget all requests, those under way as well; ids go on counting."""
        with self._lock:
            self._cleared = time.monotonic()
            self.entries.clear()
            self.usage.clear()
