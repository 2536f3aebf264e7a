"""Folders of the account, and its namespaces."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from memories_ai_generated.api.folders import (
    create_folder,
    delete_folder,
    list_folder_videos,
    list_folders,
    list_unique_ids,
    move_videos_to_folder,
    rename_folder,
)
from memories_ai_generated.models import CreateFolderForm, DeleteFolderForm, MoveVideosRequest, RenameFolderForm
from memories_ai_generated.operations import OPERATIONS

from .. import _convert_library as convert
from .. import _validation as check
from .._convert import video_page
from .._options import given
from .._types import Folder, Page, UnspecifiedAnswer, Video
from .resource import AsyncResource

MAX_NAME: Final = 100
MAX_MOVED: Final = 500
# The least numbers of folders: of the account's own ones, of those that videos can be put into, and of all.
_OWN, _TARGET, _ANY = 1, -1, -2


class AsyncFolders(AsyncResource):
    """Folders: `client.folders`. They are known from one document, of July 2026, which has them instead of namespaces.

    -1 is the default folder, -2 the read-only one of the old API.
    """

    async def list(self, *, timeout: float | None = None) -> tuple[Folder, ...]:
        """All folders; there are no pages. Whether -1 and -2 are among them is not known.

        Args:
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            MemoriesError: the request failed.
        """
        return await self._transport.call(
            OPERATIONS["list_folders"], list_folders._get_kwargs(), convert.folders, timeout=timeout
        )

    async def create(self, name: str, *, timeout: float | None = None) -> Folder:
        """Make an empty folder.

        Args:
            name: at most 100 characters; no two folders have the same.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            ValidationError: an argument that the service would refuse; nothing was sent.
            MemoriesError: anything else; which error a name that is taken brings is not known.
        """
        body = CreateFolderForm(name=check.short_text("name", name, MAX_NAME))
        return await self._transport.call(
            OPERATIONS["create_folder"], create_folder._get_kwargs(body=body), convert.folder, timeout=timeout
        )

    async def rename(self, folder_id: int, new_name: str, *, timeout: float | None = None) -> Folder:
        """Give one of the account's own folders another name.

        Args:
            folder_id: one of the account's own folders, not -1 or -2.
            new_name: at most 100 characters.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            ValidationError: an argument that the service would refuse; nothing was sent.
            MemoriesError: anything else.
        """
        body = RenameFolderForm(
            folder_id=check.folder_number("folder_id", folder_id, _OWN),
            new_name=check.short_text("new_name", new_name, MAX_NAME),
        )
        return await self._transport.call(
            OPERATIONS["rename_folder"], rename_folder._get_kwargs(body=body), convert.folder, timeout=timeout
        )

    async def delete(self, folder_id: int, *, timeout: float | None = None) -> UnspecifiedAnswer:
        """Remove one of the account's own folders. The service refuses while indexed videos are in it.

        Args:
            folder_id: one of the account's own folders, not -1 or -2.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            ValidationError: an argument that the service would refuse; nothing was sent.
            MemoriesError: anything else.
        """
        body = DeleteFolderForm(folder_id=check.folder_number("folder_id", folder_id, _OWN))
        return await self._transport.call(
            OPERATIONS["delete_folder"], delete_folder._get_kwargs(body=body), convert.unspecified, timeout=timeout
        )

    async def move(
        self, video_nos: Sequence[str], folder_id: int, *, timeout: float | None = None
    ) -> UnspecifiedAnswer:
        """Put videos into a folder that exists. What happens to unknown ids is not known.

        Args:
            video_nos: 1 to 500 videos.
            folder_id: one of the account's own folders, or -1, the default one.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            ValidationError: an argument that the service would refuse; nothing was sent.
            MemoriesError: anything else.
        """
        body = MoveVideosRequest(
            folder_id=check.folder_number("folder_id", folder_id, _TARGET),
            video_nos=check.ids("video_nos", video_nos, most=MAX_MOVED),
        )
        return await self._transport.call(
            OPERATIONS["move_videos_to_folder"],
            move_videos_to_folder._get_kwargs(body=body),
            convert.unspecified,
            timeout=timeout,
        )

    async def videos(
        self,
        folder_id: int = -1,
        *,
        page: int | None = None,
        page_size: int | None = None,
        timeout: float | None = None,
    ) -> Page[Video]:
        """One page of the videos of a folder.

        Args:
            folder_id: -1 is the default folder, -2 the read-only one of the old API.
            page: 1-based; the service assumes 1.
            page_size: videos a page; the service assumes 20. Its largest is not known.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            ValidationError: an argument that the service would refuse; nothing was sent.
            MemoriesError: anything else.
        """
        arguments = list_folder_videos._get_kwargs(
            folder_id=check.folder_number("folder_id", folder_id, _ANY),
            page=given(check.between("page", page, 1)),
            page_size=given(check.between("page_size", page_size, 1)),
        )
        return await self._transport.call(OPERATIONS["list_folder_videos"], arguments, video_page, timeout=timeout)

    async def unique_ids(self, *, timeout: float | None = None) -> tuple[str, ...]:
        """All namespaces of the account; there are no pages. Not in the document that has folders.

        Args:
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            MemoriesError: the request failed.
        """
        return await self._transport.call(
            OPERATIONS["list_unique_ids"], list_unique_ids._get_kwargs(), convert.unique_ids, timeout=timeout
        )
