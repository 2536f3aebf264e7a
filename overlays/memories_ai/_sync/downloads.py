# Generated from overlays/memories_ai/_async/downloads.py by `make generate`. Do not edit.
"""Files that come over as many answers as it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._downloads import DownloadOptions, DownloadTarget, PartFile, request_name
from .._envelope import PARTIAL_CONTENT
from .._errors import ProtocolError
from .._http import httpx
from .._ranges import announced_length, rest, version
from .._types import DownloadedFile
from .streams import Body, uncompressed
from .transport import Exchange, RequestArguments, Transport

if TYPE_CHECKING:
    from memories_ai_generated.operations import Operation


class Download:
    """One file on its way to the disk."""

    def __init__(
        self,
        transport: Transport,
        operation: Operation,
        arguments: RequestArguments,
        target: DownloadTarget,
        options: DownloadOptions,
    ) -> None:
        self._transport, self._operation, self._target, self._options = transport, operation, target, options
        self._arguments = uncompressed(arguments)
        address = transport.config.address(operation)
        request = request_name(address, operation, arguments) if options.resume else None
        self._part = PartFile(target, request, options.algorithm)
        # From where on the rest was asked for; 0: the whole was.
        self._start = 0

    def save(self, timeout: float | None) -> DownloadedFile:
        """Receive it, and let it appear under its name."""
        with self._part as part:
            self._ask_for_rest()
            self._transport.receive(self._operation, self._arguments, self._take, timeout=timeout)
            part.publish()
        return DownloadedFile(path=self._target.path, size=part.size, digest=part.digest)

    def _take(self, exchange: Exchange) -> None:
        try:
            self._write(exchange)
        finally:
            # For the next request, if there is one.
            self._ask_for_rest()

    def _write(self, exchange: Exchange) -> None:
        headers = exchange.response.headers
        if exchange.response.status_code == PARTIAL_CONTENT:
            total: int | None = self._rest(headers)
            body = Body(exchange, self._operation, start=self._start, total=total)
        else:
            body, total = Body(exchange, self._operation), announced_length(headers)
            self._part.restart(version(headers))
        self._target.learn(headers)
        part, progress = self._part, self._options.progress
        while (chunk := body.chunk()) is not None:
            part.write(chunk)
            if progress:
                progress(part.size, total)

    def _ask_for_rest(self) -> None:
        """Have the next request ask for what is missing, if what is there is certain; else for the whole."""
        part, headers = self._part, self._arguments["headers"]
        headers.pop("Range", None)
        headers.pop("If-Range", None)
        self._start = 0
        if part.size and part.version and (part.version.length is None or part.size < part.version.length):
            self._start = part.size
            headers |= {"Range": f"bytes={part.size}-", "If-Range": part.version.validator}

    def _rest(self, headers: httpx.Headers) -> int:
        """Bytes in all, of which an answer has the rest."""
        part = self._part
        if part.version is None:
            raise RuntimeError("The rest of nothing was asked for.")
        try:
            return rest(headers, part.size, part.version)
        except ValueError as error:
            what = str(error)
        # Not within the handler: the error would keep a header, and a key in it.
        raise ProtocolError(
            f"The answer is not the rest that was asked for: {what}. Nothing was joined.",
            operation=self._operation.id,
            status=PARTIAL_CONTENT,
        )
