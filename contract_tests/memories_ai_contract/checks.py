"""Checks of generated requests' answers, for schemathesis.

Its own checks judge by the HTTP status, which is 200 for success and failure alike: those that ask whether a request
was refused misfire. `envelope_conformance` asks the same of the business code.
"""

import re
from typing import Any, TypeAlias

import schemathesis
from schemathesis.checks import CheckContext, max_response_time, not_a_server_error
from schemathesis.core.failures import Failure
from schemathesis.core.transport import Response
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from memories_ai_contract.envelope import SUCCESS_CODES, UNAUTHORIZED, is_good_end
from memories_ai_contract.specification import load_specification
from memories_ai_contract.targets import DELETE
from memories_ai_contract.validation import JSON, Answer, ContractError, read_answer
from memories_ai_contract.wire import form_fits

# A generated request, for any kind of operation.
AnyCase: TypeAlias = schemathesis.Case[Any]

WRONG_METHOD = 405
UNKNOWN_VALUE = "0003"
# What says by its code alone that it is done.
WITHOUT_DATA = {
    DELETE,
    "legacy_delete_videos",
    "mavi_delete_videos",
    "delete_folder",
    "move_videos_to_folder",
    "add_memory",
}
# Reasons that a request which fits the specification cannot be refused for.
_INVENTED = re.compile(r"wrong type|is required|malformed", re.IGNORECASE)
_KEY = re.compile(rb"sk-mavi-[\w-]+")


class BrokenEnvelope(Failure):
    """The answer breaks the contract of the envelope."""

    def __init__(self, case: AnyCase, message: str) -> None:
        super().__init__(operation=case.operation.label, title="Broken envelope", message=message)


@schemathesis.check
def envelope_conformance(ctx: CheckContext, response: Response, case: AnyCase) -> bool | None:
    """Refuses and accepts what it should; codes, flags and data agree; streams end; no key in the answer.

    Raises:
        BrokenEnvelope: one of these does not hold.
        AcceptedNegativeData: an invalid request succeeded.
    """
    if _KEY.search(response.content + repr(response.headers).encode()):
        raise BrokenEnvelope(case, "the answer holds an API key")
    if response.status_code == WRONG_METHOD:
        # Chosen by us, as no source shows the service's answer to a wrong method; so no operation declares it.
        if case.method == case.operation.method.upper():
            raise BrokenEnvelope(case, "405 for the method of the specification")
        return None
    try:
        answer = _read(response, case)
    except ContractError as error:
        raise BrokenEnvelope(case, str(error)) from None
    if case.operation.definition.raw["security"]:
        _check_key(case, answer, has_key="Authorization" in response.request.headers)
    # Bytes and streams have no code.
    if answer.code is not None and answer.code not in SUCCESS_CODES:
        _check_reason(case, answer)
    elif not _is_valid_form(response, answer.operation):
        # Knows which invalid values become valid on the wire, such as 1 for a text in a query. Accepts a status of 400
        # and up only, which a success never has.
        negative_data_rejection(ctx, response, case)
    return None


CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    max_response_time,
    envelope_conformance,
]


def succeeded(response: Response, case: AnyCase) -> bool:
    """Did the request bring what was asked for: data in a success envelope, bytes, or a stream that ended well?"""
    try:
        answer = _read(response, case)
    except ContractError:
        return False
    if answer.events:
        return is_good_end(answer.events[-1])
    if answer.media_type != JSON:
        return bool(answer.content)
    if answer.code not in SUCCESS_CODES:
        return False
    empty_lists = isinstance(answer.data, dict) and [] in answer.data.values()
    return answer.operation in WITHOUT_DATA or (bool(answer.data) and not empty_lists)


def _read(response: Response, case: AnyCase) -> Answer:
    operation_id = str(case.operation.definition.raw["operationId"])
    content_type = (response.headers.get("content-type") or [""])[0]
    return read_answer(operation_id, response.status_code, content_type, response.content)


def _check_key(case: AnyCase, answer: Answer, *, has_key: bool) -> None:
    if has_key == (answer.code == UNAUTHORIZED):
        raise BrokenEnvelope(case, f"{'with' if has_key else 'without'} a key the code is {answer.code}")


def _check_reason(case: AnyCase, answer: Answer) -> None:
    is_valid = case.meta is None or not case.meta.generation.mode.is_negative
    reason = str(answer.body.get("msg")) if isinstance(answer.body, dict) else ""
    if is_valid and (answer.code == UNKNOWN_VALUE or _INVENTED.search(reason)):
        raise BrokenEnvelope(case, f"a valid request is refused with {answer.code}: {reason}")


def _is_valid_form(response: Response, operation_id: str) -> bool:
    request = response.request
    body = request.body.encode() if isinstance(request.body, str) else request.body
    content_type = str(request.headers.get("Content-Type", ""))
    return isinstance(body, bytes) and form_fits(load_specification(), operation_id, content_type, body)
