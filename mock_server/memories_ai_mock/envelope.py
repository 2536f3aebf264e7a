"""The envelopes of answers, and the failure that ends a request in one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from starlette.responses import Response

SUCCESS = "0000"
BAD_PARAMETER = "0001"
UNKNOWN_VALUE = "0003"
UNAUTHORIZED = "0401"
NO_CREDITS = "0402"
DISABLED = "0403"
DUPLICATE = "0409"
LIMIT_EXCEEDED = "0429"
NO_PERMISSION = "9009"

VIDEO_NOT_FOUND = "video not found"
NOT_PARSED = "Video is not parsed:"

# Made once: making one takes as long as encoding a short answer.
ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))

JSON_TYPE = "application/json"

PLATFORM = "platform"
CAPTION = "caption"


class RequestError(Exception):
    """Ends a request with a failure envelope. `code` is the business code, `message` becomes `msg`."""

    def __init__(self, message: str, code: str = BAD_PARAMETER) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


# Bodies of answers are any JSON.
def json_response(body: Any, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """An answer with a JSON body."""
    return Response(encoded(body), status, headers, JSON_TYPE)


def encoded(body: Any) -> bytes:
    """JSON as it goes over the wire."""
    return ENCODER.encode(body).encode()


def success_body(data: Any, dialect: str = PLATFORM) -> Mapping[str, Any]:
    """What an answer of success says."""
    if dialect == CAPTION:
        return {"code": 0, "msg": "success", "data": data}
    return {"code": SUCCESS, "msg": "success", "data": data, "success": True, "failed": False}


def success_text(data: str) -> Response:
    """An answer of success whose data is JSON already."""
    before, after = ENCODER.encode(success_body(None)).split("null")
    return Response(f"{before}{data}{after}", media_type=JSON_TYPE)


def failure(
    code: str,
    message: str,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
    *,
    dialect: str = PLATFORM,
) -> Response:
    """A refusal: HTTP 200 unless `status` says otherwise."""
    body: dict[str, Any] = {"code": code, "msg": message, "data": None, "success": False, "failed": True}
    if dialect == CAPTION and code in (BAD_PARAMETER, UNKNOWN_VALUE):
        body = {"code": -1, "msg": message, "data": None}
    return json_response(body, status, headers)


def shortened(text: str, limit: int = 200) -> str:
    """A text that came in, as it may be repeated in others: cut to `limit` characters."""
    return text if len(text) <= limit else text[:limit] + "…"


def shown(value: object, limit: int = 80) -> str:
    """A received value as it may stand in a message: JSON, on one line, cut to `limit` characters."""
    return shortened(json.dumps(value, default=str, ensure_ascii=False), limit)
