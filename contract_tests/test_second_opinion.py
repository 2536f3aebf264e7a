"""openapi-core, a validator of another maker, agrees with the suite on what the emulator answers and is asked.

It looks at every operation, and at answers and requests that the suite's own validator refuses.
"""

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest
from openapi_core import OpenAPI
from openapi_core.exceptions import OpenAPIError
from openapi_core.testing import MockRequest, MockResponse

from memories_ai_contract.specification import load_specification
from memories_ai_contract.targets import MOCK_KEY
from memories_ai_contract.validation import JSON
from test_every_operation import Request, World, good_requests, until_it_succeeds, world  # noqa: F401 (a fixture)

SPECIFICATION = load_specification()
# What it reads as text: neither bytes nor streams are its business.
OPAQUE = ("application/octet-stream", "text/event-stream", "image/", "video/")


@pytest.fixture(scope="module")
def second() -> OpenAPI:
    return OpenAPI.from_dict(copy.deepcopy(dict(SPECIFICATION.document)))


def exchanges(world: World, film_url: str) -> Iterator[tuple[str, MockRequest, MockResponse]]:  # noqa: F811 (see above)
    """A good request for each operation, as it went over the wire, and the answer."""
    for operation_id, request in good_requests(world, film_url).items():
        # The first time for what needs a moment, and to see that it succeeds.
        until_it_succeeds(world, operation_id, request)
        operation = SPECIFICATION.operations[operation_id]
        sent = world.target.http.build_request(
            operation.method,
            world.target.base_url + operation.path,
            params=request.get("query"),
            json=request.get("json"),
            data=request.get("form"),
            files=files_of(request),
            headers={"Authorization": MOCK_KEY},
        )
        answer = world.target.http.send(sent)
        content_type = sent.headers.get("content-type", "")
        yield (
            operation_id,
            MockRequest(
                host_of(operation_id),
                operation.method.lower(),
                operation.path,
                args=dict(sent.url.params),
                headers={"Authorization": MOCK_KEY},
                data=sent.read(),
                content_type=content_type,
            ),
            MockResponse(answer.content, answer.status_code, content_type=answer.headers["content-type"]),
        )


def host_of(operation_id: str) -> str:
    host: str = SPECIFICATION.value(SPECIFICATION.operations[operation_id].at)["x-host"]
    return str(SPECIFICATION.document["x-hosts"][host])


def files_of(request: Request) -> list[Any] | None:
    film = [("file", (*request["file"], "video/mp4"))] if "file" in request else []
    return [*film, *request.get("parts", ())] or None


def test_it_agrees_on_every_operation(second: OpenAPI, world: World, film_url: str) -> None:  # noqa: F811 (see above)
    looked_at = 0
    for operation_id, request, response in exchanges(world, film_url):
        if request.content_type in ("", JSON):
            second.validate_request(request)
        if not response.content_type.startswith(OPAQUE):
            second.validate_response(request, response)
            looked_at += 1
            spoilt = json.loads(response.data)
            spoilt["code"] = [spoilt.get("code")]
            with pytest.raises(OpenAPIError):
                second.validate_response(
                    request, MockResponse(json.dumps(spoilt).encode(), 200, content_type=response.content_type)
                )
        assert operation_id in SPECIFICATION.operations
    assert looked_at > 70


@pytest.mark.parametrize(
    ("operation_id", "body"),
    [
        ("list_videos", {"page": "first"}),
        ("search", {}),
        ("chat", {"prompt": "What happens?"}),
        ("caption_video_url", {"video_url": 1, "user_prompt": "What?", "system_prompt": ""}),
        ("import_creator", {"scraper_cnt": 1}),
    ],
)
def test_it_refuses_what_the_emulator_refuses(
    second: OpenAPI,
    world: World,  # noqa: F811 (see above)
    operation_id: str,
    body: dict[str, Any],
) -> None:
    operation = SPECIFICATION.operations[operation_id]
    assert world.target.call(operation_id, json=body).code in ("0001", "0003", -1)
    request = MockRequest(
        host_of(operation_id),
        operation.method.lower(),
        operation.path,
        headers={"Authorization": MOCK_KEY},
        data=json.dumps(body).encode(),
        content_type=JSON,
    )
    with pytest.raises(OpenAPIError):
        second.validate_request(request)
