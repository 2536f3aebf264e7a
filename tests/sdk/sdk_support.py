"""What the tests of the SDK share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx

KEY = "sk-mavi-test-3f1c9a7e5b"

Handler = Callable[[httpx.Request], httpx.Response]
MakeClient = Callable[..., Any]


def envelope(data: object, *, code: str = "0000", msg: str = "success") -> httpx.Response:
    """An answer as the platform sends it."""
    good = code == "0000"
    return httpx.Response(200, json={"code": code, "msg": msg, "data": data, "success": good, "failed": not good})
