"""Folders: made, renamed, filled, emptied, removed; and the namespaces."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from memories_ai_mock.settings import key_hash
from mock_support import KEY, Api, data, eventually
from operation_support import ask, encoded, patchwork, png, refusal

POST = "https://www.tiktok.com/@harbourkitchen/video/7450001234567890123"
Connect = Callable[[str], Api]


def made(api: Api, name: str) -> str:
    folder_id: str = ask(api, "create_folder", form={"name": name})["folder_id"]
    return folder_id


def folder_names(api: Api) -> list[str]:
    return [folder["folder_name"] for folder in ask(api, "list_folders")["folders"]]


def inside(api: Api, folder_id: str | int, **query: Any) -> list[str]:
    found = ask(api, "list_folder_videos", query={"folder_id": folder_id, **query})
    return [row["video_name"] for row in found["videos"]]


def test_an_account_begins_with_the_default_folder(api: Api) -> None:
    assert ask(api, "list_folders") == {"folders": [{"folder_id": "-1", "folder_name": "Default folder"}]}


def test_folders_are_listed_in_the_order_of_their_making(api: Api) -> None:
    first = ask(api, "create_folder", form={"name": "  holidays "})
    second = ask(api, "create_folder", form={"name": "2024 & more"})
    assert first["folder_name"] == "holidays"
    assert first["folder_id"].isdigit()
    assert ask(api, "list_folders")["folders"][1:] == [first, second]


def test_a_folder_is_renamed(api: Api) -> None:
    folder = made(api, "holidays")
    renamed = {"folder_id": folder, "folder_name": "winter"}
    assert ask(api, "rename_folder", form={"folder_id": folder, "new_name": "winter"}) == renamed
    assert ask(api, "list_folders")["folders"][1:] == [renamed]
    assert ask(api, "rename_folder", form={"folder_id": folder, "new_name": "winter"}) == renamed


def test_a_name_is_taken_once_an_account(api: Api, connect: Connect) -> None:
    made(api, "holidays")
    other = made(api, "winter")
    assert refusal(api, "create_folder", form={"name": "holidays"})[0] == "0409"
    assert refusal(api, "rename_folder", form={"folder_id": other, "new_name": "holidays"})[0] == "0409"
    assert folder_names(api) == ["Default folder", "holidays", "winter"]
    made(connect("sk-mavi-another"), "holidays")


@pytest.mark.parametrize("name", ["", "   ", "x" * 101])
def test_a_name_has_a_length(api: Api, name: str) -> None:
    assert refusal(api, "create_folder", form={"name": name})[0] == "0001"
    assert folder_names(api) == ["Default folder"]


def test_a_name_that_was_given_up_is_free(api: Api) -> None:
    assert ask(api, "delete_folder", form={"folder_id": made(api, "holidays")}) is None
    made(api, "holidays")
    assert folder_names(api) == ["Default folder", "holidays"]


def test_videos_go_into_the_folder_that_the_upload_names(api: Api, media: Path) -> None:
    folder = made(api, "holidays")
    api.uploaded(media / "whale.mp4", folder_id=folder)
    api.uploaded(media / "silent.mp4")
    assert inside(api, folder) == ["whale"]
    assert inside(api, -1) == ["silent"]
    assert inside(api, -2) == []
    assert api.names(folder_id=int(folder)) == ["whale"]
    hits = data(api.post("/search", {"search_param": "whale", "folder_id": -1}))
    assert hits == []
    assert data(api.post("/search", {"search_param": "whale", "folder_id": int(folder)}))


def test_imports_go_into_the_folder_that_they_name(api: Api) -> None:
    folder = made(api, "holidays")
    ask(api, "import_post_urls", json={"video_urls": [POST], "folder_id": int(folder)})
    api.emulator.clock.advance(1)
    assert eventually(lambda: inside(api, folder)) == ["Five-minute fish soup from the harbour market"]


def test_videos_are_moved(api: Api, media: Path) -> None:
    folder = made(api, "holidays")
    video_no = api.uploaded(media / "whale.mp4", unique_id="north")
    moved = {"folder_id": int(folder), "video_nos": [video_no, "VI1"]}
    assert ask(api, "move_videos_to_folder", json=moved) is None
    # Whatever its namespace.
    assert inside(api, folder) == ["whale"]
    assert inside(api, -1) == []
    ask(api, "move_videos_to_folder", json={"folder_id": -1, "video_nos": [video_no]})
    assert inside(api, -1) == ["whale"]


def test_the_videos_of_a_folder_come_in_pages(api: Api, media: Path) -> None:
    folder = made(api, "holidays")
    for name in ("one", "two", "three"):
        api.upload(media / "silent.mp4", name=f"{name}.mp4", folder_id=folder)
    page = ask(api, "list_folder_videos", query={"folder_id": folder, "page": 2, "page_size": 2})
    assert [row["video_name"] for row in page["videos"]] == ["one"]
    assert (page["current_page"], page["page_size"], page["total_count"]) == (2, 2, "3")


def test_a_folder_with_indexed_videos_stays(api: Api, media: Path) -> None:
    folder = made(api, "holidays")
    video_no = api.uploaded(media / "silent.mp4", folder_id=folder)
    code, message = refusal(api, "delete_folder", form={"folder_id": folder})
    assert code == "0001"
    assert "indexed videos" in message
    assert inside(api, folder) == ["silent"]
    api.post("/delete_videos", [video_no])
    ask(api, "delete_folder", form={"folder_id": folder})
    assert folder_names(api) == ["Default folder"]


def test_what_is_not_indexed_goes_to_the_default_folder(api: Api, media: Path) -> None:
    folder = made(api, "holidays")
    api.upload(media / "silent.mp4", folder_id=folder)
    ask(api, "delete_folder", form={"folder_id": folder})
    assert inside(api, -1) == ["silent"]


def test_an_unknown_folder_is_refused(api: Api, connect: Connect, media: Path) -> None:
    other = connect("sk-mavi-another")
    foreign = int(made(other, "theirs"))
    for folder in (foreign, 7):
        assert refusal(api, "rename_folder", form={"folder_id": folder, "new_name": "mine"})[0] == "0001"
        assert refusal(api, "delete_folder", form={"folder_id": folder})[0] == "0001"
        assert refusal(api, "move_videos_to_folder", json={"folder_id": folder, "video_nos": []})[0] == "0001"
        assert refusal(api, "list_folder_videos", query={"folder_id": folder})[0] == "0001"
        assert refusal(api, "list_videos", json={"folder_id": folder})[0] == "0001"
        assert refusal(api, "import_post_urls", json={"video_urls": [POST], "folder_id": folder})[0] == "0001"
        assert api.upload(media / "silent.mp4", folder_id=folder)["code"] == "0001"
    assert folder_names(other) == ["Default folder", "theirs"]
    assert api.names() == []


@pytest.mark.parametrize("folder", [-2, 0])
def test_folders_of_the_service_take_no_uploads(api: Api, media: Path, folder: int) -> None:
    assert api.upload(media / "silent.mp4", folder_id=folder)["code"] == "0001"
    assert refusal(api, "move_videos_to_folder", json={"folder_id": folder, "video_nos": []})[0] == "0001"


def test_the_folders_of_the_older_version_are_a_bare_list(api: Api) -> None:
    folder = made(api, "holidays")
    rows = ask(api, "legacy_get_folder")
    assert [(row["id"], row["foldersName"]) for row in rows] == [
        ("-1", "Default folder"),
        (folder, "holidays"),
        ("-2", "API"),
    ]
    assert {(row["account"], row["parentId"], row["level"]) for row in rows} == {
        (f"{key_hash(KEY)[:12]}@example.com", None, 1)
    }


def test_namespaces_come_into_being_with_what_is_in_them(api: Api, media: Path) -> None:
    assert ask(api, "list_unique_ids") == {"unique_ids": []}
    api.upload(media / "silent.mp4", unique_id="west")
    ask(api, "upload_image", parts=[png("a.png", encoded(patchwork(1)))], form={"unique_id": "east"})
    api.upload(media / "silent.mp4")
    assert ask(api, "list_unique_ids") == {"unique_ids": ["default", "east", "west"]}
