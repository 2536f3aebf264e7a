"""Descriptions of videos and images by the caption host."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from contextlib import ExitStack

import memories_ai  # for annotations: it imports its names when they are asked for
from memories_ai_generated.api.captions import (
    caption_image_base64,
    caption_image_file,
    caption_image_url,
    caption_video_file,
    caption_video_file_sync,
    caption_video_url,
    caption_video_url_sync,
)
from memories_ai_generated.models import (
    CaptionImageBase64Request,
    CaptionImageForm,
    CaptionImageRequest,
    CaptionOptions,
    CaptionVideoForm,
    CaptionVideoRequest,
    ImageCaptionOptions,
    ImageType,
)
from memories_ai_generated.operations import OPERATIONS

from .. import _convert_captions as convert
from .. import _file_kinds as kinds
from .. import _validation as check
from .._caption_options import PromptOptions, VideoOptions, prompt_options, video_options
from .._envelope import redact
from .._errors import MemoriesError, ValidationError
from .._options import given
from .._types import Caption, CaptionTask, Person
from .._uploads import (
    ImageSource,
    Progress,
    UploadSource,
    check_web_source,
    is_web_address,
    open_upload,
    open_uploads,
)
from .._waiting import CAPTION_DELIVERED
from .resource import AsyncResource, check_receiver


class AsyncCaptions(AsyncResource):
    """Descriptions: `client.captions`. Nothing has to be uploaded or indexed before.

    The caption host wants a key that was granted for it: `caption_key=` of the client. Its failures have integer codes,
    kept as text in `code` of the error ("-1").
    """

    async def video(
        self,
        source: UploadSource,
        user_prompt: str,
        *,
        system_prompt: str,
        persons: Sequence[Person] = (),
        pictures: Sequence[ImageSource] = (),
        thinking: bool | None = None,
        reasoning_effort: int | None = None,
        qa: bool | None = None,
        filename: str | None = None,
        on_progress: Progress | None = None,
        timeout: float | None = None,
    ) -> Caption:
        """Describe a video and wait for the description.

        The sources disagree on how large a video may be: 20 MB and 20 to 300 seconds in 2025, 8 GB and 2 hours in 2026;
        files beyond 8 GiB are refused here. How this answer looks is not shown by any source: both forms that are known
        from pictures and from the callback are read.

        Args:
            source: path of a file, binary file object (read from where it stands, not closed), bytes, or an http(s) URL
                that the service shall fetch itself. A file is streamed, never held in memory.
            user_prompt: what to find out.
            system_prompt: who the model is to be, such as "You are a video understanding system."; may be empty.
            persons: people to recognise, at most 5.
            pictures: of people, PNG or JPEG, each a path, a binary file object or bytes; sent along with a file (not
                with a URL). How they belong to `persons` is not documented; addresses in Person.url leave no doubt.
            thinking: whether the model thinks before it answers; the service assumes no.
            reasoning_effort: how hard, 1 to 10, with thinking only; -1 leaves it to the model.
            qa: whether the prompt is a question about what is seen; the service assumes no.
            filename: name to send instead of the file's own. Needed for bytes, not for URLs.
            on_progress: called with (bytes sent, bytes in all or None) as the file is read. Not for URLs.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            ValidationError: an argument that the service would refuse; nothing was sent.
            PermissionDeniedError: the key was not granted for this host.
            ProtocolError: the description has another form than both that are known.
            MemoriesError: anything else.
        """
        prompts = prompt_options(user_prompt, thinking=thinking, reasoning_effort=reasoning_effort, qa=qa)
        options = video_options(prompts, system_prompt=system_prompt, callback=None, persons=persons)
        if is_web_address(source):
            check_web_source(filename, on_progress)
            _refuse_with_url(pictures)
            body = CaptionVideoRequest(video_url=check.web_address("source", source), **options)
            return await self._transport.call(
                OPERATIONS["caption_video_url_sync"],
                caption_video_url_sync._get_kwargs(body=body),
                convert.caption,
                timeout=timeout,
            )
        with ExitStack() as files:
            form = _video_form(files, source, filename, on_progress, pictures, options)
            return await self._transport.call(
                OPERATIONS["caption_video_file_sync"],
                caption_video_file_sync._get_kwargs(body=form),
                convert.caption,
                timeout=timeout,
            )

    async def start_video(
        self,
        source: UploadSource,
        user_prompt: str,
        *,
        system_prompt: str,
        callback: str,
        persons: Sequence[Person] = (),
        pictures: Sequence[ImageSource] = (),
        thinking: bool | None = None,
        reasoning_effort: int | None = None,
        qa: bool | None = None,
        filename: str | None = None,
        on_progress: Progress | None = None,
        timeout: float | None = None,
    ) -> CaptionTask:
        """Have a video described. The result comes by callback alone (see `wait`): no operation asks for it.

        Args:
            source, user_prompt, system_prompt, persons, pictures, thinking, reasoning_effort, qa: as for `video`.
            callback: address that receives the result (`webhooks.CaptionCallback` with the same task_id). What a failed
                one carries beside its status is not known.
            filename, on_progress, timeout: as for `video`.

        The documented limit is one request a second.

        Raises:
            ValidationError: an argument that the service would refuse; nothing was sent.
            PermissionDeniedError: the key was not granted for this host.
            MemoriesError: anything else.
        """
        prompts = prompt_options(user_prompt, thinking=thinking, reasoning_effort=reasoning_effort, qa=qa)
        address = check.non_empty("callback", callback)
        options = video_options(prompts, system_prompt=system_prompt, callback=address, persons=persons)
        if is_web_address(source):
            check_web_source(filename, on_progress)
            _refuse_with_url(pictures)
            body = CaptionVideoRequest(video_url=check.web_address("source", source), **options)
            return await self._transport.call(
                OPERATIONS["caption_video_url"],
                caption_video_url._get_kwargs(body=body),
                convert.caption_task,
                timeout=timeout,
            )
        with ExitStack() as files:
            form = _video_form(files, source, filename, on_progress, pictures, options)
            return await self._transport.call(
                OPERATIONS["caption_video_file"],
                caption_video_file._get_kwargs(body=form),
                convert.caption_task,
                timeout=timeout,
            )

    async def wait(
        self, task_id: str, *, receiver: memories_ai.webhooks.AsyncCallbackReceiver, timeout: float | None = None
    ) -> memories_ai.webhooks.CaptionCallback:
        """Wait until the description of `start_video` is delivered, and return it. Nothing is asked meanwhile.

        Who knows the address of the receiver can send one: nothing is signed.

        Args:
            task_id: as `start_video` gave it.
            receiver: a running receiver whose `url` was the `callback` of the task. It may have heard of it before.
            timeout: seconds; 1,800 if it is not given.

        Raises:
            ValidationError: no receiver of this kind of client.
            TaskFailedError: it failed. One whose callback bears no id is not recognised.
            WaitTimeoutError: nothing came in time; it may yet.
            ConfigurationError: the receiver is not running, or was closed meanwhile.
        """
        check_receiver(receiver, required=True)
        task = check.non_empty("task_id", task_id)
        seconds = check.positive_seconds("timeout", CAPTION_DELIVERED.timeout if timeout is None else timeout)
        try:
            return await receiver.wait_for_caption(task, seconds)
        except MemoriesError as error:
            redact(error, self._transport.config)
            raise

    async def image(
        self,
        source: UploadSource | Sequence[UploadSource],
        user_prompt: str,
        *,
        system_prompt: str | None = None,
        thinking: bool | None = None,
        reasoning_effort: int | None = None,
        qa: bool | None = None,
        filename: str | None = None,
        timeout: float | None = None,
    ) -> Caption:
        """Describe one image or several, PNG or JPEG, and wait for the description.

        What the answer to several images looks like is not documented; that to one is read.

        Args:
            source: a path, a binary file object (read from where it stands, not closed), bytes, or an http(s) URL that
                the service shall fetch itself; or a list of files and bytes, or a list of URLs. The bytes of one image
                without a filename are sent within JSON.
            user_prompt: what to find out.
            system_prompt: who the model is to be.
            thinking, reasoning_effort, qa, timeout: as for `video`.
            filename: name to send instead of the file's own, for one image. Not for URLs. What has none is named after
                its format.

        Raises:
            ValidationError: an argument that the service would refuse; nothing was sent.
            PermissionDeniedError: the key was not granted for this host.
            MemoriesError: anything else.
        """
        prompts = prompt_options(user_prompt, thinking=thinking, reasoning_effort=reasoning_effort, qa=qa)
        role = None if system_prompt is None else check.any_text("system_prompt", system_prompt)
        if filename is None and isinstance(source, bytes | bytearray | memoryview):
            return await self._image_within(source, prompts, role, timeout)
        sources = _each(source)
        if not sources:
            raise ValidationError("source: the list is empty. Name at least one image.", field="source")
        addresses = [each for each in sources if is_web_address(each)]
        if addresses and len(addresses) < len(sources):
            raise ValidationError("source: files and URLs are mixed. Make two calls.", field="source")
        if addresses:
            check_web_source(filename, None)
            return await self._images_at(addresses, prompts, role, timeout)
        return await self._image_files(_named(sources, filename), prompts, role, timeout)

    async def _images_at(
        self, addresses: Sequence[str], prompts: PromptOptions, role: str | None, timeout: float | None
    ) -> Caption:
        checked = [check.web_address("source", address) for address in addresses]
        body = CaptionImageRequest(**prompts, system_prompt=given(role))
        if len(checked) == 1:
            body.url = checked[0]
        else:
            body.urls = checked
        return await self._transport.call(
            OPERATIONS["caption_image_url"],
            caption_image_url._get_kwargs(body=body),
            convert.caption,
            timeout=timeout,
        )

    async def _image_files(
        self,
        sources: Sequence[tuple[UploadSource, str | None]],
        prompts: PromptOptions,
        role: str | None,
        timeout: float | None,
    ) -> Caption:
        with open_uploads("source", sources, kinds.CAPTION_IMAGE) as parts:
            body = CaptionImageForm(req=ImageCaptionOptions(**prompts, system_prompt=given(role)), file=parts)
            return await self._transport.call(
                OPERATIONS["caption_image_file"],
                caption_image_file._get_kwargs(body=body),
                convert.caption,
                timeout=timeout,
            )

    async def _image_within(
        self, content: ImageSource, prompts: PromptOptions, role: str | None, timeout: float | None
    ) -> Caption:
        with open_upload("source", content, kinds.CAPTION_IMAGE) as image:
            body = CaptionImageBase64Request(
                image_base64=base64.b64encode(image.payload.read()).decode(),
                img_type=ImageType(str(image.mime_type)),
                **prompts,
                system_prompt=given(role),
            )
        return await self._transport.call(
            OPERATIONS["caption_image_base64"],
            caption_image_base64._get_kwargs(body=body),
            convert.caption,
            timeout=timeout,
        )


def _video_form(
    files: ExitStack,
    source: UploadSource,
    filename: str | None,
    on_progress: Progress | None,
    pictures: Sequence[ImageSource],
    options: VideoOptions,
) -> CaptionVideoForm:
    """The body of a video that is sent along; what it opens is closed with `files`."""
    if isinstance(pictures, str | bytes | bytearray | memoryview) or not isinstance(pictures, Sequence):
        raise ValidationError(
            f"pictures: {check.shown(pictures)} is not a list. Pass [picture, ...].", field="pictures"
        )
    video = files.enter_context(open_upload("source", source, kinds.CAPTION_VIDEO, filename, on_progress))
    named = [(picture, None) for picture in pictures]
    faces = files.enter_context(open_uploads("pictures", named, kinds.CAPTION_IMAGE))
    return CaptionVideoForm(req=CaptionOptions(**options), files=video, file=given(faces or None))


def _each(source: UploadSource | Sequence[UploadSource]) -> list[UploadSource]:
    if isinstance(source, str | bytes | bytearray | memoryview):
        return [source]
    if isinstance(source, Sequence):
        return list(source)  # type: ignore[arg-type]  # mypy forgets that bytes have left
    return [source]


def _named(sources: Sequence[UploadSource], filename: str | None) -> list[tuple[UploadSource, str | None]]:
    if filename is not None and len(sources) > 1:
        raise ValidationError(
            f"filename: one name for {len(sources)} images. Leave it out: they are named after themselves.",
            field="filename",
        )
    return [(source, filename) for source in sources]


def _refuse_with_url(pictures: Sequence[ImageSource]) -> None:
    """What travels with a file only."""
    if pictures:
        raise ValidationError("pictures: they travel with a file only. Use Person(url=...).", field="pictures")
