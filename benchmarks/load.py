"""A lean load generator: the same request over and over on some keep-alive connections, each waiting for its answer.

`python -m benchmarks.load HOST PORT FILE` sends the bytes of FILE and prints what came of it as JSON. Where they hold
NNNNNN, each request has another number of six digits there.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import cast

import httptools
import uvloop

GIVE_UP_SECONDS = 10.0
COUNTER = "NNNNNN"
# All connections count together.
NUMBERS = itertools.count()


@dataclass(frozen=True)
class Load:
    """What a server did under load; times in milliseconds."""

    requests_per_second: float
    p50: float
    p99: float
    answer_bytes: int


class Client(asyncio.Protocol):
    """One connection. `times` gets the seconds that each request took; `failure` says why there are no more."""

    def __init__(self, request: bytes, times: list[float]) -> None:
        self._before, counter, self._after = request.partition(COUNTER.encode())
        self._counts = bool(counter)
        self._times = times
        self._parser = httptools.HttpResponseParser(self)
        self._transport: asyncio.Transport | None = None
        self._sent = 0.0
        self._stopping = False
        self.answer_bytes = 0
        self.failure: str | None = None
        self.closed = asyncio.get_running_loop().create_future()

    def stop(self) -> None:
        """Send no more once the answer under way has come."""
        self._stopping = True

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        # uvloop's is none by inheritance.
        self._transport = cast(asyncio.Transport, transport)
        self._send(self._transport)

    def data_received(self, data: bytes) -> None:
        self._parser.feed_data(data)

    def connection_lost(self, error: Exception | None) -> None:
        if not self._stopping:
            self.failure = self.failure or f"the server closed a connection ({error})"
        if not self.closed.done():
            self.closed.set_result(None)

    # The callbacks of httptools.

    def on_message_begin(self) -> None:
        self.answer_bytes = 0

    def on_body(self, body: bytes) -> None:
        self.answer_bytes += len(body)

    def on_message_complete(self) -> None:
        self._times.append(time.perf_counter() - self._sent)
        status = self._parser.get_status_code()
        if status != 200:
            self.failure = f"the server answered with status {status}"
        if self._transport is None or self._stopping or self.failure:
            self._stopping = True
            if self._transport is not None:
                self._transport.close()
        else:
            self._send(self._transport)

    def _send(self, transport: asyncio.Transport) -> None:
        self._sent = time.perf_counter()
        number = b"%06d" % (next(NUMBERS) % 1_000_000) if self._counts else b""
        transport.write(self._before + number + self._after)


async def measure(host: str, port: int, request: bytes, connections: int, seconds: float) -> Load:
    """Put load on a server for some seconds.

    Raises:
        RuntimeError: it closes a connection, answers with another status than 200, or stops answering.
    """
    loop = asyncio.get_running_loop()
    times: list[float] = []
    clients = [
        (await loop.create_connection(lambda: Client(request, times), host, port))[1] for _ in range(connections)
    ]
    # What came while the connections were still being made does not count.
    times.clear()
    started = time.perf_counter()
    await asyncio.sleep(seconds)
    elapsed, counted = time.perf_counter() - started, sorted(times)
    for client in clients:
        client.stop()
    _, waiting = await asyncio.wait([client.closed for client in clients], timeout=GIVE_UP_SECONDS)
    failures = [client.failure for client in clients if client.failure]
    if failures or waiting or not counted:
        raise RuntimeError(failures[0] if failures else "the server stopped answering")
    p50, p99 = (1000 * counted[int(share * (len(counted) - 1))] for share in (0.5, 0.99))
    return Load(len(counted) / elapsed, p50, p99, clients[0].answer_bytes)


def main() -> None:
    parser = argparse.ArgumentParser(prog="load", description=__doc__)
    parser.add_argument("host")
    parser.add_argument("port", type=int)
    parser.add_argument("file", type=Path, help="the request, as it goes over the wire")
    parser.add_argument("--connections", type=int, default=16)
    parser.add_argument("--seconds", type=float, default=3.0)
    arguments = parser.parse_args()
    request = arguments.file.read_bytes()
    task = measure(arguments.host, arguments.port, request, arguments.connections, arguments.seconds)
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        sys.stdout.write(json.dumps(asdict(runner.run(task))) + "\n")


if __name__ == "__main__":
    main()
