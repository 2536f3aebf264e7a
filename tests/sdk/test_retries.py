"""Which requests are sent again, when, and with which body."""

from __future__ import annotations

import io
import re
import time
from collections.abc import Callable, Iterator
from email.utils import formatdate
from math import inf
from pathlib import Path
from typing import Any

import httpx
import pytest

import memories_ai as m
from memories_ai import Retries
from memories_ai._retries import seconds_asked_for
from memories_ai_generated.operations import OPERATIONS
from sdk_support import MakeClient, envelope

Answer = httpx.Response | Exception
Call = Callable[[Any], Any]

FAST = Retries(first_delay=0.001, max_delay=0.001, limited_delay=0.001)
UPLOADED = {"videoNo": "VI1", "videoName": "a", "videoStatus": "UNPARSE", "uploadTime": "1755245460412"}
LIMITED = envelope(None, code="0429", msg="Request has exceeded the limit.")
ABNORMAL = envelope(None, code="0001", msg="network abnormal")
BUSY = httpx.Response(503, text="<html>busy</html>")


def read(client: Any) -> Any:
    return client.sessions.list()


def write(client: Any) -> Any:
    return client.chat("who?", video_nos=["VI1"])


def stream(client: Any) -> Any:
    return list(client.chat.stream("who?", video_nos=["VI1"]))


def upload(client: Any) -> Any:
    return client.videos.upload(io.BytesIO(b"moving pictures"), filename="a.mp4")


class Service:
    """Gives these answers in turn, then `last` for ever; keeps the requests."""

    def __init__(self, *answers: Answer, last: Answer) -> None:
        self._answers: Iterator[Answer] = iter(answers)
        self._last = last
        self.bodies: list[bytes] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.bodies.append(request.read())
        answer = next(self._answers, self._last)
        if isinstance(answer, Exception):
            raise answer
        return httpx.Response(answer.status_code, headers=answer.headers, content=answer.content)


SESSIONS = envelope({"sessions": [], "current_page": 1, "page_size": 20, "total_count": "0"})
UNREACHED = httpx.ConnectError("connection refused")


@pytest.mark.parametrize("call", [read, write, stream, upload])
@pytest.mark.parametrize("failure", [UNREACHED, httpx.ConnectTimeout("late"), httpx.PoolTimeout("full"), LIMITED])
def test_what_did_not_arrive_or_was_refused_for_its_number_is_sent_again(
    make_client: MakeClient, call: Call, failure: Answer
) -> None:
    service = Service(last=failure)
    with pytest.raises(m.MemoriesError) as caught:
        call(make_client(service, retries=FAST))
    assert (len(service.bodies), caught.value.attempts) == (3, 3)
    assert "attempts 3" in str(caught.value)
    assert len(set(map(_without_boundary, service.bodies))) == 1


@pytest.mark.parametrize(
    "failure", [httpx.ReadError("reset"), httpx.ReadTimeout("silent"), httpx.RemoteProtocolError("cut"), ABNORMAL, BUSY]
)
@pytest.mark.parametrize(("call", "sent"), [(read, 3), (write, 1), (stream, 1), (upload, 1)])
def test_what_may_have_arrived_is_sent_again_only_if_it_may_be_carried_out_twice(
    make_client: MakeClient, call: Call, sent: int, failure: Answer
) -> None:
    service = Service(last=failure)
    with pytest.raises(m.MemoriesError) as caught:
        call(make_client(service, retries=FAST))
    assert (len(service.bodies), caught.value.attempts) == (sent, sent)


@pytest.mark.parametrize(
    "failure",
    [
        envelope(None, code="0001", msg="The parameter is wrong."),
        envelope(None, code="0402", msg="no credits"),
        envelope(None, code="4711", msg="something new"),
        httpx.Response(404),
        httpx.Response(200, text="<html>"),
        httpx.Response(302, headers={"location": "https://example.com/"}),
    ],
)
def test_what_would_fail_again_is_not_repeated(make_client: MakeClient, failure: httpx.Response) -> None:
    service = Service(last=failure)
    with pytest.raises(m.MemoriesError):
        read(make_client(service, retries=FAST))
    assert len(service.bodies) == 1


def test_success_ends_the_attempts(make_client: MakeClient) -> None:
    service = Service(UNREACHED, BUSY, last=SESSIONS)
    assert list(read(make_client(service, retries=FAST)).items) == []
    assert len(service.bodies) == 3


def test_a_client_repeats_by_itself(make_client: MakeClient) -> None:
    service = Service(UNREACHED, last=SESSIONS)
    read(make_client(service, retries=None))
    assert len(service.bodies) == 2


def test_retries_can_be_switched_off(make_client: MakeClient) -> None:
    service = Service(last=UNREACHED)
    with pytest.raises(m.TransportError) as caught:
        read(make_client(service, retries=Retries(most=0)))
    assert (len(service.bodies), caught.value.attempts) == (1, 1)
    assert "attempts" not in str(caught.value)


def test_a_file_is_sent_again_from_where_it_stood(make_client: MakeClient) -> None:
    service = Service(LIMITED, last=envelope(UPLOADED))
    file = io.BytesIO(b"head|moving pictures")
    file.seek(5)
    make_client(service, retries=FAST).videos.upload(file, filename="a.mp4")
    assert len(service.bodies) == 2
    assert all(b"\r\n\r\nmoving pictures\r\n" in body for body in service.bodies)


def test_a_stream_that_cannot_go_back_is_sent_once(make_client: MakeClient) -> None:
    class Pipe(io.RawIOBase):
        data = io.BytesIO(b"moving pictures")

        def read(self, size: int = -1, /) -> bytes:
            return self.data.read(size)

        def seekable(self) -> bool:
            return False

        def tell(self) -> int:
            raise io.UnsupportedOperation

    service = Service(LIMITED, last=envelope(UPLOADED))
    with pytest.raises(m.RateLimitError):
        make_client(service, retries=FAST).videos.upload(Pipe(), filename="a.mp4")
    assert len(service.bodies) == 1


def test_a_download_is_begun_again(make_client: MakeClient, tmp_path: Path) -> None:
    file = httpx.Response(200, content=b"\0\0\0\x18ftypmp42", headers={"content-type": "video/mp4"})
    service = Service(BUSY, ABNORMAL, last=file)
    got = make_client(service, retries=FAST).videos.download("VI1", tmp_path / "a.mp4")
    assert (got.path.read_bytes(), len(service.bodies)) == (file.content, 3)


@pytest.mark.parametrize("status", [429, 503])
def test_the_service_may_ask_for_a_pause(make_client: MakeClient, status: int) -> None:
    service = Service(httpx.Response(status, headers={"retry-after": "1"}), last=SESSIONS)
    started = time.monotonic()
    read(make_client(service, retries=FAST))
    assert time.monotonic() - started >= 1


@pytest.mark.parametrize(
    ("asked", "seconds"),
    [("61", 61), ("9" * 30, inf), (formatdate(time.time() + 7200, usegmt=True), pytest.approx(7200, abs=3600))],
)
def test_too_long_a_pause_is_not_made(make_client: MakeClient, asked: str, seconds: float) -> None:
    service = Service(httpx.Response(429, headers={"retry-after": asked}), last=SESSIONS)
    with pytest.raises(m.RateLimitError) as caught:
        read(make_client(service, retries=FAST))
    assert (caught.value.retry_after, len(service.bodies)) == (seconds, 1)


@pytest.mark.parametrize("text", ["", "soon", "-5", "1.5", "٣", "Wed, 99 Foo 2026 00:00:00 GMT", "1e9"])
def test_a_pause_that_cannot_be_read_is_none(text: str) -> None:
    assert seconds_asked_for(text) is None


def test_pauses_that_can_be_read() -> None:
    assert seconds_asked_for(" 12 ") == 12
    assert seconds_asked_for(formatdate(time.time() - 5, usegmt=True)) == 0
    assert seconds_asked_for("Mon, 01 Jan 0001 00:00:00 +2300") == 0
    assert 8 <= (seconds_asked_for(formatdate(time.time() + 10, usegmt=True)) or 0) <= 10
    assert 8 <= (seconds_asked_for(formatdate(time.time() + 10)) or 0) <= 10  # ends with -0000: no zone is told


def test_pauses_grow_at_random_below_their_bound() -> None:
    retries = Retries(most=5000, first_delay=1, max_delay=4)
    error = m.ServerError("x")
    for retry, bound in ((0, 1), (1, 2), (2, 4), (3, 4), (4000, 4)):
        pauses = [retries.pause(error, OPERATIONS["list_videos"], retry) or 0.0 for _ in range(200)]
        assert 0.9 * bound < max(pauses) <= bound
        assert min(pauses) < 0.1 * bound


def test_pauses_after_too_many_requests_are_long_enough() -> None:
    retries = Retries(most=5000, first_delay=1, max_delay=1, limited_delay=2, max_retry_after=10)
    for retry, least in ((0, 2), (1, 4), (2, 8), (3, 10), (4000, 10)):
        pauses = [retries.pause(m.RateLimitError("x"), OPERATIONS["chat"], retry) or 0.0 for _ in range(50)]
        assert least <= min(pauses)
        assert max(pauses) <= least + 1


@pytest.mark.parametrize("setting", [{"most": -1}, {"most": 1.5}, {"first_delay": 0}, {"max_delay": float("nan")}])
def test_settings_are_checked(setting: dict[str, Any]) -> None:
    with pytest.raises((ValueError, TypeError), match=next(iter(setting))):
        Retries(**setting)


def _without_boundary(body: bytes) -> bytes:
    return re.sub(rb"--[0-9a-f]{32}", b"", body)
