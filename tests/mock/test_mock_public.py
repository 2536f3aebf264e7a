"""The public library: details, transcriptions, searches, questions about it."""

from __future__ import annotations

import pytest

from mock_support import Api, data
from operation_support import ask, call, encoded, events, imported, patchwork, png, refusal, seed

SOUP = "https://www.tiktok.com/@harbourkitchen/video/7450001234567890123"
PLATFORMS = ["TIKTOK", "YOUTUBE", "INSTAGRAM"]


def soup_no(api: Api) -> str:
    [hit] = data(api.post("/search_public", {"search_param": "saffron", "search_type": "BY_AUDIO", "top_k": 1}))
    video_no: str = hit["videoNo"]
    return video_no


def test_details_tell_what_the_platform_tells(api: Api) -> None:
    detail = ask(api, "get_public_video_detail", query={"video_no": soup_no(api)})
    assert all(isinstance(value, str) for value in detail.values())
    assert detail.pop("video_no").startswith("PI-")
    assert len(detail.pop("create_time")) == 13
    assert detail == {
        "duration": "42",
        "status": "PARSE",
        "video_name": "Five-minute fish soup from the harbour market",
        "video_url": SOUP,
        "blogger_id": "harbourkitchen",
        "text_language": "en",
        "music_name": "original sound",
        "like_count": "1460",
        "share_count": "6",
        "comment_count": "29",
        "view_count": "14200",
        "collect_count": "50",
        "publish_time": "1748000000",
        "hash_tag": "#cooking#soup#seafood",
    }


def test_details_leave_out_what_is_not_known(api: Api) -> None:
    post = {"platform": "YOUTUBE", "url": "https://youtu.be/1", "creator": "tower", "title": "Lamp", "public": True}
    [video_no] = seed(api.emulator, posts=[post])["posts"]
    detail = ask(api, "get_public_video_detail", query={"video_no": video_no})
    assert "like_count" not in detail
    assert "hash_tag" not in detail
    assert detail["blogger_id"] == "tower"


def test_transcriptions_tell_what_is_said_and_shown(api: Api) -> None:
    query = {"video_no": soup_no(api)}
    spoken = ask(api, "get_public_audio_transcription", query=query)
    assert spoken["videoNo"] == query["video_no"]
    assert spoken["transcriptions"][0] == {
        "index": 0,
        "content": " Today we make a fish soup in five minutes",
        "startTime": "0",
        "endTime": "9",
    }
    shown = ask(api, "get_public_video_transcription", query=query)
    assert [each["index"] for each in shown["transcriptions"]] == [0, 1, 2, 3]
    assert "harbour window" in shown["transcriptions"][0]["content"]


@pytest.mark.parametrize(
    "operation",
    ["get_public_video_detail", "get_public_video_transcription", "get_public_audio_transcription"],
)
def test_what_is_not_public_is_null(api: Api, operation: str) -> None:
    [row] = imported(api, "import_post_urls", {"video_urls": [SOUP]})
    assert ask(api, operation, query={"video_no": row["video_no"]}) is None
    assert ask(api, operation, query={"video_no": "PI-1"}) is None


@pytest.mark.parametrize(
    "operation",
    [
        "get_metadata",
        "get_private_video_details",
        "get_video_transcription",
        "get_audio_transcription",
        "get_video_caption",
    ],
)
def test_public_videos_are_not_private_ones(api: Api, operation: str) -> None:
    assert ask(api, operation, query={"video_no": soup_no(api)}) is None


def test_nobody_deletes_or_moves_public_videos(api: Api) -> None:
    video_no = soup_no(api)
    for operation in ("delete_videos", "legacy_delete_videos", "mavi_delete_videos"):
        ask(api, operation, json=[video_no])
    ask(api, "move_videos_to_folder", json={"folder_id": -1, "video_nos": [video_no]})
    assert refusal(api, "update_video_transcription", json={"video_no": video_no, "prompt": "x"})[0] == "0001"
    assert soup_no(api) == video_no


@pytest.mark.parametrize("platform", PLATFORMS)
def test_a_search_looks_at_one_platform(api: Api, platform: str) -> None:
    hits = data(api.post("/search_public", {"search_param": "the a of", "type": platform, "top_k": 1000}))
    assert len(hits) > 0
    assert {hit["videoNo"] for hit in hits} <= everything_of(api, platform)


def test_a_video_is_on_one_platform(api: Api) -> None:
    tiktok, youtube, instagram = (everything_of(api, platform) for platform in PLATFORMS)
    assert min(map(len, (tiktok, youtube, instagram))) > 0
    assert not (tiktok & youtube | youtube & instagram | tiktok & instagram)


def test_a_search_looks_at_tiktok_unless_told_otherwise(api: Api) -> None:
    body = {"search_param": "saffron fish soup"}
    default = data(api.post("/search_public", body))
    assert default == data(api.post("/search_public", {**body, "type": "TIKTOK"}))
    assert default[0]["videoName"].startswith("Five-minute fish soup")
    assert default[0].keys() == {"videoNo", "videoName", "startTime", "endTime", "score"}
    spoken = data(api.post("/search_public", {**body, "search_type": "BY_AUDIO"}))
    assert spoken[0]["audio_ts"] == " Today we make a fish soup in five minutes"


def test_an_unknown_search_type_is_refused_and_an_unknown_platform_is_tiktok(api: Api) -> None:
    body = {"search_param": "soup"}
    assert refusal(api, "search_public", json={**body, "search_type": "BY_SMELL"})[0] == "0003"
    assert data(api.post("/search_public", {**body, "type": "MYSPACE"})) == data(api.post("/search_public", body)) != []


def test_spoken_words_are_found_in_pages_whatever_their_case(api: Api) -> None:
    page = ask(api, "search_public_audio_transcripts", query={"query": "FISH SOUP", "page_size": 1})
    [row] = page["videos"]
    assert row["audio_ts"] == " Today we make a fish soup in five minutes"
    assert (page["current_page"], page["page_size"]) == (1, 1)
    assert page["total_count"].isdigit()
    assert ask(api, "search_public_audio_transcripts", query={"query": "soup fish"})["videos"] == []


@pytest.mark.parametrize("platform", PLATFORMS)
def test_a_question_is_answered_from_one_platform(api: Api, platform: str) -> None:
    answer = ask(api, "marketer_chat", json={"prompt": "Where is the harbour?", "type": platform})
    assert answer["role"] == "ASSISTANT"
    assert answer["session_id"].isdigit()
    refs = answer["thinkings"][-1]["refs"]
    assert refs
    assert {ref["video"]["video_no"] for ref in refs} <= everything_of(api, platform)
    for ref in refs:
        meta = ref["refItems"][0]
        assert (meta["type"], meta["videoNo"]) == ("video_meta", ref["video"]["video_no"])
        assert all(type(meta[name]) is int for name in ("view_count", "like_count", "share_count", "comment_count"))
        assert {item["type"] for item in ref["refItems"][1:]} <= {"audio_ts", "visual_ts"}
        assert len(ref["refItems"]) > 1


def everything_of(api: Api, platform: str) -> set[str]:
    """All videos of a platform: every one is at least a little like any picture."""
    part = png("picture.png", encoded(patchwork(1)), part="file")
    form = {"type": platform, "similarity": "0"}
    return {hit["videoNo"] for hit in ask(api, "search_public_similar_images", parts=[part], form=form)}


def test_a_conversation_about_public_videos_continues(api: Api) -> None:
    session = ask(api, "marketer_chat", json={"prompt": "Which soup?"})["session_id"]
    more = {"prompt": "With bread?", "session_id": int(session)}
    assert ask(api, "marketer_chat", json=more)["session_id"] == session
    streamed = events(call(api, "marketer_chat_stream", json={**more, "prompt": "And lemon?"}))
    assert streamed[-1] == '"Done"'
    detail = ask(api, "get_session_detail", query={"sessionId": session})
    assert [each["content"] for each in detail["messages"][::2]] == ["Which soup?", "With bread?", "And lemon?"]
    assert refusal(api, "marketer_chat", json={"prompt": "x", "session_id": "7"})[0] == "0001"
    assert refusal(api, "marketer_chat", json={"prompt": " "})[0] == "0001"


def test_private_videos_are_not_in_public_answers(api: Api) -> None:
    video = {"key": "sk-mavi-0123456789", "video_name": "My secret saffron"}
    content = {"speech": [{"start": 0, "end": 2, "text": "saffron is my secret"}]}
    seed(api.emulator, videos=[{**video, "content": content}])
    assert "secret" not in str(data(api.post("/search_public", {"search_param": "saffron secret"})))
    assert "secret is" not in str(ask(api, "marketer_chat", json={"prompt": "saffron"}))
