"""Pushes codes for the token exchange of v1.0 to the addresses that were registered for them."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool

from memories_ai_mock.accounts import CODE_INTERVAL_SECONDS
from memories_ai_mock.callbacks import add_callback
from memories_ai_mock.clock import Clock
from memories_ai_mock.database import Database
from memories_ai_mock.settings import key_hash

KIND = "authorization code"


class CodePushes:
    """Work: a new code for each registered account every ten minutes; the one before is worth nothing then."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        # Called when a code waits to be delivered.
        self.on_pushed: Callable[[], None] = lambda: None

    def due(self, now: float) -> list[str]:
        rows = self._database.rows("SELECT account FROM accounts WHERE next_push <= :now", {"now": now})
        return [row["account"] for row in rows]

    def next_due(self, now: float) -> float | None:
        row = self._database.row("SELECT min(next_push) FROM accounts WHERE next_push > :now", {"now": now})
        return row[0] if row else None

    async def run(self, job: str) -> None:
        await run_in_threadpool(self._push, job)
        self.on_pushed()

    def _push(self, account: str) -> None:
        code = secrets.token_urlsafe(12)
        now = self._clock.now()
        with self._database.transaction() as connection:
            row = connection.execute("SELECT * FROM accounts WHERE account = ?", (account,)).fetchone()
            if row is None or not row["code_address"]:
                return
            connection.execute(
                "UPDATE accounts SET code = ?, next_push = ? WHERE account = ?",
                (key_hash(code), now + CODE_INTERVAL_SECONDS, account),
            )
            query = urlencode({"code": code, "clientId": row["client_id"], "state": row["sender_mark"]})
            separator = "&" if "?" in row["code_address"] else "?"
            url = f"{row['code_address']}{separator}{query}"
            add_callback(connection, account, KIND, row["client_id"], url, None, now, method="GET")
