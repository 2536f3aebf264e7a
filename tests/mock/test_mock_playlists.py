"""HLS playlists, put together out of real pieces."""

from __future__ import annotations

from pathlib import Path

import av
import pytest

from mock_support import Api, Receiver, data, envelope


@pytest.fixture(scope="module")
def pieces(media: Path, tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    """The film as MPEG transport streams, one a second, and their order."""
    directory = tmp_path_factory.mktemp("hls")
    with av.open(str(media / "whale.mp4")) as source:
        options = {"hls_time": "1", "hls_list_size": "0", "hls_segment_filename": str(directory / "piece%02d.ts")}
        with av.open(str(directory / "list.m3u8"), "w", format="hls", options=options) as target:
            streams = {
                each.index: target.add_stream_from_template(each) for each in source.streams if each.type != "subtitle"
            }
            for packet in source.demux(*(source.streams[index] for index in streams)):
                if packet.dts is not None:
                    packet.stream = streams[packet.stream.index]
                    target.mux(packet)
    return [path.read_bytes() for path in sorted(directory.glob("*.ts"))]


def playlist(addresses: list[str], first: str = "") -> bytes:
    lines = [
        "#EXTM3U",
        "#EXT-X-VERSION:3",
        first,
        *(f"#EXTINF:1.0,\n{address}" for address in addresses),
        "#EXT-X-ENDLIST",
    ]
    return "\n".join(line for line in lines if line).encode()


def outcome(api: Api, url: str) -> dict[str, object]:
    video_no = data(envelope(api.http.post("/upload_url", data={"url": url})))["videoNo"]
    api.emulator.clock.advance(1)
    return api.wait_for(video_no)


def served(receiver: Receiver, pieces: list[bytes]) -> list[str]:
    for number, piece in enumerate(pieces):
        receiver.files[f"/{number}.ts"] = piece
    return [f"{receiver.url}/{number}.ts" for number in range(len(pieces))]


def test_pieces_become_a_video(api: Api, receiver: Receiver, pieces: list[bytes]) -> None:
    receiver.files["/film.m3u8"] = playlist(served(receiver, pieces))
    found = outcome(api, receiver.url + "/film.m3u8")
    assert (found["status"], found["duration"], found["video_name"]) == ("PARSE", "3", "film")


def test_a_playlist_of_playlists(api: Api, receiver: Receiver, pieces: list[bytes]) -> None:
    receiver.files["/small.m3u8"] = playlist(served(receiver, pieces))
    sizes = [
        f"#EXT-X-STREAM-INF:BANDWIDTH={size}\n{receiver.url}/{name}.m3u8" for size, name in enumerate(("small", "no"))
    ]
    receiver.files["/film.m3u8"] = "\n".join(["#EXTM3U", *sizes]).encode()
    assert outcome(api, receiver.url + "/film.m3u8")["status"] == "PARSE"


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (playlist(["0.ts", "1.ts"]), "must be absolute"),
        (playlist(["http://127.0.0.1:9/0.ts"], "#EXT-X-KEY:METHOD=AES-128"), "encrypted"),
        (playlist([]), "names 0 pieces"),
        (playlist(["http://example.com/0.ts"]), "example.com"),
        (playlist(["file:///etc/passwd"]), "must be absolute"),
    ],
)
def test_what_cannot_be_used_fails(api: Api, receiver: Receiver, content: bytes, cause: str) -> None:
    receiver.files["/film.m3u8"] = content
    found = outcome(api, receiver.url + "/film.m3u8")
    assert found["status"] == "FAIL"
    assert cause in str(found["cause"])


def test_a_playlist_that_leads_to_itself(api: Api, receiver: Receiver) -> None:
    receiver.files["/film.m3u8"] = playlist([receiver.url + "/film.m3u8"])
    assert "without an end" in str(outcome(api, receiver.url + "/film.m3u8")["cause"])


def test_pieces_that_are_no_video(api: Api, receiver: Receiver) -> None:
    receiver.files["/0.ts"] = b"nothing" * 100
    receiver.files["/film.m3u8"] = playlist([receiver.url + "/0.ts"])
    assert "no video" in str(outcome(api, receiver.url + "/film.m3u8")["cause"])
