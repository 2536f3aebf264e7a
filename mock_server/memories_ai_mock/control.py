"""An emulator in the hands of a test: fill it, turn its clock, break its answers, look at what was asked."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from typing import Any

from memories_ai_mock import seeding
from memories_ai_mock.services import Services
from memories_ai_mock.verdict import verdict

Segments = Sequence[tuple[float, float, str]]
# More than the journal holds.
EVERYTHING = 1_000_000
POLL_SECONDS = 0.005


class Control:
    """What `/__mock__/` offers, without HTTP in between. Safe to use from any thread."""

    def __init__(self, services: Services, base_url: str) -> None:
        self._services = services
        self.base_url = base_url

    def reset(self) -> None:
        """Go back to the beginning: forget state, journal, faults; ids go on counting, the clock stays."""
        self._services.reset()

    # Entries are JSON: see `seeding.seed`.
    def seed(self, document: Mapping[str, Any]) -> dict[str, Any]:
        """Store what a document holds, all or nothing of it; returns the ids that it was given.

        Raises:
            SeedError, ContentError: it has the wrong form; the message names the member.
        """
        made = seeding.seed(self._services, document)
        self._services.wake()
        return made

    # Options are members of a seeded video.
    def add_video(
        self, key: str, video_name: str, *, speech: Segments = (), scenes: Segments = (), **options: Any
    ) -> str:
        """Add an indexed video; returns its video_no.

        Args:
            key: The API key of its account.
            speech: What is said: start and end in seconds, and the text.
            scenes: What is shown, likewise.
            options: See the videos of `seeding.seed`, such as unique_id, status, tags.
        """
        content = {"speech": _segments(speech), "scenes": _segments(scenes), **options.pop("content", {})}
        video = {"key": key, "video_name": video_name, "content": content, **options}
        video_no: str = self.seed({"videos": [video]})["videos"][0]
        return video_no

    # Options are members of a fault.
    def add_fault(self, kind: str, operation: str | None = None, **options: Any) -> None:
        """Have the next request (of an operation, if it is named) answered with a fault: see `faults.KINDS`.

        Raises:
            FaultError: there is no such fault.
        """
        self._services.faults.add({"kind": kind, "operation": operation, **options})

    def advance(self, seconds: float) -> None:
        """Put the clock forward."""
        self._services.clock.advance(seconds)

    def settle(self, seconds: float = 10.0) -> None:
        """Wait until all is done whose time has come: videos are fetched and indexed, tasks finished. Callbacks may
        still be on their way.

        Args:
            seconds: How long to wait, in real time.

        Raises:
            TimeoutError: it is not done by then.
        """
        deadline = time.monotonic() + seconds
        while self._services.is_busy():
            if time.monotonic() > deadline:
                raise TimeoutError(f"the emulator is still at work after {seconds:g} s")
            time.sleep(POLL_SECONDS)

    def journal(self) -> list[dict[str, Any]]:
        """The last requests, oldest first: see `journal.Entry.as_json`."""
        return [entry.as_json() for entry in self._services.journal.after(0, EVERYTHING)]

    def verdict(self) -> dict[str, Any]:
        """How well the client behaved: see `verdict.verdict`."""
        return verdict(self._services.journal.after(0, EVERYTHING))

    def inbox_url(self, name: str = "test") -> str:
        """An address for callbacks, which the emulator keeps itself."""
        return f"{self.base_url}/__mock__/inbox/{name}"

    def inbox(self, name: str = "test", *, at_least: int = 0, seconds: float = 5.0) -> list[dict[str, Any]]:
        """The callbacks that came to `inbox_url(name)`, oldest first: `{"id", "name", "time", "content_type", "body"}`.

        Args:
            at_least: Wait until so many have come.
            seconds: How long to wait, in real time.

        Raises:
            TimeoutError: they have not come.
        """
        deadline = time.monotonic() + seconds
        while len(found := self._services.inbox.all(EVERYTHING, name)) < at_least:
            if time.monotonic() > deadline:
                raise TimeoutError(f"inbox {name}: {len(found)} of {at_least} callbacks came within {seconds:g} s")
            time.sleep(POLL_SECONDS)
        return found[::-1]


def _segments(segments: Segments) -> list[dict[str, Any]]:
    return [{"start": start, "end": end, "text": text} for start, end, text in segments]
