"""The tokens of v1.0."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from memories_ai_generated.api.auth import get_access_token, refresh_access_token
from memories_ai_generated.models import AccessTokenRequest, RefreshAccessTokenRequest
from memories_ai_generated.operations import OPERATIONS

from .. import _convert_tokens as convert
from .. import _validation as check
from .._errors import MemoriesError
from .._secrets import hide, secret
from .._types import AccessTokens
from .resource import AsyncResource


class AsyncTokens(AsyncResource):
    """Tokens: `client.tokens`. Whether v1.0 is still served is not known.

    Hand them to a TokenAuth, which refreshes by itself: `TokenAuth.of(client.tokens.exchange(...))`.
    """

    async def exchange(self, client_id: str, code: str, *, timeout: float | None = None) -> AccessTokens:
        """Both tokens for a code, which the service pushes every ten minutes to the address registered in its console.

        Args:
            client_id: id of the account, as it came with the code.
            code: the code that was pushed last; it works once, and until the next push. It is in no error.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            ValidationError: an argument that the service would refuse; nothing was sent.
            AuthenticationError: the code is not (or no longer) good.
            RateLimitError: the documented limit is 50 exchanges a day.
            MemoriesError: anything else.
        """
        body = AccessTokenRequest(client_id=check.non_empty("client_id", client_id), code=secret("code", code))
        arguments = get_access_token._get_kwargs(body=body)
        with _hidden(code):
            return await self._transport.call(
                OPERATIONS["get_access_token"], arguments, convert.exchanged, timeout=timeout
            )

    async def refresh(self, refresh_token: str, *, timeout: float | None = None) -> AccessTokens:
        """A new access token. Whether the one before stays good is not known.

        Args:
            refresh_token: as the exchange gave it. It is in no error.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            ValidationError: an argument that the service would refuse; nothing was sent.
            AuthenticationError: the refresh token is not (or no longer) good; which code tells so is not documented.
                Then the account has to be authorised again in the console.
            RateLimitError: the documented limit is 500 a day.
            MemoriesError: anything else.
        """
        body = RefreshAccessTokenRequest(refresh_token=secret("refresh_token", refresh_token))
        arguments = refresh_access_token._get_kwargs(body=body)
        with _hidden(refresh_token):
            return await self._transport.call(
                OPERATIONS["refresh_access_token"], arguments, convert.refreshed, timeout=timeout
            )


@contextmanager
def _hidden(value: str) -> Iterator[None]:
    """Within, no error tells the value."""
    try:
        yield
    except MemoriesError as error:
        hide(error, value)
        raise
