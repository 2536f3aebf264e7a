"""Reads the bundled OpenAPI document: which operations exist, and what each of them takes."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from memories_ai_mock.settings import SetupError

Schema = Mapping[str, Any]

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
# OpenAPI leaves these headers to the media types and the security scheme.
PARAMETER_LOCATIONS = ("query", "path")
DEFAULT_SECURITY = ({"apiKey": ()},)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A query or path parameter."""

    name: str
    location: str
    required: bool
    schema: Schema


@dataclass(frozen=True, slots=True)
class RateLimit:
    """At most `requests` per second, minute or day, counted over all operations of a group."""

    requests: int
    per: str
    group: str


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation of the document.

    Attributes:
        bodies: Maps media type to schema.
        scheme: Name of the security scheme; None: no key is needed.
        envelope: In which dialect it answers.
        idempotent: Whether a request that may have arrived can be sent again.
        rate_limits: Those that the newest source tells.
    """

    id: str
    method: str
    path: str
    parameters: tuple[Parameter, ...]
    bodies: Mapping[str, Schema]
    body_required: bool
    scheme: str | None
    envelope: str
    idempotent: bool
    rate_limits: tuple[RateLimit, ...]


class Spec:
    """The operations of an OpenAPI document, by operationId."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self.document = document
        self.operations = {operation.id: operation for operation in self._read_operations()}

    def resolve(self, schema: Schema) -> Schema:
        """Follow `$ref` within the document until a schema without one is reached."""
        while "$ref" in schema:
            schema = self._at(schema["$ref"])
        return schema

    def types(self, schema: Schema) -> frozenset[str]:
        """The JSON types that a schema admits, looking through references and alternatives; empty: any."""
        schema = self.resolve(schema)
        declared = schema.get("type", [])
        found = {declared} if isinstance(declared, str) else set(declared)
        for keyword in ("anyOf", "oneOf", "allOf"):
            for part in schema.get(keyword, []):
                found |= self.types(part)
        return frozenset(found)

    def properties(self, schema: Schema) -> Mapping[str, Schema]:
        """The members of an object schema, those of its `allOf` parts included."""
        schema = self.resolve(schema)
        found: dict[str, Schema] = {}
        for part in schema.get("allOf", []):
            found.update(self.properties(part))
        found.update(schema.get("properties", {}))
        return found

    def items(self, schema: Schema) -> Schema:
        """The schema of an array's items; empty if it says nothing about them."""
        items: Schema = self.resolve(schema).get("items", {})
        return items

    def is_file(self, schema: Schema) -> bool:
        """Whether a form member is sent as a file part."""
        return self.resolve(schema).get("format") == "binary"

    def schema_at(self, path: Iterable[str | int]) -> Schema:
        """The schema at a path within the document; empty if there is none."""
        node: Any = self.document
        for part in path:
            node = node.get(part, {}) if isinstance(node, Mapping) else {}
        return node if isinstance(node, Mapping) else {}

    def _at(self, reference: str) -> Schema:
        parts = reference.removeprefix("#/").split("/")
        return self.schema_at(part.replace("~1", "/").replace("~0", "~") for part in parts)

    def _read_operations(self) -> Iterator[Operation]:
        for path, path_item in self.document.get("paths", {}).items():
            for method in METHODS:
                if method in path_item:
                    yield self._read_operation(path, method, path_item)

    def _read_operation(self, path: str, method: str, path_item: Mapping[str, Any]) -> Operation:
        entry = path_item[method]
        declared = [self.resolve(each) for each in (*path_item.get("parameters", ()), *entry.get("parameters", ()))]
        body = self.resolve(entry.get("requestBody", {}))
        return Operation(
            id=entry["operationId"],
            method=method.upper(),
            path=path,
            parameters=tuple(_read_parameter(each) for each in declared if each["in"] in PARAMETER_LOCATIONS),
            bodies={media_type: media.get("schema", {}) for media_type, media in body.get("content", {}).items()},
            body_required=body.get("required", False),
            scheme=next((name for each in entry.get("security", DEFAULT_SECURITY) for name in each), None),
            envelope=entry.get("x-envelope", "platform"),
            idempotent=entry.get("x-idempotent", False),
            rate_limits=_read_rate_limits(entry.get("x-rate-limit", ())),
        )


def _read_parameter(entry: Mapping[str, Any]) -> Parameter:
    return Parameter(entry["name"], entry["in"], entry.get("required", False), entry.get("schema", {}))


def _read_rate_limits(entries: Sequence[Mapping[str, Any]]) -> tuple[RateLimit, ...]:
    newest = [entry for entry in entries if entry["source"] == entries[0]["source"]]
    return tuple(RateLimit(entry["requests"], entry["per"], entry["group"]) for entry in newest)


def load_document() -> Mapping[str, Any]:
    """The bundled document, found beside the generated client without importing that.

    Raises:
        SetupError: there is none, or it is no JSON object.
    """
    path = _bundle_path()
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise SetupError(f"{path}: the bundled spec is missing; run `make generate`") from None
    except (OSError, ValueError) as error:
        raise SetupError(f"{path}: the bundled spec cannot be read ({error}); run `make generate`") from error
    if not isinstance(document, dict):
        raise SetupError(f"{path}: the bundled spec is no JSON object; run `make generate`")
    return document


def _bundle_path() -> Path:
    found = importlib.util.find_spec("memories_ai_generated")
    locations = found.submodule_search_locations if found else None
    if not locations:
        raise SetupError("memories_ai_generated: the package that ships the bundled spec is not installed")
    return Path(locations[0]) / "openapi.json"
