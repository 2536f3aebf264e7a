"""The operations of v1.1."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import memories_ai  # for annotations: it imports its names when they are asked for
from memories_ai_generated.api.legacy import (
    legacy_chat,
    legacy_delete_videos,
    legacy_generate_summary,
    legacy_get_audio_transcription,
    legacy_get_folder,
    legacy_get_session_detail,
    legacy_get_video_transcription,
    legacy_list_sessions,
    legacy_list_videos,
    legacy_search,
    legacy_upload,
    legacy_upload_url,
)
from memories_ai_generated.models import (
    LegacyChatRequest,
    LegacyListVideosRequest,
    LegacySearchRequest,
    LegacySearchType,
    LegacyUploadForm,
    LegacyUploadUrlForm,
    SummaryType,
    VideoStatus,
)
from memories_ai_generated.operations import OPERATIONS

from .. import _convert as convert
from .. import _convert_legacy as convert_legacy
from .. import _file_kinds as kinds
from .. import _validation as check
from .._convert_chat import joined
from .._deadlines import Deadline
from .._options import given
from .._reading import existing, row_of
from .._stream_dialects import dialect_of
from .._types import (
    ChatAnswer,
    ChatEvent,
    LegacyFolder,
    Page,
    SearchHit,
    Session,
    SessionDetail,
    Summary,
    Transcript,
    UploadedVideo,
    Video,
)
from .._uploads import Progress, UploadSource, check_web_source, is_web_address, open_upload
from .._waiting import VIDEO_PARSED, Polling
from .resource import AsyncResource
from .streams import AsyncEventStream

API_FOLDER = -2


class AsyncLegacy(AsyncResource):
    """v1.1: `client.legacy`. Whether it is still served is not known; v1.2 announced its end in August 2025.

    Each method has a successor in another resource of the client. v1.1 knows folders, and no namespaces: the client's
    `unique_id` is not sent.
    """

    async def upload(
        self,
        source: UploadSource,
        *,
        filename: str | None = None,
        callback: str | None = None,
        on_progress: Progress | None = None,
        timeout: float | None = None,
    ) -> UploadedVideo:
        """Upload a video; it is indexed afterwards (see `wait`). `client.videos.upload` is the successor.

        Args:
            source: path of a file, binary file object (read from where it stands, not closed), bytes, or an http(s) URL
                that the service shall fetch itself. A file is streamed, never held in memory. Codecs: h264, h265, hevc,
                vp9; no limit of the size is documented.
            filename: name to send instead of the file's own. Needed for bytes, not for URLs.
            callback: address that receives the status once it changes, at most 299 characters. Documentation has two
                places for it; it is sent in both.
            on_progress: called with (bytes sent, bytes in all or None) as the file is read. Not for URLs.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            ValidationError: an argument that the service would refuse; nothing was sent.
            RateLimitError: the documented limit is one upload a second.
            MemoriesError: anything else.
        """
        address = given(check.callback(callback))
        if is_web_address(source):
            check_web_source(filename, on_progress)
            body = LegacyUploadUrlForm(url=check.web_address("source", source), callback=address)
            return await self._transport.call(
                OPERATIONS["legacy_upload_url"],
                legacy_upload_url._get_kwargs(body=body, callback=address),
                convert.uploaded_video,
                timeout=timeout,
            )
        with open_upload("source", source, kinds.OLD_VIDEO, filename, on_progress) as file:
            form = LegacyUploadForm(file=file, callback=address)
            return await self._transport.call(
                OPERATIONS["legacy_upload"],
                legacy_upload._get_kwargs(body=form, callback=address),
                convert.uploaded_video,
                timeout=timeout,
            )

    async def list(
        self,
        *,
        page: int | None = None,
        size: int | None = None,
        video_name: str | None = None,
        video_no: str | None = None,
        folder_id: int | None = None,
        status: VideoStatus | str | None = None,
        unique: str | None = None,
        timeout: float | None = None,
    ) -> Page[Video]:
        """One page of the library, newest first. `client.videos.list` is the successor.

        Args:
            page: 1-based; the service assumes 1.
            size: videos a page; the service assumes 200 (recorded; documentation says 20).
            video_name: of the video; whether it must match as a whole is not known.
            video_no: this video only.
            folder_id: -1 is the default folder, -2 that of API uploads, or one of `folders`.
            status: state of indexing, such as PARSE (searchable) or UNPARSE (waiting). A failure was recorded as FAIL.
            unique: a namespace, known from a remark of the vendor alone; whether it has any effect is not known.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            ValidationError: an argument that the service would refuse; nothing was sent.
            MemoriesError: anything else.
        """
        body = LegacyListVideosRequest(
            page=given(check.between("page", page, 1)),
            size=given(check.between("size", size, 1)),
            video_name=given(check.optional("video_name", video_name)),
            video_no=given(check.optional("video_no", video_no)),
            folder_id=given(_folder(folder_id)),
            status=given(None if status is None else VideoStatus(check.non_empty("status", status))),
            unique=given(check.optional("unique", unique)),
        )
        arguments = legacy_list_videos._get_kwargs(body=body)
        return await self._transport.call(
            OPERATIONS["legacy_list_videos"], arguments, convert.video_page, timeout=timeout
        )

    async def wait(
        self,
        video_no: str,
        *,
        timeout: float | None = None,
        polling: Polling | None = None,
        receiver: memories_ai.webhooks.AsyncCallbackReceiver | None = None,
    ) -> Video:
        """Poll until a video is indexed, and return it. A poll that fails in passing is made up for by the next one.

        Args:
            video_no: id of the video to wait for.
            timeout: deadline of the whole wait in seconds; 1,800 if it is not given.
            polling: pauses between polls; 5 s at first, growing to 30 s.
            receiver: a running receiver whose `url` was the `callback` of the upload. What it hears of the video ends
                a pause early; it is polled all the same, since callbacks get lost and anybody could have sent them.

        Raises:
            VideoFailedError: indexing failed; carries the cause.
            WaitTimeoutError: the deadline passed.
            NotFoundError: no such video.
            MemoriesError: anything else that the same poll, made later, would not get past.
        """
        look = partial(self._row, check.non_empty("video_no", video_no))
        return await self._wait(VIDEO_PARSED, "legacy_list_videos", look, video_no, timeout, polling, receiver)

    async def search(
        self,
        query: str,
        search_type: LegacySearchType | str = LegacySearchType.BY_VIDEO,
        *,
        folder_id: int | None = None,
        timeout: float | None = None,
    ) -> tuple[SearchHit, ...]:
        """Find videos, or moments in them, best first. `client.search` is the successor.

        Only BY_VIDEO was recorded: whole videos, without times and score. How many hits come at most is not known.

        Args:
            query: what to look for, in English.
            search_type: BY_VIDEO (scenes, whole videos), BY_CLIP (scenes, with times) or BY_AUDIO (spoken text).
            folder_id: search there only; the service assumes -1, the default folder.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            ValidationError: an argument that the service would refuse; nothing was sent.
            MemoriesError: anything else.
        """
        body = LegacySearchRequest(
            search_param=check.non_empty("query", query),
            search_type=check.choice("search_type", search_type, LegacySearchType),
            folder_id=given(_folder(folder_id)),
        )
        return await self._transport.call(
            OPERATIONS["legacy_search"], legacy_search._get_kwargs(body=body), convert.moments, timeout=timeout
        )

    async def chat(
        self,
        prompt: str,
        *,
        video_nos: Sequence[str],
        session_id: str | int | None = None,
        timeout: float | None = None,
    ) -> ChatAnswer:
        """Ask about indexed videos and wait for the whole answer, in whichever form it comes.

        Args:
            prompt: the question, in English.
            video_nos: videos to discuss; each must be indexed.
            session_id: continues an earlier conversation; digits.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            ValidationError: an argument that the service would refuse; nothing was sent.
            StreamError: the answer came as a stream, and is not complete.
            NotFoundError: the service knows none of the videos.
            MemoriesError: anything else.
        """
        async with self._events(prompt, video_nos, session_id, timeout, accept="*/*") as events:
            return joined([event async for event in events])

    def chat_stream(
        self,
        prompt: str,
        *,
        video_nos: Sequence[str],
        session_id: str | int | None = None,
        timeout: float | None = None,
    ) -> AsyncEventStream[ChatEvent]:
        """Ask, and get the answer in pieces as they are made.

        An answer that comes in one piece after all is yielded as the events that it stands for. Leave the loop early
        inside a `with` block, so that the connection is closed at once.

        Args:
            prompt, video_nos, session_id: as for `chat`.
            timeout: seconds for the whole stream, instead of the limits of its tier.

        Raises:
            ValidationError: an argument that the service would refuse; nothing was sent.
        """
        return self._events(prompt, video_nos, session_id, timeout, accept="text/event-stream")

    async def video_transcription(self, video_no: str, *, timeout: float | None = None) -> Transcript | None:
        """What is seen, scene by scene; None before indexing, and for an id that is not known.

        Args:
            video_no: id of a video.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            MemoriesError: the request failed.
        """
        arguments = legacy_get_video_transcription._get_kwargs(video_no=check.non_empty("video_no", video_no))
        operation = OPERATIONS["legacy_get_video_transcription"]
        return await self._transport.call(operation, arguments, convert.transcript, timeout=timeout)

    async def audio_transcription(self, video_no: str, *, timeout: float | None = None) -> Transcript | None:
        """What is said; None without usable speech, before indexing, and for an id that is not known.

        Args:
            video_no: id of a video.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            MemoriesError: the request failed.
        """
        arguments = legacy_get_audio_transcription._get_kwargs(video_no=check.non_empty("video_no", video_no))
        operation = OPERATIONS["legacy_get_audio_transcription"]
        return await self._transport.call(operation, arguments, convert.transcript, timeout=timeout)

    async def summary(
        self,
        video_no: str,
        type: SummaryType | str = SummaryType.CHAPTER,  # noqa: A002 (the API's own word)
        *,
        timeout: float | None = None,
    ) -> Summary | None:
        """A summary; None where none can be made.

        Args:
            video_no: id of a video.
            type: CHAPTER (items have a start) or TOPIC.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            ValidationError: an unknown type; nothing was sent.
            MemoriesError: anything else.
        """
        kind = check.choice("type", type, SummaryType)
        arguments = legacy_generate_summary._get_kwargs(video_no=check.non_empty("video_no", video_no), type_=kind)
        operation = OPERATIONS["legacy_generate_summary"]
        return await self._transport.call(operation, arguments, convert.summary, timeout=timeout)

    async def sessions(self, *, page: int | None = None, timeout: float | None = None) -> Page[Session]:
        """One page of conversations; the service decides the size (20 recorded).

        Args:
            page: 1-based; the service assumes 1.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            ValidationError: an argument that the service would refuse; nothing was sent.
            MemoriesError: anything else.
        """
        arguments = legacy_list_sessions._get_kwargs(page=given(check.between("page", page, 1)))
        operation = OPERATIONS["legacy_list_sessions"]
        return await self._transport.call(operation, arguments, convert.session_page, timeout=timeout)

    async def session(self, session_id: str | int, *, timeout: float | None = None) -> SessionDetail:
        """A conversation with its messages, oldest first.

        Args:
            session_id: id of a conversation; digits.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            NotFoundError: no such conversation. That null stands for it is assumed.
            MemoriesError: anything else.
        """
        arguments = legacy_get_session_detail._get_kwargs(session_id=check.digits("session_id", session_id))
        operation = OPERATIONS["legacy_get_session_detail"]
        read = existing(convert.session_detail, f"No session {session_id!r}. Check the id.")
        return await self._transport.call(operation, arguments, read, timeout=timeout)

    async def delete(self, *video_nos: str, timeout: float | None = None) -> None:
        """Delete up to 100 videos with everything derived from them, for good.

        Whether an id that does not exist is passed over is not known.

        Args:
            video_nos: 1 to 100 ids.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            ValidationError: no id, or more than 100; nothing was sent.
            MemoriesError: anything else.
        """
        arguments = legacy_delete_videos._get_kwargs(body=check.ids("video_nos", video_nos))
        await self._transport.call(OPERATIONS["legacy_delete_videos"], arguments, convert.nothing, timeout=timeout)

    async def folders(self, *, timeout: float | None = None) -> tuple[LegacyFolder, ...]:
        """All folders of the account.

        Args:
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            MemoriesError: the request failed.
        """
        operation = OPERATIONS["legacy_get_folder"]
        arguments = legacy_get_folder._get_kwargs()
        return await self._transport.call(operation, arguments, convert_legacy.folders, timeout=timeout)

    async def _row(self, video_no: str, within: Deadline) -> Video:
        """The video as the list shows it: its rows carry the cause of a failure."""
        arguments = legacy_list_videos._get_kwargs(body=LegacyListVideosRequest(video_no=video_no))
        read = existing(row_of(convert.video_page, video_no), f"No video {video_no!r}. Check the id.")
        return await self._transport.call(OPERATIONS["legacy_list_videos"], arguments, read, timeout=within)

    def _events(
        self,
        prompt: str,
        video_nos: Sequence[str],
        session_id: str | int | None,
        timeout: float | None,
        *,
        accept: str,
    ) -> AsyncEventStream[ChatEvent]:
        dialect = dialect_of("legacy_chat")
        body = LegacyChatRequest(
            video_nos=check.ids("video_nos", video_nos, most=None),
            prompt=check.non_empty("prompt", prompt),
            session_id=given(None if session_id is None else check.digits("session_id", session_id)),
        )
        return AsyncEventStream(
            self._transport,
            OPERATIONS["legacy_chat"],
            legacy_chat._get_kwargs(body=body),
            dialect.read,
            timeout,
            whole=dialect.whole,
            accept=accept,
        )


def _folder(folder_id: int | None) -> int | None:
    return check.between("folder_id", folder_id, API_FOLDER, check.MAX_INT64)
