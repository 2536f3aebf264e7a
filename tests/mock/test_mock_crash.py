"""What a killed emulator had promised is there after a restart.

MEMORIES_CRASH_ROUNDS sets how often it is killed.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import os
from asyncio import StreamReader, StreamWriter
from collections.abc import Iterator
from pathlib import Path
from random import Random

import httpx
import pytest

from emulator_process import EmulatorProcess
from mock_support import API, KEY, data, eventually, make_video

UPLOADS = 200
ROUNDS = int(os.environ.get("MEMORIES_CRASH_ROUNDS", "3"))
SEED = int(os.environ.get("MEMORIES_CRASH_SEED", "1"))
LIST_SIZE = 100


class Uploads:
    """Many uploads at once, each of other bytes, amid which the emulator is killed.

    `promised` maps each videoNo that was answered to the digest of its bytes.
    """

    def __init__(self, emulator: EmulatorProcess, video: bytes, label: str) -> None:
        self._emulator = emulator
        self._video = video
        self._label = label
        self.promised: dict[str, str] = {}

    def content(self, number: int) -> bytes:
        """The video, with a box at the end that players skip and that tells whose bytes these are."""
        mark = f"{self._label}/{number}".encode().ljust(64, b".")
        return self._video + (8 + len(mark)).to_bytes(4) + b"free" + mark

    async def kill_amid(self, count: int, pause: float) -> None:
        """Send all of them, and kill the emulator a while after `count` were answered."""
        host, port = self._emulator.host, self._emulator.port
        # Connected first and spoken to directly, so that the client is not slower than what it is to interrupt.
        connections = [await asyncio.open_connection(host, port) for _ in range(UPLOADS)]
        tasks = [self._send(*each, number, count, pause) for number, each in enumerate(connections)]
        await asyncio.gather(*tasks)

    async def _send(self, reader: StreamReader, writer: StreamWriter, number: int, count: int, pause: float) -> None:
        """Upload one; a connection that breaks promises nothing."""
        content = self.content(number)
        writer.write(upload_request(content))
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            answer = await reader.readexactly(int(head.lower().partition(b"content-length:")[2].split()[0]))
        except (OSError, EOFError):
            return
        finally:
            writer.close()
        self.promised[data(json.loads(answer))["videoNo"]] = digest(content)
        if len(self.promised) == count:
            await asyncio.sleep(pause)
            self._emulator.process.kill()


def upload_request(content: bytes) -> bytes:
    """An upload, as httpx would send it."""
    request = httpx.Request(
        "POST",
        f"http://127.0.0.1{API}/upload",
        headers={"Authorization": KEY},
        files={"file": ("whale.mp4", content, "video/mp4")},
    )
    head = f"POST {request.url.raw_path.decode()} HTTP/1.1\r\n".encode()
    headers = b"".join(name + b": " + value + b"\r\n" for name, value in request.headers.raw)
    return head + headers + b"\r\n" + request.read()


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
    # No secrets are made here.
    random = Random(f"{SEED}/{number}")  # noqa: S311
    video = make_video(tmp_path / "whale.mp4", seconds=1).read_bytes()
    arguments = ("--data", str(tmp_path / "state"), "--parse-seconds", "0", "--log-level", "warning")
    count, pause = random.randrange(1, UPLOADS // 2), random.uniform(0, 0.02)
    with EmulatorProcess(tmp_path / "first", *arguments) as emulator:
        uploads = Uploads(emulator, video, f"round {number}")
        asyncio.run(uploads.kill_amid(count, pause))
    assert count <= len(uploads.promised) < UPLOADS, "it was not killed amid the uploads"
    possible = {digest(uploads.content(each)) for each in range(UPLOADS)}
    with EmulatorProcess(tmp_path / "second", *arguments) as emulator, emulator.client(KEY) as client:
        check(client, uploads.promised, possible)
        assert list((tmp_path / "state" / "incoming").iterdir()) == []
        assert len(list((tmp_path / "state" / "videos").iterdir())) == len(list(listed(client)))
    assert "Traceback" not in emulator.log.read_text()
