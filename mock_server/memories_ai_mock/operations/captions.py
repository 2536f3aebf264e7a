"""The caption host: descriptions of videos and images."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from starlette.concurrency import run_in_threadpool

from memories_ai_mock import captioning
from memories_ai_mock.captioning import CaptionError, describe_pictures
from memories_ai_mock.dispatch import Call
from memories_ai_mock.envelope import RequestError
from memories_ai_mock.operations import fields
from memories_ai_mock.operations.uploads import received_video, stem

VIDEO_PART, PICTURE_PART, OPTIONS_PART = "files", "file", "req"


def caption_video_url(call: Call) -> Any:
    """Have a video described by its address; the result comes by callback."""
    return _begin(call, _by_url(call))


def caption_video_file(call: Call) -> Any:
    """Have a video described that is sent along; the result comes by callback."""
    return _begin(call, _by_file(call))


async def caption_video_url_sync(call: Call) -> Any:
    """Describe a video by its address."""
    return await _now(call, _by_url(call))


async def caption_video_file_sync(call: Call) -> Any:
    """Describe a video that is sent along."""
    return await _now(call, await run_in_threadpool(_by_file, call))


async def caption_image_url(call: Call) -> Any:
    """Describe images by their addresses, or files."""
    if call.files:
        return await run_in_threadpool(caption_image_file, call)
    urls = call.body.get("urls") or call.body["url"]
    paths: list[Path] = []
    try:
        for url in [urls] if isinstance(urls, str) else urls:
            paths.append(await call.services.captioning.fetched(fields.http_url("url", url)))  # noqa: PERF401
        return await run_in_threadpool(describe_pictures, paths, call.body)
    except CaptionError as error:
        raise RequestError(str(error)) from error
    finally:
        for path in paths:
            path.unlink(missing_ok=True)


def caption_image_file(call: Call) -> Any:
    """Describe images that are sent along."""
    try:
        return describe_pictures([file.path for file in call.files[PICTURE_PART]], call.body[OPTIONS_PART])
    except CaptionError as error:
        raise RequestError(str(error)) from error


def caption_image_base64(call: Call) -> Any:
    """Describe an image that stands within the JSON."""
    if "image_base64" not in call.body:
        raise RequestError("image_base64: is missing; send the image in base64")
    path = call.services.files.new_incoming()
    try:
        path.write_bytes(base64.b64decode(call.body["image_base64"], validate=True))
        return describe_pictures([path], call.body)
    except (binascii.Error, ValueError):
        raise RequestError("image_base64: is no base64; send the bytes of the image in base64") from None
    except CaptionError as error:
        raise RequestError(str(error)) from error
    finally:
        path.unlink(missing_ok=True)


def _by_url(call: Call) -> dict[str, Any]:
    url = fields.http_url("video_url", call.body["video_url"])
    return {"options": _options(call.body), "url": url, "name": stem(unquote(urlsplit(url).path))}


def _by_file(call: Call) -> dict[str, Any]:
    """The request of a task, whose files are kept until it is done."""
    video = received_video(call, VIDEO_PART)
    options = _options(call.body[OPTIONS_PART])
    files = call.services.files
    kept = []
    for file in (video, *call.files.get(PICTURE_PART, ())):
        name = f"caption-{file.path.name}"
        files.keep(file.path, name)
        kept.append(name)
    return {"options": options, "video": kept[0], "faces": kept[1:], "files": kept, "name": stem(video.name)}


def _options(body: Mapping[str, Any]) -> dict[str, Any]:
    names = ["user_prompt", "system_prompt", "callback", "persons", "thinking", "reasoning_effort", "qa"]
    options = {name: body[name] for name in names if name in body}
    fields.callback(options)
    for person in options.get("persons", ()):
        if person.get("url"):
            fields.http_url("persons.url", person["url"])
    return options


def _begin(call: Call, request: dict[str, Any]) -> dict[str, str]:
    request["callback"] = request["options"].get("callback")
    seconds = call.services.settings.parse_seconds
    task_id = call.services.tasks.add(call.account, call.unique_id, captioning.KIND, request, seconds)
    call.services.wake()
    return {"task_id": task_id}


async def _now(call: Call, request: dict[str, Any]) -> Any:
    try:
        return await call.services.captioning.describe_video(request)
    except CaptionError as error:
        raise RequestError(str(error)) from error
