"""Rate limits, credits and permissions."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from fault_support import QUESTION, SEED, control, fault, look, stream
from memories_ai_mock import Emulator, ManualClock, Settings
from memories_ai_mock.settings import SetupError
from mock_support import KEY, Api, data

IMAGE = {"image_base64": "AAAA", "user_prompt": "What is it?"}


@pytest.fixture
def start() -> Iterator[Callable[..., Api]]:
    """Starts an emulator with settings; gives a client of it."""
    opened: list[Api] = []

    def make(**settings: Any) -> Api:
        opened.append(Api(Emulator(Settings(clock=ManualClock(), stream_pause=0, **settings))))
        return opened[-1]

    yield make
    for each in opened:
        each.http.close()
        each.emulator.close()


def codes(api: Api, count: int) -> list[str]:
    return [api.post("/list_videos", {})["code"] for _ in range(count)]


def test_there_are_no_limits_unless_asked_for(start: Callable[..., Api]) -> None:
    assert set(codes(start(), 50)) == {"0000"}


def test_documented_limits(start: Callable[..., Api]) -> None:
    api = start(rate_limits="documented")
    assert codes(api, 6) == ["0000"] * 5 + ["0429"]
    refused = api.post("/list_videos", {})
    assert refused["msg"] == "Request has exceeded the limit."
    # The window is the last second.
    api.emulator.clock.advance(0.9)
    assert codes(api, 1) == ["0429"]
    api.emulator.clock.advance(0.1)
    assert codes(api, 6) == ["0000"] * 5 + ["0429"]
    # Shared by what is of one group, and by nothing else.
    assert api.get("/list_sessions")["code"] == "0429"
    assert api.get("/folders")["code"] == "0000"
    [last] = [row for row in look(api.emulator, "journal")["entries"] if row["operation"] == "list_sessions"]
    assert (last["status"], last["code"], last["problem"]) == (200, "0429", "Request has exceeded the limit.")


def test_windows_slide(start: Callable[..., Api]) -> None:
    api = start(rate_limits="documented")
    codes(api, 2)
    api.emulator.clock.advance(0.6)
    codes(api, 3)
    api.emulator.clock.advance(0.4)
    assert codes(api, 3) == ["0000", "0000", "0429"]


def test_limits_are_of_one_account(start: Callable[..., Api]) -> None:
    api = start(rate_limits="documented")
    other = Api(api.emulator, "another")
    codes(api, 6)
    assert codes(other, 1) == ["0000"]
    other.http.close()
    control(api.emulator, "reset", {})
    assert codes(api, 1) == ["0000"]


def test_limits_of_a_file(start: Callable[..., Api], tmp_path: Path) -> None:
    rules = {"list": [{"requests": 2, "per": "minute"}, {"requests": 3, "per": "day"}], "list_folders": []}
    (tmp_path / "rules.json").write_text(json.dumps(rules))
    api = start(rate_limits=str(tmp_path / "rules.json"))
    assert codes(api, 3) == ["0000", "0000", "0429"]
    api.emulator.clock.advance(60)
    # Refused requests are not counted.
    assert codes(api, 2) == ["0000", "0429"]
    api.emulator.clock.advance(86_400)
    assert codes(api, 1) == ["0000"]
    assert {api.get("/folders")["code"] for _ in range(20)} == {"0000"}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[]", "must look like"),
        ("{", "must look like"),
        ('{"lits": [{"requests": 1, "per": "day"}]}', "lits"),
        ('{"list": [{"requests": 0, "per": "day"}]}', "requests"),
        ('{"list": [{"requests": true, "per": "day"}]}', "requests"),
        ('{"list": [{"requests": 1, "per": "week"}]}', "per"),
        ('{"list": {"requests": 1, "per": "day"}}', "must look like"),
        ('{"list": [{"requests": 1}]}', "must look like"),
    ],
)
def test_wrong_rules_are_refused(tmp_path: Path, text: str, named: str) -> None:
    path = tmp_path / "rules.json"
    path.write_text(text)
    with pytest.raises(SetupError, match=f"{re.escape(str(path))}.*{named}"):
        Emulator(Settings(rate_limits=str(path)))


def test_missing_rules_are_refused() -> None:
    with pytest.raises(SetupError, match="give off, documented or a JSON file"):
        Emulator(Settings(rate_limits="documentd"))


def left(api: Api) -> int:
    [account] = look(api.emulator, "overview")["accounts"]
    credits_left: int = account["credits"]
    return credits_left


def test_credits_are_spent_by_success_alone(start: Callable[..., Api]) -> None:
    api = start(credits=5)
    control(api.emulator, "seed", {**SEED, "accounts": [{"key": KEY}]})
    assert left(api) == 5
    data(api.post("/list_videos", {}))
    assert api.post("/chat", {**QUESTION, "video_nos": ["unknown"]})["code"] == "0001"
    assert api.post("/chat", {"prompt": 7})["code"] == "0001"
    assert b"No videos found" in stream(api, video_nos=["unknown"])[0]
    fault(api, "server_error")
    api.http.post("/chat", json=QUESTION)
    assert left(api) == 5
    data(api.post("/chat", QUESTION))
    assert left(api) == 3
    assert stream(api)[-2] == b'data:"Done"'
    assert left(api) == 1
    refused = api.post("/chat", QUESTION)
    assert (refused["code"], left(api)) == ("0402", 1)
    # What costs nothing goes on.
    data(api.post("/list_videos", {}))
    assert len(data(api.get("/list_sessions"))["sessions"]) == 2


def test_credits_are_of_one_account(start: Callable[..., Api]) -> None:
    api = start(credits=2)
    control(api.emulator, "seed", {"accounts": [{"key": "poor", "credits": 0}], **SEED})
    poor = Api(api.emulator, "poor")
    assert poor.post("/chat_personal", {"prompt": "Who?"})["code"] == "0402"
    data(api.post("/chat", QUESTION))
    assert api.post("/chat", QUESTION)["code"] == "0402"
    control(api.emulator, "reset", {})
    control(api.emulator, "seed", SEED)
    data(api.post("/chat", QUESTION))
    poor.http.close()


def test_credits_are_not_spent_twice_by_calls_at_the_same_time(start: Callable[..., Api], media: Path) -> None:
    api = start(credits=25)
    with ThreadPoolExecutor(8) as threads:
        codes = sorted(threads.map(lambda _: api.upload(media / "whale.mp4")["code"], range(8)))
    assert codes == ["0000"] * 2 + ["0402"] * 6
    assert left(api) == 5


def test_credits_have_no_end_unless_asked_for(api: Api) -> None:
    control(api.emulator, "seed", SEED)
    for _ in range(5):
        data(api.post("/chat", QUESTION))


def test_disabled_account(api: Api, connect: Callable[[str], Api]) -> None:
    control(api.emulator, "seed", {"accounts": [{"key": KEY, "disabled": True}]})
    assert codes(api, 1) == ["0403"]
    assert api.post("/chat", {})["code"] == "0403"
    assert codes(connect("another"), 1) == ["0000"]


def captioned(api: Api) -> Any:
    return api.http.post(api.emulator.base_url + "/v1/understand/uploadImgFileBase64", json=IMAGE).json()["code"]


def test_caption_permission(start: Callable[..., Api]) -> None:
    api = start(caption_keys=["granted"])
    granted = Api(api.emulator, "granted")
    assert captioned(api) == "9009"
    assert captioned(granted) == -1
    # The rest of the API needs no grant.
    assert codes(api, 1) == ["0000"]
    control(api.emulator, "seed", {"accounts": [{"key": KEY, "captions": True}, {"key": "granted", "captions": False}]})
    assert (captioned(api), captioned(granted)) == (-1, "9009")
    granted.http.close()


def test_every_key_may_caption_unless_asked_for(api: Api) -> None:
    assert captioned(api) == -1
