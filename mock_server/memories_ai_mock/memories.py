"""Short texts that an account has the service remember."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

from memories_ai_mock.clock import Clock
from memories_ai_mock.database import Database

WORD = re.compile(r"\w+")
ADD = """
    INSERT INTO memories (id, account, unique_id, role, content, tags, latitude, longitude, memories_at, create_time_ms)
    VALUES (:id, :account, :unique_id, :role, :content, :tags, :latitude, :longitude, :memories_at, :create_time_ms)
"""
ALL = "SELECT * FROM memories WHERE account = :account AND unique_id = :unique_id ORDER BY id DESC"


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
        found = self._all(account, unique_id)
        return [_as_json(row) for row in found[offset : offset + limit]], len(found)

    def search(
        self, account: str, unique_id: str, query: str, limit: int, offset: int
    ) -> tuple[list[dict[str, Any]], int]:
        """Texts that hold words of the query, those with most of them first; `score` is the share of words held."""
        wanted = {word.casefold() for word in WORD.findall(query)}
        scored = [(_share(wanted, row), row) for row in self._all(account, unique_id)]
        found = sorted((entry for entry in scored if entry[0]), key=lambda entry: (-entry[0], -entry[1]["id"]))
        page = found[offset : offset + limit]
        return [{**_as_json(row), "score": round(score, 6)} for score, row in page], len(found)

    def _all(self, account: str, unique_id: str) -> list[sqlite3.Row]:
        return self._database.rows(ALL, {"account": account, "unique_id": unique_id})


def _share(wanted: set[str], row: sqlite3.Row) -> float:
    held = {word.casefold() for word in WORD.findall(f"{row['content']} {row['tags']}")}
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
