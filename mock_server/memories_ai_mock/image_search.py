"""Finds moments of videos, and images, by what they look like."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from memories_ai_mock.database import Database

FRAMES = """
    SELECT video_no, seconds, fingerprint FROM frames
    WHERE video_no IN (SELECT value FROM json_each(:video_nos)) ORDER BY video_no, seconds
"""


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch of a video, in seconds, and how much it looks like the picture: 0 to 1. `seconds` is the best moment in
    it, where nothing moves the middle."""

    video_no: str
    start: float
    seconds: float
    end: float
    score: float


class ImageSearch:
    """Searches the pictures of videos."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def moments(self, fingerprint: bytes, video_nos: Iterable[str], lowest: float, limit: int) -> list[Moment]:
        """The moments that look most like a picture, best first."""
        # Imported here: starting the emulator should not wait for it.
        from memories_ai_mock import pictures

        rows = self._database.rows(FRAMES, {"video_nos": json.dumps(list(video_nos))})
        if not rows:
            return []
        scores = pictures.similarities(fingerprint, [row["fingerprint"] for row in rows])
        found: list[Moment] = []
        position = 0
        for video_no, frames in groupby(rows, key=lambda row: str(row["video_no"])):
            seconds = [float(frame["seconds"]) for frame in frames]
            own = scores[position : position + len(seconds)]
            position += len(seconds)
            found += [
                Moment(video_no, best.start, best.seconds, best.end, round(best.score, 6))
                for best in pictures.best_moments(seconds, own, limit)
                if best.score >= lowest
            ]
        found.sort(key=lambda moment: (-moment.score, moment.video_no, moment.seconds))
        return found[:limit]


def similarities(fingerprint: bytes, others: Sequence[bytes]) -> list[float]:
    """How much each of some pictures looks like one: 0 to 1."""
    if not others:
        return []
    # Imported here: starting the emulator should not wait for it.
    from memories_ai_mock import pictures

    return [float(score) for score in pictures.similarities(fingerprint, others)]
