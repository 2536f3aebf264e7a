"""The servers that the suite talks to: the emulator (`mock`), or the service itself (`live`)."""

import ipaddress
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx

from memories_ai_contract.cut_text import JsonValue
from memories_ai_contract.envelope import SUCCESS
from memories_ai_contract.specification import Specification
from memories_ai_contract.validation import Answer, ContractError, validate

# The only key that the emulator of the suite accepts.
MOCK_KEY = "sk-mavi-contract-suite-0000"
UPLOADS = ("upload", "upload_url", "legacy_upload", "legacy_upload_url")
DELETE = "delete_videos"
LEGACY_DELETE = "legacy_delete_videos"
_SECONDS = {"second": 1.0, "minute": 60.0, "hour": 3600.0, "day": 86400.0}


class TargetError(ValueError):
    """A target cannot be used; the message names the setting and the remedy."""


class ApiKey:
    """A key that shows itself to the wire and to nobody else."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        if not value.isascii() or not value.isprintable() or value != value.strip() or not value:
            raise TargetError("MEMORIES_CONTRACT_KEY: is empty or holds blanks or odd characters; set the raw key")
        self._value = value

    def __repr__(self) -> str:
        return "ApiKey(…)"

    def headers(self) -> dict[str, str]:
        """What a request with this key carries."""
        return {"Authorization": self._value}

    def is_in(self, content: bytes) -> bool:
        """Does the key stand in there?"""
        return self._value.encode() in content

    def scrub(self, text: str) -> str:
        """The text without the key."""
        return text.replace(self._value, "[key]")


def check_url(url: str) -> str:
    """The base URL of a target, without a slash at its end.

    Raises:
        TargetError: no absolute http or https URL, or one that would send the key unencrypted through a network.
    """
    try:
        parsed = httpx.URL(url)
    except httpx.InvalidURL as error:
        raise TargetError(f"MEMORIES_CONTRACT_URL: {url!r} is no URL ({error})") from error
    if parsed.scheme not in ("http", "https") or not parsed.host or parsed.userinfo:
        raise TargetError(f"MEMORIES_CONTRACT_URL: {url!r} is none of the form https://host; correct it")
    if parsed.scheme == "http" and not _is_loopback(parsed.host):
        raise TargetError(f"MEMORIES_CONTRACT_URL: {url!r} would send the key in the clear; use https")
    return url.rstrip("/")


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


class Pacer:
    """Keeps the documented rate limits: of an operation's limits the newest counts, and calls of a group share it."""

    def __init__(
        self,
        specification: Specification,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._specification = specification
        self._clock = clock
        self._sleep = sleep
        self._next: dict[str, float] = {}

    def wait(self, operation_id: str) -> None:
        """Sleep until the operation may be called again."""
        limits = self._specification.value(self._specification.operations[operation_id].at)["x-rate-limit"]
        if not limits:
            return
        group, pause = limits[0]["group"], _SECONDS[limits[0]["per"]] / limits[0]["requests"]
        if (remaining := self._next.get(group, 0.0) - self._clock()) > 0:
            self._sleep(remaining)
        self._next[group] = self._clock() + pause


@dataclass(slots=True)
class Target:
    """A server under test. Every answer is validated before it is returned.

    Attributes:
        name: `mock` or `live`.
        pacer: Keeps the rate limits; None: there are none.
        patience: Seconds that an answer, or the indexing of a short video, may take.
        poll: Seconds between two looks at a video that is being indexed.
        uploaded: Videos that this run uploaded; nothing else is ever deleted.
    """

    name: str
    base_url: str
    key: ApiKey
    specification: Specification
    pacer: Pacer | None
    patience: float
    poll: float
    http: httpx.Client
    uploaded: dict[str, str | None] = field(default_factory=dict)

    # The arguments of a request are any JSON, and files as httpx takes them.
    def call(
        self,
        operation_id: str,
        *,
        query: Mapping[str, str | int] | None = None,
        json: Any = None,
        form: Mapping[str, Any] | None = None,
        file: tuple[str, bytes] | None = None,
        parts: Sequence[tuple[str, tuple[str, bytes, str]]] = (),
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """Call an operation.

        Args:
            file: Name and content of the part `file`, a video.
            parts: Other file parts: name of the part, and file name, content and media type.
            headers: In place of those that carry the key.

        Raises:
            ContractError: the answer breaks the specification, does not end in time, or holds the key.
            TargetError: the call would delete what this run did not upload.
        """
        self._refuse_foreign_deletion(operation_id, json)
        if self.pacer and headers is None:
            self.pacer.wait(operation_id)
        operation = self.specification.operations[operation_id]
        with self.http.stream(
            operation.method,
            self.base_url + operation.path,
            params=query,
            json=json,
            data=form,
            files=[*([("file", (*file, "video/mp4"))] if file else ()), *parts] or None,
            headers=self.key.headers() if headers is None else headers,
        ) as response:
            answer = validate(operation_id, response, within=self.patience)
            self._refuse_key(answer, response)
        if operation_id in UPLOADS and answer.code == SUCCESS:
            self.uploaded[text_at(answer.data, "videoNo")] = (form or {}).get("unique_id")
        return answer

    def upload(self, name: str, content: bytes, **form: JsonValue) -> str:
        """Upload a file; returns its video_no."""
        return text_at(self.call("upload", form=form, file=(name, content)).data, "videoNo")

    def place(self, video_no: str) -> dict[str, str]:
        """The parameters that say which video is meant, and in which namespace."""
        unique_id = self.uploaded.get(video_no)
        return {"video_no": video_no, **({"unique_id": unique_id} if unique_id else {})}

    def row(self, video_no: str) -> dict[str, JsonValue] | None:
        """The video's row in the library of its namespace; None if it is not there."""
        rows = items_at(self.call("list_videos", json=self.place(video_no)).data, "videos")
        return rows[0] if rows else None

    def existing_row(self, video_no: str) -> dict[str, JsonValue]:
        """The same. Raises ContractError where there is none."""
        row = self.row(video_no)
        if row is None:
            raise ContractError(f"{video_no}: is not in the library")
        return row

    def wait_until_indexed(self, video_no: str) -> list[str]:
        """Poll until the video is no longer UNPARSE; returns the states that were seen, each once, in order.

        Raises:
            ContractError: it is not in the library, or stays UNPARSE.
        """
        states = [text_at(self.existing_row(video_no), "status")]
        deadline = time.monotonic() + self.patience
        while states[-1] == "UNPARSE" and time.monotonic() < deadline:
            time.sleep(self.poll)
            states.append(text_at(self.existing_row(video_no), "status"))
        if states[-1] == "UNPARSE":
            raise ContractError(f"{video_no}: is not indexed after {self.patience:g} s")
        return list(dict.fromkeys(states))

    def delete_uploads(self) -> None:
        """Delete what this run uploaded and did not delete."""
        for unique_id in set(self.uploaded.values()):
            left = [video_no for video_no, namespace in self.uploaded.items() if namespace == unique_id]
            for start in range(0, len(left), 100):
                query = {"unique_id": unique_id} if unique_id else None
                self.call(DELETE, query=query, json=left[start : start + 100])

    def _refuse_foreign_deletion(self, operation_id: str, body: JsonValue) -> None:
        wanted = body if isinstance(body, list) else []
        foreign = [video_no for video_no in wanted if video_no not in self.uploaded]
        if operation_id in (DELETE, LEGACY_DELETE) and foreign:
            raise TargetError(f"{operation_id}: {foreign} was not uploaded by this run and is not deleted")

    def _refuse_key(self, answer: Answer, response: httpx.Response) -> None:
        headers = b"\n".join(value for _, value in response.headers.raw)
        if self.key.is_in(answer.content) or self.key.is_in(headers):
            raise ContractError(f"{answer.operation}: the answer holds the API key")


@contextmanager
def open_target(
    name: str, base_url: str, key: ApiKey, specification: Specification, *, patience: float, poll: float
) -> Iterator[Target]:
    """A target, for as long as it is used. `live` ones are called no faster than documented."""
    pacer = Pacer(specification) if name == "live" else None
    with httpx.Client(timeout=patience, trust_env=name == "live") as http:
        yield Target(name, base_url, key, specification, pacer, patience, poll, http)


def text_at(data: JsonValue, member: str) -> str:
    """A text member of an object, of which the schema says that it is there."""
    value = data.get(member) if isinstance(data, dict) else None
    if not isinstance(value, str):
        raise ContractError(f"{member}: is no text in {data!r}")
    return value


def items_at(data: JsonValue, member: str) -> list[dict[str, JsonValue]]:
    """A list of objects that is a member of an object."""
    value = data.get(member) if isinstance(data, dict) else None
    if not isinstance(value, list):
        raise ContractError(f"{member}: is no list in {data!r}")
    return [item for item in value if isinstance(item, dict)]


def number_at(data: JsonValue, member: str) -> float:
    """A number that is a member of an object, and may come as text."""
    value = data.get(member) if isinstance(data, dict) else None
    try:
        return float(value) if isinstance(value, str | int | float) else float("nan")
    except ValueError as error:
        raise ContractError(f"{member}: is no number in {data!r}") from error
