"""Answers of lists, kept as long as nothing changes: clients that poll ask for the same page again and again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from memories_ai_mock.database import Database

MAX_ANSWERS = 64
MAX_BYTES = 64 * 1024


class Memo:
    """Keeps encoded answers that depend on the database alone. Used by the event loop's thread only."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._changes = -1
        self._answers: OrderedDict[object, bytes] = OrderedDict()

    def get(self, key: object, make: Callable[[], bytes]) -> bytes:
        """The answer of `key`: the kept one, or a new one of `make` if the database has changed since."""
        # Read first: what changes while the answer is made makes the next one be made anew.
        changes = self._database.changes
        if changes != self._changes:
            self._changes = changes
            self._answers.clear()
        answer = self._answers.get(key)
        if answer is None:
            answer = make()
            if len(answer) <= MAX_BYTES:
                self._answers[key] = answer
                if len(self._answers) > MAX_ANSWERS:
                    self._answers.popitem(last=False)
        return answer
