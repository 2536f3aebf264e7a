# Generated from openapi/ by `make generate`. Do not edit.
from typing import Any, cast

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.failure import Failure
from ...models.infrastructure_failure import InfrastructureFailure
from ...models.personal_chat_request import PersonalChatRequest
from ...types import Response, to_status


def _get_kwargs(
    *,
    body: PersonalChatRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/serve/api/v1/chat_personal_stream",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Any | Failure | InfrastructureFailure | None:
    if response.status_code == 200:
        response_200 = cast(Any, None)
        return response_200

    if response.status_code == 401:
        response_401 = Failure.from_dict(response.json())

        return response_401

    if response.status_code == 402:
        response_402 = Failure.from_dict(response.json())

        return response_402

    if response.status_code == 403:
        response_403 = Failure.from_dict(response.json())

        return response_403

    if response.status_code == 404:
        response_404 = InfrastructureFailure.from_dict(response.json())

        return response_404

    if response.status_code == 409:
        response_409 = Failure.from_dict(response.json())

        return response_409

    if response.status_code == 429:
        response_429 = Failure.from_dict(response.json())

        return response_429

    if response.status_code == 503:
        response_503 = InfrastructureFailure.from_dict(response.json())

        return response_503

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Any | Failure | InfrastructureFailure]:
    return Response(
        status_code=to_status(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: PersonalChatRequest,
) -> Response[Any | Failure | InfrastructureFailure]:
    """Ask about the whole private library, answer as a stream of tokens

    The same as chat_personal, as server-sent events in a dialect of its own: each carries a token of
    the answer, and the last one the bare text [DONE]. A JSON envelope may come instead: a refusal, or
    the whole answer.

    Args:
        body (PersonalChatRequest): A question about everything in the private library.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | Failure | InfrastructureFailure]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    body: PersonalChatRequest,
) -> Any | Failure | InfrastructureFailure | None:
    """Ask about the whole private library, answer as a stream of tokens

    The same as chat_personal, as server-sent events in a dialect of its own: each carries a token of
    the answer, and the last one the bare text [DONE]. A JSON envelope may come instead: a refusal, or
    the whole answer.

    Args:
        body (PersonalChatRequest): A question about everything in the private library.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | Failure | InfrastructureFailure
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: PersonalChatRequest,
) -> Response[Any | Failure | InfrastructureFailure]:
    """Ask about the whole private library, answer as a stream of tokens

    The same as chat_personal, as server-sent events in a dialect of its own: each carries a token of
    the answer, and the last one the bare text [DONE]. A JSON envelope may come instead: a refusal, or
    the whole answer.

    Args:
        body (PersonalChatRequest): A question about everything in the private library.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | Failure | InfrastructureFailure]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: PersonalChatRequest,
) -> Any | Failure | InfrastructureFailure | None:
    """Ask about the whole private library, answer as a stream of tokens

    The same as chat_personal, as server-sent events in a dialect of its own: each carries a token of
    the answer, and the last one the bare text [DONE]. A JSON envelope may come instead: a refusal, or
    the whole answer.

    Args:
        body (PersonalChatRequest): A question about everything in the private library.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | Failure | InfrastructureFailure
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
