"""What answers each operation of the spec."""

from __future__ import annotations

from collections.abc import Mapping

from memories_ai_mock.dispatch import Handler
from memories_ai_mock.operations import (
    captions,
    chat,
    downloads,
    folders,
    images,
    imports,
    mavi,
    memories,
    public,
    search,
    sessions,
    tokens,
    transcriptions,
    uploads,
    videos,
)

HANDLERS: Mapping[str, Handler] = {
    # Videos
    "upload": uploads.upload,
    "upload_url": uploads.upload_url,
    "list_videos": videos.list_videos,
    "get_private_video_details": videos.get_private_video_details,
    "get_metadata": videos.get_metadata,
    "generate_summary": videos.generate_summary,
    "download": videos.download,
    "download_blob": downloads.download_blob,
    "download_blob_v2": downloads.download_blob_v2,
    "delete_videos": videos.delete_videos,
    # Images
    "upload_image": images.upload_image,
    "list_images": images.list_images,
    # Imports
    "import_post_urls": imports.import_post_urls,
    "import_post_urls_public": imports.import_post_urls_public,
    "import_creator": imports.import_creator,
    "import_creator_public": imports.import_creator_public,
    "import_hashtag": imports.import_hashtag,
    "import_hashtag_public": imports.import_hashtag_public,
    "get_task_status": imports.get_task_status,
    # The public library
    "get_public_video_detail": public.get_public_video_detail,
    "get_public_video_transcription": public.get_public_video_transcription,
    "get_public_audio_transcription": public.get_public_audio_transcription,
    # Search
    "search": search.search,
    "search_public": search.search_public,
    "search_audio_transcripts": search.search_audio_transcripts,
    "search_public_audio_transcripts": search.search_public_audio_transcripts,
    "search_similar_images": search.search_similar_images,
    "search_public_similar_images": search.search_public_similar_images,
    "search_clips_by_image": search.search_clips_by_image,
    # Chat
    "chat": chat.chat,
    "chat_stream": chat.chat_stream,
    "chat_personal": chat.chat_personal,
    "chat_personal_stream": chat.chat_personal_stream,
    "marketer_chat": chat.marketer_chat,
    "marketer_chat_stream": chat.marketer_chat_stream,
    # Transcriptions
    "get_video_transcription": transcriptions.get_video_transcription,
    "get_audio_transcription": transcriptions.get_audio_transcription,
    "get_video_caption": transcriptions.get_video_caption,
    "update_video_transcription": transcriptions.update_video_transcription,
    # Sessions
    "list_sessions": sessions.list_sessions,
    "get_session_detail": sessions.get_session_detail,
    # Folders and namespaces
    "list_folders": folders.list_folders,
    "create_folder": folders.create_folder,
    "rename_folder": folders.rename_folder,
    "delete_folder": folders.delete_folder,
    "move_videos_to_folder": folders.move_videos_to_folder,
    "list_folder_videos": folders.list_folder_videos,
    "list_unique_ids": folders.list_unique_ids,
    # Memories
    "add_memory": memories.add_memory,
    "list_memories": memories.list_memories,
    "search_memories": memories.search_memories,
    # Captions
    "caption_video_url": captions.caption_video_url,
    "caption_video_file": captions.caption_video_file,
    "caption_video_url_sync": captions.caption_video_url_sync,
    "caption_video_file_sync": captions.caption_video_file_sync,
    "caption_image_url": captions.caption_image_url,
    "caption_image_file": captions.caption_image_file,
    "caption_image_base64": captions.caption_image_base64,
    # v1.1: the same things at older addresses
    "legacy_upload": uploads.legacy_upload,
    "legacy_upload_url": uploads.legacy_upload_url,
    "legacy_list_videos": videos.legacy_list_videos,
    "legacy_search": search.legacy_search,
    "legacy_chat": chat.chat_stream,
    "legacy_get_video_transcription": transcriptions.legacy_get_video_transcription,
    "legacy_get_audio_transcription": transcriptions.legacy_get_audio_transcription,
    "legacy_generate_summary": videos.legacy_generate_summary,
    "legacy_list_sessions": sessions.list_sessions,
    "legacy_get_session_detail": sessions.get_session_detail,
    "legacy_delete_videos": videos.delete_videos,
    "legacy_get_folder": folders.legacy_get_folder,
    # v1.0
    "mavi_upload": mavi.mavi_upload,
    "mavi_upload_url": mavi.mavi_upload_url,
    "mavi_search_db": mavi.mavi_search_db,
    "mavi_search_ai": mavi.mavi_search_ai,
    "mavi_search_fragments": mavi.mavi_search_fragments,
    "mavi_chat": mavi.mavi_chat,
    "mavi_submit_transcription": mavi.mavi_submit_transcription,
    "mavi_get_transcription": mavi.mavi_get_transcription,
    "mavi_delete_videos": mavi.mavi_delete_videos,
    "get_access_token": tokens.get_access_token,
    "refresh_access_token": tokens.refresh_access_token,
}

# Lists that depend on the request, the account and the database, and on nothing else.
LISTS = frozenset(
    (
        "list_videos",
        "list_images",
        "list_sessions",
        "list_folders",
        "list_folder_videos",
        "list_unique_ids",
        "legacy_list_videos",
        "legacy_list_sessions",
        "legacy_get_folder",
    )
)
# Short reads, whose handlers are not worth a trip to another thread.
AT_ONCE = LISTS | {
    "get_private_video_details",
    "get_metadata",
    "get_task_status",
    "get_public_video_detail",
    "mavi_search_db",
    "mavi_get_transcription",
}
