"""Fixtures of the emulator's tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from film_makers import FILMS, Film, make_film
from memories_ai_mock import Emulator, ManualClock, Settings
from mock_support import KEY, RESET, Api, Receiver, make_video


@pytest.fixture(scope="session")
def media(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory with whale.mp4 (h264, speech), silent.mp4 (no subtitles), old.mp4 (mpeg4), text.mp4 (no video)."""
    directory = tmp_path_factory.mktemp("media")
    make_video(directory / "whale.mp4")
    make_video(directory / "silent.mp4", subtitles=())
    make_video(directory / "old.mp4", codec="mpeg4", subtitles=())
    (directory / "text.mp4").write_text("This is no video.\n" * 50)
    return directory


@pytest.fixture(scope="session")
def shared_emulator() -> Iterator[Emulator]:
    with Emulator(Settings(clock=ManualClock(), stream_pause=0)) as running:
        yield running


@pytest.fixture
def emulator(shared_emulator: Emulator) -> Emulator:
    """An empty emulator that indexes one second of its clock after the upload; the clock stands still."""
    httpx.post(shared_emulator.base_url + "/__mock__/reset", headers=RESET).raise_for_status()
    return shared_emulator


@pytest.fixture
def connect(emulator: Emulator) -> Iterator[Callable[[str], Api]]:
    """Makes clients for other keys."""
    opened: list[Api] = []

    def make(key: str) -> Api:
        opened.append(Api(emulator, key))
        return opened[-1]

    yield make
    for each in opened:
        each.http.close()


@pytest.fixture
def api(connect: Callable[[str], Api]) -> Api:
    return connect(KEY)


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    made = Receiver()
    yield made
    made.close()


@pytest.fixture(scope="session")
def films(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Film, Path]]:
    """Films of many kinds, as files."""
    directory = tmp_path_factory.mktemp("films")
    made = [(film, directory / f"{film.name}.mp4") for film in FILMS]
    for film, path in made:
        make_film(film, path)
    return made
