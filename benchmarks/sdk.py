"""How much the SDK costs, beside httpx and other SDKs: `make bench-sdk`. The README says what is measured."""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.servers import HOST, Server, client_core, cores, start_canned

ROOT = Path(__file__).parents[1]
PEERS = ROOT / "build" / "peers" / "bin" / "python"
SDK, HTTPX, FSYNC = "memories_ai", "raw httpx", "raw httpx, fsync"
OTHERS = ("openai", "twelvelabs")
CHILD_SECONDS = 300.0
MB = 1_000_000

# What is imported and made; each in an interpreter of its own.
IMPORTS = {
    "httpx": "import httpx",
    SDK: "from memories_ai import MemoriesAI",
    "openai": "from openai import OpenAI",
    "twelvelabs": "from twelvelabs import TwelveLabs",
}
CLIENTS = {
    "httpx": "import httpx; httpx.Client()",
    SDK: "from memories_ai import MemoriesAI; MemoriesAI('key')",
    f"{SDK}, videos": "from memories_ai import MemoriesAI; MemoriesAI('key').videos",
    "openai": "from openai import OpenAI; OpenAI(api_key='key')",
    "twelvelabs": "from twelvelabs import TwelveLabs; TwelveLabs(api_key='key')",
}
TIMED = """
from time import perf_counter
started = perf_counter()
{statement}
seconds = perf_counter() - started
from benchmarks.memory import peak_memory
print(seconds, peak_memory() or 0)
"""


@dataclass(frozen=True)
class Row:
    """A subject and its repeats: seconds, and bytes of memory where they count."""

    name: str
    seconds: Sequence[float]
    memory: Sequence[int] = ()

    def ratios(self, base: Row, *, inverse: bool = False) -> list[float]:
        """Beside the base in the same round."""
        pairs = zip(self.seconds, base.seconds, strict=True)
        return [theirs / ours if inverse else ours / theirs for ours, theirs in pairs]


class Bench:
    """A run: the server, the interpreter of the subjects, and the verdicts."""

    def __init__(self, server: Server, directory: Path, python: Path) -> None:
        self._url = f"http://{HOST}:{server.port}"
        self._directory = directory
        self._python = python
        self._verdicts: list[tuple[str, bool]] = []

    def imports(self, rounds: int) -> None:
        bare = self._started("pass", 1 + rounds)
        empty = statistics.median(memory for _, memory in bare)
        for title, statements in {"import": IMPORTS, "import and make a client": CLIENTS}.items():
            rows = self._import_rows(statements, rounds, empty)
            say(table(f"{title}, net of the interpreter", rows, "httpx"))
            if title == "import":
                self._aim("import", "time", rows, "httpx", 1.3)
                memory = statistics.median(row_of(rows, SDK).memory) / MB
                self._verdict(f"import: memory {memory:.1f} MB, aim 32 MB at most", memory <= 32)

    def _import_rows(self, statements: dict[str, str], rounds: int, empty: float) -> list[Row]:
        found: dict[str, list[tuple[float, int]]] = {name: [] for name in statements}
        # The first round reads the files from disk, and does not count.
        for _ in range(rounds + 1):
            for name, statement in statements.items():
                found[name] += self._started(statement, 1)
        return [
            Row(name, [seconds for seconds, _ in runs[1:]], [int(memory - empty) for _, memory in runs[1:]])
            for name, runs in found.items()
            if len(runs) > rounds
        ]

    def _started(self, statement: str, times: int) -> list[tuple[float, int]]:
        """Seconds of a statement in new interpreters, and their memory; empty: what it needs is not installed."""
        runs = []
        for _ in range(times):
            output = self._python_run(["-c", TIMED.format(statement=statement)], missing_module_is_fine=True)
            if output is None:
                return []
            seconds, memory = output.split()
            runs.append((float(seconds), int(memory)))
        return runs

    def calls(self, rounds: int) -> None:
        titles = {"calls": "one call: the metadata of a video", "calls-at-once": "the same, 50 at once"}
        for section, title in titles.items():
            rows = self._section(section, rounds)
            say(table(title, rows, HTTPX))
            self._aim(title, "time", rows, HTTPX, 1.15)
        say(table("one call: a page of ten videos", self._section("lists", rounds), HTTPX, others=False))

    def transcript(self, rounds: int) -> None:
        rows = self._section("transcript", rounds)
        say(table("a transcript of 2,000 segments (210 KB)", rows, "json.loads"))
        self._aim("transcript, not looked into", "time", rows, "json.loads", 2)

    def first_event(self, rounds: int) -> None:
        say(table("the first event of a stream", self._section("first-event", rounds), HTTPX, others=False))

    def transfers(self, rounds: int, size: int) -> None:
        for name, length in {"small.mp4": MB, "large.mp4": size}.items():
            with (self._directory / name).open("wb") as file:
                file.truncate(length)
        self._transfer("upload", [HTTPX, SDK], rounds, size, HTTPX)
        self._transfer("download", [HTTPX, FSYNC, SDK], rounds, size, HTTPX)

    def _transfer(self, section: str, subjects: Sequence[str], rounds: int, size: int, base: str) -> None:
        found: dict[str, tuple[list[float], list[int]]] = {name: ([], []) for name in subjects}
        for turn in range(rounds + 1):
            # Each has its turn to be the first: it may have to wait for the disk.
            for name in [*subjects[turn % len(subjects) :], *subjects[: turn % len(subjects)]]:
                run = self._moved(section, name, size)
                if turn:  # the first round reads the file into the cache of the system, and does not count
                    found[name][0].extend(run["seconds"])
                    found[name][1].extend(int(memory) for memory in run["memory"])
        rows = [Row(name, seconds, memory) for name, (seconds, memory) in found.items()]
        say(table(f"{section} of {size / MB:,.0f} MB", rows, base, others=False, size=size))
        self._aim(section, "throughput", rows, base, 0.95)
        memory = max(row_of(rows, SDK).memory, default=0) / MB
        self._verdict(f"{section}: extra memory {memory:.1f} MB, aim 16 MB at most", memory <= 16)

    def _moved(self, section: str, subject: str, size: int) -> dict[str, list[float]]:
        """One transfer; what was received is deleted, lest it be written to disk while the next one is measured."""
        received = self._directory / "received.mp4"
        target = self._directory / "large.mp4" if section == "upload" else received
        run = self._measured(section, "--subject", subject, "--size", str(size), "--file", str(target))
        received.unlink(missing_ok=True)
        return run

    def _section(self, section: str, rounds: int) -> list[Row]:
        samples = self._measured(section, "--rounds", str(rounds))
        return [Row(name, seconds) for name, seconds in samples.items()]

    def _measured(self, section: str, *options: str) -> dict[str, list[float]]:
        output = self._python_run(["-m", "benchmarks.measure", section, self._url, *options])
        found: dict[str, list[float]] = json.loads(output or "{}")
        return found

    def _python_run(self, command: Sequence[str], *, missing_module_is_fine: bool = False) -> str | None:
        path = [ROOT, ROOT / "overlays", ROOT / "generated_client"]
        settings = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, path)), "NO_PROXY": "*", "no_proxy": "*"}
        with client_core():
            done = subprocess.run(  # noqa: S603
                [self._python, *command],
                capture_output=True,
                text=True,
                timeout=CHILD_SECONDS,
                env=settings,
                check=False,
            )
        if done.returncode == 0:
            return done.stdout
        if missing_module_is_fine and "ModuleNotFoundError" in done.stderr:
            return None
        raise RuntimeError(f"{command}: {done.stderr[-2000:]}")

    def _aim(self, title: str, what: str, rows: Sequence[Row], base: str, aim: float) -> None:
        inverse = what == "throughput"
        low, ratio, high = quartiles(row_of(rows, SDK).ratios(row_of(rows, base), inverse=inverse))
        good = ratio >= aim if inverse else ratio <= aim
        bound = "at least" if inverse else "at most"
        self._verdict(f"{title}: {what} {ratio:.2f} ({low:.2f} to {high:.2f}) x {base}, aim {bound} {aim:g}", good)

    def _verdict(self, text: str, good: bool) -> None:
        self._verdicts.append((text, good))

    def verdicts(self) -> bool:
        """Print what came of the aims; whether all are met."""
        say("aims", *(f"  {'met   ' if good else 'MISSED'}  {text}" for text, good in self._verdicts))
        return all(good for _, good in self._verdicts)


def row_of(rows: Sequence[Row], name: str) -> Row:
    return next(row for row in rows if row.name == name)


def table(title: str, rows: Sequence[Row], base: str, *, others: bool = True, size: int = 0) -> str:
    """Middle and quartiles of the repeats. With a size, the ratio is one of throughput."""
    by_name = {row.name: row for row in rows}
    lines = [f"{title:<56} {'ratio':>6} {'quartiles':>15} {'memory':>10}"]
    for name in [*by_name, *(other for other in OTHERS if others and other not in by_name)]:
        if name not in by_name:
            lines.append(f"  {name:<24} not installed")
            continue
        row = by_name[name]
        middle = statistics.median(row.seconds)
        ratios = row.ratios(by_name[base], inverse=bool(size))
        low, ratio, high = quartiles(ratios)
        rate = f"{size / middle / MB:,.0f} MB/s" if size else ""
        memory = f"{statistics.median(row.memory) / MB:.1f} MB" if row.memory else ""
        spread = f"{low:.2f} to {high:.2f}"
        lines.append(f"  {name:<24} {duration(middle):>12} {rate:>16} {ratio:>6.2f} {spread:>15} {memory:>10}")
    return "\n".join([*lines, ""])


def quartiles(values: Sequence[float]) -> tuple[float, float, float]:
    """Of few values their least and most instead of the quartiles."""
    if len(values) < 4:
        return min(values), statistics.median(values), max(values)
    first, second, third = statistics.quantiles(values, n=4, method="inclusive")
    return first, second, third


def duration(seconds: float) -> str:
    for unit, factor in {"s": 1.0, "ms": 1e3}.items():
        if seconds * factor >= 1:
            return f"{seconds * factor:.2f} {unit}"
    return f"{seconds * 1e6:.0f} us"


def say(*lines: str) -> None:
    sys.stdout.write("\n".join([*lines, ""]))
    sys.stdout.flush()


SECTIONS: dict[str, Callable[[Bench, argparse.Namespace], None]] = {
    "import": lambda bench, arguments: bench.imports(arguments.rounds // 4),
    "calls": lambda bench, arguments: bench.calls(arguments.rounds),
    "transcript": lambda bench, arguments: bench.transcript(arguments.rounds),
    "first-event": lambda bench, arguments: bench.first_event(arguments.rounds),
    "transfers": lambda bench, arguments: bench.transfers(arguments.transfers, arguments.size),
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench-sdk", description=__doc__)
    parser.add_argument("sections", nargs="*", metavar="SECTION", help=f"of {', '.join(SECTIONS)}; all by default")
    parser.add_argument(
        "--rounds", type=int, default=40, help="how often each is measured, imports a quarter (%(default)s)"
    )
    parser.add_argument("--transfers", type=int, default=5, help="rounds of upload and download (%(default)s)")
    parser.add_argument("--size", type=int, default=1_000_000_000, help="bytes of upload and download (%(default)s)")
    parser.add_argument("--strict", action="store_true", help="exit with 1 where an aim is missed")
    arguments = parser.parse_args()
    if unknown := set(arguments.sections) - set(SECTIONS):
        parser.error(f"no such section: {', '.join(sorted(unknown))}")
    if len(cores()) < 2:
        say("Server and client share a core here: all ratios are too near to 1.", "")
    python = PEERS if PEERS.exists() else Path(sys.executable)
    with tempfile.TemporaryDirectory() as name, contextlib.ExitStack() as stack:
        server = start_canned(Path(name))
        stack.callback(server.close)
        bench = Bench(server, Path(name), python)
        for section in arguments.sections or SECTIONS:
            SECTIONS[section](bench, arguments)
        met = bench.verdicts()
    return 0 if met or not arguments.strict else 1


if __name__ == "__main__":
    sys.exit(main())
