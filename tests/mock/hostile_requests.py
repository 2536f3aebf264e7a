"""Requests built from the bundled spec, each with one slot that holds whatever is put there."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib import resources
from random import Random
from typing import Any
from urllib.parse import quote_from_bytes

from memories_ai_mock.operations import HANDLERS

JSON_TYPE = "application/json"
FORM_TYPE = "application/x-www-form-urlencoded"
MULTIPART_TYPE = "multipart/form-data"
BOUNDARY = b"----hostile"
METHODS = ("get", "put", "post", "delete", "patch", "head", "options")
# Places of a request that the spec does not list.
HEADERS = ("Accept", "Accept-Encoding", "Authorization", "Content-Type", "Cookie", "Host", "Range", "User-Agent")
JSON, FORM, QUERY, PATH, HEADER = "json", "form", "query", "path", "header"
PART, PART_NAME, FILE_NAME, FILE_TYPE = "part", "part name", "file name", "file type"
MARKER = "@@the slot@@"
MAX_DEPTH = 6

Schema = Mapping[str, Any]
Headers = list[tuple[bytes, bytes]]


@dataclass(frozen=True)
class Operation:
    """What the spec says of an operation that the emulator serves; `bodies` maps media type to schema, `examples` to
    the members of all its examples together."""

    id: str
    method: str
    path: str
    parameters: Mapping[str, Schema]
    places: Mapping[str, str]
    bodies: Mapping[str, Schema]
    examples: Mapping[str, Any]


@dataclass(frozen=True)
class Slot:
    """A place of an operation's request: `path` leads to it within a body, or is the name of a parameter."""

    operation: Operation
    where: str
    path: tuple[str | int, ...]


@dataclass
class Request:
    """An HTTP request, all of it bytes, so that nothing keeps it correct."""

    method: str
    target: bytes
    headers: Headers
    body: bytes | None = None

    def raw(self) -> bytes:
        """The request as it is sent, with the length of its body."""
        length = [] if self.body is None else [(b"Content-Length", str(len(self.body)).encode())]
        return self.head([*self.headers, *length]) + (self.body or b"")

    def head(self, headers: Headers) -> bytes:
        """Request line and headers, with the empty line after them."""
        lines = [self.method.encode() + b" " + self.target + b" HTTP/1.1"]
        lines += [name + b": " + value for name, value in headers]
        return b"\r\n".join(lines) + b"\r\n\r\n"


@dataclass(frozen=True)
class Part:
    """A part of a multipart body."""

    name: bytes
    data: bytes
    file_name: bytes | None = None
    content_type: bytes | None = None

    def raw(self) -> bytes:
        head = b'Content-Disposition: form-data; name="' + self.name + b'"'
        if self.file_name is not None:
            head += b'; filename="' + self.file_name + b'"'
        if self.content_type is not None:
            head += b"\r\nContent-Type: " + self.content_type
        return head + b"\r\n\r\n" + self.data


class Catalogue:
    """The served operations and their schemas."""

    def __init__(self) -> None:
        text = resources.files("memories_ai_generated").joinpath("openapi.json").read_text(encoding="utf-8")
        self._document = json.loads(text)
        self.operations = [each for each in self._read() if each.id in HANDLERS]

    def resolve(self, schema: Schema) -> Schema:
        """Follow references within the document."""
        while "$ref" in schema:
            node: Any = self._document
            for part in schema["$ref"].removeprefix("#/").split("/"):
                node = node[part.replace("~1", "/").replace("~0", "~")]
            schema = node
        return schema

    def properties(self, schema: Schema) -> dict[str, Schema]:
        """The members of an object, those of its parts and of all its alternatives included."""
        schema = self.resolve(schema)
        found: dict[str, Schema] = {}
        for keyword in ("allOf", "anyOf", "oneOf"):
            for part in schema.get(keyword, ()):
                found.update(self.properties(part))
        return {**found, **schema.get("properties", {})}

    def sample(self, schema: Schema, depth: int = 0) -> Any:
        """A value of a schema, with every member that it may have."""
        schema = self.resolve(schema)
        properties = self.properties(schema)
        if properties and depth < MAX_DEPTH:
            return {name: self.sample(each, depth + 1) for name, each in properties.items()}
        for keyword in ("example", "default", "const"):
            if keyword in schema:
                return schema[keyword]
        for keyword in ("examples", "enum"):
            if schema.get(keyword):
                return schema[keyword][0]
        for keyword in ("anyOf", "oneOf", "allOf"):
            if schema.get(keyword):
                return self.sample(schema[keyword][0], depth + 1)
        return self._by_type(schema, depth)

    def required(self, schema: Schema) -> set[str]:
        """The members that an object must have."""
        schema = self.resolve(schema)
        return set(schema.get("required", ())).union(*(self.required(part) for part in schema.get("allOf", ())))

    def is_file(self, schema: Schema) -> bool:
        """Whether a part of a form is a file, or several."""
        schema = self.resolve(schema)
        return schema.get("format") == "binary" or ("items" in schema and self.is_file(schema["items"]))

    def _by_type(self, schema: Schema, depth: int) -> Any:
        kind = schema.get("type", "string")
        kind = kind if isinstance(kind, str) else kind[0]
        if kind == "array":
            return [self.sample(schema.get("items", {}), depth + 1)] if depth < MAX_DEPTH else []
        simple = {"object": {}, "integer": schema.get("minimum", 1), "number": 1.5, "boolean": True, "null": None}
        return simple.get(kind, "2025-01-02 03:04:05" if "date" in schema.get("format", "") else "text")

    def _read(self) -> Iterator[Operation]:
        for path, item in self._document["paths"].items():
            for method in METHODS:
                if method in item:
                    yield self._operation(path, method, item)

    def _operation(self, path: str, method: str, item: Mapping[str, Any]) -> Operation:
        entry = item[method]
        listed = [self.resolve(each) for each in (*item.get("parameters", ()), *entry.get("parameters", ()))]
        content = self.resolve(entry.get("requestBody", {})).get("content", {})
        return Operation(
            id=entry["operationId"],
            method=method.upper(),
            path=path,
            parameters={each["name"]: each.get("schema", {}) for each in listed},
            places={each["name"]: each["in"] for each in listed},
            bodies={media_type: media.get("schema", {}) for media_type, media in content.items()},
            examples={media_type: _merged_examples(media) for media_type, media in content.items()},
        )


@dataclass
class Kit:
    """Builds requests.

    Attributes:
        key: The API key that they carry.
        known: Values that exist at the emulator, by the name of the member, without case and underscores.
        video: A real video, for file parts.
        address: `host:port` of the emulator.
    """

    key: str
    known: Mapping[str, str]
    video: bytes
    address: str
    catalogue: Catalogue = field(default_factory=Catalogue)

    def __post_init__(self) -> None:
        self.operations = self.catalogue.operations
        self.samples = {
            (each.id, media_type): self._with_known(self._sample(each, media_type, schema))
            for each in self.operations
            for media_type, schema in each.bodies.items()
        }
        self.slots = [slot for each in self.operations for slot in self._slots(each)]
        self.typed_slots = [slot for slot in self.slots if slot.where in (JSON, FORM, QUERY, PATH, PART)]

    def with_body(self, media_type: str) -> list[Operation]:
        """The operations that take bodies of a media type."""
        return [each for each in self.operations if media_type in each.bodies]

    def plain(self, operation: Operation, random: Random, media_type: str | None = None) -> Request:
        """A request without anything wrong; some of what may be left out is."""
        media_type = media_type or next(iter(operation.bodies), None)
        headers: Headers = [(b"Host", self.address.encode()), (b"Authorization", self.key.encode())]
        request = Request(operation.method, self._target(operation, {}), headers)
        if media_type is None:
            return request
        sample = self._thinned(operation, media_type, random)
        if media_type == JSON_TYPE:
            self.put_body(request, JSON_TYPE, json.dumps(sample).encode())
        elif media_type == FORM_TYPE:
            pairs = [(name.encode(), _form_text(value)) for name, value in sample.items()]
            self.put_body(request, FORM_TYPE, encode_pairs(pairs))
        else:
            self.put_multipart(request, self.parts(operation, sample))
        return request

    def put_body(self, request: Request, media_type: str, body: bytes) -> None:
        """Give a request another body."""
        request.headers = [*without(request.headers, b"content-type"), (b"Content-Type", media_type.encode())]
        request.body = body

    def put_multipart(self, request: Request, parts: list[Part]) -> None:
        """Give a request a multipart body."""
        self.put_body(request, f"{MULTIPART_TYPE}; boundary={BOUNDARY.decode()}", encode_parts(parts))

    def parts(self, operation: Operation, sample: Mapping[str, Any]) -> list[Part]:
        """The parts of a form's members."""
        members = self.catalogue.properties(operation.bodies[MULTIPART_TYPE])
        return [
            Part(name.encode(), self.video, b"a.mp4", b"video/mp4")
            if self.catalogue.is_file(members[name])
            else Part(name.encode(), _form_text(value))
            for name, value in sample.items()
        ]

    def filled(self, slot: Slot, text: bytes, random: Random) -> Request:
        """A request with `text` in a slot: JSON text where the slot is in a JSON body, else any bytes."""
        if slot.where == JSON:
            return self._filled_json(slot, text, random)
        if slot.where in (PART, PART_NAME, FILE_NAME, FILE_TYPE):
            return self._filled_parts(slot, text, random)
        if slot.where == FORM:
            return self._filled_form(slot, text, random)
        name = str(slot.path[0])
        request = self.plain(slot.operation, random)
        if slot.where == HEADER:
            request.headers = [*without(request.headers, name.lower().encode()), (name.encode(), text)]
        else:
            request.target = self._target(slot.operation, {name: text})
        return request

    def _filled_json(self, slot: Slot, text: bytes, random: Random) -> Request:
        request = self.plain(slot.operation, random, JSON_TYPE)
        body = self._thinned(slot.operation, JSON_TYPE, random, slot)
        marked = json.dumps(put(body, slot.path, MARKER))
        self.put_body(request, JSON_TYPE, marked.encode().replace(json.dumps(MARKER).encode(), text))
        return request

    def _filled_form(self, slot: Slot, text: bytes, random: Random) -> Request:
        request = self.plain(slot.operation, random, FORM_TYPE)
        sample = self._thinned(slot.operation, FORM_TYPE, random, slot)
        pairs = [(name.encode(), text if (name,) == slot.path else _form_text(value)) for name, value in sample.items()]
        self.put_body(request, FORM_TYPE, encode_pairs(pairs))
        return request

    def _filled_parts(self, slot: Slot, text: bytes, random: Random) -> Request:
        request = self.plain(slot.operation, random, MULTIPART_TYPE)
        sample = self._thinned(slot.operation, MULTIPART_TYPE, random, slot)
        name = str(slot.path[0]).encode()
        # Most files are no videos, so that reading them does not take all the time.
        data = self.video if random.random() < 0.1 else b"no video"
        other = {
            PART: Part(name, text),
            PART_NAME: Part(text, data, b"a.mp4", b"video/mp4"),
            FILE_NAME: Part(name, data, text, b"video/mp4"),
            FILE_TYPE: Part(name, data, b"a.mp4", text),
        }[slot.where]
        parts = [other if part.name == name else part for part in self.parts(slot.operation, sample)]
        self.put_multipart(request, parts)
        return request

    def _target(self, operation: Operation, given: Mapping[str, bytes]) -> bytes:
        path, pairs = operation.path.encode(), []
        for name, place in operation.places.items():
            value = given.get(name)
            if value is None:
                sample = self._with_known({name: self.catalogue.sample(operation.parameters[name])})
                value = _form_text(sample[name])
            if place == PATH:
                path = path.replace(b"{" + name.encode() + b"}", quote_from_bytes(value, safe="").encode())
            elif place == QUERY:
                pairs.append((name.encode(), value))
        return path + b"?" + encode_pairs(pairs) if pairs else path

    def _slots(self, operation: Operation) -> Iterator[Slot]:
        for name, place in operation.places.items():
            yield Slot(operation, place, (name,))
        for name in HEADERS:
            yield Slot(operation, HEADER, (name,))
        for media_type in operation.bodies:
            sample = self.samples[operation.id, media_type]
            if media_type == JSON_TYPE:
                yield from (Slot(operation, JSON, path) for path in places(sample))
            elif media_type == FORM_TYPE:
                yield from (Slot(operation, FORM, (name,)) for name in sample)
            elif media_type == MULTIPART_TYPE:
                for name in sample:
                    yield from (Slot(operation, where, (name,)) for where in (PART, PART_NAME, FILE_NAME, FILE_TYPE))

    def _sample(self, operation: Operation, media_type: str, schema: Schema) -> Any:
        sample, example = self.catalogue.sample(schema), operation.examples[media_type]
        if isinstance(sample, dict) and isinstance(example, dict):
            return {**sample, **{name: value for name, value in example.items() if name in sample}}
        return sample if example is None else example

    def _with_known(self, value: Any, name: str = "") -> Any:
        """The sample, with what exists in place of what the spec has made up."""
        if isinstance(value, dict):
            return {key: self._with_known(each, key) for key, each in value.items()}
        if isinstance(value, list):
            return [self._with_known(each, name) for each in value]
        simple = name.lower().replace("_", "")
        found = self.known.get(simple, self.known.get(simple.removesuffix("s")))
        if found is not None and isinstance(value, str):
            return found
        if isinstance(value, str) and value.startswith("http"):
            return "http://127.0.0.1:9/closed.mp4"
        return value

    def _thinned(self, operation: Operation, media_type: str, random: Random, slot: Slot | None = None) -> Any:
        """A copy of the sample that lacks some members, but none that leads to the slot, and seldom a required one."""
        sample = copy.deepcopy(self.samples[operation.id, media_type])
        if isinstance(sample, dict):
            needed = self.catalogue.required(operation.bodies[media_type])
            kept = slot.path[0] if slot and slot.path else None
            # Half of them have nothing that could be refused before the slot is looked at.
            share = random.choice((0.5, 1.0))
            for name in list(sample):
                if name != kept and random.random() < (0.02 if name in needed else share):
                    del sample[name]
        return sample


def _merged_examples(media: Mapping[str, Any]) -> Any:
    values = [each["value"] for each in media.get("examples", {}).values() if "value" in each]
    if values and all(isinstance(value, dict) for value in values):
        return {name: member for value in values for name, member in value.items()}
    return values[0] if values else media.get("example")


def places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The way to each value within a JSON value, itself included."""
    yield path
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in members:
        yield from places(each, (*path, key))


def put(value: Any, path: tuple[str | int, ...], other: Any) -> Any:
    """The value with another one at a place."""
    if not path:
        return other
    value[path[0]] = put(value[path[0]], path[1:], other)
    return value


def without(headers: Headers, name: bytes) -> Headers:
    """The headers that have another name."""
    return [each for each in headers if each[0].lower() != name]


def encode_pairs(pairs: list[tuple[bytes, bytes]]) -> bytes:
    """Name-value pairs as a form or a query has them."""
    return "&".join(
        f"{quote_from_bytes(name, safe='')}={quote_from_bytes(value, safe='')}" for name, value in pairs
    ).encode()


def encode_parts(parts: list[Part], boundary: bytes = BOUNDARY) -> bytes:
    """A multipart body."""
    return b"".join(b"--" + boundary + b"\r\n" + part.raw() + b"\r\n" for part in parts) + b"--" + boundary + b"--\r\n"


def _form_text(value: Any) -> bytes:
    return value.encode() if isinstance(value, str) else json.dumps(value).encode()
