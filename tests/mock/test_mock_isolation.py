"""Two accounts, and two namespaces of one, never see or change each other's things, whatever they ask."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import httpx
import pytest

from mock_support import KEY, Api, Receiver, data, eventually, make_video
from operation_support import CONTROL, ask, call, encoded, operations, patchwork, png, seed, spec, started

# Stands in everything that the owner has; nobody else ever sends it.
MARK = "zanzibarquux"
# Stands beside it, for others to look for.
WORD = "lighthouse"
SECRET = f"The {WORD} of {MARK}"
NAMESPACES = ("default", "north")
PUBLIC_POST = "https://www.tiktok.com/@harbourkitchen/video/7450001234567890123"
PROMPTS = {"user_prompt": f"Where is the {WORD}?", "system_prompt": "You watch films."}

Request = dict[str, Any]


@dataclass
class Loot:
    """What the owner has: ids that others may guess."""

    video_nos: list[str] = field(default_factory=list)
    imported_nos: list[str] = field(default_factory=list)
    image_nos: list[str] = field(default_factory=list)
    session_ids: list[str] = field(default_factory=list)
    task_ids: list[str] = field(default_factory=list)
    task_nos: list[str] = field(default_factory=list)
    caption_ids: list[str] = field(default_factory=list)
    folder_id: str = ""
    client_id: str = ""
    tokens: list[str] = field(default_factory=list)

    def ids(self) -> set[str]:
        lists = (getattr(self, name) for name in self.__dataclass_fields__)
        return {each for found in lists for each in ([found] if isinstance(found, str) else found)}


@dataclass(frozen=True)
class World:
    """An emulator in which one account has one of everything, in two namespaces."""

    owner: Api
    stranger: Api
    loot: Loot
    receiver: Receiver
    media: Path
    before: Any


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    directory = tmp_path_factory.mktemp("films")
    make_video(directory / f"{SECRET}.mp4", subtitles=((0.0, 2.0, SECRET),))
    make_video(directory / "plain.mp4", subtitles=((0.0, 2.0, "Nothing but the sea"),))
    receiver = Receiver()
    receiver.files["/plain.mp4"] = (directory / "plain.mp4").read_bytes()
    receiver.files["/picture.png"] = encoded(patchwork(5))
    with started() as owner, Api(owner.emulator, "sk-mavi-stranger").http as http:
        stranger = Api(owner.emulator, "sk-mavi-stranger")
        stranger.http.close()
        stranger.http = http
        loot = Loot()
        fill(owner, loot, directory)
        yield World(owner, stranger, loot, receiver, directory, state_of(owner, loot))
    receiver.close()


def fill(owner: Api, loot: Loot, directory: Path) -> None:
    loot.folder_id = ask(owner, "create_folder", form={"name": SECRET})["folder_id"]
    for unique_id in NAMESPACES:
        fill_namespace(owner, loot, directory, unique_id)
    ask(owner, "move_videos_to_folder", json={"folder_id": int(loot.folder_id), "video_nos": loot.video_nos[:1]})
    # The name of a namespace is nobody else's business.
    owner.upload(directory / f"{SECRET}.mp4", unique_id=MARK)
    ask(owner, "upload_image", parts=[png("p.png", encoded(patchwork(1)))], form={"unique_id": f"{MARK} images"})
    for kind in ("AUDIO", "VIDEO"):
        body = {"videoNo": loot.video_nos[0], "type": kind}
        loot.task_nos.append(ask(owner, "mavi_submit_transcription", json=body)["taskNo"])
    part = ("files", (f"{SECRET}.mp4", (directory / f"{SECRET}.mp4").read_bytes(), "video/mp4"))
    body = {**PROMPTS, "user_prompt": SECRET}
    caption = call(owner, "caption_video_file", parts=[part], form={"req": json.dumps(body)}).json()
    loot.caption_ids.append(caption["data"]["task_id"])
    public = ask(owner, "import_post_urls_public", json={"video_urls": [PUBLIC_POST]})
    loot.task_ids.append(public["taskId"])
    finish(owner)
    take_tokens(owner, loot)


def fill_namespace(owner: Api, loot: Loot, directory: Path, unique_id: str) -> None:
    here = {"unique_id": unique_id}
    told = {"tags": [MARK], "camera_model": MARK, "latitude": "48.2", "longitude": "16.4"}
    loot.video_nos.append(owner.uploaded(directory / f"{SECRET}.mp4", **here, **told))
    picture = png(f"{SECRET}.png", encoded(patchwork(1)))
    [image] = ask(owner, "upload_image", parts=[picture], form={**here, **told})
    loot.image_nos.append(image["id"])
    told = {"tags": [MARK, WORD]}
    ask(owner, "add_memory", json={"memories": [{"role": MARK, "content": SECRET}], **here, **told})
    posts = {"video_urls": [f"https://www.instagram.com/{MARK}/"]}
    task = ask(owner, "import_post_urls", json={**posts, **here})["taskId"]
    loot.task_ids.append(task)
    owner.emulator.clock.advance(1)
    rows = eventually(lambda: ask(owner, "get_task_status", query={"task_id": task, **here})["videos"])
    loot.imported_nos += [row["video_no"] for row in rows]
    question = {"prompt": f"Where is the {WORD}, {MARK}?"}
    about = {**question, "video_nos": loot.video_nos[-1:]}
    owner.emulator.clock.advance(1)
    eventually(lambda: data(owner.get("/get_metadata", video_no=rows[0]["video_no"], **here))["status"] == "PARSE")
    for operation, body in (("chat", about), ("chat_personal", question), ("marketer_chat", question)):
        loot.session_ids.append(ask(owner, operation, json={**body, **here})["session_id"])


def take_tokens(owner: Api, loot: Loot) -> None:
    name = f"codes-{MARK}"
    seed(owner.emulator, accounts=[{"key": KEY, "code_address": f"{owner.emulator.base_url}/__mock__/inbox/{name}"}])
    inbox = f"{owner.emulator.base_url}/__mock__/inbox"
    [entry] = eventually(lambda: httpx.get(inbox, params={"name": name}).json()["entries"])
    query = parse_qs(entry["body"])
    loot.client_id = query["clientId"][0]
    body = {"clientId": loot.client_id, "code": query["code"][0]}
    tokens = ask(owner, "get_access_token", json=body)
    loot.tokens += [tokens["accessToken"], tokens["refreshToken"]]


def finish(api: Api) -> None:
    """Let all that is under way come to its end: what a task brings takes its time in turn."""

    def nothing_waits() -> bool:
        api.emulator.clock.advance(2)
        overview = httpx.get(f"{api.emulator.base_url}/__mock__/overview", headers=CONTROL).text
        return '"UNPARSE"' not in overview and '"waiting"' not in overview

    eventually(nothing_waits, 20)


def state_of(owner: Api, loot: Loot) -> Any:
    """All that the owner can see of what is theirs."""
    found: list[Any] = [ask(owner, "list_folders")]
    found.append(ask(owner, "list_folder_videos", query={"folder_id": loot.folder_id}))
    found += [ask(owner, "mavi_get_transcription", query={"taskNo": each}) for each in loot.task_nos]
    for unique_id in NAMESPACES:
        here = {"unique_id": unique_id}
        found += [ask(owner, name, json=here) for name in ("list_videos", "list_images", "list_memories")]
        found.append(ask(owner, "list_sessions", query=here))
        found += [ask(owner, "get_session_detail", query={"sessionId": each, **here}) for each in loot.session_ids]
        found += [ask(owner, "get_task_status", query={"task_id": each, **here}) for each in loot.task_ids]
        for video_no in (*loot.video_nos, *loot.imported_nos):
            of_video = {"video_no": video_no, **here}
            names = ("get_metadata", "get_video_transcription", "get_audio_transcription")
            found += [ask(owner, name, query=of_video) for name in names]
            found.append(call(owner, "download", json=of_video).content)
    blobs = [{"bucket": "mavi-image", "blob": each} for each in loot.image_nos]
    found += [call(owner, "download_blob", query=blob).content for blob in blobs]
    return found


def attacks(world: World) -> Mapping[str, list[Request]]:
    """Requests for each operation with what belongs to the owner."""
    loot = world.loot
    films = [*loot.video_nos, *loot.imported_nos]
    url, picture = f"{world.receiver.url}/plain.mp4", png("p.png", encoded(patchwork(1)), part="file")
    plain = ("plain.mp4", (world.media / "plain.mp4").read_bytes(), "video/mp4")
    folder = {"folder_id": int(loot.folder_id)}
    callback = {"callback": f"{world.receiver.url}/told"}
    questions: list[Request] = [{"prompt": f"Where is the {WORD}?"}]
    questions += [{**questions[0], "session_id": each} for each in loot.session_ids]
    about = [{"video_nos": each, **question} for each in ([films[0]], films, []) for question in questions]
    in_query = [{"query": {"video_no": each}} for each in films]
    summaries = [{"query": {**each["query"], "type": kind}} for each in in_query for kind in ("TOPIC", "CHAPTER")]
    sessions = [{"query": {"sessionId": each}} for each in loot.session_ids]
    searches: list[Request] = [
        {"search_param": WORD, "search_type": kind, **more}
        for kind in ("BY_CLIP", "BY_VIDEO", "BY_AUDIO", "BY_CAPTION", "BY_IMAGE")
        for more in ({}, {"video_nos": films}, folder)
    ]
    blobs: list[Request] = [{"bucket": "mavi-image", "blob": each} for each in loot.image_nos]
    for video_no in films:
        for public in ("", "public-"):
            blobs.append({"bucket": f"mavi-{public}keyframe", "blob": f"{video_no}/keyframe-000001.jpg"})
            video_bucket = f"mavi-{public}video" if public else "mavi-resource"
            blobs.append({"bucket": video_bucket, "blob": f"{video_no}.mp4"})
    images = [{"parts": [picture], "form": {"similarity": "0"}}]
    posts = {"video_urls": [PUBLIC_POST], **callback}
    creator = {"username": "https://www.tiktok.com/@harbourkitchen", **callback}
    hashtags = {"hash_tags": ["cooking"], **callback}
    req = {"req": json.dumps({**PROMPTS, **callback})}
    caption_url = {**PROMPTS, "video_url": url, **callback}
    transcript: list[Request] = [{"query": {"query": WORD}}]
    lists: list[Request] = [{}, *({"video_no": each} for each in films), {"video_nos": films}, folder, {"tag": "api"}]
    return {
        "upload": [{"parts": [("file", plain)], "form": each} for each in (callback, folder)],
        "upload_url": [{"form": {"url": url, **each}} for each in (callback, folder)],
        "list_videos": as_json(lists),
        "get_private_video_details": in_query,
        "get_metadata": in_query,
        "generate_summary": summaries,
        "download": as_json([each["query"] for each in in_query]),
        "download_blob": [{"query": each} for each in blobs],
        "download_blob_v2": [{"query": each} for each in blobs],
        "delete_videos": [{"json": films}],
        "upload_image": [{"parts": [("files", picture[1])]}],
        "list_images": as_json([{}]),
        "import_post_urls": as_json([posts, {**posts, **folder}]),
        "import_post_urls_public": as_json([posts]),
        "import_creator": as_json([creator, {**creator, **folder}]),
        "import_creator_public": as_json([creator]),
        "import_hashtag": as_json([hashtags, {**hashtags, **folder}]),
        "import_hashtag_public": as_json([hashtags]),
        "get_task_status": [{"query": {"task_id": each}} for each in (*loot.task_ids, *loot.task_nos)],
        "get_public_video_detail": in_query,
        "get_public_video_transcription": in_query,
        "get_public_audio_transcription": in_query,
        "search": as_json(searches),
        "search_public": as_json(searches),
        "search_audio_transcripts": transcript,
        "search_public_audio_transcripts": transcript,
        "search_similar_images": images,
        "search_public_similar_images": images,
        "search_clips_by_image": [
            {"parts": [picture], "form": {"video_no": each, "prompt": f"the {WORD}"}} for each in films
        ],
        "chat": as_json(about),
        "chat_stream": as_json(about),
        "chat_personal": as_json(questions),
        "chat_personal_stream": as_json(questions),
        "marketer_chat": as_json(questions),
        "marketer_chat_stream": as_json(questions),
        "get_video_transcription": in_query,
        "get_audio_transcription": in_query,
        "get_video_caption": in_query,
        "update_video_transcription": as_json([{**each["query"], "prompt": "x", **callback} for each in in_query]),
        "list_sessions": [{}],
        "get_session_detail": sessions,
        "list_folders": [{}],
        "create_folder": [{"form": {"name": "summer"}}],
        "rename_folder": [{"form": {**folder, "new_name": "stolen"}}],
        "delete_folder": [{"form": folder}],
        "move_videos_to_folder": as_json([{"folder_id": each, "video_nos": films} for each in (-1, *folder.values())]),
        "list_folder_videos": [{"query": {"folder_id": each}} for each in (-1, -2, loot.folder_id)],
        "list_unique_ids": [{}],
        "add_memory": as_json([{"memories": [{"role": "me", "content": f"A {WORD}"}]}]),
        "list_memories": as_json([{}]),
        "search_memories": as_json([{"query": WORD}]),
        "caption_video_url": as_json([caption_url]),
        "caption_video_file": [{"parts": [("files", plain)], "form": req}],
        "caption_video_url_sync": as_json([caption_url]),
        "caption_video_file_sync": [{"parts": [("files", plain)], "form": req}],
        "caption_image_url": as_json([{**PROMPTS, "url": f"{world.receiver.url}/picture.png"}]),
        "caption_image_file": [{"parts": [picture], "form": req}],
        "caption_image_base64": as_json([{**PROMPTS, "image_base64": "AAAA", "img_type": "image/png"}]),
        "legacy_upload": [{"parts": [("file", plain)]}],
        "legacy_upload_url": [{"form": {"url": url, **callback}}],
        "legacy_list_videos": as_json([*lists, *({"unique": each} for each in NAMESPACES), *odd_namespaces()]),
        "legacy_search": as_json([*searches, *({"search_param": WORD, **each} for each in odd_namespaces())]),
        "legacy_chat": as_json(about),
        "legacy_get_video_transcription": in_query,
        "legacy_get_audio_transcription": in_query,
        "legacy_generate_summary": summaries,
        "legacy_list_sessions": [{}],
        "legacy_get_session_detail": sessions,
        "legacy_delete_videos": [{"json": films}],
        "legacy_get_folder": [{}],
        "mavi_upload": [{"parts": [("file", plain)], "query": {"callBackUri": callback["callback"]}}],
        "mavi_upload_url": as_json([{"url": url}]),
        "mavi_search_db": [{}, {"query": {"videoName": WORD}}],
        "mavi_search_ai": as_json([{"searchValue": WORD, **each} for each in odd_namespaces()]),
        "mavi_search_fragments": as_json(
            [{"searchValue": WORD, "videoNos": each, **more} for each in (films, []) for more in odd_namespaces()]
        ),
        "mavi_chat": as_json(
            [{"videoNos": films[:1], "message": f"The {WORD}?", "stream": stream} for stream in (True, False)]
        ),
        "mavi_submit_transcription": as_json([{"videoNo": each, "type": "AUDIO"} for each in films]),
        "mavi_get_transcription": [{"query": {"taskNo": each}} for each in (*loot.task_nos, *loot.task_ids)],
        "mavi_delete_videos": [{"json": films}],
        "get_access_token": as_json([{"clientId": loot.client_id, "code": "guessed"}]),
        "refresh_access_token": as_json([{"refreshToken": "mavi-token-guessed"}]),
    }


def as_json(bodies: list[Request]) -> list[Request]:
    return [{"json": body} for body in bodies]


def odd_namespaces() -> list[Request]:
    """Members that operations without namespaces do not take."""
    return [{}, {"unique_id": None}, {"unique_id": "north"}, {"unique_id": 7}]


# Where a namespace may stand in a request.
def takes_unique_id(operation: str, part: str) -> bool:
    entry = operations()[operation]
    if part == "query":
        return any(each.name == "unique_id" for each in entry.parameters)
    return part in ("json", "form") and any(
        "unique_id" in spec().properties(schema) for schema in entry.bodies.values()
    )


def within(operation: str, request: Request, unique_id: str) -> Request | None:
    """The same request in a namespace; None: the operation knows none."""
    body = "form" if "parts" in request or "form" in request else "json"
    for part in ("query", body):
        if takes_unique_id(operation, part):
            return {**request, part: {**request.get(part, {}), "unique_id": unique_id}}
    return None


def check(world: World, api: Api, operation: str, request: Request) -> None:
    """No answer holds what is the owner's, but for what was sent."""
    response = call(api, operation, **request)
    assert response.status_code < 500, response.text
    kind = response.headers["content-type"].partition(";")[0]
    assert kind in ("application/json", "text/event-stream"), (operation, request)
    sent = json.dumps({name: value for name, value in request.items() if name != "parts"})
    secrets = {each for each in (MARK, *world.loot.ids()) if each not in sent}
    assert MARK in secrets
    assert not [each for each in secrets if each in response.text], (operation, request, response.text)


@pytest.mark.parametrize("operation", sorted(operations()))
def test_another_account_sees_and_changes_nothing(world: World, operation: str) -> None:
    for request in attacks(world)[operation]:
        check(world, world.stranger, operation, request)
        for unique_id in NAMESPACES:
            if (there := within(operation, request, unique_id)) is not None:
                check(world, world.stranger, operation, there)
    assert state_of(world.owner, world.loot) == world.before


@pytest.mark.parametrize(
    "operation", sorted(name for name in operations() if any(takes_unique_id(name, each) for each in ("query", "json")))
)
def test_another_namespace_sees_and_changes_nothing(world: World, operation: str) -> None:
    for request in attacks(world)[operation]:
        # Folders belong to all namespaces, and so would what is put there.
        if "folder_id" in str(request):
            continue
        there = within(operation, request, "south")
        assert there is not None
        check(world, world.owner, operation, there)
    assert state_of(world.owner, world.loot) == world.before


def test_the_list_of_operations_is_complete(world: World) -> None:
    found = attacks(world)
    assert found.keys() == operations().keys()
    assert len(found) == 81
    assert all(found.values())


def test_nothing_changes_later_and_nobody_else_is_told(world: World) -> None:
    for operation, requests in attacks(world).items():
        for request in requests[:3]:
            check(world, world.stranger, operation, request)
    finish(world.owner)
    assert state_of(world.owner, world.loot) == world.before
    told = str(world.receiver.received)
    assert "SUCCEEDED" in told
    assert not [each for each in (MARK, *world.loot.ids()) if each in told]


def test_the_owner_sees_it_all(world: World) -> None:
    """Otherwise the tests above would find nothing to complain about."""
    before = str(world.before)
    assert before.count(MARK) > 50
    shown = {*world.loot.video_nos, *world.loot.imported_nos, *world.loot.image_nos, *world.loot.session_ids}
    assert not [each for each in shown | {world.loot.folder_id, *world.loot.task_nos} if each not in before]
    for operation in ("search", "legacy_search", "search_audio_transcripts", "search_memories", "chat_personal"):
        request = attacks(world)[operation][0]
        assert MARK in call(world.owner, operation, **request).text, operation


def test_tokens_stay_good(world: World) -> None:
    access, refresh = world.loot.tokens
    url = world.owner.emulator.base_url + operations()["mavi_search_db"].path
    assert MARK in httpx.get(url, headers={"Authorization": f"Bearer {access}"}).text
    renewed = ask(world.stranger, "refresh_access_token", json={"refreshToken": refresh})
    assert MARK in httpx.get(url, headers={"Authorization": renewed["accessToken"]}).text
    refused = httpx.get(url, headers={"Authorization": refresh})
    assert refused.json()["code"] == "0401"
