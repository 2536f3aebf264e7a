"""What a client may rely on beyond schemas, as far as it can be seen by reading alone. For `mock` and `live`."""

from itertools import pairwise
from typing import Any

import pytest

from memories_ai_contract.cut_text import JsonValue
from memories_ai_contract.envelope import SUCCESS, UNAUTHORIZED
from memories_ai_contract.film import short_cut
from memories_ai_contract.targets import Target, items_at, number_at, text_at
from memories_ai_mock.operations import HANDLERS

UNKNOWN = "VI000000000000000000"
# A good request for each operation, but for the key: none of them does anything.
REQUESTS: dict[str, dict[str, Any]] = {
    "upload": {"file": ("beach.mp4", short_cut())},
    "upload_url": {"form": {"url": "https://example.com/beach.mp4"}},
    "list_videos": {"json": {}},
    "get_private_video_details": {"query": {"video_no": UNKNOWN}},
    "get_metadata": {"query": {"video_no": UNKNOWN}},
    "generate_summary": {"query": {"video_no": UNKNOWN, "type": "CHAPTER"}},
    "download": {"json": {"video_no": UNKNOWN}},
    "delete_videos": {"json": []},
    "search": {"json": {"search_param": "beach"}},
    "search_audio_transcripts": {"query": {"query": "beach"}},
    "chat": {"json": {"video_nos": [UNKNOWN], "prompt": "What happens?"}},
    "chat_stream": {"json": {"video_nos": [UNKNOWN], "prompt": "What happens?"}},
    "get_video_transcription": {"query": {"video_no": UNKNOWN}},
    "get_audio_transcription": {"query": {"video_no": UNKNOWN}},
    "list_sessions": {},
    "get_session_detail": {"query": {"sessionId": "100000000000000000"}},
}
WRONG_HEADERS = {
    "no_key": {},
    "wrong_key": {"Authorization": "sk-mavi-0000000000"},
}
# Pages walked at most, however large the library.
PAGES, PAGE_SIZE = 4, 2


def test_a_request_is_known_for_every_operation_of_the_emulator() -> None:
    assert REQUESTS.keys() == HANDLERS.keys()


@pytest.mark.parametrize("headers", WRONG_HEADERS.values(), ids=WRONG_HEADERS)
@pytest.mark.parametrize("operation", REQUESTS)
def test_without_the_right_key_every_operation_is_refused(
    target: Target, operation: str, headers: dict[str, str]
) -> None:
    assert target.call(operation, **REQUESTS[operation], headers=headers).code == UNAUTHORIZED


def test_an_unknown_video_is_no_error_but_not_there(target: Target) -> None:
    assert target.call("get_metadata", query={"video_no": UNKNOWN}).data is None
    assert target.row(UNKNOWN) is None
    assert target.call("download", json={"video_no": UNKNOWN}).code not in (SUCCESS, None)


@pytest.mark.parametrize(
    ("operation", "request_"),
    [
        ("search", {"json": {"search_param": "beach", "search_type": "BY_SMELL"}}),
        ("search", {"json": {}}),
        ("list_videos", {"json": {"page": "first"}}),
        ("get_metadata", {}),
        ("generate_summary", {"query": {"video_no": UNKNOWN, "type": "POEM"}}),
    ],
)
def test_a_bad_request_is_refused_by_code(target: Target, operation: str, request_: dict[str, Any]) -> None:
    assert target.call(operation, **request_).code in ("0001", "0003")


def test_an_empty_namespace_is_empty(target: Target) -> None:
    page = target.call("list_videos", json={"unique_id": "contract-suite-nobody"}).data
    assert items_at(page, "videos") == []
    assert number_at(page, "total_count") == 0


def test_metadata_repeats_the_row_of_the_list(target: Target, some_video: dict[str, JsonValue]) -> None:
    metadata = target.call("get_metadata", query=target.place(text_at(some_video, "video_no"))).data
    assert isinstance(metadata, dict)
    for name in ("video_no", "video_name", "status"):
        assert metadata[name] == some_video[name], name
    for name in {"duration", "size", "create_time"} & some_video.keys() & metadata.keys():
        assert number_at(metadata, name) == number_at(some_video, name), name


def test_details_are_those_of_the_video(target: Target, some_video: dict[str, JsonValue]) -> None:
    details = target.call("get_private_video_details", query=target.place(text_at(some_video, "video_no"))).data
    assert isinstance(details, dict)
    assert details["status"] == some_video["status"]
    assert details.get("video_no", some_video["video_no"]) == some_video["video_no"]


@pytest.mark.parametrize("operation", ["get_audio_transcription", "get_video_transcription"])
def test_segments_follow_each_other(target: Target, some_video: dict[str, JsonValue], operation: str) -> None:
    video_no = text_at(some_video, "video_no")
    data = target.call(operation, query=target.place(video_no)).data
    if data is None:
        assert target.name == "live", "the sample speaks and shows something"
        return
    segments = items_at(data, "transcriptions")
    assert text_at(data, "videoNo") == video_no
    assert [segment["index"] for segment in segments] == list(range(len(segments)))
    assert all(number_at(segment, "startTime") <= number_at(segment, "endTime") for segment in segments)
    assert all(number_at(before, "startTime") <= number_at(after, "startTime") for before, after in pairwise(segments))
    # Ends are rounded up to whole seconds.
    assert number_at(segments[-1], "endTime") <= number_at(some_video, "duration") + 1


def test_reading_changes_nothing(target: Target, some_video: dict[str, JsonValue]) -> None:
    video_no = text_at(some_video, "video_no")
    for operation in ("get_metadata", "get_private_video_details", "get_video_transcription"):
        first = target.call(operation, query=target.place(video_no))
        assert target.call(operation, query=target.place(video_no)).body == first.body, operation
    assert target.existing_row(video_no) == some_video


def test_pages_hold_every_video_once_newest_first(target: Target, library: dict[str, str]) -> None:
    def page(number: int) -> JsonValue:
        return target.call("list_videos", json={**library, "page": number, "size": PAGE_SIZE}).data

    pages = [page(number) for number in range(1, PAGES + 1)]
    total = number_at(pages[0], "total_count")
    rows = [row for each in pages for row in items_at(each, "videos")]
    assert {number_at(each, "total_count") for each in pages} == {total}
    assert [number_at(each, "current_page") for each in pages] == list(range(1, PAGES + 1))
    assert len({text_at(row, "video_no") for row in rows}) == len(rows) == min(total, PAGES * PAGE_SIZE)
    times = [number_at(row, "create_time") for row in rows]
    assert times == sorted(times, reverse=True)
    pages_in_all = -(-int(total) // PAGE_SIZE)
    assert items_at(page(pages_in_all + 1), "videos") == []


def test_sessions_end_with_their_last_page(target: Target) -> None:
    first = target.call("list_sessions").data
    beyond = int(number_at(first, "total_count")) + 2
    assert items_at(target.call("list_sessions", query={"page": beyond}).data, "sessions") == []
