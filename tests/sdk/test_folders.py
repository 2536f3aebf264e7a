"""Folders and namespaces."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

import memories_ai as m
from resource_support import Answers, Refusal, indexed_sample, refuse_unsent
from sdk_support import MakeClient, envelope

ID = 671631448308117504


@pytest.mark.parametrize("folder_id", [ID, str(ID)])
def test_an_id_is_a_number_however_it_comes(make_client: MakeClient, folder_id: Any) -> None:
    rows = [{"folder_id": "-1", "folder_name": "Default folder"}, {"folder_id": folder_id, "folder_name": None, "x": 1}]
    answers = Answers(envelope({"folders": rows}))
    folders = make_client(answers).folders.list()
    assert folders == (m.Folder(folder_id=-1, name="Default folder"), m.Folder(folder_id=ID, name=None))
    assert folders[1].raw == rows[1]


def test_an_answer_without_flags(make_client: MakeClient) -> None:
    answer = httpx.Response(200, json={"code": "0000", "msg": "success", "data": {"folders": []}})
    assert make_client(Answers(answer)).folders.list() == ()


def test_what_is_sent(make_client: MakeClient) -> None:
    answers = Answers(envelope({"folder_id": str(ID), "folder_name": "holidays"}))
    client = make_client(answers, unique_id="mine")
    holidays = m.Folder(folder_id=ID, name="holidays")
    assert client.folders.create("holidays & more") == holidays
    assert (answers.path, answers.requests[-1].content) == ("/serve/api/v1/folders/create", b"name=holidays+%26+more")
    assert client.folders.rename(ID, "holidays") == holidays
    assert answers.requests[-1].content == f"folder_id={ID}&new_name=holidays".encode()


@pytest.mark.parametrize("data", [None, {}, "done", [1], {"failed": ["VI1"]}])
def test_what_nobody_knows_comes_as_it_is(make_client: MakeClient, data: Any) -> None:
    answers = Answers(envelope(data))
    client = make_client(answers)
    for call in (lambda: client.folders.delete(ID), lambda: client.folders.move(["VI1"], -1)):
        answer = call()
        assert answer == m.UnspecifiedAnswer(data=data)
        assert answer.raw["data"] == data
    assert answers.json == {"folder_id": -1, "video_nos": ["VI1"]}
    assert answers.requests[0].content == f"folder_id={ID}".encode()


def test_videos_of_a_folder(make_client: MakeClient) -> None:
    row = {
        "video_no": "VI606404158946574336",
        "video_name": "tiny",
        "duration": 12,
        "size": 3284512,
        "status": "PARSE",
        "create_time": 1754037217992,
        "tags": ["holiday", "api"],
    }
    answers = Answers(envelope({"current_page": 1, "page_size": 20, "total_count": 1, "videos": [row]}))
    page = make_client(answers, unique_id="mine").folders.videos(ID, page=1, page_size=20)
    (video,) = page
    assert (video.video_no, video.duration, video.size, video.tags) == (
        row["video_no"],
        12.0,
        3284512,
        ("holiday", "api"),
    )
    assert answers.query == {"folder_id": str(ID), "page": "1", "page_size": "20"}


def test_namespaces(make_client: MakeClient) -> None:
    assert make_client(Answers(envelope({"unique_ids": ["default", "Default"]}))).folders.unique_ids() == (
        "default",
        "Default",
    )
    assert make_client(Answers(envelope({"unique_ids": []}))).folders.unique_ids() == ()


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        {},
        {"folders": None},
        {"folders": [None]},
        {"folders": [{"folder_name": "a"}]},
        {"folders": [{"folder_id": None, "folder_name": "a"}]},
        {"folders": [{"folder_id": "a", "folder_name": "a"}]},
        {"folders": [{"folder_id": 1.5, "folder_name": "a"}]},
        {"folders": [{"folder_id": True, "folder_name": "a"}]},
        {"folders": [{"folder_id": 1, "folder_name": 7}]},
        {"folders": [{"folder_id": "null", "folder_name": "a"}]},
    ],
)
def test_other_folders_are_errors(make_client: MakeClient, data: Any) -> None:
    with pytest.raises(m.ProtocolError):
        make_client(Answers(envelope(data))).folders.list()


@pytest.mark.parametrize("data", [None, {}, {"unique_ids": [7]}, {"unique_ids": "default"}, {"unique_ids": [None]}])
def test_other_namespaces_are_errors(make_client: MakeClient, data: Any) -> None:
    with pytest.raises(m.ProtocolError):
        make_client(Answers(envelope(data))).folders.unique_ids()


REFUSED: list[Refusal] = [
    ("name", lambda c: c.folders.create(""), "empty"),
    ("name", lambda c: c.folders.create("x" * 101), "at most 100"),
    ("name", lambda c: c.folders.create(7), "not text"),
    ("new_name", lambda c: c.folders.rename(ID, " "), "empty"),
    ("new_name", lambda c: c.folders.rename(ID, "x" * 101), "at most 100"),
    ("folder_id", lambda c: c.folders.rename(-1, "x"), "at least|between"),
    ("folder_id", lambda c: c.folders.rename(str(ID), "x"), "whole number"),
    ("folder_id", lambda c: c.folders.delete(0), "out of range"),
    ("folder_id", lambda c: c.folders.delete(2**63), "out of range"),
    ("folder_id", lambda c: c.folders.delete(None), "not a folder"),
    ("folder_id", lambda c: c.folders.move(["VI1"], -2), "out of range"),
    ("folder_id", lambda c: c.folders.move(["VI1"], 0), "not a folder"),
    ("video_nos", lambda c: c.folders.move([], -1), "empty"),
    ("video_nos", lambda c: c.folders.move("VI1", -1), "not a list"),
    ("video_nos", lambda c: c.folders.move(["VI1"] * 501, -1), "at most 500"),
    ("folder_id", lambda c: c.folders.videos(-3), "out of range"),
    ("folder_id", lambda c: c.folders.videos(0), "not a folder"),
    ("page", lambda c: c.folders.videos(page=0), "at least 1"),
    ("page_size", lambda c: c.folders.videos(page_size=0), "at least 1"),
]


@pytest.mark.parametrize(("field", "call", "text"), REFUSED)
def test_refused_unsent(make_client: MakeClient, field: str, call: Any, text: str) -> None:
    refuse_unsent(make_client, field, call, text)


def test_the_limits_themselves(make_client: MakeClient) -> None:
    client = make_client(Answers(envelope({"folder_id": 1, "folder_name": "a"})))
    client.folders.create("x" * 100)
    client.folders.rename(2**63 - 1, "x")
    client.folders.move(["VI1"] * 500, 1)


def test_with_the_emulator(emulated: Any, request: pytest.FixtureRequest) -> None:
    name = request.node.name
    folder = emulated.folders.create(name)
    assert folder in emulated.folders.list()
    with pytest.raises(m.APIError):
        emulated.folders.create(name)
    renamed = emulated.folders.rename(folder.folder_id, f"{name} 2")
    assert renamed == m.Folder(folder_id=folder.folder_id, name=f"{name} 2")

    video_no = indexed_sample(emulated)
    assert name in emulated.folders.unique_ids()
    emulated.folders.move([video_no], folder.folder_id)
    videos = list(emulated.paginate(emulated.folders.videos, folder.folder_id, page_size=1))
    assert [video.video_no for video in videos] == [video_no]
    with pytest.raises(m.APIError):
        emulated.folders.delete(folder.folder_id)
    emulated.folders.move([video_no], -1)
    assert video_no in {video.video_no for video in emulated.paginate(emulated.folders.videos)}
    emulated.folders.delete(folder.folder_id)
    assert folder.folder_id not in {other.folder_id for other in emulated.folders.list()}
