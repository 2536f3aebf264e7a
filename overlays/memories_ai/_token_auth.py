"""Access tokens of v1.0 for the requests of one client, refreshed once for all calls that wait."""

from __future__ import annotations

import asyncio
import json
import threading
import time
from collections import deque
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Generator, Iterator
from contextlib import asynccontextmanager, contextmanager
from copy import copy
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self

import anyio
import attrs

from ._convert_tokens import refreshed
from ._deadlines import shortened
from ._decoding import unpacker
from ._envelope import is_json, unwrap
from ._errors import ConfigurationError, MemoriesError, ProtocolError, RequestTimeoutError, TransportError
from ._http import httpx
from ._reading import parse
from ._secrets import MASK, hide, secret
from ._types import AccessTokens
from ._validation import MAX_INT64, between, flag, web_address

if TYPE_CHECKING:
    from memories_ai_generated.operations import Operation

LONGEST_LIFE: Final = 2 * 3600.0
SHORTEST_LIFE: Final = 300.0
MARGIN: Final = 60.0

_REFRESH = "refresh_access_token"
_REFUSED_CODE = "0401"
_UNAUTHORIZED = 401
# A refusal, or an answer with tokens, is short. Longer answers are not looked into.
_MOST_PEEKED = 64 * 1024
_SECRETS_KEPT = 16


class TokenAuth(httpx.Auth):
    """Gives requests an access token of v1.0, and gets a new one when it is needed.

    Hand it to a client (`MemoriesAI(token_auth=...)`), which uses it for the operations of v1.0 alone, or to an httpx
    client that does not follow redirects. It may be shared by threads and by the tasks of one event loop: calls that
    wait for a token wait for one refresh, and if that fails, all of them get its error.

    A token is refreshed before it ends, and once after the service has refused it (0401, or HTTP 401); then the request
    is sent again, if its body can be. No page states the unit of expiresIn. It is read as seconds, and a token is used
    for two hours at most (the shorter documented lifetime) and for five minutes at least, whatever it says: one that
    ends earlier is found by its refusal, and the documented 500 refreshes a day suffice. Whether the token goes with or
    without `Bearer` is not known either.

    The tokens are in no repr, log or error. They go to one address alone: that of the client it is handed to, else
    https://mavi-backend.memories.ai.

    Args:
        refresh_token: as the exchange gave it (`client.tokens.exchange`).
        access_token: one that may still be good; None: the first call gets one.
        expires_in: what came with it; None: it is used until the service refuses it, two hours at most.
        bearer: whether `Bearer ` stands before the token. Samples have it both ways.
        base_url: scheme, host and port that the tokens are for; None: see above.
        on_refresh: called with the AccessTokens of each refresh, to keep them. What it raises is raised in the call.
        clock: gives seconds that only grow.

    Raises:
        ValidationError: a token, expires_in, bearer or base_url that cannot be right.
        ConfigurationError: a function that cannot be called.

    Raises (from the calls that use it, besides their own errors):
        AuthenticationError: the refresh token is not (or no longer) good, or a new access token was refused too.
        MemoriesError: the refresh failed otherwise; `operation` is then "refresh_access_token".
        ConfigurationError: a request to another address.
    """

    def __init__(
        self,
        refresh_token: str,
        *,
        access_token: str | None = None,
        expires_in: int | None = None,
        bearer: bool = False,
        base_url: str | None = None,
        on_refresh: Callable[[AccessTokens], None] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        flag("bearer", bearer)
        for name, function in (("on_refresh", on_refresh), ("clock", clock)):
            if function is not None and not callable(function):
                raise ConfigurationError(f"{name}: {type(function).__name__} cannot be called. Pass a function.")
        self._refresh_token = secret("refresh_token", refresh_token)
        self._access_token = None if access_token is None else secret("access_token", access_token)
        self._clock = clock
        self._good_until = _life(between("expires_in", expires_in, -MAX_INT64)) + clock()
        self._prefix = "Bearer " if bearer else ""
        self._address = None if base_url is None else httpx.URL(web_address("base_url", base_url))
        self._on_refresh = on_refresh
        self._secrets = deque(filter(None, (refresh_token, access_token)), maxlen=_SECRETS_KEPT)
        # How many refreshes are over, and the error of the last one if it failed.
        self._round, self._failure = 0, None  # type: int, MemoriesError | None
        self._lock, self._async_lock = threading.Lock(), anyio.Lock()

    @classmethod
    def of(cls, tokens: AccessTokens, *, bearer: bool = False, base_url: str | None = None) -> Self:
        """With what an exchange gave.

        Args:
            tokens: as `client.tokens.exchange` gives them.
            bearer, base_url: as for the class.

        Raises:
            ValidationError: the tokens hold no refresh token.
        """
        return cls(
            tokens.refresh_token or "",
            access_token=tokens.access_token,
            expires_in=tokens.expires_in,
            bearer=bearer,
            base_url=base_url,
        )

    def __repr__(self) -> str:
        return f"{type(self).__name__}(base_url={None if self._address is None else str(self._address)!r})"

    def serve(self, base_url: str | None) -> None:
        """Take an address for the one that the tokens are for. A client does it.

        Args:
            base_url: scheme, host and port; None: those of the service.

        Raises:
            ConfigurationError: it serves another address already.
        """
        address = httpx.URL(_service() if base_url is None else base_url)
        if self._address is not None and _origin(self._address) != _origin(address):
            raise ConfigurationError(
                f"token_auth serves {self._address} already, not {address}. Make a TokenAuth for each address."
            )
        self._address = address

    def redact(self, text: str) -> str:
        """The text without the tokens.

        Args:
            text: what may hold a token.
        """
        for token in tuple(self._secrets):
            text = text.replace(token, MASK)
        return text

    def sync_auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        self._check_address(request)
        refused: str | None = None
        while True:
            token, seen = self._usable(refused), self._round
            if token is None:
                with self._turn():
                    token = self._usable(refused, since=seen)
                    if token is None:
                        with _Refresh(self, _never):
                            response = yield self._refresh_request(request)
                            token = self._accept(response, _peek(response))
            response = yield self._signed(request, token)
            if not _may_be_refusal(response) or not _is_refusal(response, _peek(response)):
                return
            if refused is not None or not _can_be_sent_again(request):
                self._doubt(token)
                return
            refused = token
            _empty(response)

    async def async_auth_flow(self, request: httpx.Request) -> AsyncGenerator[httpx.Request, httpx.Response]:
        self._check_address(request)
        refused: str | None = None
        while True:
            token, seen = self._usable(refused), self._round
            if token is None:
                async with self._async_turn():
                    token = self._usable(refused, since=seen)
                    if token is None:
                        with _Refresh(self, _is_cancelled):
                            response = yield self._refresh_request(request)
                            token = self._accept(response, await _apeek(response))
            response = yield self._signed(request, token)
            if not _may_be_refusal(response) or not _is_refusal(response, await _apeek(response)):
                return
            if refused is not None or not _can_be_sent_again(request):
                self._doubt(token)
                return
            refused = token
            _empty(response)

    def _usable(self, refused: str | None, *, since: int | None = None) -> str | None:
        """The token, unless it has ended or was refused; None: it must be refreshed.

        Raises:
            MemoriesError: it was refreshed in vain since that round.
        """
        if self._access_token is not None and self._access_token != refused and self._clock() < self._good_until:
            return self._access_token
        if since is not None and since != self._round and self._failure is not None:
            raise copy(self._failure)
        return None

    def _doubt(self, token: str) -> None:
        """Have a token refreshed by the next call."""
        if token == self._access_token:
            self._good_until = self._clock()

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """One at a time; no longer than the call may take."""
        left = shortened(None)
        if not self._lock.acquire(timeout=-1 if left is None else left):
            raise _too_late()
        try:
            yield
        finally:
            self._lock.release()

    @asynccontextmanager
    async def _async_turn(self) -> AsyncIterator[None]:
        try:
            with anyio.fail_after(shortened(None)):
                await self._async_lock.acquire()
        except TimeoutError:
            raise _too_late() from None
        try:
            yield
        finally:
            self._async_lock.release()

    def _check_address(self, request: httpx.Request) -> None:
        if self._address is None:
            self.serve(None)
        if self._address is None or _origin(request.url) != _origin(self._address):
            raise ConfigurationError(f"The tokens are for {self._address} alone. Send nothing else with them.")

    def _signed(self, request: httpx.Request, token: str) -> httpx.Request:
        request.headers["Authorization"] = self._prefix + token
        if limits := request.extensions.get("timeout"):
            # A refresh may have taken most of the call; the other steps see to that themselves.
            request.extensions["timeout"] = {**limits, "pool": shortened(limits.get("pool"))}
        return request

    def _refresh_request(self, request: httpx.Request) -> httpx.Request:
        """At the address of the request, under its time limits."""
        headers = {"Accept": "application/json", "Accept-Encoding": "identity"}
        base = b"" if self._address is None else self._address.raw_path.rstrip(b"/")
        if agent := request.headers.get("User-Agent"):
            headers["User-Agent"] = agent
        return httpx.Request(
            "POST",
            request.url.copy_with(raw_path=base + _operation().path.encode()),
            json={"refreshToken": self._refresh_token},
            headers=headers,
            extensions={name: value for name, value in request.extensions.items() if name == "timeout"},
        )

    def _accept(self, response: httpx.Response, body: bytes | None) -> str:
        """Take the tokens of an answer; returns the new access token.

        Raises:
            MemoriesError: the answer is a failure, or none with tokens.
        """
        operation = _operation()
        if body is None:
            raise ProtocolError("The answer is too long for one with tokens.", operation=operation.id)
        tokens = parse(operation, refreshed, unwrap(body, operation, response))
        self._access_token = tokens.access_token
        self._refresh_token = tokens.refresh_token or self._refresh_token
        self._secrets.extend(token for token in (tokens.access_token, tokens.refresh_token) if token)
        self._good_until = self._clock() + _life(tokens.expires_in)
        if self._on_refresh is not None:
            self._on_refresh(tokens)
        return tokens.access_token

    def finish_round(self, failure: MemoriesError | None) -> None:
        """Note how a refresh went, for those that wait.

        Args:
            failure: its error; None: there is a new token.
        """
        if failure is not None:
            hide(failure, *self._secrets)
        self._round += 1
        self._failure = failure


class _Refresh:
    """A block around a refresh: its failure is noted as one of ours. A call that is given up is no failure."""

    def __init__(self, auth: TokenAuth, is_given_up: Callable[[], bool]) -> None:
        self._auth, self._is_given_up = auth, is_given_up

    def __enter__(self) -> None:
        pass

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if error is None or isinstance(error, MemoriesError):
            self._auth.finish_round(error)
        elif isinstance(error, httpx.HTTPError):
            self._auth.finish_round(failure := _no_answer())
            raise failure from error
        elif isinstance(error, GeneratorExit) and not self._is_given_up():
            # The HTTP library fails outside of the flow, and closes it then.
            self._auth.finish_round(_no_answer())


@attrs.define(eq=False)
class _Replayed(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body whose first pieces were read already."""

    head: list[bytes]
    rest: Iterator[bytes] | AsyncIterator[bytes] | None
    source: httpx.SyncByteStream | httpx.AsyncByteStream

    def __iter__(self) -> Iterator[bytes]:
        yield from self.head
        if isinstance(self.rest, Iterator):
            yield from self.rest

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self.head:
            yield piece
        if isinstance(self.rest, AsyncIterator):
            async for piece in self.rest:
                yield piece

    def close(self) -> None:
        if isinstance(self.source, httpx.SyncByteStream):
            self.source.close()

    async def aclose(self) -> None:
        if isinstance(self.source, httpx.AsyncByteStream):
            await self.source.aclose()


def _peek(response: httpx.Response) -> bytes | None:
    """The body if it is short, else None; it can be read once more."""
    if response.is_stream_consumed:
        return response.content
    source, head = response.stream, list[bytes]()
    assert isinstance(source, httpx.SyncByteStream)  # noqa: S101 (tells the type; a sync client has no other)
    pieces = iter(source)
    response.stream = _Replayed(head, pieces, source)
    size = 0
    for piece in pieces:
        head.append(piece)
        size += len(piece)
        if size > _MOST_PEEKED:
            return None
    return _unpacked(response, b"".join(head))


async def _apeek(response: httpx.Response) -> bytes | None:
    """The same for an asynchronous client."""
    if response.is_stream_consumed:
        return response.content
    source, head = response.stream, list[bytes]()
    assert isinstance(source, httpx.AsyncByteStream)  # noqa: S101 (tells the type; an async client has no other)
    pieces = aiter(source)
    response.stream = _Replayed(head, pieces, source)
    size = 0
    async for piece in pieces:
        head.append(piece)
        size += len(piece)
        if size > _MOST_PEEKED:
            return None
    return _unpacked(response, b"".join(head))


def _unpacked(response: httpx.Response, body: bytes) -> bytes | None:
    """The body without its packing; None if that is not known, or the content is too long."""
    content = b""
    try:
        packed = unpacker(response.headers.get("content-encoding", ""))
        for piece in packed.feed(body):
            content += piece
            if len(content) > _MOST_PEEKED:
                return None
        packed.finish()
    except ValueError:
        return None
    return content


def _may_be_refusal(response: httpx.Response) -> bool:
    return response.status_code == _UNAUTHORIZED or is_json(response)


def _is_refusal(response: httpx.Response, body: bytes | None) -> bool:
    """Whether the answer says that the token is not good, by its status or its code."""
    if response.status_code == _UNAUTHORIZED:
        return True
    try:
        payload = json.loads(body or b"")
    except (ValueError, RecursionError):
        return False
    return isinstance(payload, dict) and payload.get("code") == _REFUSED_CODE


def _empty(response: httpx.Response) -> None:
    """Have nothing more read of a refused answer: httpx reads it whole before it sends the next request."""
    if isinstance(response.stream, _Replayed):
        response.stream = _Replayed([], None, response.stream.source)
        response.headers.pop("content-encoding", None)


def _can_be_sent_again(request: httpx.Request) -> bool:
    """Whether the body is the same a second time."""
    try:
        return request.content is not None
    except httpx.RequestNotRead:
        pass
    # Fields of a form; what is no form can be read once.
    parts = getattr(request.stream, "fields", None)
    return parts is not None and all(_can_go_back(getattr(part, "file", None)) for part in parts)


def _can_go_back(file: object) -> bool:
    seekable = getattr(file, "seekable", None)
    return file is None or isinstance(file, str | bytes) or (callable(seekable) and bool(seekable()))


def _life(expires_in: int | None) -> float:
    """Seconds that a token is used."""
    # Whole numbers may be larger than any float.
    told = LONGEST_LIFE if expires_in is None else min(expires_in, LONGEST_LIFE + MARGIN) - MARGIN
    return max(SHORTEST_LIFE, min(told, LONGEST_LIFE))


def _origin(url: httpx.URL) -> tuple[str, str, int | None]:
    return url.scheme, url.host, url.port


def _service() -> str:
    from memories_ai_generated.operations import HOSTS

    return HOSTS[_operation().host]


def _operation() -> Operation:
    from memories_ai_generated.operations import OPERATIONS

    return OPERATIONS[_REFRESH]


def _too_late() -> RequestTimeoutError:
    return RequestTimeoutError("The time of the call was up before another call had refreshed the access token.")


def _no_answer() -> TransportError:
    return TransportError("The access token could not be refreshed: no complete answer came.", operation=_REFRESH)


def _never() -> bool:
    return False


def _is_cancelled() -> bool:
    """Whether the task is being cancelled."""
    try:
        task = asyncio.current_task()
    except RuntimeError:  # another event loop than that of asyncio
        return anyio.get_current_task().has_pending_cancellation()
    return task is not None and task.cancelling() > 0
