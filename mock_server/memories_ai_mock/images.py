"""The private image library."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from hmac import compare_digest
from pathlib import Path

from memories_ai_mock.clock import Clock
from memories_ai_mock.database import Database
from memories_ai_mock.library import NEARBY_KM
from memories_ai_mock.media_files import MediaFiles
from memories_ai_mock.text_search import words_of

ADD = """
    INSERT INTO images VALUES (:image_no, :account, :unique_id, :name, :upload_time_ms, :datetime_taken_ms,
        :camera_model, :latitude, :longitude, :tags, :media, :content_type, :size, :width, :height, :fingerprint)
"""
SCOPE = "FROM images WHERE account = :account AND unique_id = :unique_id"
MATCHING = f"""
    SELECT * {SCOPE} AND (:camera_model IS NULL OR camera_model = :camera_model)
    AND (:tag IS NULL OR EXISTS (SELECT 1 FROM json_each(tags) WHERE value = :tag))
    AND (:taken_since_ms IS NULL OR datetime_taken_ms >= :taken_since_ms)
    AND (:latitude IS NULL OR (latitude IS NOT NULL AND longitude IS NOT NULL
        AND distance_km(latitude, longitude, :latitude, :longitude) <= :nearby_km))
"""  # noqa: S608 (constants)
PAGE = f"SELECT * {SCOPE} ORDER BY image_no DESC LIMIT :limit OFFSET :offset"


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A stored image."""

    image_no: str
    name: str
    upload_time_ms: int
    datetime_taken_ms: int | None
    camera_model: str | None
    latitude: float | None
    longitude: float | None
    tags: tuple[str, ...]
    media: str
    content_type: str
    fingerprint: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class NewImage:
    """What an upload says about one image, and what was found in it."""

    name: str
    file: Path
    content_type: str
    size: int
    width: int
    height: int
    fingerprint: bytes
    datetime_taken_ms: int | None = None
    camera_model: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    tags: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageFilter:
    """Conditions on images, ANDed; None: any."""

    camera_model: str | None = None
    tag: str | None = None
    taken_since_ms: int | None = None
    latitude: float | None = None
    longitude: float | None = None


def address_signature(account: str, image_no: str) -> str:
    """What makes the address of an image good for its account alone; `account` is the hash of a key."""
    return hashlib.sha256(f"{account}/{image_no}".encode()).hexdigest()[:32]


class Images:
    """Stores images by account and namespace."""

    def __init__(self, database: Database, files: MediaFiles, clock: Clock) -> None:
        self._database = database
        self._files = files
        self._clock = clock

    def add(self, account: str, unique_id: str, images: Iterable[NewImage]) -> list[str]:
        """Store images, all or none of them; returns their ids."""
        now = self._clock.now()
        rows = [(self._row(account, unique_id, image, now), image.file) for image in images]
        try:
            for row, file in rows:
                self._files.keep(file, str(row["media"]))
            with self._database.transaction() as connection:
                connection.executemany(ADD, [row for row, _ in rows])
        except BaseException:
            for row, _ in rows:
                self._files.remove(str(row["media"]))
            raise
        return [str(row["image_no"]) for row, _ in rows]

    def page(self, account: str, unique_id: str, limit: int, offset: int) -> tuple[list[Image], int]:
        """Images, newest first, and how many there are in all."""
        scope = {"account": account, "unique_id": unique_id}
        rows = self._database.rows(PAGE, {**scope, "limit": limit, "offset": offset})
        count = self._database.row(f"SELECT count(*) {SCOPE}", scope)
        return [_image(row) for row in rows], int(count[0]) if count else 0

    def search(self, account: str, unique_id: str, query: str, conditions: ImageFilter) -> list[tuple[Image, float]]:
        """Matching images whose names or tags hold words of a query, with the share of words held, best first."""
        wanted = {word.casefold() for word in words_of(query)}
        scope = {"account": account, "unique_id": unique_id, "nearby_km": NEARBY_KM}
        rows = self._database.rows(MATCHING, {**asdict(conditions), **scope})
        scored = [(image, _share(wanted, image)) for image in map(_image, rows)]
        return sorted((each for each in scored if each[1]), key=lambda each: (-each[1], each[0].image_no))

    def find(self, account: str, image_no: str) -> Image | None:
        """An image of an account."""
        row = self._database.row(
            "SELECT * FROM images WHERE account = :account AND image_no = :image_no",
            {"account": account, "image_no": image_no},
        )
        return _image(row) if row else None

    def signed(self, image_no: str, signature: str) -> Image | None:
        """An image of the account that made the signature: its address opens without a key."""
        row = self._database.row("SELECT * FROM images WHERE image_no = :image_no", {"image_no": image_no})
        if row is None or not compare_digest(signature.encode(), address_signature(row["account"], image_no).encode()):
            return None
        return _image(row)

    def _row(self, account: str, unique_id: str, image: NewImage, now: float) -> dict[str, object]:
        image_no = str(self._database.new_id(now))
        return {
            "image_no": image_no,
            "account": account,
            "unique_id": unique_id,
            "name": image.name,
            "upload_time_ms": int(now * 1000),
            "datetime_taken_ms": image.datetime_taken_ms,
            "camera_model": image.camera_model,
            "latitude": image.latitude,
            "longitude": image.longitude,
            "tags": json.dumps(list(image.tags)),
            "media": f"image-{image_no}",
            "content_type": image.content_type,
            "size": image.size,
            "width": image.width,
            "height": image.height,
            "fingerprint": image.fingerprint,
        }


def _share(wanted: set[str], image: Image) -> float:
    held = {word.casefold() for word in words_of(f"{image.name} {' '.join(image.tags)}")}
    return len(wanted & held) / len(wanted) if wanted else 0.0


def _image(row: sqlite3.Row) -> Image:
    return Image(
        image_no=row["image_no"],
        name=row["image_name"],
        upload_time_ms=row["upload_time_ms"],
        datetime_taken_ms=row["datetime_taken_ms"],
        camera_model=row["camera_model"],
        latitude=row["latitude"],
        longitude=row["longitude"],
        tags=tuple(json.loads(row["tags"])),
        media=row["media"],
        content_type=row["content_type"],
        fingerprint=row["fingerprint"],
    )
