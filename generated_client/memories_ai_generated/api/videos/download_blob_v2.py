# Generated from openapi/ by `make generate`. Do not edit.
from io import BytesIO
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.blob_failure import BlobFailure
from ...models.infrastructure_failure import InfrastructureFailure
from ...types import UNSET, File, Response, to_status


def _get_kwargs(
    *,
    bucket: str,
    blob: str,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["bucket"] = bucket

    params["blob"] = blob

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/serve/api/v2/download",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> BlobFailure | File | InfrastructureFailure | None:
    if response.status_code == 200:
        response_200 = File(payload=BytesIO(response.content))

        return response_200

    if response.status_code == 400:
        response_400 = BlobFailure.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = BlobFailure.from_dict(response.json())

        return response_401

    if response.status_code == 402:
        response_402 = BlobFailure.from_dict(response.json())

        return response_402

    if response.status_code == 403:
        response_403 = BlobFailure.from_dict(response.json())

        return response_403

    if response.status_code == 404:
        response_404 = InfrastructureFailure.from_dict(response.json())

        return response_404

    if response.status_code == 409:
        response_409 = BlobFailure.from_dict(response.json())

        return response_409

    if response.status_code == 429:
        response_429 = BlobFailure.from_dict(response.json())

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
) -> Response[BlobFailure | File | InfrastructureFailure]:
    return Response(
        status_code=to_status(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    bucket: str,
    blob: str,
) -> Response[BlobFailure | File | InfrastructureFailure]:
    """Download an object by bucket and blob (second generation)

    The same as download_blob, at the address that the second generation gives for it.

    Args:
        bucket (str): A bucket, video_bucket or keyframe_bucket of another answer.
        blob (str): The blob, video_blob or keyframe_blob beside it; slashes stay as they are.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BlobFailure | File | InfrastructureFailure]
    """

    kwargs = _get_kwargs(
        bucket=bucket,
        blob=blob,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    bucket: str,
    blob: str,
) -> BlobFailure | File | InfrastructureFailure | None:
    """Download an object by bucket and blob (second generation)

    The same as download_blob, at the address that the second generation gives for it.

    Args:
        bucket (str): A bucket, video_bucket or keyframe_bucket of another answer.
        blob (str): The blob, video_blob or keyframe_blob beside it; slashes stay as they are.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BlobFailure | File | InfrastructureFailure
    """

    return sync_detailed(
        client=client,
        bucket=bucket,
        blob=blob,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    bucket: str,
    blob: str,
) -> Response[BlobFailure | File | InfrastructureFailure]:
    """Download an object by bucket and blob (second generation)

    The same as download_blob, at the address that the second generation gives for it.

    Args:
        bucket (str): A bucket, video_bucket or keyframe_bucket of another answer.
        blob (str): The blob, video_blob or keyframe_blob beside it; slashes stay as they are.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BlobFailure | File | InfrastructureFailure]
    """

    kwargs = _get_kwargs(
        bucket=bucket,
        blob=blob,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    bucket: str,
    blob: str,
) -> BlobFailure | File | InfrastructureFailure | None:
    """Download an object by bucket and blob (second generation)

    The same as download_blob, at the address that the second generation gives for it.

    Args:
        bucket (str): A bucket, video_bucket or keyframe_bucket of another answer.
        blob (str): The blob, video_blob or keyframe_blob beside it; slashes stay as they are.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BlobFailure | File | InfrastructureFailure
    """

    return (
        await asyncio_detailed(
            client=client,
            bucket=bucket,
            blob=blob,
        )
    ).parsed
