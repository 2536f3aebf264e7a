"""Key, address, timeouts; and that the key is nowhere to be seen."""

from __future__ import annotations

import logging
import pickle
from typing import Any

import httpx
import pytest

import memories_ai
from memories_ai import ConfigurationError, MemoriesError, Timeouts
from memories_ai._config import make_config
from sdk_support import KEY, MakeClient, envelope


def test_no_key_names_argument_and_variable(make_client: MakeClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MEMORIES_API_KEY", raising=False)
    with pytest.raises(ConfigurationError, match=r"api_key=.*MEMORIES_API_KEY"):
        make_client(api_key=None)


def test_settings_come_from_the_environment() -> None:
    environ = {"MEMORIES_API_KEY": " sk-mavi-env \n", "MEMORIES_BASE_URL": "http://127.0.0.1:9/"}
    config = make_config(None, None, environ=environ)
    assert (config.api_key, config.base_url) == ("sk-mavi-env", "http://127.0.0.1:9")
    assert make_config("sk-mavi-arg", "https://other.example", environ=environ).api_key == "sk-mavi-arg"
    assert make_config("k", None, environ={}).base_url == "https://api.memories.ai"


@pytest.mark.parametrize(
    ("key", "problem"),
    [("Bearer sk-mavi-1", "raw key"), ("sk mavi", "space"), ("sk-mavi-\n1", "control"), ("schlüssel", "non-ASCII")],
)
def test_a_key_that_cannot_be_one_is_refused_unseen(key: str, problem: str) -> None:
    with pytest.raises(ConfigurationError, match=problem) as caught:
        make_config(key, None, environ={})
    assert key not in str(caught.value)


@pytest.mark.parametrize(
    "url",
    [
        "api.memories.ai",
        "ftp://x",
        "http://",
        "https://host/?a=1",
        "http://[::1",
        "http://user:secret@host",
        "ftp://user:secret@host",
        "http://user:secret@host:x",
        "http://user:secret/1@host",
        "http://a..b",
        "http://xn--.example",
        "http://a:99999",
    ],
)
def test_a_bad_base_url_is_refused(url: str) -> None:
    with pytest.raises(ConfigurationError, match="base_url") as caught:
        make_config("k", url, environ={})
    assert "secret" not in str(caught.value)


def test_each_tier_has_finite_limits() -> None:
    timeouts = Timeouts(connect=1, short=2, model=3, upload=4, stream=5)
    for tier, seconds in {"short": 2, "model": 3, "upload": 4, "stream": 5, "from a later spec": 5}.items():
        assert timeouts.silence(tier) == seconds
        assert timeouts.steps(seconds, 1.5) == httpx.Timeout(seconds, connect=1, pool=1.5).as_dict()
    assert [timeouts.whole(tier) for tier in ("short", "model", "upload", "stream")] == [900, 900, 21600, 21600]


def test_timeouts_reach_the_request_by_tier(make_client: MakeClient) -> None:
    seen: dict[str, Any] = {}

    def handler(request: httpx.Request) -> httpx.Response:
        seen[request.url.path.rsplit("/", 1)[1]] = request.extensions["timeout"]["read"]
        return envelope(None)

    client = make_client(handler, timeouts=Timeouts(short=7, model=8))
    client.transcriptions.audio("VI1")
    client.videos.summary("VI1")
    client.transcriptions.video("VI1", timeout=0.5)
    assert seen == {"get_audio_transcription": 7, "generate_summary": 8, "get_video_transcription": 0.5}


def test_the_raw_key_travels_in_the_header_and_nowhere_else(make_client: MakeClient) -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        assert request.headers["authorization"] == KEY
        assert KEY not in str(request.url) + request.read().decode()
        return envelope(None)

    make_client(handler).transcriptions.audio("VI1")


def test_the_namespace_of_the_client_is_the_default_of_every_call(make_client: MakeClient) -> None:
    seen: list[str] = []

    def handler(request: httpx.Request) -> httpx.Response:
        seen.append(request.url.params.get("unique_id", "none"))
        return envelope(None)

    client = make_client(handler, unique_id="mine")
    client.transcriptions.audio("VI1")
    client.transcriptions.audio("VI1", unique_id="yours")
    make_client(handler).transcriptions.audio("VI1")
    assert seen == ["mine", "yours", "none"]


def test_the_key_is_in_no_repr_log_or_error(make_client: MakeClient, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    answers = [
        lambda: envelope(None, code="0401", msg=f"Key {KEY} is unknown"),
        lambda: httpx.Response(500, text=KEY),
        lambda: envelope(None, code=KEY),
        lambda: httpx.Response(429, headers={"retry-after": KEY}),
        lambda: envelope({"videoNo": "VI1", "transcriptions": [], "createTime": "x" * 190 + KEY}),
        lambda: httpx.Response(200, text=KEY),
        lambda: httpx.Response(200, json=[KEY]),
        lambda: httpx.Response(200, json={"code": "0000", "msg": "", "data": {"videoNo": KEY}}),
        lambda: httpx.Response(302, headers={"location": f"https://elsewhere.example/{KEY}"}),
    ]
    client = make_client(lambda _: answers.pop(0)())
    seen = [repr(client), repr(vars(getattr(client, "_target", client))), repr(client.videos)]
    while answers:
        with pytest.raises(MemoriesError) as caught:
            client.transcriptions.audio("VI1")
        seen += [
            str(caught.value),
            repr(caught.value),
            repr(vars(caught.value)),
            repr(pickle.loads(pickle.dumps(caught.value))),
        ]
    assert KEY not in "".join(seen) + caplog.text


def test_a_key_echoed_as_reason_is_redacted(make_client: MakeClient) -> None:
    answer = httpx.Response(500, extensions={"reason_phrase": KEY.encode()})
    with pytest.raises(memories_ai.ServerError, match=r"^\*\*\* ") as caught:
        make_client(lambda _: answer).transcriptions.audio("VI1")
    assert KEY not in repr(caught.value)


def test_connection_errors_do_not_carry_the_key(make_client: MakeClient) -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError(f"cannot connect with {KEY}", request=request)

    with pytest.raises(memories_ai.TransportError) as caught:
        make_client(handler).transcriptions.audio("VI1")
    assert KEY not in str(caught.value)


def test_redirects_are_not_followed(make_client: MakeClient) -> None:
    """Even with an HTTP client that follows them, which is what make_client passes in."""
    asked: list[str] = []

    def handler(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.host)
        return httpx.Response(307, headers={"location": "https://elsewhere.example/"})

    with pytest.raises(memories_ai.ProtocolError, match="redirects are not followed"):
        make_client(handler).transcriptions.audio("VI1")
    assert asked == ["api.memories.ai"]


def test_an_http_client_of_the_callers_stays_open() -> None:
    http = httpx.Client()
    with memories_ai.MemoriesAI(KEY, http_client=http):
        pass
    assert not http.is_closed
    http.close()


def test_a_closed_client_says_so(make_client: MakeClient) -> None:
    client = make_client()
    client.close()
    with pytest.raises(ConfigurationError, match="closed"):
        client.videos.list()


def test_a_port_out_of_range_is_named(make_client: MakeClient) -> None:
    with pytest.raises(ConfigurationError, match=r"port 99999 is out of range \(1 to 65535\)"):
        make_client(base_url="http://127.0.0.1:99999")


@pytest.mark.parametrize("seconds", [0, -1, float("nan"), float("inf"), True])
def test_a_timeout_that_is_not_a_positive_number_is_refused(make_client: MakeClient, seconds: float) -> None:
    with pytest.raises(memories_ai.ValidationError, match="timeout"):
        make_client().videos.list(timeout=seconds)
    with pytest.raises(memories_ai.ValidationError, match="short"):
        Timeouts(short=seconds)


def test_a_client_of_our_own_is_closed() -> None:
    with memories_ai.MemoriesAI(KEY) as client:
        http = client._transport._http
    assert http.is_closed


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("api_key", 5),
        ("timeouts", 3),
        ("retries", 3),
        ("rate_limits", True),
        ("token_auth", "a token"),
        ("headers", ["X"]),
        ("on_request", 3),
        ("max_response_bytes", "many"),
        ("max_response_bytes", 0),
    ],
)
def test_a_setting_of_another_kind_is_refused_at_once(make_client: MakeClient, setting: str, value: object) -> None:
    with pytest.raises(ConfigurationError, match=f"{setting}: "):
        make_client(**{setting: value})


def test_the_caption_key_is_named_with_its_own_variable() -> None:
    with pytest.raises(ConfigurationError, match=r"caption_key=.*MEMORIES_CAPTION_KEY"):
        make_config("k", None, caption_key=" ", environ={})


def test_an_http_client_of_the_other_kind_is_refused() -> None:
    with httpx.Client() as http, pytest.raises(ConfigurationError, match=r"Pass an httpx\.AsyncClient"):
        memories_ai.AsyncMemoriesAI(KEY, http_client=http)  # type: ignore[arg-type]
    with pytest.raises(ConfigurationError, match=r"Pass an httpx\.Client"):
        memories_ai.MemoriesAI(KEY, http_client=httpx.AsyncClient())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "setting", "value"),
    [
        (memories_ai.Retries, "most", -1),
        (memories_ai.Retries, "most", "3"),
        (memories_ai.Retries, "most", None),
        (memories_ai.Polling, "growth", 0.5),
        (memories_ai.Polling, "growth", float("inf")),
        (memories_ai.Polling, "jitter", 1),
        (memories_ai.Polling, "jitter", "little"),
    ],
)
def test_numbers_that_cannot_be_are_refused_by_name(kind: Any, setting: str, value: object) -> None:
    with pytest.raises(memories_ai.ValidationError, match=setting) as caught:
        kind(**{setting: value})
    assert caught.value.field == setting
