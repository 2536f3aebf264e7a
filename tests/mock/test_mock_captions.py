"""The caption host: descriptions of videos and images, at once and by callback; and sidecars."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from memories_ai_mock import Emulator, ManualClock, Settings
from mock_support import KEY, Api, Receiver, data, eventually
from operation_support import ask, call, caption, encoded, make_film, patchwork, png, refusal, started

PROMPTS = {"user_prompt": "Who is there?", "system_prompt": "You watch films."}
DOCUMENT = {
    "speech": [{"start": 1, "end": 2, "text": "The lamp burns all night"}],
    "scenes": [{"start": 0, "end": 3, "text": "A lighthouse stands on a rock"}],
    "duration": 12,
}


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Two seconds of patchwork(1), two of patchwork(2)."""
    return make_film(tmp_path_factory.mktemp("film") / "film.mp4", [patchwork(1), patchwork(2)]).read_bytes()


class Host:
    """An emulator with its data directory and its sidecars."""

    def __init__(self, directory: Path, **settings: Any) -> None:
        self.data = directory / "data"
        self.sidecars = directory / "sidecars"
        self.sidecars.mkdir()
        self.emulator = Emulator(
            Settings(clock=ManualClock(), data=self.data, sidecars=self.sidecars, **settings),
        )
        self.api = Api(self.emulator)

    def files(self) -> list[str]:
        """The kept files and those that are coming."""
        return sorted(path.name for part in ("videos", "incoming") for path in (self.data / part).iterdir())

    def close(self) -> None:
        self.api.http.close()
        self.emulator.close()


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    made = Host(tmp_path)
    yield made
    made.close()


def video_part(content: bytes, name: str = "film.mp4") -> Any:
    return ("files", (name, content, "video/mp4"))


def face(seed: int) -> Any:
    return png("face.png", encoded(patchwork(seed)), part="file")


def options(**more: Any) -> dict[str, str]:
    return {"req": json.dumps({**PROMPTS, **more})}


def text_of(answer: dict[str, Any]) -> str:
    assert (answer["code"], answer["msg"]) == (0, "success")
    assert answer["data"].keys() == {"text", "token"}
    token = answer["data"]["token"]
    assert token["input"] + token["output"] == token["total"]
    assert min(token.values()) > 0
    text: str = answer["data"]["text"]
    return text


def failed(answer: dict[str, Any]) -> str:
    assert (answer["code"], answer["data"]) == (-1, None)
    message: str = answer["msg"]
    return message


def test_a_video_that_is_sent_along_is_described(host: Host, media: Path) -> None:
    part = video_part((media / "whale.mp4").read_bytes())
    text = text_of(caption(host.api, "caption_video_file_sync", parts=[part], form=options()))
    assert '"Who is there?"' in text
    assert 'Spoken: "Hello from the harbour"' in text
    assert "emulator" in text
    assert host.files() == []


def test_a_video_at_an_address_is_described(host: Host, receiver: Receiver, film: bytes) -> None:
    receiver.files["/film.mp4"] = film
    body = {**PROMPTS, "video_url": f"{receiver.url}/film.mp4"}
    assert '"Who is there?"' in text_of(caption(host.api, "caption_video_url_sync", json=body))
    assert host.files() == []


def told(host: Host, receiver: Receiver, task_id: str) -> dict[str, Any]:
    """What the callback address is told, once the time has come."""
    assert receiver.received == []
    host.emulator.clock.advance(1)
    eventually(lambda: receiver.received)
    [(path, body)] = receiver.received
    found: dict[str, Any] = json.loads(body)
    assert path == "/told"
    assert found.keys() == {"status", "task_id", "data"}
    assert found["task_id"] == task_id
    eventually(lambda: host.files() == [])
    return found


def test_many_captions_at_once_wait_for_each_other_not_for_ever(host: Host, film: bytes) -> None:
    """More than there are threads: each asks for another one while it is answered."""

    def describe(_: int) -> str:
        return text_of(caption(host.api, "caption_video_file_sync", parts=[video_part(film)], form=options()))

    with ThreadPoolExecutor(24) as threads:
        assert len(set(threads.map(describe, range(24), timeout=60))) == 1
    assert host.files() == []


def test_the_result_comes_by_callback(host: Host, receiver: Receiver, film: bytes) -> None:
    form = options(callback=f"{receiver.url}/told")
    answer = caption(host.api, "caption_video_file", parts=[video_part(film)], form=form)
    assert answer["code"] == 0
    assert answer["data"].keys() == {"task_id"}
    assert len(host.files()) == 1
    found = told(host, receiver, answer["data"]["task_id"])
    assert found["status"] == 0
    sync = caption(host.api, "caption_video_file_sync", parts=[video_part(film)], form=options())
    assert found["data"] == sync["data"]


def test_the_result_of_an_address_comes_by_callback(host: Host, receiver: Receiver, film: bytes) -> None:
    receiver.files["/film.mp4"] = film
    body = {**PROMPTS, "video_url": f"{receiver.url}/film.mp4", "callback": f"{receiver.url}/told"}
    answer = caption(host.api, "caption_video_url", json=body)
    assert told(host, receiver, answer["data"]["task_id"])["status"] == 0


@pytest.mark.parametrize("name", ["/missing.mp4", "/text.mp4"])
def test_a_failure_comes_by_callback(host: Host, receiver: Receiver, name: str) -> None:
    receiver.files["/text.mp4"] = b"This is no video."
    body = {**PROMPTS, "video_url": receiver.url + name, "callback": f"{receiver.url}/told"}
    answer = caption(host.api, "caption_video_url", json=body)
    assert told(host, receiver, answer["data"]["task_id"]) == {
        "status": -1,
        "task_id": answer["data"]["task_id"],
        "data": None,
    }
    assert failed(caption(host.api, "caption_video_url_sync", json=body))
    assert host.files() == []


def test_without_a_callback_nobody_is_told(host: Host, receiver: Receiver, film: bytes) -> None:
    assert caption(host.api, "caption_video_file", parts=[video_part(film)], form=options())["code"] == 0
    assert len(host.files()) == 1
    host.emulator.clock.advance(1)
    eventually(lambda: host.files() == [])
    assert receiver.received == []


def test_people_are_recognised_by_a_picture_out_of_the_film(host: Host, film: bytes) -> None:
    form = options(persons=[{"name": "Ada"}, {"name": "Bob"}, {"name": "Cy"}])
    parts = [video_part(film), face(2), face(9)]
    text = text_of(caption(host.api, "caption_video_file_sync", parts=parts, form=form))
    assert re.search("Ada: seen at 00:0[23] ", text)
    assert "Bob: not recognised." in text
    assert "Cy: there is no picture" in text
    assert host.files() == []


def test_people_are_recognised_by_the_address_of_a_picture(host: Host, receiver: Receiver, film: bytes) -> None:
    receiver.files |= {"/film.mp4": film, "/ada.png": encoded(patchwork(1)), "/bob.png": encoded(patchwork(9))}
    people = [{"name": name, "url": f"{receiver.url}/{name.lower()}.png"} for name in ("Bob", "Ada")]
    body = {**PROMPTS, "video_url": f"{receiver.url}/film.mp4", "persons": people}
    text = text_of(caption(host.api, "caption_video_url_sync", json=body))
    assert re.search("Ada: seen at 00:0[01] ", text)
    assert "Bob: not recognised." in text
    assert host.files() == []


@pytest.mark.parametrize("name", ["missing.png", "none.png"])
def test_a_picture_that_is_none_fails_and_leaves_no_file(
    host: Host, receiver: Receiver, film: bytes, name: str
) -> None:
    receiver.files |= {"/film.mp4": film, "/none.png": b"none"}
    people = [{"name": "Ada", "url": f"{receiver.url}/{name}"}]
    body = {**PROMPTS, "video_url": f"{receiver.url}/film.mp4", "persons": people}
    assert failed(caption(host.api, "caption_video_url_sync", json=body))
    parts = [video_part(film), png("face.png", b"none", part="file")]
    form = options(persons=[{"name": "Ada"}])
    assert failed(caption(host.api, "caption_video_file_sync", parts=parts, form=form))
    assert host.files() == []


def test_one_or_several_images_are_described(host: Host) -> None:
    one = text_of(caption(host.api, "caption_image_file", parts=[face(1)], form=options()))
    assert "Image 1" not in one
    several = text_of(caption(host.api, "caption_image_file", parts=[face(1), face(2)], form=options()))
    assert "Image 1: " in several
    assert "Image 2: " in several
    assert host.files() == []


@pytest.mark.parametrize("name", ["url", "urls"])
def test_images_at_addresses_are_described(host: Host, receiver: Receiver, name: str) -> None:
    receiver.files |= {"/1.png": encoded(patchwork(1)), "/2.jpg": encoded(patchwork(2), "JPEG")}
    urls = [f"{receiver.url}/1.png", f"{receiver.url}/2.jpg"]
    assert "Image 2: " in text_of(caption(host.api, "caption_image_url", json={**PROMPTS, name: urls}))
    assert failed(caption(host.api, "caption_image_url", json={**PROMPTS, name: [*urls, f"{receiver.url}/3"]}))
    assert failed(caption(host.api, "caption_image_url", json={**PROMPTS, name: [*urls, "nowhere"]}))
    assert host.files() == []


def test_the_address_of_images_takes_files_as_well(host: Host, receiver: Receiver) -> None:
    receiver.files["/1.png"] = encoded(patchwork(1))
    by_url = text_of(caption(host.api, "caption_image_url", json={**PROMPTS, "url": f"{receiver.url}/1.png"}))
    assert text_of(caption(host.api, "caption_image_url", parts=[face(1)], form=options())) == by_url


def test_an_image_within_the_request_is_described(host: Host) -> None:
    encoded_text = base64.b64encode(encoded(patchwork(1))).decode()
    body = {**PROMPTS, "image_base64": encoded_text, "img_type": "image/png"}
    by_file = text_of(caption(host.api, "caption_image_file", parts=[face(1)], form=options()))
    assert text_of(caption(host.api, "caption_image_base64", json=body)) == by_file
    assert host.files() == []


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"image_base64": "AAAA"},
        {"image_base64": "AAAA", "img_type": "image/png"},
        {"image_base64": "not base64!", "img_type": "image/png"},
        {"image_base64": "é", "img_type": "image/png"},
        {"image_base64": "AAAA", "img_type": "image/gif"},
    ],
)
def test_what_holds_no_image_is_refused(host: Host, body: dict[str, str]) -> None:
    assert failed(caption(host.api, "caption_image_base64", json={**PROMPTS, **body}))
    assert host.files() == []


@pytest.mark.parametrize("name", [None, "req.json"])
def test_options_come_with_or_without_the_name_of_a_file(host: Host, film: bytes, name: str | None) -> None:
    req = ("req", (name, json.dumps(PROMPTS).encode(), "application/json"))
    text = text_of(caption(host.api, "caption_video_file_sync", parts=[req, video_part(film)]))
    assert '"Who is there?"' in text


@pytest.mark.parametrize(
    "req",
    ["", "none", "[]", "{}", '{"user_prompt": "", "system_prompt": ""}', json.dumps({**PROMPTS, "callback": "x"})],
)
@pytest.mark.parametrize("operation", ["caption_video_file", "caption_video_file_sync"])
def test_options_that_do_not_fit_are_refused(host: Host, film: bytes, operation: str, req: str) -> None:
    assert failed(caption(host.api, operation, parts=[video_part(film)], form={"req": req}))
    assert host.files() == []


def test_bad_files_are_refused(host: Host, film: bytes) -> None:
    for parts in ([video_part(film, "film.txt")], [video_part(film), video_part(film)], [face(1)]):
        assert failed(caption(host.api, "caption_video_file_sync", parts=parts, form=options()))
    assert failed(caption(host.api, "caption_video_file_sync", parts=[video_part(b"none")], form=options()))
    assert failed(caption(host.api, "caption_image_file", parts=[video_part(film)], form=options()))
    assert failed(caption(host.api, "caption_image_file", parts=[png("a.png", b"no", part="file")], form=options()))
    assert host.files() == []


def test_what_the_operation_does_not_take_is_not_looked_at(host: Host) -> None:
    form = {"req": json.dumps({**PROMPTS, "persons": 7})}
    assert text_of(caption(host.api, "caption_image_file", parts=[face(1)], form=form))


def test_a_key_must_be_granted() -> None:
    settings = Settings(keys=[KEY, "sk-mavi-granted"], caption_keys=["sk-mavi-granted"])
    with (
        Emulator(settings) as emulator,
        (plain := Api(emulator)).http,
        (granted := Api(emulator, "sk-mavi-granted")).http,
    ):
        refused = call(plain, "caption_image_file", parts=[face(1)], form=options()).json()
        assert refused["code"] == "9009"
        assert text_of(caption(granted, "caption_image_file", parts=[face(1)], form=options()))


def test_a_task_is_done_after_a_restart(tmp_path: Path, receiver: Receiver, film: bytes) -> None:
    settings = Settings(clock=ManualClock(), data=tmp_path)
    with Emulator(settings) as emulator, (api := Api(emulator)).http:
        form = options(callback=f"{receiver.url}/told", persons=[{"name": "Ada"}])
        caption(api, "caption_video_file", parts=[video_part(film), face(1)], form=form)
    settings.clock.advance(1)
    with Emulator(settings):
        eventually(lambda: receiver.received)
    found = json.loads(receiver.received[0][1])
    assert re.search("Ada: seen at 00:0[01] ", found["data"]["text"])
    assert list((tmp_path / "videos").iterdir()) == []


# Sidecars: what lies beside a video decides what is said and shown in it.


def spoken(api: Api, video_no: str) -> list[str]:
    found = ask(api, "get_audio_transcription", query={"video_no": video_no})
    return [each["content"].removeprefix(" ") for each in found["transcriptions"]] if found else []


def shown(api: Api, video_no: str) -> list[str]:
    found = ask(api, "get_video_transcription", query={"video_no": video_no})
    return [each["content"] for each in found["transcriptions"]] if found else []


def test_a_document_decides_what_is_said_and_shown(host: Host, media: Path) -> None:
    (host.sidecars / "whale.json").write_text(json.dumps(DOCUMENT))
    video_no = host.api.uploaded(media / "whale.mp4")
    assert spoken(host.api, video_no) == ["The lamp burns all night"]
    assert shown(host.api, video_no) == ["A lighthouse stands on a rock"]
    assert data(host.api.get("/get_metadata", video_no=video_no))["duration"] == "12"
    [hit, *_] = data(host.api.post("/search", {"search_param": "lighthouse"}))
    assert hit["videoNo"] == video_no


def test_subtitles_decide_what_is_said(host: Host, media: Path) -> None:
    (host.sidecars / "whale.srt").write_text("1\n00:00:00,500 --> 00:00:02,000\nAhoy there\n")
    video_no = host.api.uploaded(media / "whale.mp4")
    assert spoken(host.api, video_no) == ["Ahoy there"]
    assert shown(host.api, video_no) != []
    assert spoken(host.api, host.api.uploaded(media / "silent.mp4")) == []


def test_a_document_may_say_that_nothing_is_said(host: Host, media: Path) -> None:
    (host.sidecars / "whale.json").write_text('{"speech": []}')
    video_no = host.api.uploaded(media / "whale.mp4")
    assert spoken(host.api, video_no) == []
    assert shown(host.api, video_no) != []


def test_a_document_counts_more_than_subtitles(host: Host, media: Path) -> None:
    (host.sidecars / "whale.json").write_text(json.dumps(DOCUMENT))
    (host.sidecars / "whale.srt").write_text("1\n00:00:00,500 --> 00:00:02,000\nAhoy there\n")
    assert spoken(host.api, host.api.uploaded(media / "whale.mp4")) == ["The lamp burns all night"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        pytest.param("[" * 100_000, id="deep"),
        "none",
        '{"speach": []}',
        '{"speech": [{}]}',
        '{"speech": [{"start": 2, "end": 1, "text": "x"}]}',
        '{"speech": [{"start": "0", "end": 1, "text": "x"}]}',
        '{"duration": -1}',
        '{"cause": 7}',
    ],
)
def test_a_broken_document_fails_with_its_cause(host: Host, media: Path, film: bytes, text: str) -> None:
    (host.sidecars / "whale.json").write_text(text)
    metadata = host.api.wait_for(host.api.uploaded(media / "whale.mp4"))
    assert metadata["status"] == "FAIL"
    assert "whale.json" in metadata["cause"]
    parts = [video_part(film, "whale.mp4")]
    assert "whale.json" in failed(caption(host.api, "caption_video_file_sync", parts=parts, form=options()))


def test_broken_subtitles_fail_with_their_cause(host: Host, media: Path) -> None:
    (host.sidecars / "whale.srt").write_bytes(b"\x00\x01\x02" * 99)
    metadata = host.api.wait_for(host.api.uploaded(media / "whale.mp4"))
    assert metadata["status"] == "FAIL"
    assert "whale.srt" in metadata["cause"]


def test_a_document_may_ask_for_a_failure(host: Host, receiver: Receiver, media: Path, film: bytes) -> None:
    (host.sidecars / "whale.json").write_text('{"cause": "No pictures in it."}')
    metadata = host.api.wait_for(host.api.uploaded(media / "whale.mp4"))
    assert (metadata["status"], metadata["cause"]) == ("FAIL", "Indexing failed. No pictures in it.")
    parts = [video_part(film, "whale.mp4")]
    assert failed(caption(host.api, "caption_video_file_sync", parts=parts, form=options())) == "No pictures in it."
    receiver.files["/deep/whale.mp4?x=1"] = film
    body = {**PROMPTS, "video_url": f"{receiver.url}/deep/whale.mp4?x=1"}
    assert failed(caption(host.api, "caption_video_url_sync", json=body)) == "No pictures in it."


def test_captions_tell_what_a_document_says(host: Host, film: bytes) -> None:
    (host.sidecars / "film.json").write_text(json.dumps(DOCUMENT))
    text = text_of(caption(host.api, "caption_video_file_sync", parts=[video_part(film)], form=options()))
    assert "A lighthouse stands on a rock" in text
    assert 'Spoken: "The lamp burns all night"' in text


def test_a_name_longer_than_that_of_a_file_has_no_sidecar(host: Host, media: Path) -> None:
    name = "\N{LATIN SMALL LETTER E WITH ACUTE}" * 200
    video_no = data(host.api.upload(media / "whale.mp4", name=f"{name}.mp4"))["videoNo"]
    host.emulator.clock.advance(1)
    assert host.api.wait_for(video_no)["status"] == "PARSE"


# How often a video is seen UNPARSE.


def looks(api: Api, video_no: str, count: int) -> list[str]:
    return [data(api.get("/get_metadata", video_no=video_no))["status"] for _ in range(count)]


@pytest.mark.parametrize("polls", [1, 3])
def test_a_video_waits_for_so_many_looks(media: Path, polls: int) -> None:
    with started(parse_polls=polls) as api:
        video_no = data(api.upload(media / "silent.mp4"))["videoNo"]
        api.emulator.clock.advance(7200)
        assert looks(api, video_no, polls) == ["UNPARSE"] * polls
        api.wait_for(video_no)
        assert looks(api, video_no, 2) == ["PARSE", "PARSE"]


def test_each_way_of_looking_counts(media: Path) -> None:
    with started(parse_polls=4) as api:
        video_no = data(api.upload(media / "silent.mp4"))["videoNo"]
        seen = [
            data(api.post("/list_videos", {}))["videos"][0]["status"],
            ask(api, "get_private_video_details", query={"video_no": video_no})["status"],
            ask(api, "list_folder_videos", query={"folder_id": -1})["videos"][0]["status"],
            ask(api, "mavi_search_db")["videoData"][0]["videoStatus"],
        ]
        assert seen == ["UNPARSE"] * 4
        api.wait_for(video_no)


def test_a_video_that_waits_for_no_look_is_indexed_at_once(media: Path) -> None:
    with started(parse_polls=0) as api:
        # The clock stands still.
        api.wait_for(data(api.upload(media / "silent.mp4"))["videoNo"])


def test_an_unknown_video_is_no_look(api: Api) -> None:
    assert refusal(api, "get_metadata")[0] == "0001"
    assert ask(api, "get_metadata", query={"video_no": "VI1"}) is None
