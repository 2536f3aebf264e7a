# Generated from openapi/ by `make generate`. Do not edit.
"""Contains all the data models used in inputs/outputs"""

from .access_token import AccessToken
from .access_token_request import AccessTokenRequest
from .access_token_response import AccessTokenResponse
from .add_memory_request import AddMemoryRequest
from .audio_transcript_hit import AudioTranscriptHit
from .audio_transcript_page import AudioTranscriptPage
from .audio_transcript_search_response import AudioTranscriptSearchResponse
from .authorization_code_push import AuthorizationCodePush
from .bare_audio_transcript_hit import BareAudioTranscriptHit
from .bare_audio_transcript_search_response import BareAudioTranscriptSearchResponse
from .bare_personal_chat_answer import BarePersonalChatAnswer
from .caption_hit import CaptionHit
from .chat_answer import ChatAnswer
from .chat_event_type import ChatEventType
from .chat_request import ChatRequest
from .chat_response import ChatResponse
from .chat_stream_end import ChatStreamEnd
from .content_event import ContentEvent
from .create_folder_form import CreateFolderForm
from .delete_folder_form import DeleteFolderForm
from .download_request import DownloadRequest
from .empty_response import EmptyResponse
from .failure import Failure
from .filtering_level import FilteringLevel
from .folder import Folder
from .folder_list import FolderList
from .folder_response import FolderResponse
from .hashtag_import_response import HashtagImportResponse
from .hashtag_import_task import HashtagImportTask
from .image_hit import ImageHit
from .image_page import ImagePage
from .import_callback import ImportCallback
from .import_creator_request import ImportCreatorRequest
from .import_hashtag_request import ImportHashtagRequest
from .import_post_urls_request import ImportPostUrlsRequest
from .import_progress import ImportProgress
from .import_public_creator_request import ImportPublicCreatorRequest
from .import_public_hashtag_request import ImportPublicHashtagRequest
from .import_public_post_urls_request import ImportPublicPostUrlsRequest
from .import_status import ImportStatus
from .import_task import ImportTask
from .import_task_response import ImportTaskResponse
from .imported_video import ImportedVideo
from .imported_video_ids import ImportedVideoIds
from .infrastructure_failure import InfrastructureFailure
from .legacy_chat_request import LegacyChatRequest
from .legacy_folder import LegacyFolder
from .legacy_folders_response import LegacyFoldersResponse
from .legacy_list_videos_request import LegacyListVideosRequest
from .legacy_search_request import LegacySearchRequest
from .legacy_search_response import LegacySearchResponse
from .legacy_search_type import LegacySearchType
from .legacy_upload_form import LegacyUploadForm
from .legacy_upload_url_form import LegacyUploadUrlForm
from .list_folders_response import ListFoldersResponse
from .list_memories_request import ListMemoriesRequest
from .list_sessions_response import ListSessionsResponse
from .list_unique_ids_response import ListUniqueIdsResponse
from .list_videos_request import ListVideosRequest
from .list_videos_response import ListVideosResponse
from .marketer_chat_request import MarketerChatRequest
from .marketer_stream_event import MarketerStreamEvent
from .mavi_chat_answer import MaviChatAnswer
from .mavi_chat_request import MaviChatRequest
from .mavi_chat_response import MaviChatResponse
from .mavi_chat_turn import MaviChatTurn
from .mavi_delete_videos_response import MaviDeleteVideosResponse
from .mavi_fragment import MaviFragment
from .mavi_fragment_results import MaviFragmentResults
from .mavi_fragment_search_request import MaviFragmentSearchRequest
from .mavi_fragment_search_response import MaviFragmentSearchResponse
from .mavi_list_videos_response import MaviListVideosResponse
from .mavi_search_request import MaviSearchRequest
from .mavi_search_response import MaviSearchResponse
from .mavi_search_results import MaviSearchResults
from .mavi_submit_transcription_request import MaviSubmitTranscriptionRequest
from .mavi_submit_transcription_response import MaviSubmitTranscriptionResponse
from .mavi_transcription import MaviTranscription
from .mavi_transcription_response import MaviTranscriptionResponse
from .mavi_transcription_segment import MaviTranscriptionSegment
from .mavi_transcription_status import MaviTranscriptionStatus
from .mavi_transcription_task import MaviTranscriptionTask
from .mavi_transcription_type import MaviTranscriptionType
from .mavi_upload_form import MaviUploadForm
from .mavi_upload_url_request import MaviUploadUrlRequest
from .mavi_video_hit import MaviVideoHit
from .mavi_video_page import MaviVideoPage
from .mavi_video_row import MaviVideoRow
from .mavi_video_status_filter import MaviVideoStatusFilter
from .memory_entry import MemoryEntry
from .memory_filters import MemoryFilters
from .metadata_response import MetadataResponse
from .move_videos_request import MoveVideosRequest
from .personal_chat_metadata import PersonalChatMetadata
from .personal_chat_request import PersonalChatRequest
from .public_platform import PublicPlatform
from .reference import Reference
from .reference_event import ReferenceEvent
from .reference_item import ReferenceItem
from .reference_type import ReferenceType
from .referenced_video import ReferencedVideo
from .refresh_access_token_request import RefreshAccessTokenRequest
from .refresh_access_token_response import RefreshAccessTokenResponse
from .refreshed_access_token import RefreshedAccessToken
from .rename_folder_form import RenameFolderForm
from .search_hit import SearchHit
from .search_memories_request import SearchMemoriesRequest
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
from .superseded_search_hit import SupersededSearchHit
from .superseded_search_response import SupersededSearchResponse
from .task_status_response import TaskStatusResponse
from .thinking import Thinking
from .thinking_event import ThinkingEvent
from .token_event import TokenEvent
from .transcription import Transcription
from .transcription_response import TranscriptionResponse
from .transcription_segment import TranscriptionSegment
from .unique_id_list import UniqueIdList
from .unspecified_response import UnspecifiedResponse
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
    "AccessToken",
    "AccessTokenRequest",
    "AccessTokenResponse",
    "AddMemoryRequest",
    "AudioTranscriptHit",
    "AudioTranscriptPage",
    "AudioTranscriptSearchResponse",
    "AuthorizationCodePush",
    "BareAudioTranscriptHit",
    "BareAudioTranscriptSearchResponse",
    "BarePersonalChatAnswer",
    "CaptionHit",
    "ChatAnswer",
    "ChatEventType",
    "ChatRequest",
    "ChatResponse",
    "ChatStreamEnd",
    "ContentEvent",
    "CreateFolderForm",
    "DeleteFolderForm",
    "DownloadRequest",
    "EmptyResponse",
    "Failure",
    "FilteringLevel",
    "Folder",
    "FolderList",
    "FolderResponse",
    "HashtagImportResponse",
    "HashtagImportTask",
    "ImageHit",
    "ImagePage",
    "ImportCallback",
    "ImportCreatorRequest",
    "ImportedVideo",
    "ImportedVideoIds",
    "ImportHashtagRequest",
    "ImportPostUrlsRequest",
    "ImportProgress",
    "ImportPublicCreatorRequest",
    "ImportPublicHashtagRequest",
    "ImportPublicPostUrlsRequest",
    "ImportStatus",
    "ImportTask",
    "ImportTaskResponse",
    "InfrastructureFailure",
    "LegacyChatRequest",
    "LegacyFolder",
    "LegacyFoldersResponse",
    "LegacyListVideosRequest",
    "LegacySearchRequest",
    "LegacySearchResponse",
    "LegacySearchType",
    "LegacyUploadForm",
    "LegacyUploadUrlForm",
    "ListFoldersResponse",
    "ListMemoriesRequest",
    "ListSessionsResponse",
    "ListUniqueIdsResponse",
    "ListVideosRequest",
    "ListVideosResponse",
    "MarketerChatRequest",
    "MarketerStreamEvent",
    "MaviChatAnswer",
    "MaviChatRequest",
    "MaviChatResponse",
    "MaviChatTurn",
    "MaviDeleteVideosResponse",
    "MaviFragment",
    "MaviFragmentResults",
    "MaviFragmentSearchRequest",
    "MaviFragmentSearchResponse",
    "MaviListVideosResponse",
    "MaviSearchRequest",
    "MaviSearchResponse",
    "MaviSearchResults",
    "MaviSubmitTranscriptionRequest",
    "MaviSubmitTranscriptionResponse",
    "MaviTranscription",
    "MaviTranscriptionResponse",
    "MaviTranscriptionSegment",
    "MaviTranscriptionStatus",
    "MaviTranscriptionTask",
    "MaviTranscriptionType",
    "MaviUploadForm",
    "MaviUploadUrlRequest",
    "MaviVideoHit",
    "MaviVideoPage",
    "MaviVideoRow",
    "MaviVideoStatusFilter",
    "MemoryEntry",
    "MemoryFilters",
    "MetadataResponse",
    "MoveVideosRequest",
    "PersonalChatMetadata",
    "PersonalChatRequest",
    "PublicPlatform",
    "Reference",
    "ReferencedVideo",
    "ReferenceEvent",
    "ReferenceItem",
    "ReferenceType",
    "RefreshAccessTokenRequest",
    "RefreshAccessTokenResponse",
    "RefreshedAccessToken",
    "RenameFolderForm",
    "SearchHit",
    "SearchMemoriesRequest",
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
    "SupersededSearchHit",
    "SupersededSearchResponse",
    "TaskStatusResponse",
    "Thinking",
    "ThinkingEvent",
    "TokenEvent",
    "Transcription",
    "TranscriptionResponse",
    "TranscriptionSegment",
    "UniqueIdList",
    "UnspecifiedResponse",
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
