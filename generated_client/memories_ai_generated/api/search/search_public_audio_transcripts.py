# Generated from openapi/ by `make generate`. Do not edit.
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.audio_transcript_search_response import AudioTranscriptSearchResponse
from ...models.bare_audio_transcript_search_response import BareAudioTranscriptSearchResponse
from ...models.failure import Failure
from ...models.infrastructure_failure import InfrastructureFailure
from ...types import UNSET, Response, Unset, to_status


def _get_kwargs(
    *,
    query: str,
    page: int | Unset = UNSET,
    page_size: int | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["query"] = query

    params["page"] = page

    params["page_size"] = page_size

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/serve/api/v1/search_public_audio_transcripts",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> AudioTranscriptSearchResponse | BareAudioTranscriptSearchResponse | Failure | InfrastructureFailure | None:
    if response.status_code == 200:

        def _parse_response_200(
            data: object,
        ) -> AudioTranscriptSearchResponse | BareAudioTranscriptSearchResponse | Failure:
            if isinstance(data, dict) and data.get("code") == "0000":
                response_200_type_0 = AudioTranscriptSearchResponse.from_dict(data)

                return response_200_type_0
            if (
                isinstance(data, dict)
                and "results" in data
                and "page" in data
                and "page_size" in data
                and "total" in data
            ):
                response_200_type_1 = BareAudioTranscriptSearchResponse.from_dict(data)

                return response_200_type_1
            if isinstance(data, dict) and data.get("code", "0000") not in ["0000", "SUCCESS"]:
                response_200_type_2 = Failure.from_dict(data)

                return response_200_type_2
            raise ValueError(
                f"response_200 fits no variant of AudioTranscriptSearchResponse | BareAudioTranscriptSearchResponse | Failure: got {type(data).__name__}"
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
) -> Response[AudioTranscriptSearchResponse | BareAudioTranscriptSearchResponse | Failure | InfrastructureFailure]:
    return Response(
        status_code=to_status(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    query: str,
    page: int | Unset = UNSET,
    page_size: int | Unset = UNSET,
) -> Response[AudioTranscriptSearchResponse | BareAudioTranscriptSearchResponse | Failure | InfrastructureFailure]:
    """Search the spoken text of public videos literally

    Finds passages that contain the phrase as it stands, not by meaning. Costs credits.

    Args:
        query (str): The phrase.
        page (int | Unset): 1-based page. The service assumes 1.
        page_size (int | Unset): Rows a page. The service assumes 100.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AudioTranscriptSearchResponse | BareAudioTranscriptSearchResponse | Failure | InfrastructureFailure]
    """

    kwargs = _get_kwargs(
        query=query,
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
    query: str,
    page: int | Unset = UNSET,
    page_size: int | Unset = UNSET,
) -> AudioTranscriptSearchResponse | BareAudioTranscriptSearchResponse | Failure | InfrastructureFailure | None:
    """Search the spoken text of public videos literally

    Finds passages that contain the phrase as it stands, not by meaning. Costs credits.

    Args:
        query (str): The phrase.
        page (int | Unset): 1-based page. The service assumes 1.
        page_size (int | Unset): Rows a page. The service assumes 100.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AudioTranscriptSearchResponse | BareAudioTranscriptSearchResponse | Failure | InfrastructureFailure
    """

    return sync_detailed(
        client=client,
        query=query,
        page=page,
        page_size=page_size,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    query: str,
    page: int | Unset = UNSET,
    page_size: int | Unset = UNSET,
) -> Response[AudioTranscriptSearchResponse | BareAudioTranscriptSearchResponse | Failure | InfrastructureFailure]:
    """Search the spoken text of public videos literally

    Finds passages that contain the phrase as it stands, not by meaning. Costs credits.

    Args:
        query (str): The phrase.
        page (int | Unset): 1-based page. The service assumes 1.
        page_size (int | Unset): Rows a page. The service assumes 100.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AudioTranscriptSearchResponse | BareAudioTranscriptSearchResponse | Failure | InfrastructureFailure]
    """

    kwargs = _get_kwargs(
        query=query,
        page=page,
        page_size=page_size,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    query: str,
    page: int | Unset = UNSET,
    page_size: int | Unset = UNSET,
) -> AudioTranscriptSearchResponse | BareAudioTranscriptSearchResponse | Failure | InfrastructureFailure | None:
    """Search the spoken text of public videos literally

    Finds passages that contain the phrase as it stands, not by meaning. Costs credits.

    Args:
        query (str): The phrase.
        page (int | Unset): 1-based page. The service assumes 1.
        page_size (int | Unset): Rows a page. The service assumes 100.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AudioTranscriptSearchResponse | BareAudioTranscriptSearchResponse | Failure | InfrastructureFailure
    """

    return (
        await asyncio_detailed(
            client=client,
            query=query,
            page=page,
            page_size=page_size,
        )
    ).parsed
