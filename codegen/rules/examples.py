"""Rules on examples: that there are some, and that each one is true to its schema."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from codegen.findings import Finding
from codegen.pointers import Pointer
from codegen.spec import Node, Spec


class Example(NamedTuple):
    """An example value and the place where it is written."""

    at: Pointer
    value: Any  # any JSON value


def responses_have_an_example(spec: Spec) -> Iterator[Finding]:
    for node in spec.operations():
        good = [status for status in node.value.get("responses", {}) if status.startswith("2")]
        if not any(_has_example(spec, spec.resolve(node.child("responses", status))) for status in good):
            problem = "no response with a status of success has an example"
            yield spec.finding((*node.at, "responses"), problem, "Add a recorded or documented one.")


def requests_have_an_example(spec: Spec) -> Iterator[Finding]:
    for node in spec.operations():
        body = spec.resolve(node.child("requestBody"))
        parameters = spec.parameters(node)
        if body.value and not _has_example(spec, body):
            yield spec.finding((*node.at, "requestBody"), "the request body has no example", "Add one.")
        if body.value or not parameters:
            continue
        bare = [parameter for parameter in parameters if not examples_of(spec, parameter)]
        required = [parameter for parameter in bare if parameter.value.get("required")]
        for parameter in required or (bare if len(bare) == len(parameters) else []):
            yield spec.finding(parameter.at, f"parameter '{parameter.value['name']}' has no example", "Add one.")


def examples_fit_their_schema(spec: Spec) -> Iterator[Finding]:
    for kind in ("media type", "parameter"):
        for node in spec.every(kind):
            for example in examples_of(spec, node):
                if "schema" in node.value:
                    yield from _check(spec, example, (*node.at, "schema"), example.value)
                if "x-itemSchema" in node.value:
                    yield from _check_stream(spec, example, node)
    for node in spec.every("schema"):
        for example in _schema_examples(node):
            yield from _check(spec, example, node.at, example.value)


def examples_of(spec: Spec, node: Node) -> list[Example]:
    """The examples of a media type, a parameter or a header."""
    found = [Example((*node.at, "example"), node.value["example"])] if "example" in node.value else []
    for name in node.value.get("examples", {}):
        holder = spec.resolve(node.child("examples", name))
        if "value" in holder.value:
            found.append(Example((*holder.at, "value"), holder.value["value"]))
    return found


def sse_events(text: str) -> list[dict[str, str]]:
    """The server-sent events in a text, each with the fields it carries; lines of data are joined by line feeds."""
    events: list[dict[str, str]] = []
    for block in text.replace("\r\n", "\n").replace("\r", "\n").split("\n\n"):
        event: dict[str, str] = {}
        for line in block.split("\n"):
            name, _, value = line.partition(":")
            value = value.removeprefix(" ")
            if name == "data" and "data" in event:
                event["data"] += "\n" + value
            elif name:
                event[name] = value
        if event:
            events.append(event)
    return events


def _has_example(spec: Spec, holder: Node) -> bool:
    contents = holder.value.get("content", {})
    return any(examples_of(spec, holder.child("content", content)) for content in contents)


def _schema_examples(node: Node) -> list[Example]:
    found = [Example((*node.at, "example"), node.value["example"])] if "example" in node.value else []
    listed = node.value.get("examples", [])
    return [*found, *(Example((*node.at, "examples", index), value) for index, value in enumerate(listed))]


def _check(spec: Spec, example: Example, schema: Pointer, value: Any, context: str = "") -> Iterator[Finding]:
    for place, message in spec.violations(schema, value):
        # Within the data of an event there are no source lines: the whole example is reported.
        at = example.at if context else (*example.at, *place)
        path = "".join(f"/{step}" for step in place)
        problem = f"the example breaks its schema{context}{' at ' + path if path else ''}: {_shorten(message)}"
        yield spec.finding(at, problem, "Correct the example, or the schema if the example is real.")


def _check_stream(spec: Spec, example: Example, stream: Node) -> Iterator[Finding]:
    if not isinstance(example.value, str):
        yield spec.finding(example.at, "the example of a stream is not text", "Write the events as a block of text.")
        return
    events = sse_events(example.value)
    if not events:
        yield spec.finding(example.at, "the example of a stream holds no event", "End each event with an empty line.")
    schema, end = stream.child("x-itemSchema"), (*stream.at, "x-end-marker")
    data = spec.resolve(spec.resolve(schema).child("properties", "data"))
    ends: list[int] = []
    for number, event in enumerate(events, start=1):
        yield from _check(spec, example, schema.at, event, f" in event {number}")
        if "contentSchema" not in data.value or "data" not in event:
            continue
        value, fault = _read(event["data"])
        yield from _check_event_data(spec, example, data, value, fault, number)
        if "x-end-marker" in stream.value and not any(spec.violations(end, value)):
            ends.append(number)
    if "x-end-marker" in stream.value and ends != [len(events)]:
        problem = f"of {len(events)} events the end markers are numbers {ends}"
        yield spec.finding(example.at, problem, "Close the example with the one event that fits x-end-marker.")


def _read(text: str) -> tuple[Any, str]:
    """The data of an event, and why it is no JSON; it then stands for itself."""
    try:
        return json.loads(text), ""
    except json.JSONDecodeError as error:
        return text, str(error)


def _check_event_data(
    spec: Spec, example: Example, data: Node, value: Any, fault: str, number: int
) -> Iterator[Finding]:
    keyword = "x-bare-text" if fault else "contentSchema"
    if keyword in data.value:
        yield from _check(spec, example, (*data.at, keyword), value, f" in the data of event {number}")
    else:
        problem = f"the data of event {number} is not JSON ({fault})"
        yield spec.finding(example.at, problem, "Correct the example, or describe such data under x-bare-text.")


def _shorten(message: str) -> str:
    return message if len(message) <= 200 else f"{message[:200]} …"
