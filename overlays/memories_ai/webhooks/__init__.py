"""What the service sends to callback addresses: as typed events, and three ways to receive them.

    from memories_ai import webhooks

    match webhooks.parse(body):                                     # in a web framework of your own
        case webhooks.VideoCallback(video_no=video_no, status=status): ...
        case webhooks.ImportCallback(task_id=task_id, status=status): ...

    app = webhooks.CallbackApp(handler, secret="...")               # as an ASGI app, alone or mounted

    with webhooks.CallbackReceiver(public_url=tunnel) as receiver:  # in a script: a small server while it runs
        video = client.videos.upload("clip.mp4", callback=receiver.url)
        client.videos.wait(video.video_no, receiver=receiver)

No callback is signed: whoever knows the address can send one. Give out an address that cannot be guessed, and ask the
service (`client.videos.get`) before anything that matters is built on what it said.

Known of the service: it sends a POST with JSON; its console lists what was sent, and can send a failed one again.
Not known: what answer it waits for and for how long (any 2xx, at once, is the safe one), whether it tries again by
itself, and whether callbacks overtake each other. So expect repetitions, whose `event.key` is the same, and old news
after newer, which `later_status` sorts out.
"""

from memories_ai_generated.models.import_status import ImportStatus
from memories_ai_generated.models.mavi_transcription_status import MaviTranscriptionStatus

from .app import CallbackApp, Handler, MemorySeenStore, SeenStore
from .events import (
    MAX_BODY_BYTES,
    CallbackEvent,
    CaptionCallback,
    ImportCallback,
    TranscriptionCallback,
    UnknownCallback,
    VideoCallback,
    later_status,
    parse,
)
from .receiver import AsyncCallbackReceiver, CallbackReceiver, Predicate

__all__ = [
    "MAX_BODY_BYTES",
    "AsyncCallbackReceiver",
    "CallbackApp",
    "CallbackEvent",
    "CallbackReceiver",
    "CaptionCallback",
    "Handler",
    "ImportCallback",
    "ImportStatus",
    "MaviTranscriptionStatus",
    "MemorySeenStore",
    "Predicate",
    "SeenStore",
    "TranscriptionCallback",
    "UnknownCallback",
    "VideoCallback",
    "later_status",
    "parse",
]
