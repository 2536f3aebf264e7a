"""The moment at which a call has to be over, whatever it is doing."""

from __future__ import annotations

from contextvars import ContextVar
from time import monotonic

import attrs

TIME_IS_UP = "the time of the call is up"
# Less than nothing cannot be waited for, and no time at all means "do not block" to a socket.
SHORTEST = 1e-3
# Nor can more than 24 days, in some places: whoever gives a longer time means without end.
LONGEST = 20 * 86400.0

_current: ContextVar[Deadline | None] = ContextVar("memories_ai_deadline", default=None)


@attrs.frozen
class Deadline:
    """The end of a call, or of a wait of many calls: so many seconds after it began."""

    seconds: float
    end: float

    @classmethod
    def after(cls, seconds: float) -> Deadline:
        return cls(seconds, monotonic() + min(seconds, LONGEST))

    def left(self) -> float:
        """Seconds that are left; 0 once the time is up."""
        left = self.end - monotonic()
        return left if left > 0 else 0.0

    def shorten(self, pause: float) -> float:
        """The pause, or what is left if that is less; 0 once the time is up."""
        return min(pause, self.left())

    def part(self, seconds: float) -> Deadline:
        """The end of something within: after so many seconds, or with this if that is sooner."""
        return Deadline.after(self.shorten(seconds))

    def in_force(self) -> _InForce:
        """Within, no step of the network takes longer than what is left."""
        return _InForce(self)


class _InForce:
    """A class and not a generator: it is entered for every piece of an answer."""

    __slots__ = ("_deadline", "_token")

    def __init__(self, deadline: Deadline) -> None:
        self._deadline = deadline

    def __enter__(self) -> None:
        self._token = _current.set(self._deadline)

    def __exit__(self, *_: object) -> None:
        _current.reset(self._token)


def shortened(timeout: float | None) -> float | None:
    """The timeout of a step, or what the deadline in force leaves of it."""
    if (deadline := _current.get()) is None:
        return timeout
    left = deadline.left()
    return left if timeout is None or left < timeout else timeout
