"""How fast the emulator is, beside a bare application and Prism: `make bench`. The README says what is measured."""

from __future__ import annotations

import argparse
import contextlib
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path

import httpx

from benchmarks.load import COUNTER, Load
from benchmarks.servers import (
    HOST,
    Server,
    client_core,
    cores,
    prism_missing,
    start_bare,
    start_emulator,
    start_prism,
)

LIBRARY = 50
CONNECTIONS = 16
AIM_PER_SECOND = 5_000
AIM_P99 = 10.0
LIST = "/serve/api/v1/list_videos"
KEY = "benchmark"
HEADERS = {"Authorization": KEY, "Content-Type": "application/json"}
# A condition that all videos meet, and that no other request has.
ANEW = f'"datetime_taken": 1000000{COUNTER}'
VIDEO = Path(__file__).parents[1] / "examples" / "media"
INDEX_SECONDS = 60.0
RESETS = 5
RESET_HEADER = {"X-Memories-Mock": "reset"}


@dataclass
class Subject:
    """A server under one kind of load, with what was measured. Subjects of one `kind` send the same answers."""

    name: str
    kind: str
    server: Server
    request: bytes
    loads: list[Load] = field(default_factory=list)

    @property
    def rate(self) -> float:
        """Requests a second: the middle of the repeats."""
        return statistics.median(load.requests_per_second for load in self.loads)


class Bench:
    """The servers of a run, and what is done with them."""

    def __init__(self, directory: Path, repeats: int, seconds: float) -> None:
        self._directory = directory
        self._repeats = repeats
        self._seconds = seconds
        self._servers = contextlib.ExitStack()

    def __enter__(self) -> Bench:
        return self

    def __exit__(self, *_: object) -> None:
        self._servers.close()

    def run(self) -> bool:
        """Measure and print everything; whether the aim is met."""
        starts, subjects = self._starts(), self._subjects()
        self._warm_up(subjects)
        for _ in range(self._repeats):
            # One after another in each repeat, so that a noisy minute does not fall on one of them alone.
            for subject in subjects:
                subject.loads.append(self._load(subject, self._seconds))
        say(load_table(subjects), "", start_table(starts), "", f"reset of {LIBRARY} videos: {self._reset(subjects[0])}")
        return self._verdict(subjects)

    def _verdict(self, subjects: Sequence[Subject]) -> bool:
        met = True
        say()
        for subject in (each for each in subjects if each.name.startswith("emulator")):
            p99 = statistics.median(load.p99 for load in subject.loads)
            good = subject.rate >= AIM_PER_SECOND and p99 < AIM_P99
            met = met and good
            aim = f"{AIM_PER_SECOND:,} requests/s with p99 under {AIM_P99:g} ms"
            say(f"aim, {subject.name}: {aim}: {'met' if good else 'missed'}")
        return met

    def _starters(self) -> dict[str, Callable[[], Server]]:
        found = {
            "emulator": lambda: start_emulator(self._directory),
            "bare Starlette + uvicorn": lambda: start_bare(b"{}", self._directory),
        }
        missing = prism_missing()
        if missing:
            say(f"Prism is left out: {missing}.", "")
        else:
            found["Prism"] = lambda: start_prism(self._document(), self._directory)
        return found

    def _starts(self) -> dict[str, list[Server]]:
        """Each server started some times, and stopped again."""
        found: dict[str, list[Server]] = {}
        for name, start in self._starters().items():
            found[name] = []
            for _ in range(self._repeats):
                server = start()
                server.close()
                found[name].append(server)
        return found

    def _subjects(self) -> list[Subject]:
        """The emulator with its kinds of requests, and the others with the same ones and the same answers."""
        emulator = self._kept(start_emulator(self._directory))
        fill(emulator)
        requests = {f"list of {LIBRARY}": "{}", "list of 10": '{"size": 10}'}
        subjects = [Subject(f"emulator, {kind}", kind, emulator, wire(body)) for kind, body in requests.items()]
        for kind, since in {f"list of {LIBRARY}": "{%s}", "list of 10": '{"size": 10, %s}'}.items():
            subjects.append(Subject(f"emulator, {kind}, anew", kind, emulator, wire(since % ANEW)))
        for kind, body in requests.items():
            answer = httpx.post(url_of(emulator) + LIST, content=body, headers=HEADERS, trust_env=False)
            bare = self._kept(start_bare(answer.content, self._directory))
            subjects.append(Subject(f"bare, {kind}", kind, bare, wire(body)))
        if not prism_missing():
            prism = self._kept(start_prism(self._document(), self._directory))
            subjects.append(Subject("Prism, its example", "list of 10", prism, wire(requests["list of 10"])))
        return subjects

    def _kept(self, server: Server) -> Server:
        self._servers.callback(server.close)
        return server

    def _document(self) -> Path:
        """The bundled spec in a file of its own."""
        copy = self._directory / "openapi.json"
        copy.write_bytes(resources.files("memories_ai_generated").joinpath("openapi.json").read_bytes())
        return copy

    def _warm_up(self, subjects: Sequence[Subject]) -> None:
        for subject in subjects:
            self._load(subject, 1.0)

    def _load(self, subject: Subject, seconds: float) -> Load:
        """Put load on a server, from another process on another core."""
        file = self._directory / "request"
        file.write_bytes(subject.request)
        command = [sys.executable, "-m", "benchmarks.load", HOST, str(subject.server.port), str(file)]
        command += ["--connections", str(CONNECTIONS), "--seconds", str(seconds)]
        with client_core():
            done = subprocess.run(command, capture_output=True, text=True, timeout=seconds + 60, check=False)  # noqa: S603
        if done.returncode:
            raise RuntimeError(f"{subject.name}: {done.stderr.strip().splitlines()[-1]}")
        return Load(**json.loads(done.stdout))

    def _reset(self, subject: Subject) -> str:
        """How long forgetting a full library takes."""
        times = []
        with httpx.Client(base_url=url_of(subject.server), headers=RESET_HEADER, trust_env=False, timeout=30) as client:
            for number in range(RESETS):
                if number:
                    fill(subject.server)
                # The connection stands when the clock starts.
                client.get("/__mock__/health").raise_for_status()
                started = time.perf_counter()
                client.post("/__mock__/reset").raise_for_status()
                times.append(1000 * (time.perf_counter() - started))
        return f"{statistics.median(times):.1f} ms ({min(times):.1f} to {max(times):.1f})"


def fill(server: Server) -> None:
    """Upload the library, and wait until all of it is indexed."""
    video = next(VIDEO.glob("*.mp4")).read_bytes()
    with httpx.Client(base_url=url_of(server), headers={"Authorization": KEY}, timeout=30, trust_env=False) as client:
        for number in range(LIBRARY):
            files = {"file": (f"video-{number:03}.mp4", video, "video/mp4")}
            form = {
                "camera_model": "Canon EOS 5D",
                "tags": ["holiday", "sea"],
                "latitude": "39.9",
                "longitude": "116.4",
                "datetime_taken": "2025-11-03 10:00:00",
            }
            answer = client.post("/serve/api/v1/upload", files=files, data=form).raise_for_status().json()
            if answer["code"] != "0000":
                raise RuntimeError(f"upload: {answer['msg']}")
        deadline = time.monotonic() + INDEX_SECONDS
        while client.post(LIST, json={"status": "PARSE"}).json()["data"]["total_count"] != str(LIBRARY):
            if time.monotonic() > deadline:
                raise RuntimeError("the videos are not indexed in time")
            time.sleep(0.1)


def wire(body: str) -> bytes:
    """A list request as it goes over the wire."""
    content = body.encode()
    head = (
        f"POST {LIST} HTTP/1.1\r\nHost: {HOST}\r\nAuthorization: {KEY}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(content)}\r\n\r\n"
    )
    return head.encode() + content


def url_of(server: Server) -> str:
    return f"http://{HOST}:{server.port}"


def load_table(subjects: Sequence[Subject]) -> str:
    """What the load came to: the middle of the repeats, and least to most."""
    lines = [f"{'':<28} {'answer':>9} {'requests/s':>11} {'spread':>17} {'p50':>9} {'p99':>9} {'of bare':>8}"]
    for subject in subjects:
        rates = [load.requests_per_second for load in subject.loads]
        p50, p99 = (statistics.median(getattr(load, name) for load in subject.loads) for name in ("p50", "p99"))
        spread = f"{min(rates):,.0f} to {max(rates):,.0f}"
        lines.append(
            f"{subject.name:<28} {subject.loads[0].answer_bytes:>7,} B {subject.rate:>11,.0f} {spread:>17} "
            f"{p50:>6.2f} ms {p99:>6.2f} ms {subject.rate / ceiling(subject, subjects):>8.0%}"
        )
    return "\n".join(lines)


def ceiling(subject: Subject, subjects: Sequence[Subject]) -> float:
    """Requests a second of the bare application with the same request."""
    return next(each.rate for each in subjects if each.name.startswith("bare") and each.kind == subject.kind)


def start_table(starts: dict[str, list[Server]]) -> str:
    """From the start of the process to the first answer, and the memory then."""
    lines = [f"{'':<24} {'first answer':>12} {'spread':>17} {'memory':>10}"]
    for name, servers in starts.items():
        times = [1000 * server.start_seconds for server in servers]
        memory = [server.resident for server in servers if server.resident is not None]
        shown = f"{statistics.median(memory) / 2**20:.0f} MiB" if memory else "unknown"
        spread = f"{min(times):.0f} to {max(times):.0f}"
        lines.append(f"{name:<24} {statistics.median(times):>9.0f} ms {spread:>17} {shown:>10}")
    return "\n".join(lines)


def say(*lines: str) -> None:
    sys.stdout.write("\n".join([*lines, ""]) if lines else "\n")
    sys.stdout.flush()


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--repeats", type=int, default=3, help="how often each is measured (%(default)s)")
    parser.add_argument("--seconds", type=float, default=3.0, help="of load, each time (%(default)s)")
    parser.add_argument("--strict", action="store_true", help="exit with 1 where the aim is missed")
    arguments = parser.parse_args()
    if len(cores()) < 2:
        say("Server and load share a core here: the figures are too low.", "")
    with tempfile.TemporaryDirectory() as name, Bench(Path(name), arguments.repeats, arguments.seconds) as bench:
        met = bench.run()
    return 0 if met or not arguments.strict else 1


if __name__ == "__main__":
    sys.exit(main())
