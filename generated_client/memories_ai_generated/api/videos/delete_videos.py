# Generated from openapi/ by `make generate`. Do not edit.
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.empty_response import EmptyResponse
from ...models.failure import Failure
from ...models.infrastructure_failure import InfrastructureFailure
from ...types import UNSET, Response, Unset, to_status


def _get_kwargs(
    *,
    body: list[str],
    unique_id: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    params: dict[str, Any] = {}

    params["unique_id"] = unique_id

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/serve/api/v1/delete_videos",
        "params": params,
    }

    _kwargs["json"] = body

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> EmptyResponse | Failure | InfrastructureFailure | None:
    if response.status_code == 200:

        def _parse_response_200(data: object) -> EmptyResponse | Failure:
            if isinstance(data, dict) and data.get("code") == "0000":
                response_200_type_0 = EmptyResponse.from_dict(data)

                return response_200_type_0
            if isinstance(data, dict) and data.get("code", "0000") not in ["0000", "SUCCESS"]:
                response_200_type_1 = Failure.from_dict(data)

                return response_200_type_1
            raise ValueError(f"response_200 fits no variant of EmptyResponse | Failure: got {type(data).__name__}")

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
) -> Response[EmptyResponse | Failure | InfrastructureFailure]:
    return Response(
        status_code=to_status(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: list[str],
    unique_id: str | Unset = UNSET,
) -> Response[EmptyResponse | Failure | InfrastructureFailure]:
    """Delete videos

    Removes up to 100 videos with everything derived from them, for good, from one namespace ("default"
    without unique_id). Ids that do not exist, or belong to another namespace, are passed over without
    an error.

    Args:
        unique_id (str | Unset): Namespace the video was uploaded to.
        body (list[str]): Ids of the videos.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[EmptyResponse | Failure | InfrastructureFailure]
    """

    kwargs = _get_kwargs(
        body=body,
        unique_id=unique_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    body: list[str],
    unique_id: str | Unset = UNSET,
) -> EmptyResponse | Failure | InfrastructureFailure | None:
    """Delete videos

    Removes up to 100 videos with everything derived from them, for good, from one namespace ("default"
    without unique_id). Ids that do not exist, or belong to another namespace, are passed over without
    an error.

    Args:
        unique_id (str | Unset): Namespace the video was uploaded to.
        body (list[str]): Ids of the videos.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        EmptyResponse | Failure | InfrastructureFailure
    """

    return sync_detailed(
        client=client,
        body=body,
        unique_id=unique_id,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: list[str],
    unique_id: str | Unset = UNSET,
) -> Response[EmptyResponse | Failure | InfrastructureFailure]:
    """Delete videos

    Removes up to 100 videos with everything derived from them, for good, from one namespace ("default"
    without unique_id). Ids that do not exist, or belong to another namespace, are passed over without
    an error.

    Args:
        unique_id (str | Unset): Namespace the video was uploaded to.
        body (list[str]): Ids of the videos.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[EmptyResponse | Failure | InfrastructureFailure]
    """

    kwargs = _get_kwargs(
        body=body,
        unique_id=unique_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: list[str],
    unique_id: str | Unset = UNSET,
) -> EmptyResponse | Failure | InfrastructureFailure | None:
    """Delete videos

    Removes up to 100 videos with everything derived from them, for good, from one namespace ("default"
    without unique_id). Ids that do not exist, or belong to another namespace, are passed over without
    an error.

    Args:
        unique_id (str | Unset): Namespace the video was uploaded to.
        body (list[str]): Ids of the videos.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        EmptyResponse | Failure | InfrastructureFailure
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            unique_id=unique_id,
        )
    ).parsed
