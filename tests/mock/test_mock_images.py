"""Images: uploaded, listed, found by words and by what they look like; blobs and keyframes."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import httpx
import pytest
from PIL import Image

from memories_ai_mock import Emulator
from mock_support import Api, data
from operation_support import ask, call, encoded, imported, make_film, patchwork, png, refusal

PLACE = {"latitude": "48.2", "longitude": "16.4", "camera_model": "Box 3", "datetime_taken": "2025-07-01 12:00:00"}
POST = "https://www.tiktok.com/@harbourkitchen/video/7450001234567890123"
MORE_THAN_20_MIB = 20 * 1024**2 + 1


def upload(api: Api, *names: str, **fields: Any) -> list[str]:
    parts = [png(name, encoded(patchwork(index))) for index, name in enumerate(names)]
    return [row["id"] for row in ask(api, "upload_image", parts=parts, form=fields)]


def image_names(api: Api, **body: Any) -> list[str]:
    return [row["image_name"] for row in ask(api, "list_images", json=body)["images"]]


def by_words(api: Api, words: str, **more: Any) -> Any:
    return data(api.post("/search", {"search_param": words, "search_type": "BY_IMAGE", **more}))


@pytest.fixture
def film(tmp_path: Path) -> Path:
    """Two seconds of one picture, then two of another."""
    return make_film(tmp_path / "film.mp4", [patchwork(1), patchwork(2)])


def picture_part(seed: int) -> Any:
    return png("picture.png", encoded(patchwork(seed)), part="file")


def test_several_images_come_in_one_request(api: Api) -> None:
    ids = upload(api, "red door.png", "garden.png")
    assert len(set(ids)) == 2
    assert all(each.isdigit() for each in ids)
    page = ask(api, "list_images", json={})
    assert [(row["image_no"], row["image_name"], row["status"]) for row in page["images"]] == [
        (ids[1], "garden", "PARSE"),
        (ids[0], "red door", "PARSE"),
    ]
    assert all(row["upload_time"].isdigit() for row in page["images"])
    assert (page["current_page"], page["page_size"], page["total_count"]) == (1, 20, "2")


def test_one_bad_image_spoils_them_all(api: Api) -> None:
    parts = [png("good.png", encoded(patchwork(1))), png("bad.png", b"This is no picture.")]
    code, message = refusal(api, "upload_image", parts=parts)
    assert code == "0001"
    assert message.startswith("files: ")
    assert image_names(api) == []
    assert ask(api, "list_unique_ids") == {"unique_ids": []}


def test_an_image_has_a_largest_size(api: Api) -> None:
    large = encoded(patchwork(1)).ljust(MORE_THAN_20_MIB, b"\0")
    assert refusal(api, "upload_image", parts=[png("good.png", encoded(patchwork(1))), png("large.png", large)])
    assert image_names(api) == []
    ask(api, "upload_image", parts=[png("large.png", large[:-1])])
    assert image_names(api) == ["large"]


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "GIF", "BMP"])
def test_the_usual_formats_are_taken(api: Api, form: str) -> None:
    content = encoded(patchwork(1), form)
    [image] = ask(api, "upload_image", parts=[png("picture", content)])
    found = call(api, "download_blob", query={"bucket": "mavi-image", "blob": image["id"]})
    assert found.content == content
    assert found.headers["content-type"] == f"image/{form.lower()}"


def test_a_picture_with_several_in_its_file_is_taken(api: Api) -> None:
    buffer = io.BytesIO()
    patchwork(1).save(buffer, "MPO", save_all=True, append_images=[patchwork(2)])
    [image] = ask(api, "upload_image", parts=[png("telephone.jpg", buffer.getvalue(), media_type="image/jpeg")])
    found = call(api, "download_blob", query={"bucket": "mavi-image", "blob": image["id"]})
    assert found.headers["content-type"] == "image/jpeg"


def test_other_formats_are_refused(api: Api) -> None:
    assert refusal(api, "upload_image", parts=[png("picture.png", encoded(patchwork(1), "TIFF"))])[0] == "0001"
    assert image_names(api) == []


@pytest.mark.parametrize(
    "fields",
    [
        {"tags": [f"tag {number}" for number in range(51)]},
        {"latitude": "91"},
        {"longitude": "-181"},
        {"datetime_taken": "2025-02-30 12:00:00"},
        {"camera_model": "x" * 201},
        {"unique_id": ""},
    ],
)
def test_what_does_not_fit_is_refused(api: Api, fields: dict[str, Any]) -> None:
    part = png("picture.png", encoded(patchwork(1)))
    assert refusal(api, "upload_image", parts=[part], form=fields)[0] == "0001"
    assert image_names(api) == []


def test_an_upload_without_files_is_refused(api: Api) -> None:
    assert refusal(api, "upload_image", parts=[png("picture.png", encoded(patchwork(1)), part="file")])[0] == "0001"


def test_the_list_comes_in_pages_of_a_namespace(api: Api) -> None:
    upload(api, "one.png", "two.png", "three.png", unique_id="north")
    upload(api, "other.png")
    page = ask(api, "list_images", json={"unique_id": "north", "page": 2, "page_size": 2})
    assert [row["image_name"] for row in page["images"]] == ["one"]
    assert (page["current_page"], page["page_size"], page["total_count"]) == (2, 2, "3")
    assert image_names(api) == ["other"]


def test_images_are_found_by_name_and_tags(api: Api) -> None:
    [door] = upload(api, "red_door.png", **PLACE)
    [garden] = upload(api, "garden.png", tags=["Red", "roses"])
    upload(api, "sea.png")
    found = by_words(api, "red door")
    assert [(row["id"], row["name"], row["score"]) for row in found["item"]] == [
        (door, "red_door", 1.0),
        (garden, "garden", 0.5),
    ]
    assert (found["current_page"], found["total_count"]) == (0, "2")
    first, second = found["item"]
    assert {name: first[name] for name in ("latitude", "longitude", "camera_model", "datetime_taken")} == {
        "latitude": 48.2,
        "longitude": 16.4,
        "camera_model": "Box 3",
        "datetime_taken": "1751371200000",
    }
    assert second.keys() == {"id", "name", "img_url", "score"}
    assert [row["name"] for row in by_words(api, "red door", top_k=1)["item"]] == ["red_door"]
    assert by_words(api, "red door", unique_id="north")["item"] == []


def test_the_filters_of_a_search_count_for_images(api: Api) -> None:
    upload(api, "red door.png", tags=["travel"], **PLACE)
    upload(api, "red car.png")
    for conditions in (
        {"tag": "travel"},
        {"camera_tag": "Box 3"},
        {"latitude": 48.25, "longitude": 16.4},
        {"datetime_taken": "2025-07-01 12:00:00"},
    ):
        assert [row["name"] for row in by_words(api, "red", **conditions)["item"]] == ["red door"], conditions
    for conditions in (
        {"tag": "trav"},
        {"camera_tag": "Box"},
        {"latitude": 50, "longitude": 16.4},
        {"datetime_taken": "2025-07-01 12:00:01"},
    ):
        assert by_words(api, "red", **conditions)["item"] == [], conditions


def test_the_address_of_an_image_leads_to_it(api: Api, emulator: Emulator) -> None:
    upload(api, "garden.png")
    [row] = by_words(api, "garden")["item"]
    assert row["img_url"].startswith(emulator.base_url)
    assert api.http.get(row["img_url"]).content == encoded(patchwork(0))
    opened = httpx.get(row["img_url"])
    assert (opened.headers["content-type"], opened.content) == ("image/png", encoded(patchwork(0)))
    unsigned = httpx.get(row["img_url"].partition("?")[0])
    assert (unsigned.status_code, unsigned.json()["code"]) == (404, "0001")


def test_the_clips_of_a_video_that_look_like_a_picture(api: Api, film: Path) -> None:
    video_no = api.uploaded(film)
    form = {"video_no": video_no, "prompt": "the squares"}
    clips = ask(api, "search_clips_by_image", parts=[picture_part(2)], form=form)
    assert clips[0]["start_time"] >= 2
    assert clips[0]["start_time"] < clips[0]["end_time"] <= 4
    assert clips[0]["score"] > 0.9
    assert (clips[0]["video_bucket"], clips[0]["video_blob"]) == ("mavi-resource", f"{video_no}.mp4")
    scores = [clip["score"] for clip in clips]
    assert scores == sorted(scores, reverse=True)


def test_a_search_for_clips_needs_a_prompt_a_video_and_a_picture(api: Api, film: Path) -> None:
    form = {"video_no": api.uploaded(film), "prompt": "the squares"}

    def refused(fields: dict[str, str], part: Any = None) -> tuple[str, str]:
        return refusal(api, "search_clips_by_image", parts=[part or picture_part(2)], form={**form, **fields})

    assert refused({"prompt": " "}) == ("0001", "The prompt parameter cannot be empty!")
    assert refused({"video_no": "VI1"}) == ("0001", "video not found")
    assert refused({"unique_id": "north"}) == ("0001", "video not found")
    assert refused({}, png("picture.png", b"none", part="file"))[1].startswith("file: ")


def test_moments_of_private_videos_are_found_by_a_picture(api: Api, film: Path) -> None:
    video_no = api.uploaded(film)
    api.upload(film, unique_id="north")
    hits = ask(api, "search_similar_images", parts=[picture_part(2)])
    assert {(hit["videoNo"], hit["videoName"]) for hit in hits} == {(video_no, "film")}
    assert {int(hit["startTime"]) for hit in hits} <= {2, 3}
    assert all(hit.keys() == {"videoNo", "videoName", "startTime", "score"} for hit in hits)
    assert all(hit["score"] >= 0.85 for hit in hits)
    assert ask(api, "search_similar_images", parts=[picture_part(9)]) == []
    everything = ask(api, "search_similar_images", parts=[picture_part(9)], form={"similarity": "0"})
    assert {hit["videoNo"] for hit in everything} == {video_no}
    assert refusal(api, "search_similar_images", parts=[picture_part(2)], form={"similarity": "1.1"})[0] == "0001"


def test_moments_of_public_videos_are_found_by_a_keyframe_of_theirs(api: Api) -> None:
    [hit] = data(api.post("/search_public", {"search_param": "White fish slides into a red broth", "top_k": 1}))
    blob = {"bucket": "mavi-public-keyframe", "blob": f"{hit['videoNo']}/keyframe-{int(hit['startTime']):06d}.jpg"}
    keyframe = call(api, "download_blob", query=blob)
    assert keyframe.headers["content-type"] == "image/jpeg"
    part = png("keyframe.jpg", keyframe.content, part="file")
    best = ask(api, "search_public_similar_images", parts=[part])[0]
    assert (best["videoNo"], best["startTime"]) == (hit["videoNo"], hit["startTime"])
    assert int(best["startTime"]) < int(best["endTime"])
    assert {"bucket": best["keyframe_bucket"], "blob": best["keyframe_blob"]} == blob
    assert ask(api, "search_similar_images", parts=[part]) == []
    elsewhere = ask(api, "search_public_similar_images", parts=[part], form={"type": "YOUTUBE", "similarity": "0"})
    assert hit["videoNo"] not in {each["videoNo"] for each in elsewhere}


@pytest.mark.parametrize("operation", ["download_blob", "download_blob_v2"])
def test_videos_and_their_keyframes_are_downloaded(api: Api, film: Path, operation: str) -> None:
    video_no = api.uploaded(film)
    found = call(api, operation, query={"bucket": "mavi-resource", "blob": f"{video_no}.mp4"})
    assert found.content == film.read_bytes()
    frame = call(api, operation, query={"bucket": "mavi-keyframe", "blob": f"{video_no}/keyframe-000003.jpg"})
    with Image.open(io.BytesIO(frame.content)) as picture:
        assert picture.format == "JPEG"
    [best, *_] = ask(api, "search_similar_images", parts=[png("frame.jpg", frame.content, part="file")])
    assert int(best["startTime"]) >= 2


def test_what_a_list_names_can_be_downloaded(api: Api, film: Path) -> None:
    api.uploaded(film)
    [row] = data(api.post("/list_videos", {}))["videos"]
    found = call(api, "download_blob", query={"bucket": row["bucket"], "blob": row["blob"]})
    assert found.content == film.read_bytes()
    api.uploaded(film, retain_original_video="false")
    newest = data(api.post("/list_videos", {}))["videos"][0]
    assert newest.keys().isdisjoint({"bucket", "blob"})


def test_an_imported_video_has_keyframes_without_a_file(api: Api) -> None:
    [row] = imported(api, "import_post_urls", {"video_urls": [POST]})
    video_no = row["video_no"]
    blob = f"{video_no}/keyframe-000012.jpg"
    assert call(api, "download_blob", query={"bucket": "mavi-keyframe", "blob": blob}).content[:2] == b"\xff\xd8"
    missing = {"bucket": "mavi-resource", "blob": f"{video_no}.mp4"}
    assert refusal(api, "download_blob", query=missing) == ("0001", "Resource does not exist")


@pytest.mark.parametrize("operation", ["download_blob", "download_blob_v2"])
@pytest.mark.parametrize(
    ("bucket", "blob", "message"),
    [
        (" ", "x", "Bucket cannot be null or empty"),
        ("mavi-resource", " ", "Blob cannot be null or empty"),
        ("elsewhere", "VI1.mp4", "Resource does not exist"),
        ("mavi-resource", "VI1.mp4", "Resource does not exist"),
        ("mavi-resource", "../emulator.sqlite3", "Resource does not exist"),
        ("mavi-image", "../emulator.sqlite3", "Resource does not exist"),
        ("mavi-image", "1", "Resource does not exist"),
        ("mavi-keyframe", "VI1/keyframe-000001.jpg", "Resource does not exist"),
        ("mavi-keyframe", "VI1.mp4", "Resource does not exist"),
        ("mavi-public-video", "PI-1.mp4", "Resource does not exist"),
    ],
)
def test_what_is_not_there_is_refused_as_documented(
    api: Api, operation: str, bucket: str, blob: str, message: str
) -> None:
    assert refusal(api, operation, query={"bucket": bucket, "blob": blob}) == ("0001", message)


def test_private_videos_are_in_no_public_bucket(api: Api, film: Path) -> None:
    video_no = api.uploaded(film)
    blob = {"bucket": "mavi-public-video", "blob": f"{video_no}.mp4"}
    assert refusal(api, "download_blob", query=blob)[1] == "Resource does not exist"
