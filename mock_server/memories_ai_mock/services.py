"""Everything that one emulator consists of, put together from its settings."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.concurrency import run_in_threadpool

from memories_ai_mock.callbacks import Callbacks
from memories_ai_mock.database import Database
from memories_ai_mock.indexing import Fetching, Indexing
from memories_ai_mock.library import Library
from memories_ai_mock.media_files import MediaFiles
from memories_ai_mock.network import Network
from memories_ai_mock.schedule import Schedule
from memories_ai_mock.sessions import Sessions
from memories_ai_mock.settings import Settings, key_hash
from memories_ai_mock.spec import Spec, load_document
from memories_ai_mock.text_search import TextSearch
from memories_ai_mock.validation import RequestValidator

DATABASE_NAME = "emulator.sqlite3"
PARALLEL_FETCHES = 4
PARALLEL_READERS = 2
PARALLEL_CALLBACKS = 16
# Real seconds that stopping waits for the videos being read.
STOP_SECONDS = 5.0


class Services:
    """The parts of an emulator. Making it opens the state; `close` frees it.

    Raises:
        SetupError: the state cannot be opened, or the spec cannot be read.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.clock = settings.clock
        self.accepted_keys = frozenset(key_hash(key) for key in settings.keys)
        self.spec = Spec(load_document() if settings.document is None else settings.document)
        self.validator = RequestValidator(self.spec)
        self.files = MediaFiles(settings.data)
        self.database = Database(settings.data / DATABASE_NAME if settings.data else None)
        self.library = Library(self.database, self.files, self.clock)
        self.search = TextSearch(self.database)
        self.sessions = Sessions(self.database, self.clock)
        self.files.sweep(self.library.kept_files())
        self._network = Network(settings.allow_fetch)
        self._fetching = Fetching(self.library, self.files, self._network, settings)
        self._indexing = Indexing(self.library, self.files, settings)
        self._schedules: tuple[Schedule, ...] = ()

    def wake(self) -> None:
        """Have new videos fetched and indexed."""
        for schedule in self._schedules:
            schedule.wake()

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Work in the background is done within; the state is closed at the end."""
        callbacks = Schedule(self.clock, Callbacks(self.database, self._network, self.settings), PARALLEL_CALLBACKS)
        indexing = Schedule(self.clock, self._indexing, PARALLEL_READERS)
        fetching = Schedule(self.clock, self._fetching, PARALLEL_FETCHES)
        self._fetching.on_fetched = indexing.wake
        self._indexing.on_indexed = callbacks.wake
        self._schedules = (fetching, indexing, callbacks)
        tasks = [asyncio.create_task(schedule.run()) for schedule in self._schedules]
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
            await run_in_threadpool(self._indexing.close, STOP_SECONDS)
            await asyncio.gather(*tasks, return_exceptions=True)
            await self._network.close()
            self.close()

    def reset(self) -> None:
        """Forget all videos and sessions."""
        kept = self.library.kept_files()
        self.database.clear()
        for name in kept:
            self.files.remove(name)

    def close(self) -> None:
        """Free the state; a temporary directory goes away."""
        self.database.close()
        self.files.close()
