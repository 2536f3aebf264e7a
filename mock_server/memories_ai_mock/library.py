"""The videos: what is known of each, by account and namespace."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from memories_ai_mock.callbacks import add_callback
from memories_ai_mock.clock import Clock
from memories_ai_mock.database import Database
from memories_ai_mock.media import Media
from memories_ai_mock.media_files import MediaFiles
from memories_ai_mock.text_search import SCENE, Segment, add_segments

DEFAULT_FOLDER = -1
PRIVATE_PREFIX, PUBLIC_PREFIX = "VI", "PI-"
# The public library belongs to nobody's key: no hash is spelled like this.
PUBLIC = "public"
# What callbacks look like: videoNo and status; with the id of the account besides; those of an import.
VIDEO, LEGACY, IMPORT = "video", "legacy", "import"
NEARBY_KM = 20.0
# Every upload gets this tag from the service.
SERVER_TAG = "api"
# The recorded cause of a failure, and how ours begin.
FAILURE_CAUSE = "Indexing failed. "


@dataclass(frozen=True, slots=True, kw_only=True)
class NewVideo:
    """What is known of a video when it comes. `file`, `source_url` (to be fetched) or `content` is given.

    Attributes:
        dialect: What its callbacks look like: VIDEO, LEGACY or IMPORT.
        content: What is said and shown in it: see `content.py`.
        post: What a social platform tells of it: see `catalogue.py`.
        page_url: Where it was found, not to be fetched.
        polls: How often it is seen UNPARSE before it is indexed; None: the clock decides.
    """

    unique_id: str
    name: str
    folder_id: int = DEFAULT_FOLDER
    file: Path | None = None
    size: int = 0
    source_url: str | None = None
    callback: str | None = None
    datetime_taken_ms: int | None = None
    camera_model: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    tags: Sequence[str] = ()
    retain_original: bool = True
    prompt: str | None = None
    dialect: str = VIDEO
    task_id: str | None = None
    content: Mapping[str, Any] | None = None
    post: Mapping[str, Any] | None = None
    page_url: str | None = None
    polls: int | None = None
    create_time_ms: int | None = None


# Lists are read again and again, and few videos have tags of their own.
@lru_cache(maxsize=10_000)
def _tags(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text))


class Video(NamedTuple):
    """A stored video. A tuple, since lists make many of them: fields are columns, in this order."""

    video_no: str
    account: str
    unique_id: str
    folder_id: int
    video_name: str
    status: str
    cause: str | None
    create_time_ms: int
    source_url: str | None
    fetch_problem: str | None
    media: str | None
    size: int
    codec: str | None
    duration: float
    fps: float | None
    width: int | None
    height: int | None
    datetime_taken_ms: int | None
    camera_model: str | None
    latitude: float | None
    longitude: float | None
    prompt: str | None
    callback: str | None
    dialect: str
    task_id: str | None
    content: str | None
    polls_left: int | None
    retain_original: int
    tags_json: str

    @property
    def name(self) -> str:
        return self.video_name

    @property
    def tags(self) -> tuple[str, ...]:
        return _tags(self.tags_json)


class Brief(NamedTuple):
    """What searches and chats need of each video they look at, which may be very many."""

    video_no: str
    name: str
    status: str
    create_time_ms: int
    duration: float


@dataclass(frozen=True, slots=True, kw_only=True)
class VideoFilter:
    """Conditions on videos, ANDed; None: any. Those on metadata are met by parsed videos only."""

    unique_id: str | None
    folder_id: int | None = None
    name: str | None = None
    video_no: str | None = None
    video_nos: Sequence[str] | None = None
    status: str | None = None
    camera_model: str | None = None
    tag: str | None = None
    taken_since_ms: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    platform: str | None = None
    created_since_ms: int | None = None
    created_until_ms: int | None = None


# What each condition asks for, by its name. Only those that are given come into a query.
CONDITIONS = {
    "unique_id": "unique_id = :unique_id",
    "folder_id": "folder_id = :folder_id",
    "name": "video_name = :name",
    "video_no": "video_no = :video_no",
    "video_nos": "video_no IN (SELECT value FROM json_each(:video_nos))",
    "status": "status = :status",
    "camera_model": "status = 'PARSE' AND camera_model = :camera_model",
    "tag": "status = 'PARSE' AND EXISTS (SELECT 1 FROM json_each(tags) WHERE value = :tag)",
    "taken_since_ms": "status = 'PARSE' AND datetime_taken_ms >= :taken_since_ms",
    "created_since_ms": "create_time_ms >= :created_since_ms",
    "created_until_ms": "create_time_ms <= :created_until_ms",
    "platform": "EXISTS (SELECT 1 FROM posts WHERE posts.video_no = videos.video_no AND platform = :platform)",
    "latitude": "status = 'PARSE' AND latitude IS NOT NULL AND longitude IS NOT NULL "
    "AND distance_km(latitude, longitude, :latitude, :longitude) <= :nearby_km",
}
COLUMNS = ", ".join(Video._fields).replace("tags_json", "tags")
SELECT = f"SELECT {COLUMNS} FROM videos WHERE"  # noqa: S608 (constants)
SELECT_BRIEF = "SELECT video_no, video_name, status, create_time_ms, duration FROM videos WHERE"
INSERT = """
    INSERT INTO videos (video_no, account, unique_id, folder_id, video_name, create_time_ms, parse_due, source_url,
        fetch_state, media, size, datetime_taken_ms, camera_model, latitude, longitude, retain_original, prompt,
        callback, dialect, task_id, content, polls_left, tags)
    VALUES (:video_no, :account, :unique_id, :folder_id, :name, :create_time_ms, :parse_due, :source_url,
        :fetch_state, :media, :size, :datetime_taken_ms, :camera_model, :latitude, :longitude, :retain_original,
        :prompt, :callback, :dialect, :task_id, :content, :polls, :tags)
"""
VIDEO_OF_POST = """
    SELECT video_no FROM posts JOIN videos USING (video_no)
    WHERE account = :account AND json_extract(details, '$.url') = :url
"""
SET_PARSED = """
    UPDATE videos SET status = 'PARSE', container = :container, codec = :codec, duration = :duration, fps = :fps,
        width = :width, height = :height, has_audio = :has_audio, media = :media
    WHERE video_no = :video_no AND status = 'UNPARSE'
"""
# After their last poll, videos are due at once.
POLL = """
    UPDATE videos SET polls_left = polls_left - 1,
        parse_due = CASE WHEN polls_left <= 1 THEN :now ELSE parse_due END
    WHERE polls_left > 0 AND status = 'UNPARSE' AND video_no IN (SELECT value FROM json_each(:video_nos))
"""
FAR = 1e12
COPIED = [
    "unique_id",
    "name",
    "folder_id",
    "size",
    "callback",
    "dialect",
    "task_id",
    "datetime_taken_ms",
    "camera_model",
    "latitude",
    "longitude",
    "retain_original",
    "prompt",
    "polls",
]


class Library:
    """Stores videos and finds them again."""

    def __init__(self, database: Database, files: MediaFiles, clock: Clock) -> None:
        self._database = database
        self._files = files
        self._clock = clock
        # Called when a video has been looked at often enough.
        self.on_due: Callable[[], None] = lambda: None

    def add(self, account: str, new: NewVideo, parse_seconds: float) -> Video:
        """Store a new video; it is on disk when this returns."""
        now = self._clock.now()
        prefix = PUBLIC_PREFIX if account == PUBLIC else PRIVATE_PREFIX
        video_no = f"{prefix}{self._database.new_id(now)}"
        if new.file:
            self._files.keep(new.file, video_no)
        try:
            with self._database.transaction() as connection:
                insert_video(connection, account, video_no, new, now, parse_seconds)
        except BaseException:
            self._files.remove(video_no)
            raise
        return self._existing(video_no)

    def get(self, account: str, unique_id: str, video_no: str) -> Video | None:
        """One video of a namespace."""
        found = self.select(account, VideoFilter(unique_id=unique_id, video_no=video_no), limit=1)
        return found[0] if found else None

    def select(self, account: str, conditions: VideoFilter, limit: int, offset: int = 0) -> list[Video]:
        """Matching videos, newest first."""
        where, values = _matching(account, conditions)
        values |= {"limit": limit, "offset": offset}
        rows = self._database.rows(f"{SELECT} {where} ORDER BY video_no DESC LIMIT :limit OFFSET :offset", values)
        return [Video._make(row) for row in rows]

    def briefs(self, account: str, conditions: VideoFilter) -> dict[str, Brief]:
        """All matching videos by video_no, newest first."""
        where, values = _matching(account, conditions)
        rows = self._database.rows(f"{SELECT_BRIEF} {where} ORDER BY video_no DESC", values)
        return {row["video_no"]: Brief._make(row) for row in rows}

    def count(self, account: str, conditions: VideoFilter) -> int:
        """How many videos match."""
        where, values = _matching(account, conditions)
        row = self._database.row(f"SELECT count(*) FROM videos WHERE {where}", values)  # noqa: S608 (see CONDITIONS)
        return int(row[0]) if row else 0

    def delete(self, account: str, unique_id: str, video_nos: Iterable[str]) -> None:
        """Remove videos with all that belongs to them; unknown ones are no error."""
        values = {"account": account, "unique_id": unique_id, "video_nos": json.dumps(list(video_nos))}
        with self._database.transaction() as connection:
            rows = connection.execute(
                "DELETE FROM videos WHERE account = :account AND unique_id = :unique_id "
                "AND video_no IN (SELECT value FROM json_each(:video_nos)) RETURNING video_no",
                values,
            ).fetchall()
        for row in rows:
            self._files.remove(row["video_no"])

    def find(self, video_no: str) -> Video | None:
        """A video of any account, for the emulator's own work."""
        row = self._database.row(f"{SELECT} video_no = :video_no", {"video_no": video_no})
        return Video._make(row) if row else None

    def due_to_fetch(self) -> list[str]:
        """Videos whose file is still to be fetched."""
        rows = self._database.rows("SELECT video_no FROM videos WHERE fetch_state = 'waiting'", {})
        return [row["video_no"] for row in rows]

    def set_fetched(self, video_no: str, file: Path, size: int) -> bool:
        """Keep a fetched file; False if its video has been deleted meanwhile."""
        with self._database.transaction() as connection:
            updated = connection.execute(
                "UPDATE videos SET fetch_state = 'done', media = video_no, size = :size WHERE video_no = :video_no",
                {"video_no": video_no, "size": size},
            )
            if updated.rowcount:
                self._files.keep(file, video_no)
        return bool(updated.rowcount)

    def set_not_fetched(self, video_no: str, reason: str) -> None:
        """Note that fetching failed; the video becomes FAIL when its time comes."""
        with self._database.transaction() as connection:
            connection.execute(
                "UPDATE videos SET fetch_state = 'failed', fetch_problem = :reason WHERE video_no = :video_no",
                {"video_no": video_no, "reason": reason},
            )

    def due_to_parse(self, now: float) -> list[str]:
        """Videos whose time has come and whose file, if it is to be fetched, has come or failed to."""
        rows = self._database.rows(
            "SELECT video_no FROM videos WHERE status = 'UNPARSE' AND parse_due <= :now AND fetch_state <> 'waiting'",
            {"now": now},
        )
        return [row["video_no"] for row in rows]

    def next_parse(self, now: float) -> float | None:
        """When the next video's time comes."""
        row = self._database.row(
            "SELECT min(parse_due) FROM videos WHERE status = 'UNPARSE' AND parse_due > :now", {"now": now}
        )
        return row[0] if row else None

    def polled(self, videos: Iterable[Video]) -> None:
        """Count a look at videos that are not indexed, where looks decide about that."""
        video_nos = [video.video_no for video in videos if video.polls_left and video.status == "UNPARSE"]
        if video_nos:
            with self._database.transaction() as connection:
                connection.execute(POLL, {"now": self._clock.now(), "video_nos": json.dumps(video_nos)})
            self.on_due()

    def post(self, video_no: str) -> Mapping[str, Any] | None:
        """What a social platform tells of a video."""
        row = self._database.row("SELECT details FROM posts WHERE video_no = :video_no", {"video_no": video_no})
        details: Mapping[str, Any] | None = json.loads(row["details"]) if row else None
        return details

    def find_post(self, account: str, url: str) -> str | None:
        """The video that an account has of a post."""
        row = self._database.row(VIDEO_OF_POST, {"account": account, "url": url})
        return row["video_no"] if row else None

    def move(self, account: str, video_nos: Sequence[str], folder_id: int) -> None:
        """Put videos into a folder; unknown ones are no error."""
        values = {"account": account, "folder_id": folder_id, "video_nos": json.dumps(list(video_nos))}
        with self._database.transaction() as connection:
            connection.execute(
                "UPDATE videos SET folder_id = :folder_id WHERE account = :account "
                "AND video_no IN (SELECT value FROM json_each(:video_nos))",
                values,
            )

    def namespaces(self, account: str) -> list[str]:
        """The namespaces that hold videos or images, in alphabetical order."""
        rows = self._database.rows(
            "SELECT unique_id FROM videos WHERE account = :account "
            "UNION SELECT unique_id FROM images WHERE account = :account ORDER BY unique_id",
            {"account": account},
        )
        return [row["unique_id"] for row in rows]

    def replace_scenes(self, video: Video, scenes: Sequence[Segment], first_callback: float) -> None:
        """Describe the scenes of a video anew, and tell its callback address."""
        with self._database.transaction() as connection:
            connection.execute("DELETE FROM segments WHERE video_no = ? AND kind = ?", (video.video_no, SCENE))
            add_segments(connection, video.video_no, scenes)
            add_video_callback(connection, video, video.status, first_callback)

    def set_parsed(self, video: Video, media: Media, segments: Sequence[Segment], first_callback: float) -> bool:
        """Make a video PARSE; False if it has been deleted meanwhile."""
        values = {
            "video_no": video.video_no,
            **{name: getattr(media, name) for name in ("container", "codec", "duration", "fps", "width", "height")},
            "has_audio": media.has_audio,
            "media": video.media if video.retain_original else None,
        }
        with self._database.transaction() as connection:
            if not connection.execute(SET_PARSED, values).rowcount:
                return False
            add_segments(connection, video.video_no, segments)
            add_frames(connection, video.video_no, media.frames)
            add_video_callback(connection, video, "PARSE", first_callback)
        if not video.retain_original:
            self._files.remove(video.video_no)
        return True

    def set_failed(self, video: Video, reason: str, first_callback: float) -> None:
        """Make a video FAIL, unless it has been deleted or become PARSE meanwhile."""
        with self._database.transaction() as connection:
            updated = connection.execute(
                "UPDATE videos SET status = 'FAIL', cause = :cause WHERE video_no = :video_no AND status = 'UNPARSE'",
                {"video_no": video.video_no, "cause": FAILURE_CAUSE + reason},
            )
            if updated.rowcount:
                add_video_callback(connection, video, "FAIL", first_callback)

    def kept_files(self) -> set[str]:
        """Names of the files that belong to a video, an image or a task."""
        rows = self._database.rows(
            "SELECT media FROM videos WHERE media IS NOT NULL UNION SELECT media FROM images "
            "UNION SELECT value FROM tasks, json_each(request, '$.files') WHERE due IS NOT NULL",
            {},
        )
        return {row["media"] for row in rows}

    def _existing(self, video_no: str) -> Video:
        video = self.find(video_no)
        if video is None:
            raise LookupError(video_no)
        return video


def _matching(account: str, conditions: VideoFilter) -> tuple[str, dict[str, object]]:
    """The condition of a query, and its values."""
    values: dict[str, object] = {"account": account}
    where = ["account = :account"]
    for name, sql in CONDITIONS.items():
        value = getattr(conditions, name)
        # An empty list of ids restricts nothing.
        if value is not None and value != []:
            where.append(sql)
            values[name] = value
    if "video_nos" in values:
        values["video_nos"] = json.dumps(list(conditions.video_nos or ()))
    if "latitude" in values:
        values |= {"longitude": conditions.longitude, "nearby_km": NEARBY_KM}
    return " AND ".join(where), values


def _seconds_to_parse(polls: int | None, parse_seconds: float) -> float:
    """How long the clock lets a video wait for being indexed."""
    if polls is None:
        return parse_seconds
    return FAR if polls else 0.0


def insert_video(
    connection: sqlite3.Connection, account: str, video_no: str, new: NewVideo, now: float, parse_seconds: float
) -> None:
    """Store a video within the caller's transaction."""
    values = {
        **{name: getattr(new, name) for name in COPIED},
        "video_no": video_no,
        "account": account,
        "create_time_ms": int(now * 1000) if new.create_time_ms is None else new.create_time_ms,
        "parse_due": now + _seconds_to_parse(new.polls, parse_seconds),
        "source_url": new.source_url or new.page_url,
        "fetch_state": "waiting" if new.source_url else "none",
        "media": video_no if new.file else None,
        "content": None if new.content is None else json.dumps(new.content),
        "tags": json.dumps(list(dict.fromkeys((*new.tags, *(() if account == PUBLIC else (SERVER_TAG,)))))),
    }
    connection.execute(INSERT, values)
    if new.post is not None:
        connection.execute("INSERT INTO posts VALUES (?, ?, ?)", (video_no, new.post["platform"], json.dumps(new.post)))


def add_frames(connection: sqlite3.Connection, video_no: str, frames: Iterable[tuple[float, bytes]]) -> None:
    """Store the fingerprints of a video's pictures, within the caller's transaction."""
    connection.executemany(
        "INSERT INTO frames VALUES (?, ?, ?)", [(video_no, seconds, fingerprint) for seconds, fingerprint in frames]
    )


def add_video_callback(connection: sqlite3.Connection, video: Video, status: str, due: float) -> None:
    """Have the callback address of a video told its state, within the caller's transaction."""
    if video.callback is None:
        return
    subject = video.video_no
    if video.dialect == IMPORT:
        if status != "PARSE" or video.task_id is None:
            return
        subject = video.task_id
        body = {
            "videoId": video.video_no,
            "message": "Video indexing succeed",
            "taskId": video.task_id,
            "status": "INDEXING_SUCCEEDED",
        }
    else:
        body = {"videoNo": video.video_no, "status": status}
        if video.dialect == LEGACY:
            body["clientId"] = video.account[:32]
    add_callback(connection, video.account, video.dialect, subject, video.callback, body, due)
