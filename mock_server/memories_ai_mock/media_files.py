"""Where video files lie: being received in `incoming`, kept in `videos`. Names are the emulator's own."""

from __future__ import annotations

import tempfile
import uuid
from collections.abc import Collection
from pathlib import Path

from memories_ai_mock.settings import SetupError


class MediaFiles:
    """The files below `root`; None: a temporary directory, removed by `close`.

    Raises:
        SetupError: the directories cannot be made or written to.
    """

    def __init__(self, root: Path | None) -> None:
        self._temporary = _temporary_directory() if root is None else None
        self.root = Path(self._temporary.name) if self._temporary else Path(root or ".")
        self._incoming = self.root / "incoming"
        self._videos = self.root / "videos"
        try:
            for directory in (self._incoming, self._videos):
                directory.mkdir(parents=True, exist_ok=True)
            probe = self.new_incoming()
            probe.touch()
            probe.unlink()
        except OSError as error:
            raise SetupError(
                f"{self.root}: cannot be written to ({error.strerror}); give a directory that can be, with --data"
            ) from error

    def new_incoming(self) -> Path:
        """A fresh path to receive a file at."""
        return self._incoming / uuid.uuid4().hex

    def path(self, name: str) -> Path:
        """Where a kept file lies."""
        return self._videos / name

    def keep(self, received: Path, name: str) -> None:
        """Move a received file among the kept ones."""
        received.replace(self.path(name))

    def remove(self, name: str) -> None:
        """Remove a kept file. One that is being read stays where the system insists (until the next `sweep`)."""
        try:
            self.path(name).unlink(missing_ok=True)
        except PermissionError:
            return

    def sweep(self, known: Collection[str]) -> None:
        """Remove what an interrupted run left: everything but the `known` kept files."""
        for path in (*self._incoming.iterdir(), *self._videos.iterdir()):
            if path.parent == self._incoming or path.name not in known:
                path.unlink(missing_ok=True)

    def close(self) -> None:
        if self._temporary:
            self._temporary.cleanup()


def _temporary_directory() -> tempfile.TemporaryDirectory[str]:
    # Where the system keeps a file that is still being read, the directory stays.
    return tempfile.TemporaryDirectory(prefix="memories-ai-mock-", ignore_cleanup_errors=True)
