"""Tells whoever asked for it that a video was indexed, by a POST to the callback address."""

from __future__ import annotations

import logging
import sqlite3

from starlette.concurrency import run_in_threadpool

from memories_ai_mock.database import Database
from memories_ai_mock.network import Network, NetworkError
from memories_ai_mock.settings import Settings

logger = logging.getLogger("memories_ai_mock")

FIND = "SELECT * FROM callbacks WHERE id = :id"
NOTE = """
    UPDATE callbacks SET attempts = :attempts, next_attempt = :next_attempt, outcome = :outcome, detail = :detail
    WHERE id = :id
"""


class Callbacks:
    """Work: deliver the callbacks that stand in the database, each with a few attempts."""

    def __init__(self, database: Database, network: Network, settings: Settings) -> None:
        self._database = database
        self._network = network
        self._clock = settings.clock
        self._timeout = settings.callback_timeout
        self._delays = settings.callback_delays

    def due(self, now: float) -> list[str]:
        rows = self._database.rows("SELECT id FROM callbacks WHERE next_attempt <= :now", {"now": now})
        return [str(row["id"]) for row in rows]

    def next_due(self, now: float) -> float | None:
        row = self._database.row("SELECT min(next_attempt) FROM callbacks WHERE next_attempt > :now", {"now": now})
        return row[0] if row else None

    async def run(self, job: str) -> None:
        callback = await run_in_threadpool(self._database.row, FIND, {"id": int(job)})
        if callback is None:
            return
        began = self._clock.now()
        problem = await self._post(callback["url"], callback["video_no"], callback["status"])
        if problem:
            logger.warning("The callback for %s was not delivered: %s", callback["video_no"], problem)
        await run_in_threadpool(self._note, callback, problem, began)

    async def _post(self, url: str, video_no: str, status: str) -> str | None:
        """Send one callback; returns what went wrong."""
        body = {"videoNo": video_no, "status": status}
        try:
            async with self._network.stream("POST", url, self._timeout, json=body) as response:
                return None if response.is_success else f"it was answered with HTTP status {response.status_code}"
        except NetworkError as error:
            return str(error)

    def _note(self, callback: sqlite3.Row, problem: str | None, began: float) -> None:
        attempts = callback["attempts"] + 1
        last = problem is None or attempts >= len(self._delays)
        values = {
            "id": callback["id"],
            "attempts": attempts,
            "next_attempt": None if last else began + self._delays[attempts],
            "outcome": "delivered" if problem is None else "given up" if last else "waiting",
            "detail": problem,
        }
        with self._database.transaction() as connection:
            connection.execute(NOTE, values)
