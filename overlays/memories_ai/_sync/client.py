# Generated from overlays/memories_ai/_async/client.py by `make generate`. Do not edit.
"""The client: settings, one connection pool, and the resources."""

from __future__ import annotations

from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Self

from .._config import Timeouts, make_config
from .._http import httpx
from .._retries import Retries
from .transport import Transport

if TYPE_CHECKING:
    from .chat import Chat
    from .search import Search
    from .sessions import Sessions
    from .transcriptions import Transcriptions
    from .videos import Videos


class MemoriesAI:
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
        http_client: httpx.Client | None = None,
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
        self._transport = Transport(config, http_client)

    # Resources are imported when first used: importing the package stays cheap.

    @cached_property
    def videos(self) -> Videos:
        """Upload, list, inspect, wait for, summarise, download and delete videos."""
        from .videos import Videos

        return Videos(self._transport)

    @cached_property
    def search(self) -> Search:
        """Find moments: `client.search("...")`, or literally in speech: `client.search.transcripts("...")`."""
        from .search import Search

        return Search(self._transport)

    @cached_property
    def chat(self) -> Chat:
        """Ask about videos: `client.chat("...", video_nos=[...])`, or as a stream: `client.chat.stream(...)`."""
        from .chat import Chat

        return Chat(self._transport)

    @cached_property
    def transcriptions(self) -> Transcriptions:
        """Spoken text and scene descriptions of a video."""
        from .transcriptions import Transcriptions

        return Transcriptions(self._transport)

    @cached_property
    def sessions(self) -> Sessions:
        """Earlier conversations."""
        from .sessions import Sessions

        return Sessions(self._transport)

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
