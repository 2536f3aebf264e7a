# Generated from openapi/ by `make generate`. Do not edit.
"""The behaviour of every operation, as the x- fields of the spec state it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Grade = Literal["recorded", "documented", "inferred"]
Host = Literal["platform", "security", "backend"]
Envelope = Literal["platform", "platform-or-bare", "stream", "bytes", "caption"]
TimeoutTier = Literal["short", "model", "upload", "stream"]
Period = Literal["second", "minute", "hour", "day"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """How an operation is known: recorded from the real service, documented, or inferred; and from which sources."""

    grade: Grade
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RateLimit:
    """A documented limit: so many requests a period, counted together for all operations of the group."""

    requests: int
    per: Period
    group: str
    source: str


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation.

    ``module`` is the generated module that builds its requests. ``idempotent``: a request that possibly arrived may be
    sent again. ``envelope`` is the dialect in which answers tell success from failure. ``rate_limits`` are newest
    first, and empty if no source gives a figure. ``quirks`` are contradictions between the sources, a line each.
    """

    id: str
    module: str
    method: str
    path: str
    host: Host
    envelope: Envelope
    idempotent: bool
    timeout_tier: TimeoutTier
    rate_limits: tuple[RateLimit, ...]
    evidence: Evidence
    quirks: tuple[str, ...]


# The base URL of each host.
HOSTS: Mapping[Host, str] = MappingProxyType(
    {
        "platform": "https://api.memories.ai",
        "security": "https://security.memories.ai",
        "backend": "https://mavi-backend.memories.ai",
    }
)
OPERATIONS: Mapping[str, Operation] = MappingProxyType(
    {
        "upload": Operation(
            id="upload",
            module="memories_ai_generated.api.videos.upload",
            method="POST",
            path="/serve/api/v1/upload",
            host="platform",
            envelope="platform",
            idempotent=False,
            timeout_tier="upload",
            rate_limits=(
                RateLimit(requests=1, per="minute", group="upload", source="platform-docs-2026"),
                RateLimit(requests=1, per="second", group="upload", source="docs-v1.2-oct"),
            ),
            evidence=Evidence(
                grade="recorded",
                sources=("vendor-notebook-2025-09", "docs-v1.2-oct", "platform-docs-2026", "vendor-openapi-2026-07"),
            ),
            quirks=(
                "Recorded answers carry videoNo, videoName, success and failed; documentation prints videoStatus and uploadTime instead of the flags.",
                "callback: a form field in the samples, a query parameter in the v1.2 table; prose calls it callBackUri.",
                "tags: samples repeat the field, generated curl numbers it (tags[0]); the vendor's client repeats it.",
                "unique_id was required in August 2025 and is optional since; the July 2026 document has folder_id instead.",
                'Callback status PARSE is explained as "being processed" in one place and as success in another.',
                "Documentation says FAILED for an unsupported codec; the recorded status of a failed video is FAIL.",
            ),
        ),
        "upload_url": Operation(
            id="upload_url",
            module="memories_ai_generated.api.videos.upload_url",
            method="POST",
            path="/serve/api/v1/upload_url",
            host="platform",
            envelope="platform",
            idempotent=False,
            timeout_tier="upload",
            rate_limits=(
                RateLimit(requests=1, per="minute", group="upload", source="platform-docs-2026"),
                RateLimit(requests=1, per="second", group="upload", source="docs-v1.2-oct"),
            ),
            evidence=Evidence(
                grade="documented", sources=("docs-v1.2-oct", "platform-docs-2026", "vendor-openapi-2026-07")
            ),
            quirks=(
                "Recorded on the older path /serve/api/video/upload_url only, with videoNo and videoName alone in data.",
                "Explicitly form-encoded; one page shows JSON, and one public client posts JSON (unproven).",
                "tags: samples repeat the field, generated curl numbers it (tags[0]).",
                "Insufficient balance makes the request fail; no page names the code, 0402 is the general one.",
            ),
        ),
        "list_videos": Operation(
            id="list_videos",
            module="memories_ai_generated.api.videos.list_videos",
            method="POST",
            path="/serve/api/v1/list_videos",
            host="platform",
            envelope="platform",
            idempotent=True,
            timeout_tier="short",
            rate_limits=(
                RateLimit(requests=5, per="second", group="list", source="platform-docs-2026"),
                RateLimit(requests=5, per="second", group="list", source="docs-v1.2-oct"),
            ),
            evidence=Evidence(
                grade="recorded",
                sources=(
                    "vendor-notebook-2025-09",
                    "vendor-notebook-2025-08",
                    "docs-v1.2-oct",
                    "vendor-openapi-2026-07",
                ),
            ),
            quirks=(
                "total_count, duration, size and create_time: text in every recording, numbers in the document of July 2026; current_page and page_size are numbers.",
                'cause is the text "null" when nothing failed; documentation names it for failures only.',
                "The older path recorded size in every row, this path recorded none.",
                "Page size: asked for as size, answered as page_size; 200 recorded as the default, v1.2 documentation says 20.",
                "datetime_taken is a number of milliseconds here and text in search and upload.",
                "v1.2 tables put the filters into the query; samples and recordings send JSON.",
                "The namespace is called unique in one sample of August 2025.",
                "Plain filters work before a video is indexed, metadata filters after.",
            ),
        ),
        "get_private_video_details": Operation(
            id="get_private_video_details",
            module="memories_ai_generated.api.videos.get_private_video_details",
            method="GET",
            path="/serve/api/v1/get_private_video_details",
            host="platform",
            envelope="platform",
            idempotent=True,
            timeout_tier="short",
            rate_limits=(),
            evidence=Evidence(grade="inferred", sources=("third-party-clients",)),
            quirks=(
                "The page of v1.2 exists by title only.",
                'Plural "details" here, singular "detail" in the public twin.',
                'Should the path have been withdrawn, the answer is that of any unknown path (recorded), "No static resource".',
                "What an unknown id brings is not known; null is assumed, as get_metadata answers.",
            ),
        ),
        "get_metadata": Operation(
            id="get_metadata",
            module="memories_ai_generated.api.videos.get_metadata",
            method="GET",
            path="/serve/api/v1/get_metadata",
            host="platform",
            envelope="platform",
            idempotent=True,
            timeout_tier="short",
            rate_limits=(),
            evidence=Evidence(
                grade="documented",
                sources=(
                    "platform-docs-2026",
                    "visual-search-docs-2026",
                    "vendor-openapi-2026-07",
                    "vendor-examples-client",
                ),
            ),
            quirks=(
                "An unknown id answers code 0000 with data null; the vendor's live test asserts it.",
                "duration, size, create_time and datetime_taken are 64-bit numbers in the document, text in every recording of like operations.",
                "There is no video_url here, unlike in list_videos.",
                "The vendor's poll helper also reads videoStatus and stops at FAIL, FAILED and ERROR.",
                "There is a limit per account, but no figure.",
            ),
        ),
        "generate_summary": Operation(
            id="generate_summary",
            module="memories_ai_generated.api.videos.generate_summary",
            method="GET",
            path="/serve/api/v1/generate_summary",
            host="platform",
            envelope="platform",
            idempotent=True,
            timeout_tier="model",
            rate_limits=(
                RateLimit(requests=1, per="second", group="summary", source="platform-docs-2026"),
                RateLimit(requests=5, per="second", group="summary", source="docs-v1.2-oct"),
            ),
            evidence=Evidence(
                grade="documented", sources=("docs-v1.2-oct", "docs-v1.2-aug", "vendor-notebook-2025-08")
            ),
            quirks=(
                "Recorded on the older path /serve/api/video/generate_summary only; totalInput and totalOutput are known from there.",
                "The response table (videoNo, summary_type, a list called summary, float times) matches neither example nor recording.",
                "start comes with chapters only; recorded topics have none.",
                "unique_id is called a body parameter of this GET in the table.",
                "The successor site has no page for it.",
            ),
        ),
        "download": Operation(
            id="download",
            module="memories_ai_generated.api.videos.download",
            method="POST",
            path="/serve/api/v1/download",
            host="platform",
            envelope="bytes",
            idempotent=True,
            timeout_tier="stream",
            rate_limits=(
                RateLimit(requests=12, per="minute", group="download", source="platform-docs-2026"),
                RateLimit(requests=12, per="minute", group="download", source="docs-v1.2-oct"),
            ),
            evidence=Evidence(
                grade="documented",
                sources=("docs-v1.2-oct", "platform-docs-2026", "visual-search-docs-2026", "vendor-openapi-2026-07"),
            ),
            quirks=(
                "A POST, although it reads; GET on the same path is another operation.",
                'Code 0001 means "video not found" here and "wrong parameter" in the code table.',
                "One client claims that private videos answer with JSON and public ones with bytes, the opposite of the documentation.",
                "The HTTP status of a failure is not stated; 200 is assumed.",
            ),
        ),
        "delete_videos": Operation(
            id="delete_videos",
            module="memories_ai_generated.api.videos.delete_videos",
            method="POST",
            path="/serve/api/v1/delete_videos",
            host="platform",
            envelope="platform",
            idempotent=True,
            timeout_tier="short",
            rate_limits=(
                RateLimit(requests=5, per="second", group="delete", source="platform-docs-2026"),
                RateLimit(requests=5, per="second", group="delete", source="docs-v1.2-oct"),
            ),
            evidence=Evidence(
                grade="documented",
                sources=(
                    "docs-v1.2-oct",
                    "visual-search-docs-2026",
                    "vendor-openapi-2026-07",
                    "vendor-notebook-2025-08",
                ),
            ),
            quirks=(
                "Recorded on the older path /serve/api/video/delete_videos only.",
                "The body is a bare array, although the table calls it a text named data.",
                "unique_id travels in the query: the table says body, the sample and the newer pages say query.",
                "The code table has 0409 for a repeated delete; newer pages say that a repeated delete succeeds.",
                'Two deletes in a row were seen to bring "Request has exceeded the limit.".',
            ),
        ),
        "search": Operation(
            id="search",
            module="memories_ai_generated.api.search.search",
            method="POST",
            path="/serve/api/v1/search",
            host="platform",
            envelope="platform",
            idempotent=True,
            timeout_tier="short",
            rate_limits=(
                RateLimit(requests=1, per="second", group="search", source="platform-docs-2026"),
                RateLimit(requests=10, per="second", group="search", source="docs-v1.2-oct"),
            ),
            evidence=Evidence(
                grade="documented",
                sources=(
                    "docs-v1.2-oct",
                    "platform-docs-2026",
                    "visual-search-docs-2026",
                    "vendor-openapi-2026-07",
                    "vendor-notebook-2025-08",
                ),
            ),
            quirks=(
                'Recorded on the older path /serve/api/video/search only, where BY_VIDEO answers with the text "null" for times and without a score.',
                "search_type is required up to v1.2; newer pages make BY_CLIP the default and BY_VIDEO its alias.",
                "BY_CAPTION switches to snake_case and numeric times.",
                "BY_IMAGE answers with a page whose list is called item and whose current_page is 0; its total_count is text in v1.2 and a number in the document of July 2026.",
                "camera_tag here, camera_model at upload; tag here, tags at upload; datetime_taken is text here and milliseconds in list_videos.",
                "An answer with code SUCCESS and data.videos was documented in August 2025 and never recorded.",
                'Code 0001 with "network abnormal" is passing; the vendor\'s client tries again after 0.4 s, doubling.',
                "An unknown search_type is documented (for the public twin) to bring 0003.",
            ),
        ),
        "search_audio_transcripts": Operation(
            id="search_audio_transcripts",
            module="memories_ai_generated.api.search.search_audio_transcripts",
            method="GET",
            path="/serve/api/v1/search_audio_transcripts",
            host="platform",
            envelope="platform-or-bare",
            idempotent=True,
            timeout_tier="short",
            rate_limits=(
                RateLimit(requests=1, per="second", group="search", source="platform-docs-2026"),
                RateLimit(requests=10, per="second", group="search", source="docs-v1.2-oct"),
            ),
            evidence=Evidence(
                grade="recorded",
                sources=(
                    "vendor-notebook-2025-09",
                    "platform-docs-2026",
                    "visual-search-docs-2026",
                    "vendor-openapi-2026-07",
                ),
            ),
            quirks=(
                "v1.2 documentation prints an answer without an envelope (results, page, total); two recordings contradict it.",
                "v1.2 documentation calls it a POST on /v1; its own sample and every recording use this GET.",
                'A recording has total_count "3" with one row on a page of 100.',
                "audio_ts holds text, not a time; the list is called videos, though its rows are passages.",
                'A recorded hit says startTime "34" where the transcript\'s segment starts at "35".',
                "page_size: at most 100 and assumed 50 in v1.2; at most 500 and assumed 100 on newer pages.",
                "Newer pages speak of an audio-search limit of the account, without a figure.",
            ),
        ),
        "chat": Operation(
            id="chat",
            module="memories_ai_generated.api.chat.chat",
            method="POST",
            path="/serve/api/v1/chat",
            host="platform",
            envelope="platform",
            idempotent=False,
            timeout_tier="model",
            rate_limits=(
                RateLimit(requests=2, per="minute", group="chat", source="platform-docs-2026"),
                RateLimit(requests=1, per="second", group="chat", source="docs-v1.2-oct"),
            ),
            evidence=Evidence(
                grade="recorded", sources=("vendor-notebook-2025-08", "docs-v1.2-oct", "platform-docs-2026")
            ),
            quirks=(
                "role is ASSISTANT here and assistant in streams and sessions.",
                "session_id: an integer in v1.2 tables, text in examples; a client reports that text other than digits fails.",
                "Body examples call the list videoNos; code, table and recordings use video_nos.",
                "Documentation of August and September 2025 streams from this path too (with Accept text/event-stream); chat_stream took that over.",
                "Recorded references hang on thinkings, those of sessions on the message.",
                "Documented answers leave session_id out; recordings carry it.",
            ),
        ),
        "chat_stream": Operation(
            id="chat_stream",
            module="memories_ai_generated.api.chat.chat_stream",
            method="POST",
            path="/serve/api/v1/chat_stream",
            host="platform",
            envelope="stream",
            idempotent=False,
            timeout_tier="stream",
            rate_limits=(
                RateLimit(requests=2, per="minute", group="chat", source="platform-docs-2026"),
                RateLimit(requests=1, per="second", group="chat", source="docs-v1.2-oct"),
            ),
            evidence=Evidence(grade="documented", sources=("docs-v1.2-oct", "platform-docs-2026")),
            quirks=(
                "No stream was ever recorded; framing and end are inferred from documented samples and from what clients parse.",
                'The end: a data line with the text "Done" in samples, the object {"code":"SUCCESS","data":"Done"} in the response section; clients compare without regard to case.',
                "Any other final text is an error: Error, No videos found for the provided video numbers., user don't login, Video is not parsed:",
                "data lines have no space after the colon in the samples.",
                "sessionId in events, session_id in the request; video_no and videoNo within one event.",
                "The documented ref event is not valid JSON (a comma is missing).",
                "duration of a referenced video is called text or number.",
            ),
        ),
        "get_video_transcription": Operation(
            id="get_video_transcription",
            module="memories_ai_generated.api.transcriptions.get_video_transcription",
            method="GET",
            path="/serve/api/v1/get_video_transcription",
            host="platform",
            envelope="platform",
            idempotent=True,
            timeout_tier="short",
            rate_limits=(
                RateLimit(requests=1, per="second", group="transcription", source="platform-docs-2026"),
                RateLimit(requests=5, per="second", group="transcription", source="docs-v1.2-oct"),
            ),
            evidence=Evidence(
                grade="documented", sources=("docs-v1.2-oct", "docs-v1.2-aug", "vendor-notebook-2025-08")
            ),
            quirks=(
                "The response table (transcription, start, end, text as floats) is contradicted by every example and recording.",
                "unique_id is called a body parameter of this GET in the table; samples put it into the query.",
                "Recorded on the older path /serve/api/video/get_video_transcription only (186 segments, not contiguous).",
                "One page calls it a visual transcript, another audio plus visual.",
            ),
        ),
        "get_audio_transcription": Operation(
            id="get_audio_transcription",
            module="memories_ai_generated.api.transcriptions.get_audio_transcription",
            method="GET",
            path="/serve/api/v1/get_audio_transcription",
            host="platform",
            envelope="platform",
            idempotent=True,
            timeout_tier="short",
            rate_limits=(
                RateLimit(requests=1, per="second", group="transcription", source="platform-docs-2026"),
                RateLimit(requests=5, per="second", group="transcription", source="docs-v1.2-oct"),
            ),
            evidence=Evidence(
                grade="recorded",
                sources=(
                    "vendor-notebook-2025-08",
                    "vendor-notebook-2025-09",
                    "docs-v1.2-aug",
                    "visual-search-docs-2026",
                ),
            ),
            quirks=(
                "The response table (transcription, start, end, text as floats) is contradicted by every example and recording.",
                "unique_id is called a body parameter of this GET in the table; samples put it into the query.",
                "A video without speech is no error; code 0000 with data null was recorded.",
                "Segments begin with a space, and one recorded segment starts and ends at the same second.",
                "Prose mentions a speaker option; no parameter is documented.",
            ),
        ),
        "list_sessions": Operation(
            id="list_sessions",
            module="memories_ai_generated.api.sessions.list_sessions",
            method="GET",
            path="/serve/api/v1/list_sessions",
            host="platform",
            envelope="platform",
            idempotent=True,
            timeout_tier="short",
            rate_limits=(
                RateLimit(requests=5, per="second", group="list", source="platform-docs-2026"),
                RateLimit(requests=5, per="second", group="list", source="docs-v1.2-oct"),
            ),
            evidence=Evidence(
                grade="documented", sources=("docs-v1.2-aug", "vendor-notebook-2025-08", "third-party-clients")
            ),
            quirks=(
                "Recorded on the older path /serve/api/video/list_sessions only.",
                "The response table (session_id, video_no, created_time, total_pages) is contradicted by example and recording.",
                "Some clients send page_size, which no page documents.",
                'A documented example says total_count "18" with twelve rows on a page of 20.',
                "sessionId here, session_id in the detail.",
            ),
        ),
        "get_session_detail": Operation(
            id="get_session_detail",
            module="memories_ai_generated.api.sessions.get_session_detail",
            method="GET",
            path="/serve/api/v1/get_session_detail",
            host="platform",
            envelope="platform",
            idempotent=True,
            timeout_tier="short",
            rate_limits=(),
            evidence=Evidence(
                grade="documented", sources=("docs-v1.2-aug", "vendor-notebook-2025-08", "third-party-clients")
            ),
            quirks=(
                "Recorded on the older path /serve/api/video/get_session_detail only.",
                "The parameter is sessionId, an integer beyond 2^53 in the table; some clients send session_id, unproven.",
                "References hang on the message here and on thinkings in chat answers.",
                "What an unknown id brings is not known; null is assumed.",
            ),
        ),
        "get_access_token": Operation(
            id="get_access_token",
            module="memories_ai_generated.api.auth.get_access_token",
            method="POST",
            path="/auth/api/token/getAccessToken",
            host="backend",
            envelope="platform",
            idempotent=False,
            timeout_tier="short",
            rate_limits=(RateLimit(requests=50, per="day", group="mavi-get-access-token", source="docs-v1.0"),),
            evidence=Evidence(grade="documented", sources=("docs-v1.0",)),
            quirks=(
                "Lifetime of the access token: 4 hours by the introduction, 2 hours by the notes of the operation; that of the refresh token is 2 months.",
                "The introduction sends both tokens to a callback address given in the request; the request has none, and the answer carries the tokens.",
                "clientId is base64 with 44 characters here, and 32 hexadecimal digits in upload callbacks.",
                "The body is marked as not required while both of its members are.",
                "The path is printed without its first slash.",
                "The vendor's first client knows the host as mavi-backend.openinterx.com.",
                "Public clients skip the exchange and send the API key itself to the v1.0 operations; no page describes that.",
            ),
        ),
        "refresh_access_token": Operation(
            id="refresh_access_token",
            module="memories_ai_generated.api.auth.refresh_access_token",
            method="POST",
            path="/auth/api/token/refreshAccessToken",
            host="backend",
            envelope="platform",
            idempotent=False,
            timeout_tier="short",
            rate_limits=(RateLimit(requests=500, per="day", group="mavi-refresh-access-token", source="docs-v1.0"),),
            evidence=Evidence(grade="documented", sources=("docs-v1.0",)),
            quirks=(
                "No new refresh token comes back, unlike with get_access_token.",
                "The path is printed without its first slash.",
                "No page names the code for an expired refresh token; 0401 is the general one.",
            ),
        ),
        "mavi_upload": Operation(
            id="mavi_upload",
            module="memories_ai_generated.api.mavi.mavi_upload",
            method="POST",
            path="/api/serve/video/upload",
            host="backend",
            envelope="platform",
            idempotent=False,
            timeout_tier="upload",
            rate_limits=(
                RateLimit(requests=10, per="minute", group="mavi-upload", source="docs-v1.0"),
                RateLimit(requests=1000, per="day", group="mavi-upload", source="docs-v1.0"),
            ),
            evidence=Evidence(grade="documented", sources=("docs-v1.0", "vendor-sdk")),
            quirks=(
                "callBackUri: required by the table, optional by the overview and for the vendor's client; subTranscription spells it callBackURI.",
                "callBackUri travels in the query although the body is multipart.",
                "Documented answers have neither success nor failed.",
                "duration: in this answer only; later versions dropped it.",
                'Callback status PARSE is explained as "being processed" here, and as success by the code page.',
                "clientId has 32 hexadecimal digits in the callback, and is base64 in the token exchange.",
                "The sample puts Bearer before the token; other v1.0 samples send it raw, and public clients send the API key.",
                "The table of rate limits calls the row update-video.",
                "The vendor's first client knows the host as mavi-backend.openinterx.com.",
            ),
        ),
        "mavi_upload_url": Operation(
            id="mavi_upload_url",
            module="memories_ai_generated.api.mavi.mavi_upload_url",
            method="POST",
            path="/api/serve/video/uploadUrl",
            host="backend",
            envelope="platform",
            idempotent=False,
            timeout_tier="upload",
            rate_limits=(),
            evidence=Evidence(grade="inferred", sources=("vendor-sdk",)),
            quirks=(
                "Known from the vendor's first client only, which reads videoNo and videoName and sends the raw API key.",
                "Posted as JSON; upload_url, its successor, is form-encoded.",
                "callBackUri travels in the query although the address of the video stands in the body.",
                "That client maps HTTP 401, 403, 409 and 429 to errors of its own.",
                "That client knows the host as mavi-backend.openinterx.com.",
            ),
        ),
        "mavi_search_db": Operation(
            id="mavi_search_db",
            module="memories_ai_generated.api.mavi.mavi_search_db",
            method="GET",
            path="/api/serve/video/searchDB",
            host="backend",
            envelope="platform",
            idempotent=True,
            timeout_tier="short",
            rate_limits=(
                RateLimit(requests=200, per="minute", group="mavi-search-db", source="docs-v1.0"),
                RateLimit(requests=1000, per="day", group="mavi-search-db", source="docs-v1.0"),
            ),
            evidence=Evidence(grade="documented", sources=("docs-v1.0", "vendor-sdk")),
            quirks=(
                "In the answer page is the number of pages, and current the number of this page; in the request page is the number of the page.",
                "The counts are numbers here; later versions were recorded with total_count as text.",
                "pageSize is called text in the table, and sent as an integer in the sample.",
                "The filter says FAIL for a failed video; the code page of v1.0 says PARSE_ERROR.",
                "videoName is a parameter of the vendor's first client only.",
                "A public client sends pageNo instead of page; the effect is unknown.",
                "Documented answers have neither success nor failed.",
                "The sample puts Bearer before the token; other v1.0 samples send it raw, and public clients send the API key.",
            ),
        ),
        "mavi_search_ai": Operation(
            id="mavi_search_ai",
            module="memories_ai_generated.api.mavi.mavi_search_ai",
            method="POST",
            path="/api/serve/video/searchAI",
            host="backend",
            envelope="platform",
            idempotent=True,
            timeout_tier="short",
            rate_limits=(
                RateLimit(requests=20, per="minute", group="mavi-search-ai", source="docs-v1.0"),
                RateLimit(requests=1000, per="day", group="mavi-search-ai", source="docs-v1.0"),
            ),
            evidence=Evidence(grade="documented", sources=("docs-v1.0", "vendor-sdk")),
            quirks=(
                "The hits stand under data.videos; later versions were recorded with data as a bare list.",
                "limit is sent by the vendor's first client only.",
                "Documented answers have neither success nor failed.",
                "The sample sends the token raw; other v1.0 samples put Bearer before it, and public clients send the API key.",
            ),
        ),
        "mavi_search_fragments": Operation(
            id="mavi_search_fragments",
            module="memories_ai_generated.api.mavi.mavi_search_fragments",
            method="POST",
            path="/api/serve/video/searchVideoFragment",
            host="backend",
            envelope="platform",
            idempotent=True,
            timeout_tier="short",
            rate_limits=(
                RateLimit(requests=10, per="minute", group="mavi-search-fragments", source="docs-v1.0"),
                RateLimit(requests=1000, per="day", group="mavi-search-fragments", source="docs-v1.0"),
            ),
            evidence=Evidence(grade="documented", sources=("docs-v1.0", "vendor-sdk", "third-party-clients")),
            quirks=(
                "fragmentStartTime and fragmentEndTime: required in the table, missing from the example, read by the vendor's first client and by a public one.",
                "The table makes everything optional that says which video it is, the example shows it.",
                "The times are seconds in the table, milliseconds since 1970 in the words of the vendor's first client.",
                "videoNos: the sample sends an empty list, the vendor's first client asks for one id at least; free accounts may send 50.",
                "limit is sent by the vendor's first client only.",
                "Documented answers have neither success nor failed.",
                "The sample sends the token raw; other v1.0 samples put Bearer before it, and public clients send the API key.",
            ),
        ),
        "mavi_chat": Operation(
            id="mavi_chat",
            module="memories_ai_generated.api.mavi.mavi_chat",
            method="POST",
            path="/api/serve/video/chat",
            host="backend",
            envelope="stream",
            idempotent=False,
            timeout_tier="model",
            rate_limits=(
                RateLimit(requests=10, per="minute", group="mavi-chat", source="docs-v1.0"),
                RateLimit(requests=1500, per="day", group="mavi-chat", source="docs-v1.0"),
            ),
            evidence=Evidence(grade="documented", sources=("docs-v1.0", "vendor-sdk")),
            quirks=(
                "No page describes the stream; its form is inferred from what the vendor's first client parses, and so is its content type.",
                "That client takes a leading data: off the whole answer too, as if that came with it.",
                "Nothing marks the end of a stream; a code other than 0000 ends it with an error.",
                "The question is called message here, and prompt in later versions.",
                "The earlier turns travel in history; later versions have session_id.",
                "Documented answers have neither success nor failed.",
                "The sample sends the token raw; other v1.0 samples put Bearer before it, and public clients send the API key.",
            ),
        ),
        "mavi_submit_transcription": Operation(
            id="mavi_submit_transcription",
            module="memories_ai_generated.api.mavi.mavi_submit_transcription",
            method="POST",
            path="/api/serve/video/subTranscription",
            host="backend",
            envelope="platform",
            idempotent=False,
            timeout_tier="short",
            rate_limits=(
                RateLimit(requests=20, per="minute", group="mavi-transcription-video", source="docs-v1.0"),
                RateLimit(requests=50, per="minute", group="mavi-transcription-audio", source="docs-v1.0"),
                RateLimit(requests=2000, per="day", group="mavi-transcription-video", source="docs-v1.0"),
                RateLimit(requests=4000, per="day", group="mavi-transcription-audio", source="docs-v1.0"),
            ),
            evidence=Evidence(grade="documented", sources=("docs-v1.0", "vendor-sdk")),
            quirks=(
                "callBackURI here and in the body, callBackUri at upload and in the query; the vendor's first client sends callBackUri in the body since April 2025.",
                "Of the limits, those of one group count, by the type that is asked for.",
                "The sample sends the text AUDIO/VIDEO as type.",
                "Documented answers have neither success nor failed.",
                "The sample puts Bearer before the token; other v1.0 samples send it raw, and public clients send the API key.",
            ),
        ),
        "mavi_get_transcription": Operation(
            id="mavi_get_transcription",
            module="memories_ai_generated.api.mavi.mavi_get_transcription",
            method="GET",
            path="/api/serve/video/getTranscription",
            host="backend",
            envelope="platform",
            idempotent=True,
            timeout_tier="short",
            rate_limits=(
                RateLimit(requests=50, per="minute", group="mavi-get-transcription", source="docs-v1.0"),
                RateLimit(requests=10000, per="day", group="mavi-get-transcription", source="docs-v1.0"),
            ),
            evidence=Evidence(grade="documented", sources=("docs-v1.0", "vendor-sdk")),
            quirks=(
                "The prose asks for the number of the video, the parameter is taskNo.",
                "The finished state is FINISH in the table, FINISHED in a comment of the vendor's first client.",
                "Times are JSON numbers here and text in later versions; the position is called id here and index later.",
                "Documented answers have neither success nor failed.",
                "The sample puts Bearer before the token; other v1.0 samples send it raw, and public clients send the API key.",
            ),
        ),
        "mavi_delete_videos": Operation(
            id="mavi_delete_videos",
            module="memories_ai_generated.api.mavi.mavi_delete_videos",
            method="DELETE",
            path="/api/serve/video/delete",
            host="backend",
            envelope="platform",
            idempotent=True,
            timeout_tier="short",
            rate_limits=(),
            evidence=Evidence(grade="documented", sources=("docs-v1.0", "vendor-sdk")),
            quirks=(
                "The body is a bare list in the sample and in the example; the table describes an object with the member videoNos, and marks the body as not required.",
                "The code page has 0409 for deleting twice.",
                "The documented answer has code and msg alone.",
                "At most 500 videos a call; later versions take 100, by POST.",
                "The sample sends the token raw; other v1.0 samples put Bearer before it, and public clients send the API key.",
            ),
        ),
    }
)
