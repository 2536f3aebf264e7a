"""How often to ask, and for how long."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from typing import Final

import attrs

from ._errors import VideoFailedError, WaitTimeoutError
from ._types import Video
from ._validation import positive, positive_seconds

DEFAULT_TIMEOUT: Final = 1800.0


@attrs.frozen(kw_only=True)
class Polling:
    """Pauses between polls, in seconds: `delay`, then `growth` times longer each time, up to `max_delay`.

    Each pause is shortened at random by up to `jitter` (a share), so that many clients do not ask at once. The
    defaults are those of the vendor's own helper.
    """

    delay: float = attrs.field(default=5.0, validator=positive)
    growth: float = attrs.field(default=1.5, validator=attrs.validators.ge(1.0))
    max_delay: float = attrs.field(default=30.0, validator=positive)
    jitter: float = attrs.field(default=0.1, validator=[attrs.validators.ge(0.0), attrs.validators.lt(1.0)])

    def pause(self, poll: int) -> float:
        """Seconds to wait after poll number `poll` (0-based)."""
        # The exponent is bounded: growth ** 1000 would overflow, and max_delay is reached long before.
        longest = min(self.delay * self.growth ** min(poll, 100), self.max_delay)
        return longest * (1 - self.jitter * random.random())  # noqa: S311 (spreads load, guards nothing)


class Deadline:
    """A point in time after which a wait is given up."""

    def __init__(self, timeout: float, *, clock: Callable[[], float] = time.monotonic) -> None:
        self.timeout = positive_seconds("timeout", timeout)
        self._clock = clock
        self._end = clock() + self.timeout

    def shorten(self, pause: float) -> float:
        """The pause, or what is left if that is less; 0 once the time is up."""
        return max(0.0, min(pause, self._end - self._clock()))


def check_parsed(video: Video, redact: Callable[[str], str]) -> bool:
    """Whether indexing has ended well. `redact` takes the key out of the service's words.

    Raises:
        VideoFailedError: it ended with a failure.
    """
    if video.is_failed:
        cause = None if video.cause is None else redact(video.cause)
        raise VideoFailedError(
            f"Indexing of {video.video_no} failed: {cause or 'no cause given'}", video_no=video.video_no, cause=cause
        )
    return video.is_ready


def parse_timeout(video_no: str, video: Video | None, deadline: Deadline) -> WaitTimeoutError:
    """The error for a video that is not indexed in time; `video` is how it was last seen."""
    state = f"still {video.status.value}" if video and video.status else "of unknown status"
    return WaitTimeoutError(
        f"{video_no} is {state} after {deadline.timeout:g} s; it may yet be indexed. "
        "Call wait again, or with a longer timeout."
    )
