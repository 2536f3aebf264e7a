"""Requests as spans."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress

import httpx
import pytest
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind, StatusCode

import memories_ai as m
from memories_ai import Retries
from memories_ai.opentelemetry import trace_requests
from sdk_support import KEY, MakeClient, envelope


def spans_of(make_client: MakeClient, *answers: httpx.Response) -> list[ReadableSpan]:
    exporter, provider = InMemorySpanExporter(), TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    left = list(answers)
    client = make_client(
        lambda _: left.pop(0), on_request=trace_requests(provider), retries=Retries(most=1, first_delay=0.001)
    )
    with suppress(m.MemoriesError):
        client.sessions.list(unique_id="private-name")
    return list(exporter.get_finished_spans())


def test_each_request_is_a_span(make_client: MakeClient) -> None:
    page = envelope({"sessions": [], "current_page": 1, "page_size": 1, "total_count": 0})
    first, second = spans_of(make_client, httpx.Response(503, text=f"down {KEY}"), page)
    assert (first.name, first.kind, first.status.status_code) == ("list_sessions", SpanKind.CLIENT, StatusCode.ERROR)
    assert first.attributes is not None
    assert dict(first.attributes) == {
        "http.request.method": "GET",
        "url.path": "/serve/api/v1/list_sessions",
        "memories_ai.operation": "list_sessions",
        "http.response.status_code": 503,
        "error.type": "ServerError",
    }
    assert second.attributes is not None
    assert (second.attributes["http.request.resend_count"], second.status.status_code) == (1, StatusCode.UNSET)
    assert first.start_time is not None
    assert second.start_time is not None
    assert first.end_time is not None
    assert first.start_time <= first.end_time <= second.start_time + 1_000_000
    text = first.to_json() + second.to_json()
    assert KEY not in text
    assert "private-name" not in text


def test_a_business_failure_has_its_code(make_client: MakeClient) -> None:
    (span,) = spans_of(make_client, envelope(None, code="0402", msg="no credits"))
    assert span.attributes is not None
    assert span.attributes["memories_ai.code"] == "0402"
    assert span.attributes["error.type"] == "InsufficientCreditsError"


def test_the_extra_that_is_missing_is_named() -> None:
    program = "import sys; sys.modules['opentelemetry.trace'] = None; import memories_ai.opentelemetry"
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert "ConfigurationError: opentelemetry.trace is missing. Install it with: pip install" in result.stderr


@pytest.mark.parametrize("module", ["opentelemetry", "limits", "redis", "aiohttp"])
def test_extras_are_not_imported_by_themselves(module: str) -> None:
    program = (
        f"import sys; from memories_ai import MemoriesAI; MemoriesAI('k').close(); sys.exit({module!r} in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
