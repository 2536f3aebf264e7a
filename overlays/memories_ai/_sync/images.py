# Generated from overlays/memories_ai/_async/images.py by `make generate`. Do not edit.
"""Images of the private image library."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from memories_ai_generated.api.images import list_images, upload_image
from memories_ai_generated.models import ListImagesRequest, UploadImagesForm
from memories_ai_generated.operations import OPERATIONS

from .. import _convert_images as convert
from .. import _validation as check
from .._images import ImageSource, open_images
from .._options import given
from .._types import Image, Page, UploadedImage
from .resource import Resource

MAX_TAGS: Final = 50


class Images(Resource):
    """Images: `client.images`. They are found by `client.search(..., "BY_IMAGE")`."""

    def upload(
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
        with open_images(sources, names, "images") as files:
            body = UploadImagesForm(
                files=files,
                unique_id=self._namespace(unique_id),
                datetime_taken=given(check.capture_time(datetime_taken)),
                camera_model=given(check.camera_model(camera_model)),
                latitude=given(check.degrees("latitude", latitude, 90)),
                longitude=given(check.degrees("longitude", longitude, 180)),
                tags=given(check.tags(tags, MAX_TAGS)),
            )
            return self._transport.call(
                OPERATIONS["upload_image"],
                upload_image._get_kwargs(body=body),
                convert.uploaded_images,
                timeout=timeout,
            )

    def list(
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
        return self._transport.call(
            OPERATIONS["list_images"], list_images._get_kwargs(body=body), convert.image_list, timeout=timeout
        )
