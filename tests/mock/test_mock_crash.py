"""What a killed emulator had promised is there after a restart.

MEMORIES_CRASH_ROUNDS sets how often it is killed.
"""

from __future__ import annotations

import hashlib
import os
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import httpx
import pytest

from emulator_process import EmulatorProcess
from mock_support import KEY, eventually, make_video

UPLOADS = 200
ROUNDS = int(os.environ.get("MEMORIES_CRASH_ROUNDS", "3"))
SEED = int(os.environ.get("MEMORIES_CRASH_SEED", "1"))
LIST_SIZE = 100


@dataclass
class Uploads:
    """Many uploads at once, each of other bytes. `promised` maps each videoNo that was answered to its bytes' digest."""

    emulator: EmulatorProcess
    video: bytes
    round: int
    promised: dict[str, str] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)
    answered: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))

    def content(self, number: int) -> bytes:
        """The video, with a box at the end that players skip and that tells whose bytes these are."""
        mark = f"{self.round}/{number}".encode().ljust(64, b".")
        return self.video + (8 + len(mark)).to_bytes(4) + b"free" + mark

    def send(self, number: int) -> None:
        """Upload one; a connection that breaks promises nothing."""
        content = self.content(number)
        files = {"file": (f"{self.round}-{number}.mp4", content, "video/mp4")}
        try:
            answer = self.client.post("/upload", files=files)
        except httpx.HTTPError:
            return
        body = answer.json()
        assert body["code"] == "0000", body
        with self.lock:
            self.promised[body["data"]["videoNo"]] = digest(content)
        self.answered.release()

    def kill_amid(self, count: int, pause: float) -> None:
        """Send all of them, and kill the emulator a while after `count` were answered."""
        limits = httpx.Limits(max_connections=UPLOADS)
        with (
            httpx.Client(
                base_url=self.emulator.base_url + "/serve/api/v1",
                headers={"Authorization": KEY},
                limits=limits,
                timeout=30,
                trust_env=False,
            ) as self.client,
            ThreadPoolExecutor(UPLOADS) as pool,
        ):
            sent = [pool.submit(self.send, number) for number in range(UPLOADS)]
            for _ in range(count):
                assert self.answered.acquire(timeout=30)
            time.sleep(pause)
            self.emulator.kill()
            for each in sent:
                each.result()


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def listed(client: httpx.Client) -> Iterator[dict[str, str]]:
    """All videos, page by page."""
    page = 1
    while rows := client.post("/list_videos", json={"page": page, "size": LIST_SIZE}).json()["data"]["videos"]:
        yield from rows
        page += 1


def check(client: httpx.Client, promised: dict[str, str], possible: set[str]) -> None:
    """All that was promised is listed and whole, and whatever else is listed is whole too."""
    rows = eventually(lambda: settled(list(listed(client))), 60)
    by_number = {row["video_no"]: row for row in rows}
    assert len(by_number) == len(rows)
    assert promised.keys() <= by_number.keys()
    for video_no, row in by_number.items():
        content = client.post("/download", json={"video_no": video_no}).content
        assert digest(content) in possible, f"{video_no} holds what nobody sent: {len(content)} bytes"
        assert digest(content) == promised.get(video_no, digest(content)), f"{video_no} holds another video"
        assert int(row["size"]) == len(content)
        assert row["status"] == "PARSE", row


def settled(rows: list[dict[str, str]]) -> list[dict[str, str]] | None:
    """The rows, once none of them waits for being indexed."""
    return None if any(row["status"] == "UNPARSE" for row in rows) else rows


@pytest.mark.parametrize("number", range(ROUNDS))
def test_what_was_answered_survives_a_kill(number: int, tmp_path: Path) -> None:
    random = Random(f"{SEED}/{number}")
    video = make_video(tmp_path / "whale.mp4", seconds=1).read_bytes()
    arguments = ("--data", str(tmp_path / "state"), "--parse-seconds", "0", "--log-level", "warning")
    count, pause = random.randrange(1, UPLOADS * 3 // 4), random.uniform(0, 0.02)
    with EmulatorProcess(tmp_path / "first", *arguments) as emulator:
        uploads = Uploads(emulator, video, number)
        uploads.kill_amid(count, pause)
    assert count <= len(uploads.promised) < UPLOADS, "it was not killed amid the uploads"
    possible = {digest(uploads.content(each)) for each in range(UPLOADS)}
    with EmulatorProcess(tmp_path / "second", *arguments) as emulator, emulator.client(KEY) as client:
        check(client, uploads.promised, possible)
        assert list((tmp_path / "state" / "incoming").iterdir()) == []
        assert len(list((tmp_path / "state" / "videos").iterdir())) == len(list(listed(client)))
    assert "Traceback" not in emulator.log.read_text()
