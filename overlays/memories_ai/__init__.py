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
    from memories_ai_generated.operations import Operation

    from . import webhooks
    from ._async.captions import AsyncCaptions
    from ._async.chat import AsyncChat
    from ._async.client import AsyncMemoriesAI
    from ._async.folders import AsyncFolders
    from ._async.images import AsyncImages
    from ._async.imports import AsyncImports
    from ._async.legacy import AsyncLegacy
    from ._async.mavi import AsyncMavi
    from ._async.memories import AsyncMemories
    from ._async.paging import AsyncPages
    from ._async.public import AsyncPublic
    from ._async.raw import AsyncRaw
    from ._async.search import AsyncSearch
    from ._async.sessions import AsyncSessions
    from ._async.streams import AsyncByteStream, AsyncEventStream
    from ._async.tokens import AsyncTokens
    from ._async.transcriptions import AsyncTranscriptions
    from ._async.videos import AsyncVideos
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
    from ._local_files import FileSource
    from ._rate_limits import OnWait, RateLimits
    from ._request_hook import RequestHook, RequestRecord
    from ._retries import Retries
    from ._sync.captions import Captions
    from ._sync.chat import Chat
    from ._sync.client import MemoriesAI
    from ._sync.folders import Folders
    from ._sync.images import Images
    from ._sync.imports import Imports
    from ._sync.legacy import Legacy
    from ._sync.mavi import Mavi
    from ._sync.memories import Memories
    from ._sync.paging import Pages
    from ._sync.public import Public
    from ._sync.raw import Raw
    from ._sync.search import CaptionType, ImageType, MomentType, Search, SearchResult
    from ._sync.sessions import Sessions
    from ._sync.streams import ByteStream, EventStream
    from ._sync.tokens import Tokens
    from ._sync.transcriptions import Transcriptions
    from ._sync.videos import Videos
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
    "AsyncCaptions",
    "AsyncChat",
    "AsyncEventStream",
    "AsyncFolders",
    "AsyncImages",
    "AsyncImports",
    "AsyncLegacy",
    "AsyncMavi",
    "AsyncMemories",
    "AsyncMemoriesAI",
    "AsyncPages",
    "AsyncPublic",
    "AsyncRaw",
    "AsyncSearch",
    "AsyncSessions",
    "AsyncTokens",
    "AsyncTranscriptions",
    "AsyncVideos",
    "AuthenticationError",
    "ByteStream",
    "Caption",
    "CaptionHit",
    "CaptionTask",
    "CaptionType",
    "Captions",
    "Chat",
    "ChatAnswer",
    "ChatEvent",
    "ChatTurn",
    "ConfigurationError",
    "ConflictError",
    "ConnectionFailedError",
    "ContentEvent",
    "DownloadedFile",
    "EventStream",
    "FileSource",
    "FilteringLevel",
    "Folder",
    "Folders",
    "Fragment",
    "FrameHit",
    "HashtagImportTask",
    "Image",
    "ImageHit",
    "ImageSource",
    "ImageType",
    "Images",
    "ImportProgress",
    "ImportTask",
    "Imports",
    "InsufficientCreditsError",
    "InvalidRequestError",
    "Legacy",
    "LegacyFolder",
    "LegacySearchType",
    "LocalFileError",
    "ManyProgress",
    "Mavi",
    "MaviTranscription",
    "MaviTranscriptionStatus",
    "MaviTranscriptionType",
    "MaviVideoStatusFilter",
    "MediaError",
    "Memories",
    "MemoriesAI",
    "MemoriesError",
    "MemoryEntry",
    "Message",
    "MomentType",
    "NotFoundError",
    "OnWait",
    "Operation",
    "Page",
    "Pages",
    "PermissionDeniedError",
    "Person",
    "Polling",
    "Progress",
    "ProtocolError",
    "Public",
    "PublicPlatform",
    "PublicSearchType",
    "PublicVideo",
    "RateLimitError",
    "RateLimits",
    "Raw",
    "Reference",
    "ReferenceEvent",
    "ReferenceItem",
    "ReferenceType",
    "RequestHook",
    "RequestRecord",
    "RequestTimeoutError",
    "Retries",
    "Search",
    "SearchHit",
    "SearchResult",
    "SearchType",
    "Segment",
    "ServerError",
    "Session",
    "SessionDetail",
    "Sessions",
    "StreamError",
    "Summary",
    "SummaryItem",
    "SummaryType",
    "TaskFailedError",
    "Thinking",
    "ThinkingEvent",
    "Timeouts",
    "TokenAuth",
    "Tokens",
    "Transcript",
    "TranscriptionTask",
    "Transcriptions",
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
    "Videos",
    "WaitTimeoutError",
    "webhooks",
]


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Import a public name when it is first asked for: most programs need few of them."""
        if name not in MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        module = import_module(MODULES[name], __name__)
        value = globals()[name] = module if MODULES[name] == f".{name}" else getattr(module, name)
        return value

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
