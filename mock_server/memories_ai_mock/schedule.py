"""Runs work when the emulator's clock says that it is due."""

from __future__ import annotations

import asyncio
import logging
from typing import Protocol

from starlette.concurrency import run_in_threadpool

from memories_ai_mock.clock import Clock

logger = logging.getLogger("memories_ai_mock")


class Work(Protocol):
    """A kind of job whose list stands in the database."""

    def due(self, now: float) -> list[str]:
        """Ids of the jobs due at `now`; a job stays listed until it is done."""

    def next_due(self, now: float) -> float | None:
        """When the first job after `now` falls due; None: there is none."""

    async def run(self, job: str) -> None:
        """Do one job, at the end of which it is no longer due."""


class Schedule:
    """Runs one kind of work, `parallel` jobs at a time."""

    def __init__(self, clock: Clock, work: Work, parallel: int) -> None:
        self._clock = clock
        self._work = work
        self._places = asyncio.Semaphore(parallel)
        self._woken = asyncio.Event()
        self._started: set[str] = set()
        self._loop: asyncio.AbstractEventLoop | None = None

    def wake(self) -> None:
        """Look for due work now. Safe to call from any thread, and before or after the schedule runs."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._woken.set)

    async def run(self) -> None:
        """Run until cancelled."""
        self._loop = asyncio.get_running_loop()
        unsubscribe = self._clock.on_advance(self.wake)
        try:
            async with asyncio.TaskGroup() as jobs:
                while True:
                    self._woken.clear()
                    now = self._clock.now()
                    for job in await run_in_threadpool(self._work.due, now):
                        if job not in self._started:
                            self._started.add(job)
                            jobs.create_task(self._run_job(job))
                    await self._wait(await run_in_threadpool(self._work.next_due, now))
        finally:
            unsubscribe()

    async def _run_job(self, job: str) -> None:
        try:
            async with self._places:
                await self._work.run(job)
        except Exception:
            # It stays among the started ones: a job that breaks is not tried again and again.
            logger.exception("%s broke at %s; it is set aside", type(self._work).__name__, job)
        else:
            self._started.discard(job)
            self.wake()

    async def _wait(self, moment: float | None) -> None:
        seconds = None if moment is None else self._clock.real_seconds_until(moment)
        try:
            async with asyncio.timeout(seconds):
                await self._woken.wait()
        except TimeoutError:
            return
