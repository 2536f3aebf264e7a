"""Access tokens of v1.0: one refresh for all that wait, no token where it does not belong."""

from __future__ import annotations

import asyncio
import gzip
import io
import json
import logging
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import parse_qs

import anyio
import httpx
import pytest
from anyio.abc import TaskGroup

import memories_ai as m
from memories_ai import TokenAuth
from memories_ai_generated.operations import OPERATIONS
from memories_ai_mock import Emulator, ManualClock, Settings
from sdk_support import KEY, Handler, MakeClient, envelope

REFRESH, FIRST, SECOND = "refresh-secret-1", "access-secret-1", "access-secret-2"
TOKENS = {"accessToken": FIRST, "type": "Bearer", "expiresIn": 14400, "refreshToken": REFRESH, "refreshExpiresIn": 5}
PAGE = {"current": 1, "total": 0, "pageSize": 20, "videoData": []}
Begin = Callable[[TaskGroup, m.AsyncMemoriesAI], Callable[[], object]]
REFRESHED = "/auth/api/token/refreshAccessToken"


class Service:
    """Answers as v1.0 does: gives access-secret-1, -2, ... and takes the newest one."""

    def __init__(self, **facts: Any) -> None:
        self.requests: list[httpx.Request] = []
        # Of all but refreshes; a request that is sent again is the same object.
        self.sent: list[str] = []
        self.refreshes = 0
        self.good = FIRST
        self.expires_in: object = 14400
        self.refusal = httpx.Response(200, json={"code": "0401", "msg": "not good", "data": None})
        self.failure: httpx.Response | Exception | None = None
        vars(self).update(facts)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        request.read()
        self.requests.append(request)
        if request.url.path == REFRESHED:
            return self._refresh(request)
        self.sent.append(request.headers["authorization"])
        if request.headers["authorization"].removeprefix("Bearer ") != self.good:
            return httpx.Response(self.refusal.status_code, content=self.refusal.content, headers=self.refusal.headers)
        return envelope(PAGE)

    def _refresh(self, request: httpx.Request) -> httpx.Response:
        assert "authorization" not in request.headers
        assert json.loads(request.content)["refreshToken"].startswith("refresh-secret-")
        self.refreshes += 1
        if isinstance(self.failure, Exception):
            raise self.failure
        if self.failure is not None:
            return self.failure
        self.good = f"access-secret-{self.refreshes + 1}"
        return envelope({"accessToken": self.good, "type": "Bearer", "expiresIn": self.expires_in})


def test_without_it_the_key_is_sent(make_client: MakeClient) -> None:
    service = Service(good=KEY)
    make_client(service).mavi.list()
    assert service.sent == [KEY]


def test_the_first_call_gets_a_token_that_later_calls_use(make_client: MakeClient) -> None:
    service = Service()
    client = make_client(service, token_auth=TokenAuth(REFRESH))
    client.mavi.list()
    client.mavi.list()
    assert (service.refreshes, service.sent) == (1, [SECOND, SECOND])
    assert {request.url.host for request in service.requests} == {"mavi-backend.memories.ai"}


def test_the_key_does_not_travel_with_a_token(make_client: MakeClient) -> None:
    config = make_client(Service(), token_auth=TokenAuth(REFRESH))._transport.config
    assert config.key(OPERATIONS["mavi_chat"]) is None
    assert config.key(OPERATIONS["chat"]) == KEY


def test_other_operations_get_no_token(make_client: MakeClient) -> None:
    seen: list[tuple[str, str]] = []

    def handler(request: httpx.Request) -> httpx.Response:
        seen.append((request.url.path.rpartition("/")[2], request.headers.get("authorization", "")))
        return envelope({"sessions": [], "current_page": 1, "page_size": 1, "total_count": "0"})

    client = make_client(handler, token_auth=TokenAuth(REFRESH, access_token=FIRST), caption_key="sk-caption")
    client.sessions.list()
    with pytest.raises(m.ProtocolError):
        client.captions.image("https://example.com/a.png", "?")
    with pytest.raises(m.ProtocolError):
        client.tokens.refresh(REFRESH)
    assert seen == [("list_sessions", KEY), ("uploadImg", "sk-caption"), ("refreshAccessToken", "")]


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize(
    ("status", "content"),
    [(200, b'{"code": "0401", "msg": "no", "data": null}'), (401, b'{"code": "0401", "msg": "no"}'), (401, b"<html>")],
)
def test_a_refused_token_is_refreshed_once(make_client: MakeClient, status: int, content: bytes, packed: bool) -> None:
    headers = {"content-type": "application/json"}
    service = Service(good="another", refusal=httpx.Response(status, content=content, headers=headers))
    auth = TokenAuth(REFRESH, access_token=FIRST)
    client = make_client(packing(service) if packed else service, token_auth=auth)
    client.mavi.list()
    client.mavi.list()
    assert (service.refreshes, service.sent) == (1, [FIRST, SECOND, SECOND])


class Once(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body in small pieces that can be read once, and tells how much of it was, and whether it was closed."""

    def __init__(self, content: bytes, piece: int = 7) -> None:
        self.content, self.piece, self.read, self.closed = content, piece, 0, False

    def __iter__(self) -> Iterator[bytes]:
        assert self.read == 0
        for start in range(0, len(self.content), self.piece):
            self.read = start + self.piece
            yield self.content[start : start + self.piece]

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self:
            yield piece

    def close(self) -> None:
        self.closed = True

    async def aclose(self) -> None:
        self.closed = True


def packing(service: Handler) -> Handler:
    """Its JSON packed, in pieces."""

    def handler(request: httpx.Request) -> httpx.Response:
        answer = service(request)
        headers = {"content-type": "application/json", "content-encoding": "gzip"}
        return httpx.Response(answer.status_code, headers=headers, stream=Once(gzip.compress(answer.content)))

    return handler


def test_a_token_that_is_refused_again_is_an_error(make_client: MakeClient) -> None:
    service = Service()
    service._refresh = lambda _: envelope({"accessToken": "never-good", "type": "", "expiresIn": 1})  # type: ignore[method-assign]  # (stays as it is)
    client = make_client(service, token_auth=TokenAuth(REFRESH, access_token="bad"))
    with pytest.raises(m.AuthenticationError) as caught:
        client.mavi.list()
    assert caught.value.operation == "mavi_search_db"
    assert len(service.requests) == 3


@pytest.mark.parametrize(
    ("expires_in", "after", "refreshes"),
    [
        (14400, 7199, 0),
        (14400, 7200, 1),
        (14400000, 7199, 0),
        (14400000, 7200, 1),
        (3600, 3539, 0),
        (3600, 3540, 1),
        (240, 299, 0),
        (240, 300, 1),
        (4, 299, 0),
        (-5, 300, 1),
        (2**63 - 1, 7199, 0),
        (None, 7199, 0),
        (None, 7200, 1),
    ],
)
def test_how_long_a_token_is_used(
    make_client: MakeClient, expires_in: int | None, after: float, refreshes: int
) -> None:
    now = [100.0]
    auth = TokenAuth(REFRESH, access_token=FIRST, expires_in=expires_in, clock=lambda: now[0])
    service = Service()
    client = make_client(service, token_auth=auth)
    client.mavi.list()
    now[0] += after
    client.mavi.list()
    assert service.refreshes == refreshes


def test_bearer_and_renewed_refresh_tokens(make_client: MakeClient) -> None:
    kept: list[m.AccessTokens] = []
    renewed = {"accessToken": FIRST, "type": "Bearer", "expiresIn": 1, "refreshToken": "refresh-secret-2"}
    asked: list[str] = []

    def handler(request: httpx.Request) -> httpx.Response:
        if request.url.path == REFRESHED:
            asked.append(json.loads(request.content)["refreshToken"])
            return envelope(renewed)
        assert request.headers["authorization"] == f"Bearer {FIRST}"
        return envelope(PAGE)

    now = [0.0]
    auth = TokenAuth(REFRESH, bearer=True, on_refresh=kept.append, clock=lambda: now[0])
    client = make_client(handler, token_auth=auth)
    client.mavi.list()
    now[0] = 301
    client.mavi.list()
    assert asked == [REFRESH, "refresh-secret-2"]
    assert [tokens.refresh_token for tokens in kept] == ["refresh-secret-2"] * 2


# Many calls at once.


class Counted(TokenAuth):
    """Tells how many calls have begun."""

    begun = 0

    def _check_address(self, request: httpx.Request) -> None:
        super()._check_address(request)
        self.begun += 1


def delayed(handler: Handler, mode: str, until: Callable[[], bool]) -> Any:
    """The same, with refreshes that wait until something is so, and then a little longer."""
    pauses = [0.01] * 3000

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == REFRESHED:
            while not until():
                time.sleep(pauses.pop())
            time.sleep(0.3)
        return handler(request)

    async def answer_later(request: httpx.Request) -> httpx.Response:
        if request.url.path == REFRESHED:
            while not until():  # noqa: ASYNC110 (a counter of calls, which has no event)
                await anyio.sleep(pauses.pop())
            await anyio.sleep(0.3)
        return handler(request)

    return answer if mode == "sync" else answer_later


def all_at_once(client: Any, count: int) -> list[m.MemoriesError | None]:
    def call(_: int) -> m.MemoriesError | None:
        try:
            client.mavi.list()
        except m.MemoriesError as error:
            return error
        return None

    with ThreadPoolExecutor(count) as threads:
        return list(threads.map(call, range(count), timeout=60))


@pytest.mark.parametrize("token", [None, "refused"])
def test_many_waiting_calls_cause_one_refresh(make_client: MakeClient, mode: str, token: str | None) -> None:
    service, auth = Service(), Counted(REFRESH, access_token=token)
    client = make_client(delayed(service, mode, lambda: auth.begun == 12), token_auth=auth)
    assert all_at_once(client, 12) == [None] * 12
    assert service.refreshes == 1
    assert service.sent.count(SECOND) == 12


@pytest.mark.parametrize(
    ("failure", "kind"),
    [
        (lambda: httpx.Response(200, json={"code": "0401", "msg": f"{REFRESH} has ended"}), m.AuthenticationError),
        (lambda: httpx.Response(503, content=b"<html>"), m.ServerError),
        (lambda: httpx.Response(200, content=b"<html>"), m.ProtocolError),
        (lambda: envelope({"accessToken": None, "type": "", "expiresIn": 1}), m.ProtocolError),
        (lambda: envelope({"accessToken": "line\nend", "type": "", "expiresIn": 1}), m.ProtocolError),
        (lambda: envelope({"accessToken": "a", "type": "", "expiresIn": "secret"}), m.ProtocolError),
        (lambda: httpx.Response(200, json={"code": "0000", "msg": "x" * 99_999}), m.ProtocolError),
        (lambda: httpx.ConnectError("nobody there"), m.TransportError),
        (lambda: httpx.ReadTimeout("slow"), m.TransportError),
    ],
)
def test_the_error_of_a_refresh_reaches_all_waiting_calls(
    make_client: MakeClient, mode: str, failure: Callable[[], Any], kind: type[m.MemoriesError]
) -> None:
    service, auth = Service(), Counted(REFRESH)

    def handler(request: httpx.Request) -> httpx.Response:
        service.failure = failure()
        return service(request)

    client = make_client(delayed(handler, mode, lambda: auth.begun == 6), token_auth=auth)
    errors = all_at_once(client, 6)
    assert all(isinstance(error, kind) for error in errors), errors
    assert service.refreshes == 1
    assert not any(REFRESH in repr(error) or REFRESH in str(error) for error in errors)


def test_after_an_error_the_next_call_tries_again(make_client: MakeClient) -> None:
    service = Service(failure=httpx.Response(503))
    client = make_client(service, token_auth=TokenAuth(REFRESH))
    for _ in range(2):
        with pytest.raises(m.ServerError) as caught:
            client.mavi.list()
        assert caught.value.operation == "refresh_access_token"
    service.failure = None
    client.mavi.list()
    assert service.refreshes == 3


def in_a_scope(group: TaskGroup, client: m.AsyncMemoriesAI) -> Callable[[], object]:
    group.start_soon(client.mavi.list)
    return group.cancel_scope.cancel


def as_a_task(_: TaskGroup, client: m.AsyncMemoriesAI) -> Callable[[], object]:
    return asyncio.ensure_future(client.mavi.list()).cancel


@pytest.mark.parametrize("begin", [in_a_scope, as_a_task])
def test_a_cancelled_refresh_leaves_the_others_theirs(begin: Begin) -> None:
    refreshes = 0

    async def main() -> int:
        begun = anyio.Event()

        async def handler(request: httpx.Request) -> httpx.Response:
            nonlocal refreshes
            if request.url.path != REFRESHED:
                return envelope(PAGE)
            refreshes += 1
            begun.set()
            await anyio.sleep(30 if refreshes == 1 else 0)
            return envelope({"accessToken": FIRST, "type": "", "expiresIn": 1})

        http = httpx.AsyncClient(transport=httpx.MockTransport(handler))
        once = m.Retries(most=0)
        client = m.AsyncMemoriesAI(KEY, http_client=http, token_auth=TokenAuth(REFRESH), retries=once)
        async with http, anyio.create_task_group() as others, anyio.create_task_group() as given_up:
            cancel = begin(given_up, client)
            await begun.wait()
            others.start_soon(client.mavi.list)
            others.start_soon(client.mavi.list)
            await anyio.sleep(0.05)
            cancel()
        return refreshes

    assert anyio.run(main) == 2


def test_waiting_ends_with_the_time_of_the_call(make_client: MakeClient, mode: str) -> None:
    over, auth = threading.Event(), Counted(REFRESH)
    client = make_client(delayed(Service(), mode, over.is_set), token_auth=auth)
    with ThreadPoolExecutor(1) as threads:
        slow = threads.submit(client.mavi.list)
        while not auth.begun:
            time.sleep(0.01)
        time.sleep(0.1)
        try:
            with pytest.raises(m.RequestTimeoutError):
                client.mavi.list(timeout=0.2)
        finally:
            over.set()
        slow.result(timeout=30)


# What is sent again, and what is read.


def test_an_upload_is_sent_again_from_its_start(make_client: MakeClient) -> None:
    bodies: list[bytes] = []
    service = Service(good="another")

    def handler(request: httpx.Request) -> httpx.Response:
        answer = service(request)
        if request.url.path.endswith("upload"):
            bodies.append(request.content)
            if answer.json()["code"] == "0000":
                return envelope({"videoNo": "v", "videoName": "n"})
        return answer

    client = make_client(handler, token_auth=TokenAuth(REFRESH, access_token=FIRST))
    client.mavi.upload(io.BytesIO(b"film" * 1000), filename="a.mp4")
    assert len(bodies) == 2
    assert all(b"film" * 1000 in body for body in bodies)


class Unseekable(io.RawIOBase):
    def __init__(self, content: bytes) -> None:
        self._content = io.BytesIO(content)

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        return self._content.read(size)


class Wire(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Takes a body as a socket does: piece by piece, and keeps nothing of it in the request."""

    def __init__(self, answer: Handler) -> None:
        self._answer = answer

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        assert isinstance(request.stream, httpx.SyncByteStream)
        return self._answered(request, b"".join(request.stream))

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        assert isinstance(request.stream, httpx.AsyncByteStream)
        return self._answered(request, b"".join([piece async for piece in request.stream]))

    def _answered(self, request: httpx.Request, content: bytes) -> httpx.Response:
        return self._answer(httpx.Request(request.method, request.url, headers=request.headers, content=content))


def test_what_cannot_be_sent_again_is_not(make_client: MakeClient) -> None:
    service = Service(good="another")
    client = make_client(Wire(service), token_auth=TokenAuth(REFRESH, access_token=FIRST))
    with pytest.raises(m.AuthenticationError):
        client.mavi.upload(Unseekable(b"film" * 1000), filename="a.mp4")
    assert (service.refreshes, len(service.requests)) == (0, 1)
    client.mavi.list()
    assert (service.refreshes, service.sent[1:]) == (1, [SECOND])


def test_a_seekable_file_is_sent_again_whole(make_client: MakeClient) -> None:
    service = Service(good="another")
    client = make_client(Wire(service), token_auth=TokenAuth(REFRESH, access_token=FIRST))
    with pytest.raises(m.ProtocolError):
        client.mavi.upload(io.BytesIO(b"film" * 1000), filename="a.mp4")
    first, _, second = (request.content for request in service.requests)
    assert first == second
    assert b"film" * 1000 in first


def test_a_stream_is_not_read_ahead(make_client: MakeClient) -> None:
    body = Once(b'data:{"code":"0000","msg":"","data":{"msg":"a"}}\n\n' * 3, piece=50)

    def handler(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, headers={"content-type": "text/event-stream"}, stream=body)

    client = make_client(handler, token_auth=TokenAuth(REFRESH, access_token=FIRST))
    with client.mavi.chat_stream("?", video_nos=["v"]) as events:
        assert next(iter(events)).text == "a"
        assert body.read < len(body.content)
    assert body.closed


@pytest.mark.parametrize("size", [10, 200_000])
def test_json_of_any_length_arrives_whole(make_client: MakeClient, size: int) -> None:
    answer = {"code": "0000", "msg": "x" * size, "data": PAGE}
    body = Once(json.dumps(answer).encode(), piece=4096)

    def handler(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, headers={"content-type": "application/json"}, stream=body)

    client = make_client(handler, token_auth=TokenAuth(REFRESH, access_token=FIRST))
    assert client.mavi.list().raw == PAGE
    assert body.closed


def test_a_refusal_without_end_is_not_read_whole(make_client: MakeClient) -> None:
    body = Once(b"x" * 1_000_000, piece=4096)
    service = Service()

    def handler(request: httpx.Request) -> httpx.Response:
        if request.headers.get("authorization") == "bad":
            return httpx.Response(401, stream=body)
        return service(request)

    client = make_client(handler, token_auth=TokenAuth(REFRESH, access_token="bad"))
    client.mavi.list()
    assert body.read < 100_000
    assert body.closed


# Where the tokens go.


def test_the_path_of_an_address_is_kept_for_refreshes(make_client: MakeClient) -> None:
    paths: list[str] = []

    def handler(request: httpx.Request) -> httpx.Response:
        paths.append(request.url.path)
        return envelope(TOKENS if request.url.path.endswith(REFRESHED) else PAGE)

    make_client(handler, base_url="http://gateway.example/mavi/", token_auth=TokenAuth(REFRESH)).mavi.list()
    assert paths[0] == f"/mavi{REFRESHED}"
    assert paths[1].startswith("/mavi/")


def test_tokens_go_to_the_address_of_the_client(make_client: MakeClient) -> None:
    service = Service()
    auth = TokenAuth(REFRESH)
    make_client(service, base_url="http://127.0.0.1:9000", token_auth=auth).mavi.list()
    assert {str(request.url.copy_with(raw_path=b"/")) for request in service.requests} == {"http://127.0.0.1:9000/"}
    with pytest.raises(m.ConfigurationError, match=r"127\.0\.0\.1:9000 already"):
        make_client(service, token_auth=auth)
    with pytest.raises(m.ConfigurationError):
        make_client(service, token_auth=TokenAuth(REFRESH, base_url="https://elsewhere.example"))


@pytest.mark.parametrize(
    "url", ["https://evil.example/", "http://mavi-backend.memories.ai/", "https://mavi-backend.memories.ai:444/"]
)
def test_no_other_address_gets_a_token(url: str) -> None:
    service = Service()
    with httpx.Client(transport=httpx.MockTransport(service), auth=TokenAuth(REFRESH, access_token=FIRST)) as http:
        with pytest.raises(m.ConfigurationError, match="alone"):
            http.get(url)
        assert service.requests == []
        assert http.get("https://mavi-backend.memories.ai/api/serve/video/searchDB").json()["code"] == "0000"


def test_it_serves_a_plain_httpx_client() -> None:
    service = Service(good="another")
    auth = TokenAuth(REFRESH, access_token=FIRST)
    with httpx.Client(transport=httpx.MockTransport(service), auth=auth) as http:
        answer = http.get("https://mavi-backend.memories.ai/api/serve/video/searchDB")
    assert (answer.json()["data"], service.refreshes) == (PAGE, 1)


def test_no_secret_shows(make_client: MakeClient, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    auth = TokenAuth(REFRESH, access_token=FIRST)
    told = f"{FIRST} {SECOND} {REFRESH} are not good"
    service = Service(refusal=httpx.Response(200, json={"code": "0402", "msg": told}), good="another")
    client = make_client(service, token_auth=auth)
    with pytest.raises(m.InsufficientCreditsError) as caught:
        client.mavi.list()
    assert FIRST not in str(caught.value)
    assert REFRESH not in str(caught.value)
    shown = [repr(auth), repr(client), repr(client._target._transport.config if hasattr(client, "_target") else "")]
    tokens = m.AccessTokens(access_token=FIRST, refresh_token=REFRESH, type="Bearer", expires_in=1, raw=TOKENS)
    shown += [repr(tokens), caplog.text]
    assert not any("secret" in text for text in shown)


# The two operations.


def test_an_exchange_and_a_refresh(make_client: MakeClient) -> None:
    bodies: list[object] = []

    def handler(request: httpx.Request) -> httpx.Response:
        bodies.append(json.loads(request.content))
        return envelope(TOKENS)

    tokens = make_client(handler).tokens
    found = tokens.exchange("client", "code-secret")
    assert (found.access_token, found.refresh_token, found.type) == (FIRST, REFRESH, "Bearer")
    assert (found.expires_in, found.refresh_expires_in, found.raw) == (14400, 5, TOKENS)
    assert tokens.refresh(REFRESH) == found
    assert bodies == [{"clientId": "client", "code": "code-secret"}, {"refreshToken": REFRESH}]
    assert TokenAuth.of(found).redact(f"{FIRST} {REFRESH}") == "*** ***"
    bare = {name: TOKENS[name] for name in ("accessToken", "type", "expiresIn")}
    found = make_client(lambda _: envelope({**bare, "refreshToken": None})).tokens.refresh(REFRESH)
    assert (found.refresh_token, found.refresh_expires_in) == (None, None)
    with pytest.raises(m.ValidationError, match="refresh_token"):
        TokenAuth.of(found)


@pytest.mark.parametrize(
    "more",
    [
        {"accessToken": 7},
        {"accessToken": ""},
        {"accessToken": "with blank"},
        {"expiresIn": "14400"},
        {"expiresIn": True},
        {"type": 7},
        {"refreshToken": ["secret"]},
    ],
)
def test_another_form_holds_no_tokens(make_client: MakeClient, more: dict[str, object]) -> None:
    for call in (lambda t: t.exchange("client", "c"), lambda t: t.refresh(REFRESH)):
        with pytest.raises(m.ProtocolError) as caught:
            call(make_client(lambda _: envelope({**TOKENS, **more})).tokens)
        assert "secret" not in str(caught.value)


def test_no_error_tells_a_credential(make_client: MakeClient) -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        return envelope(None, code="0401", msg=f"{request.content.decode()} is not good")

    tokens = make_client(handler).tokens
    for call in (lambda: tokens.exchange("client", "code-secret"), lambda: tokens.refresh(REFRESH)):
        with pytest.raises(m.AuthenticationError) as caught:
            call()
        assert "secret" not in f"{caught.value} {caught.value!r}"


@pytest.mark.parametrize(
    ("field", "call"),
    [
        ("client_id", lambda c: c.tokens.exchange("", "c")),
        ("code", lambda c: c.tokens.exchange("client", "")),
        ("code", lambda c: c.tokens.exchange("client", "a-secret b")),
        ("code", lambda c: c.tokens.exchange("client", 7)),
        ("refresh_token", lambda c: c.tokens.refresh("a-secret\n")),
        ("refresh_token", lambda c: c.tokens.refresh(None)),
        ("refresh_token", lambda _: TokenAuth("")),
        ("access_token", lambda _: TokenAuth(REFRESH, access_token="a-secret é")),
    ],
)
def test_what_would_be_refused_is_not_sent(make_client: MakeClient, field: str, call: Callable[[Any], Any]) -> None:
    service = Service()
    with pytest.raises(m.ValidationError) as caught:
        call(make_client(service))
    assert caught.value.field == field
    assert "secret" not in str(caught.value)
    assert service.requests == []


# Against the emulator.


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    with Emulator(Settings(keys=[KEY], clock=ManualClock())) as emulator:
        yield emulator


def pushed(emulator: Emulator, count: int) -> dict[str, str]:
    """The newest push, once there are so many."""
    end = time.monotonic() + 10
    while True:
        entries = httpx.get(f"{emulator.base_url}/__mock__/inbox?name=codes").json()["entries"]
        if len(entries) >= count or time.monotonic() > end:
            return {name: values[0] for name, values in parse_qs(entries[0]["body"]).items()}
        time.sleep(0.02)


def test_codes_become_tokens_and_tokens_are_renewed(make_client: MakeClient, emulator: Emulator, mode: str) -> None:
    base = emulator.base_url
    inbox = f"{base}/__mock__/inbox/codes"
    headers = {"X-Memories-Mock": "1"}
    seen = len(httpx.get(f"{base}/__mock__/inbox?name=codes").json()["entries"])
    seeds = {"accounts": [{"key": KEY, "code_address": inbox}]}
    httpx.post(f"{base}/__mock__/seed", json=seeds, headers=headers).raise_for_status()
    if seen:
        emulator.clock.advance(600)
    push = pushed(emulator, seen + 1)
    exchanging = make_client(base_url=base)
    tokens = exchanging.tokens.exchange(push["clientId"], push["code"])
    with pytest.raises(m.AuthenticationError):
        exchanging.tokens.exchange(push["clientId"], push["code"])

    client = make_client(base_url=base, token_auth=TokenAuth.of(tokens))
    client.mavi.list()
    emulator.clock.advance(tokens.expires_in)
    # Ours does not know that the emulator's time has passed: the refusal tells.
    client.mavi.list()
    assert exchanging.tokens.refresh(tokens.refresh_token or "").expires_in == tokens.expires_in
    emulator.clock.advance(tokens.refresh_expires_in or 0)
    with pytest.raises(m.AuthenticationError) as caught:
        client.mavi.list()
    assert caught.value.operation == "refresh_access_token"
