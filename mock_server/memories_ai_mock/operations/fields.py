"""Checks and conversions of request fields that no schema can express."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from memories_ai_mock.dispatch import Call
from memories_ai_mock.envelope import RequestError, shown
from memories_ai_mock.library import DEFAULT_FOLDER
from memories_ai_mock.network import NetworkError, parse_http_url

CAPTURE_TIME_FORMAT = "%Y-%m-%d %H:%M:%S"
MAX_OFFSET = 2**53
# All public videos stand in it.
PUBLIC_NAMESPACE = "default"

Fields = Mapping[str, Any]


def capture_time_ms(fields: Fields) -> int | None:
    """`datetime_taken` as milliseconds since 1970, read as UTC (it has no time zone)."""
    text = fields.get("datetime_taken")
    if text is None:
        return None
    try:
        moment = datetime.strptime(text, CAPTURE_TIME_FORMAT).replace(tzinfo=UTC)
    except ValueError:
        raise RequestError(
            f"datetime_taken: {shown(text)} is no date; send a real one as yyyy-MM-dd HH:mm:ss"
        ) from None
    return int(moment.timestamp()) * 1000


def coordinates(fields: Fields) -> tuple[float | None, float | None]:
    """`latitude` and `longitude` in decimal degrees. Where both must come together, the spec says so."""
    latitude, longitude = fields.get("latitude"), fields.get("longitude")
    for name, value, limit in (("latitude", latitude, 90), ("longitude", longitude, 180)):
        if value is not None and not -limit <= value <= limit:
            raise RequestError(f"{name}: {shown(value)} is out of range; send -{limit} to {limit} degrees")
    return latitude, longitude


def upload_folder(call: Call) -> int:
    """`folder_id` of an upload or an import."""
    return existing_folder(call, int(call.body.get("folder_id", DEFAULT_FOLDER)))


def folder_filter(call: Call, fields: Fields) -> int | None:
    """`folder_id` as a filter; None: all folders."""
    folder = fields.get("folder_id")
    return None if folder is None else existing_folder(call, int(folder))


def callback(fields: Fields, *names: str) -> str | None:
    """An absolute http or https URL, under the first of these names that is there (`callback` if none is named)."""
    urls = [http_url(name, fields[name]) for name in names or ("callback",) if fields.get(name) is not None]
    return urls[0] if urls else None


def moment(fields: Fields, name: str) -> str | None:
    """A moment in ISO 8601 with its time zone, as it was sent."""
    text: str | None = fields.get(name)
    if text is None:
        return None
    try:
        zoned = datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        zoned = False
    if not zoned:
        raise RequestError(f"{name}: {shown(text)} is no moment; send one such as 2025-11-17T17:00:00Z")
    return text


def http_url(name: str, url: object) -> str:
    """A field that must hold an absolute http or https URL."""
    if not isinstance(url, str):
        raise RequestError(f"{name}: {shown(url)} has the wrong type; send string")
    try:
        parse_http_url(url)
    except NetworkError as error:
        raise RequestError(
            f"{name}: {shown(url)}: {error}; send an address such as http://127.0.0.1:8000/path"
        ) from error
    return url


def offset(page: int, size: int) -> int:
    """Rows before a 1-based page, bounded to what SQLite can count."""
    return min((page - 1) * size, MAX_OFFSET)


def existing_folder(call: Call, folder: int) -> int:
    """A folder that videos can be in."""
    if not call.services.folders.exists(call.account, folder):
        raise RequestError(f"folder_id: {folder} does not exist in this account; send {DEFAULT_FOLDER} or leave it out")
    return folder
