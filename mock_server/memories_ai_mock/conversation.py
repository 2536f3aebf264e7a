"""Answers questions about videos with what search finds in them: extracts, no language model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from memories_ai_mock.envelope import shortened
from memories_ai_mock.library import Brief
from memories_ai_mock.text_search import SCENE, SPEECH, Hit, TextSearch

MAX_PASSAGES = 6
# Passages a video, where nothing matches the question.
OVERVIEW_PASSAGES = 3
MAX_QUOTED = 500
PIECE_CHARACTERS = 40
# A stream pauses after each of them.
MAX_PIECES = 60

# Titles as recorded.
FETCH_TITLE = "Based on selected videos, fetch detailed information"
RERANK_TITLE = "Rerank detailed information"
SELECTED = (FETCH_TITLE, RERANK_TITLE)
RELEVANT = (
    "Searching relevant videos",
    "Inspecting search result relevance",
    "Based on relevant videos, fetch detailed information",
    RERANK_TITLE,
)
# Videos that are named, or shown where nothing matches.
MAX_NAMED = 20
REF_TYPES = {SPEECH: "audio_ts", SCENE: "visual_ts"}
MATCHES = "These passages match the question, the best one first."
NOTHING = "There are no videos to look at."
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
        size = max(PIECE_CHARACTERS, -(-len(self.content) // MAX_PIECES))
        return [self.content[start : start + size] for start in range(0, len(self.content), size)]


def first_thinking(videos: Sequence[Brief], question: str, titles: Sequence[str] = SELECTED) -> Json:
    """What is said before the search."""
    names = ", ".join(f"{shortened(video.name)} ({video.video_no})" for video in videos[:MAX_NAMED])
    more = f" and {len(videos) - MAX_NAMED} more" if len(videos) > MAX_NAMED else ""
    return {"title": titles[0], "content": f'Looking for "{shortened(question)}" in: {names}{more}.'}


def find_passages(search: TextSearch, videos: Sequence[Brief], question: str) -> list[Hit]:
    """The passages that answer best."""
    return search.search(question, [video.video_no for video in videos], (SPEECH, SCENE), MAX_PASSAGES)


def compose(
    search: TextSearch,
    videos: Sequence[Brief],
    question: str,
    hits: Sequence[Hit],
    titles: Sequence[str] = SELECTED,
    posts: Mapping[str, Mapping[str, Any]] | None = None,
) -> Answer:
    """Write the answer; without hits, an overview of the videos.

    Args:
        titles: Those of the steps of thinking; references hang on the last one.
        posts: What social platforms tell of the videos, by video_no; it goes into the references.
    """
    names = {video.video_no: shortened(video.name) for video in videos}
    passages = list(hits) or _overview(search, videos[:MAX_NAMED])
    opening = MATCHES if hits else NO_MATCH if passages else NOTHING
    lines = [f"- {_span(hit)} **{names[hit.video_no]}**: {_quote(hit)}" for hit in passages]
    refs = _refs(videos, passages, posts or {})
    kept = f"{opening} Passages kept: {len(passages)}."
    thinkings = [
        first_thinking(videos, question, titles),
        *({"title": title, "content": kept} for title in titles[1:-1]),
        {"title": titles[-1], "content": kept, "refs": refs},
    ]
    return Answer("\n".join([opening, "", *lines, "", EMULATOR_NOTE]), thinkings, refs)


def _overview(search: TextSearch, videos: Sequence[Brief]) -> list[Hit]:
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
    text = shortened(hit.segment.text, MAX_QUOTED)
    return f'"{text}"' if hit.segment.kind == SPEECH else text


def _refs(videos: Sequence[Brief], passages: Sequence[Hit], posts: Mapping[str, Mapping[str, Any]]) -> list[Json]:
    by_no = {video.video_no: video for video in videos}
    ordered = sorted(passages, key=lambda hit: (hit.video_no, hit.segment.start))
    return [
        {
            "video": _video(by_no[video_no]),
            "refItems": [*_post_item(video_no, posts.get(video_no)), *map(_ref_item, hits)],
        }
        for video_no, hits in groupby(ordered, key=lambda hit: hit.video_no)
    ]


def _post_item(video_no: str, post: Mapping[str, Any] | None) -> list[Json]:
    """What a platform tells of a video. Counters are numbers here, unlike elsewhere."""
    if post is None:
        return []
    counters = {"view_count": "views", "like_count": "likes", "share_count": "shares", "comment_count": "comments"}
    return [
        {
            "videoNo": video_no,
            "startTime": 0,
            "type": "video_meta",
            # As recorded: the title stands with the video.
            "title": None,
            "summary": None,
            **{name: int(post.get(source, 0)) for name, source in counters.items()},
        }
    ]


def _video(video: Brief) -> Json:
    name = shortened(video.name, MAX_QUOTED)
    return {"duration": str(int(video.duration)), "video_no": video.video_no, "video_name": name}


def _ref_item(hit: Hit) -> Json:
    segment = hit.segment
    return {
        "videoNo": hit.video_no,
        "startTime": int(segment.start),
        "type": REF_TYPES[segment.kind],
        "endTime": int(-(-segment.end // 1)),
        "text": shortened(segment.text, MAX_QUOTED),
    }
