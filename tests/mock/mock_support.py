"""What the tests of the emulator share: media, a client of the API, a receiver of callbacks."""

from __future__ import annotations

import struct
import threading
import time
from collections.abc import Callable
from fractions import Fraction
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import av
import httpx

from memories_ai_mock import Emulator

KEY = "sk-mavi-0123456789"


API = "/serve/api/v1"


RESET = {"X-Memories-Mock": "reset"}


SUBTITLES = ((0.0, 1.4, "Hello from the harbour"), (1.4, 3.0, "The blue whale sings at 100% volume"))


RED, BLUE = (255, 0, 0), (0, 0, 255)


Subtitles = tuple[tuple[float, float, str], ...]


def make_video(path: Path, codec: str = "libx264", seconds: int = 3, subtitles: Subtitles = SUBTITLES) -> Path:
    """A video of 64x64 pixels at 10 frames a second, red and then blue, with silence and a subtitle track."""
    with av.open(str(path), "w") as container:
        picture = container.add_stream(codec, rate=10, options={"x265-params": "log-level=none"})
        picture.width = picture.height = 64
        picture.pix_fmt = "yuv420p"
        sound = container.add_stream("aac", rate=16000, layout="mono")
        text = container.add_mux_stream("mov_text") if subtitles else None
        for index in range(seconds * 10):
            container.mux(picture.encode(frame(index, RED if index < seconds * 5 else BLUE)))
        container.mux(picture.encode())
        for index in range(seconds * 16000 // 1024):
            container.mux(sound.encode(silence(index)))
        container.mux(sound.encode())
        for start, end, words in subtitles:
            packet = av.Packet(struct.pack(">H", len(words.encode())) + words.encode())
            packet.stream, packet.time_base = text, Fraction(1, 1000)
            packet.pts = packet.dts = int(start * 1000)
            packet.duration = int((end - start) * 1000)
            container.mux(packet)
    return path


def frame(index: int, colour: tuple[int, int, int]) -> av.VideoFrame:
    picture = av.VideoFrame(64, 64, "rgb24")
    plane = picture.planes[0]
    plane.update((bytes(colour) * 64).ljust(plane.line_size, b"\0") * 64)
    picture.pts = index
    return picture


def silence(index: int) -> av.AudioFrame:
    sound = av.AudioFrame(format="fltp", layout="mono", samples=1024)
    sound.planes[0].update(bytes(sound.planes[0].buffer_size))
    sound.sample_rate, sound.pts = 16000, index * 1024
    return sound


class Api:
    """A client of one account that knows the envelope."""

    def __init__(self, emulator: Emulator, key: str = KEY) -> None:
        self.emulator = emulator
        self.http = httpx.Client(base_url=emulator.base_url + API, headers={"Authorization": key}, timeout=10)

    def get(self, path: str, **query: Any) -> dict[str, Any]:
        return envelope(self.http.get(path, params=query))

    def post(self, path: str, body: Any, **query: Any) -> dict[str, Any]:
        return envelope(self.http.post(path, json=body, params=query))

    def upload(self, path: Path, name: str | None = None, **fields: Any) -> dict[str, Any]:
        with path.open("rb") as file:
            return envelope(
                self.http.post("/upload", files={"file": (name or path.name, file, "video/mp4")}, data=fields)
            )

    def uploaded(self, path: Path, **fields: Any) -> str:
        """Upload a file and let it be indexed; returns its videoNo."""
        video_no: str = data(self.upload(path, **fields))["videoNo"]
        self.emulator.clock.advance(1)
        self.wait_for(video_no, fields.get("unique_id", "default"))
        return video_no

    def wait_for(self, video_no: str, unique_id: str = "default") -> dict[str, Any]:
        """Wait until a video is no longer UNPARSE; returns its metadata."""

        def finished() -> dict[str, Any] | None:
            found = data(self.get("/get_metadata", video_no=video_no, unique_id=unique_id))
            return found if found["status"] != "UNPARSE" else None

        return eventually(finished)

    def names(self, **conditions: Any) -> list[str]:
        """Names of the listed videos."""
        return [row["video_name"] for row in data(self.post("/list_videos", conditions))["videos"]]


def envelope(response: httpx.Response) -> dict[str, Any]:
    """The envelope of an answer, which is whole."""
    assert response.status_code == 200, response.text
    body: dict[str, Any] = response.json()
    assert set(body) == {"code", "msg", "data", "success", "failed"}
    assert body["success"] is (body["code"] == "0000")
    assert body["failed"] is not body["success"]
    return body


def data(body: dict[str, Any]) -> Any:
    """The data of a successful answer."""
    assert body["code"] == "0000", body
    return body["data"]


def eventually(check: Callable[[], Any], seconds: float = 5.0) -> Any:
    """Repeat `check` until it is true; returns what it gave."""
    deadline = time.monotonic() + seconds
    while not (found := check()):
        assert time.monotonic() < deadline, "it did not come true in time"
        time.sleep(0.01)
    return found


class Receiver:
    """A web server that answers GET with `files` and notes each POST in `received`."""

    def __init__(self) -> None:
        self.received: list[tuple[str, bytes]] = []
        self.files: dict[str, bytes] = {}
        self.redirects: dict[str, str] = {}
        self.statuses: list[int] = []
        self.hosts: list[str | None] = []
        # Cleared: answers to GET wait.
        self.gate = threading.Event()
        self.gate.set()
        # The same for POST, once it is noted.
        self.post_gate = threading.Event()
        self.post_gate.set()
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                receiver.hosts.append(self.headers["Host"])
                receiver.gate.wait(5)
                if self.path in receiver.redirects:
                    self.send_response(302)
                    self.send_header("Location", receiver.redirects[self.path])
                    self.send_header("Content-Length", "0")
                    self.end_headers()
                    return
                body = receiver.files.get(self.path)
                self.answer(404 if body is None else 200, body or b"")

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                status = receiver.statuses.pop(0) if receiver.statuses else 200
                receiver.received.append((self.path, body))
                receiver.post_gate.wait(5)
                self.answer(status, b"")

            def answer(self, status: int, body: bytes) -> None:
                self.send_response(status)
                if status == 302:
                    self.send_header("Location", "/elsewhere")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
