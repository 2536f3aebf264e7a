"""Everything that one emulator consists of, put together from its settings."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import ExitStack, asynccontextmanager

from anyio.to_thread import current_default_thread_limiter
from starlette.concurrency import run_in_threadpool

from memories_ai_mock import captioning, importing, transcribing
from memories_ai_mock.accounts import Accounts
from memories_ai_mock.callbacks import Callbacks
from memories_ai_mock.captioning import Captioning
from memories_ai_mock.catalogue import load_catalogue
from memories_ai_mock.code_pushes import CodePushes
from memories_ai_mock.database import Database
from memories_ai_mock.faults import Faults
from memories_ai_mock.folders import Folders
from memories_ai_mock.image_search import ImageSearch
from memories_ai_mock.images import Images
from memories_ai_mock.importing import Importing
from memories_ai_mock.inbox import Inbox
from memories_ai_mock.indexing import Fetching, Indexing
from memories_ai_mock.journal import Journal
from memories_ai_mock.library import Library
from memories_ai_mock.limits import RateLimits, read_rules
from memories_ai_mock.media_files import MediaFiles
from memories_ai_mock.memo import Memo
from memories_ai_mock.memories import Memories
from memories_ai_mock.memory import release_memory
from memories_ai_mock.network import Network
from memories_ai_mock.public_library import stock
from memories_ai_mock.schedule import Schedule
from memories_ai_mock.seeding import seed_from_file
from memories_ai_mock.sessions import Sessions
from memories_ai_mock.settings import Settings
from memories_ai_mock.spec import Spec, load_document
from memories_ai_mock.tasks import Tasks
from memories_ai_mock.text_search import TextSearch
from memories_ai_mock.transcribing import Transcribing
from memories_ai_mock.validation import RequestValidator

DATABASE_NAME = "emulator.sqlite3"
PARALLEL_FETCHES = 4
PARALLEL_READERS = 2
PARALLEL_TASKS = 4
PARALLEL_CALLBACKS = 16
WORKER_THREADS = 6
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
        self.journal = Journal()
        self.spec = Spec(load_document() if settings.document is None else settings.document)
        self.faults = Faults(self.spec.operations)
        self.validator = RequestValidator(self.spec)
        self.long_bodies = asyncio.Lock()
        self.rate_limits = RateLimits(self.clock, read_rules(settings.rate_limits, self.spec.operations))
        self.catalogue = load_catalogue(settings.catalogue)
        with ExitStack() as opened:
            self.files = MediaFiles(settings.data)
            opened.callback(self.files.close)
            # What a reset goes back to.
            self._beginning = Database(None)
            opened.callback(self._beginning.close)
            stock(self._beginning, self.catalogue, self.clock)
            self.database = Database(settings.data / DATABASE_NAME if settings.data else None)
            opened.pop_all()
        self.memo = Memo(self.database)
        self.accounts = Accounts(self.database, settings)
        self.library = Library(self.database, self.files, self.clock)
        self.folders = Folders(self.database, self.clock)
        self.images = Images(self.database, self.files, self.clock)
        self.search = TextSearch(self.database)
        self.image_search = ImageSearch(self.database)
        self.sessions = Sessions(self.database, self.clock)
        self.memories = Memories(self.database, self.clock)
        self.inbox = Inbox(self.database, self.clock)
        self.tasks = Tasks(self.database, self.clock)
        self.network = Network(settings.allow_fetch)
        self.callbacks = Callbacks(self.database, self.network, settings, self.faults)
        self.captioning = Captioning(self.database, self.files, self.network, settings)
        self._importing = Importing(self.library, self.catalogue, self.database, settings)
        self._transcribing = Transcribing(self.library, self.search, self.database, settings)
        self._fetching = Fetching(self.library, self.files, self.network, settings)
        self._indexing = Indexing(self.library, self.files, settings)
        self._code_pushes = CodePushes(self.database, self.clock)
        self._schedules: tuple[Schedule, ...] = ()
        self.tasks.runners = {
            importing.KIND: self._importing.run,
            captioning.KIND: self.captioning.run,
            transcribing.UPDATE: self._transcribing.update,
            transcribing.SUBMIT: self._transcribing.submit,
        }
        try:
            self.files.sweep(self.library.kept_files())
            if self.database.is_new:
                self._begin()
        except BaseException:
            self._give_up()
            raise

    def wake(self) -> None:
        """Have new work done."""
        for schedule in self._schedules:
            schedule.wake()

    def is_busy(self) -> bool:
        """Whether videos or tasks wait whose time has come."""
        now = self.clock.now()
        return bool(self._fetching.due(now) or self._indexing.due(now) or self.tasks.due(now))

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Work in the background is done within; the state is closed at the end."""
        # Each thread may hold a megabyte of JSON in a hundred times as much memory, and more of them are no faster.
        current_default_thread_limiter().total_tokens = WORKER_THREADS
        self._schedules = (
            Schedule(self.clock, self._fetching, PARALLEL_FETCHES),
            Schedule(self.clock, self._indexing, PARALLEL_READERS),
            Schedule(self.clock, self.tasks, PARALLEL_TASKS),
            Schedule(self.clock, self._code_pushes, 1),
            Schedule(self.clock, self.callbacks, PARALLEL_CALLBACKS),
        )
        self._fetching.on_fetched = self._indexing.on_indexed = self.library.on_due = self.wake
        self.tasks.on_done = self._importing.on_imported = self._code_pushes.on_pushed = self.wake
        tasks = [asyncio.create_task(schedule.run()) for schedule in self._schedules]
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
            await run_in_threadpool(self._indexing.close, STOP_SECONDS)
            await asyncio.gather(*tasks, return_exceptions=True)
            await self.network.close()
            self.close()

    def reset(self) -> None:
        """Go back to the beginning; the clock stays where it is, and ids go on counting."""
        was_large = self.database.is_large
        kept = self.library.kept_files()
        self.catalogue.forget()
        self._begin()
        self.rate_limits.clear()
        self.faults.clear()
        self.journal.clear()
        for name in kept:
            self.files.remove(name)
        if was_large:
            release_memory()
        self.wake()

    def _begin(self) -> None:
        self.database.become(self._beginning)
        self.accounts.reload()
        if self.settings.seed is not None:
            seed_from_file(self, self.settings.seed)

    def _give_up(self) -> None:
        """Free the state. What has only just been made is removed: the next start is the first one again."""
        self.close()
        if self.database.is_new and self.settings.data is not None:
            for path in self.settings.data.glob(f"{DATABASE_NAME}*"):
                path.unlink(missing_ok=True)

    def close(self) -> None:
        """Free the state; a temporary directory goes away."""
        self.database.close()
        self._beginning.close()
        self.files.close()
