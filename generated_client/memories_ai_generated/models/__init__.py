# Generated from openapi/ by `make generate`. Do not edit.
"""Contains all the data models used in inputs/outputs"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
    from .bare_similar_image import BareSimilarImage
    from .bare_similar_images_response import BareSimilarImagesResponse
    from .blob_failure import BlobFailure
    from .caption import Caption
    from .caption_failure import CaptionFailure
    from .caption_hit import CaptionHit
    from .caption_image_base_64_request import CaptionImageBase64Request
    from .caption_image_form import CaptionImageForm
    from .caption_image_request import CaptionImageRequest
    from .caption_options import CaptionOptions
    from .caption_report import CaptionReport
    from .caption_response import CaptionResponse
    from .caption_status import CaptionStatus
    from .caption_task import CaptionTask
    from .caption_task_response import CaptionTaskResponse
    from .caption_tokens import CaptionTokens
    from .caption_video_form import CaptionVideoForm
    from .caption_video_request import CaptionVideoRequest
    from .chat_answer import ChatAnswer
    from .chat_event_type import ChatEventType
    from .chat_request import ChatRequest
    from .chat_response import ChatResponse
    from .chat_stream_end import ChatStreamEnd
    from .clip_by_image import ClipByImage
    from .clips_by_image_form import ClipsByImageForm
    from .clips_by_image_response import ClipsByImageResponse
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
    from .image_caption_options import ImageCaptionOptions
    from .image_hit import ImageHit
    from .image_list_page import ImageListPage
    from .image_page import ImagePage
    from .image_row import ImageRow
    from .image_type import ImageType
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
    from .list_images_request import ListImagesRequest
    from .list_images_response import ListImagesResponse
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
    from .person import Person
    from .personal_chat_metadata import PersonalChatMetadata
    from .personal_chat_request import PersonalChatRequest
    from .platform_caption_response import PlatformCaptionResponse
    from .platform_caption_task_response import PlatformCaptionTaskResponse
    from .public_platform import PublicPlatform
    from .public_search_request import PublicSearchRequest
    from .public_search_response import PublicSearchResponse
    from .public_search_type import PublicSearchType
    from .public_similar_images_form import PublicSimilarImagesForm
    from .public_video import PublicVideo
    from .public_video_response import PublicVideoResponse
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
    from .similar_frame import SimilarFrame
    from .similar_images_form import SimilarImagesForm
    from .similar_images_response import SimilarImagesResponse
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
    from .update_transcription_request import UpdateTranscriptionRequest
    from .update_transcription_response import UpdateTranscriptionResponse
    from .updated_transcription import UpdatedTranscription
    from .upload_form import UploadForm
    from .upload_images_form import UploadImagesForm
    from .upload_images_response import UploadImagesResponse
    from .upload_response import UploadResponse
    from .upload_url_form import UploadUrlForm
    from .uploaded_image import UploadedImage
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
    "BareSimilarImage",
    "BareSimilarImagesResponse",
    "BlobFailure",
    "Caption",
    "CaptionFailure",
    "CaptionHit",
    "CaptionImageBase64Request",
    "CaptionImageForm",
    "CaptionImageRequest",
    "CaptionOptions",
    "CaptionReport",
    "CaptionResponse",
    "CaptionStatus",
    "CaptionTask",
    "CaptionTaskResponse",
    "CaptionTokens",
    "CaptionVideoForm",
    "CaptionVideoRequest",
    "ChatAnswer",
    "ChatEventType",
    "ChatRequest",
    "ChatResponse",
    "ChatStreamEnd",
    "ClipByImage",
    "ClipsByImageForm",
    "ClipsByImageResponse",
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
    "ImageCaptionOptions",
    "ImageHit",
    "ImageListPage",
    "ImagePage",
    "ImageRow",
    "ImageType",
    "ImportCallback",
    "ImportCreatorRequest",
    "ImportedVideo",
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
    "ListImagesRequest",
    "ListImagesResponse",
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
    "Person",
    "PersonalChatMetadata",
    "PersonalChatRequest",
    "PlatformCaptionResponse",
    "PlatformCaptionTaskResponse",
    "PublicPlatform",
    "PublicSearchRequest",
    "PublicSearchResponse",
    "PublicSearchType",
    "PublicSimilarImagesForm",
    "PublicVideo",
    "PublicVideoResponse",
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
    "SimilarFrame",
    "SimilarImagesForm",
    "SimilarImagesResponse",
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
    "UpdatedTranscription",
    "UpdateTranscriptionRequest",
    "UpdateTranscriptionResponse",
    "UploadedImage",
    "UploadedVideo",
    "UploadForm",
    "UploadImagesForm",
    "UploadImagesResponse",
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

if not TYPE_CHECKING:
    _MODULES = {
        "AccessToken": ".access_token",
        "AccessTokenRequest": ".access_token_request",
        "AccessTokenResponse": ".access_token_response",
        "AddMemoryRequest": ".add_memory_request",
        "AudioTranscriptHit": ".audio_transcript_hit",
        "AudioTranscriptPage": ".audio_transcript_page",
        "AudioTranscriptSearchResponse": ".audio_transcript_search_response",
        "AuthorizationCodePush": ".authorization_code_push",
        "BareAudioTranscriptHit": ".bare_audio_transcript_hit",
        "BareAudioTranscriptSearchResponse": ".bare_audio_transcript_search_response",
        "BarePersonalChatAnswer": ".bare_personal_chat_answer",
        "BareSimilarImage": ".bare_similar_image",
        "BareSimilarImagesResponse": ".bare_similar_images_response",
        "BlobFailure": ".blob_failure",
        "Caption": ".caption",
        "CaptionFailure": ".caption_failure",
        "CaptionHit": ".caption_hit",
        "CaptionImageBase64Request": ".caption_image_base_64_request",
        "CaptionImageForm": ".caption_image_form",
        "CaptionImageRequest": ".caption_image_request",
        "CaptionOptions": ".caption_options",
        "CaptionReport": ".caption_report",
        "CaptionResponse": ".caption_response",
        "CaptionStatus": ".caption_status",
        "CaptionTask": ".caption_task",
        "CaptionTaskResponse": ".caption_task_response",
        "CaptionTokens": ".caption_tokens",
        "CaptionVideoForm": ".caption_video_form",
        "CaptionVideoRequest": ".caption_video_request",
        "ChatAnswer": ".chat_answer",
        "ChatEventType": ".chat_event_type",
        "ChatRequest": ".chat_request",
        "ChatResponse": ".chat_response",
        "ChatStreamEnd": ".chat_stream_end",
        "ClipByImage": ".clip_by_image",
        "ClipsByImageForm": ".clips_by_image_form",
        "ClipsByImageResponse": ".clips_by_image_response",
        "ContentEvent": ".content_event",
        "CreateFolderForm": ".create_folder_form",
        "DeleteFolderForm": ".delete_folder_form",
        "DownloadRequest": ".download_request",
        "EmptyResponse": ".empty_response",
        "Failure": ".failure",
        "FilteringLevel": ".filtering_level",
        "Folder": ".folder",
        "FolderList": ".folder_list",
        "FolderResponse": ".folder_response",
        "HashtagImportResponse": ".hashtag_import_response",
        "HashtagImportTask": ".hashtag_import_task",
        "ImageCaptionOptions": ".image_caption_options",
        "ImageHit": ".image_hit",
        "ImageListPage": ".image_list_page",
        "ImagePage": ".image_page",
        "ImageRow": ".image_row",
        "ImageType": ".image_type",
        "ImportCallback": ".import_callback",
        "ImportCreatorRequest": ".import_creator_request",
        "ImportHashtagRequest": ".import_hashtag_request",
        "ImportPostUrlsRequest": ".import_post_urls_request",
        "ImportProgress": ".import_progress",
        "ImportPublicCreatorRequest": ".import_public_creator_request",
        "ImportPublicHashtagRequest": ".import_public_hashtag_request",
        "ImportPublicPostUrlsRequest": ".import_public_post_urls_request",
        "ImportStatus": ".import_status",
        "ImportTask": ".import_task",
        "ImportTaskResponse": ".import_task_response",
        "ImportedVideo": ".imported_video",
        "InfrastructureFailure": ".infrastructure_failure",
        "LegacyChatRequest": ".legacy_chat_request",
        "LegacyFolder": ".legacy_folder",
        "LegacyFoldersResponse": ".legacy_folders_response",
        "LegacyListVideosRequest": ".legacy_list_videos_request",
        "LegacySearchRequest": ".legacy_search_request",
        "LegacySearchResponse": ".legacy_search_response",
        "LegacySearchType": ".legacy_search_type",
        "LegacyUploadForm": ".legacy_upload_form",
        "LegacyUploadUrlForm": ".legacy_upload_url_form",
        "ListFoldersResponse": ".list_folders_response",
        "ListImagesRequest": ".list_images_request",
        "ListImagesResponse": ".list_images_response",
        "ListMemoriesRequest": ".list_memories_request",
        "ListSessionsResponse": ".list_sessions_response",
        "ListUniqueIdsResponse": ".list_unique_ids_response",
        "ListVideosRequest": ".list_videos_request",
        "ListVideosResponse": ".list_videos_response",
        "MarketerChatRequest": ".marketer_chat_request",
        "MarketerStreamEvent": ".marketer_stream_event",
        "MaviChatAnswer": ".mavi_chat_answer",
        "MaviChatRequest": ".mavi_chat_request",
        "MaviChatResponse": ".mavi_chat_response",
        "MaviChatTurn": ".mavi_chat_turn",
        "MaviDeleteVideosResponse": ".mavi_delete_videos_response",
        "MaviFragment": ".mavi_fragment",
        "MaviFragmentResults": ".mavi_fragment_results",
        "MaviFragmentSearchRequest": ".mavi_fragment_search_request",
        "MaviFragmentSearchResponse": ".mavi_fragment_search_response",
        "MaviListVideosResponse": ".mavi_list_videos_response",
        "MaviSearchRequest": ".mavi_search_request",
        "MaviSearchResponse": ".mavi_search_response",
        "MaviSearchResults": ".mavi_search_results",
        "MaviSubmitTranscriptionRequest": ".mavi_submit_transcription_request",
        "MaviSubmitTranscriptionResponse": ".mavi_submit_transcription_response",
        "MaviTranscription": ".mavi_transcription",
        "MaviTranscriptionResponse": ".mavi_transcription_response",
        "MaviTranscriptionSegment": ".mavi_transcription_segment",
        "MaviTranscriptionStatus": ".mavi_transcription_status",
        "MaviTranscriptionTask": ".mavi_transcription_task",
        "MaviTranscriptionType": ".mavi_transcription_type",
        "MaviUploadForm": ".mavi_upload_form",
        "MaviUploadUrlRequest": ".mavi_upload_url_request",
        "MaviVideoHit": ".mavi_video_hit",
        "MaviVideoPage": ".mavi_video_page",
        "MaviVideoRow": ".mavi_video_row",
        "MaviVideoStatusFilter": ".mavi_video_status_filter",
        "MemoryEntry": ".memory_entry",
        "MemoryFilters": ".memory_filters",
        "MetadataResponse": ".metadata_response",
        "MoveVideosRequest": ".move_videos_request",
        "Person": ".person",
        "PersonalChatMetadata": ".personal_chat_metadata",
        "PersonalChatRequest": ".personal_chat_request",
        "PlatformCaptionResponse": ".platform_caption_response",
        "PlatformCaptionTaskResponse": ".platform_caption_task_response",
        "PublicPlatform": ".public_platform",
        "PublicSearchRequest": ".public_search_request",
        "PublicSearchResponse": ".public_search_response",
        "PublicSearchType": ".public_search_type",
        "PublicSimilarImagesForm": ".public_similar_images_form",
        "PublicVideo": ".public_video",
        "PublicVideoResponse": ".public_video_response",
        "Reference": ".reference",
        "ReferenceEvent": ".reference_event",
        "ReferenceItem": ".reference_item",
        "ReferenceType": ".reference_type",
        "ReferencedVideo": ".referenced_video",
        "RefreshAccessTokenRequest": ".refresh_access_token_request",
        "RefreshAccessTokenResponse": ".refresh_access_token_response",
        "RefreshedAccessToken": ".refreshed_access_token",
        "RenameFolderForm": ".rename_folder_form",
        "SearchHit": ".search_hit",
        "SearchMemoriesRequest": ".search_memories_request",
        "SearchRequest": ".search_request",
        "SearchResponse": ".search_response",
        "SearchType": ".search_type",
        "SessionDetail": ".session_detail",
        "SessionDetailResponse": ".session_detail_response",
        "SessionMessage": ".session_message",
        "SessionPage": ".session_page",
        "SessionRow": ".session_row",
        "SimilarFrame": ".similar_frame",
        "SimilarImagesForm": ".similar_images_form",
        "SimilarImagesResponse": ".similar_images_response",
        "SummaryItem": ".summary_item",
        "SummaryResponse": ".summary_response",
        "SummaryType": ".summary_type",
        "SupersededSearchData": ".superseded_search_data",
        "SupersededSearchHit": ".superseded_search_hit",
        "SupersededSearchResponse": ".superseded_search_response",
        "TaskStatusResponse": ".task_status_response",
        "Thinking": ".thinking",
        "ThinkingEvent": ".thinking_event",
        "TokenEvent": ".token_event",
        "Transcription": ".transcription",
        "TranscriptionResponse": ".transcription_response",
        "TranscriptionSegment": ".transcription_segment",
        "UniqueIdList": ".unique_id_list",
        "UnspecifiedResponse": ".unspecified_response",
        "UpdateTranscriptionRequest": ".update_transcription_request",
        "UpdateTranscriptionResponse": ".update_transcription_response",
        "UpdatedTranscription": ".updated_transcription",
        "UploadForm": ".upload_form",
        "UploadImagesForm": ".upload_images_form",
        "UploadImagesResponse": ".upload_images_response",
        "UploadResponse": ".upload_response",
        "UploadUrlForm": ".upload_url_form",
        "UploadedImage": ".uploaded_image",
        "UploadedVideo": ".uploaded_video",
        "VideoCallback": ".video_callback",
        "VideoDetails": ".video_details",
        "VideoDetailsResponse": ".video_details_response",
        "VideoMetadata": ".video_metadata",
        "VideoPage": ".video_page",
        "VideoRow": ".video_row",
        "VideoStatus": ".video_status",
        "VideoSummary": ".video_summary",
    }

    def __getattr__(name):
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = globals()[name] = getattr(import_module(_MODULES[name], __name__), name)
        return value

    def __dir__():
        return sorted({*globals(), *__all__})
