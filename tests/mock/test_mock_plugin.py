"""The fixtures for the tests of applications."""

from __future__ import annotations

import time

import httpx
import pytest

from memories_ai_mock import Control
from mock_support import API, data, envelope

KEY = {"Authorization": "sk-test"}


def search(control: Control, words: str) -> list[str]:
    answer = httpx.post(f"{control.base_url}{API}/search", json={"search_param": words}, headers=KEY)
    return [hit["videoName"] for hit in data(envelope(answer))]


def test_a_test_finds_what_it_added(memories_mock: Control) -> None:
    video_no = memories_mock.add_video(
        "sk-test", "beach", speech=[(0, 3, "Hello sea")], scenes=[(0, 3, "A wave")], tags=["holiday"]
    )
    assert search(memories_mock, "hello sea") == ["beach"]
    assert search(memories_mock, "holiday") == ["beach"]
    [row] = data(envelope(httpx.post(f"{memories_mock.base_url}{API}/list_videos", json={}, headers=KEY)))["videos"]
    assert (row["video_no"], row["status"], row["duration"]) == (video_no, "PARSE", "3")


def test_each_test_begins_with_nothing(memories_mock: Control) -> None:
    assert search(memories_mock, "hello sea") == []
    assert [entry["operation"] for entry in memories_mock.journal()] == ["search"]


def test_faults_clock_verdict(memories_mock: Control) -> None:
    memories_mock.add_fault("server_error", "search", status=502)
    assert httpx.post(f"{memories_mock.base_url}{API}/search", json={}, headers=KEY).status_code == 502
    assert memories_mock.journal()[0]["fault"] == "server_error"
    before = httpx.get(f"{memories_mock.base_url}/__mock__/clock").json()["time"]
    memories_mock.advance(3600)
    assert httpx.get(f"{memories_mock.base_url}/__mock__/clock").json()["time"] >= before + 3600
    assert memories_mock.verdict() == {"clean": True, "findings": []}


def test_callbacks_come_to_the_inbox(memories_mock: Control) -> None:
    form = {"url": memories_mock.base_url + "/nothing.mp4", "callback": memories_mock.inbox_url("mine")}
    video_no = data(envelope(httpx.post(f"{memories_mock.base_url}{API}/upload_url", data=form, headers=KEY)))[
        "videoNo"
    ]
    [callback] = memories_mock.inbox("mine", at_least=1)
    assert callback["body"] == f'{{"videoNo":"{video_no}","status":"FAIL"}}'
    assert memories_mock.inbox("other") == []
    with pytest.raises(TimeoutError, match="0 of 1 callbacks"):
        memories_mock.inbox("other", at_least=1, seconds=0.05)


def test_a_reset_takes_milliseconds(memories_mock: Control) -> None:
    memories_mock.add_video("sk-test", "beach", speech=[(0, 3, "Hello sea")])
    times = []
    for _ in range(20):
        started = time.perf_counter()
        memories_mock.reset()
        times.append(time.perf_counter() - started)
    # The aim is 5 ms; here is room for a slow machine.
    assert sorted(times)[10] < 0.05


def test_the_plugin_is_installed_and_costs_nothing_until_it_is_used(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        import sys

        def test_nothing_is_imported():
            assert "memories_ai_mock.pytest_plugin" in sys.modules
            assert not {"av", "starlette", "numpy", "PIL"} & sys.modules.keys()
        """
    )
    pytester.runpytest_subprocess("-p", "no:schemathesis").assert_outcomes(passed=1)


def test_settings_can_be_overridden(pytester: pytest.Pytester) -> None:
    pytester.makeconftest(
        """
        import pytest
        from memories_ai_mock import Settings

        @pytest.fixture(scope="session")
        def memories_mock_settings():
            return Settings(keys=["sk-only"])
        """
    )
    pytester.makepyfile(
        """
        import httpx

        def test_key(memories_mock):
            url = memories_mock.base_url + "/serve/api/v1/list_sessions"
            assert httpx.get(url, headers={"Authorization": "sk-other"}).json()["code"] == "0401"
            assert httpx.get(url, headers={"Authorization": "sk-only"}).json()["code"] == "0000"
        """
    )
    pytester.runpytest_subprocess().assert_outcomes(passed=1)
