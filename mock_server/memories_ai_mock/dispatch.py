"""The way of every request: authenticate, check limits, parse, validate, handle, wrap the answer."""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from inspect import iscoroutinefunction
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from memories_ai_mock import envelope, receiving
from memories_ai_mock.coercion import typed_members
from memories_ai_mock.envelope import JSON_TYPE, RequestError, shown
from memories_ai_mock.journal import Entry
from memories_ai_mock.receiving import Form, Limits, PartKind, ReceivedFile
from memories_ai_mock.services import Services
from memories_ai_mock.spec import Operation, Schema, Spec

logger = logging.getLogger("memories_ai_mock")

URLENCODED_TYPE = "application/x-www-form-urlencoded"
MULTIPART_TYPE = "multipart/form-data"
FORM_TYPES = (URLENCODED_TYPE, MULTIPART_TYPE)
DEFAULT_NAMESPACE = "default"
# A spelling of callBackURI that only a client of the vendor knows.
ALSO_READ = ("callBackUri",)


# The journal's entry of a request, in its ASGI scope.
ENTRY = "memories_ai_mock.entry"


@dataclass(frozen=True, slots=True)
class Call:
    """A request that passed all checks of its schemas.

    Attributes:
        account: Hash of the API key: whose data it is about. Empty where no key is asked for.
        query: Query and path parameters.
        body: The parsed body; members of a form have the types of their schemas.
        files: File parts of a multipart body, by name; several may have one name.
        request: What came in, for what is not checked by schemas.
    """

    services: Services
    account: str
    # The schemas have checked the types of these two, which depend on the operation.
    query: Mapping[str, Any]
    body: Any
    files: Mapping[str, list[ReceivedFile]]
    entry: Entry
    request: Request

    @property
    def base_url(self) -> str:
        """Where the request came in, for addresses in answers."""
        return str(self.request.base_url).rstrip("/")

    @property
    def unique_id(self) -> str:
        """The namespace, from wherever the operation takes it."""
        body = self.body if isinstance(self.body, dict) else {}
        unique_id: str = body.get("unique_id", self.query.get("unique_id", DEFAULT_NAMESPACE))
        return unique_id


# Returns the data of the answer (any JSON) or a complete response. Runs in a thread of its own, unless it is among
# those that are answered at once or a coroutine. It must not wait there for work that needs a thread itself: where all
# threads wait so, nothing goes on.
Handler = Callable[[Call], Any]


class OperationEndpoint:
    """ASGI endpoint of one path: answers the operations that stand on it. `at_once` names those whose handlers take so
    little time that going to another thread would cost more; `lists` those among them whose answers are kept.
    """

    def __init__(
        self,
        services: Services,
        handlers: Mapping[str, Handler],
        operations: list[Operation],
        at_once: frozenset[str] = frozenset(),
        lists: frozenset[str] = frozenset(),
    ) -> None:
        self._services = services
        self._handlers = handlers
        self._at_once = at_once
        self._lists = lists
        self._by_method = {operation.method: operation for operation in operations}
        settings = services.settings
        self._limits = Limits(settings.max_file_bytes, settings.max_text_bytes, settings.read_timeout)

    def operation(self, method: str) -> Operation | None:
        """The operation that a method asks for."""
        return self._by_method.get(method)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive, send)
        operation = self._by_method.get(request.method)
        response = await self._answer(request, operation) if operation else self._wrong_method(request)
        await response(scope, receive, send)

    def _wrong_method(self, request: Request) -> Response:
        allowed = ", ".join(sorted(self._by_method))
        message = f"Request method '{request.method}' is not supported; use {allowed}"
        _note(request, envelope.BAD_PARAMETER, message)
        return envelope.failure(envelope.BAD_PARAMETER, message, 405, {"Allow": allowed})

    async def _answer(self, request: Request, operation: Operation) -> Response:
        try:
            response = await self._handle(request, operation)
        except RequestError as error:
            _note(request, error.code, error.message)
            return envelope.failure(error.code, error.message, dialect=operation.envelope)
        except ClientDisconnect:
            _note(request, None, "the client went away")
            return Response(status_code=400)
        except Exception as error:
            logger.exception("%s: its handler broke", operation.id)
            message = f"the emulator broke ({type(error).__name__}); its log says where"
            _note(request, envelope.BAD_PARAMETER, message)
            return envelope.failure(envelope.BAD_PARAMETER, message, 500, dialect=operation.envelope)
        return response

    async def _handle(self, request: Request, operation: Operation) -> Response:
        services = self._services
        account = ""
        if operation.scheme:
            account = services.accounts.authenticate(operation.scheme, request.headers.getlist("authorization"))
        entry: Entry = request.scope[ENTRY]
        entry.account = account
        services.rate_limits.check(account, operation)
        with services.accounts.price_set_aside(account, operation.id):
            response = await self._respond(request, operation, entry)
            # A stream may tell of a failure.
            if entry.problem is None:
                services.accounts.charge(account, operation.id)
        return response

    async def _respond(self, request: Request, operation: Operation, entry: Entry) -> Response:
        query = self._read_parameters(request, operation)
        async with self._received(request, operation) as (body, files):
            if not operation.idempotent:
                entry.digest = _digest(query, body, files)
            call = Call(self._services, entry.account or "", query, body, files, entry, request)
            return await self._call(call, operation)

    async def _call(self, call: Call, operation: Operation) -> Response:
        handler = self._handlers[operation.id]
        if operation.id in self._lists:
            call.entry.code = envelope.SUCCESS
            return self._kept_answer(call, operation)
        if iscoroutinefunction(handler):
            result = await handler(call)
        else:
            result = handler(call) if operation.id in self._at_once else await run_in_threadpool(handler, call)
        if isinstance(result, Response):
            return result
        call.entry.code = envelope.SUCCESS
        return envelope.json_response(envelope.success_body(result, operation.envelope))

    def _kept_answer(self, call: Call, operation: Operation) -> Response:
        handler = self._handlers[operation.id]
        key = operation.id, call.account, json.dumps([call.query, call.body], sort_keys=True)
        body = call.services.memo.get(
            key, lambda: envelope.encoded(envelope.success_body(handler(call), operation.envelope))
        )
        return Response(body, media_type=JSON_TYPE)

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
    ) -> AsyncIterator[tuple[Any, Mapping[str, list[ReceivedFile]]]]:
        """The parsed and validated body, with its files, which go away at the end."""
        media_type = _media_type(request, operation)
        form = Form()
        try:
            if media_type == JSON_TYPE:
                body = await self._read_json(request, operation)
            elif media_type == URLENCODED_TYPE:
                pairs = await receiving.read_urlencoded(request, self._limits)
                members = self._services.spec.properties(operation.bodies[media_type])
                body = typed_members(pairs, members, self._services.spec)
            elif media_type == MULTIPART_TYPE:
                form = await self._read_multipart(request, operation)
                body = self._form_members(form, operation)
            else:
                body = None
            if media_type in FORM_TYPES:
                check = self._services.validator.check_body
                # In a thread, like parsing: a megabyte takes a while, and others are to be answered meanwhile.
                if receiving.is_short(request):
                    check(operation, media_type, body)
                else:
                    await run_in_threadpool(check, operation, media_type, body)
            yield self._declared_members(operation, media_type, body), form.files
        finally:
            form.discard()

    async def _read_json(self, request: Request, operation: Operation) -> Any:
        """The parsed and validated body. A long one takes a while, and up to a hundred times its size in memory: one
        is read at a time, in another thread, while short ones are answered.
        """
        text = await receiving.read_text(request, self._limits)
        if len(text) <= receiving.SHORT_BYTES:
            return self._parsed(text, operation)
        async with self._services.long_bodies:
            return await run_in_threadpool(self._parsed, text, operation)

    # A body is any JSON.
    def _parsed(self, text: str, operation: Operation) -> Any:
        body = receiving.parse_json(text)
        self._services.validator.check_body(operation, JSON_TYPE, body)
        return body

    # A body is any JSON.
    def _declared_members(self, operation: Operation, media_type: str | None, body: Any) -> Any:
        """The body without what the operation does not take: nobody has checked it, and handlers are shared."""
        if media_type is None or not isinstance(body, dict):
            return body
        declared = {*self._services.spec.properties(operation.bodies[media_type]), *ALSO_READ}
        return {name: value for name, value in body.items() if name in declared}

    async def _read_multipart(self, request: Request, operation: Operation) -> Form:
        spec = self._services.spec
        members = spec.properties(operation.bodies[MULTIPART_TYPE])
        kinds = {name: _part_kind(spec, schema) for name, schema in members.items()}
        return await receiving.read_multipart(request, self._limits, self._services.files.new_incoming, kinds)

    def _form_members(self, form: Form, operation: Operation) -> dict[str, Any]:
        spec = self._services.spec
        members = spec.properties(operation.bodies[MULTIPART_TYPE])
        kinds = {name: _part_kind(spec, schema) for name, schema in members.items()}
        plain = [pair for pair in form.pairs if kinds.get(pair[0]) is not PartKind.DOCUMENT]
        body = typed_members(plain, members, spec)
        for name in body:
            if kinds[name] is PartKind.FILE:
                raise RequestError(f"{name}: is text; send it as a file part, that is with a filename")
        for name, text in form.pairs:
            if kinds.get(name) is PartKind.DOCUMENT:
                body[name] = receiving.parse_json(text, name)
        for name, files in form.files.items():
            names = [file.name for file in files]
            if len(names) > 1 and "array" not in spec.types(members[name]):
                raise RequestError(f"{name}: given more than once; send one file")
            body[name] = names if "array" in spec.types(members[name]) else names[0]
        return body


def _part_kind(spec: Spec, schema: Schema) -> PartKind:
    if spec.is_file(schema) or ("array" in spec.types(schema) and spec.is_file(spec.items(schema))):
        return PartKind.FILE
    return PartKind.DOCUMENT if "object" in spec.types(schema) else PartKind.TEXT


def _note(request: Request, code: str | None, problem: str) -> None:
    entry: Entry = request.scope[ENTRY]
    entry.code, entry.problem = code, problem


def _digest(query: Mapping[str, Any], body: Any, files: Mapping[str, list[ReceivedFile]]) -> str:
    sizes = {name: [file.size for file in each] for name, each in files.items()}
    text = json.dumps([dict(query), body, sizes], sort_keys=True, default=str)
    return hashlib.sha256(text.encode(errors="replace")).hexdigest()


def _has_body(request: Request) -> bool:
    headers = request.headers
    return "transfer-encoding" in headers or headers.get("content-length", "0") != "0"


def _media_type(request: Request, operation: Operation) -> str | None:
    """The operation's media type that the request has; None: there is no body to read."""
    declared = request.headers.get("content-type", "")
    if not operation.bodies or not (declared or operation.body_required or _has_body(request)):
        return None
    media_type = declared.partition(";")[0].strip().lower()
    if media_type not in operation.bodies:
        found = f"{shown(declared)} is not supported" if declared else "is missing"
        raise RequestError(f"Content-Type: {found}; send {' or '.join(operation.bodies)}")
    return media_type
