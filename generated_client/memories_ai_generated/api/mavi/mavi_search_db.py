# Generated from openapi/ by `make generate`. Do not edit.
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.failure import Failure
from ...models.infrastructure_failure import InfrastructureFailure
from ...models.mavi_list_videos_response import MaviListVideosResponse
from ...models.mavi_video_status_filter import MaviVideoStatusFilter
from ...types import UNSET, Response, Unset, to_status


def _get_kwargs(
    *,
    start_time: int | Unset = UNSET,
    end_time: int | Unset = UNSET,
    video_status: MaviVideoStatusFilter | Unset = UNSET,
    page: int | Unset = UNSET,
    page_size: int | Unset = UNSET,
    video_name: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["startTime"] = start_time

    params["endTime"] = end_time

    json_video_status: str | Unset = UNSET
    if not isinstance(video_status, Unset):
        json_video_status = video_status.value

    params["videoStatus"] = json_video_status

    params["page"] = page

    params["pageSize"] = page_size

    params["videoName"] = video_name

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/serve/video/searchDB",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Failure | InfrastructureFailure | MaviListVideosResponse | None:
    if response.status_code == 200:

        def _parse_response_200(data: object) -> Failure | MaviListVideosResponse:
            if isinstance(data, dict) and data.get("code") == "0000":
                response_200_type_0 = MaviListVideosResponse.from_dict(data)

                return response_200_type_0
            if isinstance(data, dict) and data.get("code", "0000") not in ["0000", "SUCCESS"]:
                response_200_type_1 = Failure.from_dict(data)

                return response_200_type_1
            raise ValueError(
                f"response_200 fits no variant of Failure | MaviListVideosResponse: got {type(data).__name__}"
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
) -> Response[Failure | InfrastructureFailure | MaviListVideosResponse]:
    return Response(
        status_code=to_status(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    start_time: int | Unset = UNSET,
    end_time: int | Unset = UNSET,
    video_status: MaviVideoStatusFilter | Unset = UNSET,
    page: int | Unset = UNSET,
    page_size: int | Unset = UNSET,
    video_name: str | Unset = UNSET,
) -> Response[Failure | InfrastructureFailure | MaviListVideosResponse]:
    """List videos (v1.0)

    One page of the library of v1.0, filtered by time of upload, status and name; also the way to poll a
    video.

    Args:
        start_time (int | Unset): Earliest time of upload, in milliseconds since 1970.
        end_time (int | Unset): Latest time of upload, in milliseconds since 1970.
        video_status (MaviVideoStatusFilter | Unset): State of indexing to filter by. PARSE:
            searchable; UNPARSE: waiting; FAIL: failed (the code page of v1.0 calls it PARSE_ERROR).
        page (int | Unset): Number of the page.
        page_size (int | Unset): Rows a page, at most 200. The service assumes 20.
        video_name (str | Unset): Name of the video; known from the vendor's first client only.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Failure | InfrastructureFailure | MaviListVideosResponse]
    """

    kwargs = _get_kwargs(
        start_time=start_time,
        end_time=end_time,
        video_status=video_status,
        page=page,
        page_size=page_size,
        video_name=video_name,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    start_time: int | Unset = UNSET,
    end_time: int | Unset = UNSET,
    video_status: MaviVideoStatusFilter | Unset = UNSET,
    page: int | Unset = UNSET,
    page_size: int | Unset = UNSET,
    video_name: str | Unset = UNSET,
) -> Failure | InfrastructureFailure | MaviListVideosResponse | None:
    """List videos (v1.0)

    One page of the library of v1.0, filtered by time of upload, status and name; also the way to poll a
    video.

    Args:
        start_time (int | Unset): Earliest time of upload, in milliseconds since 1970.
        end_time (int | Unset): Latest time of upload, in milliseconds since 1970.
        video_status (MaviVideoStatusFilter | Unset): State of indexing to filter by. PARSE:
            searchable; UNPARSE: waiting; FAIL: failed (the code page of v1.0 calls it PARSE_ERROR).
        page (int | Unset): Number of the page.
        page_size (int | Unset): Rows a page, at most 200. The service assumes 20.
        video_name (str | Unset): Name of the video; known from the vendor's first client only.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Failure | InfrastructureFailure | MaviListVideosResponse
    """

    return sync_detailed(
        client=client,
        start_time=start_time,
        end_time=end_time,
        video_status=video_status,
        page=page,
        page_size=page_size,
        video_name=video_name,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    start_time: int | Unset = UNSET,
    end_time: int | Unset = UNSET,
    video_status: MaviVideoStatusFilter | Unset = UNSET,
    page: int | Unset = UNSET,
    page_size: int | Unset = UNSET,
    video_name: str | Unset = UNSET,
) -> Response[Failure | InfrastructureFailure | MaviListVideosResponse]:
    """List videos (v1.0)

    One page of the library of v1.0, filtered by time of upload, status and name; also the way to poll a
    video.

    Args:
        start_time (int | Unset): Earliest time of upload, in milliseconds since 1970.
        end_time (int | Unset): Latest time of upload, in milliseconds since 1970.
        video_status (MaviVideoStatusFilter | Unset): State of indexing to filter by. PARSE:
            searchable; UNPARSE: waiting; FAIL: failed (the code page of v1.0 calls it PARSE_ERROR).
        page (int | Unset): Number of the page.
        page_size (int | Unset): Rows a page, at most 200. The service assumes 20.
        video_name (str | Unset): Name of the video; known from the vendor's first client only.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Failure | InfrastructureFailure | MaviListVideosResponse]
    """

    kwargs = _get_kwargs(
        start_time=start_time,
        end_time=end_time,
        video_status=video_status,
        page=page,
        page_size=page_size,
        video_name=video_name,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    start_time: int | Unset = UNSET,
    end_time: int | Unset = UNSET,
    video_status: MaviVideoStatusFilter | Unset = UNSET,
    page: int | Unset = UNSET,
    page_size: int | Unset = UNSET,
    video_name: str | Unset = UNSET,
) -> Failure | InfrastructureFailure | MaviListVideosResponse | None:
    """List videos (v1.0)

    One page of the library of v1.0, filtered by time of upload, status and name; also the way to poll a
    video.

    Args:
        start_time (int | Unset): Earliest time of upload, in milliseconds since 1970.
        end_time (int | Unset): Latest time of upload, in milliseconds since 1970.
        video_status (MaviVideoStatusFilter | Unset): State of indexing to filter by. PARSE:
            searchable; UNPARSE: waiting; FAIL: failed (the code page of v1.0 calls it PARSE_ERROR).
        page (int | Unset): Number of the page.
        page_size (int | Unset): Rows a page, at most 200. The service assumes 20.
        video_name (str | Unset): Name of the video; known from the vendor's first client only.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Failure | InfrastructureFailure | MaviListVideosResponse
    """

    return (
        await asyncio_detailed(
            client=client,
            start_time=start_time,
            end_time=end_time,
            video_status=video_status,
            page=page,
            page_size=page_size,
            video_name=video_name,
        )
    ).parsed
