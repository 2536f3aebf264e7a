"""What an emulator is started with."""

from __future__ import annotations

import hashlib
import ipaddress
import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from memories_ai_mock.clock import Clock

GIB = 1024**3
MIB = 1024**2
# What JSON readers with doubles still tell apart.
MAX_CREDITS = 2**53


HOST = re.compile(r"[^\s/:@?#\[\]]+")


class SetupError(Exception):
    """The emulator cannot start; the message names the value and the remedy."""


def key_hash(key: str) -> str:
    """The form in which keys are kept and compared: SHA-256, in hexadecimal."""
    return hashlib.sha256(key.encode()).hexdigest()


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Settings of one emulator, checked when they are made (`SetupError`).

    Attributes:
        keys: The API keys that are accepted; empty: any non-empty key is.
        caption_keys: Those of them that are granted for the caption host; empty: all are.
        credits: What every account begins with; None: credits have no end.
        rate_limits: `off`, `documented`, or the path of a JSON file: see `limits.read_rules`.
        data: Directory that keeps the state; None: memory, and a temporary directory for the videos.
        parse_seconds: Seconds of `clock` from upload to PARSE or FAIL, and from request to result of other tasks.
        parse_polls: How often a new video is seen UNPARSE before it is indexed, whatever the clock says; None: the
            clock decides.
        sidecars: Directory of files that say what is said and shown in videos: `name.json` or `name.srt`.
        catalogue: JSON file with further public posts: see `catalogue.parse_posts`.
        seed: JSON file with what the emulator holds from the beginning, unless `data` holds something already: see
            `seeding.seed`.
        allow_fetch: Hosts besides loopback addresses from which videos are fetched and to which callbacks go.
        clock: The emulator's time.
        document: The bundled OpenAPI document; None: the one that the generated client ships.
        max_file_bytes: Largest uploaded file.
        max_fetch_bytes: Largest file fetched from a URL.
        max_text_bytes: Largest JSON body or form, files not counted.
        read_timeout: Real seconds that a client may pause while it sends a body.
        fetch_timeout: Real seconds that fetching a video may take.
        callback_timeout: Real seconds that a callback may take.
        callback_delays: Seconds of `clock` before each attempt to deliver a callback, counted from the beginning of
            the one before it.
        stream_pause: Real seconds between two events of a stream.
    """

    keys: Iterable[str] = field(default=(), repr=False)
    caption_keys: Iterable[str] = field(default=(), repr=False)
    credits: int | None = None
    rate_limits: str = "off"
    data: Path | None = None
    parse_seconds: float = 1.0
    parse_polls: int | None = None
    sidecars: Path | None = None
    catalogue: Path | None = None
    seed: Path | None = None
    allow_fetch: Iterable[str] = ()
    clock: Clock = field(default_factory=Clock)
    # An OpenAPI document is any JSON.
    document: Mapping[str, Any] | None = field(default=None, repr=False)
    max_file_bytes: int = 3 * GIB
    max_fetch_bytes: int = 1 * GIB
    max_text_bytes: int = 1 * MIB
    read_timeout: float = 30.0
    fetch_timeout: float = 120.0
    callback_timeout: float = 5.0
    callback_delays: tuple[float, ...] = (0.0, 1.0, 5.0)
    stream_pause: float = 0.02

    def __post_init__(self) -> None:
        object.__setattr__(self, "keys", _distinct("keys", self.keys))
        object.__setattr__(self, "caption_keys", _distinct("caption_keys", self.caption_keys))
        object.__setattr__(self, "allow_fetch", _distinct("allow_fetch", self.allow_fetch))
        for key in (*self.keys, *self.caption_keys):
            _check_key(key)
        if not math.isfinite(self.parse_seconds) or self.parse_seconds < 0:
            raise SetupError(f"parse seconds: {self.parse_seconds} is no time to wait; give 0 or more seconds")
        if self.parse_polls is not None and self.parse_polls < 0:
            raise SetupError(f"parse polls: {self.parse_polls} is no number of polls; give 0 or more")
        if self.credits is not None and self.credits < 0:
            raise SetupError(f"credits: {self.credits} is less than nothing; give 0 or more")
        if self.credits is not None and self.credits > MAX_CREDITS:
            raise SetupError(f"credits: {self.credits} is more than {MAX_CREDITS}; leave it out if they have no end")
        for host in self.allow_fetch:
            _check_host(host)
        if self.sidecars is not None and not self.sidecars.is_dir():
            raise SetupError(f"sidecars {self.sidecars}: is no directory; give one with files such as film.srt")


def _distinct(name: str, texts: Iterable[str]) -> frozenset[str]:
    if isinstance(texts, str):
        raise SetupError(f"{name}: is one text; give a list of texts")
    return frozenset(texts)


def _check_host(host: str) -> None:
    bare = host.removeprefix("[").removesuffix("]")
    # Colons belong to addresses of IPv6 alone: a port is none of a host's.
    if not HOST.fullmatch(bare) and not _is_ipv6(bare):
        raise SetupError(f"allow fetch: {host!r} is no host; give a name or an address alone, like a.example.org")


def _is_ipv6(text: str) -> bool:
    try:
        ipaddress.IPv6Address(text)
    except ValueError:
        return False
    return True


def _check_key(key: str) -> None:
    if not key.strip() or key != key.strip() or not key.isascii() or not key.isprintable():
        raise SetupError(
            "key: an accepted key must be printable ASCII without blanks around it; leave it out for any key"
        )
    if key.lower().startswith("bearer "):
        raise SetupError("key: give the raw key, without the prefix Bearer")
