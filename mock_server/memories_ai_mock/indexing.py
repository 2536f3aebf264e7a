"""The way of a video from UNPARSE to PARSE or FAIL: fetched if it came as a URL, then read and indexed."""

from __future__ import annotations

import asyncio
import json
import logging
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path

from starlette.concurrency import run_in_threadpool

from memories_ai_mock.content import Content, ContentError, Sidecars, parse_content
from memories_ai_mock.drawing import drawn_frames
from memories_ai_mock.library import Library, Video
from memories_ai_mock.media import Media, MediaError, read_media
from memories_ai_mock.media_files import MediaFiles
from memories_ai_mock.network import Network, NetworkError
from memories_ai_mock.playlists import fetch_video
from memories_ai_mock.settings import Settings
from memories_ai_mock.text_search import ABOUT, Segment

logger = logging.getLogger("memories_ai_mock")


class Fetching:
    """Work: bring the files of videos that were uploaded as a URL."""

    def __init__(self, library: Library, files: MediaFiles, network: Network, settings: Settings) -> None:
        self._library = library
        self._files = files
        self._network = network
        self._settings = settings
        # Called when a file has come or failed to.
        self.on_fetched: Callable[[], None] = lambda: None

    def due(self, now: float) -> list[str]:  # noqa: ARG002 (fetching begins at once)
        return self._library.due_to_fetch()

    def next_due(self, now: float) -> float | None:  # noqa: ARG002 (see above)
        return None

    async def run(self, job: str) -> None:
        video = await run_in_threadpool(self._library.find, job)
        if video is None or not video.source_url:
            return
        path = self._files.new_incoming()
        try:
            size = await self._fetch(video.source_url, path)
            await run_in_threadpool(self._library.set_fetched, job, path, size)
        except (NetworkError, OSError) as error:
            logger.warning("%s cannot be fetched: %s", job, error)
            await run_in_threadpool(self._library.set_not_fetched, job, f"The URL cannot be fetched: {error}.")
        except Exception as error:
            # A video whose fetching breaks must not wait for ever.
            logger.exception("%s: its fetching broke", job)
            reason = f"The emulator broke while fetching it ({type(error).__name__})."
            await run_in_threadpool(self._library.set_not_fetched, job, reason)
        finally:
            await run_in_threadpool(path.unlink, missing_ok=True)
        self.on_fetched()

    async def _fetch(self, url: str, path: Path) -> int:
        settings = self._settings
        new_path, limits = self._files.new_incoming, (settings.max_fetch_bytes, settings.fetch_timeout)
        return await fetch_video(self._network, url, path, new_path, *limits)


class Indexing:
    """Work: read videos and put what they say and show into the index."""

    def __init__(self, library: Library, files: MediaFiles, settings: Settings) -> None:
        self._library = library
        self._files = files
        self._clock = settings.clock
        self._first_callback = settings.callback_delays[0]
        self._sidecars = Sidecars(settings.sidecars)
        self._readers: list[threading.Thread] = []
        self._stopped = threading.Event()
        # Called when a video has become PARSE or FAIL.
        self.on_indexed: Callable[[], None] = lambda: None

    def due(self, now: float) -> list[str]:
        return self._library.due_to_parse(now)

    def next_due(self, now: float) -> float | None:
        return self._library.next_parse(now)

    async def run(self, job: str) -> None:
        await asyncio.wrap_future(self._in_daemon(job))
        self.on_indexed()

    def close(self, seconds: float) -> None:
        """Stop reading, and wait for it at most so long; a video being read stays UNPARSE, to be read again."""
        self._stopped.set()
        deadline = time.monotonic() + seconds
        for reader in self._readers:
            reader.join(max(0.0, deadline - time.monotonic()))
        left = [reader.name for reader in self._readers if reader.is_alive()]
        if left:
            logger.warning("Still reading after %g s, and left alone: %s", seconds, ", ".join(left))

    def _in_daemon(self, job: str) -> Future[None]:
        """Index in a thread that does not keep the process alive, as those of an executor do."""
        future: Future[None] = Future()
        # From here on it cannot be cancelled, so that its result can always be set.
        future.set_running_or_notify_cancel()

        def work() -> None:
            try:
                self._index(job)
            except BaseException as error:
                future.set_exception(error)
            else:
                future.set_result(None)

        reader = threading.Thread(target=work, name=f"memories-ai-mock-reader-{job}", daemon=True)
        self._readers = [each for each in self._readers if each.is_alive()] + [reader]
        reader.start()
        return future

    def _index(self, video_no: str) -> None:
        video = self._library.find(video_no)
        if video is None:
            return
        try:
            self._read_and_store(video)
        except MediaError as error:
            self._give_up(video, str(error))
        except FileNotFoundError:
            # Deleted meanwhile, or removed from the data directory by hand.
            self._give_up(video, "The file is missing.")
        except Exception as error:
            if self._stopped.is_set():
                # Nobody waited for this reader, so the files and the database are gone.
                return
            # A video whose reading breaks must not wait for ever.
            logger.exception("%s broke the reader", video.video_no)
            self._give_up(video, f"The emulator broke while reading it ({type(error).__name__}).")

    def _read_and_store(self, video: Video) -> None:
        content = self._content(video)
        if content is not None and content.cause is not None:
            raise MediaError(content.cause)
        if video.media is not None:
            media = read_media(self._files.path(video.media), self._stopped.is_set)
        elif video.content is not None and content is not None:
            media = _without_file(content)
        else:
            raise MediaError(video.fetch_problem or "The file is missing.")
        if self._stopped.is_set():
            return
        if content is not None:
            _overrule(media, content)
        self._library.set_parsed(video, media, _segments(video, media), self._callback_time())
        logger.info("%s is PARSE: %s, %.1f s", video.video_no, media.codec, media.duration)

    def _content(self, video: Video) -> Content | None:
        try:
            if video.content is not None:
                return parse_content(json.loads(video.content))
            return self._sidecars.find(video.name)
        except ContentError as error:
            raise MediaError(f"What lies beside the file cannot be read ({error}).") from error

    def _give_up(self, video: Video, reason: str) -> None:
        if self._stopped.is_set():
            return
        self._library.set_failed(video, reason, self._callback_time())
        logger.info("%s is FAIL: %s", video.video_no, reason)

    def _callback_time(self) -> float:
        return self._clock.now() + self._first_callback


def _without_file(content: Content) -> Media:
    """What would be read from a video's file, if there were one: one drawn picture a scene."""
    scenes = list(content.scenes or ())
    return Media(
        container=None,
        codec=None,
        duration=content.duration or max((each.end for each in (*scenes, *(content.speech or ()))), default=0.0),
        fps=content.fps,
        width=content.width or 0,
        height=content.height or 0,
        has_audio=bool(content.speech),
        frames=drawn_frames(content),
    )


def _overrule(media: Media, content: Content) -> None:
    media.duration = content.duration or media.duration
    if content.speech is not None:
        media.speech = list(content.speech)
    if content.scenes is not None:
        media.scenes = list(content.scenes)


def _segments(video: Video, media: Media) -> list[Segment]:
    about = f"{video.name}. {', '.join(video.tags)}"
    return [Segment(ABOUT, 0.0, media.duration, about), *media.speech, *media.scenes]
