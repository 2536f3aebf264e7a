"""The emulator's own interface below `/__mock__/`: state, clock, journal, faults, verdict, inbox, page."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from memories_ai_mock import envelope, seeding
from memories_ai_mock.clock import FOREVER
from memories_ai_mock.content import ContentError
from memories_ai_mock.envelope import RequestError, json_response, shown
from memories_ai_mock.faults import KINDS, FaultError
from memories_ai_mock.inbox import MAX_BODY_BYTES
from memories_ai_mock.keyframes import keyframe
from memories_ai_mock.overview import overview
from memories_ai_mock.page_routes import page_routes
from memories_ai_mock.receiving import parse_json, utf8_text
from memories_ai_mock.services import Services
from memories_ai_mock.settings import SetupError
from memories_ai_mock.verdict import verdict

PREFIX = "/__mock__/"
# Where the fault `redirect` leads: another host, as far as a client can tell.
OTHER_HOST = "/__mock__/other-host"
# What no web page sends unasked, and no callback: either could else change something.
CONTROL_HEADER = "X-Memories-Mock"
MAX_CONTROL_BYTES = 16 * 1024**2
READ_SECONDS = 30.0
MAX_LIMIT = 1_000
THUMBNAIL_PIXELS = 160

Answer = Callable[[Request], Awaitable[Any]]


class Controls:
    """Answers to what is asked of the emulator itself."""

    def __init__(self, services: Services, operations: int) -> None:
        self._services = services
        self._operations = operations

    def routes(self) -> list[Route]:
        """The routes; whatever changes something wants the header."""
        return [
            _route("health", "GET", self.health),
            _route("overview", "GET", self.overview),
            _route("journal", "GET", self.journal),
            _route("journal", "DELETE", self.clear_journal),
            _route("verdict", "GET", self.verdict),
            _route("clock", "GET", self.clock),
            _route("clock", "POST", self.turn_clock),
            _route("faults", "GET", self.faults),
            _route("faults", "POST", self.add_faults),
            _route("faults", "DELETE", self.clear_faults),
            _route("reset", "POST", self.reset),
            _route("seed", "POST", self.seed),
            _route("callbacks/{callback_id}/redeliver", "POST", self.redeliver),
            _route("videos/{video_no}/thumbnail", "GET", self.thumbnail),
            _route("images/{image_no}", "GET", self.image),
            _route("inbox", "GET", self.inbox),
            Route(f"{PREFIX}inbox/{{name:path}}", _guarded(self.receive), methods=["GET", "POST"]),
        ]

    async def health(self, _: Request) -> Any:
        return {"status": "ok", "operations": self._operations, "time": self._services.clock.now()}

    async def overview(self, _: Request) -> Any:
        return await run_in_threadpool(overview, self._services)

    async def journal(self, request: Request) -> Any:
        after, limit = _number(request, "after", 0), min(_number(request, "limit", 100), MAX_LIMIT)
        journal = self._services.journal
        return {"entries": [entry.as_json() for entry in journal.after(after, limit)], "last": journal.last_id}

    async def clear_journal(self, _: Request) -> Any:
        self._services.journal.clear()
        return {"status": "ok"}

    async def verdict(self, _: Request) -> Any:
        return verdict(self._services.journal.after(0, MAX_LIMIT * 10))

    async def clock(self, _: Request) -> Any:
        clock = self._services.clock
        return {"time": clock.now(), "frozen": clock.frozen}

    async def turn_clock(self, request: Request) -> Any:
        """`{"advance": seconds}`, `{"freeze": true or false}`, or both; nothing goes beyond `FOREVER`."""
        body = await _json_object(request, {"advance", "freeze"})
        seconds, freeze = body.get("advance", 0), body.get("freeze")
        most = FOREVER - self._services.clock.now()
        if isinstance(seconds, bool) or not isinstance(seconds, int | float) or not 0 <= seconds <= most:
            raise RequestError(f"advance: {shown(seconds)} must be a number of seconds from 0 to {most:.0f}")
        if freeze is not None and not isinstance(freeze, bool):
            raise RequestError(f"freeze: {shown(freeze)} must be true or false")
        clock = self._services.clock
        if freeze is not None:
            clock.freeze() if freeze else clock.unfreeze()
        # Listeners go to the database.
        await run_in_threadpool(clock.advance, float(seconds))
        return await self.clock(request)

    async def faults(self, _: Request) -> Any:
        return {"faults": self._services.faults.waiting(), "kinds": dict(KINDS)}

    async def add_faults(self, request: Request) -> Any:
        """One fault, or `{"faults": [...]}`."""
        body = await _json_object(request, None)
        entries = body["faults"] if body.keys() == {"faults"} else [body]
        if not isinstance(entries, list):
            raise RequestError(f"faults: {shown(entries)} must be a list of faults")
        try:
            self._services.faults.add(*entries)
        except FaultError as error:
            raise RequestError(str(error)) from error
        return await self.faults(request)

    async def clear_faults(self, _: Request) -> Any:
        self._services.faults.clear()
        return {"status": "ok"}

    async def reset(self, _: Request) -> Any:
        try:
            self._services.reset()
        except SetupError as error:
            # The file of the seed was there at the start, and is now gone or broken.
            raise RequestError(str(error)) from error
        return {"status": "ok"}

    async def seed(self, request: Request) -> Any:
        body = await _json_object(request, None)
        try:
            made = await run_in_threadpool(seeding.seed, self._services, body)
        except (ContentError, seeding.SeedError) as error:
            raise RequestError(str(error)) from error
        self._services.wake()
        return made

    async def redeliver(self, request: Request) -> Any:
        callback_id = _whole_number("callback", request.path_params["callback_id"])
        if not await run_in_threadpool(self._services.callbacks.redeliver, callback_id):
            raise RequestError(f"callback: there is no {callback_id}; the overview lists them")
        self._services.wake()
        return {"status": "ok"}

    async def thumbnail(self, request: Request) -> Any:
        picture = await run_in_threadpool(self._thumbnail, request.path_params["video_no"])
        if picture is None:
            return envelope.failure(envelope.BAD_PARAMETER, "there is no picture of this video", 404)
        return Response(picture, media_type="image/jpeg", headers={"Cache-Control": "no-store"})

    def _thumbnail(self, video_no: str) -> bytes | None:
        # Imported here: starting the emulator should not wait for it.
        from memories_ai_mock.pictures import thumbnail

        video = self._services.library.find(video_no)
        if video is None:
            return None
        picture = keyframe(self._services.files, video, video.duration / 2)
        return None if picture is None else thumbnail(picture, THUMBNAIL_PIXELS)

    async def image(self, request: Request) -> Any:
        signature = request.query_params.get("signature", "")
        found = await run_in_threadpool(self._image, request.path_params["image_no"], signature)
        if found is None:
            return envelope.failure(envelope.BAD_PARAMETER, "there is no such image", 404)
        content, media_type = found
        return Response(content, media_type=media_type, headers={"X-Content-Type-Options": "nosniff"})

    def _image(self, image_no: str, signature: str) -> tuple[bytes, str] | None:
        image = self._services.images.signed(image_no, signature)
        if image is None:
            return None
        try:
            return self._services.files.path(image.media).read_bytes(), image.content_type
        except FileNotFoundError:
            # Reset since the look-up.
            return None

    async def inbox(self, request: Request) -> Any:
        name = request.query_params.get("name")
        return {"entries": await run_in_threadpool(self._services.inbox.all, MAX_LIMIT, name)}

    async def receive(self, request: Request) -> Any:
        """Keep a callback; of a GET, its query."""
        if request.method == "POST":
            body = (await _body(request, MAX_BODY_BYTES)).decode(errors="replace")
        else:
            body = request.scope["query_string"].decode("latin-1")
        content_type = request.headers.get("content-type", "")
        name = request.path_params["name"][:MAX_LIMIT]
        await run_in_threadpool(self._services.inbox.add, name, content_type, body)
        return {"status": "ok"}


def control_routes(services: Services, operations: int) -> list[Route]:
    """All routes below `/__mock__/`, the page included."""
    return [*page_routes(), *Controls(services, operations).routes()]


def _route(name: str, method: str, answer: Answer) -> Route:
    return Route(PREFIX + name, _guarded(answer, needs_header=method != "GET"), methods=[method])


def _guarded(answer: Answer, needs_header: bool = False) -> Callable[[Request], Awaitable[Response]]:
    async def guarded(request: Request) -> Response:
        if needs_header and not request.headers.get(CONTROL_HEADER):
            message = f"{request.url.path}: send the header {CONTROL_HEADER}: 1; without it nothing is changed"
            return envelope.failure(envelope.BAD_PARAMETER, message, 403)
        try:
            result = await answer(request)
        except RequestError as error:
            return envelope.failure(error.code, error.message, 400)
        except ClientDisconnect:
            return Response(status_code=400)
        return result if isinstance(result, Response) else json_response(result)

    return guarded


def _number(request: Request, name: str, default: int) -> int:
    text = request.query_params.get(name)
    return default if text is None else _whole_number(name, text)


def _whole_number(name: str, text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 15:
        raise RequestError(f"{name}: {shown(text)} must be a whole number of at most 15 digits")
    return int(text)


async def _json_object(request: Request, members: set[str] | None) -> dict[str, Any]:
    body = parse_json(utf8_text(await _body(request, MAX_CONTROL_BYTES), "body"))
    if not isinstance(body, dict):
        raise RequestError(f"body: {shown(body)} must be a JSON object")
    unknown = sorted(body.keys() - members) if members is not None else []
    if unknown:
        raise RequestError(f"{shown(unknown[0])[1:-1]}: is unknown; known: {', '.join(sorted(members or ()))}")
    return body


async def _body(request: Request, most: int) -> bytes:
    received = bytearray()
    try:
        async with asyncio.timeout(READ_SECONDS):
            async for chunk in request.stream():
                received.extend(chunk)
                if len(received) > most:
                    raise RequestError(f"body: is larger than {most} bytes; send less")
    except TimeoutError:
        raise RequestError(f"body: did not come within {READ_SECONDS:g} s") from None
    return bytes(received)
