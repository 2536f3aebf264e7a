"""Is the bundle an OpenAPI 3.1 document at all?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import jsonschema_rs
from jsonschema.exceptions import ValidationError  # type: ignore[import-untyped]  # ships no types
from openapi_spec_validator import OpenAPIV31SpecValidator

from codegen.bundle import Bundle
from codegen.findings import Finding
from codegen.pointers import follow, parse_fragment
from codegen.spec import Spec

_REMEDY = "See the OpenAPI 3.1.1 specification."
_META_SCHEMA = {"$ref": "https://json-schema.org/draft/2020-12/schema"}


def validate(bundle: Bundle) -> list[Finding]:
    """Everything in which the bundle is no valid OpenAPI 3.1 document, by source line."""
    # Each step relies on the shape that the one before it has checked.
    for step in (_shape, _targets, _meaning):
        findings = sorted({*step(bundle)})
        if findings:
            return findings
    return []


def _shape(bundle: Bundle) -> Iterator[Finding]:
    for error in OpenAPIV31SpecValidator.schema_validator.iter_errors(bundle.document):
        yield _finding(bundle, error)
    yield from _schemas(bundle)


def _targets(bundle: Bundle) -> Iterator[Finding]:
    """References that lead to an object of another kind, such as from a list of parameters to a schema."""
    kinds = dict(Spec(bundle).kinds())
    for at, kind in kinds.items():
        reference = follow(bundle.document, at)[1].get("$ref")
        if reference is not None:
            target, _ = follow(bundle.document, parse_fragment(reference.removeprefix("#")))
            if kinds.get(target) != kind:
                problem = f"$ref '{reference}' of the bundle does not lead to a {kind}"
                yield Finding(bundle.locate((*at, "$ref")), problem, f"Refer to a {kind}.")


def _meaning(bundle: Bundle) -> Iterator[Finding]:
    try:
        errors = list(OpenAPIV31SpecValidator(bundle.document).iter_errors())
    except Exception as fault:  # the library is not made for every broken document
        problem = f"the spec cannot be checked further ({type(fault).__name__}: {_shorten(str(fault) or 'no message')})"
        yield Finding(bundle.locate(("paths",)), problem, "Look for an object of a wrong kind in what changed last.")
        return
    for error in errors:
        # Faults within a schema come with a path from that schema; _schemas had the whole one. Equal operationIds
        # come without a path; lint names both places.
        if error.absolute_path and error.absolute_path[0] not in bundle.document:
            continue
        if type(error).__name__ == "DuplicateOperationIDError":
            continue
        yield _finding(bundle, error)


def _finding(bundle: Bundle, error: ValidationError) -> Finding:
    where = bundle.locate(_place(bundle, tuple(error.absolute_path), error.message))
    return Finding(where, _shorten(error.message), _REMEDY)


def _place(bundle: Bundle, steps: tuple[Any, ...], message: str) -> tuple[str | int, ...]:
    if steps:
        return follow(bundle.document, steps)[0]
    paths = bundle.document.get("paths")
    paths = paths if isinstance(paths, dict) else {}
    return next((("paths", path) for path in paths if f"'{path}'" in message), ())


def _schemas(bundle: Bundle) -> Iterator[Finding]:
    meta = jsonschema_rs.Draft202012Validator(_META_SCHEMA, validate_formats=True, offline=True)
    spec = Spec(bundle)
    for node in spec.every("media type"):
        if not isinstance(node.value.get("x-itemSchema", {}), dict):
            at = (*node.at, "x-itemSchema")
            yield Finding(bundle.locate(at), "x-itemSchema is not a mapping", "Write the schema of one event.")
    for node in spec.every("schema"):
        for error in meta.iter_errors(node.value):
            place = (*node.at, *error.instance_path)
            yield Finding(bundle.locate(place), _shorten(error.message), "See JSON Schema 2020-12.")


def _shorten(message: str) -> str:
    first = message.strip().splitlines()[0].rstrip(".")
    return first if len(first) <= 200 else f"{first[:200]} …"
