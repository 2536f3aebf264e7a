"""add_memory, list_memories, search_memories."""

from __future__ import annotations

from typing import Any

from memories_ai_mock.dispatch import Call
from memories_ai_mock.operations import fields

DEFAULT_PAGE_SIZE = 20
MAX_PAGE_SIZE = 1_000


def add_memory(call: Call) -> Any:
    """Store short texts."""
    fields.moment(call.body, "memories_at")
    call.services.memories.add(call.account, call.unique_id, call.body["memories"], call.body)
    return None


def list_memories(call: Call) -> Any:
    """A page of the texts, newest first."""
    page, size = _page(call)
    found, count = call.services.memories.page(call.account, call.unique_id, size, fields.offset(page, size))
    return _answer(found, count, page, size)


def search_memories(call: Call) -> Any:
    """A page of the texts that hold words of the query."""
    page, size = _page(call)
    found, count = call.services.memories.search(
        call.account, call.unique_id, call.body["query"], size, fields.offset(page, size)
    )
    return _answer(found, count, page, size)


def _page(call: Call) -> tuple[int, int]:
    return call.body.get("page", 1), min(call.body.get("page_size", DEFAULT_PAGE_SIZE), MAX_PAGE_SIZE)


def _answer(found: list[dict[str, Any]], count: int, page: int, size: int) -> dict[str, Any]:
    return {"memories": found, "current_page": page, "page_size": size, "total_count": str(count)}
