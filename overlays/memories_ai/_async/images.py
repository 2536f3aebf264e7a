"""Images of the private image library."""

from __future__ import annotations

import builtins
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from memories_ai_generated.api.images import list_images, upload_image
from memories_ai_generated.models import ListImagesRequest, UploadImagesForm
from memories_ai_generated.operations import OPERATIONS

from .. import _convert_images as convert
from .. import _file_kinds as kinds
from .. import _validation as check
from .._concurrency import AsyncConcurrency
from .._errors import MemoriesError
from .._options import ImageOptions, given, image_options
from .._types import Image, Page, UploadedImage
from .._uploads import (
    ImageSource,
    ManyProgress,
    Progress,
    check_filenames,
    check_sources,
    numbered_progress,
    open_uploads,
)
from .resource import AsyncResource


class AsyncImages(AsyncResource):
    """Images: `client.images`. They are found by `client.search(..., "BY_IMAGE")`."""

    async def upload(
        self,
        *images: ImageSource,
        filenames: Sequence[str | None] | None = None,
        unique_id: str | None = None,
        datetime_taken: datetime | str | None = None,
        camera_model: str | None = None,
        latitude: float | None = None,
        longitude: float | None = None,
        tags: Sequence[str] | None = None,
        on_progress: ManyProgress | None = None,
        timeout: float | None = None,
    ) -> tuple[UploadedImage, ...]:
        """Upload images in one request, with options that hold for all of them. The service takes all or none.

        How many it takes at once is not known; it names the limit when it refuses. Nor is it known whether images wait
        for indexing, as videos do.

        Args:
            images: each a path, a binary file object (read from where it stands, not closed) or bytes. JPEG, PNG, GIF,
                BMP or WebP, at most 20 MB each. Files are streamed. One that can go back may stand there twice.
            filenames: names to send instead of the files' own, one for each image, None for those that keep theirs.
                What has no name, such as bytes, is named after its format.
            unique_id: namespace; else the client's. The service assumes "default".
            datetime_taken: time of capture, a datetime or `yyyy-MM-dd HH:mm:ss`. No time zone is kept.
            camera_model: at most 200 characters.
            latitude, longitude: place of capture in decimal degrees.
            tags: at most 50; the service adds `api`.
            on_progress: called with (number of the image from 0, bytes sent, bytes in all or None) as it is read.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Returns:
            The new images, in the order of the answer.

        Raises:
            ValidationError: an argument that the service would refuse; nothing was sent.
            MediaError: a file that it would refuse for its type or its size; nothing was sent.
            LocalFileError: a file cannot be read to its end, or became shorter or longer while it was sent.
            MemoriesError: anything else.
        """
        sources = check.some("images", images)
        named = list(zip(sources, check_filenames(filenames, len(sources)), strict=True))
        options = image_options(
            unique_id=self._namespace(unique_id),
            datetime_taken=datetime_taken,
            camera_model=camera_model,
            latitude=latitude,
            longitude=longitude,
            tags=tags,
        )
        return await self._upload(named, options, numbered_progress(on_progress), timeout)

    async def upload_batches(
        self,
        images: Iterable[ImageSource],
        *,
        batch_size: int = 20,
        concurrency: int = 1,
        filenames: Sequence[str | None] | None = None,
        unique_id: str | None = None,
        datetime_taken: datetime | str | None = None,
        camera_model: str | None = None,
        latitude: float | None = None,
        longitude: float | None = None,
        tags: Sequence[str] | None = None,
        on_progress: ManyProgress | None = None,
        timeout: float | None = None,
    ) -> builtins.list[tuple[UploadedImage, ...] | MemoriesError]:
        """Upload many images, so many in each request, with options that hold for all of them.

        A batch that fails does not stop the others. Images are opened when the turn of their batch comes.

        Args:
            images: as `upload` takes them; no file object may stand there twice.
            batch_size: images a request. How many the service takes is not known; it names the limit when it refuses.
            concurrency: how many requests are under way at once, at most.
            filenames: as for `upload`, one for each image of all batches.
            unique_id, datetime_taken, camera_model, latitude, longitude, tags: as for `upload`.
            on_progress: called with (number of the image in the whole list from 0, bytes sent, bytes in all or None),
                never twice at the same time. What it raises ends the whole.
            timeout: seconds for each request with its retries, from its own beginning.

        Returns:
            An item for each batch, in their order: its new images, or the error that it failed with.

        Raises:
            ValidationError: an option, or the list of images, that cannot be right; nothing was sent.
        """
        named = check.some("images", check_sources("images", images, filenames))
        size = check.required_count("batch_size", batch_size)
        starts = range(0, len(named), size)
        progress_of = numbered_progress(on_progress)
        options = image_options(
            unique_id=self._namespace(unique_id),
            datetime_taken=datetime_taken,
            camera_model=camera_model,
            latitude=latitude,
            longitude=longitude,
            tags=tags,
        )
        if timeout is not None:
            check.positive_seconds("timeout", timeout)

        async def one(number: int) -> tuple[UploadedImage, ...]:
            start = starts[number]
            batch = named[start : start + size]
            return await self._upload(batch, options, lambda image: progress_of(start + image), timeout)

        return await AsyncConcurrency(check.required_count("concurrency", concurrency)).map(one, len(starts))

    async def _upload(
        self,
        images: Sequence[tuple[ImageSource, str | None]],
        options: ImageOptions,
        progress_of: Callable[[int], Progress | None],
        timeout: float | None,
    ) -> tuple[UploadedImage, ...]:
        with open_uploads("images", images, kinds.IMAGE, progress_of) as files:
            body = UploadImagesForm(files=files, **options)
            return await self._transport.call(
                OPERATIONS["upload_image"],
                upload_image._get_kwargs(body=body),
                convert.uploaded_images,
                timeout=timeout,
            )

    async def list(
        self,
        *,
        page: int | None = None,
        page_size: int | None = None,
        unique_id: str | None = None,
        timeout: float | None = None,
    ) -> Page[Image]:
        """One page of the image library. No source describes the answer, nor whether the service still lists images.

        Args:
            page: 1-based; the service assumes 1.
            page_size: images a page; the service assumes 20. Its largest is not known.
            unique_id: namespace; else the client's.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            ValidationError: an argument that the service would refuse; nothing was sent.
            NotFoundError: the service has withdrawn the operation.
            MemoriesError: anything else.
        """
        body = ListImagesRequest(
            page=given(check.between("page", page, 1)),
            page_size=given(check.between("page_size", page_size, 1)),
            unique_id=self._namespace(unique_id),
        )
        return await self._transport.call(
            OPERATIONS["list_images"], list_images._get_kwargs(body=body), convert.image_list, timeout=timeout
        )
