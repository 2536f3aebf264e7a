"""Videos of the private library."""

from __future__ import annotations

import builtins
import os
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Literal

import memories_ai  # for annotations: it imports its names when they are asked for
from memories_ai_generated.api.videos import (
    delete_videos,
    download,
    download_blob,
    download_blob_v2,
    generate_summary,
    get_metadata,
    get_private_video_details,
    list_videos,
    upload,
    upload_url,
)
from memories_ai_generated.models import (
    DownloadRequest,
    ListVideosRequest,
    SummaryType,
    UploadForm,
    UploadUrlForm,
    VideoStatus,
)
from memories_ai_generated.operations import OPERATIONS

from .. import _convert as convert
from .. import _file_kinds as kinds
from .. import _validation as check
from .._concurrency import AsyncConcurrency
from .._deadlines import Deadline
from .._downloads import DownloadTarget, download_options, video_name
from .._errors import MemoriesError, ProtocolError
from .._options import UploadOptions, given, upload_options
from .._reading import Reader, existing, row_of
from .._types import DownloadedFile, Page, Summary, UploadedVideo, Video
from .._uploads import (
    ManyProgress,
    Progress,
    UploadSource,
    check_sources,
    check_web_source,
    is_web_address,
    numbered_progress,
    open_upload,
)
from .._waiting import VIDEO_PARSED, Polling
from .downloads import AsyncDownload
from .resource import AsyncResource
from .streams import AsyncByteStream
from .transport import RequestArguments


class AsyncVideos(AsyncResource):
    """Videos: `client.videos`."""

    async def upload(
        self,
        source: UploadSource,
        *,
        filename: str | None = None,
        unique_id: str | None = None,
        folder_id: int | None = None,
        callback: str | None = None,
        datetime_taken: datetime | str | None = None,
        camera_model: str | None = None,
        latitude: float | None = None,
        longitude: float | None = None,
        tags: Sequence[str] | None = None,
        retain_original_video: bool | None = None,
        video_transcription_prompt: str | None = None,
        on_progress: Progress | None = None,
        timeout: float | None = None,
    ) -> UploadedVideo:
        """Upload a video; it is indexed afterwards (see `wait`).

        Args:
            source: path of a file (`~` is not expanded), binary file object (read from where it stands, not closed),
                bytes (other buffers are copied), or an http(s) URL that the service shall fetch itself. A file is
                streamed, never held in memory. At most 3 GiB.
            filename: name to send instead of the file's own; .mp4, .avi, .mkv or .mov. Needed for bytes, not for URLs.
            unique_id: namespace; else the client's. The service assumes "default".
            folder_id: folder; -1 is the default one.
            callback: address that receives `{"videoNo", "status"}` once the status changes, at most 299 characters.
            datetime_taken: time of capture, a datetime or `yyyy-MM-dd HH:mm:ss`. No time zone is kept.
            camera_model: at most 200 characters.
            latitude, longitude: place of capture in decimal degrees.
            tags: at most 20; the service adds `api`.
            retain_original_video: whether the file can be downloaded again; the service assumes yes.
            video_transcription_prompt: what the scene descriptions should pay attention to.
            on_progress: called with (bytes sent, bytes in all or None) as the file is read. Not for URLs.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            ValidationError: an argument that the service would refuse; nothing was sent.
            MediaError: a file that it would refuse for its type or its size; nothing was sent.
            RateLimitError: the documented limit is one upload a minute and account.
            LocalFileError: the file cannot be read to its end, or became shorter or longer while it was sent.
            MemoriesError: anything else.
        """
        options = upload_options(
            unique_id=self._namespace(unique_id),
            folder_id=folder_id,
            callback=callback,
            datetime_taken=datetime_taken,
            camera_model=camera_model,
            latitude=latitude,
            longitude=longitude,
            tags=tags,
            retain_original_video=retain_original_video,
            video_transcription_prompt=video_transcription_prompt,
        )
        return await self._upload(options, timeout, source, filename, on_progress)

    async def upload_many(
        self,
        sources: Iterable[UploadSource],
        *,
        concurrency: int = 4,
        filenames: Sequence[str | None] | None = None,
        unique_id: str | None = None,
        folder_id: int | None = None,
        callback: str | None = None,
        datetime_taken: datetime | str | None = None,
        camera_model: str | None = None,
        latitude: float | None = None,
        longitude: float | None = None,
        tags: Sequence[str] | None = None,
        retain_original_video: bool | None = None,
        video_transcription_prompt: str | None = None,
        on_progress: ManyProgress | None = None,
        timeout: float | None = None,
    ) -> builtins.list[UploadedVideo | MemoriesError]:
        """Upload several videos with the same options, some of them at once.

        One that fails does not stop the others. Cancelled or interrupted, those not yet begun are not begun, those
        under way are broken off (in the synchronous client, with an HTTP client of your own, their answers are waited
        for), and nothing runs on when this is left; what had been sent whole may be accepted. The documented limit is
        one upload a minute and account: what comes sooner may fail with RateLimitError.

        Args:
            sources: paths, file objects, bytes and URLs, as `upload` takes them. A file is opened when its turn comes.
            concurrency: how many are sent at once, at most.
            filenames: one for each source, None for those that have a name of their own.
            unique_id, folder_id, callback, datetime_taken, camera_model, latitude, longitude: as for `upload`.
            tags, retain_original_video, video_transcription_prompt: as for `upload`.
            on_progress: called with (number of the source from 0, bytes sent, bytes in all or None), never twice at
                the same time. What it raises ends the whole.
            timeout: seconds for each upload with its retries, from its own beginning.

        Returns:
            As many items as sources, in their order: the video, or the error that its upload failed with.

        Raises:
            ValidationError: an option, or the list of sources, that cannot be right; nothing was sent.
        """
        options = upload_options(
            unique_id=self._namespace(unique_id),
            folder_id=folder_id,
            callback=callback,
            datetime_taken=datetime_taken,
            camera_model=camera_model,
            latitude=latitude,
            longitude=longitude,
            tags=tags,
            retain_original_video=retain_original_video,
            video_transcription_prompt=video_transcription_prompt,
        )
        named = check_sources("sources", sources, filenames)
        progress_of = numbered_progress(on_progress)
        if timeout is not None:
            check.positive_seconds("timeout", timeout)

        async def one(number: int) -> UploadedVideo:
            return await self._upload(options, timeout, *named[number], progress_of(number))

        return await AsyncConcurrency(check.required_count("concurrency", concurrency)).map(one, len(named))

    async def _upload(
        self,
        options: UploadOptions,
        timeout: float | None,
        source: UploadSource,
        filename: str | None,
        progress: Progress | None,
    ) -> UploadedVideo:
        if is_web_address(source):
            check_web_source(filename, progress)
            return await self._upload_url(source, options, timeout)
        with open_upload("source", source, kinds.VIDEO, filename, progress) as file:
            body = UploadForm(file=file, **options)
            return await self._transport.call(
                OPERATIONS["upload"], upload._get_kwargs(body=body), convert.uploaded_video, timeout=timeout
            )

    async def _upload_url(self, url: str, options: UploadOptions, timeout: float | None) -> UploadedVideo:
        body = UploadUrlForm(url=check.web_address("source", url), **options)
        return await self._transport.call(
            OPERATIONS["upload_url"], upload_url._get_kwargs(body=body), convert.uploaded_video, timeout=timeout
        )

    async def list(
        self,
        *,
        page: int | None = None,
        size: int | None = None,
        unique_id: str | None = None,
        folder_id: int | None = None,
        video_name: str | None = None,
        video_nos: Sequence[str] | None = None,
        status: VideoStatus | str | None = None,
        camera_model: str | None = None,
        tag: str | None = None,
        taken_since: datetime | None = None,
        latitude: float | None = None,
        longitude: float | None = None,
        timeout: float | None = None,
    ) -> Page[Video]:
        """One page of the library, newest first; `client.paginate` goes through all. Conditions are ANDed.

        Args:
            page: 1-based; the service assumes 1.
            size: videos a page; the service assumes 200 (recorded).
            unique_id: namespace; else the client's.
            folder_id: this folder only; -1 is the default one, -2 the read-only one of the old API.
            video_name: exact name.
            video_nos: these videos only.
            status: state of indexing, such as PARSE (searchable) or UNPARSE (waiting). A failure was recorded as FAIL,
                and is documented as FAILED.
            camera_model: exact name; indexed videos only.
            tag: one that a video carries; indexed videos only.
            taken_since: earliest capture time, indexed videos only; a datetime without time zone is read as local time.
            latitude, longitude: centre of a circle of about 20 km in decimal degrees, both or none; indexed videos
                only.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            ValidationError: an argument that the service would refuse; nothing was sent.
            MemoriesError: anything else.
        """
        latitude, longitude = check.place(latitude, longitude)
        body = ListVideosRequest(
            page=given(check.between("page", page, 1)),
            size=given(check.between("size", size, 1)),
            unique_id=self._namespace(unique_id),
            folder_id=given(check.any_folder(folder_id)),
            video_name=given(check.optional("video_name", video_name)),
            video_nos=given(None if video_nos is None else check.ids("video_nos", video_nos, most=None)),
            status=given(None if status is None else check.choice("status", status, VideoStatus)),
            camera_model=given(check.camera_model(camera_model)),
            tag=given(check.optional("tag", tag)),
            datetime_taken=given(check.milliseconds("taken_since", taken_since)),
            latitude=given(latitude),
            longitude=given(longitude),
        )
        return await self._transport.call(
            OPERATIONS["list_videos"], list_videos._get_kwargs(body=body), convert.video_page, timeout=timeout
        )

    async def get(self, video_no: str, *, unique_id: str | None = None, timeout: float | None = None) -> Video:
        """Metadata and status of one video.

        Args:
            video_no: id of a video.
            unique_id: namespace; else the client's.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            NotFoundError: no such video in this namespace.
            MemoriesError: anything else.
        """
        arguments = get_metadata._get_kwargs(
            video_no=check.non_empty("video_no", video_no), unique_id=self._namespace(unique_id)
        )
        read = _answer_about(video_no, convert.metadata)
        return await self._transport.call(OPERATIONS["get_metadata"], arguments, read, timeout=timeout)

    async def details(self, video_no: str, *, unique_id: str | None = None, timeout: float | None = None) -> Video:
        """Technical details of one video (frame rate, resolution, link). `get` is the documented successor.

        Args:
            video_no: id of a video.
            unique_id: namespace; else the client's.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            NotFoundError: no such video in this namespace.
            MemoriesError: anything else.
        """
        arguments = get_private_video_details._get_kwargs(
            video_no=check.non_empty("video_no", video_no), unique_id=self._namespace(unique_id)
        )
        read = _answer_about(video_no, convert.details(video_no))
        return await self._transport.call(OPERATIONS["get_private_video_details"], arguments, read, timeout=timeout)

    async def wait(
        self,
        video_no: str,
        *,
        timeout: float | None = None,
        polling: Polling | None = None,
        receiver: memories_ai.webhooks.AsyncCallbackReceiver | None = None,
        unique_id: str | None = None,
    ) -> Video:
        """Poll until a video is indexed, and return it. A poll that fails in passing is made up for by the next one.

        Args:
            video_no: id of the video to wait for.
            timeout: deadline of the whole wait in seconds; 1,800 if it is not given.
            polling: pauses between polls; 5 s at first, growing to 30 s.
            receiver: a running receiver whose `url` was the `callback` of the upload. What it hears of the video ends
                a pause early; it is polled all the same, since callbacks get lost and anybody could have sent them.
            unique_id: namespace; else the client's.

        Raises:
            VideoFailedError: indexing failed; carries the cause.
            WaitTimeoutError: the deadline passed.
            NotFoundError: no such video in this namespace.
            MemoriesError: anything else that the same poll, made later, would not get past.
        """
        look = partial(self._row, check.non_empty("video_no", video_no), unique_id)
        return await self._wait(VIDEO_PARSED, "list_videos", look, video_no, timeout, polling, receiver)

    async def _row(self, video_no: str, unique_id: str | None, within: Deadline) -> Video:
        """The video as the list shows it: its rows carry the cause of a failure."""
        body = ListVideosRequest(video_no=video_no, unique_id=self._namespace(unique_id))
        read = _answer_about(video_no, row_of(convert.video_page, video_no))
        return await self._transport.call(
            OPERATIONS["list_videos"], list_videos._get_kwargs(body=body), read, timeout=within
        )

    async def summary(
        self,
        video_no: str,
        type: SummaryType | str = SummaryType.CHAPTER,  # noqa: A002 (the API's own word)
        *,
        unique_id: str | None = None,
        timeout: float | None = None,
    ) -> Summary | None:
        """A summary; None where none can be made.

        Args:
            video_no: id of a video.
            type: CHAPTER (items have a start) or TOPIC.
            unique_id: namespace; else the client's.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            ValidationError: an unknown type; nothing was sent.
            MemoriesError: anything else.
        """
        arguments = generate_summary._get_kwargs(
            video_no=check.non_empty("video_no", video_no),
            type_=check.choice("type", type, SummaryType),
            unique_id=self._namespace(unique_id),
        )
        return await self._transport.call(OPERATIONS["generate_summary"], arguments, convert.summary, timeout=timeout)

    async def download(
        self,
        video_no: str,
        path: str | os.PathLike[str],
        *,
        unique_id: str | None = None,
        overwrite: bool = False,
        resume: bool = False,
        hash: str | None = None,  # noqa: A002 (the word of hashlib)
        on_progress: Progress | None = None,
        timeout: float | None = None,
    ) -> DownloadedFile:
        """Download the file of a video. It appears under its name only when it is complete.

        If the connection breaks, it is asked for again (see Retries): the rest, if the service names the version of
        the file by a strong ETag or date and sends the rest of just that, else the whole. No source shows that the
        service does.

        Args:
            video_no: id of a video.
            path: file to write, or a folder: then `<video_no>.mp4` in it.
            unique_id: namespace; else the client's.
            overwrite: replace a file that exists.
            resume: keep what came of a download that fails, where the rest may be had later, in the folder under
                `.<name>.<digest>.part` (and `.part.json`), and go on with what an earlier such call has kept. Bytes of
                two versions are never joined. A process that is killed keeps nothing.
            hash: algorithm of `hashlib` for the digest of the result, such as "sha256".
            on_progress: called with (bytes so far, bytes in all or None); fewer than before after a new beginning.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            ValidationError: the target exists or cannot be; nothing was sent.
            NotFoundError: no such video in this namespace, or its file was not kept.
            TransportError: the connection broke; without `resume`, nothing is left on disk.
            MemoriesError: anything else.
        """
        options = download_options(resume, hash, on_progress)
        target = DownloadTarget(path, video_name(check.non_empty("video_no", video_no)), overwrite=overwrite)
        arguments = self._download(video_no, unique_id)
        return await AsyncDownload(self._transport, OPERATIONS["download"], arguments, target, options).save(timeout)

    async def download_blob(
        self,
        bucket: str,
        blob: str,
        path: str | os.PathLike[str],
        *,
        version: Literal[1, 2] = 1,
        overwrite: bool = False,
        resume: bool = False,
        hash: str | None = None,  # noqa: A002 (the word of hashlib)
        on_progress: Progress | None = None,
        timeout: float | None = None,
    ) -> DownloadedFile:
        """Download a stored object, such as a keyframe, as `download` does.

        Args:
            bucket, blob: as another answer names them, such as the `bucket` and `blob` of a Video.
            path: file to write, or a folder: then the name that the service gives, else the last part of the blob,
                made safe for any system.
            version: which of the documented addresses is asked; both are described alike.
            overwrite, resume, hash, on_progress, timeout: as for `download`.

        Raises:
            ValidationError: the target exists or cannot be. Nothing was sent, unless the name came from the service.
            APIError: no such object, too few credits. Codes of these failures are not documented.
            TransportError: the connection broke; without `resume`, nothing is left on disk.
            MemoriesError: anything else.
        """
        options = download_options(resume, hash, on_progress)
        target = DownloadTarget(path, None, otherwise=check.non_empty("blob", blob), overwrite=overwrite)
        arguments = download_blob._get_kwargs(bucket=check.non_empty("bucket", bucket), blob=blob)
        operation = OPERATIONS["download_blob"]
        if check.between("version", version, 1, 2) == 2:
            arguments = download_blob_v2._get_kwargs(bucket=bucket, blob=blob)
            operation = OPERATIONS["download_blob_v2"]
        return await AsyncDownload(self._transport, operation, arguments, target, options).save(timeout)

    def stream(self, video_no: str, *, unique_id: str | None = None, timeout: float | None = None) -> AsyncByteStream:
        """The bytes of the file of a video, for those who want no file on disk.

            async with client.videos.stream("VI...") as pieces:
                async for piece in pieces: ...

        The request is sent by the `with` statement; what fails is raised there or while iterating, see AsyncByteStream.
        A stream that breaks off is not begun again.

        Args:
            video_no: id of a video.
            unique_id: namespace; else the client's.
            timeout: seconds until the last byte.

        Raises:
            ValidationError: an argument that cannot be right.
        """
        arguments = self._download(video_no, unique_id)
        return AsyncByteStream(self._transport, OPERATIONS["download"], arguments, timeout)

    def _download(self, video_no: str, unique_id: str | None) -> RequestArguments:
        body = DownloadRequest(video_no=check.non_empty("video_no", video_no), unique_id=self._namespace(unique_id))
        return download._get_kwargs(body=body)

    async def delete(self, *video_nos: str, unique_id: str | None = None, timeout: float | None = None) -> None:
        """Delete up to 100 videos with everything derived from them, for good.

        Ids that do not exist are passed over by the service without an error.

        Args:
            video_nos: 1 to 100 ids.
            unique_id: namespace; else the client's.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            ValidationError: no id, or more than 100; nothing was sent.
            MemoriesError: anything else.
        """
        arguments = delete_videos._get_kwargs(
            body=check.ids("video_nos", video_nos), unique_id=self._namespace(unique_id)
        )
        await self._transport.call(OPERATIONS["delete_videos"], arguments, convert.nothing, timeout=timeout)


def _answer_about(video_no: str, read: Reader[Video | None]) -> Reader[Video]:
    """The same reader for an answer that has to be about this video."""
    message = f"No video {video_no!r} in this namespace. Check the id, and the unique_id it was uploaded to."
    read_existing = existing(read, message)

    def read_expected(payload: Mapping[str, object]) -> Video:
        video = read_existing(payload)
        if video.video_no != video_no:
            raise ProtocolError(f"The answer describes {video.video_no!r}, not {video_no!r}.")
        return video

    return read_expected
