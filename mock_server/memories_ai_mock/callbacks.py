"""Tells whoever asked for it how something went, by a request to the callback address."""

from __future__ import annotations

import json
import logging
import sqlite3
from typing import Any

from starlette.concurrency import run_in_threadpool

from memories_ai_mock.database import Database
from memories_ai_mock.faults import Faults
from memories_ai_mock.network import Network, NetworkError
from memories_ai_mock.settings import Settings

logger = logging.getLogger("memories_ai_mock")

ADD = """
    INSERT INTO callbacks (account, kind, subject, method, url, body, next_attempt)
    VALUES (:account, :kind, :subject, :method, :url, :body, :due)
"""
# Those of one subject go out one after the other, in the order of their making.
DUE = """
    SELECT id FROM callbacks WHERE next_attempt <= :now AND NOT EXISTS (
        SELECT 1 FROM callbacks AS earlier
        WHERE earlier.subject = callbacks.subject AND earlier.id < callbacks.id AND earlier.next_attempt <= :now)
"""
FIND = "SELECT * FROM callbacks WHERE id = :id"
NOTE = """
    UPDATE callbacks SET attempts = :attempts, next_attempt = :next_attempt, outcome = :outcome, detail = :detail
    WHERE id = :id
"""


# A payload is any JSON.
def add_callback(
    connection: sqlite3.Connection,
    account: str,
    kind: str,
    subject: str,
    url: str,
    body: Any,
    due: float,
    method: str = "POST",
) -> None:
    """Have a callback delivered, within the caller's transaction. `subject` is a video or a task."""
    values = {
        "account": account,
        "kind": kind,
        "subject": subject,
        "method": method,
        "url": url,
        "body": None if body is None else json.dumps(body),
        "due": due,
    }
    connection.execute(ADD, values)


class Callbacks:
    """Work: deliver the callbacks that stand in the database, each with a few attempts."""

    def __init__(self, database: Database, network: Network, settings: Settings, faults: Faults) -> None:
        self._database = database
        self._network = network
        self._clock = settings.clock
        self._timeout = settings.callback_timeout
        self._delays = settings.callback_delays
        self._faults = faults
        # Asked for again, perhaps while an attempt is under way.
        self._again: set[int] = set()

    def due(self, now: float) -> list[str]:
        return [str(row["id"]) for row in self._database.rows(DUE, {"now": now})]

    def next_due(self, now: float) -> float | None:
        row = self._database.row("SELECT min(next_attempt) FROM callbacks WHERE next_attempt > :now", {"now": now})
        return row[0] if row else None

    async def run(self, job: str) -> None:
        callback = await run_in_threadpool(self._database.row, FIND, {"id": int(job)})
        if callback is None:
            return
        self._again.discard(callback["id"])
        began = self._clock.now()
        fault = self._faults.take_callback()
        if fault is not None and fault.kind == "reorder_callback":
            await run_in_threadpool(self._postpone, callback, began + fault.seconds)
            return
        problem = await self._send(callback)
        if problem is None and fault is not None:
            problem = await self._send(callback)
        if problem:
            logger.warning("The callback for %s was not delivered: %s", callback["subject"], problem)
        await run_in_threadpool(self._note, callback, problem, began)

    def redeliver(self, callback_id: int) -> bool:
        """Send a callback again, whatever became of it; False if there is none."""
        values = {"id": callback_id, "now": self._clock.now()}
        with self._database.transaction() as connection:
            updated = connection.execute(
                "UPDATE callbacks SET next_attempt = :now, outcome = 'waiting', attempts = 0 WHERE id = :id", values
            )
            if updated.rowcount:
                self._again.add(callback_id)
        return bool(updated.rowcount)

    async def _send(self, callback: sqlite3.Row) -> str | None:
        """Send one callback; returns what went wrong."""
        arguments = {} if callback["body"] is None else {"json": json.loads(callback["body"])}
        try:
            async with self._network.stream(
                callback["method"], callback["url"], self._timeout, **arguments
            ) as response:
                return None if response.is_success else f"it was answered with HTTP status {response.status_code}"
        except NetworkError as error:
            return str(error)

    def _postpone(self, callback: sqlite3.Row, moment: float) -> None:
        with self._database.transaction() as connection:
            connection.execute(
                "UPDATE callbacks SET next_attempt = :moment WHERE id = :id", {"moment": moment, "id": callback["id"]}
            )

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
            if callback["id"] not in self._again:
                connection.execute(NOTE, values)
