"""Answers of the caption host, in its own dialect or in the envelope of the platform."""

from __future__ import annotations

from collections.abc import Mapping

from memories_ai_generated import models as wire

from . import _types as types
from ._values import identifier

_DONE = 0
_PLATFORM_SUCCESS = "0000"


def caption(payload: Mapping[str, object]) -> types.Caption:
    found = _described(payload)
    tokens = found.token
    return types.Caption(
        text=found.text,
        input_tokens=tokens.input_,
        output_tokens=tokens.output,
        total_tokens=tokens.total,
        raw=payload,
    )


def caption_task(payload: Mapping[str, object]) -> types.CaptionTask:
    read = wire.PlatformCaptionTaskResponse if payload["code"] == _PLATFORM_SUCCESS else wire.CaptionTaskResponse
    task = read.from_dict(payload).data
    return types.CaptionTask(task_id=identifier(task.task_id), raw=payload)


def _described(payload: Mapping[str, object]) -> wire.Caption:
    if payload.get("code") == _PLATFORM_SUCCESS:
        return wire.PlatformCaptionResponse.from_dict(payload).data
    if "code" in payload:
        return wire.CaptionResponse.from_dict(payload).data
    report = wire.CaptionReport.from_dict(payload)
    if report.status != _DONE or not isinstance(report.data, wire.Caption):
        raise ValueError(f"status {int(report.status)} without a description")
    return report.data
