# Generated from overlays/memories_ai/_async/public.py by `make generate`. Do not edit.
"""Videos of the library that all accounts share."""

from __future__ import annotations

from memories_ai_generated.api.public import (
    get_public_audio_transcription,
    get_public_video_detail,
    get_public_video_transcription,
)
from memories_ai_generated.operations import OPERATIONS

from .. import _validation as check
from .._convert import transcript
from .._convert_library import public_video
from .._reading import existing
from .._types import PublicVideo, Transcript
from .resource import Resource


class Public(Resource):
    """Public videos: `client.public`. Find them by `client.search.public`; their ids begin with `PI-`."""

    def get(self, video_no: str, *, timeout: float | None = None) -> PublicVideo:
        """What is known about a public video, its post, and its counters.

        Calls in a loop were refused after the first; one in two seconds was found safe.

        Args:
            video_no: id of a public video.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            NotFoundError: no such video; the service is assumed to answer so, it is not known.
            MemoriesError: anything else.
        """
        operation = OPERATIONS["get_public_video_detail"]
        arguments = get_public_video_detail._get_kwargs(video_no=check.non_empty("video_no", video_no))
        read = existing(public_video, f"No public video {video_no!r}. Check the id: it begins with PI-.")
        return self._transport.call(operation, arguments, read, timeout=timeout)

    def audio_transcription(self, video_no: str, *, timeout: float | None = None) -> Transcript | None:
        """What is said in a public video. None is assumed without usable speech and for an id that is not known.

        Args:
            video_no: id of a public video.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            MemoriesError: the request failed.
        """
        arguments = get_public_audio_transcription._get_kwargs(video_no=check.non_empty("video_no", video_no))
        return self._transport.call(
            OPERATIONS["get_public_audio_transcription"], arguments, transcript, timeout=timeout
        )

    def video_transcription(self, video_no: str, *, timeout: float | None = None) -> Transcript | None:
        """What is seen in a public video, scene by scene. None is assumed for an id that is not known.

        Args:
            video_no: id of a public video.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            MemoriesError: the request failed.
        """
        arguments = get_public_video_transcription._get_kwargs(video_no=check.non_empty("video_no", video_no))
        return self._transport.call(
            OPERATIONS["get_public_video_transcription"], arguments, transcript, timeout=timeout
        )
