# Generated from openapi/ by `make generate`. Do not edit.
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.caption_failure import CaptionFailure
from ...models.caption_image_base_64_request import CaptionImageBase64Request
from ...models.caption_report import CaptionReport
from ...models.caption_response import CaptionResponse
from ...models.failure import Failure
from ...models.infrastructure_failure import InfrastructureFailure
from ...models.platform_caption_response import PlatformCaptionResponse
from ...types import Response, to_status


def _get_kwargs(
    *,
    body: CaptionImageBase64Request,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/understand/uploadImgFileBase64",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> (
    CaptionFailure | CaptionReport | CaptionResponse | Failure | InfrastructureFailure | PlatformCaptionResponse | None
):
    if response.status_code == 200:

        def _parse_response_200(
            data: object,
        ) -> CaptionFailure | CaptionReport | CaptionResponse | PlatformCaptionResponse:
            if isinstance(data, dict) and data.get("code") == 0:
                response_200_type_0 = CaptionResponse.from_dict(data)

                return response_200_type_0
            if isinstance(data, dict) and "status" in data:
                response_200_type_1 = CaptionReport.from_dict(data)

                return response_200_type_1
            if isinstance(data, dict) and data.get("code") == "0000":
                response_200_type_2 = PlatformCaptionResponse.from_dict(data)

                return response_200_type_2
            if isinstance(data, dict) and data.get("code", 0) not in [0, 200, "0000", "200", "SUCCESS"]:
                response_200_type_3 = CaptionFailure.from_dict(data)

                return response_200_type_3
            raise ValueError(
                f"response_200 fits no variant of CaptionFailure | CaptionReport | CaptionResponse | PlatformCaptionResponse: got {type(data).__name__}"
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
) -> Response[
    CaptionFailure | CaptionReport | CaptionResponse | Failure | InfrastructureFailure | PlatformCaptionResponse
]:
    return Response(
        status_code=to_status(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: CaptionImageBase64Request,
) -> Response[
    CaptionFailure | CaptionReport | CaptionResponse | Failure | InfrastructureFailure | PlatformCaptionResponse
]:
    """Describe an image within JSON

    Like caption_image_url, with the image as base64.

    Args:
        body (CaptionImageBase64Request): An image to describe, within the JSON, and how.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CaptionFailure | CaptionReport | CaptionResponse | Failure | InfrastructureFailure | PlatformCaptionResponse]
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
    body: CaptionImageBase64Request,
) -> (
    CaptionFailure | CaptionReport | CaptionResponse | Failure | InfrastructureFailure | PlatformCaptionResponse | None
):
    """Describe an image within JSON

    Like caption_image_url, with the image as base64.

    Args:
        body (CaptionImageBase64Request): An image to describe, within the JSON, and how.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CaptionFailure | CaptionReport | CaptionResponse | Failure | InfrastructureFailure | PlatformCaptionResponse
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: CaptionImageBase64Request,
) -> Response[
    CaptionFailure | CaptionReport | CaptionResponse | Failure | InfrastructureFailure | PlatformCaptionResponse
]:
    """Describe an image within JSON

    Like caption_image_url, with the image as base64.

    Args:
        body (CaptionImageBase64Request): An image to describe, within the JSON, and how.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CaptionFailure | CaptionReport | CaptionResponse | Failure | InfrastructureFailure | PlatformCaptionResponse]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: CaptionImageBase64Request,
) -> (
    CaptionFailure | CaptionReport | CaptionResponse | Failure | InfrastructureFailure | PlatformCaptionResponse | None
):
    """Describe an image within JSON

    Like caption_image_url, with the image as base64.

    Args:
        body (CaptionImageBase64Request): An image to describe, within the JSON, and how.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CaptionFailure | CaptionReport | CaptionResponse | Failure | InfrastructureFailure | PlatformCaptionResponse
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
