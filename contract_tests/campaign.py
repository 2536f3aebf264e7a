"""Sends requests generated from many seeds, in all phases of schemathesis, and counts them: `make campaign`."""

import argparse
import os
import re
import subprocess
import sys

SEEDS = 20
LEAST = 50_000
COUNT = re.compile(r"contract: (\d+) generated requests sent")
TESTS = "contract_tests/test_generated_requests.py"


def main() -> int:
    """Returns 0 if nothing was found, and enough was asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=SEEDS, help="how many seeds (%(default)s)")
    parser.add_argument("--first", type=int, default=1, help="the first of them (%(default)s)")
    arguments = parser.parse_args()
    total, failed = 0, []
    for seed in range(arguments.first, arguments.first + arguments.seeds):
        run = one(seed)
        count = sum(int(number) for number in COUNT.findall(run.stdout))
        total += count
        sys.stdout.write(
            f"seed {seed}: {count} requests, {'nothing found' if run.returncode == 0 else 'FAULTS FOUND'}\n"
        )
        sys.stdout.flush()
        if run.returncode:
            failed.append(seed)
            sys.stdout.write(run.stdout)
    sys.stdout.write(
        f"{total} requests from {arguments.seeds} seeds; {len(failed)} seeds found faults {failed or ''}\n"
    )
    if total < LEAST and arguments.seeds >= SEEDS:
        sys.stdout.write(f"too few requests: at least {LEAST} are wanted\n")
        return 1
    return 1 if failed else 0


def one(seed: int) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "MEMORIES_CONTRACT_SEED": str(seed)}
    command = [sys.executable, "-m", "pytest", "-q", TESTS, f"--hypothesis-seed={seed}", "--show-capture=no"]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


if __name__ == "__main__":
    sys.exit(main())
