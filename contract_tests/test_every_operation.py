"""Every operation succeeds on the emulator, and every link of the specification leads on from it."""

import io
import json
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs

import httpx
import pytest
from PIL import Image

from memories_ai_contract.envelope import SUCCESS_CODES, is_good_end
from memories_ai_contract.film import CUT_NAME, SAMPLE, short_cut
from memories_ai_contract.specification import load_specification
from memories_ai_contract.targets import MOCK_KEY, ApiKey, Target, open_target
from memories_ai_contract.validation import Answer
from memories_ai_mock import Emulator, Settings

SPECIFICATION = load_specification()
CONTROL = {"X-Memories-Mock": "1"}
POST = "https://www.tiktok.com/@harbourkitchen/video/7450001234567890123"
CREATOR = "https://www.tiktok.com/@harbourkitchen"
# Answers of an earlier time, which the emulator does not give: a list of ids in place of one of videos.
EARLIER = {"get_task_status -> publicVideo"}
# A new folder has nothing in it.
EMPTY = {"create_folder -> videos"}
PATIENCE = 10.0

Request = dict[str, Any]


@dataclass(frozen=True, slots=True)
class World:
    """An emulator that holds one of everything."""

    target: Target
    video_no: str
    public_no: str
    folder_id: str
    empty_folder_id: str
    session_id: str
    task_id: str
    task_no: str
    client_id: str
    code: str
    refresh_token: str


@pytest.fixture
def world(film_url: str) -> Iterator[World]:
    settings = Settings(keys=[MOCK_KEY], parse_seconds=0, stream_pause=0)
    with (
        Emulator(settings) as emulator,
        open_target("mock", emulator.base_url, ApiKey(MOCK_KEY), SPECIFICATION, patience=PATIENCE, poll=0.01) as target,
    ):
        video_no = target.upload(SAMPLE.name, SAMPLE.read_bytes())
        target.wait_until_indexed(video_no)
        target.call(
            "upload_image", parts=[("files", ("garden.png", picture(), "image/png"))], form={"tags": ["garden"]}
        )
        target.call("add_memory", json={"memories": [{"role": "me", "content": "The red balloon"}]})
        tokens = target.call("get_access_token", json=pushed_code(emulator.base_url), headers={}).data
        # A code is good for one exchange.
        second = pushed_code(emulator.base_url)
        submitted = target.call("mavi_submit_transcription", json={"videoNo": video_no, "type": "AUDIO"})
        imported = target.call("import_post_urls", json={"video_urls": [POST], "callback": film_url})
        yield World(
            target,
            video_no,
            public_no=target.call("search_public", json={"search_param": "fish soup"}).data[0]["videoNo"],
            folder_id=target.call("create_folder", form={"name": "holidays"}).data["folder_id"],
            empty_folder_id=target.call("create_folder", form={"name": "nothing"}).data["folder_id"],
            session_id=target.call("chat_personal", json={"prompt": "Where is the balloon?"}).data["session_id"],
            task_id=imported.data["taskId"],
            task_no=submitted.data["taskNo"],
            client_id=second["clientId"],
            code=second["code"],
            refresh_token=tokens["refreshToken"],
        )


def pushed_code(base_url: str) -> dict[str, str]:
    """Register an address for codes, the emulator's own inbox, and wait for the code."""
    name = f"codes-{time.monotonic_ns()}"
    account = {"key": MOCK_KEY, "code_address": f"{base_url}/__mock__/inbox/{name}"}
    with httpx.Client(base_url=base_url, headers=CONTROL, trust_env=False) as http:
        http.post("/__mock__/seed", json={"accounts": [account]}).raise_for_status()
        deadline = time.monotonic() + PATIENCE
        while not (entries := http.get("/__mock__/inbox", params={"name": name}).json()["entries"]):
            assert time.monotonic() < deadline, "no code was pushed"
            time.sleep(0.01)
    query = parse_qs(entries[0]["body"])
    return {"clientId": query["clientId"][0], "code": query["code"][0]}


def picture() -> bytes:
    buffer = io.BytesIO()
    Image.linear_gradient("L").convert("RGB").save(buffer, "PNG")
    return buffer.getvalue()


def good_requests(world: World, film_url: str) -> dict[str, Request]:
    """A request for each operation that finds what it asks for."""
    video, public = {"video_no": world.video_no}, {"video_no": world.public_no}
    film = ("sample.mp4", short_cut())
    film_part = ("files", (CUT_NAME, short_cut(), "video/mp4"))
    image = ("file", ("garden.png", picture(), "image/png"))
    question = {"prompt": "What happens with the red balloon?"}
    about = {**question, "video_nos": [world.video_no]}
    prompts = {"user_prompt": "What happens?", "system_prompt": "You watch films."}
    req = {"req": json.dumps(prompts)}
    posts = {"video_urls": [POST]}
    return {
        "upload": {"file": film},
        "upload_url": {"form": {"url": film_url}},
        "list_videos": {"json": video},
        "get_private_video_details": {"query": video},
        "get_metadata": {"query": video},
        "generate_summary": {"query": {**video, "type": "CHAPTER"}},
        "download": {"json": video},
        "download_blob": {"query": {"bucket": "mavi-resource", "blob": f"{world.video_no}.mp4"}},
        "download_blob_v2": {"query": {"bucket": "mavi-keyframe", "blob": f"{world.video_no}/keyframe-000003.jpg"}},
        "delete_videos": {"json": []},
        "upload_image": {"parts": [("files", image[1]), ("files", image[1])]},
        "list_images": {"json": {}},
        "import_post_urls": {"json": posts},
        "import_post_urls_public": {"json": posts},
        "import_creator": {"json": {"username": CREATOR, "scraper_cnt": 2}},
        "import_creator_public": {"json": {"username": CREATOR}},
        "import_hashtag": {"json": {"hash_tags": ["cooking"]}},
        "import_hashtag_public": {"json": {"hash_tags": ["cooking"]}},
        "get_task_status": {"query": {"task_id": world.task_id}},
        "get_public_video_detail": {"query": public},
        "get_public_video_transcription": {"query": public},
        "get_public_audio_transcription": {"query": public},
        "search": {"json": {"search_param": "red balloon", "search_type": "BY_CLIP"}},
        "search_public": {"json": {"search_param": "fish soup"}},
        "search_audio_transcripts": {"query": {"query": "balloon"}},
        "search_public_audio_transcripts": {"query": {"query": "soup"}},
        "search_similar_images": {"parts": [image], "form": {"similarity": "0"}},
        "search_public_similar_images": {"parts": [image], "form": {"similarity": "0"}},
        "search_clips_by_image": {"parts": [image], "form": {**video, "prompt": "the balloon"}},
        "chat": {"json": about},
        "chat_stream": {"json": about},
        "chat_personal": {"json": question},
        "chat_personal_stream": {"json": question},
        "marketer_chat": {"json": question},
        "marketer_chat_stream": {"json": question},
        "get_video_transcription": {"query": video},
        "get_audio_transcription": {"query": video},
        "get_video_caption": {"query": video},
        "update_video_transcription": {"json": {**video, "prompt": "Focus on the balloon"}},
        "list_sessions": {},
        "get_session_detail": {"query": {"sessionId": world.session_id}},
        "list_folders": {},
        "create_folder": {"form": {"name": "winter"}},
        "rename_folder": {"form": {"folder_id": world.folder_id, "new_name": "summer"}},
        "move_videos_to_folder": {"json": {"folder_id": int(world.folder_id), "video_nos": [world.video_no]}},
        "list_folder_videos": {"query": {"folder_id": -1}},
        "list_unique_ids": {},
        "add_memory": {"json": {"memories": [{"role": "me", "content": "A blue door"}]}},
        "list_memories": {"json": {}},
        "search_memories": {"json": {"query": "balloon"}},
        "caption_video_url": {"json": {**prompts, "video_url": film_url, "callback": film_url}},
        "caption_video_file": {"parts": [film_part], "form": req},
        "caption_video_url_sync": {"json": {**prompts, "video_url": film_url}},
        "caption_video_file_sync": {"parts": [film_part], "form": req},
        "caption_image_url": {"parts": [image], "form": req},
        "caption_image_file": {"parts": [image, image], "form": req},
        "caption_image_base64": {"json": {**prompts, **BASE64_PICTURE}},
        "legacy_upload": {"file": film},
        "legacy_upload_url": {"form": {"url": film_url}},
        "legacy_list_videos": {"json": {}},
        "legacy_search": {"json": {"search_param": "red balloon", "search_type": "BY_VIDEO"}},
        "legacy_chat": {"json": about},
        "legacy_get_video_transcription": {"query": video},
        "legacy_get_audio_transcription": {"query": video},
        "legacy_generate_summary": {"query": {**video, "type": "TOPIC"}},
        "legacy_list_sessions": {},
        "legacy_get_session_detail": {"query": {"sessionId": world.session_id}},
        "legacy_delete_videos": {"json": []},
        "legacy_get_folder": {},
        "mavi_upload": {"file": film},
        "mavi_upload_url": {"json": {"url": film_url}},
        "mavi_search_db": {},
        "mavi_search_ai": {"json": {"searchValue": "red balloon"}},
        "mavi_search_fragments": {"json": {"searchValue": "red balloon", "videoNos": []}},
        "mavi_chat": {"json": {"videoNos": [world.video_no], "message": "What happens?", "stream": False}},
        "mavi_submit_transcription": {"json": {"videoNo": world.video_no, "type": "VIDEO"}},
        "mavi_get_transcription": {"query": {"taskNo": world.task_no}},
        "mavi_delete_videos": {"json": []},
        "get_access_token": {"json": {"clientId": world.client_id, "code": world.code}},
        "refresh_access_token": {"json": {"refreshToken": world.refresh_token}},
        "delete_folder": {"form": {"folder_id": world.empty_folder_id}},
    }


# One white pixel.
BASE64_PICTURE = {
    "image_base64": "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4//8/AAX+Av4N70a4AAAAAElFTkSuQmCC",
    "img_type": "image/png",
}
# These have nothing to say but that it is done.
WITHOUT_DATA = {
    "delete_videos",
    "delete_folder",
    "move_videos_to_folder",
    "add_memory",
    "legacy_delete_videos",
    "mavi_delete_videos",
}


def test_every_operation_succeeds(world: World, film_url: str) -> None:
    requests = good_requests(world, film_url)
    assert requests.keys() == SPECIFICATION.operations.keys()
    for operation, request in requests.items():
        until_it_succeeds(world, operation, request)


def test_every_link_leads_on(world: World, film_url: str) -> None:
    requests = good_requests(world, film_url)
    followed = []
    for operation in SPECIFICATION.operations:
        for name, link in links_of(operation).items():
            if f"{operation} -> {name}" in EARLIER:
                continue
            request = fresh(requests[operation], len(followed))
            answer = until_it_succeeds(world, operation, request)
            target = link_request(link, request, answer)
            # A link names what it can fill in; what else is required stays as it is asked for elsewhere.
            target["query"] = requests[link["operationId"]].get("query", {}) | target["query"]
            for word in {"search_param", "searchValue"} & set(target.get("json", ())):
                # What the link looks for is an example; this is said in the film.
                target["json"][word] = "lighthouse"
            if f"{operation} -> {name}" in EMPTY:
                assert world.target.call(link["operationId"], **target).code in SUCCESS_CODES, (operation, name)
            else:
                until_it_succeeds(world, link["operationId"], target)
            followed.append(f"{operation} -> {name}")
    assert len(followed) > 80
    assert len(followed) + len(EARLIER) == sum(len(links_of(operation)) for operation in SPECIFICATION.operations)


def links_of(operation: str) -> Mapping[str, Any]:
    found: dict[str, Any] = {}
    for response in SPECIFICATION.responses(operation).values():
        found |= SPECIFICATION.value(response).get("links", {})
    return found


def fresh(request: Request, number: int) -> Request:
    """The same request with a name that is not taken."""
    form = request.get("form", {})
    return request | {"form": {**form, "name": f"{form['name']} {number}"}} if "name" in form else request


def link_request(link: Mapping[str, Any], request: Request, answer: Answer) -> Request:
    """What a link asks of its target, with the values of its expressions."""

    def value(part: Any) -> Any:
        if isinstance(part, dict):
            return {name: value(each) for name, each in part.items()}
        if isinstance(part, list):
            return [value(each) for each in part]
        if not isinstance(part, str) or not part.startswith("$"):
            return part
        source, _, pointer = part.partition("#")
        if source == "$response.body":
            found: Any = answer.body
        elif source == "$request.body":
            found = request.get("json", request.get("form"))
        else:
            return request["query"][source.removeprefix("$request.query.")]
        for step in pointer.strip("/").split("/"):
            found = found[int(step)] if isinstance(found, list) else found[step]
        return found

    target: Request = {"query": value(link.get("parameters", {}))}
    if "requestBody" in link:
        entry = SPECIFICATION.value(SPECIFICATION.operations[link["operationId"]].at)
        is_json = "application/json" in entry["requestBody"]["content"]
        target["json" if is_json else "form"] = value(link["requestBody"])
    return target


def problem(answer: Answer) -> str | None:
    """Why an answer does not bring what was asked for."""
    if answer.events:
        return None if is_good_end(answer.events[-1]) or answer.operation == "mavi_chat" else str(answer.events[-1])
    if answer.body is None:
        return None if answer.content else "no bytes"
    if answer.code not in SUCCESS_CODES:
        return str(answer.body)
    empty = not answer.data or (isinstance(answer.data, dict) and [] in answer.data.values())
    return "nothing was found" if empty and answer.operation not in WITHOUT_DATA else None


def until_it_succeeds(world: World, operation: str, request: Request) -> Answer:
    """Ask until the answer brings what was asked for: what was only just uploaded is not indexed yet."""
    deadline = time.monotonic() + PATIENCE
    while wrong := problem(answer := world.target.call(operation, **request)):
        assert time.monotonic() < deadline, f"{operation}: {wrong}"
        time.sleep(0.01)
    return answer
