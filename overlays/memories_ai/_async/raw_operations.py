"""Calls of operations as they are generated, on the way that every request takes."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import Any, NamedTuple

from memories_ai_generated.operations import OPERATIONS

from .._raw_arguments import request_arguments
from .._stream_dialects import dialect_of
from .resource import AsyncResource
from .streams import AsyncByteStream, AsyncEventStream


class Answer(NamedTuple):
    """What the generated parsers look at."""

    status_code: int
    payload: object

    def json(self) -> object:
        return self.payload


class AsyncRawOperations(AsyncResource):
    """Base of the generated class: its methods build requests and read answers with the generated modules."""

    # What comes is the generated model of the operation; the methods above say which.
    async def _json(self, operation_id: str, timeout: float | None, **arguments: Any) -> Any:
        operation, module = OPERATIONS[operation_id], _module(operation_id)
        return await self._transport.call(
            operation,
            request_arguments(module, arguments),
            lambda payload: module._parse_response(client=None, response=Answer(200, payload)),
            timeout=timeout,
        )

    async def _bytes(self, operation_id: str, timeout: float | None, **arguments: Any) -> AsyncByteStream:
        request = request_arguments(_module(operation_id), arguments)
        return await AsyncByteStream(self._transport, OPERATIONS[operation_id], request, timeout).open()

    def _events(self, operation_id: str, timeout: float | None, **arguments: Any) -> AsyncEventStream[object]:
        request = request_arguments(_module(operation_id), arguments)
        dialect = dialect_of(operation_id)
        return AsyncEventStream(
            self._transport,
            OPERATIONS[operation_id],
            request,
            dialect.decode,
            timeout,
            whole=(lambda payload: [payload]) if dialect.whole else None,
            ends_unmarked=dialect.ends_unmarked,
        )


def _module(operation_id: str) -> ModuleType:
    # Imported when called: all of them take a third of a second.
    return import_module(OPERATIONS[operation_id].module)
