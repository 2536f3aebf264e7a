# Generated from openapi/ by `make generate`. Do not edit.
"""Every operation of the specification, as it is generated."""

from __future__ import annotations

# It imports each model when it is first asked for.
from memories_ai_generated import models
from memories_ai_generated.types import UNSET, Unset

from .raw_operations import AsyncRawOperations
from .streams import AsyncByteStream, AsyncEventStream


class AsyncRaw(AsyncRawOperations):
    """Operations by their ids: `client.raw.list_videos(...)`. Arguments and results are the generated ones.

    Retries, deadlines and errors are those of all calls. `timeout`: seconds for the whole call with its retries.

    Raises:
        MemoriesError: the answer is a failure, or none came.
    """

    async def upload(
        self, *, body: models.UploadForm, callback: str | Unset = UNSET, timeout: float | None = None
    ) -> models.UploadResponse:
        """Upload a video file.

        POST /serve/api/v1/upload
        """
        result: models.UploadResponse = await self._json("upload", timeout, body=body, callback=callback)
        return result

    async def upload_url(
        self, *, body: models.UploadUrlForm, callback: str | Unset = UNSET, timeout: float | None = None
    ) -> models.UploadResponse:
        """Upload a video from a URL.

        POST /serve/api/v1/upload_url
        """
        result: models.UploadResponse = await self._json("upload_url", timeout, body=body, callback=callback)
        return result

    async def list_videos(
        self,
        *,
        body: models.ListVideosRequest | Unset = UNSET,
        page: int | Unset = UNSET,
        size: int | Unset = UNSET,
        video_name: str | Unset = UNSET,
        video_no: str | Unset = UNSET,
        status: models.VideoStatus | Unset = UNSET,
        timeout: float | None = None,
    ) -> models.ListVideosResponse:
        """List videos.

        POST /serve/api/v1/list_videos
        """
        result: models.ListVideosResponse = await self._json(
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
    ) -> models.VideoDetailsResponse:
        """Get technical details of a video.

        GET /serve/api/v1/get_private_video_details
        """
        result: models.VideoDetailsResponse = await self._json(
            "get_private_video_details", timeout, video_no=video_no, unique_id=unique_id
        )
        return result

    async def get_metadata(
        self, *, video_no: str, unique_id: str | Unset = UNSET, timeout: float | None = None
    ) -> models.MetadataResponse:
        """Get the metadata and the indexing status of a video.

        GET /serve/api/v1/get_metadata
        """
        result: models.MetadataResponse = await self._json(
            "get_metadata", timeout, video_no=video_no, unique_id=unique_id
        )
        return result

    async def generate_summary(
        self, *, video_no: str, type_: models.SummaryType, unique_id: str | Unset = UNSET, timeout: float | None = None
    ) -> models.SummaryResponse:
        """Summarise a video by chapters or topics.

        GET /serve/api/v1/generate_summary
        """
        result: models.SummaryResponse = await self._json(
            "generate_summary", timeout, video_no=video_no, type_=type_, unique_id=unique_id
        )
        return result

    async def download(self, *, body: models.DownloadRequest, timeout: float | None = None) -> AsyncByteStream:
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
    ) -> models.EmptyResponse:
        """Delete videos.

        POST /serve/api/v1/delete_videos
        """
        result: models.EmptyResponse = await self._json("delete_videos", timeout, body=body, unique_id=unique_id)
        return result

    async def download_blob_v2(self, *, bucket: str, blob: str, timeout: float | None = None) -> AsyncByteStream:
        """Download an object by bucket and blob (second generation).

        GET /serve/api/v2/download
        """
        result: AsyncByteStream = await self._bytes("download_blob_v2", timeout, bucket=bucket, blob=blob)
        return result

    async def upload_image(
        self, *, body: models.UploadImagesForm, timeout: float | None = None
    ) -> models.UploadImagesResponse:
        """Upload images.

        POST /serve/api/v1/upload_img
        """
        result: models.UploadImagesResponse = await self._json("upload_image", timeout, body=body)
        return result

    async def list_images(
        self, *, body: models.ListImagesRequest, timeout: float | None = None
    ) -> models.ListImagesResponse:
        """List images.

        POST /serve/api/v1/img_list_page
        """
        result: models.ListImagesResponse = await self._json("list_images", timeout, body=body)
        return result

    async def import_post_urls(
        self, *, body: models.ImportPostUrlsRequest, timeout: float | None = None
    ) -> models.ImportTaskResponse:
        """Import posts.

        POST /serve/api/v1/scraper_url
        """
        result: models.ImportTaskResponse = await self._json("import_post_urls", timeout, body=body)
        return result

    async def import_post_urls_public(
        self, *, body: models.ImportPublicPostUrlsRequest, timeout: float | None = None
    ) -> models.ImportTaskResponse:
        """Import posts into the public library.

        POST /serve/api/v1/scraper_url_public
        """
        result: models.ImportTaskResponse = await self._json("import_post_urls_public", timeout, body=body)
        return result

    async def import_creator(
        self, *, body: models.ImportCreatorRequest, timeout: float | None = None
    ) -> models.ImportTaskResponse:
        """Import the newest posts of a creator.

        POST /serve/api/v1/scraper
        """
        result: models.ImportTaskResponse = await self._json("import_creator", timeout, body=body)
        return result

    async def import_creator_public(
        self, *, body: models.ImportPublicCreatorRequest, timeout: float | None = None
    ) -> models.ImportTaskResponse:
        """Import the newest posts of a creator into the public library.

        POST /serve/api/v1/scraper_public
        """
        result: models.ImportTaskResponse = await self._json("import_creator_public", timeout, body=body)
        return result

    async def import_hashtag(
        self, *, body: models.ImportHashtagRequest, timeout: float | None = None
    ) -> models.HashtagImportResponse:
        """Import the newest posts of hashtags.

        POST /serve/api/v1/scraper_tag
        """
        result: models.HashtagImportResponse = await self._json("import_hashtag", timeout, body=body)
        return result

    async def import_hashtag_public(
        self, *, body: models.ImportPublicHashtagRequest, timeout: float | None = None
    ) -> models.ImportTaskResponse:
        """Import the newest posts of hashtags into the public library.

        POST /serve/api/v1/scraper_tag_public
        """
        result: models.ImportTaskResponse = await self._json("import_hashtag_public", timeout, body=body)
        return result

    async def get_task_status(
        self, *, task_id: str, unique_id: str | Unset = UNSET, timeout: float | None = None
    ) -> models.TaskStatusResponse:
        """Get the videos of an import.

        GET /serve/api/v1/get_video_ids_by_task_id
        """
        result: models.TaskStatusResponse = await self._json(
            "get_task_status", timeout, task_id=task_id, unique_id=unique_id
        )
        return result

    async def get_public_video_detail(
        self, *, video_no: str, timeout: float | None = None
    ) -> models.PublicVideoResponse:
        """Get what is known about a public video.

        GET /serve/api/v1/get_public_video_detail
        """
        result: models.PublicVideoResponse = await self._json("get_public_video_detail", timeout, video_no=video_no)
        return result

    async def get_public_video_transcription(
        self, *, video_no: str, timeout: float | None = None
    ) -> models.TranscriptionResponse:
        """Get the scene descriptions of a public video.

        GET /serve/api/v1/get_public_video_transcription
        """
        result: models.TranscriptionResponse = await self._json(
            "get_public_video_transcription", timeout, video_no=video_no
        )
        return result

    async def get_public_audio_transcription(
        self, *, video_no: str, timeout: float | None = None
    ) -> models.TranscriptionResponse:
        """Get the spoken text of a public video.

        GET /serve/api/v1/get_public_audio_transcription
        """
        result: models.TranscriptionResponse = await self._json(
            "get_public_audio_transcription", timeout, video_no=video_no
        )
        return result

    async def search(
        self, *, body: models.SearchRequest, timeout: float | None = None
    ) -> models.SearchResponse | models.SupersededSearchResponse:
        """Search the private library by text.

        POST /serve/api/v1/search
        """
        result: models.SearchResponse | models.SupersededSearchResponse = await self._json("search", timeout, body=body)
        return result

    async def search_audio_transcripts(
        self,
        *,
        query: str,
        page: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
        unique_id: str | Unset = UNSET,
        timeout: float | None = None,
    ) -> models.AudioTranscriptSearchResponse | models.BareAudioTranscriptSearchResponse:
        """Search the spoken text literally.

        GET /serve/api/v1/search_audio_transcripts
        """
        result: models.AudioTranscriptSearchResponse | models.BareAudioTranscriptSearchResponse = await self._json(
            "search_audio_transcripts", timeout, query=query, page=page, page_size=page_size, unique_id=unique_id
        )
        return result

    async def search_public(
        self, *, body: models.PublicSearchRequest, timeout: float | None = None
    ) -> models.PublicSearchResponse:
        """Search the public library by text.

        POST /serve/api/v1/search_public
        """
        result: models.PublicSearchResponse = await self._json("search_public", timeout, body=body)
        return result

    async def search_public_audio_transcripts(
        self, *, query: str, page: int | Unset = UNSET, page_size: int | Unset = UNSET, timeout: float | None = None
    ) -> models.AudioTranscriptSearchResponse | models.BareAudioTranscriptSearchResponse:
        """Search the spoken text of public videos literally.

        GET /serve/api/v1/search_public_audio_transcripts
        """
        result: models.AudioTranscriptSearchResponse | models.BareAudioTranscriptSearchResponse = await self._json(
            "search_public_audio_transcripts", timeout, query=query, page=page, page_size=page_size
        )
        return result

    async def search_similar_images(
        self, *, body: models.SimilarImagesForm, timeout: float | None = None
    ) -> models.BareSimilarImagesResponse | models.SimilarImagesResponse:
        """Find frames of private videos that look like an image.

        POST /serve/api/v1/search_similar_images
        """
        result: models.BareSimilarImagesResponse | models.SimilarImagesResponse = await self._json(
            "search_similar_images", timeout, body=body
        )
        return result

    async def search_public_similar_images(
        self, *, body: models.PublicSimilarImagesForm, timeout: float | None = None
    ) -> models.BareSimilarImagesResponse | models.SimilarImagesResponse:
        """Find frames of public videos that look like an image.

        POST /serve/api/v1/search_public_similar_images
        """
        result: models.BareSimilarImagesResponse | models.SimilarImagesResponse = await self._json(
            "search_public_similar_images", timeout, body=body
        )
        return result

    async def search_clips_by_image(
        self, *, body: models.ClipsByImageForm, timeout: float | None = None
    ) -> models.ClipsByImageResponse:
        """Find where a video shows what an image shows.

        POST /serve/api/v1/search_clips_by_image
        """
        result: models.ClipsByImageResponse = await self._json("search_clips_by_image", timeout, body=body)
        return result

    async def chat(self, *, body: models.ChatRequest, timeout: float | None = None) -> models.ChatResponse:
        """Ask about videos, answer in one piece.

        POST /serve/api/v1/chat
        """
        result: models.ChatResponse = await self._json("chat", timeout, body=body)
        return result

    def chat_stream(self, *, body: models.ChatRequest, timeout: float | None = None) -> AsyncEventStream[object]:
        """Ask about videos, answer as a stream of events.

        POST /serve/api/v1/chat_stream
        """
        return self._events("chat_stream", timeout, body=body)

    async def chat_personal(
        self, *, body: models.PersonalChatRequest, timeout: float | None = None
    ) -> models.BarePersonalChatAnswer | models.ChatResponse:
        """Ask about the whole private library, answer in one piece.

        POST /serve/api/v1/chat_personal
        """
        result: models.BarePersonalChatAnswer | models.ChatResponse = await self._json(
            "chat_personal", timeout, body=body
        )
        return result

    def chat_personal_stream(
        self, *, body: models.PersonalChatRequest, timeout: float | None = None
    ) -> AsyncEventStream[object]:
        """Ask about the whole private library, answer as a stream of tokens.

        POST /serve/api/v1/chat_personal_stream
        """
        return self._events("chat_personal_stream", timeout, body=body)

    async def marketer_chat(
        self, *, body: models.MarketerChatRequest, timeout: float | None = None
    ) -> models.ChatResponse:
        """Ask about public videos, answer in one piece.

        POST /serve/api/v1/marketer_chat
        """
        result: models.ChatResponse = await self._json("marketer_chat", timeout, body=body)
        return result

    def marketer_chat_stream(
        self, *, body: models.MarketerChatRequest, timeout: float | None = None
    ) -> AsyncEventStream[object]:
        """Ask about public videos, answer as a stream of events.

        POST /serve/api/v1/marketer_chat_stream
        """
        return self._events("marketer_chat_stream", timeout, body=body)

    async def get_video_transcription(
        self, *, video_no: str, unique_id: str | Unset = UNSET, timeout: float | None = None
    ) -> models.TranscriptionResponse:
        """Get the scene descriptions of a video.

        GET /serve/api/v1/get_video_transcription
        """
        result: models.TranscriptionResponse = await self._json(
            "get_video_transcription", timeout, video_no=video_no, unique_id=unique_id
        )
        return result

    async def get_audio_transcription(
        self, *, video_no: str, unique_id: str | Unset = UNSET, timeout: float | None = None
    ) -> models.TranscriptionResponse:
        """Get the spoken text of a video.

        GET /serve/api/v1/get_audio_transcription
        """
        result: models.TranscriptionResponse = await self._json(
            "get_audio_transcription", timeout, video_no=video_no, unique_id=unique_id
        )
        return result

    async def get_video_caption(
        self, *, video_no: str, unique_id: str | Unset = UNSET, timeout: float | None = None
    ) -> models.TranscriptionResponse:
        """Get the scene captions of a video.

        GET /serve/api/v1/get_video_caption
        """
        result: models.TranscriptionResponse = await self._json(
            "get_video_caption", timeout, video_no=video_no, unique_id=unique_id
        )
        return result

    async def update_video_transcription(
        self, *, body: models.UpdateTranscriptionRequest, timeout: float | None = None
    ) -> models.UpdateTranscriptionResponse:
        """Describe the scenes of a video anew.

        POST /serve/api/v1/update_video_transcription
        """
        result: models.UpdateTranscriptionResponse = await self._json("update_video_transcription", timeout, body=body)
        return result

    async def list_sessions(
        self, *, page: int | Unset = UNSET, unique_id: str | Unset = UNSET, timeout: float | None = None
    ) -> models.ListSessionsResponse:
        """List conversations.

        GET /serve/api/v1/list_sessions
        """
        result: models.ListSessionsResponse = await self._json("list_sessions", timeout, page=page, unique_id=unique_id)
        return result

    async def get_session_detail(
        self, *, session_id: str, unique_id: str | Unset = UNSET, timeout: float | None = None
    ) -> models.SessionDetailResponse:
        """Get the messages of a conversation.

        GET /serve/api/v1/get_session_detail
        """
        result: models.SessionDetailResponse = await self._json(
            "get_session_detail", timeout, session_id=session_id, unique_id=unique_id
        )
        return result

    async def list_folders(self, *, timeout: float | None = None) -> models.ListFoldersResponse:
        """List folders.

        GET /serve/api/v1/folders
        """
        result: models.ListFoldersResponse = await self._json("list_folders", timeout)
        return result

    async def create_folder(
        self, *, body: models.CreateFolderForm, timeout: float | None = None
    ) -> models.FolderResponse:
        """Create a folder.

        POST /serve/api/v1/folders/create
        """
        result: models.FolderResponse = await self._json("create_folder", timeout, body=body)
        return result

    async def rename_folder(
        self, *, body: models.RenameFolderForm, timeout: float | None = None
    ) -> models.FolderResponse:
        """Rename a folder.

        POST /serve/api/v1/folders/rename
        """
        result: models.FolderResponse = await self._json("rename_folder", timeout, body=body)
        return result

    async def delete_folder(
        self, *, body: models.DeleteFolderForm, timeout: float | None = None
    ) -> models.UnspecifiedResponse:
        """Delete a folder.

        POST /serve/api/v1/folders/delete
        """
        result: models.UnspecifiedResponse = await self._json("delete_folder", timeout, body=body)
        return result

    async def move_videos_to_folder(
        self, *, body: models.MoveVideosRequest, timeout: float | None = None
    ) -> models.UnspecifiedResponse:
        """Move videos into a folder.

        POST /serve/api/v1/folders/move
        """
        result: models.UnspecifiedResponse = await self._json("move_videos_to_folder", timeout, body=body)
        return result

    async def list_folder_videos(
        self, *, folder_id: int, page: int | Unset = UNSET, page_size: int | Unset = UNSET, timeout: float | None = None
    ) -> models.ListVideosResponse:
        """List the videos of a folder.

        GET /serve/api/v1/folders/videos
        """
        result: models.ListVideosResponse = await self._json(
            "list_folder_videos", timeout, folder_id=folder_id, page=page, page_size=page_size
        )
        return result

    async def list_unique_ids(self, *, timeout: float | None = None) -> models.ListUniqueIdsResponse:
        """List namespaces.

        GET /serve/api/v1/list_unique_ids
        """
        result: models.ListUniqueIdsResponse = await self._json("list_unique_ids", timeout)
        return result

    async def list_memories(
        self, *, body: models.ListMemoriesRequest, timeout: float | None = None
    ) -> models.UnspecifiedResponse:
        """List what was stored to remember.

        POST /serve/api/v1/memories
        """
        result: models.UnspecifiedResponse = await self._json("list_memories", timeout, body=body)
        return result

    async def add_memory(
        self, *, body: models.AddMemoryRequest, timeout: float | None = None
    ) -> models.UnspecifiedResponse:
        """Store texts to remember.

        POST /serve/api/v1/memories/add
        """
        result: models.UnspecifiedResponse = await self._json("add_memory", timeout, body=body)
        return result

    async def search_memories(
        self, *, body: models.SearchMemoriesRequest, timeout: float | None = None
    ) -> models.UnspecifiedResponse:
        """Search what was stored to remember.

        POST /serve/api/v1/memories/search
        """
        result: models.UnspecifiedResponse = await self._json("search_memories", timeout, body=body)
        return result

    async def caption_video_url(
        self, *, body: models.CaptionVideoRequest, timeout: float | None = None
    ) -> models.CaptionTaskResponse | models.PlatformCaptionTaskResponse:
        """Describe a video by its address.

        POST /v1/understand/upload
        """
        result: models.CaptionTaskResponse | models.PlatformCaptionTaskResponse = await self._json(
            "caption_video_url", timeout, body=body
        )
        return result

    async def caption_video_file(
        self, *, body: models.CaptionVideoForm, timeout: float | None = None
    ) -> models.CaptionTaskResponse | models.PlatformCaptionTaskResponse:
        """Describe a video file.

        POST /v1/understand/uploadFile
        """
        result: models.CaptionTaskResponse | models.PlatformCaptionTaskResponse = await self._json(
            "caption_video_file", timeout, body=body
        )
        return result

    async def caption_video_url_sync(
        self, *, body: models.CaptionVideoRequest, timeout: float | None = None
    ) -> models.CaptionReport | models.CaptionResponse | models.PlatformCaptionResponse:
        """Describe a video by its address, and wait.

        POST /v1/understand/uploadSync
        """
        result: models.CaptionReport | models.CaptionResponse | models.PlatformCaptionResponse = await self._json(
            "caption_video_url_sync", timeout, body=body
        )
        return result

    async def caption_video_file_sync(
        self, *, body: models.CaptionVideoForm, timeout: float | None = None
    ) -> models.CaptionReport | models.CaptionResponse | models.PlatformCaptionResponse:
        """Describe a video file, and wait.

        POST /v1/understand/uploadFileSync
        """
        result: models.CaptionReport | models.CaptionResponse | models.PlatformCaptionResponse = await self._json(
            "caption_video_file_sync", timeout, body=body
        )
        return result

    async def caption_image_url(
        self, *, body: models.CaptionImageRequest | models.CaptionImageForm, timeout: float | None = None
    ) -> models.CaptionReport | models.CaptionResponse | models.PlatformCaptionResponse:
        """Describe images by their addresses.

        POST /v1/understand/uploadImg
        """
        result: models.CaptionReport | models.CaptionResponse | models.PlatformCaptionResponse = await self._json(
            "caption_image_url", timeout, body=body
        )
        return result

    async def caption_image_file(
        self, *, body: models.CaptionImageForm, timeout: float | None = None
    ) -> models.CaptionReport | models.CaptionResponse | models.PlatformCaptionResponse:
        """Describe image files.

        POST /v1/understand/uploadImgFile
        """
        result: models.CaptionReport | models.CaptionResponse | models.PlatformCaptionResponse = await self._json(
            "caption_image_file", timeout, body=body
        )
        return result

    async def caption_image_base64(
        self, *, body: models.CaptionImageBase64Request, timeout: float | None = None
    ) -> models.CaptionReport | models.CaptionResponse | models.PlatformCaptionResponse:
        """Describe an image within JSON.

        POST /v1/understand/uploadImgFileBase64
        """
        result: models.CaptionReport | models.CaptionResponse | models.PlatformCaptionResponse = await self._json(
            "caption_image_base64", timeout, body=body
        )
        return result

    async def legacy_upload(
        self, *, body: models.LegacyUploadForm, callback: str | Unset = UNSET, timeout: float | None = None
    ) -> models.UploadResponse:
        """Upload a video file (v1.1).

        POST /serve/api/video/upload
        """
        result: models.UploadResponse = await self._json("legacy_upload", timeout, body=body, callback=callback)
        return result

    async def legacy_upload_url(
        self, *, body: models.LegacyUploadUrlForm, callback: str | Unset = UNSET, timeout: float | None = None
    ) -> models.UploadResponse:
        """Upload a video from a URL (v1.1).

        POST /serve/api/video/upload_url
        """
        result: models.UploadResponse = await self._json("legacy_upload_url", timeout, body=body, callback=callback)
        return result

    async def legacy_list_videos(
        self,
        *,
        body: models.LegacyListVideosRequest | Unset = UNSET,
        page: int | Unset = UNSET,
        size: int | Unset = UNSET,
        video_name: str | Unset = UNSET,
        video_no: str | Unset = UNSET,
        status: models.VideoStatus | Unset = UNSET,
        folder_id: int | Unset = UNSET,
        timeout: float | None = None,
    ) -> models.ListVideosResponse:
        """List videos (v1.1).

        POST /serve/api/video/list_videos
        """
        result: models.ListVideosResponse = await self._json(
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
        self, *, body: models.LegacySearchRequest, timeout: float | None = None
    ) -> models.LegacySearchResponse | models.SupersededSearchResponse:
        """Search the private library by text (v1.1).

        POST /serve/api/video/search
        """
        result: models.LegacySearchResponse | models.SupersededSearchResponse = await self._json(
            "legacy_search", timeout, body=body
        )
        return result

    def legacy_chat(self, *, body: models.LegacyChatRequest, timeout: float | None = None) -> AsyncEventStream[object]:
        """Ask about videos, answer as a stream of events (v1.1).

        POST /serve/api/video/chat
        """
        return self._events("legacy_chat", timeout, body=body)

    async def legacy_get_video_transcription(
        self, *, video_no: str, timeout: float | None = None
    ) -> models.TranscriptionResponse:
        """Get the scene descriptions of a video (v1.1).

        GET /serve/api/video/get_video_transcription
        """
        result: models.TranscriptionResponse = await self._json(
            "legacy_get_video_transcription", timeout, video_no=video_no
        )
        return result

    async def legacy_get_audio_transcription(
        self, *, video_no: str, timeout: float | None = None
    ) -> models.TranscriptionResponse:
        """Get the spoken text of a video (v1.1).

        GET /serve/api/video/get_audio_transcription
        """
        result: models.TranscriptionResponse = await self._json(
            "legacy_get_audio_transcription", timeout, video_no=video_no
        )
        return result

    async def legacy_generate_summary(
        self, *, video_no: str, type_: models.SummaryType, timeout: float | None = None
    ) -> models.SummaryResponse:
        """Summarise a video by chapters or topics (v1.1).

        GET /serve/api/video/generate_summary
        """
        result: models.SummaryResponse = await self._json(
            "legacy_generate_summary", timeout, video_no=video_no, type_=type_
        )
        return result

    async def legacy_list_sessions(
        self, *, page: int | Unset = UNSET, timeout: float | None = None
    ) -> models.ListSessionsResponse:
        """List conversations (v1.1).

        GET /serve/api/video/list_sessions
        """
        result: models.ListSessionsResponse = await self._json("legacy_list_sessions", timeout, page=page)
        return result

    async def legacy_get_session_detail(
        self, *, session_id: str, timeout: float | None = None
    ) -> models.SessionDetailResponse:
        """Get the messages of a conversation (v1.1).

        GET /serve/api/video/get_session_detail
        """
        result: models.SessionDetailResponse = await self._json(
            "legacy_get_session_detail", timeout, session_id=session_id
        )
        return result

    async def legacy_delete_videos(self, *, body: list[str], timeout: float | None = None) -> models.EmptyResponse:
        """Delete videos (v1.1).

        POST /serve/api/video/delete_videos
        """
        result: models.EmptyResponse = await self._json("legacy_delete_videos", timeout, body=body)
        return result

    async def legacy_get_folder(self, *, timeout: float | None = None) -> models.LegacyFoldersResponse:
        """List the folders (v1.1).

        GET /serve/api/video/get_folder
        """
        result: models.LegacyFoldersResponse = await self._json("legacy_get_folder", timeout)
        return result

    async def mavi_upload(
        self, *, body: models.MaviUploadForm, call_back_uri: str | Unset = UNSET, timeout: float | None = None
    ) -> models.UploadResponse:
        """Upload a video file (v1.0).

        POST /api/serve/video/upload
        """
        result: models.UploadResponse = await self._json("mavi_upload", timeout, body=body, call_back_uri=call_back_uri)
        return result

    async def mavi_upload_url(
        self, *, body: models.MaviUploadUrlRequest, call_back_uri: str | Unset = UNSET, timeout: float | None = None
    ) -> models.UploadResponse:
        """Upload a video from a URL (v1.0).

        POST /api/serve/video/uploadUrl
        """
        result: models.UploadResponse = await self._json(
            "mavi_upload_url", timeout, body=body, call_back_uri=call_back_uri
        )
        return result

    async def mavi_search_db(
        self,
        *,
        start_time: int | Unset = UNSET,
        end_time: int | Unset = UNSET,
        video_status: models.MaviVideoStatusFilter | Unset = UNSET,
        page: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
        video_name: str | Unset = UNSET,
        timeout: float | None = None,
    ) -> models.MaviListVideosResponse:
        """List videos (v1.0).

        GET /api/serve/video/searchDB
        """
        result: models.MaviListVideosResponse = await self._json(
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

    async def mavi_search_ai(
        self, *, body: models.MaviSearchRequest, timeout: float | None = None
    ) -> models.MaviSearchResponse:
        """Search for videos by text (v1.0).

        POST /api/serve/video/searchAI
        """
        result: models.MaviSearchResponse = await self._json("mavi_search_ai", timeout, body=body)
        return result

    async def mavi_search_fragments(
        self, *, body: models.MaviFragmentSearchRequest, timeout: float | None = None
    ) -> models.MaviFragmentSearchResponse:
        """Search for fragments of videos by text (v1.0).

        POST /api/serve/video/searchVideoFragment
        """
        result: models.MaviFragmentSearchResponse = await self._json("mavi_search_fragments", timeout, body=body)
        return result

    def mavi_chat(self, *, body: models.MaviChatRequest, timeout: float | None = None) -> AsyncEventStream[object]:
        """Ask about videos (v1.0).

        POST /api/serve/video/chat
        """
        return self._events("mavi_chat", timeout, body=body)

    async def mavi_submit_transcription(
        self, *, body: models.MaviSubmitTranscriptionRequest, timeout: float | None = None
    ) -> models.MaviSubmitTranscriptionResponse:
        """Begin to transcribe a video (v1.0).

        POST /api/serve/video/subTranscription
        """
        result: models.MaviSubmitTranscriptionResponse = await self._json(
            "mavi_submit_transcription", timeout, body=body
        )
        return result

    async def mavi_get_transcription(
        self, *, task_no: str, timeout: float | None = None
    ) -> models.MaviTranscriptionResponse:
        """Get a transcription (v1.0).

        GET /api/serve/video/getTranscription
        """
        result: models.MaviTranscriptionResponse = await self._json("mavi_get_transcription", timeout, task_no=task_no)
        return result

    async def mavi_delete_videos(
        self, *, body: list[str], timeout: float | None = None
    ) -> models.MaviDeleteVideosResponse:
        """Delete videos (v1.0).

        DELETE /api/serve/video/delete
        """
        result: models.MaviDeleteVideosResponse = await self._json("mavi_delete_videos", timeout, body=body)
        return result

    async def get_access_token(
        self, *, body: models.AccessTokenRequest, timeout: float | None = None
    ) -> models.AccessTokenResponse:
        """Exchange a pushed code for tokens.

        POST /auth/api/token/getAccessToken
        """
        result: models.AccessTokenResponse = await self._json("get_access_token", timeout, body=body)
        return result

    async def refresh_access_token(
        self, *, body: models.RefreshAccessTokenRequest, timeout: float | None = None
    ) -> models.RefreshAccessTokenResponse:
        """Get a new access token.

        POST /auth/api/token/refreshAccessToken
        """
        result: models.RefreshAccessTokenResponse = await self._json("refresh_access_token", timeout, body=body)
        return result
