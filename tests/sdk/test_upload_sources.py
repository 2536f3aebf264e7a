"""What can be uploaded, under which name, and what is refused before anything is sent."""

from __future__ import annotations

import io
import mmap
import os
import tempfile
from collections.abc import Callable
from pathlib import Path, PureWindowsPath
from typing import Any

import attrs
import httpx
import pytest

import memories_ai as m
from memories_ai import _file_kinds
from sdk_support import MakeClient, envelope

VIDEO = b"\x00\x00\x00\x18ftypmp42" + bytes(range(256)) * 1200
ACCEPTED = {"videoNo": "VI1", "videoName": "clip"}
URL = "https://a.example/b.mp4"


class Service:
    """Accepts uploads, and keeps their bodies."""

    def __init__(self) -> None:
        self.bodies: list[bytes] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.bodies.append(request.read())
        return envelope(ACCEPTED)

    @property
    def content(self) -> bytes:
        return self.bodies[-1].split(b"\r\n\r\n", 1)[1].rsplit(b"\r\n--", 1)[0]


def never(request: httpx.Request) -> httpx.Response:
    raise AssertionError(f"{request.url} was asked")


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    path = tmp_path / "clip.mp4"
    path.write_bytes(VIDEO)
    return path


@pytest.mark.parametrize("make", [bytes, bytearray, memoryview])
def test_bytes_are_sent_under_the_name_that_is_given(make_client: MakeClient, make: Any) -> None:
    service = Service()
    steps: list[tuple[int, int | None]] = []
    make_client(service).videos.upload(make(VIDEO), filename="a.mkv", on_progress=lambda *step: steps.append(step))
    assert b'filename="a.mkv"' in service.bodies[0]
    assert service.content == VIDEO
    assert steps[-1] == (len(VIDEO), len(VIDEO))


def test_bytes_with_gaps_are_sent(make_client: MakeClient) -> None:
    service = Service()
    make_client(service).videos.upload(memoryview(VIDEO)[::2], filename="a.mp4")
    assert service.content == VIDEO[::2]


def test_bytes_that_are_gone_are_refused(make_client: MakeClient) -> None:
    view = memoryview(VIDEO)
    view.release()
    with pytest.raises(m.ValidationError, match="released"):
        make_client(never).videos.upload(view, filename="a.mp4")


class OddFile(io.BytesIO):
    """A file object that breaks in one way."""

    def __init__(self, odd: str) -> None:
        super().__init__(VIDEO)
        self._odd = odd

    def tell(self) -> int:
        if self._odd == "tell":
            raise RuntimeError("lost")
        return super().tell()

    def seek(self, offset: int, whence: int = 0, /) -> int:
        if self._odd == "seek":
            raise RuntimeError("stuck")
        return super().seek(offset, whence)

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(size) + (b"more" if self._odd == "read" and size else b"")


@pytest.mark.parametrize("odd", ["tell", "seek"])
def test_a_file_that_cannot_tell_its_size_is_sent_to_its_end(make_client: MakeClient, odd: str) -> None:
    service = Service()
    make_client(service).videos.upload(OddFile(odd), filename="a.mp4")
    assert service.content == VIDEO


def test_a_file_that_gives_more_than_it_was_asked_for_is_our_error(make_client: MakeClient) -> None:
    with pytest.raises(m.MemoriesError, match=r"'a\.mp4' became longer while it was sent"):
        make_client(never).videos.upload(OddFile("read"), filename="a.mp4")


def test_a_file_that_cannot_go_back_after_all_is_our_error(make_client: MakeClient) -> None:
    file = io.BytesIO(VIDEO)

    def refuse(request: httpx.Request) -> httpx.Response:
        file.close()
        return envelope(None, code="0429", msg="Request has exceeded the limit.")

    retries = m.Retries(limited_delay=0.001, first_delay=0.001)
    with pytest.raises(m.LocalFileError, match=r"Cannot read 'a\.mp4' again"):
        make_client(refuse, retries=retries).videos.upload(file, filename="a.mp4")


def test_bytes_need_a_name(make_client: MakeClient) -> None:
    with pytest.raises(m.ValidationError, match=r"Pass filename='video\.mp4'") as caught:
        make_client(never).videos.upload(VIDEO)
    assert caught.value.field == "filename"


@pytest.mark.parametrize(
    "name", ["C:\\Users\\me\\clip.mp4", "C:/Users/me\\clip.mp4", "..\\..\\clip.mp4", b"/home/me/clip.mp4", "clip.mp4"]
)
def test_of_a_file_objects_name_the_last_part_is_sent(make_client: MakeClient, name: str | bytes) -> None:
    service = Service()
    stream = io.BytesIO(VIDEO)
    stream.name = name  # type: ignore[attr-defined]  # as files have it
    make_client(service).videos.upload(stream)
    assert b'filename="clip.mp4"' in service.bodies[0]


def test_files_of_all_kinds_are_read(make_client: MakeClient, clip: Path) -> None:
    service = Service()
    videos = make_client(service).videos
    with clip.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as mapped:
        videos.upload(file)
        videos.upload(mapped, filename="a.mp4")
    with tempfile.SpooledTemporaryFile() as spooled:
        spooled.write(VIDEO)
        spooled.seek(0)
        videos.upload(spooled, filename="a.mp4")
    with tempfile.NamedTemporaryFile(suffix=".mov") as named:
        named.write(VIDEO)
        named.seek(0)
        videos.upload(named)
    videos.upload(str(clip))
    assert [VIDEO in body for body in service.bodies] == [True] * 5


def test_a_pipe_is_sent_to_its_end(make_client: MakeClient) -> None:
    service = Service()
    reading, writing = os.pipe()
    with open(reading, "rb", buffering=0) as pipe:  # noqa: PTH123 (it has no path)
        os.write(writing, VIDEO[:40_000])
        os.close(writing)
        make_client(service).videos.upload(pipe, filename="a.mp4")
    assert service.content == VIDEO[:40_000]


def test_an_empty_pipe_is_refused_unsent(make_client: MakeClient) -> None:
    reading, writing = os.pipe()
    os.close(writing)
    with (
        open(reading, "rb", buffering=0) as pipe,  # noqa: PTH123 (it has no path)
        pytest.raises(m.MediaError, match="empty"),
    ):
        make_client(never).videos.upload(pipe, filename="a.mp4")


def test_a_pipe_beyond_the_limit_is_broken_off(make_client: MakeClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_file_kinds, "VIDEO", attrs.evolve(_file_kinds.VIDEO, most=30_000))
    reading, writing = os.pipe()
    with open(reading, "rb", buffering=0) as pipe:  # noqa: PTH123 (it has no path)
        os.write(writing, VIDEO[:40_000])
        os.close(writing)
        with pytest.raises(m.LocalFileError, match="longer than 30000 bytes"):
            make_client(Service()).videos.upload(pipe, filename="a.mp4")


def test_a_file_that_grows_while_it_is_sent_is_not_sent_whole(make_client: MakeClient, clip: Path) -> None:
    def grow(sent: int, total: int | None) -> None:
        with clip.open("ab") as file:
            file.write(b"more")

    service = Service()
    with pytest.raises(m.LocalFileError, match="became longer"):
        make_client(service).videos.upload(clip, on_progress=grow)
    assert service.bodies == []


def test_a_file_that_shrinks_while_it_is_sent_is_not_sent_whole(make_client: MakeClient, clip: Path) -> None:
    def shrink(sent: int, total: int | None) -> None:
        os.truncate(clip, 100)

    service = Service()
    with pytest.raises(m.LocalFileError, match="became shorter"):
        make_client(service).videos.upload(clip, on_progress=shrink)
    assert service.bodies == []


class Odd:
    """A file object whose methods do what they want."""

    name = "a.mp4"

    def __init__(self, read: Callable[..., Any]) -> None:
        self.read = read


async def _asynchronous(size: int) -> bytes:
    return b""


def _closed() -> io.BytesIO:
    file = io.BytesIO(VIDEO)
    file.close()
    return file


def _raises(error: Exception) -> Callable[[int], Any]:
    def read(size: int) -> Any:
        raise error

    return read


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (lambda _: Odd(_raises(RuntimeError("no disk"))), "cannot be read: no disk"),
        (lambda _: Odd(lambda: b""), "cannot be read"),
        (lambda _: Odd(lambda _: ""), "gives no bytes"),
        (lambda _: Odd(lambda _: 5), "gives no bytes"),
        (lambda _: Odd(_asynchronous), "gives no bytes"),
        (lambda _: Odd(lambda _: None), "it gave NoneType"),
        (lambda folder: (folder / "a.mp4").open("w+"), "mode 'rb'"),
        (lambda folder: (folder / "a.mp4").open("wb"), "mode 'rb'"),
        (lambda folder: folder, "is a folder"),
        (lambda folder: folder / "no" / "a.mp4", "does not exist"),
        (lambda _: "~/nowhere/a.mp4", "expanduser"),
        (lambda _: "ftp://a.example/a.mp4", "http"),
        (lambda _: "a" * 5000 + ".mp4", "cannot be a file"),
        (lambda _: "a\0.mp4", "cannot be a file"),
        (lambda _: "", "is a folder"),
        (lambda _: BytesPath(), "path of bytes"),
        (lambda _: PureWindowsPath("C:/a.mp4"), "does not exist"),
        (lambda _: None, "neither path"),
        (lambda _: [b"x"], "neither path"),
    ],
)
def test_what_cannot_be_sent_is_refused_unsent(
    make_client: MakeClient, tmp_path: Path, source: Callable[[Path], Any], text: str
) -> None:
    made = source(tmp_path)
    with pytest.raises(m.ValidationError, match=text) as caught:
        make_client(never).videos.upload(made)
    assert caught.value.field == "source"
    if isinstance(made, io.IOBase):
        made.close()


class BytesPath(os.PathLike[bytes]):
    def __fspath__(self) -> bytes:
        return b"a.mp4"


def test_a_closed_file_is_refused_unsent(make_client: MakeClient) -> None:
    with pytest.raises(m.ValidationError, match="closed"):
        make_client(never).videos.upload(_closed(), filename="a.mp4")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with a path are not known here")
def test_a_pipe_with_a_path_is_refused_unopened(make_client: MakeClient, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.mp4")
    with pytest.raises(m.ValidationError, match="pipe"):
        make_client(never).videos.upload(tmp_path / "a.mp4")


def test_a_file_that_may_not_be_read_is_refused_unsent(
    make_client: MakeClient, clip: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any, **__: Any) -> Any:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(m.ValidationError, match=r"Permission denied\. Check its permissions") as caught:
        make_client(never).videos.upload(clip)
    assert caught.value.field == "source"


@pytest.mark.parametrize("method", ["upload", "upload_many"])
@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("tags", 5),
        ("tags", [5]),
        ("tags", b"tag"),
        ("folder_id", "x"),
        ("folder_id", True),
        ("folder_id", 1.5),
        ("folder_id", 0),
        ("folder_id", -2),
        ("folder_id", 10**18),
        ("callback", 5),
        ("callback", b"https://a.example"),
        ("datetime_taken", 5),
        ("camera_model", 5),
        ("latitude", "a"),
        ("latitude", True),
        ("longitude", "1"),
        ("retain_original_video", "yes"),
        ("retain_original_video", 1),
        ("video_transcription_prompt", 5),
        ("unique_id", 5),
        ("on_progress", 5),
        ("timeout", "5"),
        ("timeout", 0),
    ],
)
def test_each_option_is_checked_by_name(make_client: MakeClient, method: str, field: str, value: Any) -> None:
    upload = getattr(make_client(never).videos, method)
    for source in (io.BytesIO(VIDEO), URL):
        source = source if method == "upload" else [source]
        options: dict[str, Any] = {field: value}
        if source is not URL and method == "upload":
            options["filename"] = "a.mp4"
        with pytest.raises(m.ValidationError) as caught:
            upload(source, **(options if source is not URL else {field: value}))
        assert caught.value.field == field
        assert str(caught.value).startswith(f"{field}: ")


@pytest.mark.parametrize("name", [5, b"a.mp4", "", " ", "folder/", "a\ud800.mp4", "a.txt", "mp4"])
def test_a_name_that_is_none_is_refused(make_client: MakeClient, name: Any) -> None:
    with pytest.raises(m.ValidationError) as caught:
        make_client(never).videos.upload(VIDEO, filename=name)
    assert caught.value.field == "filename"


def test_a_url_takes_no_name(make_client: MakeClient) -> None:
    with pytest.raises(m.ValidationError, match="Leave it out"):
        make_client(never).videos.upload(URL, filename="a.mp4")


def test_a_size_beyond_the_limit_is_refused_with_both_numbers(make_client: MakeClient, tmp_path: Path) -> None:
    path = tmp_path / "large.mp4"
    with path.open("wb") as file:
        file.truncate(3 * 1024**3 + 1)
    with pytest.raises(m.MediaError, match="3221225473 bytes; the service takes at most 3221225472"):
        make_client(never).videos.upload(path)
