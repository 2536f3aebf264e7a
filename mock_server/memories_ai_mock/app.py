"""The ASGI application: the operations of the spec by their paths, and the emulator's own controls."""

from __future__ import annotations

import logging
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from hashlib import sha256

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from memories_ai_mock import envelope
from memories_ai_mock.controls import OTHER_HOST, PREFIX, control_routes
from memories_ai_mock.dispatch import ENTRY, Handler, OperationEndpoint
from memories_ai_mock.faults import strike
from memories_ai_mock.journal import MAX_KEPT, Entry
from memories_ai_mock.operations import AT_ONCE, HANDLERS, LISTS
from memories_ai_mock.services import Services
from memories_ai_mock.settings import Settings, SetupError
from memories_ai_mock.spec import Operation

logger = logging.getLogger("memories_ai_mock")

MAX_SHOWN_PATH = 200


def create_app(settings: Settings | None = None, handlers: Mapping[str, Handler] = HANDLERS) -> FrontDoor:
    """An emulator as an ASGI application. Its lifespan must be run: it does the work in the background and frees
    the state at the end.

    Args:
        settings: None: the defaults of `Settings`.
        handlers: What answers the operations of the spec, by operationId. An operation without one is answered like
            a path that does not exist.

    Raises:
        SetupError: the state cannot be opened, the spec cannot be read, or a handler is for no operation of it.
    """
    services = Services(settings or Settings())
    try:
        return FrontDoor(services, _endpoints(services, handlers), _other_paths(services, handlers))
    except BaseException:
        services.close()
        raise


class FrontDoor:
    """Where every request comes in: it is noted in the journal, and a fault may await it. An ASGI application."""

    def __init__(self, services: Services, endpoints: Mapping[str, OperationEndpoint], others: ASGIApp) -> None:
        self.services = services
        self._endpoints = endpoints
        self._others = others

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "")
        if scope["type"] != "http" or (path.startswith(PREFIX) and not path.startswith(OTHER_HOST)):
            await self._others(scope, receive, send)
            return
        endpoint = self._endpoints.get(path)
        operation = endpoint.operation(scope["method"]) if endpoint else None
        entry = scope[ENTRY] = self._entry(scope, operation)
        started = time.perf_counter()

        async def note_status(message: Message) -> None:
            if message["type"] == "http.response.start":
                entry.status = message["status"]
            await send(message)

        fault = self.services.faults.take(operation) if operation else None
        app = endpoint or self._others
        try:
            if fault:
                await strike(fault, app, scope, receive, note_status)
            else:
                await app(scope, receive, note_status)
        finally:
            entry.milliseconds = round(1000 * (time.perf_counter() - started), 2)
            self.services.journal.add(entry)
            if logger.isEnabledFor(logging.INFO):
                name = entry.operation or f"{entry.method} {path[:MAX_SHOWN_PATH]}"
                logger.info("%s: %s, %.0f ms", name, entry.code or entry.problem, entry.milliseconds)

    def _entry(self, scope: Scope, operation: Operation | None) -> Entry:
        headers = dict(scope["headers"])
        key = headers.get(b"authorization")
        return Entry(
            time=self.services.clock.now(),
            real_time=time.monotonic(),
            method=scope["method"],
            path=scope["path"][:MAX_KEPT],
            host=headers.get(b"host", b"").decode("latin-1")[:MAX_KEPT],
            sender=sha256(key).hexdigest() if key is not None else None,
            length=headers.get(b"content-length"),
            operation=operation.id if operation else None,
            idempotent=operation.idempotent if operation else True,
        )


def _endpoints(services: Services, handlers: Mapping[str, Handler]) -> Mapping[str, OperationEndpoint]:
    unknown = sorted(handlers.keys() - services.spec.operations.keys())
    if unknown:
        raise SetupError(f"handlers without an operation in the spec: {', '.join(unknown)}; correct their names")
    by_path: dict[str, list[Operation]] = defaultdict(list)
    for name in handlers:
        operation = services.spec.operations[name]
        by_path[operation.path].append(operation)
    return {path: OperationEndpoint(services, handlers, here, AT_ONCE, LISTS) for path, here in by_path.items()}


def _other_paths(services: Services, handlers: Mapping[str, Handler]) -> ASGIApp:
    """The controls, paths with parameters, and the answer to everything else."""

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        async with services.running():
            yield

    endpoints = _endpoints(services, handlers)
    with_parameters = [Route(path, endpoint) for path, endpoint in endpoints.items() if "{" in path]
    app = Starlette(
        routes=[*control_routes(services, len(handlers)), *with_parameters],
        lifespan=lifespan,
        exception_handlers={404: _unknown_path, 405: _wrong_method},
    )
    # The service knows no redirects: another spelling of a path is another path.
    app.router.redirect_slashes = False
    return app


def _unknown_path(request: Request, _: Exception) -> Response:
    path = request.url.path.lstrip("/")[:MAX_SHOWN_PATH]
    message = f"No static resource {path}."
    _note(request, message)
    return envelope.failure(envelope.BAD_PARAMETER, message)


def _wrong_method(request: Request, error: Exception) -> Response:
    headers = error.headers if isinstance(error, HTTPException) else None
    message = f"Request method '{request.method}' is not supported"
    _note(request, message)
    return envelope.failure(envelope.BAD_PARAMETER, message, 405, headers)


def _note(request: Request, problem: str) -> None:
    entry: Entry | None = request.scope.get(ENTRY)
    if entry is not None:
        entry.code, entry.problem = envelope.BAD_PARAMETER, problem
