"""The command line: `python -m memories_ai_mock`, and `memories-ai mock`, which passes its arguments on."""

from __future__ import annotations

import argparse
import ctypes
import logging
import signal
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

from memories_ai_mock.app import create_app
from memories_ai_mock.limits import OFF
from memories_ai_mock.memory import keep_memory_small
from memories_ai_mock.runner import Server, bind, url_of
from memories_ai_mock.settings import Settings, SetupError

# Of glibc's malloc.h.
M_ARENA_MAX = -8
LOG_LEVELS = ("critical", "error", "warning", "info", "debug")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the emulator until SIGINT or SIGTERM.

    Args:
        argv: Arguments without the program's name; None: those of this process.

    Returns:
        The exit code: 0 after a clean stop, 1 if it cannot start.

    Raises:
        SystemExit: as argparse does: 2 for arguments it cannot read, 0 after --help.
    """
    arguments = _parser().parse_args(argv)
    logging.basicConfig(level=arguments.log_level.upper(), format="%(levelname)s %(name)s: %(message)s")
    # Its messages about its own life repeat ours.
    logging.getLogger("uvicorn.error").setLevel(max(logging.WARNING, logging.getLogger().level))
    for chatty in ("httpx", "python_multipart"):
        logging.getLogger(chatty).setLevel(logging.ERROR)
    keep_memory_small()
    try:
        _serve(arguments)
    except SetupError as error:
        sys.stderr.write(f"memories-ai mock: {error}\n")
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="memories-ai mock", description="Emulator of the Memories.ai video API.", allow_abbrev=False
    )
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (%(default)s)")
    parser.add_argument("--port", type=int, default=8765, help="port to listen on; 0: a free one (%(default)s)")
    parser.add_argument("--ready-file", type=Path, metavar="PATH", help="write the base URL here once it answers")
    parser.add_argument("--data", type=Path, metavar="DIR", help="keep the state here (default: in memory)")
    parser.add_argument(
        "--key", action="append", default=[], help="accept this API key only; repeatable (default: any)"
    )
    parser.add_argument(
        "--parse-seconds", type=float, default=1.0, metavar="S", help="time from upload to PARSE or FAIL (%(default)s)"
    )
    parser.add_argument(
        "--parse-polls", type=int, metavar="N", help="index a video once it was seen UNPARSE so often, not by time"
    )
    parser.add_argument(
        "--caption-key",
        action="append",
        default=[],
        metavar="KEY",
        help="grant the caption host to this API key only; repeatable (default: to all)",
    )
    parser.add_argument("--credits", type=int, metavar="N", help="what every account begins with (default: no end)")
    parser.add_argument(
        "--rate-limits",
        default=OFF,
        metavar="off|documented|FILE",
        help="limits to keep: none, the documented ones, or those of a JSON file (%(default)s)",
    )
    parser.add_argument(
        "--sidecars", type=Path, metavar="DIR", help="NAME.json and NAME.srt there say what NAME.mp4 says and shows"
    )
    parser.add_argument("--catalogue", type=Path, metavar="FILE", help="further public posts to import and search")
    parser.add_argument("--seed", type=Path, metavar="FILE", help="fill the emulator with what this JSON file fixes")
    parser.add_argument(
        "--allow-fetch",
        action="append",
        default=[],
        metavar="HOST",
        help="fetch videos from this host and send callbacks to it, not only to loopback addresses; repeatable",
    )
    parser.add_argument("--log-level", choices=LOG_LEVELS, default="info", help="what to log on stderr (%(default)s)")
    return parser


def _share_memory_among_threads() -> None:
    """Have all threads take memory from two places. By default glibc gives each one of its own, which keep what they
    once needed."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL("libc.so.6").mallopt(M_ARENA_MAX, 2)


def _serve(arguments: argparse.Namespace) -> None:
    _share_memory_among_threads()
    settings = Settings(
        keys=arguments.key,
        data=arguments.data,
        parse_seconds=arguments.parse_seconds,
        parse_polls=arguments.parse_polls,
        caption_keys=arguments.caption_key,
        credits=arguments.credits,
        rate_limits=arguments.rate_limits,
        sidecars=arguments.sidecars,
        catalogue=arguments.catalogue,
        seed=arguments.seed,
        allow_fetch=arguments.allow_fetch,
    )
    with bind(arguments.host, arguments.port) as listener, _ready_file(arguments.ready_file) as write_ready_file:
        app = create_app(settings)
        url = url_of(listener)

        def announce() -> None:
            sys.stdout.write(f"Memories.ai emulator at {url} (Ctrl-C stops it)\n")
            sys.stdout.write(f"What it holds and was asked for: {url}/__mock__/\n")
            sys.stdout.flush()
            write_ready_file(url)

        server = Server(app, listener, announce)
        with _stopped_by_signals(server):
            server.serve_until_stopped()


@contextmanager
def _ready_file(path: Path | None) -> Iterator[Callable[[str], None]]:
    """Gives what writes the file; it is absent before that, and gone at the end.

    Raises:
        SetupError: it cannot be written.
    """
    if path is None:
        yield lambda _: None
        return
    try:
        path.unlink(missing_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}-"):
            pass
    except OSError as error:
        raise SetupError(f"{path}: cannot be written ({error.strerror}); give another --ready-file") from error
    try:
        yield lambda text: _write_atomically(path, text)
    finally:
        path.unlink(missing_ok=True)


def _write_atomically(path: Path, text: str) -> None:
    with tempfile.NamedTemporaryFile("w", dir=path.parent, prefix=f".{path.name}-", delete=False) as file:
        file.write(text + "\n")
    Path(file.name).replace(path)


@contextmanager
def _stopped_by_signals(server: Server) -> Iterator[None]:
    """SIGINT and SIGTERM end the server in good order.

    Uvicorn handles them while it serves, and raises them again for these handlers when it is done.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(_: int, __: FrameType | None) -> None:
        server.should_exit = True

    previous = {each: signal.signal(each, stop) for each in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for each, handler in previous.items():
            signal.signal(each, handler)
