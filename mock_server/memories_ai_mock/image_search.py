"""Finds moments of videos, and images, by what they look like."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from memories_ai_mock.database import Database

# Moments of one video this close to each other count as one.
SAME_MOMENT_SECONDS = 1.0

FRAMES = """
    SELECT video_no, seconds, fingerprint FROM frames
    WHERE video_no IN (SELECT value FROM json_each(:video_nos)) ORDER BY video_no, seconds
"""


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment of a video, in seconds, and how much it looks like the picture: 0 to 1."""

    video_no: str
    seconds: float
    score: float


class ImageSearch:
    """Searches the pictures of videos."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def moments(self, fingerprint: bytes, video_nos: Iterable[str], lowest: float, limit: int) -> list[Moment]:
        """The moments that look most like a picture, best first; one a second and video."""
        rows = self._database.rows(FRAMES, {"video_nos": json.dumps(list(video_nos))})
        scores = similarities(fingerprint, [row["fingerprint"] for row in rows])
        found = [
            Moment(row["video_no"], row["seconds"], round(score, 6))
            for row, score in zip(rows, scores, strict=True)
            if score >= lowest
        ]
        found.sort(key=lambda moment: (-moment.score, moment.video_no, moment.seconds))
        return _apart(found, limit)


def similarities(fingerprint: bytes, others: Sequence[bytes]) -> list[float]:
    """How much each of some pictures looks like one: 0 to 1."""
    if not others:
        return []
    # Imported here: starting the emulator should not wait for it.
    from memories_ai_mock import pictures

    return [float(score) for score in pictures.similarities(fingerprint, others)]


def _apart(moments: Iterable[Moment], limit: int) -> list[Moment]:
    kept: list[Moment] = []
    taken: dict[str, list[float]] = {}
    for moment in moments:
        near = taken.setdefault(moment.video_no, [])
        if all(abs(moment.seconds - seconds) >= SAME_MOMENT_SECONDS for seconds in near):
            near.append(moment.seconds)
            kept.append(moment)
            if len(kept) >= limit:
                break
    return kept
