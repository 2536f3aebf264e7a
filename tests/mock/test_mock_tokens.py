"""The token exchange of v1.0: pushed codes, access tokens, refreshed ones."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import parse_qs

import pytest

from fault_support import control, look
from memories_ai_mock import Emulator, ManualClock, Settings
from mock_support import KEY, Api, data, eventually

HOUR = 3600.0
LISTED = "/api/serve/video/searchDB"


@pytest.fixture
def pushes(api: Api) -> Callable[[int], list[dict[str, str]]]:
    """Registers the account; gives the first so many pushes, once there are as many."""
    register(api)
    return lambda count: pushed(api, count)


def register(api: Api) -> None:
    address = f"{api.emulator.base_url}/__mock__/inbox/codes?from=emulator"
    control(api.emulator, "seed", {"accounts": [{"key": KEY, "code_address": address}]})


def pushed(api: Api, count: int) -> list[dict[str, str]]:
    entries = eventually(
        lambda: len(found := look(api.emulator, "inbox?name=codes")["entries"]) == count and found[::-1]
    )
    return [{name: values[0] for name, values in parse_qs(entry["body"]).items()} for entry in entries]


def ask(api: Api, name: str, **body: Any) -> dict[str, Any]:
    answer = api.http.post(f"{api.emulator.base_url}/auth/api/token/{name}", json=body)
    assert answer.status_code == 200
    told: dict[str, Any] = answer.json()
    return told


def exchange(api: Api, push: dict[str, str]) -> dict[str, Any]:
    return ask(api, "getAccessToken", clientId=push["clientId"], code=push["code"])


def listed(api: Api, authorization: str) -> str:
    """The code that a list of v1.0 is answered with."""
    answer = api.http.get(api.emulator.base_url + LISTED, headers={"Authorization": authorization})
    assert answer.status_code == 200
    code: str = answer.json()["code"]
    return code


def test_codes_are_pushed_every_ten_minutes(api: Api, pushes: Callable[[int], list[dict[str, str]]]) -> None:
    [first] = pushes(1)
    assert first.keys() == {"from", "code", "clientId", "state"}
    assert first["state"] == hashlib.md5(KEY.encode(), usedforsecurity=False).hexdigest()
    api.emulator.clock.advance(599)
    pushes(1)
    api.emulator.clock.advance(1)
    second = pushes(2)[1]
    assert second["code"] != first["code"]
    assert {**second, "code": ""} == {**first, "code": ""}
    api.emulator.clock.advance(600)
    pushes(3)
    assert KEY not in json.dumps(look(api.emulator, "overview"))


def test_nobody_unregistered_gets_codes(api: Api) -> None:
    control(api.emulator, "seed", {"accounts": [{"key": KEY}]})
    api.emulator.clock.advance(600)
    assert look(api.emulator, "overview")["callbacks"] == []


def test_code_is_good_once(api: Api, pushes: Callable[[int], list[dict[str, str]]]) -> None:
    [push] = pushes(1)
    assert exchange(api, {**push, "code": "wrong"})["code"] == "0401"
    assert exchange(api, {**push, "clientId": "wrong"})["code"] == "0401"
    tokens = data(exchange(api, push))
    assert (tokens["type"], tokens["expiresIn"], tokens["refreshExpiresIn"]) == ("Bearer", 4 * 3600, 60 * 86_400)
    assert exchange(api, push)["code"] == "0401"
    # Nor is an older one, once another has been pushed.
    api.emulator.clock.advance(600)
    second = pushes(2)[1]
    api.emulator.clock.advance(600)
    third = pushes(3)[2]
    assert exchange(api, second)["code"] == "0401"
    data(exchange(api, third))


def test_tokens_open_the_account(
    api: Api, connect: Callable[[str], Api], pushes: Callable[[int], list[dict[str, str]]]
) -> None:
    control(api.emulator, "seed", {"videos": [{"key": KEY, "video_name": "mine"}]})
    access = data(exchange(api, pushes(1)[0]))["accessToken"]
    for authorization in (access, f"Bearer {access}", KEY):
        answer = api.http.get(api.emulator.base_url + LISTED, headers={"Authorization": authorization})
        assert "mine" in answer.text, authorization
    assert listed(connect("x"), "another key") == "0000"
    assert listed(api, access + "x") == "0401"
    assert listed(api, f"Bearer {KEY}") == "0401"
    assert listed(api, "") == "0401"


def test_access_expires(api: Api, pushes: Callable[[int], list[dict[str, str]]]) -> None:
    tokens = data(exchange(api, pushes(1)[0]))
    api.emulator.clock.advance(4 * HOUR - 1)
    assert listed(api, tokens["accessToken"]) == "0000"
    api.emulator.clock.advance(1)
    assert listed(api, tokens["accessToken"]) == "0401"
    fresh = data(ask(api, "refreshAccessToken", refreshToken=tokens["refreshToken"]))
    assert fresh["expiresIn"] == 4 * HOUR
    assert listed(api, fresh["accessToken"]) == "0000"
    assert listed(api, tokens["accessToken"]) == "0401"
    # One kind is not good for the other.
    assert listed(api, tokens["refreshToken"]) == "0401"
    assert ask(api, "refreshAccessToken", refreshToken=fresh["accessToken"])["code"] == "0401"


def test_refreshing_keeps_earlier_tokens(api: Api, pushes: Callable[[int], list[dict[str, str]]]) -> None:
    tokens = data(exchange(api, pushes(1)[0]))
    data(ask(api, "refreshAccessToken", refreshToken=tokens["refreshToken"]))
    assert listed(api, tokens["accessToken"]) == "0000"


def test_refresh_expires(api: Api, pushes: Callable[[int], list[dict[str, str]]]) -> None:
    tokens = data(exchange(api, pushes(1)[0]))
    api.emulator.clock.advance(60 * 24 * HOUR - 1)
    data(ask(api, "refreshAccessToken", refreshToken=tokens["refreshToken"]))
    api.emulator.clock.advance(1)
    assert ask(api, "refreshAccessToken", refreshToken=tokens["refreshToken"])["code"] == "0401"


@pytest.mark.parametrize("body", [{}, {"clientId": 7, "code": []}, {"refreshToken": None}, {"refreshToken": ""}])
def test_nonsense_opens_nothing(api: Api, body: dict[str, Any]) -> None:
    for name in ("getAccessToken", "refreshAccessToken"):
        assert ask(api, name, **body)["code"] in ("0001", "0401")


def test_reset_forgets_tokens(api: Api, pushes: Callable[[int], list[dict[str, str]]]) -> None:
    access = data(exchange(api, pushes(1)[0]))["accessToken"]
    control(api.emulator, "reset", {})
    assert listed(api, access) == "0401"
    api.emulator.clock.advance(600)
    assert look(api.emulator, "overview")["callbacks"] == []


def test_disabled_accounts_get_nowhere(api: Api, pushes: Callable[[int], list[dict[str, str]]]) -> None:
    access = data(exchange(api, pushes(1)[0]))["accessToken"]
    control(api.emulator, "seed", {"accounts": [{"key": KEY, "disabled": True}]})
    assert listed(api, access) == "0403"


@pytest.fixture
def limited() -> Iterator[Api]:
    with Emulator(Settings(clock=ManualClock(), rate_limits="documented")) as emulator:
        made = Api(emulator)
        yield made
        made.http.close()


def test_daily_limits(limited: Api) -> None:
    told = [ask(limited, "getAccessToken", clientId="x", code="y")["code"] for _ in range(51)]
    assert told == ["0401"] * 50 + ["0429"]
    told = [ask(limited, "refreshAccessToken", refreshToken="x")["code"] for _ in range(501)]
    assert told == ["0401"] * 500 + ["0429"]
    limited.emulator.clock.advance(86_399)
    assert ask(limited, "getAccessToken", clientId="x", code="y")["code"] == "0429"
    limited.emulator.clock.advance(1)
    assert ask(limited, "getAccessToken", clientId="x", code="y")["code"] == "0401"


def test_limits_count_an_account_by_key_and_by_token(limited: Api) -> None:
    register(limited)
    [push] = pushed(limited, 1)
    access = data(exchange(limited, push))["accessToken"]
    codes = [listed(limited, KEY) for _ in range(100)] + [listed(limited, access) for _ in range(101)]
    assert codes == ["0000"] * 200 + ["0429"]
    limited.emulator.clock.advance(60)
    assert listed(limited, access) == "0000"
