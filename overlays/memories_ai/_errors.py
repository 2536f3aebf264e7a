"""Everything that can go wrong.

MemoriesError                      root; may be used as catch-all
├── ConfigurationError             no key, a key that cannot be one, a bad base URL, a closed client
├── ValidationError                an argument that the service would refuse; nothing was sent
│   └── MediaError                 a file that the service does not take: its type, its size, nothing in it
├── LocalFileError                 a file of yours: changed while it was sent, cannot be read, cannot be written
├── APIError                       the service answered: no
│   ├── InvalidRequestError        0001, 0003, HTTP 400/422: a parameter is missing or wrong
│   ├── AuthenticationError        0401, HTTP 401: key missing or wrong
│   ├── InsufficientCreditsError   0402, HTTP 402
│   ├── PermissionDeniedError      0403 (account disabled), 9009 (key lacks permission), HTTP 403
│   ├── NotFoundError              "video not found", HTTP 404, or an id that the service does not know
│   ├── ConflictError              0409, HTTP 409: may not be repeated
│   ├── RateLimitError             0429, HTTP 429
│   └── ServerError                HTTP 5xx, or 0001 "network abnormal"; passing
├── TransportError                 no complete answer arrived
│   ├── ConnectionFailedError      no connection came about: refused, no such host, TLS; nothing was sent
│   └── RequestTimeoutError        a timeout of the connection, not a deadline of a wait
├── ProtocolError                  an answer that the specification does not know
│   └── StreamError                a stream that ended with an error, or without its end marker
├── TaskFailedError                work that the service had accepted ended with a failure
│   └── VideoFailedError           the indexing of a video did
└── WaitTimeoutError               the deadline of a wait passed
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final


class MemoriesError(Exception):
    """Root of all errors of this package.

    Attributes (None where not known):
        message: what went wrong, in one line; never contains the API key.
        operation: operationId in the specification, such as "upload"; of a wait, the one that looks.
        code: business code of the service as it came, such as "0429"; unknown codes are kept.
        status: HTTP status.
        attempts: how often the request was sent, or tried to; 0: never. Of a wait, how often it looked.
        retryable: whether the same call, made again later, may succeed and can do no harm.
        retry_after: seconds after which the service asks to be called again (Retry-After, a date counted from its
            arrival); not documented for this service.
    """

    attempts: int = 0
    retryable: bool = False
    retry_after: float | None = None

    def __init__(
        self, message: str, *, operation: str | None = None, code: str | None = None, status: int | None = None
    ) -> None:
        super().__init__(message)
        self.message = message
        self.operation = operation
        self.code = code
        self.status = status

    def reword(self, message: str) -> None:
        """Put another message in the place of the first."""
        self.message = message
        self.args = (message,)

    def __str__(self) -> str:
        facts = [f"{name} {value}" for name, value in self._facts() if value is not None]
        return f"{self.message} ({', '.join(facts)})" if facts else self.message

    def _facts(self) -> list[tuple[str, object]]:
        attempts = self.attempts if self.attempts > 1 else None
        return [
            ("operation", self.operation),
            ("code", self.code),
            ("HTTP status", self.status),
            ("attempts", attempts),
        ]


class ConfigurationError(MemoriesError):
    """The client cannot be set up with what it was given."""


class ValidationError(MemoriesError, ValueError):
    """An argument that the service is documented to refuse. Nothing was sent.

    As a rule `operation` is None: arguments are checked before it is settled which operation serves the call.

    Attributes:
        field: name of the argument.
    """

    def __init__(self, message: str, *, field: str | None = None, operation: str | None = None) -> None:
        super().__init__(message, operation=operation)
        self.field = field


class MediaError(ValidationError):
    """A file that the service is documented not to take. Nothing was sent."""


class LocalFileError(MemoriesError):
    """Trouble with a file on this machine: it cannot be read or written, or became shorter or longer while it was sent.

    What was begun is not complete: of an upload, the service has received a part at most.
    """


class APIError(MemoriesError):
    """The service understood the request and answered with a failure."""


class InvalidRequestError(APIError):
    """A parameter is missing or wrong."""


class AuthenticationError(APIError):
    """The API key is missing, wrong or revoked."""


class InsufficientCreditsError(APIError):
    """The account has no credits left."""


class PermissionDeniedError(APIError):
    """The account is disabled, or the key may not call this operation."""


class NotFoundError(APIError):
    """The service does not know the id (in this namespace), or the path."""


class ConflictError(APIError):
    """The request repeats one that may be made only once."""


class RateLimitError(APIError):
    """Too many requests for the account."""


class ServerError(APIError):
    """The service failed for a reason of its own; the same request may succeed later."""


class TransportError(MemoriesError):
    """No complete answer arrived.

    Attributes:
        may_have_arrived: whether the service may have received the request: False only if there was no connection.
    """

    may_have_arrived: bool = True


class ConnectionFailedError(TransportError):
    """No connection came about: refused, no such host, a certificate that is not trusted. Nothing was sent."""

    may_have_arrived = False


class RequestTimeoutError(TransportError):
    """Connecting, sending or receiving took longer than the timeout of the operation's tier."""


class ProtocolError(MemoriesError):
    """The answer is not what the specification describes: not JSON, another shape, a redirect, too large."""


class StreamError(ProtocolError):
    """A stream of events ended with an error, or broke off before its end marker."""


class TaskFailedError(MemoriesError):
    """Work that the service had accepted ended with a failure.

    Attributes:
        task_id: as the service gave it; None where it gives none.
        cause: the service's words, or None.
    """

    def __init__(
        self, message: str, *, task_id: str | None = None, cause: str | None = None, operation: str | None = None
    ) -> None:
        super().__init__(message, operation=operation)
        self.task_id = task_id
        self.cause = cause


class VideoFailedError(TaskFailedError):
    """Indexing of a video ended with a failure.

    Attributes:
        video_no: the video.
    """

    def __init__(
        self, message: str, *, video_no: str | None = None, cause: str | None = None, operation: str | None = None
    ) -> None:
        super().__init__(message, cause=cause, operation=operation)
        self.video_no = video_no


class WaitTimeoutError(MemoriesError):
    """The deadline of a wait passed; what was waited for may still happen.

    If the last looks failed in passing, `__cause__` is the error of the last one. One that the deadline itself cut off
    is the cause only where no other failed before it.

    Attributes:
        subject: id of what was waited for; None: of callbacks of no certain one.
        state: how it was last seen, such as "UNPARSE" or "at 1 of 2 videos"; None if it never was, or said none.
    """

    retryable = True

    def __init__(
        self, message: str, *, subject: str | None = None, state: str | None = None, operation: str | None = None
    ) -> None:
        super().__init__(message, operation=operation)
        self.subject = subject
        self.state = state


BY_CODE: Final[Mapping[str, type[APIError]]] = {
    "0001": InvalidRequestError,
    "0003": InvalidRequestError,
    "0401": AuthenticationError,
    "0402": InsufficientCreditsError,
    "0403": PermissionDeniedError,
    "0409": ConflictError,
    "0429": RateLimitError,
    "9009": PermissionDeniedError,
}
BY_STATUS: Final[Mapping[int, type[APIError]]] = {
    400: InvalidRequestError,
    401: AuthenticationError,
    402: InsufficientCreditsError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: InvalidRequestError,
    429: RateLimitError,
}


def for_code(code: str, message: str) -> type[APIError]:
    """The class of a business failure. 0001 means three things, told apart by the documented messages."""
    if code == "0001":
        text = message.lower()
        if any(words in text for words in ("not found", "no videos found", "no static resource")):
            return NotFoundError
        if "network abnormal" in text:
            return ServerError
    return BY_CODE.get(code, APIError)


def for_status(status: int) -> type[APIError]:
    """The class of an HTTP error status."""
    return BY_STATUS.get(status, ServerError if status >= 500 else APIError)
