"""How often to ask, and for how long."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, Generic, TypeVar

import attrs

from ._deadlines import SHORTEST, Deadline
from ._errors import MemoriesError, TaskFailedError, ValidationError, VideoFailedError, WaitTimeoutError
from ._types import MaviTranscription, Video
from ._validation import at_least_one, positive, share, shown

if TYPE_CHECKING:
    from .webhooks.events import CaptionCallback

T = TypeVar("T")
DEFAULT_TIMEOUT: Final = 1800.0


@attrs.frozen(kw_only=True)
class Polling:
    """Pauses between polls. The defaults are those of the vendor's own helper.

    Attributes:
        delay: seconds of the first pause.
        growth: how many times longer each pause is than the one before; at least 1.
        max_delay: seconds that no pause exceeds.
        jitter: share, from 0 to less than 1, by which each pause is shortened at most, at random, so that many clients
            do not ask at once.

    Raises:
        ValidationError: a number that cannot be.
    """

    delay: float = attrs.field(default=5.0, validator=positive)
    growth: float = attrs.field(default=1.5, validator=at_least_one)
    max_delay: float = attrs.field(default=30.0, validator=positive)
    jitter: float = attrs.field(default=0.1, validator=share)

    def pause(self, poll: int) -> float:
        """Seconds to wait after poll number `poll` (0-based).

        Args:
            poll: 0 is the first.
        """
        # The exponent is bounded: growth ** 1000 would overflow, and max_delay is reached long before.
        longest = min(self.delay * self.growth ** min(poll, 100), self.max_delay)
        return longest * (1 - self.jitter * random.random())  # noqa: S311 (spreads load, guards nothing)


def check_polling(polling: object) -> None:
    """Refuse anything but a Polling or None."""
    if polling is not None and not isinstance(polling, Polling):
        raise ValidationError(f"polling: {shown(polling)} is not a Polling. Pass Polling(...).", field="polling")


@attrs.frozen(kw_only=True)
class Waiter(Generic[T]):
    """What is waited for, as data.

    Attributes:
        what: for the message of a missed deadline, such as "indexed".
        succeeded: whether a state is the good end.
        failure: the error that a state stands for, or None.
        describe: a state in a word, for the same message; None: it says nothing.
        polling: pauses between two looks.
        timeout: seconds after which the wait is given up.
    """

    what: str
    succeeded: Callable[[T], bool]
    failure: Callable[[T], MemoriesError | None]
    describe: Callable[[T], str | None]
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
        seen = None if state is None else self.describe(state)
        return WaitTimeoutError(
            f"{subject} is {f'still {seen}' if seen else 'of unknown status'} after {seconds:g} s; it may yet be "
            f"{self.what}. Wait again, or with a longer timeout.",
            subject=subject,
            state=seen,
        )


class Watch(Generic[T]):
    """One wait: what was seen so far, and when to look again. No I/O.

    Attributes:
        subject: id of what is waited for.
        deadline: the end of the wait.
    """

    def __init__(self, waiter: Waiter[T], subject: str, deadline: Deadline, pauses: Polling) -> None:
        self.subject, self.deadline = subject, deadline
        self._waiter, self._pauses = waiter, pauses
        self._looks = 0
        self._state: T | None = None
        self._error: MemoriesError | None = None

    def may_look(self) -> bool:
        """Whether there is time for one more look, which is counted."""
        if self.deadline.left() <= SHORTEST:
            return False
        self._looks += 1
        return True

    def saw(self, state: T) -> bool:
        """Take note of a state; whether the wait has ended well.

        Raises:
            MemoriesError: it has ended with a failure.
        """
        self._state, self._error = state, None
        return self._waiter.is_over(state)

    def saw_nothing(self, error: MemoriesError) -> None:
        """Take note of the passing error of a look. One that the deadline cut off tells less than any before it."""
        if self._error is None or self.deadline.left():
            self._error = error

    def pauses(self) -> tuple[float, float]:
        """Seconds until the next look: those that the service asked for, and those that news may cut short."""
        asked = (self._error and self._error.retry_after) or 0.0
        pause = self.deadline.shorten(max(asked, self._pauses.pause(self._looks - 1)))
        least = min(asked, pause)
        return least, pause - least

    def missed(self) -> WaitTimeoutError:
        """The error for a deadline that passed."""
        error = self._waiter.missed(self.subject, self._state, self.deadline.seconds)
        error.__cause__ = self._error
        return error

    def stamp(self, error: MemoriesError, operation: str) -> None:
        """Give an error that is not of a look the facts of the wait."""
        if error.operation is None:
            error.operation, error.attempts = operation, self._looks


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
    describe=lambda video: video.status.value if video.status else None,
)


MAVI_TRANSCRIBED: Final = Waiter[MaviTranscription](
    what="finished",
    succeeded=lambda transcription: transcription.is_finished,
    # No source says how a transcription of v1.0 fails.
    failure=lambda _: None,
    describe=lambda transcription: transcription.status.value,
)


def _caption_failure(event: CaptionCallback) -> TaskFailedError | None:
    if event.is_ready:
        return None
    return TaskFailedError(
        f"The description {event.task_id} failed with status {event.status}: {event.message or 'no cause given'}",
        task_id=event.task_id,
        cause=event.message,
    )


CAPTION_DELIVERED: Final[Waiter[CaptionCallback]] = Waiter(
    what="delivered",
    succeeded=lambda event: event.is_ready,
    failure=_caption_failure,
    # Nothing is seen of it before.
    describe=lambda _: None,
)
