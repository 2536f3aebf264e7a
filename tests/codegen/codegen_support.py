"""A small spec that keeps every rule, as files to bend."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

GOOD_SPEC = {
    "openapi/memories.yaml": """\
        openapi: 3.1.1
        info: {title: Small, version: "1"}
        tags: [{name: videos}, {name: chat}]
        x-sources: {$ref: sources.yaml}
        paths:
          /videos/{video_no}: {$ref: paths/videos/get_video.yaml}
          /chat: {$ref: paths/chat/chat_stream.yaml}
        components:
          securitySchemes:
            apiKey: {type: apiKey, in: header, name: Authorization}
        x-checklist: {$ref: checklist.yaml}
        servers: [{url: "https://api.example.com"}]
        x-hosts: {platform: "https://api.example.com", backend: "https://backend.example.com"}
        """,
    "openapi/checklist.yaml": """\
        first generation:
        - {method: GET, host: platform, path: "/videos/{video_no}", operation: get_video}
        - {method: POST, host: platform, path: /chat, operation: chat_stream}
        """,
    "openapi/sources.yaml": """\
        docs: {title: The documentation, kind: documentation, date: 2025-10}
        """,
    "openapi/paths/videos/get_video.yaml": """\
        get:
          operationId: get_video
          tags: [videos]
          summary: Get a video
          description: Tells what is known.
          security: [{apiKey: []}]
          x-evidence: {grade: documented, sources: [docs]}
          x-idempotent: true
          x-rate-limit: [{requests: 5, per: second, group: list, source: docs}]
          x-host: platform
          x-envelope: platform
          x-timeout-tier: short
          x-quirks: ["duration: text or number"]
          parameters:
            - $ref: ../../parameters/video_no.yaml
          responses:
            "200":
              description: The video, or a failure.
              content:
                application/json:
                  schema:
                    oneOf:
                      - $ref: ../../schemas/VideoResponse.yaml
                      - $ref: ../../schemas/Failure.yaml
                  examples:
                    found: {value: {code: "0000", data: {video_no: VI1, status: PARSE}}}
                    failed: {$ref: ../../examples/failed.yaml}
            "401": {$ref: ../../responses/Failed.yaml}
            "402": {$ref: ../../responses/Failed.yaml}
            "403": {$ref: ../../responses/Failed.yaml}
            "404": {$ref: ../../responses/Failed.yaml}
            "409": {$ref: ../../responses/Failed.yaml}
            "429": {$ref: ../../responses/Failed.yaml}
            "503": {$ref: ../../responses/Failed.yaml}
        """,
    "openapi/paths/chat/chat_stream.yaml": """\
        post:
          operationId: chat_stream
          tags: [chat]
          summary: Chat
          description: Answers in events.
          security: [{apiKey: []}]
          x-evidence: {grade: recorded, sources: [docs]}
          x-idempotent: false
          x-rate-limit: []
          x-host: platform
          x-envelope: stream
          x-timeout-tier: stream
          requestBody:
            required: true
            content:
              application/json:
                schema: {$ref: ../../schemas/ChatRequest.yaml}
                example: {prompt: What happens}
          responses:
            "200":
              description: Events.
              content:
                text/event-stream:
                  x-itemSchema:
                    type: object
                    required: [data]
                    properties:
                      data:
                        type: string
                        contentMediaType: application/json
                        contentSchema: {$ref: ../../schemas/ChatEvent.yaml}
                  example: |
                    data: {"type": "content", "content": "A"}

                    data: "Done"

            "401": {$ref: ../../responses/Failed.yaml}
            "402": {$ref: ../../responses/Failed.yaml}
            "403": {$ref: ../../responses/Failed.yaml}
            "404": {$ref: ../../responses/Failed.yaml}
            "409": {$ref: ../../responses/Failed.yaml}
            "429": {$ref: ../../responses/Failed.yaml}
            "503": {$ref: ../../responses/Failed.yaml}
        """,
    "openapi/responses/Failed.yaml": """\
        description: Refused.
        content:
          application/json:
            schema: {$ref: ../schemas/Failure.yaml}
            example: {code: "0001", msg: unknown}
        """,
    "openapi/parameters/video_no.yaml": """\
        name: video_no
        in: path
        required: true
        description: Which video.
        schema: {type: string}
        example: VI1
        """,
    "openapi/examples/failed.yaml": """\
        summary: No such video
        value: {code: "0001", msg: unknown}
        """,
    "openapi/schemas/VideoResponse.yaml": """\
        type: object
        description: Found.
        required: [code, data]
        properties:
          code: {type: string, const: "0000"}
          data: {$ref: Video.yaml}
        """,
    "openapi/schemas/Video.yaml": """\
        type: object
        description: A video.
        required: [video_no, status]
        properties:
          video_no: {type: string}
          status: {$ref: Status.yaml}
          filter:
            oneOf: [{$ref: Status.yaml}, {type: "null"}]
          duration:
            type: [string, integer]
            x-evidence: {grade: documented, sources: [docs]}
        """,
    "openapi/schemas/Status.yaml": """\
        description: State of indexing.
        type: string
        enum: [PARSE, FAIL]
        """,
    "openapi/schemas/Failure.yaml": """\
        type: object
        description: Refused.
        required: [code, msg]
        properties:
          code: {type: string, not: {const: "0000"}}
          msg: {type: string}
        x-codes:
          "0001": {meaning: Wrong., http: [200, 401], sources: [docs]}
        """,
    "openapi/schemas/ChatRequest.yaml": """\
        type: object
        description: A question.
        required: [prompt]
        properties:
          prompt: {type: string}
        """,
    "openapi/schemas/ChatEvent.yaml": """\
        oneOf:
          - type: object
            required: [type, content]
            properties:
              type: {type: string, const: content}
              content: {type: string}
          - type: string
            const: Done
        """,
    "generator-config.yaml": """\
        project_name_override: small
        post_hooks: []
        """,
}


@dataclass(frozen=True)
class Project:
    """A project directory with a spec in it."""

    root: Path

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8")

    def edit(self, name: str, old: str, new: str) -> int:
        """Replace text that stands exactly once in a file, and return the line it begins on."""
        path = self.root / name
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        path.write_text(text.replace(old, new), encoding="utf-8")
        return text[: text.index(old)].count("\n") + 1
