"""Imports of public posts: a task, then videos, then callbacks."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from starlette.concurrency import run_in_threadpool

from memories_ai_mock.callbacks import add_callback
from memories_ai_mock.catalogue import Catalogue, Post
from memories_ai_mock.clock import Clock
from memories_ai_mock.database import Database
from memories_ai_mock.library import (
    DEFAULT_FOLDER,
    IMPORT,
    PRIVATE_PREFIX,
    PUBLIC,
    PUBLIC_PREFIX,
    Library,
    NewVideo,
    add_video_callback,
    insert_video,
)
from memories_ai_mock.settings import Settings
from memories_ai_mock.tasks import Task, set_videos

KIND = "import"
# Members of the request of a task.
URLS, CREATOR, HASHTAGS, COUNT = "urls", "creator", "hashtags", "count"


class Importing:
    """Runner of imports."""

    def __init__(self, library: Library, catalogue: Catalogue, database: Database, settings: Settings) -> None:
        self._library = library
        self._catalogue = catalogue
        self._database = database
        self._clock: Clock = settings.clock
        self._parse_seconds = settings.parse_seconds
        self._parse_polls = settings.parse_polls
        # Called when videos have come.
        self.on_imported: Callable[[], None] = lambda: None

    async def run(self, task: Task) -> None:
        """Bring the videos of an import, and say so to its callback address."""
        await run_in_threadpool(self._import, task)
        self.on_imported()

    def _import(self, task: Task) -> None:
        posts = self._posts(task)
        now = self._clock.now()
        first_id = self._database.reserve_ids(now, len(posts))
        # All at once: whoever is called back finds all videos, and no post comes twice into the public library.
        with self._database.transaction() as connection:
            video_nos = [self._video(connection, task, post, first_id + index) for index, post in enumerate(posts)]
            set_videos(connection, task.task_id, video_nos)
            if task.request.get("callback"):
                self._tell(connection, task, video_nos, now)

    def _posts(self, task: Task) -> list[Post]:
        request = task.request
        count = request.get(COUNT) or 1
        if request.get(CREATOR):
            posts = self._catalogue.by_creator(request[CREATOR], count)
        elif request.get(HASHTAGS):
            posts = [post for tag in request[HASHTAGS] for post in self._catalogue.by_hashtag(tag, count)]
        else:
            posts = [self._catalogue.by_url(url) for url in request[URLS]]
        return list({post["url"]: post for post in posts}.values())

    def _video(self, connection: sqlite3.Connection, task: Task, post: Post, new_id: int) -> str:
        public = bool(task.request.get("public"))
        # In the public library each post stands once.
        known = self._library.find_post(PUBLIC, post["url"]) if public else None
        if known is not None:
            return known
        account, prefix = (PUBLIC, PUBLIC_PREFIX) if public else (task.account, PRIVATE_PREFIX)
        video_no = f"{prefix}{new_id}"
        new = replace(post_video(post, task), polls=self._parse_polls)
        insert_video(connection, account, video_no, new, self._clock.now(), self._parse_seconds)
        return video_no

    def _tell(self, connection: sqlite3.Connection, task: Task, video_nos: Iterable[str], now: float) -> None:
        """Say that all videos have come, and which of them were there already."""
        callback = task.request["callback"]
        body = {"message": "Video has been downloaded...", "taskId": task.task_id, "status": "SUCCEEDED"}
        add_callback(connection, task.account, KIND, task.task_id, callback, body, now)
        for video in filter(None, map(self._library.find, video_nos)):
            told = video._replace(account=task.account, callback=callback, dialect=IMPORT, task_id=task.task_id)
            add_video_callback(connection, told, video.status, now)


def post_video(post: Post, task: Task | None = None) -> NewVideo:
    """The video of a post."""
    request: dict[str, Any] = dict(task.request) if task else {}
    public = task is None or bool(request.get("public"))
    return NewVideo(
        unique_id="default" if public or task is None else task.unique_id,
        name=post["title"],
        folder_id=request.get("folder_id") or DEFAULT_FOLDER,
        page_url=post["url"],
        callback=request.get("callback"),
        dialect=IMPORT,
        task_id=task.task_id if task else None,
        content=post.get("content") or {"duration": 0},
        post=post,
        tags=post.get("hashtags", ()),
    )
