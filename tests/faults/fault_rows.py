"""The rows of the fault table: read from the YAML files beside this module, and refused where they are misspelt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import attrs
import yaml

TABLES: Final = Path(__file__).parent / "tables"
UNGIVEN: Final = object()  # None is a value
# Immediate for a machine at rest; a hang lasts as long as the server holds a connection.
AT_ONCE: Final = 2.0


@attrs.frozen(kw_only=True)
class Expectation:
    """What must come of a call. Without `error`, it must end well; then `value` is looked at where it is given."""

    error: str | Sequence[str] | None = None
    code: str | None = None
    status: int | None = None
    message: str | None = None
    attempts: int | None = None
    value: Any = UNGIVEN
    events: Sequence[Any] | None = None
    file: Any = None
    requests: int | None = None
    within: float = AT_ONCE
    memory: float | None = None


@attrs.frozen(kw_only=True)
class Row:
    """One fault. See README.md beside this module for the words."""

    name: str
    call: str
    args: Mapping[str, Any] = attrs.field(factory=dict)
    server: Sequence[Sequence[Any]] = ()
    elsewhere: Sequence[Sequence[Any]] = ()
    listen: str = "plain"
    client: Mapping[str, Any] = attrs.field(factory=dict)
    times: int = 1
    rest: float = 0.0
    take: int | None = None
    file_bytes: int = 100_000
    expect: Expectation = attrs.field(converter=lambda value: Expectation(**value))


@attrs.frozen(kw_only=True)
class CallbackRow:
    """Callback bodies in the order of their arrival, and what they must be taken for."""

    name: str
    bodies: Sequence[Any]
    events: Sequence[Any] = ()
    news: int | None = None
    error: str | None = None


def wire_rows() -> list[Row]:
    return [
        Row(**row) for path in sorted(TABLES.glob("*.yaml")) if path.stem != "callbacks" for row in _load(path)["rows"]
    ]


def callback_rows() -> list[CallbackRow]:
    return [CallbackRow(**row) for row in _load(TABLES / "callbacks.yaml")["rows"]]


def _load(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))
