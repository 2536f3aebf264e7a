"""Emulator of the Memories.ai video API: stateful, offline, reading real media.

with Emulator(Settings(parse_seconds=0)) as emulator:
    print(emulator.base_url)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from memories_ai_mock.app import create_app
    from memories_ai_mock.clock import Clock, ManualClock
    from memories_ai_mock.control import Control
    from memories_ai_mock.runner import Emulator
    from memories_ai_mock.settings import Settings, SetupError

__all__ = ["Clock", "Control", "Emulator", "ManualClock", "Settings", "SetupError", "create_app"]

# Imported at their first use: pytest loads this package for its plugin in every run, and FFmpeg takes its time.
_MODULES = {
    "Clock": "clock",
    "Control": "control",
    "Emulator": "runner",
    "ManualClock": "clock",
    "Settings": "settings",
    "SetupError": "settings",
    "create_app": "app",
}


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
