"""Describes videos and images to the caption host's callers: measured and quoted, no language model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from starlette.concurrency import run_in_threadpool

from memories_ai_mock.callbacks import add_callback
from memories_ai_mock.content import ContentError, Sidecars
from memories_ai_mock.database import Database
from memories_ai_mock.image_search import similarities
from memories_ai_mock.media import Media, MediaError, read_media
from memories_ai_mock.media_files import MediaFiles
from memories_ai_mock.network import Network, NetworkError, fetch
from memories_ai_mock.scenes import describe_image
from memories_ai_mock.settings import Settings
from memories_ai_mock.tasks import Task

KIND = "caption"
# By the newest pages.
MAX_VIDEO_SECONDS = 2 * 3600.0
MAX_PASSAGES = 12
# From here on two pictures are taken for the same person.
RECOGNISED = 0.85
NOTE = "(Put together by the emulator; no vision model was asked.)"

Json = dict[str, Any]


class CaptionError(Exception):
    """The video or image cannot be described; the message says why."""


@dataclass(frozen=True, slots=True)
class Face:
    """Somebody to recognise: a name, and the fingerprint of a picture; None: there is no picture."""

    name: str
    fingerprint: bytes | None


class Captioning:
    """Describes what it is given, at once or as a task."""

    def __init__(self, database: Database, files: MediaFiles, network: Network, settings: Settings) -> None:
        self._database = database
        self._files = files
        self._network = network
        self._settings = settings
        self._sidecars = Sidecars(settings.sidecars)

    async def run(self, task: Task) -> None:
        """Describe a video, and send the result to its callback address."""
        request = task.request
        try:
            data: Json | None = await self.describe_video(request)
        except CaptionError as error:
            data = None
            await run_in_threadpool(self._note_failure, task, str(error))
        if not request.get("callback"):
            return
        body = {"status": -1 if data is None else 0, "task_id": task.task_id, "data": data}
        await run_in_threadpool(self._add_callback, task, body)

    async def describe_video(self, request: Mapping[str, Any]) -> Json:
        """The description of a video: `{"text", "token": {"input", "output", "total"}}`.

        Args:
            request: `options` as the caller sent them; `video` with the name of a kept file, or `url`; `faces` with
                names of kept files. Kept files are removed. `name`, without extension, is that of its sidecar.

        Raises:
            CaptionError: see there.
        """
        fetched: Path | None = None
        try:
            if not request.get("video"):
                fetched = await self.fetched(request["url"])
            faces = await self._faces(request)
            path = fetched or self._files.path(request["video"])
            return await run_in_threadpool(self._describe, path, request, faces)
        finally:
            if fetched is not None:
                fetched.unlink(missing_ok=True)
            for name in request.get("files", ()):
                await run_in_threadpool(self._files.remove, name)

    async def fetched(self, url: str) -> Path:
        """A file that was fetched, to be removed by the caller.

        Raises:
            CaptionError: it cannot be fetched.
        """
        path = self._files.new_incoming()
        limits = self._settings
        try:
            await fetch(self._network, url, path, limits.max_fetch_bytes, limits.fetch_timeout)
        except (NetworkError, OSError) as error:
            path.unlink(missing_ok=True)
            raise CaptionError(f"The URL cannot be fetched: {error}.") from error
        return path

    async def _faces(self, request: Mapping[str, Any]) -> list[Face]:
        pictures = list(request.get("faces", ()))
        faces = []
        for person in request["options"].get("persons", ()):
            fingerprint = None
            if person.get("url"):
                path = await self.fetched(person["url"])
                try:
                    fingerprint = await run_in_threadpool(picture_fingerprint, path)
                finally:
                    path.unlink(missing_ok=True)
            elif pictures:
                fingerprint = await run_in_threadpool(picture_fingerprint, self._files.path(pictures.pop(0)))
            faces.append(Face(person["name"], fingerprint))
        return faces

    def _describe(self, path: Path, request: Mapping[str, Any], faces: Sequence[Face]) -> Json:
        try:
            media = read_media(path, lambda: False)
            content = self._sidecars.find(str(request.get("name", "")))
        except (MediaError, ContentError, FileNotFoundError) as error:
            raise CaptionError(str(error)) from error
        if content is not None and content.cause is not None:
            raise CaptionError(content.cause)
        if media.duration > MAX_VIDEO_SECONDS:
            raise CaptionError(f"The video is longer than {MAX_VIDEO_SECONDS:g} seconds.")
        if content is not None and content.speech is not None:
            media.speech = list(content.speech)
        if content is not None and content.scenes is not None:
            media.scenes = list(content.scenes)
        return counted(_video_text(media, request["options"], faces), request["options"])

    def _note_failure(self, task: Task, reason: str) -> None:
        with self._database.transaction() as connection:
            connection.execute("UPDATE tasks SET detail = ? WHERE task_id = ?", (reason, task.task_id))

    def _add_callback(self, task: Task, body: Json) -> None:
        due = self._settings.clock.now()
        with self._database.transaction() as connection:
            add_callback(connection, task.account, KIND, task.task_id, task.request["callback"], body, due)


def picture_fingerprint(path: Path) -> bytes:
    """The fingerprint of a picture file.

    Raises:
        CaptionError: it is none.
    """
    # Imported here: starting the emulator should not wait for it.
    from memories_ai_mock import pictures

    try:
        return pictures.fingerprint(pictures.open_image(path))
    except (pictures.PictureError, FileNotFoundError) as error:
        raise CaptionError(str(error)) from error


def describe_pictures(paths: Sequence[Path], options: Mapping[str, Any]) -> Json:
    """The description of one or several images, like that of a video.

    Raises:
        CaptionError: one of them is none.
    """
    from memories_ai_mock import pictures

    lines = [f'Asked: "{options["user_prompt"]}"']
    for number, path in enumerate(paths, 1):
        try:
            image = pictures.open_image(path)
        except (pictures.PictureError, FileNotFoundError) as error:
            raise CaptionError(str(error)) from error
        which = f"Image {number}: " if len(paths) > 1 else ""
        lines.append(f"{which}{describe_image(image)}")
    return counted("\n".join([*lines, NOTE]), options)


def counted(text: str, options: Mapping[str, Any]) -> Json:
    """A text with its tokens, for which words are counted."""
    asked = len(f"{options.get('system_prompt', '')} {options['user_prompt']}".split())
    answered = len(text.split())
    return {"text": text, "token": {"input": asked, "output": answered, "total": asked + answered}}


def _video_text(media: Media, options: Mapping[str, Any], faces: Sequence[Face]) -> str:
    lines = [f'Asked: "{options["user_prompt"]}"']
    lines += [_recognition(face, media) for face in faces]
    lines += [f"{_time(each.start)} {each.text}" for each in media.scenes[:MAX_PASSAGES]]
    lines += [f'{_time(each.start)} Spoken: "{each.text}"' for each in media.speech[:MAX_PASSAGES]]
    return "\n".join([*lines, NOTE])


def _recognition(face: Face, media: Media) -> str:
    if face.fingerprint is None:
        return f"{face.name}: there is no picture to recognise them by."
    scores = similarities(face.fingerprint, [fingerprint for _, fingerprint in media.frames])
    best = max(range(len(scores)), key=lambda index: scores[index], default=None)
    if best is None or scores[best] < RECOGNISED:
        return f"{face.name}: not recognised."
    return f"{face.name}: seen at {_time(media.frames[best][0])} (similarity {scores[best]:.2f})."


def _time(seconds: float) -> str:
    return f"{int(seconds) // 60:02d}:{int(seconds) % 60:02d}"
