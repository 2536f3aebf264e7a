"""Pictures out of videos: keyframes for downloads, thumbnails for the page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from memories_ai_mock.content import parse_content
from memories_ai_mock.drawing import draw
from memories_ai_mock.library import Video
from memories_ai_mock.media import MediaError, picture_at
from memories_ai_mock.media_files import MediaFiles

if TYPE_CHECKING:
    from PIL.Image import Image


def keyframe(files: MediaFiles, video: Video, seconds: float) -> Image | None:
    """The picture of a video at a time; None: there is none."""
    if video.media is not None:
        return _decoded(files.path(video.media), seconds)
    if video.content is None:
        return None
    scenes = parse_content(json.loads(video.content)).scenes or ()
    shown = [scene for scene in scenes if scene.start <= seconds] or scenes[:1]
    return draw(shown[-1].text) if shown else None


def _decoded(path: Path, seconds: float) -> Image | None:
    try:
        return picture_at(path, seconds)
    except (MediaError, FileNotFoundError):
        return None
