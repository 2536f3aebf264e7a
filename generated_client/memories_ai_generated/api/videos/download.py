# Generated from openapi/ by `make generate`. Do not edit.
from io import BytesIO
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.download_request import DownloadRequest
from ...models.failure import Failure
from ...models.infrastructure_failure import InfrastructureFailure
from ...types import File, Response, to_status


def _get_kwargs(
    *,
    body: DownloadRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/serve/api/v1/download",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Failure | File | InfrastructureFailure | None:
    if response.status_code == 200:
        response_200 = File(payload=BytesIO(response.content))

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
) -> Response[Failure | File | InfrastructureFailure]:
    return Response(
        status_code=to_status(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: DownloadRequest,
) -> Response[Failure | File | InfrastructureFailure]:
    """Download the file of a video

    Answers with the bytes of the file of a private video, or with a JSON envelope when it fails; both
    come with HTTP 200, so the content type tells them apart. Priced per gigabyte.

    Args:
        body (DownloadRequest): Which video. The namespace must be the one it was uploaded to.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Failure | File | InfrastructureFailure]
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
    body: DownloadRequest,
) -> Failure | File | InfrastructureFailure | None:
    """Download the file of a video

    Answers with the bytes of the file of a private video, or with a JSON envelope when it fails; both
    come with HTTP 200, so the content type tells them apart. Priced per gigabyte.

    Args:
        body (DownloadRequest): Which video. The namespace must be the one it was uploaded to.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Failure | File | InfrastructureFailure
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: DownloadRequest,
) -> Response[Failure | File | InfrastructureFailure]:
    """Download the file of a video

    Answers with the bytes of the file of a private video, or with a JSON envelope when it fails; both
    come with HTTP 200, so the content type tells them apart. Priced per gigabyte.

    Args:
        body (DownloadRequest): Which video. The namespace must be the one it was uploaded to.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Failure | File | InfrastructureFailure]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: DownloadRequest,
) -> Failure | File | InfrastructureFailure | None:
    """Download the file of a video

    Answers with the bytes of the file of a private video, or with a JSON envelope when it fails; both
    come with HTTP 200, so the content type tells them apart. Priced per gigabyte.

    Args:
        body (DownloadRequest): Which video. The namespace must be the one it was uploaded to.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Failure | File | InfrastructureFailure
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
