"""The film that the suite uploads, and a short cut of it for the many uploads of generated requests."""

import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import av

from memories_ai_contract.cut_text import JsonValue

SAMPLE = Path(__file__).parents[2] / "examples" / "media" / "sample.mp4"
CUT_SECONDS = 1
# The links of the specification search for this word: a film of this name is found by it.
CUT_NAME = "beach.mp4"
# What the suite says about the sample when it uploads it.
CAPTURE: dict[str, JsonValue] = {
    "camera_model": "Contract Suite 1",
    "datetime_taken": "2025-10-20 11:00:00",
    "latitude": "48.5",
    "longitude": "-4.25",
    "tags": ["lighthouse", "contract suite"],
}


@dataclass(frozen=True, slots=True)
class Sample:
    """The uploaded sample film; `states` are those it was seen in until it was indexed."""

    video_no: str
    unique_id: str
    states: tuple[str, ...]


@cache
def short_cut() -> bytes:
    """The first second of the sample as an MP4 file of a few kilobytes: pictures, sound and a spoken sentence."""
    buffer = io.BytesIO()
    with av.open(SAMPLE) as film, av.open(buffer, "w", format="mp4") as cut:
        streams = {stream.index: cut.add_stream_from_template(stream) for stream in film.streams}
        for packet in film.demux():
            # FFmpeg marks the end of each stream by an empty packet.
            if packet.pts is None or packet.time_base is None or packet.pts * packet.time_base >= CUT_SECONDS:
                continue
            packet.stream = streams[packet.stream.index]
            cut.mux(packet)
    return buffer.getvalue()


@contextmanager
def film_server() -> Iterator[str]:
    """Serves the short cut on this machine, and takes callbacks; yields the film's URL."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _FilmHandler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, name="film-server")
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/{CUT_NAME}"
        finally:
            server.shutdown()
            thread.join()


class _FilmHandler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self._answer(short_cut())

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self._answer(b"")

    def _answer(self, content: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the name is the base class's)
        """Say nothing: the default writes each request to standard error."""
