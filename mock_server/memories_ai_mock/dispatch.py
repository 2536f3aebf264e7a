"""The way of every request: find the operation, authenticate, parse, validate, handle, wrap the answer."""

from __future__ import annotations

import logging
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from memories_ai_mock import envelope, receiving
from memories_ai_mock.coercion import typed_members
from memories_ai_mock.envelope import UNAUTHORIZED, RequestError, shown
from memories_ai_mock.receiving import Form, Limits, ReceivedFile
from memories_ai_mock.services import Services
from memories_ai_mock.settings import key_hash
from memories_ai_mock.spec import Operation

logger = logging.getLogger("memories_ai_mock")

JSON_TYPE = "application/json"
URLENCODED_TYPE = "application/x-www-form-urlencoded"
MULTIPART_TYPE = "multipart/form-data"
DEFAULT_NAMESPACE = "default"


@dataclass(frozen=True, slots=True)
class Call:
    """A request that passed all checks of its schemas.

    Attributes:
        account: Hash of the API key: whose data it is about.
        query: Query and path parameters.
        body: The parsed body; members of a form have the types of their schemas.
        files: File parts of a multipart body.
    """

    services: Services
    account: str
    # The schemas have checked the types of these two, which depend on the operation.
    query: Mapping[str, Any]
    body: Any
    files: Mapping[str, ReceivedFile]

    @property
    def unique_id(self) -> str:
        """The namespace, from wherever the operation takes it."""
        body = self.body if isinstance(self.body, dict) else {}
        unique_id: str = body.get("unique_id", self.query.get("unique_id", DEFAULT_NAMESPACE))
        return unique_id


# Runs in a thread of its own. Returns the data of the answer (any JSON) or a complete response.
Handler = Callable[[Call], Any]


class OperationEndpoint:
    """ASGI endpoint of one path: answers the operations that stand on it."""

    def __init__(self, services: Services, handlers: Mapping[str, Handler], operations: list[Operation]) -> None:
        self._services = services
        self._handlers = handlers
        self._by_method = {operation.method: operation for operation in operations}
        settings = services.settings
        self._limits = Limits(settings.max_file_bytes, settings.max_text_bytes, settings.read_timeout)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive, send)
        operation = self._by_method.get(request.method)
        response = await self._answer(request, operation) if operation else self._wrong_method(request)
        await response(scope, receive, send)

    def _wrong_method(self, request: Request) -> Response:
        allowed = ", ".join(sorted(self._by_method))
        message = f"Request method '{request.method}' is not supported; use {allowed}"
        return envelope.failure(envelope.BAD_PARAMETER, message, 405, {"Allow": allowed})

    async def _answer(self, request: Request, operation: Operation) -> Response:
        started = time.perf_counter()
        code = envelope.SUCCESS
        try:
            response = await self._handle(request, operation)
        except RequestError as error:
            code = error.code
            response = envelope.failure(error.code, error.message)
        except ClientDisconnect:
            code = "client went away"
            response = Response(status_code=400)
        except Exception as error:
            code = "broken"
            logger.exception("%s: its handler broke", operation.id)
            message = f"the emulator broke ({type(error).__name__}); its log says where"
            response = envelope.failure(envelope.BAD_PARAMETER, message, 500)
        logger.info("%s: %s, %.0f ms", operation.id, code, 1000 * (time.perf_counter() - started))
        return response

    async def _handle(self, request: Request, operation: Operation) -> Response:
        account = self._authenticate(request)
        query = self._read_parameters(request, operation)
        async with self._received(request, operation) as (body, files):
            call = Call(self._services, account, query, body, files)
            result = await run_in_threadpool(self._handlers[operation.id], call)
        return result if isinstance(result, Response) else envelope.success(result)

    def _authenticate(self, request: Request) -> str:
        if len(request.headers.getlist("authorization")) > 1:
            raise RequestError("Authorization: sent more than once; send one API key", UNAUTHORIZED)
        key = request.headers.get("authorization", "").strip()
        if not key:
            raise RequestError("Authorization: the API key is missing; send it raw in this header", UNAUTHORIZED)
        if key.lower().split()[0] == "bearer":
            raise RequestError("Authorization: send the raw API key, without the prefix Bearer", UNAUTHORIZED)
        account = key_hash(key)
        accepted = self._services.accepted_keys
        if accepted and account not in accepted:
            raise RequestError(
                "Authorization: the API key is unknown to this emulator; see its option --key", UNAUTHORIZED
            )
        return account

    def _read_parameters(self, request: Request, operation: Operation) -> Mapping[str, Any]:
        text = receiving.utf8_text(request.scope["query_string"], "query")
        pairs = [*receiving.parse_pairs(text, "query"), *((name, str(v)) for name, v in request.path_params.items())]
        members = {parameter.name: parameter.schema for parameter in operation.parameters}
        values = typed_members(pairs, members, self._services.spec)
        self._services.validator.check_parameters(operation, values)
        return values

    @asynccontextmanager
    async def _received(
        self, request: Request, operation: Operation
    ) -> AsyncIterator[tuple[Any, Mapping[str, ReceivedFile]]]:
        """The parsed and validated body, with its files, which go away at the end."""
        media_type = _media_type(request, operation)
        form = Form()
        try:
            if media_type == JSON_TYPE:
                body = await receiving.read_json(request, self._limits)
            elif media_type == URLENCODED_TYPE:
                pairs = await receiving.read_urlencoded(request, self._limits)
                members = self._services.spec.properties(operation.bodies[media_type])
                body = typed_members(pairs, members, self._services.spec)
            elif media_type == MULTIPART_TYPE:
                form = await self._read_multipart(request, operation)
                body = self._form_members(form, operation)
            else:
                body = None
            if media_type:
                # In a thread, like parsing: a megabyte takes a while, and others are to be answered meanwhile.
                await run_in_threadpool(self._services.validator.check_body, operation, media_type, body)
            yield body, form.files
        finally:
            form.discard()

    async def _read_multipart(self, request: Request, operation: Operation) -> Form:
        spec = self._services.spec
        members = spec.properties(operation.bodies[MULTIPART_TYPE])
        is_file = {name: spec.is_file(schema) for name, schema in members.items()}
        return await receiving.read_multipart(request, self._limits, self._services.files.new_incoming, is_file)

    def _form_members(self, form: Form, operation: Operation) -> dict[str, Any]:
        spec = self._services.spec
        members = spec.properties(operation.bodies[MULTIPART_TYPE])
        body = typed_members(form.pairs, members, spec)
        for name in body:
            if spec.is_file(members[name]):
                raise RequestError(f"{name}: is text; send it as a file part, that is with a filename")
        return {**body, **{name: file.name for name, file in form.files.items()}}


def _media_type(request: Request, operation: Operation) -> str | None:
    """The operation's media type that the request has; None: there is no body to read."""
    declared = request.headers.get("content-type", "")
    if not operation.bodies or not (declared or operation.body_required):
        return None
    media_type = declared.partition(";")[0].strip().lower()
    if media_type not in operation.bodies:
        found = f"{shown(declared)} is not supported" if declared else "is missing"
        raise RequestError(f"Content-Type: {found}; send {' or '.join(operation.bodies)}")
    return media_type
