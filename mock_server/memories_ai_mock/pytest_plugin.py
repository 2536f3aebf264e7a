"""Fixtures for the tests of applications, there wherever `memories-ai[mock]` and pytest are installed.

def test_search(memories_mock):
    memories_mock.add_video("sk-test", "beach", speech=[(0, 3, "Hello sea")])
    client = MemoriesAI(api_key="sk-test", base_url=memories_mock.base_url)
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from memories_ai_mock.control import Control
    from memories_ai_mock.runner import Emulator
    from memories_ai_mock.settings import Settings


@pytest.fixture(scope="session")
def memories_mock_settings() -> Settings:
    """What the emulator is started with; override it in a conftest.py. Indexes at once, and streams without pauses."""
    # Imported here: a plugin is loaded in every run of pytest, whether it is used or not.
    from memories_ai_mock import Settings

    return Settings(parse_seconds=0, stream_pause=0)


@pytest.fixture(scope="session")
def memories_mock_server(memories_mock_settings: Settings) -> Iterator[Emulator]:
    """One emulator for the whole run."""
    try:
        from memories_ai_mock import Emulator
    except ImportError as error:
        pytest.fail(f"memories_mock: {error}; install memories-ai[mock]", pytrace=False)
    with Emulator(memories_mock_settings) as emulator:
        yield emulator


@pytest.fixture
def memories_mock(memories_mock_server: Emulator) -> Control:
    """The emulator as it was at the beginning, for one test."""
    control = memories_mock_server.control
    control.reset()
    return control
