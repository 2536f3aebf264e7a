"""The bundled spec as the rules see it: its objects by kind, its references resolved, its schemas ready to validate."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any, NamedTuple
from urllib.parse import quote

import jsonschema_rs

from codegen.bundle import Bundle
from codegen.findings import Finding
from codegen.pointers import Pointer, follow, format_fragment, parse_fragment

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_URN = "urn:openapi"

# Where the objects of OpenAPI 3.1 hold further objects: member -> (shape, kind). "*" stands for every member.
_LAYOUT: dict[str, dict[str, tuple[str, str]]] = {
    "document": {"paths": ("map", "path item"), "webhooks": ("map", "path item"), "components": ("one", "components")},
    "components": {
        "schemas": ("map", "schema"),
        "responses": ("map", "response"),
        "parameters": ("map", "parameter"),
        "examples": ("map", "example"),
        "requestBodies": ("map", "request body"),
        "headers": ("map", "parameter"),
        "callbacks": ("map", "callback"),
        "pathItems": ("map", "path item"),
    },
    "path item": {"parameters": ("list", "parameter"), **dict.fromkeys(METHODS, ("one", "operation"))},
    "operation": {
        "parameters": ("list", "parameter"),
        "requestBody": ("one", "request body"),
        "responses": ("map", "response"),
        "callbacks": ("map", "callback"),
    },
    "callback": {"*": ("one", "path item")},
    "request body": {"content": ("map", "media type")},
    "response": {"content": ("map", "media type"), "headers": ("map", "parameter")},
    "parameter": {"schema": ("one", "schema"), "content": ("map", "media type")},
    "media type": {
        **dict.fromkeys(("schema", "x-itemSchema", "x-end-marker"), ("one", "schema")),
        "encoding": ("map", "encoding"),
    },
    "encoding": {"headers": ("map", "parameter")},
    "schema": {
        **dict.fromkeys(("properties", "patternProperties", "dependentSchemas", "$defs"), ("map", "schema")),
        **dict.fromkeys(("allOf", "anyOf", "oneOf", "prefixItems"), ("list", "schema")),
        **dict.fromkeys(
            ("items", "contains", "additionalProperties", "propertyNames", "unevaluatedItems", "unevaluatedProperties",
             "not", "if", "then", "else", "contentSchema", "x-bare-text"),
            ("one", "schema"),
        ),
    },
}  # fmt: skip


class Node(NamedTuple):
    """An object of the document and its place."""

    at: Pointer
    value: dict[str, Any]  # a JSON object

    def child(self, *steps: str | int) -> Node:
        """The object at ``steps`` within this one; an empty one if it is missing."""
        try:
            _, value = follow(self.value, steps)
        except LookupError:
            value = {}
        return Node((*self.at, *steps), value if isinstance(value, dict) else {})


class Spec:
    """The rules' view of a bundle."""

    def __init__(self, bundle: Bundle) -> None:
        self.bundle = bundle
        self.document = bundle.document
        self._registry = jsonschema_rs.Registry([(_URN, self.document)])

    @cached_property
    def _nodes(self) -> list[tuple[str, Node]]:
        return list(_walk("document", (), self.document))

    def every(self, kind: str) -> Iterator[Node]:
        """All objects of a kind that stand in the document themselves, not by reference; of schemas, all."""
        return (node for found, node in self._nodes if found == kind and (kind == "schema" or "$ref" not in node.value))

    def kinds(self) -> Iterator[tuple[Pointer, str]]:
        """The place of every object, references included, and its kind."""
        return ((node.at, found) for found, node in self._nodes)

    def operations(self) -> Iterator[Node]:
        """The operations of the service, which stand at ``paths/<path>/<method>``; no callbacks."""
        return (node for node in self.every("operation") if node.at[0] == "paths" and len(node.at) == 3)

    def resolve(self, node: Node) -> Node:
        """The object a reference leads to, or the node itself."""
        seen = set()
        while "$ref" in node.value and node.at not in seen:
            seen.add(node.at)
            node = Node(*follow(self.document, parse_fragment(node.value["$ref"].removeprefix("#"))))
        return node

    def parameters(self, operation: Node) -> list[Node]:
        """The parameters of an operation and of its path, resolved."""
        path = Node(operation.at[:-1], follow(self.document, operation.at[:-1])[1])
        holders = [holder for holder in (operation, path) if "parameters" in holder.value]
        return [
            self.resolve(holder.child("parameters", index))
            for holder in holders
            for index in range(len(holder.value["parameters"]))
        ]

    def sources(self) -> dict[str, Any]:
        """The sources a statement can name, by id."""
        declared = self.document.get("x-sources")
        return declared if isinstance(declared, dict) else {}

    def hosts(self) -> dict[str, str]:
        """The base URL of each x-host."""
        declared = self.document.get("x-hosts")
        return declared if isinstance(declared, dict) else {}

    def checklist(self) -> dict[str, list[dict[str, str]]]:
        """The documented operations by generation, each with method, host, path and operation; described or not."""
        declared = self.document.get("x-checklist")
        return declared if isinstance(declared, dict) else {}

    def finding(self, at: Pointer, problem: str, remedy: str) -> Finding:
        """Report a place of the document by its source line."""
        return Finding(self.bundle.locate(at), problem, remedy)

    def violations(self, schema: Pointer, instance: Any) -> Iterator[tuple[Pointer, str]]:
        """Where and how a value breaks the schema at a place of the document."""
        reference = {"$ref": f"{_URN}#{quote(format_fragment(schema))}"}
        validator = jsonschema_rs.Draft202012Validator(
            reference, registry=self._registry, validate_formats=True, offline=True
        )
        for error in map(_most_telling, validator.iter_errors(instance)):
            yield tuple(error.instance_path), error.message


def _walk(kind: str, at: Pointer, value: Any) -> Iterator[tuple[str, Node]]:
    if not isinstance(value, dict):
        return
    yield kind, Node(at, value)
    layout = _LAYOUT.get(kind, {})
    for member, content in value.items():
        shape, inner = layout.get(member) or layout.get("*") or ("none", "")
        place = (*at, member)
        if shape == "one":
            yield from _walk(inner, place, content)
        elif shape == "map" and isinstance(content, dict):
            for key, item in content.items():
                yield from _walk(inner, (*place, key), item)
        elif shape == "list" and isinstance(content, list):
            for index, item in enumerate(content):
                yield from _walk(inner, (*place, index), item)


def _most_telling(error: jsonschema_rs.ValidationError) -> jsonschema_rs.ValidationError:
    """For a value that fits no variant of a union: the fault of the variant that came furthest."""
    variants = getattr(error.kind, "context", None)
    if not variants:
        return error
    candidates = [_most_telling(errors[0]) for errors in variants if errors]
    deepest = max(candidates, key=lambda candidate: len(candidate.instance_path), default=error)
    return deepest if len(deepest.instance_path) > len(error.instance_path) else error
