"""Downloads that break off, are gone on with, get names, digests, or no file at all."""

from __future__ import annotations

import hashlib
import json
import os
import threading
import time
from collections.abc import AsyncIterator, Iterator
from email.utils import formatdate
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import memories_ai as m
from file_server import FileServer, Headers, parts, whole
from memories_ai import Retries, _disk
from memories_ai._file_names import LONGEST_NAME, name_in, safe_name
from memories_ai._ranges import announced_length
from memories_ai._ranges import version as version_of
from memories_ai_mock import Emulator, Settings
from sdk_support import KEY, MakeClient, envelope

SAMPLE = Path(__file__).parents[2] / "examples" / "media" / "sample.mp4"
VIDEO = b"\x00\x00\x00\x18ftypmp42" + bytes(range(256)) * 4000
OTHER = b"\x00\x00\x00\x18ftypisom" + bytes(range(255, -1, -1)) * 4000
SHA256 = "sha256:" + hashlib.sha256(VIDEO).hexdigest()
FAST = Retries(first_delay=0.001, max_delay=0.001, limited_delay=0.001)
STRONG = {"ETag": '"v1"'}
CUT = 300_000
OCTETS = {"content-type": "application/octet-stream"}


def download(make_client: MakeClient, server: FileServer, target: Path, **options: Any) -> Any:
    retries = options.pop("retries", FAST)
    with server.running() as address:
        return make_client(base_url=address, retries=retries).videos.download("VI1", target, **options)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


# Within one call


def test_what_broke_off_is_gone_on_with(make_client: MakeClient, tmp_path: Path) -> None:
    server = FileServer(VIDEO, STRONG, cuts=[CUT, CUT])
    steps: list[tuple[int, int | None]] = []
    got = download(make_client, server, tmp_path / "a.mp4", hash="sha256", on_progress=lambda *step: steps.append(step))
    assert (got.path.read_bytes(), got.size, got.digest) == (VIDEO, len(VIDEO), SHA256)
    assert server.asked == [(None, None), (f"bytes={CUT}-", '"v1"'), (f"bytes={2 * CUT}-", '"v1"')]
    assert steps == sorted(steps)
    assert {total for _, total in steps} == {len(VIDEO)}
    assert names(tmp_path) == ["a.mp4"]


@pytest.mark.parametrize("headers", [{}, {"ETag": 'W/"v1"'}, {"ETag": "v1"}, {"Last-Modified": formatdate(0)}])
def test_without_a_sure_version_it_is_begun_again(make_client: MakeClient, tmp_path: Path, headers: Headers) -> None:
    server = FileServer(VIDEO, headers, cuts=[CUT])
    steps: list[int] = []
    got = download(
        make_client, server, tmp_path / "a.mp4", hash="sha256", on_progress=lambda size, _: steps.append(size)
    )
    assert (got.path.read_bytes(), got.size, got.digest) == (VIDEO, len(VIDEO), SHA256)
    assert server.asked == [(None, None)] * 2
    assert steps != sorted(steps)
    assert steps[-1] == len(VIDEO)


def test_a_date_long_past_is_a_sure_version(make_client: MakeClient, tmp_path: Path) -> None:
    changed = formatdate(0, usegmt=True)
    server = FileServer(VIDEO, {"Last-Modified": changed, "Date": formatdate(usegmt=True)}, cuts=[CUT])
    assert download(make_client, server, tmp_path / "a.mp4").path.read_bytes() == VIDEO
    assert server.asked[1] == (f"bytes={CUT}-", changed)


def test_a_server_without_parts_sends_it_anew(make_client: MakeClient, tmp_path: Path) -> None:
    server = FileServer(VIDEO, STRONG, whole, cuts=[CUT])
    got = download(make_client, server, tmp_path / "a.mp4", hash="md5")
    assert got.path.read_bytes() == VIDEO
    assert got.digest == "md5:" + hashlib.md5(VIDEO, usedforsecurity=False).hexdigest()
    assert server.asked[1][0] == f"bytes={CUT}-"


def test_a_file_that_changed_meanwhile_is_sent_anew(make_client: MakeClient, tmp_path: Path) -> None:
    def answer(headers: Headers, content: bytes) -> tuple[str, Headers, bytes]:
        if "range" not in headers:
            return parts(headers, content)
        assert headers["if-range"] == '"v1"'
        return "200 OK", {"ETag": '"v2"'}, OTHER

    server = FileServer(VIDEO, STRONG, answer, cuts=[CUT])
    assert download(make_client, server, tmp_path / "a.mp4").path.read_bytes() == OTHER


WRONG_RANGES = {
    "none": {},
    "other unit": {"Content-Range": f"items {CUT}-{len(VIDEO) - 1}/{len(VIDEO)}"},
    "before": {"Content-Range": f"bytes {CUT - 1}-{len(VIDEO) - 1}/{len(VIDEO)}"},
    "after": {"Content-Range": f"bytes {CUT + 1}-{len(VIDEO) - 1}/{len(VIDEO)}"},
    "not to the end": {"Content-Range": f"bytes {CUT}-{len(VIDEO) - 2}/{len(VIDEO)}"},
    "unknown length": {"Content-Range": f"bytes {CUT}-{len(VIDEO) - 1}/*"},
    "other length": {"Content-Range": f"bytes {CUT}-{len(VIDEO)}/{len(VIDEO) + 1}"},
    "other length, announced": {
        "Content-Range": f"bytes {CUT}-{len(VIDEO)}/{len(VIDEO) + 1}",
        "Content-Length": f"{len(VIDEO) + 1 - CUT}",
    },
    "garbage": {"Content-Range": "bytes"},
    "other version": {"Content-Range": f"bytes {CUT}-{len(VIDEO) - 1}/{len(VIDEO)}", "ETag": '"v2"'},
    "weak version": {"Content-Range": f"bytes {CUT}-{len(VIDEO) - 1}/{len(VIDEO)}", "ETag": 'W/"v1"'},
    "compressed": {"Content-Range": f"bytes {CUT}-{len(VIDEO) - 1}/{len(VIDEO)}", "Content-Encoding": "br"},
    "many parts": {"Content-Type": "multipart/byteranges; boundary=x"},
}


@pytest.mark.parametrize("resume", [False, True])
@pytest.mark.parametrize("case", WRONG_RANGES)
def test_what_is_not_the_rest_is_never_joined(make_client: MakeClient, tmp_path: Path, case: str, resume: bool) -> None:
    def answer(headers: Headers, content: bytes) -> tuple[str, Headers, bytes]:
        if "range" not in headers:
            return parts(headers, content)
        return "206 Partial Content", WRONG_RANGES[case], content[CUT:]

    server = FileServer(VIDEO, STRONG, answer, cuts=[CUT])
    with pytest.raises(m.ProtocolError, match="Nothing was joined") as caught:
        download(make_client, server, tmp_path / "a.mp4", resume=resume)
    assert (caught.value.operation, caught.value.status, caught.value.attempts) == ("download", 206, 2)
    assert names(tmp_path) == []


def test_a_part_that_nobody_asked_for_is_refused(make_client: MakeClient, tmp_path: Path) -> None:
    def answer(headers: Headers, content: bytes) -> tuple[str, Headers, bytes]:
        return "206 Partial Content", {"Content-Range": "bytes 0-9/10"}, content[:10]

    with pytest.raises(m.ProtocolError, match="status"):
        download(make_client, FileServer(VIDEO, STRONG, answer), tmp_path / "a.mp4")
    assert names(tmp_path) == []


def test_it_is_not_tried_for_ever(make_client: MakeClient, tmp_path: Path) -> None:
    server = FileServer(VIDEO, STRONG, cuts=[1000] * 50)
    with pytest.raises(m.TransportError) as caught:
        download(make_client, server, tmp_path / "a.mp4", retries=Retries(most=3, first_delay=0.001))
    assert (caught.value.attempts, len(server.requests)) == (4, 4)
    assert (caught.value.retryable, names(tmp_path)) == (True, [])


def test_all_of_it_ends_in_time(make_client: MakeClient, tmp_path: Path) -> None:
    server = FileServer(VIDEO, STRONG, cuts=[10] * 100_000)
    began = time.monotonic()
    with pytest.raises(m.TransportError):
        download(
            make_client,
            server,
            tmp_path / "a.mp4",
            retries=Retries(most=1_000_000, first_delay=0.01, max_delay=0.01),
            timeout=0.7,
        )
    # All the retries would take hours.
    assert time.monotonic() - began < 30


class Pieces(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body of these pieces; an exception among them is raised."""

    def __init__(self, *pieces: bytes | Exception) -> None:
        self.pieces = pieces

    def __iter__(self) -> Iterator[bytes]:
        for piece in self.pieces:
            if isinstance(piece, Exception):
                raise piece
            yield piece

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self:
            yield piece


@pytest.mark.parametrize(
    ("pieces", "kind", "text"),
    [
        ([VIDEO[:-1]], m.TransportError, f"Only {len(VIDEO) - 1} of {len(VIDEO)}"),
        ([VIDEO, b"x"], m.ProtocolError, "More bytes"),
        ([], m.ProtocolError, "empty"),
        ([b"", b""], m.ProtocolError, "empty"),
    ],
)
def test_bytes_are_counted_whatever_carries_them(
    make_client: MakeClient, tmp_path: Path, pieces: list[bytes], kind: type[Exception], text: str
) -> None:
    def handler(_: httpx.Request) -> httpx.Response:
        return httpx.Response(200, headers={"content-length": str(len(VIDEO))}, stream=Pieces(*pieces))

    client = make_client(handler)
    with pytest.raises(kind, match=text):
        client.videos.download("VI1", tmp_path / "a.mp4")
    with pytest.raises(kind, match=text), client.videos.stream("VI1") as stream:
        list(stream)
    assert names(tmp_path) == []


# Over several calls


def broken_off(make_client: MakeClient, folder: Path, server: FileServer | None = None, **options: Any) -> FileServer:
    """A download that broke off after CUT bytes."""
    server = server or FileServer(VIDEO, STRONG)
    server.cuts.append(CUT)
    with pytest.raises(m.TransportError):
        download(make_client, server, folder / "a.mp4", resume=True, retries=Retries(most=0), **options)
    return server


def resumed(make_client: MakeClient, server: FileServer, target: Path, cuts: list[int | None], **options: Any) -> Any:
    """Calls against one address, one for each cut; the result of the last one."""
    with server.running() as address:
        videos = make_client(base_url=address).videos
        for cut in cuts[:-1]:
            server.cuts = [] if cut is None else [cut]
            with pytest.raises(m.MemoriesError):
                videos.download("VI1", target, resume=True, **options)
        server.cuts = []
        return videos.download("VI1", target, resume=True, **options)


def test_the_next_call_goes_on(make_client: MakeClient, tmp_path: Path) -> None:
    server = FileServer(VIDEO, STRONG)
    steps: list[tuple[int, int | None]] = []
    got = resumed(
        make_client,
        server,
        tmp_path / "a.mp4",
        [CUT, CUT, None],
        hash="sha256",
        on_progress=lambda *step: steps.append(step),
    )
    assert (got.path.read_bytes(), got.size, got.digest) == (VIDEO, len(VIDEO), SHA256)
    assert server.asked == [(None, None), (f"bytes={CUT}-", '"v1"'), (f"bytes={2 * CUT}-", '"v1"')]
    assert steps == sorted(steps)
    assert steps[-1] == (len(VIDEO), len(VIDEO))
    assert names(tmp_path) == ["a.mp4"]


def test_what_is_kept_says_what_it_is_and_holds_no_key(make_client: MakeClient, tmp_path: Path) -> None:
    broken_off(make_client, tmp_path)
    part, about = names(tmp_path)
    assert part.startswith(".a.mp4.")
    assert part.endswith(".part")
    assert about == f"{part}.json"
    assert (tmp_path / part).read_bytes() == VIDEO[:CUT]
    text = (tmp_path / about).read_text()
    assert json.loads(text)["validator"] == '"v1"'
    assert KEY not in text


@pytest.mark.parametrize("headers", [{}, {"ETag": 'W/"v1"'}])
def test_what_could_not_be_gone_on_with_is_not_kept(make_client: MakeClient, tmp_path: Path, headers: Headers) -> None:
    broken_off(make_client, tmp_path, FileServer(VIDEO, headers))
    assert names(tmp_path) == []


def test_without_resume_nothing_is_kept_nor_taken(make_client: MakeClient, tmp_path: Path) -> None:
    server = FileServer(VIDEO, STRONG, cuts=[CUT])
    with pytest.raises(m.TransportError):
        download(make_client, server, tmp_path / "a.mp4", retries=Retries(most=0))
    assert names(tmp_path) == []
    with server.running() as address:
        videos = make_client(base_url=address).videos
        server.cuts = [CUT]
        with pytest.raises(m.TransportError):
            videos.download("VI1", tmp_path / "a.mp4", resume=True)
        assert len(names(tmp_path)) == 2
        videos.download("VI1", tmp_path / "a.mp4")
    assert server.asked == [(None, None)] * 3


def _lengthen(part: Path, about: Path) -> None:
    with part.open("ab") as file:
        file.write(b"x")


def _overwrite(part: Path, about: Path) -> None:
    """The same length, other bytes."""
    part.write_bytes(OTHER[:CUT])
    os.utime(part, ns=(1, 1))


def _garble(part: Path, about: Path) -> None:
    about.write_text("{")


def _rename(part: Path, about: Path) -> None:
    about.write_text(json.dumps({**json.loads(about.read_text()), "request": "another"}))


def _lose(part: Path, about: Path) -> None:
    about.unlink()


def _strip(part: Path, about: Path) -> None:
    described = json.loads(about.read_text())
    del described["validator"]
    about.write_text(json.dumps(described))


def _list(part: Path, about: Path) -> None:
    about.write_text("[]")


def _lose_part(part: Path, about: Path) -> None:
    part.unlink()


@pytest.mark.parametrize(
    "spoil",
    [_lengthen, _overwrite, _garble, _rename, _lose, _strip, _list, _lose_part],
    ids=lambda spoil: spoil.__name__,
)
def test_what_is_not_certain_is_not_gone_on_with(make_client: MakeClient, tmp_path: Path, spoil: Any) -> None:
    server = FileServer(VIDEO, STRONG, cuts=[CUT])
    with server.running() as address:
        videos = make_client(base_url=address).videos
        with pytest.raises(m.TransportError):
            videos.download("VI1", tmp_path / "a.mp4", resume=True)
        part, about = (tmp_path / name for name in names(tmp_path))
        spoil(part, about)
        got = videos.download("VI1", tmp_path / "a.mp4", resume=True, hash="sha256")
    assert (got.path.read_bytes(), got.digest) == (VIDEO, SHA256)
    assert server.asked == [(None, None)] * 2
    assert names(tmp_path) == ["a.mp4"]


def test_another_video_or_server_is_not_gone_on_with(make_client: MakeClient, tmp_path: Path) -> None:
    broken_off(make_client, tmp_path)
    server = FileServer(OTHER, STRONG)
    assert download(make_client, server, tmp_path / "a.mp4", resume=True).path.read_bytes() == OTHER
    with server.running() as address:
        videos = make_client(base_url=address).videos
        server.cuts = [CUT]
        with pytest.raises(m.TransportError):
            videos.download("VI1", tmp_path / "b.mp4", resume=True)
        videos.download("VI2", tmp_path / "b.mp4", resume=True)
        videos.download("VI1", tmp_path / "c.mp4", resume=True, unique_id="other")
    assert {asked for asked, _ in server.asked} == {None}


@pytest.mark.parametrize("changed", [OTHER, OTHER[: CUT // 2]], ids=["as long", "shorter than what was kept"])
def test_a_changed_file_is_had_anew(make_client: MakeClient, tmp_path: Path, changed: bytes) -> None:
    def answer(headers: Headers, content: bytes) -> tuple[str, Headers, bytes]:
        if headers.get("if-range") == '"v1"':
            return "200 OK", {"ETag": '"v2"'}, changed
        return parts(headers, content)

    got = resumed(make_client, FileServer(VIDEO, STRONG, answer), tmp_path / "a.mp4", [CUT, None])
    assert got.path.read_bytes() == changed
    assert names(tmp_path) == ["a.mp4"]


@pytest.mark.parametrize(
    ("status", "kept"), [("503 Busy", True), ("429 Too Many", True), ("404 Not Found", False), ("416 No", False)]
)
def test_what_was_kept_outlives_passing_failures(
    make_client: MakeClient, tmp_path: Path, status: str, kept: bool
) -> None:
    def answer(headers: Headers, content: bytes) -> tuple[str, Headers, bytes]:
        return (status, {}, b"") if "range" in headers else parts(headers, content)

    server = FileServer(VIDEO, STRONG, answer, cuts=[CUT])
    with server.running() as address:
        videos = make_client(base_url=address).videos
        with pytest.raises(m.TransportError):
            videos.download("VI1", tmp_path / "a.mp4", resume=True)
        with pytest.raises(m.APIError) as caught:
            videos.download("VI1", tmp_path / "a.mp4", resume=True)
        assert caught.value.status == int(status[:3])
        assert bool(names(tmp_path)) == kept
        server.answer = parts
        assert videos.download("VI1", tmp_path / "a.mp4", resume=True).path.read_bytes() == VIDEO
    assert server.asked[-1][0] == (f"bytes={CUT}-" if kept else None)


def test_an_interrupted_download_is_kept_too(make_client: MakeClient, tmp_path: Path) -> None:
    class MineError(Exception):
        """As an interrupt, which the fixtures would take for their own."""

    def stop(size: int, total: int | None) -> None:
        if size >= CUT:
            raise MineError

    server = FileServer(VIDEO, STRONG)
    with server.running() as address:
        videos = make_client(base_url=address).videos
        with pytest.raises(MineError):
            videos.download("VI1", tmp_path / "a.mp4", resume=True, on_progress=stop)
        assert videos.download("VI1", tmp_path / "a.mp4", resume=True).path.read_bytes() == VIDEO
    asked = server.asked[1][0] or ""
    assert int(asked.removeprefix("bytes=").removesuffix("-")) >= CUT


def test_of_two_downloads_at_once_one_goes_on(make_client: MakeClient, tmp_path: Path) -> None:
    both = threading.Barrier(2, timeout=60)

    def answer(headers: Headers, content: bytes) -> tuple[str, Headers, bytes]:
        both.wait()
        return parts(headers, content)

    server = FileServer(VIDEO, STRONG, cuts=[CUT])
    results: list[bytes] = []
    with server.running() as address:
        videos = make_client(base_url=address).videos
        with pytest.raises(m.TransportError):
            videos.download("VI1", tmp_path / "a.mp4", resume=True)
        server.answer = answer

        def again() -> None:
            got = videos.download("VI1", tmp_path / "a.mp4", resume=True, overwrite=True)
            results.append(got.path.read_bytes())

        threads = [threading.Thread(target=again) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
    assert results == [VIDEO, VIDEO]
    assert sorted(asked or "" for asked, _ in server.asked[1:]) == ["", f"bytes={CUT}-"]
    assert names(tmp_path) == ["a.mp4"]


# The disk


def test_a_disk_that_refuses_is_our_error(
    make_client: MakeClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    server = FileServer(VIDEO, STRONG)
    with pytest.raises(m.LocalFileError, match=r"Cannot write .*a\.mp4.*No space left"):
        download(make_client, server, tmp_path / "a.mp4", resume=True)
    assert len(server.requests) == 1
    assert names(tmp_path) == []


def test_what_was_written_goes_to_the_disk_meanwhile(
    make_client: MakeClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[threading.Thread] = []
    flush = os.fsync
    monkeypatch.setattr(os, "fsync", lambda number: (threads.append(threading.current_thread()), flush(number))[1])
    monkeypatch.setattr(_disk, "BEHIND", CUT // 2)
    server = FileServer(VIDEO, STRONG, cuts=[CUT])
    assert download(make_client, server, tmp_path / "a.mp4").path.read_bytes() == VIDEO
    assert len(set(threads)) == 2
    assert threads[-1] is not threads[0]
    assert not threads[0].is_alive()


def test_without_a_thread_it_goes_to_the_disk_at_the_end(
    make_client: MakeClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = threading.Thread.start

    def refuse(thread: threading.Thread) -> None:
        if thread.name.startswith("memories-ai-disk"):
            raise RuntimeError("can't start new thread")
        start(thread)

    monkeypatch.setattr(threading.Thread, "start", refuse)
    monkeypatch.setattr(_disk, "BEHIND", CUT)
    assert download(make_client, FileServer(VIDEO, STRONG), tmp_path / "a.mp4").path.read_bytes() == VIDEO


def test_a_slow_disk_is_waited_for(make_client: MakeClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flushes: list[int] = []

    def slowly(number: int) -> None:
        time.sleep(0.02)
        flushes.append(os.fstat(number).st_size)

    monkeypatch.setattr(os, "fsync", slowly)
    monkeypatch.setattr(_disk, "BEHIND", CUT // 8)
    assert download(make_client, FileServer(VIDEO, STRONG), tmp_path / "a.mp4").path.read_bytes() == VIDEO
    assert len(flushes) > 2


def test_a_disk_that_refuses_meanwhile_is_our_error(
    make_client: MakeClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flush = os.fsync

    def refuse_meanwhile(number: int) -> None:
        if threading.current_thread().name.startswith("memories-ai-disk"):
            raise OSError("no space left")
        flush(number)

    monkeypatch.setattr(os, "fsync", refuse_meanwhile)
    monkeypatch.setattr(_disk, "BEHIND", CUT)
    with pytest.raises(m.MemoriesError, match=r"a\.mp4.*no space left"):
        download(make_client, FileServer(VIDEO, STRONG), tmp_path / "a.mp4", resume=True)
    assert names(tmp_path) == []


def test_an_error_of_the_callback_is_the_callers_own(make_client: MakeClient, tmp_path: Path) -> None:
    def fail(size: int, total: int | None) -> None:
        raise OSError("mine")

    with pytest.raises(OSError, match=r"^mine$"):
        download(make_client, FileServer(VIDEO, {}), tmp_path / "a.mp4", on_progress=fail)
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    ("field", "arguments"),
    [
        ("path", {"path": ""}),
        ("path", {"path": 5}),
        ("path", {"path": b"a.mp4"}),
        ("path", {"path": "a\0.mp4"}),
        ("path", {"path": "a" * 5000}),
        ("path", {"path": "nowhere/a.mp4"}),
        ("path", {"path": "nowhere/"}),
        ("path", {"path": os.devnull, "overwrite": True}),
        ("video_no", {"video_no": ""}),
        ("video_no", {"video_no": 5}),
        ("hash", {"hash": "sha255"}),
        ("hash", {"hash": "shake_128"}),
        ("hash", {"hash": 5}),
        ("hash", {"hash": ""}),
        ("resume", {"resume": "yes"}),
        ("overwrite", {"overwrite": 1}),
        ("on_progress", {"on_progress": 5}),
        ("unique_id", {"unique_id": 5}),
        ("timeout", {"timeout": 0}),
    ],
)
def test_each_argument_is_checked_by_name(
    make_client: MakeClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, field: str, arguments: dict[str, Any]
) -> None:
    def never(request: httpx.Request) -> httpx.Response:
        raise AssertionError(f"{request.url} was asked")

    monkeypatch.chdir(tmp_path)
    with pytest.raises(m.ValidationError) as caught:
        make_client(never).videos.download(**{"video_no": "VI1", "path": "a.mp4", **arguments})
    assert caught.value.field == field
    assert str(caught.value).startswith(f"{field}: ")
    assert names(tmp_path) == []


# Names


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("VI1.mp4", "VI1.mp4"),
        ("Mein Urlaub \u2013 \u5317\u4eac.mp4", "Mein Urlaub \u2013 \u5317\u4eac.mp4"),
        ("../../etc/passwd", "passwd"),
        ("..\\..\\windows\\win.ini", "win.ini"),
        ("/etc/cron.d/job", "job"),
        ("C:\\boot.ini", "boot.ini"),
        ("C:boot.ini", "C_boot.ini"),
        ("a.mp4:hidden", "a.mp4_hidden"),
        ("..", "instead"),
        (".", "instead"),
        ("", "instead"),
        ("a/", "instead"),
        (" . . ", "instead"),
        (".bashrc", "bashrc"),
        ("a.mp4. . ", "a.mp4"),
        ("CON", "_CON"),
        ("con.mp4", "_con.mp4"),
        ("Nul .tar.gz", "_Nul .tar.gz"),
        ("COM1.txt", "_COM1.txt"),
        ("lpt\u00b9", "_lpt\u00b9"),
        ("CONSOLE.mp4", "CONSOLE.mp4"),
        ("a\r\nb\0c\x1b[31m.mp4", "abc[31m.mp4"),
        ("gpj.\u202e4pm", "gpj.4pm"),
        ("a\ud800.mp4", "a.mp4"),
        ('a<b>c"d|e?f*g.mp4', "a_b_c_d_e_f_g.mp4"),
        ("x" * 300 + ".mp4", "x" * (LONGEST_NAME - 4) + ".mp4"),
        ("x" * 300, "x" * LONGEST_NAME),
        ("\u5317" * 100 + ".mp4", "\u5317" * 65 + ".mp4"),
        ("a." + "x" * 300, "a." + "x" * (LONGEST_NAME - 2)),
    ],
)
def test_names_are_made_safe(name: str, safe: str) -> None:
    assert safe_name(name, "instead") == safe
    assert safe_name(safe, "instead") == safe


@given(st.text() | st.text(alphabet='./\\ :"*ACNOUX1\u00b9\u0301\u202e\x00\n\ud800\u5317', max_size=300))
def test_any_name_is_made_safe(name: str) -> None:
    safe = safe_name(name, "instead")
    assert safe == safe_name(safe, "instead")
    assert 0 < len(safe.encode()) <= LONGEST_NAME
    assert safe.isprintable() or any(sign.isspace() for sign in safe)
    assert not set(safe) & set('<>:"/\\|?*')
    assert safe == safe.strip(" .")
    assert (Path("folder") / safe).parent == Path("folder")


@given(st.text(alphabet="attachment;filename*=\"'%UTF-8\\ \r\n\x00\u00ff25a", max_size=60))
def test_any_header_is_read_or_not(text: str) -> None:
    for header in (text, f"attachment; filename={text}", f"attachment; filename*={text}"):
        name = name_in(header)
        assert name is None or isinstance(safe_name(name), str)


@pytest.mark.parametrize(
    ("header", "name"),
    [
        (None, None),
        ("inline", None),
        ("attachment; filename=", None),
        ('attachment; filename="a b.mp4"', "a b.mp4"),
        ("attachment; filename=a.mp4", "a.mp4"),
        ("attachment; filename*=UTF-8''%e5%8c%97.mp4", "\u5317.mp4"),
        ("attachment; filename=\"plain.mp4\"; filename*=UTF-8''%e5%8c%97.mp4", "\u5317.mp4"),
        ("attachment; filename*=UTF-8''%e5%8c%97.mp4; filename=\"plain; x.mp4\"", "\u5317.mp4"),
        ("attachment; filename*=nonsense'x'%ff.mp4; size=7", "\u00ff.mp4"),
        ('attachment; filename="..\\\\..\\\\a.mp4"', "..\\..\\a.mp4"),
    ],
)
def test_the_name_in_a_header_is_read(header: str | None, name: str | None) -> None:
    assert name_in(header) == name


@pytest.mark.parametrize(
    ("video_no", "name"), [("VI1", "VI1.mp4"), ("CON", "_CON.mp4"), ("x" * 300, "x" * (LONGEST_NAME - 4) + ".mp4")]
)
def test_a_folder_gets_the_id_of_the_video(make_client: MakeClient, tmp_path: Path, video_no: str, name: str) -> None:
    client = make_client(lambda _: httpx.Response(200, content=VIDEO, headers=OCTETS))
    assert client.videos.download(video_no, tmp_path).path == tmp_path / name


def test_a_folder_gets_the_name_of_the_service(make_client: MakeClient, tmp_path: Path) -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        assert (request.method, request.url.path) == ("GET", "/serve/api/v1/download")
        assert dict(request.url.params) == {"bucket": "mavi-keyframe", "blob": "VI1/k 1.jpg"}
        return httpx.Response(200, content=VIDEO, headers={"content-disposition": 'attachment; filename="../nul.jpg"'})

    videos = make_client(handler).videos
    got = videos.download_blob("mavi-keyframe", "VI1/k 1.jpg", tmp_path, hash="sha256")
    assert (got.path, got.digest) == (tmp_path / "_nul.jpg", SHA256)
    with pytest.raises(m.ValidationError, match="overwrite=True") as caught:
        videos.download_blob("mavi-keyframe", "VI1/k 1.jpg", tmp_path)
    assert caught.value.field == "path"
    videos.download_blob("mavi-keyframe", "VI1/k 1.jpg", tmp_path, overwrite=True)
    assert names(tmp_path) == ["_nul.jpg"]


@pytest.mark.parametrize(("blob", "name"), [("VI1/k 1.jpg", "k 1.jpg"), ("..", "download"), ("a\\..\\con", "_con")])
def test_a_folder_gets_the_last_part_of_the_blob(make_client: MakeClient, tmp_path: Path, blob: str, name: str) -> None:
    client = make_client(lambda _: httpx.Response(200, content=VIDEO, headers=OCTETS))
    assert client.videos.download_blob("mavi-keyframe", blob, tmp_path).path == tmp_path / name


def test_the_second_address_is_another_operation(make_client: MakeClient, tmp_path: Path) -> None:
    urls: list[str] = []

    def handler(request: httpx.Request) -> httpx.Response:
        urls.append(str(request.url))
        return httpx.Response(200, content=VIDEO, headers=OCTETS)

    make_client(handler).videos.download_blob("b", "x.mp4", tmp_path, version=2)
    assert urls == ["https://mavi-backend.memories.ai/serve/api/v2/download?bucket=b&blob=x.mp4"]


@pytest.mark.parametrize(
    ("field", "arguments"),
    [
        ("bucket", {"bucket": " "}),
        ("blob", {"blob": ""}),
        ("blob", {"blob": 5}),
        ("version", {"version": 3}),
        ("version", {"version": True}),
        ("version", {"version": "2"}),
    ],
)
def test_each_argument_of_a_blob_is_checked(
    make_client: MakeClient, tmp_path: Path, field: str, arguments: dict[str, Any]
) -> None:
    with pytest.raises(m.ValidationError) as caught:
        make_client(lambda _: 1 / 0).videos.download_blob(
            **{"bucket": "b", "blob": "x.mp4", "path": tmp_path, **arguments}
        )
    assert caught.value.field == field


@pytest.mark.parametrize("version", [1, 2])
@pytest.mark.parametrize("headers", [OCTETS, {"content-type": "application/json"}, {}])
@pytest.mark.parametrize(
    ("code", "kind"), [(404, m.NotFoundError), (402, m.InsufficientCreditsError), ("0402", m.InsufficientCreditsError)]
)
def test_failures_with_numbers_for_codes(
    make_client: MakeClient, tmp_path: Path, version: int, headers: Headers, code: int | str, kind: type[Exception]
) -> None:
    body = json.dumps({"code": code, "msg": "Resource does not exist", "data": None}).encode()
    client = make_client(lambda _: httpx.Response(200, headers=headers, stream=Pieces(b" \n", body[:9], body[9:])))
    with pytest.raises(kind, match="does not exist"):
        client.videos.download_blob("b", "x.mp4", tmp_path, version=version)
    assert names(tmp_path) == []


def test_a_blob_is_gone_on_with_under_the_name_it_had(make_client: MakeClient, tmp_path: Path) -> None:
    def answer(headers: Headers, content: bytes) -> tuple[str, Headers, bytes]:
        status, more, body = parts(headers, content)
        named = {} if "range" in headers else {"Content-Disposition": "attachment; filename=named.mp4"}
        return status, {**more, **named}, body

    server = FileServer(VIDEO, STRONG, answer, cuts=[CUT])
    with server.running() as address:
        videos = make_client(base_url=address).videos
        with pytest.raises(m.TransportError):
            videos.download_blob("b", "x.mp4", tmp_path, resume=True)
        got = videos.download_blob("b", "x.mp4", tmp_path, resume=True)
    assert (got.path, got.path.read_bytes()) == (tmp_path / "named.mp4", VIDEO)
    assert server.asked[1][0] == f"bytes={CUT}-"
    assert names(tmp_path) == ["named.mp4"]


# Without a file


def test_a_stream_gives_the_bytes(make_client: MakeClient) -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        assert json.loads(request.read()) == {"video_no": "VI1", "unique_id": "mine"}
        assert request.headers["accept-encoding"] == "identity"
        return httpx.Response(200, content=VIDEO, headers={"content-type": "Video/MP4; x=y"})

    with make_client(handler, unique_id="mine").videos.stream("VI1") as stream:
        assert (stream.size, stream.media_type) == (len(VIDEO), "video/mp4")
        assert b"".join(stream) == VIDEO
        assert list(stream) == []


def test_a_stream_is_asked_for_by_its_block(make_client: MakeClient) -> None:
    calls: list[httpx.Request] = []

    def handler(request: httpx.Request) -> httpx.Response:
        calls.append(request)
        return httpx.Response(200, content=VIDEO, headers=OCTETS)

    client = make_client(handler)
    stream = client.videos.stream("VI1")
    assert calls == []
    with pytest.raises(m.ConfigurationError, match="`with` block"):
        _ = stream.size
    assert b"".join(stream) == VIDEO
    assert len(calls) == 1
    with client.videos.stream("VI1") as stream:
        next(iter(stream))
    assert list(stream) == []
    closed = client.videos.stream("VI1")
    closed.close()
    assert list(closed) == []
    assert len(calls) == 2


FAILED = b'{"code":"0001","msg":"video not found","data":null,"success":false,"failed":true}'


@pytest.mark.parametrize(
    ("headers", "pieces", "kind"),
    [
        ({"content-type": "application/json"}, [FAILED], m.NotFoundError),
        ({"content-type": "video/mp4"}, [FAILED], m.NotFoundError),
        ({}, [b"\xef\xbb\xbf", b" ", FAILED[:1], FAILED[1:]], m.NotFoundError),
        (OCTETS, [b"", envelope(None).content], m.ProtocolError),
        (OCTETS, [b"{ no JSON at all"], m.ProtocolError),
        (OCTETS, [b"  "], m.ProtocolError),
        ({"content-type": "text/html"}, [b"<html>"], m.ProtocolError),
        ({"content-type": "text/plain"}, [VIDEO], m.ProtocolError),
        (OCTETS, [], m.ProtocolError),
        (OCTETS, [VIDEO[:9], httpx.ReadError("reset")], m.TransportError),
    ],
)
def test_a_stream_that_is_no_file_raises(
    make_client: MakeClient, headers: Headers, pieces: list[Any], kind: type[Exception]
) -> None:
    client = make_client(lambda _: httpx.Response(200, headers=headers, stream=Pieces(*pieces)))
    with pytest.raises(kind) as caught, client.videos.stream("VI1") as stream:
        list(stream)
    assert type(caught.value) is kind
    assert caught.value.attempts == 1


def test_a_large_object_that_begins_as_json_does_is_one(make_client: MakeClient) -> None:
    large = b"{" + VIDEO
    client = make_client(
        lambda _: httpx.Response(200, headers=OCTETS, stream=Pieces(large[:5], large[5:70_000], large[70_000:]))
    )
    with client.videos.stream("VI1") as stream:
        assert b"".join(stream) == large


def test_a_stream_that_breaks_off_says_so(make_client: MakeClient) -> None:
    server = FileServer(VIDEO, STRONG, cuts=[CUT])
    with (
        server.running() as address,
        pytest.raises(m.TransportError) as caught,
        make_client(base_url=address, retries=FAST).videos.stream("VI1") as stream,
    ):
        list(stream)
    assert (len(server.requests), caught.value.operation) == (1, "download")


# What answers say of themselves


def test_lengths_that_cannot_be_are_none() -> None:
    for text in ("", "-5", "+5", "1.5", "٣", "5, 5", "9" * 30):
        assert announced_length(httpx.Headers([(b"content-length", text.encode())])) is None
    assert announced_length(httpx.Headers({"content-length": "5", "content-encoding": "gzip"})) is None
    assert announced_length(httpx.Headers({"content-length": "5", "content-encoding": "identity"})) == 5


@pytest.mark.parametrize(
    "headers",
    [
        {"etag": '"v1"', "content-encoding": "gzip"},
        {"etag": '"a"b"'},
        {"etag": "*"},
        {"last-modified": "yesterday", "date": formatdate(usegmt=True)},
        {"last-modified": formatdate(usegmt=True), "date": formatdate(usegmt=True)},
        {"last-modified": formatdate(0, usegmt=True), "date": "today"},
        {"last-modified": formatdate(0), "date": formatdate(usegmt=True)},
    ],
)
def test_versions_that_are_not_sure_are_none(headers: Headers) -> None:
    assert version_of(httpx.Headers(headers)) is None


# With the emulator


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    with Emulator(Settings(keys=[KEY], parse_seconds=0)) as emulator:
        yield emulator


def test_the_emulator_sends_files(make_client: MakeClient, emulator: Emulator, tmp_path: Path) -> None:
    content = SAMPLE.read_bytes()
    digest = "sha256:" + hashlib.sha256(content).hexdigest()
    videos = make_client(base_url=emulator.base_url).videos
    video_no = videos.upload(SAMPLE).video_no
    videos.wait(video_no, timeout=60, polling=m.Polling(delay=0.05))
    assert videos.download(video_no, tmp_path, resume=True, hash="sha256").digest == digest
    with videos.stream(video_no) as stream:
        assert (stream.size, b"".join(stream)) == (len(content), content)
    for version in (1, 2):
        got = videos.download_blob("mavi-resource", f"{video_no}.mp4", tmp_path / f"{version}.mp4", version=version)
        assert got.path.read_bytes() == content
        frames = tmp_path / f"frames {version}"
        frames.mkdir()
        frame = videos.download_blob("mavi-keyframe", f"{video_no}/keyframe-000003.jpg", frames, version=version)
        assert (frame.path.name, frame.path.read_bytes()[:2]) == ("keyframe-000003.jpg", b"\xff\xd8")
        with pytest.raises(m.APIError, match="Resource does not exist"):
            videos.download_blob("mavi-resource", "VI0.mp4", tmp_path / "x.mp4", version=version)
