"""What the page shows, in one piece of JSON."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from memories_ai_mock.services import Services

MOST = 200
SHOWN_ACCOUNT = 12

VIDEOS = "SELECT * FROM videos WHERE account <> 'public' ORDER BY video_no DESC LIMIT :most"
TASKS = "SELECT * FROM tasks ORDER BY created DESC, task_id LIMIT :most"
CALLBACKS = "SELECT * FROM callbacks ORDER BY id DESC LIMIT :most"
ACCOUNTS = """
    SELECT account, sum(videos) AS videos, sum(images) AS images, sum(bytes) AS bytes FROM (
        SELECT account, 1 AS videos, 0 AS images, size AS bytes FROM videos WHERE account <> 'public'
        UNION ALL SELECT account, 0, 1, size FROM images
        UNION ALL SELECT account, 0, 0, 0 FROM accounts
    ) GROUP BY account ORDER BY account LIMIT :most
"""

Json = dict[str, Any]


def overview(services: Services) -> Json:
    """Accounts, videos, tasks, callbacks, inbox and usage; lists newest first, 200 entries each."""
    database = services.database
    most = {"most": MOST}
    total = database.row("SELECT count(*) FROM videos WHERE account <> 'public'", {})
    return {
        "time": services.clock.now(),
        "frozen": services.clock.frozen,
        "accounts": [_account(services, row) for row in database.rows(ACCOUNTS, most)],
        "videos": [_video(row) for row in database.rows(VIDEOS, most)],
        "videos_total": total[0] if total else 0,
        "tasks": [_task(row) for row in database.rows(TASKS, most)],
        "callbacks": [_callback(row) for row in database.rows(CALLBACKS, most)],
        "inbox": services.inbox.all(MOST),
        "usage": services.journal.usage_rows()[:MOST],
    }


def _account(services: Services, row: sqlite3.Row) -> Json:
    return {
        "account": row["account"][:SHOWN_ACCOUNT],
        "videos": row["videos"],
        "images": row["images"],
        "bytes": row["bytes"],
        "credits": services.accounts.credits(row["account"]),
    }


def _video(row: sqlite3.Row) -> Json:
    names = [
        "video_no",
        "video_name",
        "unique_id",
        "folder_id",
        "status",
        "cause",
        "duration",
        "size",
        "codec",
        "width",
        "height",
    ]
    return {
        **{name: row[name] for name in names},
        "account": row["account"][:SHOWN_ACCOUNT],
        "create_time": row["create_time_ms"],
        "has_thumbnail": row["status"] == "PARSE" and (row["media"] is not None or row["content"] is not None),
    }


def _task(row: sqlite3.Row) -> Json:
    names = ["task_id", "kind", "status", "created", "detail"]
    return {**{name: row[name] for name in names}, "account": row["account"][:SHOWN_ACCOUNT]}


def _callback(row: sqlite3.Row) -> Json:
    names = ["id", "kind", "subject", "url", "outcome", "attempts", "detail"]
    return {
        **{name: row[name] for name in names},
        "account": row["account"][:SHOWN_ACCOUNT],
        "body": None if row["body"] is None else json.loads(row["body"]),
    }
