"""Reads the JSON files that people hand over: seeds, catalogues, limits, sidecars."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


# It may be any JSON.
def read_json_file(path: Path) -> Any:
    """What a JSON file in UTF-8 holds.

    Raises:
        OSError: it cannot be read.
        ValueError: it is no JSON, or nested too deeply.
    """
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except RecursionError:
        raise ValueError("is nested too deeply") from None
