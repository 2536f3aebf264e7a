"""The platform's answer envelope, and the failure that ends a request in one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from starlette.responses import JSONResponse, Response

SUCCESS = "0000"
BAD_PARAMETER = "0001"
UNKNOWN_VALUE = "0003"
UNAUTHORIZED = "0401"

VIDEO_NOT_FOUND = "video not found"


class RequestError(Exception):
    """Ends a request with a failure envelope. `code` is the business code, `message` becomes `msg`."""

    def __init__(self, message: str, code: str = BAD_PARAMETER) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


# Data of an answer is any JSON.
def success(data: Any) -> Response:
    """HTTP 200 with code 0000."""
    return JSONResponse({"code": SUCCESS, "msg": "success", "data": data, "success": True, "failed": False})


def failure(code: str, message: str, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """A refusal: HTTP 200 unless `status` says otherwise."""
    body = {"code": code, "msg": message, "data": None, "success": False, "failed": True}
    return JSONResponse(body, status_code=status, headers=headers)


def shown(value: object, limit: int = 80) -> str:
    """A received value as it may stand in a message: JSON, on one line, cut to `limit` characters."""
    text = json.dumps(value, default=str, ensure_ascii=False)
    return text if len(text) <= limit else text[:limit] + "…"
