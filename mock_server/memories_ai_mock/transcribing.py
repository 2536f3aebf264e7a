"""Transcriptions that are asked for later: scenes described anew, and the transcriptions of v1.0."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from starlette.concurrency import run_in_threadpool

from memories_ai_mock.callbacks import add_callback
from memories_ai_mock.database import Database
from memories_ai_mock.envelope import shortened
from memories_ai_mock.library import Library
from memories_ai_mock.settings import Settings
from memories_ai_mock.tasks import Task
from memories_ai_mock.text_search import SCENE, SPEECH, TextSearch

UPDATE = "update transcription"
SUBMIT = "transcription"
AUDIO, VIDEO = "AUDIO", "VIDEO"
KINDS = {AUDIO: SPEECH, VIDEO: SCENE}
MARK = "As asked:"


class Transcribing:
    """Runners of both."""

    def __init__(self, library: Library, search: TextSearch, database: Database, settings: Settings) -> None:
        self._library = library
        self._search = search
        self._database = database
        self._settings = settings

    async def update(self, task: Task) -> None:
        """Describe the scenes of a video by a prompt; without a model, the prompt stands in front of each."""
        await run_in_threadpool(self._update, task)

    async def submit(self, task: Task) -> None:
        """Tell the callback address of v1.0 that a transcription is finished."""
        if task.request.get("callback"):
            await run_in_threadpool(self._tell, task)

    def _update(self, task: Task) -> None:
        video = self._library.get(task.account, task.unique_id, task.request["video_no"])
        if video is None or video.status != "PARSE":
            return
        scenes = self._search.segments(video.video_no, SCENE)
        # No quotation marks within: the next update must find where the prompt ends.
        prompt = shortened(task.request["prompt"].replace('"', "'"))
        mark = f'{MARK} "{prompt}".'
        described = [replace(scene, text=f"{mark} {_unmarked(scene.text)}") for scene in scenes]
        named = video._replace(callback=task.request.get("callback"), dialect="video")
        self._library.replace_scenes(named, described, self._settings.clock.now())

    def _tell(self, task: Task) -> None:
        body = transcription(self._search, task, finished=True)
        due = self._settings.clock.now()
        with self._database.transaction() as connection:
            add_callback(connection, task.account, SUBMIT, task.task_id, task.request["callback"], body, due)


def transcription(search: TextSearch, task: Task, finished: bool) -> dict[str, Any]:
    """A transcription as v1.0 shows it, empty until it is finished. Times in seconds."""
    kind = task.request["type"]
    segments = search.segments(task.request["video_no"], KINDS[kind]) if finished else []
    return {
        "status": "FINISH" if finished else "UNFINISHED",
        "type": kind,
        "videoNo": task.request["video_no"],
        "taskNo": task.task_id,
        "transcriptions": [
            {"id": index, "startTime": segment.start, "endTime": segment.end, "content": segment.text}
            for index, segment in enumerate(segments)
        ],
    }


def _unmarked(text: str) -> str:
    """A description without the prompt of an earlier update."""
    return text.partition('". ')[2] if text.startswith(MARK) else text
