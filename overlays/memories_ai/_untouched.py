"""Parts of an answer as they came, for `raw`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from ._types import Raw


def untouched(payload: Mapping[str, object]) -> Raw:
    """The data of an envelope whose shape was checked."""
    return cast(Raw, payload["data"])


def rows(value: Mapping[str, object], name: str) -> Sequence[Raw]:
    """A list of objects in a value whose shape was checked."""
    return cast(Sequence[Raw], value[name])
