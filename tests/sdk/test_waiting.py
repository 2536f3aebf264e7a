"""Waiting for a video: success, failure, deadline."""

from __future__ import annotations

import copy
import pickle
import time
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import memories_ai as m
from memories_ai import Polling, Retries, Timeouts, _deadlines, _stopping, _waiting, webhooks
from sdk_support import KEY, MakeClient, envelope

FAST = Polling(delay=0.01, max_delay=0.02)


def row(status: str, cause: str = "null", video_no: str = "VI1") -> dict[str, Any]:
    return {
        "video_no": video_no,
        "video_name": "a",
        "status": status,
        "cause": cause,
        "duration": "0",
        "create_time": "1755245460412",
    }


def answers(*rows: dict[str, Any]) -> Any:
    """Each row once; the last one for ever."""
    left = list(rows)

    def handler(request: httpx.Request) -> httpx.Response:
        current = left.pop(0) if len(left) > 1 else left[0]
        page = {"videos": [current], "current_page": 1, "page_size": 200, "total_count": "1"}
        return envelope(page)

    return handler


@pytest.mark.parametrize("end", ["PARSE", "DONE"])
def test_it_returns_the_indexed_video(make_client: MakeClient, end: str) -> None:
    client = make_client(answers(row("UNPARSE"), row("SOMETHING_NEW"), row(end)))
    assert client.videos.wait("VI1", polling=FAST).status.value == end


@pytest.mark.parametrize("end", ["FAIL", "FAILED", "PARSE_ERROR", "ERROR"])
def test_a_failure_carries_its_cause(make_client: MakeClient, end: str) -> None:
    client = make_client(answers(row("UNPARSE"), row(end, "Indexing failed. ")))
    with pytest.raises(m.VideoFailedError, match=r"VI1 failed: Indexing failed\.") as caught:
        client.videos.wait("VI1", polling=FAST)
    assert (caught.value.video_no, caught.value.cause) == ("VI1", "Indexing failed.")
    assert (caught.value.operation, caught.value.attempts) == ("list_videos", 2)


def test_a_cause_that_repeats_the_key_is_redacted(make_client: MakeClient) -> None:
    client = make_client(answers(row("FAIL", f"no right for {KEY}")))
    with pytest.raises(m.VideoFailedError, match=r"no right for \*\*\*") as caught:
        client.videos.wait("VI1", polling=FAST)
    assert KEY not in str(vars(caught.value)) + repr(caught.value)


def test_the_deadline_is_kept(make_client: MakeClient) -> None:
    client = make_client(answers(row("UNPARSE")))
    started = time.monotonic()
    with pytest.raises(m.WaitTimeoutError, match=r"still UNPARSE after 0\.2 s") as caught:
        client.videos.wait("VI1", timeout=0.2, polling=Polling(delay=0.15, max_delay=60, jitter=0))
    assert 0.2 <= time.monotonic() - started < 1.0
    error = caught.value
    assert (error.subject, error.state, error.operation, error.attempts) == ("VI1", "UNPARSE", "list_videos", 2)
    assert error.__cause__ is None
    for twin in (copy.copy(error), pickle.loads(pickle.dumps(error))):
        assert (vars(twin), str(twin)) == (vars(error), str(error))


def test_a_poll_that_hangs_ends_with_the_deadline(make_client: MakeClient) -> None:
    limits: list[float] = []

    def hang(request: httpx.Request) -> httpx.Response:
        limits.append(request.extensions["timeout"]["read"])
        time.sleep(limits[-1])
        raise httpx.ReadTimeout("silence", request=request)

    with pytest.raises(m.WaitTimeoutError, match=r"VI1 is of unknown status after 0\.1 s") as caught:
        make_client(hang).videos.wait("VI1", timeout=0.1)
    assert limits == [pytest.approx(0.1, abs=0.05)]
    assert caught.value.state is None
    assert isinstance(caught.value.__cause__, m.RequestTimeoutError)


def script(*steps: Callable[[httpx.Request], httpx.Response]) -> Any:
    """Each step once; the last one for ever. `asked` has when each request came."""

    def handler(request: httpx.Request) -> httpx.Response:
        handler.asked.append(time.monotonic())  # type: ignore[attr-defined]  # a list on a function
        return steps[min(len(handler.asked), len(steps)) - 1](request)  # type: ignore[attr-defined]  # see above

    handler.asked = []  # type: ignore[attr-defined]  # see above
    return handler


def seen(status: str) -> Callable[[httpx.Request], httpx.Response]:
    return lambda request: answers(row(status))(request)


def unavailable(_: httpx.Request) -> httpx.Response:
    return httpx.Response(503, text="<h1>later</h1>")


def limited(seconds: int) -> Callable[[httpx.Request], httpx.Response]:
    return lambda _: httpx.Response(429, headers={"retry-after": str(seconds)}, text="slower")


def silent(request: httpx.Request) -> httpx.Response:
    """Nothing comes, for as long as the client bears it."""
    time.sleep(request.extensions["timeout"]["read"])
    raise httpx.ReadTimeout("silence", request=request)


def refused(request: httpx.Request) -> httpx.Response:
    raise httpx.ConnectError("nobody listens", request=request)


def broken(request: httpx.Request) -> httpx.Response:
    raise httpx.RemoteProtocolError("cut", request=request)


def abnormal(_: httpx.Request) -> httpx.Response:
    return envelope(None, code="0001", msg="Network abnormal, please try again later")


def noting(pauses: list[float]) -> Any:
    return staticmethod(pauses.append)


def noting_async(pauses: list[float]) -> Any:
    async def sleep(seconds: float) -> None:
        pauses.append(seconds)

    return staticmethod(sleep)


@pytest.mark.parametrize("passing", [unavailable, refused, broken, abnormal])
def test_a_passing_failure_does_not_end_the_wait(
    make_client: MakeClient, passing: Callable[[httpx.Request], httpx.Response]
) -> None:
    service = script(seen("UNPARSE"), *[passing] * 5, seen("UNPARSE"), passing, seen("PARSE"))
    assert make_client(service).videos.wait("VI1", timeout=60, polling=FAST).is_ready
    assert len(service.asked) == 9


def test_failures_that_outlast_the_retries_of_a_look_pass_too(make_client: MakeClient) -> None:
    service = script(*[unavailable] * 4, seen("PARSE"))
    client = make_client(service, retries=Retries(most=2, first_delay=0.01))
    assert client.videos.wait("VI1", timeout=60, polling=FAST).is_ready
    assert len(service.asked) == 5


def test_the_pause_that_the_service_asks_for_is_kept(make_client: MakeClient) -> None:
    service = script(limited(1), seen("PARSE"))
    assert make_client(service).videos.wait("VI1", timeout=60, polling=FAST).is_ready
    assert service.asked[1] - service.asked[0] >= 1


def test_a_pause_beyond_the_deadline_ends_with_it(make_client: MakeClient) -> None:
    service = script(seen("UNPARSE"), limited(30))
    started = time.monotonic()
    with pytest.raises(m.WaitTimeoutError, match=r"still UNPARSE after 0\.3 s") as caught:
        make_client(service).videos.wait("VI1", timeout=0.3, polling=FAST)
    assert time.monotonic() - started < 15
    assert len(service.asked) == 2
    assert isinstance(caught.value.__cause__, m.RateLimitError)
    assert (caught.value.state, caught.value.attempts, caught.value.__cause__.retry_after) == ("UNPARSE", 2, 30.0)


@pytest.mark.parametrize("asked", [0.5, 1.0, 2.0, 100.0])
def test_both_parts_of_a_pause_fit_into_what_is_left(asked: float) -> None:
    deadline = _deadlines.Deadline.after(1.5)
    watch = _waiting.Watch(_waiting.VIDEO_PARSED, "VI1", deadline, Polling(delay=5, jitter=0))
    error = m.RateLimitError("later")
    error.retry_after = asked
    assert watch.may_look()
    watch.saw_nothing(error)
    least, longest = watch.pauses()
    assert least == pytest.approx(min(asked, 1.5), abs=0.2)
    assert least + longest <= 1.5


def test_pauses_between_failures_are_those_between_looks(make_client: MakeClient) -> None:
    service = script(refused)
    with pytest.raises(m.WaitTimeoutError) as caught:
        make_client(service).videos.wait("VI1", timeout=0.5, polling=Polling(delay=0.1, growth=2, jitter=0))
    # At 0, 0.1, 0.3; the next would be at 0.7.
    assert 2 <= len(service.asked) <= 3
    assert isinstance(caught.value.__cause__, m.ConnectionFailedError)


def test_an_earlier_failure_is_told_rather_than_the_deadline(make_client: MakeClient) -> None:
    service = script(unavailable, silent)
    with pytest.raises(m.WaitTimeoutError) as caught:
        make_client(service).videos.wait("VI1", timeout=0.3, polling=FAST)
    assert isinstance(caught.value.__cause__, m.ServerError)


def test_a_failure_that_has_passed_is_no_cause(make_client: MakeClient) -> None:
    service = script(unavailable, seen("UNPARSE"))
    with pytest.raises(m.WaitTimeoutError) as caught:
        make_client(service).videos.wait("VI1", timeout=0.3, polling=FAST)
    assert caught.value.__cause__ is None


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (lambda _: envelope(None, code="0401", msg="no"), m.AuthenticationError),
        (lambda _: envelope(None, code="0402", msg="none left"), m.InsufficientCreditsError),
        (lambda _: httpx.Response(200, text="<h1>"), m.ProtocolError),
    ],
)
def test_what_does_not_pass_ends_the_wait_at_once(
    make_client: MakeClient, answer: Callable[[httpx.Request], httpx.Response], kind: type[m.MemoriesError]
) -> None:
    service = script(seen("UNPARSE"), answer)
    with pytest.raises(kind) as caught:
        make_client(service).videos.wait("VI1", timeout=60, polling=FAST)
    assert len(service.asked) == 2
    assert (caught.value.operation, caught.value.status, caught.value.attempts) == ("list_videos", 200, 1)


def test_a_look_has_the_timeout_of_a_call(make_client: MakeClient) -> None:
    service = script(silent, silent, seen("PARSE"))
    client = make_client(service).with_options(timeout=0.2)
    started = time.monotonic()
    assert client.videos.wait("VI1", timeout=30, polling=FAST).is_ready
    assert 0.4 <= time.monotonic() - started < 5


def test_a_look_has_the_limits_of_its_tier(make_client: MakeClient) -> None:
    limits: list[float] = []

    def handler(request: httpx.Request) -> httpx.Response:
        limits.append(request.extensions["timeout"]["read"])
        return seen("PARSE")(request)

    make_client(handler).videos.wait("VI1")
    make_client(handler, timeouts=Timeouts(short=7)).videos.wait("VI1")
    make_client(handler).with_options(timeout=2).videos.wait("VI1", timeout=1)
    assert limits == [60, 7, pytest.approx(1, abs=0.2)]


def test_a_look_may_take_longer_than_a_minute_in_all(make_client: MakeClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pause of 60 seconds, which Retries permits, fits into it."""
    pauses: list[float] = []
    monkeypatch.setattr(_stopping.Pause, "sleep", noting(pauses))
    monkeypatch.setattr(_stopping.AsyncPause, "sleep", noting_async(pauses))
    service = script(limited(60), seen("PARSE"))
    assert make_client(service, retries=Retries()).videos.wait("VI1").is_ready
    assert pauses == [pytest.approx(60, abs=1)]


def test_the_deadline_is_kept_on_a_silent_server(make_client: MakeClient) -> None:
    started = time.monotonic()
    with pytest.raises(m.WaitTimeoutError) as caught:
        make_client(silent).with_options(timeout=0.4).videos.wait("VI1", timeout=1, polling=FAST)
    assert 1 <= time.monotonic() - started < 3
    assert caught.value.attempts >= 2


def test_an_unknown_video_ends_the_wait(make_client: MakeClient) -> None:
    client = make_client(answers(row("PARSE", video_no="VI2")))
    with pytest.raises(m.NotFoundError, match="VI1") as caught:
        client.videos.wait("VI1")
    assert (caught.value.operation, caught.value.status, caught.value.attempts) == ("list_videos", 200, 1)


def test_a_video_that_vanishes_ends_the_wait(make_client: MakeClient) -> None:
    client = make_client(answers(row("UNPARSE"), row("UNPARSE"), row("PARSE", video_no="VI2")))
    with pytest.raises(m.NotFoundError, match="VI1"):
        client.videos.wait("VI1", polling=FAST)


@given(poll=st.integers(0, 10**6))
def test_pauses_stay_within_their_bounds(poll: int) -> None:
    polling = Polling()
    assert 0.9 * 5 <= polling.pause(poll) <= 30


def test_pauses_grow_as_documented() -> None:
    polling = Polling(jitter=0)
    assert [polling.pause(poll) for poll in range(6)] == [5, 7.5, 11.25, 16.875, 25.3125, 30]


@pytest.mark.parametrize("bad", [{"delay": 0}, {"growth": 0.5}, {"max_delay": -1}, {"jitter": 1.0}])
def test_bad_pauses_are_refused(bad: dict[str, float]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 (attrs' own words)
        Polling(**bad)


def test_the_last_pause_is_shortened_to_the_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr(_deadlines, "monotonic", lambda: now[0])
    deadline = _deadlines.Deadline.after(10)
    assert deadline.shorten(4) == 4
    now[0] = 108.0
    assert deadline.shorten(4) == 2
    now[0] = 111.0
    assert deadline.shorten(4) == 0


def test_pauses_of_another_kind_are_refused(make_client: MakeClient) -> None:
    client = make_client(answers(row("UNPARSE")))
    with pytest.raises(m.ValidationError, match="polling: 3 is not a Polling"):
        client.videos.wait("VI1", polling=3, timeout=0.5)


def test_a_receiver_of_the_other_kind_is_refused(make_client: MakeClient, mode: str) -> None:
    client = make_client(answers(row("UNPARSE")))
    sync, other = webhooks.CallbackReceiver, webhooks.AsyncCallbackReceiver
    wrong, right = (other, sync) if mode == "sync" else (sync, other)
    with pytest.raises(m.ValidationError, match=rf"receiver: {wrong.__name__} .* Pass {right.__name__}\(\)"):
        client.videos.wait("VI1", receiver=wrong(), timeout=0.5)
