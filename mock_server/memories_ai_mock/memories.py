"""Short texts that an account has the service remember."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

from memories_ai_mock.clock import Clock
from memories_ai_mock.database import Database
from memories_ai_mock.text_search import MAX_SEARCHED, words_of

ADD = """
    INSERT INTO memories (id, account, unique_id, role, content, tags, latitude, longitude, memories_at, create_time_ms)
    VALUES (:id, :account, :unique_id, :role, :content, :tags, :latitude, :longitude, :memories_at, :create_time_ms)
"""
OF_NAMESPACE = "FROM memories WHERE account = :account AND unique_id = :unique_id"
COUNT = f"SELECT count(*) {OF_NAMESPACE}"
PAGE = f"SELECT * {OF_NAMESPACE} ORDER BY id DESC LIMIT :limit OFFSET :offset"
SEARCHED = f"SELECT id, substr(content, 1, {MAX_SEARCHED}) AS content, tags {OF_NAMESPACE}"
BY_ID = "SELECT * FROM memories WHERE id IN (SELECT value FROM json_each(:ids))"


class Memories:
    """Stores texts by account and namespace."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def add(
        self, account: str, unique_id: str, entries: Sequence[Mapping[str, Any]], common: Mapping[str, Any]
    ) -> None:
        """Store texts with their role; `common` holds tags, latitude, longitude and memories_at of them all."""
        now = self._clock.now()
        rows = [
            {
                "id": self._database.new_id(now),
                "account": account,
                "unique_id": unique_id,
                "role": entry["role"],
                "content": entry["content"],
                "tags": json.dumps(common.get("tags") or []),
                "latitude": common.get("latitude"),
                "longitude": common.get("longitude"),
                "memories_at": common.get("memories_at"),
                "create_time_ms": int(now * 1000),
            }
            for entry in entries
        ]
        with self._database.transaction() as connection:
            connection.executemany(ADD, rows)

    def page(self, account: str, unique_id: str, limit: int, offset: int) -> tuple[list[dict[str, Any]], int]:
        """Texts, newest first, and how many there are in all."""
        values = {"account": account, "unique_id": unique_id, "limit": limit, "offset": offset}
        count = self._database.row(COUNT, values)
        return [_as_json(row) for row in self._database.rows(PAGE, values)], int(count[0]) if count else 0

    def search(
        self, account: str, unique_id: str, query: str, limit: int, offset: int
    ) -> tuple[list[dict[str, Any]], int]:
        """Texts that hold words of the query, those with most of them first; `score` is the share of words held."""
        wanted = {word.casefold() for word in words_of(query)}
        rows = self._database.rows(SEARCHED, {"account": account, "unique_id": unique_id})
        scores = {row["id"]: share for row in rows if (share := _share(wanted, row))}
        best = sorted(scores, key=lambda memory_id: (-scores[memory_id], -memory_id))[offset : offset + limit]
        found = {row["id"]: row for row in self._database.rows(BY_ID, {"ids": json.dumps(best)})}
        page = [{**_as_json(found[each]), "score": round(scores[each], 6)} for each in best if each in found]
        return page, len(scores)


def _share(wanted: set[str], row: sqlite3.Row) -> float:
    held = {word.casefold() for word in words_of(f"{row['content']} {row['tags']}")}
    return len(wanted & held) / len(wanted) if wanted else 0.0


def _as_json(row: sqlite3.Row) -> dict[str, Any]:
    values = {
        "id": str(row["id"]),
        "role": row["role"],
        "content": row["content"],
        "tags": json.loads(row["tags"]),
        "latitude": row["latitude"],
        "longitude": row["longitude"],
        "memories_at": row["memories_at"],
        "create_time": str(row["create_time_ms"]),
    }
    return {name: value for name, value in values.items() if value not in (None, [])}
