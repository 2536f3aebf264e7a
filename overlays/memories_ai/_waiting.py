"""How often to ask, and for how long."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Final, Generic, TypeVar

import attrs

from ._errors import MemoriesError, ValidationError, VideoFailedError, WaitTimeoutError
from ._types import MaviTranscription, Video
from ._validation import at_least_one, positive, share, shown

T = TypeVar("T")
DEFAULT_TIMEOUT: Final = 1800.0


@attrs.frozen(kw_only=True)
class Polling:
    """Pauses between polls, in seconds: `delay`, then `growth` times longer each time, up to `max_delay`.

    Each pause is shortened at random by up to `jitter` (a share), so that many clients do not ask at once. The
    defaults are those of the vendor's own helper.

    Raises:
        ValidationError: a number that cannot be; `growth` is at least 1, `jitter` at least 0 and less than 1.
    """

    delay: float = attrs.field(default=5.0, validator=positive)
    growth: float = attrs.field(default=1.5, validator=at_least_one)
    max_delay: float = attrs.field(default=30.0, validator=positive)
    jitter: float = attrs.field(default=0.1, validator=share)

    def pause(self, poll: int) -> float:
        """Seconds to wait after poll number `poll` (0-based)."""
        # The exponent is bounded: growth ** 1000 would overflow, and max_delay is reached long before.
        longest = min(self.delay * self.growth ** min(poll, 100), self.max_delay)
        return longest * (1 - self.jitter * random.random())  # noqa: S311 (spreads load, guards nothing)


def check_polling(polling: object) -> None:
    """Refuse anything but a Polling or None."""
    if polling is not None and not isinstance(polling, Polling):
        raise ValidationError(f"polling: {shown(polling)} is no Polling. Pass Polling(...).", field="polling")


@attrs.frozen(kw_only=True)
class Waiter(Generic[T]):
    """What is waited for, as data.

    Attributes:
        what: for the message of a missed deadline, such as "indexed".
        succeeded: whether a state is the good end.
        failure: the error that a state stands for, or None.
        describe: a state in a word, for the same message.
        polling: pauses between two looks.
        timeout: seconds after which the wait is given up.
    """

    what: str
    succeeded: Callable[[T], bool]
    failure: Callable[[T], MemoriesError | None]
    describe: Callable[[T], str]
    polling: Polling = Polling()
    timeout: float = DEFAULT_TIMEOUT

    def is_over(self, state: T) -> bool:
        """Whether the wait has ended well.

        Raises:
            MemoriesError: it has ended with a failure.
        """
        if failure := self.failure(state):
            raise failure
        return self.succeeded(state)

    def missed(self, subject: str, state: T | None, seconds: float) -> WaitTimeoutError:
        """The error for a deadline that passed; `state` is how the subject was last seen."""
        seen = "of unknown status" if state is None else self.describe(state)
        return WaitTimeoutError(
            f"{subject} is {seen} after {seconds:g} s; it may yet be {self.what}. "
            "Call wait again, or with a longer timeout."
        )


def _video_failure(video: Video) -> VideoFailedError | None:
    if not video.is_failed:
        return None
    return VideoFailedError(
        f"Indexing of {video.video_no} failed: {video.cause or 'no cause given'}",
        video_no=video.video_no,
        cause=video.cause,
    )


VIDEO_PARSED: Final = Waiter[Video](
    what="indexed",
    succeeded=lambda video: video.is_ready,
    failure=_video_failure,
    describe=lambda video: f"still {video.status.value}" if video.status else "of unknown status",
)


MAVI_TRANSCRIBED: Final = Waiter[MaviTranscription](
    what="finished",
    succeeded=lambda transcription: transcription.is_finished,
    # No source says how a transcription of v1.0 fails.
    failure=lambda _: None,
    describe=lambda transcription: f"still {transcription.status.value}",
)
