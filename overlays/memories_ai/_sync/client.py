# Generated from overlays/memories_ai/_async/client.py by `make generate`. Do not edit.
"""The client: settings, one connection pool, and the resources."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property, partial
from types import TracebackType
from typing import ParamSpec, Self, TypeVar

import memories_ai  # for annotations: it imports its names when they are asked for

from .._errors import ConfigurationError
from .._functions import Function
from .._http import httpx

P = ParamSpec("P")
T = TypeVar("T")


class MemoriesAI:
    """A client of the Memories.ai API. Make one, share it, close it (or use it in a `with` block).

    Args:
        api_key: the raw key (`sk-mavi-...`); else the environment variable MEMORIES_API_KEY.
        base_url: scheme, host and port; else MEMORIES_BASE_URL, else https://api.memories.ai. At that address, the
            operations of the two other hosts go to theirs; any other address gets them all.
        caption_key: the key that was granted for the caption host; else MEMORIES_CAPTION_KEY, else the API key.
        timeouts: seconds by kind of request; see Timeouts.
        unique_id: namespace for every call that names none itself.
        http_client: your own httpx client (certificates, another transport); it stays yours to close. Its headers,
            cookies, params, proxies, event hooks, transport and limits hold. Its auth, timeouts, base_url, User-Agent
            and redirects do not: they are this client's own.
        proxy: address of a proxy for all requests; else those of the environment, as httpx reads it.
        max_response_bytes: largest JSON answer that is read.
        retries: how often what is sent again, and after what pauses; see Retries. `Retries(most=0)`: never.
        headers: sent with every request.
        rate_limits: have requests wait until the documented limits allow them; see RateLimits. By default none waits.
        on_request: called with a RequestRecord after each request, for metrics and traces.
        token_auth: access tokens for the operations of v1.0 (`client.mavi`); without it they get the API key.

    Every error is a MemoriesError.

    Raises:
        ConfigurationError: no key, or a setting that cannot be right.
    """

    def __init__(
        self,
        api_key: str | None = None,
        *,
        base_url: str | None = None,
        caption_key: str | None = None,
        timeouts: memories_ai.Timeouts | None = None,
        unique_id: str | None = None,
        http_client: httpx.Client | None = None,
        max_response_bytes: int = 64 * 1024 * 1024,
        retries: memories_ai.Retries | None = None,
        headers: Mapping[str, str] | None = None,
        proxy: str | None = None,
        on_request: memories_ai.RequestHook | None = None,
        rate_limits: memories_ai.RateLimits | None = None,
        token_auth: memories_ai.TokenAuth | None = None,
    ) -> None:
        # What a client needs is imported when the first one is made: importing the package stays cheap.
        from .._config import make_config
        from .transport import Transport

        config = make_config(
            api_key,
            base_url,
            caption_key=caption_key,
            timeouts=timeouts,
            unique_id=unique_id,
            max_response_bytes=max_response_bytes,
            retries=retries,
            headers=headers,
            on_request=on_request,
            rate_limits=rate_limits,
            token_auth=token_auth,
        )
        if http_client is not None and not isinstance(http_client, httpx.Client):
            kind, right = type(http_client).__name__, httpx.Client.__name__
            raise ConfigurationError(f"http_client: {kind} does not go with this client. Pass an httpx.{right}.")
        if proxy is not None and http_client is not None:
            raise ConfigurationError("proxy goes with a client of ours. Give the proxy to your http_client.")
        self._transport = Transport(config, http_client, proxy=proxy)

    def with_options(
        self,
        *,
        timeout: float | None = None,
        retries: memories_ai.Retries | None = None,
        headers: Mapping[str, str] | None = None,
        unique_id: str | None = None,
    ) -> Self:
        """This client with other settings, on the same connections: for one call, or for a part of a program.

            client.with_options(retries=Retries(most=0), headers={"X-Trace": "7"}).videos.get("VI...")

        Closing it closes nothing. What is None stays as it is.

        Args:
            timeout: seconds for each call with its retries, instead of the limits of the tiers.
            retries: instead of the client's; see Retries.
            headers: added to those that the client sends anyway.
            unique_id: namespace for every call that names none itself.

        Raises:
            ConfigurationError: a header that cannot be sent.
            ValidationError: the timeout is not a positive number of seconds.
        """
        config = self._transport.config.with_options(
            timeout=timeout, retries=retries, headers=headers, unique_id=unique_id
        )
        other = object.__new__(type(self))
        other._transport = self._transport.with_config(config)
        return other

    # Resources are imported when first used: importing the package stays cheap.

    @cached_property
    def videos(self) -> memories_ai.Videos:
        """Upload, list, inspect, wait for, summarise, download and delete videos."""
        from .videos import Videos

        return Videos(self._transport)

    @cached_property
    def search(self) -> memories_ai.Search:
        """Find moments: `client.search("...")`, or literally in speech: `client.search.transcripts("...")`."""
        from .search import Search

        return Search(self._transport)

    @cached_property
    def chat(self) -> memories_ai.Chat:
        """Ask about videos: `client.chat("...", video_nos=[...])`, or as a stream: `client.chat.stream(...)`."""
        from .chat import Chat

        return Chat(self._transport)

    @cached_property
    def transcriptions(self) -> memories_ai.Transcriptions:
        """Spoken text and scene descriptions of a video."""
        from .transcriptions import Transcriptions

        return Transcriptions(self._transport)

    @cached_property
    def sessions(self) -> memories_ai.Sessions:
        """Earlier conversations."""
        from .sessions import Sessions

        return Sessions(self._transport)

    @cached_property
    def captions(self) -> memories_ai.Captions:
        """Descriptions of videos and images that need not be in the library, on a host and with a key of its own."""
        from .captions import Captions

        return Captions(self._transport)

    @cached_property
    def legacy(self) -> memories_ai.Legacy:
        """The operations of v1.1, whose end was announced in August 2025."""
        from .legacy import Legacy

        return Legacy(self._transport)

    @cached_property
    def mavi(self) -> memories_ai.Mavi:
        """The operations of v1.0, on a host of their own, with an access token or the API key."""
        from .mavi import Mavi

        return Mavi(self._transport)

    @cached_property
    def tokens(self) -> memories_ai.Tokens:
        """The tokens of v1.0: exchange a pushed code, refresh. `TokenAuth` refreshes by itself."""
        from .tokens import Tokens

        return Tokens(self._transport)

    @cached_property
    def images(self) -> memories_ai.Images:
        """Upload and list images."""
        from .images import Images

        return Images(self._transport)

    @cached_property
    def imports(self) -> memories_ai.Imports:
        """Bring posts of TikTok, YouTube and Instagram into the private or the public library."""
        from .imports import Imports

        return Imports(self._transport)

    @cached_property
    def public(self) -> memories_ai.Public:
        """Videos of the library that all accounts share."""
        from .public import Public

        return Public(self._transport)

    @cached_property
    def folders(self) -> memories_ai.Folders:
        """Folders, the videos in them, and namespaces."""
        from .folders import Folders

        return Folders(self._transport)

    @cached_property
    def memories(self) -> memories_ai.Memories:
        """Texts to remember."""
        from .memories import Memories

        return Memories(self._transport)

    @cached_property
    def raw(self) -> memories_ai.Raw:
        """Every operation of the specification as it is generated: `client.raw.<operation_id>(...)`."""
        from .raw import Raw

        return Raw(self._transport)

    def paginate(
        self, method: Function[P, memories_ai.Page[T]], *arguments: P.args, **keywords: P.kwargs
    ) -> memories_ai.Pages[T]:
        """All items of a list whose method gives one page: `client.paginate(client.videos.list, tag="beach")`.

        Args:
            method: takes `page` and returns a Page.
            arguments, keywords: its own; `page` is the first page, `size` or `page_size` how many items are asked for
                at once.

        Raises:
            ValidationError: it cannot be called with these arguments and a page, or (while iterating) gives no Page.
        """
        from .._paging import check_listing
        from .paging import Pages

        check_listing(method, arguments, keywords)
        return Pages(partial(method, *arguments), dict(keywords))

    def close(self) -> None:
        """Close the connections. The client cannot be used afterwards."""
        self._transport.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"{type(self).__name__}(base_url={self._transport.config.base_url!r})"
