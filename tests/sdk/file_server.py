"""A server of one file on bare sockets: it breaks off where it is told to, and sends parts where it is told to."""

from __future__ import annotations

import re
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Headers = dict[str, str]
# What is answered to the headers of a request and the bytes of the file: status, headers and body.
Answer = Callable[[Headers, bytes], tuple[str, Headers, bytes]]


def whole(headers: Headers, content: bytes) -> tuple[str, Headers, bytes]:
    """Knows no parts."""
    return "200 OK", {}, content


def parts(headers: Headers, content: bytes) -> tuple[str, Headers, bytes]:
    """Sends the rest, as the standard has it."""
    asked = re.fullmatch(r"bytes=([0-9]+)-", headers.get("range", ""))
    if asked is None:
        return whole(headers, content)
    start = int(asked[1])
    return (
        "206 Partial Content",
        {"Content-Range": f"bytes {start}-{len(content) - 1}/{len(content)}"},
        content[start:],
    )


class FileServer:
    """Attributes:
    content: the file.
    headers: sent with each answer, beside type and length.
    answer: how requests are answered.
    cuts: after how many bytes of the body each of the next answers breaks off.
    requests: headers of each request, in small letters; "" is the first line.
    """

    def __init__(self, content: bytes, headers: Headers, answer: Answer = parts, cuts: list[int] | None = None) -> None:
        self.content, self.headers, self.answer, self.cuts = content, headers, answer, cuts or []
        self.requests: list[Headers] = []
        self._lock = threading.Lock()

    @property
    def asked(self) -> list[tuple[str | None, str | None]]:
        """Range and If-Range of each request."""
        return [(request.get("range"), request.get("if-range")) for request in self.requests]

    @contextmanager
    def running(self) -> Iterator[str]:
        """Answer requests; the base URL."""
        with socket.create_server(("127.0.0.1", 0)) as listener:
            threading.Thread(target=self._accept, args=(listener,), daemon=True).start()
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
            listener.shutdown(socket.SHUT_RDWR)

    def _accept(self, listener: socket.socket) -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with connection, connection.makefile("rb") as stream:
            request = {"": stream.readline().decode().strip()}
            while line := stream.readline().decode().strip():
                name, _, value = line.partition(":")
                request[name.lower()] = value.strip()
            stream.read(int(request.get("content-length", 0)))
            with self._lock:
                self.requests.append(request)
                cut = self.cuts.pop(0) if self.cuts else None
            status, headers, body = self.answer(request, self.content)
            headers = {
                "Content-Type": "video/mp4",
                "Content-Length": str(len(body)),
                "Connection": "close",
                **self.headers,
                **headers,
            }
            head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
            try:
                connection.sendall(f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body[:cut])
            except OSError:
                return
