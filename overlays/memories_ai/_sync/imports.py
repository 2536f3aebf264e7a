# Generated from overlays/memories_ai/_async/imports.py by `make generate`. Do not edit.
"""Posts of TikTok, YouTube and Instagram on their way into a library."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import memories_ai  # for annotations: it imports its names when they are asked for
from memories_ai_generated.api.imports import (
    get_task_status,
    import_creator,
    import_creator_public,
    import_hashtag,
    import_hashtag_public,
    import_post_urls,
    import_post_urls_public,
)
from memories_ai_generated.models import (
    ImportCreatorRequest,
    ImportHashtagRequest,
    ImportPostUrlsRequest,
    ImportPublicCreatorRequest,
    ImportPublicHashtagRequest,
    ImportPublicPostUrlsRequest,
)
from memories_ai_generated.operations import OPERATIONS

from .. import _convert_library as convert
from .. import _validation as check
from .._deadlines import Deadline
from .._imports import hashtag_names, import_finished, post_addresses, private_only, video_quality
from .._options import given
from .._types import HashtagImportTask, ImportProgress, ImportTask
from .._waiting import Polling
from .resource import Resource


class Imports(Resource):
    """Imports: `client.imports`. Each answers with a task before anything is downloaded; see `wait`.

    `public=True` brings the posts into the library that all accounts share, for good: nothing is ever deleted there.
    That library has neither namespaces nor folders. The documented limit is one import a minute and account.
    """

    def posts(
        self,
        urls: Sequence[str],
        *,
        public: bool = False,
        quality: int | None = None,
        unique_id: str | None = None,
        folder_id: int | None = None,
        callback: str | None = None,
        timeout: float | None = None,
    ) -> ImportTask:
        """Import posts. Those of YouTube need credits.

        Args:
            urls: addresses of 1 to 50 posts, all of one platform.
            public: into the public library; free for posts that are there already.
            quality: most lines of the picture, YouTube only: 360, 480, 720, 1080, 1440 or 2160. Sources disagree on
                what the service assumes: 720 or 360.
            unique_id: namespace; else the client's. The service assumes "default".
            folder_id: folder; -1 is the default one.
            callback: address that receives `{"taskId", "status"}` when everything is downloaded, and by newer
                documentation once more for each video that is indexed.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            ValidationError: an argument that the service would refuse; nothing was sent.
            MemoriesError: anything else.
        """
        addresses, lines = given(post_addresses("urls", urls)), given(video_quality(quality))
        callback_url = given(check.address("callback", callback))
        if check.boolean("public", public):
            private_only(unique_id=unique_id, folder_id=folder_id)
            shared = ImportPublicPostUrlsRequest(video_urls=addresses, callback_url=callback_url, quality=lines)
            return self._transport.call(
                OPERATIONS["import_post_urls_public"],
                import_post_urls_public._get_kwargs(body=shared),
                convert.import_task,
                timeout=timeout,
            )
        body = ImportPostUrlsRequest(
            video_urls=addresses,
            unique_id=self._namespace(unique_id),
            folder_id=given(check.folder(folder_id)),
            callback_url=callback_url,
            quality=lines,
        )
        return self._transport.call(
            OPERATIONS["import_post_urls"],
            import_post_urls._get_kwargs(body=body),
            convert.import_task,
            timeout=timeout,
        )

    def creator(
        self,
        url: str,
        *,
        count: int | None = None,
        public: bool = False,
        unique_id: str | None = None,
        folder_id: int | None = None,
        callback: str | None = None,
        timeout: float | None = None,
    ) -> ImportTask:
        """Import the newest posts of a creator. Profiles of Instagram and YouTube were seen to bring nothing.

        Args:
            url: address of the profile page, not a name.
            count: how many posts; the service assumes 4 in the private library. Its largest is not known.
            public: into the public library.
            unique_id, folder_id: as for `posts`.
            callback: as for `posts`; what it carries is not documented for creators.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            ValidationError: an argument that the service would refuse; nothing was sent.
            MemoriesError: anything else.
        """
        profile = check.web_address("url", check.non_empty("url", url))
        posts, callback_url = given(check.between("count", count, 1)), given(check.address("callback", callback))
        if check.boolean("public", public):
            private_only(unique_id=unique_id, folder_id=folder_id)
            shared = ImportPublicCreatorRequest(username=profile, scraper_cnt=posts, callback_url=callback_url)
            return self._transport.call(
                OPERATIONS["import_creator_public"],
                import_creator_public._get_kwargs(body=shared),
                convert.import_task,
                timeout=timeout,
            )
        body = ImportCreatorRequest(
            username=profile,
            scraper_cnt=posts,
            unique_id=self._namespace(unique_id),
            folder_id=given(check.folder(folder_id)),
            callback_url=callback_url,
        )
        return self._transport.call(
            OPERATIONS["import_creator"], import_creator._get_kwargs(body=body), convert.import_task, timeout=timeout
        )

    def hashtags(
        self,
        hashtags: Sequence[str],
        *,
        count: int | None = None,
        public: bool = False,
        unique_id: str | None = None,
        folder_id: int | None = None,
        callback: str | None = None,
        timeout: float | None = None,
    ) -> HashtagImportTask:
        """Import the newest posts of hashtags; TikTok only, by the pages of 2026.

        Args:
            hashtags: at least one; a leading # is taken off.
            count: how many posts of each; the service assumes 2 in the private library. Its largest is not known.
            public: into the public library, where no callback is documented.
            unique_id, folder_id, callback: as for `posts`.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            ValidationError: an argument that the service would refuse; nothing was sent.
            MemoriesError: anything else.
        """
        names, posts = hashtag_names("hashtags", hashtags), given(check.between("count", count, 1))
        address = given(check.address("callback", callback))
        if check.boolean("public", public):
            private_only(unique_id=unique_id, folder_id=folder_id, callback=callback)
            shared = ImportPublicHashtagRequest(hash_tags=names, scraper_cnt=posts)
            return self._transport.call(
                OPERATIONS["import_hashtag_public"],
                import_hashtag_public._get_kwargs(body=shared),
                convert.hashtag_import_task,
                timeout=timeout,
            )
        body = ImportHashtagRequest(
            hash_tags=names,
            scraper_cnt=posts,
            unique_id=self._namespace(unique_id),
            folder_id=given(check.folder(folder_id)),
            callback=address,
        )
        return self._transport.call(
            OPERATIONS["import_hashtag"],
            import_hashtag._get_kwargs(body=body),
            convert.hashtag_import_task,
            timeout=timeout,
        )

    def status(self, task_id: str, *, unique_id: str | None = None, timeout: float | None = None) -> ImportProgress:
        """The videos that an import has brought so far, private or public.

        No videos is no failure: as a rule posts are still downloaded, but for a platform that is not served it stays
        so. What an unknown task brings is not known, nor whether a failed download ever shows.

        Args:
            task_id: as the import gave it.
            unique_id: namespace; else the client's.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            MemoriesError: the request failed.
        """
        return self._status(check.non_empty("task_id", task_id), unique_id, timeout)

    def wait(
        self,
        task_id: str,
        *,
        videos: int = 1,
        timeout: float | None = None,
        polling: Polling | None = None,
        receiver: memories_ai.webhooks.CallbackReceiver | None = None,
        unique_id: str | None = None,
    ) -> ImportProgress:
        """Poll until an import has brought videos and all of them are indexed, or have failed.

        The service tells no state of an import, only its videos, and it is not known whether all of them come at once.
        A poll that fails in passing is made up for by the next one.

        Args:
            task_id: as the import gave it.
            videos: how many have to be there at least.
            timeout: deadline of the whole wait in seconds; 1,800 if it is not given.
            polling: pauses between polls; 5 s at first, growing to 30 s.
            receiver: a running receiver whose `url` was the `callback` of the import. What it hears of the import ends
                a pause early; it is polled all the same, since callbacks get lost and anybody could have sent them.
            unique_id: namespace; else the client's.

        Returns:
            The videos; where some failed, `failed` names them.

        Raises:
            TaskFailedError: all of the videos failed; carries the cause of the first.
            WaitTimeoutError: the deadline passed. An import that brings nothing ends so.
            MemoriesError: anything else that the same poll, made later, would not get past.
        """
        look = partial(self._status, check.non_empty("task_id", task_id), unique_id)
        waiter = import_finished(task_id, videos)
        return self._wait(waiter, "get_task_status", look, task_id, timeout, polling, receiver)

    def _status(self, task_id: str, unique_id: str | None, timeout: float | Deadline | None) -> ImportProgress:
        arguments = get_task_status._get_kwargs(task_id=task_id, unique_id=self._namespace(unique_id))
        return self._transport.call(OPERATIONS["get_task_status"], arguments, convert.import_progress, timeout=timeout)
