"""Answers with tokens. No message quotes a value: it may be a secret in the wrong place."""

from __future__ import annotations

from collections.abc import Mapping

from memories_ai_generated import models as wire

from . import _types as types
from ._secrets import is_secret
from ._values import untouched


def exchanged(payload: Mapping[str, object]) -> types.AccessTokens:
    data = wire.AccessTokenResponse.from_dict(payload).data
    return types.AccessTokens(
        access_token=_secret("accessToken", data.access_token),
        refresh_token=_secret("refreshToken", data.refresh_token),
        type=_text("type", data.type_),
        expires_in=_lifetime("expiresIn", data.expires_in),
        refresh_expires_in=_lifetime("refreshExpiresIn", data.refresh_expires_in),
        raw=untouched(payload),
    )


def refreshed(payload: Mapping[str, object]) -> types.AccessTokens:
    data = wire.RefreshAccessTokenResponse.from_dict(payload).data
    token, lifetime = data.refresh_token or None, data.refresh_expires_in
    return types.AccessTokens(
        access_token=_secret("accessToken", data.access_token),
        refresh_token=None if token is None else _secret("refreshToken", token),
        type=_text("type", data.type_),
        expires_in=_lifetime("expiresIn", data.expires_in),
        refresh_expires_in=_lifetime("refreshExpiresIn", lifetime) if isinstance(lifetime, int) else None,
        raw=untouched(payload),
    )


def _secret(name: str, value: object) -> str:
    """A token that can stand in a header."""
    token = _text(name, value)
    if not is_secret(token):
        raise ValueError(f"{name} is no token")
    return token


def _text(name: str, value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{name} is no text")
    return value


def _lifetime(name: str, value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"{name} is no whole number")
    return value
