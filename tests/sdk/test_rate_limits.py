"""Rate limits on request: counted in this process or in a real Redis, waited for, and refused before it is too late."""

from __future__ import annotations

import asyncio
import logging
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest
from anyio.from_thread import BlockingPortal

import memories_ai as m
from memories_ai import RateLimits
from memories_ai._deadlines import Deadline
from memories_ai._rate_limits import AsyncRateLimiter, RateLimiter
from memories_ai_generated.operations import OPERATIONS, RateLimit
from sdk_support import KEY, MakeClient, envelope

LIST = OPERATIONS["list_videos"]
SUBMIT = OPERATIONS["mavi_submit_transcription"]
NO_FIGURE = next(operation for operation in OPERATIONS.values() if not operation.rate_limits)
PASSWORD = "s3cret-of-redis"
Acquire = Callable[..., None]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def redis_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A Redis of our own on a loopback port."""
    binary = shutil.which("redis-server")
    if binary is None:
        pytest.skip("redis-server is not installed")
    port = free_port()
    options = ["--bind", "127.0.0.1", "--port", str(port), "--save", "", "--requirepass", PASSWORD, "--daemonize", "no"]
    server = subprocess.Popen(
        [binary, *options], cwd=tmp_path_factory.mktemp("redis"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        await_port(port)
        yield f"redis://:{PASSWORD}@127.0.0.1:{port}/0"
    finally:
        server.terminate()
        server.wait(10)


def await_port(port: int) -> None:
    end = time.monotonic() + 20
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            assert time.monotonic() < end, "redis-server does not listen"
            time.sleep(0.02)


@pytest.fixture(params=["memory", "redis"])
def storage(request: pytest.FixtureRequest) -> str:
    return str(request.getfixturevalue("redis_url")) if request.param == "redis" else "memory://"


@pytest.fixture
def make_acquire(mode: str, portal: BlockingPortal) -> Iterator[Callable[..., Acquire]]:
    """Makes `acquire(operation, timeout)` of a limiter of either kind."""
    closers: list[Callable[[], object]] = []

    def make(storage: str = "memory://", key: str = KEY, **settings: Any) -> Acquire:
        # Tests share one Redis, but no figures.
        settings.setdefault("account", None if key != KEY else f"test-{time.monotonic_ns()}")
        wanted = RateLimits(storage=storage, **settings)
        if mode == "sync":
            limiter = RateLimiter(wanted, key)
            closers.append(limiter.close)
            return lambda operation=LIST, timeout=60.0: limiter.acquire(operation, Deadline.after(timeout))
        waiting = AsyncRateLimiter(wanted, key)
        closers.append(lambda: portal.call(waiting.aclose))
        return lambda operation=LIST, timeout=60.0: portal.call(waiting.acquire, operation, Deadline.after(timeout))

    yield make
    for close in closers:
        close()


def too_early(moments: list[float], began: float, figure: int) -> list[int]:
    """Which of the requests came earlier than so many a second allow. Slowness makes none of them early."""
    return [number for number, moment in enumerate(sorted(moments)) if moment < began + number // figure]


def test_the_limit_holds_whatever_the_number_of_callers(make_acquire: Callable[..., Acquire], storage: str) -> None:
    acquire = make_acquire(storage, overrides={"list": "20/second"})
    moments: list[float] = []

    def call(_: int) -> None:
        acquire()
        moments.append(time.time())

    began = time.time()
    with ThreadPoolExecutor(50) as pool:
        list(pool.map(call, range(50)))
    assert len(moments) == 50
    assert too_early(moments, began, 20) == []


def test_the_window_moves(make_acquire: Callable[..., Acquire], storage: str) -> None:
    acquire = make_acquire(storage, overrides={"list": "2/second"})
    acquire()
    time.sleep(0.7)
    second = time.time()
    for _ in range(3):
        acquire()
    assert time.time() >= second + 1.0


def test_the_documented_figure_holds_without_settings(make_acquire: Callable[..., Acquire]) -> None:
    acquire, started = make_acquire(), time.monotonic()
    for _ in range(6):
        acquire()
    assert time.monotonic() - started >= 1.0  # five a second


def test_a_call_that_would_wait_too_long_is_refused_at_once(make_acquire: Callable[..., Acquire], storage: str) -> None:
    acquire = make_acquire(storage)
    upload, started = OPERATIONS["upload"], time.monotonic()
    acquire(upload, 30)
    with pytest.raises(m.RateLimitError) as caught:
        acquire(upload, 30)
    assert time.monotonic() - started < 10
    error = caught.value
    assert (error.operation, error.code, error.status, error.attempts) == ("upload", None, None, 0)
    assert error.retryable
    assert 0 < (error.retry_after or 0) < 61
    for words in ("'upload'", "1 per 1 minute", "platform-docs-2026", "of the 30 s", "was not sent", "overrides="):
        assert words in str(error)


def test_of_those_in_line_only_those_are_refused_whose_turn_comes_too_late(
    make_acquire: Callable[..., Acquire], storage: str
) -> None:
    acquire = make_acquire(storage, overrides={"list": "2/2 second"})

    def call(_: int) -> float | None:
        """Seconds until it was refused; None if it was not."""
        started = time.monotonic()
        try:
            acquire(LIST, 3.0)
        except m.RateLimitError:
            return time.monotonic() - started
        return None

    with ThreadPoolExecutor(10) as pool:
        outcomes = list(pool.map(call, range(10)))
    refused = [seconds for seconds in outcomes if seconds is not None]
    # There is room at 0 and 2 seconds; who would be served at 4 is told so without waiting for it.
    assert len(refused) >= 6
    assert min(refused) < 2.0


def test_operations_of_a_group_are_counted_together(make_acquire: Callable[..., Acquire]) -> None:
    acquire = make_acquire()
    acquire(OPERATIONS["upload"])
    with pytest.raises(m.RateLimitError):
        acquire(OPERATIONS["upload_url"], 1)
    acquire(OPERATIONS["list_videos"], 1)


def test_several_limits_of_one_source_all_hold(make_acquire: Callable[..., Acquire]) -> None:
    assert {limit.group for limit in SUBMIT.rate_limits} == {"mavi-transcription-video", "mavi-transcription-audio"}
    acquire = make_acquire(overrides={"mavi-transcription-video": "3/minute", "mavi-transcription-audio": "2/minute"})
    acquire(SUBMIT)
    acquire(SUBMIT)
    with pytest.raises(m.RateLimitError, match="mavi-transcription-audio"):
        acquire(SUBMIT, 1)
    lifted = make_acquire(overrides={"mavi-transcription-video": "3/minute", "mavi-transcription-audio": None})
    for _ in range(3):
        lifted(SUBMIT)
    with pytest.raises(m.RateLimitError, match="mavi-transcription-video"):
        lifted(SUBMIT, 1)


def test_what_one_limit_refuses_another_does_not_count(make_acquire: Callable[..., Acquire]) -> None:
    acquire = make_acquire(overrides={"mavi-transcription-video": "2/hour", "mavi-transcription-audio": "1/3 second"})
    acquire(SUBMIT)
    for _ in range(3):
        with pytest.raises(m.RateLimitError, match="mavi-transcription-audio"):
            acquire(SUBMIT, 0.5)
    acquire(SUBMIT)


def test_only_the_newest_source_counts(make_acquire: Callable[..., Acquire]) -> None:
    figures = [RateLimit(3, "hour", "list", "newest"), RateLimit(1, "minute", "list", "older")]
    operation, acquire = replace(LIST, rate_limits=tuple(figures)), make_acquire()
    for _ in range(3):
        acquire(operation, 1)
    with pytest.raises(m.RateLimitError, match="newest"):
        acquire(operation, 1)


def test_what_no_source_limits_does_not_wait(make_acquire: Callable[..., Acquire]) -> None:
    acquire, lifted = make_acquire(), make_acquire(overrides={"upload": None})
    for _ in range(200):
        acquire(NO_FIGURE, 1)
        lifted(OPERATIONS["upload"], 1)


def test_waits_are_told(make_acquire: Callable[..., Acquire], caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "memories_ai")
    waits: list[tuple[str, str, float]] = []
    acquire = make_acquire(overrides={"list": "1/second"}, on_wait=lambda *told: waits.append(told))
    acquire()
    assert waits == []
    acquire()
    assert [wait[:2] for wait in waits] == [("list_videos", "list")]
    assert 0 < waits[0][2] <= 1.1
    assert "list_videos waits" in caplog.text
    assert "the limit of list: 1 per 1 second" in caplog.text


def test_two_accounts_are_counted_apart(make_acquire: Callable[..., Acquire], storage: str) -> None:
    upload = OPERATIONS["upload"]
    key = f"sk-mavi-{time.monotonic_ns()}"
    first, again, other = (make_acquire(storage, key=each) for each in (key, key, f"{key}-other"))
    first(upload)
    other(upload, 1)
    if storage != "memory://":
        with pytest.raises(m.RateLimitError):
            again(upload, 1)


def test_redis_learns_no_key(make_acquire: Callable[..., Acquire], redis_url: str) -> None:
    redis: Any = pytest.importorskip("redis")
    key = "sk-mavi-not-for-redis"
    make_acquire(redis_url, key=key)(LIST)
    with redis.Redis.from_url(redis_url) as server:
        names = [name.decode() for name in server.keys("*")]
    assert any(name.startswith("memories-ai:") for name in names)
    assert not any(key in name or "sk-mavi" in name for name in names)


PROCESS = """
import asyncio, sys, time
from memories_ai._deadlines import Deadline
from memories_ai import RateLimits
from memories_ai._rate_limits import AsyncRateLimiter, RateLimiter
from memories_ai_generated.operations import OPERATIONS

mode, storage, account = sys.argv[1:]
settings = RateLimits(storage=storage, account=account, overrides={"list": "5/second"})
moments = []
print("ready", flush=True)
sys.stdin.readline()
if mode == "sync":
    limiter = RateLimiter(settings, "k")
    for _ in range(10):
        limiter.acquire(OPERATIONS["list_videos"], Deadline.after(60))
        moments.append(time.time())
    limiter.close()
else:
    async def main():
        limiter = AsyncRateLimiter(settings, "k")
        async def one():
            await limiter.acquire(OPERATIONS["list_videos"], Deadline.after(60))
            moments.append(time.time())
        await asyncio.gather(*(one() for _ in range(10)))
        await limiter.aclose()
    asyncio.run(main())
print(*moments)
"""


def test_two_processes_share_an_account(redis_url: str) -> None:
    account = f"shared-{time.monotonic_ns()}"
    processes = [
        subprocess.Popen(
            [sys.executable, "-W", "error", "-c", PROCESS, mode, redis_url, account],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for mode in ("sync", "async")
    ]
    try:
        for process in processes:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
        began = time.time()
        results = [pool.result() for pool in [_communicating(process) for process in processes]]
    finally:
        for process in processes:
            process.kill()
            process.wait()
    assert [error for _, error in results] == ["", ""]
    moments = [float(moment) for output, _ in results for moment in output.split()]
    assert len(moments) == 20
    assert too_early(moments, began, 5) == []


def _communicating(process: subprocess.Popen[str]) -> Any:
    return ThreadPoolExecutor(1).submit(process.communicate, "\n", 120)


def test_one_that_is_cancelled_holds_nobody_up() -> None:
    async def main() -> float:
        limiter = AsyncRateLimiter(RateLimits(overrides={"list": "1/second"}), KEY)
        await limiter.acquire(LIST, Deadline.after(5))
        waiting = [asyncio.create_task(limiter.acquire(LIST, Deadline.after(60))) for _ in range(20)]
        await asyncio.sleep(0.1)
        for task in waiting[:-1]:
            task.cancel()
        await asyncio.gather(*waiting[:-1], return_exceptions=True)
        started = time.monotonic()
        await waiting[-1]
        return time.monotonic() - started

    assert asyncio.run(main()) < 5


def test_redis_that_is_not_there(make_acquire: Callable[..., Acquire]) -> None:
    acquire = make_acquire(f"redis://:{PASSWORD}@127.0.0.1:{free_port()}")
    with pytest.raises(m.ConnectionFailedError, match="Is Redis up") as caught:
        acquire()
    assert caught.value.may_have_arrived is False
    assert "redis://127.0.0.1" in str(caught.value)
    assert PASSWORD not in f"{caught.value!r} {caught.value.__cause__!r}"


def test_redis_that_says_nothing(make_acquire: Callable[..., Acquire]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        acquire = make_acquire(f"redis://127.0.0.1:{silent.getsockname()[1]}", redis_timeout=0.2)
        started = time.monotonic()
        with pytest.raises(m.ConnectionFailedError):
            acquire()
        assert time.monotonic() - started < 5


def test_a_wrong_password_of_redis(make_acquire: Callable[..., Acquire], redis_url: str) -> None:
    acquire = make_acquire(redis_url.replace(PASSWORD, "wr0ng-one"))
    with pytest.raises(m.ConfigurationError, match="refuses the user or password") as caught:
        acquire()
    assert "wr0ng-one" not in repr(caught.value)


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"storage": "memcached://x"}, "storage"),
        ({"storage": "redis://"}, "cannot be read"),
        ({"storage": f"redis://:{PASSWORD}/x@host"}, "cannot be read"),
        ({"storage": None}, "storage"),
        ({"overrides": {"uploads": "1/minute"}}, "'uploads' is not a group"),
        ({"overrides": {"upload": "0/minute"}}, "is not a limit"),
        ({"overrides": {"upload": "fast"}}, "is not a limit"),
        ({"overrides": {"upload": 5}}, "is not a limit"),
        ({"overrides": 5}, "not a mapping"),
    ],
)
def test_settings_that_cannot_be_right(settings: dict[str, Any], words: str) -> None:
    with pytest.raises(m.ConfigurationError, match=words) as caught:
        RateLimits(**settings)
    assert PASSWORD not in str(caught.value)


def test_settings_show_no_password() -> None:
    settings = RateLimits(storage=f"redis://me:{PASSWORD}@host:6379/1?password={PASSWORD}")
    assert PASSWORD not in repr(settings)
    assert "redis://host:6379/1" in repr(settings)


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("memories_ai._rate_limits.find_spec", lambda _: None)
    for limiter in (RateLimiter, AsyncRateLimiter):
        with pytest.raises(m.ConfigurationError, match=r"pip install memories-ai\[redis\]"):
            limiter(RateLimits(storage="redis://127.0.0.1"), KEY)
        limiter(RateLimits(), KEY)


def test_limits_is_imported_only_when_it_is_asked_for() -> None:
    code = "import sys, memories_ai; memories_ai.MemoriesAI('k').close(); print('limits' in sys.modules)"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "False"


def listing(_: httpx.Request) -> httpx.Response:
    return envelope({"videos": [], "current_page": 1, "page_size": 200, "total_count": "0"})


def test_a_client_waits(make_client: MakeClient) -> None:
    waits: list[tuple[str, str, float]] = []
    limits = RateLimits(overrides={"list": "2/second"}, on_wait=lambda *told: waits.append(told))
    client, began = make_client(listing, rate_limits=limits), time.monotonic()
    for _ in range(3):
        client.videos.list()
    assert time.monotonic() - began >= 1.0
    assert [wait[:2] for wait in waits] == [("list_videos", "list")]


def test_a_client_does_not_wait_unless_asked_to(make_client: MakeClient) -> None:
    client = make_client(listing)
    for _ in range(50):
        client.videos.list(timeout=1)
    assert client._transport._limiter is None


def test_each_attempt_counts(make_client: MakeClient) -> None:
    sent: list[httpx.Request] = []

    def failing(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return httpx.Response(503)

    retries = m.Retries(most=5, first_delay=0.001)
    client = make_client(failing, retries=retries, rate_limits=RateLimits(overrides={"list": "3/hour"}))
    with pytest.raises(m.RateLimitError) as caught:
        client.videos.list(timeout=30)
    assert (len(sent), caught.value.attempts) == (3, 3)


def test_what_is_refused_here_is_not_sent_nor_retried(make_client: MakeClient) -> None:
    sent: list[httpx.Request] = []

    def count(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return listing(request)

    client = make_client(count, retries=m.Retries(), rate_limits=RateLimits(overrides={"list": "1/hour"}))
    client.videos.list()
    began = time.monotonic()
    with pytest.raises(m.RateLimitError) as caught:
        client.with_options(timeout=60).videos.list()
    assert (len(sent), caught.value.attempts) == (1, 0)
    assert time.monotonic() - began < 30


def test_streams_and_downloads_count(make_client: MakeClient, tmp_path: Path) -> None:
    client = make_client(
        lambda _: httpx.Response(200, content=b"x", headers={"Content-Type": "video/mp4"}),
        rate_limits=RateLimits(overrides={"download": "1/hour"}),
    )
    client.videos.download("VI1", tmp_path / "a.mp4")
    with pytest.raises(m.RateLimitError, match="'download'"):
        client.videos.download("VI1", tmp_path / "b.mp4", timeout=30)


def test_a_wait_whose_last_look_has_no_turn_misses_its_deadline(make_client: MakeClient) -> None:
    row = {
        "video_no": "VI1",
        "video_name": "a",
        "status": "UNPARSE",
        "cause": "null",
        "duration": "0",
        "create_time": "1755245460412",
    }
    page = {"videos": [row], "current_page": 1, "page_size": 200, "total_count": "1"}
    client = make_client(lambda _: envelope(page), rate_limits=RateLimits(overrides={"list": "1/hour"}))
    with pytest.raises(m.WaitTimeoutError, match="VI1 is still UNPARSE"):
        client.videos.wait("VI1", timeout=1, polling=m.Polling(delay=0.1))


def test_a_client_in_redis_closes_its_connections(make_client: MakeClient, redis_url: str) -> None:
    redis: Any = pytest.importorskip("redis")
    limits = RateLimits(storage=redis_url, account=f"client-{time.monotonic_ns()}")
    with redis.Redis.from_url(redis_url) as server:
        before = server.info("clients")["connected_clients"]
        client = make_client(listing, rate_limits=limits)
        client.videos.list()
        client.with_options(timeout=5).close()
        assert server.info("clients")["connected_clients"] > before
        client.videos.list()
        client.close()
        assert server.info("clients")["connected_clients"] == before
    assert PASSWORD not in repr(client._transport.config)


LOOPS = """
import asyncio, sys
import httpx
from memories_ai import AsyncMemoriesAI, RateLimits, Retries

answer = {"code": "0000", "msg": "", "data": {"videos": [], "total_count": 0, "current_page": 1, "page_size": 9}}
http = httpx.AsyncClient(transport=httpx.MockTransport(lambda request: httpx.Response(200, json=answer)))
limits = RateLimits(storage=sys.argv[1], account="loops", overrides={"list": "100/second"})
client = AsyncMemoriesAI("key", http_client=http, rate_limits=limits, retries=Retries(most=0))

async def call():
    return await client.videos.list()

for _ in range(3):
    print(len(asyncio.run(call())))
asyncio.run(client.aclose())
"""


# In a process of its own: Python complains of the connections of a loop that is over, which nobody can close.
def test_limits_in_redis_hold_in_one_event_loop_after_the_other(redis_url: str) -> None:
    command = [sys.executable, "-W", "ignore::ResourceWarning", "-c", LOOPS, redis_url]
    result = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert (result.stdout.split(), result.stderr) == (["0", "0", "0"], "")
