"""Images of the private image library."""

from __future__ import annotations

import builtins
from collections.abc import Iterable, Sequence
from datetime import datetime

from memories_ai_generated.api.images import list_images, upload_image
from memories_ai_generated.models import ListImagesRequest, UploadImagesForm
from memories_ai_generated.operations import OPERATIONS

from .. import _convert_images as convert
from .. import _validation as check
from .._concurrency import AsyncConcurrency
from .._errors import MemoriesError
from .._images import ImageSource, open_images
from .._options import ImageOptions, given, image_options
from .._types import Image, Page, UploadedImage
from .resource import AsyncResource


class AsyncImages(AsyncResource):
    """Images: `client.images`. They are found by `client.search(..., "BY_IMAGE")`."""

    async def upload(
        self,
        *images: ImageSource,
        filenames: Sequence[str] | None = None,
        unique_id: str | None = None,
        datetime_taken: datetime | str | None = None,
        camera_model: str | None = None,
        latitude: float | None = None,
        longitude: float | None = None,
        tags: Sequence[str] | None = None,
        timeout: float | None = None,
    ) -> tuple[UploadedImage, ...]:
        """Upload images in one request, with options that hold for all of them. The service takes all or none.

        How many it takes at once is not known; it names the limit when it refuses. Nor is it known whether images wait
        for indexing, as videos do.

        Args:
            images: each a path, a binary file object (read from where it stands, not closed) or bytes. JPEG, PNG, GIF,
                BMP or WebP, at most 20 MB each. Files are streamed.
            filenames: names to send instead of the files' own, one for each image. Without a name, bytes are named
                after their format.
            unique_id: namespace; the service assumes "default".
            datetime_taken: time of capture, a datetime or `yyyy-MM-dd HH:mm:ss`. No time zone is kept.
            camera_model: at most 200 characters.
            latitude, longitude: place of capture in decimal degrees.
            tags: at most 50; the service adds `api`.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Returns:
            The new images, in the order of the answer.

        Raises:
            ValidationError: an argument that the service would refuse; nothing was sent.
            MemoriesError: anything else.
        """
        sources = check.some("images", images)
        names = None if filenames is None else check.texts("filenames", filenames)
        check.same_length("filenames", names, sources)
        options = image_options(
            unique_id=self._namespace(unique_id),
            datetime_taken=datetime_taken,
            camera_model=camera_model,
            latitude=latitude,
            longitude=longitude,
            tags=tags,
        )
        return await self._upload(sources, names, options, timeout)

    async def upload_batches(
        self,
        images: Iterable[ImageSource],
        *,
        batch_size: int = 20,
        concurrency: int = 1,
        unique_id: str | None = None,
        datetime_taken: datetime | str | None = None,
        camera_model: str | None = None,
        latitude: float | None = None,
        longitude: float | None = None,
        tags: Sequence[str] | None = None,
        timeout: float | None = None,
    ) -> builtins.list[tuple[UploadedImage, ...] | MemoriesError]:
        """Upload many images, so many in each request, with options that hold for all of them.

        A batch that fails does not stop the others. Images are opened when the turn of their batch comes.

        Args:
            images: as `upload` takes them.
            batch_size: images a request. How many the service takes is not known; it names the limit when it refuses.
            concurrency: how many requests are under way at once, at most.
            timeout: seconds for each request with its retries, from its own beginning.

        Returns:
            An item for each batch, in their order: its new images, or the error that it failed with.

        Raises:
            ValidationError: an option, or the list of images, that cannot be right; nothing was sent.
        """
        sources = check.some("images", check.as_list("images", images))
        size = check.required_count("batch_size", batch_size)
        batches = [sources[start : start + size] for start in range(0, len(sources), size)]
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
            return await self._upload(batches[number], None, options, timeout)

        return await AsyncConcurrency(check.required_count("concurrency", concurrency)).map(one, len(batches))

    async def _upload(
        self,
        images: Sequence[ImageSource],
        filenames: Sequence[str] | None,
        options: ImageOptions,
        timeout: float | None,
    ) -> tuple[UploadedImage, ...]:
        with open_images(images, filenames, "images") as files:
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
