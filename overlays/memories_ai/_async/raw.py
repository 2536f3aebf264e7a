# Generated from openapi/ by `make generate`. Do not edit.
"""Every operation of the specification, as it is generated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memories_ai_generated.types import UNSET, Unset

from .raw_operations import AsyncRawOperations
from .streams import AsyncByteStream, AsyncEventStream

if TYPE_CHECKING:
    from memories_ai_generated.models.access_token_request import AccessTokenRequest
    from memories_ai_generated.models.access_token_response import AccessTokenResponse
    from memories_ai_generated.models.add_memory_request import AddMemoryRequest
    from memories_ai_generated.models.audio_transcript_search_response import AudioTranscriptSearchResponse
    from memories_ai_generated.models.bare_audio_transcript_search_response import BareAudioTranscriptSearchResponse
    from memories_ai_generated.models.bare_personal_chat_answer import BarePersonalChatAnswer
    from memories_ai_generated.models.bare_similar_images_response import BareSimilarImagesResponse
    from memories_ai_generated.models.caption_image_base_64_request import CaptionImageBase64Request
    from memories_ai_generated.models.caption_image_form import CaptionImageForm
    from memories_ai_generated.models.caption_image_request import CaptionImageRequest
    from memories_ai_generated.models.caption_report import CaptionReport
    from memories_ai_generated.models.caption_response import CaptionResponse
    from memories_ai_generated.models.caption_task_response import CaptionTaskResponse
    from memories_ai_generated.models.caption_video_form import CaptionVideoForm
    from memories_ai_generated.models.caption_video_request import CaptionVideoRequest
    from memories_ai_generated.models.chat_request import ChatRequest
    from memories_ai_generated.models.chat_response import ChatResponse
    from memories_ai_generated.models.clips_by_image_form import ClipsByImageForm
    from memories_ai_generated.models.clips_by_image_response import ClipsByImageResponse
    from memories_ai_generated.models.create_folder_form import CreateFolderForm
    from memories_ai_generated.models.delete_folder_form import DeleteFolderForm
    from memories_ai_generated.models.download_request import DownloadRequest
    from memories_ai_generated.models.empty_response import EmptyResponse
    from memories_ai_generated.models.folder_response import FolderResponse
    from memories_ai_generated.models.hashtag_import_response import HashtagImportResponse
    from memories_ai_generated.models.import_creator_request import ImportCreatorRequest
    from memories_ai_generated.models.import_hashtag_request import ImportHashtagRequest
    from memories_ai_generated.models.import_post_urls_request import ImportPostUrlsRequest
    from memories_ai_generated.models.import_public_creator_request import ImportPublicCreatorRequest
    from memories_ai_generated.models.import_public_hashtag_request import ImportPublicHashtagRequest
    from memories_ai_generated.models.import_public_post_urls_request import ImportPublicPostUrlsRequest
    from memories_ai_generated.models.import_task_response import ImportTaskResponse
    from memories_ai_generated.models.legacy_chat_request import LegacyChatRequest
    from memories_ai_generated.models.legacy_folders_response import LegacyFoldersResponse
    from memories_ai_generated.models.legacy_list_videos_request import LegacyListVideosRequest
    from memories_ai_generated.models.legacy_search_request import LegacySearchRequest
    from memories_ai_generated.models.legacy_search_response import LegacySearchResponse
    from memories_ai_generated.models.legacy_upload_form import LegacyUploadForm
    from memories_ai_generated.models.legacy_upload_url_form import LegacyUploadUrlForm
    from memories_ai_generated.models.list_folders_response import ListFoldersResponse
    from memories_ai_generated.models.list_images_request import ListImagesRequest
    from memories_ai_generated.models.list_images_response import ListImagesResponse
    from memories_ai_generated.models.list_memories_request import ListMemoriesRequest
    from memories_ai_generated.models.list_sessions_response import ListSessionsResponse
    from memories_ai_generated.models.list_unique_ids_response import ListUniqueIdsResponse
    from memories_ai_generated.models.list_videos_request import ListVideosRequest
    from memories_ai_generated.models.list_videos_response import ListVideosResponse
    from memories_ai_generated.models.marketer_chat_request import MarketerChatRequest
    from memories_ai_generated.models.mavi_chat_request import MaviChatRequest
    from memories_ai_generated.models.mavi_delete_videos_response import MaviDeleteVideosResponse
    from memories_ai_generated.models.mavi_fragment_search_request import MaviFragmentSearchRequest
    from memories_ai_generated.models.mavi_fragment_search_response import MaviFragmentSearchResponse
    from memories_ai_generated.models.mavi_list_videos_response import MaviListVideosResponse
    from memories_ai_generated.models.mavi_search_request import MaviSearchRequest
    from memories_ai_generated.models.mavi_search_response import MaviSearchResponse
    from memories_ai_generated.models.mavi_submit_transcription_request import MaviSubmitTranscriptionRequest
    from memories_ai_generated.models.mavi_submit_transcription_response import MaviSubmitTranscriptionResponse
    from memories_ai_generated.models.mavi_transcription_response import MaviTranscriptionResponse
    from memories_ai_generated.models.mavi_upload_form import MaviUploadForm
    from memories_ai_generated.models.mavi_upload_url_request import MaviUploadUrlRequest
    from memories_ai_generated.models.mavi_video_status_filter import MaviVideoStatusFilter
    from memories_ai_generated.models.metadata_response import MetadataResponse
    from memories_ai_generated.models.move_videos_request import MoveVideosRequest
    from memories_ai_generated.models.personal_chat_request import PersonalChatRequest
    from memories_ai_generated.models.platform_caption_response import PlatformCaptionResponse
    from memories_ai_generated.models.platform_caption_task_response import PlatformCaptionTaskResponse
    from memories_ai_generated.models.public_search_request import PublicSearchRequest
    from memories_ai_generated.models.public_search_response import PublicSearchResponse
    from memories_ai_generated.models.public_similar_images_form import PublicSimilarImagesForm
    from memories_ai_generated.models.public_video_response import PublicVideoResponse
    from memories_ai_generated.models.refresh_access_token_request import RefreshAccessTokenRequest
    from memories_ai_generated.models.refresh_access_token_response import RefreshAccessTokenResponse
    from memories_ai_generated.models.rename_folder_form import RenameFolderForm
    from memories_ai_generated.models.search_memories_request import SearchMemoriesRequest
    from memories_ai_generated.models.search_request import SearchRequest
    from memories_ai_generated.models.search_response import SearchResponse
    from memories_ai_generated.models.session_detail_response import SessionDetailResponse
    from memories_ai_generated.models.similar_images_form import SimilarImagesForm
    from memories_ai_generated.models.similar_images_response import SimilarImagesResponse
    from memories_ai_generated.models.summary_response import SummaryResponse
    from memories_ai_generated.models.summary_type import SummaryType
    from memories_ai_generated.models.superseded_search_response import SupersededSearchResponse
    from memories_ai_generated.models.task_status_response import TaskStatusResponse
    from memories_ai_generated.models.transcription_response import TranscriptionResponse
    from memories_ai_generated.models.unspecified_response import UnspecifiedResponse
    from memories_ai_generated.models.update_transcription_request import UpdateTranscriptionRequest
    from memories_ai_generated.models.update_transcription_response import UpdateTranscriptionResponse
    from memories_ai_generated.models.upload_form import UploadForm
    from memories_ai_generated.models.upload_images_form import UploadImagesForm
    from memories_ai_generated.models.upload_images_response import UploadImagesResponse
    from memories_ai_generated.models.upload_response import UploadResponse
    from memories_ai_generated.models.upload_url_form import UploadUrlForm
    from memories_ai_generated.models.video_details_response import VideoDetailsResponse
    from memories_ai_generated.models.video_status import VideoStatus


class AsyncRaw(AsyncRawOperations):
    """Operations by their ids: `client.raw.list_videos(...)`. Arguments and results are the generated ones.

    Retries, deadlines and errors are those of all calls. `timeout`: seconds for the whole call with its retries.

    Raises:
        MemoriesError: the answer is a failure, or none came.
    """

    async def upload(
        self, *, body: UploadForm, callback: str | Unset = UNSET, timeout: float | None = None
    ) -> UploadResponse:
        """Upload a video file.

        POST /serve/api/v1/upload
        """
        result: UploadResponse = await self._json("upload", timeout, body=body, callback=callback)
        return result

    async def upload_url(
        self, *, body: UploadUrlForm, callback: str | Unset = UNSET, timeout: float | None = None
    ) -> UploadResponse:
        """Upload a video from a URL.

        POST /serve/api/v1/upload_url
        """
        result: UploadResponse = await self._json("upload_url", timeout, body=body, callback=callback)
        return result

    async def list_videos(
        self,
        *,
        body: ListVideosRequest | Unset = UNSET,
        page: int | Unset = UNSET,
        size: int | Unset = UNSET,
        video_name: str | Unset = UNSET,
        video_no: str | Unset = UNSET,
        status: VideoStatus | Unset = UNSET,
        timeout: float | None = None,
    ) -> ListVideosResponse:
        """List videos.

        POST /serve/api/v1/list_videos
        """
        result: ListVideosResponse = await self._json(
            "list_videos",
            timeout,
            body=body,
            page=page,
            size=size,
            video_name=video_name,
            video_no=video_no,
            status=status,
        )
        return result

    async def get_private_video_details(
        self, *, video_no: str, unique_id: str | Unset = UNSET, timeout: float | None = None
    ) -> VideoDetailsResponse:
        """Get technical details of a video.

        GET /serve/api/v1/get_private_video_details
        """
        result: VideoDetailsResponse = await self._json(
            "get_private_video_details", timeout, video_no=video_no, unique_id=unique_id
        )
        return result

    async def get_metadata(
        self, *, video_no: str, unique_id: str | Unset = UNSET, timeout: float | None = None
    ) -> MetadataResponse:
        """Get the metadata and the indexing status of a video.

        GET /serve/api/v1/get_metadata
        """
        result: MetadataResponse = await self._json("get_metadata", timeout, video_no=video_no, unique_id=unique_id)
        return result

    async def generate_summary(
        self, *, video_no: str, type_: SummaryType, unique_id: str | Unset = UNSET, timeout: float | None = None
    ) -> SummaryResponse:
        """Summarise a video by chapters or topics.

        GET /serve/api/v1/generate_summary
        """
        result: SummaryResponse = await self._json(
            "generate_summary", timeout, video_no=video_no, type_=type_, unique_id=unique_id
        )
        return result

    async def download(self, *, body: DownloadRequest, timeout: float | None = None) -> AsyncByteStream:
        """Download the file of a video.

        POST /serve/api/v1/download
        """
        result: AsyncByteStream = await self._bytes("download", timeout, body=body)
        return result

    async def download_blob(self, *, bucket: str, blob: str, timeout: float | None = None) -> AsyncByteStream:
        """Download an object by bucket and blob.

        GET /serve/api/v1/download
        """
        result: AsyncByteStream = await self._bytes("download_blob", timeout, bucket=bucket, blob=blob)
        return result

    async def delete_videos(
        self, *, body: list[str], unique_id: str | Unset = UNSET, timeout: float | None = None
    ) -> EmptyResponse:
        """Delete videos.

        POST /serve/api/v1/delete_videos
        """
        result: EmptyResponse = await self._json("delete_videos", timeout, body=body, unique_id=unique_id)
        return result

    async def download_blob_v2(self, *, bucket: str, blob: str, timeout: float | None = None) -> AsyncByteStream:
        """Download an object by bucket and blob (second generation).

        GET /serve/api/v2/download
        """
        result: AsyncByteStream = await self._bytes("download_blob_v2", timeout, bucket=bucket, blob=blob)
        return result

    async def upload_image(self, *, body: UploadImagesForm, timeout: float | None = None) -> UploadImagesResponse:
        """Upload images.

        POST /serve/api/v1/upload_img
        """
        result: UploadImagesResponse = await self._json("upload_image", timeout, body=body)
        return result

    async def list_images(self, *, body: ListImagesRequest, timeout: float | None = None) -> ListImagesResponse:
        """List images.

        POST /serve/api/v1/img_list_page
        """
        result: ListImagesResponse = await self._json("list_images", timeout, body=body)
        return result

    async def import_post_urls(
        self, *, body: ImportPostUrlsRequest, timeout: float | None = None
    ) -> ImportTaskResponse:
        """Import posts.

        POST /serve/api/v1/scraper_url
        """
        result: ImportTaskResponse = await self._json("import_post_urls", timeout, body=body)
        return result

    async def import_post_urls_public(
        self, *, body: ImportPublicPostUrlsRequest, timeout: float | None = None
    ) -> ImportTaskResponse:
        """Import posts into the public library.

        POST /serve/api/v1/scraper_url_public
        """
        result: ImportTaskResponse = await self._json("import_post_urls_public", timeout, body=body)
        return result

    async def import_creator(self, *, body: ImportCreatorRequest, timeout: float | None = None) -> ImportTaskResponse:
        """Import the newest posts of a creator.

        POST /serve/api/v1/scraper
        """
        result: ImportTaskResponse = await self._json("import_creator", timeout, body=body)
        return result

    async def import_creator_public(
        self, *, body: ImportPublicCreatorRequest, timeout: float | None = None
    ) -> ImportTaskResponse:
        """Import the newest posts of a creator into the public library.

        POST /serve/api/v1/scraper_public
        """
        result: ImportTaskResponse = await self._json("import_creator_public", timeout, body=body)
        return result

    async def import_hashtag(
        self, *, body: ImportHashtagRequest, timeout: float | None = None
    ) -> HashtagImportResponse:
        """Import the newest posts of hashtags.

        POST /serve/api/v1/scraper_tag
        """
        result: HashtagImportResponse = await self._json("import_hashtag", timeout, body=body)
        return result

    async def import_hashtag_public(
        self, *, body: ImportPublicHashtagRequest, timeout: float | None = None
    ) -> ImportTaskResponse:
        """Import the newest posts of hashtags into the public library.

        POST /serve/api/v1/scraper_tag_public
        """
        result: ImportTaskResponse = await self._json("import_hashtag_public", timeout, body=body)
        return result

    async def get_task_status(
        self, *, task_id: str, unique_id: str | Unset = UNSET, timeout: float | None = None
    ) -> TaskStatusResponse:
        """Get the videos of an import.

        GET /serve/api/v1/get_video_ids_by_task_id
        """
        result: TaskStatusResponse = await self._json("get_task_status", timeout, task_id=task_id, unique_id=unique_id)
        return result

    async def get_public_video_detail(self, *, video_no: str, timeout: float | None = None) -> PublicVideoResponse:
        """Get what is known about a public video.

        GET /serve/api/v1/get_public_video_detail
        """
        result: PublicVideoResponse = await self._json("get_public_video_detail", timeout, video_no=video_no)
        return result

    async def get_public_video_transcription(
        self, *, video_no: str, timeout: float | None = None
    ) -> TranscriptionResponse:
        """Get the scene descriptions of a public video.

        GET /serve/api/v1/get_public_video_transcription
        """
        result: TranscriptionResponse = await self._json("get_public_video_transcription", timeout, video_no=video_no)
        return result

    async def get_public_audio_transcription(
        self, *, video_no: str, timeout: float | None = None
    ) -> TranscriptionResponse:
        """Get the spoken text of a public video.

        GET /serve/api/v1/get_public_audio_transcription
        """
        result: TranscriptionResponse = await self._json("get_public_audio_transcription", timeout, video_no=video_no)
        return result

    async def search(
        self, *, body: SearchRequest, timeout: float | None = None
    ) -> SearchResponse | SupersededSearchResponse:
        """Search the private library by text.

        POST /serve/api/v1/search
        """
        result: SearchResponse | SupersededSearchResponse = await self._json("search", timeout, body=body)
        return result

    async def search_audio_transcripts(
        self,
        *,
        query: str,
        page: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
        unique_id: str | Unset = UNSET,
        timeout: float | None = None,
    ) -> AudioTranscriptSearchResponse | BareAudioTranscriptSearchResponse:
        """Search the spoken text literally.

        GET /serve/api/v1/search_audio_transcripts
        """
        result: AudioTranscriptSearchResponse | BareAudioTranscriptSearchResponse = await self._json(
            "search_audio_transcripts", timeout, query=query, page=page, page_size=page_size, unique_id=unique_id
        )
        return result

    async def search_public(self, *, body: PublicSearchRequest, timeout: float | None = None) -> PublicSearchResponse:
        """Search the public library by text.

        POST /serve/api/v1/search_public
        """
        result: PublicSearchResponse = await self._json("search_public", timeout, body=body)
        return result

    async def search_public_audio_transcripts(
        self, *, query: str, page: int | Unset = UNSET, page_size: int | Unset = UNSET, timeout: float | None = None
    ) -> AudioTranscriptSearchResponse | BareAudioTranscriptSearchResponse:
        """Search the spoken text of public videos literally.

        GET /serve/api/v1/search_public_audio_transcripts
        """
        result: AudioTranscriptSearchResponse | BareAudioTranscriptSearchResponse = await self._json(
            "search_public_audio_transcripts", timeout, query=query, page=page, page_size=page_size
        )
        return result

    async def search_similar_images(
        self, *, body: SimilarImagesForm, timeout: float | None = None
    ) -> BareSimilarImagesResponse | SimilarImagesResponse:
        """Find frames of private videos that look like an image.

        POST /serve/api/v1/search_similar_images
        """
        result: BareSimilarImagesResponse | SimilarImagesResponse = await self._json(
            "search_similar_images", timeout, body=body
        )
        return result

    async def search_public_similar_images(
        self, *, body: PublicSimilarImagesForm, timeout: float | None = None
    ) -> BareSimilarImagesResponse | SimilarImagesResponse:
        """Find frames of public videos that look like an image.

        POST /serve/api/v1/search_public_similar_images
        """
        result: BareSimilarImagesResponse | SimilarImagesResponse = await self._json(
            "search_public_similar_images", timeout, body=body
        )
        return result

    async def search_clips_by_image(
        self, *, body: ClipsByImageForm, timeout: float | None = None
    ) -> ClipsByImageResponse:
        """Find where a video shows what an image shows.

        POST /serve/api/v1/search_clips_by_image
        """
        result: ClipsByImageResponse = await self._json("search_clips_by_image", timeout, body=body)
        return result

    async def chat(self, *, body: ChatRequest, timeout: float | None = None) -> ChatResponse:
        """Ask about videos, answer in one piece.

        POST /serve/api/v1/chat
        """
        result: ChatResponse = await self._json("chat", timeout, body=body)
        return result

    def chat_stream(self, *, body: ChatRequest, timeout: float | None = None) -> AsyncEventStream[object]:
        """Ask about videos, answer as a stream of events.

        POST /serve/api/v1/chat_stream
        """
        return self._events("chat_stream", timeout, body=body)

    async def chat_personal(
        self, *, body: PersonalChatRequest, timeout: float | None = None
    ) -> BarePersonalChatAnswer | ChatResponse:
        """Ask about the whole private library, answer in one piece.

        POST /serve/api/v1/chat_personal
        """
        result: BarePersonalChatAnswer | ChatResponse = await self._json("chat_personal", timeout, body=body)
        return result

    def chat_personal_stream(
        self, *, body: PersonalChatRequest, timeout: float | None = None
    ) -> AsyncEventStream[object]:
        """Ask about the whole private library, answer as a stream of tokens.

        POST /serve/api/v1/chat_personal_stream
        """
        return self._events("chat_personal_stream", timeout, body=body)

    async def marketer_chat(self, *, body: MarketerChatRequest, timeout: float | None = None) -> ChatResponse:
        """Ask about public videos, answer in one piece.

        POST /serve/api/v1/marketer_chat
        """
        result: ChatResponse = await self._json("marketer_chat", timeout, body=body)
        return result

    def marketer_chat_stream(
        self, *, body: MarketerChatRequest, timeout: float | None = None
    ) -> AsyncEventStream[object]:
        """Ask about public videos, answer as a stream of events.

        POST /serve/api/v1/marketer_chat_stream
        """
        return self._events("marketer_chat_stream", timeout, body=body)

    async def get_video_transcription(
        self, *, video_no: str, unique_id: str | Unset = UNSET, timeout: float | None = None
    ) -> TranscriptionResponse:
        """Get the scene descriptions of a video.

        GET /serve/api/v1/get_video_transcription
        """
        result: TranscriptionResponse = await self._json(
            "get_video_transcription", timeout, video_no=video_no, unique_id=unique_id
        )
        return result

    async def get_audio_transcription(
        self, *, video_no: str, unique_id: str | Unset = UNSET, timeout: float | None = None
    ) -> TranscriptionResponse:
        """Get the spoken text of a video.

        GET /serve/api/v1/get_audio_transcription
        """
        result: TranscriptionResponse = await self._json(
            "get_audio_transcription", timeout, video_no=video_no, unique_id=unique_id
        )
        return result

    async def get_video_caption(
        self, *, video_no: str, unique_id: str | Unset = UNSET, timeout: float | None = None
    ) -> TranscriptionResponse:
        """Get the scene captions of a video.

        GET /serve/api/v1/get_video_caption
        """
        result: TranscriptionResponse = await self._json(
            "get_video_caption", timeout, video_no=video_no, unique_id=unique_id
        )
        return result

    async def update_video_transcription(
        self, *, body: UpdateTranscriptionRequest, timeout: float | None = None
    ) -> UpdateTranscriptionResponse:
        """Describe the scenes of a video anew.

        POST /serve/api/v1/update_video_transcription
        """
        result: UpdateTranscriptionResponse = await self._json("update_video_transcription", timeout, body=body)
        return result

    async def list_sessions(
        self, *, page: int | Unset = UNSET, unique_id: str | Unset = UNSET, timeout: float | None = None
    ) -> ListSessionsResponse:
        """List conversations.

        GET /serve/api/v1/list_sessions
        """
        result: ListSessionsResponse = await self._json("list_sessions", timeout, page=page, unique_id=unique_id)
        return result

    async def get_session_detail(
        self, *, session_id: str, unique_id: str | Unset = UNSET, timeout: float | None = None
    ) -> SessionDetailResponse:
        """Get the messages of a conversation.

        GET /serve/api/v1/get_session_detail
        """
        result: SessionDetailResponse = await self._json(
            "get_session_detail", timeout, session_id=session_id, unique_id=unique_id
        )
        return result

    async def list_folders(self, *, timeout: float | None = None) -> ListFoldersResponse:
        """List folders.

        GET /serve/api/v1/folders
        """
        result: ListFoldersResponse = await self._json("list_folders", timeout)
        return result

    async def create_folder(self, *, body: CreateFolderForm, timeout: float | None = None) -> FolderResponse:
        """Create a folder.

        POST /serve/api/v1/folders/create
        """
        result: FolderResponse = await self._json("create_folder", timeout, body=body)
        return result

    async def rename_folder(self, *, body: RenameFolderForm, timeout: float | None = None) -> FolderResponse:
        """Rename a folder.

        POST /serve/api/v1/folders/rename
        """
        result: FolderResponse = await self._json("rename_folder", timeout, body=body)
        return result

    async def delete_folder(self, *, body: DeleteFolderForm, timeout: float | None = None) -> UnspecifiedResponse:
        """Delete a folder.

        POST /serve/api/v1/folders/delete
        """
        result: UnspecifiedResponse = await self._json("delete_folder", timeout, body=body)
        return result

    async def move_videos_to_folder(
        self, *, body: MoveVideosRequest, timeout: float | None = None
    ) -> UnspecifiedResponse:
        """Move videos into a folder.

        POST /serve/api/v1/folders/move
        """
        result: UnspecifiedResponse = await self._json("move_videos_to_folder", timeout, body=body)
        return result

    async def list_folder_videos(
        self, *, folder_id: int, page: int | Unset = UNSET, page_size: int | Unset = UNSET, timeout: float | None = None
    ) -> ListVideosResponse:
        """List the videos of a folder.

        GET /serve/api/v1/folders/videos
        """
        result: ListVideosResponse = await self._json(
            "list_folder_videos", timeout, folder_id=folder_id, page=page, page_size=page_size
        )
        return result

    async def list_unique_ids(self, *, timeout: float | None = None) -> ListUniqueIdsResponse:
        """List namespaces.

        GET /serve/api/v1/list_unique_ids
        """
        result: ListUniqueIdsResponse = await self._json("list_unique_ids", timeout)
        return result

    async def list_memories(self, *, body: ListMemoriesRequest, timeout: float | None = None) -> UnspecifiedResponse:
        """List what was stored to remember.

        POST /serve/api/v1/memories
        """
        result: UnspecifiedResponse = await self._json("list_memories", timeout, body=body)
        return result

    async def add_memory(self, *, body: AddMemoryRequest, timeout: float | None = None) -> UnspecifiedResponse:
        """Store texts to remember.

        POST /serve/api/v1/memories/add
        """
        result: UnspecifiedResponse = await self._json("add_memory", timeout, body=body)
        return result

    async def search_memories(
        self, *, body: SearchMemoriesRequest, timeout: float | None = None
    ) -> UnspecifiedResponse:
        """Search what was stored to remember.

        POST /serve/api/v1/memories/search
        """
        result: UnspecifiedResponse = await self._json("search_memories", timeout, body=body)
        return result

    async def caption_video_url(
        self, *, body: CaptionVideoRequest, timeout: float | None = None
    ) -> CaptionTaskResponse | PlatformCaptionTaskResponse:
        """Describe a video by its address.

        POST /v1/understand/upload
        """
        result: CaptionTaskResponse | PlatformCaptionTaskResponse = await self._json(
            "caption_video_url", timeout, body=body
        )
        return result

    async def caption_video_file(
        self, *, body: CaptionVideoForm, timeout: float | None = None
    ) -> CaptionTaskResponse | PlatformCaptionTaskResponse:
        """Describe a video file.

        POST /v1/understand/uploadFile
        """
        result: CaptionTaskResponse | PlatformCaptionTaskResponse = await self._json(
            "caption_video_file", timeout, body=body
        )
        return result

    async def caption_video_url_sync(
        self, *, body: CaptionVideoRequest, timeout: float | None = None
    ) -> CaptionReport | CaptionResponse | PlatformCaptionResponse:
        """Describe a video by its address, and wait.

        POST /v1/understand/uploadSync
        """
        result: CaptionReport | CaptionResponse | PlatformCaptionResponse = await self._json(
            "caption_video_url_sync", timeout, body=body
        )
        return result

    async def caption_video_file_sync(
        self, *, body: CaptionVideoForm, timeout: float | None = None
    ) -> CaptionReport | CaptionResponse | PlatformCaptionResponse:
        """Describe a video file, and wait.

        POST /v1/understand/uploadFileSync
        """
        result: CaptionReport | CaptionResponse | PlatformCaptionResponse = await self._json(
            "caption_video_file_sync", timeout, body=body
        )
        return result

    async def caption_image_url(
        self, *, body: CaptionImageRequest | CaptionImageForm, timeout: float | None = None
    ) -> CaptionReport | CaptionResponse | PlatformCaptionResponse:
        """Describe images by their addresses.

        POST /v1/understand/uploadImg
        """
        result: CaptionReport | CaptionResponse | PlatformCaptionResponse = await self._json(
            "caption_image_url", timeout, body=body
        )
        return result

    async def caption_image_file(
        self, *, body: CaptionImageForm, timeout: float | None = None
    ) -> CaptionReport | CaptionResponse | PlatformCaptionResponse:
        """Describe image files.

        POST /v1/understand/uploadImgFile
        """
        result: CaptionReport | CaptionResponse | PlatformCaptionResponse = await self._json(
            "caption_image_file", timeout, body=body
        )
        return result

    async def caption_image_base64(
        self, *, body: CaptionImageBase64Request, timeout: float | None = None
    ) -> CaptionReport | CaptionResponse | PlatformCaptionResponse:
        """Describe an image within JSON.

        POST /v1/understand/uploadImgFileBase64
        """
        result: CaptionReport | CaptionResponse | PlatformCaptionResponse = await self._json(
            "caption_image_base64", timeout, body=body
        )
        return result

    async def legacy_upload(
        self, *, body: LegacyUploadForm, callback: str | Unset = UNSET, timeout: float | None = None
    ) -> UploadResponse:
        """Upload a video file (v1.1).

        POST /serve/api/video/upload
        """
        result: UploadResponse = await self._json("legacy_upload", timeout, body=body, callback=callback)
        return result

    async def legacy_upload_url(
        self, *, body: LegacyUploadUrlForm, callback: str | Unset = UNSET, timeout: float | None = None
    ) -> UploadResponse:
        """Upload a video from a URL (v1.1).

        POST /serve/api/video/upload_url
        """
        result: UploadResponse = await self._json("legacy_upload_url", timeout, body=body, callback=callback)
        return result

    async def legacy_list_videos(
        self,
        *,
        body: LegacyListVideosRequest | Unset = UNSET,
        page: int | Unset = UNSET,
        size: int | Unset = UNSET,
        video_name: str | Unset = UNSET,
        video_no: str | Unset = UNSET,
        status: VideoStatus | Unset = UNSET,
        folder_id: int | Unset = UNSET,
        timeout: float | None = None,
    ) -> ListVideosResponse:
        """List videos (v1.1).

        POST /serve/api/video/list_videos
        """
        result: ListVideosResponse = await self._json(
            "legacy_list_videos",
            timeout,
            body=body,
            page=page,
            size=size,
            video_name=video_name,
            video_no=video_no,
            status=status,
            folder_id=folder_id,
        )
        return result

    async def legacy_search(
        self, *, body: LegacySearchRequest, timeout: float | None = None
    ) -> LegacySearchResponse | SupersededSearchResponse:
        """Search the private library by text (v1.1).

        POST /serve/api/video/search
        """
        result: LegacySearchResponse | SupersededSearchResponse = await self._json("legacy_search", timeout, body=body)
        return result

    def legacy_chat(self, *, body: LegacyChatRequest, timeout: float | None = None) -> AsyncEventStream[object]:
        """Ask about videos, answer as a stream of events (v1.1).

        POST /serve/api/video/chat
        """
        return self._events("legacy_chat", timeout, body=body)

    async def legacy_get_video_transcription(
        self, *, video_no: str, timeout: float | None = None
    ) -> TranscriptionResponse:
        """Get the scene descriptions of a video (v1.1).

        GET /serve/api/video/get_video_transcription
        """
        result: TranscriptionResponse = await self._json("legacy_get_video_transcription", timeout, video_no=video_no)
        return result

    async def legacy_get_audio_transcription(
        self, *, video_no: str, timeout: float | None = None
    ) -> TranscriptionResponse:
        """Get the spoken text of a video (v1.1).

        GET /serve/api/video/get_audio_transcription
        """
        result: TranscriptionResponse = await self._json("legacy_get_audio_transcription", timeout, video_no=video_no)
        return result

    async def legacy_generate_summary(
        self, *, video_no: str, type_: SummaryType, timeout: float | None = None
    ) -> SummaryResponse:
        """Summarise a video by chapters or topics (v1.1).

        GET /serve/api/video/generate_summary
        """
        result: SummaryResponse = await self._json("legacy_generate_summary", timeout, video_no=video_no, type_=type_)
        return result

    async def legacy_list_sessions(
        self, *, page: int | Unset = UNSET, timeout: float | None = None
    ) -> ListSessionsResponse:
        """List conversations (v1.1).

        GET /serve/api/video/list_sessions
        """
        result: ListSessionsResponse = await self._json("legacy_list_sessions", timeout, page=page)
        return result

    async def legacy_get_session_detail(
        self, *, session_id: str, timeout: float | None = None
    ) -> SessionDetailResponse:
        """Get the messages of a conversation (v1.1).

        GET /serve/api/video/get_session_detail
        """
        result: SessionDetailResponse = await self._json("legacy_get_session_detail", timeout, session_id=session_id)
        return result

    async def legacy_delete_videos(self, *, body: list[str], timeout: float | None = None) -> EmptyResponse:
        """Delete videos (v1.1).

        POST /serve/api/video/delete_videos
        """
        result: EmptyResponse = await self._json("legacy_delete_videos", timeout, body=body)
        return result

    async def legacy_get_folder(self, *, timeout: float | None = None) -> LegacyFoldersResponse:
        """List the folders (v1.1).

        GET /serve/api/video/get_folder
        """
        result: LegacyFoldersResponse = await self._json("legacy_get_folder", timeout)
        return result

    async def mavi_upload(
        self, *, body: MaviUploadForm, call_back_uri: str | Unset = UNSET, timeout: float | None = None
    ) -> UploadResponse:
        """Upload a video file (v1.0).

        POST /api/serve/video/upload
        """
        result: UploadResponse = await self._json("mavi_upload", timeout, body=body, call_back_uri=call_back_uri)
        return result

    async def mavi_upload_url(
        self, *, body: MaviUploadUrlRequest, call_back_uri: str | Unset = UNSET, timeout: float | None = None
    ) -> UploadResponse:
        """Upload a video from a URL (v1.0).

        POST /api/serve/video/uploadUrl
        """
        result: UploadResponse = await self._json("mavi_upload_url", timeout, body=body, call_back_uri=call_back_uri)
        return result

    async def mavi_search_db(
        self,
        *,
        start_time: int | Unset = UNSET,
        end_time: int | Unset = UNSET,
        video_status: MaviVideoStatusFilter | Unset = UNSET,
        page: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
        video_name: str | Unset = UNSET,
        timeout: float | None = None,
    ) -> MaviListVideosResponse:
        """List videos (v1.0).

        GET /api/serve/video/searchDB
        """
        result: MaviListVideosResponse = await self._json(
            "mavi_search_db",
            timeout,
            start_time=start_time,
            end_time=end_time,
            video_status=video_status,
            page=page,
            page_size=page_size,
            video_name=video_name,
        )
        return result

    async def mavi_search_ai(self, *, body: MaviSearchRequest, timeout: float | None = None) -> MaviSearchResponse:
        """Search for videos by text (v1.0).

        POST /api/serve/video/searchAI
        """
        result: MaviSearchResponse = await self._json("mavi_search_ai", timeout, body=body)
        return result

    async def mavi_search_fragments(
        self, *, body: MaviFragmentSearchRequest, timeout: float | None = None
    ) -> MaviFragmentSearchResponse:
        """Search for fragments of videos by text (v1.0).

        POST /api/serve/video/searchVideoFragment
        """
        result: MaviFragmentSearchResponse = await self._json("mavi_search_fragments", timeout, body=body)
        return result

    def mavi_chat(self, *, body: MaviChatRequest, timeout: float | None = None) -> AsyncEventStream[object]:
        """Ask about videos (v1.0).

        POST /api/serve/video/chat
        """
        return self._events("mavi_chat", timeout, body=body)

    async def mavi_submit_transcription(
        self, *, body: MaviSubmitTranscriptionRequest, timeout: float | None = None
    ) -> MaviSubmitTranscriptionResponse:
        """Begin to transcribe a video (v1.0).

        POST /api/serve/video/subTranscription
        """
        result: MaviSubmitTranscriptionResponse = await self._json("mavi_submit_transcription", timeout, body=body)
        return result

    async def mavi_get_transcription(self, *, task_no: str, timeout: float | None = None) -> MaviTranscriptionResponse:
        """Get a transcription (v1.0).

        GET /api/serve/video/getTranscription
        """
        result: MaviTranscriptionResponse = await self._json("mavi_get_transcription", timeout, task_no=task_no)
        return result

    async def mavi_delete_videos(self, *, body: list[str], timeout: float | None = None) -> MaviDeleteVideosResponse:
        """Delete videos (v1.0).

        DELETE /api/serve/video/delete
        """
        result: MaviDeleteVideosResponse = await self._json("mavi_delete_videos", timeout, body=body)
        return result

    async def get_access_token(self, *, body: AccessTokenRequest, timeout: float | None = None) -> AccessTokenResponse:
        """Exchange a pushed code for tokens.

        POST /auth/api/token/getAccessToken
        """
        result: AccessTokenResponse = await self._json("get_access_token", timeout, body=body)
        return result

    async def refresh_access_token(
        self, *, body: RefreshAccessTokenRequest, timeout: float | None = None
    ) -> RefreshAccessTokenResponse:
        """Get a new access token.

        POST /auth/api/token/refreshAccessToken
        """
        result: RefreshAccessTokenResponse = await self._json("refresh_access_token", timeout, body=body)
        return result
