"""Is the bundle an OpenAPI 3.1 document at all?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import jsonschema_rs
from openapi_spec_validator import OpenAPIV31SpecValidator

from codegen.bundle import Bundle
from codegen.findings import Finding
from codegen.pointers import follow
from codegen.spec import Spec

_REMEDY = "See the OpenAPI 3.1.1 specification."
_META_SCHEMA = {"$ref": "https://json-schema.org/draft/2020-12/schema"}


def validate(bundle: Bundle) -> list[Finding]:
    """Everything in which the bundle is no valid OpenAPI 3.1 document, by source line."""
    return sorted({*_structure(bundle), *_schemas(bundle)})


def _structure(bundle: Bundle) -> Iterator[Finding]:
    for error in OpenAPIV31SpecValidator(bundle.document).iter_errors():
        # Faults within a schema come with a path from that schema; _schemas has the whole one. Equal operationIds
        # come without a path; lint names both places.
        if error.absolute_path and error.absolute_path[0] not in bundle.document:
            continue
        if type(error).__name__ == "DuplicateOperationIDError":
            continue
        where = bundle.locate(_place(bundle, tuple(error.absolute_path), error.message))
        yield Finding(where, _shorten(error.message), _REMEDY)


def _place(bundle: Bundle, steps: tuple[Any, ...], message: str) -> tuple[str | int, ...]:
    if steps:
        return follow(bundle.document, steps)[0]
    paths = bundle.document.get("paths", {})
    return next((("paths", path) for path in paths if f"'{path}'" in message), ())


def _schemas(bundle: Bundle) -> Iterator[Finding]:
    meta = jsonschema_rs.Draft202012Validator(_META_SCHEMA, validate_formats=True, offline=True)
    for node in Spec(bundle).every("schema"):
        for error in meta.iter_errors(node.value):
            place = (*node.at, *error.instance_path)
            yield Finding(bundle.locate(place), _shorten(error.message), "See JSON Schema 2020-12.")


def _shorten(message: str) -> str:
    first = message.strip().splitlines()[0].rstrip(".")
    return first if len(first) <= 200 else f"{first[:200]} …"
