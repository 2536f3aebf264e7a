"""Many images, so many in each request."""

from __future__ import annotations

import io
import threading
import time
from pathlib import Path
from typing import Any

import httpx
import pytest

import memories_ai as m
from resource_support import form_parts, picture
from sdk_support import MakeClient, envelope


class Service:
    """Accepts images, and refuses a request that holds a certain text."""

    def __init__(self, refused: bytes = b"nothing") -> None:
        self.counts: list[int] = []
        self.most_at_once = 0
        self._refused, self._now, self._lock = refused, 0, threading.Lock()

    def __call__(self, request: httpx.Request) -> httpx.Response:
        with self._lock:
            self._now += 1
            self.most_at_once = max(self.most_at_once, self._now)
        time.sleep(0.02)
        body = request.read() if isinstance(request.stream, httpx.SyncByteStream) else request.content
        with self._lock:
            self._now -= 1
            count = body.count(b'name="files"')
            self.counts.append(count)
        if self._refused in body:
            return envelope(None, code="0001", msg="too many")
        return envelope([{"id": str(10**17 + number)} for number in range(count)])


def test_each_batch_has_its_place(make_client: MakeClient) -> None:
    service = Service()
    done = make_client(service).images.upload_batches([picture()] * 5, batch_size=2, tags=["a"])
    assert [len(batch) for batch in done] == [2, 2, 1]
    assert service.counts == [2, 2, 1]
    assert service.most_at_once == 1


def test_a_batch_that_fails_does_not_stop_the_others(make_client: MakeClient) -> None:
    images = [picture(), picture("JPEG"), picture()]
    done = make_client(Service(refused=b"image/jpeg")).images.upload_batches(images, batch_size=1)
    assert [type(batch) for batch in done] == [tuple, m.InvalidRequestError, tuple]


def test_an_image_that_cannot_be_fails_its_batch_unsent(make_client: MakeClient) -> None:
    service = Service()
    done = make_client(service).images.upload_batches([picture(), b"text", picture()], batch_size=1)
    assert [type(batch) for batch in done] == [tuple, m.MediaError, tuple]
    assert len(service.counts) == 2


def test_several_at_once(make_client: MakeClient, mode: str) -> None:
    service = Service()
    done = make_client(service).images.upload_batches([picture()] * 12, batch_size=1, concurrency=3)
    assert len(done) == 12
    # In one event loop a handler of a test that sleeps lets nobody else in.
    assert service.most_at_once == (3 if mode == "sync" else 1)


@pytest.mark.parametrize(
    ("field", "arguments"),
    [
        ("images", {"images": []}),
        ("images", {"images": b"one image"}),
        ("batch_size", {"batch_size": 0}),
        ("batch_size", {"batch_size": None}),
        ("concurrency", {"concurrency": 0}),
        ("images", {"images": memoryview(b"one image")}),
        ("images", {"images": Path("one.png")}),
        ("images", {"images": io.BytesIO(picture())}),
        ("images", {"images": [io.BytesIO(picture())] * 2}),
        ("filenames", {"filenames": []}),
        ("filenames", {"filenames": "a"}),
        ("on_progress", {"on_progress": 5}),
        ("tags", {"tags": ["x"] * 51}),
        ("latitude", {"latitude": 91}),
        ("timeout", {"timeout": -1}),
    ],
)
def test_what_cannot_be_is_refused_unsent(make_client: MakeClient, field: str, arguments: dict[str, Any]) -> None:
    service = Service()
    with pytest.raises(m.ValidationError) as caught:
        make_client(service).images.upload_batches(**{"images": [picture()], **arguments})
    assert caught.value.field == field
    assert service.counts == []


def test_each_image_has_its_name(make_client: MakeClient) -> None:
    names: list[str] = []

    def handler(request: httpx.Request) -> httpx.Response:
        names.extend(part.filename or "" for part in form_parts(request))
        return envelope([{"id": "100000000000000001"}])

    make_client(handler).images.upload_batches([picture()] * 3, batch_size=2, filenames=["a.png", None, "c.png"])
    assert names == ["a.png", "image.png", "c.png"]


def test_a_name_that_cannot_be_fails_its_batch(make_client: MakeClient) -> None:
    service = Service()
    done = make_client(service).images.upload_batches([picture()] * 2, batch_size=1, filenames=["a.txt", "b.png"])
    assert [type(batch) for batch in done] == [m.MediaError, tuple]
    assert done[0].field == "filename"


def test_progress_tells_which_image_of_all(make_client: MakeClient) -> None:
    steps: list[tuple[int, int, int | None]] = []
    busy, size = threading.Lock(), len(picture())

    def tell(*step: Any) -> None:
        assert busy.acquire(blocking=False), "two calls at once"
        time.sleep(0.001)
        steps.append(step)
        busy.release()

    make_client(Service()).images.upload_batches([picture()] * 5, batch_size=2, concurrency=3, on_progress=tell)
    assert sorted(steps) == [(number, size, size) for number in range(5)]


def test_with_the_emulator(emulated: Any) -> None:
    done = emulated.images.upload_batches([picture()] * 3, batch_size=2, unique_id="batches")
    assert [len(batch) for batch in done] == [2, 1]
