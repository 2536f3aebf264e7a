"""The command `memories-ai`."""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run a subcommand and return its exit code."""
    parser = argparse.ArgumentParser(prog="memories-ai", description="Tools around the Memories.ai SDK.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    # The emulator reads its own options: it is a program of its own that this command only starts.
    commands.add_parser("mock", help="start the emulator of the service", add_help=False)
    _, rest = parser.parse_known_args(argv)
    return _mock(rest)


def _mock(argv: Sequence[str]) -> int:
    try:
        # By name: the SDK must not depend on the emulator, which comes with an extra.
        emulator = importlib.import_module("memories_ai_mock.cli")
    except ModuleNotFoundError as error:
        print(
            f"memories-ai mock: {error.name} is missing. Install it with: pip install 'memories-ai[mock]'",
            file=sys.stderr,
        )
        return 1
    code: int = emulator.main(argv)
    return code


if __name__ == "__main__":
    sys.exit(main())
