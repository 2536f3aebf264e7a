"""The library that all accounts share: posts of the catalogue, indexed from the beginning."""

from __future__ import annotations

import json

from memories_ai_mock.catalogue import Catalogue
from memories_ai_mock.clock import Clock
from memories_ai_mock.content import parse_content
from memories_ai_mock.database import Database
from memories_ai_mock.drawing import drawn_frames
from memories_ai_mock.importing import post_video
from memories_ai_mock.library import PUBLIC, add_frames, insert_video
from memories_ai_mock.text_search import ABOUT, Segment, add_segments

# Ids of the posts that ship: the same in every emulator, below all that are made later.
FIRST_ID = 600_000_000_000_000_001
# 2025-07-01, before all that happens later.
FIRST_TIME_MS = 1_751_328_000_000
MINUTE_MS = 60_000


def stock(database: Database, catalogue: Catalogue, clock: Clock) -> None:
    """Put the public posts of the catalogue into the library, which holds none."""
    now = clock.now()
    with database.transaction() as connection:
        for number, post in enumerate(catalogue.public()):
            video_no = f"PI-{FIRST_ID + number}"
            new = post_video(post)
            content = parse_content(post.get("content", {}))
            insert_video(connection, PUBLIC, video_no, new, now, 0)
            connection.execute(
                "UPDATE videos SET status = 'PARSE', duration = ?, fps = ?, width = ?, height = ?, create_time_ms = ? "
                "WHERE video_no = ?",
                (
                    content.duration,
                    content.fps,
                    content.width,
                    content.height,
                    FIRST_TIME_MS + number * MINUTE_MS,
                    video_no,
                ),
            )
            about = Segment(ABOUT, 0.0, content.duration, f"{new.name}. {', '.join(new.tags)}. {post['creator']}")
            add_segments(connection, video_no, [about, *(content.speech or ()), *(content.scenes or ())])


def draw_missing_frames(database: Database) -> None:
    """Draw and fingerprint the pictures of public videos that have none yet: only a search by image needs them."""
    rows = database.rows(
        "SELECT video_no, content FROM videos WHERE account = :public AND status = 'PARSE' "
        "AND NOT EXISTS (SELECT 1 FROM frames WHERE frames.video_no = videos.video_no)",
        {"public": PUBLIC},
    )
    frames = {row["video_no"]: drawn_frames(parse_content(json.loads(row["content"]))) for row in rows}
    if frames:
        with database.transaction() as connection:
            for video_no, drawn in frames.items():
                add_frames(connection, video_no, drawn)
