# Generated from overlays/memories_ai/_async/mavi.py by `make generate`. Do not edit.
"""The operations of v1.0."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial

import memories_ai  # for annotations: it imports its names when they are asked for
from memories_ai_generated.api.mavi import (
    mavi_chat,
    mavi_delete_videos,
    mavi_get_transcription,
    mavi_search_ai,
    mavi_search_db,
    mavi_search_fragments,
    mavi_submit_transcription,
    mavi_upload,
    mavi_upload_url,
)
from memories_ai_generated.models import (
    MaviChatRequest,
    MaviChatTurn,
    MaviFragmentSearchRequest,
    MaviSearchRequest,
    MaviSubmitTranscriptionRequest,
    MaviTranscriptionType,
    MaviUploadForm,
    MaviUploadUrlRequest,
    MaviVideoStatusFilter,
)
from memories_ai_generated.operations import OPERATIONS

from .. import _convert_mavi as convert
from .. import _file_kinds as kinds
from .. import _validation as check
from .._convert_chat import joined
from .._deadlines import Deadline
from .._errors import ValidationError
from .._options import given
from .._paging import PageCount, row_of_pages
from .._stream_dialects import dialect_of
from .._types import (
    ChatAnswer,
    ChatEvent,
    ChatTurn,
    Fragment,
    MaviTranscription,
    Page,
    TranscriptionTask,
    UploadedVideo,
    Video,
)
from .._uploads import Progress, UploadSource, check_web_source, is_web_address, open_upload
from .._waiting import MAVI_TRANSCRIBED, VIDEO_PARSED, Polling
from .resource import Resource
from .streams import EventStream

MAX_ROWS = 200
MAX_DELETED = 500


class Mavi(Resource):
    """v1.0: `client.mavi`. Whether it is still served is not known.

    Its operations want an access token (see TokenAuth, and `client.tokens`). Without one the API key itself is sent: no
    page describes that, public clients do it. v1.0 knows no namespaces: the client's `unique_id` is not sent.
    """

    def upload(
        self,
        source: UploadSource,
        *,
        filename: str | None = None,
        callback: str | None = None,
        on_progress: Progress | None = None,
        timeout: float | None = None,
    ) -> UploadedVideo:
        """Upload a video to the library of v1.0; it is indexed afterwards (see `wait`).

        Which sizes, formats and codecs v1.0 takes is not known.

        Args:
            source: path of a file, binary file object (read from where it stands, not closed), bytes, or an http(s) URL
                that the service shall fetch itself (known from the vendor's first client alone). A file is streamed,
                never held in memory.
            filename: name to send instead of the file's own. Needed for bytes, not for URLs.
            callback: address that receives the status once it changes.
            on_progress: called with (bytes sent, bytes in all or None) as the file is read. Not for URLs.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            ValidationError: an argument that the service would refuse; nothing was sent.
            RateLimitError: the documented limit is ten uploads a minute, and a thousand a day.
            MemoriesError: anything else.
        """
        address = given(check.address("callback", callback))
        if is_web_address(source):
            check_web_source(filename, on_progress)
            body = MaviUploadUrlRequest(url=check.web_address("source", source))
            return self._transport.call(
                OPERATIONS["mavi_upload_url"],
                mavi_upload_url._get_kwargs(body=body, call_back_uri=address),
                convert.uploaded_video,
                timeout=timeout,
            )
        with open_upload("source", source, kinds.OLD_VIDEO, filename, on_progress) as file:
            return self._transport.call(
                OPERATIONS["mavi_upload"],
                mavi_upload._get_kwargs(body=MaviUploadForm(file=file), call_back_uri=address),
                convert.uploaded_video,
                timeout=timeout,
            )

    def list(
        self,
        *,
        page: int | None = None,
        page_size: int | None = None,
        status: MaviVideoStatusFilter | str | None = None,
        video_name: str | None = None,
        uploaded_since: datetime | None = None,
        uploaded_until: datetime | None = None,
        timeout: float | None = None,
    ) -> Page[Video]:
        """One page of the library of v1.0.

        Args:
            page: 1-based.
            page_size: videos a page, at most 200; the service assumes 20.
            status: PARSE, UNPARSE or FAIL.
            video_name: known from the vendor's first client alone; whether it must match as a whole is not known.
            uploaded_since, uploaded_until: a datetime without time zone is read as local time.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            ValidationError: an argument that the service would refuse; nothing was sent.
            MemoriesError: anything else.
        """
        kind = None if status is None else check.choice("status", status, MaviVideoStatusFilter)
        arguments = mavi_search_db._get_kwargs(
            start_time=given(check.milliseconds("uploaded_since", uploaded_since)),
            end_time=given(check.milliseconds("uploaded_until", uploaded_until)),
            video_status=given(kind),
            page=given(check.between("page", page, 1)),
            page_size=given(check.between("page_size", page_size, 1, MAX_ROWS)),
            video_name=given(check.optional("video_name", video_name)),
        )
        return self._transport.call(OPERATIONS["mavi_search_db"], arguments, convert.video_page, timeout=timeout)

    def wait(
        self,
        video_no: str,
        *,
        uploaded_since: datetime | None = None,
        timeout: float | None = None,
        polling: Polling | None = None,
        receiver: memories_ai.webhooks.CallbackReceiver | None = None,
    ) -> Video:
        """Poll until a video is indexed, and return it. A poll that fails in passing is made up for by the next one.

        v1.0 has no way to ask for one video: each poll goes through the pages of the library, 200 videos each, as far
        as the video. The documented limit is 200 pages a minute, and a thousand a day.

        Args:
            video_no: id of the video to wait for.
            uploaded_since: look among younger videos only, which saves pages; such as `uploaded_at` of the upload. A
                datetime without time zone is read as local time.
            timeout: deadline of the whole wait in seconds; 1,800 if it is not given.
            polling: pauses between polls; 5 s at first, growing to 30 s.
            receiver: a running receiver whose `url` was the `callback` of the upload. What it hears of the video ends
                a pause early; it is polled all the same, since callbacks get lost and anybody could have sent them.

        Raises:
            ValidationError: an argument that the service would refuse; nothing was sent.
            VideoFailedError: indexing failed; v1.0 tells no cause.
            WaitTimeoutError: the deadline passed.
            NotFoundError: no page has the video.
            MemoriesError: anything else that the same poll, made later, would not get past.
        """
        since = check.milliseconds("uploaded_since", uploaded_since)
        look = partial(self._row, check.non_empty("video_no", video_no), since)
        return self._wait(VIDEO_PARSED, "mavi_search_db", look, video_no, timeout, polling, receiver)

    def search(self, query: str, *, limit: int | None = None, timeout: float | None = None) -> tuple[Video, ...]:
        """Find whole videos by meaning, best first; `search_fragments` finds the places in them.

        Args:
            query: what to look for, in plain words.
            limit: most videos to return; known from the vendor's first client alone. How many come without it is not
                known.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            ValidationError: an argument that the service would refuse; nothing was sent.
            MemoriesError: anything else.
        """
        body = MaviSearchRequest(
            search_value=check.non_empty("query", query), limit=given(check.between("limit", limit, 1))
        )
        return self._transport.call(
            OPERATIONS["mavi_search_ai"], mavi_search_ai._get_kwargs(body=body), convert.videos, timeout=timeout
        )

    def search_fragments(
        self,
        query: str,
        *,
        video_nos: Sequence[str] = (),
        limit: int | None = None,
        timeout: float | None = None,
    ) -> tuple[Fragment, ...]:
        """Find the places in videos that fit a question, best first.

        Args:
            query: what to look for, in plain words.
            video_nos: videos to look into; free accounts may name 50. None of them: the documented sample sends that,
                the vendor's first client asks for one at least.
            limit: most fragments to return; known from the vendor's first client alone.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            ValidationError: an argument that the service would refuse; nothing was sent.
            MemoriesError: anything else.
        """
        body = MaviFragmentSearchRequest(
            video_nos=check.texts("video_nos", video_nos, least=0),
            search_value=check.non_empty("query", query),
            limit=given(check.between("limit", limit, 1)),
        )
        return self._transport.call(
            OPERATIONS["mavi_search_fragments"],
            mavi_search_fragments._get_kwargs(body=body),
            convert.fragments,
            timeout=timeout,
        )

    def chat(
        self,
        message: str,
        *,
        video_nos: Sequence[str],
        history: Sequence[ChatTurn] = (),
        timeout: float | None = None,
    ) -> ChatAnswer:
        """Ask about videos and wait for the whole answer. There are no sessions: earlier turns are sent along.

        Args:
            message: the question.
            video_nos: videos to discuss.
            history: earlier turns; in which order they stand is not documented.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            ValidationError: an argument that the service would refuse; nothing was sent.
            RateLimitError: the documented limit is ten questions a minute, and 1,500 a day.
            StreamError: the answer came as a stream all the same, and is not complete.
            MemoriesError: anything else.
        """
        with self._events(message, video_nos, history, timeout, stream=False) as events:
            return joined([event for event in events])

    def chat_stream(
        self,
        message: str,
        *,
        video_nos: Sequence[str],
        history: Sequence[ChatTurn] = (),
        timeout: float | None = None,
    ) -> EventStream[ChatEvent]:
        """Ask, and get the answer in pieces (ContentEvent) as they are made.

        How the stream looks is inferred from the vendor's first client. Nothing marks its end: the clean end of the
        connection after a whole event is the end. A connection that says no length and no chunks can be cut there
        without a trace. An answer that comes in one piece after all is yielded as one event.

        Args:
            message, video_nos, history: as for `chat`.
            timeout: seconds for the whole stream, instead of the limits of its tier.

        Raises:
            ValidationError: an argument that the service would refuse; nothing was sent.
        """
        return self._events(message, video_nos, history, timeout, stream=True)

    def submit_transcription(
        self,
        video_no: str,
        type: MaviTranscriptionType | str = MaviTranscriptionType.AUDIO,  # noqa: A002 (the API's own word)
        *,
        callback: str | None = None,
        timeout: float | None = None,
    ) -> TranscriptionTask:
        """Have speech (AUDIO) or scenes (VIDEO) of a video written down; see `wait_for_transcription`.

        Args:
            video_no: id of a video.
            type: AUDIO (what is said) or VIDEO (what is seen).
            callback: address that receives the finished transcription (`webhooks.TranscriptionCallback`). Sources spell
                its name in two ways; it is sent under both.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            ValidationError: an argument that the service would refuse; nothing was sent.
            RateLimitError: documented are 50 requests a minute for speech, 20 for scenes.
            NotFoundError: no such video.
            MemoriesError: anything else.
        """
        body = MaviSubmitTranscriptionRequest(
            video_no=check.non_empty("video_no", video_no),
            type_=check.choice("type", type, MaviTranscriptionType),
        )
        if (address := check.address("callback", callback)) is not None:
            body.call_back_uri = address
            body["callBackUri"] = address
        return self._transport.call(
            OPERATIONS["mavi_submit_transcription"],
            mavi_submit_transcription._get_kwargs(body=body),
            convert.transcription_task,
            timeout=timeout,
        )

    def transcription(self, task_no: str, *, timeout: float | None = None) -> MaviTranscription:
        """A transcription, finished or not.

        Args:
            task_no: as `submit_transcription` gave it.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            ValidationError: an argument that the service would refuse; nothing was sent.
            MemoriesError: anything else; which code an unknown task brings is not known.
        """
        return self._transcription(check.non_empty("task_no", task_no), timeout)

    def wait_for_transcription(
        self,
        task_no: str,
        *,
        timeout: float | None = None,
        polling: Polling | None = None,
        receiver: memories_ai.webhooks.CallbackReceiver | None = None,
    ) -> MaviTranscription:
        """Poll until a transcription is finished, and return it.

        A poll that fails in passing is made up for by the next one. How a transcription fails is not known: one that
        did is waited for until the deadline.

        Args:
            task_no: as `submit_transcription` gave it.
            timeout: deadline of the whole wait in seconds; 1,800 if it is not given.
            polling: pauses between polls; 5 s at first, growing to 30 s.
            receiver: a running receiver whose `url` was the `callback` of the task. What it hears of the task ends a
                pause early; it is polled all the same, since callbacks get lost and anybody could have sent them.

        Raises:
            WaitTimeoutError: the deadline passed.
            MemoriesError: anything else that the same poll, made later, would not get past.
        """
        look = partial(self._transcription, check.non_empty("task_no", task_no))
        return self._wait(MAVI_TRANSCRIBED, "mavi_get_transcription", look, task_no, timeout, polling, receiver)

    def delete(self, *video_nos: str, timeout: float | None = None) -> None:
        """Delete up to 500 videos, for good. Whether an id that does not exist is passed over is not known.

        Args:
            video_nos: 1 to 500 ids.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            ValidationError: no id, or more than 500; nothing was sent.
            ConflictError: documented for deleting twice.
            MemoriesError: anything else.
        """
        arguments = mavi_delete_videos._get_kwargs(body=check.ids("video_nos", video_nos, most=MAX_DELETED))
        self._transport.call(OPERATIONS["mavi_delete_videos"], arguments, convert.nothing, timeout=timeout)

    def _transcription(self, task_no: str, timeout: float | Deadline | None) -> MaviTranscription:
        arguments = mavi_get_transcription._get_kwargs(task_no=task_no)
        operation = OPERATIONS["mavi_get_transcription"]
        return self._transport.call(operation, arguments, convert.transcription, timeout=timeout)

    def _row(self, video_no: str, since: int | None, within: Deadline) -> Video:
        """The video as the list shows it."""
        pages = PageCount[Video](None)
        read = row_of_pages(convert.video_page, video_no, pages)
        video = None
        while video is None:
            arguments = mavi_search_db._get_kwargs(
                start_time=given(since), page=given(pages.number), page_size=MAX_ROWS
            )
            video = self._transport.call(OPERATIONS["mavi_search_db"], arguments, read, timeout=within)
        return video

    def _events(
        self,
        message: str,
        video_nos: Sequence[str],
        history: Sequence[ChatTurn],
        timeout: float | None,
        *,
        stream: bool,
    ) -> EventStream[ChatEvent]:
        dialect = dialect_of("mavi_chat")
        body = MaviChatRequest(
            video_nos=check.ids("video_nos", video_nos, most=None),
            message=check.non_empty("message", message),
            history=given(_turns(history) or None),
            stream=stream,
        )
        return EventStream(
            self._transport,
            OPERATIONS["mavi_chat"],
            mavi_chat._get_kwargs(body=body),
            dialect.read,
            timeout,
            whole=dialect.whole,
            ends_unmarked=dialect.ends_unmarked,
            accept="text/event-stream" if stream else "application/json",
        )


def _turns(history: Sequence[ChatTurn]) -> list[MaviChatTurn]:
    if isinstance(history, str | bytes) or not isinstance(history, Sequence):
        raise ValidationError(
            f"history: {type(history).__name__} is not a list. Pass [ChatTurn(...)].", field="history"
        )
    return [_turn(turn) for turn in history]


def _turn(turn: ChatTurn) -> MaviChatTurn:
    if not isinstance(turn, ChatTurn):
        raise ValidationError(
            f"history: {type(turn).__name__} is not a turn. Pass ChatTurn(user=..., robot=...).", field="history"
        )
    return MaviChatTurn(robot=check.any_text("history", turn.robot), user=check.any_text("history", turn.user))
