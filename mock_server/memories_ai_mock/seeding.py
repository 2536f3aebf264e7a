"""Fills an emulator with what a file fixes: accounts, folders, videos, sessions, tasks, posts, with ids and times."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from memories_ai_mock.catalogue import parse_posts
from memories_ai_mock.content import Content, ContentError, parse_content
from memories_ai_mock.drawing import drawn_frames
from memories_ai_mock.envelope import shown
from memories_ai_mock.importing import post_video
from memories_ai_mock.json_files import read_json_file
from memories_ai_mock.library import DEFAULT_FOLDER, FAR, PUBLIC, NewVideo, add_frames, insert_video
from memories_ai_mock.network import NetworkError, parse_http_url
from memories_ai_mock.sessions import message_as_json
from memories_ai_mock.settings import SetupError, key_hash
from memories_ai_mock.text_search import ABOUT, Segment, add_segments

if TYPE_CHECKING:
    from memories_ai_mock.services import Services

MAX_ENTRIES = 10_000
# More than any size, credit or folder needs, and what JSON readers with doubles still tell apart.
MAX_NUMBER = 2**53
# The end of the year 9999, in milliseconds.
LAST_MOMENT = 253_402_300_799_999
# What must not come twice.
IDS = ("folder_id", "folder_name", "video_no", "session_id", "task_id")
STATUSES = ("UNPARSE", "PARSE", "FAIL")

Json = Mapping[str, Any]


class SeedError(ValueError):
    """The seed has the wrong form; the message names the member and the remedy. Nothing was stored."""


def seed(services: Services, document: Json) -> dict[str, Any]:
    """Store what a seed holds, all or nothing of it; returns the ids that it was given.

    Args:
        document: Lists by name; every entry that belongs to an account has its API key as `key` (videos may have
            `"public": true` instead):
            accounts: `{"key", "credits"?, "disabled"?, "captions"?, "code_address"?}`;
            folders: `{"key", "folder_name", "folder_id"?}`;
            videos: `{"key", "video_name", "video_no"?, "unique_id"?, "folder_id"?, "status"?, "cause"?,
            "create_time"? (ms), "size"?, "tags"?, "datetime_taken"? (ms), "camera_model"?, "latitude"?, "longitude"?,
            "content"? (see `content.py`)}`;
            posts: see `catalogue.py`; public ones come into the public library;
            sessions: `{"key", "title", "session_id"?, "unique_id"?, "messages"? [{"role", "content",
            "thinkings"?, "refs"?}]}`;
            tasks: `{"key", "task_id", "video_nos", "unique_id"?}`, finished imports.

    Raises:
        SeedError: see there.
        ContentError: what is said and shown in a video has the wrong form.
    """
    unknown = sorted(document.keys() - STORES.keys() - {"posts"})
    if unknown:
        raise SeedError(f"{shown(unknown[0])[1:-1]}: is unknown; known: {', '.join((*STORES, 'posts'))}")
    posts = parse_posts(document) if "posts" in document else []
    entries = {name: _entries(document, name) for name in STORES}
    made: dict[str, list[Any]] = {name: [] for name in (*STORES, "posts") if name in document}
    now = services.clock.now()
    first_id = services.database.reserve_ids(now, sum(map(len, entries.values())) + len(posts))
    ids = count(first_id)
    with services.database.transaction() as connection:
        for name, store in STORES.items():
            for index, entry in enumerate(entries[name]):
                made[name].append(_stored(store, connection, _Entry(entry, f"{name}[{index}]", services, next(ids))))
        for post in posts:
            made["posts"].append(_store_post(connection, services, post, next(ids)))
    services.catalogue.extend(posts)
    services.accounts.reload()
    return made


def seed_from_file(services: Services, path: Path) -> None:
    """Store what a JSON file holds.

    Raises:
        SetupError: it cannot be read, or has the wrong form.
    """
    try:
        document = read_json_file(path)
        if not isinstance(document, Mapping):
            raise SeedError("must be a JSON object")
        seed(services, document)
    except (OSError, ValueError) as error:
        raise SetupError(f"seed {path}: {error}") from error


def _stored(store: Store, connection: sqlite3.Connection, entry: _Entry) -> str:
    try:
        return store(connection, entry)
    except ContentError as error:
        raise SeedError(f"{entry.place}.content: {error}") from error
    except sqlite3.IntegrityError as error:
        ids = [shown(entry.values[name]) for name in IDS if name in entry.values]
        raise SeedError(
            f"{entry.place}: {', '.join(ids)} stands there already, or comes twice ({error}); reset, or give another"
        ) from error


class _Entry:
    """One entry of a list, with its place for messages."""

    def __init__(self, values: Json, place: str, services: Services, new_id: int) -> None:
        self.values = values
        self.place = place
        self.services = services
        self.new_id = new_id
        self.now = services.clock.now()

    def get(self, name: str, kind: type | tuple[type, ...], default: Any = None) -> Any:
        """A member of a type; `default` where it is missing or null."""
        value = self.values.get(name)
        if value is None:
            return default
        wrong_bool = isinstance(value, bool) and kind is not bool
        if wrong_bool or not isinstance(value, kind):
            names = kind.__name__ if isinstance(kind, type) else " or ".join(each.__name__ for each in kind)
            raise SeedError(f"{self.place}.{name}: {shown(value)} must be of type {names}")
        if isinstance(value, int) and not isinstance(value, bool) and abs(value) >= 2**63:
            raise SeedError(f"{self.place}.{name}: {shown(value)} does not fit into 64 bits")
        return value

    def within(self, name: str, low: float, high: float, kind: type | tuple[type, ...] = int) -> Any:
        """A number between two others; None where it is missing."""
        value = self.get(name, kind)
        if value is not None and not low <= value <= high:
            raise SeedError(f"{self.place}.{name}: {shown(value)} must lie between {low:.15g} and {high:.15g}")
        return value

    def text(self, name: str, default: str) -> str:
        """A text that is not empty."""
        value: str = self.get(name, str, default)
        if not value:
            raise SeedError(f"{self.place}.{name}: is empty; leave it out, or give a text")
        return value

    def required(self, name: str, kind: type) -> Any:
        value = self.get(name, kind)
        if value is None or value == "":
            raise SeedError(f"{self.place}.{name}: is missing; it is required")
        return value

    def texts(self, name: str) -> list[str]:
        """A list of texts; empty where it is missing."""
        values: list[str] = self.get(name, list, [])
        if not all(isinstance(value, str) for value in values):
            raise SeedError(f"{self.place}.{name}: {shown(values)} must be a list of texts")
        return values

    def account(self) -> str:
        return key_hash(self.required("key", str))

    def check(self, *known: str) -> None:
        unknown = sorted(self.values.keys() - set(known))
        if unknown:
            raise SeedError(f"{self.place}.{shown(unknown[0])[1:-1]}: is unknown; known: {', '.join(known)}")


Store = Callable[[sqlite3.Connection, _Entry], str]


def _store_account(connection: sqlite3.Connection, entry: _Entry) -> str:
    entry.check("key", "credits", "disabled", "captions", "code_address")
    key, account = entry.required("key", str), entry.account()
    left, captions = entry.within("credits", 0, MAX_NUMBER), entry.get("captions", bool)
    address = entry.get("code_address", str)
    values = {
        "account": account,
        "credits": left,
        "disabled": entry.get("disabled", bool, default=False),
        "may_caption": captions,
        "code_address": address,
        **(entry.services.accounts.registration(key) if address else {"client_id": None, "sender_mark": None}),
        "next_push": entry.now if address else None,
    }
    if address:
        try:
            parse_http_url(address)
        except NetworkError as error:
            raise SeedError(f"{entry.place}.code_address: {error}") from error
    connection.execute(
        "INSERT OR REPLACE INTO accounts (account, credits, disabled, may_caption, client_id, sender_mark, "
        "code_address, next_push) VALUES (:account, :credits, :disabled, :may_caption, :client_id, :sender_mark, "
        ":code_address, :next_push)",
        values,
    )
    return account[:12]


def _store_folder(connection: sqlite3.Connection, entry: _Entry) -> str:
    entry.check("key", "folder_name", "folder_id")
    folder_id = entry.within("folder_id", 1, 2**63 - 1) or entry.new_id
    values = (folder_id, entry.account(), entry.required("folder_name", str))
    connection.execute("INSERT INTO folders VALUES (?, ?, ?)", values)
    return str(folder_id)


def _folder_of(connection: sqlite3.Connection, account: str, entry: _Entry) -> int:
    folder_id: int = entry.get("folder_id", int, DEFAULT_FOLDER)
    known = "SELECT 1 FROM folders WHERE account = ? AND folder_id = ?"
    if folder_id != DEFAULT_FOLDER and not connection.execute(known, (account, folder_id)).fetchone():
        raise SeedError(f"{entry.place}.folder_id: {folder_id} is no folder of this account; seed it as well")
    return folder_id


def _store_video(connection: sqlite3.Connection, entry: _Entry) -> str:
    entry.check(*VIDEO_MEMBERS)
    public = entry.get("public", bool, default=False)
    account = PUBLIC if public else entry.account()
    status = entry.get("status", str, "PARSE")
    if status not in STATUSES:
        raise SeedError(f"{entry.place}.status: {shown(status)} is none of {', '.join(STATUSES)}")
    content_entry = entry.get("content", dict, {})
    content = parse_content(content_entry)
    video_no = entry.text("video_no", f"{'PI-' if public else 'VI'}{entry.new_id}")
    new = NewVideo(
        unique_id=entry.get("unique_id", str, "default"),
        name=entry.required("video_name", str),
        folder_id=_folder_of(connection, account, entry),
        size=entry.within("size", 0, MAX_NUMBER) or 0,
        tags=entry.texts("tags"),
        datetime_taken_ms=entry.within("datetime_taken", 0, LAST_MOMENT),
        camera_model=entry.get("camera_model", str),
        latitude=entry.within("latitude", -90, 90, (int, float)),
        longitude=entry.within("longitude", -180, 180, (int, float)),
        content=content_entry,
        create_time_ms=entry.within("create_time", 0, LAST_MOMENT),
    )
    insert_video(connection, account, video_no, new, entry.now, FAR)
    _set_state(connection, video_no, new, content, status, entry.get("cause", str))
    return video_no


VIDEO_MEMBERS = (
    "key",
    "public",
    "video_name",
    "video_no",
    "unique_id",
    "folder_id",
    "status",
    "cause",
    "create_time",
    "size",
    "tags",
    "datetime_taken",
    "camera_model",
    "latitude",
    "longitude",
    "content",
)


def _set_state(
    connection: sqlite3.Connection, video_no: str, new: NewVideo, content: Content, status: str, cause: str | None
) -> None:
    segments = [*(content.speech or ()), *(content.scenes or ())]
    duration = content.duration or max((segment.end for segment in segments), default=0.0)
    connection.execute(
        "UPDATE videos SET status = ?, cause = ?, duration = ?, fps = ?, width = ?, height = ? WHERE video_no = ?",
        (status, cause, duration, content.fps, content.width, content.height, video_no),
    )
    if status == "PARSE":
        about = Segment(ABOUT, 0.0, duration, f"{new.name}. {', '.join(new.tags)}")
        add_segments(connection, video_no, [about, *segments])
        add_frames(connection, video_no, drawn_frames(content))


def _store_post(connection: sqlite3.Connection, services: Services, post: Json, new_id: int) -> str | None:
    if not post.get("public"):
        return None
    video_no, new = f"PI-{new_id}", post_video(post)
    insert_video(connection, PUBLIC, video_no, new, services.clock.now(), 0)
    _set_state(connection, video_no, new, parse_content(post.get("content", {})), "PARSE", None)
    return video_no


def _store_session(connection: sqlite3.Connection, entry: _Entry) -> str:
    entry.check("key", "title", "session_id", "unique_id", "messages")
    session_id = entry.text("session_id", str(entry.new_id))
    scope = (session_id, entry.account(), entry.get("unique_id", str, "default"), entry.required("title", str))
    connection.execute("INSERT INTO sessions VALUES (?, ?, ?, ?)", scope)
    for position, message in enumerate(entry.get("messages", list, [])):
        if not isinstance(message, Mapping):
            raise SeedError(f"{entry.place}.messages[{position}]: must be an object with role and content")
        role, content = message.get("role"), message.get("content")
        if role not in ("user", "assistant") or not isinstance(content, str):
            raise SeedError(f"{entry.place}.messages[{position}]: needs a role (user, assistant) and a content")
        lists = [message.get(name) or [] for name in ("thinkings", "refs")]
        if not all(isinstance(each, list) for each in lists):
            raise SeedError(f"{entry.place}.messages[{position}]: thinkings and refs must be lists")
        values = (session_id, position, message_as_json(role, content, *lists))
        connection.execute("INSERT INTO messages VALUES (?, ?, ?)", values)
    return session_id


def _store_task(connection: sqlite3.Connection, entry: _Entry) -> str:
    entry.check("key", "task_id", "video_nos", "unique_id")
    task_id: str = entry.required("task_id", str)
    connection.execute(
        "INSERT INTO tasks (task_id, account, unique_id, kind, created, status, request) "
        "VALUES (?, ?, ?, 'import', ?, 'done', '{}')",
        (task_id, entry.account(), entry.get("unique_id", str, "default"), entry.now),
    )
    entry.required("video_nos", list)
    for position, video_no in enumerate(entry.texts("video_nos")):
        connection.execute("INSERT INTO task_videos VALUES (?, ?, ?)", (task_id, position, video_no))
    return task_id


STORES: Mapping[str, Store] = {
    "accounts": _store_account,
    "folders": _store_folder,
    "videos": _store_video,
    "sessions": _store_session,
    "tasks": _store_task,
}


def _entries(document: Json, name: str) -> list[Json]:
    entries = document.get(name, [])
    if not isinstance(entries, list) or len(entries) > MAX_ENTRIES:
        raise SeedError(f"{name}: must be a list of at most {MAX_ENTRIES} entries")
    for index, entry in enumerate(entries):
        if not isinstance(entry, Mapping):
            raise SeedError(f"{name}[{index}]: must be an object")
    return entries
