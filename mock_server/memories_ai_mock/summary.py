"""Summaries made of extracts: chapters along the timeline, or topics by shared words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from memories_ai_mock.text_search import COMMON_WORDS, Segment

CHAPTER = "CHAPTER"
MAX_ITEMS = 6
TITLE_WORDS = 6
SUMMARY_PASSAGES = 3
OTHER_TOPIC = "Other moments"
NOTE = "(Extract made by the emulator, without a language model.)"

LONG_WORD = re.compile(r"[^\W\d_]{4,}")


def summarize(segments: Sequence[Segment], kind: str) -> dict[str, Any]:
    """A summary as the service shapes it. `segments` is not empty; items of a CHAPTER summary have a start."""
    items = _chapters(segments) if kind == CHAPTER else _topics(segments)
    step = max(1, len(segments) // SUMMARY_PASSAGES)
    extract = " ".join(segment.text for segment in segments[::step][:SUMMARY_PASSAGES])
    return {"summary": f"{extract} {NOTE}", "items": items}


def _chapters(segments: Sequence[Segment]) -> list[dict[str, str]]:
    size = -(-len(segments) // MAX_ITEMS)
    parts = [segments[index : index + size] for index in range(0, len(segments), size)]
    return [
        {"description": _bullets(part), "title": _first_words(part[0].text), "start": str(int(part[0].start))}
        for part in parts
    ]


def _topics(segments: Sequence[Segment]) -> list[dict[str, str]]:
    """Each passage goes to the most frequent word it holds."""
    words = [set(_long_words(segment.text)) for segment in segments]
    frequency = Counter(word for each in words for word in sorted(each))
    names = [word for word, _ in frequency.most_common(MAX_ITEMS - 1)]
    topics: dict[str, list[Segment]] = {}
    for segment, held in zip(segments, words, strict=True):
        name = next((word for word in names if word in held), OTHER_TOPIC)
        topics.setdefault(name, []).append(segment)
    return [{"description": _bullets(part), "title": name[:1].upper() + name[1:]} for name, part in topics.items()]


def _long_words(text: str) -> list[str]:
    return [word for word in LONG_WORD.findall(text.casefold()) if word not in COMMON_WORDS]


def _bullets(segments: Sequence[Segment]) -> str:
    return "\n".join(f"• {segment.text}" for segment in segments)


def _first_words(text: str) -> str:
    words = text.split()
    return " ".join(words[:TITLE_WORDS]) + ("…" if len(words) > TITLE_WORDS else "")
