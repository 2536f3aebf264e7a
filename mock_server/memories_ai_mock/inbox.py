"""Callbacks that the emulator receives itself, so that nobody needs another server for them."""

from __future__ import annotations

from typing import Any

from memories_ai_mock.clock import Clock
from memories_ai_mock.database import Database

MAX_ENTRIES = 1_000
MAX_BODY_BYTES = 64 * 1024

ADD = "INSERT INTO inbox (name, time, content_type, body) VALUES (:name, :time, :content_type, :body)"
# The oldest make room.
TRIM = "DELETE FROM inbox WHERE id <= (SELECT max(id) FROM inbox) - :most"


class Inbox:
    """Keeps the last callbacks, by the name that their address ends with."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def add(self, name: str, content_type: str, body: str) -> None:
        """Keep a callback."""
        values = {"name": name, "time": self._clock.now(), "content_type": content_type, "body": body}
        with self._database.transaction() as connection:
            connection.execute(ADD, values)
            connection.execute(TRIM, {"most": MAX_ENTRIES})

    def all(self, limit: int, name: str | None = None) -> list[dict[str, Any]]:
        """The last callbacks, newest first, as JSON."""
        rows = self._database.rows(
            "SELECT * FROM inbox WHERE :name IS NULL OR name = :name ORDER BY id DESC LIMIT :limit",
            {"name": name, "limit": limit},
        )
        return [dict(row) for row in rows]
