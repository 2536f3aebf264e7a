"""Imports of public posts, and what became of them."""

from __future__ import annotations

from typing import Any

from memories_ai_mock import importing
from memories_ai_mock.catalogue import YOUTUBE, platform_of
from memories_ai_mock.dispatch import Call
from memories_ai_mock.envelope import NO_CREDITS, RequestError, shown
from memories_ai_mock.library import PUBLIC, Video
from memories_ai_mock.operations import fields
from memories_ai_mock.operations.videos import NO_CAUSE

MOST_POSTS = 1_000
# By the document of July 2026.
CREATOR_COUNT, HASHTAG_COUNT = 4, 2


def import_post_urls(call: Call) -> Any:
    """Import posts into the private library."""
    return _begin(call, {importing.URLS: _post_urls(call), "folder_id": fields.upload_folder(call)})


def import_post_urls_public(call: Call) -> Any:
    """Import posts into the public library."""
    return _begin(call, {importing.URLS: _post_urls(call), "public": True})


def import_creator(call: Call) -> Any:
    """Import the newest posts of a creator into the private library."""
    return _begin(call, {**_creator(call), "folder_id": fields.upload_folder(call)})


def import_creator_public(call: Call) -> Any:
    """Import the newest posts of a creator into the public library."""
    return _begin(call, {**_creator(call), "public": True})


def import_hashtag(call: Call) -> Any:
    """Import the newest posts of hashtags into the private library."""
    return _begin(call, {**_hashtags(call), "folder_id": fields.upload_folder(call)})


def import_hashtag_public(call: Call) -> Any:
    """Import the newest posts of hashtags into the public library."""
    return _begin(call, {**_hashtags(call), "public": True})


def get_task_status(call: Call) -> Any:
    """The videos that an import has brought so far; none for an unknown task."""
    task = call.services.tasks.get(call.account, call.query["task_id"])
    public = task is not None and bool(task.request.get("public"))
    # The public library knows no namespaces.
    if task is None or not (public or task.unique_id == call.unique_id):
        return {"videos": []}
    account = PUBLIC if public else call.account
    found = [call.services.library.find(video_no) for video_no in call.services.tasks.video_nos(task.task_id)]
    videos = [video for video in found if video is not None and video.account == account]
    call.services.library.polled(videos)
    return {"videos": [_row(video) for video in videos]}


def _begin(call: Call, request: dict[str, Any]) -> dict[str, str]:
    request["callback"] = fields.callback(call.body, "callback_url", "callback")
    seconds = call.services.settings.parse_seconds
    task_id = call.services.tasks.add(call.account, call.unique_id, importing.KIND, request, seconds)
    call.services.wake()
    return {"taskId": task_id}


def _post_urls(call: Call) -> list[str]:
    name = "video_urls" if "video_urls" in call.body else "tiktok_post_urls"
    urls: list[str] = call.body.get(name) or []
    if not urls:
        raise RequestError("video_urls: is missing or empty; send addresses of posts")
    platforms = {url: platform_of(url) for url in urls}
    for url, platform in platforms.items():
        if platform is None:
            raise RequestError(f"{name}: {shown(url)} is no post of TikTok, YouTube or Instagram")
    if len(set(platforms.values())) > 1:
        raise RequestError(f"{name}: the posts are of different platforms; send those of one a request")
    if YOUTUBE in platforms.values() and call.services.accounts.credits(call.account) == 0:
        raise RequestError("video_urls: posts of YouTube need credits, and none are left", NO_CREDITS)
    return urls


def _creator(call: Call) -> dict[str, Any]:
    url: str = call.body["username"]
    if platform_of(url) is None:
        raise RequestError(f"username: {shown(url)} is no address of a profile on TikTok, YouTube or Instagram")
    return {importing.CREATOR: url, importing.COUNT: _count(call, CREATOR_COUNT)}


def _hashtags(call: Call) -> dict[str, Any]:
    tags = [tag for tag in call.body["hash_tags"] if tag.strip().lstrip("#")]
    if not tags:
        raise RequestError("hash_tags: is empty; send at least one hashtag")
    return {importing.HASHTAGS: tags, importing.COUNT: _count(call, HASHTAG_COUNT)}


def _count(call: Call, default: int) -> int:
    count: int = call.body.get("scraper_cnt", default)
    return min(count, MOST_POSTS)


def _row(video: Video) -> dict[str, Any]:
    # Technical data was recorded as null, even once a video was indexed.
    return {
        "duration": str(int(video.duration)),
        "size": None,
        "status": video.status,
        **({"cause": video.cause or NO_CAUSE} if video.status == "FAIL" else {}),
        "fps": None,
        "width": None,
        "height": None,
        "video_no": video.video_no,
        "video_name": video.name,
        "create_time": str(video.create_time_ms),
        "video_url": video.source_url,
        "resolution_label": None,
    }
