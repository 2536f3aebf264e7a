"""Typed client of the Memories.ai video-understanding API.

from memories_ai import MemoriesAI

with MemoriesAI() as client:                      # key from MEMORIES_API_KEY
    video = client.videos.upload("clip.mp4")
    client.videos.wait(video.video_no)
    for hit in client.search("red balloon"):
        print(hit.video_name, hit.start, hit.score)
"""

from importlib import import_module
from typing import TYPE_CHECKING

from ._exports import MODULES

if TYPE_CHECKING:
    from memories_ai_generated.models.filtering_level import FilteringLevel
    from memories_ai_generated.models.legacy_search_type import LegacySearchType
    from memories_ai_generated.models.mavi_transcription_status import MaviTranscriptionStatus
    from memories_ai_generated.models.mavi_transcription_type import MaviTranscriptionType
    from memories_ai_generated.models.mavi_video_status_filter import MaviVideoStatusFilter
    from memories_ai_generated.models.public_platform import PublicPlatform
    from memories_ai_generated.models.public_search_type import PublicSearchType
    from memories_ai_generated.models.reference_type import ReferenceType
    from memories_ai_generated.models.search_type import SearchType
    from memories_ai_generated.models.summary_type import SummaryType
    from memories_ai_generated.models.video_status import VideoStatus

    from ._async.client import AsyncMemoriesAI
    from ._async.paging import AsyncPages
    from ._async.streams import AsyncByteStream, AsyncEventStream
    from ._config import Timeouts
    from ._errors import (
        APIError,
        AuthenticationError,
        ConfigurationError,
        ConflictError,
        ConnectionFailedError,
        InsufficientCreditsError,
        InvalidRequestError,
        LocalFileError,
        MediaError,
        MemoriesError,
        NotFoundError,
        PermissionDeniedError,
        ProtocolError,
        RateLimitError,
        RequestTimeoutError,
        ServerError,
        StreamError,
        TaskFailedError,
        TransportError,
        ValidationError,
        VideoFailedError,
        WaitTimeoutError,
    )
    from ._rate_limits import RateLimits
    from ._request_hook import RequestHook, RequestRecord
    from ._retries import Retries
    from ._sync.client import MemoriesAI
    from ._sync.paging import Pages
    from ._sync.streams import ByteStream, EventStream
    from ._token_auth import TokenAuth
    from ._types import (
        AccessTokens,
        Caption,
        CaptionHit,
        CaptionTask,
        ChatAnswer,
        ChatEvent,
        ChatTurn,
        ContentEvent,
        DownloadedFile,
        Folder,
        Fragment,
        FrameHit,
        HashtagImportTask,
        Image,
        ImageHit,
        ImportProgress,
        ImportTask,
        LegacyFolder,
        MaviTranscription,
        MemoryEntry,
        Message,
        Page,
        Person,
        PublicVideo,
        Reference,
        ReferenceEvent,
        ReferenceItem,
        SearchHit,
        Segment,
        Session,
        SessionDetail,
        Summary,
        SummaryItem,
        Thinking,
        ThinkingEvent,
        Transcript,
        TranscriptionTask,
        UnknownEvent,
        UnspecifiedAnswer,
        UpdatedTranscription,
        UploadedImage,
        UploadedVideo,
        Video,
    )
    from ._uploads import ImageSource, ManyProgress, Progress, UploadSource
    from ._waiting import Polling

__version__ = "0.1.0"
__all__ = [
    "APIError",
    "AccessTokens",
    "AsyncByteStream",
    "AsyncEventStream",
    "AsyncMemoriesAI",
    "AsyncPages",
    "AuthenticationError",
    "ByteStream",
    "Caption",
    "CaptionHit",
    "CaptionTask",
    "ChatAnswer",
    "ChatEvent",
    "ChatTurn",
    "ConfigurationError",
    "ConflictError",
    "ConnectionFailedError",
    "ContentEvent",
    "DownloadedFile",
    "EventStream",
    "FilteringLevel",
    "Folder",
    "Fragment",
    "FrameHit",
    "HashtagImportTask",
    "Image",
    "ImageHit",
    "ImageSource",
    "ImportProgress",
    "ImportTask",
    "InsufficientCreditsError",
    "InvalidRequestError",
    "LegacyFolder",
    "LegacySearchType",
    "LocalFileError",
    "ManyProgress",
    "MaviTranscription",
    "MaviTranscriptionStatus",
    "MaviTranscriptionType",
    "MaviVideoStatusFilter",
    "MediaError",
    "MemoriesAI",
    "MemoriesError",
    "MemoryEntry",
    "Message",
    "NotFoundError",
    "Page",
    "Pages",
    "PermissionDeniedError",
    "Person",
    "Polling",
    "Progress",
    "ProtocolError",
    "PublicPlatform",
    "PublicSearchType",
    "PublicVideo",
    "RateLimitError",
    "RateLimits",
    "Reference",
    "ReferenceEvent",
    "ReferenceItem",
    "ReferenceType",
    "RequestHook",
    "RequestRecord",
    "RequestTimeoutError",
    "Retries",
    "SearchHit",
    "SearchType",
    "Segment",
    "ServerError",
    "Session",
    "SessionDetail",
    "StreamError",
    "Summary",
    "SummaryItem",
    "SummaryType",
    "TaskFailedError",
    "Thinking",
    "ThinkingEvent",
    "Timeouts",
    "TokenAuth",
    "Transcript",
    "TranscriptionTask",
    "TransportError",
    "UnknownEvent",
    "UnspecifiedAnswer",
    "UpdatedTranscription",
    "UploadSource",
    "UploadedImage",
    "UploadedVideo",
    "ValidationError",
    "Video",
    "VideoFailedError",
    "VideoStatus",
    "WaitTimeoutError",
]


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Import a public name when it is first asked for: most programs need few of them."""
        if name not in MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = globals()[name] = getattr(import_module(MODULES[name], __name__), name)
        return value

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
