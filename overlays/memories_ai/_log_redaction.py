"""Logs of the HTTP libraries without keys: at level DEBUG they show headers and reasons as the service sent them."""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import RLock
from typing import Final
from weakref import ReferenceType, ref

_LOGGERS: Final = ("httpx", *(f"httpcore.{part}" for part in ("connection", "http11", "http2", "proxy", "socks")))
Redact = Callable[[str], str]


class KeyFilter(logging.Filter):
    """Takes the keys of all living clients out of every record."""

    def __init__(self) -> None:
        super().__init__()
        # Replaced as a whole and read without a lock: a collected connection may log in the middle of anything.
        self._redactions: tuple[tuple[ReferenceType[object], Redact], ...] = ()
        self._changing = RLock()

    def add(self, owner: object, redact: Redact) -> None:
        """Redact for as long as the owner lives; `redact` must not keep it alive."""
        with self._changing:
            alive = tuple(each for each in self._redactions if each[0]() is not None)
            self._redactions = (*alive, (ref(owner), redact))

    def filter(self, record: logging.LogRecord) -> bool:
        said = text = record.getMessage()
        for _, redact in self._redactions:
            text = redact(text)
        if text != said:
            record.msg, record.args = text, None
        return True


_filter = KeyFilter()


def keep_out_of_logs(owner: object, redact: Redact) -> None:
    """Redact what the HTTP libraries log, for as long as the owner lives."""
    _filter.add(owner, redact)
    for name in _LOGGERS:
        logging.getLogger(name).addFilter(_filter)  # once, however often it is added
