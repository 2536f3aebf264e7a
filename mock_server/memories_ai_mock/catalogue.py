"""Public posts of social platforms, from the data that ships here, from a file, or made up for an unknown address."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from importlib import resources
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from memories_ai_mock.content import ContentError, parse_content
from memories_ai_mock.envelope import shortened, shown
from memories_ai_mock.json_files import read_json_file
from memories_ai_mock.settings import SetupError

TIKTOK, YOUTUBE, INSTAGRAM = PLATFORMS = ("TIKTOK", "YOUTUBE", "INSTAGRAM")
HOSTS = {"tiktok.com": TIKTOK, "youtube.com": YOUTUBE, "youtu.be": YOUTUBE, "instagram.com": INSTAGRAM}
MAX_MADE_UP = 50
MADE_UP_SECONDS = 30
# Of an address, as much as can be read aloud.
SHOWN_ADDRESS = 60

# A post is JSON: platform, url, creator, title, hashtags, content (see `content.py`), and the figures of the platform.
Post = Mapping[str, Any]
REQUIRED = ("platform", "url", "creator", "title")


class Catalogue:
    """The posts by address, creator and hashtag."""

    def __init__(self, posts: Iterable[Post]) -> None:
        self.posts: list[Post] = list(posts)
        self._first: list[Post] = list(self.posts)

    def public(self) -> list[Post]:
        """The posts that are in the public library from the beginning."""
        return [post for post in self.posts if post.get("public")]

    def by_url(self, url: str) -> Post:
        """The post at an address; an unknown one is made up, the same one each time."""
        found = next((post for post in self.posts if post["url"].rstrip("/") == url.rstrip("/")), None)
        return found or made_up(url, platform_of(url) or TIKTOK, creator_of(url), ())

    def by_creator(self, url: str, count: int) -> list[Post]:
        """The newest posts of a creator; those of an unknown one are made up."""
        creator, platform = creator_of(url), platform_of(url) or TIKTOK
        found = [post for post in self.posts if post["creator"] == creator and post["platform"] == platform]
        if not found:
            found = [
                made_up(f"{url.rstrip('/')}/video/{number}", platform, creator, ())
                for number in range(1, min(count, MAX_MADE_UP) + 1)
            ]
        return _newest(found, count)

    def by_hashtag(self, hashtag: str, count: int) -> list[Post]:
        """The newest posts of TikTok with a hashtag; those of an unknown one are made up."""
        name = hashtag.strip().lstrip("#").casefold()
        found = [
            post
            for post in self.posts
            if post["platform"] == TIKTOK and name in (each.casefold() for each in post.get("hashtags", ()))
        ]
        if not found:
            found = [
                made_up(f"https://www.tiktok.com/tag/{name}/video/{number}", TIKTOK, "", (name,))
                for number in range(1, min(count, MAX_MADE_UP) + 1)
            ]
        return _newest(found, count)

    def extend(self, posts: Iterable[Post]) -> None:
        """Add posts, in front: a known address is replaced."""
        new = list(posts)
        urls = {post["url"] for post in new}
        self.posts = [*new, *(post for post in self.posts if post["url"] not in urls)]

    def forget(self) -> None:
        """Go back to the posts of the beginning."""
        self.posts = list(self._first)


def _newest(posts: Sequence[Post], count: int) -> list[Post]:
    return sorted(posts, key=lambda post: -post.get("publish_time", 0))[:count]


def made_up(url: str, platform: str, creator: str, hashtags: Sequence[str]) -> Post:
    """A post for an address that the catalogue does not know. It says that it is made up."""
    number = int.from_bytes(hashlib.sha256(url.encode()).digest()[:4], "big")
    who = f" of @{shortened(creator)}" if creator else ""
    about = shortened(" ".join(f"#{tag}" for tag in hashtags))
    title = f"A post{who} {about}".strip() + f" (made up by the emulator for {url[-SHOWN_ADDRESS:]})"
    speech = [
        {"start": 0, "end": 10, "text": f"This post{who} was made up, since the catalogue does not know it"},
        {"start": 10, "end": 20, "text": f"Its number is {number}"},
    ]
    scenes = [{"start": 0, "end": MADE_UP_SECONDS, "text": f"A made-up picture of colours number {number}"}]
    return {
        "platform": platform,
        "url": url,
        "creator": creator or "unknown",
        "title": title,
        "hashtags": list(hashtags),
        "publish_time": 1_740_000_000 + number % 20_000_000,
        "language": "en",
        "music": "original sound",
        "views": number % 100_000,
        "likes": number % 9_973,
        "comments": number % 499,
        "shares": number % 97,
        "collects": number % 199,
        "content": {"duration": MADE_UP_SECONDS, "width": 1080, "height": 1920, "fps": 30}
        | {"speech": speech, "scenes": scenes},
    }


def platform_of(url: str) -> str | None:
    """The platform that an address belongs to; None: none of the three."""
    try:
        host = (urlsplit(url).hostname or "").removeprefix("www.").removeprefix("m.")
    except ValueError:
        return None
    return next((platform for name, platform in HOSTS.items() if host == name or host.endswith(f".{name}")), None)


def creator_of(url: str) -> str:
    """The name of the account in an address of a profile or a post; empty where it has none."""
    try:
        parts = [part for part in urlsplit(url).path.split("/") if part]
    except ValueError:
        return ""
    named = next((part for part in parts if part.startswith("@")), None)
    if named is None and len(parts) == 1:
        named = parts[0]
    return (named or "").lstrip("@")


def parse_posts(document: Any) -> list[Post]:
    """The posts of `{"posts": [...]}`.

    Raises:
        ContentError: one has the wrong form.
    """
    entries = document.get("posts") if isinstance(document, Mapping) else None
    if not isinstance(entries, list):
        raise ContentError('must be an object such as {"posts": [...]}')
    return [_checked(entry, f"posts[{index}]") for index, entry in enumerate(entries)]


def _checked(entry: Any, where: str) -> Post:
    if not isinstance(entry, Mapping):
        raise ContentError(f"{where}: must be an object")
    for name in REQUIRED:
        if not isinstance(entry.get(name), str) or not entry[name]:
            raise ContentError(f"{where}.{name}: must be a text")
    if entry["platform"] not in PLATFORMS:
        raise ContentError(f"{where}.platform: {shown(entry['platform'])} is none of {', '.join(PLATFORMS)}")
    tags, published = entry.get("hashtags", []), entry.get("publish_time", 0)
    if not isinstance(tags, list) or not all(isinstance(tag, str) for tag in tags):
        raise ContentError(f"{where}.hashtags: {shown(tags)} must be a list of texts")
    if isinstance(published, bool) or not isinstance(published, int | float):
        raise ContentError(f"{where}.publish_time: {shown(published)} must be a number")
    try:
        parse_content(entry.get("content", {}))
    except ContentError as error:
        raise ContentError(f"{where}.content: {error}") from error
    return entry


def load_catalogue(path: Path | None) -> Catalogue:
    """The posts that ship here, and those of a file in front of them.

    Raises:
        SetupError: the file cannot be read, or has the wrong form.
    """
    text = resources.files("memories_ai_mock").joinpath("catalogue.json").read_text(encoding="utf-8")
    catalogue = Catalogue(json.loads(text)["posts"])
    if path is not None:
        try:
            catalogue.extend(parse_posts(read_json_file(path)))
            catalogue = Catalogue(catalogue.posts)
        except (OSError, ValueError) as error:
            raise SetupError(f"catalogue {path}: {error}; give a JSON file with posts") from error
    return Catalogue(catalogue.posts)
