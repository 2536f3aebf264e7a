"""The decoder of server-sent events, fed whole and in pieces."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memories_ai import _sse
from memories_ai._sse import SSEDecoder


def decode(*chunks: bytes) -> list[str]:
    decoder = SSEDecoder()
    events = [event.data for chunk in chunks for event in decoder.feed(chunk)]
    decoder.finish()
    return events


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_lines_end_with_lf_cr_or_crlf(end: str) -> None:
    stream = end.join(['data:{"a":1}', "", "data: two", "data:lines", "", ""]).encode()
    assert decode(stream) == ['{"a":1}', "two\nlines"]


def test_other_line_separators_belong_to_the_data() -> None:
    assert decode("data:a\u2028b\u2029c\x85d\x0be\n\n".encode()) == ["a\u2028b\u2029c\x85d\x0be"]


def test_comments_bom_and_other_fields_are_read_over() -> None:
    assert decode("\ufeff:hello\nevent: x\nid: 1\nretry: 3\ndata:one\n\n".encode()) == ["one"]


def test_only_one_space_after_the_colon_is_dropped() -> None:
    assert decode(b"data:  two spaces\n\n") == [" two spaces"]


def test_a_field_without_a_colon_is_an_empty_line_of_data() -> None:
    assert decode(b"data\n\n") == [""]


def test_an_event_without_its_blank_line_is_not_delivered() -> None:
    decoder = SSEDecoder()
    assert list(decoder.feed(b"data:half")) == []
    decoder.finish()
    assert [event.data for event in decoder.feed(b"\n\n")] == ["half"]


def test_cr_ends_a_line_without_waiting_for_lf() -> None:
    decoder = SSEDecoder()
    assert [event.data for event in decoder.feed(b"data:now\r\r")] == ["now"]
    assert [event.data for event in decoder.feed(b"\ndata:next\n\n")] == ["next"]


@given(cuts=st.sets(st.integers(1, 60)), end=st.sampled_from(["\n", "\r", "\r\n"]))
def test_any_cut_gives_the_same_events(cuts: set[int], end: str) -> None:
    stream = f'data:{{"text":"größer 🎬"}}{end}{end}:c{end}data:1{end}data:2{end}{end}'.encode()
    edges = [0, *sorted(cut for cut in cuts if cut < len(stream)), len(stream)]
    chunks = [stream[start:stop] for start, stop in itertools.pairwise(edges)]
    assert decode(*chunks) == ['{"text":"größer 🎬"}', "1\n2"]


def test_bytes_that_are_not_utf8_are_an_error() -> None:
    with pytest.raises(UnicodeDecodeError):
        decode(b"data:\xff\n\n")


def test_an_end_within_a_character_is_an_error() -> None:
    with pytest.raises(UnicodeDecodeError):
        decode("data:🎬".encode()[:-1])


@pytest.mark.parametrize("chunk", [b"data:" + b"x" * 60, b"data:xxxxxxxx\n" * 12])
def test_an_endless_event_is_an_error(chunk: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_sse, "MAX_EVENT_CHARACTERS", 64)
    with pytest.raises(ValueError, match="longer than 64"):
        decode(chunk, chunk)
