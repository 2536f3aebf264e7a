"""What is measured inside one process: `python -m benchmarks.measure SECTION PORT [...]` prints the seconds that each
subject took in each round, as JSON. Started by `benchmarks.sdk`, with the interpreter that has the other SDKs if there
is one.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import importlib
import importlib.util
import json
import os
import sys
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import Any

import httpx

from benchmarks.answers import ANSWERS, SEGMENTS, VIDEO_NO, WORDS
from benchmarks.memory import forget_peak, peak_memory
from memories_ai import AsyncMemoriesAI, MemoriesAI, Segment

Once = Callable[[], object]
AsyncOnce = Callable[[], Awaitable[object]]
Samples = dict[str, list[float]]

HTTPX, SDK, OPENAI, TWELVELABS = "raw httpx", "memories_ai", "openai", "twelvelabs"
# Rows of a subject in another manner.
READ_OUT, FSYNC = "memories_ai, looked into", "raw httpx, fsync"
KEY = "benchmark"
HEADERS = {"Authorization": KEY}
API = "/serve/api/v1/"
PROMPT = {"video_nos": [VIDEO_NO], "prompt": "What is seen?"}
AT_ONCE = 50
# Calls are short: many small rounds, so that what disturbs the machine falls on few of them.
SHORT = 5
WARM_UP = 1024 * 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("section", choices=SECTIONS)
    parser.add_argument("base_url")
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--subject", default=SDK)
    parser.add_argument("--size", type=int, default=0)
    parser.add_argument("--file", type=Path, default=Path())
    arguments = parser.parse_args()
    json.dump(SECTIONS[arguments.section](arguments), sys.stdout)


def settle() -> None:
    """What the modules and clients need for good is not to be looked through at each collection of garbage."""
    gc.collect()
    gc.freeze()


def interleaved(subjects: dict[str, Once], rounds: int, times: int) -> Samples:
    """Seconds that a run of each subject takes, one figure a round; the first round does not count."""
    settle()
    found: Samples = {name: [] for name in subjects}
    for _ in range(rounds + 1):
        for name, once in subjects.items():
            gc.collect()
            started = perf_counter()
            for _ in range(times):
                once()
            found[name].append((perf_counter() - started) / times)
    return {name: seconds[1:] for name, seconds in found.items()}


async def interleaved_at_once(subjects: dict[str, AsyncOnce], rounds: int) -> Samples:
    """The same for AT_ONCE runs side by side: seconds a run."""
    settle()
    found: Samples = {name: [] for name in subjects}
    for _ in range(rounds + 1):
        for name, once in subjects.items():
            gc.collect()
            started = perf_counter()
            await asyncio.gather(*(once() for _ in range(AT_ONCE)))
            found[name].append((perf_counter() - started) / AT_ONCE)
    return {name: seconds[1:] for name, seconds in found.items()}


def calls(arguments: argparse.Namespace) -> Samples:
    """The metadata of a video, one call after another."""
    url = arguments.base_url
    with httpx.Client(headers=HEADERS) as raw, MemoriesAI(KEY, base_url=url) as client:
        subjects: dict[str, Once] = {
            HTTPX: lambda: raw.get(f"{url}{API}get_metadata", params={"video_no": VIDEO_NO}).json(),
            SDK: lambda: client.videos.get(VIDEO_NO),
        }
        if openai := peer(OPENAI):
            models = openai.OpenAI(api_key=KEY, base_url=url).models
            subjects[OPENAI] = lambda: models.retrieve("model")
        if twelvelabs := peer(TWELVELABS):
            indexes = twelvelabs.TwelveLabs(api_key=KEY, base_url=url).indexes
            subjects[TWELVELABS] = lambda: indexes.retrieve("index")
        return interleaved(subjects, SHORT * arguments.rounds, 5)


def lists(arguments: argparse.Namespace) -> Samples:
    """A page of ten videos, one call after another."""
    url = arguments.base_url
    with httpx.Client(headers=HEADERS) as raw, MemoriesAI(KEY, base_url=url) as client:
        subjects: dict[str, Once] = {
            HTTPX: lambda: raw.post(f"{url}{API}list_videos", json={"size": 10}).json(),
            SDK: lambda: client.videos.list(size=10),
        }
        return interleaved(subjects, SHORT * arguments.rounds, 5)


def calls_at_once(arguments: argparse.Namespace) -> Samples:
    """The metadata of a video, AT_ONCE calls side by side."""

    async def run() -> Samples:
        url = arguments.base_url
        async with httpx.AsyncClient(headers=HEADERS) as raw, AsyncMemoriesAI(KEY, base_url=url) as client:

            async def get() -> object:
                return (await raw.get(f"{url}{API}get_metadata", params={"video_no": VIDEO_NO})).json()

            subjects: dict[str, AsyncOnce] = {HTTPX: get, SDK: lambda: client.videos.get(VIDEO_NO)}
            if openai := peer(OPENAI):
                models = openai.AsyncOpenAI(api_key=KEY, base_url=url).models
                subjects[OPENAI] = lambda: models.retrieve("model")
            if twelvelabs := peer(TWELVELABS):
                indexes = twelvelabs.AsyncTwelveLabs(api_key=KEY, base_url=url).indexes
                subjects[TWELVELABS] = lambda: indexes.retrieve("index")
            return await interleaved_at_once(subjects, arguments.rounds)

    return asyncio.run(run())


def transcript(arguments: argparse.Namespace) -> Samples:
    """From the bytes of a transcript to what a caller gets; the SDK's figure holds all of the call but the sockets."""
    body = ANSWERS["get_audio_transcription"]

    def answer(_: httpx.Request) -> httpx.Response:
        return httpx.Response(200, headers={"Content-Type": "application/json"}, content=body)

    with httpx.Client(transport=httpx.MockTransport(answer)) as http, MemoriesAI(KEY, http_client=http) as client:
        subjects: dict[str, Once] = {
            "json.loads": lambda: json.loads(body),
            SDK: lambda: client.transcriptions.audio(VIDEO_NO),
            READ_OUT: lambda: spoken(client)[-1].end,
        }
        subjects.update(model_runtimes())
        return interleaved(subjects, arguments.rounds, 2)


def spoken(client: MemoriesAI) -> Sequence[Segment]:
    """The segments of a transcript."""
    found = client.transcriptions.audio(VIDEO_NO)
    return found.segments if found else ()


def model_runtimes() -> dict[str, Once]:
    """As many segments in the other SDKs' own spellings, read with their own means."""
    found: dict[str, Once] = {}
    if pydantic := peer("pydantic"):
        segment = pydantic.create_model("Segment", index=int, content=str, startTime=float, endTime=float)
        segments: Any = list[segment]  # type: ignore[valid-type]  # made just now
        data = pydantic.create_model("Data", videoNo=str, transcriptions=(segments, ...))
        model = pydantic.create_model("Answer", code=str, msg=str, data=(data, ...))
        found["pydantic"] = lambda: model.model_validate_json(ANSWERS["get_audio_transcription"])
    if peer(OPENAI):
        construct: Any = importlib.import_module("openai._models").construct_type
        verbose = importlib.import_module("openai.types.audio").TranscriptionVerbose
        spoken = [{"id": n, "text": WORDS, "start": 3.0 * n, "end": 3.0 * n + 3} for n in range(SEGMENTS)]
        body = json.dumps({"duration": 6000.0, "language": "en", "text": "", "segments": spoken})
        found[OPENAI] = lambda: construct(type_=verbose, value=json.loads(body))
    if twelvelabs := peer(TWELVELABS):
        parse: Any = importlib.import_module("twelvelabs.core.pydantic_utilities").parse_obj_as
        items = json.dumps([{"value": WORDS, "start": 3.0 * n, "end": 3.0 * n + 3} for n in range(SEGMENTS)])
        kind = twelvelabs.TranscriptionData
        found[TWELVELABS] = lambda: parse(kind, json.loads(items))
    return found


def first_event(arguments: argparse.Namespace) -> Samples:
    """From the call to the first event of a stream that then stays silent."""
    url = arguments.base_url
    with httpx.Client(headers=HEADERS) as raw, MemoriesAI(KEY, base_url=url) as client:

        def chunk() -> object:
            with raw.stream("POST", f"{url}{API}chat_stream", json=PROMPT) as response:
                return next(response.iter_bytes())

        def event() -> object:
            with client.chat.stream("What is seen?", video_nos=[VIDEO_NO]) as events:
                return next(iter(events))

        return interleaved({HTTPX: chunk, SDK: event}, arguments.rounds, 10)


def upload(arguments: argparse.Namespace) -> Samples:
    return transfer(arguments, {HTTPX: raw_upload, SDK: sdk_upload})


def download(arguments: argparse.Namespace) -> Samples:
    return transfer(arguments, {HTTPX: raw_download, FSYNC: raw_download_to_disk, SDK: sdk_download})


Move = Callable[[str, Path, int], None]


def transfer(arguments: argparse.Namespace, moves: dict[str, Move]) -> Samples:
    """One transfer of a subject: seconds, and bytes of memory beyond what the process needs without it."""
    move, file = moves[arguments.subject], arguments.file
    small = file.with_name("small.mp4")
    move(arguments.base_url, small, WARM_UP)
    gc.collect()
    before = forget_peak()
    started = perf_counter()
    move(arguments.base_url, file, arguments.size)
    seconds = perf_counter() - started
    peak = peak_memory()
    return {"seconds": [seconds], "memory": [] if peak is None or before is None else [peak - before]}


def raw_upload(url: str, file: Path, _: int) -> None:
    with httpx.Client(headers=HEADERS, timeout=300) as client, file.open("rb") as stream:
        client.post(f"{url}{API}upload", files={"file": (file.name, stream, "video/mp4")}).raise_for_status().json()


def sdk_upload(url: str, file: Path, _: int) -> None:
    with MemoriesAI(KEY, base_url=url) as client:
        client.videos.upload(file)


def raw_download(url: str, file: Path, size: int) -> None:
    with raw_bytes(url, size) as pieces, file.open("wb") as stream:
        for piece in pieces:
            stream.write(piece)


def raw_download_to_disk(url: str, file: Path, size: int) -> None:
    with raw_bytes(url, size) as pieces, file.open("wb") as stream:
        for piece in pieces:
            stream.write(piece)
        stream.flush()
        os.fsync(stream.fileno())


@contextmanager
def raw_bytes(url: str, size: int) -> Iterator[Iterator[bytes]]:
    with (
        httpx.Client(headers=HEADERS, timeout=300) as client,
        client.stream("POST", f"{url}{API}download", json={"video_no": str(size)}) as response,
    ):
        response.raise_for_status()
        yield response.iter_bytes()


def sdk_download(url: str, file: Path, size: int) -> None:
    with MemoriesAI(KEY, base_url=url) as client:
        client.videos.download(str(size), file, overwrite=True)


def peer(name: str) -> Any:
    """Another SDK's module; None: it is not installed."""
    return importlib.import_module(name) if importlib.util.find_spec(name) else None


SECTIONS: dict[str, Callable[[argparse.Namespace], Samples]] = {
    "calls": calls,
    "lists": lists,
    "calls-at-once": calls_at_once,
    "transcript": transcript,
    "first-event": first_event,
    "upload": upload,
    "download": download,
}

if __name__ == "__main__":
    main()
