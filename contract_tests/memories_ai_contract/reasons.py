"""Lists of exceptions that the suite is held against; every entry says why."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

_SHORTEST_REASON = 20


# What an entry holds besides its reason is any YAML.
def entries(directory: Path) -> Iterator[dict[str, Any]]:
    """The entries of all lists in a directory.

    Raises:
        ValueError: one has no reason.
    """
    for path in sorted(directory.glob("*.yaml")):
        for entry in yaml.safe_load(path.read_text(encoding="utf-8")):
            if len(entry.get("reason", "")) <= _SHORTEST_REASON:
                raise ValueError(f"{path.name}: an entry has no reason: {entry}")
            yield entry
