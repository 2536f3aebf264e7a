# Generated from overlays/memories_ai/_async/resource.py by `make generate`. Do not edit.
"""What the resources share."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from memories_ai_generated.types import UNSET, Unset

from .._deadlines import Deadline
from .._envelope import redact
from .._errors import MemoriesError, RateLimitError, RequestTimeoutError, ValidationError
from .._functions import Function
from .._stopping import Pause
from .._validation import optional, positive_seconds
from .._waiting import Polling, Waiter, check_polling
from .transport import Transport

if TYPE_CHECKING:
    from ..webhooks.receiver import CallbackReceiver

T = TypeVar("T")


class Resource:
    """A group of operations on one transport."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def __repr__(self) -> str:
        return f"{type(self).__name__}(base_url={self._transport.config.base_url!r})"

    def _namespace(self, unique_id: str | None) -> str | Unset:
        """The namespace of a call, else the client's, else nothing is sent."""
        chosen = optional("unique_id", unique_id if unique_id is not None else self._transport.config.unique_id)
        return UNSET if chosen is None else chosen

    def _wait(
        self,
        waiter: Waiter[T],
        subject: str,
        look: Function[[float], T],
        timeout: float | None,
        polling: Polling | None,
        receiver: CallbackReceiver | None = None,
    ) -> T:
        """Look (with so many seconds at most) until the waiter says that it is over; a callback brings a look forward.

        Raises:
            ValidationError: no Polling, or no receiver of this kind of client; nothing was sent.
            WaitTimeoutError: the deadline passed.
            MemoriesError: the failure that was waited upon, or a look failed.
        """
        check_polling(polling)
        _check_receiver(receiver)
        deadline = Deadline.after(positive_seconds("timeout", waiter.timeout if timeout is None else timeout))
        pauses = polling or waiter.polling
        state: T | None = None
        poll = 0
        while left := deadline.shorten(self._transport.config.timeouts.short):
            heard = receiver.received if receiver else 0
            try:
                state = look(left)
                if waiter.is_over(state):
                    return state
            except RequestTimeoutError:
                if deadline.shorten(1.0):
                    raise
                break
            except RateLimitError as error:
                # The turn of the last look would come after the deadline.
                if error.attempts or left == self._transport.config.timeouts.short:
                    raise
                break
            except MemoriesError as error:
                redact(error, self._transport.config)
                raise
            pause = deadline.shorten(pauses.pause(poll))
            if receiver:
                receiver.hears_of(subject, pause, after=heard)
            else:
                Pause.sleep(pause)
            poll += 1
        raise waiter.missed(subject, state, deadline.seconds)


def _check_receiver(receiver: object) -> None:
    """Those of the other kind of client have methods of the same names, which here would be waited for in vain."""
    if receiver is None:
        return
    from ..webhooks.receiver import CallbackReceiver

    if not isinstance(receiver, CallbackReceiver):
        kind, right = type(receiver).__name__, CallbackReceiver.__name__
        raise ValidationError(f"receiver: {kind} does not go with this client. Pass {right}().", field="receiver")
