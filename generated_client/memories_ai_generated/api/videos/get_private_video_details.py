# Generated from openapi/ by `make generate`. Do not edit.
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.failure import Failure
from ...models.infrastructure_failure import InfrastructureFailure
from ...models.video_details_response import VideoDetailsResponse
from ...types import UNSET, Response, Unset, to_status


def _get_kwargs(
    *,
    video_no: str,
    unique_id: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["video_no"] = video_no

    params["unique_id"] = unique_id

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/serve/api/v1/get_private_video_details",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Failure | InfrastructureFailure | VideoDetailsResponse | None:
    if response.status_code == 200:

        def _parse_response_200(data: object) -> Failure | VideoDetailsResponse:
            if isinstance(data, dict) and data.get("code") == "0000":
                response_200_type_0 = VideoDetailsResponse.from_dict(data)

                return response_200_type_0
            if isinstance(data, dict) and data.get("code", "0000") not in ["0000", "SUCCESS"]:
                response_200_type_1 = Failure.from_dict(data)

                return response_200_type_1
            raise ValueError(
                f"response_200 fits no variant of Failure | VideoDetailsResponse: got {type(data).__name__}"
            )

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
) -> Response[Failure | InfrastructureFailure | VideoDetailsResponse]:
    return Response(
        status_code=to_status(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    video_no: str,
    unique_id: str | Unset = UNSET,
) -> Response[Failure | InfrastructureFailure | VideoDetailsResponse]:
    """Get technical details of a video

    Duration, size, frame rate and resolution. No page describes the answer: its members are those that
    public clients read, named as in the recorded rows of import tasks, and those of get_metadata, its
    documented successor.

    Args:
        video_no (str): Id of a private video.
        unique_id (str | Unset): Namespace the video was uploaded to.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Failure | InfrastructureFailure | VideoDetailsResponse]
    """

    kwargs = _get_kwargs(
        video_no=video_no,
        unique_id=unique_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    video_no: str,
    unique_id: str | Unset = UNSET,
) -> Failure | InfrastructureFailure | VideoDetailsResponse | None:
    """Get technical details of a video

    Duration, size, frame rate and resolution. No page describes the answer: its members are those that
    public clients read, named as in the recorded rows of import tasks, and those of get_metadata, its
    documented successor.

    Args:
        video_no (str): Id of a private video.
        unique_id (str | Unset): Namespace the video was uploaded to.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Failure | InfrastructureFailure | VideoDetailsResponse
    """

    return sync_detailed(
        client=client,
        video_no=video_no,
        unique_id=unique_id,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    video_no: str,
    unique_id: str | Unset = UNSET,
) -> Response[Failure | InfrastructureFailure | VideoDetailsResponse]:
    """Get technical details of a video

    Duration, size, frame rate and resolution. No page describes the answer: its members are those that
    public clients read, named as in the recorded rows of import tasks, and those of get_metadata, its
    documented successor.

    Args:
        video_no (str): Id of a private video.
        unique_id (str | Unset): Namespace the video was uploaded to.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Failure | InfrastructureFailure | VideoDetailsResponse]
    """

    kwargs = _get_kwargs(
        video_no=video_no,
        unique_id=unique_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    video_no: str,
    unique_id: str | Unset = UNSET,
) -> Failure | InfrastructureFailure | VideoDetailsResponse | None:
    """Get technical details of a video

    Duration, size, frame rate and resolution. No page describes the answer: its members are those that
    public clients read, named as in the recorded rows of import tasks, and those of get_metadata, its
    documented successor.

    Args:
        video_no (str): Id of a private video.
        unique_id (str | Unset): Namespace the video was uploaded to.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Failure | InfrastructureFailure | VideoDetailsResponse
    """

    return (
        await asyncio_detailed(
            client=client,
            video_no=video_no,
            unique_id=unique_id,
        )
    ).parsed
