"""Spans of OpenTelemetry for requests; needs the extra: `pip install "memories-ai[opentelemetry]"`.

    from memories_ai.opentelemetry import trace_requests

    client = MemoriesAI(on_request=trace_requests())

Each request is a span of kind CLIENT, each retry one of its own, a child of what was current when it ended. Names of
attributes follow the semantic conventions for HTTP. No id, no query, no body and no header is in them.
"""

from __future__ import annotations

from ._errors import APIError, ConfigurationError
from ._request_hook import RequestHook, RequestRecord

try:
    from opentelemetry.trace import SpanKind, Status, StatusCode, TracerProvider, get_tracer
except ModuleNotFoundError as error:
    raise ConfigurationError(
        f"{error.name} is missing. Install it with: pip install 'memories-ai[opentelemetry]'"
    ) from None

__all__ = ["trace_requests"]

_NANOSECONDS = 1_000_000_000


def trace_requests(tracer_provider: TracerProvider | None = None) -> RequestHook:
    """A hook for `on_request=`; without a provider, the global one is used.

    Span attributes: http.request.method, url.path, memories_ai.operation, http.request.resend_count (on retries),
    http.response.status_code (if an answer came), error.type (name of the error's class), memories_ai.code (business
    code of a failure).

    Args:
        tracer_provider: where spans go; None: the global one.
    """
    tracer = get_tracer("memories_ai", tracer_provider=tracer_provider)

    def on_request(record: RequestRecord) -> None:
        # The span is made afterwards, with the times of the request.
        start = int(record.started_at.timestamp() * _NANOSECONDS)
        span = tracer.start_span(
            record.operation.id, kind=SpanKind.CLIENT, attributes=_attributes(record), start_time=start
        )
        if record.error is not None:
            # The class alone: a message may name what belongs to the account.
            span.set_status(Status(StatusCode.ERROR, type(record.error).__name__))
        span.end(end_time=start + int(record.seconds * _NANOSECONDS))

    return on_request


def _attributes(record: RequestRecord) -> dict[str, str | int]:
    attributes: dict[str, str | int] = {
        "http.request.method": record.operation.method,
        "url.path": record.operation.path,
        "memories_ai.operation": record.operation.id,
    }
    if record.attempt > 1:
        attributes["http.request.resend_count"] = record.attempt - 1
    if record.status is not None:
        attributes["http.response.status_code"] = record.status
    if record.error is not None:
        attributes["error.type"] = type(record.error).__name__
    if isinstance(record.error, APIError) and record.error.code is not None:
        attributes["memories_ai.code"] = record.error.code
    return attributes
