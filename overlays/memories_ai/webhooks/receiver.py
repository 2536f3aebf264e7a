"""A small server on this machine that keeps the callbacks it receives."""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict, deque
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import ExitStack, suppress
from types import TracebackType
from typing import Self

from anyio.from_thread import BlockingPortal, start_blocking_portal

from memories_ai_generated.models.video_status import VideoStatus

from .. import _validation as check
from .._errors import ConfigurationError, ValidationError, WaitTimeoutError
from .._waiting import CAPTION_DELIVERED, DEFAULT_TIMEOUT
from .app import CallbackApp
from .events import CallbackEvent, CaptionCallback, VideoCallback, later_status
from .server import LocalServer

CAPACITY = 1000
MAX_PORT = 65535

Predicate = Callable[[CallbackEvent], bool]

logger = logging.getLogger("memories_ai")


class AsyncCallbackReceiver:
    """Receives callbacks on this machine while its `async with` block runs (on asyncio).

        async with AsyncCallbackReceiver(public_url=tunnel) as receiver:
            video = await client.videos.upload("clip.mp4", callback=receiver.url)
            await client.videos.wait(video.video_no, receiver=receiver)

    The same news is kept once (an hour long), by `event.key`. The newest `capacity` events are kept for `wait_for`; if
    more than that come and nobody takes them (`get`, `events`), the oldest are dropped, which `dropped` counts.
    Bodies, connections and their time are bounded; everything but a callback at the secret path is refused.

    Args:
        host: the address to listen at. With another than this machine's own, name a `public_url`.
        port: 0: a free one.
        public_url: the address by which the service reaches this server, such as that of a tunnel; the secret is
            appended to it. A path in it is what a proxy in between takes off.
        secret: the last part of the address; by default a new one is made.
        capacity: how many events are kept, and of how many videos the status.

    Raises:
        ValidationError: a host, port, public_url or capacity that cannot be right.
        ConfigurationError: the secret is easy to guess or does not fit into an address; a host that needs a
            public_url; (from entering) the address cannot be listened at.
    """

    def __init__(
        self,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        public_url: str | None = None,
        secret: str | None = None,
        capacity: int = CAPACITY,
    ) -> None:
        check.required("capacity", capacity, 1)
        check.required("port", port, 0, MAX_PORT)
        check.any_text("host", host)
        if public_url is None and host in {"", "0.0.0.0", "::"}:  # noqa: S104 (compared, not bound)
            raise ConfigurationError(f"host {host!r} is not an address to send to: name the public_url too.")
        self._host, self._asked_port = host, port
        self._public_url = None if public_url is None else check.web_address("public_url", public_url).rstrip("/")
        self._app = CallbackApp(self._keep, secret=secret)
        self._server = LocalServer(self._app)
        self._port: int | None = None
        self._events: deque[CallbackEvent] = deque(maxlen=capacity)
        self._statuses: OrderedDict[str, VideoStatus] = OrderedDict()
        self._received = self._taken = self._dropped = 0
        self._news = asyncio.Event()

    @property
    def url(self) -> str:
        """The address to give as `callback`. Who knows it can send callbacks: log it nowhere.

        Raises:
            ConfigurationError: the receiver is not running.
        """
        self._check_running()
        host = f"[{self._host}]" if ":" in self._host else self._host
        return (self._public_url or f"http://{host}:{self._port}") + self._app.path

    @property
    def received(self) -> int:
        """How many events have come so far, repetitions not counted."""
        return self._received

    @property
    def dropped(self) -> int:
        """How many events were dropped before anybody took them."""
        return self._dropped

    def status(self, video_no: str) -> VideoStatus | None:
        """How far indexing of a video is by its callbacks, as `later_status` sorts them; None if none came.

        Args:
            video_no: id of a video.
        """
        return self._statuses.get(video_no)

    async def get(self, timeout: float = DEFAULT_TIMEOUT) -> CallbackEvent:
        """Take the next event, in the order in which they came.

        Args:
            timeout: seconds to wait at most.

        Raises:
            WaitTimeoutError: none came within `timeout` seconds.
            ConfigurationError: the receiver is not running, or was closed meanwhile.
        """
        await self._until(lambda: self._taken < self._received, timeout, "no callback")
        event = self._events[self._taken - self._received]
        self._taken += 1
        return event

    async def events(self, timeout: float = DEFAULT_TIMEOUT) -> AsyncIterator[CallbackEvent]:
        """Take events as they come. Ends when none came for `timeout` seconds, or the receiver is closed meanwhile.

        Args:
            timeout: seconds to wait for each.

        Raises:
            ConfigurationError: the receiver is not running.
        """
        self._check_running()
        with suppress(WaitTimeoutError, ConfigurationError):
            while True:
                yield await self.get(timeout)

    async def wait_for(
        self, predicate: Predicate, timeout: float = DEFAULT_TIMEOUT, *, after: int = 0
    ) -> CallbackEvent:
        """The first kept event that fits, whether it was taken or is yet to come. It is not taken by this.

        Args:
            predicate: tells of an event whether it fits.
            timeout: seconds to wait at most.
            after: pass over so many events, counted as `received` does.

        Raises:
            WaitTimeoutError: none came within `timeout` seconds.
            ConfigurationError: the receiver is not running, or was closed meanwhile.
        """
        if not callable(predicate):
            raise ValidationError(f"predicate: {check.shown(predicate)} cannot be called.", field="predicate")
        check.required("after", after, 0)
        found: list[CallbackEvent] = []

        def fits() -> bool:
            nonlocal after
            found.extend(event for event in self._since(after) if predicate(event))
            after = self._received
            return bool(found)

        await self._until(fits, timeout, "no callback that fits")
        return found[0]

    async def wait_for_caption(self, task_id: str, timeout: float = DEFAULT_TIMEOUT) -> CaptionCallback:
        """The result of a description: it comes by callback alone. One that bears no id is not recognised.

        Args:
            task_id: as `client.captions.start_video` gave it.
            timeout: seconds to wait at most.

        Raises:
            TaskFailedError: it failed.
            WaitTimeoutError: nothing came within `timeout` seconds; it may yet.
            ConfigurationError: the receiver is not running, or was closed meanwhile.
        """
        check.non_empty("task_id", task_id)
        try:
            event = await self.wait_for(
                lambda event: isinstance(event, CaptionCallback) and event.task_id == task_id, timeout
            )
        except WaitTimeoutError:
            raise CAPTION_DELIVERED.missed(task_id, None, timeout) from None
        assert isinstance(event, CaptionCallback)  # noqa: S101 (for the type checker)
        # It raises for any end but the good one: a callback is always an end.
        CAPTION_DELIVERED.is_over(event)
        return event

    async def hears_of(self, subject: str, seconds: float, *, after: int = 0) -> bool:
        """Whether a callback speaks of a video or task (its id) within so many seconds: at once if one does, else at
        their end.

        Args:
            subject: id of a video or task.
            seconds: how long to wait.
            after: as for `wait_for`.

        Raises:
            ConfigurationError: the receiver is not running, or was closed meanwhile.
        """
        self._check_running()
        if seconds <= 0:
            return False
        try:
            await self.wait_for(lambda event: subject in _ids(event), seconds, after=after)
        except WaitTimeoutError:
            return False
        return True

    async def _keep(self, event: CallbackEvent) -> None:
        untaken = self._received - self._taken
        if untaken == self._events.maxlen:
            self._taken += 1
            self._dropped += 1
            logger.warning("Nobody takes the callbacks: %d were dropped.", self._dropped)
        self._events.append(event)
        self._received += 1
        if isinstance(event, VideoCallback):
            self._note_status(event)
        self._wake()

    def _wake(self) -> None:
        """Have all who wait look again."""
        self._news.set()
        self._news = asyncio.Event()

    def _note_status(self, event: VideoCallback) -> None:
        known = self._statuses.get(event.video_no, event.status)
        self._statuses[event.video_no] = later_status(known, event.status)
        self._statuses.move_to_end(event.video_no)
        if len(self._statuses) > (self._events.maxlen or 0):
            self._statuses.popitem(last=False)

    def _since(self, after: int) -> list[CallbackEvent]:
        first = self._received - len(self._events)
        return list(self._events)[max(0, after - first) :]

    async def _until(self, holds: Callable[[], bool], timeout: float, lack: str) -> None:
        check.positive_seconds("timeout", timeout)
        try:
            async with asyncio.timeout(timeout):
                while self._check_running() and not holds():
                    await self._news.wait()
        except TimeoutError:
            raise WaitTimeoutError(f"There was {lack} within {timeout:g} s; it may yet come.") from None

    def _check_running(self) -> bool:
        if self._port is None:
            raise ConfigurationError("The receiver is not running: use it within its `with` block.")
        return True

    async def __aenter__(self) -> Self:
        if self._port is not None:
            raise ConfigurationError("The receiver is running already.")
        try:
            self._port = await self._server.start(self._host, self._asked_port)
        except (OSError, OverflowError) as error:
            raise ConfigurationError(
                f"Cannot listen at {self._host}, port {self._asked_port}: {error}. Name another address, or port 0."
            ) from error
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._port = None
        self._wake()
        await self._server.close()

    def __repr__(self) -> str:
        return f"{type(self).__name__}(host={self._host!r}, port={self._port}, received={self._received})"


class CallbackReceiver:
    """Receives callbacks on this machine while its `with` block runs.

        with CallbackReceiver(public_url=tunnel) as receiver:
            video = client.videos.upload("clip.mp4", callback=receiver.url)
            client.videos.wait(video.video_no, receiver=receiver)

    The twin of AsyncCallbackReceiver, which says more; its server runs in a thread. May be used by several threads.

    Args:
        host, port, public_url, secret, capacity: as for AsyncCallbackReceiver.

    Raises:
        ConfigurationError, ValidationError: as there.
    """

    def __init__(
        self,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        public_url: str | None = None,
        secret: str | None = None,
        capacity: int = CAPACITY,
    ) -> None:
        self._receiver = AsyncCallbackReceiver(
            host=host, port=port, public_url=public_url, secret=secret, capacity=capacity
        )
        self._portal: BlockingPortal | None = None
        self._stack = ExitStack()

    @property
    def url(self) -> str:
        """See AsyncCallbackReceiver.url."""
        return self._receiver.url

    @property
    def received(self) -> int:
        """See AsyncCallbackReceiver.received."""
        return self._receiver.received

    @property
    def dropped(self) -> int:
        """See AsyncCallbackReceiver.dropped."""
        return self._receiver.dropped

    def status(self, video_no: str) -> VideoStatus | None:
        """See AsyncCallbackReceiver.status.

        Args:
            video_no: id of a video.
        """
        return self._receiver.status(video_no)

    def get(self, timeout: float = DEFAULT_TIMEOUT) -> CallbackEvent:
        """See AsyncCallbackReceiver.get.

        Args:
            timeout: seconds to wait at most.
        """
        return self._running().call(self._receiver.get, timeout)

    def events(self, timeout: float = DEFAULT_TIMEOUT) -> Iterator[CallbackEvent]:
        """See AsyncCallbackReceiver.events.

        Args:
            timeout: seconds to wait for each.
        """
        self._running()
        with suppress(WaitTimeoutError, ConfigurationError):
            while True:
                yield self.get(timeout)

    def wait_for(self, predicate: Predicate, timeout: float = DEFAULT_TIMEOUT, *, after: int = 0) -> CallbackEvent:
        """See AsyncCallbackReceiver.wait_for. The predicate is called in the thread of the server.

        Args:
            predicate: tells of an event whether it fits.
            timeout: seconds to wait at most.
            after: pass over so many events, counted as `received` does.
        """

        async def wait() -> CallbackEvent:
            return await self._receiver.wait_for(predicate, timeout, after=after)

        return self._running().call(wait)

    def wait_for_caption(self, task_id: str, timeout: float = DEFAULT_TIMEOUT) -> CaptionCallback:
        """See AsyncCallbackReceiver.wait_for_caption.

        Args:
            task_id: as `client.captions.start_video` gave it.
            timeout: seconds to wait at most.
        """
        return self._running().call(self._receiver.wait_for_caption, task_id, timeout)

    def hears_of(self, subject: str, seconds: float, *, after: int = 0) -> bool:
        """See AsyncCallbackReceiver.hears_of.

        Args:
            subject: id of a video or task.
            seconds: how long to wait.
            after: as for `wait_for`.
        """

        async def wait() -> bool:
            return await self._receiver.hears_of(subject, seconds, after=after)

        return self._running().call(wait)

    def _running(self) -> BlockingPortal:
        if self._portal is None:
            raise ConfigurationError("The receiver is not running: use it within its `with` block.")
        return self._portal

    def __enter__(self) -> Self:
        if self._portal is not None:
            raise ConfigurationError("The receiver is running already.")
        with ExitStack() as stack:
            portal = stack.enter_context(start_blocking_portal("asyncio"))
            stack.enter_context(portal.wrap_async_context_manager(self._receiver))
            self._stack = stack.pop_all()
        self._portal = portal
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._portal = None
        self._stack.__exit__(kind, error, traceback)

    def __repr__(self) -> str:
        return repr(self._receiver).removeprefix("Async")


def _ids(event: CallbackEvent) -> set[object]:
    """The ids of what an event speaks of."""
    return {getattr(event, name, None) for name in ("video_no", "task_id", "task_no")}
