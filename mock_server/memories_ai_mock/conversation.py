"""Answers questions about videos with what search finds in them: extracts, no language model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from memories_ai_mock.library import Video
from memories_ai_mock.text_search import SCENE, SPEECH, Hit, TextSearch

MAX_PASSAGES = 6
# Passages a video, where nothing matches the question.
OVERVIEW_PASSAGES = 3
PIECE_CHARACTERS = 40

# Titles as recorded.
FETCH_TITLE = "Based on selected videos, fetch detailed information"
RERANK_TITLE = "Rerank detailed information"
REF_TYPES = {SPEECH: "audio_ts", SCENE: "visual_ts"}
MATCHES = "These passages match the question, the best one first."
NO_MATCH = "No passage matches the words of the question. This is how each video begins."
EMULATOR_NOTE = "_(Put together by the emulator from the passages above; no language model was asked.)_"

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as sessions keep it: Markdown, the steps that led to it, the places it rests on."""

    content: str
    thinkings: list[Json]
    refs: list[Json]

    def pieces(self) -> list[str]:
        """The content in pieces, as a stream delivers it; joined they are the content."""
        starts = range(0, len(self.content), PIECE_CHARACTERS)
        return [self.content[start : start + PIECE_CHARACTERS] for start in starts]


def first_thinking(videos: Sequence[Video], question: str) -> Json:
    """What is said before the search."""
    names = ", ".join(f"{video.name} ({video.video_no})" for video in videos)
    return {"title": FETCH_TITLE, "content": f'Looking for "{question}" in: {names}.'}


def find_passages(search: TextSearch, videos: Sequence[Video], question: str) -> list[Hit]:
    """The passages that answer best."""
    return search.search(question, [video.video_no for video in videos], (SPEECH, SCENE), MAX_PASSAGES)


def compose(search: TextSearch, videos: Sequence[Video], question: str, hits: Sequence[Hit]) -> Answer:
    """Write the answer; without hits, an overview of the videos."""
    names = {video.video_no: video.name for video in videos}
    passages = list(hits) or _overview(search, videos)
    opening = MATCHES if hits else NO_MATCH
    lines = [f"- {_span(hit)} **{names[hit.video_no]}**: {_quote(hit)}" for hit in passages]
    refs = _refs(videos, passages)
    thinkings = [
        first_thinking(videos, question),
        {"title": RERANK_TITLE, "content": f"{opening} Passages kept: {len(passages)}.", "refs": refs},
    ]
    return Answer("\n".join([opening, "", *lines, "", EMULATOR_NOTE]), thinkings, refs)


def _overview(search: TextSearch, videos: Sequence[Video]) -> list[Hit]:
    found = []
    for video in videos:
        segments = search.segments(video.video_no, SPEECH) or search.segments(video.video_no, SCENE)
        found += [Hit(video.video_no, segment, 0.0) for segment in segments[:OVERVIEW_PASSAGES]]
    return found


def _span(hit: Hit) -> str:
    return f"[{_clock_time(hit.segment.start)}-{_clock_time(hit.segment.end)}]"


def _clock_time(seconds: float) -> str:
    return f"{int(seconds) // 60:02d}:{int(seconds) % 60:02d}"


def _quote(hit: Hit) -> str:
    return f'"{hit.segment.text}"' if hit.segment.kind == SPEECH else hit.segment.text


def _refs(videos: Sequence[Video], passages: Sequence[Hit]) -> list[Json]:
    by_no = {video.video_no: video for video in videos}
    ordered = sorted(passages, key=lambda hit: (hit.video_no, hit.segment.start))
    return [
        {"video": _video(by_no[video_no]), "refItems": [_ref_item(hit) for hit in hits]}
        for video_no, hits in groupby(ordered, key=lambda hit: hit.video_no)
    ]


def _video(video: Video) -> Json:
    return {"duration": str(int(video.duration)), "video_no": video.video_no, "video_name": video.name}


def _ref_item(hit: Hit) -> Json:
    segment = hit.segment
    return {
        "videoNo": hit.video_no,
        "startTime": int(segment.start),
        "type": REF_TYPES[segment.kind],
        "endTime": int(-(-segment.end // 1)),
        "text": segment.text,
    }
