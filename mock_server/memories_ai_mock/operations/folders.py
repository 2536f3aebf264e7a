"""Folders and namespaces."""

from __future__ import annotations

from typing import Any

from memories_ai_mock.dispatch import Call
from memories_ai_mock.envelope import RequestError
from memories_ai_mock.folders import LEGACY_FOLDER, LEGACY_NAME, Folder
from memories_ai_mock.library import VideoFilter
from memories_ai_mock.operations import fields
from memories_ai_mock.operations.videos import page_of

DEFAULT_PAGE_SIZE = 20


def list_folders(call: Call) -> Any:
    """All folders, the default one first."""
    return {"folders": [_folder(folder) for folder in call.services.folders.all(call.account)]}


def create_folder(call: Call) -> Any:
    """Make a folder."""
    return _folder(call.services.folders.create(call.account, _name(call, "name")))


def rename_folder(call: Call) -> Any:
    """Give a folder another name."""
    name = _name(call, "new_name")
    return _folder(call.services.folders.rename(call.account, call.body["folder_id"], name))


def delete_folder(call: Call) -> Any:
    """Remove a folder without indexed videos."""
    call.services.folders.delete(call.account, call.body["folder_id"])
    return None


def move_videos_to_folder(call: Call) -> Any:
    """Put videos into a folder."""
    folder_id = fields.existing_folder(call, int(call.body["folder_id"]))
    call.services.library.move(call.account, call.body["video_nos"], folder_id)
    return None


def list_folder_videos(call: Call) -> Any:
    """A page of the videos of a folder, whatever their namespaces."""
    folder_id = fields.existing_folder(call, call.query["folder_id"])
    page, size = call.query.get("page", 1), call.query.get("page_size", DEFAULT_PAGE_SIZE)
    conditions = VideoFilter(unique_id=None, folder_id=folder_id)
    return page_of(call, conditions, page, size)


def list_unique_ids(call: Call) -> Any:
    """The namespaces that hold something."""
    return {"unique_ids": call.services.library.namespaces(call.account)}


def legacy_get_folder(call: Call) -> Any:
    """All folders, in the form of v1.1."""
    # An e-mail address there; here one that reaches nobody.
    account = f"{call.account[:12]}@example.com"
    folders = [*call.services.folders.all(call.account), Folder(LEGACY_FOLDER, LEGACY_NAME)]
    return [
        {"account": account, "foldersName": folder.name, "parentId": None, "level": 1, "id": str(folder.folder_id)}
        for folder in folders
    ]


def _folder(folder: Folder) -> dict[str, str]:
    # 64-bit integers travel as text, as recorded elsewhere.
    return {"folder_id": str(folder.folder_id), "folder_name": folder.name}


def _name(call: Call, member: str) -> str:
    name: str = call.body[member].strip()
    if not name:
        raise RequestError(f"{member}: is empty; send a name")
    return name
