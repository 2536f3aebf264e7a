# Generated from openapi/ by `make generate`. Do not edit.
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.failure import Failure
from ...models.import_public_hashtag_request import ImportPublicHashtagRequest
from ...models.import_task_response import ImportTaskResponse
from ...models.infrastructure_failure import InfrastructureFailure
from ...types import Response, to_status


def _get_kwargs(
    *,
    body: ImportPublicHashtagRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/serve/api/v1/scraper_tag_public",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Failure | ImportTaskResponse | InfrastructureFailure | None:
    if response.status_code == 200:

        def _parse_response_200(data: object) -> Failure | ImportTaskResponse:
            if isinstance(data, dict) and data.get("code") == "0000":
                response_200_type_0 = ImportTaskResponse.from_dict(data)

                return response_200_type_0
            if isinstance(data, dict) and data.get("code", "0000") not in ["0000", "SUCCESS"]:
                response_200_type_1 = Failure.from_dict(data)

                return response_200_type_1
            raise ValueError(f"response_200 fits no variant of Failure | ImportTaskResponse: got {type(data).__name__}")

        response_200 = _parse_response_200(response.json())

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
) -> Response[Failure | ImportTaskResponse | InfrastructureFailure]:
    return Response(
        status_code=to_status(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: ImportPublicHashtagRequest,
) -> Response[Failure | ImportTaskResponse | InfrastructureFailure]:
    """Import the newest posts of hashtags into the public library

    Like import_hashtag, into the library that all accounts share, for good.

    Args:
        body (ImportPublicHashtagRequest): Hashtags whose posts to import into the public library,
            and how many of each.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Failure | ImportTaskResponse | InfrastructureFailure]
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
    body: ImportPublicHashtagRequest,
) -> Failure | ImportTaskResponse | InfrastructureFailure | None:
    """Import the newest posts of hashtags into the public library

    Like import_hashtag, into the library that all accounts share, for good.

    Args:
        body (ImportPublicHashtagRequest): Hashtags whose posts to import into the public library,
            and how many of each.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Failure | ImportTaskResponse | InfrastructureFailure
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: ImportPublicHashtagRequest,
) -> Response[Failure | ImportTaskResponse | InfrastructureFailure]:
    """Import the newest posts of hashtags into the public library

    Like import_hashtag, into the library that all accounts share, for good.

    Args:
        body (ImportPublicHashtagRequest): Hashtags whose posts to import into the public library,
            and how many of each.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Failure | ImportTaskResponse | InfrastructureFailure]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: ImportPublicHashtagRequest,
) -> Failure | ImportTaskResponse | InfrastructureFailure | None:
    """Import the newest posts of hashtags into the public library

    Like import_hashtag, into the library that all accounts share, for good.

    Args:
        body (ImportPublicHashtagRequest): Hashtags whose posts to import into the public library,
            and how many of each.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Failure | ImportTaskResponse | InfrastructureFailure
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
