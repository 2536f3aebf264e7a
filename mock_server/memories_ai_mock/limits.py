"""Rate limits: none, the documented ones, or those of a file."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from pathlib import Path

from memories_ai_mock.clock import Clock
from memories_ai_mock.envelope import LIMIT_EXCEEDED, RequestError
from memories_ai_mock.faults import EXCEEDED
from memories_ai_mock.json_files import read_json_file
from memories_ai_mock.settings import SetupError
from memories_ai_mock.spec import Operation, RateLimit

OFF, DOCUMENTED = "off", "documented"
SECONDS = {"second": 1.0, "minute": 60.0, "day": 86_400.0}

Rules = Mapping[str, Sequence[RateLimit]]


class RateLimits:
    """Counts requests by account and group.

    Args:
        rules: Limits by group or operationId; None: those of the spec.
    """

    def __init__(self, clock: Clock, rules: Rules | None) -> None:
        self._clock = clock
        self._rules = rules
        self._times: defaultdict[tuple[str, RateLimit], deque[float]] = defaultdict(deque)

    def check(self, account: str, operation: Operation) -> None:
        """Count a request.

        Raises:
            RequestError: 0429: it is one too many; then it is not counted.
        """
        limits = self._of(operation)
        if not limits:
            return
        now = self._clock.now()
        counted = [self._counted(account, limit, now) for limit in limits]
        if any(len(times) >= limit.requests for times, limit in zip(counted, limits, strict=True)):
            raise RequestError(EXCEEDED, LIMIT_EXCEEDED)
        for times in counted:
            times.append(now)

    def clear(self) -> None:
        self._times.clear()

    def _of(self, operation: Operation) -> Sequence[RateLimit]:
        if self._rules is None:
            return operation.rate_limits
        if not self._rules:
            return ()
        if operation.id in self._rules:
            return self._rules[operation.id]
        groups = dict.fromkeys(limit.group for limit in operation.rate_limits)
        return [limit for group in groups for limit in self._rules.get(group, ())]

    def _counted(self, account: str, limit: RateLimit, now: float) -> deque[float]:
        times = self._times[account, limit]
        while times and times[0] <= now - SECONDS[limit.per]:
            times.popleft()
        return times


def read_rules(choice: str, operations: Mapping[str, Operation]) -> Rules | None:
    """The rules for `off`, `documented` or the path of a JSON file such as
    `{"upload": [{"requests": 1, "per": "minute"}]}`, whose names are groups of the spec or operationIds.

    Raises:
        SetupError: the file cannot be read, or holds something else.
    """
    if choice == DOCUMENTED:
        return None
    if choice == OFF:
        return {}
    try:
        document = read_json_file(Path(choice))
        groups = {limit.group for operation in operations.values() for limit in operation.rate_limits}
        unknown = sorted(document.keys() - groups - operations.keys())
        if unknown:
            raise ValueError(f"{unknown[0]}: is no operationId and no group of the spec")
        return {
            name: [_limit(name, entry["requests"], entry["per"]) for entry in entries]
            for name, entries in document.items()
        }
    except OSError as error:
        raise SetupError(
            f"rate limits {choice}: cannot be read ({error.strerror}); give off, documented or a JSON file"
        ) from error
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise SetupError(
            f"rate limits {choice}: {error!r}; the file must look like "
            '{"upload": [{"requests": 1, "per": "minute"}]}'
        ) from error


def _limit(name: str, requests: int, per: str) -> RateLimit:
    if isinstance(requests, bool) or not isinstance(requests, int) or requests < 1:
        raise ValueError(f"{name}: requests must be a number from 1 on")
    if per not in SECONDS:
        raise ValueError(f"{name}: per must be one of {', '.join(SECONDS)}")
    return RateLimit(requests, per, name)
