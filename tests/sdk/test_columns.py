"""Long lists read member by member: nothing slips through, and nobody notices that the items are made late."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Any

import attrs
import pytest

import memories_ai as m
from memories_ai._columns import LazyTuple, make_all
from memories_ai._envelope import _BULK
from memories_ai_generated.operations import OPERATIONS
from sdk_support import MakeClient, envelope

SEGMENT = {"index": 0, "content": "hello", "startTime": "0", "endTime": "1.5"}


def transcript_of(make_client: MakeClient, segments: object) -> m.Transcript:
    data = {"videoNo": "VI1", "transcriptions": segments}
    found: m.Transcript = make_client(lambda _: envelope(data)).transcriptions.audio("VI1")
    return found


@pytest.mark.parametrize(
    ("member", "value"),
    [
        ("index", "0"),
        ("index", True),
        ("index", 1.5),
        ("content", 5),
        ("content", ["hello"]),
        ("startTime", 3),
        ("startTime", 1.5),
        ("startTime", "soon"),
        ("startTime", ""),
        ("endTime", False),
        ("endTime", {"seconds": "3"}),
    ],
)
def test_one_wrong_segment_among_many_is_a_protocol_error(make_client: MakeClient, member: str, value: object) -> None:
    segments = [SEGMENT] * 500 + [{**SEGMENT, member: value}] + [SEGMENT] * 500
    with pytest.raises(m.ProtocolError, match="another shape"):
        transcript_of(make_client, segments)


@pytest.mark.parametrize("member", SEGMENT)
def test_a_segment_without_a_member_is_a_protocol_error(make_client: MakeClient, member: str) -> None:
    cut = {name: value for name, value in SEGMENT.items() if name != member}
    with pytest.raises(m.ProtocolError, match=member):
        transcript_of(make_client, [SEGMENT, cut])


@pytest.mark.parametrize("row", [None, "index content startTime endTime", 7, [], [["index", 0]]])
def test_a_segment_that_is_no_object_is_a_protocol_error(make_client: MakeClient, row: object) -> None:
    with pytest.raises(m.ProtocolError):
        transcript_of(make_client, [SEGMENT, row])


@pytest.mark.parametrize("segments", [None, {}, "none", 0])
def test_segments_that_are_no_list_are_a_protocol_error(make_client: MakeClient, segments: object) -> None:
    with pytest.raises(m.ProtocolError):
        transcript_of(make_client, segments)


def test_the_rest_of_a_transcript_is_checked_as_well(make_client: MakeClient) -> None:
    data = {"videoNo": "VI1", "transcriptions": [], "video_blob": 7}
    with pytest.raises(m.ProtocolError):
        make_client(lambda _: envelope(data)).transcriptions.audio("VI1")


def test_segments_are_read_like_a_tuple(make_client: MakeClient) -> None:
    rows = [{"index": n, "content": None, "startTime": str(n), "endTime": "null"} for n in range(3)]
    made = tuple(m.Segment(index=n, text=None, start=float(n), end=None) for n in range(3))
    transcript = transcript_of(make_client, rows)
    segments = transcript.segments
    assert (len(segments), segments[0], segments[-1], segments[1:]) == (3, made[0], made[2], made[1:])
    assert list(segments) == list(reversed(segments))[::-1] == list(made)
    assert (made[1] in segments, segments.index(made[1]), segments == made, made == segments) == (True, 1, True, True)
    assert transcript == m.Transcript(video_no="VI1", segments=made)
    assert hash(segments) == hash(made)
    assert segments != list(made)
    assert json.dumps(transcript.raw["transcriptions"]) == json.dumps(rows)


@pytest.mark.parametrize("looked_into", [True, False])
def test_a_transcript_is_copied_and_pickled_whether_or_not_it_was_read(
    make_client: MakeClient, looked_into: bool
) -> None:
    transcript = transcript_of(make_client, [SEGMENT] * 3)
    if looked_into:
        assert transcript.segments[0].text == "hello"
    for other in (copy.copy(transcript), copy.deepcopy(transcript), pickle.loads(pickle.dumps(transcript))):
        assert other == transcript
        assert other.segments[2] == m.Segment(index=0, text="hello", start=0.0, end=1.5)


def test_its_repr_stays_short(make_client: MakeClient) -> None:
    assert len(repr(transcript_of(make_client, [SEGMENT] * 2_000))) < 200


def test_items_are_made_once() -> None:
    made: list[int] = []

    def make() -> tuple[int, ...]:
        made.append(1)
        return (1, 2)

    items: LazyTuple[int] = LazyTuple(2, make)
    assert (len(items), made) == (2, [])
    assert (items[0], tuple(items), made) == (1, (1, 2), [1])


def test_values_made_at_once_are_as_the_constructor_makes_them() -> None:
    columns: dict[str, list[Any]] = {"index": [0, 1], "text": ["a", None], "start": [0.0, None], "end": [1.0, 2.0]}
    one, other = make_all(m.Segment, **columns)
    assert one == m.Segment(index=0, text="a", start=0.0, end=1.0)
    assert other == m.Segment(index=1, text=None, start=None, end=2.0)
    assert hash(one) == hash(m.Segment(index=0, text="a", start=0.0, end=1.0))
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        one.text = "b"  # type: ignore[misc]  # that is what is tried
    assert make_all(m.Segment, index=[], text=[], start=[], end=[]) == ()


def test_operations_with_long_answers_are_those_of_the_specification() -> None:
    assert OPERATIONS.keys() >= _BULK
