"""Text of a video with its times."""

from __future__ import annotations

from memories_ai_generated.api.transcriptions import (
    get_audio_transcription,
    get_video_caption,
    get_video_transcription,
    update_video_transcription,
)
from memories_ai_generated.models import UpdateTranscriptionRequest
from memories_ai_generated.operations import OPERATIONS

from .. import _convert as convert
from .. import _validation as check
from .._options import given
from .._types import Transcript, UpdatedTranscription
from .resource import AsyncResource


class AsyncTranscriptions(AsyncResource):
    """Transcriptions: `client.transcriptions`."""

    async def audio(
        self, video_no: str, *, unique_id: str | None = None, timeout: float | None = None
    ) -> Transcript | None:
        """What is said; None without usable speech, before indexing, and for an id that is not known.

        Args:
            video_no: id of a video.
            unique_id: namespace; else the client's.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            MemoriesError: the request failed.
        """
        arguments = get_audio_transcription._get_kwargs(
            video_no=check.non_empty("video_no", video_no), unique_id=self._namespace(unique_id)
        )
        return await self._transport.call(
            OPERATIONS["get_audio_transcription"], arguments, convert.transcript, timeout=timeout
        )

    async def video(
        self, video_no: str, *, unique_id: str | None = None, timeout: float | None = None
    ) -> Transcript | None:
        """What is seen, scene by scene; None before indexing, and for an id that is not known.

        Args:
            video_no: id of a video.
            unique_id: namespace; else the client's.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            MemoriesError: the request failed.
        """
        arguments = get_video_transcription._get_kwargs(
            video_no=check.non_empty("video_no", video_no), unique_id=self._namespace(unique_id)
        )
        return await self._transport.call(
            OPERATIONS["get_video_transcription"], arguments, convert.transcript, timeout=timeout
        )

    async def captions(
        self, video_no: str, *, unique_id: str | None = None, timeout: float | None = None
    ) -> Transcript | None:
        """What is seen, scene by scene, under the newer name of `video`; None before indexing (or no segments).

        Args:
            video_no: id of a video.
            unique_id: namespace; else the client's.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            ValidationError: an argument that the service would refuse; nothing was sent.
            RateLimitError: the documented limit is one request a second.
            MemoriesError: anything else.
        """
        arguments = get_video_caption._get_kwargs(
            video_no=check.non_empty("video_no", video_no), unique_id=self._namespace(unique_id)
        )
        return await self._transport.call(
            OPERATIONS["get_video_caption"], arguments, convert.transcript, timeout=timeout
        )

    async def update(
        self,
        video_no: str,
        prompt: str,
        *,
        callback: str | None = None,
        unique_id: str | None = None,
        timeout: float | None = None,
    ) -> UpdatedTranscription:
        """Have the scenes of a video described anew; the new text replaces the old one for good. Priced.

        When the new text can be read is not known.

        Args:
            video_no: id of a video.
            prompt: what the descriptions should pay attention to.
            callback: address that receives a POST; what it carries is not known.
            unique_id: namespace; else the client's.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            ValidationError: an argument that the service would refuse; nothing was sent.
            NotFoundError: no such video in this namespace.
            MemoriesError: anything else.
        """
        body = UpdateTranscriptionRequest(
            video_no=check.non_empty("video_no", video_no),
            prompt=check.non_empty("prompt", prompt),
            unique_id=self._namespace(unique_id),
            callback=given(check.address("callback", callback)),
        )
        return await self._transport.call(
            OPERATIONS["update_video_transcription"],
            update_video_transcription._get_kwargs(body=body),
            convert.updated_transcription,
            timeout=timeout,
        )
