"""Every method that takes a file takes the same sources, under the limits of its own kind; trouble is ours to tell."""

from __future__ import annotations

import io
import json
import os
from base64 import b64decode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import attrs
import httpx
import pytest

import memories_ai as m
from memories_ai import _file_kinds
from resource_support import picture
from sdk_support import MakeClient, envelope

PNG = picture() + bytes(range(256)) * 160
SMALL = 30_000
"""A limit below the length of the content."""


class Method(NamedTuple):
    """A method that takes a file, the argument that errors name, and the kind of the file."""

    call: Callable[..., Any]
    field: str
    kind: str

    @property
    def filename(self) -> str:
        return "a.png" if "IMAGE" in self.kind else "a.mp4"

    @property
    def takes_no_name(self) -> bool:
        """Whether the content tells what it is."""
        return "IMAGE" in self.kind


def only(results: list[Any]) -> Any:
    (result,) = results
    if isinstance(result, Exception):
        raise result
    return result


def described(method: str, **more: Any) -> Callable[..., Any]:
    def call(client: Any, source: Any, **options: Any) -> Any:
        return getattr(client.captions, method)(source, "?", system_prompt="", **options, **more)

    return call


HOOK = "https://example.com/hook"
METHODS = {
    "videos.upload": Method(lambda c, s, **o: c.videos.upload(s, **o), "source", "VIDEO"),
    "videos.upload_many": Method(
        lambda c, s, filename=None: only(c.videos.upload_many([s], filenames=[filename])), "source", "VIDEO"
    ),
    "mavi.upload": Method(lambda c, s, **o: c.mavi.upload(s, **o), "source", "OLD_VIDEO"),
    "legacy.upload": Method(lambda c, s, **o: c.legacy.upload(s, **o), "source", "OLD_VIDEO"),
    "captions.video": Method(described("video"), "source", "CAPTION_VIDEO"),
    "captions.start_video": Method(described("start_video", callback=HOOK), "source", "CAPTION_VIDEO"),
    "captions.image": Method(lambda c, s, **o: c.captions.image(s, "?", **o), "source", "CAPTION_IMAGE"),
    "images.upload": Method(lambda c, s, filename=None: c.images.upload(s, filenames=[filename]), "images", "IMAGE"),
    "images.upload_batches": Method(
        lambda c, s, filename=None: only(c.images.upload_batches([s], filenames=[filename])), "images", "IMAGE"
    ),
    "search.similar_images": Method(lambda c, s, **o: c.search.similar_images(s, **o), "image", "IMAGE"),
    "search.public_similar_images": Method(lambda c, s, **o: c.search.public_similar_images(s, **o), "image", "IMAGE"),
    "search.clips_by_image": Method(lambda c, s, **o: c.search.clips_by_image(s, "VI1", "?", **o), "image", "IMAGE"),
}


@pytest.fixture(params=METHODS)
def method(request: pytest.FixtureRequest) -> Method:
    return METHODS[request.param]


@pytest.fixture(params=[name for name, each in METHODS.items() if each.takes_no_name])
def image_method(request: pytest.FixtureRequest) -> Method:
    return METHODS[request.param]


class Service:
    """Keeps what it was sent, and refuses it: what answers look like does not matter here."""

    def __init__(self) -> None:
        self.bodies: list[bytes] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.bodies.append(request.read())
        return envelope(None, code="0401", msg="seen")

    def takes(self, call: Callable[[], Any], filename: str, content: bytes = PNG) -> None:
        """The call sends this content under this name."""
        with pytest.raises(m.AuthenticationError, match="seen"):
            call()
        head, _, rest = self.bodies[-1].partition(f'filename="{filename}"'.encode())
        assert head != self.bodies[-1], "another name"
        assert rest.split(b"\r\n\r\n", 1)[1].startswith(content + b"\r\n--")


def never(request: httpx.Request) -> httpx.Response:
    raise AssertionError(f"{request.url} was asked")


class Pipe(io.RawIOBase):
    """A stream of unknown size; `pieces` may be without end."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        super().__init__()
        self._pieces = pieces

    def read(self, size: int = -1, /) -> bytes:
        return b"" if size == 0 else next(self._pieces, b"")


def pipe(content: bytes) -> Pipe:
    return Pipe(content[start : start + 10_000] for start in range(0, len(content), 10_000))


SOURCES: dict[str, Callable[[Path], Any]] = {
    "path": lambda path: path,
    "text": str,
    "bytes": lambda _: PNG,
    "bytearray": lambda _: bytearray(PNG),
    "memoryview": lambda _: memoryview(PNG),
    "BytesIO": lambda _: io.BytesIO(PNG),
    "pipe": lambda _: pipe(PNG),
}


@contextmanager
def source_of(kind: str, folder: Path) -> Iterator[Any]:
    path = folder / "own.txt"
    path.write_bytes(PNG)
    if kind == "file":
        with path.open("rb") as file:
            yield file
    else:
        yield SOURCES[kind](path)


@pytest.mark.parametrize("kind", [*SOURCES, "file"])
def test_every_source_is_sent(make_client: MakeClient, method: Method, tmp_path: Path, kind: str) -> None:
    service = Service()
    client = make_client(service)
    with source_of(kind, tmp_path) as source:
        service.takes(lambda: method.call(client, source, filename=method.filename), method.filename)


@pytest.mark.parametrize("kind", ["BytesIO", "pipe"])
def test_an_image_without_a_name_is_named_after_its_format(
    make_client: MakeClient, image_method: Method, tmp_path: Path, kind: str
) -> None:
    service = Service()
    client = make_client(service)
    with source_of(kind, tmp_path) as source:
        service.takes(lambda: image_method.call(client, source), "image.png")


@pytest.mark.parametrize("make", [bytes, bytearray, memoryview])
def test_the_bytes_of_one_image_are_described_within_json(make_client: MakeClient, make: Any) -> None:
    service = Service()
    with pytest.raises(m.AuthenticationError):
        make_client(service).captions.image(make(PNG), "?")
    body = json.loads(service.bodies[0])
    assert (b64decode(body["image_base64"]), body["img_type"]) == (PNG, "image/png")


def test_a_list_of_images_may_hold_all_sources(make_client: MakeClient, tmp_path: Path) -> None:
    (tmp_path / "own.png").write_bytes(PNG)
    service = Service()
    client = make_client(service)
    images = [tmp_path / "own.png", PNG, io.BytesIO(PNG), pipe(PNG)]
    service.takes(lambda: client.captions.image(images, "?"), "own.png")
    assert service.bodies[0].count(b'filename="image.png"') == 3
    assert service.bodies[0].count(PNG) == 4


def test_pictures_of_people_may_be_all_sources(make_client: MakeClient, tmp_path: Path) -> None:
    (tmp_path / "own.png").write_bytes(PNG)
    service = Service()
    call = described("video", filename="a.mp4", pictures=[tmp_path / "own.png", PNG, pipe(PNG)])
    client = make_client(service)
    service.takes(lambda: call(client, b"film"), "a.mp4", b"film")
    assert service.bodies[0].count(PNG) == 3


# Limits.


def test_the_documented_limits() -> None:
    limits = {name: getattr(_file_kinds, name).most for name in {each.kind for each in METHODS.values()}}
    assert limits == {
        "VIDEO": 3 * 1024**3,
        "CAPTION_VIDEO": 8 * 1024**3,
        "IMAGE": 20 * 1024**2,
        "OLD_VIDEO": None,
        "CAPTION_IMAGE": None,
    }


@pytest.fixture
def small_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each limit that there is becomes a small one."""
    for name in ("VIDEO", "CAPTION_VIDEO", "IMAGE"):
        monkeypatch.setattr(_file_kinds, name, attrs.evolve(getattr(_file_kinds, name), most=SMALL))


@pytest.mark.usefixtures("small_limits")
@pytest.mark.parametrize("kind", ["bytes", "pipe"])
def test_each_kind_has_its_limit(make_client: MakeClient, method: Method, tmp_path: Path, kind: str) -> None:
    service = Service()
    client = make_client(service)
    error, text = {
        "bytes": (m.MediaError, f"has {len(PNG)} bytes; the service takes at most {SMALL}"),
        "pipe": (m.LocalFileError, f"longer than {SMALL} bytes"),
    }[kind]
    with source_of(kind, tmp_path) as source:
        if getattr(_file_kinds, method.kind).most is None:
            service.takes(lambda: method.call(client, source, filename=method.filename), method.filename)
            return
        with pytest.raises(error, match=text):
            method.call(client, source, filename=method.filename)
    assert service.bodies == []


def test_of_a_pipe_no_more_than_the_limit_is_read(make_client: MakeClient) -> None:
    read = 0

    def endless() -> Iterator[bytes]:
        nonlocal read
        while True:
            read += 2**20
            yield PNG[:8] + bytes(2**20 - 8)

    with pytest.raises(m.LocalFileError, match=f"longer than {20 * 2**20} bytes"):
        make_client(Service()).images.upload(Pipe(endless()), filenames=["a.png"])
    assert read == 21 * 2**20


def beyond_its_end() -> io.BytesIO:
    file = io.BytesIO(PNG)
    file.seek(len(PNG) + 1)
    return file


@pytest.mark.parametrize("make", [lambda: pipe(b""), lambda: b"", io.BytesIO, beyond_its_end])
@pytest.mark.parametrize("named", [True, False])
def test_what_is_empty_is_refused_unsent(
    make_client: MakeClient, method: Method, make: Callable[[], Any], named: bool
) -> None:
    if not named and not method.takes_no_name:
        return
    with pytest.raises(m.MediaError, match="is empty") as caught:
        method.call(make_client(never), make(), **({"filename": method.filename} if named else {}))
    assert caught.value.field == method.field


# Files of other people's classes.


class Odd(io.BytesIO):
    """A file whose methods do what they want; those that are not given do what they should."""

    def __init__(self, content: bytes = PNG, **methods: Callable[..., Any]) -> None:
        super().__init__(content)
        self._methods = methods

    def read(self, size: int | None = -1, /) -> bytes:
        read = self._methods.get("read", super().read)
        data: bytes = read(size)
        return data

    def tell(self) -> int:
        position: int = self._methods.get("tell", super().tell)()
        return position

    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        position: int = self._methods.get("seek", super().seek)(offset, whence)
        return position


def fails(*_: Any) -> Any:
    raise RuntimeError("no disk")


async def later(*_: Any) -> Any:
    return b""


def after_the_first(result: Callable[..., Any]) -> Callable[[int], Any]:
    """Reads nothing when nothing is asked for."""
    return lambda size: b"" if size == 0 else result(size)


def closed() -> io.BytesIO:
    file = io.BytesIO(PNG)
    file.close()
    return file


UNREADABLE: dict[str, Callable[[], Any]] = {
    "raises": lambda: Odd(read=fails),
    "raises later": lambda: Odd(read=after_the_first(fails)),
    "raises later, no size": lambda: Odd(read=after_the_first(fails), tell=fails),
    "none": lambda: Odd(read=lambda _: None),
    "none later": lambda: Odd(read=after_the_first(lambda _: None)),
    "none later, no size": lambda: Odd(read=after_the_first(lambda _: None), tell=fails),
    "text": lambda: Odd(read=lambda _: "text"),
    "text later": lambda: Odd(read=after_the_first(lambda _: "text")),
    "asynchronous": lambda: Odd(read=later),
    "open as text": lambda: io.StringIO("text"),
    "closed": closed,
    "no arguments": lambda: Odd(read=lambda: b""),
}


@pytest.mark.parametrize("trouble", UNREADABLE)
@pytest.mark.parametrize("named", [True, False])
def test_a_file_that_cannot_be_read_is_our_error(
    make_client: MakeClient, method: Method, trouble: str, named: bool
) -> None:
    service = Service()
    client, source = make_client(service), UNREADABLE[trouble]()
    with pytest.raises((m.ValidationError, m.LocalFileError)) as caught:
        method.call(client, source, **({"filename": method.filename} if named else {}))
    if isinstance(caught.value, m.ValidationError):
        assert caught.value.field in {method.field, "filename"}
    assert service.bodies == []


@pytest.mark.parametrize(
    "methods",
    [
        {"tell": fails},
        {"tell": lambda: None},
        {"tell": lambda: "0"},
        {"seek": fails},
        {"tell": fails, "seek": fails},
    ],
)
@pytest.mark.parametrize("named", [True, False])
def test_a_file_that_cannot_tell_its_size_is_sent_as_a_pipe(
    make_client: MakeClient, method: Method, methods: dict[str, Any], named: bool
) -> None:
    if not named and not method.takes_no_name:
        return
    service = Service()
    client, options = make_client(service), {"filename": method.filename} if named else {}
    name = method.filename if named else "image.png"
    service.takes(lambda: method.call(client, Odd(**methods), **options), name)


def test_a_file_that_cannot_go_back_is_refused_unsent(make_client: MakeClient, image_method: Method) -> None:
    """Not behind its first bytes, which were read for its format."""
    file = Odd()
    seeks = 0

    def seek(offset: int, whence: int = os.SEEK_SET) -> int:
        nonlocal seeks
        seeks += 1
        # The first two measure it.
        return fails() if seeks > 2 else io.BytesIO.seek(file, offset, whence)

    file._methods["seek"] = seek
    with pytest.raises(m.ValidationError, match="no disk") as caught:
        image_method.call(make_client(never), file)
    assert caught.value.field == image_method.field


def test_a_name_that_cannot_be_asked_for_is_none(make_client: MakeClient, method: Method) -> None:
    class Unnamed(io.BytesIO):
        @property
        def name(self) -> str:
            raise RuntimeError("no name")

    service = Service()
    client = make_client(service)
    service.takes(lambda: method.call(client, Unnamed(PNG), filename=method.filename), method.filename)


class Changing(io.BytesIO):
    """Another length than it said: `by` bytes more or less."""

    def __init__(self, by: int) -> None:
        super().__init__(PNG)
        self._rest = iter([PNG + bytes(by) if by > 0 else PNG[:by]])

    def read(self, size: int | None = -1, /) -> bytes:
        return b"" if size == 0 else next(self._rest, b"")


@pytest.mark.parametrize(("by", "text"), [(-1, "became shorter"), (1, "became longer")])
def test_a_file_that_changes_while_it_is_sent(make_client: MakeClient, method: Method, by: int, text: str) -> None:
    service = Service()
    with pytest.raises(m.LocalFileError, match=text):
        method.call(make_client(service), Changing(by), filename=method.filename)
    assert service.bodies == []


# Several in one request.


@pytest.mark.parametrize(
    ("call", "field"),
    [
        (lambda c, source: c.images.upload(PNG, source, source), "images"),
        (lambda c, source: c.captions.image([PNG, source, source], "?"), "source"),
        (lambda c, source: described("video", pictures=[PNG, source, source], filename="a.mp4")(c, b"x"), "pictures"),
    ],
)
def test_a_pipe_cannot_be_sent_twice(make_client: MakeClient, call: Callable[..., Any], field: str) -> None:
    with pytest.raises(m.ValidationError, match="number 2 is the same pipe as number 1") as caught:
        call(make_client(never), pipe(PNG))
    assert caught.value.field == field


def test_a_file_that_gives_bytes_unasked_is_sent_whole(make_client: MakeClient) -> None:
    class Greedy(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            return super().read(size if size is None or size < 0 else max(size, 4))

    service = Service()
    client = make_client(service)
    service.takes(lambda: client.videos.upload(Greedy(b"ABCDEFGHIJKL"), filename="a.mp4"), "a.mp4", b"ABCDEFGHIJKL")
    service.takes(lambda: client.images.upload(Greedy(PNG)), "image.png", PNG)


@pytest.mark.parametrize("name", ["a.flv", "a.WMV", "a.ts", "a.3gp", "a.webm", "a.m4v", "a.vob"])
def test_older_versions_take_the_same_names_on_every_machine(make_client: MakeClient, name: str) -> None:
    service = Service()
    client = make_client(service)
    service.takes(lambda: client.legacy.upload(b"ABCD", filename=name), name, b"ABCD")


def test_two_batches_do_not_share_a_file(make_client: MakeClient) -> None:
    file = io.BytesIO(PNG)
    with pytest.raises(m.ValidationError, match="number 2 is the same file object as number 0") as caught:
        make_client(never).images.upload_batches([file, PNG, file], batch_size=1)
    assert caught.value.field == "images"
