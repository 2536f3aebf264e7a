"""Chat sessions and their messages."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from memories_ai_mock.clock import Clock
from memories_ai_mock.conversation import Answer
from memories_ai_mock.database import Database

TITLE_CHARACTERS = 80
MAX_MESSAGES = 1_000

COUNT = "SELECT count(*) FROM sessions WHERE account = :account AND unique_id = :unique_id"
PAGE = """
    SELECT * FROM sessions WHERE account = :account AND unique_id = :unique_id
    ORDER BY session_id DESC LIMIT :limit OFFSET :offset
"""
ONE = """
    SELECT * FROM sessions WHERE session_id = :session_id AND account = :account AND unique_id = :unique_id
"""
MESSAGES = "SELECT * FROM messages WHERE session_id = :session_id ORDER BY position"
ADD_SESSION = "INSERT OR IGNORE INTO sessions VALUES (:session_id, :account, :unique_id, :title)"
ADD_MESSAGE = """
    INSERT INTO messages SELECT :session_id, ifnull(max(position) + 1, 0), :role, :content, :thinkings, :refs
    FROM messages WHERE session_id = :session_id
"""
FORGET_OLDEST = """
    DELETE FROM messages WHERE session_id = :session_id
    AND position <= (SELECT max(position) FROM messages WHERE session_id = :session_id) - :kept
"""


@dataclass(frozen=True, slots=True)
class Session:
    """A session without its messages."""

    session_id: str
    title: str


@dataclass(frozen=True, slots=True)
class Message:
    """A message; `role` is user or assistant. Thinkings and refs are JSON as in answers."""

    role: str
    content: str
    thinkings: list[dict[str, Any]]
    refs: list[dict[str, Any]]


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

    def messages(self, session_id: str) -> list[Message]:
        """A session's messages, oldest first."""
        return [
            Message(row["role"], row["content"], json.loads(row["thinkings"]), json.loads(row["refs"]))
            for row in self._database.rows(MESSAGES, {"session_id": session_id})
        ]

    def add_exchange(self, account: str, unique_id: str, session_id: str, question: str, answer: Answer) -> None:
        """Store a question with its answer; the first one makes the session, which keeps its last 1,000 messages."""
        title = " ".join(question[: 10 * TITLE_CHARACTERS].split())[:TITLE_CHARACTERS]
        session = {"session_id": session_id, "account": account, "unique_id": unique_id, "title": title}
        asked = Message("user", question, [], [])
        answered = Message("assistant", answer.content, answer.thinkings, answer.refs)
        with self._database.transaction() as connection:
            connection.execute(ADD_SESSION, session)
            for message in (asked, answered):
                connection.execute(ADD_MESSAGE, {"session_id": session_id, **_columns(message)})
            connection.execute(FORGET_OLDEST, {"session_id": session_id, "kept": MAX_MESSAGES})


def _columns(message: Message) -> dict[str, str]:
    return {
        "role": message.role,
        "content": message.content,
        "thinkings": json.dumps(message.thinkings),
        "refs": json.dumps(message.refs),
    }
