"""Videos that come in pieces: HLS playlists (m3u8) whose inner paths are absolute, as documented."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable
from pathlib import Path

import av
import av.error
from starlette.concurrency import run_in_threadpool

from memories_ai_mock.network import Network, NetworkError, fetch

SIGNATURE = b"#EXTM3U"
MAX_PLAYLIST_BYTES = 1024**2
MAX_PIECES = 10_000
# A playlist of playlists names several sizes of the same video.
MAX_DEPTH = 2
PIECE_FORMATS = "mpegts,mov,mp4,m4a,3gp,3g2,mj2"


async def fetch_video(
    network: Network, url: str, path: Path, new_path: Callable[[], Path], max_bytes: int, seconds: float
) -> int:
    """Stream the video at a URL to `path`, put together if it comes as a playlist; returns its size in bytes.

    Raises:
        NetworkError: it cannot be fetched, is larger than `max_bytes`, or is a playlist that cannot be used.
        OSError: it cannot be stored.
    """
    size = await fetch(network, url, path, max_bytes, seconds)
    pieces = await run_in_threadpool(_pieces, path)
    if pieces is None:
        return size
    try:
        async with asyncio.timeout(seconds):
            return await _fetch_pieces(network, pieces, path, new_path, max_bytes, seconds)
    except TimeoutError as error:
        raise NetworkError(f"the pieces of the playlist did not come within {seconds:g} s") from error


async def _fetch_pieces(
    network: Network,
    pieces: list[str] | None,
    path: Path,
    new_path: Callable[[], Path],
    max_bytes: int,
    seconds: float,
) -> int:
    for _ in range(MAX_DEPTH):
        if pieces is None:
            return (await run_in_threadpool(path.stat)).st_size
        if len(pieces) != 1 or not pieces[0].partition("?")[0].endswith(".m3u8"):
            return await _put_together(network, pieces, path, new_path, max_bytes, seconds)
        await fetch(network, pieces[0], path, max_bytes, seconds)
        pieces = await run_in_threadpool(_pieces, path)
    raise NetworkError("the playlist leads to playlists without an end")


def _pieces(path: Path) -> list[str] | None:
    """The addresses in a playlist, of several sizes the first; None: the file is none."""
    with path.open("rb") as file:
        if file.read(len(SIGNATURE)) != SIGNATURE:
            return None
        text = file.read(MAX_PLAYLIST_BYTES).decode(errors="replace")
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if any(line.startswith("#EXT-X-KEY") and "METHOD=NONE" not in line for line in lines):
        raise NetworkError("the playlist is encrypted")
    beginnings = [line.partition('URI="')[2].partition('"')[0] for line in lines if line.startswith("#EXT-X-MAP")]
    addresses = [*beginnings[:1], *(line for line in lines if not line.startswith("#"))]
    if any(line.startswith("#EXT-X-STREAM-INF") for line in lines):
        addresses = addresses[:1]
    for address in addresses:
        if not address.startswith(("http://", "https://")):
            raise NetworkError("the playlist holds relative paths; those of an m3u8 must be absolute")
    if not 0 < len(addresses) <= MAX_PIECES:
        raise NetworkError(f"the playlist names {len(addresses)} pieces; 1 to {MAX_PIECES} are accepted")
    return addresses


async def _put_together(
    network: Network, pieces: list[str], path: Path, new_path: Callable[[], Path], max_bytes: int, seconds: float
) -> int:
    whole, piece = new_path(), new_path()
    try:
        size = 0
        for url in pieces:
            size += await fetch(network, url, piece, max_bytes - size, seconds)
            await run_in_threadpool(_append, piece, whole)
        return await run_in_threadpool(_repack, whole, path)
    finally:
        for each in (whole, piece):
            await run_in_threadpool(each.unlink, missing_ok=True)


def _append(piece: Path, whole: Path) -> None:
    with piece.open("rb") as source, whole.open("ab") as target:
        shutil.copyfileobj(source, target)


def _repack(whole: Path, path: Path) -> int:
    """Put pictures and sound into a container like those of uploaded files; returns its size."""
    try:
        with (
            av.open(str(whole), options={"format_whitelist": PIECE_FORMATS}) as source,
            av.open(str(path), "w", format="matroska") as target,
        ):
            streams = {
                stream.index: target.add_stream_from_template(stream)
                for stream in (*source.streams.video[:1], *source.streams.audio[:1])
            }
            for packet in source.demux(*(source.streams[index] for index in streams)):
                # FFmpeg marks the end of each stream by an empty packet.
                if packet.dts is not None:
                    packet.stream = streams[packet.stream.index]
                    target.mux(packet)
    except (av.error.FFmpegError, ValueError) as error:
        raise NetworkError(f"the pieces of the playlist are no video ({error})") from error
    return path.stat().st_size
