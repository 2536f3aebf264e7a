"""The bundled specification as the suite reads it: operations, and schemas addressed by their place."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any
from urllib.parse import quote

import jsonschema_rs

from memories_ai_contract.cut_text import JsonPath, JsonValue

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_URN = "urn:memories-ai"


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation; `at` is its place in the document."""

    id: str
    method: str
    path: str
    tag: str
    at: JsonPath


@dataclass(frozen=True, slots=True)
class Example:
    """A named example of an answer: `value` is what the body says (text, for a stream)."""

    operation: str
    status: str
    media_type: str
    name: str
    value: JsonValue


class Specification:
    """A bundled OpenAPI document; every reference in it is internal."""

    # An OpenAPI document is any JSON object.
    def __init__(self, document: Mapping[str, Any]) -> None:
        self.document = document
        self._registry = jsonschema_rs.Registry([(_URN, dict(document))])
        self._validators: dict[JsonPath, jsonschema_rs.Draft202012Validator] = {}

    @cached_property
    def operations(self) -> Mapping[str, Operation]:
        """Every operation by its operationId, in the order of the document."""
        found = [
            _operation(path, method, item[method])
            for path, item in self.document["paths"].items()
            for method in METHODS
            if method in item
        ]
        return {operation.id: operation for operation in found}

    # What stands at a place is any JSON.
    def value(self, at: JsonPath) -> Any:
        """What stands at a place. Raises LookupError where there is nothing."""
        node: Any = self.document
        for step in at:
            node = node[step]
        return node

    def resolve(self, at: JsonPath) -> JsonPath:
        """The place itself, or the one that the references there lead to."""
        node = self.value(at)
        while isinstance(node, dict) and "$ref" in node:
            at = tuple(_unescape(step) for step in node["$ref"].removeprefix("#/").split("/"))
            node = self.value(at)
        return at

    def responses(self, operation_id: str) -> Mapping[str, JsonPath]:
        """Places of an operation's responses, references resolved, by HTTP status (as text)."""
        responses = (*self.operations[operation_id].at, "responses")
        return {status: self.resolve((*responses, status)) for status in self.value(responses)}

    def media_types(self, response: JsonPath) -> Mapping[str, JsonPath]:
        """Places of a response's media types, by their names."""
        return {name: (*response, "content", name) for name in self.value(response).get("content", {})}

    def request_schema(self, operation_id: str, media_type: str) -> JsonPath | None:
        """Place of the schema of a request body of this media type; None if the operation takes none."""
        at: JsonPath = (*self.operations[operation_id].at, "requestBody")
        if "requestBody" not in self.value(at[:-1]):
            return None
        content = (*self.resolve(at), "content")
        return self.resolve((*content, media_type, "schema")) if media_type in self.value(content) else None

    def parameter_places(self, operation_id: str) -> list[JsonPath]:
        """Places of an operation's parameters, references resolved."""
        at: JsonPath = (*self.operations[operation_id].at, "parameters")
        listed = self.value(at) if "parameters" in self.value(at[:-1]) else ()
        return [self.resolve((*at, index)) for index in range(len(listed))]

    def parameters(self, operation_id: str) -> Mapping[str, bool]:
        """Names of an operation's parameters, and whether each is required."""
        parameters = [self.value(at) for at in self.parameter_places(operation_id)]
        return {parameter["name"]: parameter.get("required", False) for parameter in parameters}

    def event_schema(self, media_type: JsonPath, *, bare: bool = False) -> JsonPath | None:
        """Place of the schema of the data of one event, or of `bare` data, which is no JSON; None if there is none."""
        data = (*media_type, "x-itemSchema", "properties", "data")
        keyword = "x-bare-text" if bare else "contentSchema"
        is_declared = "x-itemSchema" in self.value(media_type) and keyword in self.value(data)
        return (*data, keyword) if is_declared else None

    def end_marker(self, media_type: JsonPath) -> JsonPath | None:
        """Place of the schema that the data of a stream's last event fits, and of no other; None if none is stated."""
        return (*media_type, "x-end-marker") if "x-end-marker" in self.value(media_type) else None

    def examples(self) -> Iterator[Example]:
        """The examples of every answer of every operation."""
        for operation in self.operations:
            for status, response in self.responses(operation).items():
                for media_type, place in self.media_types(response).items():
                    for name, value in self._named_examples(place):
                        yield Example(operation, status, media_type, name, value)

    def _named_examples(self, holder: JsonPath) -> Iterator[tuple[str, JsonValue]]:
        node = self.value(holder)
        if "example" in node:
            yield "example", node["example"]
        for name in node.get("examples", {}):
            yield name, self.value(self.resolve((*holder, "examples", name)))["value"]

    def errors(self, schema: JsonPath, value: JsonValue) -> list[jsonschema_rs.ValidationError]:
        """Everything in which a value breaks the schema at a place."""
        return list(self._validator(schema).iter_errors(value))

    def is_valid(self, schema: JsonPath, value: JsonValue) -> bool:
        """Does a value fit the schema at a place?"""
        return self._validator(schema).is_valid(value)

    def _validator(self, schema: JsonPath) -> jsonschema_rs.Draft202012Validator:
        if schema not in self._validators:
            pointer = "".join(f"/{_escape(str(step))}" for step in schema)
            reference = {"$ref": f"{_URN}#{quote(pointer)}"}
            self._validators[schema] = jsonschema_rs.Draft202012Validator(reference, registry=self._registry)
        return self._validators[schema]


def _operation(path: str, method: str, entry: Mapping[str, Any]) -> Operation:
    return Operation(entry["operationId"], method.upper(), path, entry["tags"][0], ("paths", path, method))


@cache
def load_specification() -> Specification:
    """The specification that the generated client ships."""
    return Specification(json.loads(files("memories_ai_generated").joinpath("openapi.json").read_text("utf-8")))


def _escape(step: str) -> str:
    return step.replace("~", "~0").replace("/", "~1")


def _unescape(step: str) -> str:
    return step.replace("~1", "/").replace("~0", "~")
