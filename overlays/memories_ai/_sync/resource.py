# Generated from overlays/memories_ai/_async/resource.py by `make generate`. Do not edit.
"""What the resources share."""

from __future__ import annotations

from memories_ai_generated.types import UNSET, Unset

from .._validation import optional
from .transport import Transport


class Resource:
    """A group of operations on one transport."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def _namespace(self, unique_id: str | None) -> str | Unset:
        """The namespace of a call, else the client's, else nothing is sent."""
        chosen = optional("unique_id", unique_id if unique_id is not None else self._transport.config.unique_id)
        return UNSET if chosen is None else chosen
