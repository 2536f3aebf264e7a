# Generated from overlays/memories_ai/_async/search.py by `make generate`. Do not edit.
"""Search in the private library and in the public one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Literal, overload

from memories_ai_generated.api.search import (
    search,
    search_audio_transcripts,
    search_clips_by_image,
    search_public,
    search_public_audio_transcripts,
    search_public_similar_images,
    search_similar_images,
)
from memories_ai_generated.models import (
    ClipsByImageForm,
    FilteringLevel,
    PublicPlatform,
    PublicSearchRequest,
    PublicSearchType,
    PublicSimilarImagesForm,
    SearchRequest,
    SearchType,
    SimilarImagesForm,
)
from memories_ai_generated.operations import OPERATIONS
from memories_ai_generated.types import Unset

from .. import _convert as convert
from .. import _file_kinds as kinds
from .. import _validation as check
from .._convert_images import clips, similar_frames
from .._convert_library import public_hits
from .._options import given
from .._types import CaptionHit, FrameHit, ImageHit, Page, SearchHit
from .._uploads import ImageSource, open_upload
from .resource import Resource

MomentType = Literal["BY_CLIP", "BY_VIDEO", "BY_AUDIO", SearchType.BY_CLIP, SearchType.BY_VIDEO, SearchType.BY_AUDIO]
CaptionType = Literal["BY_CAPTION", SearchType.BY_CAPTION]
ImageType = Literal["BY_IMAGE", SearchType.BY_IMAGE]
SearchResult = tuple[SearchHit, ...] | tuple[CaptionHit, ...] | Page[ImageHit]


class Search(Resource):
    """Search: `client.search(...)` by meaning, `client.search.transcripts(...)` literally in speech.

    `public` and `public_transcripts` do the same in the public library. `similar_images`, `public_similar_images` and
    `clips_by_image` look for an image: a path, a binary file object (read from where it stands, not closed), or bytes;
    JPEG, PNG, GIF, BMP or WebP, at most 20 MB. `filename` is sent instead of the file's own name.
    """

    @overload
    def __call__(
        self,
        query: str,
        search_type: MomentType = "BY_CLIP",
        *,
        video_nos: Sequence[str] | None = None,
        unique_id: str | None = None,
        folder_id: int | None = None,
        top_k: int | None = None,
        filtering_level: FilteringLevel | str | None = None,
        tag: str | None = None,
        camera_tag: str | None = None,
        datetime_taken: datetime | str | None = None,
        latitude: float | None = None,
        longitude: float | None = None,
        timeout: float | None = None,
    ) -> tuple[SearchHit, ...]: ...

    @overload
    def __call__(
        self,
        query: str,
        search_type: CaptionType,
        *,
        video_nos: Sequence[str] | None = None,
        unique_id: str | None = None,
        folder_id: int | None = None,
        top_k: int | None = None,
        filtering_level: FilteringLevel | str | None = None,
        tag: str | None = None,
        camera_tag: str | None = None,
        datetime_taken: datetime | str | None = None,
        latitude: float | None = None,
        longitude: float | None = None,
        timeout: float | None = None,
    ) -> tuple[CaptionHit, ...]: ...

    @overload
    def __call__(
        self,
        query: str,
        search_type: ImageType,
        *,
        video_nos: Sequence[str] | None = None,
        unique_id: str | None = None,
        folder_id: int | None = None,
        top_k: int | None = None,
        filtering_level: FilteringLevel | str | None = None,
        tag: str | None = None,
        camera_tag: str | None = None,
        datetime_taken: datetime | str | None = None,
        latitude: float | None = None,
        longitude: float | None = None,
        timeout: float | None = None,
    ) -> Page[ImageHit]: ...

    @overload
    def __call__(
        self,
        query: str,
        search_type: SearchType | str,
        *,
        video_nos: Sequence[str] | None = None,
        unique_id: str | None = None,
        folder_id: int | None = None,
        top_k: int | None = None,
        filtering_level: FilteringLevel | str | None = None,
        tag: str | None = None,
        camera_tag: str | None = None,
        datetime_taken: datetime | str | None = None,
        latitude: float | None = None,
        longitude: float | None = None,
        timeout: float | None = None,
    ) -> SearchResult: ...

    def __call__(
        self,
        query: str,
        search_type: SearchType | str = "BY_CLIP",
        *,
        video_nos: Sequence[str] | None = None,
        unique_id: str | None = None,
        folder_id: int | None = None,
        top_k: int | None = None,
        filtering_level: FilteringLevel | str | None = None,
        tag: str | None = None,
        camera_tag: str | None = None,
        datetime_taken: datetime | str | None = None,
        latitude: float | None = None,
        longitude: float | None = None,
        timeout: float | None = None,
    ) -> SearchResult:
        """Search by meaning; hits come best first. Each successful call costs credits.

        Args:
            query: what to look for, in English.
            search_type: BY_CLIP (scenes; BY_VIDEO is its alias in newer documentation), BY_AUDIO (speech), BY_CAPTION,
                or BY_IMAGE (the private image library).
            video_nos: these videos only, at most 100.
            unique_id: namespace; else the client's.
            folder_id: this folder only; -1 is the default one, -2 the read-only one of the old API.
            top_k: most hits, 1 to 1000 (BY_CAPTION 200); the service assumes 100 (BY_CAPTION 10).
            filtering_level: lowest score: low 0.15, medium 0.225, high 0.4. Without it, everything comes.
            tag, camera_tag: as given at upload.
            datetime_taken: earliest time of capture.
            latitude, longitude: place of capture, both or none.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Returns:
            Hits; for BY_CAPTION captions, for BY_IMAGE a page of images.

        Raises:
            ValidationError: an argument that the service would refuse; nothing was sent.
            MemoriesError: anything else.
        """
        latitude, longitude = check.place(latitude, longitude)
        kind = check.choice("search_type", search_type, SearchType)
        level = None if filtering_level is None else check.choice("filtering_level", filtering_level, FilteringLevel)
        body = SearchRequest(
            search_param=check.non_empty("query", query),
            search_type=kind,
            unique_id=self._namespace(unique_id),
            folder_id=given(check.any_folder(folder_id)),
            top_k=given(check.between("top_k", top_k, 1, 200 if kind == "BY_CAPTION" else 1000)),
            filtering_level=given(level),
            video_nos=given(None if video_nos is None else check.ids("video_nos", video_nos)),
            tag=given(check.optional("tag", tag)),
            camera_tag=given(check.optional("camera_tag", camera_tag)),
            datetime_taken=given(check.capture_time(datetime_taken)),
            latitude=given(latitude),
            longitude=given(longitude),
        )
        return self._transport.call(
            OPERATIONS["search"], search._get_kwargs(body=body), convert.search_result(kind), timeout=timeout
        )

    def transcripts(
        self,
        query: str,
        *,
        page: int | None = None,
        page_size: int | None = None,
        unique_id: str | None = None,
        timeout: float | None = None,
    ) -> Page[SearchHit]:
        """One page of passages whose spoken text contains the phrase as it stands, in any case. Costs credits.

        Args:
            query: the phrase.
            page: 1-based; the service assumes 1.
            page_size: passages a page, 1 to 500; the service assumes 100.
            unique_id: namespace; else the client's.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Returns:
            Hits with start and text; end and score are None. `total` was recorded to exceed what ever comes.

        Raises:
            ValidationError: an argument that the service would refuse; nothing was sent.
            MemoriesError: anything else.
        """
        arguments = search_audio_transcripts._get_kwargs(
            query=check.non_empty("query", query),
            page=given(check.between("page", page, 1)),
            page_size=given(check.between("page_size", page_size, 1, 500)),
            unique_id=self._namespace(unique_id),
        )
        return self._transport.call(
            OPERATIONS["search_audio_transcripts"], arguments, convert.transcript_hits, timeout=timeout
        )

    def public(
        self,
        query: str,
        search_type: PublicSearchType | str = PublicSearchType.BY_VIDEO,
        *,
        platform: PublicPlatform | str | None = None,
        top_k: int | None = None,
        filtering_level: FilteringLevel | str | None = None,
        timeout: float | None = None,
    ) -> tuple[SearchHit, ...]:
        """Search public videos of one platform by meaning; hits come best first. Each successful call costs credits.

        Args:
            query: what to look for, in English.
            search_type: BY_VIDEO (scenes), BY_AUDIO (speech), or BY_CLIP (an alias of BY_VIDEO, which some pages
                refuse).
            platform: TIKTOK, YOUTUBE or INSTAGRAM; the service assumes TIKTOK.
            top_k: most hits, 1 to 1000; the service assumes 100.
            filtering_level: lowest score: low 0.15, medium 0.225, high 0.4. Without it, everything comes.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Returns:
            Hits; whole videos (start, end and score are None) in answers of 2025.

        Raises:
            ValidationError: an argument that the service would refuse, or a platform that it would take for TIKTOK;
                nothing was sent.
            MemoriesError: anything else.
        """
        body = PublicSearchRequest(
            search_param=check.non_empty("query", query),
            search_type=check.choice("search_type", search_type, PublicSearchType),
            type_=_platform(platform),
            top_k=given(check.between("top_k", top_k, 1, 1000)),
            filtering_level=given(
                None if filtering_level is None else check.choice("filtering_level", filtering_level, FilteringLevel)
            ),
        )
        return self._transport.call(
            OPERATIONS["search_public"], search_public._get_kwargs(body=body), public_hits, timeout=timeout
        )

    def public_transcripts(
        self,
        query: str,
        *,
        page: int | None = None,
        page_size: int | None = None,
        timeout: float | None = None,
    ) -> Page[SearchHit]:
        """One page of passages of public videos whose spoken text contains the phrase as it stands. Costs credits.

        Which platforms it looks at, and whether case matters, is not known.

        Args:
            query: the phrase.
            page: 1-based; the service assumes 1.
            page_size: passages a page, 1 to 500; the service assumes 100.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Returns:
            Hits with start and text; end and score are None.

        Raises:
            ValidationError: an argument that the service would refuse; nothing was sent.
            MemoriesError: anything else.
        """
        arguments = search_public_audio_transcripts._get_kwargs(
            query=check.non_empty("query", query),
            page=given(check.between("page", page, 1)),
            page_size=given(check.between("page_size", page_size, 1, 500)),
        )
        return self._transport.call(
            OPERATIONS["search_public_audio_transcripts"], arguments, convert.transcript_hits, timeout=timeout
        )

    def similar_images(
        self,
        image: ImageSource,
        *,
        similarity: float | None = None,
        filename: str | None = None,
        unique_id: str | None = None,
        timeout: float | None = None,
    ) -> tuple[FrameHit, ...]:
        """Frames of private videos that look like an image, best first. Costs credits.

        Args:
            image: as `client.images.upload` takes one.
            similarity: lowest score, 0 to 1; the service assumes 0.85.
            filename: name to send instead of the file's own.
            unique_id: namespace; else the client's.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            ValidationError: an argument that the service would refuse; nothing was sent.
            MemoriesError: anything else.
        """
        least = given(check.fraction("similarity", similarity))
        with open_upload("image", image, kinds.IMAGE, filename) as file:
            body = SimilarImagesForm(file=file, unique_id=self._namespace(unique_id), similarity=least)
            return self._transport.call(
                OPERATIONS["search_similar_images"],
                search_similar_images._get_kwargs(body=body),
                similar_frames,
                timeout=timeout,
            )

    def public_similar_images(
        self,
        image: ImageSource,
        *,
        platform: PublicPlatform | str | None = None,
        similarity: float | None = None,
        filename: str | None = None,
        timeout: float | None = None,
    ) -> tuple[FrameHit, ...]:
        """Frames of public videos of one platform that look like an image, best first. Costs credits.

        Args:
            image: as `client.images.upload` takes one.
            platform: TIKTOK, YOUTUBE or INSTAGRAM; the service assumes TIKTOK.
            similarity: lowest score, 0 to 1; the service assumes 0.85.
            filename: name to send instead of the file's own.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Raises:
            ValidationError: an argument that the service would refuse; nothing was sent.
            MemoriesError: anything else.
        """
        origin, least = _platform(platform), given(check.fraction("similarity", similarity))
        with open_upload("image", image, kinds.IMAGE, filename) as file:
            body = PublicSimilarImagesForm(file=file, type_=origin, similarity=least)
            return self._transport.call(
                OPERATIONS["search_public_similar_images"],
                search_public_similar_images._get_kwargs(body=body),
                similar_frames,
                timeout=timeout,
            )

    def clips_by_image(
        self,
        image: ImageSource,
        video_no: str,
        prompt: str,
        *,
        filename: str | None = None,
        unique_id: str | None = None,
        timeout: float | None = None,
    ) -> tuple[SearchHit, ...]:
        """Where a private video shows what an image shows. Whether they come by score or by time is not known.

        Args:
            image: as `client.images.upload` takes one.
            video_no: id of a video.
            prompt: what in the image matters; English is recommended.
            filename: name to send instead of the file's own.
            unique_id: namespace; else the client's.
            timeout: seconds for the whole call with its retries, instead of the limits of its tier.

        Returns:
            Hits with start, end and score; the answer has no name of the video.

        Raises:
            ValidationError: an argument that the service would refuse; nothing was sent.
            MemoriesError: anything else.
        """
        video, words = check.non_empty("video_no", video_no), check.non_empty("prompt", prompt)
        with open_upload("image", image, kinds.IMAGE, filename) as file:
            body = ClipsByImageForm(file=file, video_no=video, prompt=words, unique_id=self._namespace(unique_id))
            return self._transport.call(
                OPERATIONS["search_clips_by_image"],
                search_clips_by_image._get_kwargs(body=body),
                clips(video),
                timeout=timeout,
            )


def _platform(platform: PublicPlatform | str | None) -> str | Unset:
    """A platform by a name that the service knows: any other would be taken for TIKTOK."""
    return given(None if platform is None else check.choice("platform", platform, PublicPlatform).value)
