"""What the client hands out: numbers as numbers, absent as None, one spelling, times in seconds.

Types keep their part of the untouched answer in `raw`, as a rule the data without its envelope. Segments have none of
their own, for there may be thousands: what holds them has it. Nor have lists that come as tuples, whose items have
theirs; what callers make themselves (Person, ChatTurn, MemoryEntry); and files.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Generic, SupportsIndex, TypeVar, overload

import attrs

from memories_ai_generated.models.mavi_transcription_status import MaviTranscriptionStatus
from memories_ai_generated.models.mavi_transcription_type import MaviTranscriptionType
from memories_ai_generated.models.public_platform import PublicPlatform
from memories_ai_generated.models.reference_type import ReferenceType
from memories_ai_generated.models.video_status import VideoStatus

from ._repr import ShortRepr
from ._values import hash_of_json

T = TypeVar("T")
Raw = Mapping[str, object]

READY = frozenset({VideoStatus.PARSE, VideoStatus.DONE})
FINISHED = frozenset({MaviTranscriptionStatus.FINISH, MaviTranscriptionStatus.FINISHED})
FAILED = frozenset({VideoStatus.FAIL, VideoStatus.FAILED, VideoStatus.PARSE_ERROR, VideoStatus.ERROR})


@attrs.frozen(kw_only=True, repr=False)
class UploadedVideo(ShortRepr):
    """A video that was accepted and waits for indexing.

    Attributes:
        video_no: id for every later call.
        name: stem of the file's or URL's name.
        status: UNPARSE as a rule; None where the service leaves it out (recorded in 2025).
        uploaded_at: UTC; None where the service leaves it out.
        duration: seconds; in answers of v1.0 only.
    """

    video_no: str
    name: str
    status: VideoStatus | None = None
    uploaded_at: datetime | None = None
    duration: float | None = None
    raw: Raw = attrs.field(repr=False, eq=False, factory=dict)


@attrs.frozen(kw_only=True, repr=False)
class Video(ShortRepr):
    """A video of the private library, or one that an import brought. What an operation does not tell is None.

    Attributes:
        status: UNPARSE (waiting), PARSE (searchable), FAIL; unknown values are kept. None: not told.
        duration: seconds; 0 while waiting or failed.
        size: bytes.
        cause: reason of a failure.
        created_at: time of upload, UTC.
        taken_at: time of capture. The service keeps it without a time zone; shown as UTC.
        fps: frames a second. width, height: pixels.
    """

    video_no: str
    name: str | None
    status: VideoStatus | None
    duration: float | None = None
    size: int | None = None
    cause: str | None = None
    created_at: datetime | None = None
    taken_at: datetime | None = None
    camera_model: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    tags: tuple[str, ...] = ()
    fps: float | None = None
    width: int | None = None
    height: int | None = None
    resolution_label: str | None = None
    url: str | None = None
    bucket: str | None = None
    blob: str | None = None
    raw: Raw = attrs.field(repr=False, eq=False, factory=dict)

    @property
    def is_ready(self) -> bool:
        """Indexed: it can be searched, discussed and transcribed."""
        return self.status in READY

    @property
    def is_failed(self) -> bool:
        """Indexing ended with a failure; see cause."""
        return self.status in FAILED


@attrs.frozen(kw_only=True, repr=False)
class Page(ShortRepr, Generic[T]):
    """One page of a list: iterating it yields the items of this page alone, `page[0]` is its first one.

    All pages, one after the other: `client.paginate(client.videos.list)`.

    Attributes:
        items: those of this page, in the order of the answer.
        page: its number; 1-based, but 0 was documented for images.
        size: most items a page.
        total: items in all as the service counts them; it was recorded to exceed what ever comes.
        raw: as it came.
    """

    items: tuple[T, ...]
    page: int
    size: int
    total: int
    raw: Raw = attrs.field(repr=False, eq=False, factory=dict)

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    @overload
    def __getitem__(self, index: SupportsIndex) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[T, ...]: ...
    def __getitem__(self, index: SupportsIndex | slice) -> T | tuple[T, ...]:
        return self.items[index]


@attrs.frozen(kw_only=True, repr=False)
class SearchHit(ShortRepr):
    """A moment in a video, or a whole video where start and end are None.

    Attributes:
        start, end: seconds.
        score: likeness, higher is better; None in answers of 2025.
        text: the spoken words that matched, if the hit is one of speech.
    """

    video_no: str
    video_name: str | None
    start: float | None = None
    end: float | None = None
    score: float | None = None
    text: str | None = None
    video_bucket: str | None = None
    video_blob: str | None = None
    keyframe_bucket: str | None = None
    keyframe_blob: str | None = None
    raw: Raw = attrs.field(repr=False, eq=False, factory=dict)


@attrs.frozen(kw_only=True, repr=False)
class CaptionHit(ShortRepr):
    """A caption that matched. start and end in seconds; score is 1 minus the distance."""

    video_no: str
    text: str | None = None
    start: float | None = None
    end: float | None = None
    score: float | None = None
    vector: tuple[float, ...] = attrs.field(default=(), repr=False)
    raw: Raw = attrs.field(repr=False, eq=False, factory=dict)


@attrs.frozen(kw_only=True, repr=False)
class ImageHit(ShortRepr):
    """An image of the private image library that matched.

    Attributes:
        id: 18 digits as text.
        url: signed link.
        taken_at: time of capture. The service keeps it without a time zone; shown as UTC.
    """

    id: str
    name: str | None
    url: str | None = None
    taken_at: datetime | None = None
    camera_model: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    score: float | None = None
    bucket: str | None = None
    blob: str | None = None
    raw: Raw = attrs.field(repr=False, eq=False, factory=dict)


@attrs.frozen(kw_only=True, repr=False)
class Segment(ShortRepr):
    """A stretch of speech, or a scene. start and end in seconds; they may be equal. None: not told.

    Without `raw`: see that of the transcript.
    """

    index: int | None
    text: str | None
    start: float | None
    end: float | None


@attrs.frozen(kw_only=True, repr=False)
class Transcript(ShortRepr):
    """Segments of a video in order of time; gaps are possible.

    Attributes:
        segments: read like a tuple.
    """

    video_no: str
    segments: Sequence[Segment]
    created_at: datetime | None = None
    raw: Raw = attrs.field(repr=False, eq=False, factory=dict)


@attrs.frozen(kw_only=True, repr=False)
class UpdatedTranscription(ShortRepr):
    """A video whose scenes are described anew. What else the answer carries is not known; see raw."""

    video_no: str
    raw: Raw = attrs.field(repr=False, eq=False, factory=dict)


@attrs.frozen(kw_only=True, repr=False)
class SummaryItem(ShortRepr):
    """A chapter (with its start in seconds) or a topic (without)."""

    title: str | None
    description: str | None
    start: float | None = None
    raw: Raw = attrs.field(repr=False, eq=False, factory=dict)


@attrs.frozen(kw_only=True, repr=False)
class Summary(ShortRepr):
    """A summary and its parts. input_tokens and output_tokens: what the language model read and wrote."""

    text: str
    items: tuple[SummaryItem, ...]
    input_tokens: int | None = None
    output_tokens: int | None = None
    raw: Raw = attrs.field(repr=False, eq=False, factory=dict)


@attrs.frozen(kw_only=True, repr=False)
class ReferenceItem(ShortRepr):
    """A place in a video that an answer rests on.

    Attributes:
        type: keyframe, visual_ts (a scene), audio_ts (speech) or video_meta; unknown values are kept.
        start, end: seconds.
        text: spoken words or scene description.
    """

    video_no: str
    type: ReferenceType
    start: float | None = None
    end: float | None = None
    text: str | None = None
    raw: Raw = attrs.field(repr=False, eq=False, factory=dict)


@attrs.frozen(kw_only=True, repr=False)
class Reference(ShortRepr):
    """A video that an answer rests on, with the places in it. duration in seconds."""

    video_no: str | None
    video_name: str | None
    duration: float | None
    items: tuple[ReferenceItem, ...]
    raw: Raw = attrs.field(repr=False, eq=False, factory=dict)


@attrs.frozen(kw_only=True, repr=False)
class Thinking(ShortRepr):
    """A step of the language model's work."""

    title: str | None
    text: str | None
    references: tuple[Reference, ...] = ()
    raw: Raw = attrs.field(repr=False, eq=False, factory=dict)


@attrs.frozen(kw_only=True, repr=False)
class ChatAnswer(ShortRepr):
    """A whole answer.

    Attributes:
        text: Markdown.
        session_id: continues the conversation when passed to the next call.
        references: all of them, whether the service hung them on the answer or on a step of thinking.
    """

    text: str
    session_id: str | None
    thinkings: tuple[Thinking, ...] = ()
    references: tuple[Reference, ...] = ()
    raw: Raw = attrs.field(repr=False, eq=False, factory=dict)


@attrs.frozen(kw_only=True, repr=False)
class ThinkingEvent(ShortRepr):
    """A step of the language model's work."""

    title: str | None
    text: str | None
    session_id: str | None = None
    raw: Raw = attrs.field(repr=False, eq=False, factory=dict)


@attrs.frozen(kw_only=True, repr=False)
class ReferenceEvent(ShortRepr):
    """What the answer rests on."""

    references: tuple[Reference, ...]
    session_id: str | None = None
    raw: Raw = attrs.field(repr=False, eq=False, factory=dict)


@attrs.frozen(kw_only=True, repr=False)
class ContentEvent(ShortRepr):
    """A piece of the answer; join the pieces as they come."""

    text: str
    session_id: str | None = None
    raw: Raw = attrs.field(repr=False, eq=False, factory=dict)


@attrs.frozen(kw_only=True, repr=False)
class UnknownEvent(ShortRepr):
    """An event of a type that this release does not know; see raw."""

    type: str | None
    raw: Raw = attrs.field(repr=False, eq=False, factory=dict)


ChatEvent = ThinkingEvent | ReferenceEvent | ContentEvent | UnknownEvent


@attrs.frozen(kw_only=True, repr=False)
class Session(ShortRepr):
    """A conversation in a list."""

    session_id: str
    title: str | None
    raw: Raw = attrs.field(repr=False, eq=False, factory=dict)


@attrs.frozen(kw_only=True, repr=False)
class Message(ShortRepr):
    """A message of a conversation; role is user or assistant, or None where it is not told."""

    role: str | None
    text: str | None
    thinkings: tuple[Thinking, ...] = ()
    references: tuple[Reference, ...] = ()
    raw: Raw = attrs.field(repr=False, eq=False, factory=dict)


@attrs.frozen(kw_only=True, repr=False)
class SessionDetail(ShortRepr):
    """A conversation with its messages, oldest first."""

    session_id: str
    title: str | None
    messages: tuple[Message, ...]
    raw: Raw = attrs.field(repr=False, eq=False, factory=dict)


@attrs.frozen(kw_only=True, repr=False)
class LegacyFolder(ShortRepr):
    """A folder as v1.1 lists it.

    Attributes:
        id: -1 is the default folder, -2 that of API uploads.
        account: e-mail address of the account.
        parent_id: folder that it lies in; None at the top.
        level: depth, 1 at the top.
    """

    id: int
    name: str | None
    account: str | None = attrs.field(default=None, repr=False)
    parent_id: int | None = None
    level: int | None = None
    raw: Raw = attrs.field(repr=False, eq=False, factory=dict)


@attrs.frozen(kw_only=True, repr=False)
class AccessTokens(ShortRepr):
    """Tokens of v1.0. They are secrets: in no repr.

    Attributes:
        refresh_token: None after a refresh that brought no new one; the one before stays in use.
        type: kind of the access token; no page shows a value.
        expires_in: lifetime of the access token: 2 or 4 hours by the pages, as a number in a unit that none states.
        refresh_expires_in: that of the refresh token, 2 months by the pages; None where it is not told.
    """

    access_token: str = attrs.field(repr=False)
    refresh_token: str | None = attrs.field(default=None, repr=False)
    type: str
    expires_in: int
    refresh_expires_in: int | None = None
    raw: Raw = attrs.field(repr=False, eq=False, factory=dict)


@attrs.frozen(kw_only=True, repr=False)
class ChatTurn(ShortRepr):
    """An earlier question with its answer, in the words of v1.0, whose clients carry what was said.

    Attributes:
        user: what was asked.
        robot: what was answered.
    """

    user: str
    robot: str


@attrs.frozen(kw_only=True, repr=False)
class Fragment(ShortRepr):
    """A stretch of a video that fits a question. The service promises no member: any of them may be None.

    Attributes:
        start, end: seconds by the documentation; the vendor's first client takes them for milliseconds since 1970.
        duration: of the video, in seconds.
        uploaded_at: UTC.
    """

    video_no: str | None = None
    video_name: str | None = None
    start: float | None = None
    end: float | None = None
    status: VideoStatus | None = None
    duration: float | None = None
    uploaded_at: datetime | None = None
    raw: Raw = attrs.field(repr=False, eq=False, factory=dict)


@attrs.frozen(kw_only=True, repr=False)
class TranscriptionTask(ShortRepr):
    """A transcription of v1.0 that was begun: task_no is its id for later calls and in the callback."""

    task_no: str
    raw: Raw = attrs.field(repr=False, eq=False, factory=dict)


@attrs.frozen(kw_only=True, repr=False)
class MaviTranscription(ShortRepr):
    """A transcription of v1.0, finished or not.

    Attributes:
        type: AUDIO (what is said) or VIDEO (what is seen); unknown values are kept.
        status: UNFINISHED, FINISH or FINISHED; unknown values are kept. How a failure is told is not known.
        segments: times in seconds, as in later versions; no page of v1.0 states the unit. What stands here before the
            end is not known either.
    """

    task_no: str
    video_no: str
    type: MaviTranscriptionType
    status: MaviTranscriptionStatus
    segments: tuple[Segment, ...] = ()
    raw: Raw = attrs.field(repr=False, eq=False, factory=dict)

    @property
    def is_finished(self) -> bool:
        """Nothing more will come."""
        return self.status in FINISHED


@attrs.frozen(kw_only=True, repr=False)
class Person(ShortRepr):
    """Somebody to recognise in a video.

    Attributes:
        name: what to call this person in the description.
        url: address of a picture of this person.
    """

    name: str
    url: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class CaptionTask(ShortRepr):
    """A description that was begun. Its callback repeats the id, and is the one way to the result."""

    task_id: str
    raw: Raw = attrs.field(repr=False, eq=False, factory=dict)


@attrs.frozen(kw_only=True, repr=False)
class Caption(ShortRepr):
    """What a model saw in a video or in pictures. The tokens are those of the language model.

    `raw` is the whole answer: it also tells how long the model and the upload took, under names that no source shows.
    """

    text: str
    input_tokens: int
    output_tokens: int
    total_tokens: int
    raw: Raw = attrs.field(repr=False, eq=False, factory=dict)


@attrs.frozen(kw_only=True, repr=False)
class DownloadedFile(ShortRepr):
    """A file that is complete on disk.

    Attributes:
        size: bytes.
        digest: algorithm and hexadecimal digest, such as "sha256:9f86d0..."; None if none was asked for.
    """

    path: Path
    size: int
    digest: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class PublicVideo(ShortRepr):
    """A post in the library that all accounts share. What is not told is None: a recording lacks all counters.

    Attributes:
        status: as for private videos; unknown values are kept.
        duration: seconds.
        created_at: when it entered the library, UTC.
        published_at: when it was posted, UTC.
        url: page of the post or its player, no video file.
        creator: name of the account that posted it.
        language: of the caption, such as "en".
        hashtags: without #.
    """

    video_no: str
    name: str | None
    status: VideoStatus
    duration: float | None = None
    created_at: datetime | None = None
    published_at: datetime | None = None
    url: str | None = None
    creator: str | None = None
    like_count: int | None = None
    share_count: int | None = None
    comment_count: int | None = None
    view_count: int | None = None
    collect_count: int | None = None
    language: str | None = None
    music_name: str | None = None
    hashtags: tuple[str, ...] = ()
    raw: Raw = attrs.field(repr=False, eq=False, factory=dict)


@attrs.frozen(kw_only=True, repr=False)
class ImportTask(ShortRepr):
    """An import that was begun. task_id: for `client.imports.wait` and `client.imports.status`."""

    task_id: str
    raw: Raw = attrs.field(repr=False, eq=False, factory=dict)


@attrs.frozen(kw_only=True, repr=False)
class HashtagImportTask(ShortRepr):
    """An import of hashtags that was begun. task_id: None where the service gives none, as one page shows it."""

    task_id: str | None
    raw: Raw = attrs.field(repr=False, eq=False, factory=dict)


@attrs.frozen(kw_only=True, repr=False)
class ImportProgress(ShortRepr):
    """The videos that an import has brought so far. The service tells no state of the import itself.

    Attributes:
        task_id: None in recorded answers.
        videos: empty while posts are downloaded, and for ever where a platform is not served. Their status is None
            in answers that list ids alone (documented in 2025).
    """

    task_id: str | None
    videos: tuple[Video, ...]
    raw: Raw = attrs.field(repr=False, eq=False, factory=dict)

    @property
    def ready(self) -> tuple[Video, ...]:
        """Those that are indexed."""
        return tuple(video for video in self.videos if video.is_ready)

    @property
    def failed(self) -> tuple[Video, ...]:
        """Those whose indexing failed; each has its cause."""
        return tuple(video for video in self.videos if video.is_failed)


@attrs.frozen(kw_only=True, repr=False)
class UploadedImage(ShortRepr):
    """An image that was accepted. Every example shows its id alone; a table promises the rest.

    Attributes:
        id: 18 digits as text.
        status: no source gives its values.
        uploaded_at: UTC.
    """

    id: str
    name: str | None = None
    status: str | None = None
    uploaded_at: datetime | None = None
    raw: Raw = attrs.field(repr=False, eq=False, factory=dict)


@attrs.frozen(kw_only=True, repr=False)
class Image(ShortRepr):
    """An image of the private image library in a list. No source describes the list: most members may be None.

    Attributes:
        id: 18 digits as text.
        status: no source gives its values.
        uploaded_at: UTC; None where it comes in another form than milliseconds since 1970 (see raw).
        url: signed link.
        taken_at: time of capture. The service keeps it without a time zone; shown as UTC.
    """

    id: str
    name: str | None = None
    status: str | None = None
    uploaded_at: datetime | None = None
    url: str | None = None
    taken_at: datetime | None = None
    camera_model: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    bucket: str | None = None
    blob: str | None = None
    raw: Raw = attrs.field(repr=False, eq=False, factory=dict)


@attrs.frozen(kw_only=True, repr=False)
class FrameHit(ShortRepr):
    """A frame of a video that looks like the image that was sent.

    Attributes:
        video_no: in answers without an envelope (documented in 2025, never recorded) their `id`, which no source
            explains.
        start, end: seconds of its scene; no end was recorded for private videos.
        score: likeness from 0 to 1, higher is better.
        url: of the frame; answers without an envelope only. platform: likewise.
    """

    video_no: str
    video_name: str | None = None
    start: float | None = None
    end: float | None = None
    score: float | None = None
    url: str | None = None
    platform: PublicPlatform | None = None
    video_bucket: str | None = None
    video_blob: str | None = None
    keyframe_bucket: str | None = None
    keyframe_blob: str | None = None
    raw: Raw = attrs.field(repr=False, eq=False, factory=dict)


@attrs.frozen(kw_only=True, repr=False)
class Folder(ShortRepr):
    """A folder of the account. folder_id: -1 is the default folder, -2 the read-only one of the old API."""

    folder_id: int
    name: str | None
    raw: Raw = attrs.field(repr=False, eq=False, factory=dict)


@attrs.frozen(kw_only=True, repr=False)
class MemoryEntry(ShortRepr):
    """A text to remember.

    Attributes:
        role: whose words these are, any name.
        content: the text. Neither may be empty.
    """

    role: str
    content: str


@attrs.frozen(kw_only=True, repr=False)
class UnspecifiedAnswer(ShortRepr):
    """A success whose content no source shows. data: any JSON, as it came; raw: with its envelope."""

    data: object
    raw: Raw = attrs.field(repr=False, eq=False, factory=dict)

    def __hash__(self) -> int:
        return hash_of_json(self.data)
