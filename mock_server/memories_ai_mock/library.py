"""The videos: what is known of each, by account and namespace."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

from memories_ai_mock.clock import Clock
from memories_ai_mock.database import Database
from memories_ai_mock.media import Media
from memories_ai_mock.media_files import MediaFiles
from memories_ai_mock.text_search import Segment, add_segments

DEFAULT_FOLDER = -1
NEARBY_KM = 20.0
# Every upload gets this tag from the service.
SERVER_TAG = "api"
# The recorded cause of a failure, and how ours begin.
FAILURE_CAUSE = "Indexing failed. "


@dataclass(frozen=True, slots=True, kw_only=True)
class NewVideo:
    """What an upload says about its video. `file` or `source_url` is given."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Video:
    """A stored video."""

    video_no: str
    name: str
    status: str
    cause: str | None
    create_time_ms: int
    source_url: str | None
    fetch_problem: str | None
    media: str | None
    size: int
    duration: float
    fps: float | None
    width: int | None
    height: int | None
    datetime_taken_ms: int | None
    camera_model: str | None
    latitude: float | None
    longitude: float | None
    retain_original: bool
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VideoFilter:
    """Conditions on videos, ANDed; None: any. Those on metadata are met by parsed videos only."""

    unique_id: str
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


MATCHING = """
    FROM videos WHERE account = :account AND unique_id = :unique_id
    AND (:folder_id IS NULL OR folder_id = :folder_id)
    AND (:name IS NULL OR video_name = :name)
    AND (:video_no IS NULL OR video_no = :video_no)
    AND (:video_nos IS NULL OR video_no IN (SELECT value FROM json_each(:video_nos)))
    AND (:status IS NULL OR status = :status)
    AND (:camera_model IS NULL OR (status = 'PARSE' AND camera_model = :camera_model))
    AND (:taken_since_ms IS NULL OR (status = 'PARSE' AND datetime_taken_ms >= :taken_since_ms))
    AND (:tag IS NULL OR (status = 'PARSE' AND EXISTS
        (SELECT 1 FROM video_tags WHERE video_tags.video_no = videos.video_no AND tag = :tag)))
    AND (:latitude IS NULL OR (status = 'PARSE' AND latitude IS NOT NULL AND longitude IS NOT NULL
        AND distance_km(latitude, longitude, :latitude, :longitude) <= :nearby_km))
"""
SELECT = "SELECT *, (SELECT json_group_array(tag) FROM video_tags WHERE video_no = videos.video_no) AS tags"
COUNT_MATCHING = "SELECT count(*)" + MATCHING
SELECT_MATCHING = SELECT + MATCHING + " ORDER BY video_no DESC LIMIT :limit OFFSET :offset"
SELECT_ONE = SELECT + " FROM videos WHERE video_no = :video_no"  # noqa: S608 (constants)
INSERT = """
    INSERT INTO videos (video_no, account, unique_id, folder_id, video_name, create_time_ms, parse_due, source_url,
        fetch_state, media, size, datetime_taken_ms, camera_model, latitude, longitude, retain_original, prompt,
        callback)
    VALUES (:video_no, :account, :unique_id, :folder_id, :name, :create_time_ms, :parse_due, :source_url,
        :fetch_state, :media, :size, :datetime_taken_ms, :camera_model, :latitude, :longitude, :retain_original,
        :prompt, :callback)
"""
SET_PARSED = """
    UPDATE videos SET status = 'PARSE', container = :container, codec = :codec, duration = :duration, fps = :fps,
        width = :width, height = :height, has_audio = :has_audio, media = :media
    WHERE video_no = :video_no AND status = 'UNPARSE'
"""
ADD_CALLBACK = """
    INSERT INTO callbacks (video_no, url, status, next_attempt)
    SELECT video_no, callback, status, :first_attempt FROM videos WHERE video_no = :video_no AND callback IS NOT NULL
"""


class Library:
    """Stores videos and finds them again."""

    def __init__(self, database: Database, files: MediaFiles, clock: Clock) -> None:
        self._database = database
        self._files = files
        self._clock = clock

    def add(self, account: str, new: NewVideo, parse_seconds: float) -> Video:
        """Store a new video; it is on disk when this returns."""
        now = self._clock.now()
        video_no = f"VI{self._database.new_id(now)}"
        if new.file:
            self._files.keep(new.file, video_no)
        values = {
            **asdict(replace(new, file=None, tags=())),
            "video_no": video_no,
            "account": account,
            "create_time_ms": int(now * 1000),
            "parse_due": now + parse_seconds,
            "fetch_state": "waiting" if new.source_url else "none",
            "media": video_no if new.file else None,
        }
        try:
            with self._database.transaction() as connection:
                connection.execute(INSERT, values)
                tags = dict.fromkeys((*new.tags, SERVER_TAG))
                connection.executemany(
                    "INSERT INTO video_tags VALUES (?, ?, ?)",
                    [(video_no, position, tag) for position, tag in enumerate(tags)],
                )
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
        values = {**_values(account, conditions), "limit": limit, "offset": offset}
        return [_video(row) for row in self._database.rows(SELECT_MATCHING, values)]

    def count(self, account: str, conditions: VideoFilter) -> int:
        """How many videos match."""
        row = self._database.row(COUNT_MATCHING, _values(account, conditions))
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
        row = self._database.row(SELECT_ONE, {"video_no": video_no})
        return _video(row) if row else None

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
            connection.execute(ADD_CALLBACK, {"video_no": video.video_no, "first_attempt": first_callback})
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
                connection.execute(ADD_CALLBACK, {"video_no": video.video_no, "first_attempt": first_callback})

    def kept_files(self) -> set[str]:
        """Names of the files that belong to a video."""
        return {row["media"] for row in self._database.rows("SELECT media FROM videos WHERE media IS NOT NULL", {})}

    def _existing(self, video_no: str) -> Video:
        video = self.find(video_no)
        if video is None:
            raise LookupError(video_no)
        return video


def _values(account: str, conditions: VideoFilter) -> dict[str, object]:
    # An empty list of ids restricts nothing.
    video_nos = json.dumps(list(conditions.video_nos)) if conditions.video_nos else None
    return {**asdict(conditions), "video_nos": video_nos, "account": account, "nearby_km": NEARBY_KM}


def _video(row: sqlite3.Row) -> Video:
    values = {field.name: row[field.name] for field in fields(Video) if field.name != "name"}
    values["tags"] = tuple(json.loads(row["tags"]))
    return Video(name=row["video_name"], **values)
