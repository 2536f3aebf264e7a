"""What each request carries, beside what an HTTP client of your own has."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import httpx
import pytest

from memories_ai import MemoriesAI
from memories_ai._http import parsed, with_query
from sdk_support import KEY, MakeClient

BODY = json.dumps({"code": "0000", "msg": "success", "data": None, "success": True, "failed": False}).encode()


@pytest.mark.parametrize("params", [{}, {"tenant": "7"}])
def test_parameters_are_sent_as_they_are_and_beside_those_of_an_http_client_of_your_own(params: dict[str, str]) -> None:
    sent: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return httpx.Response(200, content=BODY)

    namespace = "a&b=c d+e%20f/é?#\u2028"
    with httpx.Client(params=params, transport=httpx.MockTransport(answer)) as http:
        MemoriesAI(KEY, http_client=http).transcriptions.audio("VI 1", unique_id=namespace)
    assert dict(sent[0].url.params) == {**params, "video_no": "VI 1", "unique_id": namespace}
    assert sent[0].url.fragment == ""


def test_headers_are_sent_once_and_the_narrowest_wins() -> None:
    sent: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return httpx.Response(200, content=BODY)

    ours = {"X-Trace": "client", "accept": "application/json"}
    theirs = {"authorization": "theirs", "x-trace": "theirs", "X-Own": "kept"}
    with httpx.Client(headers=theirs, transport=httpx.MockTransport(answer)) as http:
        client = MemoriesAI(KEY, http_client=http, headers=ours)
        client.with_options(headers={"X-TRACE": "call"}).videos.delete("VI1")
    names = [name.decode().lower() for name, _ in sent[0].headers.raw]
    assert sorted(set(names)) == sorted(names)
    chosen = {"authorization": KEY, "x-trace": "call", "x-own": "kept", "accept": "application/json"}
    assert chosen.items() <= dict(sent[0].headers).items()


@pytest.mark.parametrize("trust_env", [True, False])
def test_auth_of_an_http_client_of_your_own_does_not_replace_the_key(
    make_client: MakeClient, mode: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, trust_env: bool
) -> None:
    (tmp_path / "netrc").write_text("machine api.memories.ai login theirs password theirs\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    sent: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(request.headers["authorization"])
        return httpx.Response(200, content=BODY)

    kind: Any = httpx.Client if mode == "sync" else httpx.AsyncClient
    theirs = kind(
        auth=("user", "password"),
        base_url="https://user:password@elsewhere.example",
        trust_env=trust_env,
        transport=httpx.MockTransport(answer),
    )
    make_client(http_client=theirs).videos.delete("VI1")
    assert sent == [KEY]


def test_cookies_of_an_http_client_of_your_own_are_sent() -> None:
    sent: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return httpx.Response(200, content=BODY)

    with httpx.Client(cookies={"affinity": "7"}, transport=httpx.MockTransport(answer)) as http:
        MemoriesAI(KEY, http_client=http).videos.delete("VI1")
    assert sent[0].headers["cookie"] == "affinity=7"


@pytest.mark.parametrize(
    "text",
    [
        "plain",
        "",
        " ",
        "a b+c",
        "%",
        "%20",
        "%zz",
        "a&b=c",
        "#f?q/../..",
        "é\u2028\U0001f600",
        "\x00\x7f",
        "'\"<>`{}|^~",
    ],
)
@pytest.mark.parametrize("address", ["https://api.memories.ai", "http://127.0.0.1:8080/a%20b/é", "http://[::1]/x;y"])
def test_an_address_gets_the_query_that_the_http_library_would_give_it(address: str, text: str) -> None:
    params = httpx.QueryParams({"name": text, text: ["1", text]})
    ours, theirs = with_query(parsed(address), params), httpx.URL(address).copy_with(query=str(params).encode())
    assert ours == theirs
    assert (ours.raw_path, str(ours), ours.params) == (theirs.raw_path, str(theirs), params)
    assert parsed(address) == httpx.URL(address)
