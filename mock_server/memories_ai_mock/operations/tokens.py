"""get_access_token, refresh_access_token: the exchange of v1.0."""

from __future__ import annotations

from typing import Any

from memories_ai_mock.accounts import ACCESS_SECONDS
from memories_ai_mock.dispatch import Call

# What it means is not documented; the word stands in its one sample.
TYPE = "Bearer"


def get_access_token(call: Call) -> Any:
    """Tokens for a pushed code."""
    tokens = call.services.accounts.exchange(call.body["clientId"], call.body["code"])
    return {
        "accessToken": tokens.access,
        "type": TYPE,
        "expiresIn": tokens.access_seconds,
        "refreshToken": tokens.refresh,
        "refreshExpiresIn": tokens.refresh_seconds,
    }


def refresh_access_token(call: Call) -> Any:
    """A new access token."""
    token = call.services.accounts.refresh(call.body["refreshToken"])
    return {"accessToken": token, "expiresIn": ACCESS_SECONDS, "type": TYPE}
