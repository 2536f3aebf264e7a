# Generated from openapi/ by `make generate`. Do not edit.
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.failure import Failure
from ...models.infrastructure_failure import InfrastructureFailure
from ...models.upload_response import UploadResponse
from ...models.upload_url_form import UploadUrlForm
from ...types import UNSET, Response, Unset, to_status


def _get_kwargs(
    *,
    body: UploadUrlForm,
    callback: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    params: dict[str, Any] = {}

    params["callback"] = callback

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/serve/api/v1/upload_url",
        "params": params,
    }

    _kwargs["data"] = body.to_dict()
    headers["Content-Type"] = "application/x-www-form-urlencoded"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Failure | InfrastructureFailure | UploadResponse | None:
    if response.status_code == 200:

        def _parse_response_200(data: object) -> Failure | UploadResponse:
            if isinstance(data, dict) and data.get("code") == "0000":
                response_200_type_0 = UploadResponse.from_dict(data)

                return response_200_type_0
            if isinstance(data, dict) and data.get("code", "0000") not in ["0000", "SUCCESS"]:
                response_200_type_1 = Failure.from_dict(data)

                return response_200_type_1
            raise ValueError(f"response_200 fits no variant of Failure | UploadResponse: got {type(data).__name__}")

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
) -> Response[Failure | InfrastructureFailure | UploadResponse]:
    return Response(
        status_code=to_status(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: UploadUrlForm,
    callback: str | Unset = UNSET,
) -> Response[Failure | InfrastructureFailure | UploadResponse]:
    """Upload a video from a URL

    Makes the service fetch a video itself. The link must stay valid until indexing has begun. The cost
    is checked and deducted when the request arrives. The first upload to a namespace creates it.

    Args:
        callback (str | Unset): Address that receives a POST once the video's status changes. A
            table puts it here, the sample beside it into the form.
        body (UploadUrlForm): Address of a video with its options, as form fields. Booleans and
            numbers travel as text.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Failure | InfrastructureFailure | UploadResponse]
    """

    kwargs = _get_kwargs(
        body=body,
        callback=callback,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    body: UploadUrlForm,
    callback: str | Unset = UNSET,
) -> Failure | InfrastructureFailure | UploadResponse | None:
    """Upload a video from a URL

    Makes the service fetch a video itself. The link must stay valid until indexing has begun. The cost
    is checked and deducted when the request arrives. The first upload to a namespace creates it.

    Args:
        callback (str | Unset): Address that receives a POST once the video's status changes. A
            table puts it here, the sample beside it into the form.
        body (UploadUrlForm): Address of a video with its options, as form fields. Booleans and
            numbers travel as text.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Failure | InfrastructureFailure | UploadResponse
    """

    return sync_detailed(
        client=client,
        body=body,
        callback=callback,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: UploadUrlForm,
    callback: str | Unset = UNSET,
) -> Response[Failure | InfrastructureFailure | UploadResponse]:
    """Upload a video from a URL

    Makes the service fetch a video itself. The link must stay valid until indexing has begun. The cost
    is checked and deducted when the request arrives. The first upload to a namespace creates it.

    Args:
        callback (str | Unset): Address that receives a POST once the video's status changes. A
            table puts it here, the sample beside it into the form.
        body (UploadUrlForm): Address of a video with its options, as form fields. Booleans and
            numbers travel as text.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Failure | InfrastructureFailure | UploadResponse]
    """

    kwargs = _get_kwargs(
        body=body,
        callback=callback,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: UploadUrlForm,
    callback: str | Unset = UNSET,
) -> Failure | InfrastructureFailure | UploadResponse | None:
    """Upload a video from a URL

    Makes the service fetch a video itself. The link must stay valid until indexing has begun. The cost
    is checked and deducted when the request arrives. The first upload to a namespace creates it.

    Args:
        callback (str | Unset): Address that receives a POST once the video's status changes. A
            table puts it here, the sample beside it into the form.
        body (UploadUrlForm): Address of a video with its options, as form fields. Booleans and
            numbers travel as text.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Failure | InfrastructureFailure | UploadResponse
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            callback=callback,
        )
    ).parsed
