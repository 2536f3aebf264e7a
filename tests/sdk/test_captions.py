"""Descriptions by the caption host: its own dialect, its own key, its results by callback."""

from __future__ import annotations

import base64
import io
import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

import memories_ai as m
from memories_ai import webhooks
from memories_ai_generated import models as wire
from memories_ai_mock import Emulator, Settings
from sdk_support import KEY, MakeClient
from served_files import ServedFiles

SAMPLE = Path(__file__).parents[2] / "examples" / "media" / "sample.mp4"
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
TOKENS = {"input": 273, "output": 79, "total": 352}
GOOD = {"code": 0, "msg": "success", "data": {"text": "A person.", "token": TOKENS}}
TASK = {"code": 0, "msg": "success", "data": {"task_id": "8e03075a"}}
URL = "https://example.com/film.mp4"
HOOK = "https://example.com/hook"


def answering(body: object, **facts: Any) -> Callable[[httpx.Request], httpx.Response]:
    return lambda _: httpx.Response(200, json=body, **facts)


@pytest.mark.parametrize(
    "body",
    [
        GOOD,
        {"status": 0, "task_id": "8e03", "data": GOOD["data"]},
        {"code": "0000", "msg": "success", "data": GOOD["data"], "success": True, "failed": False},
        {**GOOD, "model_ms": 12, "data": {"text": "A person.", "token": {**TOKENS, "cached": 1}, "more": None}},
    ],
)
def test_each_form_of_a_description(make_client: MakeClient, body: dict[str, Any]) -> None:
    caption = make_client(answering(body)).captions.image("https://example.com/a.png", "What?")
    assert (caption.text, caption.input_tokens, caption.output_tokens, caption.total_tokens) == (
        "A person.",
        273,
        79,
        352,
    )
    assert caption.raw == body


@pytest.mark.parametrize("body", [TASK, {**TASK, "code": "0000", "success": True, "failed": False}])
def test_each_form_of_a_task(make_client: MakeClient, body: dict[str, Any]) -> None:
    client = make_client(answering(body))
    task = client.captions.start_video(URL, "What?", system_prompt="", callback=HOOK)
    assert (task.task_id, task.raw) == ("8e03075a", body)


@pytest.mark.parametrize(
    "body",
    [
        {"code": 0, "msg": "success", "data": None},
        {"code": 0, "msg": "success", "data": {"text": 7, "token": TOKENS}},
        {"code": 0, "msg": "success", "data": {"text": None, "token": TOKENS}},
        {"code": 0, "msg": "success", "data": {"text": "A", "token": {**TOKENS, "input": "273"}}},
        {"code": 0, "msg": "success", "data": {"text": "A", "token": {**TOKENS, "total": True}}},
        {"code": 0, "msg": "success", "data": {"text": "A", "token": None}},
        {"code": 0, "msg": "success", "data": {"text": "A"}},
        {"status": 0, "data": None},
        {"status": 1, "data": GOOD["data"]},
        {"status": True, "data": GOOD["data"]},
        {"code": False, "msg": "success", "data": GOOD["data"]},
        {"code": None, "msg": "success", "data": GOOD["data"]},
    ],
)
def test_another_form_is_no_description(make_client: MakeClient, body: dict[str, Any]) -> None:
    with pytest.raises(m.ProtocolError) as caught:
        make_client(answering(body)).captions.video(URL, "What?", system_prompt="")
    assert caught.value.operation == "caption_video_url_sync"


@pytest.mark.parametrize("data", [None, {}, {"task_id": ""}, {"task_id": 7}, {"task_id": None}, []])
def test_another_form_is_no_task(make_client: MakeClient, data: object) -> None:
    with pytest.raises(m.ProtocolError):
        make_client(answering({**TASK, "data": data})).captions.start_video(
            URL, "What?", system_prompt="", callback=HOOK
        )


@pytest.mark.parametrize(
    ("body", "kind", "code"),
    [
        ({"code": -1, "msg": "The video is too long.", "data": None}, m.APIError, "-1"),
        ({"code": 5, "msg": "new", "data": None}, m.APIError, "5"),
        ({"status": -1, "data": None}, m.APIError, "-1"),
        ({"status": -1, "msg": "no", "data": None}, m.APIError, "-1"),
        ({"code": "9009", "msg": "no permission", "failed": True}, m.PermissionDeniedError, "9009"),
        ({"code": "0429", "msg": "slower"}, m.RateLimitError, "0429"),
    ],
)
def test_failures_have_integer_codes(make_client: MakeClient, body: object, kind: type, code: str) -> None:
    with pytest.raises(kind) as caught:
        make_client(answering(body)).captions.image(PNG, "What?")
    assert (caught.value.code, caught.value.operation) == (code, "caption_image_base64")


def test_each_way_of_sending(make_client: MakeClient, tmp_path: Path) -> None:
    requests: list[httpx.Request] = []

    def handler(request: httpx.Request) -> httpx.Response:
        request.read()
        requests.append(request)
        return httpx.Response(200, json=TASK if request.url.path in ASYNC else GOOD)

    (tmp_path / "a.png").write_bytes(PNG)
    captions = make_client(handler, caption_key="sk-granted").captions
    people = [m.Person(name="Ada", url="https://example.com/ada.png"), m.Person(name="Bob")]
    captions.start_video(
        URL,
        "Who?",
        system_prompt="You watch.",
        callback=HOOK,
        persons=people,
        thinking=True,
        reasoning_effort=2,
        qa=False,
    )
    captions.start_video(SAMPLE, "Who?", system_prompt="", callback=HOOK, pictures=[tmp_path / "a.png"])
    captions.video(URL, "Who?", system_prompt="")
    captions.video(SAMPLE, "Who?", system_prompt="", persons=people, reasoning_effort=-1)
    captions.image("https://example.com/a.png", "Who?")
    captions.image(["https://example.com/a.png", "https://example.com/b.png"], "Who?", system_prompt="x")
    captions.image([tmp_path / "a.png", tmp_path / "a.png"], "Who?", qa=True)
    captions.image(PNG, "Who?")
    assert {request.headers["authorization"] for request in requests} == {"sk-granted"}
    assert {request.url.host for request in requests} == {"security.memories.ai"}
    assert [request.url.path.rpartition("/")[2] for request in requests] == [
        "upload",
        "uploadFile",
        "uploadSync",
        "uploadFileSync",
        "uploadImg",
        "uploadImg",
        "uploadImgFile",
        "uploadImgFileBase64",
    ]
    assert json.loads(requests[0].content) == {
        "video_url": URL,
        "user_prompt": "Who?",
        "system_prompt": "You watch.",
        "callback": HOOK,
        "persons": [{"name": "Ada", "url": "https://example.com/ada.png"}, {"name": "Bob"}],
        "thinking": True,
        "reasoning_effort": "2",
        "qa": False,
    }
    assert json.loads(requests[2].content) == {"video_url": URL, "user_prompt": "Who?", "system_prompt": ""}
    assert json.loads(requests[4].content) == {"url": "https://example.com/a.png", "user_prompt": "Who?"}
    assert json.loads(requests[5].content)["urls"] == ["https://example.com/a.png", "https://example.com/b.png"]
    within = json.loads(requests[7].content)
    assert (base64.b64decode(within["image_base64"]), within["img_type"]) == (PNG, "image/png")
    video = requests[1].content
    assert b'name="req"\r\nContent-Type: application/json' in video
    assert b'name="files"; filename="sample.mp4"\r\nContent-Type: video/mp4' in video
    assert b'name="file"; filename="a.png"\r\nContent-Type: image/png' in video
    assert SAMPLE.read_bytes() in video
    assert requests[6].content.count(b'name="file"; filename="a.png"') == 2


ASYNC = {"/v1/understand/upload", "/v1/understand/uploadFile"}


def begin(client: Any, **more: Any) -> Any:
    return client.captions.start_video(URL, "?", **{"system_prompt": "", "callback": HOOK, **more})


def video(client: Any, source: Any = URL, **more: Any) -> Any:
    return client.captions.video(source, "?", system_prompt="", **more)


BAD: list[tuple[str, Callable[[Any], Any], str]] = [
    ("user_prompt", lambda c: c.captions.video(URL, " ", system_prompt=""), "empty"),
    ("user_prompt", lambda c: c.captions.image(PNG, 7), "not text"),
    ("system_prompt", lambda c: c.captions.video(URL, "?", system_prompt=None), "not text"),
    ("system_prompt", lambda c: c.captions.image(PNG, "?", system_prompt=7), "not text"),
    ("callback", lambda c: begin(c, callback=None), "not text"),
    ("callback", lambda c: begin(c, callback="example.com"), "http"),
    ("persons", lambda c: begin(c, persons=[m.Person(name="A")] * 6), "at most 5"),
    ("persons", lambda c: begin(c, persons="Ada"), "list"),
    ("persons", lambda c: begin(c, persons=["Ada"]), "Person"),
    ("persons", lambda c: begin(c, persons=[m.Person(name="")]), "empty"),
    ("persons", lambda c: begin(c, persons=[m.Person(name="A", url="ada.png")]), "http"),
    ("pictures", lambda c: begin(c, pictures=["ada.png"]), "file only"),
    ("pictures", lambda c: video(c, SAMPLE, pictures="ada.png"), "list"),
    ("pictures", lambda c: video(c, SAMPLE, pictures=[SAMPLE]), r"\.png \.jpg"),
    ("pictures", lambda c: video(c, SAMPLE, pictures=PNG), "list"),
    ("pictures", lambda c: video(c, SAMPLE, pictures=bytearray(PNG)), "list"),
    ("pictures", lambda c: video(c, SAMPLE, pictures=["https://example.com/a.png"]), "on this machine"),
    ("filename", lambda c: begin(c, filename="a.mp4"), "Leave it out"),
    ("filename", lambda c: video(c, SAMPLE, filename=" "), "empty"),
    ("thinking", lambda c: begin(c, thinking="yes"), "True nor False"),
    ("qa", lambda c: c.captions.image(PNG, "?", qa=1), "True nor False"),
    ("reasoning_effort", lambda c: begin(c, reasoning_effort=0), "1 to 10"),
    ("reasoning_effort", lambda c: begin(c, reasoning_effort=11), "between -1 and 10"),
    ("reasoning_effort", lambda c: begin(c, reasoning_effort="2"), "whole number"),
    ("source", lambda c: video(c, "https://"), "no host"),
    ("source", lambda c: video(c, "nowhere.mp4"), "does not exist"),
    ("source", lambda c: video(c, "nul\0.mp4"), "cannot be a file"),
    ("source", lambda c: video(c, Path(__file__)), "not named like a video"),
    ("source", lambda c: video(c, Path(__file__).parent), "not a file"),
    ("filename", lambda c: video(c, b"bytes"), r"no name of its own\. Pass filename='video\.mp4'"),
    ("source", lambda c: video(c, io.StringIO("x")), "'rb'"),
    ("filename", lambda c: video(c, io.BytesIO(b"x")), "no name of its own"),
    ("filename", lambda c: video(c, b"x", filename="a.txt"), "not named like a video"),
    ("source", lambda c: video(c, io.BytesIO(b""), filename="a.mp4"), "is empty"),
    ("source", lambda c: c.captions.image([], "?"), "list is empty"),
    ("source", lambda c: c.captions.image(b"GIF89a", "?"), r"no format .* \(\.png \.jpg \.jpeg\)"),
    ("source", lambda c: c.captions.image(["https://example.com/a.png", "b.png"], "?"), "mixed"),
    ("source", lambda c: c.captions.image(7, "?"), "int is neither"),
    ("source", lambda c: c.captions.image([PNG, 7], "?"), "int is neither"),
    ("source", lambda c: c.captions.image([PNG, b""], "?"), "is empty"),
    ("source", lambda c: c.captions.image(b"", "?"), "is empty"),
    ("source", lambda c: c.captions.image(io.BytesIO(b"GIF89a"), "?"), "no format"),
    ("filename", lambda c: c.captions.image(PNG, "?", filename="a.gif"), "extension"),
    ("filename", lambda c: c.captions.image([PNG, PNG], "?", filename="a.png"), "one name for 2 images"),
    ("filename", lambda c: c.captions.image("https://example.com/a.png", "?", filename="a.png"), "Leave it out"),
]


@pytest.mark.parametrize(("field", "call", "told"), BAD)
def test_what_would_be_refused_is_not_sent(
    make_client: MakeClient, field: str, call: Callable[[Any], Any], told: str
) -> None:
    sent: list[httpx.Request] = []

    def handler(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return httpx.Response(200, json=GOOD)

    with pytest.raises(m.ValidationError, match=told) as caught:
        call(make_client(handler))
    assert caught.value.field == field
    assert sent == []


def test_raw_calls_speak_the_dialect(make_client: MakeClient) -> None:
    body = wire.CaptionVideoRequest(video_url=URL, user_prompt="?", system_prompt="")
    task = make_client(answering(TASK)).raw.caption_video_url(body=body)
    assert isinstance(task, wire.CaptionTaskResponse)
    assert task.data.task_id == "8e03075a"
    report = make_client(answering({"status": 0, "data": GOOD["data"]})).raw.caption_video_url_sync(body=body)
    assert isinstance(report, wire.CaptionReport)
    with pytest.raises(m.APIError) as caught:
        make_client(answering({"code": -1, "msg": "no", "data": None})).raw.caption_video_url(body=body)
    assert caught.value.code == "-1"


# Against the emulator.


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    with Emulator(Settings(keys=[KEY, "sk-granted"], caption_keys=["sk-granted"], parse_seconds=0)) as emulator:
        yield emulator


@pytest.fixture(scope="module")
def films() -> Iterator[ServedFiles]:
    served = ServedFiles()
    yield served
    served.close()


def inbox(emulator: Emulator, name: str) -> Any:
    """The callback that arrives there, within ten seconds."""
    end = time.monotonic() + 10
    while True:
        entries = httpx.get(f"{emulator.base_url}/__mock__/inbox?name={name}").json()["entries"]
        if entries or time.monotonic() > end:
            return webhooks.parse(entries[0]["body"])
        time.sleep(0.02)


def test_videos_are_described(
    make_client: MakeClient, emulator: Emulator, films: ServedFiles, request: pytest.FixtureRequest
) -> None:
    captions = make_client(base_url=emulator.base_url, caption_key="sk-granted").captions
    by_file = captions.video(SAMPLE, "What is said?", system_prompt="You watch films.")
    assert "red balloon" in by_file.text
    assert by_file.total_tokens == by_file.input_tokens + by_file.output_tokens > 0
    address = films.add("/film.mp4", SAMPLE.read_bytes())
    assert captions.video(address, "What is said?", system_prompt="You watch films.") == by_file
    for number, source in enumerate((SAMPLE, address)):
        name = f"{request.node.name}-{number}".replace("[", "-").replace("]", "")
        hook = f"{emulator.base_url}/__mock__/inbox/{name}"
        task = captions.start_video(source, "What is said?", system_prompt="You watch films.", callback=hook)
        told = inbox(emulator, name)
        assert isinstance(told, webhooks.CaptionCallback)
        assert (told.task_id, told.text, told.is_ready) == (task.task_id, by_file.text, True)


def test_people_and_images(make_client: MakeClient, emulator: Emulator, films: ServedFiles, tmp_path: Path) -> None:
    captions = make_client(base_url=emulator.base_url, caption_key="sk-granted").captions
    (tmp_path / "ada.png").write_bytes(PNG)
    face = films.add("/ada.png", PNG)
    for more in ({"persons": [m.Person(name="Ada", url=face)]}, {"persons": [m.Person(name="Ada")]}):
        pictures = [] if more["persons"][0].url else [tmp_path / "ada.png"]
        assert "Ada: " in captions.video(SAMPLE, "Who?", system_prompt="", pictures=pictures, **more).text
    one = captions.image(tmp_path / "ada.png", "What?")
    assert captions.image(PNG, "What?") == captions.image(face, "What?") == one
    with (tmp_path / "ada.png").open("rb") as file:
        assert captions.image(file, "What?") == one
    assert "Image 2" in captions.image([face, face], "What?").text
    assert "Image 2" in captions.image([tmp_path / "ada.png"] * 2, "What?").text


def test_the_emulator_fails_and_wants_the_key_that_was_granted(make_client: MakeClient, emulator: Emulator) -> None:
    granted = make_client(base_url=emulator.base_url, caption_key="sk-granted").captions
    with pytest.raises(m.APIError) as caught:
        granted.video(io.BytesIO(b"no video"), "?", system_prompt="", filename="a.mp4")
    assert caught.value.code == "-1"
    with pytest.raises(m.PermissionDeniedError) as caught:
        make_client(base_url=emulator.base_url).captions.image(PNG, "?")
    assert caught.value.code == "9009"
