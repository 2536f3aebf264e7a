"""Waiting until the documented rate limits allow a request. `limits` is imported when they are asked for."""

from __future__ import annotations

import hashlib
import logging
import re
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

import anyio
import attrs

from ._deadlines import Deadline
from ._errors import ConfigurationError, ConnectionFailedError, MemoriesError, RateLimitError
from ._event_loops import AsyncHome
from ._stopping import Pause
from ._validation import positive, shown

if TYPE_CHECKING:
    from limits import RateLimitItem
    from limits.util import WindowStats

    from memories_ai_generated.operations import Operation

OnWait = Callable[[str, str, float], None]

# Added to each wait: the earlier request may have travelled longer than the later one will, a new connection's above
# all, and to come a little late costs less than to be refused.
MARGIN: Final = 0.1
_SALT: Final = b"memories-ai rate limits\0"
_PREFIX: Final = "memories-ai"
_REDIS_CONNECTIONS: Final = 8
_FIGURE: Final = re.compile(r"([1-9][0-9]{0,8})/([1-9][0-9]{0,5} ?)?(second|minute|hour|day)")

logger = logging.getLogger("memories_ai")


def _without_password(storage: str) -> str:
    """The address without what stands before its host, for people."""
    scheme, _, rest = storage.partition("://")
    return repr(f"{scheme}://{rest.rpartition('@')[2].partition('?')[0]}")


def _check_storage(_: object, __: object, storage: str) -> None:
    if storage == "memory://":
        return
    scheme = storage.partition("://")[0] if isinstance(storage, str) else None
    if scheme not in {"redis", "rediss"}:
        raise ConfigurationError("storage: must be 'memory://' or begin with redis:// or rediss://.")
    try:
        parts = urlsplit(storage)
        usable = bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable:
        # The address is not shown: what cannot be read may be a password.
        raise ConfigurationError(
            "storage: the Redis address cannot be read. Example: redis://:password@host:6379/0; write '/', '@' and ':' "
            "of a password as %2F, %40 and %3A."
        )


def _check_account(_: object, __: object, account: str | None) -> None:
    if account is not None and not (isinstance(account, str) and account.isprintable() and account.strip()):
        raise ConfigurationError("account: not a line of text. Pass a name, or leave it out.")


def _check_on_wait(_: object, __: object, on_wait: OnWait | None) -> None:
    if on_wait is not None and not callable(on_wait):
        raise ConfigurationError(f"on_wait: {type(on_wait).__name__} cannot be called. Pass a function.")


def _check_overrides(_: object, __: object, overrides: Mapping[str, str | None]) -> None:
    if not isinstance(overrides, Mapping):
        raise ConfigurationError(f"overrides: {type(overrides).__name__} is not a mapping of groups to limits.")
    known = _groups()
    for group, figure in overrides.items():
        if group not in known:
            raise ConfigurationError(f"overrides: {shown(group)} is not a group. There are {', '.join(sorted(known))}.")
        if figure is not None and not (isinstance(figure, str) and _FIGURE.fullmatch(figure)):
            raise ConfigurationError(
                f"overrides: {shown(figure)} for {group!r} is not a limit. Write '1/minute' or '10/30 second', or None "
                "for no limit."
            )


def _groups() -> set[str]:
    from memories_ai_generated.operations import OPERATIONS

    return {limit.group for operation in OPERATIONS.values() for limit in operation.rate_limits}


@attrs.frozen(kw_only=True)
class RateLimits:
    """Has requests wait until the documented limits of the account allow them, instead of being refused with 0429.

    Each operation belongs to a group, such as "upload" or "search" (`memories_ai_generated.operations`), and keeps the
    figure of the newest source that gives one for it: sources disagree. If that source gives several, all hold: a
    minute's and a day's, or those of both groups of an operation that belongs to two. Operations of one group with
    the same figure are counted together; where figures differ within a group, each figure counts its own operations.
    An override gives the whole group one figure. Operations without a documented figure do not wait. Each attempt
    counts, retries as well.

    What is counted is the moment of sending, in a window that moves, with a tenth of a second to spare. Requests that
    travel with very different delays can still arrive too densely; the service's refusal is then retried as ever.

    Attributes:
        storage: where is counted: "memory://" (this client), or "redis://[:password@]host[:port][/db]" (`rediss://`
            with TLS; extra `memories-ai[redis]`), which all processes and machines share that use the account. Their
            clocks must agree. With the asynchronous client Redis needs asyncio.
        overrides: other figures by group, such as `{"upload": "5/minute", "search": "10/2 second", "list": None}`; None
            is no limit.
        account: a name for what is counted together; by default a digest of the API key, which is stored nowhere.
        redis_timeout: seconds that each step with Redis may take. The synchronous client may overrun the deadline of a
            call by so much, should Redis be silent.
        on_wait: called with the operation, its group and the seconds that it now waits at least; may be called again
            for the same request. What it raises ends the call.

    Raises:
        ConfigurationError: a storage, group, figure or name that cannot be right.
        ValidationError: the redis_timeout is not a positive number of seconds.
    """

    storage: str = attrs.field(default="memory://", validator=_check_storage, repr=_without_password)
    overrides: Mapping[str, str | None] = attrs.field(factory=dict, validator=_check_overrides)
    account: str | None = attrs.field(default=None, validator=_check_account)
    redis_timeout: float = attrs.field(default=2.0, validator=positive)
    on_wait: OnWait | None = attrs.field(default=None, validator=_check_on_wait, repr=False, eq=False)


@attrs.frozen
class _Bound:
    """A limit that an operation has to keep."""

    item: RateLimitItem
    group: str
    source: str

    def seconds_until_room(self, stats: WindowStats, ahead: int) -> float:
        """At least so many seconds until there is room for one more, behind `ahead` others; 0: there is."""
        short = ahead - stats.remaining
        if short < 0:
            return 0.0
        period = self.item.get_expiry()
        # Never more than a period, should the clock have been set back.
        return min(max(0.0, stats.reset_time - time.time()), period) + MARGIN + short // self.item.amount * period

    def __str__(self) -> str:
        return f"{self.item} ({self.source})"


class _Policy:
    """Which limits hold for an operation, and what is said about them. No I/O."""

    def __init__(self, settings: RateLimits, api_key: str) -> None:
        self._settings = settings
        self.account = settings.account or hashlib.sha256(_SALT + api_key.encode()).hexdigest()[:32]
        self._bounds: dict[str, tuple[_Bound, ...]] = {}

    def bounds(self, operation: Operation) -> tuple[_Bound, ...]:
        """Longest period first: what is counted in vain, because another limit is found full, weighs least there."""
        if operation.id not in self._bounds:
            found = sorted(set(self._find(operation)), key=lambda bound: bound.item.get_expiry(), reverse=True)
            self._bounds[operation.id] = tuple(found)
        return self._bounds[operation.id]

    def _find(self, operation: Operation) -> Iterator[_Bound]:
        from limits import parse

        for limit in operation.rate_limits:
            if limit.source != operation.rate_limits[0].source:
                continue
            if limit.group not in self._settings.overrides:
                yield _Bound(parse(f"{limit.requests}/{limit.per}"), limit.group, limit.source)
            elif figure := self._settings.overrides[limit.group]:
                yield _Bound(parse(figure), limit.group, "yours")

    def announce(self, operation: Operation, bound: _Bound, seconds: float, deadline: Deadline) -> None:
        """Say that a request waits.

        Raises:
            RateLimitError: it would wait longer than what is left of the call.
        """
        if seconds >= deadline.left():
            raise self.refusal(operation, bound, deadline, seconds)
        logger.info("%s waits %.1f s for the limit of %s: %s", operation.id, seconds, bound.group, bound)
        if self._settings.on_wait is not None:
            self._settings.on_wait(operation.id, bound.group, seconds)

    @staticmethod
    def refusal(
        operation: Operation, bound: _Bound, deadline: Deadline, seconds: float | None = None
    ) -> RateLimitError:
        """The error for a wait that would be too long; `seconds`: at least so long."""
        least = "" if seconds is None else f", for {seconds:.1f} s at least"
        remedy = f"RateLimits(overrides={{{bound.group!r}: ...}})"
        error = RateLimitError(
            f"The limit of the group {bound.group!r}, {bound}, has no room{least}; {deadline.left():.1f} s of the "
            f"{deadline.seconds:g} s of the call are left. The request was not sent. Call later, give the call a "
            f"longer timeout, or name another limit if your account has one: {remedy}.",
            operation=operation.id,
        )
        error.retryable, error.retry_after = True, seconds
        return error


class AsyncRateLimiter:
    """Has requests of an asynchronous client wait; those of one group in the order in which they came.

    Raises:
        ConfigurationError: the extra `redis` is missing.
    """

    def __init__(self, settings: RateLimits, api_key: str) -> None:
        self._settings = settings
        self._policy = _Policy(settings, api_key)
        self._open()

    def _open(self) -> None:
        from limits.aio.strategies import MovingWindowRateLimiter

        self._home = AsyncHome()
        self._pool = None if self._settings.storage == "memory://" else _make_async_pool(self._settings)
        self._strategy = MovingWindowRateLimiter(_make_storage(self._pool, "async+", implementation="redispy"))
        self._queues: defaultdict[tuple[_Bound, ...], _AsyncQueue] = defaultdict(_AsyncQueue)

    async def acquire(self, operation: Operation, deadline: Deadline) -> None:
        """Return once a request may be sent, and count it. If cancelled, it may have been counted.

        Raises:
            RateLimitError: the wait would be longer than what is left of the call; raised at once.
            ConfigurationError: Redis refuses the user or password.
            ConnectionFailedError: Redis cannot be reached, or fails.
        """
        bounds = self._policy.bounds(operation)
        if not bounds:
            return
        if self._pool is not None and self._home.is_left():
            # The connections to Redis went with their event loop; what was counted is in Redis.
            self._open()
        queue = self._queues[bounds]
        with queue.joined() as ahead:
            if ahead:
                await self._pause(operation, bounds, ahead, deadline)
            with anyio.move_on_after(deadline.left()) as scope:
                await queue.lock.acquire()
            if scope.cancelled_caught:
                raise self._policy.refusal(operation, bounds[0], deadline)
            try:
                while not await self._count(bounds, deadline):  # noqa: ASYNC110 (only the clock makes room)
                    await anyio.sleep(await self._pause(operation, bounds, 0, deadline))
            finally:
                queue.lock.release()

    async def _pause(self, operation: Operation, bounds: tuple[_Bound, ...], ahead: int, deadline: Deadline) -> float:
        """Seconds until there may be room, announced."""
        seconds, bound = max([(await self._seconds(bound, ahead, deadline), bound) for bound in bounds], key=_first)
        if seconds:
            self._policy.announce(operation, bound, seconds, deadline)
        return max(seconds, MARGIN)

    async def _seconds(self, bound: _Bound, ahead: int, deadline: Deadline) -> float:
        with _translated(self._settings), anyio.fail_after(deadline.left()):
            stats = await self._strategy.get_window_stats(bound.item, self._policy.account, bound.group)
        return bound.seconds_until_room(stats, ahead)

    async def _count(self, bounds: tuple[_Bound, ...], deadline: Deadline) -> bool:
        """Count a request in every window; False if one has no room. With several, none is counted in vain but by a
        race with another process."""
        if len(bounds) > 1 and any([await self._seconds(bound, 0, deadline) for bound in bounds]):
            return False
        for bound in bounds:
            with _translated(self._settings), anyio.fail_after(deadline.left()):
                if not await self._strategy.hit(bound.item, self._policy.account, bound.group):
                    return False
        return True

    async def aclose(self) -> None:
        """Close the connections to Redis; those of another event loop went with it."""
        if self._pool is not None and not self._home.is_left():
            with _translated(self._settings):
                await self._pool.disconnect()


class RateLimiter:
    """Has requests of a synchronous client wait, whatever threads they are made in.

    Raises:
        ConfigurationError: the extra `redis` is missing.
    """

    def __init__(self, settings: RateLimits, api_key: str) -> None:
        from limits.strategies import MovingWindowRateLimiter

        self._settings = settings
        self._policy = _Policy(settings, api_key)
        self._pool = None if settings.storage == "memory://" else _make_pool(settings)
        self._strategy = MovingWindowRateLimiter(_make_storage(self._pool, ""))
        self._queues: dict[tuple[_Bound, ...], _Queue] = {}

    def acquire(self, operation: Operation, deadline: Deadline) -> None:
        """Return once a request may be sent, and count it.

        Raises:
            RateLimitError: the wait would be longer than what is left of the call; raised at once.
            ConfigurationError: Redis refuses the user or password.
            ConnectionFailedError: Redis cannot be reached, or fails.
        """
        bounds = self._policy.bounds(operation)
        if not bounds:
            return
        queue = self._queues.setdefault(bounds, _Queue())
        with queue.joined() as ahead:
            if ahead:
                self._pause(operation, bounds, ahead, deadline)
            if not queue.lock.acquire(timeout=deadline.left()):
                raise self._policy.refusal(operation, bounds[0], deadline)
            try:
                while not self._count(bounds):
                    Pause.sleep(self._pause(operation, bounds, 0, deadline))
            finally:
                queue.lock.release()

    def _pause(self, operation: Operation, bounds: tuple[_Bound, ...], ahead: int, deadline: Deadline) -> float:
        """Seconds until there may be room, announced."""
        seconds, bound = max([(self._seconds(bound, ahead), bound) for bound in bounds], key=_first)
        if seconds:
            self._policy.announce(operation, bound, seconds, deadline)
        return max(seconds, MARGIN)

    def _seconds(self, bound: _Bound, ahead: int) -> float:
        with _translated(self._settings):
            stats = self._strategy.get_window_stats(bound.item, self._policy.account, bound.group)
        return bound.seconds_until_room(stats, ahead)

    def _count(self, bounds: tuple[_Bound, ...]) -> bool:
        """Count a request in every window; False if one has no room. With several, none is counted in vain but by a
        race with another process."""
        if len(bounds) > 1 and any(self._seconds(bound, 0) for bound in bounds):
            return False
        with _translated(self._settings):
            return all(self._strategy.hit(bound.item, self._policy.account, bound.group) for bound in bounds)

    def close(self) -> None:
        """Close the connections to Redis."""
        if self._pool is not None:
            with _translated(self._settings):
                self._pool.disconnect()


class _AsyncQueue:
    """Requests that wait for the same limits; the first of them holds the lock."""

    def __init__(self) -> None:
        self.lock = anyio.Lock()
        self._size = 0

    @contextmanager
    def joined(self) -> Iterator[int]:
        """Within, one more waits; the value is how many came before."""
        self._size += 1
        try:
            yield self._size - 1
        finally:
            self._size -= 1


class _Queue:
    """The same for threads."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self._size = 0
        self._guard = threading.Lock()

    @contextmanager
    def joined(self) -> Iterator[int]:
        """Within, one more waits; the value is how many came before."""
        with self._guard:
            ahead = self._size
            self._size += 1
        try:
            yield ahead
        finally:
            with self._guard:
                self._size -= 1


def _first(pair: tuple[float, _Bound]) -> float:
    return pair[0]


# Pools and storages have no common type in both worlds; the two functions below are what knows of Redis.
def _make_storage(pool: Any, prefix: str, **options: Any) -> Any:
    from limits.storage import storage_from_string

    if pool is None:
        return storage_from_string(f"{prefix}memory://")
    # The pool has the address; a password is not to stand in two places.
    return storage_from_string(f"{prefix}redis://redis:6379", connection_pool=pool, key_prefix=_PREFIX, **options)


def _make_pool(settings: RateLimits) -> Any:
    _check_redis()
    from redis import BlockingConnectionPool
    from redis.backoff import NoBackoff
    from redis.retry import Retry

    return BlockingConnectionPool.from_url(settings.storage, retry=Retry(NoBackoff(), 0), **_pool_options(settings))


def _make_async_pool(settings: RateLimits) -> Any:
    _check_redis()
    from redis.asyncio import BlockingConnectionPool
    from redis.asyncio.retry import Retry
    from redis.backoff import NoBackoff

    return BlockingConnectionPool.from_url(settings.storage, retry=Retry(NoBackoff(), 0), **_pool_options(settings))


def _pool_options(settings: RateLimits) -> dict[str, Any]:
    return {
        "max_connections": _REDIS_CONNECTIONS,
        "timeout": settings.redis_timeout,
        "socket_timeout": settings.redis_timeout,
        "socket_connect_timeout": settings.redis_timeout,
    }


def _check_redis() -> None:
    if find_spec("redis") is None:
        raise ConfigurationError("Rate limits in Redis need its package: pip install memories-ai[redis]")


@contextmanager
def _translated(settings: RateLimits) -> Iterator[None]:
    """Turn what a storage raises into errors of this package, which show no password."""
    try:
        yield
    except MemoriesError:
        raise
    except Exception as error:
        where = f"The rate limits in {_without_password(settings.storage)} cannot be counted"
        if type(error).__name__ in {"AuthenticationError", "AuthenticationWrongNumberOfArgsError", "NoPermissionError"}:
            raise ConfigurationError(f"{where}: Redis refuses the user or password.") from None
        message = f"{where} ({type(error).__name__}). The request was not sent. Is Redis up and reachable?"
        raise ConnectionFailedError(message) from error
