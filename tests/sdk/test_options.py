"""Settings for all calls of a client, and for some of them; what an observer is told."""

from __future__ import annotations

import logging
from contextlib import suppress
from typing import Any

import httpx
import pytest

import memories_ai as m
from memories_ai import MemoriesAI, RequestRecord, Retries
from memories_ai_generated.operations import HOSTS, OPERATIONS
from sdk_support import KEY, MakeClient, envelope


class Recorder:
    """Answers with these failures first, then with an empty page."""

    def __init__(self, *failures: httpx.Response) -> None:
        self.failures = list(failures)
        self.requests: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        if self.failures:
            return self.failures.pop(0)
        return envelope({"sessions": [], "current_page": 1, "page_size": 1, "total_count": 0})


def test_headers_of_client_and_call(make_client: MakeClient) -> None:
    recorder = Recorder()
    client = make_client(recorder, headers={"X-App": "a", "X-Both": "client"})
    client.with_options(headers={"X-Both": "call"}).sessions.list()
    client.sessions.list()
    first, second = (request.headers for request in recorder.requests)
    assert (first["x-app"], first["x-both"], second["x-both"]) == ("a", "call", "client")
    assert first["authorization"] == KEY
    assert first["user-agent"].startswith("memories-ai-python/")


@pytest.mark.parametrize(
    "headers",
    [
        {"Authorization": "x"},
        {"content-length": "3"},
        {"Accept-Encoding": "br"},
        {"range": "bytes=0-"},
        {"Bad Name": "x"},
        {"X": "a\nb"},
        {"X": "ä"},
        {"X": 5},
        {5: "x"},
    ],
)
def test_headers_that_cannot_be(make_client: MakeClient, headers: dict[Any, Any]) -> None:
    with pytest.raises(m.ConfigurationError, match="headers: "):
        make_client(Recorder(), headers=headers)
    with pytest.raises(m.ConfigurationError, match="headers: "):
        make_client(Recorder()).with_options(headers=headers)


def test_retries_of_a_call_are_retries(make_client: MakeClient) -> None:
    with pytest.raises(m.ConfigurationError, match="retries: int is not Retries"):
        make_client(Recorder()).with_options(retries=3)


def test_retries_timeout_and_namespace_of_a_call(make_client: MakeClient) -> None:
    recorder = Recorder(httpx.Response(503), httpx.Response(503))
    client = make_client(recorder, unique_id="all")
    some = client.with_options(retries=Retries(most=2, first_delay=0.001), unique_id="some", timeout=7)
    some.sessions.list()
    assert len(recorder.requests) == 3
    assert {request.url.params["unique_id"] for request in recorder.requests} == {"some"}
    assert recorder.requests[0].extensions["timeout"]["read"] == 7
    client.sessions.list()
    assert recorder.requests[3].url.params["unique_id"] == "all"
    assert recorder.requests[3].extensions["timeout"]["read"] == 60


@pytest.mark.parametrize("timeout", [0, -1, float("nan"), "5"])
def test_a_timeout_that_is_none(make_client: MakeClient, timeout: Any) -> None:
    with pytest.raises(m.ValidationError, match="timeout: "):
        make_client(Recorder()).with_options(timeout=timeout)


def test_closing_the_copy_closes_nothing(make_client: MakeClient) -> None:
    client = make_client(Recorder())
    client.with_options(unique_id="x").close()
    client.sessions.list()


def test_each_operation_goes_to_its_host_with_its_key(make_client: MakeClient) -> None:
    recorder = Recorder()
    client = make_client(recorder, caption_key="sk-caption-77aa")
    for name in ("list_unique_ids", "mavi_delete_videos", "caption_video_url", "refresh_access_token"):
        with suppress(m.MemoriesError):
            getattr(client.raw, name)(**_arguments(name))
    sent = [(str(request.url.host), request.headers.get("authorization")) for request in recorder.requests]
    assert sent == [
        ("api.memories.ai", KEY),
        ("mavi-backend.memories.ai", KEY),
        ("security.memories.ai", "sk-caption-77aa"),
        ("mavi-backend.memories.ai", None),
    ]
    assert {f"https://{host}" for host, _ in sent} == set(HOSTS.values())


def test_another_address_gets_them_all(make_client: MakeClient) -> None:
    recorder = Recorder()
    client = make_client(recorder, base_url="http://127.0.0.1:1")
    with suppress(m.MemoriesError):
        client.raw.caption_video_url(**_arguments("caption_video_url"))
    assert str(recorder.requests[0].url) == "http://127.0.0.1:1/v1/understand/upload"


def test_the_key_for_captions(monkeypatch: pytest.MonkeyPatch) -> None:
    assert MemoriesAI(KEY)._transport.config.caption_key == KEY
    monkeypatch.setenv("MEMORIES_CAPTION_KEY", "sk-caption-77aa")
    assert MemoriesAI(KEY)._transport.config.caption_key == "sk-caption-77aa"
    with pytest.raises(m.ConfigurationError, match="caption_key holds a space"):
        MemoriesAI(KEY, caption_key="a b")


def test_both_keys_are_redacted(make_client: MakeClient) -> None:
    client = make_client(lambda _: envelope(None, code="0401", msg=f"{KEY} cap-1"), caption_key="cap-1")
    with pytest.raises(m.AuthenticationError) as caught:
        client.sessions.list()
    assert caught.value.message == "*** ***"


def test_an_observer_is_told_of_each_request(make_client: MakeClient) -> None:
    records: list[RequestRecord] = []
    recorder = Recorder(httpx.Response(503))
    client = make_client(recorder, on_request=records.append, retries=Retries(most=1, first_delay=0.001))
    client.sessions.list()
    first, second = records
    assert (first.operation, first.attempt, first.status) == (OPERATIONS["list_sessions"], 1, 503)
    assert isinstance(first.error, m.ServerError)
    assert (second.attempt, second.status, second.error) == (2, 200, None)
    assert second.started_at > first.started_at
    assert 0 <= second.seconds < 60
    assert KEY not in repr(records)


def test_an_observer_is_told_of_streams_when_they_are_closed(make_client: MakeClient) -> None:
    records: list[RequestRecord] = []
    body = b'data:{"type":"content","content":"a"}\n\ndata:"Done"\n\n'
    answer = httpx.Response(200, content=body, headers={"content-type": "text/event-stream"})
    with make_client(lambda _: answer, on_request=records.append).chat.stream("?", video_nos=["VI1"]) as events:
        next(iter(events))
        assert records == []
        list(events)
    assert [(record.operation.id, record.error) for record in records] == [("chat_stream", None)]


def test_an_observer_that_fails_breaks_nothing(make_client: MakeClient, caplog: pytest.LogCaptureFixture) -> None:
    def broken(record: RequestRecord) -> None:
        raise RuntimeError("metrics are down")

    with caplog.at_level(logging.ERROR, "memories_ai"):
        make_client(Recorder(), on_request=broken).sessions.list()
    assert "on_request raised" in caplog.text


@pytest.mark.parametrize("proxy", ["nonsense", "socks5://127.0.0.1:1", "ftp://user:secret@host", 5])
def test_a_proxy_that_cannot_be(proxy: Any) -> None:
    with pytest.raises(m.ConfigurationError, match="proxy=") as caught:
        MemoriesAI(KEY, proxy=proxy)
    assert "secret" not in str(caught.value)


def test_an_environment_that_cannot_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", "socks5://127.0.0.1:1")
    with pytest.raises(m.ConfigurationError, match="ALL_PROXY"):
        MemoriesAI(KEY)


def test_a_proxy_beside_a_client_of_ones_own() -> None:
    with httpx.Client() as client, pytest.raises(m.ConfigurationError, match="proxy"):
        MemoriesAI(KEY, http_client=client, proxy="http://127.0.0.1:1")


def _arguments(name: str) -> dict[str, Any]:
    from memories_ai_generated import models

    bodies: dict[str, Any] = {
        "mavi_delete_videos": ["1"],
        "caption_video_url": models.CaptionVideoRequest(
            video_url="https://example.com/a.mp4", user_prompt="?", system_prompt="."
        ),
        "refresh_access_token": models.RefreshAccessTokenRequest(refresh_token="r"),
    }
    return {"body": bodies[name]} if name in bodies else {}
