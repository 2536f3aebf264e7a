"""Calls operations by their names, and makes pictures and films that can be told apart."""

from __future__ import annotations

import functools
import io
import random
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import av
import httpx
from PIL import Image

from memories_ai_mock import Emulator, ManualClock, Settings
from memories_ai_mock.spec import Operation, Spec, load_document
from mock_support import Api, data, envelope, eventually

CONTROL = {"X-Memories-Mock": "1"}
Parts = Sequence[tuple[str, tuple[str | None, bytes, str]]]


@contextmanager
def started(**settings: Any) -> Iterator[Api]:
    """A client of an emulator of its own, whose clock stands still unless `settings` say otherwise."""
    with Emulator(Settings(**{"clock": ManualClock(), "stream_pause": 0, **settings})) as emulator:
        api = Api(emulator)
        with api.http:
            yield api


@functools.cache
def spec() -> Spec:
    """The bundled document."""
    return Spec(load_document())


def operations() -> Mapping[str, Operation]:
    """The operations of the spec, by operationId."""
    return spec().operations


def call(api: Api, operation: str, **request: Any) -> httpx.Response:
    """Call an operation by its name.

    Args:
        request: `query`, `json`, `form` (of a multipart body too), `parts`: file parts as httpx takes them.
    """
    entry = operations()[operation]
    return api.http.request(
        entry.method,
        api.emulator.base_url + entry.path,
        params=request.get("query"),
        json=request.get("json"),
        data=request.get("form"),
        files=request.get("parts"),
    )


def ask(api: Api, operation: str, **request: Any) -> Any:
    """The data of a successful answer of the platform."""
    return data(envelope(call(api, operation, **request)))


def refusal(api: Api, operation: str, **request: Any) -> tuple[str, str]:
    """Code and message of a refusal."""
    body = envelope(call(api, operation, **request))
    assert body["failed"], body
    assert body["data"] is None
    return body["code"], body["msg"]


def caption(api: Api, operation: str, **request: Any) -> dict[str, Any]:
    """An answer of the caption host."""
    response = call(api, operation, **request)
    assert response.status_code == 200, response.text
    body: dict[str, Any] = response.json()
    assert set(body) == {"code", "msg", "data"}
    return body


def events(response: httpx.Response) -> list[str]:
    """The data of each event of a stream."""
    assert response.headers["content-type"].startswith("text/event-stream"), response.text
    lines = response.text.split("\n\n")
    assert lines.pop() == ""
    return [line.removeprefix("data:").strip() for line in lines]


def patchwork(seed: int) -> Image.Image:
    """A picture of large coloured squares, different ones for each seed."""
    squares = Image.new("RGB", (8, 6))
    squares.frombytes(random.Random(seed).randbytes(8 * 6 * 3))  # noqa: S311 (only has to be the same each time)
    return squares.resize((320, 240), Image.Resampling.NEAREST)


def encoded(picture: Image.Image, form: str = "PNG") -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, form)
    return buffer.getvalue()


def make_film(path: Path, pictures: Sequence[Image.Image], seconds: int = 2) -> Path:
    """A film without sound that shows each picture for some seconds."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=10)
        stream.width, stream.height = pictures[0].size
        stream.pix_fmt = "yuv420p"
        for index in range(len(pictures) * seconds * 10):
            frame = av.VideoFrame.from_image(pictures[index // (seconds * 10)])
            frame.pts = index
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
    return path


def png(name: str, content: bytes, part: str = "files", media_type: str = "image/png") -> Any:
    """A file part with a picture."""
    return (part, (name, content, media_type))


def seed(emulator: Emulator, **document: Any) -> dict[str, Any]:
    """Fill an emulator with what its control takes."""
    response = httpx.post(f"{emulator.base_url}/__mock__/seed", json=document, headers=CONTROL)
    assert response.status_code == 200, response.text
    made: dict[str, Any] = response.json()
    return made


def imported(api: Api, operation: str, body: Mapping[str, Any], **status: Any) -> list[dict[str, Any]]:
    """Import something, and let the clock advance until the videos are there and indexed; returns their rows."""
    task = ask(api, operation, json=body)["taskId"]

    def rows() -> Any:
        return ask(api, "get_task_status", query={"task_id": task, **status})["videos"]

    api.emulator.clock.advance(1)
    eventually(rows)
    api.emulator.clock.advance(1)
    return list(eventually(lambda: (found := rows()) and all(each["status"] != "UNPARSE" for each in found) and found))
