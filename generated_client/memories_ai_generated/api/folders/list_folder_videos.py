# Generated from openapi/ by `make generate`. Do not edit.
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.failure import Failure
from ...models.infrastructure_failure import InfrastructureFailure
from ...models.list_videos_response import ListVideosResponse
from ...types import UNSET, Response, Unset, to_status


def _get_kwargs(
    *,
    folder_id: int,
    page: int | Unset = UNSET,
    page_size: int | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["folder_id"] = folder_id

    params["page"] = page

    params["page_size"] = page_size

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/serve/api/v1/folders/videos",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Failure | InfrastructureFailure | ListVideosResponse | None:
    if response.status_code == 200:

        def _parse_response_200(data: object) -> Failure | ListVideosResponse:
            if isinstance(data, dict) and data.get("code") == "0000":
                response_200_type_0 = ListVideosResponse.from_dict(data)

                return response_200_type_0
            if isinstance(data, dict) and data.get("code", "0000") not in ["0000", "SUCCESS"]:
                response_200_type_1 = Failure.from_dict(data)

                return response_200_type_1
            raise ValueError(f"response_200 fits no variant of Failure | ListVideosResponse: got {type(data).__name__}")

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
) -> Response[Failure | InfrastructureFailure | ListVideosResponse]:
    return Response(
        status_code=to_status(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    folder_id: int,
    page: int | Unset = UNSET,
    page_size: int | Unset = UNSET,
) -> Response[Failure | InfrastructureFailure | ListVideosResponse]:
    """List the videos of a folder

    One page of the videos of a folder, with the rows of list_videos.

    Args:
        folder_id (int): The folder; -1 is the default one, -2 the read-only one of the old API.
        page (int | Unset): 1-based page. The service assumes 1.
        page_size (int | Unset): Rows a page. The service assumes 20.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Failure | InfrastructureFailure | ListVideosResponse]
    """

    kwargs = _get_kwargs(
        folder_id=folder_id,
        page=page,
        page_size=page_size,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    folder_id: int,
    page: int | Unset = UNSET,
    page_size: int | Unset = UNSET,
) -> Failure | InfrastructureFailure | ListVideosResponse | None:
    """List the videos of a folder

    One page of the videos of a folder, with the rows of list_videos.

    Args:
        folder_id (int): The folder; -1 is the default one, -2 the read-only one of the old API.
        page (int | Unset): 1-based page. The service assumes 1.
        page_size (int | Unset): Rows a page. The service assumes 20.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Failure | InfrastructureFailure | ListVideosResponse
    """

    return sync_detailed(
        client=client,
        folder_id=folder_id,
        page=page,
        page_size=page_size,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    folder_id: int,
    page: int | Unset = UNSET,
    page_size: int | Unset = UNSET,
) -> Response[Failure | InfrastructureFailure | ListVideosResponse]:
    """List the videos of a folder

    One page of the videos of a folder, with the rows of list_videos.

    Args:
        folder_id (int): The folder; -1 is the default one, -2 the read-only one of the old API.
        page (int | Unset): 1-based page. The service assumes 1.
        page_size (int | Unset): Rows a page. The service assumes 20.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Failure | InfrastructureFailure | ListVideosResponse]
    """

    kwargs = _get_kwargs(
        folder_id=folder_id,
        page=page,
        page_size=page_size,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    folder_id: int,
    page: int | Unset = UNSET,
    page_size: int | Unset = UNSET,
) -> Failure | InfrastructureFailure | ListVideosResponse | None:
    """List the videos of a folder

    One page of the videos of a folder, with the rows of list_videos.

    Args:
        folder_id (int): The folder; -1 is the default one, -2 the read-only one of the old API.
        page (int | Unset): 1-based page. The service assumes 1.
        page_size (int | Unset): Rows a page. The service assumes 20.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Failure | InfrastructureFailure | ListVideosResponse
    """

    return (
        await asyncio_detailed(
            client=client,
            folder_id=folder_id,
            page=page,
            page_size=page_size,
        )
    ).parsed
