"""The local receiver: real callbacks of the emulator, strangers' nonsense, and nothing left over afterwards."""

from __future__ import annotations

import asyncio
import gc
import json
import logging
import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import httpx
import pytest
from anyio.from_thread import BlockingPortal

import memories_ai as m
from driven import Driven
from memories_ai import webhooks
from memories_ai.webhooks import server
from memories_ai_mock import Emulator, Settings
from sdk_support import KEY, MakeClient, envelope

SAMPLE = Path(__file__).parents[2] / "examples" / "media" / "sample.mp4"
PATIENCE = 20.0
FAST = m.Polling(delay=0.05, max_delay=0.1)
PARSE, UNPARSE = m.VideoStatus.PARSE, m.VideoStatus.UNPARSE
MakeReceiver = Callable[..., Any]


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    with Emulator(Settings(parse_seconds=0.1)) as emulator:
        yield emulator


@pytest.fixture
def make_receiver(mode: str, portal: BlockingPortal) -> MakeReceiver:
    """Makes a receiver of either kind, not yet running."""

    def make(**settings: Any) -> Any:
        if mode == "sync":
            return webhooks.CallbackReceiver(**settings)
        return Driven(webhooks.AsyncCallbackReceiver(**settings), portal)

    return make


@pytest.fixture
def receiver(make_receiver: MakeReceiver) -> Iterator[Any]:
    with make_receiver() as receiver:
        yield receiver


def news(video_no: str, status: str = "PARSE") -> dict[str, str]:
    return {"videoNo": video_no, "status": status}


def send(receiver: Any, body: Any) -> int:
    return httpx.post(receiver.url, json=body, timeout=PATIENCE).status_code


def path_of(receiver: Any) -> str:
    return "/" + str(receiver.url).rsplit("/", 1)[1]


def own(receiver: Any) -> Any:
    """The receiver itself, not what drives it: the client uses it within its event loop."""
    return getattr(receiver, "_target", receiver)


def connected(receiver: Any) -> socket.socket:
    host, port = receiver.url.split("/")[2].split(":")
    return socket.create_connection((host, int(port)), PATIENCE)


def test_the_emulator_calls_back(receiver: Any, make_client: MakeClient, emulator: Emulator) -> None:
    client = make_client(base_url=emulator.base_url)
    emulator.control.add_fault("duplicate_callback")
    uploaded = client.videos.upload(SAMPLE, callback=receiver.url)
    event = receiver.get(PATIENCE)
    assert event == webhooks.VideoCallback(video_no=uploaded.video_no, status=PARSE)
    assert receiver.status(uploaded.video_no) == PARSE
    emulator.control.settle()
    with pytest.raises(m.WaitTimeoutError):
        receiver.get(0.2)
    assert receiver.received == 1


def test_a_callback_cuts_a_pause_short(receiver: Any, make_client: MakeClient, emulator: Emulator) -> None:
    client = make_client(base_url=emulator.base_url)
    uploaded = client.videos.upload(SAMPLE, callback=receiver.url)
    video = client.videos.wait(uploaded.video_no, timeout=2 * PATIENCE, polling=RARE, receiver=own(receiver))
    assert video.is_ready


def test_a_callback_cuts_a_pause_for_an_import_short(
    receiver: Any, make_client: MakeClient, emulator: Emulator
) -> None:
    client = make_client(base_url=emulator.base_url)
    post = "https://www.tiktok.com/@harbourkitchen/video/7450001234567890123"
    task = client.imports.posts([post], callback=receiver.url)
    progress = client.imports.wait(task.task_id, timeout=2 * PATIENCE, polling=RARE, receiver=own(receiver))
    assert len(progress.ready) == 1


RARE = m.Polling(delay=300, max_delay=300)


def test_a_callback_cuts_a_pause_of_older_versions_short(
    receiver: Any, make_client: MakeClient, emulator: Emulator
) -> None:
    client = make_client(base_url=emulator.base_url)
    terms = {"timeout": 2 * PATIENCE, "polling": RARE, "receiver": own(receiver)}
    uploaded = client.legacy.upload(SAMPLE, callback=receiver.url)
    assert client.legacy.wait(uploaded.video_no, **terms).is_ready
    uploaded = client.mavi.upload(SAMPLE, callback=receiver.url)
    video = client.mavi.wait(uploaded.video_no, uploaded_since=uploaded.uploaded_at, **terms)
    assert (video.video_no, video.is_ready) == (uploaded.video_no, True)
    task = client.mavi.submit_transcription(uploaded.video_no, callback=receiver.url)
    assert client.mavi.wait_for_transcription(task.task_no, **terms).is_finished
    assert receiver.received >= 3


def test_a_callback_does_not_cut_short_what_the_service_asked_for(receiver: Any, make_client: MakeClient) -> None:
    looks: list[float] = []
    ready = {"video_no": "VI1", "video_name": "a", "status": "PARSE", "duration": "1", "create_time": "1755245460412"}

    def busy(_: httpx.Request) -> httpx.Response:
        looks.append(time.monotonic())
        if len(looks) > 1:
            return envelope({"videos": [ready], "current_page": 1, "page_size": 200, "total_count": "1"})
        # From another thread: the event loop that this may run in is to answer it.
        pool.submit(send, receiver, news("VI1"))
        return httpx.Response(503, headers={"retry-after": "1"})

    with ThreadPoolExecutor(1) as pool:
        client = make_client(busy)
        assert client.videos.wait("VI1", timeout=2 * PATIENCE, polling=RARE, receiver=own(receiver)).is_ready
    assert PATIENCE > looks[1] - looks[0] >= 1


def test_a_callback_that_is_lost_does_no_harm(receiver: Any, make_client: MakeClient, emulator: Emulator) -> None:
    client = make_client(base_url=emulator.base_url)
    uploaded = client.videos.upload(SAMPLE)
    assert client.videos.wait(uploaded.video_no, timeout=PATIENCE, polling=FAST, receiver=own(receiver)).is_ready
    assert receiver.received == 0


def test_a_callback_is_not_believed(receiver: Any, make_client: MakeClient) -> None:
    looks: list[httpx.Request] = []

    def never(request: httpx.Request) -> httpx.Response:
        looks.append(request)
        row = {
            "video_no": "VI1",
            "video_name": "a",
            "status": "UNPARSE",
            "cause": "null",
            "duration": "0",
            "create_time": "1755245460412",
        }
        return envelope({"videos": [row], "current_page": 1, "page_size": 200, "total_count": "1"})

    send(receiver, news("VI1"))
    polling = m.Polling(delay=0.3, growth=1, jitter=0)
    with pytest.raises(m.WaitTimeoutError):
        make_client(never).videos.wait("VI1", timeout=1, polling=polling, receiver=own(receiver))
    # One that came before the first look cuts no pause short, let alone each.
    assert len(looks) <= 5


def test_descriptions_come_by_callback(receiver: Any, emulator: Emulator) -> None:
    body = {"user_prompt": "What?", "system_prompt": "You watch.", "callback": receiver.url}
    headers = {"Authorization": KEY}
    address = f"{emulator.base_url}/v1/understand/upload"
    with SAMPLE.open("rb") as file:
        begun = httpx.post(
            f"{address}File",
            headers=headers,
            files={"files": ("sample.mp4", file, "video/mp4")},
            data={"req": json.dumps(body)},
        ).json()
    told = receiver.wait_for_caption(begun["data"]["task_id"], PATIENCE)
    assert told.is_ready
    assert told.text
    begun = httpx.post(address, headers=headers, json={**body, "video_url": "http://127.0.0.1:9/none.mp4"}).json()
    with pytest.raises(m.TaskFailedError, match="failed with status -1") as caught:
        receiver.wait_for_caption(begun["data"]["task_id"], PATIENCE)
    assert caught.value.task_id == begun["data"]["task_id"]
    with pytest.raises(m.WaitTimeoutError, match=r"another is of unknown status after 0\.05 s") as missed:
        receiver.wait_for_caption("another", 0.05)
    assert (missed.value.subject, missed.value.state) == ("another", None)


def test_a_client_waits_for_a_description(
    receiver: Any, make_client: MakeClient, emulator: Emulator, mode: str
) -> None:
    client = make_client(base_url=emulator.base_url)
    begin = partial(client.captions.start_video, user_prompt="What?", system_prompt="", callback=receiver.url)
    task = begin(SAMPLE)
    told = client.captions.wait(task.task_id, receiver=own(receiver), timeout=PATIENCE)
    assert (told.task_id, told.is_ready, bool(told.text)) == (task.task_id, True, True)
    task = begin("http://127.0.0.1:9/none.mp4")
    with pytest.raises(m.TaskFailedError, match="failed with status -1") as caught:
        client.captions.wait(task.task_id, receiver=own(receiver), timeout=PATIENCE)
    assert caught.value.task_id == task.task_id
    with pytest.raises(m.WaitTimeoutError, match="it may yet be delivered"):
        client.captions.wait("another", receiver=own(receiver), timeout=0.05)
    other = webhooks.AsyncCallbackReceiver if mode == "sync" else webhooks.CallbackReceiver
    for wrong in (None, other()):
        with pytest.raises(m.ValidationError, match=r"receiver: .* does not go with this client"):
            client.captions.wait(task.task_id, receiver=wrong)
    with pytest.raises(m.ValidationError, match="task_id"):
        client.captions.wait("", receiver=own(receiver))


def test_the_key_in_a_failed_description_is_not_shown(receiver: Any, make_client: MakeClient) -> None:
    send(receiver, {"status": -1, "task_id": "t", "msg": f"no right for {KEY}"})
    with pytest.raises(m.TaskFailedError, match=r"no right for \*\*\*") as caught:
        make_client().captions.wait("t", receiver=own(receiver), timeout=PATIENCE)
    assert KEY not in repr(vars(caught.value))


def test_events_come_once_and_in_order(receiver: Any) -> None:
    for video_no in "ABA":
        assert send(receiver, news(video_no)) == 200
    assert [receiver.get(PATIENCE).video_no for _ in range(2)] == ["A", "B"]
    with pytest.raises(m.WaitTimeoutError, match=r"no callback within 0\.05 s"):
        receiver.get(0.05)


def test_waiting_for_one_finds_what_came_before_and_takes_nothing(receiver: Any) -> None:
    send(receiver, news("A"))
    send(receiver, news("B"))
    assert receiver.wait_for(lambda event: event.video_no == "B", PATIENCE).video_no == "B"
    assert [receiver.get(PATIENCE).video_no for _ in range(2)] == ["A", "B"]
    assert receiver.wait_for(lambda event: event.video_no == "A", PATIENCE).video_no == "A"
    with pytest.raises(m.WaitTimeoutError):
        receiver.wait_for(lambda event: event.video_no == "A", 0.05, after=1)
    assert receiver.wait_for(lambda _: True, PATIENCE, after=1).video_no == "B"


def test_a_wait_ends_with_the_event(receiver: Any) -> None:
    with ThreadPoolExecutor(2) as pool:
        waiting = pool.submit(receiver.wait_for, lambda event: event.video_no == "A", PATIENCE)
        heard = pool.submit(receiver.hears_of, "A", PATIENCE)
        time.sleep(0.1)
        assert not waiting.done()
        send(receiver, news("A"))
        assert waiting.result(PATIENCE / 2).video_no == "A"
        assert heard.result(PATIENCE / 2) is True
    assert receiver.hears_of("A", 0.01, after=1) is False
    assert receiver.hears_of("A", 0) is False


def test_events_of_the_sync_receiver_as_an_iterator() -> None:
    with webhooks.CallbackReceiver() as receiver:
        for video_no in "ABC":
            send(receiver, news(video_no))
        assert [getattr(event, "video_no", "") for event in receiver.events(0.1)] == ["A", "B", "C"]


def test_events_of_the_async_receiver_as_an_iterator() -> None:
    async def main() -> list[str]:
        async with webhooks.AsyncCallbackReceiver() as receiver, httpx.AsyncClient() as client:
            for video_no in "ABC":
                await client.post(receiver.url, json=news(video_no))
            return [getattr(event, "video_no", "") async for event in receiver.events(0.1)]

    assert asyncio.run(main()) == ["A", "B", "C"]


def test_a_late_callback_turns_nothing_back(receiver: Any) -> None:
    for status in ("PARSE", "UNPARSE", "PROCESSING", "SOMETHING_NEW"):
        send(receiver, news("A", status))
    assert receiver.status("A") == PARSE
    assert receiver.status("B") is None
    assert receiver.received == 4


def test_which_of_two_statuses_is_later() -> None:
    ordered = ["UPLOADING", "UNPARSE", "PROCESSING", "PARSE"]
    for earlier, later in pairwise(m.VideoStatus(each) for each in ordered):
        assert webhooks.later_status(earlier, later) is later
        assert webhooks.later_status(later, earlier) is later
    fail, unknown = m.VideoStatus.FAIL, m.VideoStatus("NEW")
    assert webhooks.later_status(PARSE, fail) is PARSE
    assert webhooks.later_status(fail, PARSE) is fail
    assert webhooks.later_status(UNPARSE, unknown) is unknown
    assert webhooks.later_status(fail, unknown) is fail


NONSENSE = {
    "no HTTP": (b"\x16\x03\x01 hello\r\n\r\n", b"400"),
    "endless head": (b"POST / HTTP/1.1\r\nX: " + b"x" * 40_000, b"431"),
    "false length": (b"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", b"400"),
    "huge length": (b"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\n\r\n", b"413"),
    "bad chunk": (b"POST {path} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", b""),
    "not JSON": (b"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{,", b"400"),
    "another path": (b"POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}", b"404"),
    "half a path": (b"POST {half} HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}", b"404"),
    "another method": (b"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n", b"405"),
    "nothing": (b"", b""),
}


@pytest.mark.parametrize("name", NONSENSE)
def test_nonsense(receiver: Any, name: str) -> None:
    request, status = NONSENSE[name]
    path = path_of(receiver)
    request = request.replace(b"{path}", path.encode()).replace(b"{half}", path[:-3].encode())
    with connected(receiver) as connection:
        connection.sendall(request)
        connection.shutdown(socket.SHUT_WR)
        answer = connection.recv(65_536)
    assert answer[9:12] == status
    assert path.encode() not in answer
    assert send(receiver, news("A")) == 200
    assert receiver.received == 1


def test_chunks_and_expectations_are_understood(receiver: Any) -> None:
    assert httpx.post(receiver.url, content=iter([b'{"videoNo":"A",', b'"status":"PARSE"}'])).status_code == 200
    with connected(receiver) as connection:
        head = f"POST {path_of(receiver)} HTTP/1.1\r\nHost: x\r\nContent-Length: 32\r\nExpect: 100-continue\r\n\r\n"
        connection.sendall(head.encode())
        assert connection.recv(65_536).startswith(b"HTTP/1.1 100 ")
        connection.sendall(b'{"videoNo":"B","status":"PARSE"}')
        assert connection.recv(65_536).startswith(b"HTTP/1.1 200 ")
    assert [receiver.get(PATIENCE).video_no for _ in range(2)] == ["A", "B"]


def test_a_huge_body_is_refused_and_answered(receiver: Any) -> None:
    for path, status in ((path_of(receiver), b"413"), ("/x", b"404")):
        with connected(receiver) as connection:
            # Who sends everything first and listens then gets to hear it all the same.
            head = f"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Length: 9000000\r\n\r\n"
            connection.sendall(head.encode() + b"x" * 9_000_000)
            assert connection.recv(65_536)[9:12] == status
    assert receiver.received == 0


def test_slow_ones_are_cut(make_receiver: MakeReceiver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "SECONDS", 0.3)
    with make_receiver() as receiver:
        started = time.monotonic()
        for beginning in (b"", b"POST / HTTP/1.1\r\n", b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n{"):
            with connected(receiver) as connection:
                connection.sendall(beginning)
                with suppress(ConnectionResetError):
                    while connection.recv(4096):
                        pass
        assert time.monotonic() - started < PATIENCE / 2
        assert send(receiver, news("A")) == 200


def test_too_many_connections_are_cut(receiver: Any) -> None:
    held = [connected(receiver) for _ in range(server.MAX_CONNECTIONS)]
    try:
        end = time.monotonic() + PATIENCE
        while True:  # until the last of them is accepted
            try:
                send(receiver, news("A"))
            except httpx.TransportError:
                break
            assert time.monotonic() < end
    finally:
        for connection in held:
            connection.close()
    eventually_served(receiver)


def eventually_served(receiver: Any) -> None:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            assert send(receiver, news("B")) == 200
        except httpx.TransportError:
            assert time.monotonic() < end
        else:
            return


def test_many_at_once(receiver: Any) -> None:
    with ThreadPoolExecutor(20) as pool, httpx.Client(timeout=PATIENCE) as client:
        answers = pool.map(lambda number: client.post(receiver.url, json=news(str(number % 50))), range(200))
        assert {answer.status_code for answer in answers} == {200}
    assert receiver.received == 50


def test_what_nobody_takes_is_dropped_in_the_end(make_receiver: MakeReceiver, caplog: pytest.LogCaptureFixture) -> None:
    with make_receiver(capacity=3) as receiver:
        for video_no in "ABCDE":
            send(receiver, news(video_no))
        assert (receiver.received, receiver.dropped) == (5, 2)
        assert [receiver.get(PATIENCE).video_no for _ in range(3)] == ["C", "D", "E"]
        send(receiver, news("F"))
        assert receiver.get(PATIENCE).video_no == "F"
        assert (receiver.dropped, receiver.status("A"), receiver.status("F")) == (2, None, PARSE)
    assert "2 were dropped" in caplog.text


def test_it_says_nothing(receiver: Any, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]) -> None:
    caplog.set_level(logging.DEBUG, "memories_ai")
    secret = receiver.url.rsplit("/", 1)[1]
    send(receiver, news("A"))
    httpx.post(receiver.url, content=b"nonsense")
    receiver.get(PATIENCE)
    with pytest.raises(m.WaitTimeoutError) as caught:
        receiver.get(0.01)
    assert "".join(capfd.readouterr()) == ""
    assert [record for record in caplog.records if record.name == "memories_ai"] == []
    for text in (repr(receiver), str(caught.value)):
        assert secret not in text
    assert "port=" in repr(receiver)


def test_addresses(make_receiver: MakeReceiver) -> None:
    with make_receiver(public_url="https://tunnel.test/", secret="0123456789abcdef") as receiver:
        assert receiver.url == "https://tunnel.test/0123456789abcdef"
    with make_receiver() as receiver, make_receiver() as other:
        assert receiver.url.startswith("http://127.0.0.1:")
        assert len(receiver.url.rsplit("/", 1)[1]) >= 40
        assert receiver.url.rsplit("/", 1)[1] != other.url.rsplit("/", 1)[1]
        with (
            pytest.raises(m.ConfigurationError, match="Cannot listen"),
            make_receiver(port=int(receiver.url.split(":")[2].split("/")[0])),
        ):
            pass
        with pytest.raises(m.ConfigurationError, match="running already"):
            receiver.__enter__()


@pytest.mark.parametrize(
    "settings", [{"capacity": 0}, {"host": ""}, {"public_url": "tunnel"}, {"secret": "x"}, {"port": 70_000}]
)
def test_settings_that_cannot_be_right(make_receiver: MakeReceiver, settings: dict[str, Any]) -> None:
    with pytest.raises((m.ConfigurationError, m.ValidationError)), make_receiver(**settings):
        pass


def test_outside_of_its_block_it_does_not_work(make_receiver: MakeReceiver) -> None:
    receiver = make_receiver()
    uses: list[Callable[[], Any]] = [
        lambda: receiver.url,
        lambda: receiver.get(1),
        lambda: list(receiver.events(1)),
        lambda: receiver.wait_for(lambda _: True, 1),
        lambda: receiver.wait_for_caption("x", 1),
        lambda: receiver.hears_of("x", 1),
    ]
    for use in uses:
        with pytest.raises(m.ConfigurationError, match="not running"):
            use()
    for _ in range(2):  # it may be used again
        with receiver:
            url = receiver.url
            assert httpx.post(url, json={"something": time.monotonic()}).status_code == 200
            receiver.get(PATIENCE)
        with pytest.raises(httpx.ConnectError):
            httpx.post(url, json={})
    for use in uses:
        with pytest.raises(m.ConfigurationError, match="not running"):
            use()


def test_closing_ends_waits_and_connections(make_receiver: MakeReceiver) -> None:
    before = threading.active_count()
    receiver = make_receiver()
    with ThreadPoolExecutor(1) as pool:
        with receiver:
            hanging = connected(receiver)
            waiting = pool.submit(receiver.get, PATIENCE)
            time.sleep(0.1)
            started = time.monotonic()
        assert time.monotonic() - started < server.SECONDS / 2
        with pytest.raises(m.ConfigurationError, match="not running"):
            waiting.result(PATIENCE / 2)
        with hanging, suppress(ConnectionResetError):
            assert hanging.recv(1) == b""
    del waiting
    gc.collect()
    assert threading.active_count() <= before + 1  # a thread of the other event loop may rest in its pool


class Connection:
    """As much of a reader and a writer as a connection needs that is cut at once."""

    def __init__(self) -> None:
        self.transport = self
        self.aborted = 0

    def abort(self) -> None:
        self.aborted += 1


async def no_app(*_: object) -> None:
    raise AssertionError("nothing was sent")


def test_a_connection_that_comes_while_the_server_closes_is_cut() -> None:
    async def main() -> tuple[int, int]:
        served = server.LocalServer(no_app)
        begun, late = Connection(), Connection()
        # Its task has not taken a step when it is cancelled.
        served._begin(begun, begun)
        await served.close()
        served._begin(late, late)
        return begun.aborted, late.aborted

    assert asyncio.run(main()) == (1, 1)
