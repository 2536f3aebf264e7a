"""Recordings are read as far as they go, and no further."""

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from memories_ai_contract.cut_text import (
    MAX_CHARACTERS,
    MAX_DEPTH,
    CutTextError,
    CutValue,
    JsonPath,
    JsonValue,
    read_cut_text,
)
from memories_ai_contract.recordings import (
    RECORDED,
    Recording,
    RecordingError,
    errors_beyond_cut,
    load_recording,
    load_recordings,
)
from memories_ai_contract.specification import load_specification

FORMS: dict[str, Callable[[JsonValue], str]] = {"json-text": json.dumps, "python-repr": repr}
SAMPLE: JsonValue = {
    "code": "0000",
    "quotes": 'he said "it\'s"',
    "escapes": "line\nbreak \\ tab\t \u200b 足球 🎈 }],:",
    "": [],
    "data": {
        "rows": [{"id": 12, "score": -0.25}, {}, [1, 23, [4.5e-07, 1e22]], None, True, False],
        "last": None,
    },
    "success": True,
}
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
    max_leaves=12,
)
json_containers = st.lists(json_values, max_size=4) | st.dictionaries(st.text(max_size=4), json_values, max_size=4)


def is_beginning(part: JsonValue, whole: JsonValue, open_paths: tuple[JsonPath, ...], path: JsonPath = ()) -> bool:
    """Is `part` the same as `whole`, but for what is missing at the end of its open containers?"""
    if path not in open_paths:
        return repr(part) == repr(whole)
    if isinstance(part, dict) and isinstance(whole, dict):
        pairs = list(zip(part.items(), whole.items(), strict=False))
        return len(part) <= len(whole) and all(
            name == other and is_beginning(value, expected, open_paths, (*path, name))
            for (name, value), (other, expected) in pairs
        )
    if isinstance(part, list) and isinstance(whole, list):
        triples = enumerate(zip(part, whole, strict=False))
        return len(part) <= len(whole) and all(
            is_beginning(value, expected, open_paths, (*path, number)) for number, (value, expected) in triples
        )
    return False


def count(value: JsonValue) -> int:
    if isinstance(value, dict):
        return 1 + sum(count(item) for item in value.values())
    return 1 + sum(count(item) for item in value) if isinstance(value, list) else 1


@pytest.mark.parametrize("form", FORMS)
def test_every_cut_of_the_sample_keeps_a_beginning_of_it(form: str) -> None:
    text = FORMS[form](SAMPLE)
    known = 0
    for cut in range(1, len(text)):
        read = read_cut_text(text[:cut], form)
        assert read.open_paths[0] == ()
        assert is_beginning(read.value, SAMPLE, read.open_paths), text[:cut]
        assert count(read.value) >= known, "a longer text tells at least as much"
        known = count(read.value)
    assert known == count(SAMPLE), "before the last bracket everything is known"
    assert read_cut_text(text, form) == CutValue(SAMPLE, ())


@pytest.mark.parametrize("form", FORMS)
@given(value=json_containers, data=st.data())
def test_any_cut_of_any_value_keeps_a_beginning_of_it(form: str, value: JsonValue, data: st.DataObject) -> None:
    text = FORMS[form](value)
    read = read_cut_text(text[: data.draw(st.integers(1, len(text)))], form)
    assert is_beginning(read.value, value, read.open_paths)
    assert read_cut_text(text, form) == CutValue(value, ())


@pytest.mark.parametrize(
    ("text", "value", "open_paths"),
    [
        ("{'a': 1, 'b': [10, 2", {"a": 1, "b": [10]}, ((), ("b",))),
        ("{'a': 1, 'b': [10, 2,", {"a": 1, "b": [10, 2]}, ((), ("b",))),
        ("{'a': 1, 'b': [10, 2]", {"a": 1, "b": [10, 2]}, ((),)),
        ("{'a': 'whole', 'b': 'ha", {"a": "whole"}, ((),)),
        ("{'a': 'ends in a backslash\\", {}, ((),)),
        ("{'a': 1, 'na", {"a": 1}, ((),)),
        ("{'a': 1, 'name'", {"a": 1}, ((),)),
        ("{'a': 1, 'name': ", {"a": 1}, ((),)),
        ("{'a': 1, 'name': Non", {"a": 1}, ((),)),
        ("{'a': 1, 'name': None", {"a": 1, "name": None}, ((),)),
        ("[[], [{", [[], [{}]], ((), (1,), (1, 0))),
        (" [1.", [], ((),)),
        ("[-", [], ((),)),
    ],
)
def test_what_a_cut_leaves(text: str, value: JsonValue, open_paths: tuple[JsonPath, ...]) -> None:
    assert read_cut_text(text, "python-repr") == CutValue(value, open_paths)


@pytest.mark.parametrize(
    ("text", "form", "message"),
    [
        ("{'a': 1}", "json-text", "character 1: expected a string"),
        ('{"a": true}', "python-repr", "character 6: expected a value, found 'true}'"),
        ("{'a' 1}", "python-repr", "character 5: expected ':'"),
        ("[1 2", "python-repr", "character 3: expected ','"),
        ("[1, ]", "python-repr", "character 4: expected a value"),
        ("[007]", "json-text", "expected a value"),
        ("[nan]", "python-repr", "expected a value"),
        ("{1: 2}", "python-repr", "character 1: expected a string"),
        ('["line\nbreak"]', "json-text", "character 1: expected a string"),
        ("[] []", "python-repr", "character 3: expected the end of the text"),
        ("", "python-repr", "before its first value is whole"),
        ("'ha", "python-repr", "before its first value is whole"),
        ("[", "compiled", "form 'compiled' is unknown; use one of json-text, python-repr"),
        ("[" * (MAX_DEPTH + 1), "json-text", "nests deeper than 64"),
        ("[" + " " * MAX_CHARACTERS, "json-text", "at most 1,000,000"),
    ],
)
def test_a_text_that_begins_no_value_is_refused(text: str, form: str, message: str) -> None:
    with pytest.raises(CutTextError) as refused:
        read_cut_text(text, form)
    assert message in str(refused.value)


SCHEMA = {
    "oneOf": [
        {
            "type": "object",
            "required": ["code", "data"],
            "properties": {
                "code": {"const": "0000"},
                "data": {
                    "type": "array",
                    "items": {"type": "object", "required": ["a", "b"], "properties": {"a": {"type": "string"}}},
                },
            },
        },
        {"type": "object", "required": ["code", "msg"], "properties": {"code": {"not": {"const": "0000"}}}},
    ]
}


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ('{"code":"0000"', True),
        ('{"code":"0000","data":[{"a":"x"', True),
        ('{"code":"0000","data":[{"a":"x","b":1},{"b":', True),
        # A closed container must be whole, wherever the cut is.
        ('{"code":"0000","data":[{"a":"x"},{"b":', False),
        ('{"code":"0000","data":[{"a":"x"}', False),
        ('{"code":"0000"}', False),
        # What was printed must be right, also in an open container.
        ('{"code":"0000","data":[{"a":1,', False),
        ('{"code":"0001","data":[', True),
    ],
)
def test_a_cut_excuses_missing_members_of_open_containers_only(text: str, fits: bool) -> None:
    read = read_cut_text(text, "json-text")
    errors = jsonschema_rs.Draft202012Validator(SCHEMA).iter_errors(read.value)
    assert (errors_beyond_cut(errors, read.open_paths) == []) is fits


@pytest.fixture(scope="module")
def recordings() -> dict[str, Recording]:
    return {recording.name: recording for recording in load_recordings()}


def test_all_recordings_are_there(recordings: dict[str, Recording]) -> None:
    cut = {name for name, recording in recordings.items() if recording.response.cut_text is not None}
    assert cut == {
        "chat.highlights",
        "marketer_chat.where_is_the_war",
        "legacy_generate_summary.topic",
        "legacy_get_session_detail.sushi",
        "legacy_get_video_transcription.elephants_dream",
        "legacy_list_sessions.first_page",
        "legacy_list_videos.first_page",
    }
    assert recordings.keys() - cut == {
        "import_post_urls.one_post",
        "get_task_status.one_video",
        "legacy_delete_videos.two",
        "get_audio_transcription.elephants_dream",
        "legacy_list_videos.elephants_dream",
        "legacy_search.by_video",
        "search_audio_transcripts.midday_news",
        "search_audio_transcripts.one_two_jump",
        "search_similar_images.ronaldo",
        "upload.dog",
        "legacy_upload_url.elephants_dream",
    }


def test_every_recording_says_where_it_comes_from(recordings: dict[str, Recording]) -> None:
    for name, recording in recordings.items():
        provenance = recording.provenance
        assert provenance.source in {"vendor-notebook-2025-08", "vendor-notebook-2025-09"}
        assert provenance.recorded == provenance.source.removeprefix("vendor-notebook-")
        assert provenance.recorded_path.startswith("/serve/api/")
        assert provenance.where
        assert provenance.note
        assert provenance.complete is (recording.response.open_paths == ())
        assert name.startswith(recording.operation + ".")
        assert provenance.recorded_path == load_specification().operations[recording.operation].path


def test_a_recording_counts_for_a_successor_that_answers_alike(recordings: dict[str, Recording]) -> None:
    assert recordings["upload.dog"].operations == ("upload",)
    search = recordings["legacy_search.by_video"]
    assert search.operations == ("legacy_search", "search")
    assert search.fits_request_at("/serve/api/video/search")
    assert search.fits_request_at("/serve/api/v1/search")
    assert not search.fits_request_at("/serve/api/v1/search_public")


def test_complete_recordings_hold_what_was_printed(recordings: dict[str, Recording]) -> None:
    success: dict[str, JsonValue] = {"code": "0000", "msg": "success", "success": True, "failed": False}
    uploaded = {"videoNo": "VI611471886560694272", "videoName": "ElephantsDream"}
    row: JsonValue = {
        "duration": "653",
        "size": "169612362",
        "status": "PARSE",
        "cause": "null",
        "video_no": "VI611471886560694272",
        "video_name": "ElephantsDream",
        "create_time": "1755245460412",
    }
    page: JsonValue = {"videos": [row], "current_page": 1, "page_size": 200, "total_count": "1"}
    assert recordings["legacy_upload_url.elephants_dream"].response.body == {**success, "data": uploaded}
    assert recordings["legacy_list_videos.elephants_dream"].response.body == {**success, "data": page}
    assert recordings["legacy_delete_videos.two"].response.body == {**success, "data": None}
    assert recordings["legacy_delete_videos.two"].request.content == ["VI611165958140055552", "VI611154695637032960"]
    nothing_said = recordings["get_audio_transcription.elephants_dream"].response
    assert (nothing_said.status, nothing_said.body) == (200, {**success, "data": None})
    found = recordings["legacy_search.by_video"].response.body
    assert isinstance(found, dict)
    assert isinstance(found["data"], list)
    assert found["data"][2] == {
        "videoNo": "VI605983006653673472",
        "videoName": "足球",
        "startTime": "null",
        "endTime": "null",
    }
    assert list(found) == ["code", "msg", "data", "failed", "success"]


def test_cut_recordings_hold_what_was_printed_and_no_more(recordings: dict[str, Recording]) -> None:
    detail = recordings["legacy_get_session_detail.sushi"].response
    assert isinstance(detail.body, dict)
    assert list(detail.body) == ["code", "msg", "data", "failed"]
    assert detail.open_paths == ((),)
    assert recordings["legacy_get_session_detail.sushi"].request.content == {"sessionId": 553235038557175811}
    chat = recordings["chat.highlights"].response
    assert chat.body == {"code": "0000", "msg": "success", "data": {"role": "ASSISTANT"}}
    assert chat.open_paths == ((), ("data",))
    videos = recordings["legacy_list_videos.first_page"].response
    assert videos.open_paths == ((), ("data",), ("data", "videos"), ("data", "videos", 5))
    assert {name: len(r.response.cut_text) for name, r in recordings.items() if r.response.cut_text} == {
        "chat.highlights": 1000,
        "marketer_chat.where_is_the_war": 996,
        "legacy_generate_summary.topic": 970,
        "legacy_get_session_detail.sushi": 961,
        "legacy_get_video_transcription.elephants_dream": 958,
        "legacy_list_sessions.first_page": 1000,
        "legacy_list_videos.first_page": 1000,
    }


def test_no_recording_holds_a_key() -> None:
    files = sorted(path for path in RECORDED.rglob("*") if path.is_file())
    assert len(files) >= 15
    for path in files:
        text = path.read_text(encoding="utf-8").lower()
        assert "sk-" not in text, path.name
        assert "authorization" not in text, path.name


def fixture_text(**changes: JsonValue) -> str:
    good = json.loads((RECORDED / "legacy_upload_url.elephants_dream.json").read_text(encoding="utf-8"))
    return json.dumps(good | changes)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "is no JSON in UTF-8"),
        (fixture_text(operation=""), "operation: "),
        (fixture_text(comment="hm"), "the whole file: "),
        (fixture_text(also=[]), "also: "),
        (fixture_text(also=["upload_url", "upload_url"]), "also: "),
        (fixture_text(provenance={"source": "x"}), 'provenance: "where" is a required property'),
        (fixture_text(request={"method": "POST", "json": {}, "query": {}}), "request: "),
        (fixture_text(response={"status": None, "cut_text": "{'a"}), 'response: "body" is a required property'),
    ],
)
def test_a_bad_fixture_is_refused_by_name(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "upload.bad.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(RecordingError) as refused:
        load_recordings(tmp_path)
    assert str(refused.value).startswith(f"{path}: ")
    assert message in str(refused.value)


@pytest.mark.parametrize(("cut_text", "message"), [("{'a': 1}", "is not cut"), ("{a", "expected a string")])
def test_a_cut_text_must_be_cut_and_in_its_form(tmp_path: Path, cut_text: str, message: str) -> None:
    fixture = json.loads((RECORDED / "legacy_list_sessions.first_page.json").read_text(encoding="utf-8"))
    fixture["response"]["cut_text"] = cut_text
    path = tmp_path / "list_sessions.bad.json"
    path.write_text(json.dumps(fixture), encoding="utf-8")
    with pytest.raises(RecordingError, match=message):
        load_recording(path)


def test_an_empty_or_missing_folder_is_no_success(tmp_path: Path) -> None:
    with pytest.raises(RecordingError, match="holds no"):
        load_recordings(tmp_path)
    with pytest.raises(RecordingError, match="cannot be read"):
        load_recording(tmp_path / "missing.json")
