# Generated from overlays/memories_ai/_async/transcriptions.py by `make generate`. Do not edit.
"""Text of a video with its times."""

from __future__ import annotations

from memories_ai_generated.api.transcriptions import get_audio_transcription, get_video_transcription
from memories_ai_generated.operations import OPERATIONS

from .. import _convert as convert
from .. import _validation as check
from .._types import Transcript
from .resource import Resource


class Transcriptions(Resource):
    """Transcriptions: `client.transcriptions`."""

    def audio(self, video_no: str, *, unique_id: str | None = None, timeout: float | None = None) -> Transcript | None:
        """What is said; None without usable speech, before indexing, and for an id that is not known.

        Raises:
            MemoriesError: the request failed.
        """
        arguments = get_audio_transcription._get_kwargs(
            video_no=check.non_empty("video_no", video_no), unique_id=self._namespace(unique_id)
        )
        return self._transport.call(
            OPERATIONS["get_audio_transcription"], arguments, convert.transcript, timeout=timeout
        )

    def video(self, video_no: str, *, unique_id: str | None = None, timeout: float | None = None) -> Transcript | None:
        """What is seen, scene by scene; None before indexing, and for an id that is not known.

        Raises:
            MemoriesError: the request failed.
        """
        arguments = get_video_transcription._get_kwargs(
            video_no=check.non_empty("video_no", video_no), unique_id=self._namespace(unique_id)
        )
        return self._transport.call(
            OPERATIONS["get_video_transcription"], arguments, convert.transcript, timeout=timeout
        )
