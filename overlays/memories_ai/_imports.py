"""What an import may be asked for, and when it has ended. No I/O."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from . import _validation as check
from ._errors import TaskFailedError, ValidationError
from ._http import httpx
from ._types import ImportProgress
from ._waiting import Waiter

MAX_POSTS: Final = 50
QUALITIES: Final = (360, 480, 720, 1080, 1440, 2160)
PLATFORMS: Final = {
    "tiktok.com": "TikTok",
    "youtube.com": "YouTube",
    "youtu.be": "YouTube",
    "instagram.com": "Instagram",
}


def post_addresses(field: str, urls: Sequence[str]) -> list[str]:
    """Addresses of at most MAX_POSTS posts, all of one platform; one that is not known may be among them."""
    addresses = [check.web_address(field, url) for url in check.texts(field, urls, most=MAX_POSTS)]
    found = {platform for address in addresses if (platform := _platform(address))}
    if len(found) > 1:
        names = " and ".join(sorted(found))
        raise ValidationError(f"{field}: posts of {names}. Import those of one platform a request.", field=field)
    return addresses


def video_quality(lines: int | None) -> str | None:
    """One of QUALITIES, in the form of newer documentation."""
    if lines is None:
        return None
    if isinstance(lines, bool) or lines not in QUALITIES:
        known = ", ".join(map(str, QUALITIES))
        raise ValidationError(f"quality: {check.shown(lines)} is unknown. Known: {known}.", field="quality")
    return str(lines)


def hashtag_names(field: str, hashtags: Sequence[str]) -> list[str]:
    """Hashtags without the leading #."""
    return check.texts(field, [tag.removeprefix("#") for tag in check.texts(field, hashtags)])


def private_only(**arguments: object) -> None:
    """Refuse what the public library does not know."""
    for name, value in arguments.items():
        if value is not None:
            message = f"{name}: {check.shown(value)} is for private imports. Leave it out with public=True."
            raise ValidationError(message, field=name)


def import_finished(task_id: str, videos: int) -> Waiter[ImportProgress]:
    """At least so many videos are there, and every one is indexed or has failed."""
    check.between("videos", videos, 1)

    def is_over(progress: ImportProgress) -> bool:
        return len(progress.ready) + len(progress.failed) == len(progress.videos) >= videos

    def failure(progress: ImportProgress) -> TaskFailedError | None:
        if not is_over(progress) or progress.ready:
            return None
        cause = progress.failed[0].cause
        return TaskFailedError(f"Import {task_id} failed: {cause or 'no cause given'}", task_id=task_id, cause=cause)

    return Waiter(what="finished", succeeded=is_over, failure=failure, describe=_describe)


def _describe(progress: ImportProgress) -> str:
    if not progress.videos:
        return "without videos"
    return f"at {len(progress.ready)} of {len(progress.videos)} videos"


def _platform(address: str) -> str | None:
    host = httpx.URL(address).host
    return next((name for domain, name in PLATFORMS.items() if host == domain or host.endswith(f".{domain}")), None)
