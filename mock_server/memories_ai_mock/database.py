"""The SQLite database that holds the emulator's state."""

from __future__ import annotations

import math
import sqlite3
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from typing import Any

from memories_ai_mock.settings import SetupError

SCHEMA_VERSION = 4
# The ids of the service are snowflakes: milliseconds since 2021, shifted by 22 bits. (Seen by comparing recorded ids
# with the create_time beside them.)
ID_EPOCH_MS = 1_609_459_200_000
ID_TIME_SHIFT = 22
SMALLEST_ID = 10**17
# Snowflakes outgrow 18 digits in 2028; from here on ids count up singly instead.
LARGEST_TIMED_ID = 10**18 - 10**9

CACHE_KILOBYTES = 32 * 1024
# Pages of 4 KB.
MANY_PAGES = 2_000

Values = Mapping[str, Any]


class Database:
    """One connection, used by one thread at a time. `path` None keeps everything in memory.

    Attributes:
        is_new: Whether the tables were made just now.

    Raises:
        SetupError: the file cannot be opened, is no emulator database, or is in use.
    """

    def __init__(self, path: Path | None) -> None:
        self._lock = threading.RLock()
        self._connection, self.is_new = _opened(path)
        self._earlier_changes = 0

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """A write transaction: committed at the end, rolled back on an error. Does not nest."""
        with self._lock:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    def rows(self, sql: str, values: Values) -> list[sqlite3.Row]:
        """All rows of a query."""
        with self._lock:
            return self._connection.execute(sql, values).fetchall()

    def row(self, sql: str, values: Values) -> sqlite3.Row | None:
        """The first row of a query."""
        rows = self.rows(sql, values)
        return rows[0] if rows else None

    @property
    def changes(self) -> int:
        """Grows with every row that is written."""
        with self._lock:
            return self._earlier_changes + self._connection.total_changes

    def new_id(self, now: float) -> int:
        """An id of 18 digits, larger than every earlier one of this database. Opens a transaction of its own."""
        return self.reserve_ids(now, 1)

    def reserve_ids(self, now: float, number: int) -> int:
        """The first of as many ids in a row. Opens a transaction of its own."""
        timed = (int(now * 1000) - ID_EPOCH_MS) << ID_TIME_SHIFT
        with self.transaction() as connection:
            value = max(self._last_id() + 1, SMALLEST_ID, min(timed, LARGEST_TIMED_ID))
            connection.execute("UPDATE last_id SET value = :value", {"value": value + max(0, number - 1)})
        return value

    def _last_id(self) -> int:
        last: int = self._connection.execute("SELECT value FROM last_id").fetchone()[0]
        return last

    @property
    def is_large(self) -> bool:
        """Whether it takes megabytes."""
        pages: int = self.rows("PRAGMA page_count", {})[0][0]
        return pages > MANY_PAGES

    def become(self, other: Database) -> None:
        """Hold what the other holds and nothing else, all at once; ids go on counting, in both."""
        with self._lock, other._lock:
            connection, source = self._connection, other._connection
            # Before, so that ids do not begin again if the process ends in between.
            source.execute("UPDATE last_id SET value = max(value, ?)", (self._last_id(),))
            counters = connection.execute("SELECT name, seq FROM sqlite_sequence").fetchall()
            source.executemany("DELETE FROM sqlite_sequence WHERE name = ?", [(row["name"],) for row in counters])
            source.executemany("INSERT INTO sqlite_sequence VALUES (?, ?)", counters)
            source.backup(connection)
            # SQLite does not count these.
            self._earlier_changes += 1

    def close(self) -> None:
        with self._lock:
            self._connection.close()


def _opened(path: Path | None) -> tuple[sqlite3.Connection, bool]:
    """A connection to a database with our tables, and whether they were made just now."""
    # Without a name SQLite keeps a database of its own in its cache, and in a nameless file what does not fit there.
    connection = sqlite3.connect(path or "", isolation_level=None, check_same_thread=False, timeout=0.5)
    connection.row_factory = sqlite3.Row
    connection.create_function("distance_km", 4, _distance_km, deterministic=True)
    try:
        return connection, _prepare(connection, path)
    except sqlite3.Error as error:
        connection.close()
        raise _setup_error(path, error) from error
    except BaseException:
        connection.close()
        raise


def _prepare(connection: sqlite3.Connection, path: Path | None) -> bool:
    execute = connection.execute
    execute("PRAGMA foreign_keys = ON")
    # Held from the first write to the end, so that a second emulator on the same directory finds out at once.
    execute("PRAGMA locking_mode = EXCLUSIVE")
    # A nameless database is to outlive nothing.
    execute("PRAGMA journal_mode = WAL" if path else "PRAGMA journal_mode = MEMORY")
    execute(f"PRAGMA cache_size = -{CACHE_KILOBYTES}")
    execute("BEGIN EXCLUSIVE")
    version: int = execute("PRAGMA user_version").fetchone()[0]
    execute("COMMIT")
    if version == 0:
        schema = resources.files("memories_ai_mock").joinpath("schema.sql").read_text(encoding="utf-8")
        connection.executescript(f"BEGIN; {schema} PRAGMA user_version = {SCHEMA_VERSION}; COMMIT;")
    elif version != SCHEMA_VERSION:
        raise SetupError(
            f"the data directory was written by another release of the emulator (layout {version}, this one has "
            f"{SCHEMA_VERSION}); give an empty directory"
        )
    return version == 0


def _setup_error(path: Path | None, error: sqlite3.Error) -> SetupError:
    if "locked" in str(error):
        return SetupError(f"{path}: another emulator uses this data directory; stop it or give another directory")
    if "not a database" in str(error):
        return SetupError(f"{path}: this file is no database; give another data directory, or remove it")
    return SetupError(f"{path}: cannot be opened ({error}); give a directory that can be written to")


def _distance_km(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Great-circle distance."""
    here, there = math.radians(latitude), math.radians(other_latitude)
    half_chord = (
        math.sin((there - here) / 2) ** 2
        + math.cos(here) * math.cos(there) * math.sin(math.radians(other_longitude - longitude) / 2) ** 2
    )
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(half_chord)))
