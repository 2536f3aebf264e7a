"""Answers of v1.1 that its successors do not give alike."""

from __future__ import annotations

from collections.abc import Mapping

from memories_ai_generated import models as wire

from . import _convert as convert
from . import _types as types
from ._values import integer, optional_words, rows


def hits(payload: Mapping[str, object]) -> tuple[types.SearchHit, ...]:
    """Moments or whole videos; no other kind of hit is known here."""
    found = convert.search_result(payload)
    hits = tuple(hit for hit in found if isinstance(hit, types.SearchHit))
    if len(hits) < len(found):
        raise ValueError("hits of another kind than asked for")
    return hits


def folders(payload: Mapping[str, object]) -> tuple[types.LegacyFolder, ...]:
    found = wire.LegacyFoldersResponse.from_dict(payload).data
    return tuple(
        types.LegacyFolder(
            id=_folder_number(row.id),
            name=optional_words(row.folders_name),
            account=optional_words(row.account),
            parent_id=integer(row.parent_id),
            level=integer(row.level),
            raw=raw,
        )
        for row, raw in zip(found, rows(payload, "data"), strict=True)
    )


def _folder_number(value: int | str) -> int:
    """The number of a folder; those of the service's own are negative."""
    number = integer(value)
    if number is None:
        raise ValueError(f"{value!r} is no folder")
    return number
