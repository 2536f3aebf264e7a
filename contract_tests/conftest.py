"""Where the suite runs: against the emulator, or with MEMORIES_CONTRACT_URL and MEMORIES_CONTRACT_KEY set, against that
server. Nothing is skipped: tests that a real server shall not get are not part of such a run (see README.md).
"""

import os
import uuid
from collections import Counter
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from memories_ai_contract.cut_text import JsonValue
from memories_ai_contract.film import CAPTURE, SAMPLE, Sample, film_server, short_cut
from memories_ai_contract.specification import load_specification
from memories_ai_contract.targets import MOCK_KEY, ApiKey, Target, TargetError, check_url, items_at, open_target
from memories_ai_mock import Emulator, Settings

# Long enough for a look at a video that is not indexed yet, short enough to wait for.
MOCK_PARSE_SECONDS = 0.3
MOCK_PATIENCE, MOCK_POLL = 20.0, 0.05
# The service takes minutes to index a video, and a language model many seconds to answer.
LIVE_PATIENCE, LIVE_POLL = 900.0, 5.0

LIBRARY_SIZE = 5

_LIVE_URL = pytest.StashKey[str | None]()
_KEY = pytest.StashKey[ApiKey]()
_LINES = pytest.StashKey[list[str]]()
_REQUESTS = pytest.StashKey[Counter[str]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("contract", "contract suite")
    group.addoption(
        "--contract-url",
        help="base URL of a real server (default: MEMORIES_CONTRACT_URL); its key is read from MEMORIES_CONTRACT_KEY",
    )
    group.addoption(
        "--live-writes",
        action="store_true",
        help="on a real server also upload, chat, search and delete what was uploaded: this costs credits",
    )


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "live_writes: costs credits or changes data; on a real server only if asked for")
    config.addinivalue_line("markers", "other_host: for an operation that the platform's host does not serve")
    config.stash[_LINES] = []
    config.stash[_REQUESTS] = Counter()
    # The options are unknown where this file is found late, as by `pytest .`.
    url = config.getoption("contract_url", None) or os.environ.get("MEMORIES_CONTRACT_URL")
    if config.getoption("live_writes", False) and not url:
        raise pytest.UsageError("--live-writes: there is no real server to write to; set MEMORIES_CONTRACT_URL")
    try:
        config.stash[_LIVE_URL] = check_url(url) if url else None
        config.stash[_KEY] = ApiKey(os.environ.get("MEMORIES_CONTRACT_KEY", "") if url else MOCK_KEY)
    except TargetError as error:
        raise pytest.UsageError(str(error)) from error


def may_write(config: pytest.Config) -> bool:
    return config.stash[_LIVE_URL] is None or config.getoption("live_writes", False)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "target" in metafunc.fixturenames:
        name = "live" if metafunc.config.stash[_LIVE_URL] else "mock"
        metafunc.parametrize("target", [name], indirect=True, scope="session")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    # Generated requests come by the thousand; a real server takes one upload and two chats a minute.
    return True if config.stash[_LIVE_URL] and collection_path.name == "test_generated_requests.py" else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    marker_names = [] if may_write(config) else ["live_writes"]
    marker_names += ["other_host"] if config.stash[_LIVE_URL] else []
    out = [item for item in items if any(item.get_closest_marker(name) for name in marker_names)]
    config.hook.pytest_deselected(items=out)
    items[:] = [item for item in items if item not in out]


@pytest.fixture(scope="session")
def target(request: pytest.FixtureRequest) -> Iterator[Target]:
    """The server under test; what the run uploaded to it is deleted at the end."""
    with _open(request.param, request.config) as opened:
        yield opened
        opened.delete_uploads()


@contextmanager
def _open(name: str, config: pytest.Config) -> Iterator[Target]:
    specification = load_specification()
    key = config.stash[_KEY]
    if url := config.stash[_LIVE_URL]:
        with open_target(name, url, key, specification, patience=LIVE_PATIENCE, poll=LIVE_POLL) as live:
            yield live
        return
    settings = Settings(keys=[MOCK_KEY], parse_seconds=MOCK_PARSE_SECONDS, stream_pause=0)
    with (
        Emulator(settings) as emulator,
        open_target(name, emulator.base_url, key, specification, patience=MOCK_PATIENCE, poll=MOCK_POLL) as mock,
    ):
        yield mock


@pytest.fixture(scope="session")
def sample(target: Target) -> Sample:
    """The sample film, uploaded with everything that can be said about it, and indexed."""
    unique_id = f"contract-{uuid.uuid4().hex}"
    form = {**CAPTURE, "unique_id": unique_id}
    video_no = target.upload(SAMPLE.name, SAMPLE.read_bytes(), **form)
    return Sample(video_no, unique_id, tuple(target.wait_until_indexed(video_no)))


@pytest.fixture(scope="session")
def some_video(request: pytest.FixtureRequest, target: Target) -> dict[str, JsonValue]:
    """The row of an indexed video: the sample where it may be uploaded, else the newest one of the account."""
    if may_write(request.config):
        video_no = request.getfixturevalue("sample").video_no
        return target.existing_row(video_no)
    rows = items_at(target.call("list_videos", json={"status": "PARSE", "size": 1}).data, "videos")
    assert rows, "the account holds no indexed video to look at; upload one, or run with --live-writes"
    return rows[0]


@pytest.fixture(scope="session")
def library(target: Target) -> dict[str, str]:
    """The conditions that name a namespace with several videos; of a real account, its own library."""
    if target.name == "live":
        return {}
    unique_id = f"contract-{uuid.uuid4().hex}"
    for number in range(LIBRARY_SIZE):
        target.upload(f"film {number}.mp4", short_cut(), unique_id=unique_id)
    return {"unique_id": unique_id}


@pytest.fixture(scope="session")
def film_url() -> Iterator[str]:
    """A film on this machine, to be fetched; the address takes callbacks as well."""
    with film_server() as url:
        yield url


@pytest.fixture(scope="session")
def emulator() -> Iterator[Emulator]:
    """An emulator for generated requests, which indexes at once."""
    with Emulator(Settings(keys=[MOCK_KEY], parse_seconds=0, stream_pause=0)) as started:
        yield started


@pytest.fixture(scope="session")
def summary(request: pytest.FixtureRequest) -> list[str]:
    """Lines to print at the end of the run."""
    return request.config.stash[_LINES]


@pytest.fixture(scope="session")
def generated(request: pytest.FixtureRequest) -> Counter[str]:
    """Counts the generated requests, by kind."""
    return request.config.stash[_REQUESTS]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    counts = config.stash[_REQUESTS]
    lines = config.stash[_LINES].copy()
    if counts:
        kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(counts.items()))
        lines.append(f"{counts.total()} generated requests sent ({kinds})")
    for line in lines:
        terminalreporter.write_line(f"contract: {line}")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Whatever a failure shows (locals, answers of an odd server, captured output), it does not show the key."""
    report = yield
    key = item.config.stash[_KEY]
    report.sections = [(name, key.scrub(text)) for name, text in report.sections]
    if report.longrepr is not None and (text := str(report.longrepr)) != key.scrub(text):
        report.longrepr = key.scrub(text)
    return report
