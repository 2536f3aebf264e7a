"""Finds passages by their words, in SQLite's full-text index."""

from __future__ import annotations

import json
import math
import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from memories_ai_mock.database import Database

SPEECH = "speech"
SCENE = "scene"
ABOUT = "about"

MAX_TERMS = 48
MAX_SEARCHED = 10_000
# How much a passage's length lowers its score: at the average length the loss is a tenth.
LENGTH_WEIGHT = 0.1

WORD = re.compile(r"[^\W_]+")
# Chinese and Japanese write without spaces: each such character is a word of its own.
IDEOGRAPH = re.compile(r"([\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff])")
COMMON_WORDS = frozenset(
    WORD.findall(
        "a an and are as at be but by can did do does for from had has have he her his how i in is it its me my of on "
        "or our she so that the their them there they this to us was we were what when where which who why will with "
        "you your about any please show tell video videos"
    )
)


@dataclass(frozen=True, slots=True)
class Segment:
    """A passage of a video: `kind` is SPEECH, SCENE or ABOUT, times are seconds."""

    kind: str
    start: float
    end: float
    text: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found; `score` lies between 0 and 1, higher is better."""

    video_no: str
    segment: Segment
    score: float


INSERT = """
    INSERT INTO segments (video_no, kind, position, start_time, end_time, text, folded, words)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
# A passage without `folded`, which is as long as its text.
SEGMENT = "segments.video_no, kind, start_time, end_time, text"
SELECTED = """
    segments.kind IN (SELECT value FROM json_each(:kinds))
    AND segments.video_no IN (SELECT value FROM json_each(:video_nos))
"""
WITH_TERM = f"FROM search_index JOIN segments ON id = search_index.rowid WHERE terms MATCH :term{{0}} AND {SELECTED}"
COUNT_WITH_TERM = f"SELECT count(*) {WITH_TERM}"
# What a term adds to the scores of the passages that hold it.
SCORES_OF_TERM = f"SELECT id, :rarity{{0}} / (1 + {LENGTH_WEIGHT} * words / :words) AS score {WITH_TERM}"
BEST = "SELECT id, sum(score) AS score FROM ({0}) GROUP BY id ORDER BY score DESC, id LIMIT :limit"
SIZE = "SELECT count(*) AS number, avg(words) AS words FROM segments WHERE" + SELECTED  # noqa: S608 (constants)
BY_ID = f"SELECT id, {SEGMENT} FROM segments WHERE id IN (SELECT value FROM json_each(:ids))"  # noqa: S608 (constants)
IN_ORDER = (
    f"SELECT {SEGMENT} FROM segments "  # noqa: S608 (constants)
    "WHERE video_no = :video_no AND kind = :kind ORDER BY position"
)
CONTAINING = """
    FROM segments JOIN videos USING (video_no)
    WHERE account = :account AND unique_id = :unique_id AND kind = 'speech' AND instr(folded, :folded) > 0
"""
COUNT_CONTAINING = "SELECT count(*)" + CONTAINING
SELECT_CONTAINING = (
    f"SELECT {SEGMENT}, videos.video_name"
    + CONTAINING
    + " ORDER BY video_no DESC, position LIMIT :limit OFFSET :offset"
)


def add_segments(connection: sqlite3.Connection, video_no: str, segments: Sequence[Segment]) -> None:
    """Store a video's passages and put them into the index, within the caller's transaction."""
    positions: Counter[str] = Counter()
    for segment in segments:
        terms = words_of(segment.text)
        position = positions[segment.kind]
        positions[segment.kind] += 1
        values = (segment.kind, position, segment.start, segment.end, segment.text, segment.text.casefold(), len(terms))
        row = connection.execute(INSERT, (video_no, *values))
        connection.execute("INSERT INTO search_index (rowid, terms) VALUES (?, ?)", (row.lastrowid, " ".join(terms)))


class TextSearch:
    """Searches passages."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def search(self, query: str, video_nos: Iterable[str], kinds: Sequence[str], limit: int) -> list[Hit]:
        """The best passages of these videos, best first.

        BM25 with three departures that make scores comparable between libraries: rarity is counted within the
        searched videos alone (so no account shifts another's scores), a word counts once a passage, and the sum is
        divided by what a passage holding every word would get, which leaves 0 to 1.
        """
        scope = {"kinds": json.dumps(list(kinds)), "video_nos": json.dumps(list(video_nos))}
        best = self._best(_terms(query), scope, limit)
        rows = self._database.rows(BY_ID, {"ids": json.dumps([segment_id for segment_id, _ in best])})
        found = {row["id"]: row for row in rows}
        return [
            Hit(found[segment_id]["video_no"], _segment(found[segment_id]), round(score, 6))
            for segment_id, score in best
            if segment_id in found
        ]

    def segments(self, video_no: str, kind: str) -> list[Segment]:
        """A video's passages of one kind, in order of time."""
        return [_segment(row) for row in self._database.rows(IN_ORDER, {"video_no": video_no, "kind": kind})]

    def count_containing(self, account: str, unique_id: str, text: str) -> int:
        """How many spoken passages of a namespace hold `text` literally, but for case."""
        row = self._database.row(COUNT_CONTAINING, _containing(account, unique_id, text))
        return int(row[0]) if row else 0

    def select_containing(
        self, account: str, unique_id: str, text: str, limit: int, offset: int
    ) -> list[tuple[str, str, Segment]]:
        """Those passages, as video_no, video name and passage; newest video first."""
        values = {**_containing(account, unique_id, text), "limit": limit, "offset": offset}
        rows = self._database.rows(SELECT_CONTAINING, values)
        return [(row["video_no"], row["video_name"], _segment(row)) for row in rows]

    def _best(self, terms: list[str], scope: dict[str, str], limit: int) -> list[tuple[int, float]]:
        """The ids of the best passages with their scores, best first. SQLite adds up: there may be very many."""
        size = self._database.row(SIZE, scope)
        if not terms or size is None or not size["number"]:
            return []
        values: dict[str, object] = {**scope, "words": size["words"], "limit": limit}
        most = 0.0
        for index, term in enumerate(terms):
            values[f"term{index}"] = f'"{term}"'
            count = self._database.row(COUNT_WITH_TERM.format(index), values)
            holding = count[0] if count else 0
            values[f"rarity{index}"] = rarity = math.log(1 + (size["number"] - holding + 0.5) / (holding + 0.5))
            most += rarity
        parts = " UNION ALL ".join(SCORES_OF_TERM.format(index) for index in range(len(terms)))
        return [(row["id"], row["score"] / most) for row in self._database.rows(BEST.format(parts), values)]


def words_of(text: str) -> list[str]:
    """The words that are searched: those of the first 10,000 characters."""
    return WORD.findall(IDEOGRAPH.sub(r" \1 ", text[:MAX_SEARCHED]))


def _terms(query: str) -> list[str]:
    """The words to look for: without common ones, unless there are no others."""
    words = list(dict.fromkeys(word.casefold() for word in words_of(query)))
    return ([word for word in words if word not in COMMON_WORDS] or words)[:MAX_TERMS]


def _containing(account: str, unique_id: str, text: str) -> dict[str, str]:
    return {"account": account, "unique_id": unique_id, "folded": text.casefold()}


def _segment(row: sqlite3.Row) -> Segment:
    return Segment(row["kind"], row["start_time"], row["end_time"], row["text"])
