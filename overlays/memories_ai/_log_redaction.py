"""Logs of the HTTP libraries without keys: at level DEBUG they show headers and reasons as the service sent them."""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Lock
from typing import Final
from weakref import WeakKeyDictionary

_LOGGERS: Final = ("httpx", *(f"httpcore.{part}" for part in ("connection", "http11", "http2", "proxy", "socks")))
Redact = Callable[[str], str]


class KeyFilter(logging.Filter):
    """Takes the keys of all living clients out of every record."""

    def __init__(self) -> None:
        super().__init__()
        self._redactions: WeakKeyDictionary[object, Redact] = WeakKeyDictionary()
        self._changing = Lock()

    def add(self, owner: object, redact: Redact) -> None:
        """Redact for as long as the owner lives; `redact` must not keep it alive."""
        with self._changing:
            self._redactions[owner] = redact

    def filter(self, record: logging.LogRecord) -> bool:
        said = text = record.getMessage()
        with self._changing:
            redactions = list(self._redactions.values())
        for redact in redactions:
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
