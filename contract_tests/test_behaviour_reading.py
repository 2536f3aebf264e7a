"""What a client may rely on beyond schemas, as far as it can be seen by reading alone. For `mock` and `live`."""

from itertools import pairwise
from typing import Any

import pytest

from memories_ai_contract.cut_text import JsonValue
from memories_ai_contract.envelope import SUCCESS, UNAUTHORIZED
from memories_ai_contract.film import short_cut
from memories_ai_contract.specification import load_specification
from memories_ai_contract.targets import Target, items_at, number_at, text_at
from memories_ai_contract.validation import JSON
from memories_ai_mock.operations import HANDLERS

SPECIFICATION = load_specification()

UNKNOWN = "VI000000000000000000"
WRONG_FILM = ("beach.mp4", short_cut())
PICTURE = ("beach.png", b"no picture", "image/png")
# Good requests of operations that the examples of the specification do not serve here: they carry files, or the
# example would do something.
REQUESTS: dict[str, dict[str, Any]] = {
    "upload": {"file": WRONG_FILM},
    "upload_image": {"parts": [("files", PICTURE)]},
    "search_similar_images": {"parts": [("file", PICTURE)]},
    "search_public_similar_images": {"parts": [("file", PICTURE)]},
    "search_clips_by_image": {"form": {"video_no": UNKNOWN, "prompt": "the shirt"}, "parts": [("file", PICTURE)]},
    "caption_video_file": {"parts": [("files", (*WRONG_FILM, "video/mp4"))], "form": {"req": "{}"}},
    "caption_video_file_sync": {"parts": [("files", (*WRONG_FILM, "video/mp4"))], "form": {"req": "{}"}},
    "caption_image_file": {"parts": [("file", PICTURE)], "form": {"req": "{}"}},
    "legacy_upload": {"file": WRONG_FILM},
    "mavi_upload": {"file": WRONG_FILM},
    "delete_videos": {"json": []},
    "legacy_delete_videos": {"json": []},
    "mavi_delete_videos": {"json": []},
}
WRONG_HEADERS = {
    "no_key": {},
    "wrong_key": {"Authorization": "sk-mavi-0000000000"},
}
# Pages walked at most, however large the library.
PAGES, PAGE_SIZE = 4, 2


def operations_with_a_key() -> list[Any]:
    """All that want a key. Those of other hosts than the platform's are for the emulator, which serves them all."""
    marks = {True: (), False: (pytest.mark.other_host,)}
    entries = {name: SPECIFICATION.value(operation.at) for name, operation in SPECIFICATION.operations.items()}
    return [
        pytest.param(name, marks=marks[entry["x-host"] == "platform"])
        for name, entry in entries.items()
        if entry["security"]
    ]


def request_of_the_examples(operation: str) -> dict[str, Any]:
    """The first request that the specification shows."""
    entry = SPECIFICATION.value(SPECIFICATION.operations[operation].at)
    parameters = [SPECIFICATION.value(at) for at in SPECIFICATION.parameter_places(operation)]
    request: dict[str, Any] = {"query": {each["name"]: each["example"] for each in parameters if each["required"]}}
    for media_type, media in entry.get("requestBody", {}).get("content", {}).items():
        example = next(iter(media["examples"].values()))["value"]
        return request | {"json" if media_type == JSON else "form": example}
    return request


def test_the_emulator_answers_every_operation() -> None:
    assert HANDLERS.keys() == SPECIFICATION.operations.keys()


@pytest.mark.parametrize("headers", WRONG_HEADERS.values(), ids=WRONG_HEADERS)
@pytest.mark.parametrize("operation", operations_with_a_key())
def test_without_the_right_key_every_operation_is_refused(
    target: Target, operation: str, headers: dict[str, str]
) -> None:
    request = REQUESTS.get(operation) or request_of_the_examples(operation)
    assert target.call(operation, **request, headers=headers).code == UNAUTHORIZED


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
