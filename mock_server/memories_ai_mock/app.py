"""The Starlette application: a route for each path of the spec, and the emulator's own controls."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from memories_ai_mock import envelope
from memories_ai_mock.dispatch import Handler, OperationEndpoint
from memories_ai_mock.operations import HANDLERS
from memories_ai_mock.services import Services
from memories_ai_mock.settings import Settings, SetupError
from memories_ai_mock.spec import Operation

logger = logging.getLogger("memories_ai_mock")

MAX_SHOWN_PATH = 200
# What no web page sends unasked, and no callback: either could else have everything forgotten.
CONTROL_HEADER = "X-Memories-Mock"
RESET = "reset"


def create_app(settings: Settings | None = None, handlers: Mapping[str, Handler] = HANDLERS) -> Starlette:
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
        routes = [*_operation_routes(services, handlers), *_control_routes(services, handlers)]
    except BaseException:
        services.close()
        raise

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        async with services.running():
            yield

    app = Starlette(
        routes=routes,
        lifespan=lifespan,
        exception_handlers={404: _unknown_path, 405: _wrong_method},
    )
    # The service knows no redirects: another spelling of a path is another path.
    app.router.redirect_slashes = False
    return app


def _operation_routes(services: Services, handlers: Mapping[str, Handler]) -> list[BaseRoute]:
    unknown = sorted(handlers.keys() - services.spec.operations.keys())
    if unknown:
        raise SetupError(f"handlers without an operation in the spec: {', '.join(unknown)}; correct their names")
    by_path: dict[str, list[Operation]] = defaultdict(list)
    for name in handlers:
        operation = services.spec.operations[name]
        by_path[operation.path].append(operation)
    return [Route(path, OperationEndpoint(services, handlers, here)) for path, here in by_path.items()]


def _control_routes(services: Services, handlers: Mapping[str, Handler]) -> list[BaseRoute]:
    async def health(_: Request) -> Response:
        return JSONResponse({"status": "ok", "operations": len(handlers), "time": services.clock.now()})

    async def reset(request: Request) -> Response:
        if request.headers.get(CONTROL_HEADER) != RESET:
            message = f"reset: send the header {CONTROL_HEADER}: {RESET}; without it nothing is forgotten"
            return envelope.failure(envelope.BAD_PARAMETER, message, 403)
        await run_in_threadpool(services.reset)
        return JSONResponse({"status": "ok"})

    return [
        Route("/__mock__/health", health, methods=["GET"]),
        Route("/__mock__/reset", reset, methods=["POST"]),
    ]


def _unknown_path(request: Request, _: Exception) -> Response:
    path = request.url.path.lstrip("/")[:MAX_SHOWN_PATH]
    return envelope.failure(envelope.BAD_PARAMETER, f"No static resource {path}.")


def _wrong_method(request: Request, error: Exception) -> Response:
    headers = error.headers if isinstance(error, HTTPException) else None
    return envelope.failure(envelope.BAD_PARAMETER, f"Request method '{request.method}' is not supported", 405, headers)
