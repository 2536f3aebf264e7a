"""Hostile requests against an emulator in a process of its own: `make hostile`.

The same seed gives the same attacks; `--only NUMBER` repeats a single one.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import httptools
import httpx

from emulator_process import EmulatorProcess
from hostile_attacks import ABORT, HALF_CLOSE, Attack, Attacks
from hostile_requests import Kit
from mock_support import RESET, make_video

CONNECTIONS = 16
ANSWER_SECONDS = 5.0
# How long what need not be answered gets before the connection is half closed: the server may still wait for more.
GRACE_SECONDS = 0.05
REST_SECONDS = 1.0
# Memory counts from then on. A short run warms up for longer: threads and their pools have to see a large body first.
WARM_UP_SHARE, WARM_UP_LEAST = 0.05, 2_500
MEMORY_GROWTH = 0.2
MAX_SHOWN = 20
ATTACKER, BYSTANDER = "key-of-the-attacker", "key-of-a-bystander"
# What a log says of something that went wrong without anybody having planned for it.
LOG_SIGNS = ("Traceback", "Exception", "never awaited", "Task was destroyed", "Fatal")


@dataclass
class Row:
    """What came of the attacks of one kind."""

    count: int = 0
    answered: int = 0
    closed: int = 0
    # On a new connection, since answers were missing on one that had been used.
    repeated: int = 0
    worst: float = 0.0


@dataclass
class Report:
    """What came of a run; empty `faults`: all is well."""

    rows: dict[str, Row] = field(default_factory=lambda: defaultdict(Row))
    faults: list[str] = field(default_factory=list)
    memory: tuple[int, int] = (0, 0)
    seconds: float = 0.0

    def table(self) -> str:
        """The report as text."""
        lines = [f"{'kind':<20} {'count':>8} {'answered':>9} {'closed':>8} {'repeated':>8} {'worst':>10}"]
        for kind, row in sorted(self.rows.items()):
            worst = f"{1000 * row.worst:.0f} ms"
            lines.append(
                f"{kind:<20} {row.count:>8,} {row.answered:>9,} {row.closed:>8,} {row.repeated:>8,} {worst:>10}"
            )
        total = sum(row.count for row in self.rows.values())
        before, after = (value / 2**20 for value in self.memory)
        lines += ["", f"{total:,} attacks in {self.seconds:.0f} s; memory {before:.1f} MiB, then {after:.1f} MiB"]
        lines += [f"FAULT {fault}" for fault in self.faults[:MAX_SHOWN]]
        hidden = len(self.faults) - MAX_SHOWN
        return "\n".join([*lines, f"... and {hidden} more faults"] if hidden > 0 else lines)


@dataclass
class Outcome:
    """What came of one attack: the statuses of its answers, and whether the connection was closed."""

    statuses: list[int]
    closed: bool
    seconds: float


class Connection:
    """A connection whose answers are counted as they come. It is told by httptools' callbacks."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self._parser = httptools.HttpResponseParser(self)
        self._bodiless = False
        self._persistent = True
        self.statuses: list[int] = []
        self.closed = False

    async def attack(self, attack: Attack) -> Outcome:
        """Send an attack, and wait for what comes of it."""
        self.statuses, self._bodiless = [], attack.bodiless
        await self._send(attack)
        sent = time.monotonic()
        if attack.end == ABORT:
            self._writer.transport.abort()
            self.closed = True
        elif attack.answers:
            await self._read_all(attack.answers)
        else:
            await self._read(1, GRACE_SECONDS)
            with suppress(OSError, RuntimeError):
                self._writer.write_eof()
            await self._read(sys.maxsize, ANSWER_SECONDS)
        return Outcome(self.statuses, self.closed, time.monotonic() - sent)

    async def close(self) -> None:
        self._writer.close()
        with suppress(OSError):
            await self._writer.wait_closed()

    @property
    def reusable(self) -> bool:
        """Whether the next request may follow on this connection."""
        return self._persistent and not self.closed and not self._bodiless

    async def _send(self, attack: Attack) -> None:
        for number, block in enumerate(attack.blocks):
            if number:
                await asyncio.sleep(attack.pause)
            # Not waited for: the server may answer before it has read all of it.
            self._writer.write(block)
        if attack.end == ABORT:
            await asyncio.sleep(attack.pause)

    async def _read_all(self, count: int) -> None:
        """The answers to several requests, each of which has its time."""
        for wanted in range(1, count + 1):
            await self._read(wanted, ANSWER_SECONDS)
            if len(self.statuses) < wanted:
                return

    async def _read(self, count: int, seconds: float) -> None:
        """Until there are `count` answers, the connection is closed, or time is over."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while len(self.statuses) < count and not self.closed:
                    await self._read_some()

    async def _read_some(self) -> None:
        try:
            data = await self._reader.read(65536)
            if data:
                self._parser.feed_data(data)
        except (OSError, httptools.HttpParserError):
            data = b""
        self.closed = not data

    def on_headers_complete(self) -> None:
        status = self._parser.get_status_code()
        self._persistent = status >= 200 and self._parser.should_keep_alive()
        if self._bodiless and status >= 200:
            self.statuses.append(status)

    def on_message_complete(self) -> None:
        status = self._parser.get_status_code()
        if not self._bodiless and status >= 200:
            self.statuses.append(status)


class Campaign:
    """A run of attacks against one emulator."""

    def __init__(self, emulator: EmulatorProcess, attacks: Attacks, report: Report) -> None:
        self._emulator = emulator
        self._attacks = attacks
        self._report = report

    async def run(self, numbers: Iterable[int]) -> None:
        """Send the attacks over several connections at once, until the emulator is gone."""
        shared = iter(numbers)
        async with asyncio.TaskGroup() as tasks:
            for _ in range(CONNECTIONS):
                tasks.create_task(self._work(shared))

    async def _work(self, numbers: Iterator[int]) -> None:
        connection: Connection | None = None
        for number in numbers:
            attack = self._attacks[number]
            try:
                connection, outcome = await self._carry_out(connection, attack)
            except OSError as error:
                self._report.faults.append(f"{number} {attack.kind}: no connection: {error}")
                return
            self._judge(number, attack, outcome)
        if connection is not None:
            await connection.close()

    async def _carry_out(self, connection: Connection | None, attack: Attack) -> tuple[Connection | None, Outcome]:
        reused = connection is not None
        connection = connection or await self._connect()
        outcome = await connection.attack(attack)
        spoiled = reused and outcome.closed and len(outcome.statuses) < attack.answers
        if spoiled and all(status < 500 for status in outcome.statuses):
            # It was closed while idle, as a server may, or because of what the attack before left behind.
            self._report.rows[attack.kind].repeated += bool(outcome.statuses)
            await connection.close()
            return await self._carry_out(None, attack)
        if connection.reusable and attack.answers:
            return connection, outcome
        await connection.close()
        return None, outcome

    async def _connect(self) -> Connection:
        return Connection(*await asyncio.open_connection(self._emulator.host, self._emulator.port))

    def _judge(self, number: int, attack: Attack, outcome: Outcome) -> None:
        row = self._report.rows[attack.kind]
        row.count += 1
        row.answered += bool(outcome.statuses)
        row.closed += outcome.closed
        row.worst = max(row.worst, outcome.seconds)
        fault = judge(attack, outcome)
        if fault:
            self._report.faults.append(f"{number} {attack.kind}: {fault}; sent {shown(attack)}")


def judge(attack: Attack, outcome: Outcome) -> str | None:
    """What is wrong with what came of an attack."""
    wrong = [status for status in outcome.statuses if status >= 500 or attack.status not in (None, status)]
    if wrong:
        return f"status {wrong[0]}"
    if len(outcome.statuses) < attack.answers:
        how = "closed" if outcome.closed else "silent"
        answers = f"{len(outcome.statuses)} of {attack.answers} answers {outcome.statuses}"
        return f"{how} after {answers}, {outcome.seconds:.1f} s"
    if attack.end == HALF_CLOSE and not outcome.closed:
        return f"left open for {outcome.seconds:.1f} s after the client was done"
    return None


def shown(attack: Attack) -> str:
    sent = b"".join(attack.blocks)
    return f"{sent[:300]!r}" + (f" ... {len(sent):,} bytes" if len(sent) > 300 else "")


class Bystander:
    """An account that nobody knows of, and whose video must stay as it is."""

    def __init__(self, emulator: EmulatorProcess, video: bytes) -> None:
        self._video = video
        self._client = emulator.client(BYSTANDER)
        self._video_no = upload(self._client, video)

    def check(self) -> str | None:
        """What is wrong with the video."""
        rows = self._client.post("/list_videos", json={}).json()["data"]["videos"]
        if [row["video_no"] for row in rows] != [self._video_no]:
            return f"the bystander has {len(rows)} videos instead of one"
        kept = self._client.post("/download", json={"video_no": self._video_no}).content
        return None if kept == self._video else "the bystander's video has changed"

    def close(self) -> None:
        self._client.close()


def upload(client: httpx.Client, video: bytes) -> str:
    """Upload a video; returns its videoNo."""
    answer = client.post("/upload", files={"file": ("whale.mp4", video, "video/mp4")})
    video_no: str = answer.json()["data"]["videoNo"]
    return video_no


def make_kit(emulator: EmulatorProcess, video: bytes) -> Kit:
    """A kit that knows what there is at the emulator: it tries every operation, and keeps the ids of the answers."""
    with emulator.client(ATTACKER) as client:
        known = {"videono": upload(client, video), "uniqueid": "default"}
        address = f"{emulator.host}:{emulator.port}"
        # No secrets are made here.
        random = Random(0)  # noqa: S311
        for _ in range(2):
            kit = Kit(ATTACKER, known, video, address)
            for operation in kit.operations:
                if operation.method != "DELETE" and "delete" not in operation.path:
                    request = kit.plain(operation, random)
                    headers = [(name.decode(), value.decode()) for name, value in request.headers]
                    url = emulator.base_url + request.target.decode()
                    answer = client.request(request.method, url, headers=headers, content=request.body)
                    known = {**dict(ids_of(answer)), **known}
    return Kit(ATTACKER, known, video, address)


def ids_of(answer: httpx.Response) -> Iterator[tuple[str, str]]:
    """The ids in a JSON answer, by simplified name."""
    try:
        waiting: list[Any] = [answer.json()]
    except ValueError:
        return
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            for name, each in value.items():
                simple = name.lower().replace("_", "")
                if simple.endswith(("id", "no")) and isinstance(each, str | int) and each:
                    yield simple, str(each)
        waiting += value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()


def run(count: int, seed: int, only: int | None = None) -> Report:
    """Start an emulator, attack it, and look at what is left of it."""
    with tempfile.TemporaryDirectory() as name:
        directory = Path(name)
        video = make_video(directory / "whale.mp4", seconds=1).read_bytes()
        with EmulatorProcess(directory, "--log-level", "warning", "--parse-seconds", "0") as emulator:
            return attacked(emulator, video, seed, range(count) if only is None else range(only, only + 1))


def attacked(emulator: EmulatorProcess, video: bytes, seed: int, numbers: range) -> Report:
    """Carry out the attacks with these numbers."""
    report = Report()
    bystander = Bystander(emulator, video)
    attacks = Attacks(make_kit(emulator, video), seed)
    campaign = Campaign(emulator, attacks, report)
    warm_up = max(WARM_UP_LEAST, int(len(numbers) * WARM_UP_SHARE))
    started = time.monotonic()
    asyncio.run(campaign.run(numbers[:warm_up]))
    time.sleep(REST_SECONDS)
    before = emulator.resident_bytes() if emulator.process.poll() is None else 0
    asyncio.run(campaign.run(numbers[warm_up:]))
    report.seconds = time.monotonic() - started
    with suppress(httpx.HTTPError):
        report.faults += [fault] if (fault := bystander.check()) else []
    bystander.close()
    report.faults += aftermath(emulator)
    if emulator.process.poll() is None:
        report.memory = (before, emulator.resident_bytes())
    if len(numbers) > warm_up and report.memory[1] > (1 + MEMORY_GROWTH) * before:
        report.faults.append(f"memory grew by more than {MEMORY_GROWTH:.0%}")
    return report


def aftermath(emulator: EmulatorProcess) -> list[str]:
    """What is wrong with an emulator once the attacks are over; it is reset."""
    faults = [f"its log: {line}" for line in emulator.log.read_text(errors="replace").splitlines() if tells(line)]
    if emulator.process.poll() is not None:
        return [*faults, f"the process ended with code {emulator.process.returncode}"]
    try:
        time.sleep(REST_SECONDS)
        httpx.post(emulator.base_url + "/__mock__/reset", headers=RESET, timeout=ANSWER_SECONDS, trust_env=False)
        time.sleep(REST_SECONDS)
        status = httpx.get(emulator.base_url + "/__mock__/health", timeout=ANSWER_SECONDS, trust_env=False).status_code
    except httpx.HTTPError as error:
        return [*faults, f"no sign of health: {error!r}"]
    return faults if status == 200 else [*faults, f"health has status {status}"]


def tells(line: str) -> bool:
    """Whether a line of the log tells of something that broke."""
    return any(sign in line for sign in LOG_SIGNS)


def main() -> int:
    parser = argparse.ArgumentParser(prog="hostile", description=__doc__)
    parser.add_argument("--count", type=int, default=100_000, help="how many attacks (%(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="what they are made from (%(default)s)")
    parser.add_argument("--only", type=int, metavar="NUMBER", help="carry out this attack alone")
    arguments = parser.parse_args()
    report = run(arguments.count, arguments.seed, arguments.only)
    sys.stdout.write(report.table() + "\n")
    return 1 if report.faults else 0


if __name__ == "__main__":
    sys.exit(main())
