"""Prepares the specification for schemathesis, and the requests that it generates for the emulator."""

import os
from collections.abc import Mapping
from typing import Any

import schemathesis
from schemathesis.config import SchemathesisConfig

from memories_ai_contract.checks import AnyCase
from memories_ai_contract.film import CUT_NAME, short_cut
from memories_ai_contract.specification import Specification

# Another one makes other requests: see campaign.py.
SEED = int(os.environ.get("MEMORIES_CONTRACT_SEED", "20260720"))
RESPONSE_SECONDS = 5.0
# Reproducible: nothing that a run learns from answers, or from an earlier run, may shape its requests.
_UNLEARNED = {"extra-data-sources": {"responses": False}}
_CONFIG = {
    "seed": SEED,
    "cache": {"enabled": False},
    "generation": {
        "database": "none",
        # A missing key would hide the other faults of a request; test_behaviour_reading.py sends such requests.
        "with-security-parameters": False,
    },
    # A stream must be read to its end to see that it has one.
    "max-stream-events": 10_000,
    "checks": {"max_response_time": RESPONSE_SECONDS},
}
# A film and its links live in one namespace and folder; these would put it elsewhere, or make the service refuse it.
_SCATTERING = ("unique_id", "folder_id", "latitude", "longitude")
_MAX_ADDRESS = 299
_PLATFORMS = ("tiktok.com", "youtube.com", "youtu.be", "instagram.com")


# schemathesis names no public type for a schema.
def load_schema(specification: Specification, max_examples: int) -> Any:
    """The specification as schemathesis has it, for `max_examples` fuzzed requests an operation (100 would be read as
    "not set")."""
    phases = {
        "examples": {"enabled": False},
        "coverage": _UNLEARNED,
        "fuzzing": {
            **_UNLEARNED,
            "error-feedback": {"enabled": False},
            "generation": {"max-examples": max_examples},
        },
        # Scenarios are there to get somewhere; what is wrong with single requests is tried by the other phases.
        "stateful": {"generation": {"mode": "positive"}},
    }
    config = SchemathesisConfig.from_dict({**_CONFIG, "phases": phases})
    return schemathesis.openapi.from_dict(_adapted(specification.document), config=config)


def make_real(case: AnyCase, film_url: str) -> None:
    """Put what exists in place of what was made up: a film for the text of a file part, and this machine for other
    hosts, in addresses of the same length (nothing may leave the machine)."""
    if not isinstance(case.body, dict):
        return
    # The values of a body are JSON, but for files.
    body: dict[str, Any] = case.body
    # In JSON a member of these names is only a made-up one.
    for name in ("file", "files") if case.media_type == "multipart/form-data" else ():
        if _is_content(body.get(name)):
            body[name] = short_cut()
    for name, value in body.items():
        if name != "username":
            body[name] = _on_this_machine(value, film_url)


# A part of a body is any JSON.
def _on_this_machine(value: Any, film_url: str) -> Any:
    """The same with addresses on this machine, but for those of social platforms, which the emulator never fetches."""
    if isinstance(value, list):
        return [_on_this_machine(each, film_url) for each in value]
    if isinstance(value, dict):
        return {name: _on_this_machine(each, film_url) for name, each in value.items()}
    if not isinstance(value, str) or not value.lower().startswith("http") or len(value) > _MAX_ADDRESS:
        return value
    return value if any(name in value for name in _PLATFORMS) else f"{film_url}?".ljust(len(value), "x")


def gather(case: AnyCase) -> None:
    """Drop what would keep the steps of a scenario from finding each other's films.

    The links of the specification pass no namespace on: a link's body cannot leave out what the upload left out.
    Operations on folders are about these.
    """
    if "folders" in case.operation.definition.raw["tags"]:
        return
    for name in _SCATTERING:
        case.query.pop(name, None)
        if isinstance(case.body, dict):
            case.body.pop(name, None)


def _is_content(value: object) -> bool:
    # schemathesis wraps bytes into a class of its own.
    return value is not None and not isinstance(value, bool | int | float | dict | list)


def _adapted(node: Any) -> Any:
    """A copy of the document with what schemathesis wants in addition.

    The keyword `itemSchema` under the name that OpenAPI 3.2 gives it; a file name for file parts; and link bodies that
    replace the generated ones: merged into them, a film would be asked for together with made-up ones.
    """
    if isinstance(node, list):
        return [_adapted(value) for value in node]
    if not isinstance(node, Mapping):
        return node
    copy = {"itemSchema" if name == "x-itemSchema" else name: _adapted(value) for name, value in node.items()}
    if "x-bare-text" in copy:
        # Events of JSON, and some of bare text: schemathesis cannot be told so. `read_answer` looks at both.
        del copy["contentMediaType"], copy["contentSchema"]
    if "operationId" in copy and "requestBody" in copy and "responses" not in copy:
        copy["x-schemathesis"] = {"merge_body": False}
    if copy.get("contentType") == "video/mp4":
        named = {"schema": {"type": "string"}, "example": f'form-data; name="file"; filename="{CUT_NAME}"'}
        copy["headers"] = {"Content-Disposition": named}
    return copy
