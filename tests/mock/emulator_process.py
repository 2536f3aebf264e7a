"""An emulator in a process of its own, for tests that kill it or look at its memory."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType

import httpx

from mock_support import API

START_SECONDS = 20.0
STOP_SECONDS = 20.0


class EmulatorProcess:
    """`python -m memories_ai_mock` on a free port; what it writes to stderr is in `log`.

    Raises:
        RuntimeError: it does not start.
    """

    def __init__(self, directory: Path, *arguments: str) -> None:
        directory.mkdir(parents=True, exist_ok=True)
        self.log = directory / f"log-{time.monotonic_ns()}"
        ready = directory / f"ready-{time.monotonic_ns()}"
        command = [sys.executable, "-m", "memories_ai_mock", "--port", "0", "--ready-file", str(ready), *arguments]
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=log)
        try:
            self._wait_for(ready)
        except BaseException:
            self.kill()
            raise
        self.base_url = ready.read_text(encoding="utf-8").strip()
        self.host, _, port = self.base_url.removeprefix("http://").rpartition(":")
        self.port = int(port)

    def client(self, key: str) -> httpx.Client:
        """A client of the first generation's paths."""
        return httpx.Client(base_url=self.base_url + API, headers={"Authorization": key}, timeout=30, trust_env=False)

    def resident_bytes(self) -> int:
        """Memory that the process occupies."""
        status = Path(f"/proc/{self.process.pid}/status")
        if status.exists():
            line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS:"))
            return 1024 * int(line.split()[1])
        listed = subprocess.run(["ps", "-o", "rss=", "-p", str(self.process.pid)], capture_output=True, check=True)  # noqa: S607
        return 1024 * int(listed.stdout)

    def kill(self) -> None:
        """End it at once, as a crash does."""
        self.process.kill()
        self.process.wait(STOP_SECONDS)

    def close(self) -> None:
        """End it in good order, if it still runs."""
        if self.process.poll() is None:
            self.process.terminate()
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.kill()
            raise

    def _wait_for(self, ready: Path) -> None:
        deadline = time.monotonic() + START_SECONDS
        while not ready.exists():
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"the emulator did not start: {self.log.read_text(encoding='utf-8')[-2000:]}")
            time.sleep(0.01)

    def __enter__(self) -> EmulatorProcess:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()
