"""Answers with tokens. No message quotes a value: it may be a secret in the wrong place."""

from __future__ import annotations

from collections.abc import Mapping

from memories_ai_generated import models as wire

from . import _types as types
from ._secrets import is_secret
from ._values import known, untouched


def exchanged(payload: Mapping[str, object]) -> types.AccessTokens:
    data = wire.AccessTokenResponse.from_dict(payload).data
    return types.AccessTokens(
        access_token=_secret("accessToken", data.access_token),
        refresh_token=_secret("refreshToken", data.refresh_token),
        type=data.type_,
        expires_in=data.expires_in,
        refresh_expires_in=data.refresh_expires_in,
        raw=untouched(payload),
    )


def refreshed(payload: Mapping[str, object]) -> types.AccessTokens:
    data = wire.RefreshAccessTokenResponse.from_dict(payload).data
    token = data.refresh_token or None
    return types.AccessTokens(
        access_token=_secret("accessToken", data.access_token),
        refresh_token=None if token is None else _secret("refreshToken", token),
        type=data.type_,
        expires_in=data.expires_in,
        refresh_expires_in=known(data.refresh_expires_in),
        raw=untouched(payload),
    )


def _secret(name: str, token: str) -> str:
    """A token that can stand in a header."""
    if not is_secret(token):
        raise ValueError(f"{name} is no token")
    return token
