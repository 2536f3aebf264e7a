"""Chat sessions and their messages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from memories_ai_mock.clock import Clock
from memories_ai_mock.conversation import Answer
from memories_ai_mock.database import Database
from memories_ai_mock.envelope import ENCODER

TITLE_CHARACTERS = 80
# Of messages a session, as JSON: what is older is forgotten.
MAX_CHARACTERS = 1_000_000

COUNT = "SELECT count(*) FROM sessions WHERE account = :account AND unique_id = :unique_id"
PAGE = """
    SELECT * FROM sessions WHERE account = :account AND unique_id = :unique_id
    ORDER BY session_id DESC LIMIT :limit OFFSET :offset
"""
ONE = """
    SELECT * FROM sessions WHERE session_id = :session_id AND account = :account AND unique_id = :unique_id
"""
MESSAGES = "SELECT message FROM messages WHERE session_id = :session_id ORDER BY position"
ADD_SESSION = "INSERT OR IGNORE INTO sessions VALUES (:session_id, :account, :unique_id, :title)"
ADD_MESSAGE = """
    INSERT INTO messages SELECT :session_id, ifnull(max(position) + 1, 0), :message
    FROM messages WHERE session_id = :session_id
"""
# Messages go two by two, a question with its answer; the last two stay, however long.
FORGET_OLDEST = """
    WITH counted AS (
        SELECT position, (row_number() OVER latest + 1) / 2 AS exchange, sum(length(message)) OVER latest AS characters
        FROM messages WHERE session_id = :session_id
        WINDOW latest AS (ORDER BY position DESC)
    )
    DELETE FROM messages WHERE session_id = :session_id AND position IN (
        SELECT position FROM counted
        WHERE exchange >= (SELECT min(exchange) FROM counted WHERE characters > :kept AND exchange > 1)
    )
"""


@dataclass(frozen=True, slots=True)
class Session:
    """A session without its messages."""

    session_id: str
    title: str


class Sessions:
    """Stores sessions by account and namespace."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def new_id(self) -> str:
        """An id of 18 digits for a session to come."""
        return str(self._database.new_id(self._clock.now()))

    def get(self, account: str, unique_id: str, session_id: str) -> Session | None:
        """One session of a namespace."""
        values = {"account": account, "unique_id": unique_id, "session_id": session_id}
        row = self._database.row(ONE, values)
        return Session(row["session_id"], row["title"]) if row else None

    def page(self, account: str, unique_id: str, limit: int, offset: int) -> tuple[list[Session], int]:
        """Sessions, newest first, and how many there are in all."""
        values = {"account": account, "unique_id": unique_id, "limit": limit, "offset": offset}
        rows = self._database.rows(PAGE, values)
        count = self._database.row(COUNT, values)
        return [Session(row["session_id"], row["title"]) for row in rows], int(count[0]) if count else 0

    def messages(self, session_id: str) -> list[str]:
        """A session's messages, oldest first; each is JSON."""
        return [row["message"] for row in self._database.rows(MESSAGES, {"session_id": session_id})]

    def add_exchange(self, account: str, unique_id: str, session_id: str, question: str, answer: Answer) -> None:
        """Store a question with its answer; the first makes the session, which keeps its last million characters."""
        title = " ".join(question[: 10 * TITLE_CHARACTERS].split())[:TITLE_CHARACTERS]
        session = {"session_id": session_id, "account": account, "unique_id": unique_id, "title": title}
        asked = message_as_json("user", question)
        answered = message_as_json("assistant", answer.content, answer.thinkings, answer.refs)
        with self._database.transaction() as connection:
            connection.execute(ADD_SESSION, session)
            for message in (asked, answered):
                connection.execute(ADD_MESSAGE, {"session_id": session_id, "message": message})
            connection.execute(FORGET_OLDEST, {"session_id": session_id, "kept": MAX_CHARACTERS})


def message_as_json(role: str, content: str, thinkings: Sequence[Any] = (), refs: Sequence[Any] = ()) -> str:
    """A message as answers show it; `role` is user or assistant."""
    extras = {"thinkings": thinkings, "refs": refs}
    return ENCODER.encode({"role": role, "content": content, **{name: each for name, each in extras.items() if each}})
