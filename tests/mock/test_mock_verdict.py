"""What the emulator says of good and of bad clients."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import httpx
import pytest

from fault_support import SEED, control, fault, findings, look, session_of, stream
from memories_ai_mock import Emulator
from memories_ai_mock.journal import Entry
from memories_ai_mock.verdict import verdict
from mock_support import Api, data, eventually

RETRIED = "retried a call that must not be repeated"
STORM = "retry storm"
IMPATIENT = "ignored Retry-After"
TRUNCATED = "accepted a truncated stream"
UNCERTAIN = ["stall", "drop_before", "drop_after", "drop_in_body", "truncated_json", "server_error"]


@pytest.fixture
def seeded(api: Api) -> Api:
    control(api.emulator, "seed", SEED)
    return api


def create(api: Api, name: str = "fresh") -> None:
    with suppress(httpx.HTTPError):
        api.http.post("/folders/create", data={"name": name})


@pytest.mark.parametrize("kind", UNCERTAIN)
def test_unsafe_call_is_retried(api: Api, kind: str) -> None:
    fault(api, kind, **({"seconds": 0.01} if kind == "stall" else {}))
    create(api)
    assert findings(api.emulator) == []
    create(api)
    assert findings(api.emulator) == [RETRIED]


@pytest.mark.parametrize(("kind", "seconds"), [("latency", 5), ("drip", 0.4)])
def test_unsafe_call_is_retried_after_the_client_gave_up(api: Api, kind: str, seconds: float) -> None:
    fault(api, kind, seconds=seconds)
    api.http.timeout = httpx.Timeout(0.2)
    create(api)
    api.http.timeout = httpx.Timeout(5)
    create(api, "another folder")
    eventually(lambda: kind in [each["fault"] for each in look(api.emulator, "journal")["entries"]])
    assert findings(api.emulator) == []
    create(api)
    assert findings(api.emulator) == [RETRIED]


def test_slow_answer_that_was_waited_for_is_no_trouble(api: Api) -> None:
    fault(api, "latency", seconds=0.1)
    create(api)
    create(api)
    assert findings(api.emulator) == []


@pytest.mark.parametrize("kind", UNCERTAIN)
def test_other_calls_are_no_retry(api: Api, connect: Callable[[str], Api], kind: str) -> None:
    fault(api, kind, **({"seconds": 0.01} if kind == "stall" else {}))
    create(api)
    create(api, "another folder")
    create(connect("somebody else"))
    assert findings(api.emulator) == []


def test_safe_calls_may_be_retried(api: Api) -> None:
    fault(api, "server_error", times=3)
    for _ in range(4):
        api.http.post("/list_videos", json={})
    fault(api, "too_many_requests", seconds=0)
    create(api)
    create(api)
    assert findings(api.emulator) == []


def test_calls_side_by_side_are_no_retry(api: Api) -> None:
    fault(api, "latency", seconds=0.3)
    fault(api, "server_error")
    with ThreadPoolExecutor(2) as threads:
        for _ in range(2):
            threads.submit(create, api)
    assert findings(api.emulator) == []


@pytest.mark.parametrize("kind", ["server_error", "drop_before", "limit_exceeded", "too_many_requests"])
def test_storm(api: Api, kind: str) -> None:
    fault(api, kind, times=6, seconds=0)
    for count in range(6):
        assert findings(api.emulator) == [], count
        with suppress(httpx.HTTPError):
            api.http.post("/list_videos", json={})
    assert findings(api.emulator) == [STORM]


def test_storm_of_real_limits() -> None:
    rows = [entry(float(n) / 10, code="0429") for n in range(6)]
    assert [each["rule"] for each in verdict(rows)["findings"]] == [STORM]
    slow = [entry(float(n), code="0429") for n in range(20)]
    assert verdict(slow)["clean"]


def entry(moment: float, **members: object) -> Entry:
    return Entry(
        time=moment, real_time=moment, method="POST", path="/x", operation="list_videos", status=200, **members
    )


def test_success_ends_a_storm(api: Api) -> None:
    for _ in range(3):
        fault(api, "server_error", times=3)
        for _ in range(4):
            api.http.post("/list_videos", json={})
    assert findings(api.emulator) == []


def test_retry_after(api: Api) -> None:
    fault(api, "too_many_requests", seconds=1)
    api.http.post("/list_videos", json={})
    # Of something else, nothing was said.
    data(api.get("/folders"))
    assert findings(api.emulator) == []
    time.sleep(1)
    data(api.post("/list_videos", {}))
    assert findings(api.emulator) == []
    fault(api, "too_many_requests", seconds=5)
    api.http.post("/list_videos", json={})
    data(api.post("/list_videos", {}))
    assert findings(api.emulator) == [IMPATIENT]


def test_requests_under_way_cannot_know_of_retry_after() -> None:
    asked = Entry(0.0, 10.0, "POST", "/x", operation="o", sender="s", retry_after=5.0, milliseconds=500.0)
    early = Entry(0.0, 10.4, "POST", "/x", operation="o", sender="s")
    late = Entry(0.0, 15.6, "POST", "/x", operation="o", sender="s")
    assert verdict([asked, early, late])["clean"]
    assert not verdict([asked, Entry(0.0, 14.9, "POST", "/x", operation="o", sender="s")])["clean"]


@pytest.mark.parametrize("kind", ["sse_cut_event", "sse_cut_character", "sse_no_end"])
def test_truncated_stream_is_accepted(seeded: Api, kind: str) -> None:
    fault(seeded, kind, event=2)
    session_id = session_of(stream(seeded)[0])
    assert findings(seeded.emulator) == []
    seeded.http.post("/chat_stream", json={"prompt": "And then?", "video_nos": ["x"], "session_id": "1"})
    assert findings(seeded.emulator) == []
    seeded.http.post("/chat_stream", json={"prompt": "And?", "video_nos": ["x"], "session_id": session_id})
    assert findings(seeded.emulator) == [TRUNCATED]


def test_session_that_was_good_before_may_go_on(seeded: Api) -> None:
    session_id = session_of(stream(seeded)[0])
    fault(seeded, "sse_cut_event", event=2)
    stream(seeded, session_id=session_id)
    stream(seeded, session_id=session_id)
    assert findings(seeded.emulator) == []


def test_good_client_is_clean(seeded: Api, emulator: Emulator) -> None:
    for _ in range(20):
        data(seeded.post("/list_videos", {}))
    create(seeded, "one")
    create(seeded, "two")
    session_id = session_of(stream(seeded)[0])
    stream(seeded, session_id=session_id)
    assert findings(emulator) == []
