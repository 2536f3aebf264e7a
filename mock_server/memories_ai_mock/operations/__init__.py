"""What answers each operation of the spec."""

from __future__ import annotations

from collections.abc import Mapping

from memories_ai_mock.dispatch import Handler
from memories_ai_mock.operations import chat, search, sessions, transcriptions, uploads, videos

HANDLERS: Mapping[str, Handler] = {
    "upload": uploads.upload,
    "upload_url": uploads.upload_url,
    "list_videos": videos.list_videos,
    "get_private_video_details": videos.get_private_video_details,
    "get_metadata": videos.get_metadata,
    "generate_summary": videos.generate_summary,
    "download": videos.download,
    "delete_videos": videos.delete_videos,
    "search": search.search,
    "search_audio_transcripts": search.search_audio_transcripts,
    "chat": chat.chat,
    "chat_stream": chat.chat_stream,
    "get_video_transcription": transcriptions.get_video_transcription,
    "get_audio_transcription": transcriptions.get_audio_transcription,
    "list_sessions": sessions.list_sessions,
    "get_session_detail": sessions.get_session_detail,
}
