"""Serves the emulator on a socket: in the foreground for the command line, in a thread for tests."""

from __future__ import annotations

import logging
import socket
import sys
import threading
import time
from collections.abc import Callable
from types import TracebackType
from typing import cast

import httptools
import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

from memories_ai_mock.app import create_app
from memories_ai_mock.control import Control
from memories_ai_mock.faults import TRANSPORT
from memories_ai_mock.settings import Settings, SetupError

SHUTDOWN_SECONDS = 1
START_SECONDS = 10.0
# More than what each step of stopping may take.
CLOSE_SECONDS = 20.0
MAX_PORT = 65535
MAX_HEAD_BYTES = 64 * 1024
HEAD_TOO_LARGE = b"HTTP/1.1 431 Request Header Fields Too Large\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"


class BoundedHeadProtocol(HttpToolsProtocol):
    """HTTP, but a request line and headers that do not end are cut off (the parser would collect them for ever), every
    request hears of it when its client goes away, and one that offers another protocol keeps its body.
    """

    # None: the head is complete, and what follows is bounded by those who read it.
    _head_bytes: int | None = None
    # The requests that came in, but for those answered. Uvicorn tells only the last one that its client is gone, which
    # is another one than that being answered where a client sends several without waiting.
    _cycles: tuple[RequestResponseCycle, ...] = ()
    # What came last, and what of it is to be read again.
    _received = _again = b""

    def on_message_begin(self) -> None:
        self._head_bytes = 0
        super().on_message_begin()
        # For faults that close it.
        cast("dict[str, object]", self.scope)[TRANSPORT] = self.transport

    def on_headers_complete(self) -> None:
        self._head_bytes = None
        super().on_headers_complete()
        waiting = (cycle for cycle in self._cycles if not cycle.response_complete)
        self._cycles = (*waiting, self.cycle) if self.cycle else tuple(waiting)

    def _should_upgrade(self) -> bool:
        # Have uvicorn call the method below. CONNECT is one by itself, and is refused like other unknown methods.
        return bool(self.parser.get_method() != b"CONNECT")

    def handle_websocket_upgrade(self) -> None:
        """Read the request as if it did not offer another protocol, as HTTP has it where none is spoken. The parser
        takes what follows the headers for that protocol, and uvicorn would lose the body. Java's client, for one,
        offers HTTP/2 with its first request.
        """
        upgrade = sys.exception()
        rest = self._received[upgrade.args[0] :] if isinstance(upgrade, httptools.HttpParserUpgrade) else b""
        kept = [b"%s: %s\r\n" % (name, value) for name, value in self.headers if name != b"upgrade"]
        version = self.parser.get_http_version().encode()
        line = b"%s %s HTTP/%s\r\n" % (self.parser.get_method(), self.url, version)
        self.parser = httptools.HttpRequestParser(self)
        self.parser.set_dangerous_leniencies(lenient_data_after_close=True)
        self._again = b"".join([line, *kept, b"\r\n", rest])

    def connection_lost(self, exc: Exception | None) -> None:
        super().connection_lost(exc)
        for cycle in self._cycles:
            cycle.disconnected = True
            cycle.message_event.set()

    def data_received(self, data: bytes) -> None:
        while data:
            self._received, self._again = data, b""
            super().data_received(data)
            data = self._again
            self._count_head(len(self._received))

    def _count_head(self, received: int) -> None:
        if self._head_bytes is None:
            return
        self._head_bytes += received
        if self._head_bytes > MAX_HEAD_BYTES and not self.transport.is_closing():
            self.transport.write(HEAD_TOO_LARGE)
            self.transport.close()


class Server(uvicorn.Server):
    """A uvicorn server on a socket that is already bound. `on_ready` is called once it accepts connections."""

    def __init__(self, app: ASGIApp, listener: socket.socket, on_ready: Callable[[], None]) -> None:
        config = uvicorn.Config(
            app,
            http=BoundedHeadProtocol,
            log_config=None,
            access_log=False,
            ws="none",
            timeout_graceful_shutdown=SHUTDOWN_SECONDS,
        )
        super().__init__(config)
        self._listener = listener
        self._on_ready = on_ready
        self._log = logging.getLogger("uvicorn.error")

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._on_ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        # Requests that are cut off now are so on purpose: uvicorn's tracebacks about them would say otherwise.
        self._log.addFilter(_nothing)
        try:
            await super().shutdown(sockets)
        finally:
            self._log.removeFilter(_nothing)

    def serve_until_stopped(self) -> None:
        """Block until `should_exit` is set."""
        self.run(sockets=[self._listener])


def _nothing(_: logging.LogRecord) -> bool:
    return False


def bind(host: str, port: int) -> socket.socket:
    """A listening socket; port 0 takes a free one.

    Raises:
        SetupError: the address cannot be used.
    """
    if not 0 <= port <= MAX_PORT:
        raise SetupError(f"port {port}: is no port; give 0 to {MAX_PORT}")
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        return socket.create_server(address, family=family, backlog=512)
    except socket.gaierror as error:
        raise SetupError(f"host {host}: cannot be resolved ({error.strerror}); give 127.0.0.1") from error
    except OSError as error:
        raise SetupError(
            f"{host}:{port}: cannot be listened on ({error.strerror}); give another --port, or 0 for a free one"
        ) from error


def url_of(listener: socket.socket) -> str:
    """The base URL of a listening socket."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


class Emulator:
    """An emulator in a thread, on a free port of 127.0.0.1, from the moment it is made until `close`.

        with Emulator(Settings(clock=ManualClock())) as emulator:
            httpx.get(emulator.base_url + "/__mock__/health")

    Attributes:
        base_url: Where it answers, without a slash at the end.
        control: What a test does with it besides asking.
        clock: Its time, which can be advanced.

    Raises:
        SetupError: the emulator cannot start.
    """

    def __init__(self, settings: Settings | None = None, *, port: int = 0) -> None:
        settings = settings or Settings()
        listener = bind("127.0.0.1", port)
        try:
            app = create_app(settings)
        except BaseException:
            listener.close()
            raise
        self.clock = settings.clock
        self.base_url = url_of(listener)
        self.control = Control(app.services, self.base_url)
        ready = threading.Event()
        self._server = Server(app, listener, ready.set)
        self._thread = threading.Thread(target=self._server.serve_until_stopped, name="memories-ai-mock", daemon=True)
        self._thread.start()
        self._wait_for(ready)

    def close(self) -> None:
        """Stop and free everything; waits until it is done. Closing again does nothing.

        Raises:
            TimeoutError: it takes longer than 20 seconds.
        """
        self._server.should_exit = True
        self._thread.join(CLOSE_SECONDS)
        if self._thread.is_alive():
            raise TimeoutError(
                f"{self.base_url}: the emulator did not stop within {CLOSE_SECONDS:g} s; its log says what it was doing"
            )

    def _wait_for(self, ready: threading.Event) -> None:
        deadline = time.monotonic() + START_SECONDS
        while not ready.wait(0.1):
            if not self._thread.is_alive() or time.monotonic() > deadline:
                self.close()
                raise SetupError(f"{self.base_url}: the emulator did not start; its log says why")

    def __enter__(self) -> Emulator:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()
