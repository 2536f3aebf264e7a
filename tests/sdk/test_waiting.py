"""Waiting for a video: success, failure, deadline."""

from __future__ import annotations

import time
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import memories_ai as m
from memories_ai import Polling, _deadlines, webhooks
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


def test_a_cause_that_repeats_the_key_is_redacted(make_client: MakeClient) -> None:
    client = make_client(answers(row("FAIL", f"no right for {KEY}")))
    with pytest.raises(m.VideoFailedError, match=r"no right for \*\*\*") as caught:
        client.videos.wait("VI1", polling=FAST)
    assert KEY not in str(vars(caught.value)) + repr(caught.value)


def test_the_deadline_is_kept(make_client: MakeClient) -> None:
    client = make_client(answers(row("UNPARSE")))
    started = time.monotonic()
    with pytest.raises(m.WaitTimeoutError, match=r"still UNPARSE after 0\.2 s"):
        client.videos.wait("VI1", timeout=0.2, polling=Polling(delay=0.15, max_delay=60, jitter=0))
    assert 0.2 <= time.monotonic() - started < 1.0


def test_a_poll_that_hangs_ends_with_the_deadline(make_client: MakeClient) -> None:
    limits: list[float] = []

    def hang(request: httpx.Request) -> httpx.Response:
        limits.append(request.extensions["timeout"]["read"])
        time.sleep(limits[-1])
        raise httpx.ReadTimeout("silence", request=request)

    with pytest.raises(m.WaitTimeoutError, match=r"VI1 is of unknown status after 0\.1 s"):
        make_client(hang).videos.wait("VI1", timeout=0.1)
    assert limits == [pytest.approx(0.1, abs=0.05)]


def test_a_timeout_before_the_deadline_is_one(make_client: MakeClient) -> None:
    def hang(request: httpx.Request) -> httpx.Response:
        raise httpx.ReadTimeout("silence", request=request)

    with pytest.raises(m.RequestTimeoutError):
        make_client(hang).videos.wait("VI1")


def test_an_unknown_video_ends_the_wait(make_client: MakeClient) -> None:
    client = make_client(answers(row("PARSE", video_no="VI2")))
    with pytest.raises(m.NotFoundError, match="VI1"):
        client.videos.wait("VI1")


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
    with pytest.raises(m.ValidationError, match="polling: 3 is no Polling"):
        client.videos.wait("VI1", polling=3)


def test_a_receiver_of_the_other_kind_is_refused(make_client: MakeClient, mode: str) -> None:
    client = make_client(answers(row("UNPARSE")))
    sync, other = webhooks.CallbackReceiver, webhooks.AsyncCallbackReceiver
    wrong, right = (other, sync) if mode == "sync" else (sync, other)
    with pytest.raises(m.ValidationError, match=rf"receiver: {wrong.__name__} .* Pass {right.__name__}\(\)"):
        client.videos.wait("VI1", receiver=wrong())
