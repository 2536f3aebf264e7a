"""Finds the source of a picture, through the whole emulator: films of many kinds, frames at any time."""

from __future__ import annotations

import io
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import av
import pytest

from film_makers import Film, jpeg_copy
from memories_ai_mock import Emulator, Settings
from mock_support import Api, data, envelope, eventually

TRIES = 20
WITHIN_SECONDS = 2.0
WANTED_RATE = 0.95


@dataclass(frozen=True, slots=True)
class Library:
    api: Api
    # By video_no.
    films: dict[str, Film]
    paths: dict[str, Path]


@pytest.fixture(scope="module")
def library(films: list[tuple[Film, Path]]) -> Iterator[Library]:
    with Emulator(Settings(parse_seconds=0)) as emulator:
        api = Api(emulator)
        found = Library(api, {}, {})
        for film, path in films:
            video_no = data(api.upload(path))["videoNo"]
            found.films[video_no], found.paths[video_no] = film, path
        eventually(lambda: len(api.names(status="PARSE")) == len(films), seconds=60)
        yield found
        api.http.close()


def frames_at(path: Path, moments: list[float]) -> list[tuple[float, Any]]:
    """The frame that is shown at each of the moments, with its time."""
    found = []
    with av.open(str(path)) as container:
        waiting = sorted(moments)
        last = None
        for frame in container.decode(container.streams.video[0]):
            while waiting and frame.time > waiting[0] and last is not None:
                found.append((last.time, last.to_image()))
                waiting.pop(0)
            last = frame
    assert last is not None
    return found + [(last.time, last.to_image())] * len(waiting)


def as_file(image: Any) -> bytes:
    buffer = io.BytesIO()
    jpeg_copy(image).save(buffer, "JPEG", quality=60)
    return buffer.getvalue()


def post(api: Api, path: str, picture: bytes, **form: Any) -> list[dict[str, Any]]:
    answer = api.http.post(path, files={"file": ("frame.jpg", picture, "image/jpeg")}, data=form)
    hits: list[dict[str, Any]] = data(envelope(answer))
    return hits


def test_a_frame_finds_its_film_and_its_moment(library: Library, capsys: pytest.CaptureFixture[str]) -> None:
    chance = random.Random(20260720)  # noqa: S311 (no secret)
    right, tries, missed = 0, 0, Counter[str]()
    for video_no, path in library.paths.items():
        film = library.films[video_no]
        moments = [chance.uniform(0, film.seconds) for _ in range(TRIES)]
        for seconds, image in frames_at(path, moments):
            hits = post(library.api, "/search_similar_images", as_file(image), similarity=0)
            best = hits[0]
            # Times are rounded down to whole seconds.
            near = abs(int(best["startTime"]) - int(seconds)) <= WITHIN_SECONDS
            tries += 1
            if best["videoNo"] == video_no and near:
                right += 1
            else:
                missed[film.name] += 1
    with capsys.disabled():
        print(f"\nimage search: {right} of {tries} frames found ({right / tries:.1%}); missed: {dict(missed)}")  # noqa: T201
    assert tries >= 240
    assert right / tries >= WANTED_RATE


def test_the_usual_lowest_score_keeps_copies_and_drops_others(library: Library) -> None:
    video_no = next(iter(library.paths))
    [(_, image)] = frames_at(library.paths[video_no], [3.0])
    hits = post(library.api, "/search_similar_images", as_file(image))
    assert hits[0]["videoNo"] == video_no
    assert all(hit["score"] >= 0.85 for hit in hits)
    assert len(post(library.api, "/search_similar_images", as_file(image), similarity=0)) > len(hits)


def test_clips_by_image_find_the_moment(library: Library) -> None:
    chance = random.Random(1)  # noqa: S311 (no secret)
    right = 0
    for video_no, path in library.paths.items():
        [(seconds, image)] = frames_at(path, [chance.uniform(0, library.films[video_no].seconds)])
        hits = post(library.api, "/search_clips_by_image", as_file(image), video_no=video_no, prompt="this")
        scores = [hit["score"] for hit in hits]
        assert scores == sorted(scores, reverse=True)
        right += hits[0]["start_time"] - WITHIN_SECONDS <= seconds <= hits[0]["end_time"] + WITHIN_SECONDS
    assert right / len(library.paths) >= WANTED_RATE - 0.05
