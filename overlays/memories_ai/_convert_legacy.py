"""Answers of v1.1 that its successors do not give alike."""

from __future__ import annotations

from collections.abc import Mapping

from memories_ai_generated import models as wire

from . import _types as types
from ._values import integer, required_integer, rows


def folders(payload: Mapping[str, object]) -> tuple[types.LegacyFolder, ...]:
    return tuple(map(_folder, wire.LegacyFoldersResponse.from_dict(payload).data, rows(payload, "data")))


def _folder(row: wire.LegacyFolder, raw: types.Raw) -> types.LegacyFolder:
    return types.LegacyFolder(
        id=required_integer(row.id),
        name=row.folders_name,
        account=row.account,
        parent_id=integer(row.parent_id),
        level=integer(row.level),
        raw=raw,
    )
