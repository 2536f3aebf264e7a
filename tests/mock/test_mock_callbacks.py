"""Callbacks, delivered over real sockets."""

from __future__ import annotations

import json
import socket
import time
from pathlib import Path

import httpx
import pytest

from memories_ai_mock import Emulator, ManualClock, Settings
from mock_support import RESET, Api, Receiver, data, envelope, eventually


@pytest.mark.parametrize(("name", "status"), [("whale.mp4", "PARSE"), ("old.mp4", "FAIL")])
def test_outcome_is_posted_once(api: Api, media: Path, receiver: Receiver, name: str, status: str) -> None:
    video_no = data(api.upload(media / name, callback=receiver.url + "/hook?token=1"))["videoNo"]
    time.sleep(0.1)
    assert receiver.received == []
    api.emulator.clock.advance(1)
    eventually(lambda: receiver.received)
    api.emulator.clock.advance(100)
    time.sleep(0.2)
    [(path, body)] = receiver.received
    assert path == "/hook?token=1"
    assert json.loads(body) == {"videoNo": video_no, "status": status}


def test_video_is_ready_when_the_callback_comes(api: Api, media: Path, receiver: Receiver) -> None:
    api.upload(media / "whale.mp4", callback=receiver.url)
    api.emulator.clock.advance(1)
    eventually(lambda: receiver.received)
    assert api.names(status="PARSE") == ["whale"]


def test_url_uploads_call_back_too(api: Api, receiver: Receiver) -> None:
    form = {"url": receiver.url + "/nothing.mp4", "callback": receiver.url}
    data(envelope(api.http.post("/upload_url", data=form)))
    api.emulator.clock.advance(1)
    eventually(lambda: receiver.received)
    assert json.loads(receiver.received[0][1])["status"] == "FAIL"


def test_failed_attempts_are_repeated(api: Api, media: Path, receiver: Receiver) -> None:
    receiver.statuses = [500, 302]
    api.upload(media / "whale.mp4", callback=receiver.url)
    for attempts, seconds in ((1, 1.0), (2, 1.0), (3, 5.0)):
        api.emulator.clock.advance(seconds)
        eventually(lambda expected=attempts: len(receiver.received) == expected)
    api.emulator.clock.advance(1000)
    time.sleep(0.2)
    assert [path for path, _ in receiver.received] == ["/"] * 3


def test_attempts_are_counted_from_their_beginning(api: Api, media: Path, receiver: Receiver) -> None:
    receiver.statuses = [500]
    receiver.post_gate.clear()
    api.upload(media / "whale.mp4", callback=receiver.url)
    api.emulator.clock.advance(1)
    eventually(lambda: receiver.received)
    # Before the first attempt has got its answer.
    api.emulator.clock.advance(1)
    receiver.post_gate.set()
    eventually(lambda: len(receiver.received) == 2)


def test_callback_under_way_does_not_swallow_another_one(api: Api, media: Path, receiver: Receiver) -> None:
    receiver.post_gate.clear()
    first = api.uploaded(media / "whale.mp4", callback=receiver.url)
    eventually(lambda: receiver.received)
    data(api.post("/delete_videos", [first]))
    second = api.uploaded(media / "silent.mp4", callback=receiver.url)
    receiver.post_gate.set()
    eventually(lambda: len(receiver.received) == 2)
    assert [json.loads(body)["videoNo"] for _, body in receiver.received] == [first, second]


def test_callback_under_way_survives_a_reset(emulator: Emulator, api: Api, media: Path, receiver: Receiver) -> None:
    receiver.post_gate.clear()
    api.uploaded(media / "whale.mp4", callback=receiver.url)
    eventually(lambda: receiver.received)
    httpx.post(emulator.base_url + "/__mock__/reset", headers=RESET).raise_for_status()
    second = api.uploaded(media / "whale.mp4", callback=receiver.url)
    receiver.post_gate.set()
    eventually(lambda: len(receiver.received) == 2)
    assert json.loads(receiver.received[1][1])["videoNo"] == second


def test_nobody_answering_disturbs_nothing(
    api: Api, media: Path, receiver: Receiver, caplog: pytest.LogCaptureFixture
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent, caplog.at_level("WARNING"):
        closed = silent.getsockname()[1]
        # The second one accepts connections and never answers.
        for url in ("http://127.0.0.1:1/hook", f"http://127.0.0.1:{closed}/hook?secret=x", receiver.url):
            api.upload(media / "whale.mp4", callback=url)
        api.emulator.clock.advance(1)
        eventually(lambda: receiver.received)
        eventually(lambda: len(api.names(status="PARSE")) == 3)
        eventually(lambda: "127.0.0.1: All connection attempts failed" in caplog.text)
        api.emulator.clock.advance(10)
        assert "secret" not in caplog.text


def test_callbacks_go_to_loopback_only(api: Api, media: Path, caplog: pytest.LogCaptureFixture) -> None:
    api.upload(media / "whale.mp4", callback="http://192.0.2.9/hook")
    api.emulator.clock.advance(1)
    eventually(lambda: "--allow-fetch 192.0.2.9" in caplog.text)
    assert api.names(status="PARSE") == ["whale"]


def test_time_of_a_callback_is_bounded(media: Path) -> None:
    clock = ManualClock()
    with socket.create_server(("127.0.0.1", 0)) as silent:
        settings = Settings(clock=clock, callback_timeout=0.2)
        with Emulator(settings) as emulator:
            api = Api(emulator)
            api.upload(media / "whale.mp4", callback=f"http://127.0.0.1:{silent.getsockname()[1]}/")
            clock.advance(1)
            silent.settimeout(5)
            for _ in range(3):
                connection, _ = silent.accept()
                connection.settimeout(5)
                # The emulator hangs up by itself.
                while connection.recv(65536):
                    pass
                connection.close()
                clock.advance(10)
            api.http.close()


def test_callback_survives_a_restart(tmp_path: Path, media: Path, receiver: Receiver) -> None:
    clock = ManualClock()
    with Emulator(Settings(clock=clock, data=tmp_path)) as emulator:
        api = Api(emulator)
        api.upload(media / "whale.mp4", callback=receiver.url)
        api.http.close()
    assert receiver.received == []
    clock.advance(1)
    with Emulator(Settings(clock=clock, data=tmp_path)):
        eventually(lambda: receiver.received)
