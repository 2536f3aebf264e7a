"""The client: settings, one connection pool, and the resources."""

from __future__ import annotations

from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Self

from .._config import Timeouts, make_config
from .._http import httpx
from .._retries import Retries
from .transport import AsyncTransport

if TYPE_CHECKING:
    from .chat import AsyncChat
    from .search import AsyncSearch
    from .sessions import AsyncSessions
    from .transcriptions import AsyncTranscriptions
    from .videos import AsyncVideos


class AsyncMemoriesAI:
    """A client of the Memories.ai API. Make one, share it, close it (or use it in a `with` block).

    Args:
        api_key: the raw key (`sk-mavi-...`); else the environment variable MEMORIES_API_KEY.
        base_url: scheme, host and port; else MEMORIES_BASE_URL, else https://api.memories.ai.
        timeouts: seconds by kind of request; see Timeouts.
        unique_id: namespace for every call that names none itself.
        http_client: your own httpx client (proxies, certificates); it stays yours to close. Redirects are not
            followed with it either.
        max_response_bytes: largest JSON answer that is read.
        retries: how often what is sent again, and after what pauses; see Retries. `Retries(most=0)`: never.

    Every error is a MemoriesError.

    Raises:
        ConfigurationError: no key, or a setting that cannot be right.
    """

    def __init__(
        self,
        api_key: str | None = None,
        *,
        base_url: str | None = None,
        timeouts: Timeouts | None = None,
        unique_id: str | None = None,
        http_client: httpx.AsyncClient | None = None,
        max_response_bytes: int = 64 * 1024 * 1024,
        retries: Retries | None = None,
    ) -> None:
        config = make_config(
            api_key,
            base_url,
            timeouts=timeouts,
            unique_id=unique_id,
            max_response_bytes=max_response_bytes,
            retries=retries,
        )
        self._transport = AsyncTransport(config, http_client)

    # Resources are imported when first used: importing the package stays cheap.

    @cached_property
    def videos(self) -> AsyncVideos:
        """Upload, list, inspect, wait for, summarise, download and delete videos."""
        from .videos import AsyncVideos

        return AsyncVideos(self._transport)

    @cached_property
    def search(self) -> AsyncSearch:
        """Find moments: `client.search("...")`, or literally in speech: `client.search.transcripts("...")`."""
        from .search import AsyncSearch

        return AsyncSearch(self._transport)

    @cached_property
    def chat(self) -> AsyncChat:
        """Ask about videos: `client.chat("...", video_nos=[...])`, or as a stream: `client.chat.stream(...)`."""
        from .chat import AsyncChat

        return AsyncChat(self._transport)

    @cached_property
    def transcriptions(self) -> AsyncTranscriptions:
        """Spoken text and scene descriptions of a video."""
        from .transcriptions import AsyncTranscriptions

        return AsyncTranscriptions(self._transport)

    @cached_property
    def sessions(self) -> AsyncSessions:
        """Earlier conversations."""
        from .sessions import AsyncSessions

        return AsyncSessions(self._transport)

    async def aclose(self) -> None:
        """Close the connections. The client cannot be used afterwards."""
        await self._transport.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.aclose()

    def __repr__(self) -> str:
        return f"{type(self).__name__}(base_url={self._transport.config.base_url!r})"
