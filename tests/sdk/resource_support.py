"""What the tests of resources share: recorded answers, forms taken apart, and requests that must not be sent."""

from __future__ import annotations

import json
from collections.abc import Callable
from email.message import Message
from email.parser import BytesParser
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import httpx
import PIL.Image
import pytest

import memories_ai as m
from sdk_support import MakeClient

RECORDED = Path(__file__).parents[2] / "contract_tests" / "recorded"
SAMPLE = Path(__file__).parents[2] / "examples" / "media" / "sample.mp4"
FAST = m.Polling(delay=0.02, max_delay=0.05)

Refusal = tuple[str, Callable[[Any], Any], str]
"""The field that is named, the call, and what the message says."""


class Part(NamedTuple):
    """A part of a form."""

    name: str
    filename: str | None
    content_type: str
    content: bytes


class Answers:
    """Gives the same answer to every request, and keeps the requests."""

    def __init__(self, answer: httpx.Response) -> None:
        self._answer, self.requests = answer, list[httpx.Request]()

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        return httpx.Response(self._answer.status_code, content=self._answer.content, headers=self._answer.headers)

    @property
    def path(self) -> str:
        return self.requests[-1].url.path

    @property
    def query(self) -> dict[str, str]:
        return dict(self.requests[-1].url.params)

    @property
    def json(self) -> Any:
        return json.loads(self.requests[-1].content)

    @property
    def parts(self) -> list[Part]:
        return form_parts(self.requests[-1])

    @property
    def fields(self) -> dict[str, str]:
        """The parts that are no files."""
        return {part.name: part.content.decode() for part in self.parts if part.filename is None}


def recorded(name: str) -> httpx.Response:
    """An answer of the real service."""
    return httpx.Response(200, json=json.loads((RECORDED / f"{name}.json").read_text("utf-8"))["response"]["body"])


def form_parts(request: httpx.Request) -> list[Part]:
    head = f"Content-Type: {request.headers['content-type']}\r\n\r\n".encode()
    parts = BytesParser().parsebytes(head + request.content).get_payload()
    assert isinstance(parts, list)
    return [_part(part) for part in parts if isinstance(part, Message)]


def _part(part: Message) -> Part:
    name, content = part.get_param("name", header="content-disposition"), part.get_payload(decode=True)
    assert isinstance(name, str)
    assert isinstance(content, bytes)
    return Part(name, part.get_filename(), part.get_content_type(), content)


def refuse_unsent(make_client: MakeClient, field: str, call: Callable[[Any], Any], text: str) -> None:
    """The call is refused, and nothing is sent."""

    def never(request: httpx.Request) -> httpx.Response:
        raise AssertionError(f"{request.url} was asked")

    with pytest.raises(m.ValidationError, match=text) as caught:
        call(make_client(never))
    assert caught.value.field == field
    assert str(caught.value).startswith(f"{field}: ")


def picture(format: str = "PNG", colour: str = "red") -> bytes:  # noqa: A002 (the word of the library)
    """A small image."""
    file = BytesIO()
    PIL.Image.new("RGB", (32, 24), colour).save(file, format)
    return file.getvalue()


def indexed_sample(client: Any) -> str:
    """The sample video, indexed."""
    video_no: str = client.videos.upload(SAMPLE).video_no
    client.videos.wait(video_no, timeout=60, polling=FAST)
    return video_no


def frame_of_sample(path: Path, second: float) -> Path:
    """A picture cut from the sample video."""
    import av

    with av.open(str(SAMPLE)) as container:
        frame = next(frame for frame in container.decode(video=0) if (frame.time or 0) >= second)
    target = path / "frame.png"
    frame.to_image().save(target)
    return target
