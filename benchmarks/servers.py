"""The servers that are measured, each in a process of its own that has one core to itself."""

from __future__ import annotations

import contextlib
import http.client
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

START_SECONDS = 60.0
STOP_SECONDS = 10.0
HOST = "127.0.0.1"
PRISM = Path(__file__).parent / "node_modules" / ".bin" / "prism"


class Server:
    """A server process, from the moment it is made until `close`.

    Attributes:
        start_seconds: From the start of the process to its first answer.
        resident: Bytes of memory after that; None: this system does not tell.

    Raises:
        RuntimeError: it does not answer in time.
    """

    def __init__(self, command: Sequence[str], port: int, log: Path) -> None:
        self.port = port
        self._log = log
        started = time.perf_counter()
        with server_core(), log.open("wb") as output:
            self._process = subprocess.Popen(command, stdout=output, stderr=output)  # noqa: S603
        try:
            self._wait_for_answer()
        except BaseException:
            self.close()
            raise
        self.start_seconds = time.perf_counter() - started
        self.resident = resident_bytes(self._process.pid)

    def close(self) -> None:
        """End the process."""
        self._process.terminate()
        try:
            self._process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _wait_for_answer(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while not answers(self.port):
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"the server does not answer: {self._log.read_text(errors='replace')[-500:]}")
            time.sleep(0.005)


def start_emulator(directory: Path) -> Server:
    """The emulator as it is delivered, but for the log of each request."""
    port = free_port()
    command = [sys.executable, "-m", "memories_ai_mock", "--port", str(port), "--parse-seconds", "0"]
    return Server([*command, "--log-level", "warning"], port, directory / f"emulator-{port}.log")


def start_bare(body: bytes, directory: Path) -> Server:
    """The ceiling: constant bytes."""
    port = free_port()
    file = directory / f"bare-{port}.json"
    file.write_bytes(body)
    command = [sys.executable, "-m", "benchmarks.bare", str(port), str(file)]
    return Server(command, port, directory / f"bare-{port}.log")


def start_canned(directory: Path) -> Server:
    """Canned answers for the SDK's requests, at the least cost."""
    port = free_port()
    command = [sys.executable, "-m", "benchmarks.canned", str(port)]
    return Server(command, port, directory / f"canned-{port}.log")


def start_prism(document: Path, directory: Path) -> Server:
    """Prism, with the spec's examples as its answers."""
    port = free_port()
    command = [str(PRISM), "mock", "--host", HOST, "--port", str(port), "--verboseLevel", "fatal", str(document)]
    return Server(command, port, directory / f"prism-{port}.log")


def prism_missing() -> str | None:
    """Why Prism cannot be measured; None: it can."""
    if shutil.which("node") is None:
        return "Node is not installed"
    return None if PRISM.exists() else "it is not installed; run `npm ci` in benchmarks/"


def free_port() -> int:
    """A port that was free a moment ago."""
    with socket.create_server((HOST, 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


def answers(port: int) -> bool:
    """Whether there is any HTTP answer at this port."""
    connection = http.client.HTTPConnection(HOST, port, timeout=5)
    try:
        connection.request("GET", "/__mock__/health")
        connection.getresponse().read()
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
    return True


def resident_bytes(pid: int) -> int | None:
    """Memory that a process occupies, where /proc tells."""
    status = Path(f"/proc/{pid}/status")
    if not status.exists():
        return None
    lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
    return 1024 * int(lines["VmRSS"].split()[0])


def cores() -> list[int]:
    """The cores that this process may use; empty: this system does not tell."""
    return sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []


def server_core() -> contextlib.AbstractContextManager[None]:
    """Processes started within run on the first core."""
    return _on(cores()[:1])


def client_core() -> contextlib.AbstractContextManager[None]:
    """Processes started within run on the second core."""
    return _on(cores()[1:2])


@contextlib.contextmanager
def _on(chosen: list[int]) -> Iterator[None]:
    before = cores()
    if not chosen or not hasattr(os, "sched_setaffinity"):
        yield
        return
    # Children inherit it, with all their threads; setting it once they run would miss those they have already.
    os.sched_setaffinity(0, chosen)
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)
