"""Goes through a value together with the schemas that apply to each part of it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from memories_ai_contract.cut_text import JsonPath, JsonValue
from memories_ai_contract.recordings import errors_beyond_cut
from memories_ai_contract.specification import Specification


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a value: `schemas` are the places in the document of the schemas that describe it, references
    resolved. It has none if it is declared nowhere; parts of such a part are not visited.
    """

    path: JsonPath
    value: JsonValue
    schemas: tuple[JsonPath, ...]


def walk(
    specification: Specification, schema: JsonPath, value: JsonValue, open_paths: Sequence[JsonPath] = ()
) -> Iterator[Part]:
    """Every part of a value, each before what is in it.

    Of alternatives (oneOf, anyOf) those apply that the value fits; where it fits none, all do. `open_paths` are the
    containers that a cut left open, and which may lack members for that.
    """
    return _Walk(specification, open_paths).visit([schema], value, ())


class _Walk:
    def __init__(self, specification: Specification, open_paths: Sequence[JsonPath]) -> None:
        self._specification = specification
        self._open_paths = open_paths

    def visit(self, declared: Sequence[JsonPath], value: JsonValue, path: JsonPath) -> Iterator[Part]:
        schemas = tuple(schema for place in declared for schema in self._applying(place, value, path))
        yield Part(path, value, schemas)
        if not schemas:
            return
        if isinstance(value, dict):
            for name, member in value.items():
                declared = [place for schema in schemas for place in self._members(schema, name)]
                yield from self.visit(declared, member, (*path, name))
        elif isinstance(value, list):
            for index, item in enumerate(value):
                declared = [place for schema in schemas for place in self._items(schema)]
                yield from self.visit(declared, item, (*path, index))

    def _applying(self, place: JsonPath, value: JsonValue, path: JsonPath) -> Iterator[JsonPath]:
        schema = self._specification.resolve(place)
        yield schema
        node = self._specification.value(schema)
        for index in range(len(node.get("allOf", ()))):
            yield from self._applying((*schema, "allOf", index), value, path)
        for union in ("oneOf", "anyOf"):
            branches: list[JsonPath] = [(*schema, union, index) for index in range(len(node.get(union, ())))]
            fitting = [branch for branch in branches if self._fits(branch, value, path)]
            for branch in fitting or branches:
                yield from self._applying(branch, value, path)

    def _fits(self, branch: JsonPath, value: JsonValue, path: JsonPath) -> bool:
        open_below = [each[len(path) :] for each in self._open_paths if each[: len(path)] == path]
        return not errors_beyond_cut(self._specification.errors(branch, value), open_below)

    def _members(self, schema: JsonPath, name: str) -> Iterator[JsonPath]:
        node = self._specification.value(schema)
        if _is_anything(node):
            yield schema
        elif name in node.get("properties", {}):
            yield (*schema, "properties", name)
        elif patterns := [pattern for pattern in node.get("patternProperties", {}) if re.search(pattern, name)]:
            yield from ((*schema, "patternProperties", pattern) for pattern in patterns)
        elif isinstance(node.get("additionalProperties"), dict):
            yield (*schema, "additionalProperties")

    def _items(self, schema: JsonPath) -> Iterator[JsonPath]:
        node = self._specification.value(schema)
        if _is_anything(node):
            yield schema
        elif "items" in node:
            yield (*schema, "items")


def _is_anything(schema: Mapping[str, object]) -> bool:
    """Does a schema say nothing of its value? It then declares whatever is in it, too."""
    return all(keyword == "description" or keyword.startswith("x-") for keyword in schema)
