"""The whole path on this machine: upload a video, find a moment in it, discuss it, get it back.

`make demo`, or `python -m examples.demo [--video PATH] [--phrase TEXT]`. Starts the emulator by itself; no key and no
network are needed. Exit code 0 if every step did what it should.
"""

from __future__ import annotations

import argparse
import hashlib
import signal
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TaskID, TextColumn, TransferSpeedColumn
from rich.table import Table
from rich.text import Text

from memories_ai import (
    ContentEvent,
    MemoriesAI,
    MemoriesError,
    Polling,
    Reference,
    ReferenceEvent,
    Segment,
    ThinkingEvent,
    UploadedVideo,
    Video,
)
from memories_ai.webhooks import CallbackReceiver, VideoCallback
from memories_ai_mock import Emulator, Settings, SetupError

SAMPLE = Path(__file__).parent / "media" / "sample.mp4"
KEY = "sk-mavi-demo"
PATIENCE = 60.0

console = Console(highlight=False)


class StepFailedError(Exception):
    """A step did not do what it should; says which, and why."""


class UnexpectedResultError(Exception):
    """An answer came, but not the right one."""


class Steps:
    """Numbers the steps, and says which one failed."""

    def __init__(self) -> None:
        self._number = 0

    @contextmanager
    def __call__(self, title: str) -> Iterator[None]:
        self._number += 1
        console.print(Text.assemble("\n", (f" {self._number} ", "bold white on blue"), " ", (title, "bold")))
        try:
            yield
        except (MemoriesError, SetupError, OSError, UnexpectedResultError) as error:
            raise StepFailedError(f"Step {self._number} ({title}) failed: {error}") from error


def main(argv: Sequence[str] | None = None) -> int:
    """Run the demo and return its exit code: 0 good, 1 a step failed, 130 interrupted."""
    parser = argparse.ArgumentParser(prog="demo", description="Upload, search, chat and download on the emulator.")
    parser.add_argument("--video", type=Path, default=SAMPLE, help="a video of your own (default: the sample)")
    parser.add_argument("--phrase", default="red balloon", help="what to search for (default: %(default)s)")
    arguments = parser.parse_args(argv)
    # A polite kill ends like Ctrl-C: through the `with` blocks that stop the emulator.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        run(arguments.video, arguments.phrase)
    except StepFailedError as error:
        console.print(Text(f"\n{error}", style="bold red"))
        return 1
    except KeyboardInterrupt:
        console.print(Text("\nInterrupted; the emulator is stopped.", style="yellow"))
        return 130
    return 0


def run(video: Path, phrase: str) -> None:
    """Do all steps.

    Raises:
        StepFailedError: one went wrong.
    """
    step = Steps()
    with step("Start the emulator on a free port"):
        emulator = Emulator(Settings(keys=[KEY], parse_seconds=1.0))
    with emulator, CallbackReceiver() as receiver, MemoriesAI(KEY, base_url=emulator.base_url) as client:
        console.print(f"   {emulator.base_url}")
        with step(f"Upload {video.name}"):
            uploaded = upload(client, video, receiver.url)
        with step("Receive the callback, and wait for PARSE"):
            wait(client, uploaded.video_no, receiver)
        with step(f"Search for “{phrase}”"):
            search(client, phrase)
        with step("Discuss it: an answer as a stream"):
            chat(client, uploaded.video_no, f"What happens with the {phrase}?")
        with step("Print what is said in it"):
            transcript(client, uploaded.video_no)
        with step("Download it again"):
            download(client, uploaded.video_no, video)
        with step("Delete it"):
            delete(client, uploaded.video_no)
    console.print(Text("\nAll steps done.", style="bold green"))


def upload(client: MemoriesAI, video: Path, callback: str) -> UploadedVideo:
    """Send the file, with a bar."""
    columns = (TextColumn("  "), BarColumn(), DownloadColumn(), TransferSpeedColumn())
    with Progress(*columns, console=console) as bar:
        task: TaskID = bar.add_task("upload")
        uploaded = client.videos.upload(
            video,
            callback=callback,
            tags=["demo"],
            on_progress=lambda sent, total: bar.update(task, completed=sent, total=total),
        )
    console.print(f"   accepted as {uploaded.video_no}, status {uploaded.status.value if uploaded.status else '?'}")
    return uploaded


def wait(client: MemoriesAI, video_no: str, receiver: CallbackReceiver) -> Video:
    """Hear of the end of indexing twice: by callback, and by asking."""
    with console.status("   indexing ..."):
        video = client.videos.wait(video_no, timeout=PATIENCE, polling=Polling(delay=0.2, max_delay=1.0))
        event = receiver.get(PATIENCE)
    expect(isinstance(event, VideoCallback) and event.video_no == video_no, "the callback speaks of something else")
    console.print(f"   callback: {event.raw}")
    details = client.videos.get(video_no)
    size = f"{details.width}x{details.height}, {details.fps:g} fps" if details.fps else "size unknown"
    status = video.status.value if video.status else "?"
    console.print(f"   {status}: {video.name}, {video.duration:g} s, {video.size} bytes, {size}")
    return video


def search(client: MemoriesAI, phrase: str) -> None:
    """Show where it is said and where it is seen."""
    table = Table("found in", "video", "from", "to", "score", "text", box=None, pad_edge=True)
    hits = [("speech", hit) for hit in client.search(phrase, "BY_AUDIO", top_k=3)]
    hits += [("scene", hit) for hit in client.search(phrase, "BY_CLIP", top_k=3)]
    expect(hits, f"nothing was found for {phrase!r}")
    for kind, hit in hits:
        score = f"{hit.score:.3f}" if hit.score is not None else "-"
        table.add_row(kind, Text(hit.video_name or ""), clock(hit.start), clock(hit.end), score, Text(hit.text or ""))
    console.print(table)


def chat(client: MemoriesAI, video_no: str, question: str) -> None:
    """Print the pieces of an answer as they come, then what it rests on."""
    console.print(Text(f"   {question}", style="italic"))
    references: tuple[Reference, ...] = ()
    answer = ""
    with client.chat.stream(question, video_nos=[video_no]) as events:
        for event in events:
            match event:
                case ThinkingEvent(title=title):
                    console.print(Text(f"   … {title}", style="dim"))
                case ReferenceEvent(references=found):
                    references += found
                case ContentEvent(text=piece):
                    answer += piece
                    console.print(piece, end="", markup=False, soft_wrap=True)
    console.print()
    expect(answer, "the answer is empty")
    for item in (item for reference in references for item in reference.items):
        console.print(Text(f"   [{clock(item.start)}] {item.type.value}: {item.text or ''}", style="cyan"))


def transcript(client: MemoriesAI, video_no: str) -> None:
    """What is said, as a table; a video may well be silent."""
    spoken = client.transcriptions.audio(video_no)
    segments: Sequence[Segment] = spoken.segments if spoken else ()
    table = Table("#", "from", "to", "text", box=None, pad_edge=True)
    for segment in segments:
        table.add_row(str(segment.index), clock(segment.start), clock(segment.end), Text((segment.text or "").strip()))
    console.print(table if segments else "   nothing is said in it")


def download(client: MemoriesAI, video_no: str, original: Path) -> None:
    """Get the file back and compare it with what was sent."""
    with tempfile.TemporaryDirectory() as folder:
        copy = client.videos.download(video_no, folder)
        ours, theirs = sha256(original), sha256(copy.path)
    console.print(f"   {copy.size} bytes, sha256 {theirs}")
    expect(ours == theirs, f"the copy differs from the original ({ours})")
    console.print("   the same as the original")


def delete(client: MemoriesAI, video_no: str) -> None:
    """Remove it and show the library."""
    client.videos.delete(video_no)
    left = client.videos.list()
    console.print(f"   the library holds {left.total} videos")
    expect(not left.items, "the video is still there")


def expect(condition: object, problem: str) -> None:
    """Fail the step unless the condition holds."""
    if not condition:
        raise UnexpectedResultError(problem)


def sha256(path: Path) -> str:
    """The hash of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def clock(seconds: float | None) -> str:
    """Seconds as m:ss."""
    if seconds is None:
        return "-"
    return f"{int(seconds // 60)}:{int(seconds % 60):02}"


if __name__ == "__main__":
    sys.exit(main())
