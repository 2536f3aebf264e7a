"""The folders of an account."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from memories_ai_mock.clock import Clock
from memories_ai_mock.database import Database
from memories_ai_mock.envelope import DUPLICATE, RequestError, shown
from memories_ai_mock.library import DEFAULT_FOLDER

# The folder of the old API; documented as read-only.
LEGACY_FOLDER = -2
DEFAULT_NAME, LEGACY_NAME = "Default folder", "API"


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder with its name."""

    folder_id: int
    name: str


class Folders:
    """Stores folders. Names are unique within an account."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def all(self, account: str) -> list[Folder]:
        """The default folder, then one's own, oldest first."""
        rows = self._database.rows(
            "SELECT * FROM folders WHERE account = :account ORDER BY folder_id", {"account": account}
        )
        return [
            Folder(DEFAULT_FOLDER, DEFAULT_NAME),
            *(Folder(row["folder_id"], row["folder_name"]) for row in rows),
        ]

    def exists(self, account: str, folder_id: int) -> bool:
        """Whether a video can be in this folder; those of the service always exist."""
        return folder_id in (DEFAULT_FOLDER, LEGACY_FOLDER) or self._find(account, folder_id) is not None

    def create(self, account: str, name: str) -> Folder:
        """Make a folder.

        Raises:
            RequestError: 0409: the name is taken.
        """
        folder_id = self._database.new_id(self._clock.now())
        values = {"folder_id": folder_id, "account": account, "name": name}
        self._write("INSERT INTO folders VALUES (:folder_id, :account, :name)", values)
        return Folder(folder_id, name)

    def rename(self, account: str, folder_id: int, name: str) -> Folder:
        """Give a folder another name.

        Raises:
            RequestError: 0001: there is none of this id. 0409: the name is taken.
        """
        self._check(account, folder_id)
        values = {"folder_id": folder_id, "account": account, "name": name}
        self._write("UPDATE folders SET folder_name = :name WHERE folder_id = :folder_id", values)
        return Folder(folder_id, name)

    def delete(self, account: str, folder_id: int) -> None:
        """Remove a folder; videos in it that are not indexed go to the default one.

        Raises:
            RequestError: 0001: there is none of this id, or indexed videos are in it.
        """
        self._check(account, folder_id)
        values = {"folder_id": folder_id, "account": account}
        inside = "FROM videos WHERE account = :account AND folder_id = :folder_id"
        indexed = self._database.row(f"SELECT 1 {inside} AND status = 'PARSE' LIMIT 1", values)
        if indexed:
            raise RequestError(f"folder_id: indexed videos are in folder {folder_id}; move or delete them first")
        with self._database.transaction() as connection:
            connection.execute(
                "UPDATE videos SET folder_id = -1 WHERE account = :account AND folder_id = :folder_id", values
            )
            connection.execute("DELETE FROM folders WHERE folder_id = :folder_id", values)

    def _check(self, account: str, folder_id: int) -> None:
        if self._find(account, folder_id) is None:
            raise RequestError(f"folder_id: there is no folder {folder_id} of one's own; list_folders names them")

    def _find(self, account: str, folder_id: int) -> sqlite3.Row | None:
        return self._database.row(
            "SELECT * FROM folders WHERE account = :account AND folder_id = :folder_id",
            {"account": account, "folder_id": folder_id},
        )

    def _write(self, sql: str, values: dict[str, object]) -> None:
        try:
            with self._database.transaction() as connection:
                connection.execute(sql, values)
        except sqlite3.IntegrityError:
            raise RequestError(
                f"name: there is a folder {shown(values['name'])} already; send another name", DUPLICATE
            ) from None
