"""Answers to changes of what was indexed."""

from __future__ import annotations

from collections.abc import Mapping

from memories_ai_generated import models as wire

from . import _types as types
from ._scalars import words
from ._untouched import untouched


def updated_transcription(payload: Mapping[str, object]) -> types.UpdatedTranscription:
    data = wire.UpdateTranscriptionResponse.from_dict(payload).data
    return types.UpdatedTranscription(video_no=words(data.video_no), raw=untouched(payload))
