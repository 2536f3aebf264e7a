"""What the journal tells of the client: did it behave well when things went wrong?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from memories_ai_mock.envelope import LIMIT_EXCEEDED
from memories_ai_mock.faults import FAILING, UNCERTAIN
from memories_ai_mock.journal import Entry

# A second request so soon after a first one is taken for the same one.
REPEAT_SECONDS = 120.0
STORM_REQUESTS = 6
STORM_SECONDS = 2.0
# Clocks and sleeps are not exact.
PATIENCE = 0.95

RETRIED = "retried a call that must not be repeated"
STORM = "retry storm"
IMPATIENT = "ignored Retry-After"
LEAKED = "sent its key to another host"
TRUNCATED = "accepted a truncated stream"

Finding = dict[str, Any]


def verdict(entries: Sequence[Entry]) -> dict[str, Any]:
    """`{"clean": bool, "findings": [{"rule", "entries" (ids in the journal), "message"}]}`."""
    entries = sorted(entries, key=lambda entry: entry.real_time)
    findings = [
        *_repeated(entries),
        *_storms(entries),
        *_impatient(entries),
        *_leaks(entries),
        *_truncated(entries),
    ]
    return {"clean": not findings, "findings": findings}


def _finding(rule: str, entries: Sequence[Entry], message: str) -> Finding:
    return {"rule": rule, "entries": [entry.id for entry in entries], "message": message}


def _repeated(entries: Sequence[Entry]) -> Iterator[Finding]:
    """A call that may have arrived, and was sent again although that does the same thing twice."""
    uncertain: dict[tuple[str | None, str | None], Entry] = {}
    for entry in entries:
        if entry.idempotent or entry.operation is None:
            continue
        key = (entry.operation, entry.sender)
        first = uncertain.get(key)
        same = first is not None and _followed(first, entry) and _same(first, entry)
        if first is not None and same and entry.real_time - first.real_time <= REPEAT_SECONDS:
            yield _finding(RETRIED, [first, entry], f"{entry.operation} was sent again after {_trouble(first)}")
        if _is_uncertain(entry):
            uncertain[key] = entry
        elif same:
            uncertain.pop(key, None)


def _followed(first: Entry, entry: Entry) -> bool:
    """Whether a request began after another one had ended."""
    return entry.real_time >= _end(first)


def _end(entry: Entry) -> float:
    return entry.real_time + entry.milliseconds / 1000 if entry.last_seen is None else entry.last_seen


def _same(first: Entry, entry: Entry) -> bool:
    # Faults that strike before the body is read leave no digest: then its length has to tell.
    if first.digest is None or entry.digest is None:
        return first.length == entry.length
    return first.digest == entry.digest


def _is_uncertain(entry: Entry) -> bool:
    return entry.fault in UNCERTAIN or entry.status >= 500 or entry.last_seen is not None


def _trouble(entry: Entry) -> str:
    if entry.last_seen is not None:
        return "the client had given up waiting for it"
    return f"the fault {entry.fault}" if entry.fault else f"HTTP status {entry.status}"


def _storms(entries: Sequence[Entry]) -> Iterator[Finding]:
    """Many failing requests in no time."""
    failing: defaultdict[tuple[str | None, str | None], list[Entry]] = defaultdict(list)
    for entry in entries:
        key = (entry.operation, entry.sender)
        if entry.fault not in FAILING and entry.status < 429 and entry.code != LIMIT_EXCEEDED:
            failing.pop(key, None)
            continue
        recent = [each for each in failing[key] if entry.real_time - each.real_time <= STORM_SECONDS] + [entry]
        failing[key] = recent
        if len(recent) >= STORM_REQUESTS:
            message = f"{entry.operation}: {len(recent)} failing requests within {STORM_SECONDS:g} s"
            yield _finding(STORM, recent, message)
            failing[key] = []


def _impatient(entries: Sequence[Entry]) -> Iterator[Finding]:
    asked: dict[tuple[str | None, str | None], Entry] = {}
    for entry in entries:
        key = (entry.operation, entry.sender)
        first = asked.get(key)
        if first is not None and first.retry_after is not None and _followed(first, entry):
            del asked[key]
            waited = entry.real_time - _end(first)
            if waited < first.retry_after * PATIENCE:
                message = f"{entry.operation}: waited {waited:.2f} s where {first.retry_after:g} s were asked for"
                yield _finding(IMPATIENT, [first, entry], message)
        if entry.retry_after is not None:
            asked[key] = entry


def _leaks(entries: Sequence[Entry]) -> Iterator[Finding]:
    for entry in entries:
        if entry.path.startswith("/__mock__/other-host") and entry.sender is not None:
            yield _finding(LEAKED, [entry], f"the key went to {entry.host}, where a redirect led")


def _truncated(entries: Sequence[Entry]) -> Iterator[Finding]:
    """A session is gone on with whose only answer was cut off."""
    begun: dict[str, Entry] = {}
    for entry in entries:
        if entry.session_id is None:
            continue
        first = begun.setdefault(entry.session_id, entry)
        if first is not entry and first.cut_session is not None:
            yield _finding(TRUNCATED, [first, entry], f"session {entry.session_id} was gone on with")
