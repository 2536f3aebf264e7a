# Generated from overlays/memories_ai/_async/resource.py by `make generate`. Do not edit.
"""What the resources share."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, TypeVar

from memories_ai_generated.types import UNSET, Unset

from .._deadlines import Deadline
from .._envelope import redact
from .._errors import MemoriesError, ValidationError
from .._functions import Function
from .._stopping import Pause
from .._validation import optional, positive_seconds
from .._waiting import Polling, Waiter, Watch, check_polling
from .transport import Transport

if TYPE_CHECKING:
    from ..webhooks.receiver import CallbackReceiver

T = TypeVar("T")
logger = logging.getLogger("memories_ai")


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
        operation: str,
        look: Function[[Deadline], T],
        subject: str,
        timeout: float | None,
        polling: Polling | None,
        receiver: CallbackReceiver | None = None,
    ) -> T:
        """Look until the waiter says that it is over. What the receiver hears of the subject brings a look forward.

        A look may take as long as any call, and ends with the wait. Whether it is worth another is in its error.

        Raises:
            ValidationError: no Polling, or no receiver of this kind of client; nothing was sent.
            WaitTimeoutError: the deadline passed.
            MemoriesError: the failure that was waited upon, or a look failed for good.
        """
        check_polling(polling)
        check_receiver(receiver)
        deadline = Deadline.after(positive_seconds("timeout", waiter.timeout if timeout is None else timeout))
        watch = Watch(waiter, subject, deadline, polling or waiter.polling)
        try:
            return self._watch(watch, look, receiver)
        except MemoriesError as error:
            watch.stamp(error, operation)
            redact(error, self._transport.config)
            raise

    def _watch(self, watch: Watch[T], look: Function[[Deadline], T], receiver: CallbackReceiver | None) -> T:
        while watch.may_look():
            heard = receiver.received if receiver else 0
            try:
                state = look(watch.deadline)
            except MemoriesError as error:
                if not error.retryable:
                    raise
                watch.saw_nothing(error)
                logger.info("%s was not seen: %s", watch.subject, type(error).__name__)
            else:
                if watch.saw(state):
                    return state
            self._pause(watch, receiver, heard)
        raise watch.missed()

    def _pause(self, watch: Watch[T], receiver: CallbackReceiver | None, heard: int) -> None:
        """Pause until the next look is due, or the receiver has heard more than it had before the last one."""
        least, longest = watch.pauses()
        if least:
            Pause.sleep(least)
        if receiver:
            receiver.hears_of(watch.subject, longest, after=heard)
        else:
            Pause.sleep(longest)


def check_receiver(receiver: object, *, required: bool = False) -> None:
    """Those of the other kind of client have methods of the same names, which here would be waited for in vain."""
    if receiver is None and not required:
        return
    from ..webhooks.receiver import CallbackReceiver

    if not isinstance(receiver, CallbackReceiver):
        kind, right = type(receiver).__name__, CallbackReceiver.__name__
        raise ValidationError(f"receiver: {kind} does not go with this client. Pass {right}().", field="receiver")
