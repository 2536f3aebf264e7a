"""A made-up emulator for its page: serves the page, and data as nasty as may come."""

from __future__ import annotations

import io
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import av
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from memories_ai_mock.page_routes import page_routes
from memories_ai_mock.runner import Server, bind, url_of

NOW = 1790000000.0
MARKUP = "<img src=x onerror=\"document.title='taken'\"><script>document.title='taken'</script>"
QUOTES = "\"'></td></table><b>bold</b>&lt;&amp;"
EMOJI = "🐋👩‍👩‍👧‍👦 Wal über 海 e\u0301"
RIGHT_TO_LEFT = "\u202eفيديو عن الحيتان في البحر\u202e abc"
LONG = "a-very-long-name-without-any-space-" * 12
HOSTILE = (MARKUP, QUOTES, EMOJI, RIGHT_TO_LEFT, LONG, "a\nb\tc\x00d", "javascript:alert(1)")
ACCOUNT = "3f2a9c0b1d2e"
# JSON of any shape.
Json = dict[str, Any]


def jpeg(colour: tuple[int, int, int]) -> bytes:
    """A picture of 96x54 pixels."""
    picture = av.VideoFrame(96, 54, "rgb24")
    plane = picture.planes[0]
    plane.update((bytes(colour) * 96).ljust(plane.line_size, b"\0") * 54)
    file = io.BytesIO()
    with av.open(file, "w", format="mjpeg") as container:
        stream = container.add_stream("mjpeg", rate=1)
        stream.width, stream.height, stream.pix_fmt = 96, 54, "yuvj420p"
        container.mux(stream.encode(picture.reformat(format="yuvj420p")))
        container.mux(stream.encode())
    return file.getvalue()


def video(number: int, **members: Any) -> Json:
    made = {
        "video_no": f"VI{569482390180626 + number}",
        "video_name": f"whale {number}",
        "account": ACCOUNT,
        "unique_id": "default",
        "folder_id": -1,
        "status": "PARSE",
        "cause": None,
        "duration": 63.5,
        "size": 12_345_678,
        "create_time": int(NOW * 1000) - number * 60_000,
        "codec": "h264",
        "width": 1920,
        "height": 1080,
        "has_thumbnail": True,
    }
    return {**made, **members}


def callback(number: int, **members: Any) -> Json:
    made = {
        "id": number,
        "kind": "upload",
        "subject": f"VI{number}",
        "url": "http://127.0.0.1:9000/hook",
        "outcome": "delivered",
        "attempts": 1,
        "detail": None,
        "body": {"videoNo": f"VI{number}", "clientId": "client", "status": "PARSE"},
    }
    return {**made, **members}


def request_entry(number: int, **members: Any) -> Json:
    made = {
        "id": number,
        "time": NOW + number / 10,
        "method": "POST",
        "path": "/serve/api/v1/list_videos",
        "operation": "list_videos",
        "account": ACCOUNT,
        "status": 200,
        "code": "0000",
        "milliseconds": 3.25 + number % 7,
        "problem": None,
        "fault": None,
    }
    return {**made, **members}


def nothing() -> Json:
    """The overview of an emulator that was just started."""
    lists = {name: [] for name in ("accounts", "videos", "tasks", "callbacks", "inbox", "usage")}
    return {"time": NOW, "frozen": False, "videos_total": 0, **lists}


def plenty() -> Json:
    """An overview with one of everything, and with hostile text in every member that holds text."""
    videos = [
        video(1),
        video(2, status="UNPARSE", codec=None, width=None, height=None, duration=0, has_thumbnail=False),
        video(3, status="FAIL", cause="codec mpeg4 is not supported; use h264, h265 or vp9", codec="mpeg4"),
        *(
            video(10 + place, video_name=text, unique_id=text, cause=text, codec=text, status="FAIL")
            for place, text in enumerate(HOSTILE)
        ),
    ]
    tasks = [
        {"task_id": text, "kind": text, "account": text, "status": text, "created": NOW, "detail": text}
        for text in HOSTILE
    ]
    callbacks = [
        callback(3, outcome="waiting", attempts=0),
        callback(2, outcome="given up", attempts=3, detail="the answer was HTTP 500"),
        callback(1),
        *(
            callback(100 + place, kind=text, subject=text, url=text, detail=text, body={text: [text]})
            for place, text in enumerate(HOSTILE)
        ),
    ]
    inbox = [
        {"id": 50, "name": "anything", "time": NOW, "content_type": "application/json", "body": '{"a":{"b":[1,2]}}'},
        *(
            {"id": place, "name": text, "time": NOW, "content_type": text, "body": text}
            for place, text in enumerate(HOSTILE)
        ),
    ]
    usage = [
        {"operation": "upload", "requests": 1234, "failures": 17, "last_time": NOW},
        {"operation": "list_videos", "requests": 3, "failures": 0, "last_time": NOW},
        *({"operation": text, "requests": 1, "failures": 1, "last_time": NOW} for text in HOSTILE),
    ]
    accounts = [
        {"account": ACCOUNT, "videos": 3, "images": 1, "bytes": 12345, "credits": 4990},
        {"account": MARKUP, "videos": 0, "images": 0, "bytes": 0, "credits": None},
    ]
    return {
        "time": NOW,
        "frozen": True,
        "accounts": accounts,
        "videos": videos,
        "videos_total": 1200,
        "tasks": tasks,
        "callbacks": callbacks,
        "inbox": inbox,
        "usage": usage,
    }


def busy_journal(count: int = 3000) -> list[Json]:
    """Many entries, oldest first; the newest are a failure, an injected fault and hostile ones."""
    newest = [
        {"operation": "upload", "code": "0001", "problem": "file: is missing; send it as a file part"},
        {"operation": "chat", "status": 500, "code": None, "fault": "fail the next 2 with HTTP 500"},
        *(
            {"path": "/" + text, "operation": text, "account": text, "code": text, "problem": text, "fault": text}
            for text in HOSTILE
        ),
    ]
    plain = [request_entry(number) for number in range(1, count - len(newest) + 1)]
    return [*plain, *(request_entry(len(plain) + 1 + place, **members) for place, members in enumerate(newest))]


class FakeEmulator:
    """Answers as the page expects it.

    Attributes:
        overview, journal: What it tells; to be changed at will, by assignment.
        orders: What was posted: path below /__mock__/, its control header, its body.
        refusal: Not None: every order is refused with this message.
        broken: Every question is answered with a page that is no JSON and HTTP 502.
        journal_asked: The `after` of each request for the journal.
    """

    def __init__(self) -> None:
        self.overview = nothing()
        self.journal: list[Json] = []
        self.orders: list[tuple[str, str | None, str]] = []
        self.refusal: str | None = None
        self.broken = False
        self.journal_asked: list[int] = []
        self._picture = jpeg((60, 140, 220))

    def app(self) -> Starlette:
        return Starlette(
            routes=[
                *page_routes(),
                Route("/__mock__/overview", self._overview),
                Route("/__mock__/journal", self._journal),
                Route("/__mock__/videos/{video_no}/thumbnail", self._thumbnail),
                Route("/__mock__/{order:path}", self._order, methods=["POST"]),
            ]
        )

    async def _overview(self, _: Request) -> Response:
        return Response("<h1>Bad gateway</h1>", 502) if self.broken else JSONResponse(self.overview)

    async def _journal(self, request: Request) -> Response:
        after, limit = int(request.query_params["after"]), int(request.query_params["limit"])
        self.journal_asked.append(after)
        journal = self.journal
        found = [entry for entry in journal if entry["id"] > after][:limit]
        return JSONResponse({"entries": found, "last": journal[-1]["id"] if journal else 0})

    async def _thumbnail(self, _: Request) -> Response:
        return Response(self._picture, media_type="image/jpeg")

    async def _order(self, request: Request) -> Response:
        body = (await request.body()).decode()
        self.orders.append((request.path_params["order"], request.headers.get("X-Memories-Mock"), body))
        if self.refusal:
            return JSONResponse({"code": "0001", "msg": self.refusal}, status_code=409)
        if request.path_params["order"] == "clock":
            self.overview = {**self.overview, "time": self.overview["time"] + json.loads(body)["advance"]}
        if request.path_params["order"] == "reset":
            self.overview, self.journal = nothing(), []
        return JSONResponse({"status": "ok"})


@contextmanager
def serving(emulator: FakeEmulator, port: int = 0) -> Iterator[str]:
    """Its origin, while it answers there."""
    ready = threading.Event()
    listener = bind("127.0.0.1", port)
    server = Server(emulator.app(), listener, ready.set)
    thread = threading.Thread(target=server.serve_until_stopped, daemon=True)
    thread.start()
    assert ready.wait(10)
    try:
        yield url_of(listener)
    finally:
        server.should_exit = True
        thread.join(10)
