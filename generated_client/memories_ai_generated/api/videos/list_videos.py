# Generated from openapi/ by `make generate`. Do not edit.
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.failure import Failure
from ...models.infrastructure_failure import InfrastructureFailure
from ...models.list_videos_request import ListVideosRequest
from ...models.list_videos_response import ListVideosResponse
from ...models.video_status import VideoStatus
from ...types import UNSET, Response, Unset, to_status


def _get_kwargs(
    *,
    body: ListVideosRequest | Unset = UNSET,
    page: int | Unset = UNSET,
    size: int | Unset = UNSET,
    video_name: str | Unset = UNSET,
    video_no: str | Unset = UNSET,
    status: VideoStatus | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    params: dict[str, Any] = {}

    params["page"] = page

    params["size"] = size

    params["video_name"] = video_name

    params["video_no"] = video_no

    json_status: str | Unset = UNSET
    if not isinstance(status, Unset):
        json_status = status.value

    params["status"] = json_status

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/serve/api/v1/list_videos",
        "params": params,
    }

    if not isinstance(body, Unset):
        _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
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
    body: ListVideosRequest | Unset = UNSET,
    page: int | Unset = UNSET,
    size: int | Unset = UNSET,
    video_name: str | Unset = UNSET,
    video_no: str | Unset = UNSET,
    status: VideoStatus | Unset = UNSET,
) -> Response[Failure | InfrastructureFailure | ListVideosResponse]:
    """List videos

    One page of the private library, newest first: of one namespace, of one folder, or (with neither, by
    the newest document) of the whole account. Its rows carry the status and the cause of a failure, so
    it also serves to follow one video, as get_metadata does. A read, although it is a POST.

    Args:
        page (int | Unset): 1-based page. The service assumes 1.
        size (int | Unset): Rows a page. The service assumes 200 (recorded).
        video_name (str | Unset): Name of the video.
        video_no (str | Unset): One video.
        status (VideoStatus | Unset): State of indexing. UNPARSE: waiting; PARSE: searchable. A
            failure was recorded as FAIL; documentation also prints FAILED and PARSE_ERROR for it, and
            DONE for success; the vendor's poll helper stops at ERROR too. PENDING, PROCESSING and
            UPLOADING are what public clients guard against; no page and no recording has them.
        body (ListVideosRequest | Unset): Filters and page; conditions are ANDed. An empty object
            lists everything.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Failure | InfrastructureFailure | ListVideosResponse]
    """

    kwargs = _get_kwargs(
        body=body,
        page=page,
        size=size,
        video_name=video_name,
        video_no=video_no,
        status=status,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    body: ListVideosRequest | Unset = UNSET,
    page: int | Unset = UNSET,
    size: int | Unset = UNSET,
    video_name: str | Unset = UNSET,
    video_no: str | Unset = UNSET,
    status: VideoStatus | Unset = UNSET,
) -> Failure | InfrastructureFailure | ListVideosResponse | None:
    """List videos

    One page of the private library, newest first: of one namespace, of one folder, or (with neither, by
    the newest document) of the whole account. Its rows carry the status and the cause of a failure, so
    it also serves to follow one video, as get_metadata does. A read, although it is a POST.

    Args:
        page (int | Unset): 1-based page. The service assumes 1.
        size (int | Unset): Rows a page. The service assumes 200 (recorded).
        video_name (str | Unset): Name of the video.
        video_no (str | Unset): One video.
        status (VideoStatus | Unset): State of indexing. UNPARSE: waiting; PARSE: searchable. A
            failure was recorded as FAIL; documentation also prints FAILED and PARSE_ERROR for it, and
            DONE for success; the vendor's poll helper stops at ERROR too. PENDING, PROCESSING and
            UPLOADING are what public clients guard against; no page and no recording has them.
        body (ListVideosRequest | Unset): Filters and page; conditions are ANDed. An empty object
            lists everything.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Failure | InfrastructureFailure | ListVideosResponse
    """

    return sync_detailed(
        client=client,
        body=body,
        page=page,
        size=size,
        video_name=video_name,
        video_no=video_no,
        status=status,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: ListVideosRequest | Unset = UNSET,
    page: int | Unset = UNSET,
    size: int | Unset = UNSET,
    video_name: str | Unset = UNSET,
    video_no: str | Unset = UNSET,
    status: VideoStatus | Unset = UNSET,
) -> Response[Failure | InfrastructureFailure | ListVideosResponse]:
    """List videos

    One page of the private library, newest first: of one namespace, of one folder, or (with neither, by
    the newest document) of the whole account. Its rows carry the status and the cause of a failure, so
    it also serves to follow one video, as get_metadata does. A read, although it is a POST.

    Args:
        page (int | Unset): 1-based page. The service assumes 1.
        size (int | Unset): Rows a page. The service assumes 200 (recorded).
        video_name (str | Unset): Name of the video.
        video_no (str | Unset): One video.
        status (VideoStatus | Unset): State of indexing. UNPARSE: waiting; PARSE: searchable. A
            failure was recorded as FAIL; documentation also prints FAILED and PARSE_ERROR for it, and
            DONE for success; the vendor's poll helper stops at ERROR too. PENDING, PROCESSING and
            UPLOADING are what public clients guard against; no page and no recording has them.
        body (ListVideosRequest | Unset): Filters and page; conditions are ANDed. An empty object
            lists everything.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Failure | InfrastructureFailure | ListVideosResponse]
    """

    kwargs = _get_kwargs(
        body=body,
        page=page,
        size=size,
        video_name=video_name,
        video_no=video_no,
        status=status,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: ListVideosRequest | Unset = UNSET,
    page: int | Unset = UNSET,
    size: int | Unset = UNSET,
    video_name: str | Unset = UNSET,
    video_no: str | Unset = UNSET,
    status: VideoStatus | Unset = UNSET,
) -> Failure | InfrastructureFailure | ListVideosResponse | None:
    """List videos

    One page of the private library, newest first: of one namespace, of one folder, or (with neither, by
    the newest document) of the whole account. Its rows carry the status and the cause of a failure, so
    it also serves to follow one video, as get_metadata does. A read, although it is a POST.

    Args:
        page (int | Unset): 1-based page. The service assumes 1.
        size (int | Unset): Rows a page. The service assumes 200 (recorded).
        video_name (str | Unset): Name of the video.
        video_no (str | Unset): One video.
        status (VideoStatus | Unset): State of indexing. UNPARSE: waiting; PARSE: searchable. A
            failure was recorded as FAIL; documentation also prints FAILED and PARSE_ERROR for it, and
            DONE for success; the vendor's poll helper stops at ERROR too. PENDING, PROCESSING and
            UPLOADING are what public clients guard against; no page and no recording has them.
        body (ListVideosRequest | Unset): Filters and page; conditions are ANDed. An empty object
            lists everything.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Failure | InfrastructureFailure | ListVideosResponse
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            page=page,
            size=size,
            video_name=video_name,
            video_no=video_no,
            status=status,
        )
    ).parsed
