"""A small HTTP server on this machine that keeps the callbacks it receives."""

from __future__ import annotations

import json
import queue
import secrets
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType

_MAX_BODY = 64 * 1024


class CallbackReceiver:
    """Receives callbacks in a thread while its `with` block runs.

    Callbacks are not signed: a path that nobody can guess is what keeps strangers out.

    Attributes:
        url: the address to give as `callback`.
    """

    def __init__(self) -> None:
        self._bodies: queue.Queue[dict[str, object]] = queue.Queue()
        self._path = f"/{secrets.token_urlsafe(16)}"
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, name="callbacks", daemon=True)
        self.url = f"http://127.0.0.1:{self._server.server_port}{self._path}"

    def wait(self, timeout: float) -> dict[str, object]:
        """The next callback.

        Raises:
            TimeoutError: none came within `timeout` seconds.
        """
        try:
            return self._bodies.get(timeout=timeout)
        except queue.Empty:
            raise TimeoutError(f"no callback within {timeout:g} s") from None

    def __enter__(self) -> CallbackReceiver:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        path, bodies = self._path, self._bodies

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self._body()
                self.send_response(200 if body is not None else 404)
                self.send_header("Content-Length", "0")
                self.end_headers()
                if body is not None:
                    bodies.put(body)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the name in the base class)
                """Say nothing: the demo prints what matters."""

            def _body(self) -> dict[str, object] | None:
                length = self.headers.get("Content-Length", "")
                if self.path != path or not length.isdecimal() or int(length) > _MAX_BODY:
                    return None
                try:
                    body = json.loads(self.rfile.read(int(length)))
                except ValueError:
                    return None
                return body if isinstance(body, dict) else None

        return Handler
