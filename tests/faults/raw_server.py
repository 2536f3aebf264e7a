"""A server of bare sockets that does, byte for byte, what a row of the fault table says. On loopback, and bounded."""

from __future__ import annotations

import contextlib
import select
import socket
import ssl
import struct
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from time import monotonic
from typing import Any, Final

import attrs

from pieces import piece

LONGEST: Final = 30.0  # seconds that a connection lives at most: a client that hangs is told apart by it
KEPT: Final = 256 * 1024  # bytes of what arrived that are kept to be searched
Step = str | Mapping[str, Any]
Script = Sequence[Step]


class GoneError(Exception):
    """The client has left, or its time is up."""


@attrs.define(eq=False)
class Connection:
    """One accepted connection: carries out a script for each request on it."""

    sock: socket.socket
    server: RawServer
    idle: bool = True
    gone: threading.Event = attrs.field(factory=threading.Event)
    buffer: bytes = b""
    received: bytearray = attrs.field(factory=bytearray)
    end: float = attrs.field(factory=lambda: monotonic() + LONGEST)

    def run(self) -> None:
        with contextlib.suppress(GoneError, OSError, ValueError):  # ValueError: the socket was closed meanwhile
            self.serve()
        self.gone.set()
        with contextlib.suppress(OSError):
            self.sock.close()

    def serve(self) -> None:
        if self.server.tls:
            self.idle = False
            self.sock.settimeout(LONGEST)
            self.sock = self.server.tls.wrap_socket(self.sock, server_side=True)
            self.idle = True
        while True:
            script = self.server.next_script()
            first = script[0] if script else None
            if not (isinstance(first, Mapping) and "read" in first):
                self.read("request")
            self.idle = False
            self.server.begin()
            for step in script:
                self.do(step)
            self.idle = True

    def do(self, step: Step) -> None:
        name, value = (step, None) if isinstance(step, str) else next(iter(step.items()))
        STEPS[name](self, value)

    # Reading

    def receive(self) -> bytes:
        left = self.end - monotonic()
        if left <= 0 or self.server.stopping.is_set():
            raise GoneError
        self.sock.settimeout(left)
        data = self.sock.recv(65536)
        if not data:
            raise GoneError
        if len(self.received) < KEPT:
            self.received += data
        return data

    def read(self, what: str | int) -> None:
        """A whole request, its head, so many bytes of it, or nothing."""
        if what == "nothing":
            return
        if isinstance(what, int):
            self.take(what)
            return
        while b"\r\n\r\n" not in self.buffer:
            self.buffer += self.receive()
            self.idle = False
        head, _, self.buffer = self.buffer.partition(b"\r\n\r\n")
        if what == "request":
            self.body(head.lower())

    def body(self, head: bytes) -> None:
        if b"transfer-encoding: chunked" in head:
            while not self.buffer.endswith(b"0\r\n\r\n"):
                self.buffer = self.buffer[-8:] + self.receive()
            self.buffer = b""
        elif b"content-length:" in head:
            self.take(int(head.partition(b"content-length:")[2].split(b"\r\n")[0]))

    def take(self, size: int) -> None:
        while len(self.buffer) < size:
            size -= len(self.buffer)
            self.buffer = self.receive()
            self.idle = False
        self.buffer = self.buffer[size:]

    # Writing

    def send(self, data: bytes) -> None:
        self.sock.settimeout(max(0.1, self.end - monotonic()))
        self.sock.sendall(data)

    def send_under_tls(self, data: bytes) -> None:
        """Bytes on the connection that no TLS has seen."""
        socket.socket.send(self.sock, data)

    def send_together(self, pieces: Sequence[bytes]) -> None:
        """Pieces that arrive at once; under TLS, each is a record."""
        cork = getattr(socket, "TCP_CORK", None)
        if cork is not None:
            self.sock.setsockopt(socket.IPPROTO_TCP, cork, 1)
        for each in pieces:
            self.send(each)
        if cork is not None:
            self.sock.setsockopt(socket.IPPROTO_TCP, cork, 0)

    def pause(self, seconds: float) -> None:
        """Wait without reading, but not for a client that has left. TLS hides whether it has."""
        until = min(monotonic() + seconds, self.end)
        while (left := until - monotonic()) > 0:
            if self.server.stopping.wait(min(left, 0.05)):
                raise GoneError
            readable = select.select([self.sock], [], [], 0)[0]
            if readable and not isinstance(self.sock, ssl.SSLSocket) and not self.sock.recv(1, socket.MSG_PEEK):
                raise GoneError

    def drip(self, what: Mapping[str, Any]) -> None:
        for byte in what["of"]:
            self.send(bytes([byte]))
            self.pause(what["every"])

    def loop(self, what: Mapping[str, Any]) -> None:
        while monotonic() < self.end:
            self.send(what["of"])
            self.pause(what.get("every", 0))

    # Ending

    def close(self) -> None:
        """Say that nothing more comes, and wait until the client closes its side too; a pool may take its time."""
        self.sock.shutdown(socket.SHUT_WR)
        self.idle = True
        self.hold()

    def hold(self) -> None:
        """Say nothing more, and wait until the client has closed."""
        while True:
            self.receive()

    def hang_up(self) -> None:
        self.sock.close()
        raise GoneError

    def reset(self) -> None:
        self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.hang_up()


STEPS: Final[Mapping[str, Callable[[Connection, Any], None]]] = {
    "read": lambda self, value: self.read(value),
    "send": lambda self, value: self.send(value),
    "send_together": lambda self, value: self.send_together(value),
    "pause": lambda self, value: self.pause(value),
    "send_under_tls": lambda self, value: self.send_under_tls(value),
    "drip": lambda self, value: self.drip(value),
    "loop": lambda self, value: self.loop(value),
    "close": lambda self, _: self.close(),
    "hold": lambda self, _: self.hold(),
    "hang_up": lambda self, _: self.hang_up(),
    "reset": lambda self, _: self.reset(),
}


def ready(step: Step, words: Mapping[str, str]) -> Step:
    """A step whose pieces are bytes: making them takes time and memory that nobody shall ascribe to the client."""
    if isinstance(step, str):
        return step
    name, value = next(iter(step.items()))
    if name in {"answer", "stream"}:
        return {"send": piece({name: value}, words)}
    if name in {"send", "send_under_tls"}:
        return {name: piece(value, words)}
    if name == "send_together":
        return {name: [piece(each, words) for each in value]}
    if name in {"drip", "loop"}:
        return {name: {**value, "of": piece(value["of"], words)}}
    return step


class RawServer:
    """Listens on a free port of loopback and answers the n-th request with the n-th script, the last one for ever."""

    def __init__(
        self, scripts: Sequence[Script], words: Mapping[str, str], *, tls: ssl.SSLContext | None = None
    ) -> None:
        self.scripts, self.words, self.tls = scripts, dict(words), tls
        self.requests = 0
        self.connections: list[Connection] = []
        self.stopping = threading.Event()
        self._lock = threading.Lock()
        self._threads: list[threading.Thread] = []
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port: int = self._listener.getsockname()[1]

    def next_script(self) -> Script:
        return self.scripts[min(self.requests, len(self.scripts) - 1)]

    def begin(self) -> None:
        with self._lock:
            self.requests += 1

    def received(self) -> bytes:
        """What clients have sent, up to a bound."""
        return b"".join(bytes(connection.received) for connection in self.connections)

    def settled(self, seconds: float) -> bool:
        """Whether, soon, no connection stands in the middle of an answer."""
        return soon(lambda: all(each.idle or each.gone.is_set() for each in self.connections), seconds)

    def left(self, seconds: float) -> bool:
        """Whether, soon, every connection was closed by the client."""
        return soon(lambda: all(each.gone.is_set() for each in self.connections), seconds)

    def __enter__(self) -> RawServer:
        self.scripts = [[ready(step, self.words) for step in script] for script in self.scripts]
        self._start(self._accept)
        return self

    def __exit__(self, *_: object) -> None:
        self.stopping.set()
        for sock in (self._listener, *(each.sock for each in self.connections)):
            with contextlib.suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join(5)

    def _accept(self) -> None:
        while not self.stopping.is_set():
            try:
                sock, _ = self._listener.accept()
            except OSError:
                return
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            connection = Connection(sock, self)
            self.connections.append(connection)
            self._start(connection.run)

    def _start(self, work: Callable[[], None]) -> None:
        thread = threading.Thread(target=work, daemon=True)
        self._threads.append(thread)
        thread.start()


def soon(test: Callable[[], bool], seconds: float) -> bool:
    end = monotonic() + seconds
    while not test():
        if monotonic() > end:
            return False
        threading.Event().wait(0.01)
    return True


@contextlib.contextmanager
def refusing_port() -> Iterator[int]:
    """A port that nobody listens on, and that nobody else can take."""
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        yield sock.getsockname()[1]


@contextlib.contextmanager
def full_port() -> Iterator[int]:
    """A port whose queue is full: a connection to it never comes about."""
    with contextlib.ExitStack() as stack:
        listener = stack.enter_context(socket.socket())
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        for _ in range(4):
            waiting = stack.enter_context(socket.socket())
            waiting.setblocking(False)
            waiting.connect_ex(listener.getsockname())
        yield listener.getsockname()[1]
