"""Emulator of the Memories.ai video API: stateful, offline, reading real media.

with Emulator(Settings(parse_seconds=0)) as emulator:
    print(emulator.base_url)
"""

from memories_ai_mock.app import create_app
from memories_ai_mock.clock import Clock, ManualClock
from memories_ai_mock.runner import Emulator
from memories_ai_mock.settings import Settings, SetupError

__all__ = ["Clock", "Emulator", "ManualClock", "Settings", "SetupError", "create_app"]
