"""Who may ask: API keys, permissions, credits, and the token exchange of v1.0."""

from __future__ import annotations

import hashlib
import secrets
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from memories_ai_mock.clock import Clock
from memories_ai_mock.database import Database
from memories_ai_mock.envelope import DISABLED, NO_CREDITS, NO_PERMISSION, UNAUTHORIZED, RequestError
from memories_ai_mock.settings import Settings, key_hash

API_KEY, CAPTION_KEY, ACCESS_TOKEN = "apiKey", "captionKey", "accessToken"
TOKEN_PREFIX = "mavi-token-"  # noqa: S105 (no secret: what tells our tokens from API keys)
ACCESS_SECONDS = 4 * 3600
REFRESH_SECONDS = 60 * 24 * 3600
CODE_INTERVAL_SECONDS = 600.0

# What a successful call costs, in credits. No source tells prices in credits.
COSTS: Mapping[str, int] = {
    "upload": 10,
    "upload_url": 10,
    "upload_image": 1,
    "legacy_upload": 10,
    "legacy_upload_url": 10,
    "mavi_upload": 10,
    "mavi_upload_url": 10,
    "import_post_urls": 10,
    "import_post_urls_public": 10,
    "import_creator": 10,
    "import_creator_public": 10,
    "import_hashtag": 10,
    "import_hashtag_public": 10,
    "chat": 2,
    "chat_stream": 2,
    "chat_personal": 2,
    "chat_personal_stream": 2,
    "marketer_chat": 2,
    "marketer_chat_stream": 2,
    "legacy_chat": 2,
    "mavi_chat": 2,
    "search": 1,
    "search_public": 1,
    "search_similar_images": 1,
    "search_public_similar_images": 1,
    "search_clips_by_image": 1,
    "legacy_search": 1,
    "mavi_search_ai": 1,
    "mavi_search_fragments": 1,
    "update_video_transcription": 2,
    "mavi_submit_transcription": 1,
    "caption_video_url": 5,
    "caption_video_file": 5,
    "caption_video_url_sync": 5,
    "caption_video_file_sync": 5,
    "caption_image_url": 1,
    "caption_image_file": 1,
    "caption_image_base64": 1,
}


@dataclass(slots=True)
class Account:
    """What is set for one account; None: as the settings have it."""

    credits: int | None = None
    disabled: bool = False
    may_caption: bool | None = None


@dataclass(frozen=True, slots=True)
class Tokens:
    """What an exchange gives; lifetimes in seconds."""

    access: str
    refresh: str
    access_seconds: int = ACCESS_SECONDS
    refresh_seconds: int = REFRESH_SECONDS


class Accounts:
    """Authenticates requests and keeps what belongs to an account alone."""

    def __init__(self, database: Database, settings: Settings) -> None:
        self._database = database
        self._clock: Clock = settings.clock
        self._accepted = frozenset(key_hash(key) for key in settings.keys)
        self._caption = frozenset(key_hash(key) for key in settings.caption_keys)
        self._first_credits = settings.credits
        # All of them, by account: looked at in every request.
        self._known: dict[str, Account] = {}
        # Credits of accounts for calls under way.
        self._set_aside: Counter[str] = Counter()
        self.reload()

    def reload(self) -> None:
        """Read the database again."""
        rows = self._database.rows("SELECT * FROM accounts", {})
        self._known = {
            row["account"]: Account(
                row["credits"],
                bool(row["disabled"]),
                None if row["may_caption"] is None else bool(row["may_caption"]),
            )
            for row in rows
        }

    def authenticate(self, scheme: str, values: list[str]) -> str:
        """The account of a request with these Authorization headers.

        Raises:
            RequestError: 0401 for a missing or wrong key, 0403 for a disabled account, 9009 without permission.
        """
        if len(values) > 1:
            raise RequestError("Authorization: sent more than once; send one API key", UNAUTHORIZED)
        value = values[0].strip() if values else ""
        if not value:
            raise RequestError("Authorization: the API key is missing; send it raw in this header", UNAUTHORIZED)
        account = self._of_token(value) if scheme == ACCESS_TOKEN else None
        if account is None:
            account = self._of_key(value)
        known = self._known.get(account)
        if known is not None and known.disabled:
            raise RequestError("the account is disabled", DISABLED)
        if scheme == CAPTION_KEY and not self._may_caption(account, known):
            raise RequestError("Authorization: this API key is not granted for the caption host", NO_PERMISSION)
        return account

    def _of_key(self, value: str) -> str:
        if value[:7].lower().split()[0] == "bearer":
            raise RequestError("Authorization: send the raw API key, without the prefix Bearer", UNAUTHORIZED)
        account = key_hash(value)
        if self._accepted and account not in self._accepted:
            raise RequestError(
                "Authorization: the API key is unknown to this emulator; see its option --key", UNAUTHORIZED
            )
        return account

    def _of_token(self, value: str) -> str | None:
        """The account of an access token; None: it is none of ours, so it should be an API key."""
        token = value.removeprefix("Bearer ").strip()
        if not token.startswith(TOKEN_PREFIX):
            return None
        return self._holder(token, "access")

    def _holder(self, token: str, kind: str) -> str:
        row = self._database.row(
            "SELECT account, expires FROM tokens WHERE token = :token AND kind = :kind",
            {"token": key_hash(token), "kind": kind},
        )
        if row is None or row["expires"] <= self._clock.now():
            raise RequestError(f"the {kind} token is unknown or has expired; get a new one", UNAUTHORIZED)
        account: str = row["account"]
        return account

    def _may_caption(self, account: str, known: Account | None) -> bool:
        if known is not None and known.may_caption is not None:
            return known.may_caption
        return not self._caption or account in self._caption

    def credits(self, account: str) -> int | None:
        """Credits left; None: without end."""
        known = self._known.get(account)
        return self._first_credits if known is None or known.credits is None else known.credits

    @contextmanager
    def price_set_aside(self, account: str, operation: str) -> Iterator[None]:
        """Within, the price of a call cannot be spent by another one. Used by the event loop's thread only.

        Raises:
            RequestError: 0402: the account cannot pay for the call.
        """
        left, cost = self.credits(account), COSTS.get(operation, 0)
        if left is None or not cost:
            yield
            return
        if left - self._set_aside[account] < cost:
            raise RequestError("not enough credits are left; recharge, or give the emulator more", NO_CREDITS)
        self._set_aside[account] += cost
        try:
            yield
        finally:
            self._set_aside[account] -= cost
            if not self._set_aside[account]:
                del self._set_aside[account]

    def charge(self, account: str, operation: str) -> None:
        """Take the price of a successful call."""
        left = self.credits(account)
        cost = COSTS.get(operation, 0)
        if left is None or not cost:
            return
        self.change(account, credits=max(0, left - cost))

    def change(self, account: str, **values: object) -> None:
        """Set columns of an account, which is made at its first change."""
        names = ", ".join(values)
        marks = ", ".join(f":{name}" for name in values)
        updates = ", ".join(f"{name} = :{name}" for name in values)
        sql = f"INSERT INTO accounts (account, {names}) VALUES (:account, {marks}) "  # noqa: S608 (our own names)
        sql += f"ON CONFLICT (account) DO UPDATE SET {updates}"
        with self._database.transaction() as connection:
            connection.execute(sql, {"account": account, **values})
        self.reload()

    def registration(self, key: str) -> dict[str, str]:
        """What identifies an account in the token exchange: its client id, and what code pushes carry as state."""
        return {
            "client_id": hashlib.sha256(f"client {key}".encode()).hexdigest()[:32],
            "sender_mark": hashlib.md5(key.encode(), usedforsecurity=False).hexdigest(),
        }

    def exchange(self, client_id: str, code: str) -> Tokens:
        """Tokens for a pushed code, which is good for one exchange.

        Raises:
            RequestError: 0401: the code or the client is unknown.
        """
        with self._database.transaction() as connection:
            row = connection.execute(
                "UPDATE accounts SET code = NULL WHERE client_id = :client_id AND code = :code RETURNING account",
                {"client_id": client_id, "code": key_hash(code)},
            ).fetchone()
        if row is None:
            raise RequestError("clientId, code: are not those of the last push, or were used", UNAUTHORIZED)
        refresh = self._issue(row["account"], "refresh", REFRESH_SECONDS)
        return Tokens(self._issue(row["account"], "access", ACCESS_SECONDS), refresh)

    def refresh(self, refresh_token: str) -> str:
        """A new access token; earlier ones stay good until they expire.

        Raises:
            RequestError: 0401: the refresh token is unknown or has expired.
        """
        return self._issue(self._holder(refresh_token, "refresh"), "access", ACCESS_SECONDS)

    def _issue(self, account: str, kind: str, seconds: int) -> str:
        token = TOKEN_PREFIX + secrets.token_urlsafe(24)
        values = {"token": key_hash(token), "account": account, "kind": kind, "expires": self._clock.now() + seconds}
        with self._database.transaction() as connection:
            connection.execute("DELETE FROM tokens WHERE expires <= ?", (self._clock.now(),))
            connection.execute("INSERT INTO tokens VALUES (:token, :account, :kind, :expires)", values)
        return token
