"""What is done for an account after its request was answered: imports, captions, transcriptions."""

from __future__ import annotations

import json
import logging
import sqlite3
import uuid
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from starlette.concurrency import run_in_threadpool

from memories_ai_mock.clock import Clock
from memories_ai_mock.database import Database

logger = logging.getLogger("memories_ai_mock")

WAITING, DONE, FAILED = "waiting", "done", "failed"

ADD = """
    INSERT INTO tasks (task_id, account, unique_id, kind, created, due, status, request)
    VALUES (:task_id, :account, :unique_id, :kind, :created, :due, 'waiting', :request)
"""


@dataclass(frozen=True, slots=True)
class Task:
    """A task; `request` is what its kind needs to know, as JSON."""

    task_id: str
    account: str
    unique_id: str
    kind: str
    status: str
    request: Mapping[str, Any]


# Does a task; what it raises makes the task fail.
Runner = Callable[[Task], Awaitable[None]]


class Tasks:
    """Stores tasks. Work: do those whose time has come, each by the runner of its kind."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self.runners: dict[str, Runner] = {}
        # Called when a task is done.
        self.on_done: Callable[[], None] = lambda: None

    def add(self, account: str, unique_id: str, kind: str, request: Mapping[str, Any], seconds: float) -> str:
        """Store a task that is to be done after `seconds`; returns its id."""
        now = self._clock.now()
        values = {
            "task_id": str(uuid.uuid4()),
            "account": account,
            "unique_id": unique_id,
            "kind": kind,
            "created": now,
            "due": now + seconds,
            "request": json.dumps(request),
        }
        with self._database.transaction() as connection:
            connection.execute(ADD, values)
        return str(values["task_id"])

    def get(self, account: str, task_id: str) -> Task | None:
        """A task of an account."""
        task = self._find(task_id)
        return task if task and task.account == account else None

    def video_nos(self, task_id: str) -> list[str]:
        """The videos that an import has brought, in the order of its posts."""
        rows = self._database.rows(
            "SELECT video_no FROM task_videos WHERE task_id = :task_id ORDER BY position", {"task_id": task_id}
        )
        return [row["video_no"] for row in rows]

    def due(self, now: float) -> list[str]:
        rows = self._database.rows("SELECT task_id FROM tasks WHERE due <= :now", {"now": now})
        return [row["task_id"] for row in rows]

    def next_due(self, now: float) -> float | None:
        row = self._database.row("SELECT min(due) FROM tasks WHERE due > :now", {"now": now})
        return row[0] if row else None

    async def run(self, job: str) -> None:
        task = await run_in_threadpool(self._find, job)
        if task is None:
            return
        status, detail = DONE, None
        try:
            await self.runners[task.kind](task)
        except Exception as error:
            status, detail = FAILED, f"the emulator broke ({type(error).__name__})"
            logger.exception("%s %s broke", task.kind, job)
        await run_in_threadpool(self._finish, job, status, detail)
        self.on_done()

    def _find(self, task_id: str) -> Task | None:
        row = self._database.row("SELECT * FROM tasks WHERE task_id = :task_id", {"task_id": task_id})
        if row is None:
            return None
        request = json.loads(row["request"])
        return Task(row["task_id"], row["account"], row["unique_id"], row["kind"], row["status"], request)

    def _finish(self, task_id: str, status: str, detail: str | None) -> None:
        with self._database.transaction() as connection:
            connection.execute(
                "UPDATE tasks SET due = NULL, status = :status, detail = coalesce(:detail, detail) "
                "WHERE task_id = :task_id",
                {"task_id": task_id, "status": status, "detail": detail},
            )


def set_videos(connection: sqlite3.Connection, task_id: str, video_nos: Iterable[str]) -> None:
    """Note what an import has brought, within the caller's transaction."""
    # The task may have been forgotten meanwhile.
    connection.executemany(
        "INSERT OR REPLACE INTO task_videos SELECT task_id, ?, ? FROM tasks WHERE task_id = ?",
        [(position, video_no, task_id) for position, video_no in enumerate(video_nos)],
    )
