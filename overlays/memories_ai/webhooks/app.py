"""An ASGI app that receives callbacks at a secret path and hands each piece of news over once."""

from __future__ import annotations

import hashlib
import hmac
import inspect
import logging
import re
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, MutableMapping
from http import HTTPStatus
from typing import Any, Final, Protocol

import anyio
import anyio.to_thread

from .._errors import ConfigurationError, ValidationError
from .._validation import positive_seconds, required
from .events import MAX_BODY_BYTES, CallbackEvent, parse

# As ASGI has them: what a server passes stands in its documents, not in types.
Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

Handler = Callable[[CallbackEvent], object]

MAX_KEY: Final = 200
_SECRET: Final = re.compile(r"[A-Za-z0-9_-]{16,128}")

logger = logging.getLogger("memories_ai")


class SeenStore(Protocol):
    """Remembers which news were handed over. Both methods may be `async def`; others are run in a thread.

    Keys are text of at most 200 characters. For several processes, put them where all can see them: in Redis `add` is
    one `SET key 1 NX EX seconds`, `discard` one `DEL key`.
    """

    def add(self, key: str) -> bool | Awaitable[bool]:
        """Remember a key; whether it is new. In one step: of two callers at once, one is told that it is new.

        Args:
            key: text of at most 200 characters.
        """
        ...

    def discard(self, key: str) -> object:
        """Forget a key, if it is there: its event was not handled.

        Args:
            key: text of at most 200 characters.
        """


class MemorySeenStore:
    """Remembers keys in this process, the newest ones for a while.

    A callback that is repeated later than that, or after a restart, is handed over again. In turn, what truly happens
    twice within that time with the same outcome (a video described anew) is taken for a repetition.

    Args:
        capacity: how many keys are remembered.
        age: seconds for which each is.
        clock: gives seconds that only grow.

    Raises:
        ConfigurationError: a clock that cannot be called.
        ValidationError: a capacity below 1, or an age that is not a positive number of seconds.
    """

    def __init__(self, *, capacity: int = 10_000, age: float = 3600.0, clock: Callable[[], float] = time.monotonic):
        if not callable(clock):
            raise ConfigurationError(f"clock: {type(clock).__name__} cannot be called. Pass a function.")
        self._capacity, self._age = required("capacity", capacity, 1), positive_seconds("age", age)
        self._clock = clock
        self._ends: OrderedDict[str, float] = OrderedDict()
        self._lock = threading.Lock()

    def add(self, key: str) -> bool:
        """Remember a key; whether it is new.

        Args:
            key: text of at most 200 characters.
        """
        now = self._clock()
        with self._lock:
            if self._ends.get(key, now) > now:
                return False
            self._ends[key] = now + self._age
            self._ends.move_to_end(key)
            while len(self._ends) > self._capacity:
                self._ends.popitem(last=False)
            return True

    def discard(self, key: str) -> None:
        """Forget a key, if it is there.

        Args:
            key: text of at most 200 characters.
        """
        with self._lock:
            self._ends.pop(key, None)


class CallbackApp:
    """A pure ASGI app that takes callbacks. Serve it alone, or mount it:

        app = CallbackApp(handler, secret=os.environ["CALLBACK_SECRET"])
        Starlette(routes=[Mount("/callbacks", app)])      # address: https://your.host/callbacks/<secret>

    Since nothing is signed, the last part of the address is the only thing that keeps strangers out. It is compared in
    constant time, and every other path is answered alike. Servers may write paths to their access log: turn it off
    (`uvicorn --no-access-log`).

    Answers: 200 taken (or known already), 400 no JSON, 404 another path, 405 no POST, 408 the body took too long, 413
    the body is too large, 500 the handler or the store failed; after a 500 the same news counts as new.

    Args:
        handler: called with each event, unknown ones included. `async def` runs on the event loop, anything else in a
            thread. Be quick: it is not known how long the service waits for an answer.
        secret: 16 to 128 letters, digits, `-` and `_`; by default a new one is made, which `path` has.
        store: which news were seen; by default a MemorySeenStore. A key is noted before its event is handed over, so
            after a crash in a handler it is the store that decides how long that event stays lost.
        body_seconds: how long a body may take.

    Raises:
        ConfigurationError: a secret that is easy to guess or does not fit into an address; a handler that cannot be
            called; a store without its methods.
        ValidationError: body_seconds is not a positive number of seconds.
    """

    def __init__(
        self,
        handler: Handler,
        *,
        secret: str | None = None,
        store: SeenStore | None = None,
        body_seconds: float = 10.0,
    ) -> None:
        _check_parts(handler, store)
        self._handler = handler
        self._path = f"/{_check_secret(secret)}"
        self._store = MemorySeenStore() if store is None else store
        self._body_seconds = positive_seconds("body_seconds", body_seconds)
        self._at_work: dict[str, anyio.Event] = {}

    @property
    def path(self) -> str:
        """The one path that is served, below where the app is mounted. It is the secret: log it nowhere."""
        return self._path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        match scope["type"]:
            case "http":
                status = await self._serve(scope, receive)
                if status is not None:
                    await _answer(status, send)
            case "lifespan":
                await _live(receive, send)
            case "websocket":
                await send({"type": "websocket.close"})

    async def _serve(self, scope: Scope, receive: Receive) -> HTTPStatus | None:
        """The answer; None if there is nobody left to tell."""
        if not self._is_ours(scope):
            return HTTPStatus.NOT_FOUND
        if scope["method"] != "POST":
            return HTTPStatus.METHOD_NOT_ALLOWED
        try:
            with anyio.fail_after(self._body_seconds):
                event = parse(await _body(scope, receive))
        except TimeoutError:
            return HTTPStatus.REQUEST_TIMEOUT
        except _TooLargeError:
            return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
        except _GoneError:
            return None
        except ValidationError:
            return HTTPStatus.BAD_REQUEST
        return await self._take(event)

    def _is_ours(self, scope: Scope) -> bool:
        # Servers and frameworks differ in whether the path has the part where the app is mounted.
        path = scope["path"].removeprefix(scope.get("root_path", "").rstrip("/"))
        return hmac.compare_digest(path.encode(errors="surrogatepass"), self._path.encode())

    async def _take(self, event: CallbackEvent) -> HTTPStatus:
        try:
            await self._hand_over_once(event)
        except Exception:
            logger.exception("The handler of callbacks failed on a %s.", type(event).__name__)
            return HTTPStatus.INTERNAL_SERVER_ERROR
        return HTTPStatus.OK

    async def _hand_over_once(self, event: CallbackEvent) -> None:
        key = _stored_key(event.key)
        # A repetition that comes meanwhile must not be called done before the first one is.
        while (other := self._at_work.get(key)) is not None:
            await other.wait()
        done = self._at_work[key] = anyio.Event()
        try:
            if await _call(self._store.add, key):
                await self._hand_over(event, key)
        finally:
            del self._at_work[key]
            done.set()

    async def _hand_over(self, event: CallbackEvent, key: str) -> None:
        try:
            await _call(self._handler, event)
        except BaseException:
            with anyio.CancelScope(shield=True):
                await _call(self._store.discard, key)
            raise

    def __repr__(self) -> str:
        return f"{type(self).__name__}()"


class _TooLargeError(Exception):
    """The body is larger than any callback."""


class _GoneError(Exception):
    """The sender hung up before the body was complete."""


async def _body(scope: Scope, receive: Receive) -> bytes:
    declared = dict(scope["headers"]).get(b"content-length", b"")
    if declared.isdigit() and (len(declared) > 15 or int(declared) > MAX_BODY_BYTES):
        raise _TooLargeError
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] != "http.request":
            raise _GoneError
        body += message.get("body", b"")
        if len(body) > MAX_BODY_BYTES:
            raise _TooLargeError
        if not message.get("more_body", False):
            return bytes(body)


async def _answer(status: HTTPStatus, send: Send) -> None:
    headers = [(b"content-length", b"0")]
    if status is HTTPStatus.METHOD_NOT_ALLOWED:
        headers.append((b"allow", b"POST"))
    await send({"type": "http.response.start", "status": int(status), "headers": headers})
    await send({"type": "http.response.body", "body": b""})


async def _live(receive: Receive, send: Send) -> None:
    """Start and stop with the server; there is nothing to do for either."""
    while True:
        kind = (await receive())["type"]
        await send({"type": f"{kind}.complete"})
        if kind == "lifespan.shutdown":
            return


# Handlers and stores are the user's: what they take and give is theirs to say.
async def _call(function: Callable[..., Any], *arguments: object) -> Any:
    """Call what may block, or be a coroutine function, without blocking the event loop."""
    if inspect.iscoroutinefunction(function) or inspect.iscoroutinefunction(getattr(function, "__call__", None)):  # noqa: B004 (asks what kind it is)
        return await function(*arguments)
    result = await anyio.to_thread.run_sync(function, *arguments)
    return await result if inspect.isawaitable(result) else result


def _stored_key(key: str) -> str:
    """The key, or a digest of one that a store could not take: a body may hold very long text, and half characters."""
    if len(key) <= MAX_KEY and key.isprintable():
        return key
    return hashlib.sha256(key.encode(errors="surrogatepass")).hexdigest()


def _check_parts(handler: Handler, store: SeenStore | None) -> None:
    if not callable(handler):
        raise ConfigurationError(f"handler: {type(handler).__name__} cannot be called. Pass a function.")
    if store is not None and not (hasattr(store, "add") and hasattr(store, "discard")):
        raise ConfigurationError(f"store: {type(store).__name__} lacks add or discard; see SeenStore.")


def _check_secret(secret: str | None) -> str:
    if secret is None:
        return secrets.token_urlsafe(32)
    if not isinstance(secret, str) or not _SECRET.fullmatch(secret):
        raise ConfigurationError(
            "secret: must be 16 to 128 letters, digits, '-' or '_' that nobody can guess. "
            "Make one with secrets.token_urlsafe(32)."
        )
    return secret
