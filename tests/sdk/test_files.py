"""Uploads from and downloads to files: streamed, counted, whole or not at all."""

from __future__ import annotations

import io
import os
import tracemalloc
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import attrs
import httpx
import pytest

import memories_ai as m
from memories_ai import _file_kinds
from sdk_support import MakeClient, envelope

VIDEO = b"\x00\x00\x00\x18ftypmp42" + bytes(range(256)) * 300
ACCEPTED = {"videoNo": "VI1", "videoName": "clip"}


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    path = tmp_path / "Mein Urlaub \u2013 \u5317\u4eac.MP4"
    path.write_bytes(VIDEO)
    return path


class Parts:
    """A handler that keeps the multipart bodies it was sent, as {name: [(filename, content type, bytes)]}."""

    def __init__(self) -> None:
        self.seen: dict[str, list[tuple[str | None, str | None, bytes]]] = {}

    def __call__(self, request: httpx.Request) -> httpx.Response:
        kind, _, boundary = request.headers["content-type"].partition("; boundary=")
        assert kind == "multipart/form-data"
        for part in request.read().split(b"--" + boundary.encode())[1:-1]:
            head, _, body = part.removeprefix(b"\r\n").partition(b"\r\n\r\n")
            lines = dict(line.decode().split(": ", 1) for line in head.split(b"\r\n"))
            options = dict(item.split("=", 1) for item in lines["Content-Disposition"].split("; ")[1:])
            entry = (options.get("filename"), lines.get("Content-Type"), body.removesuffix(b"\r\n"))
            self.seen.setdefault(options["name"].strip('"'), []).append(entry)
        return envelope(ACCEPTED)


def test_a_path_is_sent_with_name_type_and_options(make_client: MakeClient, clip: Path) -> None:
    parts = Parts()
    make_client(parts, unique_id="mine").videos.upload(
        clip,
        tags=["a", "b"],
        retain_original_video=False,
        latitude=1.5,
        longitude=-2,
        datetime_taken="2025-10-20 11:00:00",
        camera_model="Canon",
        callback="https://your.app/hook",
        folder_id=-1,
        video_transcription_prompt="birds",
    )
    (name, kind, body) = parts.seen.pop("file")[0]
    assert (kind, body) == ("video/mp4", VIDEO)
    assert name
    assert {field: [value.decode() for _, _, value in values] for field, values in parts.seen.items()} == {
        "unique_id": ["mine"],
        "tags": ["a", "b"],
        "retain_original_video": ["false"],
        "latitude": ["1.5"],
        "longitude": ["-2.0"],
        "datetime_taken": ["2025-10-20 11:00:00"],
        "camera_model": ["Canon"],
        "callback": ["https://your.app/hook"],
        "folder_id": ["-1"],
        "video_transcription_prompt": ["birds"],
    }


def test_what_was_not_given_is_not_sent(make_client: MakeClient, clip: Path) -> None:
    parts = Parts()
    make_client(parts).videos.upload(clip)
    assert list(parts.seen) == ["file"]


def test_a_file_that_holds_a_boundary_arrives_whole(make_client: MakeClient, tmp_path: Path) -> None:
    parts = Parts()
    nasty = b"before\r\n--+++\r\nafter\r\n--+++--\r\n"
    (tmp_path / "a.mov").write_bytes(nasty)
    make_client(parts).videos.upload(tmp_path / "a.mov")
    assert parts.seen["file"][0][1:] == ("video/quicktime", nasty)


def test_a_file_object_is_read_and_left_open(make_client: MakeClient) -> None:
    parts = Parts()
    stream = io.BytesIO(VIDEO)
    make_client(parts).videos.upload(stream, filename="clip.mkv")
    assert parts.seen["file"][0] == ('"clip.mkv"', "video/x-matroska", VIDEO)
    assert not stream.closed


def test_a_file_object_is_read_from_where_it_stands(make_client: MakeClient) -> None:
    parts, steps = Parts(), []
    stream = io.BytesIO(b"skipped" + VIDEO)
    stream.seek(7)
    make_client(parts).videos.upload(
        stream, filename="a.mp4", on_progress=lambda sent, total: steps.append((sent, total))
    )
    assert parts.seen["file"][0][2] == VIDEO
    assert steps[-1] == (len(VIDEO), len(VIDEO))


class Shrinking(io.BytesIO):
    """Promises more than it holds."""

    def read(self, _size: int | None = -1, /) -> bytes:
        return b""


class Failing(io.BytesIO):
    def read(self, size: int | None = -1, /) -> bytes:
        if size == 0:
            return b""
        raise OSError("the disk is gone")


@pytest.mark.parametrize(("kind", "text"), [(Shrinking, "became shorter"), (Failing, "the disk is gone")])
def test_a_file_that_cannot_be_read_to_its_end_is_our_error(
    make_client: MakeClient, kind: type[io.BytesIO], text: str
) -> None:
    with pytest.raises(m.LocalFileError, match=text):
        make_client(Parts()).videos.upload(kind(VIDEO), filename="a.mp4")


def test_a_directory_in_a_file_objects_name_is_not_sent(make_client: MakeClient) -> None:
    parts = Parts()
    make_client(parts).videos.upload(io.BytesIO(VIDEO), filename="../../home/me/clip.mp4")
    assert parts.seen["file"][0][0] == '"clip.mp4"'


def test_progress_counts_to_the_end(make_client: MakeClient, clip: Path) -> None:
    steps: list[tuple[int, int | None]] = []
    parts = Parts()
    make_client(parts).videos.upload(clip, on_progress=lambda sent, total: steps.append((sent, total)))
    assert steps[-1] == (len(VIDEO), len(VIDEO))
    assert steps == sorted(steps)
    assert parts.seen["file"][0][2] == VIDEO


def test_an_error_of_the_progress_callback_is_the_callers_own(make_client: MakeClient, clip: Path) -> None:
    def stop(sent: int, total: int | None) -> None:
        raise KeyError("mine")

    with pytest.raises(KeyError, match="mine"):
        make_client(Parts()).videos.upload(clip, on_progress=stop)


def test_a_url_is_sent_as_form(make_client: MakeClient) -> None:
    seen: list[str] = []

    def handler(request: httpx.Request) -> httpx.Response:
        assert request.url.path.endswith("/upload_url")
        seen.append(request.read().decode())
        return envelope(ACCEPTED)

    make_client(handler).videos.upload("https://a.example/b.mp4", tags=["x", "y"], retain_original_video=True)
    assert seen == ["url=https%3A%2F%2Fa.example%2Fb.mp4&tags=x&tags=y&retain_original_video=true"]


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("missing.mp4", None, "does not exist"),
        ("folder.mp4", "folder", "not a file"),
        ("empty.mp4", b"", "empty"),
        ("notes.txt", b"x", "extension"),
        ("noext", b"x", "extension"),
    ],
)
def test_bad_files_are_refused_unsent(
    make_client: MakeClient, tmp_path: Path, name: str, content: Any, problem: str
) -> None:
    path = tmp_path / name
    if content == "folder":
        path.mkdir()
    elif content is not None:
        path.write_bytes(content)
    with pytest.raises(m.ValidationError, match=problem) as caught:
        make_client(_never).videos.upload(path)
    assert caught.value.field == "source"
    assert name in str(caught.value)


def test_other_bad_sources_are_refused_unsent(make_client: MakeClient, clip: Path) -> None:
    videos = make_client(_never).videos
    with pytest.raises(m.ValidationError, match="filename"):
        videos.upload(io.BytesIO(VIDEO))
    with pytest.raises(m.ValidationError, match="neither path"):
        videos.upload(7)
    with pytest.raises(m.ValidationError, match="mode 'rb'"), clip.open(encoding="latin-1") as text:
        videos.upload(text)
    with pytest.raises(m.ValidationError, match="UTF-8"):
        videos.upload(io.BytesIO(VIDEO), filename="\udcff.mp4")


def test_a_file_beyond_the_limit_is_refused_unsent(
    make_client: MakeClient, clip: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_file_kinds, "VIDEO", attrs.evolve(_file_kinds.VIDEO, most=1000))
    with pytest.raises(m.ValidationError, match="at most 1000"):
        make_client(_never).videos.upload(clip)


def test_a_download_appears_whole(make_client: MakeClient, tmp_path: Path) -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        assert request.headers["accept-encoding"] == "identity"
        return _bytes(VIDEO)

    steps: list[tuple[int, int | None]] = []
    target = tmp_path / "out.mp4"
    result = make_client(handler).videos.download("VI1", target, on_progress=lambda got, of: steps.append((got, of)))
    assert (result.path, result.size) == (target, len(VIDEO))
    assert target.read_bytes() == VIDEO
    assert steps[-1] == (len(VIDEO), len(VIDEO))
    assert list(tmp_path.iterdir()) == [target]
    if os.name == "posix":
        mask = os.umask(0)
        os.umask(mask)
        assert target.stat().st_mode & 0o777 == 0o666 & ~mask


def test_a_folder_gets_a_safe_name(make_client: MakeClient, tmp_path: Path) -> None:
    result = make_client(lambda _: _bytes(VIDEO)).videos.download("../../VI1", tmp_path)
    assert result.path == tmp_path / "______VI1.mp4"


def test_json_instead_of_bytes_is_an_error_and_leaves_nothing(make_client: MakeClient, tmp_path: Path) -> None:
    client = make_client(lambda _: envelope(None, code="0001", msg="video not found"))
    with pytest.raises(m.NotFoundError, match="video not found"):
        client.videos.download("VI1", tmp_path / "out.mp4")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (lambda: envelope(None), m.ProtocolError),
        (lambda: httpx.Response(200, html="<html>portal</html>"), m.ProtocolError),
        (lambda: _bytes(b""), m.ProtocolError),
        (lambda: httpx.Response(503, html="<html>busy</html>"), m.ServerError),
        (lambda: httpx.Response(200, headers=OCTETS, stream=Broken()), m.TransportError),
    ],
)
def test_what_is_no_file_is_an_error_and_leaves_nothing(
    make_client: MakeClient, tmp_path: Path, answer: Any, kind: type[Exception]
) -> None:
    kept = tmp_path / "out.mp4"
    kept.write_bytes(b"precious")
    with pytest.raises(kind) as caught:
        make_client(lambda _: answer()).videos.download("VI1", kept, overwrite=True)
    assert type(caught.value) is kind
    assert list(tmp_path.iterdir()) == [kept]
    assert kept.read_bytes() == b"precious"


def test_an_existing_file_is_replaced_only_on_request(make_client: MakeClient, tmp_path: Path) -> None:
    target = tmp_path / "out.mp4"
    target.write_bytes(b"old")
    with pytest.raises(m.ValidationError, match="overwrite=True"):
        make_client(_never).videos.download("VI1", target)
    make_client(lambda _: _bytes(VIDEO)).videos.download("VI1", target, overwrite=True)
    assert target.read_bytes() == VIDEO


def test_a_file_that_appears_meanwhile_is_not_replaced(make_client: MakeClient, tmp_path: Path) -> None:
    target = tmp_path / "out.mp4"

    def handler(_: httpx.Request) -> httpx.Response:
        target.write_bytes(b"somebody else's")
        return _bytes(VIDEO)

    with pytest.raises(m.ValidationError, match="appeared"):
        make_client(handler).videos.download("VI1", target)
    assert target.read_bytes() == b"somebody else's"


@pytest.mark.parametrize("headers", [{}, {"content-type": "application/octet-stream"}])
def test_a_failure_under_another_content_type_is_no_video(
    make_client: MakeClient, tmp_path: Path, headers: dict[str, str]
) -> None:
    body = b'{"code":"0001","msg":"video not found","data":null}'
    with pytest.raises(m.NotFoundError, match="video not found"):
        make_client(lambda _: httpx.Response(200, content=body, headers=headers)).videos.download("VI1", tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_refused_unsent(make_client: MakeClient, tmp_path: Path) -> None:
    with pytest.raises(m.ValidationError, match="does not exist"):
        make_client(_never).videos.download("VI1", tmp_path / "no" / "out.mp4")


def test_neither_direction_holds_the_file_in_memory(make_client: MakeClient, tmp_path: Path) -> None:
    size = Swallow.size
    source = tmp_path / "big.mp4"
    with source.open("wb") as file:
        file.truncate(size)

    client = make_client(Swallow())
    tracemalloc.start()
    try:
        client.videos.upload(source)
        client.videos.download("VI1", tmp_path / "copy.mp4")
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert (tmp_path / "copy.mp4").stat().st_size == size
    assert peak < size / 8


OCTETS = {"content-type": "application/octet-stream"}


def _bytes(content: bytes) -> httpx.Response:
    return httpx.Response(200, content=content, headers=OCTETS)


def _never(request: httpx.Request) -> httpx.Response:
    raise AssertionError(f"{request.url} was asked")


class Swallow(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Reads uploads away piece by piece, and answers downloads with zeros piece by piece."""

    size = 64 * 1024 * 1024

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        assert isinstance(request.stream, httpx.SyncByteStream)
        return self._answer(request, sum(len(piece) for piece in request.stream))

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        assert isinstance(request.stream, httpx.AsyncByteStream)
        return self._answer(request, sum([len(piece) async for piece in request.stream]))

    def _answer(self, request: httpx.Request, received: int) -> httpx.Response:
        if request.url.path.endswith("/upload"):
            assert received > self.size
            return envelope(ACCEPTED)
        return httpx.Response(200, headers=OCTETS, stream=Zeros(self.size))


class Zeros(httpx.SyncByteStream, httpx.AsyncByteStream):
    """That many zeros, a mebibyte at a time."""

    def __init__(self, size: int) -> None:
        self.size = size

    def __iter__(self) -> Iterator[bytes]:
        for _ in range(self.size // 2**20):
            yield bytes(2**20)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self:
            yield piece


class Broken(httpx.SyncByteStream, httpx.AsyncByteStream):
    """Breaks off after some bytes."""

    def __iter__(self) -> Iterator[bytes]:
        yield VIDEO[:1000]
        raise httpx.ReadError("connection reset")

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self:
            yield piece
