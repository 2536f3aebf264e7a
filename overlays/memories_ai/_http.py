"""The HTTP library: every other module takes it from here.

Private attributes of it are used here, in `_async/network.py` and in `_leftovers.py`; the layer below it (httpcore) in
those two, in `_connecting.py`, `_writing.py`, `_stopping.py` and `_event_loops.py`; those of aiohttp in `aiohttp.py`.
All may change with any release: their versions are bounded.
"""

from functools import lru_cache

import httpx
from idna import IDNAError  # what the HTTP library lets through for the host of a redirect

__all__ = ["IDNAError", "httpx", "parsed", "with_query"]

# The address of an operation is the same for each call, and to take it apart is a tenth of all that a call takes.
parsed = lru_cache(maxsize=256)(httpx.URL)


def with_query(url: httpx.URL, params: httpx.QueryParams) -> httpx.URL:
    """What `url.copy_with(query=...)` gives, without taking the address apart once more.

    The HTTP library has no such way; its version is bounded, and a test compares both.
    """
    copy = httpx.URL(url)
    # Parameters are quoted already when they become text.
    copy._uri_reference = url._uri_reference._replace(query=str(params))
    return copy
