"""Rules on schemas: what the generated models could not tell apart, or would send by accident."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

from codegen.findings import Finding
from codegen.rules.operations import FAILURES, check_evidence
from codegen.spec import Node, Spec

_JSON_TYPES = frozenset({"null", "boolean", "integer", "number", "string", "array", "object"})
_MISSING = object()
# JSON Schema 2020-12 as far as this spec may need it, and what OpenAPI adds to it.
_KEYWORDS = frozenset({
    "$ref", "$defs", "$comment", "title", "description", "default", "deprecated", "readOnly", "writeOnly",
    "example", "examples", "externalDocs", "discriminator", "xml",
    "type", "enum", "const", "format", "contentEncoding", "contentMediaType", "contentSchema",
    "multipleOf", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minLength", "maxLength", "pattern",
    "items", "prefixItems", "contains", "minContains", "maxContains", "minItems", "maxItems", "uniqueItems",
    "unevaluatedItems", "properties", "patternProperties", "additionalProperties", "unevaluatedProperties",
    "propertyNames", "minProperties", "maxProperties", "required", "dependentRequired", "dependentSchemas",
    "allOf", "anyOf", "oneOf", "not", "if", "then", "else",
})  # fmt: skip


def keywords_are_known(spec: Spec) -> Iterator[Finding]:
    """An unknown keyword constrains nothing: a misspelt one, or the rest of a description behind a comma."""
    for node in spec.every("schema"):
        for keyword in node.value.keys() - _KEYWORDS:
            if not keyword.startswith("x-"):
                remedy = "Correct it, or put the text it was cut from into quotation marks."
                yield spec.finding((*node.at, keyword), f"'{keyword}' is no keyword of JSON Schema", remedy)


def required_properties_are_declared(spec: Spec) -> Iterator[Finding]:
    for node in spec.every("schema"):
        if "properties" in node.value:
            yield from _undeclared(spec, node, node.value["properties"])


def _undeclared(spec: Spec, node: Node, declared: Mapping[str, Any]) -> Iterator[Finding]:
    """Names that a schema requires, itself or in its conditions, and does not declare."""
    for index, name in enumerate(node.value.get("required", [])):
        if name not in declared:
            at = (*node.at, "required", index)
            yield spec.finding(at, f"'{name}' is required, and not declared", "Declare it, or correct the name.")
    for keyword in {"if", "then", "else", "not"} & node.value.keys():
        yield from _undeclared(spec, node.child(keyword), declared)


def single_values_are_const(spec: Spec) -> Iterator[Finding]:
    for node in spec.every("schema"):
        if len(node.value.get("enum", "ab")) == 1:
            yield spec.finding((*node.at, "enum"), "an enum of one value", "Write const: <value> instead.")


def nullable_enums_are_named(spec: Spec) -> Iterator[Finding]:
    remedy = "Name the enum in openapi/schemas/ without null, and write oneOf: [{$ref: ...}, {type: 'null'}]."
    for node in spec.every("schema"):
        if "nullable" in node.value:
            yield spec.finding((*node.at, "nullable"), "nullable is no keyword of OpenAPI 3.1", "Use the type 'null'.")
        if "enum" in node.value and (None in node.value["enum"] or "null" in _listed(node.value.get("type"))):
            yield spec.finding((*node.at, "enum"), "the enum is nullable", remedy)
        for union in _unions(node):
            members = [node.child(union, index) for index in range(len(node.value[union]))]
            if any("null" in json_types(spec, member) for member in members):
                for member in members:
                    if "enum" in member.value:
                        yield spec.finding((*member.at, "enum"), "an inline enum is combined with null", remedy)


def defaults_are_sent_on_purpose(spec: Spec) -> Iterator[Finding]:
    for node in spec.every("schema"):
        if "default" in node.value and node.value.get("x-send-default") is not True:
            remedy = "State it in the description, or add x-send-default: true if the client shall send it."
            yield spec.finding((*node.at, "default"), "the default would always be sent", remedy)
        elif "default" in node.value and node.value.get("format") == "password":
            yield spec.finding((*node.at, "default"), "a secret has a default", "Leave it out.")


def property_evidence_is_known(spec: Spec) -> Iterator[Finding]:
    for node in spec.every("schema"):
        if "x-evidence" in node.value:
            yield from check_evidence(spec, node)


def variants_can_be_told_apart(spec: Spec) -> Iterator[Finding]:
    """The generated code picks a variant by JSON type, by const, or by the names of required properties.

    It never tries one after the other, so that a fault inside a variant is an error and not another variant.
    """
    remedy = (
        "Give a property that both require a different const in each (or not: {const: ...} in one), or a property "
        "that only one of them declares and requires."
    )
    for node in spec.every("schema"):
        for union in _unions(node):
            members = list(_members(spec, node, union))
            for first, second in combinations(members, 2):
                if not _told_apart(spec, first, second):
                    pair = f"{_title(first)} and {_title(second)}"
                    yield spec.finding((*node.at, union), f"{pair} cannot be told apart", remedy)


def json_types(spec: Spec, node: Node) -> frozenset[str]:
    """The JSON types that a schema lets through, as far as its own keywords say."""
    node = spec.resolve(node)
    allowed = frozenset(_listed(node.value.get("type"))) or _JSON_TYPES
    if "const" in node.value:
        allowed &= _types_of(node.value["const"])
    if "enum" in node.value:
        allowed &= frozenset().union(*map(_types_of, node.value["enum"]))
    for index in range(len(node.value.get("allOf", []))):
        allowed &= json_types(spec, node.child("allOf", index))
    for union in _unions(node):
        members = (node.child(union, index) for index in range(len(node.value[union])))
        allowed &= frozenset().union(*(json_types(spec, member) for member in members))
    return allowed | ({"integer"} if "number" in allowed else frozenset())


def _listed(types: Any) -> list[str]:
    return [types] if isinstance(types, str) else list(types or [])


def _types_of(value: Any) -> frozenset[str]:
    """The JSON types of a value. A boolean is no integer here."""
    names = {
        type(None): ("null",),
        bool: ("boolean",),
        int: ("integer", "number"),
        float: ("number",),
        str: ("string",),
    }
    return frozenset(names.get(type(value), ("array",) if isinstance(value, list) else ("object",)))


def _unions(node: Node) -> list[str]:
    return [keyword for keyword in ("oneOf", "anyOf") if keyword in node.value]


def _members(spec: Spec, node: Node, union: str) -> Iterator[Node]:
    """The variants of a union; those of unions within it in their place, as the generator has it."""
    for index in range(len(node.value[union])):
        member = node.child(union, index)
        resolved = spec.resolve(member)
        if _unions(resolved):
            for inner in _unions(resolved):
                yield from _members(spec, resolved, inner)
        else:
            yield member


def _told_apart(spec: Spec, first: Node, second: Node) -> bool:
    shared = json_types(spec, first) & json_types(spec, second)
    if not shared:
        return True
    first, second = spec.resolve(first), spec.resolve(second)
    if shared == {"object"}:
        return _objects_told_apart(spec, first, second)
    if shared == {"array"}:
        items = [spec.resolve(node.child("items")) for node in (first, second)]
        objects = all(json_types(spec, item) == {"object"} for item in items)
        return objects and _objects_told_apart(spec, *items)
    values = [node.value.get("const", _MISSING) for node in (first, second)]
    return _MISSING not in values and values[0] != values[1]


def _objects_told_apart(spec: Spec, first: Node, second: Node) -> bool:
    (required, properties), (other_required, other_properties) = _shape(spec, first), _shape(spec, second)
    shared = properties.keys() & other_properties.keys()
    if any(_const_tells(spec, properties[name], other_properties[name]) for name in shared & required & other_required):
        return True
    # An object with this very const would fit both.
    if any(_has_const(spec, properties[name]) != _has_const(spec, other_properties[name]) for name in shared):
        return False
    return bool((required - other_properties.keys()) and (other_required - properties.keys()))


def _shape(spec: Spec, node: Node) -> tuple[set[str], dict[str, Node]]:
    """Required names and properties of an object schema, with those of its allOf."""
    node = spec.resolve(node)
    required = set(node.value.get("required", []))
    properties = {name: node.child("properties", name) for name in node.value.get("properties", {})}
    for index in range(len(node.value.get("allOf", []))):
        inner_required, inner_properties = _shape(spec, node.child("allOf", index))
        required |= inner_required
        properties = {**inner_properties, **properties}
    return required, properties


def _const_tells(spec: Spec, first: Node, second: Node) -> bool:
    values = [_const(spec, node) for node in (first, second)]
    if _MISSING not in values:
        return bool(values[0] != values[1])
    return values[0] in _excluded(second) or values[1] in _excluded(first)


def _has_const(spec: Spec, node: Node) -> bool:
    return _const(spec, node) is not _MISSING


def _const(spec: Spec, node: Node) -> Any:
    """The const of a property. The generator does not see it beside ``type: boolean``, so neither does this rule."""
    value = spec.resolve(node).value
    return _MISSING if value.get("type") == "boolean" else value.get("const", _MISSING)


def _excluded(node: Node) -> list[Any]:
    """The values that a property rules out by ``not``, written in place (the generator follows no reference here)."""
    excluded = node.child("not").value
    return [*excluded.get("enum", []), *([excluded["const"]] if "const" in excluded else [])]


def _title(node: Node) -> str:
    reference = node.value.get("$ref")
    return f"'{reference.rpartition('/')[2]}'" if reference else f"variant {node.at[-1]}"


def codes_are_well_formed(spec: Spec) -> Iterator[Finding]:
    """Business codes: what each means, which declared HTTP statuses it may come with, and who says so."""
    statuses = {200, *map(int, FAILURES)}
    for node in spec.every("schema"):
        for code in node.child("x-codes").value:
            at = (*node.at, "x-codes", code)
            entry = node.child("x-codes", code).value
            lists = [entry.get("http"), entry.get("sources")]
            if not isinstance(entry.get("meaning"), str) or not all(isinstance(each, list | None) for each in lists):
                problem = f"the code '{code}' has no meaning, or no lists"
                yield spec.finding(at, problem, "Give meaning, http: [...] and sources: [...].")
                continue
            for status in entry.get("http") or ["none"]:
                if status not in statuses:
                    remedy = f"Use some of {', '.join(map(str, sorted(statuses)))}."
                    yield spec.finding(at, f"the code '{code}' comes with HTTP status {status}", remedy)
            for source in entry.get("sources") or ["none"]:
                if source not in spec.sources():
                    remedy = "Add it to openapi/sources.yaml."
                    yield spec.finding(at, f"the code '{code}' names the unknown source '{source}'", remedy)
