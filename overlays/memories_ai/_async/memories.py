"""Texts to remember."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from memories_ai_generated import models as wire
from memories_ai_generated.api.memories import add_memory, list_memories, search_memories
from memories_ai_generated.operations import OPERATIONS
from memories_ai_generated.types import Unset

from .. import _validation as check
from .._convert_library import unspecified
from .._errors import ValidationError
from .._options import given
from .._types import MemoryEntry, UnspecifiedAnswer
from .resource import AsyncResource


class AsyncMemories(AsyncResource):
    """Texts to remember: `client.memories`. No source shows what the service answers: the answers are as they came."""

    async def add(
        self,
        entries: Sequence[MemoryEntry],
        *,
        tags: Sequence[str] | None = None,
        latitude: float | None = None,
        longitude: float | None = None,
        memories_at: datetime | None = None,
        unique_id: str | None = None,
        timeout: float | None = None,
    ) -> UnspecifiedAnswer:
        """Store texts, with when and where they belong.

        How many texts and tags fit into a call is not known. An id by which a text could be changed or deleted is
        nowhere shown.

        Args:
            entries: at least one.
            tags: free text each.
            latitude, longitude: place in decimal degrees, both or none.
            memories_at: when it was; a datetime with a time zone.
            unique_id: namespace; else the client's. One page requires it; the newest document does not know it.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            ValidationError: an argument that the service would refuse; nothing was sent.
            MemoriesError: anything else.
        """
        latitude, longitude = check.place(latitude, longitude)
        body = wire.AddMemoryRequest(
            memories=[_entry(entry) for entry in check.some("entries", check.as_list("entries", entries))],
            unique_id=self._namespace(unique_id),
            tags=given(check.tags(tags, None)),
            latitude=given(check.decimal(latitude)),
            longitude=given(check.decimal(longitude)),
            memories_at=given(check.instant("memories_at", memories_at)),
        )
        return await self._transport.call(
            OPERATIONS["add_memory"], add_memory._get_kwargs(body=body), unspecified, timeout=timeout
        )

    async def list(
        self,
        *,
        page: int | None = None,
        page_size: int | None = None,
        filters: Mapping[str, object] | None = None,
        unique_id: str | None = None,
        timeout: float | None = None,
    ) -> UnspecifiedAnswer:
        """One page of the stored texts. In which order, is not known.

        Args:
            page: 1-based; the service assumes 1.
            page_size: texts a page; the service assumes 20. Its largest is not known.
            filters: conditions, sent as they are; their grammar is not documented.
            unique_id: namespace; else the client's.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            ValidationError: an argument that the service would refuse; nothing was sent.
            MemoriesError: anything else.
        """
        body = wire.ListMemoriesRequest(
            page=given(check.between("page", page, 1)),
            page_size=given(check.between("page_size", page_size, 1)),
            filters=_filters(filters),
            unique_id=self._namespace(unique_id),
        )
        return await self._transport.call(
            OPERATIONS["list_memories"], list_memories._get_kwargs(body=body), unspecified, timeout=timeout
        )

    async def search(
        self,
        query: str,
        *,
        page: int | None = None,
        page_size: int | None = None,
        filters: Mapping[str, object] | None = None,
        unique_id: str | None = None,
        timeout: float | None = None,
    ) -> UnspecifiedAnswer:
        """One page of the stored texts that match; whether by meaning or by words, is not known.

        Args:
            query: what to look for.
            page, page_size, filters: as for `list`.
            unique_id: namespace; else the client's.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            ValidationError: an argument that the service would refuse; nothing was sent.
            MemoriesError: anything else.
        """
        body = wire.SearchMemoriesRequest(
            query=check.non_empty("query", query),
            page=given(check.between("page", page, 1)),
            page_size=given(check.between("page_size", page_size, 1)),
            filters=_filters(filters),
            unique_id=self._namespace(unique_id),
        )
        return await self._transport.call(
            OPERATIONS["search_memories"], search_memories._get_kwargs(body=body), unspecified, timeout=timeout
        )


def _entry(entry: MemoryEntry) -> wire.MemoryEntry:
    if not isinstance(entry, MemoryEntry):
        message = f"entries: {check.shown(entry)} is not a MemoryEntry. Pass MemoryEntry(role=..., content=...)."
        raise ValidationError(message, field="entries")
    role, content = check.non_empty("role", entry.role), check.non_empty("content", entry.content)
    return wire.MemoryEntry(role=role, content=content)


def _filters(filters: Mapping[str, object] | None) -> wire.MemoryFilters | Unset:
    members = check.json_object("filters", filters)
    return given(None if members is None else wire.MemoryFilters.from_dict(members))
