"""Imports of public posts: a task, then videos, then callbacks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from starlette.concurrency import run_in_threadpool

from memories_ai_mock.callbacks import add_callback
from memories_ai_mock.catalogue import Catalogue, Post
from memories_ai_mock.clock import Clock
from memories_ai_mock.database import Database
from memories_ai_mock.library import DEFAULT_FOLDER, IMPORT, PUBLIC, Library, NewVideo
from memories_ai_mock.settings import Settings
from memories_ai_mock.tasks import Task, Tasks

KIND = "import"
# Members of the request of a task.
URLS, CREATOR, HASHTAGS, COUNT = "urls", "creator", "hashtags", "count"


class Importing:
    """Runner of imports."""

    def __init__(
        self, library: Library, tasks: Tasks, catalogue: Catalogue, database: Database, settings: Settings
    ) -> None:
        self._library = library
        self._tasks = tasks
        self._catalogue = catalogue
        self._database = database
        self._clock: Clock = settings.clock
        self._parse_seconds = settings.parse_seconds
        # Called when videos have come.
        self.on_imported: Callable[[], None] = lambda: None

    async def run(self, task: Task) -> None:
        """Bring the videos of an import, and say so to its callback address."""
        await run_in_threadpool(self._import, task)
        self.on_imported()

    def _import(self, task: Task) -> None:
        # In this order: a callback must find what it speaks of, and the indexed ones come after the one that all came.
        video_nos = [self._video(task, post) for post in self._posts(task)]
        self._tasks.set_videos(task.task_id, video_nos)

    def _posts(self, task: Task) -> list[Post]:
        request = task.request
        count = request.get(COUNT) or 1
        if request.get(CREATOR):
            posts = self._catalogue.by_creator(request[CREATOR], count)
        elif request.get(HASHTAGS):
            posts = [post for tag in request[HASHTAGS] for post in self._catalogue.by_hashtag(tag, count)]
        else:
            posts = [self._catalogue.by_url(url) for url in request[URLS]]
        callback = request.get("callback")
        if callback:
            body = {"message": "Video has been downloaded...", "taskId": task.task_id, "status": "SUCCEEDED"}
            with self._database.transaction() as connection:
                add_callback(connection, task.account, KIND, task.task_id, callback, body, self._clock.now())
        return list({post["url"]: post for post in posts}.values())

    def _video(self, task: Task, post: Post) -> str:
        public = bool(task.request.get("public"))
        account = PUBLIC if public else task.account
        # In the public library each post stands once.
        known = self._library.find_post(account, post["url"]) if public else None
        return known or self._library.add(account, post_video(post, task), self._parse_seconds).video_no


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
