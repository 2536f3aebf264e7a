"""What a client may rely on when it uploads, searches, chats and deletes. For `mock`, and for `live` if asked for."""

import pytest

from memories_ai_contract.cut_text import JsonValue
from memories_ai_contract.envelope import SUCCESS, is_good_end
from memories_ai_contract.film import CAPTURE, SAMPLE, Sample, short_cut
from memories_ai_contract.targets import DELETE, Target, items_at, number_at, text_at
from memories_ai_contract.validation import STREAM

pytestmark = pytest.mark.live_writes

NO_FILM = b"This is a letter, not a film.\n" * 100


def test_an_upload_waits_and_then_is_indexed_for_good(target: Target, sample: Sample) -> None:
    assert sample.states in (("UNPARSE", "PARSE"), ("PARSE",))
    row = target.existing_row(sample.video_no)
    assert row["status"] == "PARSE"
    assert row["video_name"] == SAMPLE.stem
    assert row.get("cause") in (None, "null")
    assert number_at(row, "size") == SAMPLE.stat().st_size
    assert number_at(row, "duration") == 30


def test_what_is_no_film_fails_for_good_and_says_why(target: Target) -> None:
    video_no = target.upload("letter.mp4", NO_FILM)
    assert target.wait_until_indexed(video_no)[-1] == "FAIL"
    row = target.existing_row(video_no)
    assert row["status"] == "FAIL"
    assert row["cause"] not in (None, "", "null")
    assert number_at(row, "duration") == 0


def test_metadata_repeats_what_the_upload_said(target: Target, sample: Sample) -> None:
    metadata = target.call("get_metadata", query=target.place(sample.video_no)).data
    assert isinstance(metadata, dict)
    assert metadata["camera_model"] == CAPTURE["camera_model"]
    assert number_at(metadata, "latitude") == number_at(CAPTURE, "latitude")
    assert number_at(metadata, "longitude") == number_at(CAPTURE, "longitude")
    # Without a time zone: it may be read in any.
    assert abs(number_at(metadata, "datetime_taken") / 1000 - 1760958000) <= 14 * 3600
    # The service adds one of its own.
    assert isinstance(metadata["tags"], list)
    assert set(metadata["tags"]) == {"lighthouse", "contract suite", "api"}


@pytest.mark.parametrize(
    "condition", [{"tag": "lighthouse"}, {"camera_model": "Contract Suite 1"}, {"video_name": "sample"}]
)
def test_the_list_finds_the_video_by_what_it_was_given(
    target: Target, sample: Sample, condition: dict[str, str]
) -> None:
    found = target.call("list_videos", json={"unique_id": sample.unique_id, **condition}).data
    assert [row["video_no"] for row in items_at(found, "videos")] == [sample.video_no]


def test_no_other_namespace_sees_the_video(target: Target, sample: Sample) -> None:
    elsewhere = {"unique_id": "contract-suite-nobody", "video_no": sample.video_no}
    assert items_at(target.call("list_videos", json=elsewhere).data, "videos") == []
    assert target.call("get_metadata", query=elsewhere).data is None
    assert target.call("download", json=elsewhere).code not in (SUCCESS, None)
    assert target.call("search", json={"search_param": "lighthouse", "unique_id": elsewhere["unique_id"]}).data == []


@pytest.mark.parametrize("search_type", ["BY_CLIP", "BY_VIDEO", "BY_AUDIO"])
def test_search_finds_moments_of_the_film_best_first(target: Target, sample: Sample, search_type: str) -> None:
    question = {"search_param": "a lighthouse at night", "search_type": search_type, "top_k": 3}
    hits = target.call("search", json={**question, "unique_id": sample.unique_id}).data
    assert isinstance(hits, list)
    assert 1 <= len(hits) <= 3
    for hit in hits:
        assert text_at(hit, "videoNo") == sample.video_no
        if search_type != "BY_VIDEO":
            assert 0 <= number_at(hit, "startTime") <= number_at(hit, "endTime") <= 31
    scores = [number_at(hit, "score") for hit in hits]
    assert scores == sorted(scores, reverse=True)
    if search_type == "BY_AUDIO":
        assert "lighthouse" in text_at(hits[0], "audio_ts").lower()


def test_the_phrase_search_finds_what_the_transcript_says(target: Target, sample: Sample) -> None:
    data = target.call("get_audio_transcription", query=target.place(sample.video_no)).data
    spoken = items_at(data, "transcriptions")[1]
    phrase = " ".join(text_at(spoken, "content").split()[:4]).upper()
    page = target.call("search_audio_transcripts", query={"query": phrase, "unique_id": sample.unique_id}).data
    (hit,) = items_at(page, "videos")
    assert (hit["videoNo"], hit["audio_ts"]) == (sample.video_no, spoken["content"])
    # A recorded hit begins a second before the segment that it names.
    assert abs(number_at(hit, "startTime") - number_at(spoken, "startTime")) <= 1
    assert number_at(page, "total_count") >= 1


@pytest.mark.parametrize("kind", ["CHAPTER", "TOPIC"])
def test_a_summary_has_parts(target: Target, sample: Sample, kind: str) -> None:
    data = target.call("generate_summary", query={**target.place(sample.video_no), "type": kind}).data
    items = items_at(data, "items")
    assert items
    assert text_at(data, "summary").strip()
    if kind == "CHAPTER":
        starts = [number_at(item, "start") for item in items]
        assert starts == sorted(starts)
        assert starts[-1] <= 30


def test_a_chat_is_kept_as_a_session(target: Target, sample: Sample) -> None:
    question = {"video_nos": [sample.video_no], "unique_id": sample.unique_id}
    first = target.call("chat", json={**question, "prompt": "Who keeps the lamp?"}).data
    session_id = text_at(first, "session_id")
    second = target.call("chat", json={**question, "prompt": "And then?", "session_id": session_id}).data
    assert text_at(second, "session_id") == session_id
    expected = [
        ("user", "Who keeps the lamp?"),
        ("assistant", text_at(first, "content")),
        ("user", "And then?"),
        ("assistant", text_at(second, "content")),
    ]
    assert messages(target, sample, session_id) == expected
    listed = items_at(target.call("list_sessions", query={"unique_id": sample.unique_id}).data, "sessions")
    assert session_id in [row["sessionId"] for row in listed]


def test_a_stream_thinks_refers_answers_and_ends(target: Target, sample: Sample) -> None:
    body = {"video_nos": [sample.video_no], "unique_id": sample.unique_id, "prompt": "What does the note say?"}
    answer = target.call("chat_stream", json=body)
    assert answer.media_type == STREAM
    events = [event for event in answer.events if isinstance(event, dict) and "type" in event]
    assert is_good_end(answer.events[-1])
    kinds = [text_at(event, "type") for event in events]
    # The answer comes last, and nothing is thought of after it began.
    assert kinds == sorted(kinds, key=lambda kind: ("thinking", "ref", "content").index(kind))
    assert kinds[-1] == "content"
    (session_id,) = {text_at(event, "sessionId") for event in events}
    references = [reference for event in events if event["type"] == "ref" for reference in items_at(event, "ref")]
    assert {item["videoNo"] for each in references for item in items_at(each, "refItems")} <= {sample.video_no}
    whole = "".join(text_at(event, "content") for event in events if event["type"] == "content")
    assert messages(target, sample, session_id) == [("user", "What does the note say?"), ("assistant", whole)]


def test_a_stream_about_an_unknown_video_ends_badly_or_is_refused(target: Target) -> None:
    answer = target.call("chat_stream", json={"video_nos": ["VI000000000000000000"], "prompt": "What happens?"})
    assert answer.code not in (SUCCESS, None) or (len(answer.events) == 1 and not is_good_end(answer.events[0]))


def test_a_download_brings_the_same_bytes(target: Target, sample: Sample) -> None:
    answer = target.call("download", json=target.place(sample.video_no))
    assert answer.content == SAMPLE.read_bytes()


def test_a_deletion_takes_its_video_and_nothing_else(target: Target, sample: Sample) -> None:
    video_no = target.upload("short.mp4", short_cut(), unique_id=sample.unique_id)
    target.wait_until_indexed(video_no)
    before = target.existing_row(sample.video_no)
    assert target.call(DELETE, query={"unique_id": sample.unique_id}, json=[video_no]).data is None
    assert target.row(video_no) is None
    assert target.call("get_metadata", query=target.place(video_no)).data is None
    assert target.call("download", json=target.place(video_no)).code not in (SUCCESS, None)
    assert target.existing_row(sample.video_no) == before
    found = target.call("search", json={"search_param": "lighthouse", "unique_id": sample.unique_id}).data
    assert isinstance(found, list)
    assert video_no not in [text_at(hit, "videoNo") for hit in found]
    again = target.call(DELETE, query={"unique_id": sample.unique_id}, json=[video_no]).code
    assert again in (SUCCESS, "0409"), "sources disagree about a repeated deletion"


def messages(target: Target, sample: Sample, session_id: str) -> list[tuple[JsonValue, JsonValue]]:
    query = {"sessionId": session_id, "unique_id": sample.unique_id}
    detail = target.call("get_session_detail", query=query).data
    assert text_at(detail, "session_id") == session_id
    return [(message["role"], message["content"]) for message in items_at(detail, "messages")]
