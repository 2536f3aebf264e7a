# Generated from openapi/ by `make generate`. Do not edit.
"""Contains all the data models used in inputs/outputs"""

from .audio_transcript_hit import AudioTranscriptHit
from .audio_transcript_page import AudioTranscriptPage
from .audio_transcript_search_response import AudioTranscriptSearchResponse
from .bare_audio_transcript_hit import BareAudioTranscriptHit
from .bare_audio_transcript_search_response import BareAudioTranscriptSearchResponse
from .caption_hit import CaptionHit
from .chat_answer import ChatAnswer
from .chat_request import ChatRequest
from .chat_response import ChatResponse
from .chat_stream_end import ChatStreamEnd
from .content_event import ContentEvent
from .download_request import DownloadRequest
from .empty_response import EmptyResponse
from .failure import Failure
from .filtering_level import FilteringLevel
from .image_hit import ImageHit
from .image_page import ImagePage
from .infrastructure_failure import InfrastructureFailure
from .list_sessions_response import ListSessionsResponse
from .list_videos_request import ListVideosRequest
from .list_videos_response import ListVideosResponse
from .metadata_response import MetadataResponse
from .reference import Reference
from .reference_event import ReferenceEvent
from .reference_item import ReferenceItem
from .reference_type import ReferenceType
from .referenced_video import ReferencedVideo
from .search_hit import SearchHit
from .search_request import SearchRequest
from .search_response import SearchResponse
from .search_type import SearchType
from .session_detail import SessionDetail
from .session_detail_response import SessionDetailResponse
from .session_message import SessionMessage
from .session_page import SessionPage
from .session_row import SessionRow
from .summary_item import SummaryItem
from .summary_response import SummaryResponse
from .summary_type import SummaryType
from .superseded_search_data import SupersededSearchData
from .superseded_search_response import SupersededSearchResponse
from .thinking import Thinking
from .thinking_event import ThinkingEvent
from .transcription import Transcription
from .transcription_response import TranscriptionResponse
from .transcription_segment import TranscriptionSegment
from .upload_form import UploadForm
from .upload_response import UploadResponse
from .upload_url_form import UploadUrlForm
from .uploaded_video import UploadedVideo
from .video_callback import VideoCallback
from .video_details import VideoDetails
from .video_details_response import VideoDetailsResponse
from .video_metadata import VideoMetadata
from .video_page import VideoPage
from .video_row import VideoRow
from .video_status import VideoStatus
from .video_summary import VideoSummary

__all__ = (
    "AudioTranscriptHit",
    "AudioTranscriptPage",
    "AudioTranscriptSearchResponse",
    "BareAudioTranscriptHit",
    "BareAudioTranscriptSearchResponse",
    "CaptionHit",
    "ChatAnswer",
    "ChatRequest",
    "ChatResponse",
    "ChatStreamEnd",
    "ContentEvent",
    "DownloadRequest",
    "EmptyResponse",
    "Failure",
    "FilteringLevel",
    "ImageHit",
    "ImagePage",
    "InfrastructureFailure",
    "ListSessionsResponse",
    "ListVideosRequest",
    "ListVideosResponse",
    "MetadataResponse",
    "Reference",
    "ReferencedVideo",
    "ReferenceEvent",
    "ReferenceItem",
    "ReferenceType",
    "SearchHit",
    "SearchRequest",
    "SearchResponse",
    "SearchType",
    "SessionDetail",
    "SessionDetailResponse",
    "SessionMessage",
    "SessionPage",
    "SessionRow",
    "SummaryItem",
    "SummaryResponse",
    "SummaryType",
    "SupersededSearchData",
    "SupersededSearchResponse",
    "Thinking",
    "ThinkingEvent",
    "Transcription",
    "TranscriptionResponse",
    "TranscriptionSegment",
    "UploadedVideo",
    "UploadForm",
    "UploadResponse",
    "UploadUrlForm",
    "VideoCallback",
    "VideoDetails",
    "VideoDetailsResponse",
    "VideoMetadata",
    "VideoPage",
    "VideoRow",
    "VideoStatus",
    "VideoSummary",
)
